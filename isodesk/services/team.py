"""People with their roles, processes with their owners and clauses."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from isodesk.domain.events import TeamChanged
from isodesk.domain.keys import ClientId, PersonId, ProcessId, clause_order
from isodesk.domain.people import Role
from isodesk.errors import InvalidInput, NotFound
from isodesk.i18n import N_
from isodesk.services.fields import LONG, clean, cleaned, folded
from isodesk.services.history import History
from isodesk.services.usual_processes import Pairs
from isodesk.storage import clients, team
from isodesk.storage.tables import PersonRoleRow, PersonRow, ProcessClauseRow, ProcessRow
from isodesk.storage.work import Work, Workshop

_PERSON_LIMITS: Final = {"name": 300, "post": 300, "email": 200, "phone": 100, "competence": LONG}
_PROCESS_LIMITS: Final = {"name": 300}


@dataclass(frozen=True, slots=True)
class PersonView:
    """Someone of the team."""

    id: PersonId
    name: str
    post: str
    email: str
    phone: str
    competence: str
    hours_a_week: float
    roles: frozenset[Role]


@dataclass(frozen=True, slots=True)
class ProcessView:
    """A process with its owner and the clauses it carries, as (standard, clause) in order."""

    id: ProcessId
    name: str
    owner: PersonId | None
    owner_name: str
    clauses: tuple[tuple[str, str], ...]


class Team:
    """Reads and changes people and processes; every change is a step that can be undone."""

    def __init__(self, workshop: Workshop, history: History) -> None:
        self._workshop = workshop
        self._history = history

    def people(self, client: ClientId) -> tuple[PersonView, ...]:
        """People in their order."""
        with self._workshop.read() as session:
            roles = team.roles_of_client(session, client)
            return tuple(_person_view(row, roles.get(row.id, [])) for row in team.people(session, client))

    def processes(self, client: ClientId) -> tuple[ProcessView, ...]:
        """Processes in their order."""
        with self._workshop.read() as session:
            clauses = team.clauses_of_client(session, client)
            names = team.names(session, client)
            return tuple(
                ProcessView(
                    ProcessId(row.id),
                    row.name,
                    PersonId(row.owner_id) if row.owner_id else None,
                    names.get(row.owner_id or "", ""),
                    tuple(sorted(clauses.get(row.id, []), key=lambda pair: (pair[0], clause_order(pair[1])))),
                )
                for row in team.processes(session, client)
            )

    def add_person(self, client: ClientId, name: str, post: str = "") -> PersonId:
        """A new person at the end. Raises InvalidInput."""
        kept = cleaned({"name": name, "post": post}, _PERSON_LIMITS, frozenset({"name"}))
        with self._history.step(N_("add {name}"), name=kept["name"]) as work:
            row = PersonRow(client_id=client, position=clients.next_position(work.session, PersonRow, client), **kept)
            work.session.add(row)
            work.record(TeamChanged(client))
            return PersonId(row.id)

    def change_person(self, client: ClientId, person: PersonId, **values: object) -> None:
        """Changes fields of a person. Raises InvalidInput."""
        kept = cleaned(values, _PERSON_LIMITS, frozenset({"name"}))
        hours = kept.get("hours_a_week")
        if isinstance(hours, (int, float)) and not 0 <= hours <= 168:
            raise InvalidInput("hours_a_week", N_("A week has 168 hours."), N_("Enter a number from 0 to 168."))
        with self._history.step(N_("change a person")) as work:
            row = _person(work, person)
            for field, value in kept.items():
                setattr(row, field, value)
            work.record(TeamChanged(client))

    def set_roles(self, client: ClientId, person: PersonId, roles: frozenset[Role]) -> None:
        """Gives a person exactly these roles."""
        with self._history.step(N_("change the roles of {name}"), name=self._name(person)) as work:
            held = {row.role: row for row in team.roles(work.session, person)}
            for role in roles - held.keys():
                work.session.add(PersonRoleRow(person_id=person, role=role.value))
            for name in held.keys() - roles:
                work.session.delete(held[name])
            work.record(TeamChanged(client))

    def archive_person(self, client: ClientId, person: PersonId) -> None:
        """Removes a person from the team; records keep the name, processes lose the owner."""
        with self._history.step(N_("remove {name}"), name=self._name(person)) as work:
            _person(work, person).archived_at = work.now
            for process in team.processes(work.session, client):
                if process.owner_id == person:
                    process.owner_id = None
            work.record(TeamChanged(client))

    def add_process(self, client: ClientId, name: str) -> ProcessId:
        """A new process at the end. Raises InvalidInput."""
        kept = clean("name", name, _PROCESS_LIMITS["name"], required=True)
        with self._history.step(N_("add the process “{name}”"), name=kept) as work:
            row = ProcessRow(
                client_id=client, position=clients.next_position(work.session, ProcessRow, client), name=kept
            )
            work.session.add(row)
            work.record(TeamChanged(client))
            return ProcessId(row.id)

    def change_process(self, client: ClientId, process: ProcessId, **values: object) -> None:
        """Changes name or owner (`owner_id`) of a process. Raises InvalidInput."""
        kept = cleaned({k: v for k, v in values.items() if k != "owner_id"}, _PROCESS_LIMITS, frozenset({"name"}))
        if "owner_id" in values:
            kept["owner_id"] = values["owner_id"]
        with self._history.step(N_("change a process")) as work:
            row = _process(work, process)
            for field, value in kept.items():
                setattr(row, field, value)
            work.record(TeamChanged(client))

    def set_clauses(self, client: ClientId, process: ProcessId, clauses: frozenset[tuple[str, str]]) -> None:
        """Makes a process carry exactly these (standard, clause)."""
        self.share_clauses(client, {process: clauses})

    def share_clauses(self, client: ClientId, carried: Mapping[ProcessId, frozenset[tuple[str, str]]]) -> None:
        """Makes several processes carry exactly these (standard, clause), in one step."""
        with self._history.step(N_("change the clauses of a process")) as work:
            for process, clauses in carried.items():
                held = {(row.standard, row.clause): row for row in team.clauses(work.session, process)}
                for standard, clause in sorted(clauses - held.keys()):
                    work.session.add(ProcessClauseRow(process_id=process, standard=standard, clause=clause))
                for pair in held.keys() - clauses:
                    work.session.delete(held[pair])
            work.record(TeamChanged(client))

    def archive_process(self, client: ClientId, process: ProcessId) -> None:
        """Removes a process; audits that covered it keep it."""
        with self._history.step(N_("remove a process")) as work:
            _process(work, process).archived_at = work.now
            work.record(TeamChanged(client))

    def propose_processes(self, client: ClientId, proposals: Iterable[tuple[str, Pairs]]) -> None:
        """Adds several processes with their clauses in one step: the usual ones of a small firm. A process of the same
        name gets the clauses beside those it carries."""
        with self._history.step(N_("add the usual processes")) as work:
            known = {folded(row.name.strip()): row for row in team.processes(work.session, client)}
            position = clients.next_position(work.session, ProcessRow, client)
            for offset, (name, clauses) in enumerate(proposals):
                row = known.get(folded(name.strip()))
                if row is None:
                    row = ProcessRow(client_id=client, position=position + offset, name=name)
                    work.session.add(row)
                for standard, clause in clauses:
                    work.session.add(ProcessClauseRow(process_id=row.id, standard=standard, clause=clause))
            work.record(TeamChanged(client))

    def _name(self, person: PersonId) -> str:
        with self._workshop.read() as session:
            row = session.get(PersonRow, person)
            return row.name if row else ""


def _person_view(row: PersonRow, roles: list[str]) -> PersonView:
    return PersonView(
        PersonId(row.id),
        row.name,
        row.post,
        row.email,
        row.phone,
        row.competence,
        row.hours_a_week,
        frozenset(Role(role) for role in roles),
    )


def _person(work: Work, person: PersonId) -> PersonRow:
    row = work.session.get(PersonRow, person)
    if row is None:
        raise NotFound(N_("This person is no longer there."), N_("Choose another one from the list."))
    return row


def _process(work: Work, process: ProcessId) -> ProcessRow:
    row = work.session.get(ProcessRow, process)
    if row is None:
        raise NotFound(N_("This process is no longer there."), N_("Choose another one from the list."))
    return row
