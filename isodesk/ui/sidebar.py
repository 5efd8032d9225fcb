"""The sidebar of a case: six phases with their rings and counts, their pages with a state in sign and word."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPainterPath, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from isodesk import wording
from isodesk.domain.journey import BESIDE, COMING, NUMBERS, PAGES, Facts, Page, PageState, Phase, is_shown
from isodesk.ui import icons, theme
from isodesk.ui.signs import STATES, Sign
from isodesk.ui.speech import _
from isodesk.ui.widgets.ring import paint_ring

_KEY: Final = Qt.ItemDataRole.UserRole + 1
_STATE: Final = Qt.ItemDataRole.UserRole + 2
_COUNT: Final = Qt.ItemDataRole.UserRole + 3
_KIND: Final = Qt.ItemDataRole.UserRole + 4
_DONE: Final = Qt.ItemDataRole.UserRole + 5
_TOTAL: Final = Qt.ItemDataRole.UserRole + 6
_HOME, _PHASE, _PAGE, _BESIDE = "home", "phase", "page", "beside"
_DRAWINGS: Final = {_HOME: "home", _BESIDE: "standard"}
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
        height = ROW if index.data(_KIND) == _PAGE else PHASE_ROW
        return QSize(120, max(height, option.fontMetrics.height() + 14))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect).adjusted(8, 1, -8, -1)
        self._background(painter, option, area)
        if index.data(_KIND) == _PAGE:
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
        sign = QRectF(area.left() + 8, area.center().y() - 9, 18, 18)
        if index.data(_KIND) == _PHASE:
            paint_ring(painter, sign, index.data(_DONE) or 0, index.data(_TOTAL) or 0)
        else:
            icons.paint(painter, _DRAWINGS[index.data(_KIND)], "muted", sign)
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        self._words(painter, option, index, area.adjusted(34, 0, -8, 0), font)

    def _page(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, area: QRectF) -> None:
        sign = _SIGNS[PageState(index.data(_STATE))]
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
        self._pages: dict[Page, QStandardItem] = {}
        self._phases: dict[Phase, QStandardItem] = {}
        self._marks: Mapping[Page, PageMark] = {}
        self._here = Page.OVERVIEW
        self._shown = frozenset(page for page in Page if is_shown(page, Facts()))
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
        self.show_pages(self._shown)
        self.expandAll()
        self.clicked.connect(self._picked)
        self.activated.connect(self._picked)
        self.retranslate()

    def _fill(self) -> None:
        home = self._item(Page.OVERVIEW.value, _HOME)
        self._pages[Page.OVERVIEW] = home
        self._model.appendRow(home)
        for phase, pages in PAGES.items():
            group = self._item("", _PHASE)
            self._phases[phase] = group
            self._model.appendRow(group)
            if set(pages) <= COMING:
                # One page that only says what is coming: the phase itself leads there.
                group.setData(pages[0].value, _KEY)
                group.setData(PageState.NOT_STARTED.value, _STATE)
                self._pages[pages[0]] = group
                continue
            for page in pages:
                item = self._item(page.value, _PAGE)
                item.setData(PageState.NOT_STARTED.value, _STATE)
                self._pages[page] = item
                group.appendRow(item)
        for page in Page:
            if page in BESIDE:
                self._pages[page] = self._item(page.value, _BESIDE)
                self._model.appendRow(self._pages[page])

    def _item(self, key: str, kind: str) -> QStandardItem:
        item = QStandardItem()
        item.setData(key, _KEY)
        item.setData(kind, _KIND)
        return item

    def show_pages(self, shown: frozenset[Page]) -> None:
        """Hides the pages that the client does not have; the one that is open stays as long as it is open."""
        self._shown = shown
        for page, item in self._pages.items():
            index = item.index()
            hidden = page not in shown and page is not self._here
            if self.isRowHidden(index.row(), index.parent()) != hidden:
                self.setRowHidden(index.row(), index.parent(), hidden)

    def show_marks(self, marks: Mapping[Page, PageMark], counts: Mapping[Phase, tuple[int, int]]) -> None:
        """States and counts of pages, done and all pages of each phase."""
        self._marks = marks
        for page, mark in marks.items():
            if page is not Page.OVERVIEW and page not in BESIDE:
                self._pages[page].setData(mark.state.value, _STATE)
                if self._pages[page].data(_KIND) == _PAGE:
                    self._pages[page].setData(mark.count, _COUNT)
        for phase, (done, total) in counts.items():
            self._phases[phase].setData(done, _DONE)
            self._phases[phase].setData(total, _TOTAL)
            if self._phases[phase].data(_KEY) == "":
                self._phases[phase].setData(f"{done}/{total}", _COUNT)
        self._speak()

    def select(self, page: Page) -> None:
        """Marks the page that is shown, without going there again."""
        self._here = page
        self.show_pages(self._shown)
        index = self._pages[page].index()
        self.expand(index.parent())
        self.executeDelayedItemsLayout()  # a row that was hidden has no place yet
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def retranslate(self) -> None:
        """Titles in the interface language."""
        self.setAccessibleName(_("Phases and pages"))
        for phase, item in self._phases.items():
            item.setText(f"{phase.number}  {_(wording.PHASE[phase])}")
        for page, item in self._pages.items():
            if item.data(_KIND) == _PHASE:
                continue
            number = NUMBERS.get(page, "")
            title = _(wording.PAGE[page])
            item.setText(f"{number}  {title}" if "." in number else title)
        self._speak()

    def _speak(self) -> None:
        for item in self._phases.values():
            counts = _("{done} of {total}").format(done=item.data(_DONE) or 0, total=item.data(_TOTAL) or 0)
            self._name(item, f"{item.text()}: {counts}")
        for page, item in self._pages.items():
            if page in BESIDE:
                self._name(item, item.text())
            elif page is not Page.OVERVIEW:
                state = _(wording.STATE[PageState(item.data(_STATE))])
                self._name(item, f"{item.text()}: {state} {item.data(_COUNT) or ''}".rstrip())

    def _name(self, item: QStandardItem, words: str) -> None:
        item.setData(words, Qt.ItemDataRole.AccessibleTextRole)
        item.setToolTip(words)

    def _picked(self, index: QModelIndex) -> None:
        if index.data(_KEY) == "":
            self.setExpanded(index, not self.isExpanded(index))
        elif index.isValid():
            self.page_picked.emit(Page(index.data(_KEY)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space go to the page."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._picked(self.currentIndex())
            return
        super().keyPressEvent(event)
