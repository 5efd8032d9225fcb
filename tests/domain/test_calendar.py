"""Working days are counted alike in every way of asking, over leap days and over the ends of what dates know."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isodesk.domain.calendar import WEEKDAYS, TooFar, WorkingCalendar, each_day

days = st.dates(date(2023, 12, 1), date(2028, 4, 1))
calendars = st.builds(WorkingCalendar, st.frozensets(days, max_size=60), st.frozensets(days, max_size=20))


@given(calendars, days, days)
def test_working_days_are_those_on_which_people_work(calendar: WorkingCalendar, one: date, other: date) -> None:
    first, last = sorted((one, other))

    assert calendar.working_days(first, last) == sum(calendar.is_working(day) for day in each_day(first, last))


@given(calendars, days)
def test_a_number_leads_back_to_its_day(calendar: WorkingCalendar, day: date) -> None:
    found = calendar.day(calendar.number(day))

    assert calendar.is_working(found)
    assert found == calendar.on_or_after(day)
    assert not any(calendar.is_working(between) for between in each_day(day, found - timedelta(days=1)))


@given(calendars, days)
def test_the_working_day_before_is_the_nearest_one(calendar: WorkingCalendar, day: date) -> None:
    found = calendar.on_or_before(day)

    assert calendar.is_working(found)
    assert found <= day
    assert not any(calendar.is_working(between) for between in each_day(found + timedelta(days=1), day))


@given(calendars, days, st.integers(-300, 300))
def test_days_that_are_added_can_be_taken_back(calendar: WorkingCalendar, day: date, count: int) -> None:
    first = calendar.on_or_after(day)
    moved = calendar.add(first, count)

    assert calendar.is_working(moved)
    assert calendar.add(moved, -count) == first
    assert calendar.working_days(min(first, moved), max(first, moved)) == abs(count) + 1


@given(calendars, days, days)
def test_the_reserve_is_the_same_distance_both_ways(calendar: WorkingCalendar, end: date, target: date) -> None:
    assert calendar.reserve(end, target) == -calendar.reserve(target, end)
    if end <= target:
        assert calendar.reserve(end, target) == calendar.working_days(end + timedelta(days=1), target)


def test_from_a_day_off_the_count_begins_at_the_next_working_day_or_the_one_before() -> None:
    saturday = date(2026, 11, 28)

    assert WEEKDAYS.add(saturday, 0) == WEEKDAYS.add(saturday, -1) + timedelta(days=4)
    assert WEEKDAYS.add(saturday, 1) == date(2026, 12, 1)
    assert WEEKDAYS.add(saturday, -1) == date(2026, 11, 26)


def test_a_leap_day_is_worked_like_any_other() -> None:
    leap = date(2028, 2, 29)  # a Tuesday

    assert WEEKDAYS.is_working(leap)
    assert WEEKDAYS.add(leap, 1) == date(2028, 3, 1)
    assert WEEKDAYS.add(date(2028, 3, 1), -1) == leap
    assert WorkingCalendar(frozenset({leap})).working_days(date(2028, 2, 28), date(2028, 3, 1)) == 2


def test_a_weekend_day_that_is_worked_counts_even_where_it_is_a_holiday() -> None:
    saturday = date(2027, 2, 20)
    calendar = WorkingCalendar(frozenset({saturday, date(2027, 2, 22)}), frozenset({saturday}))

    assert calendar.is_working(saturday)
    assert calendar.add(saturday, 1) == date(2027, 2, 23)
    assert calendar.working_days(date(2027, 2, 15), date(2027, 2, 28)) == 10


def test_the_ends_of_time_are_said_and_not_passed() -> None:
    assert WEEKDAYS.on_or_after(date(1, 1, 1)) == date(1, 1, 1)
    assert WEEKDAYS.number_after(date.max) == WEEKDAYS.number(date.max) + 1
    for count in (1, 10**9):
        with pytest.raises(TooFar):
            WEEKDAYS.add(date.max, count)
        with pytest.raises(TooFar):
            WEEKDAYS.add(date.min, -count)
