"""Terms of management systems as the field says them in each language."""

from dataclasses import dataclass
from pathlib import Path

from isodesk import resources
from isodesk.catalog.standard import Bilingual
from isodesk.catalog.typed_toml import Table, load
from isodesk.i18n import LANGUAGES


@dataclass(frozen=True, slots=True)
class Term:
    """One notion."""

    names: Bilingual
    source: str
    """Designations of the standards or the law that the word comes from; empty for a word of practice."""


def _term(table: Table) -> Term:
    table.only({*LANGUAGES, "source"})
    return Term({language: table.text(language) for language in LANGUAGES}, table.text("source"))


def read(file: Path | None = None) -> tuple[Term, ...]:
    """The terms of a file, or of the one that ships. Raises ContentError."""
    content = load(file or resources.path("standards", "glossary.toml"))
    return tuple(_term(table) for table in content.tables("term", LANGUAGES[0], "a term"))
