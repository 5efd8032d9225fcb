"""Columns of the trash."""

from typing import Final

from PySide6.QtCore import QObject

from isodesk.i18n import N_
from isodesk.services.trash import Binned, Kind
from isodesk.ui.models.rows import Column, RowsModel
from isodesk.ui.signs import Sign
from isodesk.ui.speech import _, plural

_KINDS: Final = {
    Kind.CLIENT: ("building", N_("Client")),
    Kind.TASK: ("gantt", N_("Task")),
    Kind.AUDIT: ("audit", N_("Audit")),
    Kind.ITEM: ("checklist", N_("Checklist row")),
    Kind.FINDING: ("nonconformity", N_("Finding")),
    Kind.PERSON: ("user", N_("Person")),
    Kind.PROCESS: ("process", N_("Process")),
    Kind.SITE: ("building", N_("Site")),
    Kind.EVIDENCE: ("paperclip", N_("File")),
    Kind.ISSUE: ("globe", N_("Issue")),
    Kind.PARTY: ("people", N_("Interested party")),
    Kind.OBJECTIVE: ("flag", N_("Objective")),
    Kind.RISK: ("risk", N_("Risk or opportunity")),
    Kind.BUDGET_LINE: ("planning", N_("Budget line")),
}
SHARES: Final = (150, 330, 140, 140)


def _removed(binned: Binned) -> str:
    return f"{binned.removed_at.astimezone():%d.%m.%Y %H:%M}"


def _left(binned: Binned) -> str:
    if binned.days_left <= 0:
        return _("today")
    return plural("in {count} day", "in {count} days", binned.days_left)


class TrashModel(RowsModel[Binned]):
    """What was removed, the newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(
            (
                Column(
                    N_("Kind"),
                    lambda binned: _(_KINDS[binned.kind][1]),
                    sign=lambda binned: Sign(_KINDS[binned.kind][0], "muted"),
                ),
                Column(N_("Title"), lambda binned: " ".join(binned.title.split())),
                Column(N_("Removed"), _removed, sort=lambda binned: binned.removed_at),
                Column(N_("Gone for good"), _left, sort=lambda binned: binned.days_left),
            ),
            key=lambda binned: binned.id,
            parent=parent,
        )
