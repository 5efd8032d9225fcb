"""Ctrl+K: type, move with the arrows, Enter goes, Esc closes; nothing that is typed does harm."""

import builders
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from isodesk.domain.journey import Page
from isodesk.domain.keys import ClientId
from isodesk.services.clients import NewClient
from isodesk.services.search import Target
from isodesk.services.workspace import Services
from isodesk.ui.dialogs.switcher import SwitcherDialog


@pytest.fixture
def dialog(qtbot: QtBot, services: Services, client: ClientId) -> SwitcherDialog:
    services.clients.create(NewClient('<b>Ёж</b> & "Ко"', builders.STANDARD, "ru", 5))
    made = SwitcherDialog(services, client, "en", None)
    qtbot.addWidget(made)
    made.show()
    return made


def shown(dialog: SwitcherDialog) -> list[str]:
    return [dialog.found.item(row).text() for row in range(dialog.found.count())]


def test_the_line_has_the_keyboard_and_everything_is_offered(qtbot: QtBot, dialog: SwitcherDialog) -> None:
    assert dialog.focusWidget() is dialog.line
    assert dialog.found.currentRow() == 0
    assert len(shown(dialog)) == 50


def test_typing_narrows_and_enter_goes(qtbot: QtBot, dialog: SwitcherDialog, client: ClientId) -> None:
    dialog.line.setText("8.4.1")
    with qtbot.waitSignal(dialog.picked) as told:
        QTest.keyClick(dialog.line, Qt.Key.Key_Return)

    (target,) = told.args or [None]
    assert isinstance(target, Target)
    assert (target.client, target.page) == (client, Page.GAP) and target.row
    assert not dialog.isVisible()


def test_arrows_move_without_leaving_the_line_and_stop_at_the_ends(dialog: SwitcherDialog) -> None:
    for key, row in (
        (Qt.Key.Key_Up, 0),
        (Qt.Key.Key_Down, 1),
        (Qt.Key.Key_PageDown, 9),
        (Qt.Key.Key_PageUp, 1),
        (Qt.Key.Key_PageUp, 0),
    ):
        QTest.keyClick(dialog.line, key)
        assert dialog.found.currentRow() == row
    for _press in range(10):
        QTest.keyClick(dialog.line, Qt.Key.Key_PageDown)
    assert dialog.found.currentRow() == dialog.found.count() - 1
    assert dialog.focusWidget() is dialog.line


def test_another_client_is_found_by_a_part_of_its_name(qtbot: QtBot, dialog: SwitcherDialog) -> None:
    dialog.line.setText("ЕЖ ко")
    assert shown(dialog) == ['<b>Ёж</b> & "Ко"']
    assert "&lt;b&gt;" in dialog.found.item(0).toolTip()
    with qtbot.waitSignal(dialog.picked) as told:
        dialog.found.itemClicked.emit(dialog.found.item(0))
    assert told.args is not None and told.args[0].page is None


def test_nothing_found_is_said_and_enter_stays(dialog: SwitcherDialog) -> None:
    dialog.line.setText("zzzz (")
    assert not dialog.found.isVisible() and dialog._nothing.isVisible()
    QTest.keyClick(dialog.line, Qt.Key.Key_Down)
    QTest.keyClick(dialog.line, Qt.Key.Key_Return)
    assert dialog.isVisible()
    dialog.line.clear()
    assert dialog.found.isVisible()


def test_documents_and_their_blank_forms_can_be_gone_to(qtbot: QtBot, dialog: SwitcherDialog, client: ClientId) -> None:
    dialog.line.setText("blank internal audit")
    qtbot.waitUntil(lambda: shown(dialog) == ["Blank internal audit checklist"])
    with qtbot.waitSignal(dialog.picked) as told:
        QTest.keyClick(dialog.line, Qt.Key.Key_Return)
    assert told.args == [Target(client, document="audit-checklist:blank")]


def test_escape_closes_without_going(qtbot: QtBot, dialog: SwitcherDialog) -> None:
    with qtbot.assertNotEmitted(dialog.picked):
        QTest.keyClick(dialog.line, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.mark.parametrize("text", ['"', "a OR", "NEAR(", "*", "\x00", "[", "\\", "😀" * 300])
def test_any_text_is_safe(dialog: SwitcherDialog, text: str) -> None:
    dialog.line.setText(text)
    assert dialog.found.isVisible() or dialog._nothing.isVisible()


def test_each_entry_is_spoken_with_its_kind(dialog: SwitcherDialog) -> None:
    dialog.line.setText("8.4.1")
    spoken = dialog.found.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Clause: 8.4.1")
    assert dialog.line.accessibleName() and dialog.found.accessibleName()
