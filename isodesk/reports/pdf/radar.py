"""A radar on paper: this round solid, the one before dashed, in black; its numbers stand in the table below it."""

from typing import Final

from isodesk.domain.charts import Radar, radar_points
from isodesk.reports.blocks import Column, Row, Table
from isodesk.reports.pdf.fonts import CAPTION, CELL_BOLD
from isodesk.reports.pdf.lines import wrap
from isodesk.reports.pdf.pen import Pen
from isodesk.reports.pdf.pieces import MM, Piece, Room, gap, pieces_of
from isodesk.reports.text import radar_heads, radar_values

_REACH: Final = 30 * MM
_EDGE: Final = 6 * MM
_SAMPLE: Final = 10 * MM

Point = tuple[float, float]


def pieces(value: Radar, room: Room) -> list[Piece]:
    """The picture with its key, where three axes make a shape, then the numbers."""
    found: list[Piece] = []
    if value.is_shape:
        side = 2 * (_REACH + _EDGE)
        found.append(
            Piece(side, lambda pen, x, top: _draw(pen, value, (x + room.width / 2, top + side / 2)), keep=True)
        )
        found.append(Piece(CAPTION.leading + 2, lambda pen, x, top: _key(pen, value, room, x, top), keep=True))
        found.append(gap())
    heads = radar_heads(value, room.words)
    columns = tuple(
        Column(title, mm=26, align="right") if place else Column(title) for place, title in enumerate(heads)
    )
    rows = tuple(Row(cells) for cells in radar_values(value, room.words))
    return [*found, *pieces_of(Table(columns, rows), room)]


def _around(middle: Point, values: list[float | None], most: float, reach: float = _REACH) -> list[Point]:
    return [(middle[0] + x * reach, middle[1] + y * reach) for x, y in radar_points(values, most)]


def _closed(points: list[Point]) -> list[tuple[float, float, float, float]]:
    return [(*start, *end) for start, end in zip(points, [*points[1:], *points[:1]], strict=True)]


def _draw(pen: Pen, value: Radar, middle: Point) -> None:
    rim: list[float | None] = [value.most] * len(value.spokes)
    for ring in range(1, value.rings + 1):
        level: list[float | None] = [value.most * ring / value.rings] * len(rim)
        pen.rules(_closed(_around(middle, level, value.most)), 0.3, grey=0.6)
    pen.rules([(*middle, *point) for point in _around(middle, rim, value.most)], 0.3, grey=0.6)
    if value.has_before:
        for stroke in _closed(_around(middle, [spoke.before for spoke in value.spokes], value.most)):
            pen.dashed(stroke, 1.0)
    pen.rules(_closed(_around(middle, [spoke.now for spoke in value.spokes], value.most)), 1.6)
    ends = _around(middle, rim, value.most, _REACH + _EDGE / 2)
    for spoke, (x, y) in zip(value.spokes, ends, strict=True):
        pen.aligned((spoke.label,), CELL_BOLD, (x - _EDGE, y - CELL_BOLD.leading / 2, 2 * _EDGE), "center")


def _key(pen: Pen, value: Radar, room: Room, x: float, top: float) -> None:
    """What the two lines are."""
    level = top + CAPTION.leading / 2
    left = x + room.width / 2 - (34 * MM if value.has_before else 14 * MM)
    pen.rules(((left, level, left + _SAMPLE, level),), 1.6)
    pen.lines(wrap(room.words("this assessment"), CAPTION, 40 * MM, limit=1), CAPTION, left + _SAMPLE + 3, top)
    if value.has_before:
        left += 40 * MM
        pen.dashed((left, level, left + _SAMPLE, level), 1.0)
        pen.lines(wrap(room.words("the one before"), CAPTION, 40 * MM, limit=1), CAPTION, left + _SAMPLE + 3, top)
