"""Workload and budget on paper: who has how many hours in which month, and what the project costs."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from isodesk import wording
from isodesk.domain.budget import Amount
from isodesk.domain.people import decoded_signature
from isodesk.i18n import Speech
from isodesk.reports.blocks import Block, Column, Facts, Heading, Paragraph, Row, Signature, Signatures, Table
from isodesk.reports.document import Document, Section
from isodesk.reports.letterhead import Letterhead, form_code
from isodesk.services.budget import BudgetView
from isodesk.services.clients import ClientView
from isodesk.services.workload import LoadView, PersonLoad

KEY: Final = "budget"
FORM: Final = "2.7"
_MONTHS: Final = 12
"""Months side by side; what lies beyond is summed up in a last column."""


@dataclass(frozen=True, slots=True)
class Costed:
    """Everything that the document says, as the services gave it."""

    client: ClientView
    budget: BudgetView
    load: LoadView


def build(costed: Costed, letterhead: Letterhead, words: Speech) -> Document:
    """Both as they stand on the day of the letterhead."""
    title = words("Workload and budget of the project")
    money: tuple[Block, ...] = (
        Heading(0, title),
        _about(costed, letterhead, words),
        Heading(1, words("Budget")),
        _sums(costed.budget, words),
        *_lines(costed.budget, words),
        Signatures((Signature(words("Prepared by"), decoded_signature(letterhead.author)),)),
    )
    sections = [Section(money)]
    if costed.load.weeks:
        sections.append(Section(tuple(_load(costed.load, words)), "landscape"))
    return letterhead.document(KEY, title, form_code(words, FORM), tuple(sections), date=letterhead.date)


def _about(costed: Costed, letterhead: Letterhead, words: Speech) -> Facts:
    return Facts(
        (
            (words("Organization"), costed.client.name),
            (words("Goal"), letterhead.standards),
            (words("Target date"), words.date(costed.client.target_on)),
            (words("As of"), words.date(letterhead.date)),
        )
    )


def _sums(budget: BudgetView, words: Speech) -> Table:
    columns = (
        Column(""),
        Column(words("Plan"), mm=34, align="right"),
        Column(words("Actual"), mm=34, align="right"),
        Column(words("Left"), mm=34, align="right"),
    )

    def row(title: str, amount: Amount, style: str = "normal") -> Row:
        cells = [words.money(value, budget.currency) for value in (amount.planned, amount.actual, amount.left)]
        return Row((title, *cells), style="total" if style == "total" else "normal")

    hours = [words.number(round(value, 1)) for value in (budget.hours.planned, budget.hours.actual, budget.hours.left)]
    return Table(
        columns,
        (
            Row((words("Own work, hours"), *hours)),
            row(words("Own work, cost"), budget.work),
            row(words("Costs of tasks"), budget.tasks),
            row(words("What is bought"), budget.bought),
            row(words("In all"), budget.total, "total"),
        ),
    )


def _lines(budget: BudgetView, words: Speech) -> Iterator[Block]:
    if not budget.lines:
        yield Paragraph(words("Nothing that is bought has been noted yet."))
        return
    columns = (
        Column(words("No."), mm=10, align="right"),
        Column(words("What for")),
        Column(words("Kind"), mm=32),
        Column(words("Due"), mm=24),
        Column(words("Plan"), mm=27, align="right"),
        Column(words("Actual"), mm=27, align="right"),
    )
    rows = (
        Row(
            (
                str(number),
                "\n".join(part for part in (line.title, line.note) if part),
                words(wording.COST[line.kind]),
                words.date(line.due),
                words.money(line.planned, budget.currency),
                "" if line.actual is None else words.money(line.actual, budget.currency),
            )
        )
        for number, line in enumerate(budget.lines, start=1)
    )
    yield Heading(2, words("What is bought"))
    yield Table(columns, tuple(rows))


def _load(load: LoadView, words: Speech) -> Iterator[Block]:
    yield Heading(1, words("Workload"))
    yield Paragraph(
        words("Hours of open work by month; hatched: more than the person has hours for in some week."), "small"
    )
    months = [
        (first, [place for place, _week in places])
        for first, group in groupby(enumerate(load.weeks), key=lambda pair: pair[1].replace(day=1))
        if (places := list(group))
    ]
    shown, rest = months[:_MONTHS], [place for _first, places in months[_MONTHS:] for place in places]
    columns = [Column(words("Responsible")), Column(words("Hours a week"), mm=18, align="right")]
    columns += [Column(words.month(first), mm=15, align="right") for first, _places in shown]
    if rest:
        columns.append(Column(words("later"), mm=15, align="right"))
    columns.append(Column(words("In all"), mm=18, align="right"))
    groups = [places for _first, places in shown] + ([rest] if rest else [])
    yield Table(tuple(columns), tuple(_person(person, groups, words) for person in load.people))


def _person(person: PersonLoad, groups: list[list[int]], words: Speech) -> Row:
    sums = [sum(person.weeks[place].hours for place in places) for places in groups]
    above = [person.person is not None and any(person.weeks[place].is_above for place in places) for places in groups]
    hours = words.number(person.hours_a_week) if person.person else ""
    cells = [words.number(round(value, 1)) if value else "" for value in sums]
    name = person.name or words("Not named yet")
    marks = tuple(place for place, is_above in enumerate(above, start=2) if is_above)
    return Row((name, hours, *cells, words.number(round(person.hours, 1))), marks=marks)
