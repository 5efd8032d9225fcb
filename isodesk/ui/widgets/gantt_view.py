"""A plan on a time axis that answers to mouse, keys and those who cannot see it (ux.md W4)."""

from PySide6.QtCore import QEvent, QPointF, QRect, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from isodesk.domain.charts import Gantt, GanttBar
from isodesk.ui import speech, theme
from isodesk.ui.speech import _
from isodesk.ui.tip import tip
from isodesk.ui.widgets.gantt_body import Part
from isodesk.ui.widgets.gantt_keys import KeyHand, link_in_words
from isodesk.ui.widgets.gantt_menu import menu_of
from isodesk.ui.widgets.gantt_mouse import MouseHand
from isodesk.ui.widgets.gantt_surface import GanttSurface


class GanttView(GanttSurface):
    """Says what a person wants of the plan, and changes nothing itself: whoever owns the plan sets another chart."""

    bar_picked = Signal(int)
    """The row that was clicked."""
    bar_moved = Signal(int, object, object)
    """Row, new start, new due date."""
    link_made = Signal(int, int)
    """Rows of predecessor and successor."""
    link_removed = Signal(int, int)
    focused = Signal(bool)
    """Whether the timeline has the keyboard now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mouse = MouseHand(self)
        self.keys = KeyHand(self)
        for hand in (self.mouse, self.keys):
            hand.placed.connect(self.bar_moved)
            hand.joined.connect(self._join)
        self.keys.removed.connect(lambda link: self.link_removed.emit(link.before, link.after))
        self.keys.told.connect(self._say)
        self.retranslate()

    def set_editable(self, editable: bool) -> None:
        """Whether bars and links can be changed; not before this is called."""
        self.mouse.editable = self.keys.editable = editable

    def set_chart(self, chart: Gantt, lines: tuple[GanttBar | None, ...] | None = None) -> None:
        """As the surface does, and says it; what is pulled at this moment is let go."""
        self.mouse.cancel()
        self.keys.cancel()
        super().set_chart(chart, lines)
        self._speak()

    def set_current(self, row: int) -> None:
        """As the surface does, and says it; a link of another bar is chosen no longer."""
        super().set_current(row)
        if self.body.chosen is not None and not self.body.chosen.touches(row):
            self.body.chosen = None
        self._speak()

    def _join(self, before: int, after: int) -> None:
        known = {(link.before, link.after) for link in self.body.links.of(before)}
        if (before, after) not in known:
            self.link_made.emit(before, after)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click takes the table to the same row, or chooses a link; a press on a bar begins to pull it."""
        grip = self.body.grip_at(self.content(event.position()))
        if self.keys.linking:
            self.keys.link_to(grip.row)
        elif grip.part is Part.LINK and event.button() is Qt.MouseButton.LeftButton and self.keys.editable:
            self.keys.choose(grip.link)
        else:
            self.keys.choose(None)
            if grip.row >= 0:
                self.go_to_row(grip.row)
                self.bar_picked.emit(grip.row)
            self.mouse.press(event, grip)
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pulls, or shows what could be pulled."""
        self.mouse.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """What was pulled stays there."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.mouse.release()
        super().mouseReleaseEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl zooms, Shift goes sideways."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc lets go; else as KeyHand has it; else as any area that scrolls."""
        if event.key() == Qt.Key.Key_Escape and self.mouse.cancel():
            return
        if self.mouse.pulling or self.keys.press(event):
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Esc belongs to what is being done here before it belongs to the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            busy = self.mouse.pulling or self.keys.linking
            if busy and event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                event.accept()
                return True
        return super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the bar under the mouse, or of the current one for the key of menus."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        menu = menu_of(self, self.keys)
        middle = QPointF(self.viewport().width() / 3, self.body.middle(max(0, self.current())))
        here = middle.toPoint() - self.content(QPointF()).toPoint()
        menu.popup(event.globalPos() if by_mouse else self.viewport().mapToGlobal(here))
        menu.aboutToHide.connect(menu.deleteLater)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming by the keyboard, one is on a row at once."""
        super().focusInEvent(event)
        if self.current() < 0 and self.body.lines:
            self.go_to_row(0)
        self._speak()
        self.viewport().update()
        self.focused.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was begun is left."""
        super().focusOutEvent(event)
        self.keys.cancel()
        self.viewport().update()
        self.focused.emit(False)

    def paint_over(self, painter: QPainter, seen: QRect) -> None:
        """Ghosts, and a frame round the current row while this has the keyboard."""
        if self.hasFocus() and self.body.line(self.current()) is not None:
            painter.setPen(QPen(theme.colour("accent"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(seen.left() - 2, self.current() * self._row, seen.width() + 4, self._row - 1)
        self.mouse.paint(painter, self._whole())
        self.keys.paint(painter, self._whole())

    def _whole(self) -> QRect:
        return self.viewport().rect().translated(self.content(QPointF()).toPoint())

    def viewportEvent(self, event: QEvent) -> bool:
        """Hovering a bar or a link names it."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), tip(self._words_at(QPointF(event.pos()))), self)
            return True
        if event.type() == QEvent.Type.Leave:
            self.mouse.leave()
        return super().viewportEvent(event)

    def _words_at(self, point: QPointF) -> str:
        grip = self.body.grip_at(self.content(point))
        if grip.link is not None:
            return link_in_words(self, grip.link)
        item = self.body.line(grip.row)
        return in_words(item) if item is not None else ""

    def changeEvent(self, event: QEvent) -> None:
        """Speaks the other language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """The picture in words."""
        self._speak()
        self._head.update()

    def _speak(self) -> None:
        self.setAccessibleName(_("Timeline"))
        item = self.body.line(self.current())
        if item is None:
            self.setAccessibleDescription("; ".join(in_words(bar) for bar in self.body.chart.bars[:50]))
            return
        before = [link for link in self.body.links.of(self.current()) if link.after == self.current()]
        words = "; ".join((in_words(item), *(link_in_words(self, link) for link in before)))
        if words != self.accessibleDescription():
            self._say(words)

    def _say(self, words: str) -> None:
        self.setAccessibleDescription(words)
        if self.hasFocus() and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))


def in_words(bar: GanttBar) -> str:
    """A bar for tooltips and for those who cannot see it."""
    day = speech.speech().date
    if bar.milestone:
        words = _("{task}: milestone {due}").format(task=bar.label, due=day(bar.due))
    else:
        template = _("{task}: {start} – {due}, {percent} % done")
        words = template.format(task=bar.label, start=day(bar.start), due=day(bar.due), percent=round(bar.done * 100))
    more = [words]
    if bar.late:
        more.append(_("overdue"))
    if bar.critical:
        more.append(_("on the critical path"))
    if bar.pinned:
        more.append(_("pinned"))
    if bar.baseline is not None:
        more.append(_("baseline: {start} – {due}").format(start=day(bar.baseline[0]), due=day(bar.baseline[1])))
    return "; ".join(more)
