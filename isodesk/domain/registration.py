"""Check digits of Russian registration numbers, so that a mistyped one is caught before it is printed.

ИНН: order of the Federal Tax Service ММВ-7-6/435 (weights known from practice); ОГРН, ОГРНИП: remainder by 11 and by 13.
"""

from enum import Enum

_INN_10 = (2, 4, 10, 3, 5, 9, 4, 6, 8)
_INN_11 = (7, 2, 4, 10, 3, 5, 9, 4, 6, 8)
_INN_12 = (3, *_INN_11)


class NumberFault(Enum):
    """What is wrong with a registration number."""

    NOT_DIGITS = "not-digits"
    LENGTH = "length"
    CHECK_DIGIT = "check-digit"


def _inn_digit(number: str, weights: tuple[int, ...]) -> int:
    return sum(int(digit) * weight for digit, weight in zip(number, weights, strict=False)) % 11 % 10


def inn_fault(number: str) -> NumberFault | None:
    """None for a right ИНН of a firm (10 digits) or of a person (12 digits)."""
    if not (number.isascii() and number.isdigit()):
        return NumberFault.NOT_DIGITS
    if len(number) == 10:
        right = _inn_digit(number, _INN_10) == int(number[9])
    elif len(number) == 12:
        right = _inn_digit(number, _INN_11) == int(number[10]) and _inn_digit(number, _INN_12) == int(number[11])
    else:
        return NumberFault.LENGTH
    return None if right else NumberFault.CHECK_DIGIT


def ogrn_fault(number: str) -> NumberFault | None:
    """None for a right ОГРН (13 digits) or ОГРНИП (15 digits)."""
    if not (number.isascii() and number.isdigit()):
        return NumberFault.NOT_DIGITS
    if len(number) not in {13, 15}:
        return NumberFault.LENGTH
    divisor = 11 if len(number) == 13 else 13
    right = int(number[:-1]) % divisor % 10 == int(number[-1])
    return None if right else NumberFault.CHECK_DIGIT
