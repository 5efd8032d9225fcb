"""A plan on a time axis that answers to mouse, keys and those who cannot see it (ux.md W4)."""

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from isodesk.domain.charts import Gantt, GanttBar
from isodesk.ui import speech
from isodesk.ui.speech import _
from isodesk.ui.tip import tip
from isodesk.ui.widgets.gantt_surface import GanttSurface


class GanttView(GanttSurface):
    """`bar_picked` carries the row that was clicked; Ctrl+wheel, + and - zoom."""

    bar_picked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.retranslate()

    def set_chart(self, chart: Gantt, lines: tuple[GanttBar | None, ...] | None = None) -> None:
        """As the surface does, and says it."""
        super().set_chart(chart, lines)
        self._speak()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click takes the table to the same row."""
        row = self.bar_at(event.position())
        if row >= 0:
            if self._table is not None and self._table.model() is not None:
                self._table.setCurrentIndex(self._table.model().index(row, 0))
            self.bar_picked.emit(row)
        super().mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl zooms, Shift goes sideways."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The same by keys."""
        steps = {"+": 1, "=": 1, "-": -1}.get(event.text())
        if steps is not None:
            self.zoom_by(steps)
        else:
            super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Hovering a row names its bar."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            row = self.bar_at(QPointF(event.pos()))
            item = self._lines[row] if row >= 0 else None
            QToolTip.showText(event.globalPos(), tip(in_words(item)) if item is not None else "", self)
            return True
        return super().viewportEvent(event)

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
        self.setAccessibleDescription("; ".join(in_words(bar) for bar in self._chart.bars[:50]))


def in_words(bar: GanttBar) -> str:
    """A bar for tooltips and for those who cannot see it."""
    day = speech.speech().date
    if bar.milestone:
        return _("{task}: milestone {due}").format(task=bar.label, due=day(bar.due))
    words = _("{task}: {start} – {due}, {percent} % done")
    return words.format(task=bar.label, start=day(bar.start), due=day(bar.due), percent=round(bar.done * 100))
