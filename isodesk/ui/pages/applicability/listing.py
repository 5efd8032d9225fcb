"""The grid of controls: all columns where there is room, number, title and decision where there is not."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHeaderView, QStackedWidget, QWidget

from isodesk.services.applicability import ControlView
from isodesk.ui.case import Case
from isodesk.ui.models import controls
from isodesk.ui.models.rows import RowsModel
from isodesk.ui.pages.applicability.chosen import Chosen
from isodesk.ui.speech import _
from isodesk.ui.table_layouts import TableLayouts
from isodesk.ui.widgets.data_table import DataTable
from isodesk.ui.widgets.delegates import StatusDelegate
from isodesk.ui.widgets.empty import Empty
from isodesk.ui.widgets.narrow import NarrowColumns

_WIDTHS: Final = {
    controls.NUMBER: 56,
    controls.APPLIES: 136,
    controls.REASONS: 120,
    controls.STATUS: 158,
    controls.OWNER: 116,
    controls.EVIDENCE: 136,
    controls.MISSING: 136,
}
_LIMITS: Final = {
    controls.MISSING: 500,
    controls.STATUS: 670,
    controls.REASONS: 800,
    controls.OWNER: 920,
    controls.EVIDENCE: 1056,
}
"""Below these widths of the grid, a column is left to the card."""


class ControlList(QStackedWidget):
    """The grid, or words for an empty result. `chosen_changed` fires when other rows are chosen."""

    chosen_changed = Signal()

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model: RowsModel[ControlView] = RowsModel(controls.columns(), lambda view: view.key, self)
        self.table = DataTable(self)
        self.nothing = Empty("search", self)
        self.addWidget(self.table)
        self.addWidget(self.nothing)
        table, across = self.table, self.table.horizontalHeader()
        table.setModel(self.model)
        for column in (controls.APPLIES, controls.STATUS, controls.MISSING):
            table.setItemDelegateForColumn(column, StatusDelegate(table))
        across.setStretchLastSection(False)
        across.setSectionResizeMode(controls.TITLE, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            across.resizeSection(column, width)
        table.allow_sorting()
        table.remember(TableLayouts(case.preferences), "controls")
        NarrowColumns(table, _LIMITS)
        table.row_changed.connect(lambda _key: self.chosen_changed.emit())
        table.selectionModel().selectionChanged.connect(lambda *_ranges: self.chosen_changed.emit())

    def show_controls(self, found: tuple[ControlView, ...]) -> None:
        """These, and one of them is always the current one."""
        self.model.set_rows(found)
        self.setCurrentIndex(0 if found else 1)
        if found and self.table.current_key() is None:
            self.table.go_to(self.model.key_at(0))

    def chosen(self) -> Chosen | None:
        """The rows that are selected, else the one under the cursor."""
        selected = [self.model.at(self.model.row_of(key)) for key in self.table.selected_keys()]
        views = tuple(view for view in selected if view is not None)
        current = self.model.at(self.table.currentIndex())
        if not views and current is not None:
            views = (current,)
        return Chosen(views) if views else None

    def go_to_undecided(self) -> bool:
        """The next control that is not decided, below the current one and round to the top; whether there is one."""
        rows, after = self.model.rows(), self.table.currentIndex().row()
        found = next((view for view in (*rows[after + 1 :], *rows[: after + 1]) if view.applicable is None), None)
        return found is not None and self.table.go_to(found.key)

    def retranslate(self) -> None:
        """What does not hear of another language by itself."""
        self.table.setAccessibleName(_("Controls"))
        sentence = _("No control fits this filter and these words.")
        self.nothing.set_words(_("Nothing found"), sentence, _("Show all controls"))
