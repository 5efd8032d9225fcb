"""The next dates of a client: a short list that leads to where each one belongs."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from isodesk.domain.journey import Page
from isodesk.i18n import N_
from isodesk.services.overview import Deadline
from isodesk.ui.models.rows import Column, RowsModel
from isodesk.ui.signs import Sign
from isodesk.ui.speech import _, plural, speech
from isodesk.ui.widgets.delegates import StatusDelegate, TwoLineDelegate
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.section_head import SectionHead
from isodesk.ui.widgets.short_table import ShortTable
from isodesk.ui.widgets.spoken import Spoken

_LATE: Final = Sign("warning", "bad")
_SHARES: Final = (3, 2)
_ROW: Final = 48
MOST: Final = 6


@dataclass(frozen=True, slots=True)
class Line:
    """A deadline as it stands today."""

    place: int
    deadline: Deadline
    days: int
    """Until it is due; negative when it is past."""


def distance(days: int) -> str:
    """How far away a date is, in words."""
    if days < 0:
        return plural("{count} day ago", "{count} days ago", -days)
    if not days:
        return _("today")
    return plural("in {count} day", "in {count} days", days)


class DatesPanel(Spoken):
    """`page_picked` carries the page of the date that was chosen."""

    page_picked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._head = SectionHead(self)
        self.table = ShortTable(self, shares=_SHARES, most=MOST, row_height=_ROW)
        columns: tuple[Column[Line], ...] = (
            Column(
                N_("What"),
                lambda line: line.deadline.label,
                second=lambda line: speech().date(line.deadline.on),
            ),
            Column(
                N_("When"),
                lambda line: distance(line.days),
                lambda line: line.days,
                sign=lambda line: _LATE if line.days < 0 else None,
            ),
        )
        self._model = RowsModel(columns, lambda line: line.place, self)
        self.table.setModel(self._model)
        self.table.setItemDelegateForColumn(0, TwoLineDelegate(self.table))
        self.table.setItemDelegateForColumn(1, StatusDelegate(self.table))
        self._none = label(role="muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self._head, self.table, self._none):
            column.addWidget(part)
        self.table.doubleClicked.connect(self._pick)
        self.table.command_key.connect(self._command)
        self.retranslate()

    def show_deadlines(self, deadlines: tuple[Deadline, ...], today: date) -> None:
        """The first ones, the most pressing first."""
        lines = [Line(place, item, (item.on - today).days) for place, item in enumerate(deadlines[:MOST])]
        self._model.set_rows(lines)
        self.table.setVisible(bool(lines))
        self._none.setVisible(not lines)

    def _command(self, key: str) -> None:
        if key == "Enter":
            self._pick(self.table.currentIndex())

    def _pick(self, index: QModelIndex | QPersistentModelIndex) -> None:
        line = self._model.at(index)
        if line is not None:
            page: Page = line.deadline.page
            self.page_picked.emit(page)

    def retranslate(self) -> None:
        """Heading, and the sentence for an empty list."""
        self._head.set_words(_("Next dates"))
        self._none.setText(_("None yet: they come with the plan, the audits and the corrective actions."))
        self.table.setAccessibleName(_("Next dates"))
