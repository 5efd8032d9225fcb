"""How a risk or an opportunity stands in a table: its columns, its signs, its words."""

from collections.abc import Callable
from typing import Final

from isodesk.domain.risks import DECISIONS, Decision, Level, RiskKind
from isodesk.i18n import N_
from isodesk.services.risks import RiskTask, RiskView
from isodesk.ui.models.rows import Column, folded
from isodesk.ui.signs import STATES, Sign
from isodesk.ui.speech import _, speech
from isodesk.wording import risks as risk_words

(
    NUMBER,
    TITLE,
    LEVEL,
    RESIDUAL,
    DECISION,
    TASKS,
    OWNER,
    MISSING,
    DUE,
    PROCESS,
    LIKELIHOOD,
    IMPACT,
    CAUSE,
    CONSEQUENCE,
) = range(14)

LEVEL_SIGNS: Final = {
    RiskKind.RISK: {
        Level.LOW: Sign("answer-good", "good"),
        Level.MEDIUM: Sign("answer-partly", "partly"),
        Level.HIGH: Sign("answer-bad", "bad"),
    },
    RiskKind.OPPORTUNITY: {
        Level.LOW: Sign("state-empty", "out"),
        Level.MEDIUM: Sign("state-half", "info"),
        Level.HIGH: Sign("flag", "good"),
    },
}
"""A high risk is bad, a high opportunity is good: other drawings, other colours, other letters."""
_UNWEIGHED: Final = Sign("answer-none", "muted")
DIGITS: Final[dict[RiskKind, dict[int, Decision]]] = {
    RiskKind.RISK: dict(enumerate(DECISIONS[RiskKind.RISK], start=1)),
    RiskKind.OPPORTUNITY: {1: Decision.PURSUE, 4: Decision.LEAVE},
}
"""The keys of decisions, by kind: 4 does nothing about it, as in the other grids; 0 clears."""


def digit_of(kind: RiskKind, decision: Decision) -> int:
    """The key of a decision."""
    return next(digit for digit, known in DIGITS[kind].items() if known is decision)


def level_words(view: RiskView, *, after: bool = False) -> str:
    """Letter and product: “C 20”; nothing while it is not weighed."""
    level, score = (view.residual_level, view.residual_score) if after else (view.level, view.score)
    if level is None or score is None:
        return "" if after else _("not weighed")
    return f"{risk_words.level_letter(view.kind, level, speech())} {score}"


def level_sign(view: RiskView, *, after: bool = False) -> Sign | None:
    """The sign of a level; an empty ring while it is not weighed."""
    level = view.residual_level if after else view.level
    if level is None:
        return None if after else _UNWEIGHED
    return LEVEL_SIGNS[view.kind][level]


def decision_words(view: RiskView) -> str:
    """What is done about it."""
    return _(risk_words.DECISION[view.decision]) if view.decision else ""


def tasks_words(view: RiskView) -> str:
    """How many tasks of the plan treat it, and how many are done."""
    if not view.tasks:
        return ""
    done = sum(task.done >= 100 for task in view.tasks)
    return _("{done} of {total}").format(done=done, total=len(view.tasks))


def task_sign(task: RiskTask) -> Sign:
    """Done, late, under way or not begun."""
    if task.done >= 100:
        return STATES["done"]
    if task.is_overdue:
        return STATES["trouble"]
    return STATES["doing" if task.done else "todo"]


def _tasks_sign(view: RiskView) -> Sign | None:
    if not view.tasks:
        return None
    if any(task.is_overdue for task in view.tasks):
        return STATES["trouble"]
    if all(task.done >= 100 for task in view.tasks):
        return STATES["done"]
    return STATES["doing" if any(task.done for task in view.tasks) else "todo"]


def missing_of(view: RiskView) -> str:
    """What is missing."""
    return ", ".join(_(risk_words.FAULT[fault]) for fault in view.faults)


def haystack(view: RiskView) -> str:
    """All that the search looks through, in the form in which it compares."""
    parts = (str(view.number), view.title, view.process_name, view.cause, view.consequence, view.existing)
    return folded("\n".join((*parts, view.treatment, view.owner_name, decision_words(view))))


def columns() -> tuple[Column[RiskView], ...]:
    """The table of page 2.3, in the order of the constants above."""
    return (
        Column(N_("No."), lambda view: str(view.number), sort=lambda view: view.number, align="right", token=_quiet),
        Column(N_("Risk or opportunity"), lambda view: _one_line(view.title), sign=_kind_sign),
        Column(
            N_("Level"),
            level_words,
            sort=lambda view: view.score,
            sign=level_sign,
            tooltip=N_("Likelihood times impact before treatment, with the letter of its level."),
        ),
        Column(
            N_("Residual"),
            lambda view: level_words(view, after=True),
            sort=lambda view: view.residual_score,
            sign=lambda view: level_sign(view, after=True),
            tooltip=N_("What is left after treatment."),
        ),
        Column(N_("Decision"), decision_words),
        Column(N_("Treatment"), tasks_words, sign=_tasks_sign, tooltip=N_("Tasks of the plan that treat it.")),
        Column(N_("Owner"), lambda view: view.owner_name),
        Column(
            N_("Still missing"),
            missing_of,
            sort=lambda view: len(view.faults) or None,
            sign=lambda view: Sign("warning", "partly") if view.faults else None,
        ),
        Column(N_("Due"), lambda view: speech().date(view.due), sort=lambda view: view.due),
        Column(N_("Process"), lambda view: view.process_name),
        _step(N_("Likelihood"), N_("Likelihood before treatment."), lambda view: view.likelihood),
        _step(N_("Impact"), N_("Impact before treatment."), lambda view: view.impact),
        Column(N_("Cause"), lambda view: _one_line(view.cause)),
        Column(N_("Consequence"), lambda view: _one_line(view.consequence)),
    )


def _step(title: str, tooltip: str, read: Callable[[RiskView], int | None]) -> Column[RiskView]:
    return Column(title, lambda view: str(read(view) or ""), sort=read, align="centre", tooltip=tooltip)


def _kind_sign(view: RiskView) -> Sign:
    return Sign("improvement", "good") if view.kind is RiskKind.OPPORTUNITY else Sign("risk", "muted")


def _quiet(_view: RiskView) -> str:
    return "muted"


def _one_line(text: str) -> str:
    return " ".join(text.split())
