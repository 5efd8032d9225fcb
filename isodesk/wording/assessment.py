"""Words for the gap assessment, its rounds and the Statement of Applicability."""

from typing import Final

from isodesk.domain.applicability import ControlStatus, Fault, Reason
from isodesk.domain.conformity import Conformity, EffortSize, Importance
from isodesk.i18n import N_, Speech

CONFORMITY: Final = {
    Conformity.CONFORMS: N_("Conforms"),
    Conformity.PARTLY: N_("Partly"),
    Conformity.ABSENT: N_("No"),
    Conformity.NOT_APPLICABLE: N_("Not applicable"),
}
NOT_ASSESSED: Final = N_("Not assessed")
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


def reason_letter(reason: Reason, words: Speech) -> str:
    """The letter of a reason in a narrow column; a legend explains it."""
    return words(REASON[reason])[:1]
