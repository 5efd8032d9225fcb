"""Two rounds of an assessment side by side: what became better, what became worse."""

from enum import StrEnum

from isodesk.domain.conformity import Conformity


class Course(StrEnum):
    """How the answer to one question moved from one round to another, what needs a look first."""

    WORSE = "worse"
    OPEN = "open"
    """Answered before, not answered now."""
    APPLIES = "applies"
    """Did not apply and does now, or the other way round: neither better nor worse."""
    BETTER = "better"
    NEW = "new"
    """Answered now, not answered or not asked before."""
    SAME = "same"


def course(before: Conformity | None, after: Conformity | None) -> Course:
    """How a verdict moved. Conforms is better than partly, partly better than no."""
    if before is after:
        return Course.SAME
    if before is None:
        return Course.NEW
    if after is None:
        return Course.OPEN
    if Conformity.NOT_APPLICABLE in (before, after):
        return Course.APPLIES
    return Course.BETTER if after.weight > before.weight else Course.WORSE
