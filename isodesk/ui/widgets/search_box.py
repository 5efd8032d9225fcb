"""A search field that filters while one types, without a query at every key."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from isodesk.ui import icons
from isodesk.ui.speech import _

STILL_MS = 150


class SearchBox(QLineEdit):
    """`searched` carries the text; Esc clears; Down or Enter asks for the list below."""

    searched = Signal(str)
    list_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint = ""
        self.setClearButtonEnabled(True)
        self.setMaxLength(200)
        lens = self.addAction(icons.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        icons.put(lens, "search", "muted")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(STILL_MS)
        self._timer.timeout.connect(self._tell)
        self._told = ""
        self.textChanged.connect(lambda _text: self._timer.start())
        self.returnPressed.connect(self._now)
        self.retranslate()

    def set_hint(self, text: str) -> None:
        """What is searched, already translated; "" is plain "Search"."""
        self._hint = text
        self.retranslate()

    def search_for(self, text: str) -> None:
        """Puts words into the field and searches at once."""
        self.setText(text)
        self._timer.stop()
        self._tell()

    def retranslate(self) -> None:
        """The word in the empty field, and the field's name."""
        words = self._hint or _("Search")
        self.setPlaceholderText(words)
        self.setAccessibleName(words)

    def _tell(self) -> None:
        if self.text() != self._told:
            self._told = self.text()
            self.searched.emit(self._told)

    def _now(self) -> None:
        self._timer.stop()
        self._tell()
        self.list_requested.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that a person expects of a search field."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self._timer.stop()
            self._tell()
        elif event.key() == Qt.Key.Key_Down:
            self._now()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Speaks the other language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
