"""What waits for a task moves along when the task ends later: asked for by a person, never done unasked."""

from collections.abc import Iterable

from isodesk.domain.events import PlanChanged
from isodesk.domain.keys import ClientId, TaskId
from isodesk.domain.pushing import Placed, breaks, pushed
from isodesk.domain.schedule import Span
from isodesk.i18n import N_
from isodesk.services.calendar import calendar_of
from isodesk.services.history import History
from isodesk.services.plan import TaskKind, TaskView
from isodesk.storage import plan
from isodesk.storage.work import Session, Workshop


class PlanPushing:
    """Reads who would have to move, and moves them."""

    def __init__(self, workshop: Workshop, history: History) -> None:
        self._workshop = workshop
        self._history = history

    def push_successors(self, client: ClientId, task: TaskId) -> int:
        """Moves what waits for `task`, and what waits for that, to the first working day of the client's calendar on which
        it can begin; how many moved.

        Each keeps its length in working days. What is done or held in its place by hand stays.
        """
        with self._history.step(N_("move what waits for a task")) as work:
            calendar = calendar_of(work.session, client, work.today)
            spans = pushed(_placed(work.session, client), task, calendar.is_working)
            for row in plan.tasks(work.session, client):
                if row.id in spans:
                    row.start_on, row.due_on = spans[row.id].start, spans[row.id].due
            if spans:
                work.record(PlanChanged(client))
        return len(spans)


def too_early(tasks: Iterable[TaskView], task: TaskId) -> tuple[TaskView, ...]:
    """Open tasks that wait for `task` and begin before it ends; those held in their place by hand count."""
    every = tuple(tasks)
    here = next((view for view in every if view.id == task), None)
    if here is None or here.start is None or here.due is None:
        return ()
    span = Span(here.start, here.due)
    found = []
    for view in every:
        if task in view.predecessors and view.done < 100 and view.start and view.due:
            is_moment = view.kind is TaskKind.MILESTONE
            start = view.due if is_moment else view.start
            if breaks(span, Placed(view.id, Span(start, view.due), (), is_moment)):
                found.append(view)
    return tuple(found)


def _placed(session: Session, client: ClientId) -> list[Placed]:
    waits: dict[str, list[str]] = {}
    for link in plan.links(session, client):
        waits.setdefault(link.successor_id, []).append(link.predecessor_id)
    items = []
    for row in plan.tasks(session, client):
        if row.start_on and row.due_on:
            is_moment = row.kind == TaskKind.MILESTONE.value
            span = Span(row.due_on if is_moment else row.start_on, row.due_on)
            settled = row.done == 100 or row.is_pinned
            items.append(Placed(row.id, span, tuple(waits.get(row.id, ())), is_moment, settled))
    return items
