"""Answers: given, noted, weighed, cleared; and what they add up to."""

import sqlite3
from datetime import date

import pytest
from builders import STANDARD, answer_all, clause, gaps, person, question, questions, standard
from conftest import ACTOR, StillClock

from isodesk.catalog.shelf import Shelf
from isodesk.domain.conformity import Conformity, EffortSize, Importance
from isodesk.domain.keys import ClientId, QuestionKey, clause_order, section_of
from isodesk.errors import InvalidInput, NotAllowed, NotFound
from isodesk.services import results
from isodesk.services.assessment import GivenAnswer
from isodesk.services.fields import LONG
from isodesk.services.standards import requirements
from isodesk.services.workspace import Services


def test_an_answer_is_signed_and_dated(services: Services, client: ClientId, clock: StillClock) -> None:
    key = questions(services, client)[0].key
    clock.move(days=1)
    services.assessment.record(client, key, Conformity.PARTLY)
    view = questions(services, client)[0]

    assert (view.conformity, view.assessor, view.assessed_on) == (Conformity.PARTLY, ACTOR, date(2026, 11, 24))
    assert view.seen
    assert services.assessment.dates(client) == (date(2026, 11, 23), date(2026, 11, 24))
    services.assessment.record(client, key, None)
    assert questions(services, client)[0].conformity is None


def test_questions_run_through_in_both_languages(services: Services, client: ClientId) -> None:
    russian, english = (services.assessment.questions(client, language) for language in ("ru", "en"))

    assert [view.number for view in russian] == list(range(1, len(russian) + 1))
    assert [view.key for view in russian] == [view.key for view in english]
    assert all(
        r.question != e.question and r.clause_title != e.clause_title for r, e in zip(russian, english, strict=True)
    )
    assert all(view.counts_for == ((STANDARD, view.clause),) for view in russian)


@pytest.mark.parametrize("field", ["existing", "missing", "reason"])
def test_a_note_is_kept_as_written(services: Services, client: ClientId, field: str) -> None:
    key = questions(services, client)[3].key
    services.assessment.set_note(client, key, field, ' <b>&"\nвторая строка\x00 🏭 ')
    view = questions(services, client)[3]

    assert getattr(view, field) == '<b>&"\nвторая строка 🏭'
    with pytest.raises(InvalidInput) as caught:
        services.assessment.set_note(client, key, field, "x" * (LONG + 1))
    assert caught.value.field == field


def test_only_notes_are_notes(services: Services, client: ClientId) -> None:
    with pytest.raises(ValueError, match="conformity"):
        services.assessment.set_note(client, QuestionKey("context.issues"), "conformity", "conforms")


def test_a_sheet_is_filled_in_in_one_step(services: Services, client: ClientId) -> None:
    first, second = (view.key for view in questions(services, client)[:2])
    services.assessment.fill_in(
        client,
        [
            GivenAnswer(first, Conformity.PARTLY, "реестр", "даты"),
            GivenAnswer(second, Conformity.NOT_APPLICABLE, reason="нет"),
        ],
    )
    views = questions(services, client)
    assert (views[0].existing, views[0].missing, views[1].reason) == ("реестр", "даты", "нет")
    services.history.undo()
    assert services.assessment.progress(client).answered == 0
    with pytest.raises(InvalidInput):
        services.assessment.fill_in(client, [GivenAnswer(first, None, "x" * (LONG + 1))])


def test_not_applicable_needs_a_reason(services: Services, client: ClientId) -> None:
    key = questions(services, client)[0].key
    services.assessment.record(client, key, Conformity.NOT_APPLICABLE)
    assert questions(services, client)[0].needs_reason
    services.assessment.set_note(client, key, "reason", "Нет производства")
    assert not questions(services, client)[0].needs_reason


def test_importance_and_maturity_can_be_set_and_taken_back(services: Services, client: ClientId) -> None:
    view = questions(services, client)[0]
    other = Importance.LOW if view.importance is not Importance.LOW else Importance.HIGH
    services.assessment.set_importance(client, view.key, other)
    services.assessment.set_maturity(client, view.key, 5)
    assert (questions(services, client)[0].importance, questions(services, client)[0].maturity) == (other, 5)
    services.assessment.set_importance(client, view.key, None)
    services.assessment.set_maturity(client, view.key, None)
    assert questions(services, client)[0].importance is view.importance
    for level in (-1, 6):
        with pytest.raises(InvalidInput, match="0 to 5"):
            services.assessment.set_maturity(client, view.key, level)


def test_someone_is_responsible_for_many(services: Services, client: ClientId) -> None:
    anna = person(services, client, "Анна")
    keys = [view.key for view in questions(services, client)[:3]]
    services.assessment.set_owner(client, keys, anna)
    step = services.history.undoable
    assert step is not None
    assert dict(step.fields)["clause"] == "4.1 … 4.1 (3)"

    assert [view.owner_name for view in questions(services, client)[:4]] == ["Анна", "Анна", "Анна", ""]
    services.assessment.record_many(client, [], None)


def test_looking_is_noted_once_and_is_no_answer(services: Services, client: ClientId, clock: StillClock) -> None:
    key = questions(services, client)[0].key
    services.assessment.look(client, key)
    clock.move(days=1)
    services.assessment.look(client, key)
    view = questions(services, client)[0]

    assert view.seen
    assert view.conformity is None
    assert view.assessed_on is None
    assert services.history.undoable is None


def test_an_answer_may_differ_for_one_standard(services: Services, client: ClientId) -> None:
    services.adoptions.add(client, "iso-14001-2026")
    key = questions(services, client)[0].key
    services.assessment.record(client, key, Conformity.CONFORMS)
    services.assessment.differ(client, key, "iso-14001-2026", Conformity.ABSENT, "Нет воды")

    view = questions(services, client)[0]
    assert view.overrides == (("iso-14001-2026", Conformity.ABSENT, "Нет воды"),)
    assert (view.verdict_for("iso-14001-2026"), view.verdict_for(STANDARD)) == (Conformity.ABSENT, Conformity.CONFORMS)
    assert view.is_gap
    services.assessment.differ(client, key, "iso-14001-2026", None)
    assert questions(services, client)[0].overrides == ()
    assert not questions(services, client)[0].is_gap


def test_an_answer_differs_only_with_a_reason(services: Services, client: ClientId) -> None:
    services.adoptions.add(client, "iso-14001-2026")
    key = questions(services, client)[0].key

    with pytest.raises(InvalidInput):
        services.assessment.differ(client, key, "iso-14001-2026", Conformity.ABSENT, "  ")
    assert questions(services, client)[0].overrides == ()


def test_an_override_of_a_standard_that_was_taken_off_does_not_count(services: Services, client: ClientId) -> None:
    services.adoptions.add(client, "iso-14001-2026")
    key = questions(services, client)[0].key
    services.assessment.record(client, key, Conformity.CONFORMS)
    services.assessment.differ(client, key, "iso-14001-2026", Conformity.ABSENT, "Нет воды")
    services.adoptions.remove(client, "iso-14001-2026")

    assert not questions(services, client)[0].is_gap
    services.adoptions.add(client, "iso-14001-2026")
    assert questions(services, client)[0].is_gap


def test_results_of_a_standard_count_its_own_answers(services: Services, client: ClientId) -> None:
    services.adoptions.add(client, "iso-14001-2026")
    answer_all(services, client)
    key = questions(services, client)[0].key
    services.assessment.differ(client, key, "iso-14001-2026", Conformity.ABSENT, "Нет воды")

    assert services.results.view(client, "en", STANDARD).gaps == ()
    assert [gap.key for gap in services.results.view(client, "en", "iso-14001-2026").gaps] == [key]
    assert [gap.key for gap in services.results.view(client, "en").gaps] == [key]
    sections = services.results.view(client, "en").sections
    assert [(s.standard, s.number) for s in sections if s.progress.absent] == [("iso-14001-2026", "4")]


def test_not_applicable_is_refused_where_a_standard_forbids_it(services: Services, client: ClientId) -> None:
    services.adoptions.add(client, "iso-iec-27001-2022")
    views = questions(services, client)
    shared = next(view for view in views if len(view.counts_for) == 2)
    control = next(view for view in views if view.clause.startswith("A."))
    quality = next(view for view in views if view.counts_for == ((STANDARD, view.clause),))

    for keys in ((shared.key,), (quality.key, shared.key)):
        with pytest.raises(NotAllowed, match="ISO/IEC 27001:2022 does not allow clause"):
            services.assessment.record_many(client, keys, Conformity.NOT_APPLICABLE)
    with pytest.raises(NotAllowed):
        services.assessment.fill_in(client, [GivenAnswer(shared.key, Conformity.NOT_APPLICABLE, reason="Нет")])
    with pytest.raises(NotAllowed):
        services.assessment.differ(client, shared.key, "iso-iec-27001-2022", Conformity.NOT_APPLICABLE, "Нет")
    assert services.assessment.progress(client).answered == 0
    services.assessment.record_many(client, (control.key, quality.key), Conformity.NOT_APPLICABLE)
    assert services.assessment.progress(client).not_applicable == 2


def test_the_others_may_leave_out_what_one_standard_answers_for_itself(services: Services, client: ClientId) -> None:
    services.adoptions.add(client, "iso-iec-27001-2022")
    shared = next(view for view in questions(services, client) if len(view.counts_for) == 2)
    services.assessment.differ(client, shared.key, "iso-iec-27001-2022", Conformity.CONFORMS, "Ведется отдельно")
    services.assessment.record(client, shared.key, Conformity.NOT_APPLICABLE)

    view = next(v for v in questions(services, client) if v.key == shared.key)
    assert view.verdict_for(STANDARD) is Conformity.NOT_APPLICABLE
    assert view.verdict_for("iso-iec-27001-2022") is Conformity.CONFORMS


def test_standards_on_the_common_structure_are_asked_section_by_section(services: Services, client: ClientId) -> None:
    services.adoptions.add(client, "iso-14001-2026")
    sections = [section_of(view.clause) for view in questions(services, client)]

    assert sections == sorted(sections, key=clause_order)
    for section in ("4", "6", "8"):
        inside = [view.standard for view in questions(services, client) if section_of(view.clause) == section]
        assert inside == sorted(inside, key=(STANDARD, "iso-14001-2026").index)


def test_a_question_of_two_standards_is_asked_once_and_counts_for_both() -> None:
    shared, own = question("a.shared"), question("a.own")
    first = standard(clause("4", "a.shared"), questions=[shared], key="one")
    second = standard(clause("5", "a.own", "a.shared"), questions=[shared, own], key="two")

    found = requirements((first, second))
    assert [(r.question.key, r.standard, r.clause) for r in found] == [("a.shared", "one", "4"), ("a.own", "two", "5")]
    assert found[0].counts_for == (("one", "4"), ("two", "5"))


def test_the_content_stays_as_it_was_adopted(
    services: Services, client: ClientId, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = questions(services, client)
    monkeypatch.setattr(Shelf, "standard", lambda *_: standard(clause("4")))
    services.standards._by_digest.clear()

    assert questions(services, client) == before


def test_content_that_was_lost_is_said(services: Services, client: ClientId) -> None:
    services.standards._by_digest.clear()
    with sqlite3.connect(services.folder / "isodesk.db") as other:
        other.execute("UPDATE content_snapshot SET digest = 'lost'")
    other.close()
    with pytest.raises(NotFound, match="content of a standard is missing"):
        questions(services, client)


def test_results_add_up(services: Services, client: ClientId) -> None:
    first = gaps(services, client, 12)
    services.assessment.record(client, first[0].key, Conformity.PARTLY)
    view = services.results.view(client, "ru")

    assert sum((section.progress for section in view.sections), start=type(view.progress)()) == view.progress
    assert len(view.gaps) == 12
    assert len(view.top) == results.TOP == 10
    assert view.hours == round(sum(results.gap_hours(gap) for gap in view.gaps))
    assert sum(view.by_size().values()) == 12
    assert set(view.by_size()) == set(EffortSize)
    assert [bar.total for bar in view.bars.bars] == [section.progress.applicable for section in view.sections]
    assert view.bars.bars[0].label == "4 Среда организации"
    ranks = [(gap.importance.rank, gap.conformity.weight if gap.conformity else 0) for gap in view.gaps]
    assert ranks == sorted(ranks)


def test_half_a_gap_is_half_the_work(services: Services, client: ClientId) -> None:
    first = gaps(services, client, 1)[0]
    (absent,) = services.results.view(client, "en").gaps
    services.assessment.record(client, first.key, Conformity.PARTLY)
    (partly,) = services.results.view(client, "en").gaps

    assert results.gap_hours(absent) == first.effort
    assert results.gap_hours(partly) == first.effort / 2


def test_nothing_answered_is_no_gap(services: Services, client: ClientId) -> None:
    view = services.results.view(client, "en")
    assert (view.gaps, view.hours, view.progress.ready) == ((), 0, 0)
    answer_all(services, client)
    assert services.results.view(client, "en").progress.ready == 1
