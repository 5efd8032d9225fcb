"""The words for domain values, shared by window, paper and command line, so that a thing is called the same everywhere."""

from typing import Final

from isodesk.domain.applicability import ControlStatus, Fault, Reason
from isodesk.domain.audits import AuditState, Grade, Stage, Verdict
from isodesk.domain.budget import CostKind
from isodesk.domain.conformity import Conformity, EffortSize, Importance
from isodesk.domain.context import Category, Side
from isodesk.domain.journey import Page, PageState, Phase
from isodesk.domain.next_steps import Rule
from isodesk.domain.objectives import Course
from isodesk.domain.people import Role
from isodesk.domain.readiness import AuditStage, Point
from isodesk.i18n import N_, Speech, speech

CONFORMITY: Final = {
    Conformity.CONFORMS: N_("Conforms"),
    Conformity.PARTLY: N_("Partly"),
    Conformity.ABSENT: N_("No"),
    Conformity.NOT_APPLICABLE: N_("Not applicable"),
}
NOT_ASSESSED: Final = N_("Not assessed")

VERDICT: Final = {
    Verdict.CONFORMS: N_("Conforming"),
    Verdict.REMARK: N_("Remark, opportunity"),
    Verdict.NONCONFORMING: N_("Nonconformity"),
    Verdict.NOT_CHECKED: N_("Not checked"),
}
VERDICT_LETTER: Final = {
    Verdict.CONFORMS: N_("C"),
    Verdict.REMARK: N_("R"),
    Verdict.NONCONFORMING: N_("N"),
    Verdict.NOT_CHECKED: N_("–"),
}
"""Letters of the columns to circle (print.md 2)."""

GRADE: Final = {
    Grade.MAJOR: N_("Major nonconformity"),
    Grade.MINOR: N_("Minor nonconformity"),
    Grade.OPPORTUNITY: N_("Opportunity for improvement"),
}
GRADE_SHORT: Final = {
    Grade.MAJOR: N_("Major"),
    Grade.MINOR: N_("Minor"),
    Grade.OPPORTUNITY: N_("Opportunity"),
}

AUDIT_STATE: Final = {
    AuditState.PLANNED: N_("Planned"),
    AuditState.UNDER_WAY: N_("Under way"),
    AuditState.FINISHED: N_("Finished"),
}

STAGE: Final = {
    Stage.CORRECTION: N_("Correction"),
    Stage.CAUSE: N_("Cause"),
    Stage.ACTION: N_("Corrective action"),
    Stage.CARRYING_OUT: N_("Carried out"),
    Stage.VERIFICATION: N_("Verification"),
    Stage.CLOSED: N_("Closed"),
}

IMPORTANCE: Final = {
    Importance.CRITICAL: N_("Critical"),
    Importance.HIGH: N_("High"),
    Importance.MEDIUM: N_("Medium"),
    Importance.LOW: N_("Low"),
}

EFFORT: Final = {
    EffortSize.SMALL: N_("S, up to half a day"),
    EffortSize.MEDIUM: N_("M, up to a day and a half"),
    EffortSize.LARGE: N_("L, up to three days"),
    EffortSize.EXTRA_LARGE: N_("XL, more than three days"),
}

MATURITY: Final = (
    N_("0 – nothing"),
    N_("1 – by chance"),
    N_("2 – by habit"),
    N_("3 – written down"),
    N_("4 – measured"),
    N_("5 – improved"),
)
MATURITY_WHY: Final = (
    N_("It is not done, and nobody sees that it should be."),
    N_("It is done now and then, when somebody thinks of it; the outcome depends on luck."),
    N_("The same people do it the same way, from memory; when they are away it stops."),
    N_("It is written down who does what and how, and it is done that way and recorded."),
    N_("Its outcome is measured and compared with an aim, and somebody acts on the figures."),
    N_("It is made better again and again from its own figures and from what others do."),
)
"""What a level means, so that two people choose the same."""

APPLICABLE: Final = {True: N_("Applies"), False: N_("Does not apply"), None: N_("Not decided")}
REASON: Final = {
    Reason.RISK: N_("Risk"),
    Reason.LAW: N_("Law"),
    Reason.CONTRACT: N_("Contract"),
    Reason.PRACTICE: N_("Good practice"),
}
"""Why a control applies. On paper their first letters stand, so these differ in each language."""
CONTROL_STATUS: Final = {
    ControlStatus.PLANNED: N_("Still planned"),
    ControlStatus.PARTLY: N_("Partly implemented"),
    ControlStatus.IMPLEMENTED: N_("Implemented"),
}
FAULT: Final = {
    Fault.UNDECIDED: N_("Not decided"),
    Fault.NO_REASON: N_("No reason"),
    Fault.NO_JUSTIFICATION: N_("No justification"),
    Fault.NO_OWNER: N_("No owner"),
    Fault.NO_EVIDENCE: N_("No evidence"),
    Fault.PRACTISED: N_("Excluded but in place"),
    Fault.RULED_OUT: N_("Applies but assessed out"),
}
"""Short, for a table."""
FAULT_WHY: Final = {
    Fault.UNDECIDED: N_("Say whether the control applies."),
    Fault.NO_REASON: N_("Say why the control applies: a risk, a law, a contract or good practice."),
    Fault.NO_JUSTIFICATION: N_("Write down why the control does not apply."),
    Fault.NO_OWNER: N_("Name who answers for the control."),
    Fault.NO_EVIDENCE: N_("The control is implemented: say what shows it, or attach a file to its question."),
    Fault.PRACTISED: N_(
        "The control does not apply, but the gap assessment found it in place. One of the two must change."
    ),
    Fault.RULED_OUT: N_(
        "The control applies, but the gap assessment calls its questions not applicable. One of the two must change."
    ),
}
"""What to do about it."""

COURSE: Final = {
    Course.OPEN: N_("No target"),
    Course.UNMEASURED: N_("Not measured yet"),
    Course.ON_COURSE: N_("On course"),
    Course.BEHIND: N_("Behind"),
    Course.REACHED: N_("Reached"),
    Course.MISSED: N_("Missed"),
}
"""Where an objective stands."""
ROLE: Final = {
    Role.HEAD: N_("Head of the firm"),
    Role.QUALITY: N_("Responsible for the management system"),
    Role.HR: N_("Personnel"),
    Role.SALES: N_("Sales"),
    Role.PURCHASING: N_("Purchasing"),
    Role.ENGINEERING: N_("Engineering"),
    Role.PRODUCTION: N_("Production"),
    Role.INSPECTION: N_("Inspection and measuring"),
    Role.DOCUMENTS: N_("Documents and records"),
    Role.AUDITOR: N_("Internal auditor"),
    Role.ENVIRONMENT: N_("Environment"),
    Role.SAFETY: N_("Occupational safety"),
    Role.SECURITY: N_("Information security"),
    Role.IT: N_("Computers and networks"),
    Role.CONTINUITY: N_("Business continuity"),
}

ROLE_SHORT: Final = {
    Role.HEAD: N_("Head"),
    Role.QUALITY: N_("Quality"),
    Role.HR: N_("Personnel"),
    Role.SALES: N_("Sales"),
    Role.PURCHASING: N_("Purchasing"),
    Role.ENGINEERING: N_("Engineering"),
    Role.PRODUCTION: N_("Production"),
    Role.INSPECTION: N_("Inspection"),
    Role.DOCUMENTS: N_("Documents"),
    Role.AUDITOR: N_("Auditor"),
    Role.ENVIRONMENT: N_("Environment"),
    Role.SAFETY: N_("Safety"),
    Role.SECURITY: N_("Information security"),
    Role.IT: N_("IT"),
    Role.CONTINUITY: N_("Continuity"),
}
"""For a column of a table, where the long name does not fit."""

PHASE: Final = {
    Phase.PREPARATION: N_("Preparation"),
    Phase.PLANNING: N_("Planning"),
    Phase.IMPLEMENTATION: N_("Implementation"),
    Phase.AUDIT: N_("Audit"),
    Phase.CERTIFICATION: N_("Certification"),
    Phase.MAINTENANCE: N_("Maintenance and improvement"),
}

PAGE: Final = {
    Page.OVERVIEW: N_("Overview"),
    Page.ORGANISATION: N_("Organization"),
    Page.SCOPE: N_("Standard and scope"),
    Page.TEAM: N_("Team and processes"),
    Page.GAP: N_("Gap assessment"),
    Page.RESULTS: N_("Results"),
    Page.CONTEXT: N_("Context of the organization"),
    Page.READINESS: N_("Readiness"),
    Page.PLAN: N_("Plan"),
    Page.OBJECTIVES: N_("Policy and objectives"),
    Page.RISKS: N_("Risks and opportunities"),
    Page.APPLICABILITY: N_("Statement of Applicability"),
    Page.RESPONSIBILITIES: N_("Responsibilities"),
    Page.BUDGET: N_("Workload and budget"),
    Page.IMPLEMENTATION: N_("Implementation"),
    Page.AUDIT_PLAN: N_("Internal audit"),
    Page.CHECKLIST: N_("Checklist"),
    Page.NONCONFORMITIES: N_("Nonconformities"),
    Page.AUDIT_REPORT: N_("Audit report"),
    Page.CERTIFICATION: N_("Certification"),
    Page.MAINTENANCE: N_("Maintenance"),
    Page.LIBRARY: N_("Standards library"),
}

INSTRUCTION: Final = {
    Page.OVERVIEW: N_("See where you stand and what comes next"),
    Page.ORGANISATION: N_("Describe the firm once; every document takes it from here"),
    Page.SCOPE: N_("Say what the certificate shall cover"),
    Page.TEAM: N_("Name people, processes and who owns them"),
    Page.GAP: N_("Assess what is done already"),
    Page.RESULTS: N_("Look at where the gaps are and what they cost"),
    Page.CONTEXT: N_("Write down what surrounds the firm and who expects what of it"),
    Page.READINESS: N_("See what is missing for Stage 1 and Stage 2"),
    Page.PLAN: N_("Spread the work over people and dates"),
    Page.OBJECTIVES: N_("Write the policy and set objectives that can be measured"),
    Page.RISKS: N_("Weigh risks and opportunities and decide what to do"),
    Page.RESPONSIBILITIES: N_("Say who does, answers for, is asked and is told"),
    Page.BUDGET: N_("Check that people and money suffice"),
    Page.APPLICABILITY: N_("Say of each control whether it applies, and why"),
    Page.IMPLEMENTATION: N_("Carry out the plan"),
    Page.AUDIT_PLAN: N_("Plan what is audited, when and by whom"),
    Page.CHECKLIST: N_("Note what you see, row by row"),
    Page.NONCONFORMITIES: N_("Lead each nonconformity from correction to verification"),
    Page.AUDIT_REPORT: N_("Write the conclusion and finish the audit"),
    Page.CERTIFICATION: N_("Prepare for the certification body"),
    Page.MAINTENANCE: N_("Keep the certificate"),
    Page.LIBRARY: N_("Read any standard in plain words"),
}

STATE: Final = {
    PageState.NOT_STARTED: N_("Not started"),
    PageState.UNDER_WAY: N_("Under way"),
    PageState.DONE: N_("Done"),
    PageState.BLOCKED: N_("Cannot start yet"),
}

RULE: Final = {
    Rule.ACTION_OVERDUE: N_("Carry out overdue corrective actions: {count}"),
    Rule.CAUSE_MISSING: N_("Find the cause of nonconformities: {count}"),
    Rule.STANDARD_MISSING: N_("Choose the standard"),
    Rule.ASSESSMENT_OPEN: N_("Answer the questions that are left: {count}"),
    Rule.REASON_MISSING: N_("Say why something does not apply: {count}"),
    Rule.GAPS_WITHOUT_TASK: N_("Build the plan from the gaps: {count}"),
    Rule.CONTROLS_OPEN: N_("Complete the Statement of Applicability; controls left: {count}"),
    Rule.TASK_OVERDUE: N_("Look at overdue tasks: {count}"),
    Rule.TASK_WITHOUT_OWNER: N_("Give every task an owner; without one: {count}"),
    Rule.ORGANISATION_OPEN: N_("Complete the description of the firm; fields left: {count}"),
    Rule.SCOPE_OPEN: N_("Write down the scope"),
    Rule.TEAM_OPEN: N_("Name people, processes and their owners"),
    Rule.CHECKLIST_OPEN: N_("Fill in the audit checklist; rows left: {count}"),
    Rule.REPORT_OPEN: N_("Write the audit's conclusion and finish it"),
    Rule.CONTEXT_OPEN: N_("Write down the context of the organization"),
    Rule.OBJECTIVES_OPEN: N_("Complete policy and objectives"),
    Rule.RISKS_OPEN: N_("Weigh risks and opportunities"),
    Rule.RESPONSIBILITIES_OPEN: N_("Say who answers for each process"),
    Rule.AUDIT_MISSING: N_("Plan an internal audit"),
    Rule.AUDIT_OLD: N_("Plan the next internal audit"),
    Rule.EDITION_NEWER: N_("See what the newer edition of the standard changes"),
    Rule.WORK_ON_PLAN: N_("Work on the plan; tasks open: {count}"),
    Rule.READY_FOR_BODY: N_("Look for a certification body"),
}

WHY: Final = {
    Rule.ACTION_OVERDUE: N_("A corrective action past its date is the first thing an auditor asks about."),
    Rule.CAUSE_MISSING: N_("Without a cause the same thing happens again, and the nonconformity cannot be closed."),
    Rule.STANDARD_MISSING: N_("Everything else follows from the standard."),
    Rule.ASSESSMENT_OPEN: N_("The plan is made of the gaps; unanswered questions hide some of them."),
    Rule.REASON_MISSING: N_("An auditor accepts “not applicable” only with a reason."),
    Rule.GAPS_WITHOUT_TASK: N_("A gap without a task stays a gap."),
    Rule.CONTROLS_OPEN: N_("The certification body reads this statement first and audits by it."),
    Rule.TASK_OVERDUE: N_("A task past its date moves everything that waits for it."),
    Rule.TASK_WITHOUT_OWNER: N_("Work without an owner is done by nobody."),
    Rule.ORGANISATION_OPEN: N_("Name, address and head stand on every document."),
    Rule.SCOPE_OPEN: N_("The scope is printed on the certificate, and the audit is planned from it."),
    Rule.TEAM_OPEN: N_("Tasks and audits need owners and processes."),
    Rule.CHECKLIST_OPEN: N_("An audit is finished when every row has been looked at."),
    Rule.REPORT_OPEN: N_("The certification body asks for the report of a finished internal audit."),
    Rule.CONTEXT_OPEN: N_("Scope, risks and objectives follow from what surrounds the firm."),
    Rule.OBJECTIVES_OPEN: N_("Without measurable objectives nobody can say whether the system works."),
    Rule.RISKS_OPEN: N_("A risk without a decision is a risk that was only written down."),
    Rule.RESPONSIBILITIES_OPEN: N_("One person answers for each process; the auditor asks who."),
    Rule.AUDIT_MISSING: N_("No certificate without a complete internal audit."),
    Rule.AUDIT_OLD: N_("The last internal audit is a year old."),
    Rule.EDITION_NEWER: N_("Certificates to the old edition end on a set day; your answers come along."),
    Rule.WORK_ON_PLAN: N_("Each closed task is a closed gap."),
    Rule.READY_FOR_BODY: N_("Assessment, plan and internal audit are done."),
}

SIDE: Final = {Side.EXTERNAL: N_("External"), Side.INTERNAL: N_("Internal")}
CATEGORY: Final = {
    Category.POLITICAL: N_("Politics"),
    Category.ECONOMIC: N_("Economy"),
    Category.SOCIAL: N_("Society"),
    Category.TECHNOLOGICAL: N_("Technology"),
    Category.LEGAL: N_("Law"),
    Category.ENVIRONMENTAL: N_("Environment"),
    Category.MARKET: N_("Market and competition"),
    Category.PEOPLE: N_("People and knowledge"),
    Category.INFRASTRUCTURE: N_("Infrastructure"),
    Category.FINANCE: N_("Finance"),
    Category.PROCESSES: N_("Processes of the firm"),
    Category.CULTURE: N_("Culture and values"),
}
FAVOURABLE: Final[dict[bool | None, str]] = {True: N_("helps"), False: N_("hinders"), None: N_("not said")}

MILESTONES: Final = {
    "order-signed": N_("Order to start the project signed"),
    "policy-approved": N_("Policy approved"),
    "documents-ready": N_("Documents of the management system ready"),
    "staff-trained": N_("Staff trained and aware"),
    "internal-audit": N_("Cycle of internal audits finished"),
    "management-review": N_("Management review held"),
    "application": N_("Application sent to the certification body"),
    "stage-1": N_("Stage 1 of the certification audit"),
    "stage-2": N_("Stage 2 of the certification audit"),
    "certificate": N_("Certificate issued"),
}
"""Standard milestones of a plan, in order."""
FORMER_MILESTONES: Final = {"system-works": N_("The management system works in every process")}
"""Proposed by earlier versions: plans made then still hold them."""

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

COST: Final = {
    CostKind.CERTIFICATION: N_("Certification body"),
    CostKind.CONSULTING: N_("Consulting"),
    CostKind.TRAINING: N_("Training"),
    CostKind.STANDARDS: N_("Standards and books"),
    CostKind.EQUIPMENT: N_("Equipment"),
    CostKind.CALIBRATION: N_("Calibration"),
    CostKind.OTHER: N_("Other"),
}

SAMPLE_MARK: Final = N_("Sample: fictional data")


def reason_letter(reason: Reason, words: Speech) -> str:
    """The letter of a reason in a narrow column; a legend explains it."""
    return words(REASON[reason])[:1]


def milestone_title(key: str, language: str) -> str:
    """The title of a standard milestone; empty for an unknown key."""
    return speech(language)(MILESTONES.get(key) or FORMER_MILESTONES.get(key, ""))
