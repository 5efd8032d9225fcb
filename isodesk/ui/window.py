"""The shell: start screen or an open client, menus, what was saved when. Behaviour lives in pages and dialogs."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from isodesk.errors import UserError
from isodesk.i18n import LANGUAGES
from isodesk.ui import icons, memory, speech, theme
from isodesk.ui.actions import MENUS, Actions
from isodesk.ui.messages import Messages
from isodesk.ui.preferences import Preferences
from isodesk.ui.speech import _
from isodesk.ui.start import StartScreen
from isodesk.ui.widgets.banner import Banner
from isodesk.ui.widgets.job_bar import JobBar
from isodesk.ui.widgets.labels import label

LEAST = (1100, 680)


class Desk(Protocol):
    """What the shell needs of an open workspace. The real one (ui/desk.py) is imported after the first picture."""

    def begin(self) -> None:
        """Shows the client or the start screen."""

    def run(self, command: str, argument: str = "") -> None:
        """Carries out a command of the menus or of the start screen."""

    def steps(self) -> tuple[str, str]:
        """Names of the steps that undo and redo would move; empty for none."""

    def title(self) -> str:
        """The open client; empty on the start screen."""

    def read_only(self) -> UserError | None:
        """Why nothing can be written."""

    def retranslate(self) -> None:
        """Speaks the new language."""

    def close(self) -> None:
        """Commits, stops, closes the workspace."""


class Window(QMainWindow):
    """One window. It paints from the memory of the last run; `attach` gives it the opened workspace."""

    painted = Signal()
    workspace_chosen = Signal(object)

    def __init__(self, preferences: Preferences, folder: Path) -> None:
        super().__init__()
        self.preferences = preferences
        self.folder = folder
        self.desk: Desk | None = None
        self._shown_once = False
        self._saved_at: datetime | None = None
        self.setWindowIcon(icons.app_icon())
        self.setMinimumSize(*LEAST)
        self.resize(1366, 820)
        self._build()
        self.actions_ = Actions(self, self._commands())
        self._connect()
        self.start.set_clients(memory.cards(folder))
        self.start.set_folder(str(folder))
        self.start.set_busy(True)
        self.retranslate()

    def _build(self) -> None:
        strip = QWidget(self)
        self.banner = Banner(strip)
        self.stack = QStackedWidget(strip)
        self.start = StartScreen(self.stack)
        self.stack.addWidget(self.start)
        column = QVBoxLayout(strip)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self.stack, 1)
        self.setCentralWidget(strip)
        self.messages = Messages(strip)
        self._saved = label(role="muted")
        self._due = label(role="muted")
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().setContentsMargins(16, 0, 16, 0)
        self.statusBar().addWidget(self._saved)
        self.job_bar = JobBar(self)
        self.statusBar().addPermanentWidget(self.job_bar)
        self.statusBar().addPermanentWidget(self._due)

    def _connect(self) -> None:
        self.actions_.language.triggered.connect(lambda action: self.speak(str(action.data())))
        self.actions_.theme.triggered.connect(lambda action: self.dress(str(action.data())))
        self.start.client_opened.connect(lambda client: self._run("open-client", client))
        self.start.client_removed.connect(lambda client: self._run("remove-client", client))
        self.start.new_requested.connect(lambda: self._run("new-client"))
        self.start.sample_requested.connect(lambda which: self._run("open-sample", which))
        self.start.library_requested.connect(lambda: self._run("library"))
        self.start.workspace_requested.connect(self.choose_workspace)

    def _commands(self) -> dict[str, Callable[[], object]]:
        own: dict[str, Callable[[], object]] = {
            "workspace": self.choose_workspace,
            "data-folder": self.open_data_folder,
            "quit": self.close,
        }
        keys = [command.key for _title, commands in MENUS for command in commands if command is not None]
        return {key: own.get(key, partial(self._run, key)) for key in keys}

    def attach(self, desk: Desk) -> None:
        """The workspace is open: everything works from now on."""
        self.desk = desk
        self.start.set_busy(False)
        self.show_read_only()
        desk.begin()
        self.show_state()

    def leave(self, folder: Path) -> None:
        """Closes the workspace, because another one is to be opened."""
        if self.desk is not None:
            self.desk.close()
            self.desk = None
        self.folder = folder
        self.banner.hide()
        self.start.set_folder(str(folder))
        self.start.set_clients(memory.cards(folder))
        self.start.set_busy(True)
        self.show_overdue(0)
        self.show_state()

    def show_read_only(self) -> None:
        """Says why nothing can be written, for as long as that is so."""
        reason = self.desk.read_only() if self.desk else None
        if reason is None:
            self.banner.hide()
        else:
            self.banner.say("warning", reason.text(speech.speech()), closable=False)

    def show_trouble(self, text: str) -> None:
        """The workspace could not be opened; another one can be chosen."""
        self.start.set_closed()
        self.banner.say("error", text, closable=False)
        self.banner.add_action(_("Choose another workspace…"), self.choose_workspace)

    def show_state(self) -> None:
        """Title, undo and redo."""
        undo, redo = self.desk.steps() if self.desk else ("", "")
        title = self.desk.title() if self.desk else ""
        self.actions_.enable(case=bool(title), undo=undo, redo=redo)
        self.actions_.show_choice(self.actions_.language, speech.speech().language)
        self.actions_.show_choice(self.actions_.theme, self.preferences.current.theme)
        self.setWindowTitle(f"{title} – isodesk" if title else "isodesk")

    def show_overdue(self, count: int) -> None:
        """How many things of the open client are late."""
        self._due.setText(_("Overdue: {count}").format(count=count) if count else "")

    def show_saved(self) -> None:
        """Says when the last change was committed; called after the commit only (ux.md U19)."""
        self._saved_at = datetime.now(UTC).astimezone()
        self._say_saved()

    def _say_saved(self) -> None:
        if self._saved_at is not None:
            self._saved.setText(_("Saved {time}").format(time=speech.speech().time(self._saved_at)))

    @property
    def saved_label(self) -> QLabel:
        """Where the time of the last commit stands."""
        return self._saved

    def choose_workspace(self) -> None:
        """Asks for another workspace folder."""
        from PySide6.QtWidgets import QFileDialog

        chosen = QFileDialog.getExistingDirectory(self, _("Open workspace"), str(self.folder))
        if chosen:
            self.workspace_chosen.emit(Path(chosen))

    def open_data_folder(self) -> None:
        """Shows the workspace in the system's file browser."""
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.folder)))

    def speak(self, language: str) -> None:
        """Changes the language of the window."""
        app = QApplication.instance()
        if language in LANGUAGES and isinstance(app, QApplication):
            self.preferences.update(language=language)
            speech.set_language(app, language)

    def dress(self, name: str) -> None:
        """Changes the theme; an empty name follows the system."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            self.preferences.update(theme=name)
            app.setOverrideCursor(Qt.CursorShape.WaitCursor)
            try:
                theme.apply(app, name)
            finally:
                app.restoreOverrideCursor()
            self.show_state()

    def retranslate(self) -> None:
        """Menus and lines of the shell; pages and widgets hear the change themselves."""
        self.actions_.retranslate()
        self._say_saved()
        if self.desk is not None:
            self.show_read_only()
            self.desk.retranslate()
        self.show_state()

    def changeEvent(self, event: QEvent) -> None:
        """Speaks the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "actions_"):
            self.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        """Tells once when the first picture is on the screen."""
        super().showEvent(event)
        if not self._shown_once:
            self._shown_once = True
            QTimer.singleShot(0, self._tell_painted)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Commits what is being typed, stops jobs, keeps the place; never asks (ux.md U22)."""
        if self.desk is not None:
            self.desk.close()
            self.desk = None
        self.preferences.save()
        super().closeEvent(event)

    def _tell_painted(self) -> None:
        self.repaint()
        self.painted.emit()

    def _run(self, command: str, argument: str = "") -> None:
        if self.desk is not None:
            self.desk.run(command, argument)
