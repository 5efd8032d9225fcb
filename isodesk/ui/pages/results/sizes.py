"""Numbers in a row with their words below, for a part of the results."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from isodesk.ui.widgets.labels import label


class Numbers(QWidget):
    """So many numbers side by side."""

    def __init__(self, count: int, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        self._parts = [(label(role="title"), label(role="muted", wrap=True)) for _place in range(count)]
        for number, words in self._parts:
            part = QVBoxLayout()
            part.setSpacing(0)
            part.addWidget(number)
            part.addWidget(words)
            part.addStretch(1)
            row.addLayout(part, 1)

    def set_numbers(self, numbers: Sequence[tuple[str, str]]) -> None:
        """(number, words) of each, already translated."""
        for (number, words), (shown, said) in zip(self._parts, numbers, strict=True):
            number.setText(shown)
            words.setText(said)
