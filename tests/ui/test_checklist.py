"""Page 4.3: 120 rows with 120 keys, from paper by number, findings and files without leaving the page."""

from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

import pytest
from audit_desk import Desk, desk, firm, press
from builders import finished
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from isodesk.domain.audits import Grade, Verdict
from isodesk.domain.journey import Page
from isodesk.domain.keys import AuditId, ClientId
from isodesk.services.checklists import ChecklistView
from isodesk.services.evidence import Subject
from isodesk.services.workspace import Services
from isodesk.ui import speech
from isodesk.ui.case import Place, RowHelp
from isodesk.ui.models.checklist import Heading
from isodesk.ui.pages.checklist import ChecklistPage
from isodesk.ui.pages.checklist.tools import Show

KEYS = {1: Qt.Key.Key_1, 2: Qt.Key.Key_2, 3: Qt.Key.Key_3, 4: Qt.Key.Key_4, 0: Qt.Key.Key_0}


@pytest.fixture
def audit_id(services: Services, client: ClientId) -> AuditId:
    return firm(services, client)


@pytest.fixture
def shown(services: Services, client: ClientId, audit_id: AuditId, qtbot: QtBot) -> Iterator[Desk]:
    with desk(ChecklistPage, services, client) as made:
        yield made


def rows(shown: Desk) -> tuple[ChecklistView, ...]:
    audit = shown.case.audit.shown(shown.services, shown.client)
    assert audit is not None
    return shown.services.checklists.rows(audit.id, "en")


def digit(shown: Desk, number: int) -> None:
    press(shown.page.sheet.table, KEYS[number], str(number))


def current(shown: Desk) -> int:
    row = shown.page.sheet.current()
    assert row is not None
    return int(row.number)


def test_every_row_takes_one_key_across_headings(shown: Desk) -> None:
    """U28: as many keys as rows, whatever stands between them."""
    count = len(rows(shown))
    assert current(shown) == 1
    for number in range(count):
        digit(shown, number % 4 + 1)
    given = [row.verdict for row in rows(shown)]
    assert None not in given
    assert given[:5] == [*Verdict, Verdict.CONFORMS]
    assert current(shown) == count, "the last row stays current"


def test_a_key_is_undone_as_one_step(shown: Desk) -> None:
    digit(shown, 3)
    assert rows(shown)[0].verdict is Verdict.NONCONFORMING
    shown.services.history.undo()
    assert rows(shown)[0].verdict is None
    assert shown.page.sheet.model.item(rows(shown)[0].id).verdict is None, "the table shows it too"


def test_zero_clears_and_stays(shown: Desk) -> None:
    digit(shown, 1)
    press(shown.page.sheet.table, Qt.Key.Key_Up)
    digit(shown, 0)
    assert rows(shown)[0].verdict is None
    assert current(shown) == 1


def test_several_rows_take_one_key_and_one_undo(shown: Desk) -> None:
    """U41."""
    model, table = shown.page.sheet.model, shown.page.sheet.table
    for row in rows(shown)[:3]:
        index = model.index(model.row_of(row.id), 0)
        table.selectionModel().select(
            index, QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        )
    digit(shown, 2)
    assert [row.verdict for row in rows(shown)[:4]] == [Verdict.REMARK] * 3 + [None]
    shown.services.history.undo()
    assert all(row.verdict is None for row in rows(shown))


def test_headings_stand_before_each_process_and_cannot_be_entered(shown: Desk) -> None:
    model = shown.page.sheet.model
    headings = [line for line in model.rows() if isinstance(line, Heading)]
    assert [heading.title for heading in headings] == ["Purchasing", "Production"]
    assert sum(heading.total for heading in headings) == len(rows(shown))
    press(shown.page.sheet.table, Qt.Key.Key_Home)
    assert current(shown) == 1
    press(shown.page.sheet.table, Qt.Key.Key_Up)
    assert current(shown) == 1, "the heading above is passed over"
    press(shown.page.sheet.table, Qt.Key.Key_End)
    assert current(shown) == len(rows(shown))
    for _page in range(9):
        press(shown.page.sheet.table, Qt.Key.Key_PageUp)
    assert current(shown) == 1


def test_single_keys_can_be_switched_off_and_never_fire_in_texts(shown: Desk) -> None:
    """U29."""
    shown.page.card.evidence.setFocus()
    QTest.keyClick(shown.page.card.evidence, Qt.Key.Key_1)
    assert rows(shown)[0].verdict is None
    assert shown.page.card.evidence.toPlainText() == "1"
    shown.case.preferences.update(single_keys=False)
    shown.page.refresh()
    digit(shown, 1)
    assert rows(shown)[0].verdict is None


def test_from_paper_one_goes_by_number(shown: Desk) -> None:
    tools = shown.page.tools
    QTest.mouseClick(tools.paper, Qt.MouseButton.LeftButton)
    assert tools.number.isVisible()
    tools.number.setText("7")
    QTest.keyClick(tools.number, Qt.Key.Key_Return)
    assert current(shown) == 7
    digit(shown, 3)
    assert rows(shown)[6].verdict is Verdict.NONCONFORMING
    assert current(shown) == 8, "the same order as on paper"


def test_a_number_that_is_not_on_paper_is_said_at_the_field(shown: Desk) -> None:
    shown.page._set_paper(True)
    shown.page.tools.number.setText("999")
    QTest.keyClick(shown.page.tools.number, Qt.Key.Key_Return)
    assert "999" in shown.page.tools._trouble.text()
    assert shown.page.tools.number.property("invalid")
    assert current(shown) == 1


def test_from_paper_shows_all_rows_whatever_was_searched(shown: Desk) -> None:
    shown.page.tools.search.setText("no such words anywhere")
    shown.page.tools.search.searched.emit("")
    assert shown.page.sheet.currentIndex() == 1
    shown.page._set_paper(True)
    assert len(shown.page.sheet._items()) == len(rows(shown))


def test_numbers_run_through_and_are_those_of_the_service(shown: Desk) -> None:
    assert [row.number for row in shown.page.sheet._items()] == [row.number for row in rows(shown)]


def test_evidence_is_kept_on_enter_and_the_table_has_the_keyboard_again(shown: Desk) -> None:
    card = shown.page.card
    press(shown.page.sheet.table, Qt.Key.Key_Return)
    card.evidence.setPlainText('Sheet 4 <b>& "signed"</b>')
    QTest.keyClick(card.evidence, Qt.Key.Key_Return)
    assert rows(shown)[0].evidence == 'Sheet 4 <b>& "signed"</b>'
    assert current(shown) == 1
    assert not card.evidence.hasFocus()


def test_what_is_typed_goes_to_its_row_when_another_is_chosen(shown: Desk) -> None:
    """U24."""
    shown.page.card.evidence.setFocus()
    shown.page.card.evidence.setPlainText("Journal, page 12")
    shown.page.sheet.go_to_number(4)
    assert rows(shown)[0].evidence == "Journal, page 12"
    assert rows(shown)[3].evidence == ""


def test_a_finding_is_raised_with_a_key_for_its_grade(shown: Desk) -> None:
    press(shown.page.sheet.table, Qt.Key.Key_N, "n")
    assert shown.page.card.grades.isVisible()
    press(shown.page.card.grades, Qt.Key.Key_2, "2")
    (finding,) = shown.services.findings.listed(shown.client, "en")
    assert finding.grade is Grade.MINOR
    assert rows(shown)[0].verdict is Verdict.NONCONFORMING
    assert rows(shown)[0].findings == (finding.number,)
    assert finding.number in shown.messages.last
    shown.page.card._open(finding.number)
    assert shown.places[-1] == Place(Page.NONCONFORMITIES, finding.id)


def test_the_question_about_the_grade_can_be_taken_back(shown: Desk) -> None:
    press(shown.page.sheet.table, Qt.Key.Key_N, "т")
    assert shown.page.card.grades.isVisible(), "the same key in the Russian layout"
    press(shown.page.card.grades, Qt.Key.Key_Escape)
    assert not shown.page.card.grades.isVisible()
    assert shown.services.findings.listed(shown.client, "en") == ()


def test_a_finished_audit_is_only_read_until_it_is_reopened(shown: Desk, audit_id: AuditId) -> None:
    finished(shown.services, shown.client, audit_id)
    assert shown.page.banner.isVisible()
    digit(shown, 3)
    press(shown.page.sheet.table, Qt.Key.Key_N, "n")
    assert not shown.page.card.grades.isVisible()
    assert rows(shown)[0].verdict is Verdict.CONFORMS
    assert shown.page.card.evidence.isReadOnly()
    shown.page._reopen()
    assert not shown.page.banner.isVisible()
    digit(shown, 3)
    assert rows(shown)[0].verdict is Verdict.NONCONFORMING


def test_a_row_stays_in_sight_when_it_is_answered_under_a_filter(shown: Desk) -> None:
    shown.page.tools.set_filter(Show.OPEN)
    before = len(shown.page.sheet._items())
    digit(shown, 1)
    assert len(shown.page.sheet._items()) == before
    assert current(shown) == 2
    shown.page.tools.set_filter(Show.OPEN)
    assert len(shown.page.sheet._items()) == before - 1


@pytest.mark.parametrize("text", ['"', "a OR b", "NEAR(", "*", "<b>&", "\\", "ПОСТАВЩИК"])
def test_any_search_is_safe_and_can_be_taken_back(shown: Desk, text: str) -> None:
    """U38, U39."""
    shown.page.tools.search.setText(text)
    shown.page._sifted()
    shown.page.sheet.reset_requested.emit()
    assert len(shown.page.sheet._items()) == len(rows(shown))


def test_search_knows_no_case(shown: Desk) -> None:
    shown.services.checklists.write(shown.client, rows(shown)[2].id, evidence="Учёт Поставок")
    shown.page.tools.search.setText("учет поставок")
    shown.page._sifted()
    assert [row.number for row in shown.page.sheet._items()] == [3]


def test_an_own_question_stands_behind_the_row(shown: Desk) -> None:
    shown.page.sheet.go_to_number(2)
    press(shown.page.sheet.table, Qt.Key.Key_Q, "q")
    shown.page.ask.line.setText("Who has the key?")
    QTest.keyClick(shown.page.ask.line, Qt.Key.Key_Return)
    third = rows(shown)[2]
    assert (third.question, third.key) == ("Who has the key?", None)
    assert current(shown) == 3
    shown.page._remove()
    assert rows(shown)[2].question != "Who has the key?"


def test_a_file_is_attached_beside_the_window(shown: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    photo = tmp_path / "rack.png"
    photo.write_bytes(b"picture")
    item = rows(shown)[0].id
    shown.page.card.files.attach([photo])
    qtbot.waitUntil(lambda: "rack.png" in shown.messages.last)
    (file,) = shown.services.evidence.listed(shown.client, Subject.ITEM, item)
    assert file.name == "rack.png"
    qtbot.waitUntil(lambda: rows(shown)[0].files == 1 and len(shown.page.card.files._shown) == 1)


def test_counts_follow_each_answer(shown: Desk) -> None:
    total = len(rows(shown))
    digit(shown, 3)
    digit(shown, 3)
    assert shown.page.tally.accessibleName().endswith(f"Left {total - 2}")
    assert "Nonconformity 2" in shown.page.tally.accessibleName()


def test_help_follows_the_row(shown: Desk) -> None:
    told: list[RowHelp] = []
    shown.page.help_changed.connect(told.append)
    shown.page.sheet.go_to_number(3)
    third = rows(shown)[2]
    assert told[-1] == RowHelp(
        third.why, "\n".join(f"– {line}" for line in third.look_for), third.example, third.clause
    )


def test_a_row_of_another_audit_is_found(shown: Desk, services: Services, client: ClientId) -> None:
    first = rows(shown)[5]
    other = firm(services, client)
    shown.case.audit.choose(other)
    shown.page.show_row(f"{first.id}:evidence")
    assert shown.page.sheet.current().id == first.id
    assert shown.page.current_row() in {first.id, f"{first.id}:evidence"}


def test_printing_names_form_and_audit(shown: Desk) -> None:
    number = shown.page.audit_number()
    blank, filled = shown.page.print.menu().actions()
    blank.trigger()
    filled.trigger()
    assert shown.prints == [("audit-checklist:blank", number), ("audit-checklist", number)]


def test_without_an_audit_the_page_leads_to_the_plan(services: Services, client: ClientId, qtbot: QtBot) -> None:
    with desk(ChecklistPage, services, client) as shown:
        assert shown.page._stack.currentIndex() == 0
        shown.page._empty.action_requested.emit()
        assert shown.places == [Place(Page.AUDIT_PLAN)]
        assert shown.page.current_row() == ""
        assert shown.page.audit_number() == ""


@pytest.mark.parametrize(("width", "language"), [(580, "ru"), (860, "ru"), (860, "en"), (1800, "ru")])
def test_the_card_never_scrolls_sideways(
    shown: Desk, dressed: QApplication, qtbot: QtBot, width: int, language: str
) -> None:
    """U63."""
    speech.set_language(dressed, language)
    shown.host.resize(width, 620)
    shown.page.resize(width, 620)
    for area in shown.page.findChildren(QScrollArea):
        qtbot.waitUntil(lambda area=area: area.widget().minimumSizeHint().width() <= area.viewport().width())
    assert shown.page.minimumSizeHint().width() <= width


def test_an_answer_is_painted_fast(shown: Desk) -> None:
    """A key costs a commit and one row: 35 rows here, the median well under a tenth of a second even on a busy machine."""
    taken = []
    for number in range(30):
        start = perf_counter()
        digit(shown, number % 4 + 1)
        QApplication.processEvents()
        taken.append(perf_counter() - start)
    assert sorted(taken)[len(taken) // 2] < 0.1


def test_keys_are_named_for_f1(shown: Desk) -> None:
    assert {"1", "2", "3", "4", "0, Del", "Enter", "N", "A"} <= {keys for keys, _words in shown.page.key_help()}


def test_an_unknown_key_does_nothing(shown: Desk) -> None:
    press(shown.page.sheet.table, Qt.Key.Key_X, "x")
    assert all(row.verdict is None for row in rows(shown))
