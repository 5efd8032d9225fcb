"""TOML read with checked types; every error names file, key and line."""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Any, Final, TypeVar

from isodesk.catalog import limits
from isodesk.catalog.faults import Fault, at_line, code_of
from isodesk.errors import ContentError
from isodesk.i18n import LANGUAGES, N_

REMEDY = N_("Mend the file, or remove it from the standards folder, and start again.")
_LANGUAGE: Final = re.compile(r"(?!key$)[a-z]{2,3}")
"""ISO 639; the one language whose code is a field of ours has to go without."""
_E = TypeVar("_E", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a file something stands."""

    file: Path
    key: str
    line: int | Callable[[], int]
    """Looked for only when it is needed: a sound file has hundreds of places and no error."""

    def error(self, fault: str) -> ContentError:
        """An error at this place; `fault` says what is wrong."""
        line = self.line if isinstance(self.line, int) else self.line()
        return ContentError(
            N_("{file}, line {line}, {key}: {fault}."),
            REMEDY,
            file=self.file.name,
            line=line,
            key=self.key,
            fault=fault,
        )


@dataclass(frozen=True, slots=True)
class Table:
    """A TOML table read with checked types. With `any_language` a text in one language is enough."""

    values: Mapping[str, Any]
    place: Place
    any_language: bool = False

    def text(self, key: str, default: str | None = None) -> str:
        """A text; without `default` it must be there."""
        value = self.values.get(key, default)
        if not isinstance(value, str):
            raise self.place.error(f"“{key}” must be a text")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, empty where there is none."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.place.error(f"“{key}” must be a list of texts")
        return tuple(value)

    def truth(self, key: str) -> bool:
        """true or false, false where there is none."""
        value = self.values.get(key, False)
        if not isinstance(value, bool):
            raise self.place.error(f"“{key}” must be true or false")
        return value

    def number(self, key: str, unit: str) -> int:
        """A whole number of a unit."""
        value = self.values.get(key)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.place.error(f"“{key}” must be a whole number of {unit}")
        return value

    def day(self, key: str) -> date:
        """A date without a time."""
        value = self.values.get(key)
        if not isinstance(value, date) or isinstance(value, datetime):
            raise self.place.error(f"“{key}” must be a date")
        return value

    def one_of(self, key: str, kinds: type[_E], default: _E | None = None) -> _E:
        """A word out of a set."""
        value = self.text(key, None if default is None else default.value)
        if value not in set(kinds):
            raise self.place.error(f"“{key}” must be one of {', '.join(kinds)}")
        return kinds(value)

    def table(self, key: str) -> "Table":
        """A table inside this one."""
        value = self.values.get(key)
        if not isinstance(value, dict):
            raise self.place.error(f"“{key}” is missing")
        return Table(value, self.place, self.any_language)

    def bilingual(self, key: str) -> dict[str, str]:
        """A text by language."""
        table = self.table(key)
        languages = table.languages()
        unknown = sorted(set(table.values) - set(languages)) if self.any_language else []
        if unknown:
            raise self.place.error(f"“{unknown[0]}” in “{key}” is no code of a language, such as en")
        return {language: table.text(language) for language in languages}

    def languages(self) -> tuple[str, ...]:
        """The languages in which this table speaks: both of ours, or in a pack from elsewhere those it has."""
        if not self.any_language:
            return LANGUAGES
        found = tuple(key for key in self.values if _LANGUAGE.fullmatch(key))
        if not found:
            raise self.place.error("there is no text in any language")
        return found

    def only(self, allowed: set[str]) -> None:
        """Refuses fields that nobody reads: a misspelt one would be lost silently."""
        speaks = self.any_language and allowed.issuperset(LANGUAGES)
        unknown = sorted(key for key in set(self.values) - allowed if not (speaks and _LANGUAGE.fullmatch(key)))
        if unknown:
            raise self.place.error(f"“{unknown[0]}” is not a known field")


@dataclass(frozen=True, slots=True)
class TomlFile:
    """A file with its values and its lines."""

    file: Path
    values: dict[str, Any]
    source: str
    any_language: bool = False

    def head(self) -> Table:
        """The fields above the first table."""
        return Table(self.values, Place(self.file, str(self.values.get("key", "-")), 1), self.any_language)

    def tables(self, name: str, key: str, what: str) -> list[Table]:
        """The tables `[[name]]`, each placed by its field `key`; `what` names one where that field is missing."""
        found = self.values.get(name, [])
        if not isinstance(found, list) or not all(isinstance(item, dict) for item in found):
            raise Place(self.file, name, 1).error(f"“{name}” must be a list of [[{name}]] tables")
        return [self._table(item, name, key, what) for item in found]

    def _table(self, values: dict[str, Any], name: str, key: str, what: str) -> Table:
        value = values.get(key)
        if not isinstance(value, str):
            raise Place(self.file, name, 1).error(f"{what} without a “{key}”")
        return Table(values, Place(self.file, value, partial(self.line_of, key, value)), self.any_language)

    def line_of(self, field: str, value: str) -> int:
        """The line of the last such entry: of two with one key, the later one is the mistake."""
        found = list(re.finditer(rf'(?m)^[ \t]*{field}[ \t]*=[ \t]*"{re.escape(value)}"', self.source))
        return self.source.count("\n", 0, found[-1].start()) + 1 if found else 1


def load_text(file: Path, room: int = 1) -> str:
    """The text of a file. Raises ContentError where it cannot be read, is too large or is no UTF-8."""
    try:
        return limits.read(file, room).decode("utf-8").replace("\r\n", "\n")
    except OSError as error:
        raise ContentError(N_("The file {file} cannot be read."), REMEDY, file=file.name) from error
    except UnicodeDecodeError as error:
        raise ContentError(N_("The file {file} is not UTF-8 text."), REMEDY, file=file.name, line=1, key="") from error


def load(file: Path, *, any_language: bool = False, room: int = 1) -> TomlFile:
    """A file that is valid TOML. One that need not speak our languages comes from outside, and is checked for what such a
    file may not hold; `room` is how many times the limits it may have. Raises ContentError."""
    source = load_text(file, room)
    values = parse_from_outside(source, file, room) if any_language else parse(source, file)
    return TomlFile(file, values, source, any_language)


def parse(source: str, file: Path) -> dict[str, Any]:
    """The values of TOML text that came from `file`. Raises ContentError."""
    try:
        return tomllib.loads(source)
    except (ValueError, RecursionError) as error:  # a number of five thousand digits is a ValueError alone
        found = re.search(r"line (\d+)", str(error))
        line = int(found.group(1)) if found else source.count("\n") + 1
        words = N_("The file {file} of a standard is damaged: line {line} is not valid TOML.")
        raise ContentError(words, REMEDY, file=file.name, line=line, key="") from error


def parse_from_outside(source: str, file: Path, room: int = 1) -> dict[str, Any]:
    """As `parse`, within the limits for files from outside and without hidden characters. Raises ContentError."""
    excess = limits.excess_of_keys(source, room)
    if excess is not None:
        line = limits.line_at(source, excess)
        raise at_line(Fault.MANY, file.name, line, "-", limit=limits.NODES)
    values = parse(source, file)
    for fault, name, text, details in _excesses(values):
        raise at_line(fault, file.name, _line_of_text(source, text), name[:40] or "-", **details)
    return values


_Excess = tuple[Fault, str, str, dict[str, object]]
"""The fault, the name of the field, a text by which the line can be found, and details for the words."""


def _excesses(values: dict[str, Any]) -> Iterator[_Excess]:
    """What passes the limits. Without recursion: a dotted key nests as deep as it is long."""
    waiting: list[tuple[Any, int, str]] = [(values, 1, "")]
    while waiting:
        value, depth, name = waiting.pop()
        if depth > limits.DEPTH:
            yield Fault.DEEP, name, name, {"limit": limits.DEPTH}
        if isinstance(value, str):
            yield from _text_excesses(name, value)
        elif isinstance(value, dict):
            for key, item in value.items():
                yield from _text_excesses(key, key)
                waiting.append((item, depth + 1, key))
        elif isinstance(value, list):
            waiting.extend((item, depth + 1, name) for item in value)


def _text_excesses(name: str, text: str) -> Iterator[_Excess]:
    if len(text) > limits.TEXT:
        yield Fault.LONG, name, text, {"limit": limits.TEXT}
    hidden = limits.HIDDEN.search(text)
    if hidden:
        yield Fault.HIDDEN, limits.HIDDEN.sub("", name), hidden.group(), {"code": code_of(hidden.group())}


def _line_of_text(source: str, text: str) -> int:
    """Where a text stands, or the escape for a single character."""
    place = source.find(text[:30])
    if place < 0 and len(text) == 1:
        found = re.search(rf"(?i)\\u0*{ord(text):x}", source)
        place = found.start() if found else 0
    return limits.line_at(source, max(place, 0))
