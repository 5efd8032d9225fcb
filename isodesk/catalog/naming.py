"""Keys for what comes from elsewhere: of a standard, which is a file name too, and of its questions."""

import re
import unicodedata
from typing import Final

from isodesk.errors import InvalidInput
from isodesk.i18n import N_

STANDARD_KEY: Final = re.compile(r"[a-z0-9-]{2,60}")
_LONGEST: Final = 60
_RESERVED: Final = frozenset(
    ["con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))]
)
"""Windows keeps these names for devices, whatever their ending."""
_LATIN: Final = {
    ord(letter): latin
    for letter, latin in [
        *zip("абвгдезийклмнопрстуфыэøłđ", "abvgdeziyklmnoprstufyeold", strict=True),
        *(("ё", "e"), ("ж", "zh"), ("х", "kh"), ("ц", "ts"), ("ч", "ch"), ("ш", "sh"), ("щ", "shch"), ("ю", "yu")),
        *(("я", "ya"), ("ъ", ""), ("ь", ""), ("æ", "ae")),
    ]
}


def is_standard_key(key: str) -> bool:
    """Whether a standard can have this key on every system."""
    return bool(STANDARD_KEY.fullmatch(key)) and key not in _RESERVED


def checked(key: str) -> str:
    """The key, if a standard can have it. Raises InvalidInput."""
    if is_standard_key(key):
        return key
    raise InvalidInput(
        "key",
        N_("“{key}” cannot be the key of a standard."),
        N_("A key has 2 to 60 lower-case Latin letters, digits and hyphens, such as iso-9001-2026."),
        key=key[:80],
    )


def slug(text: str) -> str:
    """Lower-case Latin letters and digits joined by hyphens: Cyrillic is written in Latin, accents go. May be empty."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LATIN))
    return re.sub(r"[^a-z0-9]+", "-", "".join(sign for sign in plain if not unicodedata.combining(sign))).strip("-")


def dotted_slug(text: str) -> str:
    """As `slug`, but dots stay: 8.4.1 is 8.4.1."""
    return ".".join(part for part in (slug(part) for part in text.split(".")) if part)


def standard_key(*texts: str) -> str:
    """A key from the first text that gives one."""
    for text in texts:
        key = slug(text)[:_LONGEST].strip("-")
        if is_standard_key(key):
            return key
    return "own-standard"


class Distinct:
    """Gives keys of which no two are the same: one that is taken gets a number."""

    def __init__(self) -> None:
        self._next: dict[str, int] = {}

    def __call__(self, key: str) -> str:
        found = key
        while found in self._next:
            self._next[key] += 1
            found = f"{key}-{self._next[key]}"
        self._next[found] = 1
        return found
