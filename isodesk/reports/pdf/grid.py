"""Rows of cells with rules: the engine under every table, checklist, chart and fact sheet."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from isodesk.reports.blocks import Align
from isodesk.reports.pdf.fonts import CELL, HEAD, Style
from isodesk.reports.pdf.lines import ELLIPSIS, wrap
from isodesk.reports.pdf.pen import HAIR, Pen, Stroke
from isodesk.reports.pdf.pieces import MM, Piece

PAD: Final = 1.3 * MM
PAD_TOP: Final = 0.9 * MM
HEAVY: Final = 1.1

Rules = Literal["all", "rows", "none"]
Mark = Callable[[Pen, Stroke], None]
"""Draws within the cell (x, top, width, height)."""


@dataclass(slots=True)
class Cell:
    """Styled lines, already wrapped, and what is drawn under or instead of them."""

    lines: list[tuple[Style, str]] = field(default_factory=list)
    align: Align = "left"
    mark: Mark | None = None
    least: float = 0.0
    middle: bool = False

    @property
    def height(self) -> float:
        """Height that the content asks for, padding included."""
        return max(self.least, sum(style.leading for style, _ in self.lines) + 2 * PAD_TOP)


@dataclass(frozen=True, slots=True)
class Grid:
    """Widths of columns and the way in which rows are ruled."""

    widths: tuple[float, ...]
    rules: Rules = "all"
    left: float = 0.0

    @property
    def width(self) -> float:
        """Width of the whole row."""
        return sum(self.widths)

    def edges(self) -> list[float]:
        """Left edges of the columns and the right edge of the last."""
        edges = [self.left]
        for width in self.widths:
            edges.append(edges[-1] + width)
        return edges


@dataclass(frozen=True, slots=True)
class Look:
    """What sets a row apart from its neighbours."""

    top_rule: bool = False
    bottom_rule: bool = True
    heavy: bool = False
    tint: bool = False
    span: bool = False
    """Only the first cell, over the whole width."""
    bookmark: str = ""


PLAIN: Final = Look()
GROUP: Final = Look(top_rule=True, tint=True, span=True)
TOTAL: Final = Look(top_rule=True, heavy=True)
TOP: Final = Look(top_rule=True, tint=True)


def cell(text: str, width: float, style: Style = CELL, align: Align = "left", limit: int = 0) -> Cell:
    """A cell of one style, wrapped to a column of `width`."""
    return Cell([(style, line) for line in wrap(text, style, width - 2 * PAD, limit)], align)


def row(grid: Grid, cells: Sequence[Cell], look: Look = PLAIN, least: float = 0.0) -> Piece:
    """One row as a piece; the height comes from its fullest cell."""
    height = max([least, *(item.height for item in cells)])
    edges = grid.edges()

    def draw(pen: Pen, x: float, top: float) -> None:
        if look.bookmark:
            pen.bookmark(look.bookmark, 1)
        if look.tint:
            pen.hatch((x + grid.left, top, grid.width, height), "tint")
        for index, item in enumerate(cells):
            width = grid.width if look.span else grid.widths[index]
            if item.lines or item.mark:
                _draw_cell(pen, item, (x + edges[index], top, width, height))
        _draw_rules(pen, grid, look, (x, top, height))

    return Piece(height, draw)


def rows(grid: Grid, cells: list[Cell], room: float, look: Look = PLAIN, least: float = 0.0) -> list[Piece]:
    """One row, or several with an ellipsis between them if it is taller than a page has room for."""
    pieces = []
    while max(item.height for item in cells) > room and any(len(item.lines) > 1 for item in cells):
        parts = [_cut(item, room) for item in cells]
        pieces.append(row(grid, [first for first, _ in parts], replace(look, bottom_rule=grid.rules != "none")))
        cells = [rest for _, rest in parts]
        if not cells[0].lines:
            cells[0] = Cell([(CELL, ELLIPSIS)], cells[0].align)
    pieces.append(row(grid, cells, look, min(least, room)))
    return pieces


def widths(shares: Sequence[tuple[float, float, float]], total: float) -> tuple[float, ...]:
    """Column widths from (fixed, weight, least): fixed ones stand, the others share what is left, none below its least."""
    fixed = sum(fixed for fixed, _, _ in shares)
    if fixed > total or all(fixed for fixed, _, _ in shares):
        return tuple(total * size / max(fixed, 1.0) for size, _, _ in shares)
    least = sum(need for size, _, need in shares if not size)
    squeeze = min(1.0, (total - fixed) / least) if least else 1.0
    result = [size or 0.0 for size, _, _ in shares]
    open_columns = {index for index, (size, _, _) in enumerate(shares) if not size}
    left = total - fixed
    while open_columns:
        weight = sum(shares[index][1] for index in open_columns)
        short = {i for i in open_columns if left * shares[i][1] / weight < shares[i][2] * squeeze - 0.01}
        if not short or short == open_columns:
            for index in open_columns:
                result[index] = left * shares[index][1] / weight
            break
        for index in short:
            result[index] = shares[index][2] * squeeze
            left -= result[index]
        open_columns -= short
    return tuple(result)


def head(grid: Grid, cells: list[Cell]) -> Piece:
    """The head of a table, to be repeated."""
    return row(grid, cells, TOP if grid.rules == "all" else Look(bottom_rule=True))


def head_cell(text: str, width: float, align: Align = "left") -> Cell:
    """The head of a column; a head of more than six lines is cut."""
    return cell(text, width, HEAD, align, limit=6)


def _cut(item: Cell, room: float) -> tuple[Cell, Cell]:
    if item.height <= room:
        return item, Cell(align=item.align)
    budget = room - 2 * PAD_TOP - CELL.leading
    count = 0
    while count < len(item.lines) - 1 and budget >= item.lines[count][0].leading:
        budget -= item.lines[count][0].leading
        count += 1
    count = max(count, 1)
    first = replace(item, lines=[*item.lines[:count], (item.lines[count - 1][0], ELLIPSIS)])
    return first, Cell(item.lines[count:], item.align)


def _draw_cell(pen: Pen, item: Cell, area: Stroke) -> None:
    x, top, width, height = area
    if item.mark:
        item.mark(pen, area)
    if not item.lines:
        return
    at = top + ((height - item.height) / 2 if item.middle else 0.0) + PAD_TOP
    run: list[str] = []
    style = item.lines[0][0]
    for next_style, line in item.lines:
        if next_style is not style:
            at += pen.aligned(run, style, (x + PAD, at, width - 2 * PAD), item.align)
            run, style = [], next_style
        run.append(line)
    pen.aligned(run, style, (x + PAD, at, width - 2 * PAD), item.align)


def _draw_rules(pen: Pen, grid: Grid, look: Look, place: tuple[float, float, float]) -> None:
    if grid.rules == "none":
        return
    x, top, height = place
    edges = grid.edges()
    left, right, bottom = x + edges[0], x + edges[-1], top + height
    if look.top_rule:
        pen.rules(((left, top, right, top),), HEAVY if look.heavy else HAIR)
    strokes = [(left, bottom, right, bottom)] if look.bottom_rule else []
    if grid.rules == "all":
        upright = (edges[0], edges[-1]) if look.span else edges
        strokes += [(x + edge, top, x + edge, bottom) for edge in upright]
    pen.rules(strokes)
