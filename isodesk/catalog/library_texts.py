"""Texts of libraries in the format of CISO Assistant: by language, without markup."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from isodesk.catalog import limits
from isodesk.catalog.faults import Fault, code_of
from isodesk.catalog.plain_text import tidy
from isodesk.catalog.plain_yaml import YamlTable

Texts = dict[str, str]
"""By language; only languages in which something is said."""
_LOCALE: Final = re.compile(r"(?!key$)[a-z]{2,3}(?![a-z])")


def language_of(locale: str) -> str:
    """The language of a locale such as pt-BR, English where it is none."""
    found = _LOCALE.match(locale.casefold())
    return found.group() if found else "en"


def plain_of(table: YamlTable, name: str) -> str:
    """A text without markup. Raises ContentError where the markup hid a character that cannot be seen."""
    text = tidy(table.text(name))
    hidden = limits.HIDDEN.search(text)
    if hidden:
        raise table.error(Fault.HIDDEN, name, code=code_of(hidden.group()))
    return text


def texts_of(table: YamlTable, name: str, language: str) -> Texts:
    """A field in the language of the library and in those of its translations."""
    found = {language: plain_of(table, name)}
    translations = table.table("translations")
    for locale in translations.fields:
        found.setdefault(language_of(locale), plain_of(translations.table(locale).named(table.file, table.key), name))
    return {spoken: text for spoken, text in found.items() if text}


def languages_of(*texts: Mapping[str, object]) -> tuple[str, ...]:
    """Every language in which one of several texts speaks."""
    return tuple(dict.fromkeys(language for part in texts for language in part))


def tail_of(urn: str) -> str:
    """What tells an entry from the others of its library: the end of its URN."""
    parts = urn.strip().split(":")
    return ":".join(parts[5:]) if len(parts) > 5 else parts[-1]


def terms_of(library: YamlTable) -> list[str]:
    """Who made a library, and what may be done with it."""
    said = dict.fromkeys(plain_of(library, name) for name in ("provider", "copyright"))
    return [text for text in said if text not in {"", "_", "-"}]


def joined(table: YamlTable, parts: Iterable[str]) -> str:
    """Texts of a table below one another. Raises ContentError where they grow too long."""
    text = "\n".join(parts)
    if len(text) > limits.TEXT:
        raise table.error(Fault.LONG, limit=limits.TEXT)
    return text
