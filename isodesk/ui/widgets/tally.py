"""How many of what: a sign, a word and a number each, in as many lines as the width needs."""

from collections.abc import Iterable

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from isodesk.ui import icons
from isodesk.ui.signs import Sign
from isodesk.ui.speech import _
from isodesk.ui.widgets.flow import Flow
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.spoken import Spoken

Count = tuple[Sign, int, str]
"""Sign, number, word: already translated."""


class Tally(Spoken):
    """Counts that change in place, so that answering 120 rows builds no widgets."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = Flow(self, 16, 4)
        self._labels: list[tuple[QLabel, QLabel]] = []
        self._shown: tuple[Count, ...] = ()

    def set_counts(self, counts: Iterable[Count]) -> None:
        """Shows these counts in this order."""
        fresh = tuple(counts)
        if fresh == self._shown:
            return
        if len(fresh) != len(self._shown):
            self._flow.clear()
            self._labels = [self._part() for _count in fresh]
        self._shown = fresh
        for (sign_label, text), (sign, number, word) in zip(self._labels, fresh, strict=True):
            icons.put(sign_label, sign.icon, sign.token if number else "muted", 16)
            text.setText(_("{word}: {number}").format(word=word, number=number))
            text.setProperty("role", "" if number else "muted")
            text.style().polish(text)
        self.setAccessibleName("; ".join(f"{word} {number}" for _sign, number, word in fresh))
        self._flow.invalidate()
        self.updateGeometry()

    def _part(self) -> tuple[QLabel, QLabel]:
        holder = QWidget(self)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        sign, text = label(), label()
        row.addWidget(sign)
        row.addWidget(text)
        self._flow.addWidget(holder)
        return sign, text
