"""Tables and audit checklists laid out on the grid."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from isodesk.reports.blocks import Checklist, ChecklistRow, Column, Row, Table
from isodesk.reports.pdf.fonts import CELL, CELL_BOLD, CELL_TIGHT, HEAD, LOOK_FOR, Style
from isodesk.reports.pdf.grid import (
    GROUP,
    PAD,
    PAD_TOP,
    PLAIN,
    TOTAL,
    Cell,
    Grid,
    Mark,
    cell,
    head,
    head_cell,
    row,
    rows,
    widths,
)
from isodesk.reports.pdf.lines import longest_word, shorten, text_width, wrap
from isodesk.reports.pdf.pen import Pen, Stroke
from isodesk.reports.pdf.pieces import MM, Piece, Room, gap, pieces_of

TICK_BOX: Final = 5 * MM
TURNED_MAX: Final = 48 * MM
LETTER: Final = 7 * MM
_LETTER_STYLE: Final = Style("sans", 10, 12)
_NUMBER_WORST: Final = "0000"


def columns_of(columns: Sequence[Column], total: float) -> tuple[float, ...]:
    """Widths in points of a table's columns."""
    shares = []
    for column in columns:
        least = HEAD.leading + 2 * PAD if column.turned else longest_word(column.title, HEAD) + 2 * PAD + 1
        if column.kind == "letters":
            least = max(least, len(column.letters) * LETTER)
        shares.append((column.mm * MM, column.weight, min(least, total / 3)))
    return widths(shares, total)


def title_cell(column: Column, width: float) -> Cell:
    """The head of a column, written upwards where the column asks for it."""
    if not column.turned:
        return replace(head_cell(column.title, width, "center" if column.kind != "text" else column.align), middle=True)
    line = shorten(column.title, HEAD, TURNED_MAX)

    def mark(pen: Pen, area: Stroke) -> None:
        x, top, wide, high = area
        pen.turned(line, HEAD, x + (wide - HEAD.leading) / 2, top + high - PAD)

    return Cell(mark=mark, least=text_width(line, HEAD) + 2 * PAD)


def letters_mark(letters: Sequence[str], chosen: str) -> Mark:
    """All letters side by side, the chosen one in a ring as a pen would draw it."""

    def mark(pen: Pen, area: Stroke) -> None:
        x, top, width, height = area
        each = width / max(len(letters), 1)
        high = top + height / 2 - _LETTER_STYLE.leading / 2
        for index, letter in enumerate(letters):
            pen.aligned((letter,), _LETTER_STYLE, (x + index * each, high, each), "center")
            if letter == chosen:
                pen.circle(x + (index + 0.5) * each, top + height / 2, min(each / 2 - 0.5, 2.6 * MM))

    return mark


def tick_mark(ticked: bool) -> Mark:
    """A box of 5 mm, ticked or to be ticked."""

    def mark(pen: Pen, area: Stroke) -> None:
        x, top, width, height = area
        tick_box(pen, x + (width - TICK_BOX) / 2, top + (height - TICK_BOX) / 2, ticked)

    return mark


def tick_box(pen: Pen, x: float, top: float, ticked: bool, size: float = TICK_BOX) -> None:
    """One box as vectors: the fonts have none."""
    pen.box(x, top, size, size)
    if ticked:
        low = (x + size * 0.42, top + size * 0.78)
        pen.rules(((x + size * 0.2, top + size * 0.52, *low), (*low, x + size * 0.84, top + size * 0.2)), 1.4)


@pieces_of.register
def _table(block: Table, room: Room) -> list[Piece]:
    if not block.columns:
        return []
    grid = Grid(columns_of(block.columns, room.width))
    titles = [title_cell(column, width) for column, width in zip(block.columns, grid.widths, strict=True)]
    top = head(grid, titles)
    pieces = []
    for item in block.rows:
        pieces += _row(item, block, grid, room.height - top.height)
    if not pieces:
        return [top, gap()]
    return [*(replace(piece, repeat=top) for piece in pieces), gap()]


def _row(item: Row, block: Table, grid: Grid, room: float) -> list[Piece]:
    if item.style == "group":
        label = item.cells[0] if item.cells else ""
        return [replace(row(grid, [cell(label, grid.width, CELL_BOLD, limit=6)], GROUP), keep=True)]
    style = CELL_BOLD if item.style == "total" else CELL
    cells = []
    for index, (column, width) in enumerate(zip(block.columns, grid.widths, strict=True)):
        text = item.cells[index] if index < len(item.cells) else ""
        cells.append(cell(text, width, style, column.align) if style is CELL_BOLD else _cell(column, text, width))
        if index in item.marks:
            cells[-1].mark = _hatched(cells[-1])
    return rows(grid, cells, room, TOTAL if item.style == "total" else PLAIN, block.min_row_mm * MM)


def _cell(column: Column, text: str, width: float) -> Cell:
    if column.kind == "letters":
        return Cell(mark=letters_mark(column.letters, text), least=7 * MM)
    if column.kind == "tick":
        return Cell(mark=tick_mark(bool(text)), least=TICK_BOX + 2 * MM)
    return cell(text, width, CELL, column.align)


def _hatched(item: Cell) -> Mark:
    """Hatches the cell's right edge: a warning that survives a copier and leaves the text free."""
    beneath = item.mark

    def mark(pen: Pen, area: Stroke) -> None:
        x, top, width, height = area
        pen.hatch((x + width - PAD * 0.9, top, PAD * 0.9, height), "slash")
        if beneath:
            beneath(pen, area)

    return mark


@pieces_of.register
def _checklist(block: Checklist, room: Room) -> list[Piece]:
    grid = Grid(_checklist_widths(block, room))
    words = room.words
    titles = (words("No."), words("Clause"), words("Question"), "", words("Evidence (document, No., date, person)"),
              words("Photo, NC No."))  # fmt: skip
    cells = [replace(head_cell(title, width), middle=True) for title, width in zip(titles, grid.widths, strict=True)]
    cells[3].mark = letters_mark(block.letters, "")
    top = head(grid, cells)
    make = _row_maker(block, grid, room)
    pieces: list[Piece] = []
    for part in block.parts:
        if part.title:
            look = replace(GROUP, bookmark=part.title)
            pieces.append(replace(row(grid, [cell(part.title, grid.width, CELL_BOLD, limit=6)], look), keep=True))
        for item in part.rows:
            pieces += rows(grid, make(item), room.height - top.height, PLAIN, block.row_mm * MM)
    return [*(replace(piece, repeat=top) for piece in pieces), gap()]


def _checklist_widths(block: Checklist, room: Room) -> tuple[float, ...]:
    """Evidence gets at least 40 % of the width, whatever the paper's orientation."""
    wide = room.width > 200 * MM
    number = max(longest_word(item.number, CELL) for part in block.parts for item in part.rows) if _any(block) else 0.0
    first = min(max(number, text_width(_NUMBER_WORST, CELL)) + 2 * PAD, 20 * MM)
    clause = (18 if wide else 14) * MM
    letters = max(len(block.letters), 1) * (LETTER if wide else 5.6 * MM)
    reference = (18 if wide else 13) * MM
    evidence = room.width * 0.4
    question = room.width - first - clause - letters - reference - evidence
    return first, clause, question, letters, evidence, reference


def _any(block: Checklist) -> bool:
    return any(part.rows for part in block.parts)


def _row_maker(block: Checklist, grid: Grid, room: Room) -> Callable[[ChecklistRow], list[Cell]]:
    first, clause, question, _, evidence, reference = grid.widths
    look_for = room.words("look for: {what}")
    marks = {letter: letters_mark(block.letters, letter) for letter in ("", *block.letters)}

    def make(item: ChecklistRow) -> list[Cell]:
        asked = cell(item.question, question)
        if item.look_for:
            hint = wrap(look_for.format(what=item.look_for), LOOK_FOR, question - 2 * PAD)
            asked.lines += [(LOOK_FOR, line) for line in hint]
        found = cell(item.evidence, evidence)
        if found.height > max(block.row_mm * MM, asked.height):
            found = cell(item.evidence, evidence, CELL_TIGHT)
        return [
            cell(item.number, first),
            cell(item.clause, clause),
            asked,
            Cell(mark=marks.get(item.mark, marks[""]), least=LETTER + PAD_TOP),
            found,
            cell(item.reference, reference),
        ]

    return make
