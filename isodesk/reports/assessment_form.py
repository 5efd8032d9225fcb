"""The gap assessment as a form to fill in with a pen, where there is no laptop on the table."""

from dataclasses import replace
from itertools import groupby
from typing import Final

from isodesk import wording
from isodesk.domain.conformity import BY_DIGIT
from isodesk.domain.keys import section_of
from isodesk.i18n import Speech
from isodesk.reports.blocks import Block, Column, Row, RuledLines, Signature, Signatures, Table
from isodesk.reports.document import Document, Section
from isodesk.reports.gap_report import KEY, Assessed
from isodesk.reports.letterhead import Letterhead, form_code

FORM: Final = "1.4"
DIGITS: Final = tuple(str(digit) for digit in BY_DIGIT)


def build(assessed: Assessed, letterhead: Letterhead, words: Speech, row_mm: float) -> Document:
    """All questions in the order of the screen, with the digits that the keyboard has for the same answers."""
    columns = (
        Column(words("No."), mm=10, align="right"),
        Column(words("Clause"), mm=14),
        Column(words("Question"), weight=1.1),
        Column(words("Answer"), mm=30, kind="letters", letters=DIGITS),
        Column(words("What there is")),
        Column(words("What is missing")),
    )
    titles = assessed.results.section_titles
    rows: list[Row] = []
    for (standard, number), inside in groupby(assessed.questions, key=lambda q: (q.standard, section_of(q.clause))):
        rows.append(Row((titles.get((standard, number), number),), "group"))
        rows += [Row((str(view.number), view.clause, view.question, "", "", "")) for view in inside]
    blocks: list[Block] = [Table(columns, tuple(rows), min_row_mm=row_mm)] if rows else []
    blocks += [RuledLines(6, words("Further notes")), Signatures((Signature(words("Assessed by")),))]
    key = " · ".join(f"{digit} – {words(wording.CONFORMITY[verdict]).lower()}" for digit, verdict in BY_DIGIT.items())
    form = (Section(tuple(blocks), "landscape"),)
    document = letterhead.document(KEY, words("Gap assessment form"), form_code(words, FORM), form)
    page_fields = (
        (words("Standard"), letterhead.standards),
        (words("Place"), ""),
        (words("Who was asked"), ""),
        (words("Date"), ""),
        (words("Assessor"), ""),
    )
    return replace(document, page_fields=page_fields, legend=words("{key}. Circle one digit.").format(key=key))
