"""An empty list says what belongs here and how to begin (ux.md U37)."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from isodesk.ui import icons
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.spoken import Spoken

_WIDEST = 440


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
        self._fit()
        self._button.setText(action)
        self._button.setVisible(bool(action))

    def take_keyboard(self) -> None:
        """The keyboard comes to the button."""
        self._button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _fit(self) -> None:
        """A wrapping label in the middle takes less than it could; it is told its width."""
        wanted = self._sentence.fontMetrics().horizontalAdvance(self._sentence.text()) + 8
        width = max(160, min(_WIDEST, wanted, self.width() - 48))
        self._sentence.setMinimumHeight(0)
        self._sentence.setFixedWidth(width)
        self._sentence.setMinimumHeight(max(0, self._sentence.heightForWidth(width)))

    def minimumSizeHint(self) -> QSize:
        """The sentence wraps in whatever room there is."""
        return QSize(208, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another room wraps otherwise."""
        super().resizeEvent(event)
        self._fit()
