"""A count that a page is about: large, with what it is out of, and its share as a strip (ux.md 3.1: counts first)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from isodesk.ui.speech import _, locale
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.meter import Strip
from isodesk.ui.widgets.spoken import Spoken


class BigCount(Spoken):
    """ "46 of 82" with a caption above, a strip and the percent below."""

    def __init__(self, parent: QWidget | None = None, *, ink: str = "accent") -> None:
        super().__init__(parent)
        self._done = 0.0
        self._total = 0
        self._caption = label(role="muted")
        self._number = label(role="title")
        self._of = label(role="muted")
        self._percent = label(role="muted")
        self._strip = Strip(self, ink)
        counts = QHBoxLayout()
        counts.setSpacing(6)
        counts.addWidget(self._number, 0, Qt.AlignmentFlag.AlignBaseline)
        counts.addWidget(self._of, 0, Qt.AlignmentFlag.AlignBaseline)
        counts.addStretch(1)
        counts.addWidget(self._percent, 0, Qt.AlignmentFlag.AlignBaseline)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._caption)
        column.addLayout(counts)
        column.addWidget(self._strip)
        self.retranslate()

    def set_caption(self, caption: str, explanation: str = "") -> None:
        """What is counted, already translated."""
        self._caption.setText(caption)
        self.setToolTip(explanation)
        self.retranslate()

    def set_counts(self, done: float, total: int) -> None:
        """Halves are possible: a partly conforming question counts half."""
        self._done, self._total = done, total
        self._strip.set_share(done / total if total else 0.0)
        self.retranslate()

    def retranslate(self) -> None:
        """Numbers as this language writes them."""
        halves = 0 if self._done == int(self._done) else 1
        self._number.setText(locale().toString(float(self._done), "f", halves))
        self._of.setText(_("of {total}").format(total=self._total))
        share = round(100 * self._done / self._total) if self._total else 0
        self._percent.setText(_("{percent} %").format(percent=share))
        self.setAccessibleName(f"{self._caption.text()}: {self._number.text()} {self._of.text()}")
