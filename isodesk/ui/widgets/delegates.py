"""Paints the cells of our tables: a sign with its word, two lines, a pill; and the ring of the current row."""

from typing import cast

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)

from isodesk.ui import icons, theme
from isodesk.ui.models.rows import DISPLAY, FOREGROUND, SECOND, SIGN
from isodesk.ui.signs import Sign
from isodesk.ui.tip import tip

Index = QModelIndex | QPersistentModelIndex
PADDING = 8
_SIGN = 16
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_ELIDE = Qt.TextElideMode.ElideRight


class CellDelegate(QStyledItemDelegate):
    """Plain words; whoever hovers over words that do not fit reads them whole."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The cell without Qt's dotted focus, then our ring."""
        own = QStyleOptionViewItem(option)
        own.state &= ~QStyle.StateFlag.State_HasFocus
        self.paint_cell(painter, own, index)
        _paint_ring(painter, option, index)

    def paint_cell(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Words as Qt draws them."""
        super().paint(painter, option, index)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as the words, sign and padding."""
        words = QFontMetrics(option.font).horizontalAdvance(str(index.data(DISPLAY) or ""))
        sign = _SIGN + 6 if index.data(SIGN) else 0
        return QSize(words + sign + 2 * PADDING + 4, 32)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """The editor covers the cell, no more."""
        editor = super().createEditor(parent, option, index)
        if isinstance(editor, QLineEdit):
            editor.setFrame(False)
        return editor

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """Words that are cut off are shown whole."""
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        lines = [str(index.data(role) or "") for role in (DISPLAY, SECOND)]
        cut = self.sizeHint(option, index).width() > option.rect.width()
        if cut and any(lines):
            QToolTip.showText(event.globalPos(), tip("\n".join(line for line in lines if line)), view)
        else:
            QToolTip.hideText()
        return True


class StatusDelegate(CellDelegate):
    """A sign and its word in the colour of the meaning; a second line, where there is one, says more."""

    word_ink = ""
    """A colour for the words instead of the sign's."""
    second_ink = ""

    def paint_cell(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, sign, word."""
        _paint_ground(painter, option)
        sign = cast("Sign | None", index.data(SIGN))
        rect = option.rect.adjusted(PADDING, 0, -PADDING, 0)
        painter.save()
        painter.setFont(option.font)
        if sign is not None:
            spot = QRectF(rect.x(), rect.center().y() - _SIGN / 2 + 1, _SIGN, _SIGN)
            icons.paint(painter, sign.icon, sign.token, spot)
            rect.setLeft(rect.left() + _SIGN + 6)
        meant = sign.token if sign else "text"
        second = str(index.data(SECOND) or "")
        half = (painter.fontMetrics().height() + 2) // 2 if second else 0
        painter.setPen(theme.colour(self.word_ink or meant))
        _paint_words(painter, rect.translated(0, -half), str(index.data(DISPLAY) or ""))
        painter.setPen(theme.colour(self.second_ink or meant))
        _paint_words(painter, rect.translated(0, half), second)
        painter.restore()


class TwoLineDelegate(CellDelegate):
    """A line and a muted one below it, for rows of 48 px."""

    def paint_cell(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground and two lines, or one in the middle."""
        _paint_ground(painter, option)
        rect = option.rect.adjusted(PADDING, 0, -PADDING, 0)
        second = str(index.data(SECOND) or "")
        painter.save()
        painter.setFont(option.font)
        painter.setPen(index.data(FOREGROUND) or theme.colour("text"))
        if second:
            height = painter.fontMetrics().height()
            top = rect.y() + (rect.height() - 2 * height - 2) // 2
            _paint_words(painter, QRect(rect.x(), top, rect.width(), height), str(index.data(DISPLAY) or ""))
            painter.setPen(theme.colour("muted"))
            _paint_words(painter, QRect(rect.x(), top + height + 2, rect.width(), height), second)
        else:
            _paint_words(painter, rect, str(index.data(DISPLAY) or ""))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The wider line counts."""
        one = super().sizeHint(option, index)
        words = QFontMetrics(option.font).horizontalAdvance(str(index.data(SECOND) or ""))
        return QSize(max(one.width(), words + 2 * PADDING + 4), 48)


class PillDelegate(CellDelegate):
    """A word on a tint with round ends, for phases, kinds and grades."""

    def paint_cell(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, tint, word."""
        _paint_ground(painter, option)
        words = str(index.data(DISPLAY) or "")
        if not words:
            return
        sign = cast("Sign | None", index.data(SIGN)) or Sign("", "out")
        painter.save()
        painter.setFont(option.font)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = option.rect.adjusted(PADDING, 0, -PADDING, 0)
        lead = _SIGN if sign.icon else 0
        width = min(painter.fontMetrics().horizontalAdvance(words) + 16 + lead, room.width())
        height = min(22, room.height() - 4)
        pill = QRectF(room.x(), room.y() + (room.height() - height) / 2, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(sign.soft))
        painter.drawRoundedRect(pill, height / 2, height / 2)
        if sign.icon:
            icons.paint(painter, sign.icon, sign.token, QRectF(pill.x() + 6, pill.center().y() - 6, 12, 12))
        painter.setPen(theme.colour(sign.token))
        _paint_words(painter, pill.toRect().adjusted(8 + lead, 0, -6, 0), words)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Room for the round ends."""
        return super().sizeHint(option, index) + QSize(16, 0)


def _paint_words(painter: QPainter, rect: QRect, words: str) -> None:
    line = words.replace("\n", " ")
    painter.drawText(rect, _LEFT, painter.fontMetrics().elidedText(line, _ELIDE, rect.width()))


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """Selection, hover and the hairline, exactly as the style sheet draws them for plain cells."""
    view = option.widget
    if view is not None:
        view.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, view)


def _paint_ring(painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
    """2 px of accent around the current row (or cell, where cells are selected) while the table has the keyboard."""
    view = option.widget
    if not isinstance(view, QTableView) or not view.hasFocus() or view.currentIndex().row() != index.row():
        return
    rows = view.selectionBehavior() == QAbstractItemView.SelectionBehavior.SelectRows
    if not rows and view.currentIndex() != index:
        return
    rect, colour = option.rect, theme.colour("accent")
    painter.fillRect(rect.x(), rect.y(), rect.width(), 2, colour)
    painter.fillRect(rect.x(), rect.bottom() - 1, rect.width(), 2, colour)
    if not rows or _is_edge(view, index, first=True):
        painter.fillRect(rect.x(), rect.y(), 2, rect.height(), colour)
    if not rows or _is_edge(view, index, first=False):
        painter.fillRect(rect.right() - 1, rect.y(), 2, rect.height(), colour)


def _is_edge(view: QTableView, index: Index, *, first: bool) -> bool:
    header = view.horizontalHeader()
    model: QAbstractItemModel = index.model()
    visible = [c for c in range(model.columnCount()) if not header.isSectionHidden(c)]
    places = [header.visualIndex(c) for c in visible]
    return bool(places) and header.visualIndex(index.column()) == (min(places) if first else max(places))
