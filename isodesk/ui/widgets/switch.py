"""A few words of which exactly one is on: which part of a thing is shown, in which language it is read."""

from collections.abc import Hashable, Iterable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from isodesk.ui.tip import tip
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.flow import Flow
from isodesk.ui.widgets.spoken import Spoken

_RESTING: Final = Qt.FocusPolicy.ClickFocus
"""Of the words that are not on: Tab passes over them, arrows reach them."""


class Switch(Spoken):
    """`picked` carries the value that a person chose. One stop by Tab; arrows move among the words."""

    picked = Signal(object)

    def __init__(self, values: Iterable[Hashable], parent: QWidget | None = None, *, wraps: bool = True) -> None:
        super().__init__(parent)
        self._buttons: dict[Hashable, QPushButton] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._row = Flow(self, 6, 6) if wraps else QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        if not wraps:
            self._row.setSpacing(6)
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        for value in values:
            self._make(value)
        self.set_value(next(iter(self._buttons)))

    def _make(self, value: Hashable) -> None:
        made = button("", "pill", parent=self)
        made.setCheckable(True)
        made.setFocusPolicy(_RESTING)
        made.toggled.connect(lambda on: made.setFocusPolicy(Qt.FocusPolicy.StrongFocus if on else _RESTING))
        made.clicked.connect(lambda _checked=False: self.picked.emit(value))
        self._group.addButton(made)
        self._buttons[value] = made
        self._row.addWidget(made)

    def set_words(self, name: str, words: Iterable[tuple[Hashable, str, str]]) -> None:
        """What is chosen here, and (value, words, explanation) of each; already translated."""
        self.setAccessibleName(name)
        for value, text, more in words:
            made = self._buttons[value]
            made.setText(text.replace("&", "&&"))
            made.setToolTip(tip(more))
            made.setAccessibleName(f"{name}: {text}")
        self._row.invalidate()
        self.updateGeometry()

    def value(self) -> Hashable:
        """The one that is on."""
        return next(value for value, made in self._buttons.items() if made.isChecked())

    def set_value(self, value: Hashable) -> None:
        """Turns it on without telling anybody."""
        self._buttons[value].setChecked(True)

    def button_of(self, value: Hashable) -> QPushButton:
        """The button of a value."""
        return self._buttons[value]
