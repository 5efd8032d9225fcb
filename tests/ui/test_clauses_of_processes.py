"""The matrix of clauses and processes on page 1.3, and the staff of shifts on page 1.1."""

from collections.abc import Iterator
from time import perf_counter
from typing import cast

import pytest
from builders import STANDARD, person, process
from cases import shown_page
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from isodesk.domain.keys import ClientId, ProcessId
from isodesk.services.workspace import Services
from isodesk.ui.models.matrix import MatrixCell
from isodesk.ui.pages.organisation import OrganisationPage
from isodesk.ui.pages.team import TeamPage

KEYS = Qt.Key


@pytest.fixture
def bought(services: Services, client: ClientId) -> ProcessId:
    return process(services, client, "Закупки", ("8.4.1",))


@pytest.fixture
def sold(services: Services, client: ClientId, bought: ProcessId) -> ProcessId:
    return process(services, client, "Сбыт", ("8.2",))


@pytest.fixture
def page(services: Services, client: ClientId, bought: ProcessId, sold: ProcessId, qtbot: QtBot) -> Iterator[TeamPage]:
    with shown_page(TeamPage, services, client) as made:
        yield cast("TeamPage", made)


def carried(services: Services, client: ClientId, process: ProcessId) -> set[str]:
    return {clause for view in services.team.processes(client) if view.id == process for _key, clause in view.clauses}


def cell(page: TeamPage, clause: str, process: ProcessId) -> MatrixCell:
    model = page.clauses.grid.model_
    return model.cell(model.index(*model.place_of(clause, process)))


def click(page: TeamPage, clause: str, process: ProcessId, held: Qt.KeyboardModifier | None = None) -> None:
    grid = page.clauses.grid
    index = grid.model_.index(*grid.model_.place_of(clause, process))
    grid.scrollTo(index)
    modifier = held or Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, modifier, grid.visualRect(index).center())


def test_a_click_gives_a_clause_and_takes_it_away(
    page: TeamPage, services: Services, client: ClientId, bought: ProcessId
) -> None:
    assert cell(page, "8.4", bought).words == "carried in part"
    click(page, "8.4", bought)
    assert carried(services, client, bought) == {"8.4"}
    assert cell(page, "8.4", bought).words == "carried"
    click(page, "8.4", bought)
    assert carried(services, client, bought) == set()
    services.history.undo()
    assert carried(services, client, bought) == {"8.4"}


def test_space_gives_a_range_to_several_processes_in_one_step(
    page: TeamPage, services: Services, client: ClientId, bought: ProcessId, sold: ProcessId
) -> None:
    grid = page.clauses.grid
    grid.setFocus()
    grid.select(("8.4", bought), ("8.5", sold))
    QTest.keyClick(grid, KEYS.Key_Space)
    assert carried(services, client, bought) == {"8.4", "8.5"}
    assert carried(services, client, sold) == {"8.2", "8.4", "8.5"}
    services.history.undo()
    assert (carried(services, client, bought), carried(services, client, sold)) == ({"8.4.1"}, {"8.2"})
    click(page, "8.4", bought)
    QTest.keyClick(grid, KEYS.Key_Delete)
    assert carried(services, client, bought) == set()


def test_shift_and_click_only_select(page: TeamPage, services: Services, client: ClientId, bought: ProcessId) -> None:
    click(page, "8.4", bought)
    click(page, "8.6", bought, Qt.KeyboardModifier.ShiftModifier)
    assert carried(services, client, bought) == {"8.4"}
    assert len(page.clauses.grid.chosen()) == 3


def test_clauses_that_nobody_carries_are_counted_and_marked(
    page: TeamPage, services: Services, client: ClientId, bought: ProcessId
) -> None:
    heads = {head.key: head for head in page.clauses.grid.model_.down}
    assert heads["8.6"].sign is not None
    assert heads["8.6"].sign.icon == "warning"
    assert "clauses are carried by no process: 4.1, " in page.clauses.said.text()
    assert page.clauses.said.text().endswith("Carried only in part: 8.4.")
    services.clients.exclude(client, STANDARD, "8.3", "Чертежи заказчика")
    assert "8.3" not in page.clauses.said.text()
    click(page, "8.3", bought)
    assert "8.3" not in carried(services, client, bought)
    services.team.set_clauses(client, bought, frozenset((STANDARD, str(number)) for number in range(4, 11)))
    assert page.clauses.said.text() == "Every clause that applies is carried by a process."


def test_the_card_of_the_process_and_the_matrix_keep_in_step(
    page: TeamPage, services: Services, client: ClientId, bought: ProcessId
) -> None:
    page.show_row(str(bought))
    click(page, "8.6", bought)
    assert (STANDARD, "8.6") in page.processes.card.clauses.checked()
    page.processes.card.clauses.set_checked({(STANDARD, "8.7")})
    page.processes.card.clauses_changed.emit(page.processes.card.clauses.checked())
    assert cell(page, "8.7", bought).words == "carried"
    assert cell(page, "8.6", bought).words == "not carried"


def test_a_clause_below_one_that_is_carried_can_be_given_up(
    page: TeamPage, services: Services, client: ClientId, bought: ProcessId
) -> None:
    services.team.set_clauses(client, bought, frozenset({(STANDARD, "8")}))
    click(page, "8.4", bought)
    assert cell(page, "8.4", bought).words == "not carried"
    assert cell(page, "8.5", bought).words == "carried"


def test_four_standards_stay_fast_and_can_be_chosen(page: TeamPage, services: Services, client: ClientId) -> None:
    for key in ("iso-14001-2026", "iso-45001-2018", "iso-iec-27001-2022"):
        services.adoptions.add(client, key)
    for number in range(10):
        process(services, client, f"Процесс {number}", ("8.1", "7.2", "9.1"))
    assert page.clauses.standard.isVisibleTo(page)
    best = 1.0
    for _attempt in range(5):
        before = perf_counter()
        page.clauses.refresh(services.team.processes(client))
        best = min(best, perf_counter() - before)
    assert best < 0.05
    page.clauses.standard.set_value("iso-iec-27001-2022")
    page.clauses.standard.picked.emit("iso-iec-27001-2022")
    assert page.clauses.grid.model_.down[-1].key == "A.8"


def test_without_processes_there_is_no_matrix(services: Services, client: ClientId, qtbot: QtBot) -> None:
    with shown_page(TeamPage, services, client) as made:
        own = cast("TeamPage", made)
        person(services, client)
        assert not own.clauses.isVisibleTo(own)


@pytest.fixture
def firm(services: Services, client: ClientId, qtbot: QtBot) -> Iterator[OrganisationPage]:
    services.clients.change(client, staff=18, shifts=2)
    site = services.clients.add_site(client, "Цех")
    services.clients.change_site(client, site, staff=13)
    with shown_page(OrganisationPage, services, client) as made:
        yield cast("OrganisationPage", made)


def test_staff_of_shifts_is_typed_and_compared(firm: OrganisationPage, services: Services, client: ClientId) -> None:
    site = services.clients.sites(client)[0].id
    field = firm.shifts.fields[site, 1]
    assert field.text() == "–"
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "8")
    QTest.keyClick(field, KEYS.Key_Return)
    assert services.clients.sites(client)[0].shifts == (8,)
    assert firm.shifts.notes[site].text() == "together 8; the site has 13"
    firm.shifts.fields[site, 2].setValue(5)
    assert firm.shifts.notes[site].text() == "together 13"
    assert firm.shifts.total.text() == "All sites: 13; the firm has 18. Check which number is right."
    services.clients.change(client, staff=13)
    assert firm.shifts.total.text() == "All sites: 13"
    services.history.undo()
    services.history.undo()
    assert firm.shifts.fields[site, 2].value() == 0


def test_as_many_fields_as_shifts(firm: OrganisationPage, services: Services, client: ClientId) -> None:
    site = services.clients.sites(client)[0].id
    services.clients.change(client, shifts=4)
    assert len(firm.shifts.fields) == 4
    services.site_shifts.change(client, site, {4: 2})
    services.clients.change(client, shifts=1)
    assert len(firm.shifts.fields) == 4
    services.site_shifts.change(client, site, {4: 0})
    assert not firm.shifts.isVisibleTo(firm)
    services.clients.change(client, shifts=2)
    services.clients.archive_site(client, site)
    assert not firm.shifts.isVisibleTo(firm)


def test_a_second_site_has_a_row_of_its_own(firm: OrganisationPage, services: Services, client: ClientId) -> None:
    other = services.clients.add_site(client, "Склад <b>&")
    assert len(firm.shifts.fields) == 4
    assert firm.shifts.fields[other, 2].accessibleName() == "Склад <b>&, shift 2"
