"""A table with headings between its rows: headings are rows that cannot be entered, and keys pass over them."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QWidget

from isodesk.ui import theme
from isodesk.ui.models.rows import DISPLAY, SECOND
from isodesk.ui.widgets.data_table import ROW, DataTable
from isodesk.ui.widgets.delegates import PADDING, CellDelegate

Index = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_ENDS = {Qt.Key.Key_Home.value: (0, 1), Qt.Key.Key_End.value: (-1, -1)}
_BACK = (
    QAbstractItemView.CursorAction.MoveUp,
    QAbstractItemView.CursorAction.MovePageUp,
    QAbstractItemView.CursorAction.MovePrevious,
    QAbstractItemView.CursorAction.MoveHome,
)


class GroupedTable(DataTable):
    """The model's `flags` say which rows are headings: those that are not enabled."""

    def __init__(self, parent: QWidget | None = None, *, row_height: int = ROW) -> None:
        super().__init__(parent, row_height=row_height)
        self.setItemDelegateForColumn(0, HeadingDelegate(self))

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Headings stretch over all columns."""
        super().setModel(model)
        if model is not None:
            model.modelReset.connect(self._span)
            model.layoutChanged.connect(self._span)
        self._span()

    def _span(self) -> None:
        model = self.model()
        self.clearSpans()
        usual = self.verticalHeader().defaultSectionSize()
        for row in range(model.rowCount() if model else 0):
            enters = self._can_enter(row)
            if not enters:
                self.setSpan(row, 0, 1, model.columnCount())
            if self.rowHeight(row) != (usual if enters else ROW):
                self.setRowHeight(row, usual if enters else ROW)

    def _can_enter(self, row: int) -> bool:
        return bool(self.model().index(row, 0).flags() & Qt.ItemFlag.ItemIsEnabled)

    def _next(self, row: int, step: int) -> int:
        """The first row at or after `row` in the direction of `step` that is no heading; -1 beyond the end."""
        while 0 <= row < self.model().rowCount():
            if self._can_enter(row):
                return row
            row += step
        return -1

    def go_first(self) -> None:
        """The first row that is no heading."""
        self._go(self._next(0, 1))

    def go_down(self) -> None:
        """The next row that is no heading."""
        self._go(self._next(self.currentIndex().row() + 1, 1))

    def _go(self, row: int) -> None:
        if row >= 0:
            self.setCurrentIndex(self.model().index(row, max(0, self.currentIndex().column())))

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """A page up or down that ends on a heading goes on in its direction, or stays."""
        index = super().moveCursor(action, modifiers)
        if not index.isValid() or self._can_enter(index.row()):
            return index
        step = -1 if action in _BACK else 1
        row = self._next(index.row(), step)
        row = row if row >= 0 else self._next(index.row(), -step)
        return index.siblingAtRow(row) if row >= 0 else QModelIndex()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End pass over headings too."""
        if event.key() in _ENDS and event.modifiers() == Qt.KeyboardModifier.NoModifier and self.model():
            start, step = _ENDS[event.key()]
            self._go(self._next(start % max(1, self.model().rowCount()), step))
        else:
            super().keyPressEvent(event)


class HeadingDelegate(CellDelegate):
    """A heading: its words in semibold, its count muted at the right; other rows as everywhere."""

    def paint_cell(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Tells a heading by its flags."""
        if index.flags() & Qt.ItemFlag.ItemIsEnabled:
            super().paint_cell(painter, option, index)
            return
        painter.save()
        painter.fillRect(option.rect, theme.colour("sunken"))
        room = option.rect.adjusted(PADDING, 0, -PADDING, 0)
        count = str(index.data(SECOND) or "")
        painter.setFont(option.font)
        painter.setPen(theme.colour("muted"))
        painter.drawText(room, _RIGHT, count)
        space = painter.fontMetrics().horizontalAdvance(count) + 2 * PADDING
        bold = QFont(option.font)
        bold.setWeight(QFont.Weight.DemiBold)
        painter.setFont(bold)
        painter.setPen(theme.colour("text"))
        words = QRect(room.x(), room.y(), max(0, room.width() - space), room.height())
        shown = painter.fontMetrics().elidedText(str(index.data(DISPLAY)), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, _LEFT, shown)
        painter.restore()
