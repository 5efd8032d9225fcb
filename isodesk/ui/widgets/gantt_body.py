"""The picture below the head: what lies where in it, counted from its own upper left corner. Knows no widget."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QPainter

from isodesk.domain.charts import Gantt, GanttBar
from isodesk.domain.schedule import is_working_day
from isodesk.ui import theme
from isodesk.ui.widgets import gantt_paint
from isodesk.ui.widgets.gantt_axis import Axis
from isodesk.ui.widgets.gantt_links import Link, LinkIndex, Point, distance, route

ROW: Final = 32
HANDLE: Final = 10.0
"""From the end of a bar to the middle of the handle that links are drawn from."""
_REACH, _NEAR = 10, 4
"""How far from the middle of a bar, and from a link, the mouse still means it."""


class Part(StrEnum):
    """What the mouse holds."""

    NOTHING = ""
    BODY = "body"
    START = "start"
    DUE = "due"
    HANDLE = "handle"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Grip:
    """A part of the bar in a row, or a link."""

    part: Part = Part.NOTHING
    row: int = -1
    link: Link | None = None


class GanttBody:
    """Rows, bars and links on an axis."""

    def __init__(self) -> None:
        self.chart = Gantt(())
        self.lines: tuple[GanttBar | None, ...] = ()
        self.links = LinkIndex()
        self.axis: Axis | None = None
        self.row = ROW
        self.current = -1
        self.chosen: Link | None = None
        self.is_off: Callable[[date], bool] = lambda day: not is_working_day(day)
        self._routes: dict[Link, list[Point]] = {}

    def take(self, chart: Gantt, lines: tuple[GanttBar | None, ...]) -> None:
        """Another plan; a link that is still there stays chosen."""
        self.chart, self.lines = chart, lines
        self.links = LinkIndex(lines, chart.links)
        chosen = self.chosen
        if chosen is not None:
            ends = (chosen.before, chosen.after)
            self.chosen = next((ln for ln in self.links.of(chosen.before) if (ln.before, ln.after) == ends), None)

    def measure(self, zoom: str, row: int) -> None:
        """Lays everything out anew."""
        self._routes.clear()
        self.row = row
        first, last = self.chart.first, self.chart.last
        self.axis = None if first is None or last is None else Axis.around(first, last, zoom)

    @property
    def height(self) -> int:
        """Of all rows."""
        return self.row * len(self.lines)

    def row_at(self, y: float) -> int:
        """The row at a height; -1 above the first and below the last."""
        row = int(y // self.row)
        return row if 0 <= row < len(self.lines) else -1

    def line(self, row: int) -> GanttBar | None:
        """The bar of a row."""
        return self.lines[row] if 0 <= row < len(self.lines) else None

    def task(self, row: int) -> GanttBar | None:
        """The bar of a row that is a task or milestone: headings follow their tasks and cannot be moved."""
        item = self.line(row)
        return None if item is None or item.group else item

    def middle(self, row: int) -> float:
        """The height of the middle of a row."""
        return (row + 0.5) * self.row

    def handle(self, row: int) -> QPointF | None:
        """Where links are drawn from."""
        item = self.task(row)
        if item is None or self.axis is None:
            return None
        return QPointF(self.axis.extent(item)[1] + HANDLE, self.middle(row))

    def grip_at(self, at: QPointF) -> Grip:
        """What lies under a point: bars go before links."""
        row = self.row_at(at.y())
        item = self.task(row)
        if self.axis is not None and item is not None and abs(at.y() - self.middle(row)) <= _REACH:
            part = _part(item, at.x(), self.axis)
            if part is not Part.NOTHING:
                return Grip(part, row)
        link = self.link_at(at)
        return Grip(Part.NOTHING, row) if link is None else Grip(Part.LINK, row, link)

    def link_at(self, at: QPointF) -> Link | None:
        """The link nearest to a point, if any is near."""
        row = max(0, int(at.y() // self.row))
        near = [(distance(self.route_of(ln), at.x(), at.y()), ln) for ln in self.links.through(row - 1, row + 1)]
        best = min(near, key=lambda pair: pair[0], default=None)
        return best[1] if best is not None and best[0] <= _NEAR else None

    def route_of(self, link: Link) -> list[Point]:
        """The corners of a link's line."""
        known = self._routes.get(link)
        if known is None:
            first, then = self.line(link.before), self.line(link.after)
            known = (
                []
                if self.axis is None or first is None or then is None
                else route(self.axis, first, then, link, self.row)
            )
            self._routes[link] = known
        return known

    def paint(self, painter: QPainter, seen: QRect) -> None:
        """Only the rows and days that are exposed."""
        axis = self.axis
        if axis is None:
            return
        top, bottom = max(0, seen.top() // self.row), min(len(self.lines) - 1, seen.bottom() // self.row)
        gantt_paint.grid(painter, axis, seen, self.is_off)
        for row in range(top, bottom + 1):
            line = QRect(seen.x(), row * self.row, seen.width(), self.row)
            gantt_paint.ground(painter, line, current=row == self.current)
        looks = self._looks(seen, top, bottom)
        for (token, thick), routes in sorted(looks.items(), key=lambda pair: pair[0][1]):
            gantt_paint.links(painter, routes, theme.colour(token), thick)
        for row in range(top, bottom + 1):
            item = self.lines[row]
            if item is not None:
                line = QRect(seen.x(), row * self.row, seen.width(), self.row)
                gantt_paint.bar(painter, axis, item, line)
        if self.chart.today is not None:
            gantt_paint.today(painter, axis, self.chart.today, seen)

    def _looks(self, seen: QRect, top: int, bottom: int) -> dict[tuple[str, float], list[list[Point]]]:
        """The links in sight by colour and thickness."""
        left, right = seen.left() - 4, seen.right() + 4
        found: dict[tuple[str, float], list[list[Point]]] = {}
        for link in self.links.through(top, bottom):
            points = self.route_of(link)
            if not points or max(x for x, _y in points) < left or min(x for x, _y in points) > right:
                continue
            found.setdefault(self._look(link), []).append(points)
        return found

    def _look(self, link: Link) -> tuple[str, float]:
        if link == self.chosen:
            return "info", 3.0
        near = link.touches(self.current)
        token = "bad" if link.broken else "accent" if link.critical else "text" if near else "border"
        return token, 2.0 if near else 1.0


def _part(item: GanttBar, x: float, axis: Axis) -> Part:
    left, right = axis.extent(item)
    if right + 3 < x <= right + HANDLE + 7:
        return Part.HANDLE
    if not left - 3 <= x <= right + 3:
        return Part.NOTHING
    if item.milestone:
        return Part.BODY
    edge = min(6.0, (right - left) / 4)
    if x < left + edge:
        return Part.START
    return Part.DUE if x > right - edge else Part.BODY
