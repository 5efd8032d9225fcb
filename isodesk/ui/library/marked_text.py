"""Paints one line of words in which some stand out: those that somebody looked for."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

_FLAGS: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter

Marks = tuple[tuple[int, int], ...]
"""Where words stand that shall stand out: begin and end of each."""


def paint_marked(painter: QPainter, room: QRect, text: str, marks: Marks) -> None:
    """`text` in the painter's font and colour, marks in semibold; cut where there is no more room."""
    plain, x = QFont(painter.font()), room.x()
    bold = QFont(plain)
    bold.setWeight(QFont.Weight.DemiBold)
    for piece, is_marked in _pieces(text, marks):
        font = bold if is_marked else plain
        metrics, left = QFontMetrics(font), room.right() + 1 - x
        shown = metrics.elidedText(piece, Qt.TextElideMode.ElideRight, left)
        painter.setFont(font)
        painter.drawText(QRect(x, room.y(), left, room.height()), _FLAGS, shown)
        x += metrics.horizontalAdvance(piece)
        if shown != piece or x >= room.right():
            break
    painter.setFont(plain)


def _pieces(text: str, marks: Marks) -> Iterator[tuple[str, bool]]:
    done = 0
    for first, last in marks:
        if first > done:
            yield text[done:first], False
        yield text[first:last], True
        done = last
    if done < len(text):
        yield text[done:], False
