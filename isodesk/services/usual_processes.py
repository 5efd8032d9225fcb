"""The usual processes of a small firm with the clauses each one carries: a start that is corrected, not a blank page.

What belongs to a process is told by the themes of the questions, so that it holds for every standard that asks them."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from isodesk.catalog.standard import Clause, Standard
from isodesk.domain.keys import is_within
from isodesk.i18n import N_, Speech

Pairs = tuple[tuple[str, str], ...]
"""(standard, clause)."""

_SYSTEM: Final = N_("Management system and documents")
USUAL: Final = (
    (
        N_("Leadership and improvement"),
        (
            *("context", "parties", "scope", "qms.scope", "leadership", "qms.leadership", "policy", "roles", "risks"),
            *("opportunities", "objectives", "qms.objectives", "review", "improvement", "qms.improvement"),
        ),
    ),
    (
        _SYSTEM,
        (
            *("processes", "changes", "communication", "documents", "measurement", "qms.analysis", "audit"),
            *("corrective",),
        ),
    ),
    (
        N_("Sales and work with customers"),
        (
            *("qms.leadership.customer-requirements", "qms.leadership.customer-satisfaction", "qms.customers"),
            *("qms.requirements", "qms.satisfaction", "qms.afterdelivery"),
        ),
    ),
    (N_("Design and development"), ("qms.design",)),
    (N_("Purchasing"), ("qms.suppliers", "qms.purchasing")),
    (
        N_("Production"),
        ("qms.operation", "qms.production", "qms.identification", "qms.traceability", "qms.property"),
    ),
    (N_("Inspection and measuring equipment"), ("qms.metrology", "qms.release", "qms.nonconforming")),
    (N_("Store and delivery"), ("qms.preservation",)),
    (N_("Personnel and training"), ("resources.people", "qms.knowledge", "competence", "awareness", "qms.awareness")),
    (N_("Equipment and premises"), ("resources", "qms.infrastructure", "qms.environment")),
    (N_("Environmental protection"), ("ems",)),
    (N_("Occupational safety"), ("ohs",)),
    (N_("Information security"), ("isms",)),
    (N_("Business continuity"), ("bcms",)),
)
"""Names and the themes of their questions; the longest theme that fits a question decides."""
_SHARED: Final = {
    "legal": ("ems", "ohs", "isms", "bcms"),
    "compliance": ("ems", "ohs", "isms", "bcms"),
    "emergency": ("ems", "ohs"),
    "contractors": ("ems", "ohs"),
}
"""Themes that go to whichever discipline the standard is about."""


def proposals(
    standards: Iterable[Standard],
    words: Speech,
    carried: Iterable[tuple[str, str]] = (),
    excluded: Iterable[tuple[str, str]] = (),
) -> tuple[tuple[str, Pairs], ...]:
    """(name, clauses) in the language of `words`, for every clause with questions that no process carries yet.

    A clause is left out when it, or one above or below it, is `carried` by a process already, or `excluded`.
    """
    out = (*carried, *excluded)
    found: dict[str, list[tuple[str, str]]] = {}
    for standard in standards:
        for clause in _open_clauses(standard, out):
            found.setdefault(_home(clause, standard), []).append((standard.key, clause.number))
    return tuple((words(name), tuple(found[name])) for name, _themes in USUAL if name in found)


def _open_clauses(standard: Standard, out: tuple[tuple[str, str], ...]) -> Iterator[Clause]:
    held = [clause for key, clause in out if key == standard.key]
    for clause in standard.clauses:
        if clause.questions and not any(
            is_within(clause.number, number) or is_within(number, clause.number) for number in held
        ):
            yield clause


def _home(clause: Clause, standard: Standard) -> str:
    """The process to which most of the clause's questions belong; of several, the one that comes first."""
    own = Counter(key.partition(".")[0] for key in standard.question_keys)
    counted = Counter(_process(key, own) for key in clause.questions)
    order = [name for name, _themes in USUAL]
    return max(counted, key=lambda name: (counted[name], -order.index(name)))


def _process(key: str, own: Counter[str]) -> str:
    """The process whose longest theme begins the key; a shared theme goes to the discipline that the standard asks about most."""
    shared = _SHARED.get(key.partition(".")[0])
    if shared is not None:
        discipline = max(shared, key=lambda theme: own[theme])
        key = f"{discipline}.{key}" if own[discipline] else key
    best, length = _SYSTEM, 0
    for name, themes in USUAL:
        for theme in themes:
            if is_within(key, theme) and len(theme) > length:
                best, length = name, len(theme)
    return best
