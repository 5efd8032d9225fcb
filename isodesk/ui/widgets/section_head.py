"""The heading of a part of a page, one explaining sentence, and the buttons that belong to the part."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.spoken import Spoken


class SectionHead(Spoken):
    """The heading and its buttons in one line, the sentence below: it needs the width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = label(role="heading", wrap=True)
        self._sentence = label(role="muted", wrap=True)
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        self._row.addWidget(self._heading, 1, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(self._row)
        column.addWidget(self._sentence)

    def add_button(self, button: QPushButton) -> QPushButton:
        """A button behind the ones that are there."""
        self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return button

    def set_words(self, heading: str, sentence: str = "") -> None:
        """Already translated."""
        self._heading.setText(heading)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
