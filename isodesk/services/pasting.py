"""Rows of a spreadsheet taken as answers: which column holds what, which question a row means, what would change.
Nothing is written before the user has seen it and agreed (ux.md U42)."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from isodesk.domain.conformity import Conformity
from isodesk.domain.keys import ClientId, PersonId, QuestionKey
from isodesk.errors import UserError
from isodesk.i18n import N_, Speech
from isodesk.services import answer_values, pasted_values
from isodesk.services.assessment import Assessment, QuestionView
from isodesk.services.fields import folded
from isodesk.services.pasted_block import Rows, rows_of, text_of
from isodesk.services.pasted_values import PLACES, TITLES, Field, NotUnderstood
from isodesk.services.question_index import CLAUSE, SHOWN, NotTaken, QuestionIndex
from isodesk.services.team import Team
from isodesk.wording import CONFORMITY, IMPORTANCE

_UNKNOWN: Final = {
    Field.STATUS: N_("“{value}” is no status: write Conforms, Partly, No, Not applicable or 1 to 4."),
    Field.IMPORTANCE: N_("“{value}” is no importance: write Critical, High, Medium or Low."),
    Field.MATURITY: N_("“{value}” is no level of maturity: write 0 to 5."),
}
_PROBED: Final = 50
"""Rows that are looked at to tell a column from its cells."""


@dataclass(frozen=True, slots=True)
class Block:
    """A pasted block: its rows, and which column holds what as far as it can be told."""

    rows: Rows
    columns: Mapping[Field, int]
    has_heads: bool

    @property
    def width(self) -> int:
        """Columns of the widest row."""
        return max(len(row) for row in self.rows)

    def title(self, column: int) -> str:
        """The head of a column, or its first cell."""
        return _cell(self.rows[0], column)


@dataclass(frozen=True, slots=True)
class PastedRow:
    """One row and what it would do."""

    row: int
    """In the block, the first is 1."""
    text: str
    """What stands in the row, to be recognised by."""
    question: QuestionView | None
    changes: Mapping[str, object]
    """What `Assessment.put` is given."""
    problems: tuple[NotTaken | UserError, ...] = ()
    """Why the row, or a cell of it, is not taken."""

    @property
    def is_taken(self) -> bool:
        """Whether anything would change."""
        return bool(self.changes)


def read(text: str) -> Block:
    """The block that was copied. Raises InvalidInput when there is nothing, or more than 10,000 rows or 30 columns."""
    rows = rows_of(text)
    heads = pasted_values.heads(rows[0])
    return Block(rows, heads if heads is not None else _guessed(rows), heads is not None)


def copied(views: Iterable[QuestionView], words: Speech) -> str:
    """Questions with their answers as text for the clipboard: heads, then a row each. `Pasting` reads it back."""
    rows = [[*(words(TITLES[name]) for name in Field), words("Assessor"), words("Assessed on")]]
    for view in views:
        rows.append(
            [
                *(_written(view, name, words) for name in Field),
                view.assessor,
                words.date(view.assessed_on) if view.assessed_on else "",
            ]
        )
    return text_of(rows)


def _written(view: QuestionView, name: Field, words: Speech) -> str:
    plain: dict[Field, str] = {
        Field.NUMBER: str(view.number),
        Field.STATUS: words(CONFORMITY[view.conformity]) if view.conformity else "",
        Field.IMPORTANCE: words(IMPORTANCE[view.importance]),
        Field.OWNER: view.owner_name,
        Field.MATURITY: "" if view.maturity is None else str(view.maturity),
    }
    return plain.get(name, "") if name in plain else str(getattr(view, name.value))


class Pasting:
    """Says what a pasted block would change, and changes it in one step."""

    def __init__(self, assessment: Assessment, team: Team) -> None:
        self._assessment = assessment
        self._team = team

    def preview(
        self, client: ClientId, language: str, block: Block, columns: Mapping[Field, int]
    ) -> tuple[PastedRow, ...]:
        """Every row below the heads with what it would do. Questions are matched in `language` and in the other one."""
        other = "en" if language == "ru" else "ru"
        views = self._assessment.questions(client, language)
        index = QuestionIndex(views, self._assessment.questions(client, other))
        people = {folded(person.name): person.id for person in self._team.people(client)}
        refused = self._assessment.refused(client, (view.key for view in views))
        reader = _Reader(index, people, refused, columns)
        first = 1 if block.has_heads else 0
        return tuple(reader.read(place + 1, row) for place, row in enumerate(block.rows) if place >= first)

    def put(self, client: ClientId, rows: Iterable[PastedRow]) -> int:
        """Writes what the rows would change, in one step that can be undone; how many questions. Raises InvalidInput,
        NotAllowed."""
        changes = {row.question.key: row.changes for row in rows if row.question is not None and row.is_taken}
        if changes:
            self._assessment.put(client, changes)
        return len(changes)


class _Reader:
    """Reads row after row; a question is named once."""

    def __init__(
        self,
        index: QuestionIndex,
        people: Mapping[str, PersonId],
        refused: Mapping[QuestionKey, UserError],
        columns: Mapping[Field, int],
    ) -> None:
        self._index = index
        self._people = people
        self._refused = refused
        self._columns = columns
        self._seen: dict[QuestionKey, int] = {}
        self._values: dict[Field, Callable[[str], object]] = {
            Field.STATUS: pasted_values.verdict,
            Field.IMPORTANCE: pasted_values.importance,
            Field.MATURITY: pasted_values.maturity,
            Field.OWNER: self._person,
        }

    def read(self, number: int, row: tuple[str, ...]) -> PastedRow:
        """One row."""
        text = " · ".join(cell for cell in row if cell)[:SHOWN]
        try:
            places = {name: _cell(row, self._columns.get(name)) for name in PLACES}
            view = self._index.find(places)
            if view.key in self._seen:
                raise NotTaken(N_("Row {row} names this question already."), row=self._seen[view.key])
        except (NotTaken, UserError) as error:
            return PastedRow(number, text, None, {}, (error,))
        self._seen[view.key] = number
        changes: dict[str, object] = {}
        problems: list[NotTaken | UserError] = []
        for name, column in self._columns.items():
            cell = _cell(row, column)
            if name in PLACES or not cell:
                continue
            try:
                value = self._value(name, cell, view)
            except (NotTaken, UserError) as error:
                problems.append(error)
            else:
                if value is not None and value != _held(view, name):
                    changes[name.value] = value
        return PastedRow(number, text, view, changes, tuple(problems))

    def _value(self, name: Field, cell: str, view: QuestionView) -> object:
        try:
            value = self._values[name](cell) if name in self._values else cell
        except NotUnderstood:
            raise NotTaken(_UNKNOWN[name], value=cell[:SHOWN]) from None
        if value is Conformity.NOT_APPLICABLE and view.conformity is not value and view.key in self._refused:
            raise self._refused[view.key]
        if name not in self._values:
            return answer_values.cleaned({name.value: value}, date.max)[name.value]
        return value

    def _person(self, cell: str) -> PersonId:
        if folded(cell) not in self._people:
            raise NotTaken(N_("“{name}” is not in the team (page 1.3)."), name=cell[:SHOWN])
        return self._people[folded(cell)]


def _held(view: QuestionView, name: Field) -> object:
    return view.owner if name is Field.OWNER else getattr(view, name.value)


def _cell(row: tuple[str, ...], column: int | None) -> str:
    return row[column] if column is not None and column < len(row) else ""


def _guessed(rows: Rows) -> dict[Field, int]:
    """Columns of a block without heads, told from their cells: verdicts, clauses, then the words of questions."""
    probe = rows[:_PROBED]
    found: dict[Field, int] = {}
    for column in range(max(len(row) for row in probe)):
        cells = [cell for cell in (_cell(row, column) for row in probe) if cell]
        name = _kind(cells) if cells else None
        if name is not None and name not in found:
            found[name] = column
    return found


def _kind(cells: list[str]) -> Field | None:
    numbers = [cell.rstrip(".") for cell in cells]
    if all(number.isascii() and number.isdigit() for number in numbers):
        ordered = [int(number) for number in numbers]
        return Field.NUMBER if len(set(ordered)) == len(ordered) and max(ordered) > 4 else Field.STATUS
    if all(CLAUSE.fullmatch(cell) for cell in cells):
        return Field.CLAUSE
    if all(_is_verdict(cell) for cell in cells):
        return Field.STATUS
    return Field.QUESTION if sum(cell.endswith("?") for cell in cells) * 2 > len(cells) else None


def _is_verdict(cell: str) -> bool:
    try:
        return pasted_values.verdict(cell) is not None
    except NotUnderstood:
        return False
