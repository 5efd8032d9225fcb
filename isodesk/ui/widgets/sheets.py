"""Where the sheets of a document lie below one another: plain geometry, apart from the widget that shows it."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF

AIR: Final = 16
"""Space around each sheet in pixels."""


class Sheets:
    """Sizes in points; places in pixels of the screen, without scrolling."""

    def __init__(self, sizes: Sequence[tuple[float, float]] = ()) -> None:
        self.sizes = tuple(sizes)
        self.places: list[QRectF] = []
        self.scale = 1.0
        """Pixels of the screen to the point."""
        self.width = 0
        self.height = 0

    def __len__(self) -> int:
        return len(self.sizes)

    @property
    def widest(self) -> float:
        """In points."""
        return max((width for width, _height in self.sizes), default=1.0)

    def arrange(self, scale: float, room: int) -> None:
        """Each sheet in the middle of `room`, or of the widest sheet where that is wider."""
        self.scale = scale
        self.width = max(room, round(self.widest * scale) + 2 * AIR)
        self.places = []
        top = float(AIR)
        for width, height in self.sizes:
            size = QSizeF(round(width * scale), round(height * scale))
            self.places.append(QRectF(QPointF(round((self.width - size.width()) / 2), top), size))
            top += size.height() + AIR
        self.height = round(top)

    def between(self, top: float, bottom: float) -> list[int]:
        """Sheets of which something lies between two lines."""
        return [i for i, place in enumerate(self.places) if place.bottom() > top and place.top() < bottom]

    def at(self, line: float) -> int:
        """The sheet that a line goes through; the space between two is shared."""
        edges = [(above.bottom() + below.top()) / 2 for above, below in pairwise(self.places)]
        return sum(edge <= line for edge in edges)

    def box(self, page: int, box: tuple[float, float, float, float]) -> QRectF:
        """A part of a sheet, given in points from its upper left corner, with a pixel around it."""
        corner = self.places[page].topLeft()
        left, top, right, bottom = (side * self.scale for side in box)
        return QRectF(corner.x() + left - 1, corner.y() + top - 1, right - left + 2, bottom - top + 2)
