"""What a task carries beside its dates, the baseline that it is compared with, and shifting the whole plan."""

from datetime import date

import pytest

from isodesk.domain.keys import ClientId
from isodesk.domain.people import Role
from isodesk.errors import InvalidInput
from isodesk.services.plan import TaskView
from isodesk.services.workspace import Services

MONDAY = date(2026, 11, 23)


def only(services: Services, client: ClientId) -> TaskView:
    return services.plan.tasks(client, "en")[0]


def test_a_task_carries_role_bounds_and_money(services: Services, client: ClientId) -> None:
    task = services.plan.add(client, "x")
    services.plan.change(
        client,
        [task],
        role=Role.IT,
        effort_least=4.0,
        effort_most=16.0,
        effort_actual=9.5,
        cost=1200.5,
        cost_actual=0.0,
        began_on=MONDAY,
    )
    view = only(services, client)

    assert (view.role, view.effort_least, view.effort_most, view.effort_actual) == (Role.IT, 4.0, 16.0, 9.5)
    assert (view.cost, view.cost_actual, view.began_on) == (1200.5, 0.0, MONDAY)
    services.plan.change(client, [task], role=None, effort_most=None, cost_actual=None)
    assert (only(services, client).role, only(services, client).cost_actual) == (None, None)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"effort_least": -1.0}, "effort_least"),
        ({"effort_least": 9.0}, "effort_least"),
        ({"effort_most": 7.0}, "effort_most"),
        ({"effort_least": 12.0, "effort_most": 10.0}, "effort_least"),
        ({"effort_actual": float("nan")}, "effort_actual"),
        ({"cost": -0.01}, "cost"),
        ({"cost": float("inf")}, "cost"),
        ({"cost": None}, "cost"),
        ({"cost_actual": 1e12}, "cost_actual"),
        ({"began_on": date(2026, 11, 24)}, "began_on"),
        ({"not_before": date(206, 11, 24)}, "not_before"),
        ({"role": "wizard"}, "role"),
    ],
)
def test_values_that_cannot_be_are_refused_by_name(
    services: Services, client: ClientId, values: dict[str, object], field: str
) -> None:
    task = services.plan.add(client, "x")
    before = only(services, client)
    with pytest.raises(InvalidInput) as caught:
        services.plan.change(client, [task], **values)

    assert caught.value.field == field
    assert only(services, client) == before


def test_dates_set_by_hand_are_marked_and_can_be_released(services: Services, client: ClientId) -> None:
    task = services.plan.add(client, "x")
    assert not only(services, client).is_pinned
    services.plan.change(client, [task], due_on=date(2026, 12, 4))
    assert only(services, client).is_pinned
    services.plan.change(client, [task], is_pinned=False)
    assert (only(services, client).is_pinned, only(services, client).due) == (False, date(2026, 12, 4))


def test_not_before_moves_the_task_with_its_length(services: Services, client: ClientId) -> None:
    task = services.plan.add(client, "x")
    services.plan.change(client, [task], not_before=date(2028, 2, 29))
    assert (only(services, client).start, only(services, client).due) == (date(2028, 2, 29), date(2028, 3, 6))
    services.plan.change(client, [task], not_before=MONDAY)
    assert only(services, client).start == date(2028, 2, 29)


def test_the_baseline_stays_while_the_plan_moves(services: Services, client: ClientId) -> None:
    services.plan.add(client, "x")
    assert services.plan.baseline(client) is None
    services.plan.keep_baseline(client)
    assert only(services, client).deviation == 0
    services.plan.shift(client, 7)
    view, kept = only(services, client), services.plan.baseline(client)

    assert (view.baseline_start, view.baseline_due) == (MONDAY, date(2026, 11, 27))
    assert view.deviation == 5
    assert kept is not None
    assert (kept.kept_on, kept.ends, kept.deviation) == (MONDAY, date(2026, 11, 27), 5)
    services.plan.shift(client, -14)
    assert only(services, client).deviation == -5
    services.plan.drop_baseline(client)
    assert services.plan.baseline(client) is None
    assert only(services, client).deviation is None
    services.history.undo()
    assert services.plan.baseline(client) is not None


def test_the_plan_shifts_to_a_day_and_leaves_dates_set_by_hand_where_that_is_wished(
    services: Services, client: ClientId
) -> None:
    free, pinned = services.plan.add(client, "x"), services.plan.add(client, "y")
    services.plan.change(client, [pinned], due_on=date(2026, 12, 4))
    services.plan.change(client, [free], not_before=MONDAY)
    services.plan.shift_to(client, date(2027, 1, 9), pinned=False)
    by_id = {task.id: task for task in services.plan.tasks(client, "en")}
    assert by_id[free].start == by_id[free].not_before == date(2027, 1, 11)
    assert by_id[pinned].start == MONDAY
    services.plan.shift_to(client, date(2027, 1, 18))
    by_id = {task.id: task for task in services.plan.tasks(client, "en")}
    assert by_id[pinned].start == date(2027, 1, 18)
    assert by_id[pinned].is_pinned


@pytest.mark.parametrize("days", [3651, -3651, 10**9])
def test_a_shift_that_makes_no_sense_is_refused(services: Services, client: ClientId, days: int) -> None:
    services.plan.add(client, "x")
    before = only(services, client)
    with pytest.raises(InvalidInput) as caught:
        services.plan.shift(client, days)
    assert caught.value.field == "days"
    assert only(services, client) == before


def test_a_role_that_a_newer_version_knows_is_read_as_none(services: Services, client: ClientId) -> None:
    from isodesk.storage.tables import TaskRow

    task = services.plan.add(client, "x")
    with services.workshop.write("test") as work:
        row = work.session.get(TaskRow, task)
        assert row is not None
        row.role = "astronaut"
    assert only(services, client).role is None
