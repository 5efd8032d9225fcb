"""A mistyped registration number must be caught before it is printed."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from isodesk.domain.registration import NumberFault, inn_fault, ogrn_fault

FIRMS = ["7707083893", "7736050003", "7702070139", "7710140679", "5260901870", "7740000076"]
PERSONS = ["500100732259", "526317984689"]
OGRNS = ["1027700132195", "1027700070518", "1027739609391", "1027700149124", "1037739010891"]
OGRNIPS = ["304500116000157"]

inns = st.sampled_from(FIRMS + PERSONS)
ogrns = st.sampled_from(OGRNS + OGRNIPS)


@pytest.mark.parametrize("number", FIRMS + PERSONS)
def test_numbers_of_real_firms_and_persons_are_right(number: str) -> None:
    assert inn_fault(number) is None


@pytest.mark.parametrize("number", OGRNS + OGRNIPS)
def test_state_numbers_are_right(number: str) -> None:
    assert ogrn_fault(number) is None


@given(inns, st.data())
def test_one_wrong_digit_in_an_inn_is_caught(number: str, data: st.DataObject) -> None:
    wrong = one_digit_changed(number, data)
    fault = inn_fault(wrong)

    # The remainder by 11 that is 10 is written as 0, so the scheme itself lets some changes to and from it pass.
    assert fault is NumberFault.CHECK_DIGIT or ten_written_as_zero(number, wrong)


@given(ogrns, st.data())
def test_one_wrong_digit_in_an_ogrn_is_caught(number: str, data: st.DataObject) -> None:
    wrong = one_digit_changed(number, data)
    divisor = 11 if len(number) == 13 else 13
    remainders = {int(text[:-1]) % divisor for text in (number, wrong)}

    assert ogrn_fault(wrong) is NumberFault.CHECK_DIGIT or max(remainders) >= 10


@given(inns, st.data())
def test_two_swapped_digits_are_caught(number: str, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(number) - 2))
    assume(number[index] != number[index + 1])
    swapped = number[:index] + number[index + 1] + number[index] + number[index + 2 :]

    assert inn_fault(swapped) is NumberFault.CHECK_DIGIT or ten_written_as_zero(number, swapped)


@given(st.integers(0, 10**9 - 1))
def test_exactly_one_last_digit_makes_an_inn_right(first_nine: int) -> None:
    right = [digit for digit in range(10) if inn_fault(f"{first_nine:09d}{digit}") is None]

    assert len(right) == 1


@given(st.integers(0, 10**14 - 1))
def test_exactly_one_last_digit_makes_an_ogrnip_right(first: int) -> None:
    assert len([digit for digit in range(10) if ogrn_fault(f"{first:014d}{digit}") is None]) == 1


@pytest.mark.parametrize("number", ["", "77О7083893", "770708389 ", "-707083893", "٧٧٠٧٠٨٣٨٩٣", "77.7083893"])
def test_only_digits_are_digits(number: str) -> None:
    assert inn_fault(number) is NumberFault.NOT_DIGITS
    assert ogrn_fault(number) is NumberFault.NOT_DIGITS


@pytest.mark.parametrize("length", [1, 9, 11, 14, 16])
def test_other_lengths_are_named_as_such(length: int) -> None:
    assert inn_fault("1" * length) is NumberFault.LENGTH
    assert ogrn_fault("1" * length) is NumberFault.LENGTH


def one_digit_changed(number: str, data: st.DataObject) -> str:
    index = data.draw(st.integers(0, len(number) - 1))
    digit = data.draw(st.sampled_from("0123456789"))
    assume(digit != number[index])
    return number[:index] + digit + number[index + 1 :]


def ten_written_as_zero(*numbers: str) -> bool:
    weights = {
        10: [(2, 4, 10, 3, 5, 9, 4, 6, 8)],
        12: [(7, 2, 4, 10, 3, 5, 9, 4, 6, 8), (3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8)],
    }
    return any(
        sum(int(digit) * weight for digit, weight in zip(number, row, strict=False)) % 11 == 10
        for number in numbers
        for row in weights[len(number)]
    )
