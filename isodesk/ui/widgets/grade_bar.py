"""Asks how heavy a finding is, inside the page: 1, 2, 3 or a click answers, Esc takes the question back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from isodesk import wording
from isodesk.domain.audits import Grade
from isodesk.ui import icons
from isodesk.ui.models.findings import GRADE_SIGNS
from isodesk.ui.speech import _
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.flow import Flow
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.spoken import Spoken


class GradeBar(Spoken):
    """Hidden until `ask`; `picked` carries the grade, `left` tells that nothing was picked."""

    picked = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self.setProperty("tone", "info")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(8)
        self._question = label(role="heading", wrap=True)
        holder = QWidget(self)
        self._flow = Flow(holder, 8, 8)
        self._buttons = {}
        for grade in Grade:
            made = button("", "")
            icons.put_beside_words(made, GRADE_SIGNS[grade].icon, GRADE_SIGNS[grade].token)
            made.clicked.connect(lambda _checked=False, grade=grade: self._pick(grade))
            self._buttons[grade] = made
            self._flow.addWidget(made)
        self._leave = button("", "quiet")
        self._leave.clicked.connect(self._cancel)
        self._flow.addWidget(self._leave)
        column.addWidget(self._question)
        column.addWidget(holder)
        self.hide()
        self.retranslate()

    def ask(self, question: str) -> None:
        """Shows the question, already translated, and takes the keyboard."""
        self._question.setText(question)
        self.setAccessibleName(question)
        self.show()
        self._buttons[Grade.MINOR].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _pick(self, grade: Grade) -> None:
        self.hide()
        self.picked.emit(grade)

    def _cancel(self) -> None:
        self.hide()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The digit of a grade, or Esc."""
        digits = dict(zip("123", Grade, strict=True))
        if event.key() == Qt.Key.Key_Escape:
            self._cancel()
        elif event.text() in digits and event.text():
            self._pick(digits[event.text()])
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """The digit leads, as in the answers."""
        for digit, (grade, made) in enumerate(self._buttons.items(), start=1):
            word = _(wording.GRADE[grade])
            made.setText(f"{digit}  {word}")
            made.setAccessibleName(_("{digit}, {answer}").format(digit=digit, answer=word))
        self._leave.setText(_("Cancel"))
