"""The forecast of the ready date: sane odds, the same answer each time, more work never sooner, and it can be stopped."""

import time
from dataclasses import replace
from datetime import date, timedelta

import pytest
from builders import person
from hypothesis import given, settings
from hypothesis import strategies as st
from planned import WEEKS, plans, terms

from isodesk.domain.arranging import Direction, Terms, arrange
from isodesk.domain.keys import ClientId
from isodesk.domain.schedule import Span, WorkItem
from isodesk.services.scheduling import Wish
from isodesk.services.simulation import Estimate, Outcome, Work, simulate
from isodesk.services.workspace import Services

MONDAY = date(2026, 11, 23)
RUNS = 60


def silent(_done: int, _total: int) -> None:
    """Nobody looks at the progress."""


def works(items: list[WorkItem], on: Terms, spread: float = 1.0, more: float = 1.0) -> list[Work]:
    """Work as the scheduler dates it; `more` multiplies the effort and leaves the dates."""
    spans = arrange(items, on).spans
    return [
        Work(
            item,
            Estimate.around(item.hours * more, item.hours * more * (1 - spread / 3), item.hours * more * (1 + spread)),
            spans[item.id],
        )
        for item in items
    ]


def play(found: list[Work], on: Terms, runs: int = RUNS) -> Outcome | None:
    return simulate(found, on, silent, runs)


@settings(max_examples=40)
@given(plans(fixed=False), terms())
def test_without_spread_the_forecast_is_the_end_of_the_schedule(items: list[WorkItem], on: Terms) -> None:
    outcome = play(works(items, on, spread=0), on)

    if outcome is None:
        assert not items
        return
    assert outcome.p50 == outcome.p90 == arrange(items, on).end(items)
    assert outcome.drivers == ()


@settings(max_examples=40)
@given(plans(), terms())
def test_nine_of_ten_never_come_before_one_of_two(items: list[WorkItem], on: Terms) -> None:
    outcome = play(works(items, on), on)

    if outcome is None:
        assert all(item.done for item in items)
        return
    assert on.start <= outcome.p50 <= outcome.p90
    assert on.calendar.is_working(outcome.p90)
    assert len(outcome.drivers) <= 3
    assert all(0 < share <= 1 for _key, share in outcome.drivers)
    assert outcome == play(works(items, on), on)


@settings(max_examples=40)
@given(plans(), terms(), st.floats(1, 5))
def test_more_effort_is_never_ready_sooner(items: list[WorkItem], on: Terms, factor: float) -> None:
    """Dates and order stay; only the hours drawn in each run grow."""
    likely = works(items, on)
    more = [replace(work, estimate=replace(work.estimate, most=work.estimate.most * factor)) for work in likely]
    one, two = play(likely, on), play(more, on)

    if one is not None and two is not None:
        assert two.p50 >= one.p50
        assert two.p90 >= one.p90


def test_the_task_with_the_widest_spread_on_the_longest_chain_drives_the_end() -> None:
    items = [
        WorkItem("sure", 40, "anna"),
        WorkItem("open", 40, "anna", ("sure",)),
        WorkItem("aside", 4, "boris"),
        WorkItem("end", 0, None, ("open", "aside")),
    ]
    on = Terms(MONDAY, hours_a_week=WEEKS)
    spans = arrange(items, on).spans
    wide = {"open": Estimate(20, 40, 120), "sure": Estimate(30, 40, 70), "aside": Estimate(1, 4, 30)}
    outcome = simulate([Work(i, wide.get(i.id, Estimate(0, 0, 0)), spans[i.id]) for i in items], on, silent)

    assert outcome is not None
    assert [key for key, _share in outcome.drivers] == ["open", "sure"]
    assert outcome.drivers[0][1] > 3 * outcome.drivers[1][1]
    assert outcome.p50 > spans["open"].due


@pytest.mark.parametrize(
    ("given_", "expected"),
    [
        ((10.0, None, None), (6.7, 10, 15)),
        ((10.0, 8.0, 11.0), (8, 10, 11)),
        ((10.0, 12.0, 9.0), (10, 10, 10)),
        ((0.0, None, None), (0, 0, 0)),
    ],
)
def test_bounds_that_are_missing_or_wrong_give_way(
    given_: tuple[float, float | None, float | None], expected: tuple[float, float, float]
) -> None:
    found = Estimate.around(*given_)

    assert (found.least, found.likely, found.most) == pytest.approx(expected)


def test_drawn_hours_have_the_mean_of_a_triangle() -> None:
    """(least + likely + most) / 3 hours at 2 hours a day: 60 days in the mean, rounded up to whole ones."""
    item = WorkItem("a", 90, None)
    outcome = simulate([Work(item, Estimate(60, 90, 210), None)], Terms(MONDAY), silent)

    assert outcome is not None
    days = Terms(MONDAY).calendar.working_days(MONDAY, outcome.p50)
    assert 56 <= days <= 60  # the median of this triangle lies at 116 hours
    assert 78 <= Terms(MONDAY).calendar.working_days(MONDAY, outcome.p90) <= 85  # 168 hours


def test_waiting_for_the_same_person_is_waiting_like_any_other() -> None:
    on = Terms(MONDAY, hours_a_week=WEEKS)
    wide = Estimate(2, 10, 60)
    same = [Work(WorkItem(key, 10, "anna"), wide, None) for key in "ab"]
    chain = [Work(WorkItem(key, 10, None, tuple(before)), wide, None) for key, before in (("a", ""), ("b", "a"))]

    assert simulate(same, on, silent) == simulate(chain, on, silent)


def test_days_that_a_person_gave_beyond_the_hours_are_kept() -> None:
    """Two hours within two weeks: the forecast does not bring the end forward to the first day."""
    span = Span(MONDAY, date(2026, 12, 4))
    outcome = simulate([Work(WorkItem("a", 2, "anna", fixed=span), Estimate(1, 2, 3), span)], Terms(MONDAY), silent)

    assert outcome is not None
    assert span.due <= outcome.p50 <= outcome.p90 == date(2026, 12, 7)


def test_it_can_be_stopped_and_says_how_far_it_is() -> None:
    items = [WorkItem(f"t{n}", 3, "anna") for n in range(200)]
    on = Terms(MONDAY, hours_a_week=WEEKS)
    told: list[tuple[int, int]] = []

    class Stopped(Exception):
        """What a job raises."""

    def stop(done: int, total: int) -> None:
        told.append((done, total))
        if done >= 100:
            raise Stopped

    with pytest.raises(Stopped):
        simulate(works(items, on), on, stop)
    assert told == [(0, 200), (50, 200), (100, 200)]


def test_two_thousand_tasks_take_less_than_a_bare_draw_of_their_hours_times_ten() -> None:
    import numpy as np

    items = [WorkItem(f"t{n}", 3 + n % 30, f"p{n % 15}", (f"t{n - 20}",) if n >= 20 else ()) for n in range(2000)]
    on = Terms(MONDAY)
    dated = works(items, on)
    began = time.perf_counter()
    np.random.default_rng(1).triangular(1, 2, 4, (2000, 2000))
    bare = time.perf_counter() - began
    began = time.perf_counter()
    play(dated, on, 2000)

    assert (time.perf_counter() - began) / bare < 30


def test_the_plan_of_a_client_is_forecast_with_the_names_of_its_drivers(services: Services, client: ClientId) -> None:
    anna = person(services, client, "Анна")
    task = services.plan.add(client, "Написать <все>")
    services.plan.change(client, [task], effort=60, owner_id=anna)
    done = services.plan.add(client, "Готово")
    services.plan.change(client, [done], done=100)
    proposal = services.scheduling.preview(client, Wish(Direction.FORWARD), "ru")
    told: list[int] = []
    found = services.forecast.of(client, "ru", proposal, lambda at, _total: told.append(at))

    assert found is not None
    assert [driver.title for driver in found.drivers] == ["Написать <все>"]
    assert found.drivers[0].share == pytest.approx(1, abs=0.01)
    end = proposal.ends
    assert end is not None
    assert end - timedelta(days=5) <= found.p50 < found.p90
    assert told
    services.history.clear()
    assert services.forecast.of(client, "ru") is not None
    assert services.history.undoable is None
