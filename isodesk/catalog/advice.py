"""Reads the questions that lead to a standard: `resources/advice.toml`, content of our own."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from isodesk import resources
from isodesk.catalog.typed_toml import Table, load
from isodesk.domain.advice import AdviceQuestion, Choice, Point


@dataclass(frozen=True, slots=True)
class Suggested:
    """A standard that can be suggested, whether the shelf holds it or not."""

    family: str
    designation: str
    about: Mapping[str, str]
    """What it is about, by language."""


@dataclass(frozen=True, slots=True)
class AdviceContent:
    """Standards in the order of equals, and the questions."""

    standards: tuple[Suggested, ...]
    questions: tuple[AdviceQuestion, ...]

    @property
    def families(self) -> tuple[str, ...]:
        """Families in the order of equals."""
        return tuple(standard.family for standard in self.standards)


def read(file: Path | None = None) -> AdviceContent:
    """All of it. Raises ContentError."""
    content = load(file or resources.path("advice.toml"))
    standards = tuple(_standard(table) for table in content.tables("standard", "family", "a standard"))
    families = {standard.family for standard in standards}
    questions = tuple(_question(table, families) for table in content.tables("question", "key", "a question"))
    return AdviceContent(standards, questions)


def _standard(table: Table) -> Suggested:
    table.only({"family", "designation", "about"})
    return Suggested(table.place.key, table.text("designation"), table.bilingual("about"))


def _question(table: Table, families: set[str]) -> AdviceQuestion:
    table.only({"key", "text", "choice"})
    choices = tuple(_choice(choice, families) for choice in _inner(table, "choice"))
    if not 2 <= len(choices) <= 5:
        raise table.place.error("a question has two to five choices")
    return AdviceQuestion(table.place.key, table.bilingual("text"), choices)


def _choice(table: Table, families: set[str]) -> Choice:
    table.only({"key", "text", "for"})
    said = []
    for inner in _inner(table, "for"):
        inner.only({"family", "points", "reason"})
        family = inner.text("family")
        if family not in families:
            raise table.place.error(f"there is no standard “{family}”")
        points = inner.number("points", "points")
        if points < 1:
            raise table.place.error("“points” must be 1 or more")
        said.append(Point(family, points, inner.bilingual("reason")))
    return Choice(table.text("key"), table.bilingual("text"), tuple(said))


def _inner(table: Table, key: str) -> list[Table]:
    found = table.values.get(key, [])
    if not isinstance(found, list) or not all(isinstance(item, dict) for item in found):
        raise table.place.error(f"“{key}” must be a list of tables")
    return [Table(item, table.place) for item in found]
