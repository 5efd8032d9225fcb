"""A list and the card of its current row: side by side where there is room, one above the other where there is not."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QVBoxLayout, QWidget

from isodesk.ui.widgets.focus_area import FocusArea

_LEAST_HEIGHT = 240


class MasterDetail(QSplitter):
    """`turn` is the width in pixels from which both stand side by side; `card` the width wished for the card."""

    def __init__(
        self, master: QWidget, detail: QWidget, *, turn: int = 760, card: tuple[int, int] = (360, 560)
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._turn = turn
        self._card = card
        self._master = master
        self._detail = detail
        self._own = False
        self.splitterMoved.connect(lambda *_place: self._keep())
        self.setChildrenCollapsible(False)
        self.setHandleWidth(17)
        self.setProperty("look", "gap")
        master.setMinimumHeight(_LEAST_HEIGHT // 2 - self.handleWidth())
        detail.setMinimumHeight(_LEAST_HEIGHT // 2)
        self.addWidget(master)
        self.addWidget(detail)
        self.setStretchFactor(0, 3)
        self.setStretchFactor(1, 2)

    def _keep(self) -> None:
        self._own = True

    def minimumSizeHint(self) -> QSize:
        """The wider of both and a few rows: too narrow for both beside each other, it turns."""
        widths = (self._master.minimumSizeHint().width(), self._detail.minimumSizeHint().width())
        return QSize(max(widths), _LEAST_HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turns where the width calls for it; a person's own division stays until then."""
        super().resizeEvent(event)
        width, height = event.size().width(), event.size().height()
        both = self._master.minimumSizeHint().width() + self._detail.minimumSizeHint().width() + self.handleWidth()
        wanted = Qt.Orientation.Horizontal if width >= max(self._turn, both) else Qt.Orientation.Vertical
        if wanted != self.orientation():
            self.setOrientation(wanted)
            self._own = False
        if self._own:
            return
        if wanted == Qt.Orientation.Horizontal:
            least = max(self._card[0], self._detail.minimumSizeHint().width())
            card = max(least, min(self._card[1], width * 42 // 100))
            self.setSizes([width - card - self.handleWidth(), card])
        else:
            self.setSizes([height * 45 // 100, height * 55 // 100])


class _CardArea(FocusArea):
    """Never narrower than its content needs: it scrolls up and down, not sideways (ux.md U63)."""

    def minimumSizeHint(self) -> QSize:
        """The content's width, and the scroll bar's beside it."""
        content = self.widget()
        wanted = content.minimumSizeHint().width() if content is not None else 0
        return QSize(wanted + self.verticalScrollBar().sizeHint().width(), super().minimumSizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Other words, another width."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


def scrolling_card(content: QWidget) -> QFrame:
    """`content` on a card, with a vertical scroll bar where it is higher than its room."""
    card = QFrame()
    card.setObjectName("card")
    area = _CardArea(card)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    column = QVBoxLayout(card)
    column.setContentsMargins(1, 1, 1, 1)
    column.addWidget(area)
    return card


def reveal(widget: QWidget) -> None:
    """Scrolls the card until `widget` is in sight."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if isinstance(above, QScrollArea):
        above.ensureWidgetVisible(widget, 0, 64)
