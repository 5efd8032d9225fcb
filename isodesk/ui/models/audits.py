"""The columns and signs of internal audits in tables."""

from typing import Final

from isodesk import wording
from isodesk.domain.audits import AuditState, Verdict
from isodesk.i18n import N_
from isodesk.services.audits import AuditView
from isodesk.ui.models.rows import Column
from isodesk.ui.signs import ANSWERS, STATES, Sign
from isodesk.ui.speech import _, speech

VERDICT_SIGNS: Final[dict[Verdict | None, Sign]] = {
    Verdict.CONFORMS: ANSWERS[1],
    Verdict.REMARK: ANSWERS[2],
    Verdict.NONCONFORMING: ANSWERS[3],
    Verdict.NOT_CHECKED: ANSWERS[4],
    None: ANSWERS[0],
}
STATE_SIGNS: Final = {
    AuditState.PLANNED: "todo",
    AuditState.UNDER_WAY: "doing",
    AuditState.FINISHED: "done",
}
NO_VERDICT: Final = N_("No verdict yet")


def verdict_word(verdict: Verdict | None) -> str:
    """The verdict in the interface language."""
    return _(wording.VERDICT[verdict] if verdict else NO_VERDICT)


def dates(audit: AuditView) -> str:
    """One day, or the first and the last."""
    words = speech()
    if audit.starts_on and audit.ends_on and audit.ends_on != audit.starts_on:
        return f"{words.date(audit.starts_on)} – {words.date(audit.ends_on)}"
    return words.date(audit.starts_on or audit.ends_on)


def scope(audit: AuditView) -> str:
    """Processes by name, then clauses by number."""
    names = [name for _key, name, _owner in audit.processes]
    clauses = [clause for _standard, clause in audit.clauses]
    return ", ".join([*names, *clauses])


def done(audit: AuditView) -> str:
    """Rows with a verdict among all rows."""
    return _("{done} of {total}").format(done=audit.answered, total=audit.rows) if audit.rows else "–"


def columns() -> tuple[Column[AuditView], ...]:
    """Number, dates, scope, leader, state, rows done."""
    return (
        Column(N_("No."), lambda a: a.number),
        Column(N_("Dates"), dates, sort=lambda a: a.starts_on),
        Column(N_("Audit scope"), scope, second=None),
        Column(N_("Leader"), lambda a: a.lead_name),
        Column(
            N_("State"),
            lambda a: _(wording.AUDIT_STATE[a.state]),
            sort=lambda a: list(AuditState).index(a.state),
            sign=lambda a: STATES[STATE_SIGNS[a.state]],
        ),
        Column(N_("Rows done"), done, sort=lambda a: a.answered / a.rows if a.rows else None, align="right"),
    )


def label_of(audit: AuditView) -> str:
    """How an audit is called in a choice: number and first day."""
    return " · ".join(part for part in (audit.number, speech().date(audit.starts_on)) if part)
