"""The advisor: eight questions at the left, what they speak for at the right. Enter, a digit or a click answers."""

from collections.abc import Callable, Collection, Mapping

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from isodesk.errors import UserError
from isodesk.services.advice import Advice
from isodesk.ui.dialogs.advice_outcome import AdviceOutcome
from isodesk.ui.dialogs.advice_questions import AdviceQuestions
from isodesk.ui.speech import _, speech
from isodesk.ui.widgets.banner import Banner
from isodesk.ui.widgets.buttons import button


class WhichStandardDialog(QDialog):
    """After Accepted, `chosen()` is the key of a standard; `answers` are what was answered in any case."""

    def __init__(
        self,
        advice: Advice,
        answers: Mapping[str, str],
        *,
        verb: str,
        held: Collection[str] = (),
        keep: Callable[[str, str | None], object] | None = None,
        read_only: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`verb` names {standard} on the button that chooses it; `held` are families the client has; `keep` stores an
        answer and may raise UserError."""
        super().__init__(parent)
        self._advice = advice
        self.answers = dict(answers)
        self._keep = keep
        self._may_choose = not read_only
        self._chosen = ""
        self.setWindowTitle(_("Which standard do I need?"))
        self.resize(940, 560)
        self.questions = AdviceQuestions(advice.questions, answers, self)
        self.outcome = AdviceOutcome(verb, held, self)
        self.banner = Banner(self)
        self._lay_out()
        if read_only:
            self.questions.set_read_only()
        self.questions.answered.connect(self._answer)
        self.outcome.picked.connect(self._pick)
        self._show()
        self.questions.start()

    def _lay_out(self) -> None:
        rule = QFrame(self)
        rule.setProperty("role", "line")
        halves = QHBoxLayout()
        halves.setSpacing(24)
        halves.addWidget(self.questions, 1)
        halves.addWidget(self.outcome, 1)
        close = button(_("Close"), "quiet")
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(self.banner)
        column.addLayout(halves, 1)
        column.addWidget(rule)
        column.addLayout(foot)

    def chosen(self) -> str:
        """The key of the standard that was picked; empty before."""
        return self._chosen

    def _answer(self, question: str, choice: str) -> None:
        if choice:
            self.answers[question] = choice
        else:
            self.answers.pop(question, None)
        if self._keep is not None:
            try:
                self._keep(question, choice or None)
            except UserError as error:
                self.banner.say("error", error.text(speech()))
        self._show()

    def _show(self) -> None:
        view = self._advice.advise(self.answers, speech().language)
        self.outcome.show_advice(view, may_choose=self._may_choose)

    def _pick(self, key: str) -> None:
        self._chosen = key
        self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits answer wherever the keyboard is: nothing here can be typed into."""
        if event.text() in tuple("012345") and self._may_choose:
            self.questions.press(int(event.text()))
        else:
            super().keyPressEvent(event)
