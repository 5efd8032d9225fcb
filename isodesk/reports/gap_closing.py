"""Who made the gap assessment, what comes next, and the signatures below the report."""

import datetime as dt
from collections.abc import Iterable, Sequence

from isodesk.domain.conformity import Importance
from isodesk.domain.people import decoded_signature
from isodesk.i18n import Speech
from isodesk.reports.blocks import Block, Bullets, Heading, Signature, Signatures
from isodesk.reports.letterhead import Letterhead, period
from isodesk.services.assessment import QuestionView
from isodesk.services.results import ResultsView


def assessors(questions: Iterable[QuestionView]) -> dict[str, None]:
    """Names of all who assessed, the first one first."""
    return dict.fromkeys(view.assessor for view in questions if view.assessor)


def signed(questions: tuple[QuestionView, ...], words: Speech) -> str:
    """Who assessed; where there were several, each with the days."""
    days: dict[str, list[dt.date]] = {}
    for view in questions:
        if view.assessor and view.assessed_on:
            days.setdefault(view.assessor, []).append(view.assessed_on)
    if len(days) < 2:
        return ", ".join(assessors(questions))
    return "\n".join(f"{name}, {period(words, min(given), max(given))}" for name, given in days.items())


def closing(
    questions: tuple[QuestionView, ...], results: ResultsView, letterhead: Letterhead, words: Speech, *, has_plan: bool
) -> tuple[Block, ...]:
    """Next steps and signatures; where nobody is named, the line waits for the pen."""
    head = letterhead.approver(words)
    return (
        Heading(1, words("Next steps")),
        Bullets(tuple(_next_steps(questions, results, words, has_plan=has_plan))),
        Signatures(
            (
                Signature(words("Assessed by"), decoded_signature(next(iter(assessors(questions)), ""))),
                Signature(words("Taken note: {post}").format(post=head.post), head.name),
            )
        ),
    )


def _next_steps(
    questions: tuple[QuestionView, ...], results: ResultsView, words: Speech, *, has_plan: bool
) -> Sequence[str]:
    steps = []
    if results.progress.unanswered:
        steps.append(words("Answer the questions that are left: {count}.").format(count=results.progress.unanswered))
    if any(view.needs_reason for view in questions):
        steps.append(words("Write down why the questions called “not applicable” do not apply."))
    if any(gap.importance is Importance.CRITICAL for gap in results.gaps):
        steps.append(words("Start with the critical gaps: with any of them open a certificate is out of reach."))
    if results.gaps and not has_plan:
        steps.append(words("Build the plan from the gaps, name an owner for each task and let the head approve it."))
    elif results.gaps:
        steps.append(words("Work on the plan and close the gaps in its order."))
    steps.append(words("When the system works in every process, hold an internal audit and a management review."))
    return steps
