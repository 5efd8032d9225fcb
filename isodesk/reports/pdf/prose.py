"""Layout of what one reads: headings, paragraphs, lists, facts, figures, and the space between them."""

from dataclasses import replace
from typing import Final

from isodesk.reports.blocks import (
    Bullets,
    Facts,
    Figures,
    Heading,
    KeepTogether,
    PageBreak,
    Paragraph,
    ParagraphStyle,
    Spacer,
)
from isodesk.reports.pdf.fonts import (
    BODY,
    CAPTION,
    FIGURE,
    HEADINGS,
    LABEL,
    LEAD,
    NOTE,
    SMALL,
    TITLE,
    VALUE,
    Style,
)
from isodesk.reports.pdf.grid import Cell, Grid, Look, cell, rows
from isodesk.reports.pdf.lines import text_width, wrap
from isodesk.reports.pdf.pen import HAIR, Pen
from isodesk.reports.pdf.pieces import MM, Draw, Piece, Room, gap, kept, pieces_of, stacked

STYLES: Final[dict[ParagraphStyle, Style]] = {"body": BODY, "lead": LEAD, "small": SMALL, "note": NOTE}
FIGURES_IN_ROW: Final = 5
WRITING_ROW: Final = 8 * MM
_NOTE_INDENT: Final = 4 * MM
_BULLET_INDENT: Final = 5 * MM
_FACTS_SPACE: Final = 4 * MM


@pieces_of.register
def _heading(block: Heading, room: Room) -> list[Piece]:
    if block.level <= 0:
        return _title(block, room)
    level = min(block.level, len(HEADINGS))
    style = HEADINGS[level - 1]
    lines = wrap(block.text, style, room.width, limit=8)

    def draw(pen: Pen, x: float, top: float) -> None:
        pen.bookmark(block.text, level)
        pen.lines(lines, style, x, top)

    return [gap((4 - level) * MM), Piece(len(lines) * style.leading + 1.6 * MM, draw, keep=True)]


def _title(block: Heading, room: Room) -> list[Piece]:
    lines = wrap(block.text, TITLE, room.width, limit=8)

    def draw(pen: Pen, x: float, top: float) -> None:
        pen.bookmark(block.text, 1)
        pen.aligned(lines, TITLE, (x, top, room.width), "center")

    return [gap(5 * MM), Piece(len(lines) * TITLE.leading + 5 * MM, draw, keep=True)]


@pieces_of.register
def _paragraph(block: Paragraph, room: Room) -> list[Piece]:
    style = STYLES[block.style]
    if block.style != "note":
        return [*line_pieces(block.text, style, 0.0, room.width), gap(2 * MM)]
    pieces = line_pieces(block.text, style, _NOTE_INDENT, room.width - _NOTE_INDENT)
    return [*(replace(piece, draw=_barred(piece)) for piece in pieces), gap(2 * MM)]


def line_pieces(text: str, style: Style, indent: float, width: float) -> list[Piece]:
    """A paragraph line by line; neither its first nor its last line stands alone on a page."""
    lines = wrap(text, style, width)
    ends = {0, len(lines) - 2} if len(lines) > 1 else set()
    return [Piece(style.leading, _line(line, style, indent), keep=index in ends) for index, line in enumerate(lines)]


def _line(line: str, style: Style, indent: float) -> Draw:
    def draw(pen: Pen, x: float, top: float) -> None:
        pen.lines((line,), style, x + indent, top)

    return draw


def _barred(piece: Piece) -> Draw:
    def draw(pen: Pen, x: float, top: float) -> None:
        pen.rules(((x + 1, top, x + 1, top + piece.height),), 1.5, grey=0.3)
        if piece.draw:
            piece.draw(pen, x, top)

    return draw


@pieces_of.register
def _bullets(block: Bullets, room: Room) -> list[Piece]:
    sign = "–" if room.words.language == "ru" else "•"
    pieces: list[Piece] = []
    for item in block.items:
        lines = line_pieces(item, BODY, _BULLET_INDENT, room.width - _BULLET_INDENT)
        if lines:
            lines[0] = replace(lines[0], draw=_signed(lines[0], sign))
        pieces += [*lines, gap(0.8 * MM)]
    return [*pieces, gap(1.2 * MM)]


def _signed(piece: Piece, sign: str) -> Draw:
    def draw(pen: Pen, x: float, top: float) -> None:
        pen.lines((sign,), BODY, x + 1 * MM, top)
        if piece.draw:
            piece.draw(pen, x, top)

    return draw


@pieces_of.register
def _facts(block: Facts, room: Room) -> list[Piece]:
    half = (room.width - (block.columns - 1) * _FACTS_SPACE) / block.columns
    label = min(max((text_width(name, LABEL) for name, _ in block.rows), default=0.0) + 4 * MM, half * 0.42)
    value = half - label
    widths = (label, value) if block.columns == 1 else (label, value, _FACTS_SPACE, label, value)
    grid = Grid(widths, rules="none")
    pieces: list[Piece] = []
    for start in range(0, len(block.rows), block.columns):
        pairs = block.rows[start : start + block.columns]
        cells: list[Cell] = []
        for name, text in pairs:
            cells += [Cell()] if cells else []
            cells += [cell(name, label, LABEL), cell(text, value, VALUE)]
        for item in cells:
            item.middle = block.ruled
        starts = [label + index * (half + _FACTS_SPACE) for index in range(len(pairs))]
        for piece in rows(grid, cells, room.height, Look(), WRITING_ROW if block.ruled else 0.0):
            pieces.append(_underlined(piece, starts, value, block.ruled))
    return [*kept_pairs(pieces), gap()]


def _underlined(piece: Piece, starts: list[float], width: float, ruled: bool) -> Piece:
    """A hairline under each value: it guides the eye, or the pen."""

    def draw(pen: Pen, x: float, top: float) -> None:
        if piece.draw:
            piece.draw(pen, x, top)
        bottom = top + piece.height
        strokes = [(x + at, bottom, x + at + width, bottom) for at in starts]
        pen.rules(strokes, HAIR if ruled else 0.25, 0.0 if ruled else 0.4)

    return replace(piece, draw=draw)


def kept_pairs(pieces: list[Piece]) -> list[Piece]:
    """A block's first two rows and its last two stay together."""
    ends = {0, len(pieces) - 2}
    return [replace(piece, keep=index in ends and len(pieces) > 1) for index, piece in enumerate(pieces)]


@pieces_of.register
def _figures(block: Figures, room: Room) -> list[Piece]:
    pieces: list[Piece] = []
    for start in range(0, len(block.items), FIGURES_IN_ROW):
        pieces += [_figure_row(block.items[start : start + FIGURES_IN_ROW], room), gap(2 * MM)]
    return [*pieces, gap(1 * MM)]


def _figure_row(items: tuple[tuple[str, str], ...], room: Room) -> Piece:
    each = room.width / len(items)
    inner = each - 4 * MM
    values = [(_fitting(value, inner), value) for value, _ in items]
    drawn = [(style, wrap(value, style, inner, limit=3)) for style, value in values]
    captions = [wrap(caption, CAPTION, inner, limit=5) for _, caption in items]
    tall = max(len(lines) * style.leading for style, lines in drawn)
    height = tall + max(len(lines) for lines in captions) * CAPTION.leading + 2 * MM

    def draw(pen: Pen, x: float, top: float) -> None:
        for index, ((style, lines), caption) in enumerate(zip(drawn, captions, strict=True)):
            left = x + index * each
            if index:
                pen.rules(((left, top, left, top + height),))
            pen.lines(lines, style, left + 2 * MM, top + tall - len(lines) * style.leading)
            pen.lines(caption, CAPTION, left + 2 * MM, top + tall + 0.5 * MM)

    return Piece(height, draw)


def _fitting(value: str, width: float) -> Style:
    """Big while it fits on a line, smaller for a long value."""
    for size in (FIGURE.size, 18, 15, 12):
        style = Style(FIGURE.face, size, size * 1.2)
        if text_width(value, style) <= width:
            return style
    return Style(FIGURE.face, 10, 12)


@pieces_of.register
def _page_break(_block: PageBreak, _room: Room) -> list[Piece]:
    return [Piece(0.0, new_page=True)]


@pieces_of.register
def _spacer(block: Spacer, room: Room) -> list[Piece]:
    return [gap(min(max(block.mm, 0.0) * MM, room.height))]


@pieces_of.register
def _keep_together(block: KeepTogether, room: Room) -> list[Piece]:
    return kept(stacked(block.blocks, room), room.height)
