"""The state of a page or a phase: a sign that differs by shape, and its word."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from isodesk.ui import icons
from isodesk.ui.signs import STATES
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.spoken import Spoken


class StateSign(Spoken):
    """`state` is a key of `signs.STATES`: done, doing, todo, out, trouble, locked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self._sign = label()
        self._word = label()
        row.addWidget(self._sign)
        row.addWidget(self._word)
        row.addStretch(1)
        self.set_state("todo", "")

    def set_state(self, state: str, word: str) -> None:
        """Sign and word together; the word is what is spoken."""
        sign = STATES[state]
        icons.put(self._sign, sign.icon, sign.token, 16)
        self._word.setText(word)
        self._word.setVisible(bool(word))
        self.setAccessibleName(word)
