"""Four big buttons that answer a question; the page maps the keys 0-4 to the same signal."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QWidget

from isodesk.i18n import N_
from isodesk.ui import icons
from isodesk.ui.signs import ANSWERS
from isodesk.ui.speech import _
from isodesk.ui.widgets.spoken import Spoken

WORDS = (N_("Conforms"), N_("Partly"), N_("No"), N_("Not applicable"))


class AnswerBar(Spoken):
    """Shows the answer in force; a click on it takes it back (0)."""

    answer_picked = Signal(object)

    def __init__(
        self, parent: QWidget | None = None, words: tuple[str, str, str, str] | None = None, *, columns: int = 4
    ) -> None:
        super().__init__(parent)
        self._words = words or WORDS
        self._answer = 0
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        self._buttons: dict[int, QPushButton] = {}
        for digit in range(1, 5):
            self._buttons[digit] = self._button(digit)
            grid.addWidget(self._buttons[digit], *divmod(digit - 1, columns))
        self.retranslate()

    def _button(self, digit: int) -> QPushButton:
        made = QPushButton(self)
        made.setCheckable(True)
        made.setAutoDefault(False)
        made.setProperty("look", "answer")
        made.setProperty("answer", str(digit))
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        icons.put_beside_words(made, ANSWERS[digit].icon, ANSWERS[digit].token)
        made.clicked.connect(lambda _checked=False, digit=digit: self._clicked(digit))
        return made

    def _clicked(self, digit: int) -> None:
        """What is kept is shown: whoever keeps the answer has said so by `set_answer` before the signal returns."""
        self.answer_picked.emit(0 if digit == self._answer else digit)
        self.set_answer(self._answer)

    def answer(self) -> int:
        """The answer shown, 0 to 4."""
        return self._answer

    def set_answer(self, digit: int) -> None:
        """Shows an answer without telling anybody."""
        self._answer = digit
        for own, made in self._buttons.items():
            made.setChecked(own == digit)

    def set_words(self, words: tuple[str, str, str, str]) -> None:
        """Other words for the four steps, untranslated: an audit says "Remark" where a gap says "Partly"."""
        self._words = words
        self.retranslate()

    def retranslate(self) -> None:
        """The digit leads, so that the key need not be learnt."""
        for digit, made in self._buttons.items():
            word = _(self._words[digit - 1])
            made.setText(f"{digit}  {word}")
            made.setAccessibleName(_("{digit}, {answer}").format(digit=digit, answer=word))
