"""How a control of the Statement of Applicability stands in a table: its columns, its signs, its words."""

from typing import Final

from isodesk import wording
from isodesk.domain.applicability import ControlStatus, Fault, Reason
from isodesk.domain.keys import clause_order
from isodesk.i18n import N_
from isodesk.services.applicability import ControlView
from isodesk.ui.models.rows import Column, folded
from isodesk.ui.signs import ANSWERS, STATES, Sign
from isodesk.ui.speech import _, plural

NUMBER, TITLE, APPLIES, REASONS, STATUS, OWNER, EVIDENCE, MISSING = range(8)
DECISIONS: Final[dict[int, bool | None]] = {1: True, 4: False, 0: None}
"""The keys mean the same as in the other grids: 1 good, 4 out, 0 clears (ux.md 3.1)."""
DIGITS: Final = {decision: digit for digit, decision in DECISIONS.items()}
_STATUS_SIGNS: Final = {
    ControlStatus.PLANNED: STATES["todo"],
    ControlStatus.PARTLY: STATES["doing"],
    ControlStatus.IMPLEMENTED: STATES["done"],
}


def applies_sign(view: ControlView) -> Sign:
    """A tick, a dash or an empty ring."""
    return ANSWERS[DIGITS[view.applicable]]


def reasons_of(view: ControlView) -> str:
    """Why it applies, or why not."""
    if view.applicable is False:
        return _one_line(view.justification)
    words = ", ".join(_(wording.REASON[reason]) for reason in Reason if reason in view.reasons)
    return words or _one_line(view.justification)


def status_of(view: ControlView) -> str:
    """How far it is; nothing for what does not apply."""
    return _(wording.CONTROL_STATUS[view.status]) if view.status else ""


def status_sign(view: ControlView) -> Sign | None:
    """Muted where only the gap assessment says so."""
    if view.status is None:
        return None
    sign = _STATUS_SIGNS[view.status]
    return sign if view.own_status else Sign(sign.icon, "muted")


def evidence_of(view: ControlView) -> str:
    """What shows it, and how many files are attached."""
    files = plural("{count} file", "{count} files", view.files) if view.files else ""
    return " · ".join(part for part in (_one_line(view.shown_evidence), files) if part)


def missing_of(view: ControlView) -> str:
    """What is missing at a control that is decided; the grid says itself which are not."""
    return ", ".join(_(wording.FAULT[fault]) for fault in view.faults if fault is not Fault.UNDECIDED)


def haystack(view: ControlView) -> str:
    """All that the search looks through, in the form in which it compares."""
    parts = (view.clause, view.title, view.justification, reasons_of(view), view.owner_name, view.shown_evidence)
    return folded("\n".join(parts))


def columns() -> tuple[Column[ControlView], ...]:
    """The table of page 2.4, in the order of the constants above."""
    return (
        Column(N_("No."), lambda view: view.clause, sort=lambda view: clause_order(view.clause), token=_quiet),
        Column(N_("Control"), lambda view: view.title),
        Column(
            N_("Applicability"),
            lambda view: _(wording.APPLICABLE[view.applicable]),
            sort=lambda view: {True: 0, False: 1, None: None}[view.applicable],
            sign=applies_sign,
        ),
        Column(N_("Reasons"), reasons_of, tooltip=N_("Why the control applies, or why it does not.")),
        Column(
            N_("Status"),
            status_of,
            sort=lambda view: list(ControlStatus).index(view.status) if view.status else None,
            sign=status_sign,
            tooltip=N_("Grey: as the gap assessment has it."),
        ),
        Column(N_("Owner"), lambda view: view.owner_name),
        Column(N_("Evidence"), evidence_of, token=lambda view: "text" if view.evidence.strip() else "muted"),
        Column(
            N_("Still missing"),
            missing_of,
            sort=lambda view: len(view.faults) or None,
            sign=lambda view: Sign("warning", "partly") if missing_of(view) else None,
        ),
    )


def _quiet(_view: ControlView) -> str:
    return "muted"


def _one_line(text: str) -> str:
    return " ".join(text.split())
