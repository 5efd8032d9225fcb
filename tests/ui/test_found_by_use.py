"""Faults that were found by using the program for an afternoon; each stays mended."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shown import Shown

from isodesk import i18n, paths, wording
from isodesk.domain.audits import Verdict
from isodesk.domain.conformity import Conformity
from isodesk.domain.journey import Page
from isodesk.services.workspace import Services, open_workspace
from isodesk.ui import speech
from isodesk.ui.case import Place, RowHelp
from isodesk.ui.dialogs.preferences import PreferencesDialog
from isodesk.ui.dialogs.switcher import SwitcherDialog
from isodesk.ui.pages.audit_plan import AuditPlanPage
from isodesk.ui.pages.gap import GapPage
from isodesk.ui.pages.plan import PlanPage
from isodesk.ui.pages.team import TeamPage
from isodesk.ui.preferences import Preferences
from isodesk.ui.signs import ANSWERS
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.data_table import DataTable
from isodesk.ui.widgets.date_field import DateField
from isodesk.ui.widgets.empty import Empty
from isodesk.ui.widgets.number_field import HalvesField
from isodesk.ui.widgets.tally import Tally
from isodesk.ui.widgets.text_field import TextField


@pytest.fixture
def services(sample_folder: Path, folder: Path) -> Services:
    shutil.copytree(sample_folder, folder)
    return open_workspace(folder, actor="Тест")


@pytest.fixture
def shown(services: Services, dressed: QApplication) -> Iterator[Shown]:
    speech.set_language(dressed, "ru")
    window = Shown(services, services.clients.listed()[0].id)
    yield window
    window.close()


def visit(shown: Shown, page: Page) -> None:
    assert shown.desk.view is not None
    shown.desk.view.go(Place(page))
    QTest.qWait(30)


def test_enter_presses_the_button_that_has_the_keyboard(qtbot: QtBot) -> None:
    """On a page Qt does nothing; in a dialog it would press the main button while the ring is around "Cancel"."""
    pressed: list[str] = []
    page, dialog = QWidget(), QDialog()
    for host in (page, dialog):
        qtbot.addWidget(host)
        column = QVBoxLayout(host)
        main, other = button("Create", "primary"), button("Cancel", "quiet")
        main.setDefault(True)
        main.clicked.connect(lambda: pressed.append("Create"))
        other.clicked.connect(lambda: pressed.append("Cancel"))
        column.addWidget(main)
        column.addWidget(other)
        host.show()
        other.setFocus()
        QTest.keyClick(other, Qt.Key.Key_Return)
        QTest.keyClick(other, Qt.Key.Key_Enter)
    assert pressed == ["Cancel"] * 4


def test_a_long_text_shows_its_beginning_after_it_was_left(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    column = QVBoxLayout(host)
    field, other = TextField(), TextField()
    column.addWidget(field)
    column.addWidget(other)
    host.resize(200, 100)
    host.show()
    host.activateWindow()
    qtbot.waitUntil(host.isActiveWindow)
    field.setFocus()
    QTest.keyClicks(field, "A very long name of a firm that does not fit into the field")
    other.setFocus(Qt.FocusReason.TabFocusReason)
    assert field.cursorPosition() == 0


def test_the_button_of_an_empty_list_stands_right_under_the_sentence(qtbot: QtBot) -> None:
    """The sentence kept the height that it had needed when it was narrow."""
    empty = Empty("people")
    qtbot.addWidget(empty)
    empty.resize(210, 300)
    empty.set_words("Who takes part?", "Begin with the head and whoever is responsible for the system. " * 2, "Add")
    empty.show()
    QTest.qWait(10)
    empty.resize(760, 400)
    QTest.qWait(10)
    sentence = next(words for words in empty.findChildren(QLabel) if words.text().startswith("Begin"))
    add = next(w for w in empty.findChildren(QWidget) if w.property("text") == "Add")
    assert sentence.height() <= sentence.fontMetrics().lineSpacing() * 2 + 2
    assert add.geometry().top() - sentence.geometry().bottom() <= 28


def test_counts_stand_behind_their_words(qtbot: QtBot) -> None:
    """ "3 Несоответствие" is no Russian."""
    tally = Tally()
    qtbot.addWidget(tally)
    tally.set_counts([(ANSWERS[3], 3, "Несоответствие")])
    assert [words.text() for words in tally.findChildren(QLabel) if words.text()] == ["Несоответствие: 3"]


def test_the_word_of_a_verdict_begins_with_its_letter() -> None:
    """The sheet says "С З Н –", and the legend said "С – выполняется"."""
    for language in i18n.LANGUAGES:
        words = i18n.speech(language)
        for verdict in (Verdict.CONFORMS, Verdict.REMARK, Verdict.NONCONFORMING):
            assert words(wording.VERDICT[verdict]).startswith(words(wording.VERDICT_LETTER[verdict])), verdict
    assert wording.VERDICT[Verdict.CONFORMS] != wording.CONFORMITY[Conformity.CONFORMS]


def test_half_hours_of_a_person_are_shown_and_kept(shown: Shown, services: Services) -> None:
    """The table said 2.5 in Russian too, and the card rounded it to 2."""
    client = shown.client
    visit(shown, Page.TEAM)
    page = shown.page
    assert isinstance(page, TeamPage)
    person = next(p for p in services.team.people(client) if p.hours_a_week == 2.5)
    page.people.table.go_to(person.id)
    field = page.people.form.fields["hours_a_week"].control
    assert isinstance(field, HalvesField)
    assert field.value() == 2.5
    assert field.text() == "2,5"
    model = page.people.table.model()
    row = page.people.table.currentIndex().row()
    assert model.index(row, 3).data() == "2,5"
    field.stepUp()
    assert next(p for p in services.team.people(client) if p.id == person.id).hours_a_week == 3.0


def test_the_number_of_an_audit_is_never_cut(shown: Shown) -> None:
    for width in (1100, 1366):
        shown.window.resize(width, 700)
        visit(shown, Page.AUDIT_PLAN)
        QTest.qWait(30)
        page = shown.page
        assert isinstance(page, AuditPlanPage)
        table = page.table
        words = table.fontMetrics().horizontalAdvance(table.model().index(0, 0).data())
        assert table.columnWidth(0) >= words + 16, width


def test_what_an_auditor_wants_to_see_is_a_list_on_every_page(shown: Shown) -> None:
    helps: dict[Page, RowHelp] = {}
    for page in (Page.GAP, Page.PLAN, Page.CHECKLIST):
        visit(shown, page)
        shown.page.help_changed.connect(lambda said, page=page: helps.update({page: said}) if said else None)
        table = shown.page.findChild(DataTable)
        assert isinstance(table, DataTable)
        for row in (1, 2, 3):
            table.setCurrentIndex(table.model().index(row, 1))
            QTest.qWait(5)
    assert len(helps) == 3
    for page, said in helps.items():
        assert all(line.startswith("– ") for line in said.auditor.splitlines()), page


def test_a_date_is_edited_whole_in_the_plan(shown: Shown) -> None:
    """The editor was as narrow as the column and showed "1.2026"."""
    visit(shown, Page.PLAN)
    page = shown.page
    assert isinstance(page, PlanPage)
    table = page.board.table
    column = next(
        c
        for c in range(table.model().columnCount())
        if table.model().headerData(c, Qt.Orientation.Horizontal) == "Начало"
    )
    table.setCurrentIndex(table.model().index(1, column))
    QTest.qWait(10)
    table.edit(table.currentIndex())
    editor = table.findChild(DateField)
    assert isinstance(editor, DateField)
    assert editor.width() >= editor.fontMetrics().horizontalAdvance("00.00.0000") + 40


def test_phases_to_come_stand_under_their_title(shown: Shown) -> None:
    visit(shown, Page.CERTIFICATION)
    page = shown.page
    left = [
        words.mapTo(page, QPoint(0, 0)).x()
        for words in page.findChildren(QLabel)
        if words.isVisible() and words.text() and words.property("role") in {"title", "heading"}
    ]
    assert len(left) >= 2
    assert len(set(left)) == 1


def test_preferences_are_walked_from_the_top(qtbot: QtBot, dressed: QApplication) -> None:
    """The keyboard began at the box below."""
    dialog = PreferencesDialog(Preferences(paths.settings_file()), None)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.focusWidget() is dialog.language
    walked = []
    for _step in range(4):
        walked.append(dialog.focusWidget())
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert walked == [dialog.language, dialog.theme, dialog.assessor, dialog.single_keys]


def test_the_list_of_the_switcher_never_scrolls_sideways(services: Services, qtbot: QtBot) -> None:
    dialog = SwitcherDialog(services, services.clients.listed()[0].id, "ru", None)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.line.setText("8.4")
    QTest.qWait(20)
    assert dialog.found.count() > 3
    assert not dialog.found.horizontalScrollBar().isVisible()


def test_enter_leads_from_a_note_back_to_the_grid_on_both_grids(shown: Shown, services: Services) -> None:
    """Page 4.3 did so, page 1.4 began a new line."""
    visit(shown, Page.GAP)
    page = shown.page
    assert isinstance(page, GapPage)
    shown.window.activateWindow()
    assert QTest.qWaitForWindowActive(shown.window)
    page.table.setCurrentIndex(page.table.model().index(0, 1))
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_N)
    note = page.bench.details.notes["missing"]
    assert note.hasFocus()
    before = note.toPlainText()
    note.setPlainText(before + " и дата")
    QTest.keyClick(note, Qt.Key.Key_Return)
    assert page.table.hasFocus()
    assert services.assessment.questions(shown.client, "ru")[0].missing == before + " и дата"
    QTest.keyClick(page.table, Qt.Key.Key_N)
    QTest.keyClick(note, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert note.hasFocus()
    assert "\n" in note.toPlainText()
