"""The list of clients on the start screen: two lines each, what is filled in, what is late."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QCursor, QFont, QKeyEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QMenu,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from isodesk.ui import icons, theme
from isodesk.ui.speech import _, plural
from isodesk.ui.tip import tip

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
_CARD: Final = Qt.ItemDataRole.UserRole + 1
ROW: Final = 68
_METER: Final = 132
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class ClientCard:
    """A client in plain words and numbers, so that it can be shown before the workspace is open."""

    id: str
    name: str
    standards: str
    phase: str
    filled: int
    total: int
    next: str
    """The next date and what it is, already in words; empty without one."""
    overdue: int
    is_sample: bool

    def line(self) -> str:
        """The second line."""
        return " · ".join(part for part in (self.standards, self.phase, self.next) if part)

    def spoken(self) -> str:
        """Everything, for those who only hear it."""
        parts = [self.name, _sample_mark() if self.is_sample else "", self.line()]
        parts.append(_("{done} of {total}").format(done=self.filled, total=self.total))
        if self.overdue:
            parts.append(plural("{count} overdue", "{count} overdue", self.overdue))
        return ". ".join(part for part in parts if part)


def _sample_mark() -> str:
    """Imported here: the words of the whole domain are not needed for the first picture."""
    from isodesk import wording

    return _(wording.SAMPLE_MARK)


class _Model(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.cards: tuple[ClientCard, ...] = ()

    def show(self, cards: tuple[ClientCard, ...]) -> None:
        self.beginResetModel()
        self.cards = cards
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        card = self.cards[index.row()]
        answers: dict[int, Callable[[], object]] = {
            Qt.ItemDataRole.DisplayRole: lambda: card.name,
            Qt.ItemDataRole.AccessibleTextRole: card.spoken,
            Qt.ItemDataRole.ToolTipRole: lambda: tip(f"{card.name}\n{card.line()}"),
            _CARD: lambda: card,
        }
        return answers[role]() if role in answers else None


class ClientList(QListView):
    """Enter or a double click opens, Del asks for the trash; a menu offers both to the mouse."""

    opened = Signal(str)
    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _Model(self)
        self.setModel(self._model)
        self.setItemDelegate(_Painter(self))
        self.setProperty("role", "clients")
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu)
        self.clicked.connect(self._open)

    def set_clients(self, cards: tuple[ClientCard, ...]) -> None:
        """Shows these; the one at hand stays where it is still there."""
        kept = self.current()
        self._model.show(cards)
        row = next((row for row, card in enumerate(cards) if kept is not None and card.id == kept.id), 0)
        if cards:
            self.setCurrentIndex(self._model.index(row))

    def retranslate(self) -> None:
        """Paints the words anew. Not through the viewport: PySide would look at every kind of widget to name its kind."""
        self.scheduleDelayedItemsLayout()

    def current(self) -> ClientCard | None:
        """The client at hand."""
        card = self.currentIndex().data(_CARD)
        return card if isinstance(card, ClientCard) else None

    def _open(self, index: Index) -> None:
        card = index.data(_CARD)
        if isinstance(card, ClientCard):
            self.opened.emit(card.id)

    def _remove(self) -> None:
        card = self.current()
        if card is not None:
            self.removed.emit(card.id)

    def _menu(self, place: QPoint) -> None:
        if self.indexAt(place).isValid():
            self.setCurrentIndex(self.indexAt(place))
        if self.current() is None:
            return
        menu = QMenu(self)
        menu.addAction(_("Open")).triggered.connect(lambda: self._open(self.currentIndex()))
        menu.addAction(icons.icon("trash", "muted"), _("Move to the trash")).triggered.connect(self._remove)
        menu.exec(self.viewport().mapToGlobal(place))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Del moves to the trash; letters jump to a name."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        elif event.key() == Qt.Key.Key_Delete:
            self._remove()
        else:
            super().keyPressEvent(event)


class _Painter(QStyledItemDelegate):
    """Asks the list what is selected and where the mouse is: the flags of a style cost the first picture more than
    everything else that is painted here (theme.application)."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(240, max(ROW, 2 * option.fontMetrics.height() + 28))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        card = index.data(_CARD)
        if not isinstance(card, ClientCard):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, option.rect, index)
        area = QRectF(option.rect).adjusted(16, 10, -16, -10)
        painter.setFont(option.font)
        _counts(painter, area.adjusted(area.width() - _METER, 0, 0, 0), card)
        left = area.adjusted(0, 0, -_METER - 24, 0)
        painter.setPen(theme.colour("muted"))
        painter.drawText(_half(left, 1), _LEFT, _elided(painter, card.line(), left.width()))
        first = _half(left, 0)
        if card.overdue:
            first.setWidth(first.width() - _overdue(painter, first, card.overdue))
        _name(painter, option.font, first, card)
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRect, index: Index) -> None:
        selected = index == self._view.currentIndex()
        hovered = self._view.underMouse() and rect.contains(self._view.mapFromGlobal(QCursor.pos()))
        area = QRectF(rect).adjusted(1, 1, -1, -1)
        path = QPainterPath()
        path.addRoundedRect(area, 6, 6)
        if selected or hovered:
            painter.fillPath(path, theme.colour("accent_soft" if selected else "hover"))
        if selected and self._view.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 5, 5)
        elif not selected:
            painter.setPen(QPen(theme.colour("hairline"), 1))
            painter.drawLine(area.bottomLeft() + QPoint(16, 1), area.bottomRight() + QPoint(-16, 1))


def _half(area: QRectF, number: int) -> QRectF:
    """The upper or the lower line."""
    height = area.height() / 2
    return QRectF(area.x(), area.y() + number * height, area.width(), height)


def _elided(painter: QPainter, words: str, room: float) -> str:
    return painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, max(0, int(room)))


def _name(painter: QPainter, font: QFont, area: QRectF, card: ClientCard) -> None:
    """The name, and behind it the mark of a sample."""
    mark = _sample_mark() if card.is_sample else ""
    width = painter.fontMetrics().horizontalAdvance(mark) + 16 if mark else 0
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    painter.setFont(bold)
    painter.setPen(theme.colour("text"))
    name = _elided(painter, card.name, area.width() - width - 12 * bool(mark))
    painter.drawText(area, _LEFT, name)
    end = area.x() + painter.fontMetrics().horizontalAdvance(name) + 12
    painter.setFont(font)
    if mark:
        _pill(painter, QRectF(end, area.center().y() - 10, width, 20), mark)


def _overdue(painter: QPainter, area: QRectF, count: int) -> float:
    """How many are late, in sign, word and colour; gives the width that this takes."""
    words = plural("{count} overdue", "{count} overdue", count)
    width = painter.fontMetrics().horizontalAdvance(words)
    painter.setPen(theme.colour("bad"))
    painter.drawText(area, _RIGHT, words)
    icons.paint(painter, "warning", "bad", QRectF(area.right() - width - 22, area.center().y() - 8, 16, 16))
    return width + 34.0


def _pill(painter: QPainter, rect: QRectF, words: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("info_soft"))
    painter.drawRoundedRect(rect, 10, 10)
    painter.setPen(theme.colour("info"))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)


def _counts(painter: QPainter, area: QRectF, card: ClientCard) -> None:
    """What is filled in, and its picture."""
    painter.setPen(theme.colour("text"))
    words = _("{done} of {total}").format(done=card.filled, total=card.total) if card.total else "–"
    painter.drawText(_half(area, 0), _RIGHT, words)
    strip = QRectF(area.x(), _half(area, 1).center().y() - 3, area.width(), 6)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("pressed"))
    painter.drawRoundedRect(strip, 3, 3)
    if card.total and card.filled:
        strip.setWidth(max(6.0, strip.width() * min(1.0, card.filled / card.total)))
        painter.setBrush(theme.colour("accent"))
        painter.drawRoundedRect(strip, 3, 3)
