"""Schedules keep what waits for what, nobody's capacity is passed, days off are free; what does not fit is named."""

import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from planned import WEEKS, days, plans, terms

from isodesk.domain.arranging import Direction, Misfit, Schedule, Terms, Trouble, arrange, pace
from isodesk.domain.calendar import TooFar, WorkingCalendar, each_day
from isodesk.domain.schedule import CycleFound, Span, WorkItem

MONDAY = date(2026, 11, 23)
FORWARD = Terms(MONDAY)


def troubles(found: Schedule) -> set[Trouble]:
    return {misfit.trouble for misfit in found.misfits}


def excused(found: Schedule, trouble: Trouble) -> set[tuple[str, str]]:
    return {(misfit.item, misfit.other) for misfit in found.misfits if misfit.trouble is trouble}


@given(plans(), terms())
def test_everything_starts_after_what_it_waits_for_or_is_named(items: list[WorkItem], on: Terms) -> None:
    found = arrange(items, on)
    known = {item.id: item for item in items}

    named = excused(found, Trouble.ORDER)
    for item in items:
        for key in item.predecessors:
            start, due = found.spans[item.id].start, found.spans[key].due
            kept = start > due if item.hours else start >= due
            if not kept:
                assert item.fixed
                assert item.done or known[key].done or (item.id, key) in named


@given(plans(), terms())
def test_no_person_is_above_capacity_on_any_day(items: list[WorkItem], on: Terms) -> None:
    found = arrange(items, on)

    load: dict[tuple[str, date], float] = Counter()
    for item in items:
        span = found.spans[item.id]
        if item.owner is None or not item.hours or item.done:
            continue
        for day in each_day(span.start, span.due):
            if on.calendar.is_working(day):
                load[item.owner, day] += pace(item.owner, WEEKS) / 5
    for (owner, day), hours in load.items():
        if hours > pace(owner, WEEKS) / 5 + 1e-9:
            there = {
                i.id for i in items if i.owner == owner and found.spans[i.id].start <= day <= found.spans[i.id].due
            }
            assert all(item.fixed for item in items if item.id in there and item.hours)
            assert any(one in there for one, _other in excused(found, Trouble.CLASH))


@given(plans(), terms())
def test_free_tasks_keep_off_days_on_which_their_owner_is_taken(items: list[WorkItem], on: Terms) -> None:
    found = arrange(items, on)

    for item in items:
        for other in items:
            if item.fixed is None and item is not other and item.owner == other.owner is not None:
                one, two = found.spans[item.id], found.spans[other.id]
                if item.hours and other.hours:
                    assert one.due < two.start or two.due < one.start


@given(plans(), terms())
def test_work_lies_on_working_days_not_before_its_time_and_lasts_as_long_as_its_hours(
    items: list[WorkItem], on: Terms
) -> None:
    found = arrange(items, on)

    for item in items:
        span = found.spans[item.id]
        if item.fixed:
            assert span == item.fixed
            continue
        assert on.calendar.is_working(span.start)
        assert on.calendar.is_working(span.due)
        assert span.start >= max(on.start, item.not_before or on.start)
        worked = on.calendar.working_days(span.start, span.due)
        a_day = pace(item.owner, WEEKS) / 5
        assert worked * a_day >= item.hours - 1e-6
        assert worked == 1 or (worked - 1) * a_day < item.hours


@given(plans(), terms())
def test_the_target_is_met_or_said_to_be_missed(items: list[WorkItem], on: Terms) -> None:
    found = arrange(items, on)
    end = found.end(items)

    late = end is not None and on.target is not None and end > on.target
    assert (Trouble.TARGET in troubles(found)) == late
    for misfit in found.misfits:
        if misfit.trouble is Trouble.TARGET and end and on.target:
            assert found.spans[misfit.item].due == end
            assert misfit.days == on.calendar.working_days(on.target + timedelta(days=1), end)


@given(plans(), terms())
def test_the_order_of_the_list_does_not_change_the_dates(items: list[WorkItem], on: Terms) -> None:
    one, two = arrange(items, on), arrange(sorted(items, key=lambda item: item.id), on)

    assert one.spans == two.spans
    assert one.slack == two.slack
    assert set(one.misfits) == set(two.misfits)


@given(plans(fixed=False), days)
def test_a_task_may_slip_by_its_slack_and_by_no_more(items: list[WorkItem], start: date) -> None:
    on = Terms(start, hours_a_week=WEEKS)
    found = arrange(items, on)
    end = found.end(items)

    assert set(found.slack) == set(found.spans)
    assert found.critical == {key for key, slack in found.slack.items() if slack == 0}
    assert bool(found.critical) == bool(items)
    for item in items:
        slack = found.slack[item.id]
        assert slack >= 0
        late = on.calendar.add(found.spans[item.id].due, slack)
        assert end is not None
        assert late <= end


@given(plans(fixed=False), days)
def test_without_owners_the_end_is_that_of_the_longest_chain(items: list[WorkItem], start: date) -> None:
    free = [replace(item, owner=None, not_before=None) for item in items]
    found = arrange(free, Terms(start))
    # Independent of the scheduler: each task ends a day after the latest of what it waits for, plus its length.
    ends: dict[str, int] = {}
    for item in sorted(free, key=lambda one: int(one.id[1:])):
        before = max((ends[key] + (1 if item.hours else 0) for key in item.predecessors), default=0)
        ends[item.id] = before + (max(1, -(-item.hours // 2)) if item.hours else 1) - 1
    on = Terms(start).calendar
    assert {key: on.working_days(start, span.due) - 1 for key, span in found.spans.items()} == ends


def test_a_circle_is_refused_with_its_tasks() -> None:
    items = [WorkItem("a", 1, None, ("c",)), WorkItem("b", 1, None, ("a",)), WorkItem("c", 1, None, ("b",))]

    with pytest.raises(CycleFound) as caught:
        arrange(items, FORWARD)
    assert set(caught.value.members) == {"a", "b", "c"}


def test_what_is_not_in_the_plan_is_not_waited_for() -> None:
    assert arrange([WorkItem("a", 2, None, ("gone",))], FORWARD).spans == {"a": Span(MONDAY, MONDAY)}


def test_done_work_is_waited_for_and_a_short_task_fits_into_the_gap_before_it() -> None:
    week = Span(MONDAY + timedelta(days=1), MONDAY + timedelta(days=4))
    items = [
        WorkItem("old", 8, "anna", fixed=week, done=True),
        WorkItem("next", 2, None, ("old",)),
        WorkItem("short", 2, "anna"),
        WorkItem("long", 4, "anna"),
        WorkItem("his", 2, "boris"),
    ]
    spans = arrange(items, FORWARD).spans

    assert spans["next"].start == MONDAY + timedelta(days=7)
    assert spans["long"].start == MONDAY + timedelta(days=7)
    assert spans["short"].start == spans["his"].start == MONDAY


def test_the_more_urgent_task_goes_first_then_the_lower_rank() -> None:
    items = [
        WorkItem("easy", 2, "anna", rank=0),
        WorkItem("second", 2, "anna", rank=2),
        WorkItem("first", 2, "anna", rank=1),
        WorkItem("urgent", 2, "anna", rank=9),
        WorkItem("long", 40, None, ("urgent",)),
    ]
    spans = arrange(items, FORWARD).spans

    assert sorted(["easy", "second", "first", "urgent"], key=lambda key: spans[key].start) == [
        "urgent",
        "easy",
        "first",
        "second",
    ]


def test_what_becomes_urgent_by_what_waits_for_it_goes_first_too() -> None:
    items = [
        WorkItem("gate", 2, "anna", rank=0),
        WorkItem("easy", 2, "anna", ("gate",), rank=1),
        WorkItem("urgent", 2, "anna", ("gate",), rank=2),
        WorkItem("long", 40, None, ("urgent",), rank=3),
    ]
    spans = arrange(items, FORWARD).spans

    assert spans["gate"].start < spans["urgent"].start < spans["easy"].start


def test_a_milestone_stands_on_the_day_on_which_the_last_task_ends() -> None:
    items = [WorkItem("a", 4), WorkItem("m", 0, "anna", ("a",)), WorkItem("b", 2, None, ("m",))]
    spans = arrange(items, FORWARD).spans

    assert spans["m"] == Span(spans["a"].due, spans["a"].due)
    assert spans["b"].start == spans["a"].due + timedelta(days=1)


def test_backward_everything_lies_as_late_as_it_may() -> None:
    friday = date(2026, 12, 11)
    items = [WorkItem("a", 4, "anna"), WorkItem("b", 4, "anna", ("a",)), WorkItem("m", 0, None, ("b",))]
    found = arrange(items, Terms(MONDAY, direction=Direction.BACKWARD, target=friday))

    assert found.spans == {
        "m": Span(friday, friday),
        "b": Span(friday - timedelta(days=1), friday),
        "a": Span(friday - timedelta(days=3), friday - timedelta(days=2)),
    }
    assert found.misfits == ()
    assert found.critical == {"a", "b", "m"}


def test_a_leap_day_is_counted_and_a_holiday_on_it_is_not() -> None:
    monday = date(2028, 2, 28)
    items = [WorkItem("a", 6)]
    free = WorkingCalendar(frozenset({date(2028, 2, 29)}))

    assert arrange(items, Terms(monday)).spans["a"].due == date(2028, 3, 1)
    assert arrange(items, Terms(monday, free)).spans["a"].due == date(2028, 3, 2)
    assert arrange(items, Terms(date(2028, 2, 29), free)).spans["a"].start == date(2028, 3, 1)


TUESDAY = MONDAY + timedelta(days=1)
LATER = Span(MONDAY + timedelta(days=7), MONDAY + timedelta(days=8))


@pytest.mark.parametrize(
    ("items", "week", "misfit"),
    [
        ([WorkItem("a", 40, "x")], {}, Misfit(Trouble.TARGET, "a", owner="x", days=15)),
        ([WorkItem("a", 2, "x")], {"x": 0.0}, Misfit(Trouble.NO_HOURS, owner="x")),
        ([WorkItem("a", 2)], {}, Misfit(Trouble.NO_OWNER, "a")),
        (
            [WorkItem("a", 8, "x"), WorkItem("b", 2, "y", ("a",), fixed=Span(TUESDAY, TUESDAY))],
            {},
            Misfit(Trouble.ORDER, "b", "a", "y", 3),
        ),
        (
            [WorkItem("a", 2, "x", fixed=LATER), WorkItem("b", 2, "x", fixed=LATER)],
            {},
            Misfit(Trouble.CLASH, "b", "a", "x", 2),
        ),
        ([WorkItem("a", 10, "x", fixed=LATER)], {}, Misfit(Trouble.TIGHT, "a", owner="x", days=3)),
        (
            [WorkItem("a", 2, "x", fixed=Span(date(2026, 11, 19), date(2026, 11, 19)))],
            {},
            Misfit(Trouble.PAST, "a", owner="x", days=2),
        ),
    ],
)
def test_what_does_not_fit_is_named(items: list[WorkItem], week: Mapping[str, float], misfit: Misfit) -> None:
    found = arrange(items, Terms(MONDAY, hours_a_week=week, target=MONDAY + timedelta(days=4)))

    assert misfit in found.misfits


@pytest.mark.parametrize("target", [date(2026, 11, 27), date(2020, 1, 1), date(1, 1, 3)])
def test_a_target_that_cannot_be_met_gives_the_earliest_dates_and_says_how_late(target: date) -> None:
    items = [WorkItem("a", 20, "x")]
    found = arrange(items, Terms(MONDAY, direction=Direction.BACKWARD, target=target))

    assert found.spans["a"] == Span(MONDAY, date(2026, 12, 4))
    (misfit,) = found.misfits
    assert (misfit.trouble, misfit.item) == (Trouble.TARGET, "a")
    assert misfit.days == Terms(MONDAY).calendar.working_days(target + timedelta(days=1), date(2026, 12, 4))


def test_a_plan_that_never_ends_is_refused() -> None:
    with pytest.raises(TooFar):
        arrange([WorkItem(f"{n}", 10_000, "x") for n in range(50)], Terms(MONDAY, hours_a_week={"x": 0.01}))


def test_large_plans_take_little_longer_for_each_task_than_small_ones() -> None:
    def seconds(count: int) -> float:
        random = Random(1)  # noqa: S311 - a plan, no secret
        items = [
            WorkItem(
                f"t{n}",
                random.randint(1, 40),
                f"p{random.randint(1, 15)}",
                tuple({f"t{random.randrange(max(0, n - 60), n)}" for _ in range(2)}) if n else (),
            )
            for n in range(count)
        ]
        best = []
        for _turn in range(3):
            began = time.perf_counter()
            arrange(items, Terms(MONDAY))
            best.append(time.perf_counter() - began)
        return min(best)

    assert seconds(2000) / seconds(200) < 60  # ten times the tasks; a square would be a hundred
