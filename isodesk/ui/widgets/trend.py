"""A small picture of what was measured over time, with the line to start from and the line to reach."""

from datetime import date
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from isodesk.domain.charts import Trend
from isodesk.ui import theme
from isodesk.ui.speech import _, plural, speech
from isodesk.ui.widgets.spoken import Spoken

_HEIGHT: Final = 150
_DOT: Final = 3.5
_AIR: Final = 6
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Frame:
    """Turns days and values into places of a picture."""

    def __init__(self, trend: Trend, room: QRectF) -> None:
        self.room = room
        self._days = trend.days
        low, high = trend.span or (0.0, 0.0)
        self._low, self._high = (low - 1, high + 1) if low == high else (low, high)

    def x(self, day: date) -> float:
        """The middle where there is one day only."""
        first, last = self._days or (day, day)
        if first == last:
            return self.room.center().x()
        return self.room.left() + self.room.width() * (day - first).days / (last - first).days

    def y(self, value: float) -> float:
        """Greater values above."""
        return self.room.bottom() - self.room.height() * (value - self._low) / (self._high - self._low)


class TrendView(Spoken):
    """The picture; told in words to those who do not see it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trend = Trend(())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(220)
        self.retranslate()

    def set_trend(self, trend: Trend) -> None:
        """Shows another value; without anything measured there is nothing to see."""
        self._trend = trend
        self.setVisible(bool(trend.points))
        self.retranslate()
        self.update()

    def sizeHint(self) -> QSize:
        """Small."""
        return QSize(360, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Never lower."""
        return QSize(220, _HEIGHT)

    def retranslate(self) -> None:
        """The picture in words."""
        trend, words = self._trend, speech()
        self.setAccessibleName(_("What was measured over time"))
        said = [plural("{count} value", "{count} values", len(trend.points))]
        if trend.points:
            day, value = trend.points[-1]
            said.append(_("last {value} on {date}").format(value=self._number(value), date=words.date(day)))
        said += [f"{name} {self._number(line)}" for name, line in self._lines()]
        self.setAccessibleDescription(", ".join(said))

    def _lines(self) -> list[tuple[str, float]]:
        named = ((_("Base"), self._trend.base), (_("Target"), self._trend.target))
        return [(name, line) for name, line in named if line is not None]

    def _number(self, value: float) -> str:
        return speech().number(value)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Lines first, then the way, then days below."""
        if not self._trend.points:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = painter.font()
        font.setPointSizeF(theme.points("small"))
        painter.setFont(font)
        metrics = painter.fontMetrics()
        words = max([metrics.horizontalAdvance(f"{n} {self._number(v)}") for n, v in self._lines()] or [0])
        below = metrics.height() + 2 * _AIR
        room = QRectF(self.rect()).adjusted(
            _AIR, _AIR + metrics.height(), -words - 2 * _AIR if words else -_AIR * 3, -below
        )
        frame = Frame(self._trend, room)
        self._paint_lines(painter, frame)
        self._paint_way(painter, frame)
        self._paint_days(painter, frame, below)

    def _paint_lines(self, painter: QPainter, frame: Frame) -> None:
        height, taken = painter.fontMetrics().height(), list[float]()
        for place, (name, line) in enumerate(self._lines()):
            target = line == self._trend.target
            y = frame.y(line)
            painter.setPen(_pen("accent" if target else "border", dashed=not target))
            painter.drawLine(QPointF(frame.room.left(), y), QPointF(frame.room.right(), y))
            if taken and abs(taken[-1] - y) < height:
                y = taken[-1] + (height if y >= taken[-1] else -height)
            taken.append(y)
            painter.setPen(theme.colour("accent" if place and target else "muted"))
            words = QRectF(frame.room.right() + _AIR, y - height / 2, self.width() - frame.room.right() - _AIR, height)
            painter.drawText(words, _LEFT, f"{name} {self._number(line)}")

    def _paint_way(self, painter: QPainter, frame: Frame) -> None:
        points = [QPointF(frame.x(day), frame.y(value)) for day, value in self._trend.points]
        ink = theme.colour("text")
        painter.setPen(QPen(ink, 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(points))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        for point in points:
            painter.drawEllipse(point, _DOT, _DOT)
        self._paint_last(painter, points[-1], ink)

    def _paint_last(self, painter: QPainter, point: QPointF, ink: QColor) -> None:
        """The last value stands above its dot, as far as the picture reaches."""
        text = self._number(self._trend.points[-1][1])
        metrics = painter.fontMetrics()
        width = metrics.horizontalAdvance(text) + 2
        left = min(max(0.0, point.x() - width / 2), self.width() - width)
        painter.setPen(ink)
        painter.drawText(QRectF(left, point.y() - metrics.height() - _DOT - 1, width, metrics.height()), text)

    def _paint_days(self, painter: QPainter, frame: Frame, below: int) -> None:
        days = self._trend.days
        if days is None:
            return
        line = QRectF(frame.room.left(), self.height() - below, frame.room.width(), below)
        painter.setPen(_pen("hairline"))
        painter.drawLine(line.topLeft(), line.topRight())
        due = self._trend.due
        if due is not None:
            painter.setPen(_pen("border", dashed=True))
            painter.drawLine(QPointF(frame.x(due), frame.room.top()), QPointF(frame.x(due), line.top()))
        painter.setPen(theme.colour("muted"))
        painter.drawText(line, _LEFT, speech().date(days[0]))
        if days[0] != days[1]:
            painter.drawText(line, _RIGHT, speech().date(days[1]))


def _pen(token: str, *, dashed: bool = False) -> QPen:
    return QPen(theme.colour(token), 1, Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine)
