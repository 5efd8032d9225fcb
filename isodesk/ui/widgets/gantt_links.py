"""Dependencies on a timeline: which run through which rows, and the way their lines take. Knows no widget."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from isodesk.domain.charts import GanttBar
from isodesk.ui.widgets.gantt_axis import Axis

ELBOW: Final = 7.0
_SMALLEST, _STEP, _LEVELS = 4, 2, 8
"""Bins of 16, 64, 256 ... rows."""
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Link:
    """The task in row `after` waits for the one in row `before`."""

    before: int
    after: int
    critical: bool = False
    broken: bool = False
    """Begins before that which it waits for has ended."""

    def touches(self, row: int) -> bool:
        """Whether it begins or ends in a row."""
        return row in (self.before, self.after)


class LinkIndex:
    """Links by rows: each lies in the smallest bin of rows that holds all of it, so few bins answer a question."""

    def __init__(self, lines: Sequence[GanttBar | None] = (), pairs: Iterable[tuple[str, str]] = ()) -> None:
        rows = {bar.key: row for row, bar in enumerate(lines) if bar is not None and bar.key}
        self._bins: dict[tuple[int, int], list[Link]] = {}
        self._of_row: dict[int, list[Link]] = {}
        self.count = 0
        for before, after in pairs:
            if before in rows and after in rows and before != after:
                self._keep(_link(lines, rows[before], rows[after]))

    def _keep(self, link: Link) -> None:
        low, high = sorted((link.before, link.after))
        level = next((at for at in range(_LEVELS) if low >> _shift(at) == high >> _shift(at)), _LEVELS)
        self._bins.setdefault((level, low >> _shift(level) if level < _LEVELS else 0), []).append(link)
        for row in (low, high):
            self._of_row.setdefault(row, []).append(link)
        self.count += 1

    def through(self, top: int, bottom: int) -> Iterator[Link]:
        """Links of which some part lies in the rows from `top` to `bottom`, both included."""
        places = [
            (level, at) for level in range(_LEVELS) for at in range(top >> _shift(level), (bottom >> _shift(level)) + 1)
        ]
        for place in (*places, (_LEVELS, 0)):
            for link in self._bins.get(place, ()):
                if min(link.before, link.after) <= bottom and max(link.before, link.after) >= top:
                    yield link

    def of(self, row: int) -> tuple[Link, ...]:
        """Links that begin or end in a row: first what it waits for, then what waits for it."""
        return tuple(sorted(self._of_row.get(row, ()), key=lambda link: (link.before == row, link.before, link.after)))


def _shift(level: int) -> int:
    return _SMALLEST + _STEP * level


def _link(lines: Sequence[GanttBar | None], before: int, after: int) -> Link:
    first, then = lines[before], lines[after]
    if first is None or then is None:
        return Link(before, after)
    broken = then.due < first.due if then.milestone else then.start <= first.due
    return Link(before, after, first.critical and then.critical, broken and then.done < 1)


def route(axis: Axis, first: GanttBar, then: GanttBar, link: Link, row: int) -> list[Point]:
    """Corners of the line from the end of `first` to the start of `then`; rows are `row` pixels high."""
    x = axis.extent(first)[1]
    end = axis.extent(then)[0]
    y, bottom = (link.before + 0.5) * row, (link.after + 0.5) * row
    out = x + ELBOW
    if end - x >= 2 * ELBOW:
        return [(x, y), (out, y), (out, bottom), (end, bottom)]
    between = link.after * row if link.after > link.before else (link.after + 1) * row
    back = end - ELBOW - 3
    return [(x, y), (out, y), (out, between), (back, between), (back, bottom), (end, bottom)]


def distance(points: Sequence[Point], x: float, y: float) -> float:
    """From a point to the nearest of the level and upright strokes between `points`."""
    nearest = float("inf")
    for (x1, y1), (x2, y2) in pairwise(points):
        across = max(min(x1, x2) - x, 0.0, x - max(x1, x2))
        down = max(min(y1, y2) - y, 0.0, y - max(y1, y2))
        nearest = min(nearest, (across**2 + down**2) ** 0.5)
    return nearest
