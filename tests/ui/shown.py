"""A real window on a workspace, for tests that walk over all pages."""

from collections.abc import Iterator

from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QComboBox, QLabel, QLineEdit, QWidget

from isodesk import paths
from isodesk.domain.journey import Page
from isodesk.domain.keys import ClientId
from isodesk.services.workspace import Services
from isodesk.ui.case import Place
from isodesk.ui.desk import Desk
from isodesk.ui.page import PageView
from isodesk.ui.preferences import Preferences
from isodesk.ui.window import Window

SETTLE = 200
"""Milliseconds after which the sidebar has counted."""


class Shown:
    """A window with an open client."""

    def __init__(self, services: Services, client: ClientId, size: tuple[int, int] = (1366, 768)) -> None:
        self.services = services
        self.client = client
        self.window = Window(Preferences(paths.settings_file()), services.folder)
        self.window.resize(*size)
        self.window.show()
        self.desk = Desk(self.window, services)
        self.window.attach(self.desk)
        self.desk.open_client(client)
        QTest.qWait(SETTLE)

    @property
    def page(self) -> PageView:
        """The page that is shown."""
        assert self.desk.view is not None
        assert self.desk.view.page is not None
        return self.desk.view.page

    def close(self) -> None:
        """Ends in order, as a user would."""
        self.window.close()
        self.window.deleteLater()
        QTest.qWait(1)


def controls(root: QWidget) -> Iterator[QWidget]:
    """Everything a user can act on that is to be seen now, without the inner parts of Qt's own controls."""
    for widget in root.findChildren(QWidget):
        if not widget.isVisibleTo(root) or not widget.isEnabled() or widget.focusPolicy().value == 0:
            continue
        if widget.objectName().startswith("qt_") or isinstance(widget.parentWidget(), QComboBox | QAbstractSpinBox):
            continue
        yield widget


def spoken_name(widget: QWidget) -> str:
    """What a screen reader says: the accessible name, or what Qt derives from the words on the control and its label."""
    interface = QAccessible.queryAccessibleInterface(widget)
    name = interface.text(QAccessible.Text.Name) if interface else ""
    return name or widget.accessibleName()


def area(widget: QWidget, root: QWidget) -> QRect:
    """Where a widget lies inside `root`."""
    return QRect(widget.mapTo(root, widget.rect().topLeft()), widget.size())


def words_of(root: QWidget) -> Iterator[tuple[QWidget, str]]:
    """Labels and buttons with words that are to be seen now."""
    for widget in root.findChildren(QWidget):
        if isinstance(widget, QLabel | QAbstractButton) and widget.isVisibleTo(root) and widget.text():
            yield widget, widget.text()
        elif isinstance(widget, QLineEdit) and widget.isVisibleTo(root) and widget.placeholderText():
            yield widget, widget.placeholderText()


def rest(shown: Shown) -> None:
    """Until nothing is read beside the window any more, and what was read has found its place."""
    waited = 0
    while shown.desk.jobs.running and waited < 2000:
        QTest.qWait(5)
        waited += 1
    if waited:
        QTest.qWait(60)


def settled(shown: Shown, page: Page) -> PageView:
    """Goes to a page, lets it settle, gives it."""
    assert shown.desk.view is not None
    shown.desk.view.go(Place(page))
    QTest.qWait(30)
    rest(shown)
    assert shown.page.key is page
    return shown.page
