"""One table model for all tables: frozen views in, the smallest possible change out (architecture.md 3.7)."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from isodesk.ui import theme
from isodesk.ui.signs import Sign
from isodesk.ui.speech import _
from isodesk.ui.tip import tip

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex

DISPLAY: Final = Qt.ItemDataRole.DisplayRole.value
EDIT: Final = Qt.ItemDataRole.EditRole.value
ALIGN: Final = Qt.ItemDataRole.TextAlignmentRole.value
TOOLTIP: Final = Qt.ItemDataRole.ToolTipRole.value
FOREGROUND: Final = Qt.ItemDataRole.ForegroundRole.value
SPOKEN: Final = Qt.ItemDataRole.AccessibleTextRole.value
SORT: Final = Qt.ItemDataRole.UserRole.value
VALUE: Final = SORT + 1
SIGN: Final = SORT + 2
SECOND: Final = SORT + 3
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_CENTRE: Final = Qt.AlignmentFlag.AlignCenter
_WRAP: Final = Qt.TextFlag.TextWordWrap.value
_ALIGN: Final = {"left": _LEFT, "right": _RIGHT, "centre": _CENTRE}
_HORIZONTAL: Final = Qt.Orientation.Horizontal
_NOWHERE: Final = QModelIndex()


def folded(text: str) -> str:
    """`text` for comparing: case and ё make no difference."""
    return text.casefold().replace("ё", "е")


@dataclass(frozen=True)
class Column(Generic[T]):
    """What a column shows of a view. Titles are source words (N_), translated when shown."""

    title: str
    display: Callable[[T], str]
    sort: Callable[[T], object] | None = None
    """A key to order by; numbers, dates or text, None last. Without it the displayed words count."""
    align: str = "left"
    """left, right or centre."""
    tooltip: str = ""
    """Explains the heading; source words."""
    token: Callable[[T], str] | None = None
    """The colour of the words."""
    sign: Callable[[T], Sign | None] | None = None
    """A drawing before the words, for the status and pill delegates."""
    second: Callable[[T], str] | None = None
    """A second, muted line, for the two-line delegate."""
    write: Callable[[T, str], bool] | None = None
    """Makes the column editable: takes the new words, says whether they were accepted."""


def _order(value: object) -> tuple[bool, object]:
    if value is None or value == "":
        return (True, "")
    return (False, folded(value) if isinstance(value, str) else value)


class RowsModel(QAbstractTableModel, Generic[T]):
    """A tuple of frozen views. It holds no service: pages fetch, models show."""

    def __init__(
        self, columns: Sequence[Column[T]], key: Callable[[T], Hashable], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.columns: tuple[Column[T], ...] = tuple(columns)
        self._key = key
        self._rows: list[T] = []
        self._places: dict[Hashable, int] = {}
        self._given: list[Hashable] = []
        self._sorted_by = -1
        self._descending = False

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """A table has no children."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """A table has no children."""
        return 0 if parent.isValid() else len(self.columns)

    def rows(self) -> tuple[T, ...]:
        """The views in the order shown."""
        return tuple(self._rows)

    def at(self, index: Index | int) -> T | None:
        """The view of a row or an index; None outside."""
        row = index if isinstance(index, int) else index.row() if index.isValid() else -1
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def key_at(self, row: int) -> Hashable:
        """The key of a row; None outside."""
        view = self.at(row)
        return None if view is None else self._key(view)

    def row_of(self, key: Hashable) -> int:
        """Where a view is shown; -1 where it is not."""
        return self._places.get(key, -1)

    def data(self, index: Index, role: int = DISPLAY) -> object:
        """Called a thousand times a frame: the cheap roles first."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        column = self.columns[index.column()]
        row = self._rows[index.row()]
        if role in (DISPLAY, EDIT):
            return column.display(row)
        if role == ALIGN:
            return _ALIGN[column.align]
        if role == FOREGROUND:
            return theme.colour(column.token(row)) if column.token else None
        return self._rare(column, row, role)

    def _rare(self, column: Column[T], row: T, role: int) -> object:
        if role == SIGN:
            return column.sign(row) if column.sign else None
        if role == SECOND:
            return column.second(row) if column.second else None
        if role == VALUE:
            return row
        if role == SORT:
            return column.sort(row) if column.sort else column.display(row)
        if role == SPOKEN:
            return f"{_(column.title)}: {column.display(row)}"
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> object:
        """Titles across; nothing down the side."""
        if orientation != _HORIZONTAL or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == DISPLAY:
            return _(column.title)
        if role == ALIGN:
            return _ALIGN[column.align].value | _WRAP
        if role == TOOLTIP:
            return tip(_(column.tooltip) or _(column.title))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Editable where the column can write."""
        flags = super().flags(index)
        if index.isValid() and self.columns[index.column()].write:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: Index, value: object, role: int = EDIT) -> bool:
        """Hands new words to the column; the page shows the outcome by `set_rows`."""
        view = self.at(index)
        if role != EDIT or view is None:
            return False
        column = self.columns[index.column()]
        words = str(value)
        if column.write is None or words == column.display(view):
            return False
        return column.write(view, words)

    def set_rows(self, rows: Iterable[T]) -> None:
        """Same keys: one `dataChanged` per view that differs, and nobody loses their place. Else a reset."""
        fresh = list(rows)
        keys = self._given = [self._key(row) for row in fresh]
        same = len(keys) == len(self._rows) and self._places.keys() == set(keys)
        if not same:
            self._reset(fresh)
            return
        for key, row in zip(keys, fresh, strict=True):
            place = self._places[key]
            if self._rows[place] != row:
                self._rows[place] = row
                self.dataChanged.emit(self.index(place, 0), self.index(place, len(self.columns) - 1))
        if self._sorted_by < 0 and keys != [self._key(row) for row in self._rows]:
            self._rearrange(fresh)

    def _reset(self, fresh: list[T]) -> None:
        self.beginResetModel()
        self._rows = self._arranged(fresh)
        self._number()
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Stable, in Python (Qt's proxy takes sixty times as long); column -1 is the order the page gave."""
        self._sorted_by = column if 0 <= column < len(self.columns) else -1
        self._descending = order == Qt.SortOrder.DescendingOrder
        if self._sorted_by >= 0:
            self._rearrange(self._arranged(self._rows))
        else:
            self._rearrange([self._rows[self._places[key]] for key in self._given])

    def _arranged(self, rows: list[T]) -> list[T]:
        if self._sorted_by < 0:
            return rows
        column = self.columns[self._sorted_by]
        key = column.sort or column.display
        filled = [row for row in rows if not _order(key(row))[0]]
        empty = [row for row in rows if _order(key(row))[0]]
        filled.sort(key=lambda row: _order(key(row)), reverse=self._descending)
        return filled + empty

    def _rearrange(self, rows: list[T]) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        keys = [self.key_at(index.row()) for index in before]
        self._rows = rows
        self._number()
        after = [
            self.index(self._places[key], index.column()) if key in self._places else QModelIndex()
            for key, index in zip(keys, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _number(self) -> None:
        self._places = {self._key(row): place for place, row in enumerate(self._rows)}

    def retranslate(self) -> None:
        """Titles and words of every row, after a change of language."""
        if self.columns:
            self.headerDataChanged.emit(_HORIZONTAL, 0, len(self.columns) - 1)
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(self.columns) - 1))
