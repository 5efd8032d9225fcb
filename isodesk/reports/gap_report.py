"""The gap assessment report: how far the firm is, what matters most, and every question with its answer."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from math import ceil
from typing import Final

from isodesk import wording
from isodesk.domain.charts import Radar
from isodesk.domain.conformity import Conformity, EffortSize, Importance
from isodesk.domain.keys import section_of
from isodesk.i18n import Speech
from isodesk.reports import gap_rounds
from isodesk.reports.blocks import (
    Block,
    Chart,
    Column,
    Facts,
    Figures,
    Heading,
    KeepTogether,
    Paragraph,
    Row,
    Table,
)
from isodesk.reports.document import Document, Section
from isodesk.reports.gap_closing import closing, signed
from isodesk.reports.gap_groups import groups
from isodesk.reports.letterhead import Letterhead, form_code, percent, period
from isodesk.services.assessment import QuestionView
from isodesk.services.clients import ClientView, ExclusionView
from isodesk.services.results import ResultsView, gap_hours
from isodesk.services.rounds import Comparison

KEY: Final = "gap-report"
FORM: Final = "1.5"
HOURS_A_WEEK: Final = 10
"""What the forecast without a plan reckons with: one person, two hours a working day."""


@dataclass(frozen=True, slots=True)
class Assessed:
    """Everything that the report says, as the services gave it."""

    client: ClientView
    exclusions: tuple[ExclusionView, ...]
    questions: tuple[QuestionView, ...]
    results: ResultsView
    started_on: dt.date
    last_on: dt.date | None
    plan_ends: dt.date | None = None
    """When the plan, if there is one, has closed the gaps."""
    radar: Radar | None = None
    """Maturity by section; readiness where no levels were given."""
    comparison: Comparison | None = None
    """With the round before, where there is one."""


def build(assessed: Assessed, letterhead: Letterhead, words: Speech) -> Document:
    """The report on the current round."""
    title = words("Gap assessment report")
    summary = (
        Heading(0, title),
        _about(assessed, letterhead, words),
        Paragraph(
            words(
                "This is an assessment of readiness, not an internal audit: it raises no nonconformities and does not "
                "take the place of the internal audit that the standard asks for."
            ),
            "note",
        ),
        *_summary(assessed, words),
        *groups(assessed.questions, words),
        *_top_gaps(assessed.results, words),
        *_effort(assessed, words),
        *gap_rounds.radar(assessed.radar, words),
        *gap_rounds.comparison(assessed.comparison, words),
    )
    sections = [Section(summary)]
    if assessed.questions:
        table = (Heading(1, words("All questions")), _questions(assessed, words))
        sections.append(Section(table, "landscape"))
    sections.append(
        Section(
            closing(assessed.questions, assessed.results, letterhead, words, has_plan=assessed.plan_ends is not None)
        )
    )
    return letterhead.document(
        KEY,
        title,
        form_code(words, FORM),
        tuple(sections),
        date=assessed.last_on or letterhead.date,
    )


def _about(assessed: Assessed, letterhead: Letterhead, words: Speech) -> Facts:
    excluded = "\n".join(" – ".join(filter(None, (item.clause, item.reason))) for item in assessed.exclusions)
    rows = [
        (words("Organization"), assessed.client.name),
        (words("Standard"), letterhead.standards),
        (words("Scope"), assessed.client.scope),
        (words("Clauses that do not apply"), excluded or words("None")),
        (words("Assessed"), period(words, assessed.started_on, assessed.last_on)),
        (words("Assessed by"), signed(assessed.questions, words)),
        (words("Method"), words("Interviews, documents and a look at the work, question by question of the standard")),
    ]
    return Facts(tuple(rows))


def _summary(assessed: Assessed, words: Speech) -> Iterator[Block]:
    results, progress = assessed.results, assessed.results.progress
    critical = sum(gap.importance is Importance.CRITICAL for gap in results.gaps)
    yield Heading(1, words("Where the organization stands"))
    yield Figures(
        (
            (percent(words, progress.ready), words("ready")),
            (
                words("{answered} of {total}").format(answered=progress.answered, total=progress.total),
                words("questions answered"),
            ),
            (str(len(results.gaps)), words("gaps to close")),
            (str(critical), words("of them critical")),
            (str(results.hours), words("hours of work")),
        )
    )
    if progress.unanswered:
        text = words.plural(
            "{count} question is not answered yet and counts as not ready.",
            "{count} questions are not answered yet and count as not ready.",
            progress.unanswered,
        )
        yield Paragraph(text)
    caption = words("Questions by section of the standard")
    several = len(results.standards) > 1
    for key, designation in results.standards or (("", ""),):
        yield KeepTogether((Chart(results.bars_of(key), f"{caption}: {designation}" if several else caption),))
    yield Paragraph(
        words(
            "Readiness: a question that conforms counts one, partly counts a half; "
            "questions that do not apply are left out."
        ),
        "small",
    )


def _top_gaps(results: ResultsView, words: Speech) -> Iterator[Block]:
    yield Heading(1, words("The gaps that matter most"))
    if not results.gaps:
        yield Paragraph(words("No gaps have been found so far."))
        return
    columns = (
        Column(words("No."), mm=10, align="right"),
        Column(words("Clause"), mm=15),
        Column(words("What is missing, what to do")),
        Column(words("Importance"), mm=24),
        Column(words("Hours"), mm=14, align="right"),
    )
    rows = tuple(
        Row(
            (
                str(gap.number),
                gap.clause,
                "\n".join(part for part in (gap.missing, gap.action) if part),
                words(wording.IMPORTANCE[gap.importance]),
                words.number(gap_hours(gap)),
            ),
            marks=(3,) if gap.importance is Importance.CRITICAL else (),
        )
        for gap in results.top
    )
    yield Table(columns, rows)


def _effort(assessed: Assessed, words: Speech) -> Iterator[Block]:
    results = assessed.results
    if not results.gaps:
        return
    sizes = results.by_size()
    columns = (Column(words("Size of the work")), Column(words("Gaps"), mm=30, align="right"))
    rows = tuple(Row((words(wording.EFFORT[size]), str(sizes[size]))) for size in EffortSize if sizes[size])
    total = Row((words("{hours} hours in all").format(hours=results.hours), str(len(results.gaps))), "total")
    yield KeepTogether(
        (
            Heading(1, words("Effort and forecast")),
            Table(columns, (*rows, total)),
            Paragraph(_forecast(assessed, words)),
        )
    )


def _forecast(assessed: Assessed, words: Speech) -> str:
    """An estimate says what it rests on."""
    target = assessed.client.target_on
    aim = words("The certificate is wanted by {date}.").format(date=words.date(target)) if target else ""
    if assessed.plan_ends is not None:
        said = words("By the plan the gaps are closed on {date}.").format(date=words.date(assessed.plan_ends))
        return " ".join(part for part in (said, aim) if part)
    weeks = max(1, ceil(assessed.results.hours / HOURS_A_WEEK))
    said = words("There is no plan yet. One person who spares {hours} hours a week would need: {weeks}.").format(
        hours=HOURS_A_WEEK, weeks=words.plural("{count} week", "{count} weeks", weeks)
    )
    warned = words("Hours are estimates for a small firm; the plan replaces them by dates.")
    return " ".join(part for part in (said, aim, warned) if part)


def _questions(assessed: Assessed, words: Speech) -> Table:
    columns = (
        Column(words("No."), mm=9, align="right"),
        Column(words("Clause"), mm=14),
        Column(words("Question"), weight=1.25),
        Column(words("Answer"), mm=23),
        Column(words("What there is")),
        Column(words("What is missing")),
        Column(words("Importance"), mm=22),
        Column(words("Action, hours, responsible"), weight=0.95),
    )
    titles = assessed.results.section_titles
    rows: list[Row] = []
    for (standard, number), inside in groupby(assessed.questions, key=lambda q: (q.standard, section_of(q.clause))):
        rows.append(Row((titles.get((standard, number), number),), "group"))
        rows += [_question(view, words) for view in inside]
    return Table(columns, tuple(rows))


def _question(view: QuestionView, words: Speech) -> Row:
    return Row(
        (
            str(view.number),
            view.clause,
            view.question,
            _verdict(view, words),
            _what_there_is(view, words),
            view.reason if view.conformity is Conformity.NOT_APPLICABLE else view.missing,
            words(wording.IMPORTANCE[view.importance]),
            _action(view, words),
        ),
        marks=(3,) if view.conformity is Conformity.ABSENT else (),
    )


def _verdict(view: QuestionView, words: Speech) -> str:
    lines = [words(wording.CONFORMITY[view.conformity] if view.conformity else wording.NOT_ASSESSED)]
    if view.maturity is not None:
        lines.append(words("maturity {level}").format(level=view.maturity))
    lines += [
        f"{_designation(view, standard)}: {words(wording.CONFORMITY[verdict])} ({reason})"
        for standard, verdict, reason in view.overrides
    ]
    return "\n".join(lines)


def _designation(view: QuestionView, standard: str) -> str:
    names = {key: designation for (key, _), (designation, *_rest) in zip(view.counts_for, view.focus, strict=False)}
    return names.get(standard, standard)


def _what_there_is(view: QuestionView, words: Speech) -> str:
    files = words("Files attached: {count}").format(count=view.evidence) if view.evidence else ""
    return "\n".join(part for part in (view.existing, files) if part)


def _action(view: QuestionView, words: Speech) -> str:
    if not view.is_gap:
        return view.owner_name
    hours = words("{hours} h").format(hours=words.number(gap_hours(view)))
    return "\n".join(part for part in (view.action, ", ".join(filter(None, (hours, view.owner_name)))) if part)
