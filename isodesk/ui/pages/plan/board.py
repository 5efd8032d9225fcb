"""The plan in two halves, row by row beside each other: a table to type in and a time axis to look at."""

import json
from collections.abc import Callable, Mapping, MutableMapping
from datetime import date
from typing import Final

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from isodesk.domain.keys import TaskId
from isodesk.services.plan import TaskView
from isodesk.ui.models.plan_lines import Line, Wanted, chart_of, grouped, lines_of, section
from isodesk.ui.models.tasks import FIELDS, TasksModel
from isodesk.ui.pages.plan.cells import Choices, TaskDelegate
from isodesk.ui.speech import _
from isodesk.ui.widgets.data_table import DataTable
from isodesk.ui.widgets.empty import Empty
from isodesk.ui.widgets.gantt_view import GanttView
from isodesk.ui.widgets.spoken import Spoken

_WIDTHS: Final = (44, 288, 64, 132, 96, 112, 64, 68, 96, 160)


class PlanTable(DataTable):
    """`editing_ended` fires when a cell's editor has gone."""

    editing_ended = Signal()

    def is_editing(self) -> bool:
        """Whether somebody types in a cell at this moment."""
        return self.state() == QAbstractItemView.State.EditingState

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Tells so after Qt has done its part."""
        super().closeEditor(editor, hint)
        self.editing_ended.emit()


class PlanBoard(Spoken):
    """Shows tasks; `chosen` fires when other rows are current or selected."""

    chosen = Signal()
    reset_requested = Signal()
    empty_requested = Signal()

    def __init__(self, people: Callable[[], Choices], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = TasksModel(self)
        self.table = PlanTable(self)
        self.chart = GanttView(self)
        self.delegate = TaskDelegate(people, self.table)
        self.empty = Empty("gantt", self)
        self._nothing = Empty("search", self)
        self._tasks: tuple[TaskView, ...] = ()
        self._sections: Mapping[str, str] = {}
        self._today = date.min
        self._wanted = Wanted()
        self._shut: set[str] = set()
        self._store: MutableMapping[str, str] = {}
        self._set_up()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _set_up(self) -> None:
        self.table.setModel(self.model)
        self.table.setItemDelegate(self.delegate)
        for column, width in enumerate(_WIDTHS):
            self.table.setColumnWidth(column, width)
        self.table.allow_sorting()
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.chart.follow(self.table)

    def _lay_out(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.addWidget(self.table)
        self.splitter.addWidget(self.chart)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        self.splitter.setSizes([600, 400])
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2)
        self.table.setMinimumSize(240, 140)
        self.chart.setMinimumWidth(160)
        self.stack = QStackedWidget(self)
        for part in (self.splitter, self.empty, self._nothing):
            self.stack.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)

    def _connect(self) -> None:
        self.table.selectionModel().selectionChanged.connect(lambda *_rows: self.chosen.emit())
        self.table.clicked.connect(self._clicked)
        self.table.row_changed.connect(lambda _key: self._reveal())
        self.model.modelReset.connect(self._draw)
        self.model.layoutChanged.connect(self._draw)
        self.empty.action_requested.connect(self.empty_requested)
        self._nothing.action_requested.connect(self.reset_requested)
        self.chart.zoomed.connect(lambda _zoom: self.save_view())
        self.splitter.splitterMoved.connect(lambda *_place: self.save_view())

    def set_tasks(self, tasks: tuple[TaskView, ...], sections: Mapping[str, str], today: date) -> None:
        """The plan as stored now."""
        self._tasks, self._sections, self._today = tasks, sections, today
        self._show()

    def set_wanted(self, wanted: Wanted) -> None:
        """Other filters."""
        self._wanted = wanted
        self._show()

    def _show(self) -> None:
        bar, row = self.table.verticalScrollBar(), self.table.currentIndex().row()
        place = bar.value()
        flat = lines_of(self._tasks, self._wanted, self._today)
        self.model.set_lines(grouped(flat, self._sections, self._shut), flat)
        self._draw()
        bar.setValue(place)
        if row >= 0 and not self.table.currentIndex().isValid() and self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(min(row, self.model.rowCount() - 1), 1))
        shown: QWidget = self.splitter if flat else self._nothing if self._tasks else self.empty
        self._show_only(shown)
        self.chosen.emit()

    def _show_only(self, shown: QWidget) -> None:
        """What is hidden asks for no room."""
        for part in (self.splitter, self.empty, self._nothing):
            policy = QSizePolicy.Policy.Preferred if part is shown else QSizePolicy.Policy.Ignored
            part.setSizePolicy(policy, policy)
        self.stack.setCurrentWidget(shown)

    def _draw(self) -> None:
        self.chart.set_chart(*chart_of(self.model.rows(), self._today))
        self.chart.set_current(self.table.currentIndex().row())

    def _reveal(self) -> None:
        """Brings the bar of the current row into sight when it lies outside."""
        line, axis = self.current(), self.chart.axis()
        if line is None or axis is None or line.start is None or line.due is None:
            return
        left = self.chart.horizontalScrollBar().value()
        if axis.x(line.due) < left or axis.x(line.start) > left + self.chart.viewport().width():
            self.chart.show_day(line.start)

    def current(self) -> Line | None:
        """The line that has the keyboard."""
        return self.model.at(self.table.currentIndex())

    def chosen_tasks(self) -> list[TaskView]:
        """The tasks of the selected rows; headings do not count."""
        rows = sorted({index.row() for index in self.table.selectionModel().selectedRows()})
        lines = [self.model.at(row) for row in rows]
        return [line.task for line in lines if line is not None and line.task is not None]

    def titles(self, tasks: tuple[TaskId, ...]) -> tuple[str, ...]:
        """Number and title of some tasks, in the order of the plan."""
        wanted = set(tasks)
        return tuple(f"{task.number} {task.title}" for task in self._tasks if task.id in wanted)

    def neighbour(self, steps: int) -> int:
        """How many places of the plan lie between the current task and the one shown beside it; 0 beside a heading."""
        line = self.current()
        if line is None or line.task is None or self.model.is_sorted():
            return 0
        row = self.model.row_of(line.key) + steps
        beside = self.model.at(row)
        if beside is None or beside.task is None:
            return 0
        return beside.task.number - line.task.number

    def toggle(self) -> bool:
        """Folds or unfolds the heading that is current; False on a task."""
        line = self.current()
        if line is None or line.task is not None:
            return False
        self._shut ^= {line.key}
        self._show()
        return True

    def _clicked(self, index: QModelIndex) -> None:
        if index == self.table.currentIndex():
            self.toggle()

    def go_to(self, task: str, field: str = "title") -> bool:
        """Makes a task current, unfolding its section; False where the filters hide it."""
        found = next((view for view in self._tasks if view.id == task), None)
        if found is not None and f"section:{section(found)}" in self._shut:
            self._shut.discard(f"section:{section(found)}")
            self._show()
        across = self.table.horizontalScrollBar()
        place = across.value()
        there = self.table.go_to(task, FIELDS.index(field))
        across.setValue(place)
        return there

    def edit(self, field: str = "") -> None:
        """Opens the editor of the current cell, or of a named field of the current task."""
        index = self.table.currentIndex()
        if field or not self.model.flags(index) & Qt.ItemFlag.ItemIsEditable:
            index = index.siblingAtColumn(FIELDS.index(field or "title"))
        if self.model.flags(index) & Qt.ItemFlag.ItemIsEditable:
            self.table.setCurrentIndex(index)
            self.table.edit(index)

    def remember(self, store: MutableMapping[str, str]) -> None:
        """Widths, sorting, zoom and the place of the divider come from `store` and go there."""
        self._store = store
        self.table.remember(store, "plan")
        try:
            kept = json.loads(store.get("plan-view", ""))
            self.splitter.setSizes([int(size) for size in kept["split"]][:2])
            self.chart.set_zoom(str(kept["zoom"]))
        except (ValueError, KeyError, TypeError):
            return

    def save_view(self) -> None:
        """Called when the divider or the zoom changed."""
        if self.splitter.width() > 0:
            view = {"split": self.splitter.sizes(), "zoom": self.chart.zoom()}
            self._store["plan-view"] = json.dumps(view)

    def retranslate(self) -> None:
        """Names, and what is said when nothing passes the filters."""
        self.table.setAccessibleName(_("Tasks of the plan"))
        self._nothing.set_words(
            _("No task fits"), _("No task of the plan passes the filters or holds these words."), _("Show all tasks")
        )
