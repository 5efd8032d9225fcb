"""The strokes of the timeline: grid, bars, milestones, brackets, dependencies, today."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPolygonF

from isodesk.domain.charts import GanttBar
from isodesk.ui import theme
from isodesk.ui.widgets.gantt_axis import DIAMOND, Axis
from isodesk.ui.widgets.gantt_links import Point

BAR: Final = 14
_GROUP: Final = 6
_ARROW: Final = 6.0


def grid(painter: QPainter, axis: Axis, seen: QRect, is_off: Callable[[date], bool]) -> None:
    """Days off as a breath of tint when near, month lines always."""
    first, last = axis.date_at(seen.left()), axis.date_at(seen.right())
    if axis.zoom == "week":
        tint = theme.colour("resting")
        for offset in range((last - first).days + 1):
            day = first + timedelta(days=offset)
            if is_off(day):
                painter.fillRect(QRectF(axis.x(day), seen.y(), axis.day, seen.height()), tint)
    line = theme.colour("hairline")
    for month in axis.months(first, last):
        x = round(axis.x(month.start))
        if seen.left() <= x <= seen.right():
            painter.fillRect(x, seen.y(), 1, seen.height(), line)


def ground(painter: QPainter, line: QRect, *, current: bool) -> None:
    """The row's hairline, and the tint of the current one, in step with the table."""
    if current:
        painter.fillRect(line, theme.colour("selection"))
    painter.fillRect(line.x(), line.bottom(), line.width(), 1, theme.colour("hairline"))


def bar(painter: QPainter, axis: Axis, item: GanttBar, line: QRect) -> None:
    """A task, a milestone or the bracket of a group, over the thin line of its approved dates."""
    left, right = axis.extent(item)
    middle = line.y() + line.height() / 2
    if item.baseline is not None:
        _baseline(painter, axis, item.baseline, middle)
    if right < line.left() or left > line.right():
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if item.milestone:
        _diamond(painter, item, QPointF((left + right) / 2, middle))
    elif item.group:
        _bracket(painter, left, right, middle)
    else:
        _task(painter, item, QRectF(left, middle - BAR / 2, right - left, BAR))
    if item.pinned:
        _pin(painter, QPointF(left + 5, middle - BAR / 2))
    painter.restore()


def _baseline(painter: QPainter, axis: Axis, days: tuple[date, date], middle: float) -> None:
    left, right = axis.x(days[0]), max(axis.x(days[1]) + axis.day, axis.x(days[0]) + 3)
    ink, y = theme.colour("muted"), middle + BAR / 2 + 3
    painter.fillRect(QRectF(left, y, right - left, 2), ink)
    for x in (left, right - 1):
        painter.fillRect(QRectF(x, y - 2, 1, 4), ink)


def _task(painter: QPainter, item: GanttBar, rect: QRectF) -> None:
    shape = QPainterPath()
    shape.addRoundedRect(rect, 3, 3)
    tone = theme.colour("bad" if item.late else "accent")
    painter.fillPath(shape, theme.blend(tone, theme.colour("surface"), 0.26))
    if item.late:
        painter.fillPath(shape, QBrush(tone, Qt.BrushStyle.BDiagPattern))
    if item.done > 0:
        painter.save()
        painter.setClipRect(QRectF(rect.x(), rect.y(), rect.width() * min(1.0, item.done), rect.height()))
        painter.fillPath(shape, theme.colour("accent"))
        painter.restore()
    if item.critical:
        painter.setPen(QPen(theme.colour("accent"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 3, 3)


def _diamond(painter: QPainter, item: GanttBar, at: QPointF) -> None:
    half = DIAMOND
    shape = QPolygonF([at + QPointF(0, -half), at + QPointF(half, 0), at + QPointF(0, half), at + QPointF(-half, 0)])
    ink = theme.colour("bad" if item.late else "accent" if item.critical or item.done >= 1 else "text")
    painter.setPen(QPen(ink, 1.75))
    painter.setBrush(ink if item.done >= 1 else theme.colour("surface"))
    painter.drawPolygon(shape)


def _bracket(painter: QPainter, left: float, right: float, middle: float) -> None:
    top = middle - 4
    shape = QPainterPath(QPointF(left, top))
    shape.lineTo(right, top)
    shape.lineTo(right, top + 9)
    shape.lineTo(right - 5, top + _GROUP - 2)
    shape.lineTo(left + 5, top + _GROUP - 2)
    shape.lineTo(left, top + 9)
    shape.closeSubpath()
    painter.fillPath(shape, theme.colour("muted"))


def _pin(painter: QPainter, at: QPointF) -> None:
    """A drawing pin that stands on the bar at `at`: head, collar, needle."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    x, y, ink = round(at.x()), round(at.y()), theme.colour("text")
    painter.fillRect(QRect(x - 2, y - 9, 5, 4), ink)
    painter.fillRect(QRect(x - 3, y - 5, 7, 2), ink)
    painter.fillRect(QRect(x, y - 3, 1, 4), ink)


def links(painter: QPainter, routes: Iterable[Sequence[Point]], ink: QColor, thick: float = 1.0) -> None:
    """Elbow lines of one colour with an arrow at the end of each, all in three strokes of the painter."""
    strokes: list[QLineF] = []
    heads = QPainterPath()
    heads.setFillRule(Qt.FillRule.WindingFill)
    for points in routes:
        level = [(round(x) + 0.5, round(y) + 0.5) for x, y in points]
        strokes += [QLineF(*start, *end) for start, end in pairwise(level)]
        x, y = level[-1]
        heads.addPolygon(
            QPolygonF(
                [QPointF(x + 0.5, y), QPointF(x - _ARROW, y - 3.5), QPointF(x - _ARROW, y + 3.5), QPointF(x + 0.5, y)]
            )
        )
    if not strokes:
        return
    painter.save()
    painter.setPen(QPen(ink, thick))
    painter.drawLines(strokes)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(heads, ink)
    painter.restore()


def today(painter: QPainter, axis: Axis, day: date, seen: QRect) -> None:
    """A line through all rows, in the middle of the day."""
    if axis.first <= day <= axis.last:
        x = axis.x(day) + axis.day / 2
        painter.fillRect(QRectF(x - 0.75, seen.y(), 1.5, seen.height()), theme.colour("bad"))
