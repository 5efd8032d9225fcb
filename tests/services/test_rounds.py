"""Rounds: a new one keeps the old one, with its evidence; two of them side by side say what became worse."""

from datetime import date

import pytest
from builders import STANDARD, gaps, person, questions
from conftest import ACTOR, StillClock
from hypothesis import given
from hypothesis import strategies as st

from isodesk.domain.charts import radar_points
from isodesk.domain.conformity import Conformity, Importance
from isodesk.domain.keys import ClientId
from isodesk.domain.rounds import Course, course
from isodesk.errors import InvalidInput
from isodesk.services.evidence import Subject
from isodesk.services.results import radar_of
from isodesk.services.workspace import Services

VERDICTS = [*Conformity, None]


def test_a_new_round_carries_everything_and_undo_takes_it_back(
    services: Services, client: ClientId, clock: StillClock
) -> None:
    first, second = questions(services, client)[:2]
    who = person(services, client)
    services.assessment.record(client, first.key, Conformity.PARTLY)
    services.assessment.set_note(client, first.key, "existing", "a sheet")
    services.assessment.change(client, [first.key], maturity=2, owner_id=who, importance=Importance.LOW)
    services.evidence.paste(client, Subject.ANSWER, first.key, b"\x89PNG\r\n\x1a\n", "a.png")
    before = questions(services, client)
    clock.move(days=30)

    assert services.rounds.start(client, carry=True) == 2
    assert questions(services, client) == before
    old, new = services.assessment.rounds(client)
    assert (old.closed_on, new.started_on, new.closed_on) == (date(2026, 12, 23), date(2026, 12, 23), None)
    services.assessment.record(client, first.key, Conformity.CONFORMS)
    services.assessment.record(client, second.key, Conformity.ABSENT)
    assert services.assessment.questions(client, "en", 1) == before
    assert [file.name for file in services.evidence.listed(client, Subject.ANSWER, first.key)] == ["a.png"]
    for _step in range(3):
        services.history.undo()
    assert questions(services, client) == before
    assert [item.number for item in services.assessment.rounds(client)] == [1]


def test_a_blank_round_asks_everything_again(services: Services, client: ClientId) -> None:
    gaps(services, client, 5)
    services.rounds.start(client, carry=False)
    assert {view.conformity for view in questions(services, client)} == {None}
    assert len([v for v in services.assessment.questions(client, "en", 1) if v.is_gap]) == 5


def test_one_round_has_nothing_to_be_compared_with(services: Services, client: ClientId) -> None:
    assert services.rounds.compare(client, "en") is None


def test_what_became_worse_comes_first(services: Services, client: ClientId) -> None:
    keys = [view.key for view in questions(services, client)]
    services.assessment.record_many(client, keys[:3], Conformity.PARTLY)
    services.assessment.change(client, keys[:2], maturity=3)
    services.rounds.start(client, carry=True)
    services.assessment.record(client, keys[0], Conformity.CONFORMS)
    services.assessment.record(client, keys[1], Conformity.ABSENT)
    services.assessment.change(client, keys[1:2], maturity=1)
    services.assessment.record(client, keys[2], None)
    services.assessment.record(client, keys[3], Conformity.CONFORMS)
    found = services.rounds.compare(client, "en")

    assert found is not None
    assert [item.course for item in found.changed] == [Course.WORSE, Course.OPEN, Course.BETTER, Course.NEW]
    assert [item.now.key for item in found.changed] == [keys[1], keys[2], keys[0], keys[3]]
    assert found.changed[0].maturity_change == -2
    assert found.changed[1].maturity_change is None
    assert (found.before.partly, found.now.conforms, found.dropped) == (3, 2, 0)
    assert found.count(Course.SAME) == len(keys) - 4
    assert sum(section.before.partly for section in found.sections) == 3
    assert found.sections[0].before_maturity == 3
    back = services.rounds.compare(client, "en", earlier=2, later=1)
    assert back is not None
    assert back.count(Course.BETTER) == 1
    assert back.changed[0].now.key == keys[0]


def test_an_edition_that_was_moved_to_is_compared_question_by_question(services: Services, client: ClientId) -> None:
    from isodesk.services.clients import NewClient

    old = services.clients.create(NewClient("Old", "iso-9001-2015", "en"))
    keys = [view.key for view in questions(services, old)]
    services.assessment.record_many(old, keys, Conformity.PARTLY)
    services.adoptions.move(old, "iso-9001-2015", STANDARD)
    found = services.rounds.compare(old, "en")
    assert found is not None
    assert found.dropped == len(set(keys) - {view.key for view in questions(services, old)})
    assert all(item.course is Course.SAME for item in found.questions if item.before)
    assert any(item.before is None for item in found.questions)


@given(st.sampled_from(VERDICTS), st.sampled_from(VERDICTS))
def test_a_way_back_is_the_opposite(before: Conformity | None, after: Conformity | None) -> None:
    opposite = {Course.WORSE: Course.BETTER, Course.OPEN: Course.NEW}
    opposite |= {back: way for way, back in opposite.items()}
    way = course(before, after)
    assert course(after, before) is opposite.get(way, way)
    assert (way is Course.SAME) == (before is after)


def test_another_person_signs_the_answers(services: Services, client: ClientId) -> None:
    key, other = (view.key for view in questions(services, client)[:2])
    services.assessment.record(client, key, Conformity.CONFORMS)
    services.assessment.set_assessor(client, " Anna  ")
    services.assessment.record(client, other, Conformity.CONFORMS)
    assert [view.assessor for view in questions(services, client)[:2]] == [ACTOR, "Anna"]
    services.assessment.set_assessor(client, "")
    assert services.assessment.assessor(client) == ACTOR
    with pytest.raises(InvalidInput):
        services.assessment.set_assessor(client, "x" * 301)


def test_assessor_and_date_are_changed_but_not_into_the_future(services: Services, client: ClientId) -> None:
    keys = [view.key for view in questions(services, client)[:2]]
    services.assessment.change(client, keys, assessor="Ivan", assessed_on=date(2026, 11, 2))
    assert {(v.assessor, v.assessed_on) for v in questions(services, client)[:2]} == {("Ivan", date(2026, 11, 2))}
    with pytest.raises(InvalidInput) as caught:
        services.assessment.change(client, keys, assessed_on=date(2026, 11, 24))
    assert caught.value.field == "assessed_on"
    with pytest.raises(ValueError, match="colour"):
        services.assessment.change(client, keys, colour="red")


def test_several_get_the_same_in_one_step(services: Services, client: ClientId) -> None:
    keys = [view.key for view in questions(services, client)[:5]]
    services.assessment.change(client, keys, importance=Importance.LOW)
    services.assessment.change(client, keys, maturity=4)
    shown = questions(services, client)[:5]
    assert {(view.importance, view.maturity, view.assessor) for view in shown} == {(Importance.LOW, 4, "")}
    services.history.undo()
    assert {view.maturity for view in questions(services, client)[:5]} == {None}
    with pytest.raises(InvalidInput):
        services.assessment.change(client, keys, maturity=6)


def test_the_radar_shows_levels_and_without_them_readiness(services: Services, client: ClientId) -> None:
    views = questions(services, client)
    services.assessment.record_many(client, [view.key for view in views], Conformity.PARTLY)
    plain = services.results.radar(client, "en")
    assert (plain.is_maturity, plain.most, plain.has_before) == (False, 100, False)
    assert {spoke.now for spoke in plain.spokes} == {50}
    services.assessment.change(client, [views[0].key], maturity=2)
    services.assessment.change(client, [views[1].key], maturity=3)
    services.rounds.start(client, carry=True)
    services.assessment.change(client, [views[1].key], maturity=5)
    levels = services.results.radar(client, "en")
    assert (levels.is_maturity, levels.has_before) == (True, True)
    assert (levels.spokes[0].now, levels.spokes[0].before, levels.spokes[1].now) == (3.5, 2.5, None)
    assert [spoke.label for spoke in levels.spokes] == [str(number) for number in range(4, 11)]
    assert radar_of(()).spokes == ()


@given(st.lists(st.one_of(st.none(), st.floats(-1e6, 1e6)), max_size=20), st.floats(0, 100))
def test_no_value_leaves_the_circle(values: list[float | None], most: float) -> None:
    points = radar_points(values, most)
    assert len(points) == len(values)
    assert all(x * x + y * y <= 1 + 1e-9 for x, y in points)


def test_clauses_and_themes_hold_every_question(services: Services, client: ClientId) -> None:
    services.adoptions.add(client, "iso-14001-2026")
    total = len(questions(services, client))
    themes = services.results.themes(client, "en")
    assert sum(group.progress.total for group in themes) == total
    assert len(themes) > 10
    assert themes[-1].standard == ""
    clauses = services.results.clauses(client, "en", STANDARD)
    asked = [view for view in questions(services, client) if STANDARD in dict(view.counts_for)]
    assert sum(group.progress.total for group in clauses) >= len(asked)
    assert all(group.number.count(".") <= 1 for group in clauses)
    assert {group.first_open in {view.key for view in group.questions} for group in clauses} == {True}
