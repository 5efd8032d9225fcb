"""How a gap stands in the table of the results: its columns."""

from typing import Final

from isodesk import wording
from isodesk.domain.conformity import EffortSize
from isodesk.domain.keys import clause_order
from isodesk.i18n import N_
from isodesk.services.assessment import QuestionView
from isodesk.services.results import gap_hours
from isodesk.ui.models.questions import sign_of, status_of
from isodesk.ui.models.rows import Column
from isodesk.ui.speech import _, speech

QUESTION, STATUS = 2, 3
SHARES: Final = (13, 8, 46, 17, 16)
_LOUD: Final = {"critical": "bad", "high": "text"}


def columns() -> tuple[Column[QuestionView], ...]:
    """Importance, clause, question with what closes the gap, status, effort."""
    return (
        Column(
            N_("Importance"),
            lambda view: _(wording.IMPORTANCE[view.importance]),
            token=lambda view: _LOUD.get(view.importance, "muted"),
        ),
        Column(N_("Clause"), lambda view: view.clause, sort=lambda view: clause_order(view.clause), token=_quiet),
        Column(N_("Question and what closes the gap"), lambda view: view.question, second=lambda view: view.action),
        Column(N_("Status"), status_of, sign=sign_of),
        Column(
            N_("Effort"),
            _effort,
            sort=gap_hours,
            tooltip=N_("Hours of work in a firm of ten to twenty people; a partly closed gap counts half."),
        ),
    )


def _effort(view: QuestionView) -> str:
    hours = gap_hours(view)
    return _("{size}, {hours} h").format(size=EffortSize.of(hours).value, hours=speech().number(hours))


def _quiet(_view: QuestionView) -> str:
    return "muted"
