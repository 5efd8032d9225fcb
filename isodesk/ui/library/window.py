"""The library in a window of its own: without a client, or beside one while it is being assessed."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from isodesk.services.library import Library
from isodesk.ui.jobs import JobRunner
from isodesk.ui.library.view import LibraryView
from isodesk.ui.messages import Messages
from isodesk.ui.preferences import Preferences
from isodesk.ui.speech import _
from isodesk.ui.widgets.spoken import Spoken

_SIZE: Final = (1240, 800)
_LEAST: Final = (820, 560)


class LibraryWindow(QDialog):
    """Not modal: one goes on working beside it. Esc closes it."""

    def __init__(self, library: Library, jobs: JobRunner, preferences: Preferences, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint, True)
        self.setMinimumSize(*_LEAST)
        self._messages = Messages(self)
        self.view = LibraryView(library, jobs, self._messages, preferences, self)
        self._title = _Title(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.addWidget(self.view, 1)
        QShortcut(QKeySequence("Ctrl+F"), self, self.view.find_requested)
        self._fit_screen()
        self.view.enter()

    def _fit_screen(self) -> None:
        room = self.screen().availableGeometry()
        self.resize(min(_SIZE[0], room.width() - 40), min(_SIZE[1], room.height() - 60))


class _Title(Spoken):
    """Names the window in the language in force."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        self.window().setWindowTitle(_("Standards library"))
