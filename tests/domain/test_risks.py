"""The scale of risks and what is missing at an entry."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isodesk.domain.risks import (
    DECISIONS,
    OPEN,
    SIZES,
    USUAL,
    Decision,
    Judged,
    Level,
    RiskFault,
    RiskKind,
    Scale,
    ScaleFault,
    faults_of,
    moved,
)

SCALES = st.builds(Scale, st.sampled_from(SIZES), st.integers(-1, 26), st.integers(-1, 26))
GOOD = SCALES.filter(lambda scale: scale.fault is None)
DONE = Judged(
    likelihood=4,
    impact=4,
    decision=Decision.REDUCE,
    has_owner=True,
    treatment="Train a second setter",
    has_due=True,
    residual_likelihood=2,
    residual_impact=3,
)


def test_the_products_are_those_of_the_tables() -> None:
    assert USUAL[3].products == (1, 2, 3, 4, 6, 9)
    assert [USUAL[3].level_of(product).name for product in USUAL[3].products] == ["LOW"] * 4 + ["MEDIUM", "HIGH"]
    assert USUAL[5].products[-3:] == (16, 20, 25)
    assert USUAL[5].level(3, 4) is Level.MEDIUM
    assert USUAL[5].level(3, 5) is Level.HIGH
    assert USUAL[5].level(None, 5) is None
    assert all(scale.fault is None for scale in USUAL.values())


@given(GOOD, st.data())
def test_more_never_weighs_less(scale: Scale, data: st.DataObject) -> None:
    steps = st.integers(1, scale.size)
    likelihood, impact = data.draw(steps), data.draw(steps)
    more, worse = data.draw(st.integers(likelihood, scale.size)), data.draw(st.integers(impact, scale.size))
    one, other = scale.level(likelihood, impact), scale.level(more, worse)
    assert one is not None
    assert other is not None
    assert one <= other


@given(SCALES)
def test_a_scale_that_is_accepted_reaches_all_levels_in_order(scale: Scale) -> None:
    reached = [scale.level_of(product) for product in scale.products]
    if scale.fault is None:
        assert scale.tolerable_to < scale.significant_to
        assert set(reached) == set(Level)
    else:
        assert scale.fault is ScaleFault.ORDER
        assert scale.tolerable_to >= scale.significant_to or set(reached) != set(Level)
    assert reached == sorted(reached)


def test_four_steps_are_no_scale() -> None:
    assert Scale(4, 4, 8).fault is ScaleFault.SIZE


@pytest.mark.parametrize("step", [1, 2, 3])
def test_three_steps_come_back_from_five(step: int) -> None:
    assert moved(moved(step, 5), 3) == step


def test_moving_keeps_the_order_the_ends_and_what_is_not_said() -> None:
    assert [moved(step, 3) for step in range(1, 6)] == [1, 1, 2, 3, 3]
    assert [moved(step, 5) for step in range(1, 4)] == [1, 3, 5]
    assert moved(None, 3) is None


def test_nothing_is_missing_at_a_treated_risk() -> None:
    assert faults_of(DONE) == ()


@pytest.mark.parametrize(
    ("judged", "faults"),
    [
        (Judged(), {RiskFault.UNWEIGHED, RiskFault.UNDECIDED}),
        (replace(DONE, impact=None), {RiskFault.UNWEIGHED}),
        (replace(DONE, has_owner=False), {RiskFault.NO_OWNER}),
        (replace(DONE, has_owner=False, decision=Decision.ACCEPT), set()),
        (replace(DONE, treatment=" "), {RiskFault.NO_TREATMENT}),
        (replace(DONE, treatment=" ", has_due=False, tasks=1), set()),
        (replace(DONE, has_due=False), {RiskFault.NO_DATE}),
        (replace(DONE, decision=Decision.ACCEPT, treatment=""), {RiskFault.NO_REASON}),
        (replace(DONE, decision=Decision.ACCEPT, treatment="", impact=3), set()),
        (replace(DONE, tasks=2, tasks_done=2, residual_impact=None), {RiskFault.NOT_REVIEWED}),
        (replace(DONE, tasks=2, tasks_done=1, residual_impact=None), set()),
        (replace(DONE, residual_likelihood=5, residual_impact=5), {RiskFault.GROWN}),
        (replace(DONE, residual_likelihood=5, residual_impact=5, effectiveness="New machine"), set()),
        (
            replace(
                DONE, kind=RiskKind.OPPORTUNITY, decision=Decision.PURSUE, residual_likelihood=5, residual_impact=5
            ),
            set(),
        ),
        (replace(DONE, kind=RiskKind.OPPORTUNITY, decision=Decision.LEAVE, has_owner=False), {RiskFault.NO_OWNER}),
    ],
)
def test_what_is_missing(judged: Judged, faults: set[RiskFault]) -> None:
    assert set(faults_of(judged)) == faults


def test_every_decision_belongs_to_one_kind() -> None:
    assert sorted(decision for kind in RiskKind for decision in DECISIONS[kind]) == sorted(Decision)
    assert RiskFault.GROWN not in OPEN
