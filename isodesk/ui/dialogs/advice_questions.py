"""The left half of the advisor: one question at a time, answered by a digit or a click."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from isodesk.domain.advice import AdviceQuestion
from isodesk.ui.speech import _, speech
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.meter import Strip
from isodesk.ui.widgets.wrap_button import WrapButton

_MOST: Final = 5


class AdviceQuestions(QWidget):
    """`answered` carries question and choice, "" where the answer is taken back."""

    answered = Signal(str, str)

    def __init__(self, questions: Sequence[AdviceQuestion], answers: Mapping[str, str], parent: QWidget) -> None:
        super().__init__(parent)
        self._questions = tuple(questions)
        self._answers = dict(answers)
        self._place = next((i for i, q in enumerate(self._questions) if q.key not in self._answers), 0)
        self._step = label(role="muted")
        self._meter = Strip(self)
        self._asked = label(role="title", wrap=True)
        self.choices = [WrapButton("choice", self) for _place in range(_MOST)]
        for digit, made in enumerate(self.choices, start=1):
            made.setCheckable(True)
            made.lead.setText(str(digit))
        self.back = button(_("Back"), "", "arrow-left")
        self.onward = button(_("Skip"), "")
        self.take_back = button(_("Take the answer back"), "link")
        self._hint = label(_("Keys 1 to 5 answer, 0 takes the answer back."), "muted", wrap=True)
        self._lay_out()
        for made in self.choices:
            made.clicked.connect(lambda _checked=False, made=made: self._pick(self.choices.index(made)))
        self.back.clicked.connect(lambda _checked=False: self._go(self._place - 1))
        self.onward.clicked.connect(lambda _checked=False: self._go(self._place + 1))
        self.take_back.clicked.connect(lambda _checked=False: self._forget())
        self._show()

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.back)
        foot.addWidget(self.onward)
        foot.addStretch(1)
        foot.addWidget(self.take_back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._step)
        column.addWidget(self._meter)
        column.addSpacing(8)
        column.addWidget(self._asked)
        column.addSpacing(4)
        for made in self.choices:
            column.addWidget(made)
        column.addWidget(self._hint)
        column.addStretch(1)
        column.addLayout(foot)

    @property
    def question(self) -> AdviceQuestion:
        """The one that is asked now."""
        return self._questions[self._place]

    def start(self) -> None:
        """The keyboard comes to the answer in force, or to the first choice."""
        chosen = next((made for made in self.choices if made.isChecked()), self.choices[0])
        chosen.setFocus(Qt.FocusReason.TabFocusReason)

    def _show(self) -> None:
        language, count = speech().language, len(self._questions)
        given = self._answers.get(self.question.key, "")
        self._step.setText(_("Question {number} of {count}").format(number=self._place + 1, count=count))
        self._meter.set_share(len(self._answers) / count)
        self._asked.setText(self.question.text[language])
        for place, made in enumerate(self.choices):
            shown = place < len(self.question.choices)
            made.setVisible(shown)
            if shown:
                choice = self.question.choices[place]
                words = choice.text[language]
                made.set_words(words, _("{digit}, {answer}").format(digit=place + 1, answer=words))
                made.setChecked(choice.key == given)
        self.back.setEnabled(self._place > 0)
        self.onward.setEnabled(self._place + 1 < count)
        self.onward.setText(_("Next") if given else _("Skip"))
        self.take_back.setVisible(bool(given))

    def _go(self, place: int) -> None:
        if 0 <= place < len(self._questions):
            self._place = place
            self._show()
            self.start()

    def _pick(self, place: int) -> None:
        """An answer leads on to the next question; the last one stays in sight."""
        if place >= len(self.question.choices):
            return
        question, choice = self.question.key, self.question.choices[place].key
        if self._answers.get(question) != choice:
            self._answers[question] = choice
            self.answered.emit(question, choice)
        self._go(min(self._place + 1, len(self._questions) - 1))

    def _forget(self) -> None:
        if self._answers.pop(self.question.key, None) is not None:
            self.answered.emit(self.question.key, "")
            self._show()
            self.start()

    def press(self, digit: int) -> None:
        """A digit was typed: 1 to 5 answer, 0 takes back."""
        if digit:
            self._pick(digit - 1)
        else:
            self._forget()

    def set_read_only(self) -> None:
        """Answers can be read, not given."""
        for made in (*self.choices, self.take_back):
            made.setEnabled(False)
