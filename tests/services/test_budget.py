"""Money and weeks of a plan: lines, sums, limits, the way back."""

from datetime import date, timedelta

import pytest
from builders import person
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from isodesk.domain.budget import Amount, CostKind
from isodesk.domain.events import BudgetChanged, Event
from isodesk.domain.keys import ClientId
from isodesk.errors import InvalidInput
from isodesk.services.budget import MOST
from isodesk.services.workspace import Services


def test_lines_and_work_make_the_whole(services: Services, client: ClientId) -> None:
    services.plan_settings.change(client, hour_rate=20.0, currency="EUR")
    task = services.plan.add(client, "Write the procedure")
    services.plan.change(client, [task], effort=10.0)
    course = services.budget.add(client, "Course", CostKind.TRAINING)
    services.budget.change(client, course, planned=300.0, actual=280.0, due_on=date(2027, 1, 15), note="two people")
    services.budget.add(client, "Audit", CostKind.CERTIFICATION)
    view = services.budget.view(client)

    assert [(line.title, line.kind, line.planned, line.actual) for line in view.lines] == [
        ("Course", CostKind.TRAINING, 300, 280),
        ("Audit", CostKind.CERTIFICATION, 0, None),
    ]
    assert (view.hours, view.work) == (Amount(10, 0), Amount(200, 0))
    assert (view.bought, view.total) == (Amount(300, 280), Amount(500, 280))
    assert view.currency == "EUR"


def test_a_line_goes_to_the_trash_and_comes_back(services: Services, client: ClientId) -> None:
    told: list[Event] = []
    leave = services.bus.subscribe(Event, told.append)
    keys = services.budget.add_many(client, (("One", CostKind.OTHER), ("Two", CostKind.OTHER)))
    services.budget.archive(client, keys)
    leave()
    assert services.budget.view(client).lines == ()
    assert told == [BudgetChanged(client)] * 2
    assert {binned.title for binned in services.trash.listed(client, "en")} == {"One", "Two"}
    services.history.undo()
    assert [line.title for line in services.budget.view(client).lines] == ["One", "Two"]
    services.history.undo()
    assert services.budget.view(client).lines == (), "six usual lines are one step too"


@pytest.mark.parametrize("amount", [-1, -0.01, MOST * 2, float("inf"), float("nan")])
@pytest.mark.parametrize("field", ["planned", "actual"])
def test_an_amount_beyond_reason_is_refused(services: Services, client: ClientId, field: str, amount: float) -> None:
    line = services.budget.add(client, "Course")
    with pytest.raises(InvalidInput) as refused:
        services.budget.change(client, line, **{field: amount})
    assert refused.value.field == field
    assert services.budget.view(client).lines[0].planned == 0


def test_a_name_is_needed_and_not_endless(services: Services, client: ClientId) -> None:
    with pytest.raises(InvalidInput):
        services.budget.add(client, "  ")
    with pytest.raises(InvalidInput):
        services.budget.add(client, "x" * 1001)
    assert services.budget.view(client).lines == ()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(amounts=st.lists(st.tuples(st.floats(0, 1e9), st.none() | st.floats(0, 1e9)), max_size=4))
def test_the_sum_is_the_sum_of_the_lines(
    services: Services, client: ClientId, amounts: list[tuple[float, float | None]]
) -> None:
    services.budget.archive(client, [line.id for line in services.budget.view(client).lines])
    for planned, actual in amounts:
        line = services.budget.add(client, "Line")
        services.budget.change(client, line, planned=planned, actual=actual)
    bought = services.budget.view(client).bought
    assert bought.planned == pytest.approx(sum(planned for planned, _actual in amounts))
    assert bought.actual == pytest.approx(sum(actual or 0 for _planned, actual in amounts))


def test_weeks_show_what_is_left_to_do(services: Services, client: ClientId) -> None:
    anna, ivan = person(services, client, "Anna"), person(services, client, "Ivan")
    services.team.change_person(client, anna, hours_a_week=5.0)
    today = services.workshop.today
    first, second, third = (services.plan.add(client, title) for title in ("One", "Two", "Three"))
    week = {"start_on": today, "due_on": today + timedelta(days=4 - today.weekday())}
    services.plan.change(client, [first], owner_id=anna, effort=8.0, done=25, **week)
    services.plan.change(client, [second], owner_id=ivan, effort=4.0, done=100, **week)
    services.plan.change(client, [third], effort=3.0, **week)
    view = services.workload.view(client, "en")
    loads = {found.name: found for found in view.people}

    assert loads["Anna"].weeks[0].hours == pytest.approx(6), "a quarter of it is done"
    assert loads["Ivan"].hours == 0
    assert loads[""].weeks[0].hours == pytest.approx(3), "work of nobody is shown"
    assert [(name, load.capacity) for name, _week, load in view.above] == [("Anna", 5)]
    assert view.tasks[loads["Anna"].weeks[0].tasks[0]].title == "One"
