"""Issues and interested parties that a small firm usually has: content of our own, ticked and then made one's own."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from isodesk import resources
from isodesk.catalog.typed_toml import Table, load
from isodesk.domain.context import Category

_FOLDER: Final = "context"
Texts = dict[str, str]
"""By language."""


@dataclass(frozen=True, slots=True)
class UsualIssue:
    """An issue with what it means for the management system."""

    key: str
    category: Category
    text: Texts
    effect: Texts
    favourable: bool
    families: tuple[str, ...] = ()
    """Only for clients with one of these standards; empty: for all."""


@dataclass(frozen=True, slots=True)
class UsualRequirement:
    """What a party usually wants, and how firms meet it."""

    text: Texts
    met_by: Texts
    is_obligation: bool
    on_climate: bool


@dataclass(frozen=True, slots=True)
class UsualParty:
    """An interested party with its requirements."""

    key: str
    name: Texts
    requirements: tuple[UsualRequirement, ...]
    families: tuple[str, ...] = ()


def issues(families: Iterable[str], file: Path | None = None) -> tuple[UsualIssue, ...]:
    """Issues for a client with standards of these families. Raises ContentError."""
    found = load(file or resources.path(_FOLDER, "issues.toml")).tables("issue", "key", "an issue")
    return tuple(issue for issue in map(_issue, found) if _concerns(issue.families, families))


def parties(families: Iterable[str], file: Path | None = None) -> tuple[UsualParty, ...]:
    """Parties for a client with standards of these families. Raises ContentError."""
    content = load(file or resources.path(_FOLDER, "parties.toml"))
    wanted: dict[str, list[UsualRequirement]] = {}
    for table in content.tables("requirement", "key", "a requirement"):
        wanted.setdefault(table.text("party"), []).append(_requirement(table))
    found = []
    for table in content.tables("party", "key", "a party"):
        table.only({"key", "name", "families"})
        requirements = tuple(wanted.pop(table.place.key, ()))
        found.append(UsualParty(table.place.key, table.bilingual("name"), requirements, table.texts("families")))
    if wanted:
        raise content.head().place.error(f"there is no party “{next(iter(wanted))}”")
    return tuple(party for party in found if _concerns(party.families, families))


def _concerns(wanted: tuple[str, ...], held: Iterable[str]) -> bool:
    return not wanted or not set(wanted).isdisjoint(held)


def _issue(table: Table) -> UsualIssue:
    table.only({"key", "category", "favourable", "families", "text", "effect"})
    return UsualIssue(
        table.place.key,
        table.one_of("category", Category),
        table.bilingual("text"),
        table.bilingual("effect"),
        table.truth("favourable"),
        table.texts("families"),
    )


def _requirement(table: Table) -> UsualRequirement:
    table.only({"key", "party", "text", "met", "obligation", "climate"})
    return UsualRequirement(
        table.bilingual("text"), table.bilingual("met"), table.truth("obligation"), table.truth("climate")
    )
