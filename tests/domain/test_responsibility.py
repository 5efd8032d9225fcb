"""Rules of the responsibility matrix and of the clauses that processes carry."""

from collections.abc import Iterable

from hypothesis import assume, given
from hypothesis import strategies as st

from isodesk.domain.keys import ProcessId, is_within
from isodesk.domain.people import Role
from isodesk.domain.responsibility import (
    NOTHING,
    Carried,
    Duty,
    Fault,
    Letter,
    carried,
    faults,
    is_sound,
    parts_of,
    proposal,
    read,
    toggled,
    with_clause,
    without_clause,
    written,
)

SOUND = [NOTHING, read("R"), read("A"), read("RA"), read("C"), read("I")]
cells = st.sampled_from(SOUND)
letters = st.sampled_from(list(Letter))
roles = st.sampled_from(list(Role))
rows = st.dictionaries(roles, cells, max_size=6)
KNOWN = (
    "4",
    "4.1",
    "4.4",
    "4.4.1",
    "4.4.2",
    "8",
    "8.4",
    "8.4.1",
    "8.4.2",
    "8.4.3",
    "8.5",
    "8.5.1",
    "8.5.1.1",
    "8.5.10",
)


def far(held: Iterable[str], clause: str) -> Carried:
    return carried(held, clause, parts_of(clause, KNOWN))


clauses = st.frozensets(st.sampled_from(KNOWN), max_size=5)


def test_letters_are_stored_in_one_order_each_once() -> None:
    assert written([Letter.ANSWERS, Letter.DOES, Letter.ANSWERS]) == "RA"
    assert read("xAR ") == {Letter.DOES, Letter.ANSWERS}
    assert [is_sound(cell) for cell in (*SOUND, read("RC"), read("CI"), read("RAI"))] == [True] * 6 + [False] * 3


@given(cells, letters)
def test_a_toggled_cell_is_sound_and_has_the_letter_or_lost_it(cell: frozenset[Letter], letter: Letter) -> None:
    after = toggled(cell, letter)
    assert is_sound(after)
    assert (letter in after) is (letter not in cell)
    assert read(written(after)) == after


@given(cells, letters)
def test_a_letter_put_on_comes_off_again(cell: frozenset[Letter], letter: Letter) -> None:
    assume(letter not in cell)
    assert letter not in toggled(toggled(cell, letter), letter)


@given(rows)
def test_a_row_has_exactly_one_who_answers(row: dict[Role, frozenset[Letter]]) -> None:
    answering = [role for role, cell in row.items() if Letter.ANSWERS in cell]
    found = faults(row)
    assert (Fault.NO_ACCOUNTABLE in found) is (answering == [])
    assert (Fault.SEVERAL_ACCOUNTABLE in found) is (len(answering) > 1)
    assert (Fault.NOBODY_DOES in found) is not any(Letter.DOES in cell for cell in row.values())


@given(
    st.dictionaries(roles, st.integers(1, 9), max_size=5),
    st.frozensets(roles, max_size=5),
    st.none() | roles,
    st.none() | roles,
)
def test_a_proposal_is_whole_or_nothing(
    asked: dict[Role, int], held: frozenset[Role], owner: Role | None, doer: Role | None
) -> None:
    found = proposal(asked, held, owner, doer)
    assert all(is_sound(cell) and cell for cell in found.values())
    if asked or owner is not None:
        assert faults(found) == ()
    else:
        assert found == {}
    if owner is not None:
        assert Letter.ANSWERS in found[owner]


def test_a_proposal_follows_the_questions() -> None:
    held = frozenset({Role.HEAD, Role.QUALITY, Role.PURCHASING})
    asked = {Role.PURCHASING: 6, Role.INSPECTION: 3, Role.HEAD: 1}
    assert proposal(asked, held) == {
        Role.PURCHASING: read("RA"),
        Role.QUALITY: read("R"),
        Role.HEAD: read("C"),
    }
    assert proposal(asked, held, Role.HEAD)[Role.HEAD] == read("A") | read("R")
    review = proposal({Role.AUDITOR: 2}, frozenset({Role.QUALITY, Role.AUDITOR}), Role.QUALITY, Role.AUDITOR)
    assert review == {Role.AUDITOR: read("R"), Role.QUALITY: read("A")}


def test_a_clause_stands_for_those_below_it() -> None:
    assert far({"8.4"}, "8.4.1") is Carried.FULL
    assert far({"8"}, "8.4") is Carried.FULL
    assert far({"8.4.1"}, "8.4") is Carried.PARTLY
    assert far({"4.4.1", "4.4.2"}, "4.4") is Carried.FULL
    assert far({"8.40"}, "8.4") is Carried.NONE
    assert far({"8.5.1.1"}, "8.5") is Carried.PARTLY


@given(clauses, st.sampled_from(KNOWN))
def test_carrying_a_clause_and_giving_it_up(held: frozenset[str], clause: str) -> None:
    assert far(with_clause(held, clause), clause) is Carried.FULL
    assert far(without_clause(held, clause, KNOWN), clause) is Carried.NONE


@given(clauses, st.sampled_from(KNOWN))
def test_other_clauses_keep_what_they_had(held: frozenset[str], clause: str) -> None:
    """Giving one up or taking one on says nothing about clauses beside it."""
    for after in (with_clause(held, clause), without_clause(held, clause, KNOWN)):
        for other in KNOWN:
            if not is_within(other, clause) and not is_within(clause, other):
                assert far(after, other) is far(held, other)


def test_a_duty_names_its_row() -> None:
    assert Duty(ProcessId("p")).place == "process/p"
    assert Duty(standard="iso-9001-2026", clause="8.4").place == "iso-9001-2026/8.4"
