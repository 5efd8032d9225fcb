"""The register of risks as a matrix on screen: the same value that the paper prints (decisions 21)."""

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from isodesk.domain.charts import MatrixCell, RiskMatrix
from isodesk.ui import theme
from isodesk.ui.speech import _, plural
from isodesk.ui.tip import tip

TOKENS: Final = {False: ("good", "partly", "bad"), True: ("out", "info", "good")}
"""Colours of the three levels: of risks, and of opportunities."""
_CELL: Final = QSize(64, 52)
_GAP: Final = 4
_WORDS: Final = 150
_MOVES: Final = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (1, 0),
    Qt.Key.Key_Down: (-1, 0),
}


def in_words(chart: RiskMatrix, cell: MatrixCell) -> str:
    """A field for those who cannot see it."""
    where = _("likelihood {likelihood}, impact {impact}: {product}, {level}").format(
        likelihood=cell.likelihood, impact=cell.impact, product=cell.score, level=chart.levels[cell.level]
    )
    inside = _("No. {numbers}").format(numbers=", ".join(cell.entries)) if cell.entries else _("empty")
    return f"{where} – {inside}"


class RiskMatrixView(QWidget):
    """`cell_picked` carries likelihood and impact: by a click, or by arrows and Enter."""

    cell_picked = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chart: RiskMatrix | None = None
        self._at = (1, 1)
        self._hovered: tuple[int, int] | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_chart(self, chart: RiskMatrix) -> None:
        """Shows another value; the place of the keyboard stays where there still is such a field."""
        self._chart = chart
        self._at = (min(self._at[0], chart.size), min(self._at[1], chart.size))
        self.updateGeometry()
        self.update()
        self._speak()

    def current(self) -> tuple[int, int]:
        """Likelihood and impact of the field that the keyboard is on."""
        return self._at

    def cell_rect(self, likelihood: int, impact: int) -> QRect:
        """Where a field lies."""
        size = self._chart.size if self._chart is not None else 1
        width = max(1, (self.width() - self._words_width() - self.fontMetrics().height() - 8) // size)
        height = max(1, (self.height() - self._foot_height()) // size)
        left = self.width() - width * size
        return QRect(left + (impact - 1) * width, (size - likelihood) * height, width - _GAP, height - _GAP)

    def _words_width(self) -> int:
        return min(_WORDS, self.width() // 4)

    def _foot_height(self) -> int:
        return 3 * self.fontMetrics().height() + 12

    def _hit(self, point: QPoint) -> tuple[int, int] | None:
        chart = self._chart
        cells = chart.cells if chart is not None else ()
        found = (cell for cell in cells if self.cell_rect(cell.likelihood, cell.impact).contains(point))
        return next(((cell.likelihood, cell.impact) for cell in found), None)

    def _go(self, place: tuple[int, int]) -> None:
        size = self._chart.size if self._chart is not None else 1
        self._at = (max(1, min(size, place[0])), max(1, min(size, place[1])))
        self.update()
        self._speak()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, Enter and Space pick."""
        key = Qt.Key(event.key())
        if key in _MOVES and event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            self._go((self._at[0] + _MOVES[key][0], self._at[1] + _MOVES[key][1]))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.cell_picked.emit(*self._at)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The field under the mouse is tinted."""
        self._hover(self._hit(event.position().toPoint()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click picks."""
        hit = self._hit(event.position().toPoint())
        if hit is not None and event.button() == Qt.MouseButton.LeftButton:
            self._go(hit)
            self.cell_picked.emit(*hit)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the mouse."""
        super().leaveEvent(event)
        self._hover(None)

    def _hover(self, place: tuple[int, int] | None) -> None:
        self._hovered = place
        shape = Qt.CursorShape.PointingHandCursor if place else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring comes."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes."""
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        """A field says itself in words."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self._chart is not None:
            hit = self._hit(event.pos())
            QToolTip.showText(
                event.globalPos(), tip(in_words(self._chart, self._chart.cell(*hit))) if hit else "", self
            )
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Speaks the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._speak()

    def _speak(self) -> None:
        self.setAccessibleName(_("Risk matrix"))
        chart = self._chart
        if chart is not None:
            filled = [in_words(chart, cell) for cell in chart.cells if cell.entries]
            at = _("At: {cell}").format(cell=in_words(chart, chart.cell(*self._at)))
            self.setAccessibleDescription("; ".join((at, *filled)))

    def sizeHint(self) -> QSize:
        """Fields of a hand's width."""
        size = self._chart.size if self._chart is not None else 5
        return QSize(_WORDS + size * 96, size * 72 + self._foot_height())

    def minimumSizeHint(self) -> QSize:
        """Small, but every number can be read."""
        size = self._chart.size if self._chart is not None else 5
        return QSize(96 + size * _CELL.width(), size * _CELL.height() + self._foot_height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Words of the steps, then the fields."""
        if self._chart is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_words(painter, self._chart)
        for cell in self._chart.cells:
            self._paint_cell(painter, self._chart, cell)

    def _paint_words(self, painter: QPainter, chart: RiskMatrix) -> None:
        line = self.fontMetrics().height()
        wrap = Qt.TextFlag.TextWordWrap
        for step in range(1, chart.size + 1):
            row, column = self.cell_rect(step, 1), self.cell_rect(1, step)
            left = QRect(line + 8, row.y(), row.x() - line - 16, row.height())
            below = QRect(column.x(), column.bottom() + _GAP, column.width(), 2 * line)
            painter.setPen(theme.colour("text"))
            painter.drawText(
                left,
                Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | wrap,
                _short(chart.likelihoods, step),
            )
            painter.drawText(
                below, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | wrap, _short(chart.impacts, step)
            )
        first, last = self.cell_rect(1, 1), self.cell_rect(chart.size, chart.size)
        painter.setPen(theme.colour("muted"))
        foot = QRect(first.x(), self.height() - line - 2, last.right() - first.x(), line + 2)
        painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, _("Impact") + " →")
        painter.save()
        painter.translate(0, first.bottom())
        painter.rotate(-90)
        side = QRect(0, 0, first.bottom() - last.y(), line + 2)
        painter.drawText(side, Qt.AlignmentFlag.AlignCenter, _("Likelihood") + " →")
        painter.restore()

    def _paint_cell(self, painter: QPainter, chart: RiskMatrix, cell: MatrixCell) -> None:
        place = (cell.likelihood, cell.impact)
        area = QRectF(self.cell_rect(*place))
        token = TOKENS[chart.is_good][cell.level]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(f"{token}_soft"))
        painter.drawRoundedRect(area, 4, 4)
        if place == self._hovered:
            painter.setBrush(theme.colour("hover"))
            painter.drawRoundedRect(area, 4, 4)
        painter.setPen(theme.colour(token))
        corner = area.adjusted(7, 4, -7, -4)
        painter.drawText(corner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, f"{cell.letter} {cell.score}")
        painter.setPen(theme.colour("text"))
        painter.save()
        font = painter.font()
        font.setBold(True)
        painter.setFont(font)
        inside = corner.adjusted(0, self.fontMetrics().height(), 0, 0)
        words = ", ".join(cell.entries)
        if painter.fontMetrics().horizontalAdvance(words) > inside.width():
            words = plural("{count} entry", "{count} entries", len(cell.entries)) if len(cell.entries) > 3 else words
        painter.drawText(inside, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words)
        painter.restore()
        if self.hasFocus() and place == self._at:
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 4, 4)


def _short(steps: tuple[str, ...], step: int) -> str:
    return f"{step}  {steps[step - 1].partition(':')[0]}"
