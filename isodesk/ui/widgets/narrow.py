"""Columns that a table can do without when it is narrow: the card beside it shows the same."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QTableView


class NarrowColumns(QObject):
    """Hides a column while the table is narrower than the width named for it."""

    def __init__(self, table: QTableView, limits: Mapping[int, int]) -> None:
        super().__init__(table)
        self._table = table
        self._limits = dict(limits)
        self._unwanted: frozenset[int] = frozenset()
        self._taken = 0
        table.installEventFilter(self)
        self.apply()

    def set_unwanted(self, columns: Iterable[int], taken: int = 0) -> None:
        """Columns that are hidden however much room there is; `taken` is the room, in pixels, of those that were asked
        for beside the usual ones, which these give way to."""
        self._unwanted = frozenset(columns)
        self._taken = taken
        self.apply()

    def apply(self) -> None:
        """Looks at the width now."""
        width = self._table.width() - self._taken
        for column, limit in self._limits.items():
            hidden = width < limit or column in self._unwanted
            if self._table.isColumnHidden(column) != hidden:
                self._table.setColumnHidden(column, hidden)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Every change of width counts."""
        if event.type() == QEvent.Type.Resize:
            self.apply()
        return super().eventFilter(watched, event)
