"""Puts pieces on pages: rows whole, heads repeated, headings never alone at the foot of a page."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from isodesk.reports.pdf.pieces import Piece

_ROUNDING = 0.01


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece and its distance from the top of the body."""

    piece: Piece
    top: float


@dataclass(slots=True)
class _Sheet:
    height: float
    placed: list[Placed] = field(default_factory=list)
    used: float = 0.0
    head: Piece | None = None

    def fits(self, chain: Sequence[Piece]) -> bool:
        return self.used + _height(chain, self.head, bare=not self.placed) <= self.height + _ROUNDING

    def place(self, piece: Piece) -> None:
        if piece.gap and not self.placed:
            return
        if piece.repeat is not None and piece.repeat is not self.head:
            self._put(piece.repeat)
        self.head = piece.repeat
        self._put(piece)

    def _put(self, piece: Piece) -> None:
        self.placed.append(Placed(piece, self.used))
        self.used += piece.height


class _Book:
    """Sheets filled one after the other."""

    def __init__(self, height: float) -> None:
        self.height = height
        self.sheets = [_Sheet(height)]
        self._break_due = False

    def add(self, chain: Sequence[Piece]) -> None:
        if chain[0].new_page:
            self._break_due = True
        elif len(chain) == 1 and chain[0].gap:
            self._add_gap(chain[0])
        else:
            self._add_solid(chain)

    def _add_gap(self, piece: Piece) -> None:
        sheet = self.sheets[-1]
        if not self._break_due and sheet.fits((piece,)):
            sheet.place(piece)

    def _add_solid(self, chain: Sequence[Piece]) -> None:
        sheet = self.sheets[-1]
        if sheet.placed and (self._break_due or not sheet.fits(chain)):
            sheet = _Sheet(self.height)
            self.sheets.append(sheet)
        self._break_due = False
        for piece in chain:
            sheet.place(piece)


def paginate(pieces: Sequence[Piece], height: float) -> list[list[Placed]]:
    """Pages of at most `height`; only a piece taller than a page may stand out, and layouts make none."""
    book = _Book(height)
    index = 0
    while index < len(pieces):
        chain = _chain(pieces, index)
        if _height(chain, None, bare=True) > height + _ROUNDING:
            chain = chain[:1]
        book.add(chain)
        index += len(chain)
    return [sheet.placed for sheet in book.sheets]


def _height(chain: Sequence[Piece], head: Piece | None, *, bare: bool) -> float:
    total = 0.0
    for piece in chain:
        if piece.gap and bare:
            continue
        if piece.repeat is not None and piece.repeat is not head:
            total += piece.repeat.height
        head = piece.repeat
        total += piece.height
        bare = False
    return total


def _chain(pieces: Sequence[Piece], start: int) -> Sequence[Piece]:
    end = start
    while pieces[end].keep and end + 1 < len(pieces):
        end += 1
    return pieces[start : end + 1]
