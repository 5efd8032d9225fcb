"""The grid of the register: all columns where there is room, number, title and level where there is not."""

from typing import Final

from PySide6.QtWidgets import QWidget

from isodesk.services.risks import RiskView
from isodesk.ui.case import Case
from isodesk.ui.models import risks
from isodesk.ui.models.rows import RowsModel
from isodesk.ui.pages.risks.chosen import Chosen
from isodesk.ui.speech import _
from isodesk.ui.table_layouts import TableLayouts
from isodesk.ui.widgets.delegates import StatusDelegate
from isodesk.ui.widgets.listing import Listing

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


class RiskList(Listing[RiskView]):
    """Risks and opportunities."""

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(RowsModel(risks.columns(), lambda view: view.id), parent)
        self.table.setItemDelegateForColumn(risks.TITLE, _TitleDelegate(self.table))
        for column in (risks.LEVEL, risks.RESIDUAL, risks.TASKS, risks.MISSING):
            self.table.setItemDelegateForColumn(column, StatusDelegate(self.table))
        self.show_columns(risks.TITLE, _WIDTHS, _LIMITS, (TableLayouts(case.preferences), "risks"))

    def chosen(self) -> Chosen | None:
        """The rows that are selected, else the one under the cursor."""
        views = self.selected()
        return Chosen(views) if views else None

    def go_to_open(self) -> bool:
        """The next open entry; whether there is one."""
        return self.go_to_next(lambda view: view.is_open, lambda view: view.id)

    def retranslate(self) -> None:
        """What does not hear of another language by itself."""
        self.table.setAccessibleName(_("Risks and opportunities"))
        self.nothing.set_words(
            _("Nothing found"), _("No risk or opportunity fits this filter and these words."), _("Show all")
        )
