"""A delta between two editions is told from keys: nothing is lost, nothing is told twice, and the way back is its mirror."""

from builders import clause, question, standard
from hypothesis import given
from hypothesis import strategies as st

from isodesk.catalog.editions import Change, compare
from isodesk.catalog.shelf import Shelf
from isodesk.catalog.standard import Standard

NUMBERS = ("4", "4.1", "4.2", "5", "5.1", "6", "6.1", "6.1.1")
KEYS = tuple(f"theme.q{n}" for n in range(12))


@st.composite
def editions(draw: st.DrawFn) -> Standard:
    """Some clauses that ask some of the questions."""
    places = draw(st.dictionaries(st.sampled_from(KEYS), st.sampled_from(NUMBERS)))
    asked = [[key for key, number in places.items() if number == here] for here in NUMBERS]
    clauses = [clause(number, *keys) for number, keys in zip(NUMBERS, asked, strict=True)]
    return standard(*clauses, questions=[question(key) for key in places])


@given(editions(), editions())
def test_every_question_of_both_editions_is_told_once(old: Standard, new: Standard) -> None:
    delta = compare(old, new)

    told = [item.question.key for item in delta.questions]
    assert sorted(told) == sorted({*old.question_keys, *new.question_keys})
    assert sum(delta.count(change) for change in Change) == len(told)
    assert delta.surviving == set(old.question_keys) & set(new.question_keys)


@given(editions(), editions())
def test_the_way_back_is_the_mirror(old: Standard, new: Standard) -> None:
    there, back = compare(old, new), compare(new, old)

    assert {i.question.key for i in there.of(Change.NEW)} == {i.question.key for i in back.of(Change.GONE)}
    assert {(i.question.key, i.old, i.new) for i in there.of(Change.MOVED)} == {
        (i.question.key, i.new, i.old) for i in back.of(Change.MOVED)
    }


@given(editions())
def test_an_edition_does_not_differ_from_itself(edition: Standard) -> None:
    delta = compare(edition, edition)

    assert delta.count(Change.UNCHANGED) == len(delta.questions)
    assert all(delta.successors(number) == (number,) for number in NUMBERS)
    assert delta.new_clauses == delta.gone_clauses == delta.titled_anew("en") == ()


@given(editions(), editions(), st.sampled_from(NUMBERS))
def test_the_successors_of_a_clause_ask_all_that_survives_of_it(old: Standard, new: Standard, number: str) -> None:
    delta = compare(old, new)
    found = {key for clause_ in delta.successors(number) for key in new.questions_within(clause_)}

    assert {key for key in old.questions_within(number) if key in delta.surviving} <= found


def test_a_clause_that_split_is_followed_into_its_parts() -> None:
    old = standard(clause("6"), clause("6.1", "a.b", "a.c"), questions=[question("a.b"), question("a.c")])
    new = standard(
        clause("6"), clause("6.1"), clause("6.1.1", "a.b"), clause("6.2", "a.c"), questions=old.questions.values()
    )
    delta = compare(old, new)

    assert delta.successors("6.1") == ("6.1.1", "6.2")
    assert delta.successors("6") == ("6",)
    assert [c.number for c in delta.new_clauses] == ["6.1.1", "6.2"]


def test_improvement_moved_in_iso_9001() -> None:
    """ISO 9001:2026: 10.1 is continual improvement, which was 10.3; nonconformity stays 10.2 (editions.md, 2)."""
    shelf = Shelf()
    delta = compare(shelf.standard("iso-9001-2015"), shelf.standard("iso-9001-2026"))

    assert delta.successors("10.3") == ("10.1",)
    assert delta.successors("10.2") == ("10.2",)
    assert {item.question.key for item in delta.of(Change.NEW)} >= {"qms.leadership.culture", "qms.leadership.ethics"}
    assert delta.count(Change.UNCHANGED) > 100


def test_risks_and_change_moved_in_iso_14001() -> None:
    """ISO 14001:2026: 6.1.4 risks and opportunities, 6.1.5 planning action, 6.3 planning of changes (editions.md, 3)."""
    shelf = Shelf()
    delta = compare(shelf.standard("iso-14001-2015"), shelf.standard("iso-14001-2026"))

    assert {"6.1.5", "6.3"} <= {c.number for c in delta.new_clauses}
    assert delta.count(Change.NEW) >= 4
    assert any(item.new.startswith("6.3") for item in delta.of(Change.NEW, Change.MOVED))
