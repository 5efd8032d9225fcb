"""The responsibility matrix: who does, answers for, is asked and is told, by process and by clause of each standard."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from isodesk.catalog.standard import Standard
from isodesk.domain import responsibility
from isodesk.domain.events import ResponsibilitiesChanged
from isodesk.domain.keys import ClientId, PersonId, ProcessId, is_within, section_of
from isodesk.domain.people import Role
from isodesk.domain.responsibility import NOTHING, Duty, Fault, Letter, Letters
from isodesk.errors import NotFound
from isodesk.i18n import N_
from isodesk.services.clause_rows import clauses_of, is_excluded
from isodesk.services.clients import Clients
from isodesk.services.history import History
from isodesk.services.standards import Standards
from isodesk.services.team import PersonView, ProcessView, Team
from isodesk.storage import responsibilities
from isodesk.storage.tables import ResponsibilityRow
from isodesk.storage.work import Session, Workshop

Cell = tuple[Duty, Role]
_AUDIT, _REVIEW, _LEADERSHIP = "9.2", "9.3", "5"


@dataclass(frozen=True, slots=True)
class RoleView:
    """A column: a role with the names of those who have it."""

    role: Role
    holders: tuple[str, ...]
    used: bool
    """Whether it has a letter anywhere in the matrix."""

    @property
    def is_vacant(self) -> bool:
        """It has letters, and nobody has the role."""
        return self.used and not self.holders


@dataclass(frozen=True, slots=True)
class DutyView:
    """A row: a process or a clause with the letters of each role."""

    duty: Duty
    title: str
    owner_name: str
    """Of a process."""
    letters: Mapping[Role, Letters]
    """Roles with a letter only."""

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What is missing."""
        return responsibility.faults(self.letters)

    @property
    def is_empty(self) -> bool:
        """Whether nobody has a letter."""
        return not self.letters


@dataclass(frozen=True, slots=True)
class Matrix:
    """Roles across, processes or the clauses of one standard down."""

    roles: tuple[RoleView, ...]
    """Those that somebody has first, each group in its usual order."""
    rows: tuple[DutyView, ...]

    @property
    def shown_roles(self) -> tuple[RoleView, ...]:
        """Roles that somebody has or that have letters."""
        return tuple(view for view in self.roles if view.holders or view.used)

    @property
    def vacant(self) -> tuple[Role, ...]:
        """Roles with letters that nobody has."""
        return tuple(view.role for view in self.roles if view.is_vacant)

    @property
    def incomplete(self) -> int:
        """Rows with a fault."""
        return sum(bool(row.faults) for row in self.rows)


class Responsibilities:
    """Reads and sets letters; every change is a step that can be undone."""

    def __init__(
        self, workshop: Workshop, history: History, standards: Standards, team: Team, clients: Clients
    ) -> None:
        self._workshop = workshop
        self._history = history
        self._standards = standards
        self._team = team
        self._clients = clients

    def by_process(self, client: ClientId) -> Matrix:
        """The client's processes against the roles."""
        with self._workshop.read() as session:
            held = _letters(responsibilities.of_processes(session, client))
        views = (
            DutyView(Duty(process.id), process.name, process.owner_name, held.get(Duty(process.id), {}))
            for process in self._team.processes(client)
        )
        return self._matrix(client, tuple(views))

    def by_clause(self, client: ClientId, standard: Standard, language: str) -> Matrix:
        """The clauses of one standard that apply against the roles."""
        with self._workshop.read() as session:
            held = _letters(responsibilities.of_clauses(session, client, standard.key))
        exclusions = self._clients.exclusions(client)
        rows = []
        for clause in clauses_of(standard):
            if not is_excluded(standard, clause.number, exclusions):
                duty = Duty(standard=standard.key, clause=clause.number)
                rows.append(DutyView(duty, clause.title(language), "", held.get(duty, {})))
        return self._matrix(client, tuple(rows))

    def toggle(self, client: ClientId, cells: Iterable[Cell], letter: Letter) -> None:
        """Puts a letter into all these cells, or takes it out where all have it; one step. Raises NotFound."""
        wanted = tuple(cells)
        with self._workshop.read() as session:
            held = _letters(responsibilities.every(session, client))
        now = {cell: held.get(cell[0], {}).get(cell[1], NOTHING) for cell in wanted}
        off = all(letter in letters for letters in now.values())
        self.set_cells(
            client,
            {
                cell: responsibility.toggled(letters, letter) if off or letter not in letters else letters
                for cell, letters in now.items()
            },
        )

    def set_cells(self, client: ClientId, cells: Mapping[Cell, Letters]) -> None:
        """Makes cells hold exactly these letters, in one step. Raises NotFound for a row that is not there, ValueError for
        letters that cannot stand together."""
        if not cells:
            return
        if not all(responsibility.is_sound(letters) for letters in cells.values()):
            message = "these letters cannot stand in one cell"
            raise ValueError(message)
        with self._history.step(N_("responsibility for {row}"), row=self._named(client, cells)) as work:
            self._refuse_unknown(work.session, client, {duty for duty, _role in cells})
            rows = {(_duty(row), row.role): row for row in responsibilities.every(work.session, client)}
            for (duty, role), letters in cells.items():
                row = rows.get((duty, role.value))
                if row is None and letters:
                    work.session.add(_row(client, duty, role, letters))
                elif row is not None and letters:
                    row.letters = responsibility.written(letters)
                elif row is not None:
                    work.session.delete(row)
            work.record(ResponsibilitiesChanged(client))

    def clear(self, client: ClientId, cells: Iterable[Cell]) -> None:
        """Empties cells in one step. Raises NotFound."""
        self.set_cells(client, dict.fromkeys(cells, NOTHING))

    def propose(self, client: ClientId, standard: Standard | None = None) -> int:
        """Fills the empty rows of the processes, or of a standard's clauses, and returns how many. One step.

        A process is answered for by its owner; a clause by the role that its questions name most. What somebody entered
        stays.
        """
        matrix = self.by_process(client) if standard is None else self.by_clause(client, standard, "en")
        people = self._team.people(client)
        found = self._by_owner(client, people) if standard is None else _by_questions(standard, people)
        proposed = {row.duty: found(row.duty) for row in matrix.rows if row.is_empty}
        cells = {(duty, role): letters for duty, row in proposed.items() for role, letters in row.items()}
        self.set_cells(client, cells)
        return sum(bool(row) for row in proposed.values())

    def _by_owner(self, client: ClientId, people: tuple[PersonView, ...]) -> "Proposing":
        asked = {
            (standard.key, clause.number): _asked(standard, clause.number)
            for standard in self._standards.of(client)
            for clause in standard.clauses
        }
        processes = {process.id: process for process in self._team.processes(client)}
        owners = {person.id: person for person in people}

        def propose(duty: Duty) -> dict[Role, Letters]:
            process = processes[duty.process or ProcessId("")]
            counted = sum((asked.get(pair, Counter()) for pair in process.clauses), Counter[Role]())
            owner = _acting(owners, process, counted)
            return responsibility.proposal(counted, _held(people), owner) if owner is not None else {}

        return propose

    def _matrix(self, client: ClientId, rows: tuple[DutyView, ...]) -> Matrix:
        used = {role for row in rows for role in row.letters}
        people = self._team.people(client)
        views = [
            RoleView(role, tuple(person.name for person in people if role in person.roles), role in used)
            for role in Role
        ]
        return Matrix(tuple(sorted(views, key=lambda view: not view.holders)), rows)

    def _named(self, client: ClientId, cells: Iterable[Cell]) -> str:
        duties = list(dict.fromkeys(duty for duty, _role in cells))
        processes = {view.id: view.name for view in self._team.processes(client)} if duties[0].process else {}
        first = duties[0].clause or processes.get(duties[0].process or ProcessId(""), "")
        return first if len(duties) == 1 else f"{first} … ({len(duties)})"

    def _refuse_unknown(self, session: Session, client: ClientId, duties: set[Duty]) -> None:
        processes = {process.id for process in self._team.processes(client)}
        clauses = {(s.key, clause.number) for s in self._standards.within(session, client) for clause in clauses_of(s)}
        for duty in duties:
            if duty.process not in processes and (duty.standard, duty.clause) not in clauses:
                raise NotFound(
                    N_("This row of the responsibility matrix is no longer there."),
                    N_("Choose another one from the list."),
                )


Proposing = Callable[[Duty], dict[Role, Letters]]


def _by_questions(standard: Standard, people: tuple[PersonView, ...]) -> Proposing:
    """The head answers for leadership and the review; auditors audit, and who is responsible for the system answers."""
    held = _held(people)

    def propose(duty: Duty) -> dict[Role, Letters]:
        owner = doer = None
        if standard.harmonized:
            if section_of(duty.clause) == _LEADERSHIP or is_within(duty.clause, _REVIEW):
                owner = Role.HEAD
            elif is_within(duty.clause, _AUDIT):
                owner, doer = Role.QUALITY, Role.AUDITOR
        return responsibility.proposal(_asked(standard, duty.clause), held, owner, doer)

    return propose


_FIRST: Final = (Role.HEAD, Role.QUALITY)
"""Roles that an owner rather has for other reasons than the process."""


def _acting(owners: Mapping[PersonId, PersonView], process: ProcessView, asked: Mapping[Role, int]) -> Role | None:
    """The role in which the owner of a process answers for it: the one that its questions name most, else a special one."""
    person = owners.get(process.owner) if process.owner is not None else None
    roles = sorted(person.roles, key=list(Role).index) if person else []
    return max(roles, key=lambda role: (asked.get(role, 0), role not in _FIRST), default=None)


def _asked(standard: Standard, clause: str) -> Counter[Role]:
    return Counter(standard.questions[key].role for key in standard.questions_within(clause))


def _held(people: Iterable[PersonView]) -> frozenset[Role]:
    return frozenset(role for person in people for role in person.roles)


def _duty(row: ResponsibilityRow) -> Duty:
    return Duty(ProcessId(row.process_id)) if row.process_id else Duty(standard=row.standard or "", clause=row.clause)


def _letters(rows: Iterable[ResponsibilityRow]) -> dict[Duty, dict[Role, Letters]]:
    found: dict[Duty, dict[Role, Letters]] = {}
    for row in rows:
        found.setdefault(_duty(row), {})[Role(row.role)] = responsibility.read(row.letters)
    return found


def _row(client: ClientId, duty: Duty, role: Role, letters: Letters) -> ResponsibilityRow:
    return ResponsibilityRow(
        client_id=client,
        process_id=duty.process,
        standard=duty.standard or None,
        clause=duty.clause,
        role=role.value,
        letters=responsibility.written(letters),
    )
