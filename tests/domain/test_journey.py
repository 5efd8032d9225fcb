"""What to do next and how far each page is, over a table of situations."""

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isodesk.domain import journey
from isodesk.domain.journey import BESIDE, COMING, NUMBERS, PAGES, Facts, Page, PageState, Phase
from isodesk.domain.next_steps import Rule, Step, next_steps

NEW = Facts(organisation_missing=("address", "head_post", "head_name", "staff"), standards=1, questions=136)
DESCRIBED = replace(NEW, organisation_missing=(), organisation_started=True, scope_written=True, people=3, processes=5)
HALF_ASSESSED = replace(DESCRIBED, answered=68, gaps=20, gaps_without_task=20)
ASSESSED = replace(DESCRIBED, answered=136, gaps=40, gaps_without_task=40)
WRITTEN = replace(
    ASSESSED,
    gaps_without_task=0,
    issues_internal=2,
    issues_external=3,
    parties=4,
    climate_decided=True,
    policy_written=True,
    objectives=3,
    risks=5,
    responsibilities=10,
)
PLANNED = replace(WRITTEN, tasks=40)
AUDITING = replace(PLANNED, audits=1, audit_rows=30, audit_rows_answered=10)
AUDITED = replace(PLANNED, tasks_done=40, audits=1, audits_finished=1, audit_rows=30, audit_rows_answered=30)
READY = replace(AUDITED, months_since_audit=2, audit_report_written=True)
ANNEX = replace(PLANNED, controls=93, controls_incomplete=93)
STATED = replace(ANNEX, controls_decided=93, controls_incomplete=0)

STEPS: list[tuple[str, Facts, list[Rule]]] = [
    ("nothing at all", Facts(), [Rule.STANDARD_MISSING, Rule.TEAM_OPEN]),
    ("a new client", NEW, [Rule.ASSESSMENT_OPEN, Rule.ORGANISATION_OPEN, Rule.SCOPE_OPEN]),
    ("a client without a standard", replace(DESCRIBED, standards=0, questions=0), [Rule.STANDARD_MISSING]),
    ("described, nothing assessed", DESCRIBED, [Rule.ASSESSMENT_OPEN]),
    ("half assessed", HALF_ASSESSED, [Rule.ASSESSMENT_OPEN]),
    ("one question left", replace(ASSESSED, answered=135), [Rule.ASSESSMENT_OPEN]),
    ("assessed", ASSESSED, [Rule.GAPS_WITHOUT_TASK, Rule.AUDIT_MISSING]),
    ("assessed, one gap without a task", replace(PLANNED, gaps_without_task=1),
     [Rule.GAPS_WITHOUT_TASK, Rule.AUDIT_MISSING, Rule.WORK_ON_PLAN]),
    ("assessed without gaps", replace(ASSESSED, gaps=0, gaps_without_task=0), [Rule.AUDIT_MISSING]),
    ("a reason is missing", replace(HALF_ASSESSED, not_applicable_without_reason=2),
     [Rule.ASSESSMENT_OPEN, Rule.REASON_MISSING]),
    ("only a reason is missing", replace(READY, not_applicable_without_reason=1), [Rule.REASON_MISSING]),
    ("planned", PLANNED, [Rule.AUDIT_MISSING, Rule.WORK_ON_PLAN]),
    ("planned, controls not decided", ANNEX, [Rule.CONTROLS_OPEN, Rule.AUDIT_MISSING, Rule.WORK_ON_PLAN]),
    ("controls decided, one without an owner", replace(READY, controls=93, controls_decided=93, controls_incomplete=1),
     [Rule.CONTROLS_OPEN]),
    ("controls decided", STATED, [Rule.AUDIT_MISSING, Rule.WORK_ON_PLAN]),
    ("controls before the assessment is done", replace(ANNEX, answered=135),
     [Rule.ASSESSMENT_OPEN, Rule.WORK_ON_PLAN]),
    ("planned, one task late", replace(PLANNED, tasks_overdue=1),
     [Rule.TASK_OVERDUE, Rule.AUDIT_MISSING, Rule.WORK_ON_PLAN]),
    ("planned, nobody to do it", replace(PLANNED, tasks_without_owner=40),
     [Rule.TASK_WITHOUT_OWNER, Rule.AUDIT_MISSING, Rule.WORK_ON_PLAN]),
    ("planned, late and without owners", replace(PLANNED, tasks_overdue=2, tasks_without_owner=3),
     [Rule.TASK_OVERDUE, Rule.TASK_WITHOUT_OWNER, Rule.AUDIT_MISSING]),
    ("all tasks done, no audit", replace(PLANNED, tasks_done=40), [Rule.AUDIT_MISSING]),
    ("address is missing", replace(PLANNED, organisation_missing=("address",)),
     [Rule.ORGANISATION_OPEN, Rule.AUDIT_MISSING, Rule.WORK_ON_PLAN]),
    ("no scope", replace(PLANNED, scope_written=False), [Rule.SCOPE_OPEN, Rule.AUDIT_MISSING, Rule.WORK_ON_PLAN]),
    ("no people", replace(READY, people=0), [Rule.TEAM_OPEN]),
    ("no processes", replace(READY, processes=0), [Rule.TEAM_OPEN]),
    ("a process without an owner", replace(READY, processes_without_owner=1), [Rule.TEAM_OPEN]),
    ("an audit is planned", replace(AUDITING, audit_rows_answered=0), [Rule.CHECKLIST_OPEN, Rule.WORK_ON_PLAN]),
    ("an audit is under way", AUDITING, [Rule.CHECKLIST_OPEN, Rule.WORK_ON_PLAN]),
    ("all rows seen, no report", replace(AUDITING, audit_rows_answered=30), [Rule.REPORT_OPEN, Rule.WORK_ON_PLAN]),
    ("an audit without rows", replace(AUDITING, audit_rows=0, audit_rows_answered=0), [Rule.WORK_ON_PLAN]),
    ("a second audit under way", replace(READY, audits=2, audit_rows_answered=1), [Rule.CHECKLIST_OPEN]),
    ("audited, plan not done", replace(READY, tasks_done=39), [Rule.WORK_ON_PLAN]),
    ("the audit is eleven months old", replace(READY, months_since_audit=11), [Rule.READY_FOR_BODY]),
    ("the audit is a year old", replace(READY, months_since_audit=12), [Rule.AUDIT_OLD]),
    ("the audit is three years old", replace(READY, months_since_audit=36), [Rule.AUDIT_OLD]),
    ("a newer edition is out", replace(READY, newer_editions=1), [Rule.EDITION_NEWER]),
    ("a newer edition is out, questions are left", replace(READY, newer_editions=1, answered=READY.answered - 1),
     [Rule.ASSESSMENT_OPEN]),
    ("an old audit, a new one under way", replace(READY, months_since_audit=13, audits=2, audit_rows_answered=1),
     [Rule.CHECKLIST_OPEN, Rule.AUDIT_OLD]),
    ("an action is late", replace(READY, nonconformities=2, nonconformities_overdue=1), [Rule.ACTION_OVERDUE]),
    ("a cause is missing", replace(READY, nonconformities=2, nonconformities_without_cause=2), [Rule.CAUSE_MISSING]),
    ("late and without a cause", replace(READY, nonconformities_overdue=1, nonconformities_without_cause=1),
     [Rule.ACTION_OVERDUE, Rule.CAUSE_MISSING]),
    ("findings before a standard", replace(Facts(), nonconformities_overdue=1),
     [Rule.ACTION_OVERDUE, Rule.STANDARD_MISSING, Rule.TEAM_OPEN]),
    ("findings before the assessment", replace(NEW, nonconformities_overdue=3, nonconformities_without_cause=1),
     [Rule.ACTION_OVERDUE, Rule.CAUSE_MISSING, Rule.ASSESSMENT_OPEN]),
    ("everything at once is three things", replace(
        NEW, answered=1, not_applicable_without_reason=1, tasks=2, tasks_overdue=1, tasks_without_owner=1,
        nonconformities_overdue=1, nonconformities_without_cause=1),
     [Rule.ACTION_OVERDUE, Rule.CAUSE_MISSING, Rule.ASSESSMENT_OPEN]),
    ("own tasks without an assessment", replace(PLANNED, questions=0, answered=0, gaps=0, tasks=2), [Rule.WORK_ON_PLAN]),
    ("a standard without questions", replace(DESCRIBED, questions=0), [Rule.READY_FOR_BODY]),
    ("an audit before the assessment", replace(DESCRIBED, audits=1, audit_rows=5),
     [Rule.ASSESSMENT_OPEN, Rule.CHECKLIST_OPEN]),
    ("a finished audit before the assessment", replace(DESCRIBED, audits=1, audits_finished=1, months_since_audit=0),
     [Rule.ASSESSMENT_OPEN]),
    ("planned, nothing written beside", replace(ASSESSED, gaps_without_task=0, tasks=40, processes_without_accountable=5),
     [Rule.CONTEXT_OPEN, Rule.OBJECTIVES_OPEN, Rule.RISKS_OPEN]),
    ("no climate decision", replace(READY, climate_decided=False), [Rule.CONTEXT_OPEN]),
    ("no policy", replace(READY, policy_written=False), [Rule.OBJECTIVES_OPEN]),
    ("an objective without a target", replace(READY, objectives_incomplete=1), [Rule.OBJECTIVES_OPEN]),
    ("a risk is not decided", replace(READY, risks_open=1), [Rule.RISKS_OPEN]),
    ("nobody answers for a process", replace(READY, processes_without_accountable=1), [Rule.RESPONSIBILITIES_OPEN]),
    ("risks called ready", replace(READY, risks_open=1, marked=frozenset({Page.RISKS})), [Rule.READY_FOR_BODY]),
    ("audited", AUDITED, [Rule.READY_FOR_BODY]),
    ("ready", READY, [Rule.READY_FOR_BODY]),
]  # fmt: skip

N, U, D, B = PageState.NOT_STARTED, PageState.UNDER_WAY, PageState.DONE, PageState.BLOCKED

STATES: list[tuple[str, Page, Facts, PageState]] = [
    ("new", Page.ORGANISATION, NEW, N),
    ("an address", Page.ORGANISATION, replace(NEW, organisation_started=True), U),
    ("described", Page.ORGANISATION, DESCRIBED, D),
    ("nothing chosen", Page.SCOPE, Facts(), N),
    ("standard chosen", Page.SCOPE, NEW, U),
    ("scope without a standard", Page.SCOPE, Facts(scope_written=True), N),
    ("scope written", Page.SCOPE, DESCRIBED, D),
    ("exclusion without reason", Page.SCOPE, replace(DESCRIBED, exclusions_without_reason=1), U),
    ("nobody", Page.TEAM, NEW, N),
    ("one person", Page.TEAM, replace(NEW, people=1), U),
    ("one process", Page.TEAM, replace(NEW, processes=1), U),
    ("people and processes", Page.TEAM, DESCRIBED, D),
    ("a process without an owner", Page.TEAM, replace(DESCRIBED, processes_without_owner=1), U),
    ("no answer", Page.GAP, DESCRIBED, N),
    ("no question", Page.GAP, Facts(), N),
    ("some answers", Page.GAP, HALF_ASSESSED, U),
    ("all answers", Page.GAP, ASSESSED, D),
    ("all answers, a reason missing", Page.GAP, replace(ASSESSED, not_applicable_without_reason=1), U),
    ("no answer", Page.RESULTS, DESCRIBED, N),
    ("answers", Page.RESULTS, ASSESSED, U),
    ("called ready", Page.RESULTS, replace(ASSESSED, marked=frozenset({Page.RESULTS})), D),
    ("nothing written", Page.CONTEXT, ASSESSED, N),
    ("an issue", Page.CONTEXT, replace(ASSESSED, issues_internal=1), U),
    ("the climate question alone", Page.CONTEXT, replace(ASSESSED, climate_decided=True), U),
    ("a party without a requirement", Page.CONTEXT, replace(WRITTEN, parties_without_requirement=1), U),
    ("all of it", Page.CONTEXT, WRITTEN, D),
    ("nothing assessed", Page.READINESS, DESCRIBED, N),
    ("assessed", Page.READINESS, ASSESSED, U),
    ("what is missing has become tasks", Page.READINESS, PLANNED, D),
    ("no policy, no objective", Page.OBJECTIVES, ASSESSED, N),
    ("a policy", Page.OBJECTIVES, replace(ASSESSED, policy_written=True), U),
    ("objectives without a policy", Page.OBJECTIVES, replace(WRITTEN, policy_written=False), U),
    ("an incomplete objective", Page.OBJECTIVES, replace(WRITTEN, objectives_incomplete=1), U),
    ("both", Page.OBJECTIVES, WRITTEN, D),
    ("no risk", Page.RISKS, ASSESSED, N),
    ("one risk is open", Page.RISKS, replace(WRITTEN, risks_open=1), U),
    ("all decided", Page.RISKS, WRITTEN, D),
    ("no letter", Page.RESPONSIBILITIES, ASSESSED, N),
    ("a process without A", Page.RESPONSIBILITIES, replace(WRITTEN, processes_without_accountable=1), U),
    ("letters without processes", Page.RESPONSIBILITIES, replace(WRITTEN, processes=0), U),
    ("an A for each process", Page.RESPONSIBILITIES, WRITTEN, D),
    ("no line", Page.BUDGET, PLANNED, N),
    ("a line", Page.BUDGET, replace(PLANNED, budget_lines=1), U),
    ("no task", Page.PLAN, ASSESSED, N),
    ("tasks", Page.PLAN, PLANNED, U),
    ("all tasks done", Page.PLAN, AUDITED, D),
    ("all done, a new gap", Page.PLAN, replace(AUDITED, gaps_without_task=1), U),
    ("no control decided", Page.APPLICABILITY, ANNEX, N),
    ("a control decided", Page.APPLICABILITY, replace(ANNEX, controls_decided=1, controls_incomplete=92), U),
    ("all decided, one incomplete", Page.APPLICABILITY, replace(STATED, controls_incomplete=1), U),
    ("all decided, nothing missing", Page.APPLICABILITY, STATED, D),
    ("no controls", Page.APPLICABILITY, READY, N),
    ("no audit", Page.AUDIT_PLAN, PLANNED, N),
    ("an audit", Page.AUDIT_PLAN, AUDITING, U),
    ("a finished audit", Page.AUDIT_PLAN, AUDITED, D),
    ("a second audit", Page.AUDIT_PLAN, replace(AUDITED, audits=2), U),
    ("no audit", Page.CHECKLIST, PLANNED, B),
    ("no row answered", Page.CHECKLIST, replace(AUDITING, audit_rows_answered=0), N),
    ("rows answered", Page.CHECKLIST, AUDITING, U),
    ("all rows answered", Page.CHECKLIST, AUDITED, D),
    ("an audit without rows", Page.CHECKLIST, replace(AUDITING, audit_rows=0, audit_rows_answered=0), N),
    ("no audit", Page.NONCONFORMITIES, PLANNED, N),
    ("one open", Page.NONCONFORMITIES, replace(AUDITED, nonconformities=1), U),
    ("one closed", Page.NONCONFORMITIES, replace(AUDITED, nonconformities=1, nonconformities_closed=1), D),
    ("none found", Page.NONCONFORMITIES, AUDITED, D),
    ("closed before the audit ended", Page.NONCONFORMITIES,
     replace(AUDITING, nonconformities=1, nonconformities_closed=1), U),
    ("no audit", Page.AUDIT_REPORT, PLANNED, B),
    ("an audit", Page.AUDIT_REPORT, AUDITING, N),
    ("a conclusion", Page.AUDIT_REPORT, replace(AUDITING, audit_report_written=True), U),
    ("a finished audit", Page.AUDIT_REPORT, AUDITED, D),
    ("blocked but called ready", Page.CHECKLIST, replace(PLANNED, marked=frozenset({Page.CHECKLIST})), D),
    ("coming", Page.CERTIFICATION, READY, N),
    ("an overview has no state of its own", Page.OVERVIEW, READY, N),
]  # fmt: skip


def test_the_table_is_long_enough() -> None:
    assert len(STEPS) >= 40
    assert len(STATES) >= 40
    assert {rule for _, _, rules in STEPS for rule in rules} == set(Rule)


@pytest.mark.parametrize(("facts", "rules"), [pytest.param(f, r, id=name) for name, f, r in STEPS])
def test_the_next_steps_are(facts: Facts, rules: list[Rule]) -> None:
    assert [step.rule for step in next_steps(facts)] == rules


@pytest.mark.parametrize(
    ("page", "facts", "state"), [pytest.param(p, f, s, id=f"{p}: {name}") for name, p, f, s in STATES]
)
def test_the_state_of_a_page_is(page: Page, facts: Facts, state: PageState) -> None:
    assert journey.state_of(page, facts) is state


def test_a_step_says_how_many_and_how_long() -> None:
    assert next_steps(HALF_ASSESSED)[0] == Step(Rule.ASSESSMENT_OPEN, Page.GAP, 68, 48)
    assert next_steps(replace(ASSESSED, answered=135))[0] == Step(Rule.ASSESSMENT_OPEN, Page.GAP, 1, 1)
    assert next_steps(AUDITING)[0] == Step(Rule.CHECKLIST_OPEN, Page.CHECKLIST, 20)
    assert next_steps(replace(READY, months_since_audit=14))[0].count == 14
    assert next_steps(NEW)[1].count == 4


def test_every_page_but_the_overview_belongs_to_a_phase_and_has_a_number() -> None:
    """The library stands beside the phases."""
    apart = {Page.OVERVIEW, *BESIDE}
    assert [page for pages in PAGES.values() for page in pages] == [page for page in Page if page not in apart]
    assert set(NUMBERS) == set(Page) - apart
    assert all(journey.phase_of(page) is None for page in apart)
    assert all(NUMBERS[page].startswith(str(phase.number)) for phase, pages in PAGES.items() for page in pages)


PREPARED = frozenset({Page.RESULTS})
"""The page of preparation that is done only when somebody says so."""


def test_the_phase_one_is_in_follows_the_work() -> None:
    assert journey.current_phase(NEW) is Phase.PREPARATION
    assert journey.current_phase(replace(PLANNED, tasks_done=40, marked=PREPARED | {Page.BUDGET})) is Phase.AUDIT
    assert journey.current_phase(replace(PLANNED, tasks_done=40, marked=PREPARED)) is Phase.PLANNING
    assert journey.current_phase(replace(PLANNED, marked=PREPARED)) is Phase.PLANNING


def test_a_phase_counts_its_done_pages() -> None:
    assert journey.phase_counts(Phase.PREPARATION, DESCRIBED) == (3, 7)
    assert journey.phase_counts(Phase.AUDIT, READY) == (4, 4)


def test_a_statement_of_applicability_is_a_page_of_clients_with_controls_only() -> None:
    assert [page for page in Page if not journey.is_shown(page, READY)] == [Page.APPLICABILITY]
    assert all(journey.is_shown(page, ANNEX) for page in Page)
    plain = tuple(page for page in PAGES[Phase.PLANNING] if page is not Page.APPLICABILITY)
    assert journey.pages_of(Phase.PLANNING, READY) == plain
    assert journey.pages_of(Phase.PLANNING, ANNEX) == PAGES[Phase.PLANNING]
    assert journey.phase_counts(Phase.PLANNING, AUDITED) == (4, 5)
    assert journey.phase_counts(Phase.PLANNING, replace(AUDITED, controls=1, controls_incomplete=1)) == (4, 6)
    assert journey.phase_counts(Phase.PLANNING, replace(STATED, tasks_done=40)) == (5, 6)


counts = st.integers(0, 3)
any_facts = st.builds(
    Facts,
    **{
        item.name: {
            "organisation_missing": st.sampled_from([(), ("address",)]),
            "organisation_started": st.booleans(),
            "scope_written": st.booleans(),
            "audit_report_written": st.booleans(),
            "months_since_audit": st.none() | st.integers(0, 40),
            "marked": st.frozensets(st.sampled_from(Page)),
        }.get(item.name, counts)
        for item in fields(Facts)
    },
)


@given(any_facts)
def test_there_is_always_something_to_do_and_never_more_than_three(facts: Facts) -> None:
    steps = next_steps(facts)

    assert 1 <= len(steps) <= 3
    assert len({step.rule for step in steps}) == len(steps)


@given(any_facts, st.sampled_from(Page))
def test_a_mark_makes_any_page_done(facts: Facts, page: Page) -> None:
    assert journey.state_of(page, replace(facts, marked=facts.marked | {page})) is PageState.DONE


@given(any_facts)
def test_a_phase_never_counts_more_than_its_pages(facts: Facts) -> None:
    for phase in Phase:
        done, pages = journey.phase_counts(phase, facts)
        assert 0 <= done <= pages


def test_pages_that_are_coming_hold_nobody_up() -> None:
    everything = replace(READY, marked=frozenset(Page) - COMING)

    assert journey.current_phase(everything) is Phase.CERTIFICATION
