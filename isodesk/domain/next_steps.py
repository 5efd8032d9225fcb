"""What to do next, and why: rules over the facts of one client (ux.md 3.3)."""

from dataclasses import dataclass
from enum import StrEnum

from isodesk.domain.journey import Facts, Page, PageState, minutes_for, state_of


class Rule(StrEnum):
    """Why a step is proposed (ux.md 3.3). Each has its words in `wording`."""

    ACTION_OVERDUE = "action-overdue"
    CAUSE_MISSING = "cause-missing"
    STANDARD_MISSING = "standard-missing"
    ASSESSMENT_OPEN = "assessment-open"
    REASON_MISSING = "reason-missing"
    GAPS_WITHOUT_TASK = "gaps-without-task"
    CONTROLS_OPEN = "controls-open"
    TASK_OVERDUE = "task-overdue"
    TASK_WITHOUT_OWNER = "task-without-owner"
    ORGANISATION_OPEN = "organisation-open"
    SCOPE_OPEN = "scope-open"
    TEAM_OPEN = "team-open"
    CHECKLIST_OPEN = "checklist-open"
    REPORT_OPEN = "report-open"
    CONTEXT_OPEN = "context-open"
    OBJECTIVES_OPEN = "objectives-open"
    RISKS_OPEN = "risks-open"
    RESPONSIBILITIES_OPEN = "responsibilities-open"
    AUDIT_MISSING = "audit-missing"
    AUDIT_OLD = "audit-old"
    EDITION_NEWER = "edition-newer"
    WORK_ON_PLAN = "work-on-plan"
    READY_FOR_BODY = "ready-for-body"


@dataclass(frozen=True, slots=True)
class Step:
    """One proposal: where to go, how many things wait there, minutes it takes."""

    rule: Rule
    page: Page
    count: int = 0
    minutes: int = 0


def _preparing(facts: Facts) -> list[tuple[bool, Step]]:
    """Overdue matters first, then what stands between the client and a plan."""
    left = facts.questions - facts.answered
    return [
        (
            facts.nonconformities_overdue > 0,
            Step(Rule.ACTION_OVERDUE, Page.NONCONFORMITIES, facts.nonconformities_overdue, 10),
        ),
        (
            facts.nonconformities_without_cause > 0,
            Step(Rule.CAUSE_MISSING, Page.NONCONFORMITIES, facts.nonconformities_without_cause, 15),
        ),
        (facts.standards == 0, Step(Rule.STANDARD_MISSING, Page.SCOPE, 0, 2)),
        (
            facts.questions > 0 and left > 0,
            Step(Rule.ASSESSMENT_OPEN, Page.GAP, left, minutes_for(left)),
        ),
        (
            facts.not_applicable_without_reason > 0,
            Step(Rule.REASON_MISSING, Page.GAP, facts.not_applicable_without_reason, 5),
        ),
        (
            facts.answered > 0 and left == 0 and facts.gaps_without_task > 0,
            Step(Rule.GAPS_WITHOUT_TASK, Page.PLAN, facts.gaps_without_task, 2),
        ),
        (
            facts.answered > 0 and left == 0 and facts.controls_incomplete > 0,
            Step(Rule.CONTROLS_OPEN, Page.APPLICABILITY, facts.controls_incomplete),
        ),
        (facts.tasks_overdue > 0, Step(Rule.TASK_OVERDUE, Page.PLAN, facts.tasks_overdue, 5)),
        (facts.tasks_without_owner > 0, Step(Rule.TASK_WITHOUT_OWNER, Page.PLAN, facts.tasks_without_owner, 5)),
    ]


def _carrying_out(facts: Facts) -> list[tuple[bool, Step]]:
    """The description of the firm, the audit, the work itself."""
    left = facts.questions - facts.answered
    rows_left = facts.audit_rows - facts.audit_rows_answered
    under_way = facts.audits > facts.audits_finished
    return [
        (
            bool(facts.organisation_missing),
            Step(Rule.ORGANISATION_OPEN, Page.ORGANISATION, len(facts.organisation_missing), 4),
        ),
        (facts.standards > 0 and not facts.scope_written, Step(Rule.SCOPE_OPEN, Page.SCOPE, 0, 5)),
        (
            facts.people == 0 or facts.processes == 0 or facts.processes_without_owner > 0,
            Step(Rule.TEAM_OPEN, Page.TEAM, facts.processes_without_owner, 10),
        ),
        (under_way and rows_left > 0, Step(Rule.CHECKLIST_OPEN, Page.CHECKLIST, rows_left)),
        (
            under_way and facts.audit_rows > 0 and rows_left == 0,
            Step(Rule.REPORT_OPEN, Page.AUDIT_REPORT, 0, 20),
        ),
        *_planning(facts),
        (facts.answered > 0 and left == 0 and facts.audits == 0, Step(Rule.AUDIT_MISSING, Page.AUDIT_PLAN, 0, 10)),
        (
            facts.months_since_audit is not None and facts.months_since_audit >= 12,
            Step(Rule.AUDIT_OLD, Page.AUDIT_PLAN, facts.months_since_audit or 0, 10),
        ),
        (
            facts.newer_editions > 0 and facts.answered > 0 and left == 0,
            Step(Rule.EDITION_NEWER, Page.SCOPE, facts.newer_editions, 5),
        ),
        (
            facts.tasks > facts.tasks_done,
            Step(Rule.WORK_ON_PLAN, Page.PLAN, facts.tasks - facts.tasks_done),
        ),
    ]


def _planning(facts: Facts) -> list[tuple[bool, Step]]:
    """What stands beside the tasks in a plan; asked for when there are tasks, so that nobody begins with paper."""
    lacking = facts.objectives_incomplete + (not facts.policy_written) + (facts.objectives == 0)
    steps = [
        Step(Rule.CONTEXT_OPEN, Page.CONTEXT, facts.parties_without_requirement, 30),
        Step(Rule.OBJECTIVES_OPEN, Page.OBJECTIVES, lacking, 30),
        Step(Rule.RISKS_OPEN, Page.RISKS, facts.risks_open, 40),
    ]
    if facts.processes:
        lacking = facts.processes_without_accountable
        steps.append(Step(Rule.RESPONSIBILITIES_OPEN, Page.RESPONSIBILITIES, lacking, 15))
    return [(facts.tasks > 0 and state_of(step.page, facts) is not PageState.DONE, step) for step in steps]


def next_steps(facts: Facts) -> tuple[Step, ...]:
    """One to three proposals, the most pressing first."""
    found = [step for applies, step in [*_preparing(facts), *_carrying_out(facts)] if applies]
    if not found:
        found = [Step(Rule.READY_FOR_BODY, Page.CERTIFICATION)]
    return tuple(found[:3])
