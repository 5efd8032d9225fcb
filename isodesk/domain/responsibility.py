"""Who does, answers for, is asked and is told (RACI), and which clauses processes carry; the rules of both matrices."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from isodesk.domain.keys import ProcessId, is_within
from isodesk.domain.people import Role


class Letter(StrEnum):
    """What a role has to do with a process or a clause, in the order in which letters are written."""

    DOES = "R"
    ANSWERS = "A"
    ASKED = "C"
    TOLD = "I"


Letters = frozenset[Letter]
"""A cell: nothing, one letter, or R and A together."""
NOTHING: Final[Letters] = frozenset()
_WORK: Final = frozenset({Letter.DOES, Letter.ANSWERS})


class Fault(StrEnum):
    """What a row of the matrix lacks."""

    NO_ACCOUNTABLE = "no-accountable"
    SEVERAL_ACCOUNTABLE = "several-accountable"
    NOBODY_DOES = "nobody-does"


@dataclass(frozen=True, slots=True)
class Duty:
    """What a row is about: a process, or a clause of a standard."""

    process: ProcessId | None = None
    standard: str = ""
    clause: str = ""

    @property
    def place(self) -> str:
        """The row as a page names it: “process/<id>” or “iso-9001-2026/8.4”."""
        return f"process/{self.process}" if self.process else f"{self.standard}/{self.clause}"


def read(stored: str) -> Letters:
    """The letters of a stored cell, such as “RA”; what is no letter is passed over."""
    known = {letter.value: letter for letter in Letter}
    return frozenset(known[character] for character in stored if character in known)


def written(letters: Iterable[Letter]) -> str:
    """A cell as it is stored: in the order of `Letter`, each once."""
    held = frozenset(letters)
    return "".join(letter.value for letter in Letter if letter in held)


def is_sound(letters: Letters) -> bool:
    """Whether letters can stand in one cell: whoever does the work or answers for it is neither asked nor told beside."""
    return len(letters) <= 1 or letters == _WORK


def toggled(letters: Letters, letter: Letter) -> Letters:
    """The cell after a letter was switched on or off. Doing and answering go together; asked and told stand alone."""
    if letter in letters:
        return letters - {letter}
    return (letters & _WORK) | {letter} if letter in _WORK else frozenset({letter})


def faults(row: Mapping[Role, Letters]) -> tuple[Fault, ...]:
    """What is wrong with a row: exactly one role answers for it, and somebody does it."""
    answering = sum(Letter.ANSWERS in letters for letters in row.values())
    found = []
    if not answering:
        found.append(Fault.NO_ACCOUNTABLE)
    elif answering > 1:
        found.append(Fault.SEVERAL_ACCOUNTABLE)
    if not any(Letter.DOES in letters for letters in row.values()):
        found.append(Fault.NOBODY_DOES)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Helpers:
    """The firm's usual roles beside those that a row's questions name."""

    held: frozenset[Role]
    """Roles that somebody has."""

    def standing_in(self, role: Role) -> Role:
        """The role itself, or who acts where nobody has it: the one responsible for the system, then the head."""
        return next((other for other in (role, Role.QUALITY, Role.HEAD) if other in self.held), role)


def proposal(
    asked: Mapping[Role, int], held: frozenset[Role], owner: Role | None = None, doer: Role | None = None
) -> dict[Role, Letters]:
    """Letters for an empty row; nothing where nothing is known.

    `asked` counts the questions of the row by the role that usually acts. The `owner` answers for the row, else the role
    asked most; the `doer` does it, else the owner. Roles with a quarter of the questions do it too, others are asked, and
    the one responsible for the system is told. Roles that nobody has are stood in for.
    """
    helpers = Helpers(held)
    counted: dict[Role, int] = {}
    for role, count in asked.items():
        acting = helpers.standing_in(role)
        counted[acting] = counted.get(acting, 0) + count
    order = list(Role)
    most = min(counted, key=lambda role: (-counted[role], order.index(role)), default=None)
    answering = owner if owner is not None else most
    if answering is None:
        return {}
    doing = helpers.standing_in(doer) if doer is not None else answering
    letters: dict[Role, Letters] = {}
    whole = sum(counted.values())
    for role, count in counted.items():
        letters[role] = frozenset({Letter.DOES if 4 * count >= whole else Letter.ASKED})
    letters[doing] = frozenset({Letter.DOES})
    letters[answering] = (letters.get(answering, NOTHING) & _WORK) | {Letter.ANSWERS}
    if Role.QUALITY in held:
        letters.setdefault(Role.QUALITY, frozenset({Letter.TOLD}))
    return letters


class Carried(StrEnum):
    """How far a process, or all processes together, carry a clause: a clause stands for those below it."""

    NONE = "none"
    PARTLY = "partly"
    FULL = "full"


def parts_of(clause: str, known: Iterable[str]) -> tuple[str, ...]:
    """The lowest clauses of `known` below one; none where nothing is below it."""
    inside = [number for number in known if is_within(number, clause) and number != clause]
    above = {step for number in inside for step in _way(number)[:-1]}
    return tuple(number for number in inside if number not in above)


def carried(clauses: Iterable[str], clause: str, parts: Iterable[str]) -> Carried:
    """Whether `clauses` hold `clause` itself, one above it or all its `parts`; some of what is below it; or nothing."""
    held = frozenset(clauses)
    if _is_held(clause, held):
        return Carried.FULL
    below = tuple(parts)
    if below and all(_is_held(part, held) for part in below):
        return Carried.FULL
    return Carried.PARTLY if any(is_within(number, clause) for number in held) else Carried.NONE


def _way(number: str) -> tuple[str, ...]:
    """8, 8.4 and 8.4.1 for 8.4.1."""
    steps = number.split(".")
    return tuple(".".join(steps[: depth + 1]) for depth in range(len(steps)))


def _is_held(number: str, held: frozenset[str]) -> bool:
    return any(step in held for step in _way(number))


def with_clause(clauses: Iterable[str], clause: str) -> frozenset[str]:
    """The clauses of a process that carries `clause` from now on; it stands for those below it."""
    held = frozenset(clauses)
    if _is_held(clause, held):
        return held
    return frozenset(number for number in held if not is_within(number, clause)) | {clause}


def without_clause(clauses: Iterable[str], clause: str, known: Iterable[str]) -> frozenset[str]:
    """The clauses of a process that no longer carries `clause`; one above it gives way to its other parts."""
    kept = frozenset(number for number in clauses if not is_within(number, clause))
    numbers = frozenset(known)
    for above in [number for number in kept if is_within(clause, number)]:
        kept -= {above}
        way = [n for n in numbers | {above} if is_within(clause, n) and n != clause and is_within(n, above)]
        for step in way:
            kept |= {part for part in numbers if _parent(part) == step and not is_within(clause, part)}
    return kept


def _parent(number: str) -> str:
    return number.rpartition(".")[0]
