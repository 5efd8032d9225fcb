"""The words for risks and opportunities, shared by window, paper and command line, so that a step is called the same everywhere."""

from typing import Final

from isodesk.domain.risks import Decision, Level, RiskFault, RiskKind
from isodesk.i18n import N_, Speech

KIND: Final = {RiskKind.RISK: N_("Risk"), RiskKind.OPPORTUNITY: N_("Opportunity")}
LEVEL: Final = {
    RiskKind.RISK: {
        Level.LOW: N_("Tolerable risk"),
        Level.MEDIUM: N_("Significant risk"),
        Level.HIGH: N_("Critical risk"),
    },
    RiskKind.OPPORTUNITY: {
        Level.LOW: N_("Minor opportunity"),
        Level.MEDIUM: N_("Worthwhile opportunity"),
        Level.HIGH: N_("Great opportunity"),
    },
}
"""In matrix and register their first letters stand, so all six differ in each language."""
LIKELIHOOD: Final = {
    3: (N_("rare: not in the last three years"), N_("possible: once a year or so"), N_("likely: several times a year")),
    5: (
        N_("rare: hardly imaginable"),
        N_("unlikely: once in several years"),
        N_("possible: once a year or so"),
        N_("likely: several times a year"),
        N_("almost certain: monthly or more often"),
    ),
}
"""Words of the steps, from 1 upwards, by the size of the scale. What stands before the colon is the short form."""
IMPACT: Final = {
    RiskKind.RISK: {
        3: (
            N_("slight: put right within the day"),
            N_("noticeable: a customer complains, a date is missed"),
            N_("severe: a customer is lost, someone is hurt"),
        ),
        5: (
            N_("negligible: put right at once"),
            N_("slight: put right within the day"),
            N_("noticeable: a customer complains, a date is missed"),
            N_("severe: a customer is lost, someone is hurt"),
            N_("disastrous: the firm itself is at stake"),
        ),
    },
    RiskKind.OPPORTUNITY: {
        3: (
            N_("little: makes one job easier"),
            N_("useful: saves money or wins an order"),
            N_("great: a new market or a lasting lead"),
        ),
        5: (
            N_("very little: hardly to be noticed"),
            N_("little: makes one job easier"),
            N_("useful: saves money or wins an order"),
            N_("considerable: a new major customer"),
            N_("great: a new market or a lasting lead"),
        ),
    },
}
DECISION: Final = {
    Decision.AVOID: N_("Avoid"),
    Decision.REDUCE: N_("Reduce"),
    Decision.SHARE: N_("Share"),
    Decision.ACCEPT: N_("Accept"),
    Decision.PURSUE: N_("Pursue"),
    Decision.LEAVE: N_("Leave"),
}
DECISION_WHY: Final = {
    Decision.AVOID: N_("give up what the risk comes from"),
    Decision.REDUCE: N_("make it less likely or less harmful"),
    Decision.SHARE: N_("let an insurer, supplier or customer carry a part"),
    Decision.ACCEPT: N_("do nothing more and say why"),
    Decision.PURSUE: N_("do something to make it come true"),
    Decision.LEAVE: N_("leave it alone for now"),
}
FAULT: Final = {
    RiskFault.UNWEIGHED: N_("Not weighed"),
    RiskFault.UNDECIDED: N_("Not decided"),
    RiskFault.NO_OWNER: N_("No owner"),
    RiskFault.NO_REASON: N_("Accepted without a reason"),
    RiskFault.NO_TREATMENT: N_("No measures"),
    RiskFault.NO_DATE: N_("No date"),
    RiskFault.NOT_REVIEWED: N_("Not weighed after treatment"),
    RiskFault.GROWN: N_("Higher after treatment"),
}
"""Short, for a table."""
FAULT_WHY: Final = {
    RiskFault.UNWEIGHED: N_("Say how likely it is and how much it would matter."),
    RiskFault.UNDECIDED: N_("Decide what to do about it."),
    RiskFault.NO_OWNER: N_("Name who answers for it."),
    RiskFault.NO_REASON: N_("A critical risk is accepted: write down why, an auditor asks for it."),
    RiskFault.NO_TREATMENT: N_("Write down the measures, or make a task of the plan."),
    RiskFault.NO_DATE: N_("Say by when, or make a task of the plan."),
    RiskFault.NOT_REVIEWED: N_("All tasks are done: weigh what is left and say whether the measures helped."),
    RiskFault.GROWN: N_("It weighs more after treatment than before. Check the numbers, or say why."),
}
"""What to do about it."""


def level_letter(kind: RiskKind, level: Level, words: Speech) -> str:
    """The letter of a level, so that it is never told by colour alone; a legend explains it."""
    return words(LEVEL[kind][level])[:1].upper()


def step_word(step: str) -> str:
    """The short form of a step of a scale, already translated: what stands before the colon."""
    return step.partition(":")[0]
