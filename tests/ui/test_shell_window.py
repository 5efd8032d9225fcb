"""The shell on real services: saved, undone, closed, locked, broken; both languages, both themes."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import STANDARD, questions
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from shown import SETTLE, Shown
from sqlalchemy import event

from isodesk import paths
from isodesk.app.start import Starter
from isodesk.domain.conformity import Conformity
from isodesk.domain.journey import Page
from isodesk.domain.keys import ClientId
from isodesk.errors import UserError
from isodesk.services.clients import NewClient
from isodesk.services.workspace import Services, open_workspace
from isodesk.ui import speech, theme
from isodesk.ui.case import Place
from isodesk.ui.preferences import Preferences
from isodesk.ui.window import Window
from tests.conftest import StillClock

PLENTY = 120
"""More than the hundred steps that undo must reach."""


@pytest.fixture
def shown(services: Services, client: ClientId, dressed: QApplication) -> Iterator[Shown]:
    window = Shown(services, client)
    yield window
    window.close()


def dialogs() -> list[str]:
    """Windows on top of the window."""
    return [type(w).__name__ for w in QApplication.topLevelWidgets() if w.isVisible() and not isinstance(w, Window)]


def test_saved_is_said_only_after_the_commit(shown: Shown) -> None:
    """U19: the disk refuses, and the line at the foot stays as it was."""
    line = shown.window.saved_label
    before = line.text()
    seen: list[str] = []

    def full(_connection: object) -> None:
        seen.append(line.text())
        raise UserError("The disk is full.")

    engine = shown.services.workshop.engine
    event.listen(engine, "commit", full)
    with pytest.raises(UserError):
        shown.services.clients.change(shown.client, address="Тверь")
    event.remove(engine, "commit", full)
    assert seen == [before]
    assert line.text() == before == ""
    assert shown.services.clients.get(shown.client).address == ""

    event.listen(engine, "commit", lambda _connection: seen.append(line.text()))
    shown.services.clients.change(shown.client, address="Тверь")
    assert seen[-1] == ""
    assert line.text().startswith("Saved ")


def test_a_hundred_steps_over_pages_are_undone_by_name_and_redone(shown: Shown) -> None:
    """U20."""
    keys = [view.key for view in questions(shown.services, shown.client)][:60]
    actions = shown.window.actions_.by_key
    assert shown.desk.view is not None
    for number in range(PLENTY // 2):
        if number == 30:
            shown.desk.view.go(Place(Page.ORGANISATION))
        shown.services.assessment.record(shown.client, keys[number], Conformity.CONFORMS)
        shown.services.clients.change(shown.client, address=f"Тверь, дом {number} & сын")
    assert actions["undo"].isEnabled()
    assert not actions["redo"].isEnabled()
    named = shown.desk.steps()[0]
    assert named
    assert actions["undo"].text() == f"&Undo: {named.replace('&', '&&')}"
    for _step in range(PLENTY):
        actions["undo"].trigger()
    assert shown.services.clients.get(shown.client).address == ""
    assert all(view.conformity is None for view in questions(shown.services, shown.client))
    assert not actions["undo"].isEnabled()
    assert actions["undo"].text() == "&Undo"
    assert shown.window.messages.last.startswith("Undone: ")
    for _step in range(PLENTY):
        actions["redo"].trigger()
    assert shown.services.clients.get(shown.client).address == "Тверь, дом 59 & сын"
    assert sum(view.conformity is not None for view in questions(shown.services, shown.client)) == 60
    assert dialogs() == [] or dialogs() == ["Toast"]


def test_closing_never_asks_and_keeps_what_was_being_typed(shown: Shown, folder: Path) -> None:
    """U22, U24."""
    assert shown.desk.view is not None
    shown.desk.view.go(Place(Page.ORGANISATION, "address"))
    shown.window.activateWindow()
    field = shown.page.focusWidget()
    assert field is not None
    field.setFocus()
    for letter in "Тверь":
        QTest.sendKeyEvent(QTest.KeyAction.Click, field, Qt.Key.Key_unknown, letter, Qt.KeyboardModifier.NoModifier)
    asked: list[str] = []
    QTimer.singleShot(50, lambda: asked.extend(dialogs()))
    assert shown.window.close()
    QTest.qWait(80)
    assert asked == []
    again = open_workspace(folder, actor="Тест")
    assert again.read_only is None
    assert again.clients.get(shown.client).address == "Тверь"
    again.close()


def test_closing_gives_the_workspace_free_and_is_an_orderly_end(shown: Shown, folder: Path) -> None:
    """U23: after an orderly end the same client opens at its overview, which offers to go on."""
    assert shown.desk.view is not None
    key = questions(shown.services, shown.client)[5].key
    shown.desk.view.go(Place(Page.GAP, key))
    shown.window.close()
    again = Shown(open_workspace(folder, actor="Тест"), shown.client)
    assert again.page.key is Page.OVERVIEW
    buttons = [b for b in again.page.findChildren(QPushButton) if b is getattr(again.page, "open_button", None)]
    assert buttons
    buttons[0].click()
    assert again.page.key is Page.GAP
    assert again.page.current_row() == key
    again.close()


def test_nothing_opens_by_itself(shown: Shown) -> None:
    """U16, U49: visiting every page opens no dialog and takes no focus away from another window."""
    assert shown.desk.view is not None
    seen: list[str] = []
    for page in Page:
        shown.desk.view.go(Place(page))
        QTest.qWait(20)
        seen += dialogs()
    assert seen == []


def test_a_second_window_reads_only_and_says_who_holds_the_workspace(
    services: Services, client: ClientId, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    second = open_workspace(folder, actor="Сидоров")
    assert second.read_only is not None
    shown = Shown(second, client)
    banner = shown.window.banner
    assert banner.isVisible()
    assert banner.text() == second.read_only.text(speech.speech())
    assert any(char.isdigit() for char in banner.text()) or "Иванова" in banner.text()
    told: list[UserError] = []
    monkeypatch.setattr(shown.window.messages, "failure", told.append)
    before = services.clients.get(client)
    assert shown.page.case.attempt(lambda: second.clients.change(client, address="Тверь")) is False
    shown.desk.run("remove-client", client)
    assert len(told) == 2
    assert services.clients.get(client) == before
    assert shown.window.saved_label.text() == ""
    speech.set_language(QApplication.instance(), "ru")  # type: ignore[arg-type]
    assert banner.text() == second.read_only.text(speech.speech())
    shown.close()


def starter(folder: Path, until: str = "") -> Starter:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return Starter(app, Preferences(paths.settings_file()), folder, until=until)


def test_a_broken_workspace_is_told_of_and_another_one_can_be_chosen(
    template: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "isodesk.db").write_bytes(b"no database, but long enough to be looked at" * 200)
    content = (broken / "isodesk.db").read_bytes()
    begun = starter(broken)
    window = begun.window
    window.show()
    qtbot.waitUntil(window.banner.isVisible)
    assert window.banner.text()
    assert dialogs() == []
    assert not window.start.new_button.isEnabled()
    assert not window.start.sample_button.isEnabled()
    assert window.start.workspace_button.isEnabled()
    assert (broken / "isodesk.db").read_bytes() == content

    sound = tmp_path / "sound"
    shutil.copytree(template, sound)
    window.workspace_chosen.emit(sound)
    assert window.desk is not None
    assert window.folder == sound
    assert not window.banner.isVisible()
    assert "Вектор" in window.windowTitle()
    window.workspace_chosen.emit(broken)
    assert window.desk is None
    assert window.windowTitle() == "isodesk"
    assert window.stack.currentWidget() is window.start
    window.close()
    window.deleteLater()


def test_another_workspace_frees_the_first(template: Path, tmp_path: Path, qtbot: QtBot) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    for place in (one, two):
        shutil.copytree(template, place)
    begun = starter(one)
    begun.window.show()
    qtbot.waitUntil(lambda: begun.window.desk is not None)
    begun.window.workspace_chosen.emit(two)
    free = open_workspace(one, actor="Тест")
    assert free.read_only is None
    free.close()
    begun.window.close()
    begun.window.deleteLater()


def test_the_window_changes_its_language_at_run_time(shown: Shown, dressed: QApplication) -> None:
    actions = shown.window.actions_
    shown.services.clients.change(shown.client, address="Тверь")
    next(action for action in actions.language.actions() if action.data() == "ru").trigger()
    QTest.qWait(SETTLE)
    words = speech.speech()
    assert words.language == "ru"
    assert shown.window.preferences.current.language == "ru"
    assert actions.by_key["print"].text() == words("&Print…") != "&Print…"
    assert shown.window.saved_label.text().startswith(words("Saved {time}").format(time="")) is True
    assert not shown.window.saved_label.text().startswith("Saved")
    assert actions.by_key["undo"].text().startswith(words("&Undo: {step}").format(step=""))
    assert [a.data() for a in actions.language.actions() if a.isChecked()] == ["ru"]
    next(action for action in actions.language.actions() if action.data() == "en").trigger()
    assert actions.by_key["print"].text() == "&Print…"
    assert shown.window.saved_label.text().startswith("Saved ")


def test_the_window_changes_its_theme_at_run_time(shown: Shown, dressed: QApplication) -> None:
    actions = shown.window.actions_
    light = shown.window.grab().toImage().pixelColor(3, 300).lightness()
    try:
        next(action for action in actions.theme.actions() if action.data() == "dark").trigger()
        QTest.qWait(20)
        assert theme.current().name == "dark"
        assert shown.window.preferences.current.theme == "dark"
        assert shown.window.grab().toImage().pixelColor(3, 300).lightness() < 90 < light
        assert [a.data() for a in actions.theme.actions() if a.isChecked()] == ["dark"]
    finally:
        shown.window.dress("light")


def test_late_things_stay_at_the_foot_while_something_is_saved(
    services: Services, client: ClientId, clock: StillClock, qtbot: QtBot
) -> None:
    task = services.plan.add(client, "Policy")
    services.plan.change(client, [task], due_on=services.workshop.today)
    clock.move(days=3)
    shown = Shown(services, client)
    assert shown.window._due.text() == "Overdue: 1"
    services.clients.change(client, address="Тверь")
    assert shown.window._due.text() == "Overdue: 1"
    shown.desk.run("clients")
    assert shown.window._due.text() == ""
    shown.close()


def test_a_removed_client_can_be_brought_back(services: Services, client: ClientId, qtbot: QtBot) -> None:
    """U21."""
    services.clients.create(NewClient("ООО «Гамма» & <b>", STANDARD, "ru", 5))
    shown = Shown(services, client)
    shown.desk.run("clients")
    cards = shown.window.start.clients
    assert cards.model().rowCount() == 2
    shown.desk.run("remove-client", client)
    assert cards.model().rowCount() == 1
    assert "Вектор" in shown.window.messages.last
    toast = shown.window.messages._toast
    assert toast is not None
    toast._act()
    assert cards.model().rowCount() == 2
    assert services.clients.get(client)
    shown.close()
