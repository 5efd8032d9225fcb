"""Mappings between frameworks in the open library format of CISO Assistant, taken as mappings of our own."""

import re
from collections.abc import Iterator
from typing import Final

from isodesk.catalog import limits, naming
from isodesk.catalog.faults import Fault
from isodesk.catalog.found import Found, Remark
from isodesk.catalog.library_texts import joined, language_of, tail_of, terms_of, texts_of
from isodesk.catalog.mapping import Mapping, Pair, Relation, Side
from isodesk.catalog.plain_text import one_line
from isodesk.catalog.plain_yaml import YamlTable
from isodesk.i18n import N_

_ANNEX: Final = re.compile(r"^[a-z](?=\.)")
"""URNs are in small letters, the letters of annexes in capitals."""


def mapping_of(library: YamlTable, sets: list[YamlTable], key: str) -> Found:
    """The mapping of a library, from all its sets that are between the same two frameworks. Raises ContentError, and
    InvalidInput for a key that cannot be."""
    first = sets[0].named(library.file, sets[0].text("urn")[:120] or library.key)
    language = language_of(library.text("locale"))
    refs = [one_line(first.text("ref_id")), one_line(library.text("ref_id")), tail_of(library.text("urn"))]
    source, target = _side(first, "source_framework_urn"), _side(first, "target_framework_urn")
    pairs = dict.fromkeys(_pairs(first, library.file))
    further = 0
    for other in sets[1:]:
        if (_side(other, "source_framework_urn"), _side(other, "target_framework_urn")) == (target, source):
            pairs.update(
                dict.fromkeys(Pair(p.target, p.source, p.relation.turned) for p in _pairs(other, library.file))
            )
        else:
            further += 1
    if not pairs:
        raise first.error(Fault.NO_CONTENT)
    if len(pairs) > limits.NODES:
        raise first.error(Fault.MANY, limit=limits.NODES)
    names = texts_of(first, "name", language) or texts_of(library, "name", language) or {language: refs[0] or "mapping"}
    made = Mapping(
        key=naming.checked(key) if key else naming.standard_key(*refs),
        names={spoken: one_line(text) for spoken, text in names.items()},
        source=source,
        target=target,
        pairs=tuple(pairs),
        origin=joined(library, terms_of(library)),
    )
    words = N_("The file holds mappings between further standards, which were not taken: {count}.")
    return Found(made, (Remark(words, {"count": further}),) if further else ())


def _side(table: YamlTable, name: str) -> Side:
    urn = table.text(name).strip()
    if not urn:
        raise table.error(Fault.NO_FIELD, field=name)
    return Side(urn, naming.standard_key(tail_of(urn)))


def _pairs(table: YamlTable, file: str) -> Iterator[Pair]:
    for number, entry in enumerate(table.tables("requirement_mappings"), 1):
        placed = entry.named(file, f"requirement_mappings.{number}")
        yield Pair(_end(placed, "source_requirement_urn"), _end(placed, "target_requirement_urn"), _relation(placed))


def _end(table: YamlTable, name: str) -> str:
    tail = one_line(tail_of(table.text(name)))
    if not tail:
        raise table.error(Fault.NO_FIELD, field=name)
    return _ANNEX.sub(lambda found: found.group().upper(), tail)


def _relation(table: YamlTable) -> Relation:
    said = table.text("relationship").strip().casefold().replace(" ", "_").replace("-", "_")
    if not said:
        return Relation.INTERSECT
    if said not in set(Relation):
        raise table.error(Fault.RELATION, "relationship", relation=said[:40])
    return Relation(said)
