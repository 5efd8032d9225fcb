"""A matrix as a model: heads of rows and columns by key, and a cell where they meet."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from isodesk.ui.models.rows import DISPLAY, SORT, SPOKEN, TOOLTIP
from isodesk.ui.signs import Sign
from isodesk.ui.tip import tip

Index = QModelIndex | QPersistentModelIndex
HEAD: Final = SORT + 8
CELL: Final = SORT + 9
_NOWHERE: Final = QModelIndex()


@dataclass(frozen=True, slots=True)
class MatrixHead:
    """What stands at the side or on top; already translated."""

    key: Hashable
    text: str
    second: str = ""
    """Smaller, below: an owner, what is missing, who has a role."""
    sign: Sign | None = None
    warns: bool = False
    """The second line is a warning."""
    more: str = ""
    """All of it in words, for a tooltip; the text where it is empty."""


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """Letters in badges, or a sign; `words` say it for those who hear it."""

    badges: tuple[tuple[str, bool], ...] = ()
    """(letter, whether it stands out)."""
    sign: Sign | None = None
    words: str = ""
    muted: bool = False
    """Nothing can be entered here."""


CellOf = Callable[[Hashable, Hashable], MatrixCell]


class MatrixModel(QAbstractTableModel):
    """Holds no service: pages fetch, models show."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.down: tuple[MatrixHead, ...] = ()
        self.across: tuple[MatrixHead, ...] = ()
        self._cells: list[list[MatrixCell]] = []

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """A matrix has no children."""
        return 0 if parent.isValid() else len(self.down)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """A matrix has no children."""
        return 0 if parent.isValid() else len(self.across)

    def set_content(self, down: Sequence[MatrixHead], across: Sequence[MatrixHead], cell: CellOf) -> None:
        """Same keys: only what differs is told, and nobody loses their place. Else a reset."""
        cells = [[cell(row.key, column.key) for column in across] for row in down]
        same = [row.key for row in down] == [row.key for row in self.down] and [column.key for column in across] == [
            column.key for column in self.across
        ]
        if not same:
            self.beginResetModel()
            self.down, self.across, self._cells = tuple(down), tuple(across), cells
            self.endResetModel()
            return
        before, heads = self._cells, (self.down, self.across)
        self.down, self.across, self._cells = tuple(down), tuple(across), cells
        for place, (old, new) in enumerate(zip(before, cells, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(place, 0), self.index(place, len(across) - 1))
        if down and heads[0] != self.down:
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(down) - 1)
        if across and heads[1] != self.across:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(across) - 1)

    def place_of(self, row: Hashable, column: Hashable = None) -> tuple[int, int]:
        """Where they are shown; -1 where they are not."""
        rows = [head.key for head in self.down]
        columns = [head.key for head in self.across]
        return (rows.index(row) if row in rows else -1, columns.index(column) if column in columns else -1)

    def cell(self, index: Index) -> MatrixCell:
        """The cell of a valid index."""
        return self._cells[index.row()][index.column()]

    def data(self, index: Index, role: int = DISPLAY) -> object:
        """The letters as text for copying and for readers, the cell itself for the delegate."""
        if not index.isValid() or index.row() >= len(self._cells):
            return None
        cell = self.cell(index)
        if role == CELL:
            return cell
        if role == DISPLAY:
            return ", ".join(letter for letter, _strong in cell.badges)
        if role == SPOKEN:
            return f"{self.down[index.row()].text}, {self.across[index.column()].text}: {cell.words}"
        if role == TOOLTIP:
            return tip(f"{self.down[index.row()].text}\n{self.across[index.column()].text}: {cell.words}")
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> object:
        """Words and the whole head of a row or column."""
        heads = self.across if orientation == Qt.Orientation.Horizontal else self.down
        if not 0 <= section < len(heads):
            return None
        head = heads[section]
        if role == HEAD:
            return head
        if role == DISPLAY:
            return head.text
        if role == SPOKEN:
            return ", ".join(part for part in (head.text, head.second) if part)
        return tip(head.more or head.text) if role == TOOLTIP else None
