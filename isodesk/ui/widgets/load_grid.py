"""Who has how much work in which week: people down, weeks across, a filled cell for the share of the hours there are."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget

from isodesk.ui import theme
from isodesk.ui.speech import _, speech
from isodesk.ui.tip import tip

_ROW: Final = 36
_HEAD: Final = 44
_WEEK: Final = 52
_NAMES: Final = 208
_PAD: Final = 8
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_CENTRE: Final = Qt.AlignmentFlag.AlignCenter
_MOST_ROWS: Final = 12


@dataclass(frozen=True, slots=True)
class LoadCell:
    """Hours of work and hours there are; `above` where the work is more."""

    hours: float
    capacity: float
    above: bool = False


@dataclass(frozen=True, slots=True)
class LoadRow:
    """A person with the cells of all weeks."""

    name: str
    note: str
    cells: tuple[LoadCell, ...]


class LoadGrid(QAbstractScrollArea):
    """`cell_chosen` carries row and column of the cell that became current. One stop by Tab; arrows move."""

    cell_chosen = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[LoadRow, ...] = ()
        self._weeks: tuple[date, ...] = ()
        self._here = (-1, -1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.viewport().setMouseTracking(True)

    def set_loads(self, weeks: tuple[date, ...], rows: tuple[LoadRow, ...]) -> None:
        """Mondays and people; the current cell stays where it is while there is one."""
        self._weeks, self._rows = weeks, rows
        row, column = self._here
        if rows and weeks:
            self._here = (min(max(0, row), len(rows) - 1), min(max(0, column), len(weeks) - 1))
        else:
            self._here = (-1, -1)
        shown = min(_MOST_ROWS, max(1, len(rows)))
        self.setFixedHeight(_HEAD + shown * _ROW + self.horizontalScrollBar().sizeHint().height() + 2)
        self._measure()
        self._speak()

    def current(self) -> tuple[int, int]:
        """Row and column of the current cell; (-1, -1) in an empty grid."""
        return self._here

    def go_to(self, row: int, column: int) -> None:
        """Makes a cell current and brings it into sight."""
        if not self._rows or not self._weeks:
            return
        row = min(max(0, row), len(self._rows) - 1)
        column = min(max(0, column), len(self._weeks) - 1)
        changed = (row, column) != self._here
        self._here = (row, column)
        left, top = column * _WEEK, row * _ROW
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        room = QSize(self.viewport().width() - _NAMES, self.viewport().height() - _HEAD)
        across.setValue(min(left, max(across.value(), left + _WEEK - room.width())))
        down.setValue(min(top, max(down.value(), top + _ROW - room.height())))
        self.viewport().update()
        self._speak()
        if changed:
            self.cell_chosen.emit(row, column)

    def _measure(self) -> None:
        view = self.viewport().size()
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setRange(0, max(0, len(self._weeks) * _WEEK - (view.width() - _NAMES)))
        across.setPageStep(max(1, view.width() - _NAMES))
        across.setSingleStep(_WEEK)
        down.setRange(0, max(0, len(self._rows) * _ROW - (view.height() - _HEAD)))
        down.setPageStep(max(1, view.height() - _HEAD))
        down.setSingleStep(_ROW)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width shows more or fewer weeks."""
        super().resizeEvent(event)
        self._measure()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Cells first; names and weeks lie over what is scrolled below them."""
        painter = QPainter(self.viewport())
        whole = self.viewport().rect()
        painter.fillRect(whole, theme.colour("surface"))
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        first = max(0, across // _WEEK)
        last = min(len(self._weeks), (across + whole.width() - _NAMES) // _WEEK + 1)
        for number, row in enumerate(self._rows):
            top = _HEAD + number * _ROW - down
            for column in range(first, last):
                place = QRect(_NAMES + column * _WEEK - across, top, _WEEK, _ROW)
                _cell(painter, place, row.cells[column])
                if (number, column) == self._here:
                    self._ring(painter, place)
        self._names(painter, down)
        self._head(painter, range(first, last), across)

    def _ring(self, painter: QPainter, place: QRect) -> None:
        painter.setPen(theme.colour("accent" if self.hasFocus() else "border"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place.adjusted(1, 1, -2, -2))
        if self.hasFocus():
            painter.drawRect(place.adjusted(2, 2, -3, -3))

    def _names(self, painter: QPainter, down: int) -> None:
        height = self.viewport().height()
        painter.fillRect(0, _HEAD, _NAMES, height - _HEAD, theme.colour("surface"))
        metrics = painter.fontMetrics()
        for number, row in enumerate(self._rows):
            top = _HEAD + number * _ROW - down
            room = QRect(_PAD, top, _NAMES - 2 * _PAD, _ROW)
            note = metrics.horizontalAdvance(row.note)
            painter.setPen(theme.colour("muted"))
            painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, row.note)
            painter.setPen(theme.colour("text"))
            name = metrics.elidedText(row.name, Qt.TextElideMode.ElideRight, room.width() - note - _PAD)
            painter.drawText(room, _LEFT, name)
            painter.fillRect(0, top + _ROW - 1, _NAMES, 1, theme.colour("hairline"))
        painter.fillRect(_NAMES - 1, 0, 1, height, theme.colour("hairline"))

    def _head(self, painter: QPainter, columns: range, across: int) -> None:
        painter.fillRect(0, 0, self.viewport().width(), _HEAD, theme.colour("sunken"))
        painter.setClipRect(_NAMES, 0, self.viewport().width() - _NAMES, _HEAD)
        for column in columns:
            week, left = self._weeks[column], _NAMES + column * _WEEK - across
            painter.setPen(theme.colour("muted"))
            painter.drawText(QRect(left, _HEAD // 2, _WEEK, _HEAD // 2), _CENTRE, f"{week:%d.%m}")
            if column == columns.start or week.day <= 7:
                place = QRect(max(left, _NAMES) + 6, 2, 3 * _WEEK, _HEAD // 2)
                painter.drawText(place, _LEFT, speech().month(week))
        painter.setClipping(False)
        painter.drawText(QRect(_PAD, 0, _NAMES - 2 * _PAD, _HEAD), _LEFT, _("Week from"))
        painter.fillRect(0, _HEAD - 1, self.viewport().width(), 1, theme.colour("hairline"))

    def _at(self, point: QPoint) -> tuple[int, int] | None:
        if point.x() < _NAMES or point.y() < _HEAD:
            return None
        column = (point.x() - _NAMES + self.horizontalScrollBar().value()) // _WEEK
        row = (point.y() - _HEAD + self.verticalScrollBar().value()) // _ROW
        return (row, column) if row < len(self._rows) and column < len(self._weeks) else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click makes a cell current."""
        found = self._at(event.position().toPoint())
        if found is not None:
            self.go_to(*found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home and End."""
        row, column = self._here
        moves = {
            Qt.Key.Key_Left: (row, column - 1),
            Qt.Key.Key_Right: (row, column + 1),
            Qt.Key.Key_Up: (row - 1, column),
            Qt.Key.Key_Down: (row + 1, column),
            Qt.Key.Key_Home: (row, 0),
            Qt.Key.Key_End: (row, len(self._weeks) - 1),
        }
        target = moves.get(Qt.Key(event.key())) if event.modifiers() == Qt.KeyboardModifier.NoModifier else None
        if target is None:
            super().keyPressEvent(event)
        else:
            self.go_to(*target)

    def viewportEvent(self, event: QEvent) -> bool:
        """Hovering names the cell."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            found = self._at(event.pos())
            QToolTip.showText(event.globalPos(), tip(self.words_of(*found)) if found else "", self)
            return True
        return super().viewportEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring comes."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes."""
        super().focusOutEvent(event)
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Speaks the other language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._speak()
            self.viewport().update()

    def words_of(self, row: int, column: int) -> str:
        """A cell for tooltips and for those who cannot see it."""
        found, cell, words = self._rows[row], self._rows[row].cells[column], speech()
        said = _("{name}, week from {day}: {hours} h of {capacity} h").format(
            name=found.name,
            day=words.date(self._weeks[column]),
            hours=words.number(round(cell.hours, 1)),
            capacity=words.number(round(cell.capacity, 1)),
        )
        return _("{cell}, too much").format(cell=said) if cell.above else said

    def _speak(self) -> None:
        self.setAccessibleName(_("Workload by person and week"))
        self.setAccessibleDescription(self.words_of(*self._here) if self._here[0] >= 0 else "")


def _cell(painter: QPainter, place: QRect, cell: LoadCell) -> None:
    """A column as high as the share of the hours there are; too much is hatched and carries a sign."""
    painter.fillRect(place.x(), place.bottom(), place.width(), 1, theme.colour("hairline"))
    painter.fillRect(place.right(), place.y(), 1, place.height(), theme.colour("hairline"))
    if cell.hours <= 0:
        return
    share = min(1.0, cell.hours / cell.capacity) if cell.capacity > 0 else 1.0
    height = max(2.0, share * (place.height() - 3))
    body = QRectF(place.x() + 1, place.bottom() - height, place.width() - 3, height)
    painter.fillRect(body, theme.colour("bad_soft" if cell.above else "accent_soft"))
    if cell.above:
        painter.fillRect(body, QBrush(theme.colour("bad_soft"), Qt.BrushStyle.BDiagPattern))
    painter.setPen(theme.colour("bad" if cell.above else "text"))
    number = speech().number(round(cell.hours, 1))
    painter.drawText(place, _CENTRE, f"{number} !" if cell.above else number)
