"""Tasks, days and their order; `arrange` in domain/arranging.py dates them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from graphlib import CycleError, TopologicalSorter
from heapq import heapify, heappop, heappush
from typing import Final

from isodesk.domain.calendar import WEEKDAYS

WEEK: Final = 5
"""Working days among which the hours of a week are shared out, holidays or not."""
HOURS_A_WEEK: Final = 10.0
"""What a person of a small firm can spare for the project in a week, beside their own work."""


class CycleFound(ValueError):
    """Tasks wait for one another; `members` names them in order."""

    def __init__(self, members: Sequence[str]) -> None:
        super().__init__(" → ".join(members))
        self.members = tuple(members)


@dataclass(frozen=True, slots=True)
class Span:
    """First and last day of a task, both included."""

    start: date
    due: date


@dataclass(frozen=True, slots=True)
class WorkItem:
    """A task to be dated. `hours` of work by `owner` (opaque; None works beside everyone else)."""

    id: str
    hours: float
    owner: str | None = None
    predecessors: tuple[str, ...] = ()
    rank: int = 0
    """Among tasks that are equally urgent, the lowest rank goes first."""
    not_before: date | None = None
    fixed: Span | None = None
    """Dates that stand: set by hand, or lived through."""
    done: bool = False
    """Done work is fixed, is waited for and kept its owner busy; nothing is wrong with it any more."""


def is_working_day(day: date) -> bool:
    """Monday to Friday, whatever the country."""
    return WEEKDAYS.is_working(day)


def working_day_from(day: date) -> date:
    """`day` itself, or the next Monday at a weekend."""
    return WEEKDAYS.on_or_after(day)


def add_working_days(day: date, count: int) -> date:
    """The working day `count` working days after `day` (which must be one)."""
    return WEEKDAYS.add(day, count)


def working_days(first: date, last: date) -> int:
    """Working days from `first` to `last`, both included; 0 when reversed."""
    return WEEKDAYS.working_days(first, last)


def reserve(end: date, target: date) -> int:
    """Working days left between the end of the work and the day it is wanted by; negative when it comes late."""
    return WEEKDAYS.reserve(end, target)


def in_order(items: Sequence[WorkItem]) -> list[WorkItem]:
    """Items so that each stands after its predecessors; raises CycleFound. Unknown predecessors do not count."""
    known = {item.id: item for item in items}
    waiting = {item.id: {before for before in item.predecessors if before in known} for item in items}
    after: dict[str, list[str]] = {}
    for key, before in waiting.items():
        for other in before:
            after.setdefault(other, []).append(key)
    left = {key: len(before) for key, before in waiting.items()}
    ready = [(known[key].rank, key) for key, count in left.items() if not count]
    heapify(ready)
    ordered: list[WorkItem] = []
    while ready:
        key = heappop(ready)[1]
        ordered.append(known[key])
        for later in after.get(key, ()):
            left[later] -= 1
            if not left[later]:
                heappush(ready, (known[later].rank, later))
    if len(ordered) < len(known):
        _name_circle(waiting)
    return ordered


def _name_circle(waiting: Mapping[str, set[str]]) -> None:
    try:
        TopologicalSorter({key: sorted(before) for key, before in waiting.items()}).prepare()
    except CycleError as error:
        raise CycleFound(error.args[1]) from error


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
