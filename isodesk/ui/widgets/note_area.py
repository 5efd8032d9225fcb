"""A note that goes with a row of a table: Enter keeps it and leads back to the table, Shift+Enter starts a new line."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from isodesk.ui.widgets.text_field import TextArea


class NoteArea(TextArea):
    """`done` fires on Enter, after the text was told."""

    done = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter alone, or with Ctrl."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.commit()
            self.done.emit()
        else:
            super().keyPressEvent(event)
