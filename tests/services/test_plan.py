"""The plan: built from gaps, changed by hand, built again without losing what was changed."""

from datetime import date, timedelta

import pytest
from builders import answer_all, gaps, person, questions

from isodesk.domain.conformity import Conformity
from isodesk.domain.keys import ClientId, QuestionKey, TaskId
from isodesk.domain.people import Role
from isodesk.domain.schedule import is_working_day
from isodesk.errors import InvalidInput, NotAllowed, NotFound
from isodesk.services.plan import TaskKind, TaskView, gantt
from isodesk.services.workspace import Services
from isodesk.wording import MILESTONES

MONDAY = date(2026, 11, 23)


def tasks(services: Services, client: ClientId) -> tuple[TaskView, ...]:
    return services.plan.tasks(client, "en")


def test_each_gap_becomes_a_task_of_whoever_has_its_role(services: Services, client: ClientId) -> None:
    head = person(services, client, "Директор", Role.HEAD)
    found = gaps(services, client, 6)
    assert [view.key for view in services.planning.open_gaps(client)] == [view.key for view in found]

    assert services.planning.build(client, MONDAY) == 6

    work = [task for task in tasks(services, client) if task.kind is TaskKind.TASK]
    assert [task.question for task in work] == [view.key for view in found]
    assert [task.title for task in work] == [view.action for view in found]
    assert {task.owner for task in work} == {head}
    assert len(tasks(services, client)) == 6 + len(MILESTONES)
    assert services.plan.tasks(client, "ru")[0].title != work[0].title
    assert services.planning.open_gaps(client) == ()


def test_a_task_goes_to_its_role_before_anyone_else(services: Services, client: ClientId) -> None:
    person(services, client, "Директор", Role.HEAD)
    answer_all(services, client)
    view = next(v for v in questions(services, client) if v.role is Role.PURCHASING)
    buyer = person(services, client, "Снабженец", Role.PURCHASING)
    named = person(services, client, "Названный")
    other = next(v for v in questions(services, client) if v.role is Role.PURCHASING and v.key != view.key)
    services.assessment.record_many(client, [view.key, other.key], Conformity.ABSENT)
    services.assessment.set_owner(client, [other.key], named)
    services.planning.build(client)

    owners = {task.question: task.owner for task in tasks(services, client)}
    assert owners[view.key] == buyer
    assert owners[other.key] == named


def test_without_people_tasks_have_no_owner(services: Services, client: ClientId) -> None:
    gaps(services, client, 2)
    services.planning.build(client)

    assert {task.owner for task in tasks(services, client)} == {None}


def test_dates_follow_what_waits_for_what(services: Services, client: ClientId) -> None:
    person(services, client, "Директор", Role.HEAD)
    answer_all(services, client, Conformity.ABSENT)
    services.planning.build(client, date(2026, 11, 28))
    by_id = {task.id: task for task in tasks(services, client)}

    assert sum(len(task.predecessors) for task in by_id.values()) > 30
    for task in by_id.values():
        assert task.start is not None
        assert task.due is not None
        assert is_working_day(task.start)
        assert task.start >= date(2026, 11, 30)
        for name in task.predecessors:
            assert by_id[name].due <= task.start  # type: ignore[operator]
    assert max(by_id.values(), key=lambda task: (task.due, task.number)).critical


def test_a_task_waits_over_questions_that_need_no_task(services: Services, client: ClientId) -> None:
    answer_all(services, client)
    follows = {view.question.key: view.question.follows for view in services.standards.requirements(client)}
    last = next(key for key, before in follows.items() if before and follows[before[0]])
    first = follows[follows[last][0]][0]
    services.assessment.record_many(client, [QuestionKey(first), QuestionKey(last)], Conformity.ABSENT)
    services.planning.build(client)
    by_question = {task.question: task for task in tasks(services, client)}

    assert by_question[QuestionKey(last)].predecessors == (by_question[QuestionKey(first)].id,)


def test_building_again_adds_what_is_new_and_keeps_what_was_changed(services: Services, client: ClientId) -> None:
    anna = person(services, client, "Анна", Role.QUALITY)
    gaps(services, client, 3)
    services.planning.build(client, MONDAY)
    changed = tasks(services, client)[0]
    services.plan.change(client, [changed.id], title="Моими словами", due_on=date(2027, 1, 15), done=40, owner_id=None)
    kept = tasks(services, client)
    late = questions(services, client)[10]
    services.assessment.record(client, late.key, Conformity.PARTLY)

    assert services.planning.build(client, MONDAY) == 1
    now = tasks(services, client)
    work = [task for task in kept if task.kind is TaskKind.TASK]
    assert [(t.id, t.title, t.due, t.done, t.owner) for t in now if t.id in {k.id for k in work}] == [
        (t.id, t.title, t.due, t.done, t.owner) for t in work
    ]
    added = [task for task in now if task.id not in {k.id for k in kept}]
    assert [(task.question, task.owner) for task in added] == [(late.key, anna)]
    assert services.planning.build(client, MONDAY) == 0
    assert tasks(services, client) == now


def test_no_gaps_no_milestones(services: Services, client: ClientId) -> None:
    answer_all(services, client)

    assert services.planning.build(client) == 0
    assert tasks(services, client) == ()


def test_a_partly_closed_gap_takes_half_the_hours(services: Services, client: ClientId) -> None:
    found = gaps(services, client, 1)[0]
    services.assessment.record(client, found.key, Conformity.PARTLY)
    services.planning.build(client)

    assert tasks(services, client)[0].effort == max(1, round(found.effort / 2))


def test_an_own_task_starts_today_and_takes_a_week(services: Services, client: ClientId) -> None:
    services.plan.add(client, "Купить шкаф <b>")
    services.plan.add(client, "Аудит", TaskKind.MILESTONE)
    task, milestone = tasks(services, client)

    assert (task.title, task.start, task.due, task.effort) == ("Купить шкаф <b>", MONDAY, date(2026, 11, 27), 8)
    assert (milestone.start, milestone.due, milestone.effort) == (MONDAY, MONDAY, 0)
    assert services.plan.today() == MONDAY
    for title in ("", "x" * 1001):
        with pytest.raises(InvalidInput):
            services.plan.add(client, title)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"done": -1}, "done"),
        ({"done": 101}, "done"),
        ({"effort": -0.5}, "effort"),
        ({"effort": 10_001}, "effort"),
        ({"start_on": date(2026, 12, 2), "due_on": date(2026, 12, 1)}, "due_on"),
        ({"title": " "}, "title"),
        ({"deliverable": "x" * 2001}, "deliverable"),
    ],
)
def test_what_a_task_cannot_be_is_refused(
    services: Services, client: ClientId, values: dict[str, object], field: str
) -> None:
    task = services.plan.add(client, "x")
    with pytest.raises(InvalidInput) as caught:
        services.plan.change(client, [task], **values)
    assert caught.value.field == field


def test_one_date_takes_the_other_along(services: Services, client: ClientId) -> None:
    task = services.plan.add(client, "x")
    services.plan.change(client, [task], due_on=date(2026, 11, 20))
    assert (tasks(services, client)[0].start, tasks(services, client)[0].due) == (date(2026, 11, 20),) * 2
    services.plan.change(client, [task], start_on=date(2026, 12, 1))
    assert (tasks(services, client)[0].start, tasks(services, client)[0].due) == (date(2026, 12, 1),) * 2
    services.plan.change(client, [task], start_on=None)
    services.plan.change(client, [task], due_on=date(2026, 1, 1))
    assert tasks(services, client)[0].start is None


def test_done_has_its_day_and_is_never_late(services: Services, client: ClientId) -> None:
    task = services.plan.add(client, "x")
    late = date(2027, 1, 1)
    assert tasks(services, client)[0].is_overdue(late)
    services.plan.change(client, [task], done=100)
    view = tasks(services, client)[0]
    assert (view.done_on, view.is_overdue(late)) == (MONDAY, False)
    services.plan.change(client, [task], done=99)
    assert tasks(services, client)[0].done_on is None


def test_a_circle_is_refused_and_named(services: Services, client: ClientId) -> None:
    first, second, third = (services.plan.add(client, name) for name in ("Первая", "Вторая", "Третья"))
    services.plan.set_predecessors(client, second, frozenset({first}))
    services.plan.set_predecessors(client, third, frozenset({second}))
    with pytest.raises(NotAllowed) as caught:
        services.plan.set_predecessors(client, first, frozenset({third}))

    assert all(name in str(caught.value) for name in ("Первая", "Вторая", "Третья"))
    assert tasks(services, client)[0].predecessors == ()
    with pytest.raises(NotAllowed):
        services.plan.set_predecessors(client, first, frozenset({first}))
    services.plan.set_predecessors(client, third, frozenset({first}))
    assert tasks(services, client)[2].predecessors == (first,)


def test_a_task_in_the_trash_is_not_waited_for(services: Services, client: ClientId) -> None:
    first, second = (services.plan.add(client, name) for name in "аб")
    services.plan.set_predecessors(client, second, frozenset({first}))
    services.plan.archive(client, [first])

    assert [task.predecessors for task in tasks(services, client)] == [()]
    services.history.undo()
    assert [task.predecessors for task in tasks(services, client)] == [(), (first,)]


def test_the_plan_moves_as_a_whole_but_for_what_is_done(services: Services, client: ClientId) -> None:
    open_, done, dateless = (services.plan.add(client, name) for name in "абв")
    services.plan.change(client, [done], done=100)
    services.plan.change(client, [dateless], start_on=None)
    services.plan.shift(client, 6)
    by_id = {task.id: task for task in tasks(services, client)}

    assert (by_id[open_].start, by_id[open_].due) == (date(2026, 11, 30), date(2026, 12, 3))
    assert by_id[done].start == MONDAY
    assert by_id[dateless].start is None


def test_a_task_with_one_date_moves_with_the_plan(services: Services, client: ClientId) -> None:
    started, due = services.plan.add(client, "Начато"), services.plan.add(client, "К сроку")
    services.plan.change(client, [started], due_on=None)
    services.plan.change(client, [due], start_on=None)
    services.plan.shift(client, 7)
    one, other = services.plan.tasks(client, "ru")
    assert (one.start, one.due) == (date(2026, 11, 30), None)
    assert (other.start, other.due) == (None, date(2026, 12, 4))


def test_a_task_moves_in_the_order_and_stops_at_the_ends(services: Services, client: ClientId) -> None:
    a, b, c = (services.plan.add(client, name) for name in "абв")
    services.plan.move(client, c, -2)
    assert [task.id for task in tasks(services, client)] == [c, a, b]
    services.plan.move(client, c, -1)
    services.plan.move(client, a, 99)
    assert [(task.id, task.number) for task in tasks(services, client)] == [(c, 1), (b, 2), (a, 3)]


def test_a_task_that_is_not_there_is_said(services: Services, client: ClientId) -> None:
    gone = TaskId("gone")
    for attempt in (
        lambda: services.plan.change(client, [gone], note="x"),
        lambda: services.plan.archive(client, [gone]),
        lambda: services.plan.move(client, gone, 1),
    ):
        with pytest.raises(NotFound, match="no longer in the plan"):
            attempt()


def test_the_chart_shows_what_has_dates(services: Services, client: ClientId) -> None:
    task, dateless = services.plan.add(client, "x"), services.plan.add(client, "y")
    services.plan.change(client, [task], done=50)
    services.plan.change(client, [dateless], start_on=None, due_on=None)
    services.plan.add(client, "goal", TaskKind.MILESTONE)
    chart = gantt(tasks(services, client), MONDAY + timedelta(days=1))

    assert [(bar.label, bar.done, bar.milestone) for bar in chart.bars] == [("1 x", 0.5, False), ("3 goal", 0, True)]
    assert chart.today == date(2026, 11, 24)


def test_keeping_a_baseline_leaves_the_calendar_of_the_country(services: Services, client: ClientId) -> None:
    before = services.plan_settings.get(client)
    services.plan.add(client, "Дело")
    services.plan.keep_baseline(client)
    after = services.plan_settings.get(client)
    assert (after.country, after.currency) == (before.country, before.currency) == ("RU", "RUB")
    assert not services.calendar.of(client).is_working(date(2027, 1, 4))


@pytest.mark.parametrize("between", ["\r\n", "\n", "\t", "\r"])
def test_a_line_break_in_a_title_keeps_words_apart(services: Services, client: ClientId, between: str) -> None:
    services.plan.add(client, f"Обучить{between}мастеров")
    assert [task.title for task in services.plan.tasks(client, "ru")] == ["Обучить мастеров"]
