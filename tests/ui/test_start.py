"""The start screen: shown before the workspace is open, led by the keyboard."""

import subprocess
import sys
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from isodesk.domain.conformity import Conformity
from isodesk.domain.keys import ClientId
from isodesk.domain.samples import Sample
from isodesk.services.clients import NewClient
from isodesk.services.workspace import Services
from isodesk.ui.start import ClientCard, StartScreen
from isodesk.ui.start_cards import cards_of
from isodesk.ui.window import LEAST

CARD = ClientCard("a", 'ООО «Вектор» <b>&"', "ISO 9001:2026", "1 Preparation", 46, 136, "24 Mar audit", 2, False)


@pytest.fixture
def screen(qtbot: QtBot) -> StartScreen:
    made = StartScreen()
    qtbot.addWidget(made)
    made.resize(1100, 680)
    made.set_clients((CARD, replace(CARD, id="b", name="x" * 300, overdue=0, is_sample=True)))
    made.show()
    made.clients.setFocus()
    return made


def test_paints_without_the_database() -> None:
    """Decisions 29: the first picture must not wait for SQLAlchemy."""
    code = "import sys, isodesk.ui.start; sys.exit('sqlalchemy' in sys.modules or 'isodesk.services' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_enter_opens_and_del_removes(screen: StartScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.client_opened) as opened:
        QTest.keyClick(screen.clients, Qt.Key.Key_Return)
    assert opened.args == ["a"]
    QTest.keyClick(screen.clients, Qt.Key.Key_Down)
    with qtbot.waitSignal(screen.client_removed) as removed:
        QTest.keyClick(screen.clients, Qt.Key.Key_Delete)
    assert removed.args == ["b"]


def test_nothing_starts_while_the_workspace_opens(screen: StartScreen, qtbot: QtBot) -> None:
    screen.set_busy(True)
    with qtbot.assertNotEmitted(screen.client_opened, wait=10), qtbot.assertNotEmitted(screen.client_removed, wait=10):
        QTest.keyClick(screen.clients, Qt.Key.Key_Return)
        QTest.keyClick(screen.clients, Qt.Key.Key_Delete)
    samples = (screen.sample_button, screen.certified_button)
    assert not any(button.isEnabled() for button in (screen.new_button, *samples, screen.workspace_button))
    screen.set_busy(False)
    assert screen.new_button.isEnabled()


def test_each_sample_has_a_button_and_says_what_it_shows(screen: StartScreen, qtbot: QtBot) -> None:
    buttons = {Sample.BEGINNER: screen.sample_button, Sample.CERTIFIED: screen.certified_button}
    for which, button in buttons.items():
        assert button.property("look") != "primary"
        with qtbot.waitSignal(screen.sample_requested) as asked:
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert asked.args == [which]
    notes = [label for label in (screen._sample_note, screen._certified_note) if label.isVisible() and label.text()]
    assert len(notes) == 2
    assert all(note.height() >= note.heightForWidth(note.width()) for note in notes)


def test_everything_fits_the_least_window(screen: StartScreen) -> None:
    assert screen.minimumSizeHint().height() <= LEAST[1] - 60


def test_first_run_invites(screen: StartScreen) -> None:
    screen.set_clients(())
    assert screen.empty.isVisible()
    assert not screen.clients.isVisible()
    assert screen.new_button.isVisible()
    assert screen.new_button.property("look") == "primary"


def test_one_primary_button(screen: StartScreen) -> None:
    primary = [b for b in screen.findChildren(QPushButton) if b.property("look") == "primary" and b.isVisible()]
    assert primary == [screen.new_button]


def test_a_card_is_spoken_whole(screen: StartScreen) -> None:
    """U17."""
    spoken = screen.clients.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    for words in (CARD.name, "46 of 136", "2 overdue", "24 Mar audit"):
        assert words in spoken
    tooltip = screen.clients.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "<b>" not in tooltip


def test_the_place_in_the_list_is_kept(screen: StartScreen) -> None:
    QTest.keyClick(screen.clients, Qt.Key.Key_Down)
    screen.set_clients((replace(CARD, id="c"), CARD, replace(CARD, id="b")))
    current = screen.clients.current()
    assert current is not None
    assert current.id == "b"


def test_the_folder_is_shown_and_selectable(screen: StartScreen) -> None:
    screen.set_folder("/home/someone/isodesk")
    shown = [label for label in screen.findChildren(type(screen._path)) if "someone" in label.text()]
    assert shown
    assert "/home/someone/isodesk" in shown[0].toolTip()


def test_cards_tell_how_far_a_client_is(services: Services, client: ClientId) -> None:
    services.clients.create(NewClient("Учебный", "iso-9001-2026", "ru", 5, is_sample=True))
    first = services.assessment.questions(client, "en")[0]
    services.assessment.record(client, first.key, Conformity.CONFORMS)
    services.clients.opened(client)
    cards = {card.id: card for card in cards_of(services, "en")}
    assert cards[client].name == "ООО «Вектор»"
    assert cards[client].standards == "ISO 9001:2026"
    assert cards[client].phase == "1 Preparation"
    assert (cards[client].filled, cards[client].total) == (1, 136)
    assert [card.is_sample for card in cards.values() if card.id != client] == [True]
