"""The currency between blocks and pages: a piece of paper with a height that draws itself."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import singledispatch
from typing import Final

from isodesk.i18n import Speech
from isodesk.reports.pdf.pen import Pen

MM: Final = 72 / 25.4
GAP: Final = 3 * MM

Draw = Callable[[Pen, float, float], None]
"""Draws with its upper left corner at (x, top)."""


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """What is never cut: a line of text, a row, a picture."""

    height: float
    draw: Draw | None = None
    keep: bool = False
    """Stays on the page of the piece that follows."""
    repeat: "Piece | None" = None
    """The head that stands above it, drawn again on each page."""
    gap: bool = False
    """Empty space, dropped at the top and at the bottom of a page."""
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Room:
    """The paper that a block may use."""

    width: float
    height: float
    words: Speech


def gap(height: float = GAP) -> Piece:
    """Space between blocks."""
    return Piece(height, gap=True)


def kept(pieces: list[Piece], height: float) -> list[Piece]:
    """The pieces chained to one another, if a page of `height` can hold them."""
    heads = {id(piece.repeat): piece.repeat.height for piece in pieces if piece.repeat}
    if sum(piece.height for piece in pieces) + sum(heads.values()) > height:
        return pieces
    solid = max((index for index, piece in enumerate(pieces) if not piece.gap), default=-1)
    return [replace(piece, keep=True) if index < solid else piece for index, piece in enumerate(pieces)]


@singledispatch
def pieces_of(block: object, room: Room) -> list[Piece]:
    """The pieces of a block; each kind of block registers its own layout."""
    message = f"no layout for {type(block).__name__} in {room.width:.0f} points"
    raise NotImplementedError(message)


def stacked(blocks: Iterable[object], room: Room) -> list[Piece]:
    """The pieces of several blocks, one below the other."""
    return [piece for block in blocks for piece in pieces_of(block, room)]
