"""The clauses that stand as rows of a matrix, and how far the processes carry them."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from isodesk.catalog.standard import Clause, Standard
from isodesk.domain.keys import ProcessId, is_within, section_of
from isodesk.domain.responsibility import Carried, carried, parts_of, with_clause, without_clause
from isodesk.services.client_views import ExclusionView
from isodesk.services.team import ProcessView

Pairs = frozenset[tuple[str, str]]
"""(standard, clause)."""


@dataclass(frozen=True, slots=True)
class CarriedClause:
    """A clause with how far each process carries it, and all of them together."""

    number: str
    title: str
    excluded: bool
    by: Mapping[ProcessId, Carried]
    whole: Carried

    @property
    def is_left(self) -> bool:
        """Whether it applies and no process carries it, or some part of it is carried by none."""
        return not self.excluded and self.whole is not Carried.FULL


def clauses_of(standard: Standard) -> tuple[Clause, ...]:
    """The clauses of the second level such as 8.4, and sections without such. An annex stands by its sections: each of its
    controls has an owner of its own in the Statement of Applicability."""
    divided = {section_of(clause.number) for clause in standard.clauses if clause.level > 1}
    return tuple(clause for clause in standard.clauses if _is_row(clause, divided))


def _is_row(clause: Clause, divided: Collection[str]) -> bool:
    if section_of(clause.number)[:1].isalpha():
        return clause.level == 1
    return clause.level == 2 or (clause.level == 1 and clause.number not in divided)


def is_excluded(standard: Standard, number: str, exclusions: Iterable[ExclusionView]) -> bool:
    """Whether a whole clause does not apply to the client."""
    return any(row.standard == standard.key and is_within(number, row.clause) for row in exclusions)


def coverage(
    standard: Standard, processes: tuple[ProcessView, ...], exclusions: tuple[ExclusionView, ...], language: str
) -> tuple[CarriedClause, ...]:
    """Every row of a standard with what each process carries of it."""
    held = {process.id: _numbers(process.clauses, standard.key) for process in processes}
    together = frozenset[str]().union(*held.values())
    out = frozenset(row.clause for row in exclusions if row.standard == standard.key)
    known = tuple(standard.by_number)
    found = []
    for clause in clauses_of(standard):
        parts = parts_of(clause.number, known)
        found.append(
            CarriedClause(
                number=clause.number,
                title=clause.title(language),
                excluded=is_excluded(standard, clause.number, exclusions),
                by={process: carried(numbers, clause.number, parts) for process, numbers in held.items()},
                whole=carried(together | out, clause.number, parts),
            )
        )
    return tuple(found)


def carrying(process: ProcessView, standard: Standard, clauses: Iterable[str], *, on: bool) -> Pairs:
    """What a process carries after it took clauses on, or gave them up."""
    numbers = _numbers(process.clauses, standard.key)
    for clause in clauses:
        numbers = with_clause(numbers, clause) if on else without_clause(numbers, clause, standard.by_number)
    others = frozenset(pair for pair in process.clauses if pair[0] != standard.key)
    return others | {(standard.key, number) for number in numbers}


def _numbers(pairs: Iterable[tuple[str, str]], standard: str) -> frozenset[str]:
    return frozenset(number for key, number in pairs if key == standard)
