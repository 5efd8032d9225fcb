"""Moving along what waits: when a task ends later, those that wait for it begin later, and those behind them."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from isodesk.domain.schedule import Span, WorkItem, in_order, is_working_day

Working = Callable[[date], bool]
FAR = date.max - timedelta(days=3660)
"""Beyond this nothing is moved: the calendar would end."""
_LONGEST = timedelta(days=3660)
"""Working days of longer spans are not counted one by one."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A task that has dates. A `moment` (milestone) may lie on the day on which what it waits for ends."""

    id: str
    span: Span
    predecessors: tuple[str, ...] = ()
    moment: bool = False
    settled: bool = False
    """Done, or held in its place by hand: it is not moved."""


def working_day(day: date, is_working: Working = is_working_day, *, back: bool = False) -> date:
    """`day` itself, or the next working day (the one before with `back`); `day` where a year has none."""
    step = timedelta(days=-1 if back else 1)
    for distance in range(366):
        near = day + distance * step
        if is_working(near):
            return near
    return day


def placed_at(span: Span, start: date, is_working: Working = is_working_day) -> Span:
    """The span begun on `start` or the next working day, as many working days long as before, at least one."""
    distance = span.due - span.start
    if distance > _LONGEST:
        begun = working_day(start, is_working)
        return Span(begun, begun + min(distance, date.max - begun))
    days = range(distance.days + 1)
    length = max(1, sum(is_working(span.start + timedelta(days=offset)) for offset in days))
    first = due = working_day(start, is_working)
    for _ in range(length - 1):
        due = working_day(due + timedelta(days=1), is_working)
    return Span(first, due)


def breaks(before: Span, after: Placed) -> bool:
    """Whether `after` begins before that which it waits for has ended."""
    return after.span.start < before.due if after.moment else after.span.start <= before.due


def behind(items: Collection[Placed], task: str) -> frozenset[str]:
    """Everything that waits for `task`, directly or through others."""
    waiting: dict[str, list[str]] = {}
    for item in items:
        for name in item.predecessors:
            waiting.setdefault(name, []).append(item.id)
    found: set[str] = set()
    ahead = [task]
    while ahead:
        for name in waiting.get(ahead.pop(), ()):
            if name not in found:
                found.add(name)
                ahead.append(name)
    return frozenset(found - {task})


def pushed(items: Sequence[Placed], task: str, is_working: Working = is_working_day) -> Mapping[str, Span]:
    """New spans of what waits for `task` and begins too early now; nothing moves to an earlier day.

    Settled tasks stay and are waited for where they are. Raises CycleFound.
    """
    downstream = behind(items, task)
    known = {item.id: item for item in items}
    spans = {item.id: item.span for item in items}
    moved: dict[str, Span] = {}
    for work in in_order([WorkItem(item.id, 0, None, item.predecessors) for item in items]):
        item = known[work.id]
        if item.id not in downstream or item.settled:
            continue
        ends = [spans[name] for name in item.predecessors if name in spans]
        last = max((end.due for end in ends), default=FAR)
        if last < FAR and any(breaks(end, item) for end in ends):
            earliest = last + timedelta(days=0 if item.moment else 1)
            moved[item.id] = spans[item.id] = placed_at(item.span, earliest, is_working)
    return moved
