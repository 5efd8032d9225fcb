"""A list as a table of texts, whatever program wrote it: what the user sees before saying which column is what."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from isodesk.catalog import limits
from isodesk.catalog.found import Remark
from isodesk.errors import ContentError, InvalidInput
from isodesk.i18n import N_

WIDEST: Final = 64
"""Columns that are read; a list of requirements has ten."""
_TOP: Final = 20
"""Rows among which the heads of the columns are looked for, below a title or a logo."""
LONGEST: Final = limits.NODES + _TOP
"""Rows after which nobody needs to read on: they are too many, whichever of them is the head."""

HEADS: Final[Mapping[str, tuple[str, ...]]] = {
    "number": (
        *("№", "№ п/п", "№ пункта", "номер", "номер пункта", "пункт", "п/п", "код", "шифр", "обозначение", "ид"),
        *(
            "no",
            "no.",
            "nr",
            "#",
            "number",
            "clause",
            "clause number",
            "ref",
            "ref id",
            "reference",
            "id",
            "code",
            "index",
        ),
    ),
    "parent": (
        *("родитель", "родительский пункт", "раздел", "глава", "группа", "категория", "домен", "входит в"),
        *("parent", "parent id", "section", "chapter", "group", "category", "domain", "family"),
    ),
    "question": (
        *("вопрос", "вопросы", "что проверить", "проверка", "контрольный вопрос", "вопрос аудитора"),
        *("question", "questions", "check", "audit question", "checklist", "what to check"),
    ),
    "title": (
        *("название", "наименование", "заголовок", "название пункта", "тема", "требование", "мера", "критерий"),
        *("title", "name", "heading", "clause title", "subject", "control", "requirement", "measure", "criterion"),
    ),
    "description": (
        *(
            "описание",
            "содержание",
            "текст",
            "пояснение",
            "комментарий",
            "текст требования",
            "требования",
            "примечание",
        ),
        *("description", "text", "details", "content", "explanation", "guidance", "requirements", "note", "comment"),
    ),
}
"""What columns are usually called, the surest words first."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column holds what; None where the list has no such thing."""

    number: int | None = None
    title: int | None = None
    question: int | None = None
    description: int | None = None
    parent: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row with something in it; `number` is the one that the program which wrote the list shows."""

    number: int
    cells: tuple[str, ...]

    def cell(self, column: int | None) -> str:
        """The text in a column, empty where there is none."""
        return self.cells[column] if column is not None and column < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of a list as they were found, and those that were no texts: (row, column) of dates and of fractions."""

    rows: tuple[Row, ...]
    dates: frozenset[tuple[int, int]] = frozenset()
    fractions: frozenset[tuple[int, int]] = frozenset()
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True)
class Sheet:
    """A list with the heads of its columns set apart."""

    file: str
    name: str
    """Of the sheet in a workbook, otherwise empty."""
    names: tuple[str, ...]
    """All sheets of the workbook that hold cells."""
    heads: tuple[str, ...]
    """One for each column, empty where it has none."""
    rows: tuple[Row, ...] = field(repr=False)
    dates: frozenset[tuple[int, int]] = field(default=frozenset(), repr=False)
    fractions: frozenset[tuple[int, int]] = field(default=frozenset(), repr=False)
    remarks: tuple[Remark, ...] = ()

    def labels(self) -> tuple[str, ...]:
        """What to call each column: its letter, and its head where it has one."""
        return tuple(f"{letter(place)}: {head}" if head else letter(place) for place, head in enumerate(self.heads))


def letter(column: int) -> str:
    """A to Z, then AA and so on, as spreadsheets name their columns."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def emptiness(row: int) -> Remark:
    """That a list was read to a row only, because so many empty ones follow."""
    words = N_("What stands below row {row} was not read: {count} empty rows follow.")
    return Remark(words, {"row": row, "count": limits.EMPTY})


def sheet_of(grid: Grid, file: str, name: str = "", names: tuple[str, ...] = ()) -> Sheet:
    """The list of a grid. Raises ContentError where there are no rows, or too many."""
    head = _head(grid.rows)
    rows = grid.rows if head is None else grid.rows[head + 1 :]
    if len(rows) > limits.NODES:
        raise ContentError(
            N_("{file} has more than {limit} rows."),
            N_("Divide the list, or leave only the requirements in it."),
            file=file,
            limit=limits.NODES,
            line=limits.NODES + 1,
            key="",
        )
    if not rows:
        raise no_rows(file)
    width = max(len(row.cells) for row in grid.rows)
    named = grid.rows[head].cells if head is not None else ()
    heads = tuple(" ".join(named[place].split()) if place < len(named) else "" for place in range(width))
    return Sheet(file, name, names, heads, rows, grid.dates, grid.fractions, grid.remarks)


def no_rows(file: str) -> ContentError:
    """An error over a list in which nothing is said."""
    return ContentError(
        N_("{file} has no rows with requirements."),
        N_("Look whether it is the right file, the right sheet and the right columns."),
        file=file,
        line=1,
        key="",
    )


def _head(rows: Sequence[Row]) -> int | None:
    """The place of the row that names the columns; None where the first row is a requirement already."""
    known = [sum(_meaning(cell) is not None for cell in row.cells) for row in rows[:_TOP]]
    best = max(range(len(known)), key=lambda place: known[place], default=None)
    if best is not None and (known[best] > 1 or (known[best] == 1 and best == 0)):
        return best
    first = rows[0].cells if rows else ()
    speaks = len([cell for cell in first if cell]) > 1 and not any(
        re.match(r"\s*(?:[A-Za-zА-Яа-я]\.)?\d", cell) for cell in first
    )
    return 0 if speaks and len(rows) > 1 else None


def _word(text: str) -> str:
    return " ".join(re.sub(r"[_:;()\[\]*]", " ", text.casefold()).split())


def _meaning(text: str) -> str | None:
    """What a column of this head holds."""
    word = _word(text)
    return next((name for name, words in HEADS.items() if word and word in words), None)


def propose(sheet: Sheet) -> Columns:
    """A guess at the columns: by their heads, and by their cells where these say nothing."""
    found: dict[str, int] = {}
    words = [_word(head) for head in sheet.heads]
    for name, known in HEADS.items():
        exact = sorted((known.index(word), place) for place, word in enumerate(words) if word in known)
        loose = [
            place
            for place, word in enumerate(words)
            if any(word.startswith(f"{each} ") for each in known if len(each) > 3)
        ]
        chosen = [place for _rank, place in exact] + loose
        free = [place for place in chosen if place not in found.values()]
        if free:
            found[name] = free[0]
    return _with_texts(Columns(**found), sheet, set(found.values()))


def _with_texts(columns: Columns, sheet: Sheet, used: set[int]) -> Columns:
    """Where no column with words is known, the first that has some; a column of numbers before it counts as such."""
    if not {columns.title, columns.question, columns.description} <= {None}:
        return columns
    sample = sheet.rows[:200]
    number = columns.number
    for place in range(len(sheet.heads)):
        cells = [row.cell(place) for row in sample if row.cell(place)]
        numeric = sum(bool(re.fullmatch(r"\W*(?:[A-Za-zА-Яа-я]{1,3}[.-]?)?\d[\w.,-]*\W*", cell)) for cell in cells)
        if place in used or not cells:
            continue
        if number is None and numeric * 2 > len(cells):
            number = place
        elif numeric * 2 <= len(cells):
            return Columns(number=number, title=place, parent=columns.parent)
    return columns


def columns_from(text: str, sheet: Sheet) -> Columns:
    """Columns as they are typed: `number=A, title=Name of the control`, by letter or by head. Raises InvalidInput."""
    found: dict[str, int] = {}
    for part in filter(str.strip, text.split(",")):
        name, _sign, wanted = (piece.strip() for piece in part.partition("="))
        if name not in HEADS:
            raise InvalidInput(
                "columns",
                N_("“{name}” is nothing that a column can hold."),
                N_("Write for instance number=A,title=B; known are {known}."),
                name=name[:40],
                known=", ".join(HEADS),
            )
        found[name] = _column(wanted, sheet)
    return Columns(**found)


def _column(wanted: str, sheet: Sheet) -> int:
    heads = [_word(head) for head in sheet.heads]
    if _word(wanted) and _word(wanted) in heads:
        return heads.index(_word(wanted))
    letters = [letter(place) for place in range(len(sheet.heads))]
    if wanted.upper() in letters:
        return letters.index(wanted.upper())
    raise InvalidInput(
        "columns",
        N_("The list has no column “{wanted}”."),
        N_("Its columns: {known}."),
        wanted=wanted[:40],
        known="; ".join(sheet.labels()),
    )
