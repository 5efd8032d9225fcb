"""What is laid over the timeline while it is worked on: where a bar would land, which link would come to be."""

from datetime import date
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from isodesk.ui import speech, theme
from isodesk.ui.widgets.gantt_body import GanttBody
from isodesk.ui.widgets.gantt_paint import BAR

_RADIUS: Final = 4.5
_SHORT: Final = 28


def days_in_words(start: date, due: date) -> str:
    """Both dates, or the one day."""
    day = speech.speech().date
    return day(due) if start == due else f"{day(start)} – {day(due)}"


def in_short(label: str) -> str:
    """The beginning of a task's words, of which two must fit beside each other."""
    return label if len(label) <= _SHORT else f"{label[: _SHORT - 1].rstrip()}…"


def landing(painter: QPainter, body: GanttBody, row: int, days: tuple[date, date], seen: QRect) -> None:
    """The outline of a bar where it would land, with its dates beside it."""
    item, axis = body.line(row), body.axis
    if item is None or axis is None:
        return
    left, right = axis.x(days[0]), max(axis.x(days[1]) + axis.day, axis.x(days[0]) + 4)
    if item.milestone:
        middle = axis.x(days[1]) + axis.day / 2
        left, right = middle - BAR / 2, middle + BAR / 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink = theme.colour("info")
    painter.setPen(QPen(ink, 2))
    painter.setBrush(theme.colour("info_soft"))
    painter.drawRoundedRect(QRectF(left, body.middle(row) - BAR / 2, right - left, BAR), 3, 3)
    painter.restore()
    _label(painter, days_in_words(*days), QPointF((left + right) / 2, body.middle(row)), seen)


def handle(painter: QPainter, body: GanttBody, row: int) -> None:
    """The small ring at the end of a bar from which links are drawn."""
    at = body.handle(row)
    if at is None:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("info"), 1.75))
    painter.setBrush(theme.colour("surface"))
    painter.drawEllipse(at, _RADIUS, _RADIUS)
    painter.restore()


def rubber(painter: QPainter, body: GanttBody, ends: tuple[int, int], at: QPointF, words: str, seen: QRect) -> None:
    """A dashed line from a bar to `at`, a frame round the bar in row `ends[1]`, and what Enter or letting go would do."""
    source, target = ends
    start = body.handle(source)
    if start is None:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("info"), 2, Qt.PenStyle.DashLine))
    painter.drawLine(start, at)
    item = body.task(target) if target != source else None
    if item is not None and body.axis is not None:
        left, right = body.axis.extent(item)
        painter.setPen(QPen(theme.colour("info"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(left - 3, body.middle(target) - 10, right - left + 6, 20), 4, 4)
    painter.restore()
    handle(painter, body, source)
    if words:
        _label(painter, words, QPointF(at.x(), body.middle(target) if item is not None else at.y()), seen)


def _label(painter: QPainter, words: str, at: QPointF, seen: QRect) -> None:
    """Words on the dark ground of tooltips, above `at` or below where there is no room, and always in sight."""
    metrics = painter.fontMetrics()
    words = metrics.elidedText(words, Qt.TextElideMode.ElideMiddle, max(40, seen.width() - 24))
    width, height = metrics.horizontalAdvance(words) + 16, metrics.height() + 6
    x = min(max(at.x() - width / 2, seen.left() + 4.0), seen.right() - width - 4.0)
    y = at.y() - 14 - height
    if y < seen.top():
        y = at.y() + 14
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("text"))
    place = QRectF(x, y, width, height)
    painter.drawRoundedRect(place, 4, 4)
    painter.setPen(theme.colour("surface"))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)
    painter.restore()
