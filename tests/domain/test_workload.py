"""Open work spread over weeks: nothing is lost, nothing falls on a day off, too much is told."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isodesk.domain.budget import Amount
from isodesk.domain.workload import Portion, monday_of, spread

MONDAY = date(2026, 11, 23)


def weekdays(day: date) -> bool:
    return day.weekday() < 5


def test_a_task_is_spread_evenly_over_its_working_days() -> None:
    """Thursday to the Tuesday after next: two days, five days, two days of 9 hours."""
    found = spread([Portion("t", "a", 9.0, date(2026, 11, 26), date(2026, 12, 8))], {"a": 10.0}, MONDAY, weekdays)

    assert found.weeks == (MONDAY, MONDAY + timedelta(7), MONDAY + timedelta(14))
    assert [load.hours for load in found.of("a")] == pytest.approx([2, 5, 2])
    assert [load.capacity for load in found.of("a")] == [10, 10, 10]
    assert found.above == ()


def test_what_should_be_over_falls_on_the_next_working_day() -> None:
    late = Portion("t", "a", 4.0, date(2026, 10, 1), date(2026, 10, 2))

    assert [load.hours for load in spread([late], {"a": 3.0}, MONDAY, weekdays).of("a")] == [4]
    saturday = spread([late], {"a": 3.0}, date(2026, 11, 28), weekdays)
    assert [load.hours for load in saturday.of("a")] == [0, 4], "nobody works on the Saturday of the first week"


def test_too_much_is_told_the_worst_first() -> None:
    found = spread(
        [
            Portion("x", "a", 12.0, MONDAY, MONDAY + timedelta(4)),
            Portion("y", "b", 30.0, MONDAY + timedelta(7), MONDAY + timedelta(11)),
            Portion("z", None, 99.0, MONDAY, MONDAY),
        ],
        {"a": 10.0, "b": 10.0},
        MONDAY,
        weekdays,
    )

    assert [(owner, week) for owner, week, _load in found.above] == [("b", MONDAY + timedelta(7)), ("a", MONDAY)]
    assert found.of(None)[0].tasks == ("z",), "work of nobody is shown and is nobody's excess"


def test_a_week_with_a_holiday_has_fewer_hours() -> None:
    holiday = MONDAY + timedelta(2)
    found = spread(
        [Portion("t", "a", 4.0, MONDAY, MONDAY + timedelta(4))],
        {"a": 10.0},
        MONDAY,
        lambda day: weekdays(day) and day != holiday,
    )

    assert found.of("a")[0].capacity == 8
    assert found.of("a")[0].hours == pytest.approx(4)


def test_nobody_with_hours_and_work_has_too_much() -> None:
    found = spread([Portion("t", "a", 1.0, MONDAY, MONDAY)], {"a": 0.0}, MONDAY, weekdays)

    assert found.of("a")[0].is_above
    assert found.of("a")[0].share == 2
    assert spread([], {"a": 0.0}, MONDAY, weekdays).weeks == ()


def test_the_29th_of_february_is_a_day_like_others() -> None:
    found = spread(
        [Portion("t", "a", 2.0, date(2028, 2, 29), date(2028, 3, 1))], {"a": 5.0}, date(2028, 2, 29), weekdays
    )

    assert found.weeks == (monday_of(date(2028, 2, 29)),)
    assert found.of("a")[0].hours == pytest.approx(2)


portions = st.builds(
    Portion,
    task=st.sampled_from("tuvw"),
    owner=st.sampled_from(["a", "b", None]),
    hours=st.floats(0, 200),
    start=st.dates(date(2026, 1, 1), date(2028, 12, 31)),
    due=st.dates(date(2026, 1, 1), date(2028, 12, 31)),
)


@given(st.lists(portions, max_size=12), st.dates(date(2026, 1, 1), date(2028, 12, 31)))
def test_no_hour_is_lost_and_no_week_is_past(work: list[Portion], today: date) -> None:
    found = spread(work, {"a": 10.0, "b": 0.0}, today, weekdays)
    total = sum(load.hours for loads in found.loads.values() for load in loads)

    assert total == pytest.approx(sum(portion.hours for portion in work), abs=1e-6)
    assert all(week >= monday_of(today) and week.weekday() == 0 for week in found.weeks)
    assert all(len(loads) == len(found.weeks) for loads in found.loads.values())


def test_amounts_add_up() -> None:
    assert Amount(10, 4) + Amount(1.5, 3) == Amount(11.5, 7)
    assert Amount(10, 12).left == -2
