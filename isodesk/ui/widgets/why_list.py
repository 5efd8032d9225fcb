"""Five whys: one line for each answer, a new line appears as the last one is filled."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from isodesk.ui.speech import _
from isodesk.ui.widgets.spoken import Spoken
from isodesk.ui.widgets.text_field import TextField

LEAST = 2
MOST = 9


class WhyList(Spoken):
    """`committed` carries the answers from top to bottom, without empty ones at the end."""

    committed = Signal(tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._lines: list[TextField] = []
        self._grow_to(LEAST)

    def values(self) -> tuple[str, ...]:
        """The answers shown."""
        texts = [line.value().strip() for line in self._lines]
        while texts and not texts[-1]:
            texts.pop()
        return tuple(texts)

    def set_values(self, values: tuple[str, ...]) -> None:
        """Shows stored answers without telling anybody; a line that is being written in keeps its words."""
        wanted = min(MOST, max(LEAST, len(values) + 1))
        self._grow_to(wanted)
        for position, line in enumerate(self._lines):
            line.set_value(values[position] if position < len(values) else "")
            line.setVisible(position < wanted or line.hasFocus() or bool(line.value()))

    def commit(self) -> None:
        """Tells what is being typed."""
        for line in self._lines:
            line.commit()

    def _grow_to(self, count: int) -> None:
        while len(self._lines) < count:
            line = TextField(self, length=1000)
            line.committed.connect(lambda _text: self.committed.emit(self.values()))
            line.textEdited.connect(lambda _text: self._typed())
            self._lines.append(line)
            self._column.addWidget(line)
        self.setFocusProxy(self._lines[0])
        self.retranslate()

    def _typed(self) -> None:
        shown = [line for line in self._lines if not line.isHidden()]
        if shown and shown[-1].text().strip() and len(shown) < MOST:
            self._grow_to(len(shown) + 1)
            self._lines[len(shown)].show()

    def retranslate(self) -> None:
        """Each line asks; each has a name of its own."""
        for position, line in enumerate(self._lines, start=1):
            words = _("{number}. Why?").format(number=position)
            line.setPlaceholderText(words)
            line.setAccessibleName(words)
