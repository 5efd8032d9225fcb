"""The grid of the register: all columns where there is room, number, title and level where there is not."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHeaderView, QStackedWidget, QWidget

from isodesk.services.risks import RiskView
from isodesk.ui.case import Case
from isodesk.ui.models import risks
from isodesk.ui.models.rows import RowsModel
from isodesk.ui.pages.risks.chosen import Chosen
from isodesk.ui.speech import _
from isodesk.ui.table_layouts import TableLayouts
from isodesk.ui.widgets.data_table import DataTable
from isodesk.ui.widgets.delegates import StatusDelegate
from isodesk.ui.widgets.empty import Empty
from isodesk.ui.widgets.narrow import NarrowColumns

_WIDTHS: Final = {
    risks.NUMBER: 44,
    risks.LEVEL: 88,
    risks.RESIDUAL: 104,
    risks.DECISION: 112,
    risks.TASKS: 100,
    risks.OWNER: 124,
    risks.MISSING: 150,
    risks.DUE: 92,
    risks.PROCESS: 130,
    risks.LIKELIHOOD: 92,
    risks.IMPACT: 76,
    risks.CAUSE: 180,
    risks.CONSEQUENCE: 180,
}
_LIMITS: Final = {
    risks.RESIDUAL: 440,
    risks.DECISION: 560,
    risks.TASKS: 670,
    risks.OWNER: 790,
    risks.MISSING: 930,
    risks.DUE: 1040,
    risks.PROCESS: 1130,
    risks.LIKELIHOOD: 1240,
    risks.IMPACT: 1240,
    risks.CAUSE: 1500,
    risks.CONSEQUENCE: 1680,
}
"""Below these widths of the grid, a column is left to the card."""


class _TitleDelegate(StatusDelegate):
    """The sign tells the kind, the words keep their own colour."""

    word_ink = "text"


class RiskList(QStackedWidget):
    """The grid, or words for an empty result. `chosen_changed` fires when other rows are chosen."""

    chosen_changed = Signal()

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model: RowsModel[RiskView] = RowsModel(risks.columns(), lambda view: view.id, self)
        self.table = DataTable(self)
        self.nothing = Empty("search", self)
        self.addWidget(self.table)
        self.addWidget(self.nothing)
        table, across = self.table, self.table.horizontalHeader()
        table.setModel(self.model)
        table.setItemDelegateForColumn(risks.TITLE, _TitleDelegate(table))
        for column in (risks.LEVEL, risks.RESIDUAL, risks.TASKS, risks.MISSING):
            table.setItemDelegateForColumn(column, StatusDelegate(table))
        across.setStretchLastSection(False)
        across.setSectionResizeMode(risks.TITLE, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            across.resizeSection(column, width)
        table.allow_sorting()
        table.remember(TableLayouts(case.preferences), "risks")
        NarrowColumns(table, _LIMITS)
        table.row_changed.connect(lambda _key: self.chosen_changed.emit())
        table.selectionModel().selectionChanged.connect(lambda *_ranges: self.chosen_changed.emit())

    def show_risks(self, found: tuple[RiskView, ...]) -> None:
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

    def go_to_open(self) -> bool:
        """The next open entry, below the current one and round to the top; whether there is one."""
        rows, after = self.model.rows(), self.table.currentIndex().row()
        found = next((view for view in (*rows[after + 1 :], *rows[: after + 1]) if view.is_open), None)
        return found is not None and self.table.go_to(found.id)

    def retranslate(self) -> None:
        """What does not hear of another language by itself."""
        self.table.setAccessibleName(_("Risks and opportunities"))
        self.nothing.set_words(
            _("Nothing found"), _("No risk or opportunity fits this filter and these words."), _("Show all")
        )
