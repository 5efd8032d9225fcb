"""The plan is dated by calendar, people and dependencies; a preview writes nothing, applying it is one step."""

from datetime import date, timedelta

import pytest
from builders import dump, gaps, person

from isodesk.domain.arranging import Direction, Trouble
from isodesk.domain.keys import ClientId, TaskId
from isodesk.domain.schedule import Span
from isodesk.errors import InvalidInput, NotAllowed
from isodesk.services.plan import TaskKind
from isodesk.services.scheduling import Wish
from isodesk.services.workspace import Services
from isodesk.storage.tables import TaskLinkRow, TaskRow

MONDAY = date(2026, 11, 23)  # where StillClock stands
FORWARD = Wish(Direction.FORWARD)


def add(
    services: Services, client: ClientId, title: str, hours: float, owner: str | None = None, **more: object
) -> TaskId:
    made = services.plan.add(client, title)
    services.plan.change(client, [made], effort=hours, owner_id=owner, **more)
    return made


def spans(services: Services, client: ClientId) -> dict[str, tuple[date | None, date | None]]:
    return {task.title: (task.start, task.due) for task in services.plan.tasks(client, "en")}


def pinned(services: Services, task: TaskId) -> bool:
    with services.workshop.read() as session:
        row = session.get(TaskRow, task)
        assert row is not None
        return row.is_pinned


def test_a_preview_writes_nothing_and_applying_it_is_one_step(services: Services, client: ClientId) -> None:
    anna = person(services, client, "Анна")
    first = add(services, client, "First", 8, anna)
    second = add(services, client, "Second", 4, anna)
    services.plan.set_predecessors(client, second, frozenset({first}))
    before, were = dump(services.folder / "isodesk.db"), spans(services, client)

    found = services.scheduling.preview(client, FORWARD, "en")
    assert dump(services.folder / "isodesk.db") == before
    assert [(move.title, move.after) for move in found.moves] == [
        ("First", Span(MONDAY, date(2026, 11, 26))),
        ("Second", Span(date(2026, 11, 27), date(2026, 11, 30))),
    ]
    assert (found.ends, found.moving, found.pinned, found.reserve) == (date(2026, 11, 30), 2, 0, None)
    assert found.critical == {first, second}

    assert services.scheduling.apply(client, found) == 2
    assert spans(services, client)["Second"] == (date(2026, 11, 27), date(2026, 11, 30))
    assert services.scheduling.preview(client, FORWARD, "en").moving == 0
    services.history.undo()
    assert spans(services, client) == were


def test_holidays_of_the_country_and_own_days_are_kept_free(services: Services, client: ClientId) -> None:
    add(services, client, "Work", 20)
    start = date(2026, 12, 28)

    def due(country: str) -> date:
        wish = Wish(Direction.FORWARD, start, country)
        return services.scheduling.preview(client, wish, "en").moves[0].after.due

    assert due("") == date(2027, 1, 8)
    assert due("RU") == date(2027, 1, 19)  # 31 December to 10 January are free
    assert due("GB") == date(2027, 1, 12)  # two bank holidays
    services.calendar.add(client, date(2027, 1, 11), date(2027, 1, 12), working=False, name="Ремонт")
    assert due("RU") == date(2027, 1, 21)


def test_begun_work_keeps_its_first_day_and_done_work_all_its_days(services: Services, client: ClientId) -> None:
    old = Span(date(2026, 11, 2), date(2026, 11, 6))
    begun = add(services, client, "Begun", 10, start_on=old.start, due_on=old.due)
    done = add(services, client, "Done", 10, start_on=old.start, due_on=old.due)
    services.plan.change(client, [begun], done=60)
    services.plan.change(client, [done], done=100)
    services.scheduling.unpin(client, [begun])

    services.scheduling.apply(client, services.scheduling.preview(client, FORWARD, "en"))
    assert spans(services, client) == {
        "Begun": (old.start, MONDAY + timedelta(days=1)),  # four hours are left
        "Done": (old.start, old.due),
    }


def test_dates_set_by_hand_stay_until_they_are_let_go(services: Services, client: ClientId) -> None:
    day = date(2026, 12, 14)
    fixed = add(services, client, "Fixed", 2, start_on=day, due_on=day)
    free = add(services, client, "Free", 2)
    services.plan.change(client, [free], title="Free as before", done=10)
    assert (pinned(services, fixed), pinned(services, free)) == (True, False)

    found = services.scheduling.preview(client, FORWARD, "en")
    assert (found.pinned, [move.task for move in found.moves]) == (1, [free])
    found = services.scheduling.preview(client, Wish(Direction.FORWARD, move_pinned=True), "en")
    assert (found.pinned, found.moving) == (0, 2)
    services.scheduling.apply(client, found)
    assert spans(services, client)["Fixed"] == (MONDAY, MONDAY)
    assert not pinned(services, fixed)
    services.history.undo()
    assert pinned(services, fixed)
    services.scheduling.unpin(client, [fixed])
    assert not pinned(services, fixed)


def test_backward_dates_end_at_the_target_and_one_that_is_too_near_is_named(
    services: Services, client: ClientId
) -> None:
    services.clients.change(client, target_on=date(2027, 2, 26))
    add(services, client, "Work", 20, person(services, client))
    found = services.scheduling.preview(client, Wish(Direction.BACKWARD), "en")
    assert (found.ends, found.reserve, found.misfits) == (date(2027, 2, 26), 0, ())

    found = services.scheduling.preview(client, Wish(Direction.BACKWARD, MONDAY), "en")
    (late,) = found.misfits
    assert (late.trouble, late.title, late.days) == (Trouble.TARGET, "Work", 9)
    assert found.reserve == -9
    assert found.moves[0].after.start == MONDAY


def test_what_does_not_fit_comes_with_names(services: Services, client: ClientId) -> None:
    idle = person(services, client, "Лежебоков <b>")
    services.team.change_person(client, idle, hours_a_week=0)
    add(services, client, "Hers", 2, idle)
    add(services, client, "Nobody's", 2)

    found = services.scheduling.preview(client, FORWARD, "en").misfits
    assert [(one.trouble, one.title, one.person) for one in found] == [
        (Trouble.NO_HOURS, "", "Лежебоков <b>"),
        (Trouble.NO_OWNER, "Nobody's", ""),
    ]


def test_a_start_in_the_past_means_today(services: Services, client: ClientId) -> None:
    add(services, client, "Work", 2)
    found = services.scheduling.preview(client, Wish(Direction.FORWARD, date(2020, 2, 29)), "en")

    assert found.begins == MONDAY == found.moves[0].after.start


def test_backward_without_a_target_asks_for_one(services: Services, client: ClientId) -> None:
    with pytest.raises(InvalidInput) as caught:
        services.scheduling.preview(client, Wish(Direction.BACKWARD), "en")
    assert caught.value.field == "day"


def test_circles_and_endless_plans_are_refused_in_words(services: Services, client: ClientId) -> None:
    one, two = add(services, client, "One", 2), add(services, client, "Two", 2)
    with services.workshop.write() as work:  # the services refuse a circle; another program's file may hold one
        work.session.add(TaskLinkRow(predecessor_id=one, successor_id=two))
        work.session.add(TaskLinkRow(predecessor_id=two, successor_id=one))
    with pytest.raises(NotAllowed, match=r"One → Two|Two → One"):
        services.scheduling.preview(client, FORWARD, "en")
    with pytest.raises(NotAllowed, match="circle"):
        services.forecast.of(client, "en")

    services.plan.set_predecessors(client, one, frozenset())
    slow = person(services, client)
    services.team.change_person(client, slow, hours_a_week=0.001)
    services.plan.change(client, [one, two], effort=10_000, owner_id=slow)
    with pytest.raises(NotAllowed, match="thousands of years"):
        services.scheduling.preview(client, FORWARD, "en")
    with pytest.raises(NotAllowed, match="thousands of years"):
        services.forecast.of(client, "en")


def test_an_empty_plan_has_nothing_to_date(services: Services, client: ClientId) -> None:
    found = services.scheduling.preview(client, FORWARD, "en")

    assert (found.ends, found.moves, found.misfits, found.reserve) == (None, (), (), None)
    assert services.scheduling.apply(client, found) == 0
    assert services.forecast.of(client, "en") is None


def test_tasks_that_went_since_the_preview_are_left_alone(services: Services, client: ClientId) -> None:
    gone, done, stays = (add(services, client, title, 2) for title in ("Gone", "Done", "Stays"))
    found = services.scheduling.preview(client, FORWARD, "en")
    services.plan.archive(client, [gone])
    services.plan.change(client, [done], done=100)
    were = spans(services, client)["Done"]

    assert services.scheduling.apply(client, found) == 1
    assert spans(services, client)["Done"] == were
    assert spans(services, client)["Stays"] == (MONDAY, MONDAY)
    assert not pinned(services, stays)


def test_dates_set_by_hand_since_the_preview_are_not_overwritten(services: Services, client: ClientId) -> None:
    task = add(services, client, "Own", 8)
    found = services.scheduling.preview(client, FORWARD, "en")
    services.plan.change(client, [task], start_on=date(2027, 3, 1), due_on=date(2027, 3, 5))
    assert services.scheduling.apply(client, found) == 0
    assert spans(services, client)["Own"] == (date(2027, 3, 1), date(2027, 3, 5))
    assert pinned(services, task)


def test_work_of_a_person_who_was_removed_is_named(services: Services, client: ClientId) -> None:
    anna = person(services, client, "Анна")
    add(services, client, "Work", 8, anna)
    services.team.archive_person(client, anna)
    found = services.scheduling.preview(client, FORWARD, "en")
    assert [(misfit.trouble, misfit.person) for misfit in found.misfits] == [(Trouble.NO_HOURS, "Анна")]


def test_choices_are_kept_for_the_next_time(services: Services, client: ClientId) -> None:
    add(services, client, "Work", 2)
    wish = Wish(Direction.FORWARD, date(2027, 3, 1), "KZ")
    services.scheduling.apply(client, services.scheduling.preview(client, wish, "en"))
    kept = services.plan_settings.get(client)

    assert (kept.country, kept.direction, kept.start_on) == ("KZ", Direction.FORWARD, date(2027, 3, 1))
    assert services.scheduling.preview(client, FORWARD, "en").begins == date(2027, 3, 1)


def test_the_plan_from_the_gaps_keeps_holidays_and_what_is_there(services: Services, client: ClientId) -> None:
    services.calendar.add(client, MONDAY, MONDAY + timedelta(days=2), working=False)
    gaps(services, client, 3)
    services.planning.build(client)
    tasks = [task for task in services.plan.tasks(client, "en") if task.kind is TaskKind.TASK]

    assert min(task.start for task in tasks if task.start) == date(2026, 11, 26)
    assert not any(pinned(services, task.id) for task in tasks)
