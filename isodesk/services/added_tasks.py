"""Tasks that other records put into the plan: a corrective action, a measure against a risk, an action of an objective."""

from datetime import date
from typing import Final

from isodesk.domain.events import PlanChanged
from isodesk.domain.keys import ClientId, TaskId
from isodesk.services.calendar import calendar_of
from isodesk.storage import plan
from isodesk.storage.tables import TaskRow
from isodesk.storage.work import Work

_HOURS: Final = 8.0
_DAYS: Final = 9
"""Working days after the first one by which such a task is due where its record names no day: two weeks in all."""
_TITLE: Final = 1000


def add_task(
    work: Work,
    client: ClientId,
    title: str,
    *,
    owner: str | None,
    due: date | None,
    standard: str | None = None,
    clause: str = "",
) -> TaskId:
    """A task at the end of the plan inside a step, from the client's next working day on; due when its record says."""
    calendar = calendar_of(work.session, client, work.today)
    start = calendar.on_or_after(work.today)
    task = TaskRow(
        client_id=client,
        position=plan.last_position(work.session, client) + 1,
        title=title[:_TITLE],
        standard=standard,
        clause=clause,
        owner_id=owner,
        start_on=min(start, due) if due else start,
        due_on=due or calendar.add(start, _DAYS),
        effort=_HOURS,
    )
    work.session.add(task)
    work.record(PlanChanged(client))
    return TaskId(task.id)
