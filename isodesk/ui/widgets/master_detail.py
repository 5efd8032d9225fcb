"""A list and the card of its current row: side by side where there is room, one above the other where there is not."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QWidget


class MasterDetail(QSplitter):
    """`turn` is the width in pixels from which both stand side by side; `card` the width wished for the card."""

    def __init__(
        self, master: QWidget, detail: QWidget, *, turn: int = 760, card: tuple[int, int] = (360, 560)
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._turn = turn
        self._card = card
        self._laid_out = False
        self.setChildrenCollapsible(False)
        self.setHandleWidth(17)
        self.setProperty("look", "gap")
        self.addWidget(master)
        self.addWidget(detail)
        self.setStretchFactor(0, 3)
        self.setStretchFactor(1, 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turns where the width calls for it; a person's own division stays until then."""
        super().resizeEvent(event)
        width, height = event.size().width(), event.size().height()
        wanted = Qt.Orientation.Horizontal if width >= self._turn else Qt.Orientation.Vertical
        turned = wanted != self.orientation()
        if turned:
            self.setOrientation(wanted)
        if turned or not self._laid_out:
            self._laid_out = True
            if wanted == Qt.Orientation.Horizontal:
                card = max(self._card[0], min(self._card[1], width * 42 // 100))
                self.setSizes([width - card, card])
            else:
                self.setSizes([height * 45 // 100, height * 55 // 100])


def scrolled(content: QWidget) -> QScrollArea:
    """`content` with a vertical scroll bar where it is higher than its room."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    return area
