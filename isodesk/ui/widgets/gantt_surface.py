"""The drawn plan: a time axis beside a table, row by row, scrolling as one (look.md, ux.md W4)."""

from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QHBoxLayout, QTableView, QWidget

from isodesk.domain.charts import Gantt, GanttBar
from isodesk.ui import theme
from isodesk.ui.speech import _
from isodesk.ui.widgets import gantt_paint
from isodesk.ui.widgets.buttons import icon_button, name_button
from isodesk.ui.widgets.gantt_axis import ZOOMS, Axis

ROW = 32
HEAD = 44


class GanttSurface(QAbstractScrollArea):
    """Rows, axis, zoom and scrolling; GanttView adds mouse, keys and words."""

    zoomed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chart = Gantt(())
        self._lines: tuple[GanttBar | None, ...] = ()
        self._axis: Axis | None = None
        self._zoom = "month"
        self._row = ROW
        self._head_height = HEAD
        self._current = -1
        self._table: QTableView | None = None
        self._head = _Head(self)
        self._buttons = _ZoomButtons(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.viewport().setMouseTracking(True)
        self.horizontalScrollBar().valueChanged.connect(self._head.update)
        self.setViewportMargins(0, HEAD, 0, 0)

    def set_chart(self, chart: Gantt, lines: tuple[GanttBar | None, ...] | None = None) -> None:
        """One bar per row of the table, in its order; `lines` are the rows where some have no bar (None).

        The first chart scrolls to its first day.
        """
        first_time = self._axis is None
        self._chart = chart
        self._lines = chart.bars if lines is None else lines
        self._measure()
        if first_time and chart.first is not None:
            self.show_day(chart.first)

    def axis(self) -> Axis | None:
        """The time axis in force; None for an empty plan."""
        return self._axis

    def zoom(self) -> str:
        """week, month or quarter."""
        return self._zoom

    def set_zoom(self, zoom: str) -> None:
        """Keeps the day in the middle where it is."""
        if zoom not in ZOOMS or zoom == self._zoom:
            return
        middle = self.horizontalScrollBar().value() + self.viewport().width() / 2
        kept = self._axis.date_at(middle) if self._axis else None
        self._zoom = zoom
        self._measure()
        if kept is not None:
            self.show_day(kept, centre=True)
        self.zoomed.emit(zoom)

    def zoom_by(self, steps: int) -> None:
        """Positive steps come closer."""
        place = ZOOMS.index(self._zoom) - steps
        self.set_zoom(ZOOMS[max(0, min(len(ZOOMS) - 1, place))])
        self._buttons.mark(self._zoom)

    def show_day(self, day: date, *, centre: bool = False) -> None:
        """Scrolls sideways to a day."""
        if self._axis is not None:
            offset = self.viewport().width() / 2 if centre else 48
            self.horizontalScrollBar().setValue(round(self._axis.x(day) - offset))

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

    def set_current(self, row: int) -> None:
        """Tints the row that is current in the table."""
        self._current = row
        self.viewport().update()

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
        first, last = self._chart.first, self._chart.last
        if first is None or last is None:
            self._axis = None
        else:
            self._axis = Axis.around(first, last, self._zoom)
        width = self._axis.width if self._axis else 0
        view = self.viewport().size()
        self.horizontalScrollBar().setRange(0, max(0, width - view.width()))
        self.horizontalScrollBar().setPageStep(view.width())
        self.horizontalScrollBar().setSingleStep(40)
        height = self._row * len(self._lines)
        self.verticalScrollBar().setRange(0, max(0, height - view.height()))
        self.verticalScrollBar().setPageStep(view.height())
        self.verticalScrollBar().setSingleStep(self._row)
        self.viewport().update()
        self._head.update()

    def _place_head(self) -> None:
        frame = self.contentsRect()
        self._head.setGeometry(frame.x(), frame.y(), self.viewport().width(), self._head_height)
        hint = self._buttons.sizeHint()
        x = frame.x() + self.viewport().width() - hint.width() - 4
        self._buttons.setGeometry(x, frame.y(), hint.width() + 4, self._head_height - 1)
        self._buttons.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The head is as wide as the body."""
        super().resizeEvent(event)
        self._place_head()
        self._measure()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Only the rows and days that are exposed."""
        painter = QPainter(self.viewport())
        exposed = event.rect()
        painter.fillRect(exposed, theme.colour("surface"))
        if self._axis is None:
            return
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        painter.translate(-across, -down)
        seen = exposed.translated(across, down)
        top = max(0, seen.top() // self._row)
        bottom = min(len(self._lines) - 1, seen.bottom() // self._row)
        gantt_paint.grid(painter, self._axis, seen)
        for row in range(top, bottom + 1):
            line = QRect(seen.x(), row * self._row, seen.width(), self._row)
            gantt_paint.ground(painter, line, current=row == self._current)
            item = self._lines[row]
            if item is not None:
                gantt_paint.bar(painter, self._axis, item, line)
        if self._chart.today is not None:
            gantt_paint.today(painter, self._axis, self._chart.today, seen)

    def paint_head(self, painter: QPainter, rect: QRect) -> None:
        """The months and weeks above the body."""
        painter.fillRect(rect, theme.colour("sunken"))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, theme.colour("hairline"))
        if self._axis is not None:
            painter.translate(-self.horizontalScrollBar().value(), 0)
            seen = rect.translated(self.horizontalScrollBar().value(), 0)
            gantt_paint.head(painter, self._axis, seen, self._chart.today)

    def bar_at(self, point: QPointF) -> int:
        """The row under a point of the body; -1 below the last one."""
        row = int(point.y() + self.verticalScrollBar().value()) // self._row
        return row if 0 <= row < len(self._lines) else -1

    def sizeHint(self) -> QSize:
        """Wide; as high as its rows."""
        return QSize(640, self._head_height + self._row * min(12, len(self._lines)))


class _Head(QWidget):
    def __init__(self, view: GanttSurface) -> None:
        super().__init__(view)
        self._view = view

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._view.paint_head(QPainter(self), self.rect())


class _ZoomButtons(QWidget):
    def __init__(self, view: GanttSurface) -> None:
        super().__init__(view)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", "sunken")
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 0, 0)
        row.setSpacing(0)
        self._out = icon_button("zoom-out", size=16)
        self._in = icon_button("zoom-in", size=16)
        self._out.clicked.connect(lambda _checked=False: view.zoom_by(-1))
        self._in.clicked.connect(lambda _checked=False: view.zoom_by(1))
        row.addWidget(self._out)
        row.addWidget(self._in)
        self.mark(view.zoom())
        self.retranslate()

    def mark(self, zoom: str) -> None:
        """Ends of the scale are greyed."""
        self._in.setEnabled(zoom != ZOOMS[0])
        self._out.setEnabled(zoom != ZOOMS[-1])

    def retranslate(self) -> None:
        """Names of the two buttons."""
        name_button(self._out, _("Show a longer time"), "−")
        name_button(self._in, _("Show more detail"), "+")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
