"""Charts as values: drawn on screen by Qt and on paper by reportlab from the same object (decisions 21)."""

import math
from collections.abc import Sequence
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
class Spoke:
    """One axis of a radar, with its value in this round and in the one before; None where there is none."""

    label: str
    """Short: it stands at the end of the axis."""
    title: str
    now: float | None
    before: float | None = None


@dataclass(frozen=True, slots=True)
class Radar:
    """Values around a centre, this round solid, the one before dashed."""

    spokes: tuple[Spoke, ...]
    most: float
    """The value at the rim; the centre is 0."""
    rings: int
    """Circles from the centre to the rim."""
    is_maturity: bool
    """Levels of maturity, 0 to 5; else readiness in percent."""

    @property
    def has_before(self) -> bool:
        """Whether there is an earlier round to draw."""
        return any(spoke.before is not None for spoke in self.spokes)

    @property
    def is_shape(self) -> bool:
        """Two values make no shape; a table says the same."""
        return sum(spoke.now is not None for spoke in self.spokes) >= 3


def radar_points(values: Sequence[float | None], most: float) -> tuple[tuple[float, float], ...]:
    """Points of a radar in a circle of radius one, x to the right, y down, the first axis upwards, then clockwise; a
    missing value lies in the centre."""
    step = 2 * math.pi / max(1, len(values))
    points = []
    for place, value in enumerate(values):
        reach = min(1.0, max(0.0, (value or 0.0) / most)) if most else 0.0
        points.append((math.sin(place * step) * reach, -math.cos(place * step) * reach))
    return tuple(points)


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
