"""A radar on screen: the same value that the report prints. This round solid, the one before dashed."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from isodesk.domain.charts import Radar, Spoke, radar_points
from isodesk.ui import theme
from isodesk.ui.speech import _, speech
from isodesk.ui.widgets.spoken import Spoken

_SIZE: Final = 300
_EDGE: Final = 30
"""Room for the labels around the rim."""
_DOT: Final = 3.0


def value_words(value: float | None, *, maturity: bool) -> str:
    """A value as people read it: a level with one decimal, readiness in percent, a dash where there is none."""
    if value is None:
        return "–"
    return speech().number(round(value, 1)) if maturity else _("{percent} %").format(percent=int(value + 1e-9))


class RadarView(Spoken):
    """A picture; its numbers stand in a table beside it and in its description."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chart = Radar((), 5, 5, is_maturity=True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.retranslate()

    def set_chart(self, chart: Radar) -> None:
        """Shows another value."""
        self._chart = chart
        self.setVisible(chart.is_shape)
        self.retranslate()
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(_SIZE, _SIZE)

    def retranslate(self) -> None:
        """The picture in words."""
        chart = self._chart
        self.setAccessibleName(_("Maturity by section") if chart.is_maturity else _("Readiness by section"))
        self.setAccessibleDescription("; ".join(self._spoken(spoke) for spoke in chart.spokes))

    def _spoken(self, spoke: Spoke) -> str:
        words = {
            "section": f"{spoke.label} {spoke.title}",
            "now": value_words(spoke.now, maturity=self._chart.is_maturity),
            "before": value_words(spoke.before, maturity=self._chart.is_maturity),
        }
        if self._chart.has_before:
            return _("{section}: {now}, before {before}").format(**words)
        return _("{section}: {now}").format(**words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Rings and axes, then the round before, then this one on top."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chart = self._chart
        rim = [chart.most] * len(chart.spokes)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("border"), 1))
        for ring in range(1, chart.rings + 1):
            painter.drawPolygon(self._polygon([chart.most * ring / chart.rings] * len(rim)))
        for point in self._points(rim):
            painter.drawLine(self._centre(), point)
        if chart.has_before:
            self._shape(painter, [spoke.before for spoke in chart.spokes], theme.colour("muted"), dashed=True)
        self._shape(painter, [spoke.now for spoke in chart.spokes], theme.colour("accent"), dashed=False)
        self._labels(painter)

    def _shape(self, painter: QPainter, values: list[float | None], ink: QColor, *, dashed: bool) -> None:
        shape = self._polygon(values)
        pen = QPen(ink, 2, Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine)
        painter.setPen(pen)
        fill = QColor(ink)
        fill.setAlpha(0 if dashed else 36)
        painter.setBrush(fill)
        painter.drawPolygon(shape)
        if not dashed:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink)
            for point, value in zip(self._points(values), values, strict=True):
                if value is not None:
                    painter.drawEllipse(point, _DOT, _DOT)

    def _labels(self, painter: QPainter) -> None:
        painter.setPen(theme.colour("text"))
        reach = self._reach() + _EDGE / 2
        for spoke, (x, y) in zip(self._chart.spokes, radar_points([1.0] * len(self._chart.spokes), 1.0), strict=True):
            middle = self._centre() + QPointF(x * reach, y * reach)
            area = QRectF(middle.x() - 24, middle.y() - 10, 48, 20)
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, spoke.label)
        painter.setPen(theme.colour("muted"))
        top = self._centre() - QPointF(0, self._reach())
        words = value_words(self._chart.most, maturity=self._chart.is_maturity)
        painter.drawText(QRectF(top.x() + 5, top.y() - 2, 60, 16), Qt.AlignmentFlag.AlignLeft, words)

    def _centre(self) -> QPointF:
        return QPointF(self.width() / 2, self.height() / 2)

    def _reach(self) -> float:
        return min(self.width(), self.height()) / 2 - _EDGE

    def _points(self, values: list[float | None] | list[float]) -> list[QPointF]:
        centre, reach = self._centre(), self._reach()
        return [centre + QPointF(x * reach, y * reach) for x, y in radar_points(values, self._chart.most)]

    def _polygon(self, values: list[float | None] | list[float]) -> QPolygonF:
        return QPolygonF(self._points(values))
