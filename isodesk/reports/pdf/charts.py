"""Readiness by section as hatched bars with their numbers beside them."""

from dataclasses import replace
from typing import Final

from isodesk.domain.charts import Gantt, Radar, RiskMatrix, SectionBar, SectionBars
from isodesk.i18n import N_
from isodesk.reports.blocks import Chart, Column, GanttRow, GanttTable
from isodesk.reports.pdf import radar
from isodesk.reports.pdf.fonts import CAPTION, CELL, CELL_BOLD
from isodesk.reports.pdf.grid import PAD, PAD_TOP, Cell, Grid, Look, cell, head_cell, row
from isodesk.reports.pdf.lines import wrap
from isodesk.reports.pdf.pen import HatchKind, Pen, Stroke
from isodesk.reports.pdf.pieces import MM, Piece, Room, gap, pieces_of

VERDICTS: Final[tuple[tuple[str, HatchKind], ...]] = (
    (N_("In place"), "solid"),
    (N_("Partly"), "slash"),
    (N_("Absent"), "cross"),
    (N_("Not assessed"), "none"),
    (N_("Not applicable"), "dots"),
)
_BAR: Final = 4.2 * MM
_SWATCH: Final = 3 * MM
_NUMBER: Final = 18.5 * MM


def counts(bar: SectionBar) -> tuple[int, ...]:
    """The numbers of a bar in the order of VERDICTS."""
    return bar.conforms, bar.partly, bar.absent, bar.unanswered, bar.not_applicable


@pieces_of.register
def _chart(block: Chart, room: Room) -> list[Piece]:
    title = wrap(block.caption, CELL_BOLD, room.width, limit=4)
    pieces: list[Piece] = []
    if title:
        height = len(title) * CELL_BOLD.leading + 1.5 * MM
        pieces.append(Piece(height, lambda pen, x, top: _write(pen, title, x, top), keep=True))
    if isinstance(block.value, SectionBars):
        return [*pieces, *_section_bars(block.value, room), gap()]
    if isinstance(block.value, RiskMatrix):
        return [*pieces, *pieces_of(block.value, room), gap()]
    if isinstance(block.value, Radar):
        return [*pieces, *radar.pieces(block.value, room)]
    return [*pieces, *pieces_of(as_table(block.value, room), room)]


def as_table(value: Gantt, room: Room) -> GanttTable:
    """A plan without columns of its own shows the names of its tasks."""
    columns = (Column(room.words("Task")),)
    return GanttTable(columns, tuple(GanttRow((bar.label,), bar) for bar in value.bars), value.today)


def _write(pen: Pen, lines: list[str], x: float, top: float) -> None:
    pen.lines(lines, CELL_BOLD, x, top)


def _section_bars(value: SectionBars, room: Room) -> list[Piece]:
    numbers = len(VERDICTS) * _NUMBER
    label = (room.width - numbers) * 0.55
    grid = Grid((label, room.width - numbers - label, *[_NUMBER] * len(VERDICTS)), rules="rows")
    heads = [
        head_cell("", label),
        head_cell("", grid.widths[1]),
        *(_legend(name, kind, room) for name, kind in VERDICTS),
    ]
    top = row(grid, heads, Look())
    pieces = [replace(_bar_row(bar, grid), repeat=top) for bar in value.bars]
    if pieces:
        pieces[0] = replace(pieces[0], keep=len(pieces) > 1)
    return pieces


def _legend(name: str, kind: HatchKind, room: Room) -> Cell:
    lines = wrap(room.words(name), CAPTION, _NUMBER - 2, limit=3)

    def mark(pen: Pen, area: Stroke) -> None:
        x, top, width, _ = area
        left = x + (width - 2 * _SWATCH) / 2
        swatch(pen, (left, top + PAD_TOP, 2 * _SWATCH, _SWATCH), kind)
        pen.aligned(lines, CAPTION, (x + 1, top + PAD_TOP + _SWATCH + 1, width - 2), "center")

    return Cell(mark=mark, least=_SWATCH + 2 * PAD_TOP + 1 + len(lines) * CAPTION.leading)


def swatch(pen: Pen, area: Stroke, kind: HatchKind) -> None:
    """A patterned rectangle with an outline, so that the empty pattern is a pattern too."""
    pen.hatch(area, kind)
    pen.box(*area)


def _bar_row(bar: SectionBar, grid: Grid) -> Piece:
    numbers = counts(bar)
    whole = sum(numbers)

    def mark(pen: Pen, area: Stroke) -> None:
        x, top, width, height = area
        left, room = x + PAD, width - 2 * PAD
        for number, (_, kind) in zip(numbers, VERDICTS, strict=True):
            wide = room * number / whole if whole else 0.0
            if wide:
                swatch(pen, (left, top + (height - _BAR) / 2, wide, _BAR), kind)
            left += wide

    label = replace(cell(bar.label, grid.widths[0], limit=4), middle=True)
    values = [replace(cell(str(number), _NUMBER, CELL, "center"), middle=True) for number in numbers]
    return row(grid, [label, Cell(mark=mark, least=_BAR + 2 * PAD_TOP), *values])
