"""Proposes dates for a plan: forward from a start, in working days, after predecessors, one task at a time per person."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from graphlib import CycleError, TopologicalSorter
from math import ceil

HOURS_A_DAY = 2.0
"""What a person of a small firm can spare for the project on a working day, beside their own work."""


class CycleFound(ValueError):
    """Tasks wait for one another; `members` names them in order."""

    def __init__(self, members: Sequence[str]) -> None:
        super().__init__(" → ".join(members))
        self.members = tuple(members)


@dataclass(frozen=True, slots=True)
class WorkItem:
    """A task to be dated. `hours` of work by `owner` (opaque; None works beside everyone else)."""

    id: str
    hours: float
    owner: str | None = None
    predecessors: tuple[str, ...] = ()
    rank: int = 0
    """Among tasks that could start, the lowest rank goes first."""


@dataclass(frozen=True, slots=True)
class Span:
    """First and last working day of a task, both included."""

    start: date
    due: date


def is_working_day(day: date) -> bool:
    """Monday to Friday; holidays come with the calendars of countries."""
    return day.weekday() < 5


def working_day_from(day: date) -> date:
    """`day` itself, or the next Monday at a weekend."""
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


def add_working_days(day: date, count: int) -> date:
    """The working day `count` working days after `day` (which must be one)."""
    while count > 0:
        day = working_day_from(day + timedelta(days=1))
        count -= 1
    return day


def working_days(first: date, last: date) -> int:
    """Working days from `first` to `last`, both included; 0 when reversed."""
    return sum(is_working_day(first + timedelta(days=offset)) for offset in range((last - first).days + 1))


def reserve(end: date, target: date) -> int:
    """Working days left between the end of the work and the day it is wanted by; negative when it comes late."""
    if end <= target:
        return working_days(end + timedelta(days=1), target)
    return -working_days(target + timedelta(days=1), end)


def in_order(items: Sequence[WorkItem]) -> list[WorkItem]:
    """Items so that each stands after its predecessors; raises CycleFound. Unknown predecessors do not count."""
    known = {item.id: item for item in items}
    sorter = TopologicalSorter({item.id: [p for p in item.predecessors if p in known] for item in items})
    try:
        sorter.prepare()
    except CycleError as error:
        raise CycleFound(error.args[1]) from error
    ordered: list[WorkItem] = []
    ready: list[WorkItem] = []
    while sorter.is_active():
        ready.extend(known[key] for key in sorter.get_ready())
        ready.sort(key=lambda item: (item.rank, item.id))
        item = ready.pop(0)
        ordered.append(item)
        sorter.done(item.id)
    return ordered


def propose(
    items: Sequence[WorkItem],
    start: date,
    hours_a_day: Mapping[str | None, float] | None = None,
    settled: Mapping[str, tuple[str | None, Span]] | None = None,
) -> dict[str, Span]:
    """Dates for each item by id. An owner works on one task at a time; a milestone (0 hours) takes one day.

    `settled` holds (owner, span) of tasks whose dates stand already: they are waited for and keep their owner busy.
    Raises CycleFound.
    """
    capacity = hours_a_day or {}
    spans: dict[str, Span] = {key: span for key, (_, span) in (settled or {}).items()}
    free_from: dict[str, date] = {}
    for owner, span in (settled or {}).values():
        if owner is not None:
            after = add_working_days(working_day_from(span.due), 1)
            free_from[owner] = max(free_from.get(owner, after), after)
    for item in in_order(items):
        earliest = working_day_from(start)
        for predecessor in item.predecessors:
            if predecessor in spans:
                before = working_day_from(spans[predecessor].due)
                earliest = max(earliest, add_working_days(before, 1 if item.hours else 0))
        if item.owner is not None and item.hours:
            earliest = max(earliest, free_from.get(item.owner, earliest))
        days = max(1, ceil(item.hours / max(capacity.get(item.owner, HOURS_A_DAY), 0.25)))
        due = add_working_days(earliest, days - 1)
        spans[item.id] = Span(earliest, due)
        if item.owner is not None and item.hours:
            free_from[item.owner] = add_working_days(due, 1)
    return {item.id: spans[item.id] for item in items}


def critical_path(spans: Mapping[str, Span], predecessors: Mapping[str, Sequence[str]]) -> frozenset[str]:
    """Ids on the chain that ends last: walk back from the latest task (of several on one day, the
    one that nothing waits for) to whichever predecessor ends last."""
    if not spans:
        return frozenset()
    waited_for = {before for key in spans for before in predecessors.get(key, ())}
    current = max(spans, key=lambda key: (spans[key].due, spans[key].start, key not in waited_for, key))
    chain = {current}
    while True:
        before = [key for key in predecessors.get(current, ()) if key in spans and key not in chain]
        if not before:
            return frozenset(chain)
        current = max(before, key=lambda key: (spans[key].due, key))
        chain.add(current)
