"""Clients with responsibilities: nobody and nothing yet, shared out as usual, and where there is too much of everything."""

from collections.abc import Callable
from pathlib import Path

from situations import HOSTILE, LONG_NAME, STANDARD, Situation

from isodesk.domain.people import Role
from isodesk.domain.responsibility import Duty, Letter, read
from isodesk.services.clients import NewClient
from isodesk.services.workspace import Services

KEY = "responsibility-matrix"


def empty(services: Services, _folder: Path) -> Situation:
    """A form for the pen."""
    return Situation(services.clients.create(NewClient("Вектор", STANDARD, "ru")), None)


def typical(services: Services, _folder: Path) -> Situation:
    """Processes with owners, one of them left open; a role that nobody has; clauses by their questions."""
    client = services.clients.create(NewClient("ООО «Вымпел»", STANDARD, "ru", 18))
    services.clients.change(client, head_post="Генеральный директор", head_name="Соколов Андрей Викторович")
    services.clients.exclude(client, STANDARD, "8.3", "Изделия делаются по чертежам заказчика.")
    team = (
        ("Соколов Андрей Викторович", "Генеральный директор", {Role.HEAD}),
        ("Иванова А. А.", "Менеджер по качеству", {Role.QUALITY, Role.AUDITOR, Role.DOCUMENTS}),
        ("Громов П. П.", "Снабженец", {Role.PURCHASING, Role.AUDITOR}),
    )
    people = []
    for name, post, roles in team:
        person = services.team.add_person(client, name, post)
        services.team.set_roles(client, person, frozenset(roles))
        people.append(person)
    described = (
        ("Управление системой", people[1], ("4", "5", "6", "9", "10", "7.5")),
        ("Закупки", people[2], ("8.4",)),
        ("Производство", None, ("8.5.1", "8.7")),
    )
    processes = []
    for name, owner, clauses in described:
        process = services.team.add_process(client, name)
        services.team.change_process(client, process, owner_id=owner)
        services.team.set_clauses(client, process, frozenset((STANDARD, clause) for clause in clauses))
        processes.append(process)
    services.responsibilities.propose(client)
    services.responsibilities.set_cells(client, {(Duty(processes[2]), Role.PRODUCTION): read("R")})
    services.responsibilities.propose(client, services.standards.first(client))
    return Situation(client, None)


def extreme(services: Services, _folder: Path) -> Situation:
    """Twenty processes with names too long, all roles in one hand, letters everywhere."""
    client = services.clients.create(NewClient((HOSTILE + LONG_NAME)[:300], STANDARD, "ru", 50, is_sample=True))
    person = services.team.add_person(client, (HOSTILE + LONG_NAME)[:300], LONG_NAME[:300])
    services.team.set_roles(client, person, frozenset(Role))
    duties = []
    for index in range(20):
        process = services.team.add_process(client, (f"{index + 1} " + HOSTILE + LONG_NAME)[:300])
        services.team.set_clauses(client, process, frozenset({(STANDARD, str(index % 7 + 4))}))
        duties.append(Duty(process))
    letters = [*(read(letter.value) for letter in Letter), read("RA")]
    services.responsibilities.set_cells(
        client,
        {
            (duty, role): letters[(row + column) % len(letters)]
            for row, duty in enumerate(duties)
            for column, role in enumerate(Role)
        },
    )
    services.responsibilities.propose(client, services.standards.first(client))
    return Situation(client, None)


SITUATIONS: dict[str, Callable[[Services, Path], Situation]] = {
    "empty": empty,
    "typical": typical,
    "extreme": extreme,
}
