"""Objectives for a year: approved by the head, filled quarter by quarter, and a sheet on which everybody signs."""

import datetime as dt
from dataclasses import dataclass
from typing import Final

from isodesk import wording
from isodesk.domain.objectives import Lack, Measured
from isodesk.domain.people import Role, decoded_signature
from isodesk.domain.policy import Field, fields_of
from isodesk.i18n import N_, Speech
from isodesk.reports.blocks import (
    Approval,
    Block,
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
from isodesk.services.clients import ClientView
from isodesk.services.objectives import ObjectiveView, PolicyView
from isodesk.services.team import PersonView

KEY: Final = "objectives"
FORM: Final = "2.2.2"
_TITLES: Final = {
    Field.QUALITY: N_("Quality objectives for {year}"),
    Field.ENVIRONMENT: N_("Environmental objectives for {year}"),
    Field.SAFETY: N_("Occupational health and safety objectives for {year}"),
    Field.SECURITY: N_("Information security objectives for {year}"),
    Field.CONTINUITY: N_("Business continuity objectives for {year}"),
    None: N_("Objectives of the management system for {year}"),
}
"""Objectives of a system that is about one thing, or about several."""
_ROWS: Final = 4
"""Empty rows for the pen where there are no objectives."""
_SHEET: Final = 14
"""Rows of the awareness sheet that fill its page."""
_MORE: Final = 3
"""Empty rows where more people than that sign."""
_SHEET_ROW: Final = 9.0
_COLUMN_OF: Final = {Lack.MEASURE: 2, Lack.TARGET: 4, Lack.DUE: 5, Lack.OWNER: 7, Lack.EVALUATION: 8}
"""The column that is hatched for what is missing."""


@dataclass(frozen=True, slots=True)
class Aimed:
    """Everything that the document says, as the services gave it."""

    client: ClientView
    policy: PolicyView
    objectives: tuple[ObjectiveView, ...]
    people: tuple[PersonView, ...]
    designations: dict[str, str]
    """Designation of a standard by its family."""

    def year(self, today: dt.date) -> int:
        """This year while an objective ends in it or was measured in it; else the first year in which one ends."""
        ends = {view.due.year for view in self.objectives if view.due}
        measured = {value.day.year for view in self.objectives for value in view.values}
        coming = [year for year in ends if year > today.year]
        return min(coming) if coming and today.year not in ends | measured else today.year


def title(letterhead: Letterhead, year: int, words: Speech) -> str:
    """Named after the one field of the client's standards, with the year."""
    fields = fields_of(key for key, _name in letterhead.designations)
    named = _TITLES[fields[0]] if len(fields) == 1 else _TITLES[None]
    return words(named).format(year=year)


def build(aimed: Aimed, letterhead: Letterhead, words: Speech) -> Document:
    """The objectives as they stand; what is missing is hatched, quarters that were not measured are left to the pen."""
    year = aimed.year(letterhead.date)
    named = title(letterhead, year, words)
    first = (
        Approval(letterhead.approver(words)),
        Heading(0, named),
        Facts(_about(aimed, letterhead, words), 2),
        _table(aimed, year, words),
        *_values(aimed, words),
        _signatures(aimed, letterhead, words),
    )
    sections = (Section(first, "landscape"), Section(_sheet(aimed, named, words), "landscape"))
    return letterhead.document(KEY, named, form_code(words, FORM), sections, date=letterhead.date)


def _about(aimed: Aimed, letterhead: Letterhead, words: Speech) -> tuple[tuple[str, str], ...]:
    approved = aimed.policy.approved_on
    return (
        (words("Organization"), aimed.client.name),
        (words("Standard"), letterhead.standards),
        (words("Policy approved on"), words.date(approved)),
        (words("As of"), words.date(letterhead.date)),
    )


def _table(aimed: Aimed, year: int, words: Speech) -> Table:
    columns = (
        Column(words("No."), mm=7, align="right"),
        Column(words("Objective, process"), weight=1.2),
        Column(words("Measure and how it is calculated"), weight=1.3),
        Column(words("Base"), mm=11, align="right"),
        Column(words("Target value"), mm=18, align="right"),
        Column(words("Due"), mm=18),
        Column(words("Actions and resources"), weight=2),
        Column(words("Responsible"), mm=24),
        Column(words("How and when it is evaluated"), weight=1.1),
        *(Column(words("Q{number}").format(number=quarter), mm=9, align="right") for quarter in range(1, 5)),
        Column(words("Assessment"), mm=20),
    )
    rows = tuple(_row(view, aimed, year, words) for view in aimed.objectives)
    empty = tuple(Row(tuple("" for _column in columns)) for _row_ in range(0 if rows else _ROWS))
    return Table(columns, rows or empty, min_row_mm=0.0 if rows else 12.0)


def _row(view: ObjectiveView, aimed: Aimed, year: int, words: Speech) -> Row:
    standard = aimed.designations.get(view.standard or "", "") if len(aimed.designations) > 1 else ""
    where = " · ".join(part for part in (view.process_name, standard) if part)
    means = words("Resources: {what}").format(what=view.resources) if view.resources else ""
    cells = (
        str(view.number),
        "\n".join(part for part in (view.title, where) if part),
        view.measure,
        words.number(view.base) if view.base is not None else "",
        f"{words.number(view.target)} {view.unit}".strip() if view.target is not None else "",
        words.date(view.due),
        "\n".join(part for part in (view.actions, means) if part),
        view.owner_name,
        view.evaluation,
        *(_fact(view, year, quarter, words) for quarter in range(1, 5)),
        words(wording.COURSE[view.course]) if view.values or view.is_late else "",
    )
    return Row(cells, marks=tuple(sorted(_COLUMN_OF[lack] for lack in view.lacks)))


def of_quarter(values: tuple[Measured, ...], year: int, quarter: int) -> Measured | None:
    """What was measured last in a quarter of a year."""
    inside = [value for value in values if value.day.year == year and (value.day.month + 2) // 3 == quarter]
    return max(inside, key=lambda value: value.day, default=None)


def _fact(view: ObjectiveView, year: int, quarter: int, words: Speech) -> str:
    found = of_quarter(view.values, year, quarter)
    return words.number(found.value) if found else ""


def _values(aimed: Aimed, words: Speech) -> list[Block]:
    """Every value with its day and note; the quarters above hold the last one of each."""
    measured = [view for view in aimed.objectives if view.values]
    if not measured:
        return []
    columns = (
        Column(words("No."), mm=10, align="right"),
        Column(words("Objective")),
        Column(words("Day"), mm=26),
        Column(words("Value"), mm=32, align="right"),
        Column(words("Note"), weight=1.4),
    )
    rows = tuple(
        Row(
            (
                str(view.number) if first else "",
                view.title if first else "",
                words.date(value.day),
                f"{words.number(value.value)} {view.unit}".strip(),
                value.note,
            )
        )
        for view in measured
        for first, value in zip((True, *(False for _value in view.values[1:])), view.values, strict=True)
    )
    return [Heading(1, words("What was measured")), Table(columns, rows)]


def _signatures(aimed: Aimed, letterhead: Letterhead, words: Speech) -> Block:
    responsible = ", ".join(person.name for person in aimed.people if Role.QUALITY in person.roles)
    author = letterhead.author or responsible
    return Signatures(
        (
            Signature(words("Prepared by"), decoded_signature(author)),
            Signature(words("Management system"), decoded_signature(responsible) if responsible != author else ""),
        )
    )


def _sheet(aimed: Aimed, named: str, words: Speech) -> tuple[Block, ...]:
    """Clause 7.3: everybody knows the policy and the objectives that their work serves."""
    columns = (
        Column(words("No."), mm=10, align="right"),
        Column(words("Full name")),
        Column(words("Post")),
        Column(words("Date"), mm=34),
        Column(words("Signature"), mm=48),
    )
    known = [(person.name, person.post) for person in aimed.people]
    known += [("", "")] * (_SHEET - len(known) if len(known) < _SHEET else _MORE)
    rows = tuple(Row((str(place), name, post, "", "")) for place, (name, post) in enumerate(known, start=1))
    lead = words("I know the policy and these objectives, and what my work adds to them: {title}.").format(title=named)
    return (
        KeepTogether((Heading(1, words("Awareness sheet")), Paragraph(lead))),
        Table(columns, rows, min_row_mm=_SHEET_ROW),
    )
