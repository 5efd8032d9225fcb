"""Charts as values: drawn on screen by Qt and on paper by reportlab from the same object (decisions 21)."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class SectionBar:
    """One section of a standard: how many of its questions have which verdict."""

    label: str
    conforms: int
    partly: int
    absent: int
    unanswered: int
    not_applicable: int = 0

    @property
    def total(self) -> int:
        """Questions that count: the not applicable ones are left out."""
        return self.conforms + self.partly + self.absent + self.unanswered


@dataclass(frozen=True, slots=True)
class SectionBars:
    """Readiness by section, in the order of the standard."""

    bars: tuple[SectionBar, ...]


@dataclass(frozen=True, slots=True)
class GanttBar:
    """A task or milestone on the time axis; `due` is included."""

    label: str
    start: date
    due: date
    done: float = 0.0
    """Share done, 0 to 1."""
    critical: bool = False
    milestone: bool = False
    group: bool = False
    """A heading that spans the tasks below it."""
    baseline: tuple[date, date] | None = None
    """First and last day as they were approved."""
    pinned: bool = False
    """Its dates were set by hand and stay when the plan is laid out anew."""
    late: bool = False
    """Should have been done by now."""
    key: str = ""
    """What links call it by; opaque."""


@dataclass(frozen=True, slots=True)
class Gantt:
    """A plan on a time axis. `today` draws a line when it lies inside."""

    bars: tuple[GanttBar, ...]
    today: date | None = None
    links: tuple[tuple[str, str], ...] = ()
    """(predecessor, successor) by the keys of their bars; a link to a bar that is not there is not drawn."""

    @property
    def first(self) -> date | None:
        """The earliest start, None for an empty plan."""
        return min((bar.start for bar in self.bars), default=None)

    @property
    def last(self) -> date | None:
        """The latest due date, None for an empty plan."""
        return max((bar.due for bar in self.bars), default=None)


@dataclass(frozen=True, slots=True)
class Trend:
    """What was measured over time, with the line to start from, the line to reach and the day to reach it by."""

    points: tuple[tuple[date, float], ...]
    """Days in order with their values."""
    base: float | None = None
    target: float | None = None
    due: date | None = None
    unit: str = ""

    @property
    def days(self) -> tuple[date, date] | None:
        """The first and the last day to show; None where there is no day at all."""
        known = [*(day for day, _value in self.points), *([self.due] if self.due else [])]
        return (min(known), max(known)) if known else None

    @property
    def span(self) -> tuple[float, float] | None:
        """The least and the greatest value to show; None where there is no value at all."""
        lines = (line for line in (self.base, self.target) if line is not None)
        known = [*(value for _day, value in self.points), *lines]
        return (min(known), max(known)) if known else None


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """One field of a risk matrix with the numbers of what lies in it."""

    likelihood: int
    impact: int
    level: int
    """0 low, 1 medium, 2 high."""
    letter: str
    entries: tuple[str, ...] = ()

    @property
    def score(self) -> int:
        """The product."""
        return self.likelihood * self.impact


@dataclass(frozen=True, slots=True)
class RiskMatrix:
    """Likelihood upwards, impact to the right; `cells` row by row from the top left, as one reads it."""

    likelihoods: tuple[str, ...]
    """Words of the steps, from 1 upwards."""
    impacts: tuple[str, ...]
    levels: tuple[str, str, str]
    """Words of the three levels."""
    cells: tuple[MatrixCell, ...]
    is_good: bool = False
    """Whether a high product is good: a matrix of opportunities."""

    @property
    def size(self) -> int:
        """Steps each way."""
        return len(self.impacts)

    def cell(self, likelihood: int, impact: int) -> MatrixCell:
        """The field of these steps."""
        return self.cells[(self.size - likelihood) * self.size + impact - 1]
