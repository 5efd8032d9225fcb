"""What outlives the window: preferences, the last place, the cards of the start screen, the trail of pages."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from isodesk import settings
from isodesk.domain.journey import Page
from isodesk.errors import UserError
from isodesk.ui import memory
from isodesk.ui.case import Place
from isodesk.ui.last_place import LastPlace
from isodesk.ui.messages import Messages
from isodesk.ui.preferences import Preferences
from isodesk.ui.start import ClientCard
from isodesk.ui.trail import LIMIT, Trail

CARD = ClientCard("one", 'ООО <b>&" 🙂', "ISO 9001:2026", "1 Подготовка", 3, 136, "", 0, is_sample=False)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.json"


def test_preferences_are_saved_after_a_change(file: Path, qtbot: QtBot) -> None:
    preferences = Preferences(file)
    heard: list[str] = []
    preferences.changed.connect(lambda: heard.append(preferences.current.theme))
    preferences.update(theme="dark")
    assert not file.exists()
    qtbot.waitUntil(file.exists, timeout=2000)
    assert settings.load(file).theme == "dark"
    preferences.update(theme="dark")
    assert heard == ["dark"]


def test_a_folder_that_cannot_be_written_costs_only_the_preferences(tmp_path: Path, qapp: QObject) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("here lies no folder")
    preferences = Preferences(blocked / "settings.json")
    preferences.update(assessor="Иванов")
    preferences.save()
    assert preferences.current.assessor == "Иванов"
    assert blocked.read_text() == "here lies no folder"


def test_spoilt_preferences_do_not_stop_a_start(file: Path, qapp: QObject) -> None:
    file.parent.mkdir()
    for spoilt in ("", "[", "[]", '{"theme": 3, "last_places": {"a": 1}}', '{"language": "ru"}'):
        file.write_text(spoilt)
        current = Preferences(file).current
        assert current.theme == ""
        assert current.last_places == {}
    assert current.language == "ru"


def test_a_crash_leads_back_and_an_orderly_end_does_not(file: Path, qapp: QObject) -> None:
    place = Place(Page.GAP, "context.issues")
    preferences = Preferences(file)
    LastPlace(preferences, "/w").note("one", place)
    preferences.save()
    after = LastPlace(Preferences(file), "/w")
    assert after.interrupted() == ("one", place)
    assert LastPlace(Preferences(file), "/other").interrupted() is None
    after.end()
    assert after.interrupted() is None
    assert after.of("one") == place


def test_the_overview_is_never_what_to_go_on_with(file: Path, qapp: QObject) -> None:
    last = LastPlace(Preferences(file), "/w")
    last.note("one", Place(Page.PLAN, "task"))
    last.note("one", Place(Page.OVERVIEW))
    assert last.of("one") == Place(Page.PLAN, "task")
    assert last.interrupted() == ("one", Place(Page.OVERVIEW))


def test_a_page_of_a_later_version_is_forgotten(file: Path, qapp: QObject) -> None:
    preferences = Preferences(file)
    preferences.update(last_places={"one": {"page": "telepathy", "row": "x"}, "open:/w": {"page": "gap"}})
    last = LastPlace(preferences, "/w")
    assert last.of("one") is None
    assert last.of("nobody") is None
    assert last.interrupted() == ("", Place(Page.GAP))


def test_cards_are_kept_per_workspace(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    assert memory.cards(here) == ()
    memory.keep(here, (CARD,))
    memory.keep(there, (replace(CARD, name="Другая"),))
    assert memory.cards(here) == (CARD,)
    assert memory.cards(there)[0].name == "Другая"


@pytest.mark.parametrize(
    "spoilt", ["", "[]", "{}", "[1]", '{"folder": 1}', '{"folder": "HERE", "cards": [{"id": "x"}, 3]}']
)
def test_a_spoilt_memory_shows_nothing(tmp_path: Path, spoilt: str) -> None:
    memory.keep(tmp_path, (CARD,))
    kept = memory._file(tmp_path)
    kept.write_text(spoilt.replace("HERE", str(tmp_path)), "utf-8")
    assert memory.cards(tmp_path) == ()


def test_the_memory_of_another_folder_is_not_shown(tmp_path: Path) -> None:
    """Two folders with one checksum share a file; each sees its own cards only."""
    memory.keep(tmp_path, (CARD,))
    kept = memory._file(tmp_path)
    content = json.loads(kept.read_text("utf-8"))
    kept.write_text(json.dumps({**content, "folder": "/elsewhere"}), "utf-8")
    assert memory.cards(tmp_path) == ()


def test_a_cache_that_cannot_be_written_is_survived(home: Path, tmp_path: Path) -> None:
    home.write_text("no folder")
    memory.keep(tmp_path, (CARD,))
    assert memory.cards(tmp_path) == ()


def test_the_trail_goes_back_and_forth() -> None:
    trail = Trail()
    overview, gap, plan = Place(Page.OVERVIEW), Place(Page.GAP, "q"), Place(Page.PLAN)
    assert trail.back(overview) is None
    trail.leave(overview)
    trail.leave(gap)
    assert trail.back(plan) == gap
    assert trail.back(gap) == overview
    assert trail.back(overview) is None
    assert trail.forward(overview) == gap
    trail.leave(gap)
    assert trail.forward(plan) is None
    for _step in range(3 * LIMIT):
        trail.leave(gap)
    steps = 0
    while trail.back(plan) is not None:
        steps += 1
    assert steps == LIMIT


def answer(words: list[str], press: str) -> None:
    """Reads the message box that is open and presses a button of it."""
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    words.extend(label.text() for label in box.findChildren(QLabel) if label.isVisible() and label.text())
    formats = {label.textFormat().name for label in box.findChildren(QLabel)}
    words.append(",".join(formats))
    next(button for button in box.buttons() if button.text().replace("&", "") == press).click()


def test_a_failure_reads_names_as_words(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.show()
    messages = Messages(host)
    words: list[str] = []
    QTimer.singleShot(0, lambda: answer(words, "OK"))
    messages.failure(UserError("“{name}” is in use.", "Close {name}.", name="<b>план</b>"))
    assert "“<b>план</b>” is in use." in words
    assert "Close <b>план</b>." in words
    assert words[-1] == "PlainText"
    assert messages.last == "“<b>план</b>” is in use. Close <b>план</b>."


@pytest.mark.parametrize(("press", "agreed"), [("Delete", True), ("Cancel", False)])
def test_a_question_has_a_safe_default(qtbot: QtBot, press: str, agreed: bool) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.show()
    messages = Messages(host)
    words: list[str] = []
    defaults: list[str] = []

    def reply() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        defaults.append(box.defaultButton().text())
        answer(words, press)

    QTimer.singleShot(0, reply)
    assert messages.confirm("Delete <i>it</i>?", "There is no way back.", "Delete") is agreed
    assert defaults == ["Cancel"]
    assert "Delete <i>it</i>?" in words


def test_a_toast_offers_one_action_and_closes_with_it(qtbot: QtBot) -> None:
    host = QWidget()
    host.resize(900, 400)
    qtbot.addWidget(host)
    host.show()
    messages = Messages(host)
    done: list[int] = []
    messages.toast("In the trash.", "Undo", lambda: done.append(1))
    toast = messages._toast
    assert toast is not None
    assert toast.isVisible()
    assert not toast.hasFocus()
    toast._act()
    assert done == [1]
    assert not toast.isVisible()
