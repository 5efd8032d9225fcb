"""One line of words that gives way to its neighbours: cut off where there is no room, whole in the tooltip."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from isodesk.ui.tip import tip


class ElidedLabel(QLabel):
    """Never asks for more width than is left over."""

    def __init__(self, parent: QWidget | None = None, role: str = "") -> None:
        super().__init__(parent)
        self._words = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        if role:
            self.setProperty("role", role)

    def set_words(self, words: str) -> None:
        """The whole text, already translated."""
        if words != self._words:
            self._words = words
            self.setAccessibleName(words)
            self._cut()

    def words(self) -> str:
        """The whole text."""
        return self._words

    def minimumSizeHint(self) -> QSize:
        """As little as is needed."""
        return QSize(24, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        """As wide as the words."""
        return QSize(self.fontMetrics().horizontalAdvance(self._words) + 4, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width shows more or less."""
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, self.width())
        self.setText(shown)
        self.setToolTip(tip(self._words) if shown != self._words else "")
