"""The responsibility matrix: who does, answers for, is asked and is told, by process and by clause; the clauses that each
process carries stand in an annex."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from isodesk import wording
from isodesk.domain.keys import section_of
from isodesk.domain.people import Role, decoded_signature
from isodesk.domain.responsibility import NOTHING, Carried, Fault, Letter
from isodesk.i18n import Speech
from isodesk.reports.blocks import (
    Approval,
    Block,
    Bullets,
    Column,
    Facts,
    Heading,
    KeepTogether,
    Paragraph,
    Row,
    Signature,
    Signatures,
    Table,
)
from isodesk.reports.document import Document, Section
from isodesk.reports.letterhead import Letterhead, form_code
from isodesk.services.clause_rows import CarriedClause
from isodesk.services.clients import ClientView
from isodesk.services.responsibilities import DutyView, Matrix
from isodesk.services.team import PersonView, ProcessView
from isodesk.wording import responsibilities as responsibility_words

KEY: Final = "responsibility-matrix"
FORM: Final = "2.6"
_NUMBER: Final = 13.0
_CELL: Final = 11.0
_ACROSS: Final = 16
"""Narrow columns that stand side by side on a page; more processes go into a table of their own."""
_NAME: Final = 34
"""Letters of a process that fit into a head written upwards."""
_SIGNS: Final = {Carried.NONE: "", Carried.PARTLY: "(+)", Carried.FULL: "+"}


@dataclass(frozen=True, slots=True)
class ClausesOf:
    """One standard: its clauses against the roles, and against the processes."""

    designation: str
    matrix: Matrix
    carried: tuple[CarriedClause, ...]
    sections: Mapping[str, str]
    """Titles of its sections by number."""


@dataclass(frozen=True, slots=True)
class SharedOut:
    """Everything that the paper says, as the services gave it."""

    client: ClientView
    people: tuple[PersonView, ...]
    processes: tuple[ProcessView, ...]
    by_process: Matrix
    standards: tuple[ClausesOf, ...]

    @property
    def matrices(self) -> tuple[Matrix, ...]:
        """That of the processes, then those of the standards."""
        return (self.by_process, *(standard.matrix for standard in self.standards))

    @property
    def is_blank(self) -> bool:
        """Whether nothing is entered anywhere: the paper then is a form for the pen."""
        return not any(_has_letters(matrix) for matrix in self.matrices)

    @property
    def printed(self) -> tuple[Matrix, ...]:
        """The matrices that are filled in; of a blank paper all."""
        return tuple(m for m in self.matrices if m.rows and (self.is_blank or _has_letters(m)))

    @property
    def roles(self) -> tuple[Role, ...]:
        """Roles that have a letter or a person; all where there are none."""
        shown = [view.role for matrix in self.matrices for view in matrix.shown_roles]
        order = [view.role for view in self.by_process.roles]
        return tuple(sorted(dict.fromkeys(shown), key=order.index)) or tuple(order)

    @property
    def lacking(self) -> tuple[DutyView, ...]:
        """Printed rows in which something is missing."""
        return tuple(row for matrix in self.printed for row in matrix.rows if row.faults)


def build(shared: SharedOut, letterhead: Letterhead, words: Speech) -> Document:
    """The matrix as it stands on the day of the letterhead."""
    title = words("Responsibility matrix")
    first = (
        Approval(letterhead.approver(words)),
        Heading(0, title),
        _about(shared, letterhead, words),
        *_roles(shared, words),
        *_by_process(shared, words),
    )
    clauses = tuple(block for standard in shared.standards for block in _by_clause(standard, shared, words))
    signed = _signatures(shared, letterhead, words)
    last = (*clauses, *_missing(shared, words), signed, *_annex(shared, words))
    sections = (Section(first, "landscape"), Section(last, "landscape"))
    document = letterhead.document(KEY, title, form_code(words, FORM), sections, date=letterhead.date)
    return replace(document, legend=_legend(shared, words))


def _has_letters(matrix: Matrix) -> bool:
    return any(not row.is_empty for row in matrix.rows)


def _about(shared: SharedOut, letterhead: Letterhead, words: Speech) -> Facts:
    complete = not shared.lacking and bool(shared.printed)
    rows = (
        (words("Organization"), shared.client.name),
        (words("Standard"), letterhead.standards),
        (words("As of"), words.date(letterhead.date)),
        (words("State"), words("complete") if complete else words("draft: something is still missing")),
    )
    return Facts(rows, 2)


def _legend(shared: SharedOut, words: Speech) -> str:
    letters = " · ".join(words(responsibility_words.LETTERS[letter]) for letter in Letter)
    if shared.is_blank or not shared.lacking:
        return letters
    return " ".join((f"{letters}.", words("Hatched: still missing.")))


def _roles(shared: SharedOut, words: Speech) -> Iterator[Block]:
    columns = (
        Column(words("Role"), weight=1.0),
        Column(words("Short"), mm=44),
        Column(words("Who has it"), weight=2.0),
    )
    rows = []
    for role in shared.roles:
        holders = [_with_post(person) for person in shared.people if role in person.roles]
        marks = () if holders or shared.is_blank else (2,)
        rows.append(Row((words(wording.ROLE[role]), words(wording.ROLE_SHORT[role]), "\n".join(holders)), marks=marks))
    yield Heading(1, words("Roles"))
    yield Table(columns, tuple(rows))


def _with_post(person: PersonView) -> str:
    return ", ".join(part for part in (person.name, person.post) if part)


def _by_process(shared: SharedOut, words: Speech) -> Iterator[Block]:
    yield Heading(1, words("Responsibility for processes"))
    if not shared.by_process.rows:
        yield Paragraph(words("No process is named yet."))
    elif shared.by_process in shared.printed:
        columns = (Column(words("No."), mm=_NUMBER), Column(words("Process")), Column(words("Owner"), mm=38))
        rows = tuple(
            _row(view, (str(number), view.title, view.owner_name), shared, words)
            for number, view in enumerate(shared.by_process.rows, start=1)
        )
        yield Table((*columns, *_role_columns(shared, words)), rows)
    else:
        yield Paragraph(words("Responsibility is shared out by clauses only."))


def _by_clause(standard: ClausesOf, shared: SharedOut, words: Speech) -> Iterator[Block]:
    if standard.matrix not in shared.printed:
        return
    columns = (Column(words("Clause"), mm=_NUMBER + 3), Column(words("Title")))
    rows: list[Row] = []
    for section, inside in groupby(standard.matrix.rows, key=lambda view: section_of(view.duty.clause)):
        rows.append(Row((f"{section} {standard.sections.get(section, '')}".strip(),), "group"))
        rows += [_row(view, (view.duty.clause, view.title), shared, words) for view in inside]
    yield Heading(1, words("Responsibility for clauses: {standard}").format(standard=standard.designation))
    yield Table((*columns, *_role_columns(shared, words)), tuple(rows))


def _role_columns(shared: SharedOut, words: Speech) -> tuple[Column, ...]:
    return tuple(
        Column(words(wording.ROLE_SHORT[role]), mm=_CELL, align="center", turned=True) for role in shared.roles
    )


def _row(view: DutyView, lead: tuple[str, ...], shared: SharedOut, words: Speech) -> Row:
    letters = (responsibility_words.cell_of(view.letters.get(role, NOTHING), words) for role in shared.roles)
    return Row((*lead, *letters), marks=(0,) if view.faults and not shared.is_blank else ())


def _missing(shared: SharedOut, words: Speech) -> Iterator[Block]:
    if shared.is_blank or not shared.lacking:
        return
    lines = []
    for fault in Fault:
        rows = [view.duty.clause or view.title for view in shared.lacking if fault in view.faults]
        if rows:
            lines.append(
                words("{what}: {rows}").format(what=words(responsibility_words.FAULTS[fault]), rows=", ".join(rows))
            )
    yield KeepTogether((Heading(1, words("What is still missing")), Bullets(tuple(lines))))


def _annex(shared: SharedOut, words: Speech) -> Iterator[Block]:
    if not shared.processes:
        return
    yield Heading(1, words("Annex. Clauses that the processes carry"))
    yield Paragraph(
        words("+ the process carries the clause, (+) a part of it; hatched: it is not carried, or not whole."), "small"
    )
    for standard in shared.standards:
        if len(shared.standards) > 1:
            yield Heading(2, standard.designation)
        for start in range(0, len(shared.processes), _ACROSS):
            yield _carried(standard, shared.processes[start : start + _ACROSS], start, words)


def _carried(standard: ClausesOf, processes: Sequence[ProcessView], start: int, words: Speech) -> Table:
    heads = (
        f"{number} {responsibility_words.shortened(process.name, _NAME)}"
        for number, process in enumerate(processes, start=start + 1)
    )
    columns = (
        Column(words("Clause"), mm=_NUMBER + 3),
        Column(words("Title")),
        *(Column(title, mm=_CELL, align="center", turned=True) for title in heads),
    )
    rows = []
    for clause in standard.carried:
        if clause.excluded:
            continue
        signs = (_SIGNS[clause.by[process.id]] for process in processes)
        rows.append(Row((clause.number, clause.title, *signs), marks=(0,) if clause.is_left else ()))
    return Table(columns, tuple(rows))


def _signatures(shared: SharedOut, letterhead: Letterhead, words: Speech) -> Block:
    quality = next((person.name for person in shared.people if Role.QUALITY in person.roles), "")
    author = letterhead.author or quality
    return Signatures(
        (
            Signature(words("Prepared by"), decoded_signature(author)),
            Signature(words(wording.ROLE[Role.QUALITY]), decoded_signature(quality) if quality != author else ""),
        )
    )
