"""The sidebar of a case: six phases with their rings and counts, their pages with a state in sign and word."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPainterPath, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from isodesk import wording
from isodesk.domain.journey import NUMBERS, PAGES, Page, PageState, Phase
from isodesk.ui import icons, theme
from isodesk.ui.signs import STATES, Sign
from isodesk.ui.speech import _
from isodesk.ui.widgets.ring import paint_ring

_KEY: Final = Qt.ItemDataRole.UserRole + 1
_STATE: Final = Qt.ItemDataRole.UserRole + 2
_COUNT: Final = Qt.ItemDataRole.UserRole + 3
_SIGNS: Final[dict[PageState, Sign]] = {
    PageState.DONE: STATES["done"],
    PageState.UNDER_WAY: STATES["doing"],
    PageState.NOT_STARTED: STATES["todo"],
    PageState.BLOCKED: STATES["locked"],
}
ROW: Final = 32
PHASE_ROW: Final = 36

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class PageMark:
    """What stands behind a page: its state and, where it counts something, a short count such as 46/136."""

    state: PageState
    count: str = ""


class _Painter(QStyledItemDelegate):
    """Paints rows itself: a tree's own decoration knows no rings."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        height = ROW if isinstance(index.data(_STATE), PageState) else PHASE_ROW
        return QSize(120, max(height, option.fontMetrics.height() + 14))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect).adjusted(8, 1, -8, -1)
        self._background(painter, option, area)
        state = index.data(_STATE)
        if isinstance(state, PageState):
            self._page(painter, option, index, area)
        else:
            self._phase(painter, option, index, area)
        painter.restore()

    def _background(self, painter: QPainter, option: QStyleOptionViewItem, area: QRectF) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if not selected and not hovered:
            return
        path = QPainterPath()
        path.addRoundedRect(area, 6, 6)
        painter.fillPath(path, theme.colour("accent_soft" if selected else "hover"))
        if selected and option.state & QStyle.StateFlag.State_HasFocus:
            pen = painter.pen()
            pen.setColor(theme.colour("accent"))
            pen.setWidthF(2)
            painter.setPen(pen)
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 5, 5)

    def _phase(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, area: QRectF) -> None:
        counts = index.data(_STATE)
        sign = QRectF(area.left() + 8, area.center().y() - 9, 18, 18)
        if isinstance(counts, tuple):
            paint_ring(painter, sign, counts[0], counts[1])
        else:
            icons.paint(painter, "home", "muted", sign)
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        self._words(painter, option, index, area.adjusted(34, 0, -8, 0), font)

    def _page(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, area: QRectF) -> None:
        sign = _SIGNS[index.data(_STATE)]
        icons.paint(painter, sign.icon, sign.token, QRectF(area.left() + 9, area.center().y() - 8, 16, 16))
        self._words(painter, option, index, area.adjusted(34, 0, -8, 0), QFont(option.font))

    def _words(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, area: QRectF, font: QFont) -> None:
        count = str(index.data(_COUNT) or "")
        painter.setFont(option.font)
        painter.setPen(theme.colour("muted"))
        right = area.width()
        if count:
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, count)
            right -= painter.fontMetrics().horizontalAdvance(count) + 8
        painter.setFont(font)
        painter.setPen(theme.colour("text"))
        words = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, int(right))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)


class Sidebar(QTreeView):
    """One tab stop; arrows move, Enter or a click goes to the page, left and right fold a phase."""

    page_picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = QStandardItemModel(self)
        self._items: dict[Page | Phase, QStandardItem] = {}
        self._marks: Mapping[Page, PageMark] = {}
        self.setModel(self._model)
        self.setItemDelegate(_Painter(self))
        self.setProperty("role", "sidebar")
        self.setHeaderHidden(True)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setMouseTracking(True)
        self.setUniformRowHeights(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self._fill()
        self.expandAll()
        self.clicked.connect(self._picked)
        self.activated.connect(self._picked)
        self.retranslate()

    def _fill(self) -> None:
        home = self._item(Page.OVERVIEW)
        self._model.appendRow(home)
        for phase, pages in PAGES.items():
            group = self._item(phase)
            self._model.appendRow(group)
            for page in pages:
                item = self._item(page)
                item.setData(PageState.NOT_STARTED, _STATE)
                group.appendRow(item)

    def _item(self, key: Page | Phase) -> QStandardItem:
        item = QStandardItem()
        item.setData(key, _KEY)
        self._items[key] = item
        return item

    def show_marks(self, marks: Mapping[Page, PageMark], counts: Mapping[Phase, tuple[int, int]]) -> None:
        """States and counts of pages, done and all pages of each phase."""
        self._marks = marks
        for page, mark in marks.items():
            if page is not Page.OVERVIEW:
                self._items[page].setData(mark.state, _STATE)
                self._items[page].setData(mark.count, _COUNT)
        for phase, (done, total) in counts.items():
            self._items[phase].setData((done, total), _STATE)
            self._items[phase].setData(f"{done}/{total}", _COUNT)
        self._speak()

    def select(self, page: Page) -> None:
        """Marks the page that is shown, without going there again."""
        index = self._items[page].index()
        self.expand(index.parent())
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def retranslate(self) -> None:
        """Titles in the interface language."""
        self.setAccessibleName(_("Phases and pages"))
        for key, item in self._items.items():
            if isinstance(key, Phase):
                item.setText(f"{key.number}  {_(wording.PHASE[key])}")
            elif key is Page.OVERVIEW:
                item.setText(_(wording.PAGE[key]))
            else:
                number = NUMBERS[key]
                item.setText(f"{number}  {_(wording.PAGE[key])}" if "." in number else _(wording.PAGE[key]))
        self._speak()

    def _speak(self) -> None:
        for key, item in self._items.items():
            state = item.data(_STATE)
            words = item.text()
            if isinstance(key, Page) and isinstance(state, PageState):
                words = f"{words}: {_(wording.STATE[state])} {item.data(_COUNT) or ''}".rstrip()
            elif isinstance(state, tuple):
                words = f"{words}: {_('{done} of {total}').format(done=state[0], total=state[1])}"
            item.setData(words, Qt.ItemDataRole.AccessibleTextRole)
            item.setToolTip(words)

    def _picked(self, index: QModelIndex) -> None:
        key = index.data(_KEY)
        if isinstance(key, Page):
            self.page_picked.emit(key)
        elif isinstance(key, Phase):
            self.setExpanded(index, not self.isExpanded(index))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space go to the page."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._picked(self.currentIndex())
            return
        super().keyPressEvent(event)
