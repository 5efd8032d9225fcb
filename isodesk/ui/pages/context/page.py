"""Page 1.6: issues, interested parties with their requirements, the climate question."""

from typing import ClassVar, Final

from isodesk.domain.context import Side
from isodesk.domain.events import ClientChanged, ContextChanged
from isodesk.domain.journey import Page
from isodesk.services.context import ClimateView, IssueView, PartyView
from isodesk.ui.page import PageView
from isodesk.ui.pages.context.climate import REASON, RELEVANT, ClimatePanel
from isodesk.ui.pages.context.issues import IssuesPanel
from isodesk.ui.pages.context.parties import PartiesPanel
from isodesk.ui.speech import _
from isodesk.ui.widgets.scroll_column import ScrollColumn

PARTIES: Final = "parties"
_MOST: Final = 3
"""Parties without a requirement that are named one by one."""


class ContextPage(PageView):
    """Three parts in one column."""

    key = Page.CONTEXT
    hears = (ContextChanged, ClientChanged)
    documents: ClassVar[tuple[str, ...]] = ("context",)

    def _build(self) -> None:
        self._area = ScrollColumn(self, 24)
        self.issues = IssuesPanel(self.case, self)
        self.parties = PartiesPanel(self.case, self)
        self.climate = ClimatePanel(self.case, self)
        read_only = self.case.services.read_only is not None
        for part in (self.issues, self.parties, self.climate):
            self._area.add(part)
            part.set_read_only(read_only)
        self.body.addWidget(self._area)

    def refresh(self) -> None:
        """Reads everything again and says what is still missing."""
        issues = self.issues.refresh()
        parties = self.parties.refresh()
        climate = self.climate.refresh(parties)
        self.head.set_missing([*_missing_issues(issues), *_missing_parties(parties), *_missing_climate(climate)])

    def show_row(self, row: str) -> None:
        """A record by its id, a field of the climate question, or one of the parts by name."""
        if row in set(Side):
            self._area.reveal(self.issues)
            self.issues.start()
        elif row == PARTIES:
            self._area.reveal(self.parties)
            self.parties.start()
        elif self.climate.focus(row):
            self._area.reveal(self.climate.form.fields[row])
        elif self.issues.show_issue(row):
            self._area.reveal(self.issues.table)
        elif self.parties.show_party(row):
            self._area.reveal(self.parties.table)

    def current_row(self) -> str:
        """The id of the record at hand, or the field."""
        return self.issues.focused() or self.parties.focused() or self.climate.focused()

    def key_help(self) -> tuple[tuple[str, str], ...]:
        """Keys of the tables."""
        return (
            ("Enter", _("Change the row")),
            ("Alt+↑ / Alt+↓", _("Move the row up or down")),
            ("Del", _("Remove the row")),
        )


def _missing_issues(issues: tuple[IssueView, ...]) -> list[tuple[str, str]]:
    sides = {issue.side for issue in issues}
    words = {Side.EXTERNAL: _("External issues"), Side.INTERNAL: _("Internal issues")}
    return [(side.value, words[side]) for side in Side if side not in sides]


def _missing_parties(parties: tuple[PartyView, ...]) -> list[tuple[str, str]]:
    if not parties:
        return [(PARTIES, _("Interested parties"))]
    bare = [party for party in parties if not party.requirements]
    return [(str(party.id), _("Requirements of “{party}”").format(party=party.name)) for party in bare[:_MOST]]


def _missing_climate(climate: ClimateView) -> list[tuple[str, str]]:
    """The answer first; its reason once there is one."""
    if climate.relevant is None:
        return [(RELEVANT, _("Answer to the climate question"))]
    return [] if climate.is_complete else [(REASON, _("Reason for the climate answer"))]
