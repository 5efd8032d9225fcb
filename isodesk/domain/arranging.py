"""Dates for a plan: after predecessors, on working days, nobody on two tasks at once; and what does not fit, by name.

The model: a person works on one task at a time and on every working day spends a fifth of the hours of their week on
it, so that a task of h hours takes h ÷ (week ÷ 5) days, rounded up, in one stretch. No day asks more of a person than
that. Tasks that nobody owns run beside all others at the usual pace. A milestone (0 hours) stands on the day on which
the last of its predecessors ends and takes nobody's time; work that waits for it begins on the next working day.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from math import ceil

from isodesk.domain.calendar import WEEKDAYS, WorkingCalendar
from isodesk.domain.network import Network, place, slips
from isodesk.domain.schedule import HOURS_A_WEEK, WEEK, Span, WorkItem, in_order

Days = list[tuple[int, int]]
"""First and last working day of each task, as numbers."""


class Direction(StrEnum):
    """From a start as early as possible, or from a target as late as possible."""

    FORWARD = "forward"
    BACKWARD = "backward"


class Trouble(StrEnum):
    """What can fail to fit."""

    TARGET = "target"
    """The work ends after the target; `days` late."""
    ORDER = "order"
    """`item` has its dates set by hand and begins `days` too early for `other`, which it waits for."""
    CLASH = "clash"
    """`item` and `other`, both with dates set by hand, ask for their owner on the same `days`."""
    TIGHT = "tight"
    """The dates of `item`, set by hand, are `days` too short for its hours."""
    PAST = "past"
    """`item` has its dates set by hand, and they passed `days` ago."""
    NO_HOURS = "no-hours"
    """`owner` has no hours in a week; the usual ones are counted."""
    NO_OWNER = "no-owner"
    """Nobody does `item`."""


@dataclass(frozen=True, slots=True)
class Misfit:
    """One thing that does not fit; `days` are working days."""

    trouble: Trouble
    item: str = ""
    other: str = ""
    owner: str = ""
    days: int = 0


@dataclass(frozen=True, slots=True)
class Terms:
    """By what a plan is dated. `start` is the first day on which open work may lie; `hours_a_week` by owner, the
    usual ones for an owner who is not in it. Backward needs a target."""

    start: date
    calendar: WorkingCalendar = WEEKDAYS
    hours_a_week: Mapping[str, float] = field(default_factory=dict)
    direction: Direction = Direction.FORWARD
    target: date | None = None


@dataclass(frozen=True, slots=True)
class Schedule:
    """Dates by id. `slack` says of each open task by how many working days it can be moved (later when dated
    forward, earlier when dated backward) without moving the end (or the beginning) of the whole plan or running into
    dates set by hand, where the tasks of a person keep their order: the total float of the critical path method, with
    "the same person" as one more reason to wait. `critical` are the tasks that cannot be moved: their float is 0.
    """

    spans: Mapping[str, Span]
    critical: frozenset[str]
    slack: Mapping[str, int]
    misfits: tuple[Misfit, ...]

    def end(self, items: Sequence[WorkItem]) -> date | None:
        """The last day of open work."""
        return max((self.spans[item.id].due for item in items if not item.done), default=None)


def arrange(items: Sequence[WorkItem], terms: Terms) -> Schedule:
    """Dates all items. Backward dates that begin too early, or before what they wait for, are given up: then the
    plan is dated forward, and a misfit says how late that is. Raises CycleFound; TooFar for a plan that never ends."""
    plan = _Plan(items, terms)
    placed = plan.backward(terms.target) if terms.direction is Direction.BACKWARD and terms.target else None
    spans, slack = placed or plan.forward()
    by_id = {items[task].id: days for task, days in slack.items()}
    dated = plan.dates(spans)
    return Schedule(
        dated,
        frozenset(key for key, days in by_id.items() if days <= 0),
        by_id,
        tuple(plan.misfits(spans, dated)),
    )


def length_of(hours: float, hours_a_week: float) -> int:
    """Working days that so many hours take at so many a week; a milestone takes one. `hours_a_week` above 0."""
    return max(1, ceil(round(hours * WEEK / hours_a_week, 6)))


def pace(owner: str | None, hours_a_week: Mapping[str, float]) -> float:
    """Hours a week that are counted with: the usual ones where none are known or none are left."""
    return hours_a_week.get(owner or "", 0.0) or HOURS_A_WEEK


class _Plan:
    """Items as a network of whole numbers, and back."""

    def __init__(self, items: Sequence[WorkItem], terms: Terms) -> None:
        self.items = items
        self.terms = terms
        self.places = {item.id: index for index, item in enumerate(items)}
        ordered = in_order(items)
        self.order = [self.places[item.id] for item in ordered]
        self.open = [index for index, item in enumerate(items) if not item.done]
        self.net = self._network()

    def _network(self) -> Network:
        items, calendar = self.items, self.terms.calendar
        begin = calendar.number(self.terms.start)
        by_rank = sorted(range(len(items)), key=lambda index: (items[index].rank, items[index].id))
        ranks = [0] * len(items)
        for rank, index in enumerate(by_rank):
            ranks[index] = rank
        net = Network(
            [length_of(item.hours, pace(item.owner, self.terms.hours_a_week)) for item in items],
            [[] for _item in items],
            [[] for _item in items],
            [item.owner if item.hours else None for item in items],
            [self._numbers(item.fixed) if item.fixed else None for item in items],
            [max(begin, calendar.number(item.not_before)) if item.not_before else begin for item in items],
            ranks,
        )
        for later, item in enumerate(items):
            for key in () if item.done else dict.fromkeys(item.predecessors):
                if key in self.places:
                    earlier = self.places[key]
                    lag = self._lag(items[earlier], item)
                    net.before[later].append((earlier, lag))
                    net.after[earlier].append((later, lag))
        return net

    def _lag(self, earlier: WorkItem, later: WorkItem) -> int:
        """0 for a milestone, which stands on the day its work ends; a day off cannot be shared."""
        days = [earlier.fixed.due] if earlier.fixed else []
        days += [later.fixed.start] if later.fixed else []
        return 1 if later.hours or not all(self.terms.calendar.is_working(day) for day in days) else 0

    def _numbers(self, span: Span) -> tuple[int, int]:
        return self.terms.calendar.number(span.start), self.number_before(span.due)

    def number_before(self, day: date) -> int:
        """The number of the last working day up to `day`."""
        return self.terms.calendar.number_after(day) - 1

    def forward(self) -> tuple[Days, dict[int, int]]:
        """As early as the start allows, with the slack of each open task."""
        spans = place(self.net, self.order)
        return spans, slips(self.net, self.order, spans, self.open)

    def backward(self, target: date) -> tuple[Days, dict[int, int]] | None:
        """As late as the target allows, with the slack of each open task; None where that is too early."""
        net, order = self.net.mirrored(self.number_before(target)), self.order[::-1]
        mirrored = place(net, order)
        spans = [(-end, -start) for start, end in mirrored]
        for task, span in enumerate(spans):
            if self.net.fixed[task] is None and (
                span[0] < self.net.earliest[task]
                or any(spans[o][1] + lag > span[0] for o, lag in self.net.before[task])
            ):
                return None
        return spans, slips(net, order, mirrored, self.open)

    def dates(self, spans: Sequence[tuple[int, int]]) -> dict[str, Span]:
        """Days for numbers; fixed dates as they were given."""
        day = self.terms.calendar.day
        return {
            item.id: item.fixed or Span(day(start), day(end))
            for item, (start, end) in zip(self.items, spans, strict=True)
        }

    def misfits(self, spans: Sequence[tuple[int, int]], dated: Mapping[str, Span]) -> list[Misfit]:
        """What does not fit: the target first, then people, then tasks in their order."""
        return [*self._late(dated), *self._without_hours(), *self._clashes(spans), *self._of_tasks(spans)]

    def _late(self, dated: Mapping[str, Span]) -> list[Misfit]:
        if not self.open or self.terms.target is None:
            return []
        last = max((self.items[task] for task in self.open), key=lambda item: (dated[item.id].due, item.rank, item.id))
        if dated[last.id].due <= self.terms.target:
            return []
        late = -self.terms.calendar.reserve(dated[last.id].due, self.terms.target)
        return [Misfit(Trouble.TARGET, last.id, owner=last.owner or "", days=late)]

    def _without_hours(self) -> list[Misfit]:
        asked = {item.owner for item in self.items if item.hours and not item.done and item.owner}
        none = sorted(owner for owner in asked if self.terms.hours_a_week.get(owner, HOURS_A_WEEK) <= 0)
        return [Misfit(Trouble.NO_HOURS, owner=owner) for owner in none]

    def _clashes(self, spans: Sequence[tuple[int, int]]) -> list[Misfit]:
        """Two tasks of a person on the same days; only fixed ones can do that. Each is named with the first that it
        runs into."""
        found: list[Misfit] = []
        own: dict[str, list[int]] = {}
        for task in sorted(self.open, key=lambda one: (spans[one], one)):
            owner = self.net.owners[task]
            if owner is None or self.net.fixed[task] is None:
                continue
            reaching = [other for other in own.get(owner, ()) if spans[other][1] >= spans[task][0]]
            for other in reaching[:1]:
                days = min(spans[other][1], spans[task][1]) - spans[task][0] + 1
                if days > 0:
                    found.append(Misfit(Trouble.CLASH, self.items[task].id, self.items[other].id, owner, days))
            own[owner] = [*reaching, task]
        return found

    def _of_tasks(self, spans: Sequence[tuple[int, int]]) -> list[Misfit]:
        found: list[Misfit] = []
        for task in self.open:
            item, start = self.items[task], spans[task][0]
            if item.hours and item.owner is None:
                found.append(Misfit(Trouble.NO_OWNER, item.id))
            if item.fixed is None:
                continue
            found += [
                Misfit(Trouble.ORDER, item.id, self.items[other].id, item.owner or "", spans[other][1] + lag - start)
                for other, lag in self.net.before[task]
                if spans[other][1] + lag > start and not self.items[other].done
            ]
            found += self._of_fixed(item, self.net.lengths[task], item.fixed)
        return found

    def _of_fixed(self, item: WorkItem, length: int, fixed: Span) -> list[Misfit]:
        calendar = self.terms.calendar
        found: list[Misfit] = []
        short = length - calendar.working_days(fixed.start, fixed.due)
        if item.hours and short > 0:
            found.append(Misfit(Trouble.TIGHT, item.id, owner=item.owner or "", days=short))
        if fixed.due < self.terms.start:
            found.append(
                Misfit(
                    Trouble.PAST, item.id, owner=item.owner or "", days=-calendar.reserve(self.terms.start, fixed.due)
                )
            )
        return found
