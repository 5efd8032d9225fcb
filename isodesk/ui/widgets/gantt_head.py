"""The head of the timeline: months over days or weeks, quarters over months, the word "today" at its line."""

from datetime import date, timedelta
from functools import cache
from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter

from isodesk.i18n import speech as speech_of
from isodesk.ui import speech, theme
from isodesk.ui.speech import _
from isodesk.ui.widgets.gantt_axis import Axis, Tick

_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_CENTRE: Final = Qt.AlignmentFlag.AlignCenter


@cache
def _named(kind: str, start: date, language: str) -> str:
    """Names of months come from tables that are slow to ask, and the head is painted at each step of scrolling."""
    words = speech_of(language)
    return {"quarter": words.quarter, "month": words.month, "short": words.month_alone}[kind](start)


def head(painter: QPainter, axis: Axis, seen: QRect, day: date | None) -> None:
    """Two lines of words, of which the upper one stays in sight while its span is."""
    first, last = axis.date_at(seen.left()), axis.date_at(seen.right())
    split = seen.height() // 2
    if axis.zoom == "quarter":
        _upper(painter, axis, list(axis.quarters(first, last)), "quarter", seen, split)
        for tick in axis.months(first, last):
            _lower(painter, axis, tick, _month_name(tick.start), seen, split)
    else:
        _upper(painter, axis, list(axis.months(first, last)), "month", seen, split)
        if axis.zoom == "week":
            _days(painter, axis, (first, last), day, QRectF(seen.x(), split - 2, seen.width(), seen.height() - split))
        else:
            for tick in axis.weeks(first, last):
                _lower(painter, axis, tick, str(tick.start.day), seen, split)
    if day is not None and axis.first <= day <= axis.last:
        _today_word(painter, axis.x(day) + axis.day / 2, 3 if axis.zoom == "week" else seen.height() - 18)


def _month_name(start: date) -> str:
    return _named("short", start, speech.speech().language)


def _lower(painter: QPainter, axis: Axis, tick: Tick, words: str, seen: QRect, split: int) -> None:
    x = axis.x(tick.start)
    painter.fillRect(QRectF(round(x), split, 1, 5), theme.colour("hairline"))
    painter.setPen(theme.colour("muted"))
    painter.drawText(QRectF(x + 4, split - 2, tick.days * axis.day, seen.height() - split), _LEFT, words)


def _days(painter: QPainter, axis: Axis, ends: tuple[date, date], today: date | None, place: QRectF) -> None:
    for offset in range((ends[1] - ends[0]).days + 1):
        day = ends[0] + timedelta(days=offset)
        x = axis.x(day)
        if day.weekday() == 0:
            painter.fillRect(QRectF(round(x), place.y() + 2, 1, place.height() - 1), theme.colour("hairline"))
        painter.setPen(theme.colour("bad" if day == today else "muted" if day.weekday() < 5 else "faint"))
        painter.drawText(QRectF(x, place.y(), axis.day, place.height()), _CENTRE, str(day.day))


def _upper(painter: QPainter, axis: Axis, ticks: list[Tick], kind: str, seen: QRect, split: int) -> None:
    kept, font = painter.font(), painter.font()
    font.setWeight(font.Weight.DemiBold)
    painter.setFont(font)
    for tick in ticks:
        left, width = axis.x(tick.start), tick.days * axis.day
        painter.fillRect(QRectF(round(left), 0, 1, seen.height() - 1), theme.colour("hairline"))
        words = _named(kind, tick.start, speech.speech().language)
        painter.setPen(theme.colour("muted"))
        needed = painter.fontMetrics().horizontalAdvance(words) + 8
        start = max(left, min(max(left, float(seen.left())), left + width - needed))
        painter.drawText(QRectF(start + 6, 2, max(needed, width), split), _LEFT, words)
    painter.setFont(kept)


def _today_word(painter: QPainter, x: float, y: float) -> None:
    """Above the numbers where each day has its own, over them where there is no other place."""
    font = painter.font()
    font.setPointSizeF(theme.points("small"))
    painter.setFont(font)
    words = _("today")
    width = painter.fontMetrics().horizontalAdvance(words) + 12
    place = QRectF(x - width / 2, y, width, 16)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("bad"))
    painter.drawRoundedRect(place, 4, 4)
    painter.setPen(theme.colour("on_bad"))
    painter.drawText(place, _CENTRE, words)
