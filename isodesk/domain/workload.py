"""How much of the plan falls on whom in which week, against the hours that a person has for the project."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

WEEK: Final = timedelta(days=7)
_WORKING_DAYS: Final = 5
_TOLERANCE: Final = 0.05
"""Hours above the capacity of a week that come from rounding efforts, not from a plan that asks too much."""


@dataclass(frozen=True, slots=True)
class Portion:
    """What is left of a task: `hours` by `owner` (opaque; None for nobody) from `start` to `due`, both included."""

    task: str
    owner: str | None
    hours: float
    start: date
    due: date


@dataclass(slots=True)
class _Cell:
    hours: float = 0.0
    tasks: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Load:
    """One person in one week."""

    hours: float
    capacity: float
    tasks: tuple[str, ...] = ()

    @property
    def is_above(self) -> bool:
        """More work than the person has hours for."""
        return self.hours > self.capacity + _TOLERANCE

    @property
    def share(self) -> float:
        """Work over capacity; work without any capacity counts as twice too much."""
        if self.capacity > 0:
            return self.hours / self.capacity
        return 2.0 if self.hours > 0 else 0.0


NOTHING: Final = Load(0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Workload:
    """Loads by owner, week by week; `weeks` are Mondays."""

    weeks: tuple[date, ...]
    loads: Mapping[str | None, tuple[Load, ...]]

    def of(self, owner: str | None) -> tuple[Load, ...]:
        """The weeks of one owner."""
        return self.loads.get(owner, tuple(NOTHING for _week in self.weeks))

    @property
    def above(self) -> tuple[tuple[str | None, date, Load], ...]:
        """Weeks in which somebody has more work than hours, the worst first; work of nobody is no such case."""
        found = [
            (owner, week, load)
            for owner, loads in self.loads.items()
            if owner is not None
            for week, load in zip(self.weeks, loads, strict=True)
            if load.is_above
        ]
        return tuple(sorted(found, key=lambda case: (case[2].capacity - case[2].hours, case[1], case[0] or "")))


def monday_of(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def spread(
    portions: Iterable[Portion],
    hours_a_week: Mapping[str, float],
    today: date,
    is_working: Callable[[date], bool],
) -> Workload:
    """Spreads what is left of each task evenly over its working days that are still to come.

    Work that should be over falls on the first working day from `today` on. A week's capacity is the person's hours
    a week by the share of its five days that are worked. Weeks run without a hole from this one to the last with work.
    """
    cells: dict[tuple[str | None, date], _Cell] = {}
    for portion in portions:
        if portion.hours <= 0:
            continue
        days = _days(portion, today, is_working)
        for day in days:
            cell = cells.setdefault((portion.owner, monday_of(day)), _Cell())
            cell.hours += portion.hours / len(days)
            if portion.task not in cell.tasks:
                cell.tasks.append(portion.task)
    weeks = _weeks(monday_of(today), max((week for _owner, week in cells), default=None))
    owners: list[str | None] = [
        *hours_a_week,
        *sorted({o for o, _week in cells if o is not None} - hours_a_week.keys()),
    ]
    if any(owner is None for owner, _week in cells):
        owners.append(None)
    return Workload(
        weeks,
        {
            owner: tuple(
                _load(cells.get((owner, week)), _capacity(hours_a_week.get(owner or "", 0.0), week, is_working))
                for week in weeks
            )
            for owner in owners
        },
    )


def _days(portion: Portion, today: date, is_working: Callable[[date], bool]) -> list[date]:
    first, last = max(portion.start, today), portion.due
    days = [day for day in _range(first, last) if is_working(day)]
    if days:
        return days
    day = max(first, today)
    while not is_working(day) and day < date.max:
        day += timedelta(days=1)
    return [day]


def _range(first: date, last: date) -> Iterable[date]:
    return (first + timedelta(days=offset) for offset in range((last - first).days + 1))


def _weeks(first: date, last: date | None) -> tuple[date, ...]:
    if last is None:
        return ()
    return tuple(first + WEEK * number for number in range((last - first).days // 7 + 1))


def _capacity(hours: float, week: date, is_working: Callable[[date], bool]) -> float:
    worked = sum(is_working(week + timedelta(days=offset)) for offset in range(7))
    return hours * min(worked, _WORKING_DAYS) / _WORKING_DAYS


def _load(cell: _Cell | None, capacity: float) -> Load:
    return Load(cell.hours, capacity, tuple(cell.tasks)) if cell else Load(0.0, capacity)
