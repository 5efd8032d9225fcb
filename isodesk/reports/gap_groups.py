"""The four groups of a gap assessment: what is documented, what is to be documented, redesigned, built (print.md 3.1)."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Final

from isodesk.domain.conformity import Conformity
from isodesk.i18n import N_, Speech
from isodesk.reports.blocks import Block, Column, Heading, KeepTogether, Paragraph, Row, Table
from isodesk.services.assessment import QuestionView

WRITTEN_DOWN: Final = 3
"""The level of maturity from which something is written down."""


class Group(StrEnum):
    """What a question asks of the firm next."""

    DOCUMENTED = "documented"
    TO_DOCUMENT = "to-document"
    TO_REDESIGN = "to-redesign"
    ABSENT = "absent"


_WORDS: Final = {
    Group.DOCUMENTED: (N_("Complies and is documented"), N_("Keep it up, show it to the auditor")),
    Group.TO_DOCUMENT: (N_("Complies, to be documented"), N_("Write down where it is shown, attach what proves it")),
    Group.TO_REDESIGN: (N_("To be redesigned"), N_("Add to it or change it until it fits")),
    Group.ABSENT: (N_("Is absent"), N_("Build it anew")),
}


def group_of(view: QuestionView) -> Group | None:
    """The group of a question; None where it is not answered or does not apply. What conforms counts as documented
    where something says so: a note of what exists, a file, a level of 3 or more."""
    verdict = view.worst
    if verdict is Conformity.CONFORMS:
        shown = view.existing.strip() or view.evidence or (view.maturity or 0) >= WRITTEN_DOWN
        return Group.DOCUMENTED if shown else Group.TO_DOCUMENT
    return {Conformity.PARTLY: Group.TO_REDESIGN, Conformity.ABSENT: Group.ABSENT}.get(verdict) if verdict else None


def groups(questions: Iterable[QuestionView], words: Speech) -> Iterator[Block]:
    """The groups with their counts."""
    counts = dict.fromkeys(Group, 0)
    for view in questions:
        group = group_of(view)
        if group is not None:
            counts[group] += 1
    if not any(counts.values()):
        return
    columns = (
        Column(words("Group")),
        Column(words("Questions"), mm=24, align="right"),
        Column(words("What comes next")),
    )
    rows = tuple(Row((words(name), str(counts[group]), words(after))) for group, (name, after) in _WORDS.items())
    note = words("Documented: a note says what exists, a file is attached, or the level of maturity is 3 or more.")
    yield KeepTogether((Heading(1, words("Four groups")), Table(columns, rows), Paragraph(note, "small")))
