"""The dates of a plan as an iCalendar file (RFC 5545): a day for each task that is due and for each milestone."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from isodesk import __version__
from isodesk.domain.keys import TaskId
from isodesk.i18n import N_, Speech
from isodesk.services.plan_views import TaskKind, TaskView

if TYPE_CHECKING:
    from icalendar import Event

_DOMAIN: Final = "isodesk"
_DUE: Final = N_("Due: {task}")
_REMINDER: Final = N_("Reminder: {task}")


@dataclass(frozen=True, slots=True)
class CalendarOrder:
    """What the file shall hold. `remind_days`: an alarm so many days before each date; None for no alarm."""

    client_name: str
    words: Speech
    made_at: datetime
    remind_days: int | None = None
    open_only: bool = True


def dated(tasks: Iterable[TaskView], *, open_only: bool) -> tuple[TaskView, ...]:
    """Tasks and milestones that have a due date, without those that are done where only open ones are wanted."""
    return tuple(task for task in tasks if task.due is not None and (task.done < 100 or not open_only))


def content(tasks: Iterable[TaskView], order: CalendarOrder) -> bytes:
    """The file. A task keeps its UID, so that importing again moves the day instead of adding another one."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", f"-//isodesk//isodesk {__version__}//{order.words.language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", order.words("Plan of {client}").format(client=order.client_name))
    for task in dated(tasks, open_only=order.open_only):
        calendar.add_component(_event(task, order))
    written: bytes = calendar.to_ical()
    return written


def read_back(written: bytes) -> frozenset[TaskId]:
    """Ids of the tasks in a file. Raises ValueError where it is no calendar."""
    from icalendar import Calendar

    events = Calendar.from_ical(written).walk("VEVENT")
    return frozenset(TaskId(str(event["UID"]).removesuffix(f"@{_DOMAIN}")) for event in events)


def _event(task: TaskView, order: CalendarOrder) -> "Event":
    from icalendar import Alarm, Event

    words = order.words
    due = task.due
    if due is None:
        raise ValueError(task.id)
    summary = task.title if task.kind is TaskKind.MILESTONE else words(_DUE).format(task=task.title)
    event = Event()
    event.add("uid", f"{task.id}@{_DOMAIN}")
    event.add("dtstamp", order.made_at)
    event.add("dtstart", due)
    event.add("dtend", due + timedelta(days=1))
    event.add("summary", summary)
    event.add("description", _description(task, words))
    event.add("categories", [words("Milestone") if task.kind is TaskKind.MILESTONE else words("Task")])
    event.add("transp", "TRANSPARENT")
    if order.remind_days is not None:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", words(_REMINDER).format(task=task.title))
        alarm.add("trigger", -timedelta(days=order.remind_days))
        event.add_component(alarm)
    return event


def _description(task: TaskView, words: Speech) -> str:
    lines = (
        (words("Responsible"), task.owner_name),
        (words("Clause"), task.clause),
        (words("Result"), task.deliverable),
        (words("Start"), words.date(task.start) if task.start and task.kind is TaskKind.TASK else ""),
        (words("Note"), task.note),
    )
    return "\n".join(f"{name}: {text}" for name, text in lines if text)
