"""A list of requirements in Excel or as text, taken as a standard once the user has said which column holds what.

Rows form a tree: below the parent that they name, else below the number that theirs begins with, else below the last
heading. A heading is a row without a question or, in a list that asks no questions, one with something below it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Final

from isodesk.catalog import limits, naming, numbering
from isodesk.catalog.faults import CellFault, code_of, in_cell
from isodesk.catalog.found import Found, Remark
from isodesk.catalog.frameworks import EFFORT
from isodesk.catalog.plain_text import headed, language_of, one_line, shortened, tidy
from isodesk.catalog.sheet import Columns, Row, Sheet, letter, no_rows
from isodesk.catalog.standard import Clause, Exclusion, Question, QuestionText, Standard
from isodesk.domain.conformity import Importance
from isodesk.domain.keys import family_of, level_of
from isodesk.domain.people import Role
from isodesk.errors import ContentError
from isodesk.i18n import N_

_BEFORE: Final = re.compile(
    r"^(?:п\.\s*п\.|п/п|пп?\.|пункт|подпункт|раздел|глава|№|clause|section|chapter|art\.|§)\s*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Wishes:
    """How the standard is to be called; what is empty is told from the file."""

    key: str = ""
    designation: str = ""
    title: str = ""
    language: str = ""


@dataclass(eq=False, slots=True)
class _Entry:
    """A requirement on its way: of a row, or a heading that only the numbers or parents of other rows speak of."""

    row: int
    ref: str
    label: str
    title: str
    parent_text: str = ""
    questions: list[str] = field(default_factory=list)
    why: str = ""
    parent: "_Entry | None" = None
    implied: bool = False

    @property
    def is_numbered(self) -> bool:
        return numbering.is_number(self.ref)


def to_standard(sheet: Sheet, columns: Columns, wishes: Wishes | None = None) -> Found:
    """The standard of a list. Raises ContentError that names row and column, and InvalidInput for a key that cannot be."""
    if columns.title is None and columns.question is None and columns.description is None:
        raise ContentError(
            N_("{file}: no column is known to hold titles, questions or descriptions."),
            N_("Say which one does: {known}."),
            file=sheet.file,
            known="; ".join(sheet.labels()),
            line=1,
            key="",
        )
    return _Listing(sheet, columns).found(wishes or Wishes())


def _number(text: str) -> str:
    """A clause number as lists write it, without what stands around it."""
    bare = _BEFORE.sub("", one_line(text)).strip(" .)(:;№§")
    return bare.replace(",", ".") if re.fullmatch(r"\d+(?:,\d+)+", bare) else bare


class _Listing:
    """One list on its way to a standard."""

    def __init__(self, sheet: Sheet, columns: Columns) -> None:
        self._sheet = sheet
        self._columns = columns
        self._asks = columns.question is not None or columns.description is not None
        self._entries: list[_Entry] = []
        self._by_ref: dict[str, _Entry] = {}
        self._by_title: dict[str, _Entry] = {}
        self._implied: dict[str, _Entry] = {}

    def found(self, wishes: Wishes) -> Found:
        """The standard with what is to be said of it. Raises ContentError, InvalidInput."""
        stem = PurePath(self._sheet.file).stem
        key = naming.checked(wishes.key) if wishes.key else naming.standard_key(wishes.designation, stem)
        self._read()
        placed = self._placed()
        if not placed:
            raise no_rows(self._sheet.file)
        order = self._order(placed)
        language = wishes.language or language_of([entry.title + " ".join(entry.questions) for entry in placed])
        designation = one_line(wishes.designation or stem)
        title = one_line(wishes.title or wishes.designation or stem)
        parents = {id(entry.parent) for entry in placed if entry.parent}
        distinct, questions, clauses = naming.Distinct(), {}, []
        for item in order:
            entry = placed[item.place]
            asked = self._asked(entry, has_children=id(entry) in parents)
            keys = []
            for text in asked:
                question = _question(
                    distinct(f"{key}.{naming.dotted_slug(item.number) or 'requirement'}"), language, text, entry.why
                )
                questions[question.key] = question
                keys.append(question.key)
            clauses.append(Clause(item.number, {language: _title(entry, item)}, tuple(keys)))
        standard = Standard(
            key=key,
            designation=designation,
            edition="",
            titles={language: title},
            system={language: title},
            clauses=tuple(clauses),
            questions=questions,
            source=self._sheet.file,
            family=family_of(key),
            exclusion=Exclusion.ALLOW,
        )
        return Found(standard, (*self._sheet.remarks, *self._remarks(placed, order, parents)))

    def _asked(self, entry: _Entry, *, has_children: bool) -> list[str]:
        if self._asks:
            return entry.questions
        return [] if has_children or entry.implied else [entry.title or entry.label]

    def _fault(self, fault: CellFault, row: int, column: int | None, **details: object) -> ContentError:
        return in_cell(fault, self._sheet.file, row, letter(column or 0), **details)

    def _cell(self, row: Row, column: int | None) -> str:
        text = tidy(row.cell(column))
        if len(text) > limits.TEXT:
            raise self._fault(CellFault.LONG, row.number, column, limit=limits.TEXT)
        hidden = limits.HIDDEN.search(text)
        if hidden:
            raise self._fault(CellFault.HIDDEN, row.number, column, code=code_of(hidden.group()))
        return text

    def _read(self) -> None:
        """An entry for each row; a row that repeats number and title adds its question to the entry before."""
        columns = self._columns
        for row in self._sheet.rows:
            if (row.number, columns.number) in self._sheet.dates:
                raise self._fault(CellFault.DATE, row.number, columns.number, value=row.cell(columns.number))
            label, title = one_line(self._cell(row, columns.number)), one_line(self._cell(row, columns.title))
            question, description = self._cell(row, columns.question), self._cell(row, columns.description)
            if not (label or title or question or description):
                continue
            entry = _Entry(row.number, _number(label), label, title, one_line(self._cell(row, columns.parent)))
            entry.questions = [question or description] if question or description else []
            entry.why = description if question else ""
            if not self._joined(entry):
                self._entries.append(entry)
                self._by_title.setdefault(title.casefold(), entry)

    def _joined(self, entry: _Entry) -> bool:
        """Whether the entry belongs to an earlier one of its number; otherwise it is known by its number from now on."""
        if not entry.is_numbered:
            return False
        natural = _number(entry.parent_text) == entry.ref.rpartition(".")[0]
        place = f"{'' if natural else entry.parent_text.casefold()}\n{entry.ref}"
        earlier = self._by_ref.setdefault(place, entry)
        self._by_ref.setdefault(entry.ref, entry)
        if earlier is entry:
            return False
        if not entry.questions or entry.title.casefold() not in {"", earlier.title.casefold()}:
            column = self._columns.number
            raise self._fault(CellFault.TWICE, entry.row, column, value=entry.ref[: limits.NUMBER], earlier=earlier.row)
        earlier.questions += entry.questions
        return True

    def _placed(self) -> list[_Entry]:
        """The entries with their parents, and before each the headings that it implies."""
        placed: list[_Entry] = []
        heading: _Entry | None = None
        for entry in self._entries:
            implied: list[_Entry] = []
            entry.parent = self._parent(entry, heading, implied)
            placed += implied
            placed.append(entry)
            if not entry.questions if self._asks else entry.is_numbered:
                heading = entry
            if len(placed) > limits.NODES:
                raise self._fault(CellFault.MANY, entry.row, self._columns.number, limit=limits.NODES)
        return placed

    def _parent(self, entry: _Entry, heading: _Entry | None, implied: list[_Entry]) -> _Entry | None:
        if entry.parent_text:
            return self._named(entry, implied)
        if entry.is_numbered:
            return self._above(entry.ref, entry.row, implied)
        return heading if entry.questions or not self._asks else None

    def _named(self, entry: _Entry, implied: list[_Entry]) -> _Entry:
        """The parent that a row names by its number or its title; a heading where no row is called so."""
        text = entry.parent_text
        found = self._by_ref.get(_number(text)) or self._by_title.get(text.casefold())
        if found is not None:
            return found
        if numbering.is_number(_number(text)) and re.search(r"\d", text):
            return self._heading(_number(text), entry.row, implied)
        if text.casefold() not in self._implied:
            made = _Entry(entry.row, "", "", text, implied=True)
            self._implied[text.casefold()] = made
            implied.append(made)
        return self._implied[text.casefold()]

    def _above(self, ref: str, row: int, implied: list[_Entry]) -> _Entry | None:
        if level_of(ref) == 1:
            return None
        above = ref.rpartition(".")[0]
        return self._by_ref.get(above) or self._heading(above, row, implied)

    def _heading(self, ref: str, row: int, implied: list[_Entry]) -> _Entry:
        """A heading for a number that other rows lie below, made once, with those that it needs itself."""
        if ref not in self._implied:
            made = _Entry(row, ref, ref, "", implied=True)
            self._implied[ref] = made
            implied.append(made)
            made.parent = self._above(ref, row, implied)
        return self._implied[ref]

    def _order(self, placed: list[_Entry]) -> list[numbering.Numbered]:
        places = {id(entry): place for place, entry in enumerate(placed)}
        items = [
            numbering.Item(entry.ref, places[id(entry.parent)] if entry.parent is not None else None)
            for entry in placed
        ]
        lost = numbering.unreached(items)
        if lost is not None:
            raise self._fault(CellFault.CIRCLE, placed[lost].row, self._columns.parent)
        order = numbering.numbers(items)
        deep = next((item for item in order if item.level > limits.LEVELS), None)
        if deep is not None:
            raise self._fault(CellFault.LEVELS, placed[deep.place].row, self._columns.number, limit=limits.LEVELS)
        return order

    def _remarks(self, placed: list[_Entry], order: list[numbering.Numbered], parents: set[int]) -> Iterator[Remark]:
        """What the numbers and questions of the list have become."""
        column = self._columns.number
        typed = sorted(row for row, place in self._sheet.fractions if place == column)
        if typed:
            words = N_(
                "The numbers in column {column} are typed as numbers, so that 4.10 may have become 4.1: look at row {row}."
            )
            yield Remark(words, {"column": letter(column or 0), "row": typed[0]})
        implied = [entry.ref or entry.title for entry in placed if entry.implied]
        if implied:
            words = N_("Headings that rows speak of but that are no rows were added: {count}, the first {first}.")
            yield Remark(words, {"count": len(implied), "first": implied[0]})
        renumbered = sum(bool(placed[item.place].label) and not item.kept for item in order)
        if renumbered:
            words = N_("Numbers that do not lie below their parent's became part of the title; {count} requirements.")
            yield Remark(words, {"count": renumbered})
        silent = sum(not entry.questions and not entry.implied and id(entry) not in parents for entry in placed)
        if silent and self._asks:
            words = N_("Rows without a question and with nothing below them are taken as headings: {count}.")
            yield Remark(words, {"count": silent})


def _title(entry: _Entry, item: numbering.Numbered) -> str:
    title = entry.title or (shortened(entry.questions[0]) if entry.questions else entry.label)
    return title if item.kept or not entry.label else headed(title, entry.label)


def _question(key: str, language: str, text: str, why: str) -> Question:
    texts = {language: QuestionText(text, why=why)}
    return Question(key, False, Importance.MEDIUM, EFFORT, Role.QUALITY, (), texts)
