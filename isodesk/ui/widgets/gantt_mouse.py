"""The mouse on the timeline: bars are pulled, links are drawn from the ring at a bar's end, a click chooses a link."""

from datetime import date
from typing import Final

from PySide6.QtCore import QObject, QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter

from isodesk.ui.speech import _
from isodesk.ui.widgets import gantt_ghost
from isodesk.ui.widgets.gantt_body import Grip, Part
from isodesk.ui.widgets.gantt_drag import Drag, pulled
from isodesk.ui.widgets.gantt_surface import GanttSurface

_CURSORS: Final = {
    Part.BODY: Qt.CursorShape.OpenHandCursor,
    Part.START: Qt.CursorShape.SizeHorCursor,
    Part.DUE: Qt.CursorShape.SizeHorCursor,
    Part.HANDLE: Qt.CursorShape.CrossCursor,
    Part.LINK: Qt.CursorShape.PointingHandCursor,
}
_BEGINS: Final = 4
"""Pixels that the mouse goes before a press becomes a pull."""
_EDGE, _STRIDE, _PAUSE = 24, 14, 25
"""Near the edge (pixels) the picture moves by a stride (pixels) after each pause (ms)."""


class MouseHand(QObject):
    """`placed` carries row, start and due; `joined` the rows of predecessor and successor."""

    placed = Signal(int, object, object)
    joined = Signal(int, int)

    def __init__(self, surface: GanttSurface) -> None:
        super().__init__(surface)
        self.editable = False
        self._surface = surface
        self._drag: Drag | None = None
        self._pressed = QPointF()
        self._at = QPointF()
        self._pulling = False
        self._hovered = -1
        self._timer = QTimer(self)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._go_on)

    @property
    def pulling(self) -> bool:
        """Whether something is being pulled at this moment."""
        return self._pulling

    def press(self, event: QMouseEvent, grip: Grip) -> None:
        """Takes hold; nothing moves yet."""
        self.cancel()
        item = self._surface.body.task(grip.row)
        if event.button() is not Qt.MouseButton.LeftButton or not self.editable or item is None:
            return
        if grip.part in {Part.BODY, Part.START, Part.DUE, Part.HANDLE}:
            x = self._surface.content(event.position()).x()
            self._drag = Drag(grip.part, grip.row, item, x, x, self._surface.body.middle(grip.row))
            self._pressed = self._at = event.position()

    def move(self, event: QMouseEvent) -> None:
        """Pulls what is held; else shows what could be."""
        self._at = event.position()
        if self._drag is None or not event.buttons() & Qt.MouseButton.LeftButton:
            self._hover(self._surface.content(event.position()))
            return
        way = self._at - self._pressed
        far = abs(way.x()) if self._drag.part is not Part.HANDLE else max(abs(way.x()), abs(way.y()))
        if not self._pulling and far >= _BEGINS:
            self._pulling = True
            self._timer.start()
        if self._pulling:
            self._pull()

    def release(self) -> None:
        """Lets go: says what is wanted, if anything is other than before."""
        drag, was_pulling = self._drag, self._pulling
        self.cancel()
        if drag is None or not was_pulling:
            return
        if drag.part is Part.HANDLE:
            if drag.target >= 0:
                self.joined.emit(drag.row, drag.target)
            return
        start, due = self._days(drag)
        if (start, due) != (drag.bar.start, drag.bar.due):
            self.placed.emit(drag.row, start, due)

    def cancel(self) -> bool:
        """Lets go without a change; whether something was held."""
        held = self._drag is not None
        self._drag, self._pulling = None, False
        self._timer.stop()
        if held:
            self._surface.viewport().unsetCursor()
            self._surface.viewport().update()
        return held

    def leave(self) -> None:
        """The mouse is gone."""
        self._show_handle(-1)

    def paint(self, painter: QPainter, seen: QRect) -> None:
        """The ghost of what is pulled, or the ring of the bar under the mouse."""
        body, drag = self._surface.body, self._drag
        if drag is None or not self._pulling:
            if self.editable:
                gantt_ghost.handle(painter, body, self._hovered)
        elif drag.part is Part.HANDLE:
            gantt_ghost.rubber(painter, body, (drag.row, drag.target), QPointF(drag.x, drag.y), self._words(drag), seen)
        else:
            gantt_ghost.landing(painter, body, drag.row, self._days(drag), seen)

    def _words(self, drag: Drag) -> str:
        then = self._surface.body.task(drag.target)
        if then is None:
            return ""
        ends = {"successor": gantt_ghost.in_short(then.label), "predecessor": gantt_ghost.in_short(drag.bar.label)}
        return _("{successor} waits for {predecessor}").format(**ends)

    def _days(self, drag: Drag) -> tuple[date, date]:
        axis = self._surface.axis()
        days = drag.days(axis.day) if axis is not None else 0
        return pulled(drag.bar, drag.part, days, self._surface.body.is_off)

    def _pull(self) -> None:
        if self._drag is None:
            return
        at, body = self._surface.content(self._at), self._surface.body
        target = -1
        if self._drag.part is Part.HANDLE:
            row = body.row_at(at.y())
            target = row if row != self._drag.row and _is_over(self._surface, row, at.x()) else -1
        self._drag = self._drag.to(at.x(), at.y(), target)
        self._surface.viewport().setCursor(self._pulling_cursor(target))
        self._surface.viewport().update()

    def _pulling_cursor(self, target: int) -> Qt.CursorShape:
        part = self._drag.part if self._drag is not None else Part.NOTHING
        if part is Part.HANDLE:
            return Qt.CursorShape.CrossCursor if target >= 0 else Qt.CursorShape.ForbiddenCursor
        return Qt.CursorShape.ClosedHandCursor if part is Part.BODY else Qt.CursorShape.SizeHorCursor

    def _go_on(self) -> None:
        """Moves the picture along while something is held at its edge."""
        surface, view = self._surface, self._surface.viewport().rect()
        across, down = surface.horizontalScrollBar(), surface.verticalScrollBar()
        across.setValue(across.value() + _stride(self._at.x(), view.width()))
        if self._drag is not None and self._drag.part is Part.HANDLE:
            down.setValue(down.value() + _stride(self._at.y(), view.height()))
        self._pull()

    def _hover(self, at: QPointF) -> None:
        grip = self._surface.body.grip_at(at) if self.editable else Grip()
        if grip.part in _CURSORS:
            self._surface.viewport().setCursor(_CURSORS[grip.part])
        else:
            self._surface.viewport().unsetCursor()
        self._show_handle(grip.row if grip.part in {Part.BODY, Part.START, Part.DUE, Part.HANDLE} else -1)

    def _show_handle(self, row: int) -> None:
        if row != self._hovered:
            self._hovered = row
            self._surface.viewport().update()


def _stride(place: float, length: int) -> int:
    if place < _EDGE:
        return -_STRIDE
    return _STRIDE if place > length - _EDGE else 0


def _is_over(surface: GanttSurface, row: int, x: float) -> bool:
    item, axis = surface.body.task(row), surface.axis()
    if item is None or axis is None:
        return False
    left, right = axis.extent(item)
    return left - 12 <= x <= right + 12
