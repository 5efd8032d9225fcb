"""Dates a client's plan by its calendar, people and dependencies; shows first what that would change and what does not fit."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from isodesk.domain.arranging import Direction, Misfit, Schedule, Terms, Trouble, arrange
from isodesk.domain.calendar import TooFar
from isodesk.domain.events import PlanChanged
from isodesk.domain.keys import ClientId, TaskId
from isodesk.domain.schedule import CycleFound, Span, WorkItem
from isodesk.errors import InvalidInput, NotAllowed
from isodesk.i18n import N_
from isodesk.services import plan_settings
from isodesk.services.calendar import calendar_of
from isodesk.services.fields import refuse_far_dates
from isodesk.services.history import History
from isodesk.services.plan_items import WHOLE, planned, work_items
from isodesk.services.plan_views import Titles
from isodesk.services.standards import Standards
from isodesk.storage import clients, plan, team
from isodesk.storage.tables import TaskRow
from isodesk.storage.work import Session, Work, Workshop


@dataclass(frozen=True, slots=True)
class Wish:
    """How the plan shall be dated. `day` is the start (forward) or the target (backward): None takes the one in the
    settings or today, or the client's target. `country` None is the one in the settings."""

    direction: Direction
    day: date | None = None
    country: str | None = None
    move_pinned: bool = False
    """Whether dates set by hand may move too."""


@dataclass(frozen=True, slots=True)
class Move:
    """Proposed dates of an open task. `before` are those it has; begun work keeps the day on which it began."""

    task: TaskId
    number: int
    title: str
    before: Span | None
    after: Span
    rest: Span
    """The days on which what is left of it is done: those of `after`, but for begun work."""
    slack: int
    """Working days by which it can be moved without harm."""

    @property
    def moves(self) -> bool:
        """Whether anything changes."""
        return self.before != self.after


@dataclass(frozen=True, slots=True)
class MisfitView:
    """One thing that does not fit, with the names of those it is about."""

    trouble: Trouble
    task: TaskId | None
    title: str
    other_title: str
    person: str
    days: int


@dataclass(frozen=True, slots=True)
class Proposal:
    """What `apply` would write. Nothing is written yet."""

    wish: Wish
    begins: date
    """The first day on which open work was allowed to lie."""
    ends: date | None
    target: date | None
    reserve: int | None
    """Working days between end and target; negative when late."""
    moves: tuple[Move, ...]
    pinned: int
    """Open tasks whose dates were set by hand and stay."""
    misfits: tuple[MisfitView, ...]
    critical: frozenset[TaskId]

    @property
    def moving(self) -> int:
        """How many tasks get other dates."""
        return sum(move.moves for move in self.moves)


class Scheduling:
    """Previews and sets the dates of a plan."""

    def __init__(self, workshop: Workshop, history: History, standards: Standards) -> None:
        self._workshop = workshop
        self._history = history
        self._standards = standards

    def preview(self, client: ClientId, wish: Wish, language: str) -> Proposal:
        """Dates for all open tasks, with what does not fit. Raises InvalidInput (no target), NotAllowed (a circle, or
        a plan without end), NotFound."""
        with self._workshop.read() as session:
            terms = terms_of(session, client, wish, self._workshop.today)
            items = work_items(session, client, self._workshop.today, move_pinned=wish.move_pinned)
            rows = {row.id: row for row in plan.tasks(session, client)}
            names = self._names(session, client, rows.values(), language)
            found = dated(items, terms, names)
            people = team.names(session, client)
        moves = [
            _move(number, rows[item.id], names[item.id], found)
            for number, item in _numbered(items, rows)
            if not item.done and item.fixed is None
        ]
        ends = found.end(items)
        return Proposal(
            wish,
            terms.start,
            ends,
            terms.target,
            terms.calendar.reserve(ends, terms.target) if ends and terms.target else None,
            tuple(moves),
            sum(item.fixed is not None and not item.done for item in items),
            tuple(_misfit(misfit, names, people) for misfit in found.misfits),
            frozenset(TaskId(key) for key in found.critical),
        )

    def apply(self, client: ClientId, proposal: Proposal) -> int:
        """Writes the dates of a proposal and keeps its direction, start and country, in one step; returns how many
        tasks moved. Tasks that were removed, finished or dated by hand meanwhile are left alone."""
        wish = proposal.wish
        kept: dict[str, object] = {"direction": wish.direction.value}
        if wish.country is not None:
            kept["country"] = wish.country
        if wish.direction is Direction.FORWARD and wish.day is not None:
            kept["start_on"] = wish.day
        with self._history.step(N_("set the dates of the plan")) as work:
            moved = sum(_write(work, client, move, unpin=wish.move_pinned) for move in proposal.moves)
            plan_settings.write(work, client, kept)
            work.record(PlanChanged(client))
        return moved

    def unpin(self, client: ClientId, tasks: Iterable[TaskId]) -> None:
        """Lets dates that were set by hand be moved by the scheduler again."""
        with self._history.step(N_("let dates move")) as work:
            for task in tasks:
                row = work.session.get(TaskRow, task)
                if row is not None and row.client_id == client:
                    row.is_pinned = False
            work.record(PlanChanged(client))

    def _names(self, session: Session, client: str, rows: Iterable[TaskRow], language: str) -> dict[str, str]:
        titles = Titles(session, self._standards, ClientId(client), language)
        return {row.id: titles.of(row) for row in rows}


def terms_of(session: Session, client: str, wish: Wish, today: date) -> Terms:
    """By what a wish dates the plan of a client. Open work never lies before today. Raises InvalidInput, NotFound."""
    refuse_far_dates({"day": wish.day})
    settings = plan_settings.settings_of(session, client)
    target = clients.get(session, client).target_on
    start = today
    if wish.direction is Direction.BACKWARD:
        target = wish.day or target
        if target is None:
            raise InvalidInput("day", N_("No target date is set."), N_("Enter the day the certificate is wanted by."))
    else:
        start = max(today, wish.day or settings.start_on or today)
    left = dict.fromkeys(team.names(session, client), 0.0)  # who was removed and still owns work has no hours for it
    return Terms(
        start,
        calendar_of(session, client, today, wish.country),
        left | {row.id: row.hours_a_week for row in team.people(session, client)},
        wish.direction,
        target,
    )


def dated(items: Sequence[WorkItem], terms: Terms, names: Mapping[str, str]) -> Schedule:
    """The schedule of items. Raises NotAllowed in plain words where there is none."""
    try:
        return arrange(items, terms)
    except CycleFound as error:
        raise NotAllowed(
            N_("These tasks would wait for one another: {tasks}."),
            N_("Remove one of the dependencies."),
            tasks=" → ".join(names.get(member, member) for member in error.members),
        ) from error
    except TooFar as error:
        raise endless() from error


def endless() -> NotAllowed:
    """The trouble with a plan that runs past the last year that dates know."""
    return NotAllowed(
        N_("With these efforts the plan would not end in thousands of years."),
        N_("Check the hours of the tasks and the hours a week of the people."),
    )


def _numbered(items: Sequence[WorkItem], rows: Mapping[str, TaskRow]) -> list[tuple[int, WorkItem]]:
    numbers = {key: number for number, key in enumerate(rows, start=1)}
    return [(numbers[item.id], item) for item in items]


def _move(number: int, row: TaskRow, title: str, found: Schedule) -> Move:
    rest, before = found.spans[row.id], planned(row)
    begun = row.done > 0 and before is not None and before.start < rest.start
    after = Span(before.start, rest.due) if before and begun else rest
    return Move(TaskId(row.id), number, title, before, after, rest, found.slack[row.id])


def _misfit(misfit: Misfit, names: Mapping[str, str], people: Mapping[str, str]) -> MisfitView:
    return MisfitView(
        misfit.trouble,
        TaskId(misfit.item) if misfit.item else None,
        names.get(misfit.item, ""),
        names.get(misfit.other, ""),
        people.get(misfit.owner, ""),
        misfit.days,
    )


def _write(work: Work, client: str, move: Move, *, unpin: bool) -> bool:
    row = work.session.get(TaskRow, move.task)
    if row is None or row.client_id != client or row.archived_at is not None or row.done == WHOLE:
        return False
    if row.is_pinned and not unpin:
        return False
    moved = planned(row) != move.after
    row.start_on, row.due_on = move.after.start, move.after.due
    if unpin:
        row.is_pinned = False
    return moved
