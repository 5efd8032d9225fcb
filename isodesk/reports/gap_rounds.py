"""Maturity in the gap report, and what changed since the assessment before."""

from collections.abc import Iterator
from typing import Final

from isodesk import wording
from isodesk.domain.charts import Radar
from isodesk.domain.conformity import Conformity
from isodesk.domain.rounds import Course
from isodesk.i18n import N_, Speech
from isodesk.reports.blocks import Block, Chart, Column, Heading, KeepTogether, Paragraph, Row, Table
from isodesk.reports.letterhead import percent
from isodesk.services.rounds import ComparedQuestion, Comparison

_COUNTED: Final = {
    Course.WORSE: N_("became worse"),
    Course.OPEN: N_("not answered any more"),
    Course.APPLIES: N_("applies now, or no longer"),
    Course.BETTER: N_("became better"),
    Course.NEW: N_("answered for the first time"),
    Course.SAME: N_("as before"),
}
_NAMED: Final = 15
"""Questions that are named; the rest stands in the big table."""


def radar(value: Radar | None, words: Speech) -> Iterator[Block]:
    """The radar of levels. Readiness has its bars already, so without levels there is none."""
    if value is None or not value.is_maturity:
        return
    caption = words("Maturity by section, the mean of the levels given, 0 to 5")
    yield KeepTogether((Heading(1, words("Maturity")), Chart(value, caption)))


def comparison(found: Comparison | None, words: Speech) -> Iterator[Block]:
    """Both rounds by section, the counts, what became worse by name."""
    if found is None:
        return
    before, now = (words.date(item.started_on) for item in (found.earlier, found.later))
    counts = "; ".join(
        f"{words(name)}: {found.count(course)}" for course, name in _COUNTED.items() if found.count(course)
    )
    yield KeepTogether(
        (
            Heading(1, words("Compared with the assessment before")),
            Paragraph(
                words("The assessment begun on {before} and this one, begun on {now}.").format(before=before, now=now)
            ),
            _sections(found, words),
            Paragraph(words("Questions – {counts}.").format(counts=counts)),
        )
    )
    worse = [item for item in found.changed if item.course in (Course.WORSE, Course.OPEN)]
    if worse:
        yield Paragraph(words("What became worse or is open again:"))
        yield _named(worse[:_NAMED], words)
        if len(worse) > _NAMED:
            yield Paragraph(words("And {count} more.").format(count=len(worse) - _NAMED), "small")


def _sections(found: Comparison, words: Speech) -> Table:
    columns = (
        Column(words("Section")),
        Column(words("Ready before"), mm=26, align="right"),
        Column(words("Ready now"), mm=26, align="right"),
        Column(words("Maturity"), mm=30, align="right"),
    )
    several = len({section.now.standard for section in found.sections}) > 1
    rows = [
        Row(
            (
                f"{section.now.designation + ' · ' if several else ''}{section.now.name}",
                percent(words, section.before.ready),
                percent(words, section.now.progress.ready),
                _levels(section.before_maturity, section.now.maturity, words),
            )
        )
        for section in found.sections
    ]
    whole = Row((words("In all"), percent(words, found.before.ready), percent(words, found.now.ready), ""), "total")
    return Table(columns, (*rows, whole))


def _levels(before: float | None, now: float | None, words: Speech) -> str:
    if before is None and now is None:
        return ""
    return " → ".join("–" if level is None else words.number(round(level, 1)) for level in (before, now))


def _named(items: list[ComparedQuestion], words: Speech) -> Table:
    columns = (
        Column(words("No."), mm=10, align="right"),
        Column(words("Clause"), mm=15),
        Column(words("Question")),
        Column(words("Before"), mm=28),
        Column(words("Now"), mm=28),
    )
    rows = tuple(
        Row(
            (
                str(item.now.number),
                item.now.clause,
                item.now.question,
                _answer(item.before.worst if item.before else None, words),
                _answer(item.now.worst, words),
            )
        )
        for item in items
    )
    return Table(columns, rows)


def _answer(verdict: Conformity | None, words: Speech) -> str:
    return words(wording.CONFORMITY[verdict] if verdict else wording.NOT_ASSESSED)
