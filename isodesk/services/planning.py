"""Builds the plan out of the gaps: tasks by gap or by clause, by the usual role, after what they follow, with proposed
dates, and the standard milestones."""

from collections.abc import Collection, Sequence
from datetime import date

from isodesk.domain.arranging import Terms, arrange
from isodesk.domain.events import PlanChanged
from isodesk.domain.keys import ClientId
from isodesk.domain.people import Role
from isodesk.domain.schedule import Span, WorkItem
from isodesk.i18n import N_
from isodesk.services import milestones
from isodesk.services.assessment import Assessment, QuestionView
from isodesk.services.calendar import calendar_of
from isodesk.services.fields import refuse_far_dates
from isodesk.services.history import History
from isodesk.services.plan_parcels import Documents, Grouping, Parcel, holder, parcels
from isodesk.services.plan_views import TaskKind
from isodesk.services.standards import Requirement, Standards
from isodesk.services.team import PersonView, Team
from isodesk.storage import clients, plan
from isodesk.storage.tables import TaskLinkRow, TaskQuestionRow, TaskRow
from isodesk.storage.work import Session, Work, Workshop
from isodesk.wording import MILESTONES

__all__ = ["Grouping", "Planning"]

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
        """Gaps that no task closes yet, in the order of the standard; those whose task was removed are among them."""
        with self._workshop.read() as session:
            covered = _covered(session, client, plan.tasks(session, client))
        return tuple(
            view for view in self._assessment.questions(client, "en") if view.is_gap and view.key not in covered
        )

    def removed_gaps(self, client: ClientId) -> tuple[QuestionView, ...]:
        """Open gaps whose task lies in the trash: building does not propose them again unless it is asked to."""
        with self._workshop.read() as session:
            binned = _covered(session, client, plan.removed(session, client))
        return tuple(view for view in self.open_gaps(client) if view.key in binned)

    def unfilled_roles(self, client: ClientId) -> tuple[Role, ...]:
        """Roles that open tasks ask for and nobody holds, in the order of Role."""
        with self._workshop.read() as session:
            asked = {row.role for row in plan.tasks(session, client) if row.role and row.done < 100}
        held = {role for person in self._team.people(client) for role in person.roles}
        return tuple(role for role in Role if role in asked and role not in held)

    def build(
        self,
        client: ClientId,
        start: date | None = None,
        *,
        by: Grouping = Grouping.GAP,
        removed: bool = False,
        wanted: Collection[str] = tuple(MILESTONES),
    ) -> int:
        """Adds tasks for the open gaps, in one step; returns how many.

        Dates run forward from `start` (today by default), on the working days of the client's calendar, one task at
        a time for each person. What is
        there keeps its words, people, dates and links; only milestones that wait for new work move behind it, unless
        their dates were set by hand. What lies in the trash is proposed again only with `removed`, or when the plan is
        empty. The `wanted` standard milestones come with the first build; with `removed` those that are missing too.
        Raises InvalidInput for a start that cannot be meant.
        """
        refuse_far_dates({"start": start})
        with self._workshop.read() as session:
            afresh = removed or not plan.tasks(session, client)
        left_out = frozenset() if afresh else frozenset(view.key for view in self.removed_gaps(client))
        gaps = [gap for gap in self.open_gaps(client) if gap.key not in left_out]
        people, requirements = self._team.people(client), self._standards.requirements(client)
        with self._history.step(N_("build the plan from the gaps")) as work:
            building = _Building(work, client, people, requirements, start or work.today)
            documents = self._documents(work, client, requirements, building.existing)
            rows = building.add_tasks(parcels(gaps, by, documents, self._standards.within(work.session, client)))
            building.add_milestones(wanted, afresh=afresh)
            building.tie()
            work.record(PlanChanged(client))
        return len(rows)

    def _documents(
        self, work: Work, client: ClientId, requirements: Sequence[Requirement], existing: Sequence[TaskRow]
    ) -> Documents:
        delivered = {row.clause for row in existing if row.deliverable.strip()}
        language = clients.get(work.session, client).language
        return Documents(self._standards.within(work.session, client), requirements, delivered, language)


class _Building:
    """One build: the rows that were there, those that are new, and what ties them."""

    def __init__(
        self,
        work: Work,
        client: ClientId,
        people: Sequence[PersonView],
        requirements: Sequence[Requirement],
        start: date,
    ) -> None:
        self._work = work
        self._client = client
        self._people = people
        self._start = start
        self._follows = {r.question.key: r.question.follows for r in requirements}
        self.existing = plan.tasks(work.session, client)
        self._by_question: dict[str, TaskRow] = {}
        for key, row in _closing(work.session, client, self.existing):
            self._by_question[key] = row
        self._position = plan.last_position(work.session, client)
        self._asked: dict[str, tuple[str, ...]] = {}
        self._rows: list[TaskRow] = []
        self._milestones: list[TaskRow] = []

    def add_tasks(self, made: Sequence[Parcel]) -> list[TaskRow]:
        """A task for each parcel of gaps."""
        for parcel in made:
            row = self._add(
                kind=TaskKind.TASK.value,
                question=parcel.questions[0] if len(parcel.questions) == 1 else None,
                standard=parcel.standard,
                clause=parcel.clause,
                role=parcel.role.value,
                owner_id=parcel.owner or holder(parcel.role, self._people),
                effort=parcel.hours,
                deliverable=parcel.deliverable,
            )
            if len(parcel.questions) > 1:
                self._work.session.add_all(TaskQuestionRow(task_id=row.id, question=key) for key in parcel.questions)
            self._asked[row.id] = parcel.questions
            self._by_question.update((key, row) for key in parcel.questions)
            self._rows.append(row)
        return self._rows

    def add_milestones(self, wanted: Collection[str], *, afresh: bool) -> None:
        """The standard ones: all with the first build, afterwards only where they are asked for."""
        present = {row.milestone for row in self.existing}
        binned = {row.milestone for row in plan.removed(self._work.session, self._client)}
        first = not (present | binned) - {None}
        if not (first or afresh) or not (self._rows or self.existing):
            return
        for key in milestones.missing(present, wanted):
            self._milestones.append(self._add(kind=TaskKind.MILESTONE.value, milestone=key))

    def _add(self, **values: object) -> TaskRow:
        self._position += 1
        row = TaskRow(client_id=self._client, position=self._position, title="", **values)
        self._work.session.add(row)
        return row

    def tie(self) -> None:
        """Links and dates of what is new."""
        new = {row.id for row in (*self._rows, *self._milestones)}
        if not new:
            return
        known = [(link.predecessor_id, link.successor_id) for link in plan.links(self._work.session, self._client)]
        work = [row for row in (*self.existing, *self._rows) if row.kind == TaskKind.TASK.value]
        standard = {row.milestone: row for row in (*self.existing, *self._milestones) if row.milestone}
        wanted = [link for link in milestones.wanted_links(work, standard) if new & set(link)]
        links = milestones.without_circles(known, [*self._task_links(), *wanted])
        self._work.session.add_all(TaskLinkRow(predecessor_id=a, successor_id=b) for a, b in links)
        calendar = calendar_of(self._work.session, self._client, self._work.today)
        hours = {str(person.id): person.hours_a_week for person in self._people}
        _date([*self._rows, *self._milestones], links, self.existing, Terms(self._start, calendar, hours))
        every = {row.id: row for row in (*self.existing, *self._rows, *self._milestones)}
        milestones.wait(standard, [row.id for row in self._milestones], known, links, every, calendar)

    def _task_links(self) -> list[tuple[str, str]]:
        """Dependencies among tasks: what their questions follow, over questions that need no task of their own."""

        def nearest(key: str, seen: frozenset[str]) -> list[str]:
            found: list[str] = []
            for before in self._follows.get(key, ()):
                if before in self._by_question:
                    found.append(self._by_question[before].id)
                elif before not in seen:
                    found += nearest(before, seen | {before})
            return found

        return [
            (before, row.id)
            for row in self._rows
            for before in dict.fromkeys(
                name for key in self._asked[row.id] for name in nearest(key, frozenset()) if name != row.id
            )
        ]


def _closing(session: Session, client: ClientId, rows: Sequence[TaskRow]) -> list[tuple[str, TaskRow]]:
    """(question, task that closes its gap) of some tasks."""
    by_id = {row.id: row for row in rows}
    several = [
        (row.question, by_id[row.task_id]) for row in plan.task_questions(session, client) if row.task_id in by_id
    ]
    return [*((row.question, row) for row in rows if row.question), *several]


def _covered(session: Session, client: ClientId, rows: Sequence[TaskRow]) -> frozenset[str]:
    return frozenset(key for key, _row in _closing(session, client, rows))


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
