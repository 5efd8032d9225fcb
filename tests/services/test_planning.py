"""Building the plan: by gap and by clause, milestones after what they wait for, and building again."""

from datetime import date, timedelta

import pytest
from builders import STANDARD, answer_all, gaps, person, questions
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from isodesk.domain.conformity import Conformity
from isodesk.domain.keys import ClientId
from isodesk.domain.people import Role
from isodesk.services import milestones
from isodesk.services.plan import TaskKind, TaskView
from isodesk.services.planning import Grouping
from isodesk.services.workspace import Services
from isodesk.storage import plan as stored
from isodesk.storage.tables import TaskRow
from isodesk.wording import MILESTONES

MONDAY = date(2026, 11, 23)


def tasks(services: Services, client: ClientId, language: str = "en") -> tuple[TaskView, ...]:
    return services.plan.tasks(client, language)


def milestone(services: Services, client: ClientId, key: str) -> TaskView:
    return next(task for task in tasks(services, client) if task.milestone == key)


def absent(services: Services, client: ClientId, *clauses: str) -> None:
    """Everything conforms but the questions of these clauses."""
    answer_all(services, client)
    keys = [view.key for view in questions(services, client) if view.clause in clauses]
    services.assessment.record_many(client, keys, Conformity.ABSENT)


def in_order(found: tuple[TaskView, ...]) -> bool:
    by_id = {task.id: task for task in found}
    return all(
        by_id[before].due <= task.due  # type: ignore[operator]
        for task in found
        if task.kind is TaskKind.MILESTONE and not task.is_pinned and task.done < 100
        for before in task.predecessors
    )


def test_the_ten_milestones_come_in_order_with_their_waiting_times(services: Services, client: ClientId) -> None:
    person(services, client, "Директор", Role.HEAD)
    absent(services, client, "5.2", "7.2", "7.5.1", "8.4.1")
    services.planning.build(client, MONDAY)
    found = {task.milestone: task for task in tasks(services, client) if task.milestone}

    assert tuple(found) == tuple(MILESTONES)
    assert found["order-signed"].due == MONDAY
    for before, after in (("application", "stage-1"), ("stage-1", "stage-2"), ("stage-2", "certificate")):
        waited = found[after].due - found[before].due  # type: ignore[operator]
        assert timedelta(milestones.WAITING[after]) <= waited <= timedelta(milestones.WAITING[after] + 2)
        assert found[after].not_before == found[after].due
    by_id = {task.id: task for task in tasks(services, client)}
    clauses = {key: {by_id[b].clause for b in task.predecessors if by_id[b].clause} for key, task in found.items()}
    assert clauses["policy-approved"] == {"5.2"}
    assert clauses["staff-trained"] == {"7.2"}
    assert {"5.2", "7.2", "7.5.1", "8.4.1"} >= clauses["documents-ready"] > set()
    assert clauses["internal-audit"] == {"5.2", "7.2", "7.5.1", "8.4.1"}
    assert clauses["certificate"] == set()
    assert in_order(tasks(services, client))


def test_a_task_for_each_clause_closes_all_its_gaps(services: Services, client: ClientId) -> None:
    buyer = person(services, client, "Снабженец", Role.PURCHASING)
    absent(services, client, "8.4.1", "8.4.2", "6.2")
    found = services.planning.open_gaps(client)
    inside = [view for view in found if view.clause.startswith("8.4")]
    assert services.planning.build(client, MONDAY, by=Grouping.CLAUSE) == 2

    task = next(task for task in tasks(services, client) if task.clause == "8.4")
    assert task.question is None
    assert set(task.questions) == {view.key for view in inside}
    assert task.effort == sum(view.effort for view in inside)
    assert (task.role, task.owner) == (Role.PURCHASING, buyer)
    assert task.title.startswith("Close the gaps of clause 8.4: ")
    russian = next(task for task in tasks(services, client, "ru") if task.clause == "8.4")
    assert "8.4" in russian.title
    assert russian.title != task.title
    assert services.planning.open_gaps(client) == ()
    assert services.overview.view(client, "en").facts.gaps_without_task == 0
    services.plan.archive(client, [task.id])
    assert task.title in [binned.title for binned in services.trash.listed(client, "en")]


def test_a_clause_with_one_gap_is_that_gap(services: Services, client: ClientId) -> None:
    gap = gaps(services, client, 1)[0]
    services.planning.build(client, MONDAY, by=Grouping.CLAUSE)

    assert (tasks(services, client)[0].question, tasks(services, client)[0].title) == (gap.key, gap.action)


def test_the_first_task_of_a_clause_delivers_what_the_standard_names(services: Services, client: ClientId) -> None:
    absent(services, client, "6.2")
    services.planning.build(client, MONDAY)
    named = [d.names["ru"] for d in services.standards.first(client).documents if d.clause.startswith("6.2")]
    delivered = [task.deliverable for task in tasks(services, client) if task.clause == "6.2"]

    assert delivered[0] in named
    assert set(delivered[1:]) == {""}


def test_roles_that_nobody_holds_are_named(services: Services, client: ClientId) -> None:
    absent(services, client, "8.4.1")
    services.planning.build(client, MONDAY)
    assert Role.PURCHASING in services.planning.unfilled_roles(client)
    assert tasks(services, client)[0].role is not None
    assert tasks(services, client)[0].owner is None

    person(services, client, "Снабженец", *services.planning.unfilled_roles(client))
    assert services.planning.unfilled_roles(client) == ()


def test_new_work_is_waited_for_by_the_milestones_that_are_there(services: Services, client: ClientId) -> None:
    person(services, client, "Директор", Role.HEAD)
    gaps(services, client, 2)
    services.planning.build(client, MONDAY)
    before = milestone(services, client, "internal-audit")
    late = [view.key for view in questions(services, client)[20:40]]
    services.assessment.record_many(client, late, Conformity.ABSENT)

    assert services.planning.build(client, MONDAY) == len(late)
    added = {task.id for task in tasks(services, client) if task.question in late}
    after = milestone(services, client, "internal-audit")
    assert added <= set(after.predecessors)
    assert after.due > before.due  # type: ignore[operator]
    assert in_order(tasks(services, client))


def test_a_milestone_on_a_day_set_by_hand_stays(services: Services, client: ClientId) -> None:
    gaps(services, client, 2)
    services.planning.build(client, MONDAY)
    stage, day = milestone(services, client, "stage-2"), date(2026, 12, 1)
    services.plan.change(client, [stage.id], start_on=day, due_on=day)
    services.assessment.record_many(client, [v.key for v in questions(services, client)[20:40]], Conformity.ABSENT)
    services.planning.build(client, MONDAY)

    assert (milestone(services, client, "stage-2").due, milestone(services, client, "stage-2").is_pinned) == (day, True)


def test_a_link_taken_away_by_hand_does_not_come_back(services: Services, client: ClientId) -> None:
    gaps(services, client, 3)
    services.planning.build(client, MONDAY)
    audit = milestone(services, client, "internal-audit")
    services.plan.set_predecessors(client, audit.id, frozenset(audit.predecessors[1:]))
    services.assessment.record(client, questions(services, client)[9].key, Conformity.ABSENT)
    services.planning.build(client, MONDAY)

    assert audit.predecessors[0] not in milestone(services, client, "internal-audit").predecessors


def test_what_was_removed_is_proposed_again_only_when_asked(services: Services, client: ClientId) -> None:
    gaps(services, client, 3)
    services.planning.build(client, MONDAY)
    gone = [tasks(services, client)[0].id, milestone(services, client, "staff-trained").id]
    services.plan.archive(client, gone)
    assert len(services.planning.removed_gaps(client)) == len(services.planning.open_gaps(client)) == 1
    assert services.planning.build(client, MONDAY) == 0
    assert "staff-trained" not in {task.milestone for task in tasks(services, client)}

    assert services.planning.build(client, MONDAY, removed=True) == 1
    assert {task.milestone for task in tasks(services, client)} == {"", *MILESTONES}
    assert services.planning.open_gaps(client) == ()


def test_an_emptied_plan_is_built_anew(services: Services, client: ClientId) -> None:
    gaps(services, client, 3)
    services.planning.build(client, MONDAY)
    services.plan.archive(client, [task.id for task in tasks(services, client)])

    assert services.planning.build(client, MONDAY) == 3
    assert len(tasks(services, client)) == 3 + len(MILESTONES)


def test_a_plan_of_an_earlier_version_keeps_its_four_milestones(services: Services, client: ClientId) -> None:
    with services.history.step("an old plan") as work:
        for number, key in enumerate(("system-works", "internal-audit"), start=1):
            work.session.add(
                TaskRow(
                    client_id=client,
                    position=number,
                    kind="milestone",
                    title="",
                    milestone=key,
                    start_on=MONDAY,
                    due_on=MONDAY,
                )
            )
    gaps(services, client, 2)
    services.planning.build(client, MONDAY)
    found = [task for task in tasks(services, client) if task.milestone]

    assert [task.title for task in found] == [
        "The management system works in every process",
        "Cycle of internal audits finished",
    ]
    assert all(len(task.predecessors) >= 2 for task in found)
    assert in_order(tasks(services, client))


def test_a_task_of_a_standard_that_went_keeps_its_words(services: Services, client: ClientId) -> None:
    services.adoptions.add(client, "iso-14001-2015")
    answer_all(services, client, Conformity.ABSENT)
    services.planning.build(client, MONDAY)
    foreign = next(task for task in tasks(services, client) if task.standard == "iso-14001-2015")
    services.adoptions.remove(client, "iso-14001-2015")

    assert next(task for task in tasks(services, client) if task.id == foreign.id).title == foreign.title


steps = st.lists(
    st.tuples(st.sampled_from(["answer", "edit", "unlink", "remove", "build", "by clause"]), st.integers(0, 200)),
    min_size=1,
    max_size=8,
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=steps)
def test_building_twice_adds_nothing_and_what_was_edited_stays(
    services: Services, client: ClientId, steps: list[tuple[str, int]]
) -> None:
    asked = questions(services, client)
    for name, number in steps:
        found = tasks(services, client)
        task = found[number % len(found)] if found else None
        if name == "answer":
            keys = [asked[(number + step) % len(asked)].key for step in range(4)]
            services.assessment.record_many(client, keys, Conformity.ABSENT)
        elif name == "edit" and task is not None:
            day = MONDAY + timedelta(days=number)
            services.plan.change(client, [task.id], title=f"Своё {number}", effort=3.0, start_on=day, due_on=day)
        elif name == "unlink" and task is not None:
            services.plan.set_predecessors(client, task.id, frozenset())
        elif name == "remove" and task is not None:
            services.plan.archive(client, [task.id])
        else:
            _build_and_compare(services, client, Grouping.CLAUSE if name == "by clause" else Grouping.GAP)
    _build_and_compare(services, client, Grouping.GAP)
    while services.history.undo():
        pass


def _build_and_compare(services: Services, client: ClientId, by: Grouping) -> None:
    before = {task.id: task for task in tasks(services, client)}
    services.planning.build(client, MONDAY, by=by)
    now = tasks(services, client)
    after = {task.id: task for task in now}
    assert before.keys() <= after.keys()
    for key, task in before.items():
        if task.kind is TaskKind.TASK or task.is_pinned:
            same = ("title", "owner", "start", "due", "effort", "is_pinned")
            assert [getattr(after[key], name) for name in same] == [getattr(task, name) for name in same]
        old = set(before)
        assert set(after[key].predecessors) & old == set(task.predecessors) & old
    if before:
        assert services.planning.build(client, MONDAY, by=by) == 0
        assert tasks(services, client) == now
    with services.workshop.read() as session:
        assert len({(link.predecessor_id, link.successor_id) for link in stored.links(session, client)}) == len(
            stored.links(session, client)
        )


def test_every_milestone_waits_its_turn_whatever_the_gaps(services: Services, client: ClientId) -> None:
    person(services, client, "Директор", Role.HEAD)
    for verdict, by in ((Conformity.PARTLY, Grouping.CLAUSE), (Conformity.ABSENT, Grouping.GAP)):
        answer_all(services, client, verdict)
        services.planning.build(client, MONDAY, by=by)
        assert in_order(tasks(services, client))
        services.history.undo()


@pytest.mark.parametrize("start", [date(2024, 2, 29), date(2028, 2, 29), date(2020, 1, 1)])
def test_a_leap_day_and_a_day_in_the_past_are_starts(services: Services, client: ClientId, start: date) -> None:
    gaps(services, client, 2)
    services.planning.build(client, start)

    assert min(task.start for task in tasks(services, client) if task.start) == start
    assert STANDARD in {task.standard for task in tasks(services, client)}


def test_no_milestone_falls_on_a_holiday(services: Services, client: ClientId) -> None:
    """Stage 2 came out on the sixth of January once."""
    services.plan_settings.change(client, country="RU")
    gaps(services, client, 12)
    for start in (date(2026, 9, 14), date(2026, 10, 5), date(2026, 10, 6), date(2026, 11, 9)):
        services.planning.build(client, start)
        calendar = services.calendar.of(client)
        stones = [task for task in services.plan.tasks(client, "en") if task.kind is TaskKind.MILESTONE]
        assert [(task.title, task.due) for task in stones if not calendar.is_working(task.due)] == []
        services.plan.archive(client, [task.id for task in services.plan.tasks(client, "en")])
