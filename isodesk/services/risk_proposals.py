"""Usual risks and opportunities of a small firm: a start that is corrected, not a blank page (`resources/risks.toml`)."""

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from isodesk import resources
from isodesk.domain.people import Role
from isodesk.domain.risks import RiskKind

_TEXTS: Final = ("title", "cause", "consequence", "measures")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A usual risk or opportunity in one language."""

    key: str
    kind: RiskKind
    role: Role
    """Who usually answers for it."""
    families: tuple[str, ...]
    """Families of standards it belongs to; empty: any."""
    title: str
    cause: str
    consequence: str
    measures: str
    titles: tuple[str, ...]
    """The title in every language, by which one that was taken is known again."""

    def suits(self, families: frozenset[str]) -> bool:
        """Whether a client with standards of these families may want it."""
        return not self.families or bool(families.intersection(self.families))


@cache
def _content() -> tuple[dict[str, Any], ...]:
    source = tomllib.loads(resources.path("risks.toml").read_text("utf-8"))
    return tuple(source["risk"])


def usual(language: str) -> tuple[Proposal, ...]:
    """All proposals, risks first, in `language`."""
    return tuple(_proposal(table, language) for table in _content())


def _proposal(table: dict[str, Any], language: str) -> Proposal:
    title, cause, consequence, measures = (table[name][language].strip() for name in _TEXTS)
    return Proposal(
        key=table["key"],
        kind=RiskKind(table["kind"]),
        role=Role(table["role"]),
        families=tuple(table.get("families", ())),
        title=title,
        cause=cause,
        consequence=consequence,
        measures=measures,
        titles=tuple(table["title"].values()),
    )
