"""One line that asks for words inside the page: Enter takes them, Esc takes the question back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from isodesk.ui.speech import _
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.spoken import Spoken


class AskLine(Spoken):
    """Hidden until `ask`. `answered` carries the words, `left` tells that there were none."""

    answered = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None, *, length: int = 2000) -> None:
        super().__init__(parent)
        self.line = QLineEdit(self)
        self.line.setMaxLength(length)
        self._add = button("", "")
        self._leave = button("", "quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self._add)
        row.addWidget(self._leave)
        self.line.returnPressed.connect(self._take)
        self._add.clicked.connect(self._take)
        self._leave.clicked.connect(self._cancel)
        self.hide()
        self.retranslate()

    def set_words(self, question: str) -> None:
        """What is asked, already translated."""
        self.line.setPlaceholderText(question)
        self.line.setAccessibleName(question)

    def ask(self) -> None:
        """Shows the line and takes the keyboard."""
        self.line.clear()
        self.show()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _take(self) -> None:
        text = self.line.text().strip()
        if text:
            self.hide()
            self.answered.emit(text)

    def _cancel(self) -> None:
        self.hide()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc takes the question back."""
        if event.key() == Qt.Key.Key_Escape:
            self._cancel()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Two buttons."""
        self._add.setText(_("Add"))
        self._leave.setText(_("Cancel"))
