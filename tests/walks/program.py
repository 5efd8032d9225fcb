"""The program as it starts on a workspace folder: window first, then the workspace behind it."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from walks.hands import Hands, wait_until

from isodesk import paths, wording
from isodesk.domain.journey import Page
from isodesk.services.workspace import open_workspace
from isodesk.ui.desk import Desk
from isodesk.ui.page import PageView
from isodesk.ui.preferences import Preferences
from isodesk.ui.speech import _
from isodesk.ui.window import Window

ACTOR = "Иванова А. А."
Clock = Callable[[], datetime]
View = TypeVar("View", bound=PageView)


class Program:
    """One run of the program, from start to close."""

    def __init__(self, folder: Path, clock: Clock, size: tuple[int, int] = (1366, 900)) -> None:
        self.hands = Hands()
        self.window = Window(Preferences(paths.settings_file()), folder)
        self.window.resize(*size)
        self.window.show()
        self.window.activateWindow()
        assert QTest.qWaitForWindowExposed(self.window)
        self.services = open_workspace(folder, actor=ACTOR, clock=clock)
        self.desk = Desk(self.window, self.services)
        self.window.attach(self.desk)
        self.rest()

    def rest(self) -> None:
        """Until nothing runs beside the window and the sidebar has counted."""
        wait_until(lambda: not self.desk.jobs.running, "the jobs")
        QTest.qWait(150)

    def page(self, kind: type[View]) -> View:
        """The page that is shown, which must be of a kind."""
        assert self.desk.view is not None, "no client is open"
        page = self.desk.view.page
        assert isinstance(page, kind), f"{page!r} is shown"
        return page

    def line(self, page: Page) -> QModelIndex:
        """Where a page stands in the sidebar."""
        assert self.desk.view is not None
        model, words = self.desk.view.sidebar.model(), _(wording.PAGE[page])
        parents = [QModelIndex(), *(model.index(row, 0) for row in range(model.rowCount()))]
        for parent in parents:
            for row in range(model.rowCount(parent)):
                index = model.index(row, 0, parent)
                if str(index.data()).endswith(words):
                    return index
        raise AssertionError(f"{words} is not in the sidebar")

    def said_of(self, page: Page) -> str:
        """What a screen reader says of a page in the sidebar: its title, its state, its count."""
        return str(self.line(page).data(Qt.ItemDataRole.AccessibleTextRole))

    def to(self, page: Page, kind: type[View]) -> View:
        """A click on a page in the sidebar."""
        assert self.desk.view is not None
        self.hands.click_cell(self.desk.view.sidebar, self.line(page))
        return self.page(kind)

    def close(self) -> None:
        """As a user closes a window. Nothing may be asked (ux.md U22)."""
        self.rest()
        assert self.window.close()
        assert QApplication.activeModalWidget() is None
        self.window.deleteLater()
        QTest.qWait(1)
