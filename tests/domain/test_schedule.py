"""The order of tasks, working days of the week, and the chain that ends last."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isodesk.domain import schedule
from isodesk.domain.schedule import CycleFound, Span, WorkItem, add_working_days, working_days

MONDAY = date(2026, 11, 23)


@st.composite
def plans(draw: st.DrawFn) -> list[WorkItem]:
    """Tasks that wait only for earlier ones, so that no circle is possible."""
    items: list[WorkItem] = []
    for index in range(draw(st.integers(0, 12))):
        before = draw(st.sets(st.integers(0, index - 1), max_size=3)) if index else set()
        items.append(
            WorkItem(
                f"t{index}",
                draw(st.sampled_from([0, 0.5, 1, 2, 3, 7.5, 40])),
                draw(st.sampled_from(["anna", "boris", None])),
                tuple(f"t{number}" for number in sorted(before)),
                draw(st.integers(0, 3)),
            )
        )
    return draw(st.permutations(items))


starts = st.dates(date(2025, 1, 1), date(2030, 1, 1))


@given(plans())
def test_each_stands_behind_its_predecessors(items: list[WorkItem]) -> None:
    order = [item.id for item in schedule.in_order(items)]

    assert sorted(order) == sorted(item.id for item in items)
    assert all(order.index(p) < order.index(item.id) for item in items for p in item.predecessors)


def test_a_circle_is_named_in_order() -> None:
    items = [WorkItem("a", 1, None, ("c",)), WorkItem("b", 1, None, ("a",)), WorkItem("c", 1, None, ("b",))]

    with pytest.raises(CycleFound) as caught:
        schedule.in_order(items)

    assert set(caught.value.members) == {"a", "b", "c"}
    assert caught.value.members[0] == caught.value.members[-1]
    assert " → " in str(caught.value)


def test_a_task_that_waits_for_itself_is_a_circle() -> None:
    with pytest.raises(CycleFound):
        schedule.in_order([WorkItem("a", 1, None, ("a",))])


@given(starts, st.integers(0, 30))
def test_working_days_are_counted_as_they_are_added(day: date, count: int) -> None:
    first = schedule.working_day_from(day)

    assert working_days(first, add_working_days(first, count)) == count + 1


def test_reversed_days_are_no_working_days() -> None:
    assert working_days(MONDAY, MONDAY - timedelta(days=1)) == 0
    assert schedule.working_day_from(date(2026, 11, 28)) == date(2026, 11, 30)


@pytest.mark.parametrize(
    ("end", "target", "days"),
    [
        (MONDAY, MONDAY, 0),
        (MONDAY, MONDAY + timedelta(days=1), 1),
        (MONDAY, MONDAY + timedelta(days=7), 5),
        (MONDAY + timedelta(days=7), MONDAY, -5),
        (date(2026, 11, 27), date(2026, 11, 29), 0),
    ],
)
def test_the_reserve_counts_working_days_between_end_and_target(end: date, target: date, days: int) -> None:
    assert schedule.reserve(end, target) == days


def test_the_critical_path_leads_to_the_last_day() -> None:
    friday, week = MONDAY + timedelta(days=4), MONDAY + timedelta(days=7)
    spans = {
        "short": Span(MONDAY, MONDAY),
        "long": Span(MONDAY, friday),
        "end": Span(week, week),
        "aside": Span(MONDAY, MONDAY),
    }

    assert schedule.critical_path(spans, {"end": ("short", "long", "gone")}) == {"long", "end"}
    assert schedule.critical_path({}, {}) == frozenset()


@pytest.mark.parametrize("names", [("a", "b", "c"), ("c", "b", "a"), ("b", "c", "a")])
def test_of_several_on_the_last_day_the_one_at_the_end_is_critical(names: tuple[str, str, str]) -> None:
    first, second, third = names
    spans = dict.fromkeys(names, Span(MONDAY, MONDAY))

    assert schedule.critical_path(spans, {second: (first,), third: (second,)}) == set(names)
