"""Cuts the gaps into parcels of work: by gap or by clause, with the role that does them and the document they deliver."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from isodesk.catalog.standard import Need, RequiredDocument, Standard, in_language
from isodesk.domain.keys import PersonId, QuestionKey, level_of
from isodesk.domain.people import Role
from isodesk.services.question_views import QuestionView
from isodesk.services.results import gap_hours
from isodesk.services.standards import Requirement
from isodesk.services.team import PersonView

_FALLBACK: Final = (Role.QUALITY, Role.HEAD)
"""Who takes a task when nobody has its usual role."""
_NUMBER: Final = re.compile(r"(?:[A-Z]\.)?\d+(?:\.\d+)*")
"""A clause without the letter of its list: 5.2.2 of “5.2.2 a)”."""


class Grouping(StrEnum):
    """What becomes one task: a gap, or all gaps of a clause such as 8.4."""

    GAP = "gap"
    CLAUSE = "clause"


@dataclass(frozen=True, slots=True)
class Parcel:
    """Gaps that one task closes."""

    questions: tuple[QuestionKey, ...]
    standard: str
    clause: str
    role: Role
    owner: PersonId | None
    """Who was named for all of its questions."""
    hours: float
    deliverable: str


class Documents:
    """The documents that a standard's text names, for the clauses whose questions ask for them.

    Each is delivered once: by the first task of its clause, and not where a task of the clause delivers something
    already (`delivered`: clauses).
    """

    def __init__(
        self,
        standards: Iterable[Standard],
        requirements: Iterable[Requirement],
        delivered: Collection[str],
        language: str,
    ) -> None:
        self._language = language
        self._delivered = set(delivered)
        self._uses = {r.question.key: r.counts_for for r in requirements}
        self._found: dict[tuple[str, str], list[RequiredDocument]] = defaultdict(list)
        for standard in standards:
            for document in standard.documents:
                if document.need is Need.MANDATORY:
                    self._found[standard.key, _asking(standard, document.clause)].append(document)

    def take(self, gap: QuestionView) -> Iterator[str]:
        """Names of the documents that closing this gap delivers; each comes once."""
        if gap.clause in self._delivered:
            return
        for use in self._uses.get(gap.key, ()):
            for document in self._found.pop(use, ()):
                yield in_language(document.names, self._language)


def _asking(standard: Standard, clause: str) -> str:
    """The clause whose questions ask for a document: its own, or the nearest above that asks anything."""
    found = _NUMBER.match(clause)
    parts = found[0].split(".") if found else []
    for depth in range(len(parts), 0, -1):
        above = standard.by_number.get(".".join(parts[:depth]))
        if above is not None and above.questions:
            return above.number
    return clause


def parcels(
    gaps: Sequence[QuestionView], by: Grouping, documents: Documents, standards: Sequence[Standard]
) -> list[Parcel]:
    """The gaps as parcels, in the order of their first gap. Each question belongs to one parcel."""
    if by is Grouping.GAP:
        return [_parcel([gap], gap.clause, documents) for gap in gaps]
    known = {standard.key: standard for standard in standards}
    groups: dict[tuple[str, str], list[QuestionView]] = defaultdict(list)
    for gap in gaps:
        groups[gap.standard, _heading(known.get(gap.standard), gap.clause)].append(gap)
    return [_parcel(inside, clause, documents) for (_standard, clause), inside in groups.items()]


def _heading(standard: Standard | None, number: str) -> str:
    """The clause of the second level above a clause: 8.4 for 8.4.1; itself where there is none."""
    parts = number.split(".")
    while level_of(".".join(parts)) > 2:
        parts.pop()
    above = ".".join(parts)
    return above if standard is not None and above in standard.by_number else number


def _parcel(gaps: Sequence[QuestionView], clause: str, documents: Documents) -> Parcel:
    by_role: dict[Role, float] = defaultdict(float)
    for gap in gaps:
        by_role[gap.role] += gap_hours(gap)
    owners = {gap.owner for gap in gaps}
    names = dict.fromkeys(name for gap in gaps for name in documents.take(gap))
    return Parcel(
        tuple(gap.key for gap in gaps),
        gaps[0].standard,
        clause if len(gaps) > 1 else gaps[0].clause,
        max(by_role, key=lambda role: by_role[role]),
        owners.pop() if len(owners) == 1 else None,
        float(max(1, round(sum(by_role.values())))),
        "; ".join(names),
    )


def holder(role: Role | None, people: Sequence[PersonView]) -> PersonId | None:
    """The person who holds a role, else who stands in for it, else nobody."""
    wanted = (role, *_FALLBACK) if role is not None else ()
    return next((person.id for one in wanted for person in people if one in person.roles), None)
