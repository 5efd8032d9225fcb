"""Reads the question bank and standards from TOML; every error names file, key and line."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from isodesk.catalog.standard import Clause, Question, QuestionText, Standard
from isodesk.domain.conformity import Importance
from isodesk.domain.people import Role
from isodesk.errors import ContentError
from isodesk.i18n import LANGUAGES, N_

_REMEDY = N_("Mend the file, or remove it from the standards folder, and start again.")


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a file something stands."""

    file: Path
    key: str
    line: int

    def error(self, fault: str) -> ContentError:
        """An error at this place; `fault` says what is wrong."""
        return ContentError(
            N_("{file}, line {line}, {key}: {fault}."),
            _REMEDY,
            file=self.file.name,
            line=self.line,
            key=self.key,
            fault=fault,
        )


class _Table:
    """A TOML table read with checked types."""

    def __init__(self, values: Mapping[str, Any], place: Place) -> None:
        self.values = values
        self.place = place

    def text(self, key: str, default: str | None = None) -> str:
        value = self.values.get(key, default)
        if not isinstance(value, str):
            raise self.place.error(f"“{key}” must be a text")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.place.error(f"“{key}” must be a list of texts")
        return tuple(value)

    def table(self, key: str) -> "_Table":
        value = self.values.get(key)
        if not isinstance(value, dict):
            raise self.place.error(f"“{key}” is missing")
        return _Table(value, self.place)

    def bilingual(self, key: str) -> dict[str, str]:
        table = self.table(key)
        return {language: table.text(language) for language in LANGUAGES}

    def only(self, allowed: set[str]) -> None:
        unknown = sorted(set(self.values) - allowed)
        if unknown:
            raise self.place.error(f"“{unknown[0]}” is not a known field")


def _line_of(source: str, marker: str, value: str) -> int:
    """The line of the last such entry: of two with one key, the later one is the mistake."""
    found = list(re.finditer(rf'(?m)^[ \t]*{marker}[ \t]*=[ \t]*"{re.escape(value)}"', source))
    return source.count("\n", 0, found[-1].start()) + 1 if found else 1


def _load(file: Path) -> tuple[dict[str, Any], str]:
    try:
        source = file.read_text("utf-8")
    except OSError as error:
        raise ContentError(N_("The file {file} cannot be read."), _REMEDY, file=file.name) from error
    except UnicodeDecodeError as error:
        raise ContentError(N_("The file {file} is not UTF-8 text."), _REMEDY, file=file.name, line=1, key="") from error
    try:
        return tomllib.loads(source), source
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        found = re.search(r"line (\d+)", str(error))
        line = int(found.group(1)) if found else source.count("\n") + 1
        words = N_("The file {file} of a standard is damaged: line {line} is not valid TOML.")
        raise ContentError(words, _REMEDY, file=file.name, line=line, key="") from error


def _tables(values: Mapping[str, Any], name: str, file: Path) -> list[dict[str, Any]]:
    found = values.get(name, [])
    if not isinstance(found, list) or not all(isinstance(item, dict) for item in found):
        raise Place(file, name, 1).error(f"“{name}” must be a list of [[{name}]] tables")
    return found


def _question_text(table: _Table) -> QuestionText:
    table.only({"question", "why", "look_for", "example", "action"})
    return QuestionText(
        table.text("question"), table.text("why"), table.texts("look_for"), table.text("example"), table.text("action")
    )


def _question(values: Mapping[str, Any], file: Path, source: str) -> Question:
    key = values.get("key")
    if not isinstance(key, str):
        raise Place(file, "question", 1).error("a question without a “key”")
    table = _Table(values, Place(file, key, _line_of(source, "key", key)))
    table.only({"key", "scope", "importance", "effort", "role", "follows", *LANGUAGES})
    scope, importance, role = table.text("scope"), table.text("importance"), table.text("role")
    if scope not in {"common", "specific"}:
        raise table.place.error("“scope” must be common or specific")
    if importance not in set(Importance):
        raise table.place.error(f"“importance” must be one of {', '.join(Importance)}")
    if role not in set(Role):
        raise table.place.error(f"“role” must be one of {', '.join(Role)}")
    effort = values.get("effort")
    if not isinstance(effort, int) or isinstance(effort, bool):
        raise table.place.error("“effort” must be a whole number of hours")
    return Question(
        key,
        scope == "common",
        Importance(importance),
        effort,
        Role(role),
        table.texts("follows"),
        {language: _question_text(table.table(language)) for language in LANGUAGES},
    )


def read_questions(file: Path) -> tuple[Question, ...]:
    """The questions of one bank file. Raises ContentError."""
    values, source = _load(file)
    return tuple(_question(item, file, source) for item in _tables(values, "question", file))


def read_bank(folder: Path) -> dict[str, Question]:
    """All questions of a folder by key. Raises ContentError, also for a key used twice."""
    bank: dict[str, Question] = {}
    for file in sorted(folder.glob("*.toml")):
        for question in read_questions(file):
            if question.key in bank:
                line = _line_of(file.read_text("utf-8"), "key", question.key)
                raise Place(file, question.key, line).error("this key is used twice")
            bank[question.key] = question
    return bank


def _clause(values: Mapping[str, Any], file: Path, source: str, bank: Mapping[str, Question]) -> Clause:
    number = values.get("number")
    if not isinstance(number, str):
        raise Place(file, "clause", 1).error("a clause without a “number”")
    table = _Table(values, Place(file, number, _line_of(source, "number", number)))
    table.only({"number", "title", "questions"})
    keys = table.texts("questions")
    for key in keys:
        if key not in bank:
            raise table.place.error(f"the question “{key}” is not in the bank")
    return Clause(number, table.bilingual("title"), keys)


def read_standard(file: Path, bank: Mapping[str, Question]) -> Standard:
    """One standard with the questions it uses. Raises ContentError."""
    values, source = _load(file)
    table = _Table(values, Place(file, str(values.get("key", "")), 1))
    table.only({"key", "designation", "edition", "published", "source", "buy", "title", "system", "clause"})
    published = values.get("published")
    if published is not None and (not isinstance(published, date) or isinstance(published, datetime)):
        raise table.place.error("“published” must be a date")
    clauses = tuple(_clause(item, file, source, bank) for item in _tables(values, "clause", file))
    used = {key: bank[key] for clause in clauses for key in clause.questions}
    return Standard(
        key=table.text("key"),
        designation=table.text("designation"),
        edition=table.text("edition"),
        titles=table.bilingual("title"),
        system=table.bilingual("system"),
        clauses=clauses,
        questions=used,
        published=published,
        source=table.text("source", ""),
        buy=table.text("buy", ""),
    )
