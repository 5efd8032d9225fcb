"""Words for internal audits and findings."""

from typing import Final

from isodesk.domain.audits import AuditState, Grade, Stage, Verdict
from isodesk.i18n import N_

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
