"""The ring of a phase: how many of its pages are ready, small enough for the sidebar."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from isodesk.ui import icons, theme
from isodesk.ui.speech import _


def paint_ring(painter: QPainter, rect: QRectF, done: int, total: int) -> None:
    """Draws the ring into `rect`; a full one becomes a tick, so that shape tells it too."""
    if total and done >= total:
        icons.paint(painter, "state-done", "good", rect)
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = rect.width() * 0.125
    inner = rect.adjusted(width, width, -width, -width)
    pen = QPen(theme.colour("pressed" if total else "hover"), width)
    painter.setPen(pen)
    painter.drawEllipse(inner)
    if done and total:
        pen.setColor(theme.colour("accent"))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawArc(inner, 90 * 16, -round(360 * 16 * done / total))
    painter.restore()


class Ring(QWidget):
    """A ring of `size` pixels; spoken as "3 of 6"."""

    def __init__(self, parent: QWidget | None = None, size: int = 20) -> None:
        super().__init__(parent)
        self._done = 0
        self._total = 0
        self.setFixedSize(QSize(size, size))

    def set_counts(self, done: int, total: int) -> None:
        """What is ready, of how many."""
        self._done, self._total = done, total
        self.setAccessibleName(_("{done} of {total}").format(done=done, total=total))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ring only."""
        painter = QPainter(self)
        paint_ring(painter, QRectF(self.rect()), self._done, self._total)
