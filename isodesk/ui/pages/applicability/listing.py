"""The grid of controls: all columns where there is room, number, title and decision where there is not."""

from typing import Final

from PySide6.QtWidgets import QWidget

from isodesk.services.applicability import ControlView
from isodesk.ui.case import Case
from isodesk.ui.models import controls
from isodesk.ui.models.rows import RowsModel
from isodesk.ui.pages.applicability.chosen import Chosen
from isodesk.ui.speech import _
from isodesk.ui.table_layouts import TableLayouts
from isodesk.ui.widgets.delegates import StatusDelegate
from isodesk.ui.widgets.listing import Listing

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


class ControlList(Listing[ControlView]):
    """Controls of the annex."""

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(RowsModel(controls.columns(), lambda view: view.key), parent)
        for column in (controls.APPLIES, controls.STATUS, controls.MISSING):
            self.table.setItemDelegateForColumn(column, StatusDelegate(self.table))
        self.show_columns(controls.TITLE, _WIDTHS, _LIMITS, (TableLayouts(case.preferences), "controls"))

    def chosen(self) -> Chosen | None:
        """The rows that are selected, else the one under the cursor."""
        views = self.selected()
        return Chosen(views) if views else None

    def go_to_undecided(self) -> bool:
        """The next control that is not decided; whether there is one."""
        return self.go_to_next(lambda view: view.applicable is None, lambda view: view.key)

    def retranslate(self) -> None:
        """What does not hear of another language by itself."""
        self.table.setAccessibleName(_("Controls"))
        sentence = _("No control fits this filter and these words.")
        self.nothing.set_words(_("Nothing found"), sentence, _("Show all controls"))
