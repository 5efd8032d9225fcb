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


@dataclass(frozen=True, slots=True)
class Gantt:
    """A plan on a time axis. `today` draws a line when it lies inside."""

    bars: tuple[GanttBar, ...]
    today: date | None = None

    @property
    def first(self) -> date | None:
        """The earliest start, None for an empty plan."""
        return min((bar.start for bar in self.bars), default=None)

    @property
    def last(self) -> date | None:
        """The latest due date, None for an empty plan."""
        return max((bar.due for bar in self.bars), default=None)
