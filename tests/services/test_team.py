"""People, roles, processes: added at the end, changed, removed without breaking what names them."""

import pytest
from builders import STANDARD, audit, person, process

from isodesk.domain.keys import ClientId, PersonId, ProcessId
from isodesk.domain.people import Role
from isodesk.errors import InvalidInput, NotFound
from isodesk.services.workspace import Services


def test_people_have_roles_and_hours(services: Services, client: ClientId) -> None:
    anna = person(services, client, "Анна <b>", Role.HEAD, Role.QUALITY)
    services.team.change_person(client, anna, post="директор", hours_a_week=2.5, email="a@b.ru")
    services.team.set_roles(client, anna, frozenset({Role.QUALITY, Role.HR}))

    (view,) = services.team.people(client)
    assert (view.name, view.post, view.hours_a_week, view.email) == ("Анна <b>", "директор", 2.5, "a@b.ru")
    assert view.roles == {Role.QUALITY, Role.HR}


@pytest.mark.parametrize("hours", [-1, 168.5])
def test_a_week_has_so_many_hours(services: Services, client: ClientId, hours: float) -> None:
    anna = person(services, client)
    with pytest.raises(InvalidInput) as caught:
        services.team.change_person(client, anna, hours_a_week=hours)
    assert caught.value.field == "hours_a_week"
    services.team.change_person(client, anna, hours_a_week=0)


@pytest.mark.parametrize("name", ["", " \n", "x" * 301])
def test_names_of_people_and_processes_are_checked(services: Services, client: ClientId, name: str) -> None:
    anna, buying = person(services, client, "я" * 300), process(services, client)
    for attempt in (
        lambda: services.team.add_person(client, name),
        lambda: services.team.change_person(client, anna, name=name),
        lambda: services.team.add_process(client, name),
        lambda: services.team.change_process(client, buying, name=name),
    ):
        with pytest.raises(InvalidInput) as caught:
            attempt()
        assert caught.value.field == "name"


def test_who_comes_last_stands_last(services: Services, client: ClientId) -> None:
    people = [person(services, client, name) for name in "абвг"]
    processes = [process(services, client, name) for name in "абвг"]
    for gone in (0, 1):
        services.team.archive_person(client, people[gone])
        services.team.archive_process(client, processes[gone])
    person(services, client, "д")
    process(services, client, "д")
    services.team.propose_processes(client, (("е", ((STANDARD, "8.1"),)), ("ж", ())))

    assert [view.name for view in services.team.people(client)] == ["в", "г", "д"]
    assert [view.name for view in services.team.processes(client)] == ["в", "г", "д", "е", "ж"]
    services.history.undo()
    services.history.undo()
    services.history.undo()
    services.history.undo()
    services.history.undo()
    services.history.undo()
    assert [view.name for view in services.team.processes(client)] == ["б", "в", "г"]


def test_someone_who_leaves_owns_nothing_but_stays_named(services: Services, client: ClientId) -> None:
    anna = person(services, client, "Анна")
    buying = process(services, client, owner=anna)
    audit_ = audit(services, client, buying, lead=anna)
    assert services.team.processes(client)[0].owner_name == "Анна"
    services.team.archive_person(client, anna)

    assert services.team.people(client) == ()
    assert services.team.processes(client)[0].owner is None
    assert services.audits.get(audit_).lead_name == "Анна"


def test_clauses_of_a_process_are_exactly_those_given(services: Services, client: ClientId) -> None:
    buying = process(services, client, clauses=("8.4", "8.10", "8.9"))
    assert services.team.processes(client)[0].clauses == ((STANDARD, "8.4"), (STANDARD, "8.9"), (STANDARD, "8.10"))
    services.team.set_clauses(client, buying, frozenset({(STANDARD, "8.4")}))
    assert services.team.processes(client)[0].clauses == ((STANDARD, "8.4"),)


def test_who_is_not_there_is_said(services: Services, client: ClientId) -> None:
    for attempt in (
        lambda: services.team.change_person(client, PersonId("gone"), name="x"),
        lambda: services.team.archive_person(client, PersonId("gone")),
        lambda: services.team.change_process(client, ProcessId("gone"), name="x"),
        lambda: services.team.archive_process(client, ProcessId("gone")),
    ):
        with pytest.raises(NotFound):
            attempt()
