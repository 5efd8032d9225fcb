"""What Stage 1 and Stage 2 look for, counted from facts."""

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isodesk.domain import readiness
from isodesk.domain.journey import COMING, Facts, Page
from isodesk.domain.readiness import AuditStage, Check, Point, Seen, checks, met

EMPTY = Facts(organisation_missing=("address", "head_post", "head_name", "staff"))
FULL = Facts(
    standards=1,
    scope_written=True,
    exclusions=1,
    people=3,
    processes=4,
    questions=100,
    answered=100,
    issues_internal=2,
    issues_external=3,
    parties=4,
    climate_decided=True,
    policy_written=True,
    objectives=3,
    risks=5,
    controls=93,
    controls_decided=93,
    tasks=10,
    tasks_done=10,
    nonconformities=2,
    nonconformities_closed=2,
)
ALL_SEEN = Seen(
    policy_approved=True,
    documents=9,
    documents_in_place=9,
    serious=20,
    clauses=50,
    clauses_audited=50,
    audit_in_time=True,
    review_held=True,
    objectives_measured=3,
    treatments=2,
    treatments_done=2,
)


FOLLOWING = {Point.ASSESSED: {Point.GAPS}, Point.OBJECTIVES: {Point.OBJECTIVES_MEASURED}}
"""Points that cannot be met either: what is not answered is not met, what is not set is not measured."""


def of(point: Point, facts: Facts, seen: Seen = ALL_SEEN) -> Check:
    return next(check for check in checks(facts, seen) if check.point is point)


def test_an_empty_client_meets_nothing() -> None:
    found = checks(EMPTY, Seen())

    assert not any(check.is_met for check in found)
    assert met(found, AuditStage.ONE)[0] == 0
    absent = {Point.EXCLUSIONS, Point.CONTROLS, Point.DOCUMENTS, Point.NONCONFORMITIES, Point.TREATMENTS}
    assert {check.point for check in found} == set(Point) - absent, "what there is none of is not asked for"


def test_a_full_client_meets_everything() -> None:
    found = checks(FULL, ALL_SEEN)

    assert [check.point for check in found if not check.is_met] == []
    assert {check.point for check in found} == set(Point)
    assert met(found, AuditStage.TWO) == (len(Point), len(Point))


@pytest.mark.parametrize(
    ("point", "facts", "seen", "count"),
    [
        (Point.ORGANISATION, replace(FULL, organisation_missing=("staff",)), ALL_SEEN, (3, 4)),
        (Point.SCOPE, replace(FULL, scope_written=False), ALL_SEEN, (0, 1)),
        (Point.EXCLUSIONS, replace(FULL, exclusions=2, exclusions_without_reason=1), ALL_SEEN, (1, 2)),
        (Point.PROCESSES, replace(FULL, processes=0), ALL_SEEN, (0, 0)),
        (Point.PROCESSES, replace(FULL, processes_without_owner=1), ALL_SEEN, (3, 4)),
        (Point.ASSESSED, replace(FULL, answered=99), ALL_SEEN, (99, 100)),
        (Point.CONTEXT, replace(FULL, climate_decided=False), ALL_SEEN, (3, 4)),
        (Point.CONTEXT, replace(FULL, parties_without_requirement=4), ALL_SEEN, (3, 4)),
        (Point.POLICY, FULL, replace(ALL_SEEN, policy_approved=False), (1, 2)),
        (Point.POLICY, replace(FULL, policy_written=False), ALL_SEEN, (0, 2)),
        (Point.OBJECTIVES, replace(FULL, objectives=0), ALL_SEEN, (0, 0)),
        (Point.OBJECTIVES, replace(FULL, objectives_incomplete=2), ALL_SEEN, (1, 3)),
        (Point.RISKS, replace(FULL, risks_open=1), ALL_SEEN, (4, 5)),
        (Point.CONTROLS, replace(FULL, controls_incomplete=3), ALL_SEEN, (90, 93)),
        (Point.DOCUMENTS, FULL, replace(ALL_SEEN, documents_in_place=4), (4, 9)),
        (Point.SERIOUS_GAPS, FULL, replace(ALL_SEEN, serious_absent=1), (19, 20)),
        (Point.AUDIT_HELD, FULL, replace(ALL_SEEN, audit_in_time=False), (0, 1)),
        (Point.REVIEW_HELD, FULL, replace(ALL_SEEN, review_held=False), (0, 1)),
        (Point.GAPS, replace(FULL, gaps=7), ALL_SEEN, (93, 100)),
        (Point.PLAN, replace(FULL, tasks=0, tasks_done=0), ALL_SEEN, (0, 0)),
        (Point.AUDITED_CLAUSES, FULL, replace(ALL_SEEN, clauses_audited=31), (31, 50)),
        (Point.NONCONFORMITIES, replace(FULL, nonconformities=3), ALL_SEEN, (2, 3)),
        (Point.OBJECTIVES_MEASURED, FULL, replace(ALL_SEEN, objectives_measured=1), (1, 3)),
        (Point.TREATMENTS, FULL, replace(ALL_SEEN, treatments_done=1), (1, 2)),
    ],
)
def test_a_point_is_missing_when(point: Point, facts: Facts, seen: Seen, count: tuple[int, int]) -> None:
    check = of(point, facts, seen)

    assert not check.is_met
    assert (check.done, check.total) == count
    others = {other.point for other in checks(facts, seen) if not other.is_met} - {point}
    assert others <= FOLLOWING.get(point, set()), "one fault is one line"


def test_stage_two_counts_what_stage_one_asks() -> None:
    found = checks(replace(FULL, scope_written=False), ALL_SEEN)
    one, two = met(found, AuditStage.ONE), met(found, AuditStage.TWO)

    assert one[1] - one[0] == two[1] - two[0] == 1
    assert two[1] > one[1]


def test_every_point_leads_to_a_page_that_is_there() -> None:
    assert {check.page for check in checks(FULL, ALL_SEEN)} <= set(Page) - {Page.IMPLEMENTATION, Page.CERTIFICATION}
    assert COMING.isdisjoint({Page.READINESS})


def test_what_is_missing_leads_to_the_field_where_it_is_written() -> None:
    assert of(Point.POLICY, EMPTY).row == "policy:text"
    assert of(Point.POLICY, FULL, replace(ALL_SEEN, policy_approved=False)).row == "policy:approved_on"
    assert of(Point.OBJECTIVES, EMPTY).row == "objectives"
    assert of(Point.OBJECTIVES, replace(FULL, objectives_incomplete=1)).row == "", "the page says what is incomplete"


numbers = st.integers(0, 50)
any_seen = st.builds(
    Seen,
    **{item.name: st.booleans() if item.type is bool else numbers for item in fields(Seen)},  # type: ignore[arg-type]
)


@given(any_seen)
def test_no_count_is_below_zero_where_parts_are_within_the_whole(seen: Seen) -> None:
    kept = replace(
        seen,
        documents=max(seen.documents, seen.documents_in_place),
        serious=max(seen.serious, seen.serious_absent),
        clauses=max(seen.clauses, seen.clauses_audited),
        treatments=max(seen.treatments, seen.treatments_done),
        objectives_measured=min(seen.objectives_measured, FULL.objectives),
    )
    for check in readiness.checks(FULL, kept):
        assert 0 <= check.done <= check.total
        assert check.is_met == (check.missing == 0 and check.total > 0)
