"""The heads of a matrix: words that wrap on top, words with a sign and a second line at the side; both stay in sight."""

from typing import Final, cast

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyleOptionViewItem, QWidget

from isodesk.ui import icons, theme
from isodesk.ui.models.matrix import HEAD, MatrixHead
from isodesk.ui.widgets.wrap_delegate import wrapped

PAD: Final = 6
_SIGN: Final = 16
_LEAST: Final = 64
_MOST: Final = 170
"""A word that is longer still is broken."""
_SIDE: Final = 150
"""Pixels that the heads at the side always have."""
_WRAP: Final = int(Qt.TextFlag.TextWordWrap)
_TOP: Final = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop) | _WRAP
_LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class _Heads(QHeaderView):
    """What both have in common: fonts, ground, and the head of a section."""

    def __init__(self, orientation: Qt.Orientation, parent: QWidget) -> None:
        super().__init__(orientation, parent)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def _head(self, section: int) -> MatrixHead | None:
        model = self.model()
        return cast("MatrixHead | None", model.headerData(section, self.orientation(), HEAD)) if model else None

    def _strong(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(theme.points("small"))
        font.setWeight(QFont.Weight.Normal)
        return font

    def _ground(self, painter: QPainter, rect: QRect) -> None:
        painter.fillRect(rect, theme.colour("sunken"))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, theme.colour("hairline"))

    def _is_current(self, section: int) -> bool:
        view = self.parent()
        if not isinstance(view, QAbstractItemView) or not view.currentIndex().isValid():
            return False
        index = view.currentIndex()
        return section == (index.column() if self.orientation() == Qt.Orientation.Horizontal else index.row())

    def _ink(self, section: int) -> QColor:
        return theme.colour("accent" if self._is_current(section) else "text")


class TopHeads(_Heads):
    """Titles and the names below them wrap; no word is cut where a column has its `least_width`."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)

    def least_width(self, section: int) -> int:
        """Pixels that a column needs so that no word of its head is broken."""
        head = self._head(section)
        if head is None:
            return _LEAST
        strong, small = QFontMetrics(self._strong()), QFontMetrics(self._small())
        words = [(strong, word) for word in head.text.split()] + [(small, word) for word in head.second.split()]
        return min(_MOST, max([_LEAST, *(metrics.horizontalAdvance(word) + 2 * PAD + 2 for metrics, word in words)]))

    def sizeHint(self) -> QSize:
        """As high as the head with most lines."""
        highest = 0
        for section in range(self.count()):
            head = self._head(section)
            if head is not None:
                highest = max(highest, sum(self._heights(head, self.sectionSize(section))))
        return QSize(super().sizeHint().width(), highest + 2 * PAD)

    def _heights(self, head: MatrixHead, width: int) -> tuple[int, int]:
        room = QRect(0, 0, max(1, width - 2 * PAD), 1000)
        title = QFontMetrics(self._strong()).boundingRect(room, _TOP, head.text).height()
        names = QFontMetrics(self._small()).boundingRect(room, _TOP, head.second).height() if head.second else 0
        return title, names

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Title, names; a warning in its colour."""
        head = self._head(section)
        self._ground(painter, rect)
        if head is None:
            return
        painter.save()
        title, names = self._heights(head, rect.width())
        room = rect.adjusted(PAD, PAD, -PAD, 0)
        painter.setFont(self._strong())
        painter.setPen(self._ink(section))
        painter.drawText(QRect(room.x(), room.y(), room.width(), title), _TOP, head.text)
        painter.setFont(self._small())
        painter.setPen(theme.colour("partly" if head.warns else "muted"))
        painter.drawText(QRect(room.x(), room.y() + title, room.width(), names), _TOP, head.second)
        painter.restore()

    def changeEvent(self, event: QEvent) -> None:
        """Another font needs another height."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()


class SideHeads(_Heads):
    """A sign, the words, and a smaller second line; without that the words may take two."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._width = _SIDE

    def set_width(self, width: int) -> None:
        """Pixels; the grid decides."""
        if width != self._width:
            self._width = width
            self.setFixedWidth(width)
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As wide as the grid lets it be."""
        return QSize(self._width, super().sizeHint().height())

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Cut words stand in the tooltip."""
        head = self._head(section)
        self._ground(painter, rect)
        if head is None:
            return
        painter.save()
        room = rect.adjusted(8, 0, -8, -1)
        if head.sign is not None:
            spot = QRectF(room.x(), room.center().y() - _SIGN / 2 + 1, _SIGN, _SIGN)
            icons.paint(painter, head.sign.icon, head.sign.token, spot)
            room.setLeft(room.left() + _SIGN + 8)
        lines = [(self.font(), self._ink(section), words) for words in self._title(head, room.width())]
        if head.second:
            lines.append((self._small(), theme.colour("partly" if head.warns else "muted"), head.second))
        height = sum(QFontMetrics(font).height() for font, _ink, _words in lines)
        top = room.y() + (room.height() - height) // 2
        for font, ink, words in lines:
            metrics = QFontMetrics(font)
            painter.setFont(font)
            painter.setPen(ink)
            line = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(QRect(room.x(), top, room.width(), metrics.height()), _LEFT, line)
            top += metrics.height()
        painter.restore()

    def _title(self, head: MatrixHead, width: int) -> list[str]:
        if head.second:
            return [head.text]
        option = QStyleOptionViewItem()
        option.font = self.font()
        return wrapped(head.text, option, width)
