"""A combo box over (value, words) pairs that speaks of values, not of positions."""

from collections.abc import Hashable, Iterable

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QListView, QWidget

from isodesk.ui.tip import tip


class ChoiceField(QComboBox):
    """`picked` fires when a person chose something else; the wheel scrolls the page, never the value."""

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None, choices: Iterable[tuple[Hashable, str]] = ()) -> None:
        super().__init__(parent)
        self._values: list[Hashable] = []
        self._shown: Hashable = None
        self.setView(QListView(self))
        self.setMinimumContentsLength(6)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.activated.connect(self._activated)
        self.set_choices(choices)

    def set_choices(self, choices: Iterable[tuple[Hashable, str]]) -> None:
        """Other choices, already translated; the value stays where it is still among them."""
        kept = self._shown
        pairs = list(choices)
        blocker = QSignalBlocker(self)
        self.clear()
        self._values = [value for value, _words in pairs]
        for position, (_value, words) in enumerate(pairs):
            self.addItem(words)
            self.setItemData(position, tip(words), 3)
        blocker.unblock()
        self.set_value(kept)

    def value(self) -> Hashable:
        """The value shown; None where nothing is."""
        position = self.currentIndex()
        return self._values[position] if 0 <= position < len(self._values) else None

    def set_value(self, value: Hashable) -> None:
        """Shows a value without telling anybody; nothing is shown for an unknown one."""
        blocker = QSignalBlocker(self)
        self.setCurrentIndex(self._values.index(value) if value in self._values else -1)
        blocker.unblock()
        self._shown = self.value()

    def _activated(self, _position: int) -> None:
        if self.value() != self._shown:
            self._shown = self.value()
            self.picked.emit(self._shown)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A page that is scrolled must not change what is under the mouse."""
        event.ignore()
