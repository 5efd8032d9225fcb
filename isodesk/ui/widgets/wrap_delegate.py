"""Words of a cell in up to two lines: a question that is cut after three words helps nobody."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from isodesk.ui import theme
from isodesk.ui.models.rows import DISPLAY, FOREGROUND
from isodesk.ui.widgets.delegates import PADDING, CellDelegate

Index = QModelIndex | QPersistentModelIndex
HEIGHT = 44
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class WrapDelegate(CellDelegate):
    """For rows of `HEIGHT` pixels; the second line is cut where the words are longer still."""

    def paint_cell(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, then one line in the middle or two."""
        view = option.widget
        if view is not None:
            view.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, view)
        painter.save()
        painter.setFont(option.font)
        painter.setPen(index.data(FOREGROUND) or theme.colour("text"))
        room = option.rect.adjusted(PADDING, 0, -PADDING, 0)
        lines = wrapped(" ".join(str(index.data(DISPLAY) or "").split()), option, room.width())
        height = painter.fontMetrics().height()
        top = room.y() + (room.height() - height * len(lines)) // 2
        for number, line in enumerate(lines):
            painter.drawText(QRect(room.x(), top + number * height, room.width(), height), _LEFT, line)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Half of the words' width counts: they may take two lines."""
        words = QFontMetrics(option.font).horizontalAdvance(str(index.data(DISPLAY) or ""))
        return QSize(words * 11 // 20 + 2 * PADDING, HEIGHT)


def wrapped(words: str, option: QStyleOptionViewItem, width: int, most: int = 2) -> list[str]:
    """`words` in up to `most` lines of a width; the last is cut where they are longer still."""
    metrics = QFontMetrics(option.font)
    if metrics.horizontalAdvance(words) <= width:
        return [words] if words else []
    layout = QTextLayout(words, option.font)
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    layout.beginLayout()
    lines: list[str] = []
    done = 0
    while len(lines) < most - 1 and (line := layout.createLine()).isValid():
        line.setLineWidth(max(1, width))
        lines.append(words[done : done + line.textLength()].rstrip())
        done += line.textLength()
    layout.endLayout()
    rest = words[done:]
    return [*lines, metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)] if rest else lines
