"""The responsibility matrix, clauses that processes carry, and the staff of shifts."""

import pytest
from builders import STANDARD, person, process, rows

from isodesk.domain.journey import Page, PageState, state_of
from isodesk.domain.keys import ClientId, ProcessId
from isodesk.domain.people import Role
from isodesk.domain.responsibility import NOTHING, Carried, Duty, Fault, Letter, read
from isodesk.domain.samples import Sample
from isodesk.errors import InvalidInput, NotFound
from isodesk.services import sample
from isodesk.services.clause_rows import carrying, clauses_of, coverage
from isodesk.services.clients import NewClient
from isodesk.services.responsibilities import DutyView, Matrix
from isodesk.services.workspace import Services


def row(matrix: Matrix, duty: Duty) -> DutyView:
    return next(view for view in matrix.rows if view.duty == duty)


def clause(number: str) -> Duty:
    return Duty(standard=STANDARD, clause=number)


def by_clause(services: Services, client: ClientId, language: str = "en") -> Matrix:
    return services.responsibilities.by_clause(client, services.standards.first(client), language)


def without_accountable(services: Services, client: ClientId) -> int:
    facts = services.overview.view(client, "en").facts
    matrix = services.responsibilities.by_process(client)
    counted = sum(Fault.NO_ACCOUNTABLE in view.faults for view in matrix.rows)
    assert facts.processes_without_accountable == counted
    return counted


def test_a_cell_takes_letters_and_gives_them_back(services: Services, client: ClientId) -> None:
    bought = Duty(process(services, client))
    cell = (bought, Role.PURCHASING)
    services.responsibilities.toggle(client, [cell], Letter.DOES)
    services.responsibilities.toggle(client, [cell], Letter.ANSWERS)
    view = row(services.responsibilities.by_process(client), bought)
    assert view.letters == {Role.PURCHASING: read("RA")}
    assert view.faults == ()
    services.responsibilities.toggle(client, [cell], Letter.TOLD)
    assert row(services.responsibilities.by_process(client), bought).letters == {Role.PURCHASING: read("I")}
    services.responsibilities.clear(client, [cell])
    assert row(services.responsibilities.by_process(client), bought).is_empty
    services.history.undo()
    assert row(services.responsibilities.by_process(client), bought).letters == {Role.PURCHASING: read("I")}


def test_several_cells_are_one_step_and_take_the_same_letter(services: Services, client: ClientId) -> None:
    first, second = Duty(process(services, client)), Duty(process(services, client, "Сбыт"))
    service = services.responsibilities
    service.toggle(client, [(first, Role.HEAD)], Letter.TOLD)
    both = [(first, Role.HEAD), (second, Role.HEAD)]
    service.toggle(client, both, Letter.TOLD)
    assert [view.letters for view in service.by_process(client).rows] == [{Role.HEAD: read("I")}] * 2
    service.toggle(client, both, Letter.TOLD)
    assert all(view.is_empty for view in service.by_process(client).rows)
    services.history.undo()
    assert not any(view.is_empty for view in service.by_process(client).rows)
    assert "(2)" in str(services.history.redoable and services.history.redoable.fields)


def test_letters_that_cannot_stand_together_are_a_fault_of_the_program(services: Services, client: ClientId) -> None:
    cell = (Duty(process(services, client)), Role.HEAD)
    with pytest.raises(ValueError, match="cannot stand"):
        services.responsibilities.set_cells(client, {cell: read("RC")})


@pytest.mark.parametrize(
    "duty", [Duty(ProcessId("no")), clause("99.9"), clause("8.4.1"), Duty(standard="x", clause="4.1")]
)
def test_a_row_that_is_not_there_is_refused(services: Services, client: ClientId, duty: Duty) -> None:
    before = rows(services)
    with pytest.raises(NotFound, match="no longer there"):
        services.responsibilities.set_cells(client, {(duty, Role.HEAD): read("A")})
    assert rows(services) == before


def test_what_the_journey_counts_is_what_the_matrix_shows(services: Services, client: ClientId) -> None:
    first, second = process(services, client), process(services, client, "Сбыт")
    assert without_accountable(services, client) == 2
    services.responsibilities.set_cells(client, {(Duty(first), Role.HEAD): read("RA")})
    assert without_accountable(services, client) == 1
    facts = services.overview.view(client, "en").facts
    assert state_of(Page.RESPONSIBILITIES, facts) is PageState.UNDER_WAY
    services.responsibilities.set_cells(client, {(Duty(second), Role.SALES): read("A")})
    assert without_accountable(services, client) == 0
    assert state_of(Page.RESPONSIBILITIES, services.overview.view(client, "en").facts) is PageState.DONE
    services.team.archive_process(client, first)
    assert without_accountable(services, client) == 0
    services.responsibilities.clear(client, [(Duty(second), Role.SALES)])
    assert without_accountable(services, client) == 1


def test_roles_that_somebody_has_come_first_with_names(services: Services, client: ClientId) -> None:
    person(services, client, "Б", Role.PURCHASING)
    person(services, client, "А", Role.PURCHASING, Role.QUALITY)
    bought = Duty(process(services, client))
    services.responsibilities.set_cells(client, {(bought, Role.IT): read("I")})
    matrix = services.responsibilities.by_process(client)
    assert [(view.role, view.holders) for view in matrix.shown_roles] == [
        (Role.QUALITY, ("А",)),
        (Role.PURCHASING, ("Б", "А")),
        (Role.IT, ()),
    ]
    assert matrix.vacant == (Role.IT,)
    assert len(matrix.roles) == len(Role)


def test_a_process_is_proposed_to_its_owner_and_nothing_written_changes(services: Services, client: ClientId) -> None:
    buyer = person(services, client, "Громов", Role.AUDITOR, Role.PURCHASING)
    person(services, client, "Иванова", Role.QUALITY)
    bought, kept = process(services, client, owner=buyer), process(services, client, "Сбыт", owner=buyer)
    lost = process(services, client, "Склад")
    services.responsibilities.set_cells(client, {(Duty(kept), Role.HEAD): read("I")})
    assert services.responsibilities.propose(client) == 1
    matrix = services.responsibilities.by_process(client)
    assert row(matrix, Duty(bought)).letters[Role.PURCHASING] == read("RA")
    assert row(matrix, Duty(bought)).faults == ()
    assert row(matrix, Duty(kept)).letters == {Role.HEAD: read("I")}
    assert row(matrix, Duty(lost)).is_empty
    services.history.undo()
    assert row(services.responsibilities.by_process(client), Duty(bought)).is_empty
    assert not row(services.responsibilities.by_process(client), Duty(kept)).is_empty


def test_clauses_are_proposed_by_their_questions(services: Services, client: ClientId) -> None:
    for name, role in (("А", Role.HEAD), ("Б", Role.QUALITY), ("В", Role.AUDITOR), ("Г", Role.PURCHASING)):
        person(services, client, name, role)
    standard = services.standards.first(client)
    matrix = by_clause(services, client)
    assert services.responsibilities.propose(client, standard) == len(matrix.rows) > 20
    found = by_clause(services, client)
    assert found.incomplete == 0
    assert found.vacant == ()
    answering = {
        view.duty.clause: next(role for role, letters in view.letters.items() if Letter.ANSWERS in letters)
        for view in found.rows
    }
    assert {answering[number] for number in ("5.1", "5.2", "5.3", "9.3")} == {Role.HEAD}
    assert answering["8.4"] is Role.PURCHASING
    assert answering["9.2"] is Role.QUALITY
    assert Letter.DOES in row(found, clause("9.2")).letters[Role.AUDITOR]
    assert services.responsibilities.propose(client, standard) == 0


def test_an_excluded_clause_is_no_row(services: Services, client: ClientId) -> None:
    assert "8.3" in {view.duty.clause for view in by_clause(services, client).rows}
    services.clients.exclude(client, STANDARD, "8.3", "Чертежи заказчика")
    assert "8.3" not in {view.duty.clause for view in by_clause(services, client).rows}


def test_rows_of_every_shipped_standard(services: Services) -> None:
    """Down to what can be read on one screen; the annex of controls by its sections."""
    for heading in services.standards.shelf.headings():
        standard = services.standards.shelf.standard(heading.key)
        numbers = [found.number for found in clauses_of(standard)]
        assert 5 <= len(numbers) <= 45, (heading.key, len(numbers))
        assert len(set(numbers)) == len(numbers)
    security = [c.number for c in clauses_of(services.standards.shelf.standard("iso-iec-27001-2022"))]
    assert [number for number in security if number.startswith("A")] == ["A.5", "A.6", "A.7", "A.8"]


def test_clauses_that_no_process_carries(services: Services, client: ClientId) -> None:
    bought = process(services, client, clauses=("8.4", "4.4.1", "7"))
    standard = services.standards.first(client)
    services.clients.exclude(client, STANDARD, "8.3", "Чертежи заказчика")
    found = {
        c.number: c
        for c in coverage(standard, services.team.processes(client), services.clients.exclusions(client), "en")
    }
    assert found["8.4"].by == {bought: Carried.FULL}
    assert found["7.5"].whole is Carried.FULL
    assert found["4.4"].whole is Carried.PARTLY if standard.by_number.get("4.4.2") else True
    assert found["8.5"].is_left
    assert not found["8.3"].is_left
    view = services.team.processes(client)[0]
    off = carrying(view, standard, ["7.5"], on=False)
    assert (STANDARD, "7") not in off
    assert {(STANDARD, "7.1"), (STANDARD, "7.4"), (STANDARD, "8.4")} <= off
    services.team.share_clauses(client, {bought: carrying(view, standard, ["8.5", "8.6"], on=True)})
    assert {(STANDARD, "8.5"), (STANDARD, "8.6")} <= set(services.team.processes(client)[0].clauses)
    services.history.undo()
    assert services.team.processes(client)[0] == view


def test_staff_of_shifts_is_kept_with_the_site_and_copied(services: Services, client: ClientId) -> None:
    site = services.clients.add_site(client, "Цех")
    services.site_shifts.change(client, site, {1: 8, 3: 2})
    assert services.clients.sites(client)[0].shifts == (8, 0, 2)
    services.site_shifts.change(client, site, {3: 0})
    assert services.clients.sites(client)[0].shifts == (8,)
    other = services.clients.create(NewClient("Копия", STANDARD, "ru", template=client))
    assert services.clients.sites(other)[0].shifts == (8,)
    services.history.undo()
    assert services.clients.sites(client)[0].shifts == (8, 0, 2)
    for wrong in ({0: 1}, {5: 1}, {1: -1}, {1: 100_001}):
        with pytest.raises(InvalidInput, match="from 0 to"):
            services.site_shifts.change(client, site, wrong)
    services.clients.archive_site(client, site)
    with pytest.raises(NotFound):
        services.site_shifts.change(client, site, {1: 1})


def test_nothing_chosen_is_no_step(services: Services, client: ClientId) -> None:
    before = services.history.undoable
    services.responsibilities.set_cells(client, {})
    assert services.responsibilities.propose(client) == 0
    assert services.history.undoable is before
    assert read("") == NOTHING


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("which", list(Sample))
def test_samples_are_shared_out(services: Services, language: str, which: Sample) -> None:
    """The beginner has one process left to give to somebody; all who work there stand in a shift."""
    client = sample.create(services, language, which)
    matrix = services.responsibilities.by_process(client)
    assert matrix.incomplete == (1 if which is Sample.BEGINNER else 0)
    assert matrix.vacant == ()
    assert by_clause(services, client, language).incomplete == 0
    sites = services.clients.sites(client)
    assert [sum(site.shifts) for site in sites] == [site.staff for site in sites]
    assert max(len(site.shifts) for site in sites) == services.clients.get(client).shifts
