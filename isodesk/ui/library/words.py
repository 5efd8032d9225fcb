"""What the facts of a standard are called in the window."""

from typing import Final

from isodesk.catalog.editions import Change
from isodesk.catalog.standard import Confidence, Direction, DocumentKind, Exclusion, Need
from isodesk.i18n import N_
from isodesk.services.library_views import HitKind, Spot
from isodesk.ui.signs import Sign

CHANGE: Final = {
    Change.UNCHANGED: N_("Unchanged"),
    Change.MOVED: N_("Moved"),
    Change.NEW: N_("New"),
    Change.GONE: N_("Gone"),
}
CHANGE_SIGN: Final = {
    Change.UNCHANGED: Sign("minus", "muted"),
    Change.MOVED: Sign("arrow-right", "info"),
    Change.NEW: Sign("plus", "good"),
    Change.GONE: Sign("close", "bad"),
}

NEED: Final = {
    Need.MANDATORY: N_("Mandatory"),
    Need.EXPECTED: N_("Usually expected"),
    Need.OPTIONAL: N_("Optional"),
}
NEED_SIGN: Final = {
    Need.MANDATORY: Sign("state-done", "accent"),
    Need.EXPECTED: Sign("state-half", "info"),
    Need.OPTIONAL: Sign("state-empty", "muted"),
}
NEED_HINT: Final = {
    Need.MANDATORY: N_("The standard asks for it"),
    Need.EXPECTED: N_("The standard does not name it, yet auditors ask for it"),
    Need.OPTIONAL: N_("It helps, and nobody asks for it"),
}

DOCUMENT_KIND: Final = {
    DocumentKind.MAINTAIN: N_("Document"),
    DocumentKind.RETAIN: N_("Record"),
}
DOCUMENT_KIND_HINT: Final = {
    DocumentKind.MAINTAIN: N_("Document, kept up to date"),
    DocumentKind.RETAIN: N_("Record, kept as it is"),
}

DIRECTION: Final = {
    Direction.INPUT: N_("What the review looks at"),
    Direction.OUTPUT: N_("What the review decides"),
}

CONFIDENCE: Final = {
    Confidence.HIGH: N_("sure"),
    Confidence.MEDIUM: N_("fairly sure"),
    Confidence.LOW: N_("not sure, check it"),
}

EXCLUSION: Final = {
    Exclusion.ALLOW: N_("A requirement can be called not applicable, with a reason."),
    Exclusion.WARN: N_(
        "A requirement can be called not applicable, with a reason, only where that cannot affect what the standard is for."
    ),
    Exclusion.FORBID: N_("No requirement can be called not applicable."),
}

KIND: Final = {
    HitKind.CLAUSE: N_("Clause"),
    HitKind.QUESTION: N_("Question"),
    HitKind.DOCUMENT: N_("Document"),
    HitKind.TOPIC: N_("Management review"),
}
KIND_ICON: Final = {
    HitKind.CLAUSE: "scope",
    HitKind.QUESTION: "help",
    HitKind.DOCUMENT: "document",
    HitKind.TOPIC: "meeting",
}


def place_of(spot: Spot) -> str:
    """ISO 9001:2026, 8.4.1."""
    return f"{spot.designation}, {spot.clause}"
