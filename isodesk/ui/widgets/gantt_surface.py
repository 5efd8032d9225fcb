"""The drawn plan: a time axis beside a table, row by row, scrolling as one (look.md, ux.md W4)."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QTableView, QWidget

from isodesk.domain.charts import Gantt, GanttBar
from isodesk.ui import theme
from isodesk.ui.widgets import gantt_head
from isodesk.ui.widgets.gantt_axis import ZOOMS, Axis
from isodesk.ui.widgets.gantt_body import ROW, GanttBody

HEAD = 44


class GanttSurface(QAbstractScrollArea):
    """Rows, axis, zoom and scrolling; GanttView adds mouse, keys and words."""

    zoomed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body = GanttBody()
        self._zoom = "month"
        self._row = ROW
        self._head_height = HEAD
        self._table: QTableView | None = None
        self._head = _Head(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.viewport().setMouseTracking(True)
        self.horizontalScrollBar().valueChanged.connect(self._head.update)
        self.setViewportMargins(0, HEAD, 0, 0)

    def set_chart(self, chart: Gantt, lines: tuple[GanttBar | None, ...] | None = None) -> None:
        """One bar per row of the table, in its order; `lines` are the rows where some have no bar (None).

        The first chart scrolls to its first day; later ones keep the day at the left where it is.
        """
        before, across = self.body.axis, self.horizontalScrollBar()
        kept = before.date_at(across.value()) if before is not None else None
        rest = across.value() - before.x(kept) if before is not None and kept is not None else 0.0
        self.body.take(chart, chart.bars if lines is None else lines)
        self._measure()
        if self.body.axis is not None and kept is not None:
            across.setValue(round(self.body.axis.x(kept) + rest))
        elif chart.first is not None:
            self.show_day(chart.first)

    def set_days_off(self, is_off: Callable[[date], bool]) -> None:
        """Which days nobody works on; Saturdays and Sundays until this is called."""
        self.body.is_off = is_off
        self.viewport().update()

    def axis(self) -> Axis | None:
        """The time axis in force; None for an empty plan."""
        return self.body.axis

    def zoom(self) -> str:
        """week, month or quarter."""
        return self._zoom

    def set_zoom(self, zoom: str) -> None:
        """Keeps the day in the middle where it is."""
        if zoom not in ZOOMS or zoom == self._zoom:
            return
        middle = self.horizontalScrollBar().value() + self.viewport().width() / 2
        kept = self.body.axis.date_at(middle) if self.body.axis else None
        self._zoom = zoom
        self._measure()
        if kept is not None:
            self.show_day(kept, centre=True)
        self.zoomed.emit(zoom)

    def zoom_by(self, steps: int) -> None:
        """Positive steps come closer."""
        place = ZOOMS.index(self._zoom) - steps
        self.set_zoom(ZOOMS[max(0, min(len(ZOOMS) - 1, place))])

    def show_day(self, day: date, *, centre: bool = False) -> None:
        """Scrolls sideways to a day."""
        if self.body.axis is not None:
            offset = self.viewport().width() / 2 if centre else 48
            self.horizontalScrollBar().setValue(round(self.body.axis.x(day) - offset))

    def show_line(self, row: int) -> None:
        """Scrolls up or down until a row is in sight."""
        bar, top = self.verticalScrollBar(), row * self._row
        if top < bar.value():
            bar.setValue(top)
        elif top + self._row > bar.value() + self.viewport().height():
            bar.setValue(top + self._row - self.viewport().height())

    def follow(self, table: QTableView) -> None:
        """Takes row height, head height, current row and vertical scrolling from `table`."""
        self._table = table
        table.horizontalHeader().setFixedHeight(HEAD)
        for view in (self, table):
            view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        table.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self.verticalScrollBar().valueChanged.connect(table.verticalScrollBar().setValue)
        table.horizontalHeader().geometriesChanged.connect(self._fit)
        table.verticalHeader().sectionResized.connect(lambda *_sizes: self._fit())
        if table.selectionModel() is not None:
            table.selectionModel().currentRowChanged.connect(lambda now, _old: self.set_current(now.row()))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._fit()

    def current(self) -> int:
        """The row that has the keyboard; -1 for none."""
        return self.body.current

    def set_current(self, row: int) -> None:
        """Tints the row that is current in the table."""
        self.body.current = row
        self.viewport().update()

    def go_to_row(self, row: int) -> None:
        """Makes a row the current one, in the table too, and brings it into sight."""
        if self._table is not None and self._table.model() is not None:
            column = max(0, self._table.currentIndex().column())
            self._table.setCurrentIndex(self._table.model().index(row, column))
        else:
            self.set_current(row)
        self.show_line(row)

    def _fit(self) -> None:
        table = self._table
        if table is None:
            return
        self._row = table.verticalHeader().defaultSectionSize()
        frame = table.frameWidth()
        self._head_height = max(24, table.horizontalHeader().height() + frame)
        self.setViewportMargins(0, self._head_height, 0, frame)
        self._place_head()
        self._measure()

    def _measure(self) -> None:
        self.body.measure(self._zoom, self._row)
        width = self.body.axis.width if self.body.axis else 0
        view = self.viewport().size()
        self.horizontalScrollBar().setRange(0, max(0, width - view.width()))
        self.horizontalScrollBar().setPageStep(view.width())
        self.horizontalScrollBar().setSingleStep(40)
        self.verticalScrollBar().setRange(0, max(0, self.body.height - view.height()))
        self.verticalScrollBar().setPageStep(view.height())
        self.verticalScrollBar().setSingleStep(self._row)
        self.viewport().update()
        self._head.update()

    def _place_head(self) -> None:
        frame = self.contentsRect()
        self._head.setGeometry(frame.x(), frame.y(), self.viewport().width(), self._head_height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The head is as wide as the body."""
        super().resizeEvent(event)
        self._place_head()
        self._measure()

    def content(self, point: QPointF) -> QPointF:
        """A point of the viewport as a point of the whole picture."""
        return point + QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Only the rows and days that are exposed."""
        painter = QPainter(self.viewport())
        exposed = event.rect()
        painter.fillRect(exposed, theme.colour("surface"))
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        painter.translate(-across, -down)
        seen = exposed.translated(across, down)
        self.body.paint(painter, seen)
        self.paint_over(painter, seen)

    def paint_over(self, painter: QPainter, seen: QRect) -> None:
        """What is laid over the picture while it is worked on."""

    def paint_head(self, painter: QPainter, rect: QRect) -> None:
        """The months and weeks above the body."""
        painter.fillRect(rect, theme.colour("sunken"))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, theme.colour("hairline"))
        if self.body.axis is not None:
            painter.translate(-self.horizontalScrollBar().value(), 0)
            seen = rect.translated(self.horizontalScrollBar().value(), 0)
            gantt_head.head(painter, self.body.axis, seen, self.body.chart.today)

    def bar_at(self, point: QPointF) -> int:
        """The row under a point of the viewport; -1 below the last one."""
        return self.body.row_at(self.content(point).y())

    def sizeHint(self) -> QSize:
        """Wide; as high as its rows."""
        return QSize(640, self._head_height + self._row * min(12, len(self.body.lines)))


class _Head(QWidget):
    def __init__(self, view: GanttSurface) -> None:
        super().__init__(view)
        self._view = view

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._view.paint_head(QPainter(self), self.rect())
