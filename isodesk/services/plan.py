"""The plan: tasks with owners, dates and dependencies, changed by hand in any way."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Final

from isodesk.domain.calendar import TooFar, WorkingCalendar
from isodesk.domain.events import PlanChanged
from isodesk.domain.keys import ClientId, TaskId
from isodesk.domain.schedule import CycleFound, WorkItem, in_order
from isodesk.errors import InvalidInput, NotAllowed, NotFound
from isodesk.i18n import N_
from isodesk.services import plan_settings, plan_views
from isodesk.services.calendar import calendar_of
from isodesk.services.fields import cleaned
from isodesk.services.history import History
from isodesk.services.plan_views import Baseline, TaskKind, TaskView, gantt
from isodesk.services.standards import Standards
from isodesk.services.task_values import LIMITS, refuse, refuse_bounds, settle_dates
from isodesk.storage import plan
from isodesk.storage.tables import TaskLinkRow, TaskRow
from isodesk.storage.work import Session, Work, Workshop

__all__ = ["Plan", "TaskKind", "TaskView", "gantt"]

_LONGEST_SHIFT: Final = 3650
"""Calendar days; whoever shifts a plan by more than ten years has mistyped."""


class Plan:
    """Reads and changes the plan; every change is a step that can be undone."""

    def __init__(self, workshop: Workshop, history: History, standards: Standards) -> None:
        self._workshop = workshop
        self._history = history
        self._standards = standards

    def tasks(self, client: ClientId, language: str) -> tuple[TaskView, ...]:
        """The plan in its order; titles of tasks made from gaps come in `language` unless they were rewritten."""
        with self._workshop.read() as session:
            return plan_views.views(session, self._standards, client, language)

    def today(self) -> date:
        """The day that overdue is measured from."""
        return self._workshop.today

    def add(self, client: ClientId, title: str, kind: TaskKind = TaskKind.TASK) -> TaskId:
        """A new task at the end, starting on the next working day. Raises InvalidInput."""
        kept = cleaned({"title": title}, LIMITS, frozenset({"title"}))
        with self._history.step(N_("add the task “{title}”"), title=kept["title"]) as work:
            calendar = calendar_of(work.session, client, work.today)
            day = calendar.on_or_after(work.today)
            row = TaskRow(
                client_id=client,
                position=plan.last_position(work.session, client) + 1,
                kind=kind.value,
                title=kept["title"],
                start_on=day,
                due_on=day if kind is TaskKind.MILESTONE else calendar.add(day, 4),
                effort=0.0 if kind is TaskKind.MILESTONE else 8.0,
            )
            work.session.add(row)
            work.record(PlanChanged(client))
            return TaskId(row.id)

    def change(self, client: ClientId, tasks: Iterable[TaskId], **values: object) -> None:
        """Changes fields of tasks (those of TaskRow that a person can set) in one step.

        Dates that are set here count as set by hand; `is_pinned=False` gives them back to the scheduler.
        Raises InvalidInput naming the field: reversed dates, percent out of range, negative effort or cost, bounds
        that contradict the estimate, work that began in the future.
        """
        opaque: dict[str, object] = {name: values.pop(name) for name in ("owner_id", "role") if name in values}
        kept = {**cleaned(values, LIMITS, frozenset({"title"})), **opaque}
        refuse(kept, self._workshop.today)
        with self._history.step(N_("change a task")) as work:
            for task in tasks:
                row = _task(work, task)
                for field, value in kept.items():
                    setattr(row, field, value)
                refuse_bounds(row, kept)
                settle_dates(row, kept)
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
            titles = {view.id: view.title for view in plan_views.views(work.session, self._standards, client, language)}
            held = {row.predecessor_id: row for row in plan.links(work.session, client) if row.successor_id == task}
            for name in held.keys() - predecessors:
                work.session.delete(held[name])
            for name in predecessors - held.keys():
                work.session.add(TaskLinkRow(predecessor_id=name, successor_id=task))
            work.session.flush()
            _refuse_circle(work.session, client, titles)
            work.record(PlanChanged(client))

    def shift(self, client: ClientId, days: int, *, pinned: bool = True) -> None:
        """Moves every open task by calendar days and on to working days of the client, in one step; the baseline stays.

        What is done stays where it was. Dates set by hand move too, unless `pinned` is False. Raises InvalidInput for
        more than ten years, or where a date would leave the calendar.
        """
        if abs(days) > _LONGEST_SHIFT:
            raise InvalidInput("days", N_("A plan moves by ten years at most."), N_("Correct the number."))
        with self._history.step(N_("shift the plan")) as work:
            calendar = calendar_of(work.session, client, work.today)
            for row in plan.tasks(work.session, client):
                if row.done < 100 and (pinned or not row.is_pinned):
                    _move_dates(row, timedelta(days=days), calendar)
            work.record(PlanChanged(client))

    def shift_to(self, client: ClientId, start: date, *, pinned: bool = True) -> None:
        """As `shift`, so that the first open task begins on `start`, or on the next working day. Raises as `shift`."""
        with self._workshop.read() as session:
            begin = calendar_of(session, client, self._workshop.today).on_or_after(start)
            moving = [
                row.start_on
                for row in plan.tasks(session, client)
                if row.done < 100 and row.start_on and row.due_on and (pinned or not row.is_pinned)
            ]
        if moving:
            self.shift(client, (begin - min(moving)).days, pinned=pinned)

    def keep_baseline(self, client: ClientId) -> None:
        """Keeps the dates of all tasks as the baseline that they are compared with from now on, in one step."""
        with self._history.step(N_("keep the baseline of the plan")) as work:
            for row in plan.tasks(work.session, client):
                row.baseline_start, row.baseline_due = row.start_on, row.due_on
            _baseline_on(work, client, work.today)

    def drop_baseline(self, client: ClientId) -> None:
        """Forgets the baseline, in one step."""
        with self._history.step(N_("remove the baseline of the plan")) as work:
            for row in plan.tasks(work.session, client):
                row.baseline_start = row.baseline_due = None
            _baseline_on(work, client, None)

    def baseline(self, client: ClientId) -> Baseline | None:
        """When the baseline was kept and by how much the end of the plan has moved since; None without one."""
        with self._workshop.read() as session:
            setting = plan.setting(session, client)
        return plan_views.baseline_of(self.tasks(client, "en"), setting.baseline_on if setting else None)

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


def _baseline_on(work: Work, client: ClientId, day: date | None) -> None:
    if day is not None or plan.setting(work.session, client) is not None:
        plan_settings.setting_row(work, client).baseline_on = day
    work.record(PlanChanged(client))


def _task(work: Work, task: TaskId) -> TaskRow:
    row = work.session.get(TaskRow, task)
    if row is None:
        raise _gone()
    return row


def _gone() -> NotFound:
    return NotFound(N_("This task is no longer in the plan."), N_("Choose another one from the list."))


def _move_dates(row: TaskRow, by: timedelta, calendar: WorkingCalendar) -> None:
    try:
        for name in ("start_on", "due_on", "not_before"):
            day = getattr(row, name)
            if day is not None:
                setattr(row, name, calendar.on_or_after(day + by))
    except (OverflowError, TooFar) as error:
        raise InvalidInput("days", N_("A date of the plan would leave the calendar."), N_("Shift by less.")) from error


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
