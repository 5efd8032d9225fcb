"""Weeks and the day at a pace."""

from datetime import date

import pytest

from isodesk.domain.forecast import forecast

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("hours", "pace", "weeks", "ends"),
    [
        (120, 10, 12, date(2027, 2, 15)),
        (121, 10, 13, date(2027, 2, 22)),
        (1, 40, 1, date(2026, 11, 30)),
        (0, 10, 0, MONDAY),
        (3, 2.5, 2, date(2026, 12, 7)),
    ],
)
def test_a_week_that_has_begun_counts_whole(hours: int, pace: float, weeks: int, ends: date) -> None:
    made = forecast(hours, pace, MONDAY)
    assert (made.weeks, made.ends_on) == (weeks, ends)
