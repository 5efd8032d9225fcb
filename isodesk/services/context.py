"""The context of a client: issues, interested parties with their requirements, the climate question (4.1, 4.2)."""

from collections.abc import Iterable, Sequence
from typing import Final

from isodesk.domain.context import Category, Side, side_of
from isodesk.domain.events import ContextChanged
from isodesk.domain.keys import ClientId, IssueId, PartyId
from isodesk.errors import InvalidInput, NotFound
from isodesk.i18n import N_
from isodesk.services.context_views import (
    ClimateView,
    IssueView,
    NewIssue,
    NewParty,
    PartyView,
    RequirementView,
)
from isodesk.services.fields import LONG, clean, cleaned, folded
from isodesk.services.history import History
from isodesk.storage import context
from isodesk.storage.tables import ClimateRow, IssueRow, PartyRequirementRow, PartyRow
from isodesk.storage.work import Work, Workshop

__all__ = ["ClimateView", "Context", "IssueView", "NewIssue", "NewParty", "PartyView", "RequirementView"]

NAME_LIMIT: Final = 300
_ISSUE_LIMITS: Final = {"text": LONG, "effect": LONG}
_PARTY_LIMITS: Final = {"name": NAME_LIMIT, "note": LONG}
_WANTED_LIMITS: Final = {"text": LONG, "met_by": LONG}


class Context:
    """Reads and changes the context; every change is a step that can be undone."""

    def __init__(self, workshop: Workshop, history: History) -> None:
        self._workshop = workshop
        self._history = history

    def issues(self, client: ClientId) -> tuple[IssueView, ...]:
        """Issues in their order."""
        with self._workshop.read() as session:
            return tuple(_issue_view(row) for row in context.issues(session, client))

    def parties(self, client: ClientId) -> tuple[PartyView, ...]:
        """Interested parties with their requirements, in their order."""
        with self._workshop.read() as session:
            wanted = context.requirements_of_client(session, client)
            return tuple(_party_view(row, wanted.get(row.id, ())) for row in context.parties(session, client))

    def climate(self, client: ClientId) -> ClimateView:
        """What was said of climate change."""
        with self._workshop.read() as session:
            row = context.climate(session, client)
            return ClimateView(row.relevant, row.reason, row.decided_on) if row else ClimateView()

    def add_issue(self, client: ClientId, text: str, side: Side = Side.EXTERNAL) -> IssueId:
        """A new issue at the end. Raises InvalidInput."""
        kept = clean("text", text, LONG, required=True, lines=True)
        with self._history.step(N_("add an issue")) as work:
            row = IssueRow(
                client_id=client,
                position=context.next_position(work.session, IssueRow, client),
                side=side.value,
                text=kept,
            )
            work.session.add(row)
            work.record(ContextChanged(client))
            return IssueId(row.id)

    def change_issue(self, client: ClientId, issue: IssueId, **values: object) -> None:
        """Changes fields of an issue: `text`, `effect`, `side`, `category`, `favourable`. A category of the other side
        takes the issue there; another side lets go of a category that it does not know. Raises InvalidInput, NotFound."""
        texts = {name: value for name, value in values.items() if name in _ISSUE_LIMITS}
        kept = cleaned(texts, _ISSUE_LIMITS, frozenset({"text"}))
        with self._history.step(N_("change an issue")) as work:
            row = _issue(work, issue)
            for field, value in kept.items():
                setattr(row, field, value)
            if "favourable" in values:
                row.favourable = None if values["favourable"] is None else bool(values["favourable"])
            if "side" in values:
                row.side = Side(str(values["side"])).value
                if row.category and side_of(Category(row.category)) != row.side:
                    row.category = ""
            if "category" in values:
                _categorise(row, values["category"])
            work.record(ContextChanged(client))

    def archive_issue(self, client: ClientId, issue: IssueId) -> None:
        """Removes an issue; undo and the trash bring it back."""
        with self._history.step(N_("remove an issue")) as work:
            _issue(work, issue).archived_at = work.now
            work.record(ContextChanged(client))

    def move_issue(self, client: ClientId, issue: IssueId, places: int) -> None:
        """Moves an issue up (negative) or down in the order."""
        with self._history.step(N_("move an issue")) as work:
            _move(context.issues(work.session, client), _issue(work, issue), places)
            work.record(ContextChanged(client))

    def propose_issues(self, client: ClientId, proposals: Iterable[NewIssue]) -> int:
        """Adds several issues in one step and says how many; one that stands there already is passed over."""
        with self._history.step(N_("add the usual issues")) as work:
            known = {folded(row.text.strip()) for row in context.issues(work.session, client)}
            position = context.next_position(work.session, IssueRow, client)
            fresh = [new for new in proposals if folded(new.text.strip()) not in known]
            for offset, new in enumerate(fresh):
                row = IssueRow(
                    client_id=client,
                    position=position + offset,
                    side=new.side.value,
                    category=new.category.value if new.category else "",
                    text=clean("text", new.text, LONG, required=True, lines=True),
                    effect=clean("effect", new.effect, LONG, lines=True),
                    favourable=new.favourable,
                )
                work.session.add(row)
            work.record(ContextChanged(client))
            return len(fresh)

    def add_party(self, client: ClientId, name: str) -> PartyId:
        """A new interested party at the end. Raises InvalidInput."""
        kept = clean("name", name, NAME_LIMIT, required=True)
        with self._history.step(N_("add the party “{name}”"), name=kept) as work:
            row = PartyRow(client_id=client, position=context.next_position(work.session, PartyRow, client), name=kept)
            work.session.add(row)
            work.record(ContextChanged(client))
            return PartyId(row.id)

    def change_party(self, client: ClientId, party: PartyId, **values: object) -> None:
        """Changes `name` or `note` of a party. Raises InvalidInput, NotFound."""
        kept = cleaned(values, _PARTY_LIMITS, frozenset({"name"}))
        with self._history.step(N_("change an interested party")) as work:
            row = _party(work, party)
            for field, value in kept.items():
                setattr(row, field, value)
            work.record(ContextChanged(client))

    def archive_party(self, client: ClientId, party: PartyId) -> None:
        """Removes a party with its requirements; undo and the trash bring them back."""
        with self._history.step(N_("remove an interested party")) as work:
            _party(work, party).archived_at = work.now
            work.record(ContextChanged(client))

    def move_party(self, client: ClientId, party: PartyId, places: int) -> None:
        """Moves a party up (negative) or down in the order."""
        with self._history.step(N_("move an interested party")) as work:
            _move(context.parties(work.session, client), _party(work, party), places)
            work.record(ContextChanged(client))

    def propose_parties(self, client: ClientId, proposals: Iterable[NewParty]) -> int:
        """Adds several parties with their requirements in one step and says how many; one of a name that stands there
        already is passed over."""
        with self._history.step(N_("add the usual interested parties")) as work:
            known = {folded(row.name.strip()) for row in context.parties(work.session, client)}
            position = context.next_position(work.session, PartyRow, client)
            fresh = [new for new in proposals if folded(new.name.strip()) not in known]
            for offset, new in enumerate(fresh):
                _add_party(work, client, position + offset, new)
            work.record(ContextChanged(client))
            return len(fresh)

    def add_requirement(self, client: ClientId, party: PartyId, text: str) -> str:
        """A new requirement at the end of a party's. Raises InvalidInput, NotFound."""
        kept = clean("text", text, LONG, required=True, lines=True)
        with self._history.step(N_("add a requirement")) as work:
            _party(work, party)
            rows = context.requirements(work.session, party)
            position = rows[-1].position + 1 if rows else 0
            row = PartyRequirementRow(party_id=party, position=position, text=kept)
            work.session.add(row)
            work.record(ContextChanged(client))
            return row.id

    def change_requirement(self, client: ClientId, requirement: str, **values: object) -> None:
        """Changes `text`, `met_by`, `is_obligation` or `on_climate` of a requirement. Raises InvalidInput, NotFound."""
        kept = cleaned(values, _WANTED_LIMITS, frozenset({"text"}))
        with self._history.step(N_("change a requirement")) as work:
            row = _requirement(work, requirement)
            for field, value in kept.items():
                setattr(row, field, value)
            work.record(ContextChanged(client))

    def remove_requirement(self, client: ClientId, requirement: str) -> None:
        """Removes a requirement; undo brings it back."""
        with self._history.step(N_("remove a requirement")) as work:
            work.session.delete(_requirement(work, requirement))
            work.record(ContextChanged(client))

    def move_requirement(self, client: ClientId, requirement: str, places: int) -> None:
        """Moves a requirement up (negative) or down among those of its party."""
        with self._history.step(N_("move a requirement")) as work:
            row = _requirement(work, requirement)
            _move(context.requirements(work.session, row.party_id), row, places)
            work.record(ContextChanged(client))

    def state_climate(self, client: ClientId, **values: object) -> None:
        """Says whether climate change is relevant (`relevant`, None takes it back) and why (`reason`); the day on which
        both were said first is kept. Raises InvalidInput."""
        kept = cleaned(values, {"reason": LONG}, frozenset())
        with self._history.step(N_("answer the climate question")) as work:
            row = context.climate(work.session, client)
            if row is None:
                row = ClimateRow(client_id=client, relevant=None, reason="")
                work.session.add(row)
            for field, value in kept.items():
                setattr(row, field, value)
            row.decided_on = work.today if row.relevant is not None and row.reason else None
            work.record(ContextChanged(client))


def _issue_view(row: IssueRow) -> IssueView:
    category = Category(row.category) if row.category else None
    return IssueView(IssueId(row.id), Side(row.side), category, row.text, row.effect, row.favourable)


def _party_view(row: PartyRow, wanted: Sequence[PartyRequirementRow]) -> PartyView:
    views = tuple(RequirementView(r.id, r.text, r.met_by, r.is_obligation, r.on_climate) for r in wanted)
    return PartyView(PartyId(row.id), row.name, row.note, views)


def _categorise(row: IssueRow, category: object) -> None:
    if not category:
        row.category = ""
        return
    try:
        chosen = Category(str(category))
    except ValueError as error:
        raise InvalidInput("category", N_("There is no such category."), N_("Choose one from the list.")) from error
    row.category, row.side = chosen.value, side_of(chosen).value


def _add_party(work: Work, client: ClientId, position: int, new: NewParty) -> None:
    name = clean("name", new.name, NAME_LIMIT, required=True)
    row = PartyRow(client_id=client, position=position, name=name, note=clean("note", new.note, LONG, lines=True))
    work.session.add(row)
    for place, wanted in enumerate(new.requirements):
        work.session.add(
            PartyRequirementRow(
                party_id=row.id,
                position=place,
                text=clean("text", wanted.text, LONG, required=True, lines=True),
                met_by=clean("met_by", wanted.met_by, LONG, lines=True),
                is_obligation=wanted.is_obligation,
                on_climate=wanted.on_climate,
            )
        )


_Ordered = IssueRow | PartyRow | PartyRequirementRow


def _move(found: Sequence[_Ordered], row: _Ordered, places: int) -> None:
    rows = [other for other in found if other is not row]
    index = list(found).index(row) if row in found else len(rows)
    rows.insert(max(0, min(len(rows), index + places)), row)
    for position, moved in enumerate(rows):
        moved.position = position


def _issue(work: Work, issue: IssueId) -> IssueRow:
    row = work.session.get(IssueRow, issue)
    if row is None:
        raise NotFound(N_("This issue is no longer there."), N_("Choose another one from the list."))
    return row


def _party(work: Work, party: PartyId) -> PartyRow:
    row = work.session.get(PartyRow, party)
    if row is None:
        raise NotFound(N_("This interested party is no longer there."), N_("Choose another one from the list."))
    return row


def _requirement(work: Work, requirement: str) -> PartyRequirementRow:
    row = work.session.get(PartyRequirementRow, requirement)
    if row is None:
        raise NotFound(N_("This requirement is no longer there."), N_("Choose another one from the list."))
    return row
