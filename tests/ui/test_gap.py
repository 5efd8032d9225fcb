"""Page 1.4: 120 answers with 120 keys, nothing stolen from who types, nothing lost, any words safe to search for."""

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from builders import STANDARD, person
from cases import shown_page
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from isodesk.domain.conformity import BY_DIGIT, Conformity, Importance
from isodesk.domain.journey import Page
from isodesk.domain.keys import ClientId
from isodesk.services.assessment import QuestionView
from isodesk.services.evidence import Subject
from isodesk.services.workspace import Services, open_workspace
from isodesk.ui import speech
from isodesk.ui.case import Place, RowHelp
from isodesk.ui.models import questions as columns
from isodesk.ui.models.rows import DISPLAY, SIGN, RowsModel
from isodesk.ui.pages.gap import GapPage
from isodesk.ui.pages.gap.filters import Show
from isodesk.ui.widgets.data_table import ROW

DIGITS = (Qt.Key.Key_0, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4)


@pytest.fixture
def page(services: Services, client: ClientId, qtbot: QtBot) -> Iterator[GapPage]:
    with shown_page(GapPage, services, client) as made:
        gap = cast("GapPage", made)
        qtbot.waitUntil(gap.table.hasFocus)
        yield gap


def views(services: Services, client: ClientId) -> tuple[QuestionView, ...]:
    return services.assessment.questions(client, "en")


def press(page: GapPage, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(page.table, key)


def search(page: GapPage, text: str) -> None:
    """Types words and does not wait for the pause after them."""
    page.bench.filters.search.setText(text)
    QTest.keyClick(page.bench.filters.search, Qt.Key.Key_Return)


def test_120_answers_take_120_keys(page: GapPage, services: Services, client: ClientId) -> None:
    """U28: no key but the answer itself."""
    digits = [1 + place % 4 for place in range(120)]
    press(page, *(DIGITS[digit] for digit in digits))
    given = [view.conformity for view in views(services, client)]
    assert given[:120] == [BY_DIGIT[digit] for digit in digits]
    assert set(given[120:]) == {None}
    assert page.table.currentIndex().row() == 120
    assert page.table.hasFocus()
    assert services.assessment.progress(client).answered == 120


def test_an_answer_repaints_one_row_and_nobody_loses_their_place(page: GapPage, qtbot: QtBot) -> None:
    page.table.go_to(page.bench.model.key_at(4))
    page.answering.look(page.bench.model.at(4))
    changed: list[tuple[int, int]] = []
    resets: list[int] = []
    page.bench.model.dataChanged.connect(lambda first, last, _roles: changed.append((first.row(), last.row())))
    page.bench.model.modelReset.connect(lambda: resets.append(1))
    page.table.horizontalScrollBar().setValue(0)
    press(page, Qt.Key.Key_2)
    assert changed == [(4, 4)]
    assert resets == []
    assert page.table.currentIndex().row() == 5
    assert page.table.selected_keys() == [page.bench.model.key_at(5)]


def test_zero_and_delete_clear_and_stay(page: GapPage, services: Services, client: ClientId) -> None:
    press(page, Qt.Key.Key_3, Qt.Key.Key_3, Qt.Key.Key_Up, Qt.Key.Key_0)
    assert [view.conformity for view in views(services, client)[:2]] == [Conformity.ABSENT, None]
    assert page.table.currentIndex().row() == 1
    press(page, Qt.Key.Key_Up, Qt.Key.Key_Delete)
    assert views(services, client)[0].conformity is None
    assert page.table.currentIndex().row() == 0


def test_keys_of_the_number_pad_and_of_the_russian_layout(page: GapPage, services: Services, client: ClientId) -> None:
    """U31."""
    QTest.keyClick(page.table, Qt.Key.Key_2, Qt.KeyboardModifier.KeypadModifier)
    assert views(services, client)[0].conformity is Conformity.PARTLY
    QTest.sendKeyEvent(QTest.KeyAction.Click, page.table, Qt.Key(0x422), "т", Qt.KeyboardModifier.NoModifier)
    assert page.bench.details.notes["missing"].hasFocus()


def test_digits_are_digits_in_a_note(page: GapPage, services: Services, client: ClientId) -> None:
    """U29: single keys answer in the grid only."""
    press(page, Qt.Key.Key_Return)
    note = page.bench.details.notes["existing"]
    assert note.hasFocus()
    QTest.keyClicks(note, "4 sheets")
    QTest.keyClick(note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.table.hasFocus()
    first = views(services, client)[0]
    assert (first.existing, first.conformity) == ("4 sheets", None)


def test_single_keys_can_be_switched_off(page: GapPage, services: Services, client: ClientId) -> None:
    """U29: the buttons answer then, and nothing promises keys that do not work."""
    page.case.preferences.update(single_keys=False)
    press(page, Qt.Key.Key_1)
    assert services.assessment.progress(client).answered == 0
    QTest.mouseClick(page.bench.card.bar.findChildren(QPushButton)[1], Qt.MouseButton.LeftButton)
    assert views(services, client)[0].conformity is Conformity.PARTLY
    assert "clear" not in page.bench.line._hints.text()
    page.case.preferences.update(single_keys=True)
    assert "clear" in page.bench.line._hints.text()


def test_not_applicable_asks_for_a_reason_without_stopping_anyone(
    page: GapPage, services: Services, client: ClientId
) -> None:
    line = page.bench.line
    press(page, Qt.Key.Key_4)
    assert page.table.hasFocus()
    assert page.table.currentIndex().row() == 1
    assert line.asks()
    assert line.reason.key() == views(services, client)[0].key
    QTest.keyClick(page.table, Qt.Key.Key_Tab)
    assert line.reason.field.hasFocus()
    QTest.keyClicks(line.reason.field, "we buy nothing")
    QTest.keyClick(line.reason.field, Qt.Key.Key_Return)
    assert page.table.hasFocus()
    first, second = views(services, client)[:2]
    assert (first.reason, second.reason) == ("we buy nothing", "")
    assert not line.asks()


def test_whoever_goes_on_answering_is_not_held_up_by_a_reason(
    page: GapPage, services: Services, client: ClientId
) -> None:
    press(page, Qt.Key.Key_4, Qt.Key.Key_4, Qt.Key.Key_1)
    assert services.assessment.progress(client).not_applicable == 2
    assert not page.bench.line.asks()
    press(page, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Return)
    assert page.bench.line.reason.field.hasFocus()
    assert page.bench.line.reason.key() == views(services, client)[1].key


def test_several_rows_are_answered_in_one_step(page: GapPage, services: Services, client: ClientId) -> None:
    """U41: one verdict, one person, one undo each."""
    who = person(services, client)
    for _row in range(3):
        QTest.keyClick(page.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    press(page, Qt.Key.Key_2)
    assert [view.conformity for view in views(services, client)[:5]] == [Conformity.PARTLY] * 4 + [None]
    assert len(page.table.selected_keys()) == 4
    assert "4" in page.case.messages.last
    page.bench.details.owner_picked.emit(who)
    assert [view.owner for view in views(services, client)[:5]] == [who] * 4 + [None]
    services.history.undo()
    services.history.undo()
    assert {(view.conformity, view.owner) for view in views(services, client)} == {(None, None)}


@pytest.mark.parametrize("text", ["ПОСТАВЩИК", "поставщик", "Поставщи"])
def test_search_knows_no_case(page: GapPage, qapp: QApplication, text: str) -> None:
    """U38."""
    speech.set_language(qapp, "ru")
    page.refresh()
    search(page, text)
    rows = page.bench.model.rows()
    assert 0 < len(rows) < 60
    assert all("поставщик" in columns.haystack(view) for view in rows)


def test_search_finds_e_with_and_without_dots_in_notes_and_names(
    page: GapPage, services: Services, client: ClientId
) -> None:
    key = views(services, client)[7].key
    services.assessment.set_note(client, key, "existing", "Отчёт у Семёновой")
    services.assessment.set_owner(client, [key], person(services, client, "Королёв"))
    for text in ("отчет", "семенов", "КОРОЛЕВ", "королёв"):
        search(page, text)
        assert [view.key for view in page.bench.model.rows()] == [key], text


@pytest.mark.parametrize("text", ['"', "a OR", "NEAR(", "*", "%", "_", "\\", "<b>&", "'; DROP", "[", "(?", "🙂" * 60])
def test_any_text_is_only_a_text(page: GapPage, text: str) -> None:
    """U39."""
    search(page, text)
    assert all(text.casefold() in columns.haystack(view) for view in page.bench.model.rows())


def test_nothing_found_is_said_and_reset_in_one_step(page: GapPage) -> None:
    search(page, "no such words anywhere")
    assert page.bench.nothing.isVisible()
    QTest.mouseClick(page.bench.nothing.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert page.table.isVisible()
    assert len(page.bench.model.rows()) == len(page._views)
    assert page.table.hasFocus()


def test_the_filter_lets_go_of_answered_rows_only_on_coming_back(page: GapPage, services: Services) -> None:
    """Nothing moves under one's hands, and the filter is true again on the next visit."""
    page.bench.filters.set_wanted(Show.OPEN)
    total = len(page.bench.model.rows())
    press(page, Qt.Key.Key_1, Qt.Key.Key_1)
    assert len(page.bench.model.rows()) == total
    assert page.table.currentIndex().row() == 2
    page.leave()
    page.enter()
    assert len(page.bench.model.rows()) == total - 2


def test_filters_by_state_and_section(page: GapPage, services: Services, client: ClientId) -> None:
    me = person(services, client, "Иванова А. А.")
    page.case.preferences.update(assessor="иванова а. а.")
    press(page, *(DIGITS[digit] for digit in (1, 2, 3, 4)))
    services.assessment.set_owner(client, [views(services, client)[9].key], me)
    QTest.keyClick(page, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert [view.number for view in page.bench.model.rows()] == [2, 3]
    page.bench.filters.set_wanted(Show.NO_REASON)
    assert [view.number for view in page.bench.model.rows()] == [4]
    page.bench.filters.set_wanted(Show.MINE)
    assert [view.number for view in page.bench.model.rows()] == [10]
    page.bench.filters.set_wanted(section=(STANDARD, "10"))
    assert {view.clause.partition(".")[0] for view in page.bench.model.rows()} == {"10"}


def test_space_goes_to_the_next_open_question(page: GapPage, services: Services, client: ClientId) -> None:
    keys = [view.key for view in views(services, client)]
    services.assessment.record_many(client, keys[1:5], Conformity.CONFORMS)
    press(page, Qt.Key.Key_Space)
    assert page.table.current_key() == keys[5]
    services.assessment.record_many(client, keys[6:], Conformity.CONFORMS)
    press(page, Qt.Key.Key_Space)
    assert page.table.current_key() == keys[0]


def test_never_looked_at_differs_from_looked_at(page: GapPage, services: Services, client: ClientId) -> None:
    """U06."""
    press(page, Qt.Key.Key_Down)
    first, second, third = views(services, client)[:3]
    assert (first.seen, second.seen, third.seen) == (True, False, False)
    model = page.bench.model
    shown = [
        (model.index(row, columns.STATUS).data(SIGN), model.index(row, columns.STATUS).data(DISPLAY)) for row in (0, 2)
    ]
    assert shown[0][0] is not None
    assert shown[0][1] != ""
    assert shown[1] == (None, "")


def test_looking_does_not_stand_in_the_way_of_redo(page: GapPage, services: Services, client: ClientId) -> None:
    """An answer that was undone makes room for a look; redo must find its place free."""
    press(page, Qt.Key.Key_2)
    services.history.undo()
    press(page, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down)
    services.history.redo()
    assert views(services, client)[0].conformity is Conformity.PARTLY


def test_a_note_goes_to_the_question_it_was_typed_for(page: GapPage, services: Services, client: ClientId) -> None:
    """U24: leaving by another row, by another page, by a jump: the words are kept, and kept in the right place."""
    keys = [view.key for view in views(services, client)]
    note = page.bench.details.notes["missing"]
    page.show_row(f"{keys[2]}:missing")
    assert note.hasFocus()
    note.insertPlainText("no list")
    page.table.go_to(keys[3])
    note.insertPlainText("no review")
    page.leave()
    missing = [view.missing for view in views(services, client)]
    assert missing[2:5] == ["no list", "no review", ""]


def test_a_note_that_is_too_long_is_said_beside_it(page: GapPage, services: Services, client: ClientId) -> None:
    note = page.bench.details.notes["existing"]
    note.setPlainText("x" * 100_001)
    note.commit()
    assert "100001" in page.bench.details.fields["existing"].error()
    assert views(services, client)[0].existing == ""
    note.setPlainText("short")
    note.commit()
    assert page.bench.details.fields["existing"].error() == ""


def test_weight_person_and_maturity(page: GapPage, services: Services, client: ClientId) -> None:
    who = person(services, client, '<b>&" 🙂 Петров')
    details = page.bench.details
    for choice, place in ((details.importance, 0), (details.owner, 1), (details.maturity, 4)):
        choice.setCurrentIndex(place)
        choice.activated.emit(place)
    first = views(services, client)[0]
    assert (first.importance, first.owner, first.maturity) == (Importance.CRITICAL, who, 3)
    assert details.owner.currentText() == '<b>&" 🙂 Петров'


def test_excluded_clauses_show_their_reason(page: GapPage, services: Services, client: ClientId) -> None:
    services.clients.exclude(client, STANDARD, "8.3", "We make to the customer's drawings")
    view = next(view for view in page.bench.model.rows() if view.clause.startswith("8.3"))
    page.show_row(view.key)
    row = page.table.currentIndex().row()
    assert page.bench.model.index(row, columns.EXISTING).data(DISPLAY) == "We make to the customer's drawings"
    assert page.bench.line.asks()
    assert page.bench.line.reason.field.isReadOnly()
    places: list[Place] = []
    page.place_requested.connect(places.append)
    page.bench.line.reason.link.click()
    assert places == [Place(Page.SCOPE)]


def test_evidence_is_copied_in_by_a_job_and_taken_off_with_undo(
    page: GapPage, services: Services, client: ClientId, qtbot: QtBot, tmp_path: Path
) -> None:
    """U43."""
    source = tmp_path / "Реестр & <b>.pdf"
    source.write_bytes(b"%PDF")
    key = views(services, client)[0].key
    started: list[str] = []
    page.case.jobs.started.connect(lambda job: started.append(job.label))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(source))])
    QGuiApplication.clipboard().setMimeData(data)
    page.show_row(f"{key}:evidence")
    QTest.keyClick(page.bench.details.files.drop, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(services.evidence.listed(client, Subject.ANSWER, key)))
    qtbot.waitUntil(lambda: "copy is kept" in page.case.messages.last)
    assert len(started) == 1
    source.unlink()
    (file,) = services.evidence.listed(client, Subject.ANSWER, key)
    assert services.evidence.content(file) == b"%PDF"
    qtbot.waitUntil(lambda: page.bench.model.index(0, columns.FILES).data(DISPLAY) == "1")
    assert "(1)" in page.bench.card.notes_button.text()
    services.evidence.remove(client, file.id)
    assert page.bench.model.index(0, columns.FILES).data(DISPLAY) == ""
    services.history.undo()
    assert page.bench.model.index(0, columns.FILES).data(DISPLAY) == "1"


def test_the_key_a_asks_for_files(
    page: GapPage, services: Services, client: ClientId, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "photo.png"
    source.write_bytes(b"x")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args: ([str(source)], ""))
    press(page, Qt.Key.Key_A)
    key = views(services, client)[0].key
    qtbot.waitUntil(lambda: bool(services.evidence.listed(client, Subject.ANSWER, key)))


def test_help_follows_the_row(page: GapPage, services: Services, client: ClientId) -> None:
    """U68."""
    told: list[RowHelp] = []
    page.help_changed.connect(told.append)
    press(page, Qt.Key.Key_Down)
    second = views(services, client)[1]
    assert told[-1].question == second.question
    assert told[-1].clause == second.clause
    assert all(line in told[-1].auditor for line in second.look_for)
    assert told[-1].example == second.example


def test_coming_back_to_a_row_and_a_field(page: GapPage, services: Services, client: ClientId) -> None:
    key = views(services, client)[41].key
    page.show_row(f"{key}:existing")
    assert page.current_row() == f"{key}:existing"
    page.bench.back_to_grid()
    assert page.current_row() == key
    page.bench.filters.set_wanted(section=(STANDARD, "10"))
    page.show_row(key)
    assert page.table.current_key() == key
    page.show_row(f"section:{STANDARD}/9")
    current = page.bench.current()
    assert current is not None
    assert current.clause.startswith("9")
    page.show_row("no.such.question")
    assert page.table.hasFocus()


def test_what_is_left_is_counted_and_leads_there(page: GapPage, services: Services, client: ClientId) -> None:
    total = len(page._views)
    assert str(total) in page.headline.left.text()
    services.assessment.record_many(client, [view.key for view in page._views[:-36]], Conformity.CONFORMS)
    assert page.headline.left.text() == "36 questions left, about 25 min"
    page.headline.left.click()
    assert page.table.currentIndex().row() == total - 36
    services.assessment.record_many(client, [view.key for view in page._views[-36:]], Conformity.NOT_APPLICABLE)
    assert not page.headline.left.isEnabled()
    assert page.headline.bare.text() == "36 answers without a reason"
    page.headline.bare.click()
    assert len(page.bench.model.rows()) == 36


@pytest.mark.parametrize("size", [(860, 622), (564, 622), (564, 640), (852, 690), (1390, 960)])
@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_grid_keeps_six_rows(page: GapPage, qapp: QApplication, size: tuple[int, int], language: str) -> None:
    """At 1100 by 680 with the help panel open or folded, while a reason is missing; the card gives way."""
    speech.set_language(qapp, language)
    page.retranslate()
    page.refresh()
    press(page, Qt.Key.Key_4, Qt.Key.Key_1, Qt.Key.Key_1)
    page.window().resize(*size)
    page.resize(*size)
    QTest.qWait(1)
    assert (page.width(), page.height()) == size
    assert page.table.viewport().height() >= 6 * ROW
    assert page.bench.card.bar.isVisible()
    press(page, Qt.Key.Key_Return)
    assert page.bench.details.notes["existing"].hasFocus()
    QTest.qWait(1)
    assert page.table.viewport().height() >= 3 * ROW
    assert page.table.viewport().rect().contains(page.table.visualRect(page.table.currentIndex()).center())
    page.bench.back_to_grid()
    QTest.qWait(1)
    assert page.table.viewport().height() >= 6 * ROW


def test_the_grid_does_not_move_while_answering(page: GapPage) -> None:
    """Head and card are as high for every question, and so is the line below the grid for keys and for reasons."""
    page.resize(852, 690)
    page.refresh()
    QTest.qWait(1)
    places = set()
    for digit in (1, 4, 2, 3, 4, 1) * 4:
        press(page, DIGITS[digit])
        QTest.qWait(1)
        places.add((page.table.mapTo(page, page.table.rect().topLeft()).y(), page.table.height()))
    assert len(places) == 1


def test_nothing_is_written_where_nothing_can_be(
    services: Services, client: ClientId, folder: Path, qtbot: QtBot
) -> None:
    """A second window reads: every word can be read and copied, no control pretends."""
    second = open_workspace(folder)
    try:
        assert second.read_only is not None
        with shown_page(GapPage, second, client) as made:
            page = cast("GapPage", made)
            press(page, Qt.Key.Key_1, Qt.Key.Key_Down, Qt.Key.Key_Delete)
            details = page.bench.details
            assert details.notes["existing"].isReadOnly()
            assert not page.bench.card.bar.isEnabled()
            assert not details.owner.isEnabled()
            assert page.case.messages.last == ""
    finally:
        second.close()
    assert services.assessment.progress(client).answered == 0
    assert not any(view.seen for view in views(services, client))


def test_a_client_without_a_standard_is_led_to_one(page: GapPage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page.case.services.assessment, "questions", lambda *_args: ())
    page.refresh()
    places: list[Place] = []
    page.place_requested.connect(places.append)
    assert page.bench.nothing.isVisible()
    page.bench.nothing.findChild(QPushButton).click()
    assert places == [Place(Page.SCOPE)]


def test_widths_are_remembered(services: Services, client: ClientId, qtbot: QtBot) -> None:
    """U40."""
    with shown_page(GapPage, services, client) as made:
        page = cast("GapPage", made)
        page.table.setColumnWidth(columns.CLAUSE, 91)
        page.table.save_layout()
        page.case.preferences.save()
    with shown_page(GapPage, services, client) as made:
        assert cast("GapPage", made).table.columnWidth(columns.CLAUSE) == 91


def test_another_language_changes_every_row(
    page: GapPage, qapp: QApplication, services: Services, client: ClientId
) -> None:
    press(page, Qt.Key.Key_1)
    speech.set_language(qapp, "ru")
    assert page.bench.card.question.text() == services.assessment.questions(client, "ru")[1].question
    model = page.bench.model
    assert model.index(0, columns.QUESTION).data(DISPLAY) == services.assessment.questions(client, "ru")[0].question


def test_the_table_model_is_sound(services: Services, client: ClientId, qtmodeltester: ModelTester) -> None:
    model: RowsModel[QuestionView] = RowsModel(columns.columns(), lambda view: view.key)
    model.set_rows(views(services, client))
    qtmodeltester.check(model)
    model.sort(columns.CLAUSE, Qt.SortOrder.DescendingOrder)
    assert model.rows()[0].clause.startswith("10")
