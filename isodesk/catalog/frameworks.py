"""Frameworks and mappings in the open library format of CISO Assistant, taken as standards and mappings of our own.

Every requirement node becomes a clause, in the order of the tree. A node that is assessable gets a question; where it has
questions of its own, one for each. Read past, because isodesk has no place for them: reference controls, threats, risk
matrices, scores and conditions of answers, the descriptions of headings, and implementation groups - a requirement that
does not concern the firm is answered “not applicable” with a reason, which an auditor wants to see anyhow.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from isodesk.catalog import limits, naming, numbering, plain_yaml
from isodesk.catalog.faults import Fault
from isodesk.catalog.found import Found, Remark
from isodesk.catalog.library_texts import (
    Texts,
    joined,
    language_of,
    languages_of,
    plain_of,
    tail_of,
    terms_of,
    texts_of,
)
from isodesk.catalog.plain_text import entries, headed, one_line, shortened, tidy
from isodesk.catalog.plain_yaml import YamlTable, YamlText
from isodesk.catalog.requirement_mappings import mapping_of
from isodesk.catalog.standard import Clause, Exclusion, Question, QuestionText, Standard
from isodesk.domain.conformity import Importance
from isodesk.domain.keys import family_of
from isodesk.domain.people import Role
from isodesk.errors import ContentError
from isodesk.i18n import N_

EFFORT: Final = 4
"""Hours to close a gap that nobody has estimated: half a day."""
_YEAR: Final = re.compile(r"(?:^|[^0-9])((?:19|20)\d\d)$")
_CONFORMING: Final = frozenset({"compliant", "true"})


def read(source: str, file: str, *, key: str = "", designation: str = "") -> Found:
    """What YAML text from `file` holds. `key` and `designation` replace those of the file. Raises ContentError, and
    InvalidInput for a key that cannot be."""
    library = plain_yaml.read(source, file)
    library = library.named(file, library.text("urn")[:120] or "-")
    objects = library.table("objects")
    frameworks = [*objects.tables("framework"), *objects.tables("frameworks")]
    sets = [*objects.tables("requirement_mapping_set"), *objects.tables("requirement_mapping_sets")]
    if frameworks:
        return _Framework(library, frameworks[0]).found(key, designation, len(frameworks) - 1, len(sets))
    if sets:
        return mapping_of(library, sets, key)
    raise objects.error(Fault.NO_CONTENT)


@dataclass(frozen=True, slots=True)
class _Node:
    """A requirement node with the texts that decide its place."""

    table: YamlTable
    urn: str
    ref: str
    parent: int | None

    def error(self, fault: Fault, **details: object) -> ContentError:
        return self.table.error(fault, "", **details)


class _Framework:
    """One framework of a library on its way to a standard."""

    def __init__(self, library: YamlTable, framework: YamlTable) -> None:
        self._library = library
        self._framework = framework.named(library.file, framework.text("urn")[:120] or library.key)
        self._language = language_of(library.text("locale"))
        self._questions: dict[str, Question] = {}
        self._key = ""
        self._distinct = naming.Distinct()

    def found(self, key: str, designation: str, others: int, sets: int) -> Found:
        """The standard with what is to be said of it. Raises ContentError, InvalidInput."""
        framework, library = self._framework, self._library
        refs = [one_line(table.text("ref_id")) for table in (framework, library)]
        self._key = naming.checked(key) if key else naming.standard_key(tail_of(framework.text("urn")), *refs)
        nodes = self._nodes()
        titles = self._titles()
        order = _order(nodes)
        standard = Standard(
            key=self._key,
            designation=designation or self._designation(refs[0] or refs[1], titles),
            edition=self._edition(refs),
            titles=titles,
            system=titles,
            clauses=tuple(self._clause(nodes[item.place], item) for item in order),
            questions=self._questions,
            published=_day(library.text("publication_date")),
            source=self._source(),
            family=family_of(self._key),
            exclusion=Exclusion.ALLOW,
        )
        return Found(standard, tuple(_remarks(nodes, order, others, sets)))

    def _titles(self) -> Texts:
        found = texts_of(self._framework, "name", self._language) or texts_of(self._library, "name", self._language)
        named = {language: one_line(text) for language, text in found.items()}
        return named or {self._language: self._key}

    def _designation(self, ref: str, titles: Texts) -> str:
        """Its short name, unless that is a mere file name."""
        name = titles.get(self._language) or next(iter(titles.values()))
        return shortened(ref if ref and ref != naming.slug(ref) else name)

    def _edition(self, refs: list[str]) -> str:
        years = [_YEAR.search(text) for text in (*refs, self._key)]
        return next((year.group(1) for year in years if year), one_line(self._library.text("version"))[:20])

    def _source(self) -> str:
        """Where it comes from, under which terms, and the name by which mappings know it."""
        return joined(self._library, [*terms_of(self._library), one_line(self._framework.text("urn"))])

    def _nodes(self) -> list[_Node]:
        tables = self._framework.tables("requirement_nodes")
        if not tables:
            raise self._framework.error(Fault.NO_CONTENT)
        if len(tables) > limits.NODES:
            raise self._framework.error(Fault.MANY, limit=limits.NODES)
        places: dict[str, int] = {}
        named: list[tuple[YamlTable, str]] = []
        for table in tables:
            urn = table.text("urn").strip()
            if not urn:
                raise table.named(table.file, table.text("ref_id")[:60] or "-").error(Fault.NO_FIELD, field="urn")
            if urn.casefold() in places:
                raise table.named(table.file, urn[:120]).error(Fault.TWICE, "urn", field=urn[:120])
            places[urn.casefold()] = len(named)
            named.append((table.named(table.file, urn[:120]), urn))
        above: dict[int, int] = {}
        return [
            _Node(table, urn, one_line(plain_of(table, "ref_id")), _parent(table, place, places, above))
            for place, (table, urn) in enumerate(named)
        ]

    def _clause(self, node: _Node, item: numbering.Numbered) -> Clause:
        if item.level > limits.LEVELS:
            raise node.error(Fault.LEVELS, limit=limits.LEVELS)
        names = texts_of(node.table, "name", self._language)
        descriptions = texts_of(node.table, "description", self._language)
        titles = {
            language: one_line(names.get(language, "")) or shortened(descriptions[language])
            for language in languages_of(names, descriptions)
        }
        if not item.kept and node.ref:
            titles = {language: headed(title, node.ref) for language, title in titles.items()}
        titles = titles or {self._language: node.ref or tail_of(node.urn)}
        keys = self._ask(node, descriptions, titles) if node.table.truth("assessable") else ()
        return Clause(item.number, titles, keys)

    def _ask(self, node: _Node, descriptions: Texts, titles: Texts) -> tuple[str, ...]:
        """Keeps the questions of a node and gives their keys."""
        stem = f"{self._key}.{naming.dotted_slug(tail_of(node.urn)[:80]) or 'requirement'}"
        found = [*self._own_questions(node, descriptions)] or [("", self._question(node, descriptions, titles))]
        keys = []
        for name, texts in found:
            key = self._distinct(f"{stem}.{name}" if name else stem)
            self._questions[key] = Question(key, False, Importance.MEDIUM, EFFORT, Role.QUALITY, (), texts)
            keys.append(key)
        return tuple(keys)

    def _question(self, node: _Node, descriptions: Texts, titles: Texts) -> dict[str, QuestionText]:
        whys = texts_of(node.table, "annotation", self._language)
        evidence = self._evidence(node.table)
        asked = {language: descriptions.get(language) or title for language, title in titles.items()}
        return {
            language: QuestionText(text, why=whys.get(language, ""), look_for=evidence.get(language, ()))
            for language, text in asked.items()
        }

    def _own_questions(self, node: _Node, descriptions: Texts) -> Iterator[tuple[str, dict[str, QuestionText]]]:
        """The questions that a node brings along; what it says of itself becomes their why."""
        annotations = texts_of(node.table, "annotation", self._language)
        evidence = self._evidence(node.table)
        for urn, table in _question_tables(node.table):
            asked = texts_of(table, "text", self._language)
            examples = self._examples(table)
            if asked:
                yield (
                    naming.dotted_slug(tail_of(urn)[len(tail_of(node.urn)) :][:60]) or "question",
                    {
                        language: QuestionText(
                            text,
                            why=joined(
                                node.table, filter(None, (descriptions.get(language), annotations.get(language)))
                            ),
                            look_for=evidence.get(language, ()),
                            example=examples.get(language, ""),
                        )
                        for language, text in asked.items()
                    },
                )

    def _evidence(self, table: YamlTable) -> dict[str, tuple[str, ...]]:
        found = {self._language: entries(table.lines("typical_evidence"))}
        translations = table.table("translations")
        for locale in translations.fields:
            found.setdefault(language_of(locale), entries(translations.table(locale).lines("typical_evidence")))
        return found

    def _examples(self, table: YamlTable) -> Texts:
        """The answers to choose from; where some are marked as conforming, those alone."""
        choices = [(self._choice(node), _result(node)) for node in table.parts("choices")]
        shown = [texts for texts, result in choices if result in _CONFORMING] or [texts for texts, _result in choices]
        return {
            language: joined(table, [texts[language] for texts in shown if language in texts])
            for language in languages_of(*shown)
        }

    def _choice(self, node: YamlTable | YamlText) -> Texts:
        if isinstance(node, YamlText):
            return {self._language: tidy(node.value)}
        return texts_of(node, "value", self._language)


def _result(node: YamlTable | YamlText) -> str:
    return node.text("compute_result").casefold() if isinstance(node, YamlTable) else ""


def _question_tables(table: YamlTable) -> list[tuple[str, YamlTable]]:
    """Questions by name or in a row; older libraries have them one table deeper."""
    if isinstance(table.fields.get("question"), YamlTable):
        return [*table.tables_by_name("questions"), *table.table("question").tables_by_name("questions")]
    return table.tables_by_name("questions")


def _parent(table: YamlTable, place: int, places: Mapping[str, int], above: dict[int, int]) -> int | None:
    """The place of a node's parent: by its URN, or else the last node before it that lies one level higher."""
    depth = _depth(table)
    above[depth] = place
    urn = table.text("parent_urn").strip()
    if not urn:
        return above.get(depth - 1) if depth > 1 else None
    if urn.casefold() not in places:
        raise table.error(Fault.NO_PARENT, "parent_urn", parent=urn[:120])
    return places[urn.casefold()]


def _depth(table: YamlTable) -> int:
    text = table.text("depth").strip()
    return int(text) if text.isdecimal() and len(text) < 4 else 1


def _order(nodes: list[_Node]) -> list[numbering.Numbered]:
    items = [numbering.Item(node.ref, node.parent) for node in nodes]
    lost = numbering.unreached(items)
    if lost is not None:
        raise nodes[lost].error(Fault.CIRCLE)
    return numbering.numbers(items)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip()[:10])
    except ValueError:
        return None


def _remarks(nodes: list[_Node], order: list[numbering.Numbered], others: int, sets: int) -> Iterator[Remark]:
    if others:
        yield Remark(N_("The file holds more frameworks; the first was taken, others: {count}."), {"count": others})
    if sets:
        yield Remark(N_("The file holds mappings too; they were not taken."))
    renumbered = sum(bool(nodes[item.place].ref) and not item.kept for item in order)
    if renumbered:
        words = N_("Numbers that do not lie below their parent's became part of the title; {count} requirements.")
        yield Remark(words, {"count": renumbered})
    grouped = sum("implementation_groups" in node.table.fields for node in nodes)
    if grouped:
        words = N_("Groups of requirements are not taken; requirements that belong to one: {count}.")
        yield Remark(words, {"count": grouped})
