"""Steps of a piece of work in a line, each with its state; a click leads to the step (ux.md W7)."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from isodesk.ui import icons
from isodesk.ui.signs import STATES
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.flow import Flow
from isodesk.ui.widgets.spoken import Spoken

Step = tuple[str, str, str]
"""Word, state (a key of `signs.STATES`), and the state in words: already translated."""


class StepStrip(Spoken):
    """`picked` carries the position of a step, from 0."""

    picked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = Flow(self, 16, 2)
        self._buttons: list[QPushButton] = []
        self._shown: tuple[Step, ...] = ()

    def set_steps(self, steps: Iterable[Step]) -> None:
        """Shows these steps; buttons stay where only states differ, and so does the keyboard."""
        fresh = tuple(steps)
        if fresh == self._shown:
            return
        if len(fresh) != len(self._shown):
            self._flow.clear()
            self._buttons = [self._make(position) for position in range(len(fresh))]
        self._shown = fresh
        for position, (made, (word, state, said)) in enumerate(zip(self._buttons, fresh, strict=True)):
            sign = STATES[state]
            icons.put_beside_words(made, sign.icon, sign.token)
            made.setText(f"{position + 1}  {word}")
            made.setAccessibleName(f"{position + 1}, {word}: {said}")
            made.setToolTip(said)
        self._flow.invalidate()
        self.updateGeometry()

    def _make(self, position: int) -> QPushButton:
        made = button("", "link", "state-empty")
        made.clicked.connect(lambda _checked=False: self.picked.emit(position))
        self._flow.addWidget(made)
        return made
