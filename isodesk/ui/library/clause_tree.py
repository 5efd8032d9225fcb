"""The clauses of a standard as a tree, each with how much is asked in it; the first line is the standard as a whole."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from isodesk.services.library_views import ClauseView
from isodesk.ui import theme
from isodesk.ui.speech import _, plural
from isodesk.ui.tip import tip
from isodesk.ui.widgets.wrap_delegate import wrapped

_NUMBER: Final = Qt.ItemDataRole.UserRole + 1
_COUNT: Final = Qt.ItemDataRole.UserRole + 2
_TITLE: Final = Qt.ItemDataRole.UserRole + 3
_INDENT: Final = 14
_PAD: Final = 6
_LEAST: Final = 30
_MOST: Final = 5
"""Lines: a title that is cut off in the middle helps nobody."""
Index = QModelIndex | QPersistentModelIndex


class _Painter(QStyledItemDelegate):
    """A title in as many lines as it takes, its count at the right."""

    def _room(self, option: QStyleOptionViewItem, index: Index, width: int) -> int:
        count = str(index.data(_COUNT) or "")
        return width - 2 * _PAD - (option.fontMetrics.horizontalAdvance(count) + 10 if count else 0)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = self.parent()
        width = view.room_for(index) if isinstance(view, ClauseTree) else 200
        lines = wrapped(str(index.data()), option, self._room(option, index, width), _MOST)
        return QSize(80, max(_LEAST, len(lines) * option.fontMetrics.height() + 10))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view = option.widget
        own = QStyleOptionViewItem(option)
        own.state &= ~QStyle.StateFlag.State_HasFocus
        if view is not None:
            view.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, own, painter, view)
        painter.save()
        painter.setFont(option.font)
        height = painter.fontMetrics().height()
        area = option.rect.adjusted(_PAD, 0, -_PAD, 0)
        painter.setPen(theme.colour("muted"))
        count = str(index.data(_COUNT) or "")
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)
        painter.setPen(theme.colour("text" if count else "muted"))
        lines = wrapped(str(index.data()), option, self._room(option, index, option.rect.width()), _MOST)
        top = area.y() + (area.height() - height * len(lines)) // 2
        for number, line in enumerate(lines):
            spot = QRect(area.x(), top + number * height, area.width(), height)
            painter.drawText(spot, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, line)
        painter.restore()
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(theme.colour("accent"))
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
            painter.drawRect(option.rect.adjusted(1, 1, -2, -2))


class ClauseTree(QTreeView):
    """`clause_changed` carries the number of the clause at hand, "" for the whole; Enter asks for its questions."""

    clause_changed = Signal(str)
    list_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = QStandardItemModel(self)
        self._items: dict[str, QStandardItem] = {}
        self._told = ""
        self.setModel(self._model)
        self.setItemDelegate(_Painter(self))
        self.setHeaderHidden(True)
        self.setIndentation(_INDENT)
        self.setUniformRowHeights(False)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setMinimumWidth(200)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.timeout.connect(self.doItemsLayout)
        self.selectionModel().currentChanged.connect(lambda *_indexes: self._tell())
        self.clicked.connect(self.expand)

    def set_clauses(self, clauses: Iterable[ClauseView], whole: str, count: int) -> None:
        """Another standard, or the same in another language; the clause at hand stays where it is still there."""
        here, opened = self.clause(), {number for number, item in self._items.items() if self.isExpanded(item.index())}
        self.selectionModel().blockSignals(True)
        self._model.clear()
        self._items.clear()
        self._add(None, "", whole, count)
        for clause in clauses:
            above = self._items.get(clause.number.rpartition(".")[0]) if clause.level > 1 else None
            self._add(above, clause.number, clause.title, clause.questions)
        self.selectionModel().blockSignals(False)
        for number in opened & self._items.keys():
            self.expand(self._items[number].index())
        self.go_to(here if here in self._items else "")

    def _add(self, above: QStandardItem | None, number: str, title: str, count: int) -> None:
        words = f"{number}  {title}" if number else title
        item = QStandardItem(words)
        item.setData(number, _NUMBER)
        item.setData(title, _TITLE)
        item.setData(str(count) if count else "", _COUNT)
        asked = plural("{count} question", "{count} questions", count)
        item.setData(f"{words}: {asked}", Qt.ItemDataRole.AccessibleTextRole)
        item.setToolTip(tip(words))
        self._items[number] = item
        (above or self._model.invisibleRootItem()).appendRow(item)

    def clause(self) -> str:
        """The number of the clause at hand; "" for the whole standard."""
        index = self.currentIndex()
        return str(index.data(_NUMBER) or "") if index.isValid() else ""

    def title(self) -> str:
        """The words of the clause at hand."""
        index = self.currentIndex()
        return str(index.data(_TITLE) or "") if index.isValid() else ""

    def go_to(self, number: str) -> bool:
        """Makes a clause the one at hand and opens what is above it; whether it is there."""
        item = self._items.get(number)
        if item is None:
            return False
        above = item.index().parent()
        while above.isValid():
            self.expand(above)
            above = above.parent()
        self.setCurrentIndex(item.index())
        self.scrollTo(item.index())
        self._tell()
        return True

    def room_for(self, index: Index) -> int:
        """The width of a line at its depth."""
        depth, above = 1, index.parent()
        while above.isValid():
            depth, above = depth + 1, above.parent()
        return self.viewport().width() - depth * _INDENT

    def _tell(self) -> None:
        number = self.clause()
        if number != self._told:
            self._told = number
            self.clause_changed.emit(number)

    def forget(self) -> None:
        """The next clause is told even where it has the number of the last."""
        self._told = "\0"

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on to the questions; letters do not jump about."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.list_requested.emit()
        elif event.text().isalnum() and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width wraps in another number of lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._settle.start(0)

    def retranslate(self) -> None:
        """What the tree is called."""
        self.setAccessibleName(_("Clauses"))
