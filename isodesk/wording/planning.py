"""Words for context, plan and budget."""

from typing import Final

from isodesk.domain.budget import CostKind
from isodesk.domain.context import Category, Side
from isodesk.domain.objectives import Course
from isodesk.i18n import N_, speech

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


def milestone_title(key: str, language: str) -> str:
    """The title of a standard milestone; empty for an unknown key."""
    return speech(language)(MILESTONES.get(key) or FORMER_MILESTONES.get(key, ""))


COST: Final = {
    CostKind.CERTIFICATION: N_("Certification body"),
    CostKind.CONSULTING: N_("Consulting"),
    CostKind.TRAINING: N_("Training"),
    CostKind.STANDARDS: N_("Standards and books"),
    CostKind.EQUIPMENT: N_("Equipment"),
    CostKind.CALIBRATION: N_("Calibration"),
    CostKind.OTHER: N_("Other"),
}
COURSE: Final = {
    Course.OPEN: N_("No target"),
    Course.UNMEASURED: N_("Not measured yet"),
    Course.ON_COURSE: N_("On course"),
    Course.BEHIND: N_("Behind"),
    Course.REACHED: N_("Reached"),
    Course.MISSED: N_("Missed"),
}
"""Where an objective stands."""
