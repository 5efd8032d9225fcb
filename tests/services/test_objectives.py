"""Policy and objectives as services keep them: refusals with a message, values over time, tasks, trash, undo."""

from datetime import date, timedelta

import pytest
from builders import STANDARD, person, process
from conftest import NOON
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from isodesk.domain.events import Event, ObjectivesChanged, PlanChanged
from isodesk.domain.journey import Page, PageState
from isodesk.domain.keys import ClientId, ObjectiveId
from isodesk.domain.objectives import Course, Lack
from isodesk.domain.policy import Commitment, commitments_of, seem_there
from isodesk.errors import InvalidInput, NotAllowed, NotFound
from isodesk.i18n import LANGUAGES
from isodesk.services import objective_texts
from isodesk.services.clients import NewClient
from isodesk.services.fields import LONG
from isodesk.services.objective_numbers import read_number
from isodesk.services.objectives import ObjectiveView
from isodesk.services.trash import Kind
from isodesk.services.workspace import Services
from isodesk.storage import tallies
from isodesk.storage.tables import ObjectiveTaskRow

TODAY = NOON.date()
FAMILIES = ("iso-9001-2026", "iso-14001-2026", "iso-45001-2018", "iso-iec-27001-2022", "iso-22301-2019")
HOSTILE = "<b>&\"'</b> {count} %s 😀"


@pytest.fixture
def aim(services: Services, client: ClientId) -> ObjectiveId:
    return services.objectives.add(client, "Снизить брак")


def only(services: Services, client: ClientId) -> ObjectiveView:
    (view,) = services.objectives.listed(client)
    return view


def test_nothing_is_said_at_first(services: Services, client: ClientId) -> None:
    policy = services.objectives.policy(client)
    assert (policy.text, policy.approved_on, policy.found) == ("", None, frozenset())
    assert policy.doubtful == policy.asked == commitments_of([STANDARD])
    assert services.objectives.listed(client) == ()


def test_a_policy_is_written_and_undone_in_one_step_each(services: Services, client: ClientId) -> None:
    services.objectives.write_policy(client, text=f"  Мы {HOSTILE}\n– улучшаем ")
    services.objectives.write_policy(client, approved_on=TODAY)
    policy = services.objectives.policy(client)
    assert (policy.text, policy.approved_on) == (f"Мы {HOSTILE}\n– улучшаем", TODAY)
    services.history.undo()
    assert services.objectives.policy(client).approved_on is None
    services.history.undo()
    assert services.objectives.policy(client).text == ""


def test_a_policy_is_not_approved_tomorrow_nor_longer_than_a_book(services: Services, client: ClientId) -> None:
    with pytest.raises(InvalidInput, match="in the future") as caught:
        services.objectives.write_policy(client, approved_on=TODAY + timedelta(days=1))
    assert caught.value.field == "approved_on"
    with pytest.raises(InvalidInput, match="nothing was cut"):
        services.objectives.write_policy(client, text="x" * (LONG + 1))
    assert services.history.undoable is None


@pytest.mark.parametrize("language", LANGUAGES)
@given(st.sets(st.sampled_from(FAMILIES)), st.sampled_from(["", "Laser cutting. Batches", "Фасовка чая; склад."]))
def test_the_proposal_holds_all_that_the_standards_ask_for(language: str, keys: set[str], activity: str) -> None:
    text = objective_texts.policy(HOSTILE, activity, sorted(keys), language)
    assert HOSTILE in text
    assert set(commitments_of(keys)) <= seem_there(text)


def test_the_proposal_speaks_of_the_client_and_in_its_language(services: Services, client: ClientId) -> None:
    services.clients.change(client, activity="Сборка окон. Монтаж у заказчика.")
    text = services.objectives.proposed_policy(client)
    assert "ООО «Вектор»: сборка окон." in text
    assert "Монтаж" not in text
    assert "Окружающая среда" not in text
    services.adoptions.add(client, "iso-14001-2026")
    assert "Окружающая среда" in services.objectives.proposed_policy(client)
    english = services.clients.create(NewClient("Vector Ltd", STANDARD, "en"))
    assert "everybody who works for us" in services.objectives.proposed_policy(english)


def test_a_standard_that_is_added_asks_for_more(services: Services, client: ClientId) -> None:
    services.objectives.write_policy(client, text=services.objectives.proposed_policy(client))
    assert services.objectives.policy(client).doubtful == ()
    services.adoptions.add(client, "iso-45001-2018")
    assert services.objectives.policy(client).doubtful == (
        Commitment.HAZARDS,
        Commitment.CONDITIONS,
        Commitment.CONSULTATION,
    )


def test_an_objective_keeps_all_its_fields(services: Services, client: ClientId, aim: ObjectiveId) -> None:
    owner, making = person(services, client), process(services, client)
    fields: dict[str, object] = {
        "measure": HOSTILE,
        "unit": "%",
        "base": 2.4,
        "target": 1.5,
        "actions": "раз\nдва",
        "resources": "нет",
        "evaluation": "ежемесячно",
    }
    links = {"owner_id": owner, "process_id": making, "standard": "iso-9001", "due_on": date(2027, 1, 1)}
    services.objectives.change(client, aim, **fields, **links)
    view = only(services, client)
    assert {name: getattr(view, name) for name in fields} == fields
    assert (view.owner_name, view.process_name, view.standard) == ("Петров П. П.", "Закупки", "iso-9001")
    assert (view.due, view.lacks, view.course) == (date(2027, 1, 1), (), Course.UNMEASURED)
    services.team.archive_person(client, owner)
    assert only(services, client).owner_name == "Петров П. П."


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"title": " "}, "title", "cannot be empty"),
        ({"title": "x" * 1001}, "title", "at most 1000"),
        ({"unit": "x" * 41}, "unit", "at most 40"),
        ({"base": 5.0, "target": 5.0}, "base", "nothing to reach"),
        ({"target": 2.4}, "target", "nothing to reach"),
        ({"base": float("inf")}, "base", "too large"),
        ({"target": float("nan")}, "target", "too large"),
        ({"target": 1e13}, "target", "too large"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field_and_changes_nothing(
    services: Services, client: ClientId, aim: ObjectiveId, changes: dict[str, object], field: str, words: str
) -> None:
    services.objectives.change(client, aim, base=2.4)
    before = only(services, client)
    with pytest.raises(InvalidInput, match=words) as caught:
        services.objectives.change(client, aim, **changes)
    assert caught.value.field == field
    assert only(services, client) == before


def test_a_standard_of_others_is_refused_one_of_former_days_stays(
    services: Services, client: ClientId, aim: ObjectiveId
) -> None:
    with pytest.raises(NotFound, match=r"“iso-14001” is not among the standards"):
        services.objectives.change(client, aim, standard="iso-14001")
    services.adoptions.add(client, "iso-14001-2026")
    services.objectives.change(client, aim, standard="iso-14001")
    services.adoptions.remove(client, "iso-14001-2026")
    services.objectives.change(client, aim, standard="iso-14001", title="Отходы")
    assert only(services, client).standard == "iso-14001"


def test_a_due_day_in_the_past_is_a_warning_and_no_refusal(
    services: Services, client: ClientId, aim: ObjectiveId
) -> None:
    services.objectives.change(client, aim, base=2.0, target=1.0, due_on=TODAY - timedelta(days=1))
    assert only(services, client).is_late
    services.objectives.measure(client, aim, TODAY, 1.0)
    assert not only(services, client).is_late
    services.objectives.change(client, aim, due_on=TODAY)
    assert not only(services, client).is_late


def test_values_stand_in_the_order_of_their_days_one_a_day(
    services: Services, client: ClientId, aim: ObjectiveId
) -> None:
    services.objectives.measure(client, aim, TODAY, 3.0)
    services.objectives.measure(client, aim, TODAY - timedelta(days=9), 4.0, "раньше")
    services.objectives.measure(client, aim, TODAY, 2.5, "иначе")
    assert [(v.value, v.note) for v in only(services, client).values] == [(4.0, "раньше"), (2.5, "иначе")]
    services.history.undo()
    assert only(services, client).values[-1].value == 3.0
    services.objectives.forget(client, aim, TODAY)
    assert [v.value for v in only(services, client).values] == [4.0]
    services.history.undo()
    assert len(only(services, client).values) == 2


def test_nothing_is_measured_tomorrow(services: Services, client: ClientId, aim: ObjectiveId) -> None:
    with pytest.raises(InvalidInput, match="in the future") as caught:
        services.objectives.measure(client, aim, TODAY + timedelta(days=1), 1.0)
    assert caught.value.field == "day"
    with pytest.raises(InvalidInput, match="too large"):
        services.objectives.measure(client, aim, TODAY, float("inf"))
    assert only(services, client).values == ()


def test_many_values_are_read_in_order(services: Services, client: ClientId, aim: ObjectiveId) -> None:
    """A firm that measures each day for years."""
    for step in range(200):
        services.objectives.measure(client, aim, TODAY - timedelta(days=step), float(step))
    assert [v.value for v in only(services, client).values] == [float(199 - step) for step in range(200)]


def test_an_action_becomes_a_task_with_owner_and_day_in_one_step(
    services: Services, client: ClientId, aim: ObjectiveId
) -> None:
    owner, due = person(services, client), TODAY + timedelta(days=30)
    services.objectives.change(
        client, aim, owner_id=owner, due_on=due, actions="– Разобрать причины\n\n– Заменить цанги"
    )
    heard: list[Event] = []
    services.bus.subscribe(Event, heard.append)
    first = services.objectives.add_task(client, aim)
    assert {type(event) for event in heard} == {PlanChanged, ObjectivesChanged}
    services.objectives.add_task(client, aim)
    tasks = services.plan.tasks(client, "ru")
    assert [(task.title, task.owner, task.due) for task in tasks] == [
        ("Разобрать причины", owner, due),
        ("Заменить цанги", owner, due),
    ]
    assert [task.title for task in only(services, client).tasks] == ["Разобрать причины", "Заменить цанги"]
    with pytest.raises(NotAllowed, match="in the plan already"):
        services.objectives.add_task(client, aim)
    services.plan.archive(client, [first])
    assert [task.title for task in only(services, client).tasks] == ["Заменить цанги"]
    services.history.undo()
    services.history.undo()
    assert [task.title for task in services.plan.tasks(client, "ru")] == ["Разобрать причины"]


def test_an_objective_without_actions_or_day_is_a_task_itself(
    services: Services, client: ClientId, aim: ObjectiveId
) -> None:
    services.objectives.change(client, aim, due_on=TODAY - timedelta(days=400))
    services.objectives.add_task(client, aim)
    (task,) = services.plan.tasks(client, "ru")
    assert task.title == "Снизить брак"
    assert task.start is not None
    assert task.start <= (task.due or task.start)


def test_the_link_goes_with_the_undo(services: Services, client: ClientId, aim: ObjectiveId) -> None:
    services.objectives.add_task(client, aim)
    services.history.undo()
    with services.workshop.read() as session:
        assert session.scalars(select(ObjectiveTaskRow)).all() == []


def test_objectives_are_moved_and_numbered_anew(services: Services, client: ClientId) -> None:
    made = [services.objectives.add(client, title) for title in ("a", "b", "c")]
    services.objectives.move(client, made[2], -2)
    assert [(v.number, v.title) for v in services.objectives.listed(client)] == [(1, "c"), (2, "a"), (3, "b")]
    services.objectives.move(client, made[2], 99)
    assert [v.title for v in services.objectives.listed(client)] == ["a", "b", "c"]


def test_what_was_removed_comes_back_with_its_values(services: Services, client: ClientId, aim: ObjectiveId) -> None:
    services.objectives.measure(client, aim, TODAY, 3.0)
    services.objectives.archive(client, aim)
    assert services.objectives.listed(client) == ()
    for change in (
        lambda: services.objectives.change(client, aim, title="x"),
        lambda: services.objectives.measure(client, aim, TODAY, 1.0),
        lambda: services.objectives.add_task(client, aim),
        lambda: services.objectives.archive(client, aim),
    ):
        with pytest.raises(NotFound, match="no longer there"):
            change()
    (binned,) = services.trash.listed(client, "ru")
    assert (binned.kind, binned.title) == (Kind.OBJECTIVE, "Снизить брак")
    services.trash.restore(client, binned)
    assert [value.value for value in only(services, client).values] == [3.0]


def test_an_objective_of_another_client_is_out_of_reach(services: Services, client: ClientId, aim: ObjectiveId) -> None:
    other = services.clients.create(NewClient("АО «Другое»", STANDARD, "ru"))
    with pytest.raises(NotFound):
        services.objectives.change(other, aim, title="x")
    assert services.objectives.listed(other) == ()


def test_usual_objectives_belong_to_the_standards_and_come_once(services: Services, client: ClientId) -> None:
    offered = services.objectives.usual(client)
    assert {one.family for one in offered} == {"iso-9001"}
    assert services.objectives.add_usual(client, [offered[0].key, offered[2].key, "unknown"]) == 2
    views = services.objectives.listed(client)
    assert [view.title for view in views] == [offered[0].title, offered[2].title]
    assert all(view.lacks == (Lack.TARGET, Lack.OWNER, Lack.DUE) for view in views)
    assert [one.key for one in services.objectives.usual(client)] == [
        one.key for one in offered if one not in (offered[0], offered[2])
    ]
    services.history.undo()
    assert services.objectives.listed(client) == ()
    assert services.objectives.add_usual(client, []) == 0


def test_there_are_six_to_eight_usual_ones_for_each_family_alike_in_both_languages() -> None:
    found = {language: objective_texts.usual(FAMILIES, language) for language in LANGUAGES}
    assert [one.key for one in found["en"]] == [one.key for one in found["ru"]]
    for family in {one.family for one in found["en"]}:
        assert 6 <= sum(one.family == family for one in found["en"]) <= 8
    for listed in found.values():
        assert all(one.measure and one.unit and len(one.unit) <= 40 and one.evaluation for one in listed)
        assert len({one.title for one in listed}) == len(listed)


fields = st.fixed_dictionaries(
    {
        "measure": st.sampled_from(["", "x"]),
        "target": st.none() | st.sampled_from([0.0, 1.5]),
        "due_on": st.none() | st.just(TODAY),
        "evaluation": st.sampled_from(["", "  ", "e"]),
    }
)


@given(st.lists(st.tuples(fields, st.booleans()), max_size=4))
def test_incomplete_means_the_same_to_the_overview_and_to_the_page(
    services: Services, client: ClientId, given_fields: list[tuple[dict[str, object], bool]]
) -> None:
    for view in services.objectives.listed(client):
        services.objectives.archive(client, view.id)
    owner = person(services, client)
    for values, owned in given_fields:
        made = services.objectives.add(client, "x")
        services.objectives.change(client, made, owner_id=owner if owned else None, **values)
    with services.workshop.read() as session:
        counted = tallies.planning(session, client)
    views = services.objectives.listed(client)
    assert counted["objectives"] == len(views)
    assert counted["objectives_incomplete"] == sum(bool(view.lacks) for view in views)


def test_the_page_is_done_when_the_policy_stands_and_nothing_lacks(services: Services, client: ClientId) -> None:
    def state() -> PageState:
        return services.overview.view(client, "en").states[Page.OBJECTIVES]

    assert state() is PageState.NOT_STARTED
    made = services.objectives.add(client, "x")
    assert state() is PageState.UNDER_WAY
    services.objectives.change(
        client, made, measure="m", target=1.0, owner_id=person(services, client), due_on=TODAY, evaluation="e"
    )
    services.objectives.write_policy(client, text="p")
    assert state() is PageState.DONE


@pytest.mark.parametrize(
    ("text", "language", "number"),
    [
        ("12,5", "ru", 12.5),
        ("12.5", "ru", 12.5),
        ("1 200", "ru", 1200.0),
        ("1\u00a0200,5", "ru", 1200.5),
        ("1,200", "en", 1200.0),
        ("1,200", "ru", 1.2),
        ("1,2", "en", 1.2),
        ("1,234,567.8", "en", 1234567.8),
        ("−3", "en", -3.0),
        ("95 %", "ru", 95.0),
        (".5", "en", 0.5),
        ("0", "en", 0.0),
        ("", "en", None),
        ("   ", "ru", None),
    ],
)
def test_numbers_are_read_as_people_write_them(text: str, language: str, number: float | None) -> None:
    assert read_number("base", text, language) == number


@pytest.mark.parametrize("text", ["abc", "1e5", "12 шт.", "1,2,3", "--1", "1.2.3", "inf", "nan", "%", "١٢٣x", "1" * 40])
def test_what_is_no_number_is_refused_with_what_to_do(text: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        read_number("target", text, "ru")
    assert caught.value.field == "target"
    assert caught.value.remedy


@given(st.text(max_size=30), st.sampled_from(LANGUAGES))
def test_anything_typed_is_a_number_nothing_or_refused(text: str, language: str) -> None:
    try:
        number = read_number("base", text, language)
    except InvalidInput:
        return
    assert number is None or abs(number) <= 1e12


def test_an_order_has_its_number_and_day(services: Services, client: ClientId) -> None:
    assert services.plan_settings.get(client).order_number == ""
    services.plan_settings.change(client, order_number=" 14-П ", order_on=TODAY)
    kept = services.plan_settings.get(client)
    assert (kept.order_number, kept.order_on, kept.direction) == ("14-П", TODAY, "forward")
    with pytest.raises(InvalidInput, match="at most 60"):
        services.plan_settings.change(client, order_number="x" * 61)
    services.history.undo()
    assert services.plan_settings.get(client).order_on is None
