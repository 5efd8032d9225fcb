"""Findings in tables: what is short about them, where they stand, how much time is left."""

from collections.abc import Callable
from datetime import date
from typing import Final

from PySide6.QtCore import QObject

from isodesk import wording
from isodesk.domain.audits import Grade, Stage
from isodesk.i18n import N_
from isodesk.services.findings import FindingView
from isodesk.ui.models.rows import Column, RowsModel, folded
from isodesk.ui.signs import STATES, Sign
from isodesk.ui.speech import _, plural, speech

NUMBER: Final = 0
GRADE: Final = 1
TEXT: Final = 2
RESPONSIBLE: Final = 3
STAGE: Final = 4
WAITS_FOR: Final = {
    Stage.CORRECTION: N_("Correction"),
    Stage.CAUSE: N_("Cause"),
    Stage.ACTION: N_("Action"),
    Stage.CARRYING_OUT: N_("Carrying out"),
    Stage.VERIFICATION: N_("Verification"),
    Stage.CLOSED: N_("Closed"),
}
"""What comes next, short; `wording.STAGE` names the steps themselves."""
GRADE_SIGNS: Final = {
    Grade.MAJOR: Sign("answer-bad", "bad"),
    Grade.MINOR: Sign("answer-partly", "partly"),
    Grade.OPPORTUNITY: Sign("improvement", "info"),
}


def is_overdue(finding: FindingView, today: date) -> bool:
    """Whether its action should have been carried out by now."""
    return finding.treatment.is_overdue(today)


def is_open(finding: FindingView) -> bool:
    """Whether something is left to do."""
    return finding.stage is not Stage.CLOSED


def time_left(finding: FindingView, today: date) -> str:
    """9 days left, due today, overdue by 4 days; nothing once it is done or while there is no date."""
    if finding.due is None or finding.done_on is not None:
        return ""
    days = (finding.due - today).days
    if days == 0:
        return _("due today")
    if days > 0:
        return plural("{count} day left", "{count} days left", days)
    return plural("overdue by {count} day", "overdue by {count} days", -days)


def short_text(finding: FindingView) -> str:
    """What was found, in one line; the evidence stands in until it is written."""
    text = finding.statement.strip() or finding.evidence.strip() or finding.requirement.strip()
    return " ".join(text.split())


def place(finding: FindingView) -> str:
    """Process and clause."""
    return " · ".join(part for part in (finding.process_name, finding.clause, finding.audit_number) if part)


def stage_sign(finding: FindingView, today: date) -> Sign:
    """Closed, overdue, begun or untouched: four shapes."""
    if not is_open(finding):
        return STATES["done"]
    if is_overdue(finding, today):
        return STATES["trouble"]
    return STATES["todo" if finding.stage is Stage.CORRECTION else "doing"]


def matches(finding: FindingView, words: str) -> bool:
    """Whether every word of a search stands somewhere in the finding."""
    parts = (finding.number, finding.statement, finding.evidence, finding.action, finding.responsible_name)
    text = folded(" ".join((*parts, place(finding), _(wording.GRADE[finding.grade]))))
    return all(word in text for word in folded(words).split())


class FindingsModel(RowsModel[FindingView]):
    """Two lines in a row: number and day, words and place, person and date, step and time left."""

    def __init__(self, today: Callable[[], date], parent: QObject | None = None) -> None:
        super().__init__(_columns(today, self._below_number), lambda finding: finding.id, parent)
        self._short = False

    def set_short(self, short: bool) -> None:
        """A narrow list says what was found below the number, instead of in a column of its own."""
        if short != self._short:
            self._short = short
            self.retranslate()

    def _below_number(self, finding: FindingView) -> str:
        return short_text(finding) if self._short else speech().date(finding.raised_on)


def _columns(today: Callable[[], date], below_number: Callable[[FindingView], str]) -> tuple[Column[FindingView], ...]:
    return (
        Column(
            N_("Number"),
            lambda f: f.number,
            sort=lambda f: (f.raised_on, f.number),
            sign=lambda f: GRADE_SIGNS[f.grade],
            second=below_number,
        ),
        Column(
            N_("Grade"),
            lambda f: _(wording.GRADE_SHORT[f.grade]),
            sort=lambda f: list(Grade).index(f.grade),
            sign=lambda f: GRADE_SIGNS[f.grade],
        ),
        Column(N_("What was found"), short_text, second=place),
        Column(
            N_("Responsible, due"),
            lambda f: f.responsible_name or "–",
            sort=lambda f: f.due,
            second=lambda f: speech().date(f.due),
        ),
        Column(
            N_("Step"),
            lambda f: _(WAITS_FOR[f.stage]),
            sort=lambda f: list(Stage).index(f.stage),
            sign=lambda f: stage_sign(f, today()),
            second=lambda f: time_left(f, today()),
        ),
    )


def report_columns() -> tuple[Column[FindingView], ...]:
    """What the report lists of a finding."""
    return (
        Column(N_("No."), lambda f: f.number),
        Column(
            N_("Grade"),
            lambda f: _(wording.GRADE_SHORT[f.grade]),
            sort=lambda f: list(Grade).index(f.grade),
            sign=lambda f: GRADE_SIGNS[f.grade],
        ),
        Column(N_("Clause"), lambda f: f.clause, token=lambda _f: "muted"),
        Column(N_("Process"), lambda f: f.process_name),
        Column(N_("What was found"), short_text),
    )
