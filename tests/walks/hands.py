"""What a user has: a mouse, a keyboard, eyes. Everything goes through the window's own event queue, so that what is
covered, greyed out, out of sight or behind a dialog cannot be used."""

import time
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QModelIndex, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)
from shiboken6 import isValid

PATIENCE = 15.0
"""Seconds a user waits for anything before calling it broken."""
NO_MODIFIER = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
Given = TypeVar("Given", bound=QWidget)


class Hands:
    """Counts what it does."""

    def __init__(self) -> None:
        self.clicks = 0
        self.keys = 0

    def click(self, widget: QWidget, at: QPoint | None = None, *, double: bool = False) -> None:
        """The left button in the middle of a widget that is in sight and not covered, or at a point of it."""
        assert widget.isEnabled(), f"{described(widget)} is greyed out"
        scroll_to(widget)
        spot = widget.rect().center() if at is None else at
        root = widget.window()
        place = widget.mapTo(root, spot)
        assert widget.isVisible(), f"{described(widget)} is not in sight"
        hit = root.childAt(place)
        if hit is not None and hit is not widget and not widget.isAncestorOf(hit):
            msg = f"{described(hit)} lies over {described(widget)}"
            raise AssertionError(msg)
        self.clicks += 1
        tap = QTest.mouseDClick if double else QTest.mouseClick
        tap(_native(root), Qt.MouseButton.LeftButton, NO_MODIFIER, place)
        QApplication.processEvents()

    def click_cell(self, view: QAbstractItemView, index: QModelIndex, *, double: bool = False) -> None:
        """A cell or line of a table, list or tree."""
        assert index.isValid()
        view.scrollTo(index)
        self.click(view.viewport(), view.visualRect(index).center(), double=double)

    def check_line(self, choices: QListWidget, row: int) -> None:
        """The little box before a line of a list."""
        place = choices.visualItemRect(choices.item(row))
        choices.scrollToItem(choices.item(row))
        self.click(choices.viewport(), QPoint(place.left() + 14, place.center().y()))

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NO_MODIFIER, times: int = 1) -> None:
        """A key, to whatever has the keyboard; shortcuts work."""
        for _time in range(times):
            window = QGuiApplication.focusWindow()
            assert window is not None, "no window has the keyboard"
            self.keys += 1
            QTest.keyClick(window, key, held)
        QApplication.processEvents()

    def tab_to(self, widget: QWidget, most: int = 40) -> None:
        """Tab until a widget has the keyboard."""
        for _step in range(most):
            if widget.hasFocus():
                return
            self.press(Qt.Key.Key_Tab)
        msg = f"{most} times Tab do not lead to {described(widget)}"
        raise AssertionError(msg)

    def type_text(self, text: str) -> None:
        """Characters of any language, to the field that has the keyboard (QTest.keyClicks aborts on Cyrillic)."""
        field = focused()
        for letter in text:
            self.keys += 1
            if letter == "\n":
                QTest.keyClick(field, Qt.Key.Key_Return)
            else:
                QTest.sendKeyEvent(QTest.KeyAction.Click, field, Qt.Key.Key_unknown, letter, NO_MODIFIER)
        QApplication.processEvents()

    def fill(self, field: QLineEdit | QPlainTextEdit, text: str) -> None:
        """Clicks into a field, types over what is there."""
        self.click(field if isinstance(field, QLineEdit) else field.viewport())
        assert field.hasFocus(), f"{described(field)} did not take the keyboard"
        self.press(Qt.Key.Key_A, CONTROL)
        self.type_text(text)

    def choose(self, combo: QComboBox, words: str) -> None:
        """Opens a list with the mouse, walks to a line with the arrows, takes it with Enter."""
        self.click(combo)
        wait_until(combo.view().isVisible, "the list of choices")
        self.pick_in_list(combo, words)

    def pick_in_list(self, combo: QComboBox, words: str) -> None:
        """Walks in a list that is open already."""
        lines = [combo.itemText(row) for row in range(combo.count())]
        found = [row for row, line in enumerate(lines) if words in line]
        assert found, f"no “{words}” among {lines}"
        steps = found[0] - combo.view().currentIndex().row()
        self.press(Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up, times=abs(steps))
        self.press(Qt.Key.Key_Return)
        wait_until(lambda: not isValid(combo) or not combo.view().isVisible(), "the list to close")

    def pick_in_menu(self, opener: QPushButton, words: str) -> None:
        """Opens the menu of a button with the mouse, walks to a command with the arrows, gives it with Enter."""
        menu = opener.menu()
        self.click(opener)
        wait_until(menu.isVisible, "the menu")
        for _step in menu.actions():
            at = menu.activeAction()
            if at is not None and words in at.text():
                break
            self.press(Qt.Key.Key_Down)
        at = menu.activeAction()
        assert at is not None and words in at.text(), f"no “{words}” that can be given"
        self.press(Qt.Key.Key_Return)
        wait_until(lambda: not isValid(menu) or not menu.isVisible(), "the menu to close")

    def in_dialog(self, kind: type[Given], opening: Callable[[], object], work: Callable[[Given], None]) -> None:
        """Does `opening`, which shows a modal dialog of a kind and waits for it; works in it meanwhile."""
        below = QApplication.activeWindow()
        troubles: list[BaseException] = []
        worked: list[bool] = []
        limit = time.monotonic() + PATIENCE

        def go_on() -> None:
            shown = QApplication.activeModalWidget()
            if not isinstance(shown, kind) and time.monotonic() < limit:
                QTimer.singleShot(10, go_on)
                return
            try:
                assert isinstance(shown, kind), f"{kind.__name__} did not open, but {shown!r}"
                QTest.qWait(1)
                work(shown)
                assert not (isValid(shown) and shown.isVisible()), f"{kind.__name__} is still open"
                worked.append(True)
            except BaseException as error:  # noqa: BLE001 - raised again below, when nothing is modal any more
                troubles.append(error)
                _close_dialogs()

        QTimer.singleShot(0, go_on)
        opening()
        wait_until(lambda: bool(troubles or worked), kind.__name__)
        if troubles:
            raise troubles[0]
        if below is not None and QGuiApplication.focusWindow() is None:
            below.activateWindow()  # a window manager does this; the offscreen platform has none
            QApplication.processEvents()


def _close_dialogs() -> None:
    while (shown := QApplication.activeModalWidget()) is not None:
        if isinstance(shown, QDialog):
            shown.reject()
        else:
            shown.close()


def _native(root: QWidget) -> QWindow:
    handle = root.windowHandle()
    assert handle is not None, f"{described(root)} is no window on the screen"
    return handle


def scroll_to(widget: QWidget) -> None:
    """What the wheel does: towards the middle, where no notice lies over it."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget, 0, max(24, (above.viewport().height() - widget.height()) // 2))
        above = above.parentWidget()
    QApplication.processEvents()


def focused() -> QWidget:
    """What has the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the keyboard"
    return widget


def wait_until(fits: Callable[[], bool], what: str) -> None:
    """Until something is so; a user does not wait for ever."""
    limit = time.monotonic() + PATIENCE
    while not fits():
        assert time.monotonic() < limit, f"waited in vain for {what}"
        QTest.qWait(5)


def described(widget: QWidget) -> str:
    """For messages."""
    text = getattr(widget, "text", None)
    words = text() if callable(text) else ""
    return f"{type(widget).__name__} “{words or widget.accessibleName() or widget.objectName()}”"


def centre(widget: QWidget) -> QPointF:
    """Where something is dropped."""
    return QPointF(widget.rect().center())
