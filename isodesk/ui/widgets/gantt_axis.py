"""The arithmetic of a timeline: where a day lies, and which lines and words the head shows. Knows no widget."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

ZOOMS: Final = ("week", "month", "quarter")
_DAY_WIDTH: Final = {"week": 24.0, "month": 7.0, "quarter": 2.6}
_MARGIN: Final = 14


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
        start = first - timedelta(days=_MARGIN)
        start -= timedelta(days=start.weekday())
        end = last + timedelta(days=_MARGIN)
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
        """The day under a pixel."""
        return self.first + timedelta(days=int(x // self.day))

    def months(self) -> Iterator[Tick]:
        """The upper line of the head: months, or years when zoomed far out."""
        start = self.first.replace(day=1)
        while start <= self.last:
            after = _next_month(start)
            yield Tick(start, (after - start).days, major=start.month in (1, 4, 7, 10))
            start = after

    def weeks(self) -> Iterator[Tick]:
        """The lower line: Mondays; far out there is no room for them."""
        if self.zoom == "quarter":
            return
        start = self.first
        while start <= self.last:
            yield Tick(start, 7, major=False)
            start += timedelta(days=7)


def _next_month(start: date) -> date:
    return date(start.year + start.month // 12, start.month % 12 + 1, 1)
