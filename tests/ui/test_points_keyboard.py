"""The keyboard as a person uses it (ux.md 2 D): real Tab keys over every page, a focus that is seen, keys that are told."""

from collections import Counter
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)
from shown import Shown, controls, settled, spoken_name

from isodesk.domain.journey import BESIDE, Page
from isodesk.ui import theme
from isodesk.ui.actions import MENUS
from isodesk.ui.dialogs.keys import KeysDialog
from isodesk.ui.widgets.drop_zone import DropZone
from isodesk.ui.widgets.logo_box import LogoBox

LEAST_DIFFERENCE = 60
"""Pixels: a blinking cursor alone has fewer, the thinnest ring around the smallest button more."""


@dataclass(frozen=True)
class Stop:
    """A control that Tab led to."""

    widget: QWidget
    name: str
    seen: bool
    """Whether it lay in sight when it had the keyboard."""
    difference: int
    """Pixels that differ from the same control without the keyboard."""


@dataclass(frozen=True)
class Walk:
    """What Tab came to on a page, and what there was to come to when it began."""

    wanted: frozenset[QWidget]
    stops: list[Stop]


def walk(shown: Shown, page: Page) -> Walk:
    """Presses Tab until the keyboard is back at the first control; a trap or a lost keyboard ends the walk."""
    settled(shown, page)
    shown.window.activateWindow()
    assert QTest.qWaitForWindowActive(shown.window)
    assert shown.desk.view is not None
    first: QWidget = shown.desk.view.sidebar
    first.setFocus(Qt.FocusReason.TabFocusReason)
    by_tab = {w for w in controls(shown.window) if w.focusPolicy() & Qt.FocusPolicy.TabFocus}
    wanted = frozenset(w for w in by_tab if not isinstance(w, QScrollArea) and w.focusProxy() is None)
    found: list[Stop] = []
    here = first
    while (here is not first or not found) and len(found) < 300:
        seen, focused = in_sight(here), here.grab().toImage()
        QTest.keyClick(here, Qt.Key.Key_Tab)
        found.append(Stop(here, f"{page}: {type(here).__name__} {spoken_name(here)}", seen, differing(focused, here)))
        after = QApplication.focusWidget()
        assert after is not None and after is not here, f"Tab does not leave {found[-1].name}"
        here = after
    return Walk(wanted, found)


def in_sight(widget: QWidget) -> bool:
    """All of it, or as much as a line of it where it is larger than the place it scrolls in."""
    surface = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget  # its frame may have no width
    shown = surface.visibleRegion().boundingRect()
    return shown.height() >= min(widget.height(), 24) and shown.width() >= min(widget.width(), 24)


def differing(focused: QImage, widget: QWidget) -> int:
    resting = widget.grab().toImage()
    if resting.size() != focused.size():
        return LEAST_DIFFERENCE
    one, other = bits(focused), bits(resting)
    if one == other:
        return 0
    return sum(a != b for a, b in zip(memoryview(one).cast("I"), memoryview(other).cast("I"), strict=True))


def bits(image: QImage) -> bytes:
    """Four bytes a pixel, copied while the picture is still there."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    return bytes(plain.constBits())


@pytest.fixture(scope="module")
def walked(sample_window: Shown) -> dict[Page, Walk]:
    """All pages, walked once in the light theme."""
    return {page: walk(sample_window, page) for page in Page}


def test_tab_comes_to_every_control_and_leaves_it(walked: dict[Page, Walk]) -> None:
    """U25: real keys, 100 % of the enabled controls, no trap, and back at the beginning."""
    missed = [
        f"{page}: {spoken_name(widget)}"
        for page, walk_ in walked.items()
        for widget in walk_.wanted - {stop.widget for stop in walk_.stops}
    ]
    assert missed == []
    assert min(len(walk_.stops) for walk_ in walked.values()) > 5


def test_nothing_is_stopped_at_twice(walked: dict[Page, Walk]) -> None:
    """U27: a table, a list or a group of parts that one moves in with arrows is one stop; Tab leaves it."""
    twice = []
    for walk_ in walked.values():
        found = walk_.stops
        names = {stop.widget: stop.name for stop in found}
        twice += [names[widget] for widget, count in Counter(stop.widget for stop in found).items() if count > 1]
        grids = [stop for stop in found if isinstance(stop.widget, QAbstractItemView)]
        twice += [grid.name for grid in grids if grid.widget.tabKeyNavigation()]
        parents = {grid.widget for grid in grids}
        inner = [s for s in found if any(p is not s.widget and p.isAncestorOf(s.widget) for p in parents)]
        twice += [stop.name for stop in inner]
    assert twice == []
    assert sum(isinstance(stop.widget, QAbstractItemView) for walk_ in walked.values() for stop in walk_.stops) > len(
        Page
    )


def test_the_focus_is_in_sight(walked: dict[Page, Walk]) -> None:
    """U61: what has the keyboard is never scrolled away or behind something."""
    assert [stop.name for walk_ in walked.values() for stop in walk_.stops if not stop.seen] == []


def test_the_focus_is_seen_in_the_light(walked: dict[Page, Walk]) -> None:
    """U61: each control is painted otherwise while it has the keyboard."""
    faint = [(stop.name, stop.difference) for walk_ in walked.values() for stop in walk_.stops]
    assert [stop for stop in faint if stop[1] < LEAST_DIFFERENCE] == []


def test_the_focus_is_seen_in_the_dark(sample_window: Shown, dressed: QApplication) -> None:
    """U61: pages with every kind of control, in the other theme."""
    theme.apply(dressed, "dark")
    try:
        pages = (Page.TEAM, Page.GAP, Page.PLAN, Page.CHECKLIST, Page.LIBRARY)
        faint = [(stop.name, stop.difference) for page in pages for stop in walk(sample_window, page).stops]
    finally:
        theme.apply(dressed, "light")
    assert [stop for stop in faint if stop[1] < LEAST_DIFFERENCE] == []


def test_the_keyboard_goes_as_one_reads(sample_window: Shown, walked: dict[Page, Walk]) -> None:
    """U26: the sidebar, then the page from its head to its foot, then the panel at the right, where there is one."""
    assert sample_window.desk.view is not None
    view = sample_window.desk.view
    odd = []
    for page, walk_ in walked.items():
        parts = [
            "sidebar" if stop.widget is view.sidebar else "panel" if view.panel.isAncestorOf(stop.widget) else "page"
            for stop in walk_.stops
        ]
        order = [part for index, part in enumerate(parts) if index == 0 or parts[index - 1] != part]
        if order != ["sidebar", "page", "panel"][: 2 if page in BESIDE else 3]:
            odd.append(f"{page}: {order}")
    assert odd == []


def texts(dialog: QWidget) -> set[str]:
    return {label.text() for label in dialog.findChildren(QLabel)}


def test_menus_say_their_keys(sample_window: Shown) -> None:
    """U33: each command that has a key shows it in its menu, in the words of the system."""
    window, commands = sample_window.window, [c for _title, menu in MENUS for c in menu if c is not None]
    shown = {key: action.shortcut().toString() for key, action in window.actions_.by_key.items()}
    assert {command.key: shown[command.key] for command in commands if command.keys} == {
        command.key: command.keys[0] for command in commands if command.keys
    }
    assert len([command for command in commands if command.keys]) > 12


@pytest.mark.parametrize("page", tuple(Page))
def test_f1_lists_the_keys_of_the_page(sample_window: Shown, page: Page) -> None:
    """U33: a page with a table has keys of its own; they are listed first, and those that work everywhere behind."""
    view = settled(sample_window, page)
    keys = view.key_help()
    tables = [table for table in view.findChildren(QAbstractItemView) if table.isVisible()]
    assert bool(keys) or not tables
    dialog = KeysDialog(keys, sample_window.window)
    try:
        assert {word for pair in keys for word in pair} <= texts(dialog)
        assert {"Ctrl+Z", "Ctrl+K", "Ctrl+P", "F1"} <= texts(dialog)
    finally:
        dialog.deleteLater()


def test_buttons_with_a_key_say_it(sample_window: Shown) -> None:
    """U33: in the tooltip of the button."""
    assert sample_window.desk.view is not None
    assert "F4" in sample_window.desk.view.panel._fold.toolTip()
    for page, key in ((Page.CHECKLIST, "N"), (Page.PLAN, "Ins")):
        view = settled(sample_window, page)
        told = [button.toolTip() for button in view.findChildren(QAbstractButton)]
        assert [words for words in told if words.rstrip("</p>").endswith(key)], page


def test_nothing_needs_a_drag(sample_window: Shown) -> None:
    """U36: rows are not dragged but moved by Alt+arrows; where files are dropped, a button and Ctrl+V do the same."""
    for page in Page:
        view = settled(sample_window, page)
        dragged = [v for v in view.findChildren(QAbstractItemView) if v.dragDropMode() != v.DragDropMode.NoDragDrop]
        assert dragged == [], page
        takers = [widget for widget in view.findChildren(QWidget) if widget.acceptDrops()]
        others = [w for w in takers if not isinstance(w, QLineEdit | QPlainTextEdit | DropZone | LogoBox)]
        inside_text = [w for w in others if not isinstance(w.parent(), QPlainTextEdit)]
        assert [type(widget).__name__ for widget in inside_text] == [], page
        for zone in view.findChildren(QWidget):
            if isinstance(zone, DropZone | LogoBox):
                assert [button for button in zone.findChildren(QPushButton) if button.text()]
    assert "Alt+" in " ".join(keys for keys, _words in settled(sample_window, Page.PLAN).key_help())
