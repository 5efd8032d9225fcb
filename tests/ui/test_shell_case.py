"""Inside an open client: where one goes and comes from, the sidebar, the panel, the keys."""

from collections.abc import Iterator

import pytest
from builders import answer_all, questions
from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from shown import SETTLE, Shown

from isodesk.domain.conformity import Conformity
from isodesk.domain.journey import COMING, PAGES, Page, PageState, Phase
from isodesk.domain.keys import ClientId
from isodesk.services.workspace import Services
from isodesk.ui import page_registry, speech
from isodesk.ui.actions import MENUS
from isodesk.ui.case import Place
from isodesk.ui.case_view import ORDER, CaseView
from isodesk.ui.page import PageView
from isodesk.wording import STATE

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def shown(services: Services, client: ClientId, dressed: QApplication) -> Iterator[Shown]:
    window = Shown(services, client)
    window.window.activateWindow()
    QTest.qWait(1)
    yield window
    window.close()


@pytest.fixture
def view(shown: Shown) -> CaseView:
    assert shown.desk.view is not None
    return shown.desk.view


def press(target: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier, text: str = "") -> None:
    QTest.sendKeyEvent(QTest.KeyAction.Click, target, key, text, modifier)


def index_of(view: CaseView, page: Page) -> QModelIndex:
    return view.sidebar._pages[page].index()


def test_back_and_forward_follow_the_visits(shown: Shown, view: CaseView) -> None:
    """U08: Alt+Left is the page visited before, with its row; a new step forgets what lay ahead."""
    key = questions(shown.services, shown.client)[7].key
    view.go(Place(Page.GAP, key))
    view.go(Place(Page.PLAN))
    press(shown.window, Qt.Key.Key_Left, ALT)
    assert view.place == Place(Page.GAP, key)
    press(shown.window, Qt.Key.Key_Left, ALT)
    assert shown.page.key is Page.OVERVIEW
    press(shown.window, Qt.Key.Key_Left, ALT)
    assert shown.page.key is Page.OVERVIEW
    press(shown.window, Qt.Key.Key_Right, ALT)
    press(shown.window, Qt.Key.Key_Right, ALT)
    assert shown.page.key is Page.PLAN
    press(shown.window, Qt.Key.Key_Left, ALT)
    view.go(Place(Page.TEAM))
    press(shown.window, Qt.Key.Key_Right, ALT)
    assert shown.page.key is Page.TEAM


def test_next_and_back_at_the_foot_walk_through_all_pages(view: CaseView, shown: Shown) -> None:
    """U08, U09."""
    walked = [shown.page.key]
    while not shown.page.foot.next.isHidden():
        assert shown.page.foot.next.isEnabled()
        shown.page.foot.next.click()
        walked.append(shown.page.key)
    assert tuple(walked) == tuple(page for page in ORDER if page is not Page.APPLICABILITY), "no controls, no statement"
    while not shown.page.foot.back.isHidden():
        shown.page.foot.back.click()
        walked.pop()
        assert shown.page.key is walked[-1]
    assert walked == [Page.OVERVIEW]


def test_a_client_opens_at_the_overview_and_offers_to_go_on(shown: Shown, view: CaseView) -> None:
    """U04: the last page and row are one click away, even when the client was only looked at in between."""
    key = questions(shown.services, shown.client)[9].key
    view.go(Place(Page.GAP, key))
    shown.desk.run("clients")
    shown.desk.run("open-client", shown.client)
    assert shown.page.key is Page.OVERVIEW
    shown.desk.run("clients")
    shown.desk.run("open-client", shown.client)
    button = shown.page.open_button
    assert isinstance(button, QPushButton)
    button.click()
    assert shown.page.key is Page.GAP
    assert shown.page.current_row() == key


def test_rows_walked_with_the_keyboard_are_noted_for_a_crash(shown: Shown, view: CaseView) -> None:
    """U23: no page tells of a row; the desk looks once in a while."""
    keys = [row.key for row in questions(shown.services, shown.client)]
    view.go(Place(Page.GAP, keys[0]))
    shown.page.show_row(keys[3])
    QTest.qWait(900)
    assert shown.desk._last.interrupted() == (shown.client, Place(Page.GAP, keys[3]))
    shown.desk.run("clients")
    assert shown.desk._last.interrupted() is None


def test_pages_are_made_once_and_every_page_has_its_class(shown: Shown, view: CaseView) -> None:
    for page in Page:
        made = page_registry.make(page, view.case)
        assert isinstance(made, PageView)
        assert made.key is page
        made.deleteLater()
    view.go(Place(Page.TEAM))
    first = shown.page
    view.go(Place(Page.OVERVIEW))
    view.go(Place(Page.TEAM))
    assert shown.page is first


def test_a_hidden_page_reads_when_it_is_entered(shown: Shown, view: CaseView) -> None:
    view.go(Place(Page.ORGANISATION))
    page = shown.page
    reads: list[str] = []
    read = page.refresh
    page.refresh = lambda: [reads.append("read"), read()]  # type: ignore[method-assign, assignment]
    view.go(Place(Page.TEAM))
    shown.services.clients.change(shown.client, address="Тверь")
    assert reads == []
    view.go(Place(Page.ORGANISATION))
    assert reads == ["read"]
    view.go(Place(Page.TEAM))
    view.go(Place(Page.ORGANISATION))
    assert reads == ["read"]


def test_closing_a_client_leaves_no_listener_behind(shown: Shown, view: CaseView) -> None:
    for page in Page:
        view.go(Place(page))
    assert shown.desk.bridge.handlers > len(Page)
    shown.desk.run("clients")
    QTest.qWait(10)
    assert shown.desk.bridge.handlers == 0


def test_the_sidebar_works_with_the_keyboard(shown: Shown, view: CaseView) -> None:
    """U02, U25: one tab stop; arrows move without going anywhere, Enter and Space go, left folds a phase."""
    sidebar = view.sidebar
    sidebar.setFocus()
    sidebar.select(Page.OVERVIEW)
    press(sidebar, Qt.Key.Key_Down, NONE)
    press(sidebar, Qt.Key.Key_Down, NONE)
    assert shown.page.key is Page.OVERVIEW
    press(sidebar, Qt.Key.Key_Return, NONE)
    assert shown.page.key is Page.ORGANISATION
    sidebar.setFocus()
    press(sidebar, Qt.Key.Key_Down, NONE)
    press(sidebar, Qt.Key.Key_Space, NONE)
    assert shown.page.key is Page.SCOPE
    phase = sidebar._phases[Phase.PREPARATION].index()
    sidebar.setCurrentIndex(phase)
    press(sidebar, Qt.Key.Key_Return, NONE)
    assert not sidebar.isExpanded(phase)
    press(sidebar, Qt.Key.Key_Return, NONE)
    assert sidebar.isExpanded(phase)
    press(sidebar, Qt.Key.Key_Left, NONE)
    assert not sidebar.isExpanded(phase)
    sidebar.select(Page.TEAM)
    assert sidebar.isExpanded(phase)
    assert not sidebar.tabKeyNavigation()


def test_the_sidebar_says_states_and_counts(shown: Shown, view: CaseView, dressed: QApplication) -> None:
    """U02, U05, in both languages."""
    assert view.sidebar.accessibleName()
    role = Qt.ItemDataRole.AccessibleTextRole
    total = len(questions(shown.services, shown.client))
    assert index_of(view, Page.GAP).data(role).endswith(f"{STATE[PageState.NOT_STARTED]} 0/{total}")
    first = questions(shown.services, shown.client)[0].key
    shown.services.assessment.record(shown.client, first, Conformity.CONFORMS)
    QTest.qWait(SETTLE)
    assert index_of(view, Page.GAP).data(role).endswith(f"{STATE[PageState.UNDER_WAY]} 1/{total}")
    answer_all(shown.services, shown.client)
    QTest.qWait(SETTLE)
    assert index_of(view, Page.GAP).data(role).endswith(f"{STATE[PageState.DONE]} {total}/{total}")
    assert index_of(view, Page.CHECKLIST).data(role).endswith(STATE[PageState.BLOCKED])
    phase = view.sidebar._phases[Phase.PREPARATION].index()
    assert phase.data(role).endswith(f"1 of {len(PAGES[Phase.PREPARATION])}")
    speech.set_language(dressed, "ru")
    QTest.qWait(SETTLE)
    assert speech.speech()(STATE[PageState.DONE]) in index_of(view, Page.GAP).data(role)
    assert view.sidebar._phases[Phase.AUDIT].text() == "4  Аудит"
    view.sidebar.grab()


def test_a_page_is_called_ready_by_the_user_and_reopened(shown: Shown, view: CaseView) -> None:
    """U07; pages that only say what is coming have nothing to finish."""
    view.go(Place(Page.RESULTS))
    shown.page.foot.ready_toggled.emit(True)
    assert shown.services.overview.view(shown.client, "en").states[Page.RESULTS] is PageState.DONE
    QTest.qWait(SETTLE)
    shown.page.foot.ready_toggled.emit(False)
    assert shown.services.overview.view(shown.client, "en").states[Page.RESULTS] is PageState.NOT_STARTED
    for page in (Page.OVERVIEW, *COMING):
        view.go(Place(page))
        assert shown.page.foot.ready.isHidden()


def test_the_panel_folds_in_a_narrow_window(shown: Shown, view: CaseView) -> None:
    assert view.panel.isVisible()
    shown.window.resize(1279, 768)
    assert not view.panel.isVisible()
    press(shown.window, Qt.Key.Key_F4, NONE)
    assert view.panel.isVisible()
    shown.window.resize(1200, 768)
    assert view.panel.isVisible()
    shown.window.resize(1366, 768)
    assert view.panel.isVisible()
    press(shown.window, Qt.Key.Key_F4, NONE)
    assert not view.panel.isVisible()
    assert shown.window.preferences.current.help_panel is False
    shown.window.resize(1200, 768)
    shown.window.resize(1366, 768)
    assert not view.panel.isVisible()


def test_what_next_leads_to_the_page(shown: Shown, view: CaseView) -> None:
    """U69: one to three proposals; each leads somewhere and names its reason."""
    steps = shown.services.overview.view(shown.client, "en").steps
    assert 1 <= len(view.panel._items) == len(steps) <= 3
    assert all(item.why for item in view.panel._items)
    view.panel.next_picked.emit(view.panel._items[0].key)
    assert shown.page.key is steps[0].page


CYRILLIC = {"Z": "я", "F": "а", "Y": "н", "A": "ф"}
"""What the keys of these letters give in the Russian layout."""


@pytest.mark.parametrize("text", ["latin", "russian"])
def test_shortcuts_work_whatever_the_layout(shown: Shown, view: CaseView, text: str) -> None:
    """U30, U31: Ctrl+Я is Ctrl+Z, also while a field has the focus that has nothing of its own to undo."""
    shown.services.clients.change(shown.client, address="Тверь")
    sent = CYRILLIC["Z"] if text == "russian" else "z"
    press(shown.window, Qt.Key.Key_Z, CTRL, sent)
    assert shown.services.clients.get(shown.client).address == ""
    press(shown.window, Qt.Key.Key_Z, CTRL | SHIFT, sent.upper())
    assert shown.services.clients.get(shown.client).address == "Тверь"
    press(shown.window, Qt.Key.Key_Z, CTRL, sent)
    press(shown.window, Qt.Key.Key_Y, CTRL, CYRILLIC["Y"] if text == "russian" else "y")
    assert shown.services.clients.get(shown.client).address == "Тверь"
    view.go(Place(Page.GAP))
    press(shown.window, Qt.Key.Key_F, CTRL, CYRILLIC["F"] if text == "russian" else "f")
    assert isinstance(shown.window.focusWidget(), QLineEdit)
    press(shown.window, Qt.Key.Key_A, CTRL | SHIFT, CYRILLIC["A"] if text == "russian" else "A")
    assert shown.desk.view is None


def test_usual_keys_keep_their_meaning_in_both_languages(shown: Shown, dressed: QApplication) -> None:
    """U30, U31: nothing about a key is translated."""
    usual = {
        "find": "Ctrl+F",
        "print": "Ctrl+P",
        "undo": "Ctrl+Z",
        "redo": "Ctrl+Shift+Z",
        "new-client": "Ctrl+N",
        "switch": "Ctrl+K",
        "keys": "F1",
        "back": "Alt+Left",
        "quit": "Ctrl+Q",
    }
    for language in ("en", "ru"):
        speech.set_language(dressed, language)
        for command, keys in usual.items():
            assert shown.window.actions_.by_key[command].shortcut() == QKeySequence(keys), command
    taken = [keys for _title, commands in MENUS for command in commands if command for keys in command.keys]
    assert len(taken) == len(set(taken))


def test_commands_of_a_case_are_grey_without_one(shown: Shown) -> None:
    actions = shown.window.actions_.by_key
    bound = [command.key for _title, commands in MENUS for command in commands if command and command.needs_case]
    assert all(actions[key].isEnabled() for key in bound if key not in {"undo", "redo"})
    shown.desk.run("clients")
    assert not any(actions[key].isEnabled() for key in bound)
    assert actions["switch"].isEnabled()
    press(shown.window, Qt.Key.Key_Left, ALT)
    assert shown.desk.view is None


def test_keys_are_taken_before_a_field_only_where_they_are_shortcuts(shown: Shown, view: CaseView) -> None:
    """U29: a plain letter in a field is a letter."""
    view.go(Place(Page.ORGANISATION, "address"))
    field = shown.page.focusWidget()
    assert field is not None
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_1, NONE, "1")
    QApplication.sendEvent(field, event)
    press(field, Qt.Key.Key_1, NONE, "1")
    assert shown.page.key is Page.ORGANISATION
    assert questions(shown.services, shown.client)[0].conformity is None
