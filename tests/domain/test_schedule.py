"""Proposed dates keep what waits for what, let nobody do two things at once and leave weekends free."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isodesk.domain import schedule
from isodesk.domain.schedule import CycleFound, Span, WorkItem, add_working_days, propose, working_days

MONDAY = date(2026, 11, 23)
OWNERS = ["anna", "boris", None]


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
                draw(st.sampled_from(OWNERS)),
                tuple(f"t{number}" for number in sorted(before)),
                draw(st.integers(0, 3)),
            )
        )
    return draw(st.permutations(items))


starts = st.dates(date(2025, 1, 1), date(2030, 1, 1))


@given(plans(), starts)
def test_everything_starts_after_what_it_waits_for(items: list[WorkItem], start: date) -> None:
    spans = propose(items, start)

    for item in items:
        for predecessor in item.predecessors:
            if item.hours:
                assert spans[item.id].start > spans[predecessor].due
            else:
                assert spans[item.id].start >= spans[predecessor].due


@given(plans(), starts)
def test_nobody_works_on_two_tasks_at_once(items: list[WorkItem], start: date) -> None:
    spans = propose(items, start)

    for owner in ("anna", "boris"):
        own = sorted((spans[i.id] for i in items if i.owner == owner and i.hours), key=lambda span: span.start)
        assert all(first.due < second.start for first, second in pairwise(own))


@given(plans(), starts)
def test_tasks_lie_on_working_days_and_not_before_the_start(items: list[WorkItem], start: date) -> None:
    for span in propose(items, start).values():
        assert schedule.is_working_day(span.start)
        assert schedule.is_working_day(span.due)
        assert start <= span.start <= span.due


@given(plans(), starts)
def test_a_task_lasts_as_long_as_its_hours_need(items: list[WorkItem], start: date) -> None:
    spans = propose(items, start, {"anna": 4.0})

    for item in items:
        a_day = 4.0 if item.owner == "anna" else schedule.HOURS_A_DAY
        days = working_days(spans[item.id].start, spans[item.id].due)
        assert (days - 1) * a_day < item.hours or days == 1
        assert days * a_day >= item.hours


@given(plans())
def test_the_order_of_the_list_does_not_change_the_dates(items: list[WorkItem]) -> None:
    assert propose(items, MONDAY) == propose(sorted(items, key=lambda item: item.id), MONDAY)


@given(plans())
def test_each_stands_behind_its_predecessors(items: list[WorkItem]) -> None:
    order = [item.id for item in schedule.in_order(items)]

    assert sorted(order) == sorted(item.id for item in items)
    assert all(order.index(p) < order.index(item.id) for item in items for p in item.predecessors)


def test_a_circle_is_named_in_order() -> None:
    items = [WorkItem("a", 1, None, ("c",)), WorkItem("b", 1, None, ("a",)), WorkItem("c", 1, None, ("b",))]

    with pytest.raises(CycleFound) as caught:
        propose(items, MONDAY)

    assert set(caught.value.members) == {"a", "b", "c"}
    assert caught.value.members[0] == caught.value.members[-1]
    assert " → " in str(caught.value)


def test_a_task_that_waits_for_itself_is_a_circle() -> None:
    with pytest.raises(CycleFound):
        schedule.in_order([WorkItem("a", 1, None, ("a",))])


def test_what_is_not_in_the_plan_is_not_waited_for() -> None:
    assert propose([WorkItem("a", 2, None, ("gone",))], MONDAY) == {"a": Span(MONDAY, MONDAY)}


def test_settled_tasks_are_waited_for_and_keep_their_owner_busy() -> None:
    settled = {"old": ("anna", Span(MONDAY, MONDAY + timedelta(days=4)))}
    items = [WorkItem("next", 2, None, ("old",)), WorkItem("hers", 2, "anna"), WorkItem("his", 2, "boris")]

    spans = propose(items, MONDAY, settled=settled)

    assert spans["next"].start == spans["hers"].start == MONDAY + timedelta(days=7)
    assert spans["his"].start == MONDAY
    assert set(spans) == {"next", "hers", "his"}


def test_a_settled_task_without_an_owner_keeps_nobody_busy() -> None:
    settled = {"old": (None, Span(MONDAY, MONDAY + timedelta(days=4)))}

    assert propose([WorkItem("a", 2, "anna")], MONDAY, settled=settled)["a"].start == MONDAY


def test_someone_without_hours_still_gets_dates() -> None:
    span = propose([WorkItem("a", 1, "anna")], MONDAY, {"anna": 0.0})["a"]

    assert working_days(span.start, span.due) == 4


def test_a_milestone_takes_the_day_on_which_the_last_task_ends() -> None:
    spans = propose([WorkItem("a", 4), WorkItem("m", 0, None, ("a",))], MONDAY)

    assert spans["m"] == Span(spans["a"].due, spans["a"].due)


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
    items = [
        WorkItem("short", 2, None),
        WorkItem("long", 20, None),
        WorkItem("end", 2, None, ("short", "long")),
        WorkItem("aside", 4, None),
    ]
    spans = propose(items, MONDAY)

    assert schedule.critical_path(spans, {"end": ("short", "long", "gone")}) == {"long", "end"}
    assert schedule.critical_path({}, {}) == frozenset()


@pytest.mark.parametrize("names", [("a", "b", "c"), ("c", "b", "a"), ("b", "c", "a")])
def test_of_several_on_the_last_day_the_one_at_the_end_is_critical(names: tuple[str, str, str]) -> None:
    first, second, third = names
    spans = dict.fromkeys(names, Span(MONDAY, MONDAY))

    assert schedule.critical_path(spans, {second: (first,), third: (second,)}) == set(names)
