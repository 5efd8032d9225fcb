"""The trash: what was removed in the last thirty days, how it comes back, and how it goes for good (decisions 13)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from isodesk.domain.events import (
    AnswersChanged,
    AuditsChanged,
    BudgetChanged,
    ClientChanged,
    ContextChanged,
    Event,
    EvidenceChanged,
    ObjectivesChanged,
    PlanChanged,
    RisksChanged,
    TeamChanged,
)
from isodesk.domain.keys import ClientId
from isodesk.errors import NotFound
from isodesk.i18n import N_
from isodesk.services.checklists import refuse_finished
from isodesk.services.history import History
from isodesk.services.plan_views import Titles
from isodesk.services.standards import Standards
from isodesk.storage import audits, trash
from isodesk.storage.tables import (
    AuditRow,
    ChecklistItemRow,
    ClientRow,
    EvidenceRow,
    FindingRow,
    IssueRow,
    PartyRow,
    PersonRow,
    ProcessRow,
    SiteRow,
    TaskRow,
)
from isodesk.storage.work import Session, Work, Workshop

DAYS: Final = 30


class Kind(StrEnum):
    """What can lie in the trash."""

    CLIENT = "client"
    TASK = "task"
    AUDIT = "audit"
    ITEM = "checklist_item"
    FINDING = "finding"
    PERSON = "person"
    PROCESS = "process"
    SITE = "site"
    EVIDENCE = "evidence"
    ISSUE = "context_issue"
    PARTY = "interested_party"
    OBJECTIVE = "objective"
    RISK = "risk"
    BUDGET_LINE = "budget_line"


@dataclass(frozen=True, slots=True)
class Binned:
    """Something that was removed and can come back."""

    kind: Kind
    id: str
    title: str
    removed_at: datetime
    days_left: int
    """Days until it goes for good, from 30 down to 0."""


_FACTS: Final[Mapping[Kind, tuple[Callable[[ClientId], Event], ...]]] = {
    Kind.CLIENT: (ClientChanged,),
    Kind.SITE: (ClientChanged,),
    Kind.PERSON: (TeamChanged,),
    Kind.PROCESS: (TeamChanged,),
    Kind.TASK: (PlanChanged,),
    Kind.AUDIT: (AuditsChanged,),
    Kind.ITEM: (AuditsChanged,),
    Kind.FINDING: (AuditsChanged,),
    Kind.EVIDENCE: (EvidenceChanged, AnswersChanged, AuditsChanged),
    Kind.ISSUE: (ContextChanged,),
    Kind.PARTY: (ContextChanged,),
    Kind.OBJECTIVE: (ObjectivesChanged,),
    Kind.RISK: (RisksChanged,),
    Kind.BUDGET_LINE: (BudgetChanged,),
}


class Trash:
    """Lists, brings back and clears away what was removed."""

    def __init__(self, workshop: Workshop, history: History, standards: Standards) -> None:
        self._workshop = workshop
        self._history = history
        self._standards = standards

    def listed(self, client: ClientId | None, language: str) -> tuple[Binned, ...]:
        """Removed clients, and what was removed inside `client`; the newest first."""
        now = self._workshop.now
        since = now - timedelta(days=DAYS)
        kinds = tuple(Kind) if client else (Kind.CLIENT,)
        with self._workshop.read() as session:
            titles = _Titles(session, self._standards, client, language)
            found = [
                Binned(kind, row.id, titles.of(row), row.archived_at, DAYS - (now - row.archived_at).days)
                for kind in kinds
                for row in trash.archived(session, kind.value, client, since)
                if row.archived_at is not None
            ]
        return tuple(sorted(found, key=lambda binned: binned.removed_at, reverse=True))

    def restore(self, client: ClientId | None, binned: Binned) -> None:
        """Brings something back; within a client that is a step that can be undone.

        Raises NotFound, and NotAllowed for a row of a finished audit.
        """
        if client is None or binned.kind is Kind.CLIENT:
            with self._workshop.write("restore a client") as work:
                _bring_back(work, ClientId(binned.id), binned)
            return
        with self._history.step(N_("bring back “{name}”"), name=binned.title) as work:
            _bring_back(work, client, binned)

    def purge(self) -> int:
        """Removes for good what has lain in the trash for more than thirty days, and returns how many records went.

        What a living record still names stays, out of sight: an old finding goes on naming who was responsible.
        Nothing is done where the workspace is read-only. Undo forgets its steps when something went.
        """
        before = self._workshop.now - timedelta(days=DAYS)
        if self._workshop.read_only:
            return 0
        with self._workshop.read() as session:
            expired = list(trash.expired(session, before))
        if not expired:
            return 0
        with self._workshop.write("empty the trash") as work:
            removed = sum(trash.remove(work, table, key) for table, key in expired)
        if removed:
            self._history.clear()
        return removed


def _bring_back(work: Work, client: ClientId, binned: Binned) -> None:
    row = trash.get(work.session, binned.kind.value, binned.id)
    if row is None:
        raise NotFound(
            N_("“{name}” is no longer in the trash."), N_("Choose another one from the list."), name=binned.title
        )
    if isinstance(row, ChecklistItemRow):
        refuse_finished(audits.get(work.session, row.audit_id))
    row.archived_at = None
    for fact in _FACTS[binned.kind]:
        work.record(fact(client))


class _Titles:
    """Says what a removed row was called."""

    def __init__(self, session: Session, standards: Standards, client: ClientId | None, language: str) -> None:
        self._tasks = Titles(session, standards, client, language) if client else None

    def of(self, row: trash.BinnedRow) -> str:
        match row:
            case ClientRow():
                return row.short_name or row.name
            case TaskRow():
                return self._tasks.of(row) if self._tasks else row.title
            case AuditRow():
                return row.number
            case ChecklistItemRow():
                return row.own_question
            case FindingRow():
                return f"{row.number} {row.statement}".strip()
            case EvidenceRow() | PersonRow() | ProcessRow() | SiteRow() | PartyRow():
                return row.name
            case _:
                return row.text if isinstance(row, IssueRow) else row.title
