"""A grid of cells under heads that stay in sight: responsibilities, clauses that processes carry."""

from collections.abc import Hashable, Mapping, Sequence
from typing import Final, cast

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QFont, QHelpEvent, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from isodesk.ui import icons, theme
from isodesk.ui.models.matrix import CELL, CellOf, MatrixCell, MatrixHead, MatrixModel
from isodesk.ui.widgets import single_keys
from isodesk.ui.widgets.delegates import CellDelegate
from isodesk.ui.widgets.matrix_heads import SideHeads, TopHeads

Index = QModelIndex | QPersistentModelIndex
Cell = tuple[Hashable, Hashable]
"""Keys of a row and a column."""
ROW: Final = 40
_BADGE: Final = 24
_SIGN: Final = 18
_SIDE_SHARE: Final = 0.3
_SIDE: Final = (170, 340)
_WIDEST: Final = 132
_ALWAYS: Final = frozenset({"Enter", "Space", "Del"})
"""Keys that write nothing by themselves, so that no preference needs to switch them off."""


class MatrixDelegate(CellDelegate):
    """Letters in badges, one of them standing out, or a sign in the middle."""

    def paint_cell(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, then badges or the sign."""
        view = option.widget
        if view is not None:
            view.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, view)
        cell = cast("MatrixCell | None", index.data(CELL))
        if cell is None:
            return
        painter.save()
        painter.fillRect(option.rect.right(), option.rect.y(), 1, option.rect.height(), theme.colour("hairline"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QRectF(option.rect).center()
        if cell.sign is not None:
            spot = QRectF(middle.x() - _SIGN / 2, middle.y() - _SIGN / 2, _SIGN, _SIGN)
            icons.paint(painter, cell.sign.icon, cell.sign.token, spot)
        whole = len(cell.badges) * _BADGE + max(0, len(cell.badges) - 1) * 4
        left = middle.x() - whole / 2
        for letter, strong in cell.badges:
            self._badge(painter, option, QRectF(left, middle.y() - _BADGE / 2, _BADGE, _BADGE), letter, strong=strong)
            left += _BADGE + 4
        painter.restore()

    @staticmethod
    def _badge(painter: QPainter, option: QStyleOptionViewItem, spot: QRectF, letter: str, *, strong: bool) -> None:
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent" if strong else "accent_soft"))
        painter.drawRoundedRect(spot, 6, 6)
        painter.setPen(theme.colour("on_accent" if strong else "text"))
        painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, letter)

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """Row, column and what the cell says: the heads may be far away."""
        return QStyledItemDelegate.helpEvent(self, event, view, option, index)


class MatrixGrid(QTableView):
    """Arrows move by cells, Shift and Ctrl select several. Keys fire only while the grid has the keyboard."""

    commanded = Signal(str)
    """Enter, Space, Del, a digit 0-4, a letter, or what `meanings` says of a typed character."""
    picked = Signal()
    """A click on one cell, without Shift or Ctrl."""
    menu_wanted = Signal(QPoint)
    """By the right button, or the key for it; a place on the screen."""
    chosen_changed = Signal()

    def __init__(self, parent: QWidget | None = None, *, row_height: int = ROW, most: int = 0) -> None:
        super().__init__(parent)
        self.single_keys = True
        self.meanings: Mapping[str, str] = {}
        """Characters that mean a command whatever key they are on; small letters."""
        self._most = most
        self.model_ = MatrixModel(self)
        self.top, self.side = TopHeads(self), SideHeads(self)
        self.setHorizontalHeader(self.top)
        self.setVerticalHeader(self.side)
        self.side.setDefaultSectionSize(row_height)
        self.setModel(self.model_)
        self._set_up()

    def _set_up(self) -> None:
        self.setItemDelegate(MatrixDelegate(self))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(self._clicked)
        self.selectionModel().selectionChanged.connect(lambda *_ranges: self._tell())
        self.selectionModel().currentChanged.connect(lambda *_cells: self._tell())

    def show_matrix(self, down: Sequence[MatrixHead], across: Sequence[MatrixHead], cell: CellOf) -> None:
        """Other content; the cell at hand stays where it is still there."""
        kept = self.current()
        self.model_.set_content(down, across, cell)
        self._share_out()
        if not self.currentIndex().isValid() and down and across and not (kept and self.go_to(*kept)):
            self.setCurrentIndex(self.model_.index(0, 0))

    def current(self) -> Cell | None:
        """The cell at hand."""
        return self._keys(self.currentIndex())

    def chosen(self) -> tuple[Cell, ...]:
        """The selected cells by rows, else the one at hand."""
        found = sorted(self.selectedIndexes(), key=lambda index: (index.row(), index.column()))
        cells = tuple(cell for cell in map(self._keys, found) if cell is not None)
        current = self.current()
        return cells or ((current,) if current is not None else ())

    def go_to(self, row: Hashable, column: Hashable = None) -> bool:
        """Makes a cell the one at hand; whether its row is there."""
        down, across = self.model_.place_of(row, column)
        if down < 0 or not self.model_.across:
            return False
        here = max(0, self.currentIndex().column())
        self.setCurrentIndex(self.model_.index(down, across if across >= 0 else here))
        return True

    def select(self, first: Cell, last: Cell) -> None:
        """Selects the rectangle between two cells."""
        corners = [self.model_.index(*self.model_.place_of(*cell)) for cell in (first, last)]
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().select(QItemSelection(corners[0], corners[1]), flags)

    def _keys(self, index: Index) -> Cell | None:
        if not index.isValid():
            return None
        return (self.model_.down[index.row()].key, self.model_.across[index.column()].key)

    def _tell(self) -> None:
        self.top.viewport().update()
        self.side.viewport().update()
        self.chosen_changed.emit()

    def _clicked(self, _index: QModelIndex) -> None:
        if len(self.selectedIndexes()) <= 1:
            self.picked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Single keys are commands here and nowhere else, and only where the setting allows them."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        meant = self.meanings.get(event.text().casefold(), "") if plain else ""
        meant = meant or single_keys.command(event)
        if meant and (self.single_keys or meant in _ALWAYS):
            self.commanded.emit(meant)
        elif meant or (plain and event.text().isprintable() and event.text()):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """A click outside the selection chooses the cell under it first."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if not index.isValid():
            return
        if index not in self.selectedIndexes():
            self.setCurrentIndex(index)
        self.ask_menu()

    def ask_menu(self) -> None:
        """Below the cell at hand."""
        rect = self.visualRect(self.currentIndex())
        self.menu_wanted.emit(self.viewport().mapToGlobal(rect.bottomLeft()))

    def _share_out(self) -> None:
        """Columns are as wide as their longest word needs, wider where there is room; the rest goes to the side."""
        count = len(self.model_.across)
        if not count:
            return
        whole = self.width() - 2 * self.frameWidth() - self.verticalScrollBar().sizeHint().width()
        least = [self.top.least_width(section) for section in range(count)]
        side = max(_SIDE[0], min(_SIDE[1], round(whole * _SIDE_SHARE)))
        more = max(0, (whole - side - sum(least)) // count)
        widths = [max(width, min(_WIDEST, width + more)) for width in least]
        side = max(side, min(2 * _SIDE[1], whole - sum(widths)))
        for section, width in enumerate(widths):
            if self.top.sectionSize(section) != width:
                self.top.resizeSection(section, width)
        self.side.set_width(side)
        self.top.setFixedHeight(self.top.sizeHint().height())
        self.updateGeometries()
        self._fit()

    def _fit(self) -> None:
        """Within a page that scrolls: as high as its rows, up to `most`."""
        if not self._most:
            return
        rows = max(1, min(self._most, self.model_.rowCount()))
        across = self.top.length() + self.side.width() + 2 * self.frameWidth() > self.width()
        bar = self.horizontalScrollBar().sizeHint().height() if across else 0
        self.setFixedHeight(self.top.height() + rows * self.side.defaultSectionSize() + 2 * self.frameWidth() + bar)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width is shared out anew."""
        super().resizeEvent(event)
        self._share_out()
