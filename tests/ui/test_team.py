"""Page 1.3: people, processes, and who may audit what."""

from collections import Counter
from collections.abc import Iterator
from typing import cast

import pytest
from builders import STANDARD, person, process
from cases import shown_page
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QTableView
from pytestqt.qtbot import QtBot

from isodesk.domain.keys import ClientId
from isodesk.domain.people import Role
from isodesk.services.workspace import Services
from isodesk.ui.pages.team import TeamPage
from isodesk.ui.pages.team.process_card import clause_words
from isodesk.ui.widgets.text_field import TextField


@pytest.fixture
def page(services: Services, client: ClientId, qtbot: QtBot) -> Iterator[TeamPage]:
    with shown_page(TeamPage, services, client) as made:
        yield cast("TeamPage", made)


def cells(table: QTableView) -> list[list[str]]:
    model = table.model()
    return [[str(model.index(r, c).data()) for c in range(model.columnCount())] for r in range(model.rowCount())]


def name_field(page: TeamPage) -> TextField:
    field = page.people.form.fields["name"].control
    assert isinstance(field, TextField)
    return field


def test_someone_is_added_and_named(page: TeamPage, services: Services, client: ClientId) -> None:
    assert page.people._empty.isVisibleTo(page)
    page.people.add()
    assert name_field(page).hasFocus()
    assert name_field(page).selectedText() == "New person"
    name_field(page).setText("Сидорова К. А. <b>&")
    name_field(page).commit()
    assert [p.name for p in services.team.people(client)] == ["Сидорова К. А. <b>&"]
    assert not page.people._empty.isVisibleTo(page)


def test_roles_are_pills(page: TeamPage, services: Services, client: ClientId) -> None:
    person(services, client)
    auditor = next(pill for pill in page.people.roles.pills() if pill.text() == "Auditor")
    auditor.click()
    head = next(pill for pill in page.people.roles.pills() if pill.text() == "Head")
    head.click()
    assert services.team.people(client)[0].roles == {Role.AUDITOR, Role.HEAD}
    assert cells(page.people.table)[0][2] == "Head · Auditor"
    services.history.undo()
    assert cells(page.people.table)[0][2] == "Auditor"
    assert not head.isChecked()


def test_an_empty_name_is_refused_at_the_field(page: TeamPage, services: Services, client: ClientId) -> None:
    person(services, client)
    name_field(page).setText(" ")
    name_field(page).commit()
    assert page.people.form.fields["name"].error()
    assert services.team.people(client)[0].name == "Петров П. П."


def test_typed_words_stay_with_the_person_they_were_typed_for(
    page: TeamPage, services: Services, client: ClientId
) -> None:
    first, second = person(services, client, "A"), person(services, client, "B")
    page.show_row(str(first))
    name_field(page).setFocus()
    name_field(page).setText("A2")
    page.people.table.go_to(second)
    assert {p.id: p.name for p in services.team.people(client)} == {first: "A2", second: "B"}
    assert name_field(page).text() == "B"


def test_a_person_is_removed_and_brought_back(page: TeamPage, services: Services, client: ClientId) -> None:
    person(services, client, "A")
    page.people.table.setFocus()
    QTest.keyClick(page.people.table, Qt.Key.Key_Delete)
    assert services.team.people(client) == ()
    assert page.case.messages.last == "A was removed."
    services.history.undo()
    assert cells(page.people.table)[0][0] == "A"


def test_the_usual_processes_come_in_one_step(page: TeamPage, services: Services, client: ClientId) -> None:
    services.clients.exclude(client, STANDARD, "8.3", "no design")
    process(services, client, "purchasing")
    page.processes.add_usual()
    names = [view.name for view in services.team.processes(client)]
    assert len(names) == 9
    assert "Production" in names
    assert "Purchasing" not in names
    assert "Design and development" not in names
    page.processes.add_usual()
    assert len(services.team.processes(client)) == 9
    services.history.undo()
    assert [view.name for view in services.team.processes(client)] == ["purchasing"]


def test_owner_and_clauses_are_chosen_on_the_card(page: TeamPage, services: Services, client: ClientId) -> None:
    someone, made = person(services, client), process(services, client, "Закупки", ("8.4.1",))
    card = page.processes.card
    assert card.clauses.checked() == {(STANDARD, "8.4.1")}
    assert cells(page.processes.table) == [["Закупки", "no owner yet", "1"]]
    card._owner.setCurrentIndex(1)
    card._owner.activated.emit(1)
    card.clauses.search.setText("8.4.2")
    QTest.keyClick(card.clauses.search, Qt.Key.Key_Return)
    card.clauses._all.click()
    (view,) = services.team.processes(client)
    assert (view.id, view.owner) == (made, someone)
    assert view.clauses == ((STANDARD, "8.4.1"), (STANDARD, "8.4.2"))
    assert cells(page.processes.table) == [["Закупки", "Петров П. П.", "2"]]


def test_nobody_audits_their_own_process(page: TeamPage, services: Services, client: ClientId) -> None:
    process(services, client, "Production")
    assert page.independence._nobody.isVisibleTo(page)
    auditor = person(services, client, "Auditor A", Role.AUDITOR)
    process(services, client, "Purchasing", owner=auditor)
    assert cells(page.independence.table) == [["Production", "may audit"], ["Purchasing", "owns it"]]
    assert "Purchasing" in page.independence._alone.text()
    assert page.independence._alone.isVisibleTo(page)
    person(services, client, "Auditor B", Role.AUDITOR)
    assert cells(page.independence.table)[1] == ["Purchasing", "owns it", "may audit"]
    assert not page.independence._alone.isVisibleTo(page)


def test_missing_things_lead_to_their_rows(page: TeamPage, services: Services, client: ClientId) -> None:
    made = process(services, client)
    person(services, client)
    page.show_row(str(made))
    assert page.current_row() == made
    assert page.processes.ownerless()[0].id == made


def test_a_title_that_says_nothing_takes_the_one_above(services: Services) -> None:
    standard = services.standards.shelf.standard(STANDARD)
    clause = standard.by_number["8.4.1"]
    words = clause_words(standard, clause, "en", several=False)
    assert words.startswith("8.4.1  Control of externally provided")
    assert words.endswith(": general")


def test_access_keys_are_unique(page: TeamPage, services: Services, client: ClientId) -> None:
    person(services, client)
    process(services, client)
    texts = [label.text() for label in page.findChildren(QLabel) if label.buddy() is not None]
    keys = Counter(text[text.index("&") + 1].casefold() for text in texts if "&" in text)
    assert sum(keys.values()) == 11
    assert max(keys.values()) == 1


def test_the_keyboard_goes_as_the_eye_does(page: TeamPage, services: Services, client: ClientId) -> None:
    """U26: fields, roles, competence, then the processes, then the foot."""
    person(services, client)
    process(services, client)
    people = page.people
    walk = [
        people.add_button,
        people.table,
        people.form.fields["name"].control,
        people.form.fields["hours_a_week"].control,
        people.roles.pills()[0],
        people.roles.pills()[-1],
        people.form.fields["competence"].control,
        page.processes.table,
        page.processes.card.clauses.list,
        page.independence.table,
        page.foot.back,
        page.foot.next,
    ]
    widget, place = page.nextInFocusChain(), 0
    order: dict[object, int] = {}
    while widget is not page:
        order[widget] = place
        widget, place = widget.nextInFocusChain(), place + 1
    places = [order[stop] for stop in walk]
    assert places == sorted(places)


@pytest.mark.parametrize("width", [560, 860, 1600, 2600])
def test_all_roles_are_to_be_seen_at_any_width(
    page: TeamPage, services: Services, client: ClientId, width: int
) -> None:
    person(services, client)
    window = page.window()
    window.resize(width, 700)
    page.resize(width, 700)
    QTest.qWait(20)
    roles = page.people.roles
    assert all(roles.rect().contains(pill.geometry().translated(pill.parentWidget().pos())) for pill in roles.pills())
