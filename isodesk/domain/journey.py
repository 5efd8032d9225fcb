"""The six phases and their pages, and the state of each page for a client. Decided here, without a window.

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
    CONTEXT = "context"
    READINESS = "readiness"
    PLAN = "plan"
    OBJECTIVES = "objectives"
    RISKS = "risks"
    APPLICABILITY = "applicability"
    RESPONSIBILITIES = "responsibilities"
    BUDGET = "budget"
    IMPLEMENTATION = "implementation"
    AUDIT_PLAN = "audit-plan"
    CHECKLIST = "checklist"
    NONCONFORMITIES = "nonconformities"
    AUDIT_REPORT = "audit-report"
    CERTIFICATION = "certification"
    MAINTENANCE = "maintenance"
    LIBRARY = "library"


PAGES: Final[dict[Phase, tuple[Page, ...]]] = {
    Phase.PREPARATION: (
        Page.ORGANISATION,
        Page.SCOPE,
        Page.TEAM,
        Page.GAP,
        Page.RESULTS,
        Page.CONTEXT,
        Page.READINESS,
    ),
    Phase.PLANNING: (
        Page.PLAN,
        Page.OBJECTIVES,
        Page.RISKS,
        Page.APPLICABILITY,
        Page.RESPONSIBILITIES,
        Page.BUDGET,
    ),
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
    Page.CONTEXT: "1.6",
    Page.READINESS: "1.7",
    Page.PLAN: "2.1",
    Page.OBJECTIVES: "2.2",
    Page.RISKS: "2.3",
    Page.APPLICABILITY: "2.4",
    Page.RESPONSIBILITIES: "2.6",
    Page.BUDGET: "2.7",
    Page.IMPLEMENTATION: "3",
    Page.AUDIT_PLAN: "4.2",
    Page.CHECKLIST: "4.3",
    Page.NONCONFORMITIES: "4.4",
    Page.AUDIT_REPORT: "4.5",
    Page.CERTIFICATION: "5",
    Page.MAINTENANCE: "6",
}
"""Numbers of ux.md 3.2; what comes later, such as 4.1, the yearly programme, keeps its place."""

COMING: Final = frozenset(
    {
        Page.IMPLEMENTATION,
        Page.CERTIFICATION,
        Page.MAINTENANCE,
    }
)
"""Pages that only say what is coming."""

BESIDE: Final = frozenset({Page.LIBRARY})
"""Pages that belong to no phase and to no client: they have no state and are not on the way of Next and Back."""


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
    newer_editions: int = 0
    """Of these, how many can be moved to a newer edition."""
    scope_written: bool = False
    exclusions: int = 0
    exclusions_without_reason: int = 0
    people: int = 0
    processes: int = 0
    processes_without_owner: int = 0
    questions: int = 0
    answered: int = 0
    not_applicable_without_reason: int = 0
    gaps: int = 0
    gaps_without_task: int = 0
    issues_internal: int = 0
    issues_external: int = 0
    parties: int = 0
    parties_without_requirement: int = 0
    climate_decided: bool = False
    policy_written: bool = False
    objectives: int = 0
    objectives_incomplete: int = 0
    """Objectives that lack a measure, a target, an owner, a date or a way of evaluating (6.2.2)."""
    risks: int = 0
    risks_open: int = 0
    """Risks and opportunities that are not weighed, not decided or have no owner."""
    responsibilities: int = 0
    processes_without_accountable: int = 0
    budget_lines: int = 0
    controls: int = 0
    """Controls in an annex of the client's standards; most standards have none."""
    controls_decided: int = 0
    controls_incomplete: int = 0
    """Controls at which the Statement of Applicability lacks something, undecided ones included."""
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


def is_shown(page: Page, facts: Facts) -> bool:
    """Whether a client has this page: a Statement of Applicability is for standards with an annex of controls only."""
    return page is not Page.APPLICABILITY or facts.controls > 0


def pages_of(phase: Phase, facts: Facts) -> tuple[Page, ...]:
    """The pages of a phase that this client has."""
    return tuple(page for page in PAGES[phase] if is_shown(page, facts))


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
    Page.CONTEXT: lambda f: _of(
        f.issues_internal + f.issues_external + f.parties > 0 or f.climate_decided,
        min(f.issues_internal, f.issues_external, f.parties) > 0
        and not f.parties_without_requirement
        and f.climate_decided,
    ),
    # What is missing has become tasks: from then on the list is looked at, not worked through.
    Page.READINESS: lambda f: _of(f.answered > 0, f.tasks > 0),
    Page.OBJECTIVES: lambda f: _of(
        f.policy_written or f.objectives > 0,
        f.policy_written and f.objectives > 0 and not f.objectives_incomplete,
    ),
    Page.RISKS: lambda f: _of(f.risks > 0, f.risks > 0 and not f.risks_open),
    Page.RESPONSIBILITIES: lambda f: _of(
        f.responsibilities > 0, f.responsibilities > 0 and f.processes > 0 and not f.processes_without_accountable
    ),
    Page.BUDGET: lambda f: _of(f.budget_lines > 0, Page.BUDGET in f.marked),
    Page.PLAN: lambda f: _of(f.tasks > 0, f.tasks > 0 and f.tasks == f.tasks_done and not f.gaps_without_task),
    Page.APPLICABILITY: lambda f: _of(f.controls_decided > 0, f.controls > 0 and not f.controls_incomplete),
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
    """Done and all pages of a phase that this client has."""
    pages = pages_of(phase, facts)
    return sum(state_of(page, facts) is PageState.DONE for page in pages), len(pages)


def current_phase(facts: Facts) -> Phase:
    """The first phase that is not done; the pages that are still coming do not hold anyone back."""
    for phase in (Phase.PREPARATION, Phase.PLANNING, Phase.AUDIT):
        done, total = phase_counts(phase, facts)
        if done < total:
            return phase
    return Phase.CERTIFICATION


_MINUTES_A_QUESTION = 0.7


def minutes_for(questions: int) -> int:
    """How long so many questions of an assessment take; 0 for none."""
    return max(1, round(questions * _MINUTES_A_QUESTION)) if questions else 0
