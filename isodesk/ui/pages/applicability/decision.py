"""Two big buttons that say whether a control applies; the page maps the keys 1, 4 and 0 to the same signal."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from isodesk import wording
from isodesk.ui import icons
from isodesk.ui.models.controls import DECISIONS, DIGITS
from isodesk.ui.signs import ANSWERS
from isodesk.ui.speech import _
from isodesk.ui.widgets.spoken import Spoken

_BUTTONS: Final = (1, 4)


class DecisionBar(Spoken):
    """Shows the decision in force; a click on it takes it back. `picked` carries the digit."""

    picked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._digit = 0
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.buttons: dict[int, QPushButton] = {}
        for digit in _BUTTONS:
            self.buttons[digit] = self._button(digit)
            row.addWidget(self.buttons[digit])
        self.setFocusProxy(self.buttons[1])
        self.retranslate()

    def _button(self, digit: int) -> QPushButton:
        made = QPushButton(self)
        made.setCheckable(True)
        made.setAutoDefault(False)
        made.setProperty("look", "answer")
        made.setProperty("answer", str(digit))
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        icons.put_beside_words(made, ANSWERS[digit].icon, ANSWERS[digit].token)
        made.clicked.connect(lambda _checked=False: self._clicked(digit))
        return made

    def _clicked(self, digit: int) -> None:
        """What is kept is shown: whoever keeps it has said so by `set_decision` before the signal returns."""
        self.picked.emit(0 if digit == self._digit else digit)
        self._show()

    def set_decision(self, applicable: bool | None) -> None:
        """Shows a decision without telling anybody."""
        self._digit = DIGITS[applicable]
        self._show()

    def _show(self) -> None:
        for digit, made in self.buttons.items():
            made.setChecked(digit == self._digit)

    def retranslate(self) -> None:
        """The digit leads, so that the key need not be learnt."""
        self.setAccessibleName(_("Applicability"))
        for digit, made in self.buttons.items():
            word = _(wording.APPLICABLE[DECISIONS[digit]])
            made.setText(f"{digit}  {word}")
            made.setAccessibleName(_("{digit}, {answer}").format(digit=digit, answer=word))
