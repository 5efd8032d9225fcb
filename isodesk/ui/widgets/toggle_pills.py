"""A handful of words that are on or off, wrapping like text: the roles of a person."""

from collections.abc import Hashable, Iterable

from PySide6.QtCore import QEvent, QSignalBlocker, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from isodesk.ui import icons
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.flow import Flow
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.spoken import Spoken


class TogglePills(Spoken):
    """`changed` carries the frozen set of keys that are on; the sign tells it too, not colour alone."""

    changed = Signal(object)

    def __init__(self, keys: Iterable[Hashable], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pills: dict[Hashable, QPushButton] = {}
        self._caption = label()
        inside = QWidget(self)
        self._flow = Flow(inside, 8, 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._caption)
        column.addWidget(inside)
        for key in keys:
            self._make(key)

    def set_words(self, caption: str, choices: Iterable[tuple[Hashable, str, str]]) -> None:
        """Caption, and (key, short words, whole words) of each pill, already translated."""
        self._caption.setText(caption)
        self.setAccessibleName(caption)
        for key, short, whole in choices:
            pill = self._pills[key]
            pill.setText(short.replace("&", "&&"))
            pill.setToolTip(whole)
            pill.setAccessibleName(f"{caption}: {whole}")
        self.updateGeometry()

    def _make(self, key: Hashable) -> None:
        pill = button("", "pill")
        pill.setCheckable(True)
        pill.clicked.connect(lambda _checked=False: self._told(pill))
        self._pills[key] = pill
        self._flow.addWidget(pill)
        self._sign(pill)

    def checked(self) -> frozenset[Hashable]:
        """The keys that are on."""
        return frozenset(key for key, pill in self._pills.items() if pill.isChecked())

    def set_checked(self, keys: Iterable[Hashable]) -> None:
        """Turns exactly these on without telling anybody."""
        wanted = frozenset(keys)
        for key, pill in self._pills.items():
            blocker = QSignalBlocker(pill)
            pill.setChecked(key in wanted)
            blocker.unblock()
            self._sign(pill)

    def pills(self) -> tuple[QPushButton, ...]:
        """The buttons, in order."""
        return tuple(self._pills.values())

    def _told(self, pill: QPushButton) -> None:
        self._sign(pill)
        self.changed.emit(self.checked())

    def _sign(self, pill: QPushButton) -> None:
        icons.put_beside_words(pill, *(("state-done", "accent") if pill.isChecked() else ("plus", "muted")), 12)

    def changeEvent(self, event: QEvent) -> None:
        """Other words are of another length."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.updateGeometry()
