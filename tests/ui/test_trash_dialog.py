"""The trash shows what was removed and brings it back; where nothing can be written it says why."""

from pathlib import Path

import builders
import pytest
from conftest import StillClock
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from isodesk.domain.keys import ClientId
from isodesk.services.clients import NewClient
from isodesk.services.trash import DAYS
from isodesk.services.workspace import Services, open_workspace
from isodesk.ui import speech
from isodesk.ui.dialogs.trash import TrashDialog
from isodesk.ui.messages import Messages

NASTY = '<b>Склад</b> & "сын" 😀 ' + "х" * 250


@pytest.fixture
def messages(qtbot: QtBot) -> Messages:
    host = QWidget()
    qtbot.addWidget(host)
    made = Messages(host)
    made.setProperty("host", host)
    return made


def show(qtbot: QtBot, services: Services, client: ClientId | None, messages: Messages) -> TrashDialog:
    dialog = TrashDialog(services, client, messages)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def titles(dialog: TrashDialog) -> list[str]:
    return [dialog.model.index(row, 1).data() for row in range(dialog.model.rowCount())]


def test_an_empty_trash_says_so(qtbot: QtBot, services: Services, client: ClientId, messages: Messages) -> None:
    dialog = show(qtbot, services, client, messages)
    assert dialog.empty.isVisible()
    assert not dialog.table.isVisible() and not dialog.restore.isVisible()


def test_enter_brings_back_what_is_selected(
    qtbot: QtBot, services: Services, client: ClientId, messages: Messages, clock: StillClock
) -> None:
    """U21."""
    services.clients.archive_site(client, services.clients.add_site(client, NASTY))
    clock.move(hours=1)
    services.team.archive_person(client, builders.person(services, client, "Leaver"))
    dialog = show(qtbot, services, client, messages)
    assert titles(dialog) == ["Leaver", NASTY]

    QTest.keyClick(dialog.table, Qt.Key.Key_Return)

    assert [view.name for view in services.team.people(client)] == ["Leaver"]
    assert titles(dialog) == [NASTY]
    assert dialog.banner.text() == "“Leaver” is back in its place."
    dialog.restore.click()
    assert [view.name for view in services.clients.sites(client)] == [NASTY]
    assert dialog.empty.isVisible()
    assert dialog.isVisible()


def test_several_come_back_at_once(qtbot: QtBot, services: Services, client: ClientId, messages: Messages) -> None:
    for name in ("One", "Two", "Three"):
        services.clients.archive_site(client, services.clients.add_site(client, name))
    dialog = show(qtbot, services, client, messages)
    dialog.table.selectAll()
    dialog.restore.click()

    assert len(services.clients.sites(client)) == 3
    assert dialog.banner.text() == "3 records are back in their places."


def test_a_client_comes_back_from_the_start_screen(
    qtbot: QtBot, services: Services, client: ClientId, messages: Messages
) -> None:
    services.clients.archive(client)
    dialog = show(qtbot, services, None, messages)
    dialog.table.doubleClicked.emit(dialog.model.index(0, 0))

    assert [view.id for view in services.clients.listed()] == [client]


def test_what_is_old_goes_when_the_trash_is_opened(
    qtbot: QtBot, services: Services, client: ClientId, messages: Messages, clock: StillClock
) -> None:
    services.clients.archive_site(client, services.clients.add_site(client, "Old"))
    clock.move(days=DAYS - 1)
    dialog = show(qtbot, services, client, messages)
    assert dialog.model.index(0, 3).data() == "in 1 day"
    clock.move(days=2)

    assert show(qtbot, services, client, messages).empty.isVisible()
    assert builders.rows(services)["site"] == {}


def test_reading_only_nothing_comes_back(
    qtbot: QtBot, services: Services, client: ClientId, messages: Messages, clock: StillClock
) -> None:
    services.clients.archive_site(client, services.clients.add_site(client, "Site"))
    second = open_workspace(services.folder, clock=clock)
    try:
        dialog = show(qtbot, second, client, messages)
        assert titles(dialog) == ["Site"]
        assert not dialog.restore.isEnabled()
        assert "reading only" in dialog.restore.toolTip()
        QTest.keyClick(dialog.table, Qt.Key.Key_Return)
        assert titles(dialog) == ["Site"]
    finally:
        second.close()


def test_a_refusal_is_said_in_place(
    qtbot: QtBot, services: Services, client: ClientId, messages: Messages, tmp_path: Path
) -> None:
    services.clients.archive_site(client, services.clients.add_site(client, "Site"))
    dialog = show(qtbot, services, client, messages)
    services.history.undo()
    services.history.undo()
    dialog.restore.click()

    assert "no longer in the trash" in dialog.banner.text()


def test_kinds_are_spoken_in_the_language_of_the_window(qtbot: QtBot, services: Services, messages: Messages) -> None:
    services.clients.archive(services.clients.create(NewClient("Gone", builders.STANDARD, "en", 5)))
    dialog = show(qtbot, services, None, messages)
    assert dialog.model.index(0, 0).data() == speech.speech()("Client")
    assert dialog.table.accessibleName() and dialog.restore.text()
