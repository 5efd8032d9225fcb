"""The mark "section ready": a person's own judgement, never set by the program."""

from PySide6.QtCore import QEvent, QSignalBlocker, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from isodesk.ui import icons
from isodesk.ui.speech import _


class ReadyButton(QPushButton):
    """`ready_toggled` fires when a person sets or takes back the mark."""

    ready_toggled = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setProperty("look", "ready")
        self.clicked.connect(self._clicked)
        self._show()

    def set_ready(self, ready: bool | None) -> None:
        """Shows the mark without telling anybody; None hides the button."""
        self.setVisible(ready is not None)
        blocker = QSignalBlocker(self)
        self.setChecked(bool(ready))
        blocker.unblock()
        self._show()

    def _clicked(self) -> None:
        self._show()
        self.ready_toggled.emit(self.isChecked())

    def _show(self) -> None:
        icons.put_beside_words(self, *(("state-done", "good") if self.isChecked() else ("state-empty", "muted")))
        self.setText(_("Section ready"))

    def changeEvent(self, event: QEvent) -> None:
        """Speaks the other language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
