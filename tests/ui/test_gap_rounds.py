"""Page 1.4 beyond single answers: rounds, signatures, levels, further filters, several rows at once, to Excel and back."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any, cast

import pytest
from builders import STANDARD, person, process, questions
from cases import shown_page
from PySide6.QtCore import QItemSelectionModel, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from isodesk.domain.conformity import Conformity, Importance
from isodesk.domain.keys import ClientId
from isodesk.services.workspace import Services
from isodesk.ui import speech
from isodesk.ui.dialogs.assessor import AssessorDialog
from isodesk.ui.dialogs.new_round import NewRoundDialog
from isodesk.ui.dialogs.paste_answers import PasteAnswersDialog
from isodesk.ui.models import questions as columns
from isodesk.ui.pages.gap import GapPage
from isodesk.ui.pages.gap.filters import Show


@pytest.fixture
def page(services: Services, client: ClientId, qtbot: QtBot) -> Iterator[GapPage]:
    with shown_page(GapPage, services, client) as made:
        gap = cast("GapPage", made)
        qtbot.waitUntil(gap.table.hasFocus)
        yield gap


@contextmanager
def in_dialog(kind: type[QDialog], work: Callable[[Any], None]) -> Iterator[None]:
    """Does something in the dialog that opens inside, and makes sure that one did."""
    seen: list[QDialog] = []

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, kind)
        seen.append(dialog)
        try:
            work(dialog)
        finally:
            dialog.done(dialog.result())

    QTimer.singleShot(0, act)
    yield
    assert len(seen) == 1


def select(page: GapPage, count: int) -> None:
    flags = QItemSelectionModel.SelectionFlag
    for row in range(count):
        index = page.bench.model.index(row, 0)
        page.table.selectionModel().select(index, flags.Select | flags.Rows)


def shown(page: GapPage) -> list[str]:
    return [view.key for view in page.bench.model.rows()]


def test_a_new_round_is_begun_from_the_menu(page: GapPage, services: Services, client: ClientId) -> None:
    services.assessment.record(client, questions(services, client)[0].key, Conformity.PARTLY)
    assert page.headline.round.text().startswith("Assessment 1, since 23 Nov 2026")
    with in_dialog(NewRoundDialog, lambda dialog: QTest.mouseClick(dialog.start, Qt.MouseButton.LeftButton)):
        page.tools.menu.menu().actions()[0].trigger()
    assert [item.closed_on is None for item in services.assessment.rounds(client)] == [False, True]
    assert page.headline.round.text().startswith("Assessment 2")
    assert page.bench.model.rows()[0].conformity is Conformity.PARTLY
    assert page.tools.menu.menu().actions()[1].isEnabled()
    services.history.undo()
    assert page.headline.round.text().startswith("Assessment 1")
    with in_dialog(NewRoundDialog, lambda dialog: (dialog.blank.click(), dialog.start.click())):
        page.tools.start_round()
    assert {view.conformity for view in page.bench.model.rows()} == {None}
    with in_dialog(NewRoundDialog, lambda dialog: dialog.cancel.click()):
        page.tools.start_round()
    assert len(services.assessment.rounds(client)) == 2


def test_the_assessor_is_chosen_and_remembered(page: GapPage, services: Services, client: ClientId) -> None:
    def choose(dialog: AssessorDialog) -> None:
        assert dialog.when_field.isHidden()
        dialog.who.setCurrentText("Anna Karlson")
        dialog.keep.click()

    with in_dialog(AssessorDialog, choose):
        page.tools.choose_assessor()
    QTest.keyClick(page.table, Qt.Key.Key_1)
    assert questions(services, client)[0].assessor == "Anna Karlson"
    assert page.headline.round.text().endswith("by Anna Karlson")
    services.assessment.set_assessor(client, "")
    page.case.preferences.save()
    with shown_page(GapPage, services, client):
        assert services.assessment.assessor(client) == "Anna Karlson"


def test_a_signature_is_changed_in_the_card_but_not_into_the_future(
    page: GapPage, services: Services, client: ClientId
) -> None:
    assert not page.bench.card.signature.isVisible()
    QTest.keyClick(page.table, Qt.Key.Key_2)
    page.table.go_to(page.bench.model.key_at(0))
    assert page.bench.card.signature.text().endswith("23 Nov 2026")

    def change(dialog: AssessorDialog) -> None:
        dialog.who.setCurrentText("Ivan <b>&")
        dialog.when.set_value(date(2026, 11, 24))
        dialog.keep.click()
        assert "future" in dialog.when_field.error()
        assert dialog.isVisible()
        dialog.when.set_value(date(2026, 11, 2))
        dialog.keep.click()

    with in_dialog(AssessorDialog, change):
        page.bench.card.signature.click()
    view = questions(services, client)[0]
    assert (view.assessor, view.assessed_on) == ("Ivan <b>&", date(2026, 11, 2))
    assert page.bench.card.signature.text() == "Ivan <b>&&, 2 Nov 2026"


def test_several_rows_take_one_level_by_a_key(page: GapPage, services: Services, client: ClientId) -> None:
    select(page, 4)
    QTest.keyClick(page.table, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert [view.maturity for view in questions(services, client)[:5]] == [3, 3, 3, 3, None]
    page.bench.details.importance_picked.emit(Importance.LOW)
    assert {view.importance for view in questions(services, client)[:4]} == {Importance.LOW}
    page.bench.details.maturity_picked.emit(None)
    assert {view.maturity for view in questions(services, client)[:4]} == {None}
    for _step in range(3):
        services.history.undo()
    assert services.history.undoable is None
    QTest.keyClick(page.table, Qt.Key.Key_M)
    assert page.bench.details.maturity.hasFocus()


def test_optional_columns_come_on_request_and_stay(page: GapPage, services: Services, client: ClientId) -> None:
    assert page.table.isColumnHidden(columns.MATURITY)
    page.tools.menu.menu().actions()[5].trigger()
    assert not page.table.isColumnHidden(columns.MATURITY)
    assert page.table.isColumnHidden(columns.ASSESSOR)
    page.case.preferences.save()
    with shown_page(GapPage, services, client) as other:
        again = cast("GapPage", other)
        assert not again.table.isColumnHidden(columns.MATURITY)
        assert again.tools.menu.menu().actions()[5].isChecked()


def test_questions_are_filtered_by_process_person_and_importance(
    page: GapPage, services: Services, client: ClientId
) -> None:
    who = person(services, client, "Anna")
    buying = process(services, client, "Buying", ("8.4",))
    process(services, client, "Idle", ())
    views = questions(services, client)
    mine = [view.key for view in views if view.clause.startswith("8.4")]
    services.assessment.set_owner(client, mine[:2], who)
    filters = page.bench.filters
    assert filters.further.isHidden()
    QTest.mouseClick(filters.more, Qt.MouseButton.LeftButton)
    choices = filters.further.choices
    assert choices["process"].count() == 2

    def pick(name: str, value: object) -> None:
        choices[name].set_value(cast("Any", value))
        choices[name].picked.emit(value)

    pick("process", buying)
    assert shown(page) == mine
    assert filters.further.count.text() == f"{len(mine)} of {len(views)}"
    pick("owner", str(who))
    assert shown(page) == mine[:2]
    pick("owner", "")
    assert shown(page) == mine[2:]
    pick("importance", Importance.CRITICAL)
    assert shown(page) == [v.key for v in views if v.key in mine[2:] and v.importance is Importance.CRITICAL]
    page.case.preferences.save()
    with shown_page(GapPage, services, client) as other:
        again = cast("GapPage", other)
        assert again.bench.filters.further.isVisible()
        assert shown(again) == shown(page)
    QTest.mouseClick(filters.further.reset, Qt.MouseButton.LeftButton)
    assert len(shown(page)) == len(views)
    pick("process", buying)
    filters.more.click()
    assert len(shown(page)) == len(views)
    pick("process", buying)
    page.show_row(f"section:{STANDARD}/5")
    assert {view.clause[0] for view in page.bench.model.rows()} == {"5"}


@pytest.mark.parametrize("state", ["", "[]", '{"show": "?"}', '{"section": "x/y", "owner": "gone"}', '{"show": 3}'])
def test_a_spoilt_memory_shows_everything(page: GapPage, state: str) -> None:
    page.bench.filters.restore(state)
    wanted = page.bench.filters.wanted()
    assert (wanted.show, wanted.section) == (Show.ALL, None)
    assert not page.bench.filters.further.is_asking()


def test_the_second_line_fits_in_russian(page: GapPage, qapp: QApplication) -> None:
    speech.set_language(qapp, "ru")
    page.bench.filters.more.click()
    QTest.qWait(1)
    further = page.bench.filters.further
    assert further.isVisible()
    assert further.minimumSizeHint().width() <= page.bench.width()
    edges = [further.reset, further.count, *further.choices.values()]
    assert all(part.geometry().right() <= further.width() for part in edges)


def test_a_copy_is_pasted_back_after_a_look(page: GapPage, services: Services, client: ClientId, qtbot: QtBot) -> None:
    QTest.keyClick(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    text = QGuiApplication.clipboard().text()
    assert text.count("\n") == len(questions(services, client)) + 1
    first = questions(services, client)[0]
    QGuiApplication.clipboard().setText(f"No.\tStatus\tWhat exists\tfoo\n{first.number}\tyes\tlist\tbar\n999\tno\t\t\n")

    def agree(dialog: PasteAnswersDialog) -> None:
        qtbot.waitUntil(lambda: len(dialog.model.rows()) == 2)
        assert dialog.take.text() == "Change 1 question"
        assert "1 row has something that is not taken" in dialog.count.text()
        assert questions(services, client)[0].conformity is None
        dialog.show_.set_value("left")
        dialog.show_.picked.emit("left")
        assert [row.row for row in dialog.model.rows()] == [3]
        dialog.columns.choices[2].set_value(None)
        dialog.columns.choices[2].picked.emit(None)
        qtbot.waitUntil(lambda: all("existing" not in row.changes for row in dialog._rows))
        dialog.take.click()
        assert dialog.written == 1

    with in_dialog(PasteAnswersDialog, agree):
        QTest.keyClick(page.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    view = questions(services, client)[0]
    assert (view.conformity, view.existing) == (Conformity.CONFORMS, "")
    services.history.undo()
    assert questions(services, client)[0].conformity is None


def test_too_much_or_nothing_is_said_and_another_try_is_there(page: GapPage, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("x\n" * 10_001)

    def look(dialog: PasteAnswersDialog) -> None:
        qtbot.waitUntil(dialog.banner.isVisible)
        assert "more than 10000 rows" in dialog.banner.accessibleName()
        assert not dialog.take.isEnabled()
        QGuiApplication.clipboard().setText("No.\tStatus\n1\t2\n")
        dialog.again.click()
        qtbot.waitUntil(dialog.take.isEnabled)
        assert not dialog.banner.isVisible()

    with in_dialog(PasteAnswersDialog, look):
        page.tools.paste()


def test_an_answer_reads_nothing_but_the_answers(
    page: GapPage, services: Services, client: ClientId, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    rounds, people = services.assessment.rounds, services.team.people
    monkeypatch.setattr(services.assessment, "rounds", lambda c: read.append("rounds") or rounds(c))
    monkeypatch.setattr(services.team, "people", lambda c: read.append("people") or people(c))
    QTest.keyClick(page.table, Qt.Key.Key_1)
    assert read == []
    services.team.add_person(client, "Anna")
    assert read == ["people", "rounds"]
