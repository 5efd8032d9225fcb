"""A count as a thin meter: what people have done, never what the machine is doing (look.md)."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from isodesk.ui import theme
from isodesk.ui.speech import _
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.spoken import Spoken


class Strip(QWidget):
    """The picture of a share, 6 px high."""

    def __init__(self, parent: QWidget, ink: str = "accent") -> None:
        super().__init__(parent)
        self.share = 0.0
        self.ink = ink
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_share(self, share: float) -> None:
        """0 to 1; more is full."""
        self.share = min(1.0, share)
        self.update()

    def sizeHint(self) -> QSize:
        """Shorter than most words."""
        return QSize(96, 6)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground and share."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(0, 0, self.width(), 6)
        painter.setBrush(theme.colour("pressed"))
        painter.drawRoundedRect(whole, 3, 3)
        if self.share > 0:
            painter.setBrush(theme.colour(self.ink))
            painter.drawRoundedRect(QRectF(0, 0, max(6.0, whole.width() * self.share), 6), 3, 3)


class Meter(Spoken):
    """A thin strip and "46 of 82"; the count is the message, the strip its picture."""

    def __init__(self, parent: QWidget | None = None, *, ink: str = "accent") -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self._strip = Strip(self, ink)
        self._text = label(role="muted")
        row.addWidget(self._strip, 1)
        row.addWidget(self._text)
        self._done = 0
        self._total = 0
        self.retranslate()

    def set_counts(self, done: int, total: int) -> None:
        """Half done of nothing is an empty strip, not an error."""
        self._done, self._total = done, total
        self._strip.set_share(done / total if total else 0.0)
        self.retranslate()

    def retranslate(self) -> None:
        """The count in words."""
        words = _("{done} of {total}").format(done=self._done, total=self._total) if self._total else "–"
        self._text.setText(words)
        self.setAccessibleName(words)
