"""Page 1.6: issues, interested parties, the climate question, by mouse and by keys."""

from collections import Counter
from collections.abc import Iterator
from typing import cast

import pytest
from cases import shown_page
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QTableView
from pytestqt.qtbot import QtBot
from shown import Shown, settled

from isodesk.domain.context import Side
from isodesk.domain.journey import Page
from isodesk.domain.keys import ClientId
from isodesk.services.workspace import Services, open_workspace
from isodesk.ui.case import Place
from isodesk.ui.dialogs.usual_ones import UsualOnesDialog
from isodesk.ui.pages.context import ContextPage
from isodesk.ui.pages.context.climate import REASON, RELEVANT
from isodesk.ui.widgets.choice_field import ChoiceField
from isodesk.ui.widgets.form import Form
from isodesk.ui.widgets.text_field import TextArea, TextField


@pytest.fixture
def page(services: Services, client: ClientId, qtbot: QtBot) -> Iterator[ContextPage]:
    with shown_page(ContextPage, services, client) as made:
        yield cast("ContextPage", made)


def cells(table: QTableView) -> list[list[str]]:
    model = table.model()
    return [[str(model.index(r, c).data()) for c in range(model.columnCount())] for r in range(model.rowCount())]


def write(form: Form, name: str, words: str) -> None:
    control = form.fields[name].control
    assert isinstance(control, TextField | TextArea)
    control.setText(words) if isinstance(control, TextField) else control.setPlainText(words)
    control.commit()


def choose(form: Form, name: str, place: int) -> None:
    control = form.fields[name].control
    assert isinstance(control, ChoiceField)
    control.setCurrentIndex(place)
    control.activated.emit(place)


def missing(page: ContextPage) -> list[str]:
    QTest.qWait(1)
    links = page.head.findChildren(QAbstractButton)
    return [link.text() for link in links if link.property("look") == "link" and link.isVisibleTo(page)]


def answer_dialog(untick: str = "", *, accept: bool = True) -> None:
    """Ticks as a person would, once the dialog is open."""

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, UsualOnesDialog)
        rows = dialog.choices.list
        for row in range(rows.count()):
            if untick and untick in rows.item(row).text():
                rows.setCurrentRow(row)
                QTest.keyClick(rows, Qt.Key.Key_Space)
        QTest.mouseClick(dialog.add_button, Qt.MouseButton.LeftButton) if accept else dialog.reject()

    QTimer.singleShot(0, act)


def test_usual_issues_are_ticked_and_come_in_one_step(page: ContextPage, services: Services, client: ClientId) -> None:
    assert page.issues._empty.isVisibleTo(page)
    answer_dialog(untick="Большая часть выручки")
    page.issues._empty._button.click()
    taken = services.context.issues(client)
    assert len(taken) == 14
    assert not any("Большая часть выручки" in issue.text for issue in taken)
    assert len(cells(page.issues.table)) == 14
    services.history.undo()
    assert services.context.issues(client) == ()
    answer_dialog(accept=False)
    page.issues.add_usual()
    assert services.context.issues(client) == ()


def test_usual_parties_bring_their_requirements(page: ContextPage, services: Services, client: ClientId) -> None:
    answer_dialog()
    page.parties._empty._button.click()
    assert len(services.context.parties(client)) == 7
    assert all(party.requirements for party in services.context.parties(client))
    page.parties.add_usual()
    assert page.case.messages.last == "Every usual interested party is there already."
    assert "1 requirement of interested parties is about climate change: Заказчики." in page.climate.from_parties.text()


def test_an_issue_is_written_on_its_card(page: ContextPage, services: Services, client: ClientId) -> None:
    page.issues.add_button.click()
    assert page.issues.form.focused() == "text"
    write(page.issues.form, "text", "Prices <b>& rise")
    choose(page.issues.form, "side", 1)
    choose(page.issues.form, "category", 1)
    choose(page.issues.form, "favourable", 1)
    write(page.issues.form, "effect", "Offers are short")
    (issue,) = services.context.issues(client)
    assert (issue.text, issue.side, issue.favourable, issue.effect) == (
        "Prices <b>& rise",
        Side.INTERNAL,
        False,
        "Offers are short",
    )
    assert cells(page.issues.table) == [["Internal", "People and knowledge", "Prices <b>& rise", "hinders"]]
    write(page.issues.form, "text", " ")
    assert page.issues.form.fields["text"].error()
    assert services.context.issues(client)[0].text == "Prices <b>& rise"


def test_keys_move_and_remove_issues(page: ContextPage, services: Services, client: ClientId) -> None:
    for text in "abc":
        services.context.add_issue(client, text)
    table = page.issues.table
    table.go_to(services.context.issues(client)[2].id)
    page.window().activateWindow()
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [issue.text for issue in services.context.issues(client)] == ["a", "c", "b"]
    assert [row[2] for row in cells(table)] == ["a", "c", "b"]
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert [issue.text for issue in services.context.issues(client)] == ["a", "b"]
    assert page.case.messages.last == "The issue was removed."
    services.history.undo()
    assert [row[2] for row in cells(table)] == ["a", "c", "b"]


def test_a_requirement_is_written_flagged_and_removed(page: ContextPage, services: Services, client: ClientId) -> None:
    services.context.add_party(client, "Owners")
    page.parties.requirements.add_button.click()
    part = page.parties.requirements
    assert part.form.focused() == "wanted"
    write(part.form, "wanted", "A profit")
    write(part.form, "met_by", "Objectives")
    obligation, climate = part.flags.pills()
    obligation.click()
    climate.click()
    obligation.click()
    (wanted,) = services.context.parties(client)[0].requirements
    assert (wanted.text, wanted.met_by, wanted.is_obligation, wanted.on_climate) == (
        "A profit",
        "Objectives",
        False,
        True,
    )
    assert cells(part.table) == [["A profit", "Objectives", "–", "yes"]]
    assert cells(page.parties.table) == [["Owners", "A profit", "1"]]
    part.table.setFocus()
    QTest.keyClick(part.table, Qt.Key.Key_Delete)
    assert services.context.parties(client)[0].requirements == ()
    services.history.undo()
    assert cells(part.table) == [["A profit", "Objectives", "–", "yes"]]


def test_typed_words_stay_with_the_party_they_were_typed_for(
    page: ContextPage, services: Services, client: ClientId
) -> None:
    first, second = services.context.add_party(client, "A"), services.context.add_party(client, "B")
    for party in (first, second):
        services.context.add_requirement(client, party, "wants")
    page.show_row(str(first))
    met = page.parties.requirements.form.fields["met_by"].control
    assert isinstance(met, TextArea)
    met.setFocus()
    met.setPlainText("first only")
    page.parties.table.go_to(second)
    assert [p.requirements[0].met_by for p in services.context.parties(client)] == ["first only", ""]
    assert met.toPlainText() == ""


def test_the_climate_question_needs_answer_and_reason(page: ContextPage, services: Services, client: ClientId) -> None:
    form = page.climate.form
    choose(form, RELEVANT, 2)
    assert services.context.climate(client).relevant is False
    assert missing(page)[-1] == "Reason for the climate answer"
    write(form, REASON, "No floods here")
    assert services.context.climate(client).is_complete
    assert "limate" not in " ".join(missing(page))
    choose(form, RELEVANT, 0)
    assert services.context.climate(client).relevant is None


def test_what_is_missing_leads_to_its_place(page: ContextPage, services: Services, client: ClientId) -> None:
    wanted = ["External issues", "Internal issues", "Interested parties", "Answer to the climate question"]
    assert missing(page) == wanted
    page.window().activateWindow()
    page.show_row(Side.EXTERNAL.value)
    assert page.issues._empty._button.hasFocus()
    page.show_row("parties")
    assert page.parties._empty._button.hasFocus()
    page.show_row(RELEVANT)
    assert page.current_row() == RELEVANT
    issue = services.context.add_issue(client, "x", Side.INTERNAL)
    party = services.context.add_party(client, "Owners")
    assert missing(page) == ["External issues", "Requirements of “Owners”", "Answer to the climate question"]
    page.show_row(str(issue))
    assert page.current_row() == issue
    page.show_row(str(party))
    assert page.current_row() == party


def test_access_keys_are_unique(page: ContextPage, services: Services, client: ClientId) -> None:
    services.context.add_issue(client, "x")
    services.context.add_requirement(client, services.context.add_party(client, "y"), "z")
    texts = [label.text() for label in page.findChildren(QLabel) if label.buddy() is not None]
    keys = Counter(text[text.index("&") + 1].casefold() for text in texts if "&" in text)
    assert sum(keys.values()) == 11
    assert max(keys.values()) == 1, keys


def test_nothing_can_be_written_where_nothing_may_be(services: Services, client: ClientId, qtbot: QtBot) -> None:
    services.context.add_issue(client, "x")
    services.context.add_requirement(client, services.context.add_party(client, "y"), "z")
    reader = open_workspace(services.folder, actor="reader")
    try:
        with shown_page(ContextPage, reader, client) as made:
            page = cast("ContextPage", made)
            for part in (page.issues, page.parties):
                assert not part.add_button.isEnabled()
                assert not part.usual_button.isEnabled()
                assert not part.remove_button.isEnabled()
                part.remove()
            assert not page.parties.requirements.add_button.isEnabled()
            assert not page.climate.form.fields[RELEVANT].control.isEnabled()
            page.issues._move(1)
            page.parties.requirements._remove()
    finally:
        reader.close()
    assert len(services.context.issues(client)) == len(services.context.parties(client)) == 1


def test_the_window_shows_the_page_and_prints_from_it(services: Services, client: ClientId, qtbot: QtBot) -> None:
    shown = Shown(services, client)
    try:
        view = settled(shown, Page.CONTEXT)
        assert isinstance(view, ContextPage)
        assert view.documents == ("context",)
        assert shown.desk.view is not None
        shown.desk.view.go(Place(Page.CONTEXT, RELEVANT))
        assert view.climate.form.fields[RELEVANT].control.hasFocus()
    finally:
        shown.close()
