"""Cleans what was typed before it is kept: no control characters, one Unicode form, a limit that is said and never cut silently."""

import unicodedata
from collections.abc import Mapping

from isodesk.domain.registration import NumberFault
from isodesk.errors import InvalidInput
from isodesk.i18n import N_

LONG = 100_000
"""Characters in a free text; a book fits, a slip of the clipboard does not."""


def clean(field: str, value: str, limit: int, *, required: bool = False, lines: bool = False) -> str:
    """`value` without padding and control characters. Raises InvalidInput when it is too long, or empty and required."""
    normal = unicodedata.normalize("NFC", value.replace("\r\n", "\n").replace("\r", "\n"))
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
    """All texts among `values` cleaned by their limits; other values as they are. Raises InvalidInput, KeyError for a field without a limit."""
    return {
        name: clean(name, value, limits[name], required=name in required, lines=limits[name] >= LONG)
        if isinstance(value, str)
        else value
        for name, value in values.items()
    }


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
