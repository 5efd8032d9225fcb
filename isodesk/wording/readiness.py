"""Words for the certification audit and what it looks for."""

from typing import Final

from isodesk.domain.readiness import AuditStage, Point
from isodesk.i18n import N_

AUDIT_STAGE: Final = {
    AuditStage.ONE: N_("Stage 1: the system is there"),
    AuditStage.TWO: N_("Stage 2: the system works"),
}
POINT: Final = {
    Point.STANDARD: N_("The standard is chosen"),
    Point.ORGANISATION: N_("The firm is described: address, head, number of people"),
    Point.SCOPE: N_("The scope is written down"),
    Point.EXCLUSIONS: N_("Every exclusion has its reason"),
    Point.PROCESSES: N_("Every process has an owner"),
    Point.ASSESSED: N_("Every question of the gap assessment is answered"),
    Point.CONTEXT: N_("The context is written down: issues, interested parties, climate change"),
    Point.POLICY: N_("The policy is written and approved"),
    Point.OBJECTIVES: N_("Every objective has a measure, a target, an owner and a date"),
    Point.RISKS: N_("Risks and opportunities are weighed and decided"),
    Point.CONTROLS: N_("The Statement of Applicability is complete"),
    Point.DOCUMENTS: N_("Mandatory documents and records are in place"),
    Point.AUDIT_HELD: N_("An internal audit was finished in the last twelve months"),
    Point.REVIEW_HELD: N_("A management review was held"),
    Point.SERIOUS_GAPS: N_("No important requirement is missing altogether"),
    Point.GAPS: N_("Requirements are met or do not apply"),
    Point.PLAN: N_("The tasks of the plan are done"),
    Point.AUDITED_CLAUSES: N_("Internal audits looked at every clause"),
    Point.NONCONFORMITIES: N_("Nonconformities are closed and their corrective actions verified"),
    Point.OBJECTIVES_MEASURED: N_("Objectives have measured values"),
    Point.TREATMENTS: N_("What was decided about risks is carried out"),
}
"""What an auditor of the certification body looks for, as a statement that is true or not."""
POINT_WHY: Final = {
    Point.STANDARD: N_("Everything else follows from it."),
    Point.ORGANISATION: N_("The application and the audit time are made of these."),
    Point.SCOPE: N_("The body plans the audit by it and prints it on the certificate."),
    Point.EXCLUSIONS: N_("An auditor accepts an exclusion only with its reason."),
    Point.PROCESSES: N_("The auditor asks each owner about their process."),
    Point.ASSESSED: N_("Questions without an answer hide gaps."),
    Point.CONTEXT: N_("The auditor begins here: clauses 4.1 and 4.2."),
    Point.POLICY: N_("A policy without approval is a draft."),
    Point.OBJECTIVES: N_("Clause 6.2 asks who does what by when, and how the result is evaluated."),
    Point.RISKS: N_("Clause 6.1 asks how risks were found and what was decided."),
    Point.CONTROLS: N_("The body audits information security by this statement."),
    Point.DOCUMENTS: N_("Judged by the answers at their clauses until the register of documents holds them."),
    Point.AUDIT_HELD: N_("Without an internal audit Stage 1 ends with an area of concern."),
    Point.REVIEW_HELD: N_("Mark the milestone of the plan when it was held."),
    Point.SERIOUS_GAPS: N_("Any of these can become a major nonconformity."),
    Point.GAPS: N_("At Stage 2 the auditor looks for evidence of each requirement."),
    Point.PLAN: N_("Work that is not done shows on site."),
    Point.AUDITED_CLAUSES: N_("A full cycle of internal audits is expected before Stage 2."),
    Point.NONCONFORMITIES: N_("Open nonconformities are asked about first."),
    Point.OBJECTIVES_MEASURED: N_("A target without figures proves nothing."),
    Point.TREATMENTS: N_("The auditor compares the register with what was done."),
}
