"""Pictures on paper: turned upright, no larger than a printer can show, and never a reason to fail."""

import io
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from isodesk.reports.blocks import Photo, Photos
from isodesk.reports.pdf.fonts import CAPTION, CELL
from isodesk.reports.pdf.lines import wrap
from isodesk.reports.pdf.pen import Pen
from isodesk.reports.pdf.pieces import MM, Piece, Room, gap, pieces_of

_SPACE: Final = 6 * MM
_TALLEST: Final = 78 * MM
_DOTS_PER_POINT: Final = 200 / 72
_LARGEST: Final = 120_000_000


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture ready for the canvas, with its size in pixels."""

    reader: Any
    width: int
    height: int

    def fitted(self, width: float, height: float) -> tuple[float, float]:
        """The largest size within the given one that keeps the proportions."""
        scale = min(width / self.width, height / self.height)
        return self.width * scale, self.height * scale


@lru_cache(maxsize=32)
def opened(content: bytes, width: float, height: float) -> Picture | None:
    """The picture scaled down to what (width, height) in points can show; None if it is none."""
    from PIL import Image, ImageOps
    from reportlab.lib.utils import ImageReader

    try:
        with Image.open(io.BytesIO(content)) as source:
            if source.width * source.height > _LARGEST:
                return None
            picture: Image.Image = ImageOps.exif_transpose(source)
            flat = "RGBA" if "A" in picture.getbands() or "transparency" in picture.info else "RGB"
            picture = picture.convert(flat)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Image.DecompressionBombWarning):
        return None
    picture.thumbnail((max(int(width * _DOTS_PER_POINT), 1), max(int(height * _DOTS_PER_POINT), 1)))
    if flat == "RGB":
        target = io.BytesIO()
        picture.save(target, "JPEG", quality=85)
        return Picture(ImageReader(target), picture.width, picture.height)
    return Picture(ImageReader(picture), picture.width, picture.height)


@pieces_of.register
def _photos(block: Photos, room: Room) -> list[Piece]:
    pieces: list[Piece] = []
    for start in range(0, len(block.items), 2):
        pieces += [_pair(block.items[start : start + 2], room), gap(4 * MM)]
    return pieces


def _pair(items: tuple[Photo, ...], room: Room) -> Piece:
    width = (room.width - _SPACE) / 2
    tallest = min(_TALLEST, room.height * 0.7)
    pictures = [opened(item.content, width, tallest) for item in items]
    sizes = [picture.fitted(width, tallest) if picture else (width, 30 * MM) for picture in pictures]
    captions = [wrap(item.caption, CAPTION, width, limit=8) for item in items]
    tall = max(height for _, height in sizes)
    missing = wrap(room.words("This picture cannot be shown."), CELL, width - 4 * MM)

    def draw(pen: Pen, x: float, top: float) -> None:
        for picture, (wide, high), caption in zip(pictures, sizes, captions, strict=True):
            if picture:
                pen.image(picture.reader, (x, top + tall - high, wide, high))
            else:
                pen.lines(missing, CELL, x + 2 * MM, top + tall - high + 2 * MM)
            pen.box(x, top + tall - high, wide, high)
            pen.lines(caption, CAPTION, x, top + tall + 1 * MM)
            x += width + _SPACE

    return Piece(tall + 1 * MM + max(len(caption) for caption in captions) * CAPTION.leading, draw)
