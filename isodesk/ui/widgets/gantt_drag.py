"""What becomes of a bar that is pulled: arithmetic of days, without a widget."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from isodesk.domain.charts import GanttBar
from isodesk.domain.pushing import placed_at, working_day
from isodesk.domain.schedule import Span
from isodesk.ui.widgets.gantt_body import Part

Off = Callable[[date], bool]
_ENDS = date.min + timedelta(days=400), date.max - timedelta(days=400)


@dataclass(frozen=True, slots=True)
class Drag:
    """A part of a bar in `row`, taken at `origin` and held at `x` (pixels of the whole picture)."""

    part: Part
    row: int
    bar: GanttBar
    origin: float
    x: float
    y: float = 0.0
    target: int = -1
    """The row of the task that a link would end at."""

    def to(self, x: float, y: float, target: int = -1) -> "Drag":
        """Held somewhere else."""
        return replace(self, x=x, y=y, target=target)

    def days(self, width: float) -> int:
        """Whole days between where it was taken and where it is, a day being `width` pixels wide."""
        return round((self.x - self.origin) / width)


def pulled(bar: GanttBar, part: Part, days: int, is_off: Off) -> tuple[date, date]:
    """Start and due of a bar of which a part was pulled by calendar days; a day off becomes the next working day."""
    if days == 0 or part not in {Part.BODY, Part.START, Part.DUE}:
        return bar.start, bar.due
    if part is Part.DUE:
        return bar.start, max(bar.start, _landed(bar.due, days, is_off))
    start = _landed(bar.start, days, is_off)
    if part is Part.START:
        return min(start, bar.due), bar.due
    return _begun(bar, start, is_off)


def stepped(bar: GanttBar, part: Part, steps: int, is_off: Off) -> tuple[date, date]:
    """The same by working days, as keys do it: each step lands on the next working day in its direction."""
    day = bar.due if part is Part.DUE else bar.start
    for _step in range(abs(steps)):
        near = day + timedelta(days=1 if steps > 0 else -1)
        if not _ENDS[0] <= near <= _ENDS[1]:
            break
        day = working_day(near, lambda it: not is_off(it), back=steps < 0)
    if part is Part.DUE:
        return bar.start, max(bar.start, day)
    if part is Part.START:
        return min(day, bar.due), bar.due
    return _begun(bar, day, is_off)


def _begun(bar: GanttBar, start: date, is_off: Off) -> tuple[date, date]:
    span = placed_at(Span(bar.due if bar.milestone else bar.start, bar.due), start, lambda it: not is_off(it))
    return span.start, span.due


def _landed(day: date, days: int, is_off: Off) -> date:
    try:
        moved = day + timedelta(days=days)
    except OverflowError:
        return day
    if not _ENDS[0] <= moved <= _ENDS[1]:
        return day
    return working_day(moved, lambda it: not is_off(it))
