"""The six phases and their pages, the state of each page, and what to do next. Decided here, without a window.

Phases advise and never block (decisions 6): a page may be opened in any order.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final


class Phase(StrEnum):
    """The way to a certificate and beyond, in order (decisions 5)."""

    PREPARATION = "preparation"
    PLANNING = "planning"
    IMPLEMENTATION = "implementation"
    AUDIT = "audit"
    CERTIFICATION = "certification"
    MAINTENANCE = "maintenance"

    @property
    def number(self) -> int:
        """1 to 6."""
        return list(Phase).index(self) + 1


class Page(StrEnum):
    """A page of the case, in the order of Next and Back."""

    OVERVIEW = "overview"
    ORGANISATION = "organisation"
    SCOPE = "scope"
    TEAM = "team"
    GAP = "gap"
    RESULTS = "results"
    PLAN = "plan"
    IMPLEMENTATION = "implementation"
    AUDIT_PLAN = "audit-plan"
    CHECKLIST = "checklist"
    NONCONFORMITIES = "nonconformities"
    AUDIT_REPORT = "audit-report"
    CERTIFICATION = "certification"
    MAINTENANCE = "maintenance"


PAGES: Final[dict[Phase, tuple[Page, ...]]] = {
    Phase.PREPARATION: (Page.ORGANISATION, Page.SCOPE, Page.TEAM, Page.GAP, Page.RESULTS),
    Phase.PLANNING: (Page.PLAN,),
    Phase.IMPLEMENTATION: (Page.IMPLEMENTATION,),
    Phase.AUDIT: (Page.AUDIT_PLAN, Page.CHECKLIST, Page.NONCONFORMITIES, Page.AUDIT_REPORT),
    Phase.CERTIFICATION: (Page.CERTIFICATION,),
    Phase.MAINTENANCE: (Page.MAINTENANCE,),
}

NUMBERS: Final[dict[Page, str]] = {
    Page.ORGANISATION: "1.1",
    Page.SCOPE: "1.2",
    Page.TEAM: "1.3",
    Page.GAP: "1.4",
    Page.RESULTS: "1.5",
    Page.PLAN: "2.1",
    Page.IMPLEMENTATION: "3",
    Page.AUDIT_PLAN: "4.2",
    Page.CHECKLIST: "4.3",
    Page.NONCONFORMITIES: "4.4",
    Page.AUDIT_REPORT: "4.5",
    Page.CERTIFICATION: "5",
    Page.MAINTENANCE: "6",
}
"""Numbers of ux.md 3.2; 4.1, the yearly programme, comes later and keeps its place."""

COMING: Final = frozenset({Page.IMPLEMENTATION, Page.CERTIFICATION, Page.MAINTENANCE})
"""Pages that only say what is coming."""


def phase_of(page: Page) -> Phase | None:
    """The phase a page belongs to; None for the overview."""
    return next((phase for phase, pages in PAGES.items() if page in pages), None)


class PageState(StrEnum):
    """The four states of a page, the same everywhere (ux.md U05)."""

    NOT_STARTED = "not-started"
    UNDER_WAY = "under-way"
    DONE = "done"
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True)
class Facts:
    """What the journey must know about one client; counts unless said otherwise."""

    organisation_missing: tuple[str, ...] = ()
    """Names of organisation fields still empty."""
    organisation_started: bool = False
    standards: int = 0
    scope_written: bool = False
    exclusions_without_reason: int = 0
    people: int = 0
    processes: int = 0
    processes_without_owner: int = 0
    questions: int = 0
    answered: int = 0
    not_applicable_without_reason: int = 0
    gaps: int = 0
    gaps_without_task: int = 0
    tasks: int = 0
    tasks_done: int = 0
    tasks_overdue: int = 0
    tasks_without_owner: int = 0
    audits: int = 0
    audits_finished: int = 0
    audit_rows: int = 0
    audit_rows_answered: int = 0
    audit_report_written: bool = False
    nonconformities: int = 0
    nonconformities_closed: int = 0
    nonconformities_overdue: int = 0
    nonconformities_without_cause: int = 0
    months_since_audit: int | None = None
    marked: frozenset[Page] = field(default_factory=frozenset)


def _of(started: bool, complete: bool) -> PageState:
    if complete:
        return PageState.DONE
    return PageState.UNDER_WAY if started else PageState.NOT_STARTED


_STATES: Final[dict[Page, Callable[[Facts], PageState]]] = {
    Page.ORGANISATION: lambda f: _of(f.organisation_started, not f.organisation_missing),
    Page.SCOPE: lambda f: _of(f.standards > 0, f.standards > 0 and f.scope_written and not f.exclusions_without_reason),
    Page.TEAM: lambda f: _of(
        f.people > 0 or f.processes > 0, f.people > 0 and f.processes > 0 and not f.processes_without_owner
    ),
    Page.GAP: lambda f: _of(f.answered > 0, 0 < f.questions == f.answered and not f.not_applicable_without_reason),
    Page.RESULTS: lambda f: _of(f.answered > 0, Page.RESULTS in f.marked),
    Page.PLAN: lambda f: _of(f.tasks > 0, f.tasks > 0 and f.tasks == f.tasks_done and not f.gaps_without_task),
    Page.AUDIT_PLAN: lambda f: _of(f.audits > 0, f.audits_finished > 0 and f.audits == f.audits_finished),
    Page.CHECKLIST: lambda f: (
        PageState.BLOCKED if not f.audits else _of(f.audit_rows_answered > 0, 0 < f.audit_rows == f.audit_rows_answered)
    ),
    Page.NONCONFORMITIES: lambda f: _of(
        f.nonconformities > 0,
        f.audits_finished > 0 and f.nonconformities == f.nonconformities_closed,
    ),
    Page.AUDIT_REPORT: lambda f: (
        PageState.BLOCKED if not f.audits else _of(f.audit_report_written, f.audits_finished > 0)
    ),
}


def state_of(page: Page, facts: Facts) -> PageState:
    """The state of one page; a user's mark makes any page done (ux.md U07)."""
    if page in facts.marked:
        return PageState.DONE
    rule = _STATES.get(page)
    return rule(facts) if rule else PageState.NOT_STARTED


def phase_counts(phase: Phase, facts: Facts) -> tuple[int, int]:
    """Done and all pages of a phase."""
    pages = PAGES[phase]
    return sum(state_of(page, facts) is PageState.DONE for page in pages), len(pages)


def current_phase(facts: Facts) -> Phase:
    """The first phase that is not done; the pages that are still coming do not hold anyone back."""
    for phase in (Phase.PREPARATION, Phase.PLANNING, Phase.AUDIT):
        done, total = phase_counts(phase, facts)
        if done < total:
            return phase
    return Phase.CERTIFICATION


class Rule(StrEnum):
    """Why a step is proposed (ux.md 3.3). Each has its words in `wording`."""

    ACTION_OVERDUE = "action-overdue"
    CAUSE_MISSING = "cause-missing"
    STANDARD_MISSING = "standard-missing"
    ASSESSMENT_OPEN = "assessment-open"
    REASON_MISSING = "reason-missing"
    GAPS_WITHOUT_TASK = "gaps-without-task"
    TASK_OVERDUE = "task-overdue"
    TASK_WITHOUT_OWNER = "task-without-owner"
    ORGANISATION_OPEN = "organisation-open"
    SCOPE_OPEN = "scope-open"
    TEAM_OPEN = "team-open"
    CHECKLIST_OPEN = "checklist-open"
    REPORT_OPEN = "report-open"
    AUDIT_MISSING = "audit-missing"
    AUDIT_OLD = "audit-old"
    WORK_ON_PLAN = "work-on-plan"
    READY_FOR_BODY = "ready-for-body"


@dataclass(frozen=True, slots=True)
class Step:
    """One proposal: where to go, how many things wait there, minutes it takes."""

    rule: Rule
    page: Page
    count: int = 0
    minutes: int = 0


_MINUTES_A_QUESTION = 0.7


def minutes_for(questions: int) -> int:
    """How long so many questions of an assessment take; 0 for none."""
    return max(1, round(questions * _MINUTES_A_QUESTION)) if questions else 0


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
        (facts.answered > 0 and left == 0 and facts.audits == 0, Step(Rule.AUDIT_MISSING, Page.AUDIT_PLAN, 0, 10)),
        (
            facts.months_since_audit is not None and facts.months_since_audit >= 12,
            Step(Rule.AUDIT_OLD, Page.AUDIT_PLAN, facts.months_since_audit or 0, 10),
        ),
        (
            facts.tasks > facts.tasks_done,
            Step(Rule.WORK_ON_PLAN, Page.PLAN, facts.tasks - facts.tasks_done),
        ),
    ]


def next_steps(facts: Facts) -> tuple[Step, ...]:
    """One to three proposals, the most pressing first."""
    found = [step for applies, step in [*_preparing(facts), *_carrying_out(facts)] if applies]
    if not found:
        found = [Step(Rule.READY_FOR_BODY, Page.CERTIFICATION)]
    return tuple(found[:3])
