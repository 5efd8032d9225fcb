"""A client adds standards, takes them off, and moves to the next edition without losing a word."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from builders import audit, finished, process, questions, rows
from conftest import StillClock
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from isodesk.catalog.editions import Change
from isodesk.catalog.standard import Standard
from isodesk.domain.conformity import Conformity
from isodesk.domain.keys import ClientId
from isodesk.errors import NotAllowed, NotFound
from isodesk.services.assessment import QuestionView
from isodesk.services.clients import NewClient
from isodesk.services.evidence import Subject
from isodesk.services.workspace import Services

OLD, NEW = "iso-9001-2015", "iso-9001-2026"


@pytest.fixture
def certified(services: Services) -> ClientId:
    """A client that works to the edition of 2015."""
    return services.clients.create(NewClient("ООО «Парус»", OLD, "ru", 30))


def by_key(views: tuple[QuestionView, ...]) -> dict[str, QuestionView]:
    return {view.key: view for view in views}


def test_adding_a_standard_keeps_what_is_answered(services: Services, client: ClientId) -> None:
    before = questions(services, client)
    services.assessment.record_many(client, [view.key for view in before], Conformity.CONFORMS)
    preview = services.adoptions.preview_addition(client, "iso-14001-2026")
    services.adoptions.add(client, "iso-14001-2026")

    after = questions(services, client)
    asked = services.standards.of(client)[1].question_keys
    assert preview.shared == preview.answered == sum(len(view.counts_for) == 2 for view in after) > 50
    assert sum(view.conformity is None for view in after) == preview.fresh == len(asked) - preview.shared
    assert by_key(after).keys() >= by_key(before).keys()


def test_a_common_question_says_for_which_standards_it_counts(services: Services, client: ClientId) -> None:
    assert all(view.focus == () for view in questions(services, client))
    services.adoptions.add(client, "iso-14001-2026")
    view = by_key(questions(services, client))["context.issues"]

    assert [(designation, clause) for designation, clause, _ in view.focus] == [
        ("ISO 9001:2026", "4.1"),
        ("ISO 14001:2026", "4.1"),
    ]
    assert all(len(focus) > 30 for _, _, focus in view.focus)


def test_a_second_edition_is_no_second_standard(services: Services, client: ClientId) -> None:
    assert "iso-9001" not in {heading.family for heading in services.adoptions.choices(client)}
    with pytest.raises(NotAllowed, match="has ISO 9001:2026 already"):
        services.adoptions.add(client, OLD)
    with pytest.raises(NotFound):
        services.adoptions.add(client, "iso-99999")


def test_the_last_standard_stays(services: Services, client: ClientId) -> None:
    with pytest.raises(NotAllowed, match="only standard"):
        services.adoptions.remove(client, NEW)
    with pytest.raises(NotFound):
        services.adoptions.remove(client, "iso-14001-2026")


def test_answers_of_a_standard_that_was_taken_off_come_back_with_it(services: Services, client: ClientId) -> None:
    services.adoptions.add(client, "iso-14001-2026")
    own = next(view for view in questions(services, client) if view.counts_for == (("iso-14001-2026", view.clause),))
    services.assessment.record(client, own.key, Conformity.PARTLY)
    services.adoptions.remove(client, "iso-14001-2026")
    assert own.key not in by_key(questions(services, client))

    services.adoptions.add(client, "iso-14001-2026")
    assert by_key(questions(services, client))[own.key].conformity is Conformity.PARTLY


def furnish(services: Services, client: ClientId) -> None:
    """Answers, notes, evidence, an override, an exclusion, a process, a plan, a finished audit."""
    views = questions(services, client)
    services.assessment.record_many(client, [view.key for view in views], Conformity.CONFORMS)
    services.assessment.record_many(client, [view.key for view in views[3:9]], Conformity.ABSENT)
    services.assessment.set_note(client, views[3].key, "missing", "Нет реестра")
    services.assessment.set_maturity(client, views[3].key, 2)
    services.evidence.paste(client, Subject.ANSWER, views[3].key, b"%PDF-1.4 reestr", "реестр.pdf")
    services.clients.exclude(client, OLD, "8.3", "Изделия делаются по чертежам заказчика")
    improvement = process(services, client, "Улучшение", ())
    services.team.set_clauses(client, improvement, frozenset({(OLD, "10.3"), (OLD, "9.2")}))
    services.planning.build(client, date(2026, 12, 1))
    finished(services, client, audit(services, client, improvement))


def test_a_move_carries_every_answer_that_is_still_asked(services: Services, certified: ClientId) -> None:
    furnish(services, certified)
    before = by_key(questions(services, certified))
    preview = services.adoptions.preview_transition(certified, OLD, NEW)
    number = services.adoptions.move(certified, OLD, NEW)
    after = by_key(questions(services, certified))

    new = {item.question.key for item in preview.delta.of(Change.NEW)}
    assert number == 2
    assert preview.carried + preview.left_behind == len(before)
    assert {key for key, view in after.items() if view.conformity is None} == new == services.adoptions.fresh(certified)
    for key in preview.delta.surviving:
        old, now = before[key], after[key]
        kept = ("conformity", "maturity", "existing", "missing", "owner", "assessor", "assessed_on", "evidence")
        if not old.excluded:
            assert [getattr(now, name) for name in (*kept, "reason")] == [
                getattr(old, name) for name in (*kept, "reason")
            ]
    assert [s.key for s in services.standards.of(certified)] == [NEW]


def test_the_old_assessment_stays_readable(services: Services, certified: ClientId) -> None:
    furnish(services, certified)
    before = questions(services, certified)
    services.adoptions.move(certified, OLD, NEW)
    services.assessment.record_many(certified, [v.key for v in questions(services, certified)], Conformity.PARTLY)

    assert services.assessment.questions(certified, "en", 1) == before
    first, second = services.assessment.rounds(certified)
    assert (first.designations, second.designations) == (("ISO 9001:2015",), ("ISO 9001:2026",))
    assert first.closed_on is not None
    assert second.closed_on is None
    with pytest.raises(NotFound):
        services.assessment.questions(certified, "en", 3)


def test_what_hangs_on_clauses_follows_them(services: Services, certified: ClientId) -> None:
    furnish(services, certified)
    services.adoptions.move(certified, OLD, NEW)

    assert [(e.standard, e.clause) for e in services.clients.exclusions(certified)] == [(NEW, "8.3")]
    carried = next(p for p in services.team.processes(certified) if p.name == "Улучшение").clauses
    assert {pair for pair in carried if pair[0] == NEW} >= {(NEW, "10.1")}
    assert not [pair for pair in carried if pair[0] == OLD]
    tasks = [task for task in services.plan.tasks(certified, "en") if task.question]
    places = {view.key: view.clause for view in questions(services, certified)}
    assert {(task.standard, task.clause) for task in tasks} <= {(NEW, number) for number in places.values()}


def test_a_finished_audit_keeps_the_clauses_it_was_held_by(
    services: Services, certified: ClientId, clock: StillClock
) -> None:
    furnish(services, certified)
    held = services.audits.listed(certified)[-1]
    before = services.checklists.rows(held.id, "ru")
    clock.move(days=1)
    services.adoptions.move(certified, OLD, NEW)

    assert services.checklists.rows(held.id, "ru") == before
    assert {row.standard for row in before} == {OLD}
    assert all(row.question for row in before)


def test_an_integrated_audit_asks_a_shared_question_once(services: Services, client: ClientId) -> None:
    services.adoptions.add(client, "iso-14001-2026")
    wanted = process(services, client, "Лидерство", ("5",))
    services.team.set_clauses(client, wanted, frozenset({(NEW, "5"), ("iso-14001-2026", "5")}))
    audit_ = audit(services, client, wanted)
    asked = services.checklists.rows(audit_, "en")

    assert len({row.key for row in asked}) == len(asked)
    shared = next(row for row in asked if row.key == "policy.text")
    assert shared.places == ((NEW, "5.2"), ("iso-14001-2026", "5.2"))
    own = next(row for row in asked if row.key == "qms.leadership.ethics")
    assert own.places == ((NEW, "5.1.1"),)


def test_a_move_is_one_step_back(services: Services, certified: ClientId) -> None:
    furnish(services, certified)
    before = rows(services)
    services.adoptions.move(certified, OLD, NEW)
    moved = rows(services)
    services.history.undo()
    assert rows(services) == before
    services.history.redo()
    assert rows(services) == moved


def test_only_an_edition_that_replaces_can_be_moved_to(
    services: Services, certified: ClientId, client: ClientId
) -> None:
    assert [(old, heading.key) for old, heading in services.adoptions.transitions(certified)] == [(OLD, NEW)]
    assert services.adoptions.transitions(client) == ()
    with pytest.raises(NotAllowed, match="does not replace"):
        services.adoptions.move(certified, OLD, "iso-14001-2026")
    with pytest.raises(NotFound):
        services.adoptions.move(client, OLD, NEW)
    assert len(services.assessment.rounds(certified)) == 1


def test_another_standard_is_not_touched_by_a_move(services: Services, certified: ClientId) -> None:
    services.adoptions.add(certified, "iso-14001-2026")
    views = questions(services, certified)
    services.assessment.record_many(certified, [view.key for view in views], Conformity.CONFORMS)
    services.assessment.differ(certified, "context.issues", OLD, Conformity.PARTLY, "Старый перечень")
    services.assessment.differ(certified, "context.issues", "iso-14001-2026", Conformity.ABSENT, "Нет природы")
    services.adoptions.move(certified, OLD, NEW)

    after = by_key(questions(services, certified))
    assert {key: verdict for key, verdict, _ in after["context.issues"].overrides} == {
        NEW: Conformity.PARTLY,
        "iso-14001-2026": Conformity.ABSENT,
    }
    environmental = [view for view in after.values() if "iso-14001-2026" in dict(view.counts_for)]
    assert all(
        view.conformity is Conformity.CONFORMS
        for view in environmental
        if view.key not in services.adoptions.fresh(certified)
    )
    assert [s.key for s in services.standards.of(certified)] == [NEW, "iso-14001-2026"]


@pytest.fixture
def bare(services: Services) -> Iterator[tuple[Services, ClientId]]:
    yield services, services.clients.create(NewClient("ООО «Проба»", OLD, "ru"))


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(verdicts=st.lists(st.sampled_from([*Conformity, None]), min_size=131, max_size=131))
def test_whatever_was_answered_is_found_again(
    bare: tuple[Services, ClientId], verdicts: list[Conformity | None]
) -> None:
    services, client = bare
    given_ = dict(zip((view.key for view in questions(services, client)), verdicts, strict=True))
    for verdict in Conformity:
        services.assessment.record_many(client, [key for key, v in given_.items() if v is verdict], verdict)
    services.adoptions.move(client, OLD, NEW)

    after = by_key(questions(services, client))
    former = by_key(services.assessment.questions(client, "en", 1))
    assert {key: view.conformity for key, view in former.items()} == given_
    assert {key: view.conformity for key, view in after.items() if key in given_} == {
        key: verdict for key, verdict in given_.items() if key in after
    }
    services.history.undo()
    services.assessment.record_many(client, list(given_), None)


def test_newer_texts_of_the_same_edition_are_taken_when_asked(services: Services, client: ClientId) -> None:
    assert services.adoptions.outdated(client) == ()
    shelf = services.standards.shelf
    current = shelf.standard(NEW)
    shelf._read[NEW] = _without_first_question(current)
    key = current.question_keys[0]
    services.assessment.record(client, key, Conformity.PARTLY)

    assert [standard.key for standard in services.adoptions.outdated(client)] == [NEW]
    services.adoptions.update(client, NEW)
    assert key not in by_key(questions(services, client))
    assert services.adoptions.outdated(client) == ()
    services.history.undo()
    assert by_key(questions(services, client))[key].conformity is Conformity.PARTLY


def _without_first_question(standard: Standard) -> Standard:
    gone = standard.question_keys[0]
    clauses = tuple(
        replace(clause, questions=tuple(key for key in clause.questions if key != gone)) for clause in standard.clauses
    )
    return replace(standard, clauses=clauses, questions={k: q for k, q in standard.questions.items() if k != gone})
