"""An empty list says what belongs here and how to begin (ux.md U37)."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from isodesk.ui import icons
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.spoken import Spoken


class Empty(Spoken):
    """A line drawing, a sentence, at most one button."""

    action_requested = Signal()

    def __init__(self, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 32, 24, 32)
        column.setSpacing(8)
        drawing = label()
        icons.put(drawing, icon, "faint", 48)
        self._heading = label(role="heading")
        self._sentence = label(role="muted", wrap=True)
        self._sentence.setMaximumWidth(440)
        self._button = button("")
        self._button.clicked.connect(self.action_requested)
        column.addStretch(1)
        for part in (drawing, self._heading, self._sentence):
            if part is not drawing:
                part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(8)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        self.set_words("", "", "")

    def set_words(self, heading: str, sentence: str, action: str = "") -> None:
        """Already translated; an empty action hides the button."""
        self._heading.setText(heading)
        self._sentence.setText(sentence)
        width = self._sentence.fontMetrics().horizontalAdvance(sentence)
        self._sentence.setMinimumWidth(min(440, width + 8))
        self._button.setText(action)
        self._button.setVisible(bool(action))
