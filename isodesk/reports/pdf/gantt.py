"""Tasks and their bars on one row: weeks for a plan of up to fourteen months, months by half-years for a longer one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from isodesk.domain.charts import GanttBar
from isodesk.i18n import Speech
from isodesk.reports.blocks import GanttRow, GanttTable
from isodesk.reports.pdf.fonts import CAPTION, CELL, CELL_BOLD
from isodesk.reports.pdf.grid import PAD, Cell, Grid, Look, Mark, cell, head, row
from isodesk.reports.pdf.lines import text_width
from isodesk.reports.pdf.pen import Pen, Stroke
from isodesk.reports.pdf.pieces import MM, Piece, Room, gap, pieces_of
from isodesk.reports.pdf.tables import columns_of, title_cell

LONGEST_BY_WEEK: Final = 14
_SHARES: Final = ((1, 0.3), (4, 0.42), (5, 0.5), (99, 0.6))
"""Up to so many columns, the table takes this part of the width."""
_BAR: Final = 3.6 * MM
_LEAST_MONTH: Final = 10 * MM
_TIER: Final = 4.4 * MM


@dataclass(frozen=True, slots=True)
class Axis:
    """The stretch of time that one strip of paper shows; `end` is not included."""

    start: date
    end: date
    weekly: bool

    def at(self, day: date, width: float) -> float:
        """Distance of the beginning of `day` from the left end, never outside."""
        part = (day - self.start).days / max((self.end - self.start).days, 1)
        return min(max(part, 0.0), 1.0) * width

    def shows(self, bar: GanttBar) -> bool:
        """Whether any day of the bar lies on this strip."""
        return bar.start < self.end and bar.due >= self.start

    def months(self) -> list[date]:
        """First days of months; the first may lie before the axis."""
        months = [self.start.replace(day=1)]
        while (following := next_month(months[-1])) < self.end:
            months.append(following)
        return months

    def weeks(self) -> list[date]:
        """Mondays on the axis."""
        first = self.start + timedelta(days=-self.start.weekday() % 7)
        return [first + timedelta(weeks=index) for index in range((self.end - first).days // 7 + 1)]


def next_month(day: date) -> date:
    """The first day of the month after."""
    if day.year == date.max.year and day.month == 12:
        return date.max
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def axes(bars: Sequence[GanttBar], width: float) -> list[Axis]:
    """One strip by weeks, or several by months that begin with a half-year."""
    first = min(bar.start for bar in bars)
    last = max(max(bar.due, bar.start) for bar in bars)
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if months <= LONGEST_BY_WEEK:
        return [Axis(first.replace(day=1), next_month(last), weekly=True)]
    halves = max(1, int(width / _LEAST_MONTH) // 6)
    strips = []
    start = date(first.year, 1 if first.month <= 6 else 7, 1)
    while start <= last and start < date.max:
        end = start
        for _ in range(6 * halves):
            end = next_month(end)
        strips.append(Axis(start, end, weekly=False))
        start = end
    return strips


@pieces_of.register
def _gantt_table(block: GanttTable, room: Room) -> list[Piece]:
    bars = [item.bar for item in block.rows if item.bar]
    share = next(part for most, part in _SHARES if len(block.columns) <= most)
    left = columns_of(block.columns, room.width * share)
    width = room.width - sum(left)
    grid = Grid((*left, width))
    pieces: list[Piece] = []
    for axis in axes(bars, width) if bars else [None]:
        rows = [item for item in block.rows if not axis or not item.bar or axis.shows(item.bar)]
        top = _head(block, grid, axis, room.words)
        strip = [replace(_row(item, block, grid, axis), repeat=top) for item in rows]
        pieces += [*(strip or [top]), gap(2 * MM)]
    return [*pieces, *_legend(room, baseline=any(bar.baseline for bar in bars)), gap(1 * MM)]


def _head(block: GanttTable, grid: Grid, axis: Axis | None, words: Speech) -> Piece:
    cells = [title_cell(column, width) for column, width in zip(block.columns, grid.widths, strict=False)]
    return head(grid, [*cells, Cell(mark=_axis_mark(axis, words), least=2 * _TIER) if axis else Cell()])


def _axis_mark(axis: Axis, words: Speech) -> Mark:
    def mark(pen: Pen, area: Stroke) -> None:
        x, top, width, height = area
        months = axis.months()
        edges = [axis.at(month, width) for month in months] + [width]
        low = top + height - (_TIER if axis.weekly else 0.0)
        pen.rules([(x + edge, top, x + edge, low) for edge in edges[1:-1]])
        names = _month_names(months, width / len(months) * 0.9, words)
        line = top + (low - top - CAPTION.leading) / 2
        for name, start, end in zip(names, edges, edges[1:], strict=False):
            pen.aligned((name,), CAPTION, (x + start, line, end - start), "center")
        if axis.weekly:
            _weeks(pen, axis, area)

    return mark


def _month_names(months: Sequence[date], width: float, words: Speech) -> list[str]:
    """Names in the fullest form that fits for all: in words, as figures, or the number alone."""
    forms = ([words.month(month) for month in months], [f"{month:%m.%y}" for month in months])
    for names in forms:
        if max(text_width(name, CAPTION) for name in names) + 2 <= width:
            return names
    return [str(month.month) for month in months]


def _weeks(pen: Pen, axis: Axis, area: Stroke) -> None:
    x, top, width, height = area
    middle, bottom = top + height - _TIER, top + height
    pen.rules(((x, middle, x + width, middle),), 0.25)
    weeks = axis.weeks()
    each = width * 7 / (axis.end - axis.start).days
    pen.rules([(x + axis.at(week, width), middle, x + axis.at(week, width), bottom) for week in weeks], 0.25)
    if each < text_width("00", CAPTION) + 1:
        return
    for week in weeks:
        left = axis.at(week, width)
        if left + each <= width + 0.1:
            pen.aligned((f"{week.day}",), CAPTION, (x + left, middle + 0.6 * MM, each), "center")


def _row(item: GanttRow, block: GanttTable, grid: Grid, axis: Axis | None) -> Piece:
    group = bool(item.bar and item.bar.group)
    style = CELL_BOLD if group else CELL
    cells = []
    for index, (column, width) in enumerate(zip(block.columns, grid.widths, strict=False)):
        text = item.cells[index] if index < len(item.cells) else ""
        cells.append(cell(text, width, style, column.align, limit=8))
    bar = Cell(mark=_bar_mark(item.bar, axis, block.today), least=_BAR + 3 * MM) if axis else Cell()
    return row(grid, [*cells, bar], Look(top_rule=group, tint=group))


def _bar_mark(bar: GanttBar | None, axis: Axis, today: date | None) -> Mark:
    def mark(pen: Pen, area: Stroke) -> None:
        x, top, width, height = area
        edges = [x + axis.at(month, width) for month in axis.months()[1:]]
        pen.rules([(edge, top, edge, top + height) for edge in edges], 0.25, grey=0.4)
        if bar and axis.shows(bar):
            _draw_bar(pen, bar, axis, area)
        if bar and bar.baseline:
            _draw_baseline(pen, bar.baseline, axis, area)
        if today and axis.start <= today < axis.end:
            at = x + axis.at(today, width)
            pen.dashed((at, top, at, top + height))

    return mark


def _draw_bar(pen: Pen, bar: GanttBar, axis: Axis, area: Stroke) -> None:
    x, top, width, height = area
    left = x + axis.at(bar.start, width)
    right = max(x + axis.at(bar.due + timedelta(days=1) if bar.due < date.max else bar.due, width), left + 1.5)
    right = min(right, x + width)
    middle = top + height / 2
    if bar.milestone:
        left = right = min(max(x + axis.at(bar.due, width), x + 4), x + width - 4)
        pen.polygon(((left - 4, middle), (left, middle - 4), (left + 4, middle), (left, middle + 4)))
        left, right = left - 4, right + 4
    elif bar.group:
        _bracket(pen, left, right, middle)
    else:
        upper = middle - _BAR / 2
        done = (right - left) * min(max(bar.done, 0.0), 1.0)
        pen.hatch((left + done, upper, right - left - done, _BAR), "slash")
        pen.hatch((left, upper, done, _BAR), "solid")
        pen.box(left, upper, right - left, _BAR, 1.4 if bar.critical else 0.5)
    if bar.critical:
        at = right + 1.5 if right + 6 <= x + width else left - 5
        pen.lines(("!",), CELL_BOLD, max(at, x + 1), middle - CELL_BOLD.leading / 2)


def _draw_baseline(pen: Pen, days: tuple[date, date], axis: Axis, area: Stroke) -> None:
    """A thin line below the bar, with a foot at each end that lies on this strip."""
    x, top, width, height = area
    first, last = days
    if first >= axis.end or last < axis.start:
        return
    left = x + axis.at(first, width)
    right = max(x + axis.at(last + timedelta(days=1) if last < date.max else last, width), left + 1.5)
    line = top + height / 2 + _BAR / 2 + 0.8 * MM
    feet = [left] * (first >= axis.start) + [min(right, x + width)] * (last < axis.end)
    pen.rules([(left, line, min(right, x + width), line), *((at, line - 1.4, at, line + 0.35) for at in feet)], 0.7)


def _bracket(pen: Pen, left: float, right: float, middle: float) -> None:
    pen.rules(((left, middle, right, middle),), 2.4)
    for at, inward in ((left, 3.0), (right, -3.0)):
        pen.polygon(((at, middle - 1.2), (at + inward, middle - 1.2), (at, middle + 4.5)))


def _legend(room: Room, *, baseline: bool) -> list[Piece]:
    words = room.words
    lines = [words("Dark: done; hatched: planned; ! on the critical path; diamond: milestone; dashed line: today.")]
    if baseline:
        lines.append(words("Thin line below a bar: the baseline."))
    return [Piece(CAPTION.leading * len(lines), lambda pen, x, top: _write(pen, lines, x + PAD, top))]


def _write(pen: Pen, lines: Sequence[str], x: float, top: float) -> None:
    pen.lines(lines, CAPTION, x, top)
