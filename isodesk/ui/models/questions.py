"""How a question of the assessment stands in a table: its columns, its sign, its words."""

from typing import Final

from isodesk import wording
from isodesk.domain.conformity import BY_DIGIT, Conformity
from isodesk.domain.keys import clause_order
from isodesk.i18n import N_
from isodesk.services.assessment import QuestionView
from isodesk.ui.models.rows import Column, folded
from isodesk.ui.signs import ANSWERS, Sign
from isodesk.ui.speech import _, speech

DIGITS: Final = {verdict: digit for digit, verdict in BY_DIGIT.items()}
NUMBER, QUESTION, CLAUSE, STATUS, EXISTING, MISSING, IMPORTANCE, OWNER, FILES, MATURITY, ASSESSOR, ASSESSED = range(12)
_LOUD: Final = {"critical": "bad", "high": "text"}


def digit_of(view: QuestionView) -> int:
    """The key of the answer in force, 0 for none."""
    return DIGITS[view.conformity] if view.conformity else 0


def sign_of(view: QuestionView) -> Sign | None:
    """The sign of the answer; a ring for what was looked at without an answer, nothing for what nobody has seen."""
    if view.conformity is None and not view.seen:
        return None
    return ANSWERS[digit_of(view)]


def status_of(view: QuestionView) -> str:
    """The answer in words; tells "looked at" from "never seen" (ux.md U06)."""
    if view.conformity is not None:
        words = _(wording.CONFORMITY[view.conformity])
        return _("{answer} *").format(answer=words) if view.overrides else words
    return _("Looked at") if view.seen else ""


def existing_of(view: QuestionView) -> str:
    """What exists; for what does not apply, why."""
    if view.conformity is Conformity.NOT_APPLICABLE and view.reason.strip():
        return view.reason
    return view.existing


def haystack(view: QuestionView) -> str:
    """All that the search looks through, in the form in which it compares."""
    parts = (
        view.clause,
        view.clause_title,
        *(f"{d} {c}" for d, c, _focus in view.focus),
        view.question,
        view.existing,
        view.missing,
        view.reason,
        view.owner_name,
    )
    return folded("\n".join(parts))


def columns() -> tuple[Column[QuestionView], ...]:
    """The table of page 1.4, in the order of the constants above."""
    return (
        Column(N_("No."), lambda view: str(view.number), sort=lambda view: view.number, align="right", token=_quiet),
        Column(N_("Question"), lambda view: view.question, token=lambda view: "muted" if view.excluded else "text"),
        Column(N_("Clause"), lambda view: view.clause, sort=lambda view: clause_order(view.clause), token=_quiet),
        Column(
            N_("Status"),
            status_of,
            sort=lambda view: digit_of(view) or None,
            sign=sign_of,
            tooltip=N_(
                "A ring: looked at, no answer yet. Nothing: nobody has looked at it. "
                "A star: the answer differs for one standard."
            ),
        ),
        Column(N_("What exists"), existing_of, token=lambda view: "muted" if view.excluded else "text"),
        Column(N_("What is missing"), lambda view: view.missing),
        Column(
            N_("Importance"),
            lambda view: _(wording.IMPORTANCE[view.importance]),
            sort=lambda view: view.importance.rank,
            token=lambda view: _LOUD.get(view.importance, "muted"),
            tooltip=N_("How much the answer matters for the certificate."),
        ),
        Column(N_("Responsible"), lambda view: view.owner_name),
        Column(
            N_("Files"),
            lambda view: str(view.evidence or ""),
            sort=lambda view: view.evidence or None,
            align="right",
            tooltip=N_("How many files are attached as evidence."),
        ),
        *_optional(),
    )


def _optional() -> tuple[Column[QuestionView], ...]:
    """Columns that are shown on request."""
    return (
        Column(
            N_("Maturity"),
            lambda view: "" if view.maturity is None else str(view.maturity),
            sort=lambda view: view.maturity,
            align="right",
            tooltip=N_("From 0, nothing, to 5, improved by its figures."),
        ),
        Column(N_("Assessor"), lambda view: view.assessor, token=_quiet),
        Column(
            N_("Assessed on"),
            lambda view: speech().date(view.assessed_on),
            sort=lambda view: view.assessed_on,
            token=_quiet,
        ),
    )


def _quiet(_view: QuestionView) -> str:
    return "muted"
