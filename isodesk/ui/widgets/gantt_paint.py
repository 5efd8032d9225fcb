"""The strokes of the timeline: grid, bars, milestones, brackets, today, head."""

from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from isodesk.domain.charts import GanttBar
from isodesk.ui import speech, theme
from isodesk.ui.speech import _
from isodesk.ui.widgets.gantt_axis import Axis

BAR: Final = 14
_GROUP: Final = 6
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_CENTRE: Final = Qt.AlignmentFlag.AlignCenter


def grid(painter: QPainter, axis: Axis, seen: QRect) -> None:
    """Weekends as a breath of tint when near, month lines always."""
    if axis.zoom == "week":
        day = axis.date_at(seen.left()) - timedelta(days=1)
        while axis.x(day) <= seen.right():
            if day.weekday() >= 5:
                painter.fillRect(QRectF(axis.x(day), seen.y(), axis.day, seen.height()), theme.colour("resting"))
            day += timedelta(days=1)
    line = theme.colour("hairline")
    for month in axis.months():
        x = round(axis.x(month.start))
        if seen.left() <= x <= seen.right():
            painter.fillRect(x, seen.y(), 1, seen.height(), line)


def ground(painter: QPainter, line: QRect, *, current: bool) -> None:
    """The row's hairline, and the tint of the current one, in step with the table."""
    if current:
        painter.fillRect(line, theme.colour("selection"))
    painter.fillRect(line.x(), line.bottom(), line.width(), 1, theme.colour("hairline"))


def bar(painter: QPainter, axis: Axis, item: GanttBar, line: QRect) -> None:
    """A task, a milestone or the bracket of a group."""
    left = axis.x(item.start)
    right = axis.x(item.due) + axis.day
    if not item.milestone and (right < line.left() or left > line.right()):
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    middle = line.y() + line.height() / 2
    if item.milestone:
        _diamond(painter, item, QPointF(right - axis.day / 2, middle))
    elif item.group:
        _bracket(painter, left, right, middle)
    else:
        _task(painter, item, QRectF(left, middle - BAR / 2, max(right - left, 4), BAR))
    painter.restore()


def _task(painter: QPainter, item: GanttBar, rect: QRectF) -> None:
    shape = QPainterPath()
    shape.addRoundedRect(rect, 3, 3)
    whole = theme.blend(theme.colour("accent"), theme.colour("surface"), 0.26)
    painter.fillPath(shape, whole)
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
    half = 7.0
    shape = QPolygonF([at + QPointF(0, -half), at + QPointF(half, 0), at + QPointF(0, half), at + QPointF(-half, 0)])
    ink = theme.colour("accent" if item.critical or item.done >= 1 else "text")
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


def today(painter: QPainter, axis: Axis, day: date, seen: QRect) -> None:
    """A line through all rows, in the middle of the day."""
    if axis.first <= day <= axis.last:
        x = axis.x(day) + axis.day / 2
        painter.fillRect(QRectF(x - 0.75, seen.y(), 1.5, seen.height()), theme.colour("bad"))


def head(painter: QPainter, axis: Axis, seen: QRect, day: date | None) -> None:
    """Months above, Mondays below, the word "today" at its line."""
    weeks = list(axis.weeks())
    split = seen.height() // 2 if weeks else seen.height()
    painter.setPen(theme.colour("muted"))
    for tick in weeks:
        x = axis.x(tick.start)
        room = QRectF(x, split - 2, axis.day * 7, seen.height() - split)
        if seen.left() - room.width() <= x <= seen.right():
            painter.drawText(room.adjusted(4, 0, 0, 0), _LEFT, str(tick.start.day))
    _months(painter, axis, seen, split)
    if day is not None and axis.first <= day <= axis.last:
        _today_word(painter, axis.x(day) + axis.day / 2, seen)


def _months(painter: QPainter, axis: Axis, seen: QRect, split: int) -> None:
    font = painter.font()
    font.setWeight(font.Weight.DemiBold)
    painter.setFont(font)
    for month in axis.months():
        left, width = axis.x(month.start), month.days * axis.day
        if left + width < seen.left() or left > seen.right():
            continue
        painter.fillRect(QRectF(round(left), 0, 1, seen.height() - 1), theme.colour("hairline"))
        painter.setPen(theme.colour("muted"))
        words = speech.speech().month(month.start)
        if painter.fontMetrics().horizontalAdvance(words) + 10 > width:
            if not month.major:
                continue
            width *= 3
        start = min(max(left, float(seen.left())), left + width - painter.fontMetrics().horizontalAdvance(words) - 8)
        painter.drawText(QRectF(start + 6, 2, width, split), _LEFT, words)


def _today_word(painter: QPainter, x: float, seen: QRect) -> None:
    font = painter.font()
    font.setPointSizeF(theme.points("small"))
    painter.setFont(font)
    words = _("today")
    width = painter.fontMetrics().horizontalAdvance(words) + 12
    place = QRectF(x - width / 2, seen.height() - 18, width, 16)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("bad"))
    painter.drawRoundedRect(place, 4, 4)
    painter.setPen(theme.colour("on_bad"))
    painter.drawText(place, _CENTRE, words)
