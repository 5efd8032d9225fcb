"""Several words of a cell, each on a tint of its own; those that do not fit are counted."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from isodesk.ui import theme
from isodesk.ui.models.rows import DISPLAY
from isodesk.ui.widgets.delegates import PADDING, CellDelegate, Index

BETWEEN: Final = " · "
"""Stands between the words in the cell's text, which is what is spoken and sorted."""
_AIR: Final = 16
_GAP: Final = 4
_HEIGHT: Final = 22


class PillsDelegate(CellDelegate):
    """Paints the words of a cell as pills."""

    def paint_cell(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, pills, and "+2" for the rest."""
        view = option.widget
        if view is not None:
            view.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, view)
        words = [word for word in str(index.data(DISPLAY) or "").split(BETWEEN) if word]
        room = option.rect.adjusted(PADDING, 0, -PADDING, 0)
        painter.save()
        painter.setFont(option.font)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_pills(painter, QRectF(room), words)
        painter.restore()

    def _paint_pills(self, painter: QPainter, room: QRectF, words: list[str]) -> None:
        x, y = room.x(), room.center().y() - _HEIGHT / 2
        for place, word in enumerate(words):
            rest = len(words) - place
            spare = self._width(painter, f"+{rest}") + _GAP if rest > 1 else 0
            width = self._width(painter, word)
            if place and x + width + spare > room.right():
                more = f"+{rest}"
                self._pill(painter, QRectF(x, y, self._width(painter, more), _HEIGHT), more)
                return
            width = min(width, room.right() - x - spare)
            self._pill(painter, QRectF(x, y, width, _HEIGHT), word)
            x += width + _GAP

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Room for the round ends of all."""
        words = str(index.data(DISPLAY) or "").split(BETWEEN)
        return super().sizeHint(option, index) + QSize(_AIR * len(words), 0)

    def _width(self, painter: QPainter, word: str) -> float:
        return painter.fontMetrics().horizontalAdvance(word) + _AIR

    def _pill(self, painter: QPainter, rect: QRectF, word: str) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("out_soft"))
        painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
        painter.setPen(theme.colour("text"))
        inner = rect.toRect().adjusted(8, 0, -6, 0)
        text = painter.fontMetrics().elidedText(word, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
