"""TOML read with checked types; every error names file, key and line."""

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Any, Final, TypeVar

from isodesk.errors import ContentError
from isodesk.i18n import LANGUAGES, N_

REMEDY: Final = N_("Mend the file, or remove it from the standards folder, and start again.")
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}")
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
        return {language: table.text(language) for language in table.languages()}

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
        unknown = sorted(
            key for key in set(self.values) - allowed if not (self.any_language and _LANGUAGE.fullmatch(key))
        )
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
        return Table(self.values, Place(self.file, str(self.values.get("key", "")), 1), self.any_language)

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


def load_text(file: Path) -> str:
    """The text of a file. Raises ContentError where it cannot be read or is no UTF-8."""
    try:
        return file.read_text("utf-8")
    except OSError as error:
        raise ContentError(N_("The file {file} cannot be read."), REMEDY, file=file.name) from error
    except UnicodeDecodeError as error:
        raise ContentError(N_("The file {file} is not UTF-8 text."), REMEDY, file=file.name, line=1, key="") from error


def load(file: Path, *, any_language: bool = False) -> TomlFile:
    """A file that is valid TOML. Raises ContentError."""
    source = load_text(file)
    return TomlFile(file, parse(source, file), source, any_language)


def parse(source: str, file: Path) -> dict[str, Any]:
    """The values of TOML text that came from `file`. Raises ContentError."""
    try:
        return tomllib.loads(source)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        found = re.search(r"line (\d+)", str(error))
        line = int(found.group(1)) if found else source.count("\n") + 1
        words = N_("The file {file} of a standard is damaged: line {line} is not valid TOML.")
        raise ContentError(words, REMEDY, file=file.name, line=line, key="") from error
