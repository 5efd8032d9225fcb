"""The arithmetic of a timeline: where a day lies, and which lines and words the head shows. Knows no widget."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from isodesk.domain.charts import GanttBar

ZOOMS: Final = ("week", "month", "quarter")
DIAMOND: Final = 7.0
"""Half the width of a milestone."""
_DAY_WIDTH: Final = {"week": 24.0, "month": 7.0, "quarter": 2.6}
_MARGIN: Final = 14
_EDGE: Final = timedelta(days=120)
"""How far from both ends of the calendar an axis stays: the quarter after it must have a first day."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A span of the head: from `start`, `days` long."""

    start: date
    days: int
    major: bool


@dataclass(frozen=True, slots=True)
class Axis:
    """Days from `first` on, `day` pixels each."""

    first: date
    last: date
    zoom: str

    @classmethod
    def around(cls, first: date, last: date, zoom: str) -> "Axis":
        """Whole weeks with some air on both sides."""
        start = max(first, date.min + _EDGE) - timedelta(days=_MARGIN)
        start -= timedelta(days=start.weekday())
        end = min(last, date.max - _EDGE) + timedelta(days=_MARGIN)
        return cls(start, end + timedelta(days=6 - end.weekday()), zoom)

    @property
    def day(self) -> float:
        """The width of a day."""
        return _DAY_WIDTH[self.zoom]

    @property
    def width(self) -> int:
        """The width of the whole axis."""
        return round(((self.last - self.first).days + 1) * self.day)

    def x(self, moment: date) -> float:
        """The left edge of a day."""
        return (moment - self.first).days * self.day

    def date_at(self, x: float) -> date:
        """The day under a pixel; the ends of the axis beyond them."""
        days = int(x // self.day)
        return self.first + timedelta(days=max(0, min(days, (self.last - self.first).days)))

    def extent(self, bar: GanttBar) -> tuple[float, float]:
        """Left and right end of what is drawn for a bar."""
        if bar.milestone:
            middle = self.x(bar.due) + self.day / 2
            return middle - DIAMOND, middle + DIAMOND
        left = self.x(bar.start)
        return left, max(self.x(bar.due) + self.day, left + 4)

    def months(self, first: date | None = None, last: date | None = None) -> Iterator[Tick]:
        """Months from the one of `first` to the one of `last`; those of the whole axis without."""
        start = max(first or self.first, self.first).replace(day=1)
        end = min(last or self.last, self.last)
        while start <= end:
            after = _next_month(start)
            yield Tick(start, (after - start).days, major=start.month in (1, 4, 7, 10))
            start = after

    def quarters(self, first: date, last: date) -> Iterator[Tick]:
        """Quarters of a year from the one of `first` to the one of `last`."""
        start = max(first, self.first)
        start = start.replace(month=(start.month - 1) // 3 * 3 + 1, day=1)
        while start <= min(last, self.last):
            after = _next_month(_next_month(_next_month(start)))
            yield Tick(start, (after - start).days, major=start.month == 1)
            start = after

    def weeks(self, first: date | None = None, last: date | None = None) -> Iterator[Tick]:
        """Mondays; far out there is no room for them."""
        if self.zoom == "quarter":
            return
        start = max(first or self.first, self.first)
        start = max(start - timedelta(days=start.weekday()), self.first)
        end = min(last or self.last, self.last)
        while start <= end:
            yield Tick(start, 7, major=False)
            start += timedelta(days=7)


def _next_month(start: date) -> date:
    return date(start.year + start.month // 12, start.month % 12 + 1, 1)
