"""What is missing at a control, and what the gap assessment lets one say of it."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isodesk.domain.applicability import (
    Completeness,
    ControlStatus,
    Fault,
    Reason,
    Statement,
    control_numbers,
    faults_of,
    is_ruled_out,
    proposal,
    status_from,
)
from isodesk.domain.conformity import Conformity

C, P, A, N = Conformity.CONFORMS, Conformity.PARTLY, Conformity.ABSENT, Conformity.NOT_APPLICABLE

verdicts = st.lists(st.none() | st.sampled_from(Conformity), max_size=5).map(tuple)
statements = st.builds(
    Statement,
    applicable=st.none() | st.booleans(),
    reasons=st.frozensets(st.sampled_from(Reason)),
    justification=st.sampled_from(["", "  \n", "the contract with the bank"]),
    status=st.none() | st.sampled_from(ControlStatus),
    has_owner=st.booleans(),
    has_evidence=st.booleans(),
    verdicts=verdicts,
)

SOUND = Statement(
    applicable=True,
    reasons=frozenset({Reason.RISK}),
    status=ControlStatus.IMPLEMENTED,
    has_owner=True,
    has_evidence=True,
    verdicts=(C,),
)
EXCLUDED = Statement(applicable=False, justification="nobody works from home", verdicts=(N,))


def test_a_statement_that_stands_has_no_fault() -> None:
    assert faults_of(SOUND) == ()
    assert faults_of(EXCLUDED) == ()


@pytest.mark.parametrize(
    ("statement", "faults"),
    [
        (Statement(), [Fault.UNDECIDED]),
        (replace(SOUND, applicable=None, reasons=frozenset()), [Fault.UNDECIDED]),
        (replace(SOUND, reasons=frozenset()), [Fault.NO_REASON]),
        (replace(SOUND, has_owner=False), [Fault.NO_OWNER]),
        (replace(SOUND, has_evidence=False), [Fault.NO_EVIDENCE]),
        (replace(SOUND, has_evidence=False, status=ControlStatus.PARTLY), []),
        (replace(SOUND, has_evidence=False, status=None), []),
        (replace(SOUND, verdicts=(N, N)), [Fault.RULED_OUT]),
        (replace(SOUND, verdicts=(N, C)), []),
        (replace(SOUND, verdicts=()), []),
        (replace(EXCLUDED, justification=" \n"), [Fault.NO_JUSTIFICATION]),
        (replace(EXCLUDED, verdicts=(C,)), [Fault.PRACTISED]),
        (replace(EXCLUDED, verdicts=(N, P)), [Fault.PRACTISED]),
        (replace(EXCLUDED, verdicts=(A, None)), []),
        (
            Statement(applicable=True, status=ControlStatus.IMPLEMENTED, verdicts=(N,)),
            [Fault.NO_REASON, Fault.NO_OWNER, Fault.NO_EVIDENCE, Fault.RULED_OUT],
        ),
        (Statement(applicable=False, verdicts=(P,)), [Fault.NO_JUSTIFICATION, Fault.PRACTISED]),
    ],
)
def test_each_fault_is_found(statement: Statement, faults: list[Fault]) -> None:
    assert list(faults_of(statement)) == faults


@given(statements)
def test_faults_come_once_and_in_one_order(statement: Statement) -> None:
    found = faults_of(statement)

    assert list(found) == [fault for fault in Fault if fault in found]
    assert (Fault.UNDECIDED in found) == (statement.applicable is None)


@given(statements)
def test_a_control_that_does_not_apply_wants_neither_reason_nor_owner_nor_evidence(statement: Statement) -> None:
    found = set(faults_of(replace(statement, applicable=False)))

    assert found <= {Fault.NO_JUSTIFICATION, Fault.PRACTISED}


MENDED: dict[Fault, Callable[[Statement], Statement]] = {
    Fault.UNDECIDED: lambda s: replace(s, applicable=True),
    Fault.NO_REASON: lambda s: replace(s, reasons=frozenset({Reason.LAW})),
    Fault.NO_JUSTIFICATION: lambda s: replace(s, justification="we have no servers"),
    Fault.NO_OWNER: lambda s: replace(s, has_owner=True),
    Fault.NO_EVIDENCE: lambda s: replace(s, has_evidence=True),
    Fault.PRACTISED: lambda s: replace(s, verdicts=(A,)),
    Fault.RULED_OUT: lambda s: replace(s, verdicts=(C,)),
}


@given(statements)
def test_mending_what_is_named_ends_in_a_statement_that_stands(statement: Statement) -> None:
    for _step in range(2 * len(Fault)):
        for fault in faults_of(statement)[:1]:
            statement = MENDED[fault](statement)
    assert faults_of(statement) == ()


@pytest.mark.parametrize(
    ("given_", "status"),
    [
        ((), None),
        ((None, None), None),
        ((N,), None),
        ((N, None), None),
        ((C,), ControlStatus.IMPLEMENTED),
        ((C, N), ControlStatus.IMPLEMENTED),
        ((P,), ControlStatus.PARTLY),
        ((C, A), ControlStatus.PARTLY),
        ((C, None), ControlStatus.PARTLY),
        ((A,), ControlStatus.PLANNED),
        ((A, N, None), ControlStatus.PLANNED),
    ],
)
def test_the_answers_say_how_far_a_control_is(given_: tuple[Conformity | None, ...], status: object) -> None:
    assert status_from(given_) is status


@given(verdicts)
def test_the_status_does_not_depend_on_what_does_not_apply(given_: tuple[Conformity | None, ...]) -> None:
    assert status_from((*given_, N)) is status_from(given_)


@given(verdicts)
def test_only_what_conforms_throughout_is_implemented(given_: tuple[Conformity | None, ...]) -> None:
    counting = [verdict for verdict in given_ if verdict is not N]

    assert (status_from(given_) is ControlStatus.IMPLEMENTED) == (bool(counting) and set(counting) == {C})


@given(verdicts)
def test_a_better_answer_never_makes_it_worse(given_: tuple[Conformity | None, ...]) -> None:
    order = [None, *ControlStatus]
    before = order.index(status_from(given_))

    assert order.index(status_from(tuple(C if verdict is A else verdict for verdict in given_))) >= before


@given(verdicts)
def test_a_proposal_never_contradicts_the_assessment(given_: tuple[Conformity | None, ...]) -> None:
    made = proposal(given_)
    said = Statement(
        applicable=made.applicable,
        reasons=made.reasons,
        justification="as assessed",
        status=status_from(given_),
        has_owner=True,
        has_evidence=True,
        verdicts=given_,
    )

    assert faults_of(said) == ()
    assert made.applicable is not is_ruled_out(given_)


@pytest.mark.parametrize(
    ("given_", "reason"),
    [
        ((C,), Reason.PRACTICE),
        ((A, P), Reason.PRACTICE),
        ((A,), Reason.RISK),
        ((None,), Reason.RISK),
        ((), Reason.RISK),
    ],
)
def test_what_is_there_already_is_practice_and_the_rest_is_for_the_risk(
    given_: tuple[Conformity | None, ...], reason: Reason
) -> None:
    assert proposal(given_).reasons == {reason}


def test_controls_are_the_leaves_below_an_annex() -> None:
    numbers = ["4", "4.1", "10.2", "A.5", "A.5.1", "A.5.2", "A.5.2.1", "A.5.10", "B", "B.1", "AC.1.2", "8.3"]

    assert control_numbers(numbers) == ("A.5.1", "A.5.2.1", "A.5.10", "B.1")
    assert control_numbers(["4", "4.1", "8.4.1"]) == ()


decisions = st.lists(
    st.tuples(st.none() | st.booleans(), st.frozensets(st.sampled_from(Fault)).map(lambda found: tuple(sorted(found))))
)


@given(decisions)
def test_counts_add_up_to_the_controls(listed: list[tuple[bool | None, tuple[Fault, ...]]]) -> None:
    found = Completeness.of(listed)

    assert found.applicable + found.excluded + found.undecided == found.total == len(listed)
    assert found.incomplete == len({place for _fault, places in found.faults for place in places})
    assert found.is_complete == (bool(listed) and not found.faults)
    for fault, places in found.faults:
        assert all(fault in listed[place][1] for place in places)
    assert sum(len(places) for _fault, places in found.faults) == sum(len(faults) for _applicable, faults in listed)


def test_without_controls_nothing_is_complete() -> None:
    assert not Completeness.of(()).is_complete
