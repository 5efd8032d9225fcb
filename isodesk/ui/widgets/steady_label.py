"""Wrapped words that change without moving what is below them: as high as the longest text they may show."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

_LONGEST: Final = 12
"""So many of the longest texts are measured; which of them wraps most is seen only then."""
_FLAGS: Final = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap


class SteadyLabel(QLabel):
    """Answering 120 questions with 120 keys, the eye stays where it is."""

    def __init__(self, parent: QWidget | None = None, role: str = "") -> None:
        super().__init__(parent)
        self._pool: tuple[str, ...] = ()
        self._heights: dict[tuple[int, str], int] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if role:
            self.setProperty("role", role)

    def set_pool(self, texts: Iterable[str]) -> None:
        """All texts that may come."""
        fresh = tuple(sorted(set(texts), key=len, reverse=True)[:_LONGEST])
        if fresh != self._pool:
            self._pool = fresh
            self._heights.clear()
            self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the text that needs most."""
        key = (width, self.font().key())
        if key not in self._heights:
            metrics = self.fontMetrics()
            room = QRect(0, 0, max(1, width), 10_000)
            texts = self._pool or (self.text(),)
            self._heights[key] = max(metrics.boundingRect(room, _FLAGS, text).height() for text in texts)
        return self._heights[key]

    def sizeHint(self) -> QSize:
        """The width is given by the page, the height by the width."""
        width = self.width() if self.width() > 40 else 400
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow is possible."""
        return QSize(40, self.fontMetrics().height())
