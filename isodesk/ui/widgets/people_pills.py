"""Which people belong to something: a pill for each, made anew when the team changes."""

from collections.abc import Hashable, Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from isodesk.ui.tip import tip
from isodesk.ui.widgets.spoken import Spoken
from isodesk.ui.widgets.toggle_pills import TogglePills


class PeoplePills(Spoken):
    """`changed` carries the frozen set of the keys that are on."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people: tuple[tuple[Hashable, str], ...] = ()
        self._caption = ""
        self._pills = TogglePills((), self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._pills)

    def set_people(self, people: Iterable[tuple[Hashable, str]]) -> None:
        """Who can be chosen, in this order; whoever is on stays on."""
        fresh = tuple(people)
        if fresh == self._people:
            return
        self._people = fresh
        chosen = self._pills.checked()
        self._pills.hide()
        self._pills.deleteLater()
        self._pills = TogglePills([key for key, _name in fresh], self)
        self._pills.changed.connect(self.changed)
        self._column.addWidget(self._pills)
        self._speak()
        self.set_checked(chosen)

    def set_caption(self, caption: str) -> None:
        """Already translated."""
        self._caption = caption
        self._speak()

    def _speak(self) -> None:
        self._pills.set_words(self._caption, [(key, name, name) for key, name in self._people])
        for pill, (_key, name) in zip(self._pills.pills(), self._people, strict=True):
            pill.setToolTip(tip(name))
        self._pills.setVisible(bool(self._people))

    def checked(self) -> frozenset[Hashable]:
        """The keys that are on."""
        return self._pills.checked()

    def set_checked(self, keys: Iterable[Hashable]) -> None:
        """Turns exactly these on without telling anybody."""
        self._pills.set_checked(keys)
