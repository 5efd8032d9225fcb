"""The plan: tasks with owners, dates and dependencies, changed by hand in any way."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from isodesk.domain.charts import Gantt, GanttBar
from isodesk.domain.events import PlanChanged
from isodesk.domain.keys import ClientId, PersonId, QuestionKey, TaskId
from isodesk.domain.schedule import (
    CycleFound,
    Span,
    WorkItem,
    add_working_days,
    critical_path,
    in_order,
    working_day_from,
)
from isodesk.errors import InvalidInput, NotAllowed, NotFound
from isodesk.i18n import N_
from isodesk.services.fields import LONG, cleaned
from isodesk.services.history import History
from isodesk.services.standards import Standards
from isodesk.storage import plan, team
from isodesk.storage.tables import TaskLinkRow, TaskRow
from isodesk.storage.work import Session, Work, Workshop
from isodesk.wording import milestone_title

_LIMITS: Final = {"title": 1000, "deliverable": 2000, "note": LONG, "clause": 40}


class TaskKind(StrEnum):
    """A piece of work, or a day on which something is reached."""

    TASK = "task"
    MILESTONE = "milestone"


@dataclass(frozen=True, slots=True)
class TaskView:
    """A task or milestone in one language."""

    id: TaskId
    number: int
    kind: TaskKind
    title: str
    question: QuestionKey | None
    standard: str
    clause: str
    owner: PersonId | None
    owner_name: str
    start: date | None
    due: date | None
    effort: float
    """Hours."""
    done: int
    """Percent."""
    done_on: date | None
    deliverable: str
    note: str
    predecessors: tuple[TaskId, ...]
    critical: bool
    baseline_start: date | None = None
    baseline_due: date | None = None
    is_pinned: bool = False
    """Its dates were set by hand and stay when the plan is laid out anew."""

    @property
    def baseline(self) -> tuple[date, date] | None:
        """First and last day as they were approved; None where no plan was approved yet."""
        if self.baseline_start is None or self.baseline_due is None:
            return None
        return self.baseline_start, self.baseline_due

    def is_overdue(self, today: date) -> bool:
        """Whether it should have been done by now."""
        return self.due is not None and self.done < 100 and self.due < today


class Plan:
    """Reads and changes the plan; every change is a step that can be undone."""

    def __init__(self, workshop: Workshop, history: History, standards: Standards) -> None:
        self._workshop = workshop
        self._history = history
        self._standards = standards

    def tasks(self, client: ClientId, language: str) -> tuple[TaskView, ...]:
        """The plan in its order; titles of tasks made from gaps come in `language` unless they were rewritten."""
        with self._workshop.read() as session:
            return self._views(session, client, language)

    def today(self) -> date:
        """The day that overdue is measured from."""
        return self._workshop.today

    def add(self, client: ClientId, title: str, kind: TaskKind = TaskKind.TASK) -> TaskId:
        """A new task at the end, starting on the next working day. Raises InvalidInput."""
        kept = cleaned({"title": title}, _LIMITS, frozenset({"title"}))
        with self._history.step(N_("add the task “{title}”"), title=kept["title"]) as work:
            day = working_day_from(work.today)
            row = TaskRow(
                client_id=client,
                position=plan.last_position(work.session, client) + 1,
                kind=kind.value,
                title=kept["title"],
                start_on=day,
                due_on=day if kind is TaskKind.MILESTONE else add_working_days(day, 4),
                effort=0.0 if kind is TaskKind.MILESTONE else 8.0,
            )
            work.session.add(row)
            work.record(PlanChanged(client))
            return TaskId(row.id)

    def change(self, client: ClientId, tasks: Iterable[TaskId], **values: object) -> None:
        """Changes fields (title, owner_id, start_on, due_on, effort, done, deliverable, note) of tasks in one step.

        Dates that are set here are pinned: the scheduler leaves them alone.
        Raises InvalidInput naming the field: reversed dates, percent out of range, negative effort.
        """
        owner = {"owner_id": values.pop("owner_id")} if "owner_id" in values else {}
        kept = {**cleaned(values, _LIMITS, frozenset({"title"})), **owner}
        _refuse_values(kept)
        with self._history.step(N_("change a task")) as work:
            for task in tasks:
                row = _task(work, task)
                for field, value in kept.items():
                    setattr(row, field, value)
                _settle_dates(row, kept)
                row.is_pinned = row.is_pinned or bool(kept.keys() & {"start_on", "due_on"})
                if "done" in kept:
                    row.done_on = work.today if row.done == 100 else None
            work.record(PlanChanged(client))

    def archive(self, client: ClientId, tasks: Iterable[TaskId]) -> None:
        """Removes tasks; undo and the trash bring them back."""
        with self._history.step(N_("remove a task")) as work:
            for task in tasks:
                _task(work, task).archived_at = work.now
            work.record(PlanChanged(client))

    def set_predecessors(
        self, client: ClientId, task: TaskId, predecessors: frozenset[TaskId], language: str = "en"
    ) -> None:
        """Makes a task wait for exactly these. Raises NotAllowed for a circle, naming its tasks in `language`."""
        with self._history.step(N_("change what a task waits for")) as work:
            titles = {view.id: view.title for view in self._views(work.session, client, language)}
            held = {row.predecessor_id: row for row in plan.links(work.session, client) if row.successor_id == task}
            for name in held.keys() - predecessors:
                work.session.delete(held[name])
            for name in predecessors - held.keys():
                work.session.add(TaskLinkRow(predecessor_id=name, successor_id=task))
            work.session.flush()
            _refuse_circle(work.session, client, titles)
            work.record(PlanChanged(client))

    def shift(self, client: ClientId, days: int) -> None:
        """Moves every open task by calendar days and back onto working days, in one step."""
        with self._history.step(N_("shift the plan")) as work:
            for row in plan.tasks(work.session, client):
                if row.done < 100 and row.start_on and row.due_on:
                    row.start_on = working_day_from(row.start_on + timedelta(days=days))
                    row.due_on = max(working_day_from(row.due_on + timedelta(days=days)), row.start_on)
            work.record(PlanChanged(client))

    def move(self, client: ClientId, task: TaskId, places: int) -> None:
        """Moves a task up (negative) or down in the order."""
        with self._history.step(N_("move a task")) as work:
            rows = list(plan.tasks(work.session, client))
            index = next((i for i, row in enumerate(rows) if row.id == task), None)
            if index is None:
                raise _gone()
            row = rows.pop(index)
            rows.insert(max(0, min(len(rows), index + places)), row)
            for position, moved in enumerate(rows, start=1):
                moved.position = position
            work.record(PlanChanged(client))

    def _views(self, session: Session, client: ClientId, language: str) -> tuple[TaskView, ...]:
        rows = plan.tasks(session, client)
        present = {row.id for row in rows}
        waits: dict[str, list[TaskId]] = {}
        for link in plan.links(session, client):
            if link.predecessor_id in present:
                waits.setdefault(link.successor_id, []).append(TaskId(link.predecessor_id))
        spans = {row.id: Span(row.start_on, row.due_on) for row in rows if row.start_on and row.due_on}
        critical = critical_path(spans, waits)
        names = team.names(session, client)
        questions = {r.question.key: r.question for r in self._standards.merged(session, client)}
        return tuple(
            TaskView(
                id=TaskId(row.id),
                number=number,
                kind=TaskKind(row.kind),
                title=row.title or title_of(row, questions, language),
                question=QuestionKey(row.question) if row.question else None,
                standard=row.standard or "",
                clause=row.clause,
                owner=PersonId(row.owner_id) if row.owner_id else None,
                owner_name=names.get(row.owner_id or "", ""),
                start=row.start_on,
                due=row.due_on,
                effort=row.effort,
                done=row.done,
                done_on=row.done_on,
                deliverable=row.deliverable,
                note=row.note,
                predecessors=tuple(waits.get(row.id, ())),
                critical=row.id in critical,
                baseline_start=row.baseline_start,
                baseline_due=row.baseline_due,
                is_pinned=row.is_pinned,
            )
            for number, row in enumerate(rows, start=1)
        )


def gantt(tasks: Iterable[TaskView], today: date | None) -> Gantt:
    """The plan as a chart; tasks without dates are left out."""
    return Gantt(
        tuple(
            GanttBar(
                f"{task.number} {task.title}",
                task.start,
                task.due,
                task.done / 100,
                critical=task.critical,
                milestone=task.kind is TaskKind.MILESTONE,
                baseline=task.baseline,
            )
            for task in tasks
            if task.start and task.due
        ),
        today,
    )


def title_of(row: TaskRow, questions: Mapping[str, object], language: str) -> str:
    """The words of a task of ours, from its question or milestone; empty for one that has its own."""
    from isodesk.catalog.standard import Question

    question = questions.get(row.question or "")
    if isinstance(question, Question):
        return question.text(language).action
    return milestone_title(row.milestone or "", language)


def _task(work: Work, task: TaskId) -> TaskRow:
    row = work.session.get(TaskRow, task)
    if row is None:
        raise _gone()
    return row


def _gone() -> NotFound:
    return NotFound(N_("This task is no longer in the plan."), N_("Choose another one from the list."))


def _refuse_values(values: Mapping[str, object]) -> None:
    done, effort = values.get("done"), values.get("effort")
    start, due = values.get("start_on"), values.get("due_on")
    if isinstance(done, int) and not 0 <= done <= 100:
        raise InvalidInput("done", N_("Progress goes from 0 to 100 percent."), N_("Correct the number."))
    if isinstance(effort, (int, float)) and not 0 <= effort <= 10_000:
        raise InvalidInput("effort", N_("Effort goes from 0 to 10,000 hours."), N_("Correct the number."))
    if isinstance(start, date) and isinstance(due, date) and due < start:
        raise InvalidInput("due_on", N_("The due date lies before the start."), N_("Change one of the two dates."))


def _settle_dates(row: TaskRow, values: Mapping[str, object]) -> None:
    """Moves the other date along when one alone is changed past it, so that a task never ends before it starts."""
    if row.start_on is None or row.due_on is None or row.due_on >= row.start_on:
        return
    if "due_on" in values:
        row.start_on = row.due_on
    else:
        row.due_on = row.start_on


def _refuse_circle(session: Session, client: ClientId, titles: Mapping[TaskId, str]) -> None:
    waits: dict[str, list[str]] = {}
    for link in plan.links(session, client):
        waits.setdefault(link.successor_id, []).append(link.predecessor_id)
    try:
        in_order([WorkItem(row.id, 0, None, tuple(waits.get(row.id, ()))) for row in plan.tasks(session, client)])
    except CycleFound as error:
        raise NotAllowed(
            N_("These tasks would wait for one another: {tasks}."),
            N_("Remove one of the dependencies."),
            tasks=" → ".join(titles.get(TaskId(member), member) for member in error.members),
        ) from error
