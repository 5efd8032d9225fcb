"""What a certification body looks for at Stage 1 and at Stage 2, and how much of it a client has (ISO/IEC 17021-1, 9.3.1).

Stage 1 asks whether the management system is there on paper and has been checked from inside; Stage 2 whether it works.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from isodesk.domain.journey import Facts, Page


class AuditStage(StrEnum):
    """The two parts of the first certification audit."""

    ONE = "stage-1"
    TWO = "stage-2"


class Point(StrEnum):
    """Something that an auditor looks for; its words are in `wording`."""

    STANDARD = "standard"
    ORGANISATION = "organisation"
    SCOPE = "scope"
    EXCLUSIONS = "exclusions"
    PROCESSES = "processes"
    ASSESSED = "assessed"
    CONTEXT = "context"
    POLICY = "policy"
    OBJECTIVES = "objectives"
    RISKS = "risks"
    CONTROLS = "controls"
    DOCUMENTS = "documents"
    AUDIT_HELD = "audit-held"
    REVIEW_HELD = "review-held"
    SERIOUS_GAPS = "serious-gaps"
    GAPS = "gaps"
    PLAN = "plan"
    AUDITED_CLAUSES = "audited-clauses"
    NONCONFORMITIES = "nonconformities"
    OBJECTIVES_MEASURED = "objectives-measured"
    TREATMENTS = "treatments"


@dataclass(frozen=True, slots=True)
class Seen:
    """What readiness must know beside the facts of the journey; counts unless said otherwise."""

    policy_approved: bool = False
    documents: int = 0
    """Mandatory documents and records of the client's standards."""
    documents_in_place: int = 0
    """Of these, those whose clause conforms in every question, by the assessment."""
    serious: int = 0
    serious_absent: int = 0
    """Critical and high questions that apply, and those of them whose requirement is not met at all or not assessed."""
    clauses: int = 0
    clauses_audited: int = 0
    """Clauses with questions, and those that a finished internal audit of the last twelve months has looked at."""
    audit_in_time: bool = False
    """A finished internal audit is not older than twelve months."""
    review_held: bool = False
    objectives_measured: int = 0
    """Objectives with at least one value."""
    treatments: int = 0
    treatments_done: int = 0
    """Tasks that treat a risk or take up an opportunity."""


@dataclass(frozen=True, slots=True)
class Check:
    """One point with how much of it is there and where it is put right."""

    point: Point
    stage: AuditStage
    done: int
    total: int
    page: Page
    row: str = ""

    @property
    def is_met(self) -> bool:
        """Nothing is missing; a point without anything to count is missing altogether."""
        return 0 < self.total <= self.done

    @property
    def missing(self) -> int:
        """How many are missing."""
        return max(0, self.total - self.done)


ONE: Final = AuditStage.ONE
TWO: Final = AuditStage.TWO
_CONTEXT_PARTS: Final = 4
"""Internal issues, external issues, interested parties with requirements, the climate question."""


def checks(facts: Facts, seen: Seen) -> tuple[Check, ...]:
    """All points that apply to the client, Stage 1 first, in the order in which they are usually closed."""
    found = [*_on_paper(facts, seen), *_checked_from_inside(seen), *_at_work(facts, seen)]
    return tuple(check for check in found if check.total or check.point not in _IF_ANY)


_IF_ANY: Final = frozenset({Point.EXCLUSIONS, Point.CONTROLS, Point.DOCUMENTS, Point.NONCONFORMITIES, Point.TREATMENTS})
"""Points that a client without such records need not meet."""


def _on_paper(facts: Facts, seen: Seen) -> Iterable[Check]:
    fields = 4
    context = sum(
        (
            facts.issues_internal > 0,
            facts.issues_external > 0,
            facts.parties > facts.parties_without_requirement,
            facts.climate_decided,
        )
    )
    owned = facts.processes - facts.processes_without_owner
    return (
        Check(Point.STANDARD, ONE, min(1, facts.standards), 1, Page.SCOPE),
        Check(Point.ORGANISATION, ONE, fields - len(facts.organisation_missing), fields, Page.ORGANISATION),
        Check(Point.SCOPE, ONE, int(facts.scope_written), 1, Page.SCOPE, "scope"),
        Check(
            Point.EXCLUSIONS,
            ONE,
            facts.exclusions - facts.exclusions_without_reason,
            facts.exclusions,
            Page.SCOPE,
        ),
        Check(Point.PROCESSES, ONE, owned, facts.processes, Page.TEAM, "processes"),
        Check(Point.CONTEXT, ONE, context, _CONTEXT_PARTS, Page.CONTEXT),
        *_aims(facts, seen),
        Check(Point.RISKS, ONE, facts.risks - facts.risks_open, facts.risks, Page.RISKS),
        Check(Point.CONTROLS, ONE, facts.controls - facts.controls_incomplete, facts.controls, Page.APPLICABILITY),
        Check(Point.ASSESSED, ONE, facts.answered, facts.questions, Page.GAP),
        Check(Point.DOCUMENTS, ONE, seen.documents_in_place, seen.documents, Page.GAP),
    )


def _aims(facts: Facts, seen: Seen) -> Iterable[Check]:
    """Policy and objectives; the row is the field that is to be written next."""
    policy = int(facts.policy_written) + int(facts.policy_written and seen.policy_approved)
    complete, field = facts.objectives - facts.objectives_incomplete, "approved_on" if facts.policy_written else "text"
    return (
        Check(Point.POLICY, ONE, policy, 2, Page.OBJECTIVES, f"policy:{field}"),
        Check(
            Point.OBJECTIVES,
            ONE,
            complete,
            facts.objectives,
            Page.OBJECTIVES,
            "" if facts.objectives else "objectives",
        ),
    )


def _checked_from_inside(seen: Seen) -> Iterable[Check]:
    return (
        Check(Point.SERIOUS_GAPS, ONE, seen.serious - seen.serious_absent, seen.serious, Page.GAP),
        Check(Point.AUDIT_HELD, ONE, int(seen.audit_in_time), 1, Page.AUDIT_PLAN),
        Check(Point.REVIEW_HELD, ONE, int(seen.review_held), 1, Page.PLAN),
    )


def _at_work(facts: Facts, seen: Seen) -> Iterable[Check]:
    conforming = facts.answered - facts.gaps
    return (
        Check(Point.GAPS, TWO, conforming, facts.questions, Page.GAP),
        Check(Point.PLAN, TWO, facts.tasks_done, facts.tasks, Page.PLAN),
        Check(Point.AUDITED_CLAUSES, TWO, seen.clauses_audited, seen.clauses, Page.AUDIT_PLAN),
        Check(
            Point.NONCONFORMITIES,
            TWO,
            facts.nonconformities_closed,
            facts.nonconformities,
            Page.NONCONFORMITIES,
        ),
        Check(Point.OBJECTIVES_MEASURED, TWO, seen.objectives_measured, facts.objectives, Page.OBJECTIVES),
        Check(Point.TREATMENTS, TWO, seen.treatments_done, seen.treatments, Page.RISKS),
    )


def met(found: Iterable[Check], stage: AuditStage) -> tuple[int, int]:
    """Points that are met and all points of a stage. Stage 2 follows Stage 1: it counts both."""
    counted = [check for check in found if check.stage is stage or stage is TWO]
    return sum(check.is_met for check in counted), len(counted)
