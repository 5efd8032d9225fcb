"""Which requirement of one standard speaks of the same as which of another, as somebody else has worked it out."""

import re
from collections.abc import Mapping as Table
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from isodesk.catalog import limits, naming
from isodesk.catalog import typed_toml as toml
from isodesk.catalog.standard import Bilingual, Heading, Standard, in_language

KIND: Final = "mapping"
"""What the field `kind` of such a file says; a pack has no such field."""


class Relation(StrEnum):
    """How much of the one requirement is in the other."""

    EQUAL = "equal"
    SUBSET = "subset"
    SUPERSET = "superset"
    INTERSECT = "intersect"
    NOT_RELATED = "not_related"

    @property
    def turned(self) -> "Relation":
        """The same relation seen from the other side."""
        return _TURNED.get(self, self)


_TURNED: Final = {Relation.SUBSET: Relation.SUPERSET, Relation.SUPERSET: Relation.SUBSET}


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two standards: the name that its framework has in libraries, and the key that it would have here."""

    urn: str
    key: str

    def means(self, standard: Standard | Heading) -> bool:
        """Whether a standard of the shelf is this one: imported from that framework, or called so apart from hyphens."""
        source = standard.source if isinstance(standard, Standard) else ""
        return (bool(self.urn) and self.urn in source) or _bare(self.key) == _bare(standard.key)


def _bare(key: str) -> str:
    return re.sub(r"[^a-z0-9]|iec", "", key)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two requirements by the numbers or names that their authors gave them."""

    source: str
    target: str
    relation: Relation = Relation.INTERSECT


@dataclass(frozen=True)
class Mapping:
    """All pairs of two standards."""

    key: str
    names: Bilingual
    source: Side
    target: Side
    pairs: tuple[Pair, ...] = field(repr=False)
    origin: str = ""
    """Who made it, and under which terms."""

    def name(self, language: str) -> str:
        """What it is called in `language`."""
        return in_language(self.names, language)

    def counterparts(self, *refs: str) -> tuple[Pair, ...]:
        """The pairs in which a requirement of the source stands and something answers to it; case does not matter."""
        found = [pair for ref in refs for pair in self._by_source.get(ref.casefold(), ())]
        return tuple(pair for pair in dict.fromkeys(found) if pair.relation is not Relation.NOT_RELATED)

    def turned(self) -> "Mapping":
        """The same with source and target changed over."""
        pairs = tuple(Pair(pair.target, pair.source, pair.relation.turned) for pair in self.pairs)
        return replace(self, source=self.target, target=self.source, pairs=pairs)

    def seen_from(self, standard: Standard | Heading) -> "Mapping | None":
        """The mapping with a standard of the shelf as its source; None where it is neither side."""
        if self.source.means(standard):
            return self
        return self.turned() if self.target.means(standard) else None

    @cached_property
    def _by_source(self) -> dict[str, list[Pair]]:
        found: dict[str, list[Pair]] = {}
        for pair in self.pairs:
            found.setdefault(pair.source.casefold(), []).append(pair)
        return found


def read(file: Path) -> Mapping:
    """The mapping of a file. Raises ContentError."""
    content = toml.load(file, any_language=True)
    head = content.head()
    head.only({"kind", "key", "origin", "name", "source", "target", "pair"})
    key = head.text("key")
    if head.text("kind") != KIND or not naming.is_standard_key(key):
        raise head.place.error(
            f"“kind” must be {KIND}, and “key” must have lower-case Latin letters, digits and hyphens"
        )
    pairs = content.tables("pair", "source", "a pair")
    if not 0 < len(pairs) <= limits.NODES:
        raise head.place.error(f"there must be 1 to {limits.NODES} pairs")
    return Mapping(
        key=key,
        names=head.bilingual("name"),
        source=_side(head.table("source")),
        target=_side(head.table("target")),
        pairs=tuple(_pair(table) for table in pairs),
        origin=head.text("origin", ""),
    )


def _side(table: toml.Table) -> Side:
    table.only({"urn", "key"})
    return Side(table.text("urn", ""), table.text("key"))


def _pair(table: toml.Table) -> Pair:
    table.only({"source", "target", "relation"})
    pair = Pair(table.place.key, table.text("target"), table.one_of("relation", Relation))
    if not pair.source.strip() or not pair.target.strip():
        raise table.place.error("“source” and “target” must name requirements")
    return pair


def is_mapping(values: Table[str, Any]) -> bool:
    """Whether TOML values are those of a mapping rather than of a pack."""
    return values.get("kind") == KIND


def write(mapping: Mapping) -> str:
    """The text of a mapping's file; `read` gives an equal one back."""
    import tomli_w

    return tomli_w.dumps(
        {
            "kind": KIND,
            "key": mapping.key,
            "origin": mapping.origin,
            "name": dict(mapping.names),
            "source": {"urn": mapping.source.urn, "key": mapping.source.key},
            "target": {"urn": mapping.target.urn, "key": mapping.target.key},
            "pair": [
                {"source": pair.source, "target": pair.target, "relation": pair.relation.value}
                for pair in mapping.pairs
            ],
        }
    )
