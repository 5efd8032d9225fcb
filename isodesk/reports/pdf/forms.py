"""Layout of what one fills in and signs: approvals, signatures, writing lines, boxes to tick, banded forms."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from isodesk.reports.blocks import Approval, Approver, Band, BandedForm, Choice, RuledLines, Signature, Signatures
from isodesk.reports.pdf.fonts import CAPTION, FORM, FORM_BOLD, LABEL, VALUE
from isodesk.reports.pdf.lines import text_width, wrap
from isodesk.reports.pdf.pen import Pen
from isodesk.reports.pdf.pieces import MM, Draw, Piece, Room, gap, kept, pieces_of, stacked
from isodesk.reports.pdf.tables import TICK_BOX, tick_box

APPROVAL_WIDTH: Final = 80 * MM
SIGN_LINE: Final = 60 * MM
SIGN_HEIGHT: Final = 10 * MM
LINE_PITCH: Final = 8 * MM
BAND_RULE: Final = 1.4
_BAND_PAD: Final = 2.5 * MM
_DATE_WIDTH: Final = 45 * MM


@pieces_of.register
def _approval(block: Approval, room: Room) -> list[Piece]:
    width = min(APPROVAL_WIDTH, room.width / 2 - 2 * MM)
    right = _approver(block.approver, room.words("APPROVED"), width, room)
    left = [_approver(item, room.words("AGREED"), width, room) for item in block.agreed[:1]]
    pieces = [_side_by_side([*left, right] if left else [right], room, width)]
    for index in range(1, len(block.agreed), 2):
        row = [_approver(item, room.words("AGREED"), width, room) for item in block.agreed[index : index + 2]]
        pieces += [gap(), _side_by_side(row, room, width, flush_left=True)]
    return [*pieces, gap(5 * MM)]


def _side_by_side(items: Sequence[Piece], room: Room, width: float, *, flush_left: bool = False) -> Piece:
    """One or two blocks at the two sides of the page; a single one stands at the right."""
    lefts = [0.0, room.width - width] if len(items) > 1 or flush_left else [room.width - width]

    def draw(pen: Pen, x: float, top: float) -> None:
        for left, item in zip(lefts, items, strict=False):
            if item.draw:
                item.draw(pen, x + left, top)

    return Piece(max(item.height for item in items), draw)


def _approver(person: Approver, word: str, width: float, room: Room) -> Piece:
    post = wrap(person.post, FORM, width, limit=6)
    name = wrap(person.name, FORM, width * 0.5, limit=3)
    line = 0.46 * width
    date = room.words.long_date(person.date)
    post_bottom = FORM_BOLD.leading + len(post) * FORM.leading + 1 * MM
    sign_bottom = post_bottom + max(SIGN_HEIGHT, len(name) * FORM.leading)

    def draw(pen: Pen, x: float, top: float) -> None:
        pen.lines((word,), FORM_BOLD, x, top)
        pen.lines(post, FORM, x, top + FORM_BOLD.leading + 1 * MM)
        pen.rules(((x, top + sign_bottom, x + line, top + sign_bottom),))
        pen.lines(name, FORM, x + line + 2 * MM, top + sign_bottom - len(name) * FORM.leading + 1)
        pen.lines((date,), FORM, x, top + sign_bottom + 2 * MM)

    return Piece(sign_bottom + 2 * MM + FORM.leading, draw)


@pieces_of.register
def _signatures(block: Signatures, room: Room) -> list[Piece]:
    pieces = [_signature(item, room) for item in block.rows]
    return [gap(), *kept(pieces, room.height), gap()]


def _signature(item: Signature, room: Room) -> Piece:
    spare = room.width - SIGN_LINE - _DATE_WIDTH - 6 * MM
    role_width, name_width = spare * 0.55, spare * 0.45
    role = wrap(item.role, FORM, role_width, limit=4)
    decoded = f"/{item.name}/" if item.name else "/" + "_" * 14 + "/"
    name = wrap(decoded, VALUE, name_width, limit=3)
    caption = room.words("(signature)")
    date = room.words.long_date(item.date)
    base = max(SIGN_HEIGHT, len(role) * FORM.leading, len(name) * VALUE.leading)

    def draw(pen: Pen, x: float, top: float) -> None:
        line_left, line_bottom = x + role_width + 2 * MM, top + base
        pen.lines(role, FORM, x, line_bottom - len(role) * FORM.leading + 2)
        pen.rules(((line_left, line_bottom, line_left + SIGN_LINE, line_bottom),))
        pen.aligned((caption,), CAPTION, (line_left, line_bottom + 1, SIGN_LINE), "center")
        at = line_left + SIGN_LINE + 2 * MM
        pen.lines(name, VALUE, at, line_bottom - len(name) * VALUE.leading + 2)
        pen.lines((date,), VALUE, at + name_width + 2 * MM, line_bottom - VALUE.leading + 2)

    return Piece(base + CAPTION.leading + 2 * MM, draw)


@pieces_of.register
def _ruled_lines(block: RuledLines, room: Room) -> list[Piece]:
    pieces = []
    label = wrap(block.label, LABEL, room.width, limit=4)
    if label:
        height = len(label) * LABEL.leading + 0.5 * MM
        pieces.append(Piece(height, lambda pen, x, top: _write(pen, label, x, top), keep=True))
    lines = wrap(block.text, FORM, room.width - 2 * MM)
    lines += [""] * (block.count - len(lines))
    pieces += [_ruled(line, room.width, keep=index == 0) for index, line in enumerate(lines)]
    return [*pieces, gap(2 * MM)]


def _write(pen: Pen, lines: Sequence[str], x: float, top: float) -> None:
    pen.lines(lines, LABEL, x, top)


def _ruled(line: str, width: float, *, keep: bool) -> Piece:
    def draw(pen: Pen, x: float, top: float) -> None:
        bottom = top + LINE_PITCH
        pen.rules(((x, bottom, x + width, bottom),), grey=0.3)
        if line:
            pen.lines((line,), FORM, x + 1 * MM, bottom - FORM.leading)

    return Piece(LINE_PITCH, draw, keep=keep)


@pieces_of.register
def _choice(block: Choice, room: Room) -> list[Piece]:
    label = wrap(block.label, LABEL, room.width * 0.4, limit=6)
    left = text_width(block.label, LABEL) + 4 * MM if len(label) == 1 else (room.width * 0.42 if label else 0.0)
    strips, height = _strips(block, room.width, min(left, room.width * 0.42))

    def draw(pen: Pen, x: float, top: float) -> None:
        pen.lines(label, LABEL, x, top + 1.2 * MM)
        for index, (at, down, lines) in enumerate(strips):
            tick_box(pen, x + at, top + down, index in block.chosen)
            pen.lines(lines, VALUE, x + at + TICK_BOX + 1.6 * MM, top + down + 0.4 * MM)

    return [Piece(max(height, len(label) * LABEL.leading + 2 * MM), draw), gap(1 * MM)]


def _strips(block: Choice, width: float, left: float) -> tuple[list[tuple[float, float, list[str]]], float]:
    """Where each option stands: (x, top, lines), with at least 5 mm between options and 3 mm between rows."""
    strips: list[tuple[float, float, list[str]]] = []
    at, top, tall = left, 0.0, LINE_PITCH
    for option in block.options:
        lines = wrap(option, VALUE, width - left - TICK_BOX - 2 * MM, limit=4)
        wide = TICK_BOX + 1.6 * MM + max((text_width(line, VALUE) for line in lines), default=0.0)
        if at > left and at + wide > width:
            at, top, tall = left, top + tall, LINE_PITCH
        strips.append((at, top, lines))
        tall = max(tall, len(lines) * VALUE.leading + 2 * MM)
        at += wide + 6 * MM
    return strips, top + tall


@pieces_of.register
def _banded_form(block: BandedForm, room: Room) -> list[Piece]:
    pieces: list[Piece] = []
    for band in block.bands:
        pieces += kept(_band(band, room), room.height)
    return [*pieces, gap()]


def _band(band: Band, room: Room) -> list[Piece]:
    inner = stacked(band.blocks, replace(room, width=room.width - 2 * _BAND_PAD))
    while inner and inner[-1].gap:
        inner.pop()
    title = _band_title(band, room)
    closing = Piece(2 * MM, _border(None, 2 * MM, room.width, bottom=True))
    if inner:
        inner[-1] = replace(inner[-1], keep=True)
    body = [replace(piece, draw=_border(piece, piece.height, room.width), gap=False) for piece in inner]
    return [title, *body, closing]


def _band_title(band: Band, room: Room) -> Piece:
    lines = wrap(band.title, FORM_BOLD, room.width - 2 * _BAND_PAD, limit=4)
    height = len(lines) * FORM_BOLD.leading + (2 * MM if lines else 1 * MM)

    def draw(pen: Pen, x: float, top: float) -> None:
        if lines:
            pen.hatch((x, top, room.width, height), "tint")
        pen.lines(lines, FORM_BOLD, x + _BAND_PAD, top + 1 * MM)
        _sides(pen, x, top, height, room.width)
        pen.rules(((x, top, x + room.width, top),), BAND_RULE)

    return Piece(height, draw, keep=True)


def _border(piece: Piece | None, height: float, width: float, *, bottom: bool = False) -> Draw:
    def draw(pen: Pen, x: float, top: float) -> None:
        if piece and piece.draw:
            piece.draw(pen, x + _BAND_PAD, top)
        _sides(pen, x, top, height, width)
        if bottom:
            pen.rules(((x, top + height, x + width, top + height),), BAND_RULE)

    return draw


def _sides(pen: Pen, x: float, top: float, height: float, width: float) -> None:
    pen.rules(((x, top, x, top + height), (x + width, top, x + width, top + height)), BAND_RULE)
