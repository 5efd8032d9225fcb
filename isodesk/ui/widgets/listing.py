"""A grid of records whose details stand on a card beside it: columns by the room there is, words for an empty result."""

from collections.abc import Callable, Hashable, Mapping, MutableMapping
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHeaderView, QStackedWidget, QWidget

from isodesk.ui.models.rows import RowsModel
from isodesk.ui.widgets.data_table import DataTable
from isodesk.ui.widgets.empty import Empty
from isodesk.ui.widgets.narrow import NarrowColumns

T = TypeVar("T")


class Listing(QStackedWidget, Generic[T]):
    """`chosen_changed` fires when other rows are chosen. A subclass makes the model and `show_columns`."""

    chosen_changed = Signal()

    def __init__(self, model: RowsModel[T], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = model
        model.setParent(self)
        self.table = DataTable(self)
        self.nothing = Empty("search", self)
        self.addWidget(self.table)
        self.addWidget(self.nothing)
        self.table.setModel(model)

    def show_columns(
        self,
        stretched: int,
        widths: Mapping[int, int],
        limits: Mapping[int, int],
        kept: tuple[MutableMapping[str, str], str],
    ) -> None:
        """Widths of columns; `stretched` takes the rest. Below its limit of the grid's width a column is left to the card.
        `kept` is where a person's own widths and sorting come from and go to, and their name there."""
        table, across = self.table, self.table.horizontalHeader()
        across.setStretchLastSection(False)
        across.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
        for column, width in widths.items():
            across.resizeSection(column, width)
        table.allow_sorting()
        table.remember(*kept)
        NarrowColumns(table, limits)
        table.row_changed.connect(lambda _key: self.chosen_changed.emit())
        table.selectionModel().selectionChanged.connect(lambda *_ranges: self.chosen_changed.emit())

    def show_rows(self, found: tuple[T, ...]) -> None:
        """These, and one of them is always the current one."""
        self.model.set_rows(found)
        self.setCurrentIndex(0 if found else 1)
        if found and self.table.current_key() is None:
            self.table.go_to(self.model.key_at(0))

    def selected(self) -> tuple[T, ...]:
        """The rows that are selected, else the one under the cursor."""
        selected = [self.model.at(self.model.row_of(key)) for key in self.table.selected_keys()]
        views = tuple(view for view in selected if view is not None)
        current = self.model.at(self.table.currentIndex())
        return (current,) if not views and current is not None else views

    def go_to_next(self, wanted: Callable[[T], bool], key: Callable[[T], Hashable]) -> bool:
        """The next row that is wanted, below the current one and round to the top; whether there is one."""
        rows, after = self.model.rows(), self.table.currentIndex().row()
        found = next((view for view in (*rows[after + 1 :], *rows[: after + 1]) if wanted(view)), None)
        return found is not None and self.table.go_to(key(found))
