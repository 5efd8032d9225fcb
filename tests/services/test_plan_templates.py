"""A plan kept as a template and used for the next client."""

from datetime import date

import pytest
from builders import answer_all, gaps, person, questions

from isodesk.domain.conformity import Conformity
from isodesk.domain.keys import ClientId, TemplateId
from isodesk.domain.people import Role
from isodesk.errors import InvalidInput, NotAllowed, NotFound
from isodesk.services.clients import NewClient
from isodesk.services.plan import TaskView
from isodesk.services.planning import Grouping
from isodesk.services.workspace import Services
from isodesk.storage.tables import PlanTemplateRow

MONDAY = date(2026, 11, 23)
START = date(2028, 2, 29)


def tasks(services: Services, client: ClientId) -> tuple[TaskView, ...]:
    return services.plan.tasks(client, "en")


def other(services: Services, standard: str = "iso-9001-2026") -> ClientId:
    return services.clients.create(NewClient("ООО «Вторая»", standard, "ru", 12, None))


def kept(services: Services, client: ClientId) -> TemplateId:
    person(services, client, "Секретов С. С.", Role.HEAD)
    gaps(services, client, 5)
    services.planning.build(client, MONDAY)
    services.plan.change(
        client, [tasks(services, client)[0].id], note="тайна", cost=500.0, done=30, title="Своими словами"
    )
    return services.plan_templates.keep(client, "  Цех  до 20 человек ")


def test_the_next_client_gets_tasks_links_and_lengths_from_its_own_start(services: Services, client: ClientId) -> None:
    template = kept(services, client)
    first = tasks(services, client)
    second = other(services)
    boss = person(services, second, "Новый директор", Role.HEAD)
    laid = services.plan_templates.apply(second, template, START)
    got = tasks(services, second)

    assert (laid.added, laid.left_out) == (len(first), 0)
    assert [t.title for t in got] == [t.title for t in first]
    assert [(t.effort, t.role, t.deliverable, t.questions) for t in got] == [
        (t.effort, t.role, t.deliverable, t.questions) for t in first
    ]
    assert min(t.start for t in got if t.start) == START
    assert {t.owner for t in got if t.kind.value == "task"} == {boss}
    numbers = [
        [next(t.number for t in side if t.id == p) for p in task.predecessors] for side in (first, got) for task in side
    ]
    assert numbers[: len(first)] == numbers[len(first) :]
    assert {(t.note, t.cost, t.done, t.done_on) for t in got} == {("", 0.0, 0, None)}


def test_no_person_note_or_money_is_in_a_template(services: Services, client: ClientId) -> None:
    template = kept(services, client)
    with services.workshop.read() as session:
        row = session.get(PlanTemplateRow, template)
        assert row is not None
        assert row.content.count("Своими словами") == 1
        for secret in ("Секретов", "тайна", "500", str(client), "owner"):
            assert secret not in row.content


def test_using_it_twice_adds_nothing_and_undo_takes_it_back(services: Services, client: ClientId) -> None:
    template = kept(services, client)
    second = other(services)
    services.plan_templates.apply(second, template, START)
    before = tasks(services, second)
    assert services.plan_templates.apply(second, template, START).added == 0
    assert tasks(services, second) == before
    services.history.undo()
    assert tasks(services, second) == ()


def test_what_this_client_has_done_or_does_not_ask_is_left_out(services: Services, client: ClientId) -> None:
    template = kept(services, client)
    second = other(services)
    answer_all(services, second)
    services.assessment.record(second, questions(services, second)[0].key, Conformity.ABSENT)
    laid = services.plan_templates.apply(second, template, START)
    assert laid.left_out == 4
    answer_all(services, client, Conformity.ABSENT)
    services.planning.build(client, MONDAY)
    whole = services.plan_templates.keep(client, "Весь стандарт")
    third = other(services, "iso-14001-2026")
    foreign = services.plan_templates.apply(third, whole, START)
    assert foreign.left_out > 0
    asked = {view.key for view in questions(services, third)}
    assert all(set(task.questions) <= asked for task in tasks(services, third))


def test_tasks_of_clauses_go_over(services: Services, client: ClientId) -> None:
    answer_all(services, client, Conformity.ABSENT)
    services.planning.build(client, MONDAY, by=Grouping.CLAUSE)
    template = services.plan_templates.keep(client, "По пунктам")
    second = other(services)
    services.plan_templates.apply(second, template, START)
    assert [t.title for t in tasks(services, second)] == [t.title for t in tasks(services, client)]
    assert [t.questions for t in tasks(services, second)] == [t.questions for t in tasks(services, client)]


def test_names_are_checked_and_lists_change(services: Services, client: ClientId) -> None:
    template = kept(services, client)
    assert [(v.name, v.tasks) for v in services.plan_templates.listed()] == [("Цех  до 20 человек", 15)]
    for name in ("", " ", "x" * 301, "цех  ДО 20 человек"):
        with pytest.raises(InvalidInput) as caught:
            services.plan_templates.keep(client, name)
        assert caught.value.field == "name"
    services.plan_templates.rename(client, template, 'ЦЕХ  до 20 человек <&"🙂')
    services.plan_templates.remove(client, template)
    assert services.plan_templates.listed() == ()
    services.history.undo()
    assert services.plan_templates.listed()[0].name == 'ЦЕХ  до 20 человек <&"🙂'
    with pytest.raises(NotFound):
        services.plan_templates.remove(client, TemplateId("gone"))


def test_an_empty_plan_and_a_broken_template_are_refused(services: Services, client: ClientId) -> None:
    with pytest.raises(NotAllowed):
        services.plan_templates.keep(client, "x")
    template = kept(services, client)
    for broken in ("{", "[]", '{"version": 99, "tasks": [], "links": []}'):
        with services.workshop.write("test") as work:
            row = work.session.get(PlanTemplateRow, template)
            assert row is not None
            row.content = broken
        with pytest.raises(NotAllowed, match="cannot be read"):
            services.plan_templates.apply(client, template, START)


def test_over_a_task_that_is_left_out_the_order_holds(services: Services, client: ClientId) -> None:
    first, middle, last = (services.plan.add(client, name) for name in "абв")
    answer_all(services, client)
    services.plan.archive(client, [middle])
    services.assessment.record(client, questions(services, client)[0].key, Conformity.ABSENT)
    services.planning.build(client, MONDAY, wanted=())
    gap = next(task.id for task in tasks(services, client) if task.questions)
    services.plan.set_predecessors(client, gap, frozenset({first}))
    services.plan.set_predecessors(client, last, frozenset({gap}))
    template = services.plan_templates.keep(client, "Цепочка")
    second = other(services)
    answer_all(services, second)
    services.plan_templates.apply(second, template, START)
    by_title = {task.title: task for task in tasks(services, second)}

    assert set(by_title) == {"а", "в"}
    assert by_title["в"].predecessors == (by_title["а"].id,)
