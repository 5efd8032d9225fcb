"""What waits for a task moves along, never to an earlier day, and as long as before."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isodesk.domain.pushing import Placed, behind, breaks, placed_at, pushed, working_day
from isodesk.domain.schedule import CycleFound, Span, is_working_day, working_days

MONDAY = date(2026, 11, 23)


def span(start: int, days: int = 0) -> Span:
    return Span(MONDAY + timedelta(days=start), MONDAY + timedelta(days=start + days))


@st.composite
def plans(draw: st.DrawFn) -> list[Placed]:
    items: list[Placed] = []
    for number in range(draw(st.integers(1, 12))):
        start = draw(st.integers(0, 40))
        moment = draw(st.booleans())
        before = draw(st.sets(st.sampled_from([item.id for item in items]), max_size=3)) if items else set()
        days = 0 if moment else draw(st.integers(0, 15))
        settled = draw(st.integers(0, 5)) == 0
        items.append(Placed(str(number), span(start, days), tuple(sorted(before)), moment, settled))
    return items


def after(items: Sequence[Placed], moved: Mapping[str, Span]) -> list[Placed]:
    return [replace(item, span=moved.get(item.id, item.span)) for item in items]


@given(plans())
def test_whatever_waits_begins_after_what_it_waits_for(items: list[Placed]) -> None:
    moved = pushed(items, "0")
    placed = {item.id: item for item in after(items, moved)}
    for name in behind(items, "0"):
        item = placed[name]
        if not item.settled:
            assert not any(breaks(placed[before].span, item) for before in item.predecessors)


@given(plans())
def test_nobody_else_moves_and_nobody_earlier_or_for_a_shorter_time(items: list[Placed]) -> None:
    known = {item.id: item for item in items}
    for name, new in pushed(items, "0").items():
        old = known[name].span
        assert name in behind(items, "0")
        assert not known[name].settled
        assert new.start > old.start
        assert is_working_day(new.start)
        assert is_working_day(new.due)
        assert working_days(new.start, new.due) == max(1, working_days(old.start, old.due))


@given(plans())
def test_a_second_push_finds_nothing_to_do(items: list[Placed]) -> None:
    assert pushed(after(items, pushed(items, "0")), "0") == {}


def test_a_chain_moves_over_the_weekend_and_a_milestone_lies_on_the_day_of_its_task() -> None:
    items = [
        Placed("a", span(0, 4)),
        Placed("b", span(1, 1), ("a",)),
        Placed("m", span(2), ("b",), moment=True),
        Placed("far", span(30), ("b",)),
    ]
    assert pushed(items, "a") == {"b": span(7, 1), "m": span(8)}


def test_what_is_settled_stays_and_is_waited_for_where_it_is() -> None:
    items = [Placed("a", span(0, 11)), Placed("b", span(1, 1), ("a",), settled=True), Placed("c", span(2), ("b",))]
    assert pushed(items, "a") == {"c": span(3)}


def test_circles_and_the_end_of_the_calendar() -> None:
    with pytest.raises(CycleFound):
        pushed([Placed("a", span(0), ("b",)), Placed("b", span(0), ("a",))], "a")
    last = Span(date.max, date.max)
    assert pushed([Placed("a", last), Placed("b", last, ("a",))], "a") == {}
    assert placed_at(Span(date(2026, 1, 1), date(9000, 1, 1)), date(9900, 1, 1)).due == date.max


def test_a_calendar_without_a_working_day_is_survived() -> None:
    assert working_day(MONDAY, lambda _day: False) == MONDAY
    assert placed_at(span(0, 2), MONDAY, lambda _day: False).start == MONDAY
