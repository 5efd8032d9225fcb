"""Numbers of objectives as people type them, and what they must not be."""

import math
import re
from typing import Final

from isodesk.errors import InvalidInput
from isodesk.i18n import N_

_SPACES: Final = re.compile(r"[\s\u00a0\u202f']+")
_THOUSANDS: Final = re.compile(r"[-+]?\d{1,3}(,\d{3})+(\.\d+)?")
_NUMBER: Final = re.compile(r"[-+]?(\d+(\.\d*)?|\.\d+)")
_MOST: Final = 1e12


def read_number(field: str, text: str, language: str) -> float | None:
    """12,5 or 12.5, 1 200, -3, and in English 1,200; None for nothing. Raises InvalidInput naming `field`."""
    typed = _SPACES.sub("", text).replace("\u2212", "-").replace("–", "-").rstrip("%")
    if not text.strip():
        return None
    plain = typed.replace(",", "") if language == "en" and _THOUSANDS.fullmatch(typed) else typed.replace(",", ".")
    if not _NUMBER.fullmatch(plain):
        raise _no_number(field, text)
    number = float(plain)
    refuse_number(field, number)
    return number


def _no_number(field: str, text: str) -> InvalidInput:
    return InvalidInput(
        field,
        N_("“{text}” is not a number."),
        N_("Write digits only, for instance 12.5; the unit has a field of its own."),
        text=text.strip()[:40],
    )


def refuse_number(field: str, value: object) -> None:
    """Raises InvalidInput for a number that no measure has."""
    if isinstance(value, (int, float)) and not (math.isfinite(value) and abs(value) <= _MOST):
        raise InvalidInput(field, N_("This number is too large."), N_("Choose a larger unit."))


def refuse_same(field: str, base: float | None, target: float | None) -> None:
    """Raises InvalidInput where base and target are alike: nothing would have to change."""
    if base is not None and base == target:
        raise InvalidInput(
            field,
            N_("Base and target are the same, so there is nothing to reach."),
            N_("Enter another target; to keep a value as it is, leave the base empty."),
        )
