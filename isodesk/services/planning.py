"""Builds the plan out of the gaps: a task for each gap, by the usual role, after what it follows, with proposed dates."""

from collections.abc import Mapping, Sequence
from datetime import date

from isodesk.domain.arranging import Terms, arrange
from isodesk.domain.events import PlanChanged
from isodesk.domain.keys import ClientId
from isodesk.domain.people import Role
from isodesk.domain.schedule import Span, WorkItem
from isodesk.i18n import N_
from isodesk.services.assessment import Assessment, QuestionView
from isodesk.services.calendar import calendar_of
from isodesk.services.history import History
from isodesk.services.plan import TaskKind
from isodesk.services.results import gap_hours
from isodesk.services.standards import Requirement, Standards
from isodesk.services.team import PersonView, Team
from isodesk.storage import plan
from isodesk.storage.tables import TaskLinkRow, TaskRow
from isodesk.storage.work import Work, Workshop
from isodesk.wording import MILESTONES

_FALLBACK = (Role.QUALITY, Role.HEAD)
"""Who takes a task when nobody has its usual role."""
_WHOLE = 100


class Planning:
    """Turns an assessment into tasks. Building again adds what is new and keeps what is there."""

    def __init__(
        self, workshop: Workshop, history: History, assessment: Assessment, standards: Standards, team: Team
    ) -> None:
        self._workshop = workshop
        self._history = history
        self._assessment = assessment
        self._standards = standards
        self._team = team

    def open_gaps(self, client: ClientId) -> tuple[QuestionView, ...]:
        """Gaps that no task closes yet, in the order of the standard."""
        with self._workshop.read() as session:
            covered = {row.question for row in plan.tasks(session, client)}
        return tuple(
            view for view in self._assessment.questions(client, "en") if view.is_gap and view.key not in covered
        )

    def build(self, client: ClientId, start: date | None = None) -> int:
        """Adds a task for each open gap and the milestones that are missing, in one step; returns how many tasks.

        Dates run forward from `start` (today by default) on the working days of the client's calendar, one task at a
        time for each person.
        """
        gaps = self.open_gaps(client)
        people = self._team.people(client)
        requirements = self._standards.requirements(client)
        with self._history.step(N_("build the plan from the gaps")) as work:
            existing = plan.tasks(work.session, client)
            rows = self._add_tasks(work, client, gaps, people)
            by_question: dict[str | None, TaskRow] = {row.question: row for row in [*existing, *rows] if row.question}
            links = _links(rows, by_question, requirements)
            milestones = self._add_milestones(work, client, {row.milestone for row in existing}, len(rows))
            links += _milestone_links(milestones, list(by_question.values()))
            for predecessor, successor in links:
                work.session.add(TaskLinkRow(predecessor_id=predecessor, successor_id=successor))
            calendar = calendar_of(work.session, client, work.today)
            hours = {str(person.id): person.hours_a_week for person in people}
            _date([*rows, *milestones], links, existing, Terms(start or work.today, calendar, hours))
            work.record(PlanChanged(client))
        return len(rows)

    def _add_tasks(
        self, work: Work, client: ClientId, gaps: Sequence[QuestionView], people: Sequence[PersonView]
    ) -> list[TaskRow]:
        position = plan.last_position(work.session, client)
        rows: list[TaskRow] = []
        for gap in gaps:
            position += 1
            owner = gap.owner or _owner(gap.role, people)
            row = TaskRow(
                client_id=client,
                position=position,
                kind=TaskKind.TASK.value,
                title="",
                question=gap.key,
                standard=gap.standard,
                clause=gap.clause,
                owner_id=owner,
                effort=float(max(1, round(gap_hours(gap)))),
            )
            work.session.add(row)
            rows.append(row)
        return rows

    def _add_milestones(self, work: Work, client: ClientId, present: set[str | None], new_tasks: int) -> list[TaskRow]:
        rows: list[TaskRow] = []
        if not new_tasks and not present - {None}:
            return rows
        position = plan.last_position(work.session, client) + new_tasks
        for key in MILESTONES:
            if key not in present:
                position += 1
                row = TaskRow(
                    client_id=client, position=position, kind=TaskKind.MILESTONE.value, title="", milestone=key
                )
                work.session.add(row)
                rows.append(row)
        return rows


def _owner(role: Role, people: Sequence[PersonView]) -> str | None:
    for wanted in (role, *_FALLBACK):
        for person in people:
            if wanted in person.roles:
                return person.id
    return None


def _links(
    rows: Sequence[TaskRow], by_question: Mapping[str | None, TaskRow], requirements: Sequence[Requirement]
) -> list[tuple[str, str]]:
    """Dependencies among tasks: what a question follows, over questions that need no task of their own."""
    follows = {r.question.key: r.question.follows for r in requirements}

    def nearest(key: str, seen: frozenset[str]) -> list[str]:
        found: list[str] = []
        for before in follows.get(key, ()):
            if before in by_question:
                found.append(by_question[before].id)
            elif before not in seen:
                found += nearest(before, seen | {before})
        return found

    return [
        (predecessor, row.id)
        for row in rows
        for predecessor in dict.fromkeys(nearest(row.question or "", frozenset()))
        if predecessor != row.id
    ]


def _milestone_links(milestones: Sequence[TaskRow], tasks: Sequence[TaskRow]) -> list[tuple[str, str]]:
    """The first milestone waits for all tasks, each later one for the one before it."""
    links: list[tuple[str, str]] = []
    for index, row in enumerate(milestones):
        before = [milestones[index - 1]] if index else tasks
        links += [(task.id, row.id) for task in before]
    return links


def _date(rows: Sequence[TaskRow], links: Sequence[tuple[str, str]], existing: Sequence[TaskRow], terms: Terms) -> None:
    """Dates new tasks around those that have dates already."""
    waits: dict[str, list[str]] = {}
    for predecessor, successor in links:
        waits.setdefault(successor, []).append(predecessor)
    items = [
        WorkItem(row.id, row.effort, row.owner_id, tuple(waits.get(row.id, ())), rank) for rank, row in enumerate(rows)
    ]
    standing = [
        WorkItem(row.id, row.effort, row.owner_id, fixed=Span(row.start_on, row.due_on), done=row.done == _WHOLE)
        for row in existing
        if row.start_on and row.due_on
    ]
    spans = arrange([*standing, *items], terms).spans
    for row in rows:
        row.start_on, row.due_on = spans[row.id].start, spans[row.id].due
