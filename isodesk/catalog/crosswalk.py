"""Themes that management systems share, and the clauses of each standard that speak of them: where else a clause is found."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from isodesk.catalog.standard import Bilingual, in_language
from isodesk.catalog.typed_toml import Table, load
from isodesk.domain.keys import is_within


@dataclass(frozen=True, slots=True)
class Theme:
    """One subject, such as competence, with the clauses that hold it in each edition."""

    key: str
    names: Bilingual
    clauses: Mapping[str, tuple[str, ...]]
    """By the key of a standard."""

    def name(self, language: str) -> str:
        """What the subject is called in `language`."""
        return in_language(self.names, language)

    def covers(self, standard: str, number: str) -> bool:
        """Whether a clause of a standard belongs to the theme: it is one of its clauses, or lies below one."""
        return any(is_within(number, clause) for clause in self.clauses.get(standard, ()))


def _theme(table: Table) -> Theme:
    table.only({"key", "name", "clauses"})
    clauses = table.table("clauses")
    places = {standard: clauses.texts(standard) for standard in clauses.values}
    return Theme(table.place.key, table.bilingual("name"), places)


def read(file: Path) -> tuple[Theme, ...]:
    """The themes of a file, none where there is no such file. Raises ContentError."""
    if not file.is_file():
        return ()
    return tuple(_theme(table) for table in load(file).tables("theme", "key", "a theme"))
