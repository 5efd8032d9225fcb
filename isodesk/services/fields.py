"""Cleans what was typed before it is kept: no control characters, one Unicode form, a limit that is said and never cut silently."""

import unicodedata
from collections.abc import Mapping
from datetime import date
from typing import Final

from isodesk.domain.registration import NumberFault
from isodesk.errors import InvalidInput
from isodesk.i18n import N_

LONG = 100_000
"""Characters in a free text; a book fits, a slip of the clipboard does not."""

_FIRST_YEAR: Final = 1990
_LAST_YEAR: Final = 2199
"""A date outside is a slip of the keyboard: no firm began before there were standards, and plans end."""


def clean(field: str, value: str, limit: int, *, required: bool = False, lines: bool = False) -> str:
    """`value` without padding and control characters; without `lines` a line break is a space between words. Raises InvalidInput when it is too long, or empty and required."""
    normal = unicodedata.normalize("NFC", value.replace("\r\n", "\n").replace("\r", "\n"))
    if not lines:
        normal = normal.replace("\n", " ").replace("\t", " ")
    kept = "".join(c for c in normal if (lines and c in "\n\t") or unicodedata.category(c) not in {"Cc", "Cs"})
    kept = kept.strip()
    if required and not kept:
        raise InvalidInput(field, N_("This field cannot be empty."), N_("Type a name."))
    if len(kept) > limit:
        raise InvalidInput(
            field,
            N_("The text has {length} characters, at most {limit} are kept."),
            N_("Shorten it; nothing was cut."),
            length=len(kept),
            limit=limit,
        )
    return kept


def cleaned(values: Mapping[str, object], limits: Mapping[str, int], required: frozenset[str]) -> dict[str, object]:
    """All texts among `values` cleaned by their limits; other values as they are. Raises InvalidInput (also for dates
    that cannot be meant), KeyError for a field without a limit."""
    refuse_far_dates(values)
    return {
        name: clean(name, value, limits[name], required=name in required, lines=limits[name] >= LONG)
        if isinstance(value, str)
        else value
        for name, value in values.items()
    }


def refuse_far_dates(values: Mapping[str, object]) -> None:
    """Raises InvalidInput naming the field whose date lies in a year that nobody can mean."""
    for name, value in values.items():
        if isinstance(value, date) and not _FIRST_YEAR <= value.year <= _LAST_YEAR:
            raise InvalidInput(name, N_("The year of this date cannot be right."), N_("Correct the date."))


def refuse_number(field: str, fault: NumberFault | None, lengths: str) -> None:
    """Raises InvalidInput for a registration number with a fault."""
    if fault is None:
        return
    problem = {
        NumberFault.NOT_DIGITS: N_("The number may hold digits only."),
        NumberFault.LENGTH: N_("The number must have {lengths} digits."),
        NumberFault.CHECK_DIGIT: N_("The check digit does not fit: a digit is mistyped or two are swapped."),
    }[fault]
    raise InvalidInput(field, problem, N_("Compare it with the registration certificate."), lengths=lengths)


def folded(text: str) -> str:
    """The form in which names are searched and sorted: no case, ё as е (decisions 31)."""
    return unicodedata.normalize("NFC", text).casefold().replace("ё", "е")
