"""The first minutes and what is never asked twice (ux.md 2 B, C, J): sample, start screen, templates, one place for each fact."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import builders
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QListWidget, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot
from shown import Shown, settled, words_of

from isodesk import paths, wording
from isodesk.domain.journey import Page
from isodesk.domain.keys import ClientId
from isodesk.domain.people import Role
from isodesk.services.clients import NewClient
from isodesk.services.workspace import Services, open_workspace
from isodesk.ui import speech
from isodesk.ui.desk import Desk
from isodesk.ui.dialogs.new_audit import NewAuditDialog
from isodesk.ui.preferences import Preferences
from isodesk.ui.window import Window


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[tuple[Window, Desk]]:
    """The window on a workspace that nobody has used."""
    services = open_workspace(tmp_path / "new", actor="Тест")
    window = Window(Preferences(paths.settings_file()), services.folder)
    window.show()
    desk = Desk(window, services)
    window.attach(desk)
    yield window, desk
    window.close()
    window.deleteLater()
    QTest.qWait(1)


def test_the_sample_is_one_click_away_marked_and_removable(empty: tuple[Window, Desk], qtbot: QtBot) -> None:
    """U15: one click; the case says that it is a sample on every page; Del on its card removes it."""
    window, desk = empty
    assert window.start.sample_button.isVisible()
    QTest.mouseClick(window.start.sample_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desk.view is not None, timeout=20_000)
    assert desk.view is not None
    mark = speech.speech()(wording.SAMPLE_MARK)
    for page in (Page.OVERVIEW, Page.GAP, Page.CHECKLIST):
        desk.view.sidebar.page_picked.emit(page)
        assert [label for label in window.findChildren(QLabel) if label.isVisible() and label.text() == mark], page
    desk.run("clients")
    (card,) = window.start._cards
    assert card.is_sample
    assert mark in card.spoken()
    window.start.clients.setFocus()
    QTest.keyClick(window.start.clients, Qt.Key.Key_Delete)
    assert window.start._cards == ()
    assert desk.services.clients.listed() == ()


def test_the_certified_sample_opens_from_the_start_screen(empty: tuple[Window, Desk], qtbot: QtBot) -> None:
    """Decisions 33: a firm that holds a certificate to the edition before is as near as the beginner."""
    window, desk = empty
    QTest.mouseClick(window.start.certified_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desk.view is not None, timeout=20_000)
    (view,) = desk.services.clients.listed()
    assert (view.standards, view.is_sample) == (("iso-9001-2015",), True)


def test_a_card_tells_where_a_client_stands(empty: tuple[Window, Desk]) -> None:
    """U17 as decisions 7 has it: the folder once for all clients; on each card its phase and its next date; Del keeps the data."""
    window, desk = empty
    services = desk.services
    client = services.clients.create(NewClient("ООО «Вектор»", builders.STANDARD, "ru", 5))
    desk.show_clients()
    (card,) = window.start._cards
    assert card.phase.startswith("1 ")
    assert str(services.folder) in window.start._path.toolTip()
    before = {path for path in services.folder.rglob("*") if path.is_file()}
    window.start.client_removed.emit(client)
    assert window.start._cards == ()
    assert before <= {path for path in services.folder.rglob("*") if path.is_file()}
    assert [binned.title for binned in services.trash.listed(None, "en")] == ["ООО «Вектор»"]


@pytest.fixture
def named(services: Services, client: ClientId) -> Iterator[Shown]:
    """A client whose facts are typed once, each on its page."""
    services.clients.change(
        client, name="ООО «Единожды»", inn="7707083893", address="Тверь, Заводская, 5", scope="Шкафы"
    )
    owner = services.team.add_person(client, "Соколова Анна")
    services.team.set_roles(client, owner, frozenset({Role.AUDITOR}))
    shown = Shown(services, client)
    yield shown
    shown.close()


def test_a_fact_is_typed_once(named: Shown) -> None:
    """U70: name, people and scope stand wherever they are needed; no page asks for them again."""
    services, client = named.services, named.client
    assert "ООО «Единожды»" in named.window.windowTitle()
    services.team.add_process(client, "Закупки")
    shown = {}
    for page in (Page.ORGANISATION, Page.SCOPE, Page.TEAM):
        view = settled(named, page)
        shown[page] = " ".join(text for _w, text in words_of(view)) + " ".join(values(view))
    assert "7707083893" in shown[Page.ORGANISATION]
    assert "Тверь, Заводская, 5" in shown[Page.ORGANISATION]
    assert "Шкафы" in shown[Page.SCOPE]
    assert named.desk.view is not None
    wizard = NewAuditDialog(named.desk.view.case, named.window)
    try:
        assert "Соколова Анна" in " ".join(choices(wizard))
    finally:
        wizard.deleteLater()


def values(root: QWidget) -> Iterator[str]:
    for line in root.findChildren(QLineEdit):
        yield line.text()
    for area in root.findChildren(QPlainTextEdit):
        yield area.toPlainText()


def choices(root: QWidget) -> Iterator[str]:
    for box in root.findChildren(QComboBox):
        yield from (box.itemText(index) for index in range(box.count()))
    for listed in root.findChildren(QListWidget):
        yield from (listed.item(row).text() for row in range(listed.count()))


def test_each_fact_has_one_field(sample_window: Shown) -> None:
    """U70: no label of an input stands on two pages of phase 1, where facts are typed; a person has a telephone too."""
    own = {"E-mail", "Phone"}
    seen: dict[str, Page] = {}
    twice = []
    for page in (Page.ORGANISATION, Page.SCOPE, Page.TEAM):
        for label in settled(sample_window, page).findChildren(QLabel):
            if label.buddy() is not None and label.isVisible():
                words = label.text().replace("&", "")
                if words not in own and seen.setdefault(words, page) is not page:
                    twice.append(f"{words}: {seen[words]}, {page}")
    assert len(seen) > 12
    assert twice == []


def test_a_new_client_takes_structure_and_no_findings(
    sample_folder: Path, tmp_path: Path, dressed: QApplication
) -> None:
    """U18: sites and processes of the sample come along, answers, audits and people's records do not."""
    shutil.copytree(sample_folder, tmp_path / "w")
    services = open_workspace(tmp_path / "w", actor="Тест")
    try:
        source = services.clients.listed()[0].id
        made = services.clients.create(NewClient("Новый", builders.STANDARD, "ru", 5, template=source))
        assert [p.name for p in services.team.processes(made)] == [p.name for p in services.team.processes(source)]
        assert services.audits.listed(made) == ()
        assert services.findings.listed(made, "ru") == ()
        assert all(view.conformity is None for view in services.assessment.questions(made, "ru"))
        assert all(view.conformity is not None for view in services.assessment.questions(source, "ru"))
    finally:
        services.close()
