"""Readiness by section on screen: the same value that the report prints (decisions 21)."""

from typing import Final

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFocusEvent,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolTip, QVBoxLayout, QWidget

from isodesk.domain.charts import SectionBar, SectionBars
from isodesk.i18n import N_
from isodesk.ui import icons, theme
from isodesk.ui.signs import ANSWERS
from isodesk.ui.speech import _
from isodesk.ui.tip import tip
from isodesk.ui.widgets.flow import Flow
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.spoken import Spoken

_ROW: Final = 32
_BAR: Final = 14
_LEGEND: Final = ((1, N_("Conforms")), (2, N_("Partly")), (3, N_("No")), (0, N_("Not answered")))
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def parts(bar: SectionBar) -> tuple[tuple[int, int], ...]:
    """Pairs of answer and count, in the order of the legend."""
    return ((1, bar.conforms), (2, bar.partly), (3, bar.absent), (0, bar.unanswered))


def in_words(bar: SectionBar) -> str:
    """The bar for those who cannot see it."""
    return _(
        "{section}: {conforms} conform, {partly} partly, {absent} no, {unanswered} not answered, of {total}"
    ).format(
        section=bar.label,
        conforms=bar.conforms,
        partly=bar.partly,
        absent=bar.absent,
        unanswered=bar.unanswered,
        total=bar.total,
    )


class SectionBarsView(Spoken):
    """Stacked bars with their numbers, and a legend whose signs differ by shape. Where bars can be picked,
    `section_picked` carries the place of a bar: by a click, or by arrows and Enter."""

    section_picked = Signal(int)

    def __init__(self, parent: QWidget | None = None, *, pickable: bool = False) -> None:
        super().__init__(parent)
        self._canvas = _Canvas(self, pickable)
        self._canvas.picked.connect(self.section_picked)
        self._legend = QWidget(self)
        self._flow = Flow(self._legend, 16, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._legend)
        column.addWidget(self._canvas)
        self.retranslate()

    def set_chart(self, chart: SectionBars) -> None:
        """Shows another value."""
        self._canvas.bars = chart.bars
        self._canvas.updateGeometry()
        self._canvas.update()
        self._speak()

    def _speak(self) -> None:
        words = "; ".join(in_words(bar) for bar in self._canvas.bars)
        for part in (self, self._canvas):
            part.setAccessibleName(_("Readiness by section"))
            part.setAccessibleDescription(words)

    def retranslate(self) -> None:
        """The legend, and the picture in words."""
        self._flow.clear()
        for answer, words in _LEGEND:
            entry = QWidget(self._legend)
            row = QHBoxLayout(entry)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(6)
            sign = label()
            icons.put(sign, ANSWERS[answer].icon, ANSWERS[answer].token, 16)
            row.addWidget(sign)
            row.addWidget(label(_(words), "muted"))
            self._flow.addWidget(entry)
        self._speak()


class _Canvas(QWidget):
    picked = Signal(int)

    def __init__(self, parent: QWidget, pickable: bool) -> None:
        super().__init__(parent)
        self.bars: tuple[SectionBar, ...] = ()
        self._pickable = pickable
        self._at = -1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if pickable:
            self.setMouseTracking(True)
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def _go(self, row: int) -> None:
        self._at = max(-1, min(len(self.bars) - 1, row))
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._go(int(event.position().y()) // self._row())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        row = int(event.position().y()) // self._row()
        if self._pickable and event.button() == Qt.MouseButton.LeftButton and 0 <= row < len(self.bars):
            self.picked.emit(row)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if not self.hasFocus():
            self._go(-1)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._go(max(0, self._at))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._go(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: self._at + 1, Qt.Key.Key_Up: max(0, self._at - 1), Qt.Key.Key_Home: 0}
        steps[Qt.Key.Key_End] = len(self.bars) - 1
        key = Qt.Key(event.key())
        if self._pickable and key in steps:
            self._go(steps[key])
        elif self._pickable and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._at >= 0:
            self.picked.emit(self._at)
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(480, self._row() * len(self.bars))

    def minimumSizeHint(self) -> QSize:
        return QSize(320, self._row() * len(self.bars))

    def _row(self) -> int:
        return max(_ROW, self.fontMetrics().height() + 12)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            row = event.pos().y() // self._row()
            QToolTip.showText(event.globalPos(), tip(in_words(self.bars[row])) if row < len(self.bars) else "", self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = self.fontMetrics()
        words = max((metrics.horizontalAdvance(bar.label) for bar in self.bars), default=0) + 16
        words = min(words, int(self.width() * 0.42))
        counts = max((metrics.horizontalAdvance(_count(bar)) for bar in self.bars), default=0) + 16
        most = max((bar.total for bar in self.bars), default=0) or 1
        room = max(40, self.width() - words - counts)
        for place, bar in enumerate(self.bars):
            line = QRect(0, place * self._row(), self.width(), self._row())
            if line.intersects(event.rect()):
                if self._pickable and place == self._at:
                    self._paint_ground(painter, line)
                self._paint_row(painter, bar, line, words, room * bar.total / most)
                painter.setPen(theme.colour("muted"))
                painter.drawText(line, _RIGHT, _count(bar))

    def _paint_ground(self, painter: QPainter, line: QRect) -> None:
        painter.setPen(QPen(theme.colour("accent"), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("hover"))
        painter.drawRoundedRect(QRectF(line).adjusted(1, 1, -1, -1), 4, 4)

    def _paint_row(self, painter: QPainter, bar: SectionBar, line: QRect, words: int, width: float) -> None:
        painter.setPen(theme.colour("text"))
        elided = self.fontMetrics().elidedText(bar.label, Qt.TextElideMode.ElideRight, words - 12)
        painter.drawText(line.adjusted(0, 0, -(line.width() - words), 0), _LEFT, elided)
        track = QRectF(words, line.y() + (line.height() - _BAR) / 2, max(width, 4.0), _BAR)
        painter.save()
        shape = QPainterPath()
        shape.addRoundedRect(track, 3, 3)
        painter.setClipPath(shape)
        x = track.x()
        for answer, count in parts(bar):
            piece = QRectF(x, track.y(), track.width() * count / (bar.total or 1), _BAR)
            painter.fillRect(piece.adjusted(0, 0, -1.5 if count else 0, 0), _brush(answer))
            _paint_number(painter, piece, answer, count)
            x += piece.width()
        painter.restore()


def _brush(answer: int) -> QBrush:
    return QBrush(theme.colour("pressed" if answer == 0 else ANSWERS[answer].token))


def _paint_number(painter: QPainter, piece: QRectF, answer: int, count: int) -> None:
    font = painter.font()
    font.setPointSizeF(theme.points("small") * 0.9)
    if not count or QFontMetrics(font).horizontalAdvance(str(count)) + 6 > piece.width():
        return
    painter.save()
    painter.setFont(font)
    ink: QColor = theme.colour("muted" if answer == 0 else "surface")
    painter.setPen(ink)
    painter.drawText(piece, Qt.AlignmentFlag.AlignCenter, str(count))
    painter.restore()


def _count(bar: SectionBar) -> str:
    return _("{done} of {total}").format(done=bar.total - bar.unanswered, total=bar.total)
