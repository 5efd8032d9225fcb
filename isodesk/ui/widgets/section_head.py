"""The heading of a part of a page, one explaining sentence, and the buttons that belong to the part."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.spoken import Spoken


class SectionHead(Spoken):
    """Words at the left, buttons at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = label(role="heading", wrap=True)
        self._sentence = label(role="muted", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._heading)
        words.addWidget(self._sentence)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.addLayout(words, 1)

    def add_button(self, button: QPushButton) -> QPushButton:
        """A button behind the ones that are there."""
        self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        return button

    def set_words(self, heading: str, sentence: str = "") -> None:
        """Already translated."""
        self._heading.setText(heading)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
