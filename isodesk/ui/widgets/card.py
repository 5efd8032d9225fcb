"""A surface that holds the details of one record."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from isodesk.ui.widgets.spoken import Spoken


class Card(Spoken):
    """A frame with a hairline; fill its `column`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 12, 16, 16)
        self.column.setSpacing(12)
