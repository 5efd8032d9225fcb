"""The usual processes of a small firm with the clauses each one carries: a start that is corrected, not a blank page."""

from collections.abc import Iterable
from typing import Final

from isodesk.catalog.standard import Standard
from isodesk.i18n import N_, Speech
from isodesk.services.fields import folded

USUAL: Final = (
    (
        N_("Leadership and improvement"),
        (
            "4.1",
            "4.2",
            "4.3",
            "5.1.1",
            "5.2",
            "5.3",
            "6.1.1",
            "6.1.2",
            "6.1.3",
            "6.2",
            "9.3.1",
            "9.3.2",
            "9.3.3",
            "10.1",
        ),
    ),
    (
        N_("Management system and documents"),
        ("4.4", "6.3", "7.4", "7.5.1", "7.5.2", "7.5.3", "9.1.1", "9.1.3", "9.2.1", "9.2.2", "10.2"),
    ),
    (N_("Sales and work with customers"), ("5.1.2", "8.2.1", "8.2.2", "8.2.3", "8.2.4", "8.5.5", "9.1.2")),
    (N_("Design and development"), ("8.3.1", "8.3.2", "8.3.3", "8.3.4", "8.3.5", "8.3.6")),
    (N_("Purchasing"), ("8.4.1", "8.4.2", "8.4.3")),
    (N_("Production"), ("8.1", "8.5.1", "8.5.2", "8.5.3", "8.5.6")),
    (N_("Inspection and measuring equipment"), ("7.1.5.1", "7.1.5.2", "8.6", "8.7")),
    (N_("Store and delivery"), ("8.5.4",)),
    (N_("Personnel and training"), ("7.1.2", "7.1.6", "7.2", "7.3")),
    (N_("Equipment and premises"), ("7.1.1", "7.1.3", "7.1.4")),
)
"""Names and clauses of ISO 9001:2026; together they carry every leaf clause once."""


def proposals(
    standard: Standard, words: Speech, taken: Iterable[str] = (), excluded: Iterable[str] = ()
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """(name, clauses) in the language of `words`, without names that are `taken`, clauses that the standard does not
    know or that are `excluded`, and processes that this leaves without a clause."""
    known = {folded(name.strip()) for name in taken}
    out = frozenset(excluded)
    found = []
    for source, clauses in USUAL:
        name = words(source)
        carried = tuple(number for number in clauses if number in standard.by_number and not _within_any(number, out))
        if carried and folded(name) not in known:
            found.append((name, carried))
    return tuple(found)


def _within_any(number: str, ancestors: frozenset[str]) -> bool:
    parts = number.split(".")
    return any(".".join(parts[:depth]) in ancestors for depth in range(1, len(parts) + 1))
