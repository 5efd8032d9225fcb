"""Opens the window: paints first from memory, then imports the storage and fills it (decisions 29)."""

import gc
import os
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication

from isodesk import paths
from isodesk.app import crash, logs
from isodesk.errors import UserError
from isodesk.ui import speech, theme
from isodesk.ui.preferences import Preferences
from isodesk.ui.window import Window


class Starter:
    """Holds the window and what it was started with; opens workspaces one after another."""

    def __init__(self, app: QApplication, preferences: Preferences, folder: Path, *, until: str) -> None:
        self._app = app
        self._preferences = preferences
        self._until = until
        self.window = Window(preferences, folder)
        self.window.painted.connect(self._leave if until == "painted" else self._fill)
        self.window.workspace_chosen.connect(self._change)

    def _fill(self) -> None:
        from isodesk.services.workspace import open_workspace
        from isodesk.ui.desk import Desk

        window = self.window
        actor = self._preferences.current.assessor or _user()
        try:
            services = open_workspace(window.folder, actor=actor, cache=paths.cache_folder())
        except UserError as error:
            _collect_garbage_again()
            window.show_trouble(error.text(speech.speech()))
            if self._until == "ready":
                print(error.text(speech.speech()), file=sys.stderr)
                QCoreApplication.exit(2)
            return
        services.assessment.named = self._preferences.current.assessor
        window.attach(Desk(window, services))
        _collect_garbage_again()
        if self._until == "ready":
            QTimer.singleShot(0, self._leave)

    def _change(self, folder: Path) -> None:
        self.window.leave(folder)
        self._fill()

    def _leave(self) -> None:
        self.window.repaint()
        self.window.close()
        QCoreApplication.exit(0)


def _collect_garbage_again() -> None:
    """What the start has made stays; there is no use in looking through it again and again."""
    gc.freeze()
    gc.enable()


def open_window(workspace: Path | None, *, language: str = "", until: str = "") -> int:
    """Shows the window and returns the exit status: until it is closed, or until it is "painted" or "ready" (filled)."""
    logs.begin(paths.log_folder())
    app = theme.application(sys.argv[:1])
    app.setApplicationName("isodesk")
    app.setDesktopFileName("isodesk")
    crash.watch(paths.log_folder())
    preferences = Preferences(paths.settings_file())
    speech.set_language(app, language or preferences.current.language)
    theme.apply(app, preferences.current.theme)
    starter = Starter(app, preferences, workspace or paths.default_workspace(), until=until)
    starter.window.show()
    return app.exec()


def _user() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return os.environ.get("USERNAME", "")
