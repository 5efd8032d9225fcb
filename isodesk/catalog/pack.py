"""A standard as one file that can be given to a colleague: its head, its clauses, and every question that does not ship."""

from collections.abc import Mapping
from pathlib import Path

from isodesk.catalog import reader
from isodesk.catalog.standard import Question, Standard
from isodesk.catalog.typed_toml import Place, load


def read(file: Path, bank: Mapping[str, Question]) -> Standard:
    """The standard of a pack; questions that it does not hold come from `bank`. Raises ContentError."""
    content = load(file, any_language=True)
    held: dict[str, Question] = {}
    for question in reader.questions_of(content):
        place = Place(file, question.key, content.line_of("key", question.key))
        if question.key in held:
            raise place.error("this key is used twice")
        if question.key in bank and bank[question.key] != question:
            raise place.error("a question of this key ships with isodesk and says something else; choose another key")
        held[question.key] = question
    known = {**bank, **held}
    return reader.standard_of(content, known, reader.focus_of(content, known))
