"""The risk matrix on paper: letters and hatching carry the level, because colour dies in a copier."""

from typing import Final

from isodesk.domain.charts import MatrixCell, RiskMatrix
from isodesk.i18n import N_
from isodesk.reports.pdf.fonts import CAPTION, CELL, CELL_BOLD
from isodesk.reports.pdf.grid import PAD, PAD_TOP, Cell, Grid, Look, cell, row
from isodesk.reports.pdf.lines import shorten, text_width, wrap
from isodesk.reports.pdf.pen import HatchKind, Pen, Stroke
from isodesk.reports.pdf.pieces import MM, Piece, Room, kept, pieces_of

HATCHES: Final[dict[bool, tuple[HatchKind, HatchKind, HatchKind]]] = {
    False: ("none", "dots", "slash"),
    True: ("none", "dots", "tint"),
}
"""Patterns of the three levels: of risks, and of opportunities."""
_WORDS: Final = 46 * MM
_FIELD: Final = 34 * MM
_LEAST: Final = 11.5 * MM
_PATCH: Final = 1.0 * MM


@pieces_of.register
def _matrix(value: RiskMatrix, room: Room) -> list[Piece]:
    field = min(_FIELD, (room.width - _WORDS) / value.size)
    grid = Grid((_WORDS, *[field] * value.size))
    pieces = [_row_of(value, step, grid) for step in range(value.size, 0, -1)]
    foot = [cell(room.words(_AXES), _WORDS, CAPTION)]
    foot += [cell(f"{step}  {_short(word)}", field, CAPTION, "center") for step, word in enumerate(value.impacts, 1)]
    return kept([*pieces, row(grid, foot, Look(bottom_rule=True))], room.height)


_AXES: Final = N_("Upwards: likelihood. To the right: impact.")


def _row_of(value: RiskMatrix, step: int, grid: Grid) -> Piece:
    width = grid.widths[1]
    label = cell(f"{step}  {_short(value.likelihoods[step - 1])}", _WORDS, CELL)
    label.middle = True
    cells = [_field(value.cell(step, impact), width, HATCHES[value.is_good]) for impact in range(1, value.size + 1)]
    return row(grid, [label, *cells], Look(top_rule=step == value.size), _LEAST)


def _field(item: MatrixCell, width: float, hatches: tuple[HatchKind, HatchKind, HatchKind]) -> Cell:
    inside = width - 2 * PAD
    head = shorten(f"{item.letter} {item.score}", CAPTION, inside)
    entries = wrap(", ".join(item.entries), CELL_BOLD, inside, limit=4)

    def mark(pen: Pen, area: Stroke) -> None:
        x, top, wide, height = area
        pen.hatch(area, hatches[item.level])
        pen.clear((x + PAD - _PATCH / 2, top + PAD_TOP, text_width(head, CAPTION) + _PATCH, CAPTION.leading))
        pen.lines([head], CAPTION, x + PAD, top + PAD_TOP)
        if entries:
            free = height - CAPTION.leading - PAD_TOP
            at = top + CAPTION.leading + PAD_TOP + max(0.0, (free - len(entries) * CELL_BOLD.leading) / 2)
            widest = max(text_width(line, CELL_BOLD) for line in entries)
            pen.clear((x + (wide - widest) / 2 - _PATCH, at, widest + 2 * _PATCH, len(entries) * CELL_BOLD.leading))
            pen.aligned(entries, CELL_BOLD, (x + PAD, at, inside), "center")

    return Cell(mark=mark, least=CAPTION.leading + len(entries) * CELL_BOLD.leading + 3 * PAD_TOP)


def _short(step: str) -> str:
    return step.partition(":")[0]
