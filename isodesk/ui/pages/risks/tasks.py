"""The tasks of the plan that treat a risk: how far each one is, a link to it, and the two ways to add one."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from isodesk.services.risks import RiskTask
from isodesk.ui import icons
from isodesk.ui.models.risks import task_sign
from isodesk.ui.speech import _, speech
from isodesk.ui.widgets.buttons import button, name_button
from isodesk.ui.widgets.elided_label import ElidedLabel
from isodesk.ui.widgets.flow import Flow
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.spoken import Spoken


class TaskLines(Spoken):
    """`task_requested` carries the id of a task; the other two ask for a new one and for a choice."""

    task_requested = Signal(str)
    make_requested = Signal()
    choose_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks: tuple[RiskTask, ...] = ()
        self._heading = label(role="eyebrow")
        self._none = label(role="muted", wrap=True)
        self._lines: list[tuple[QWidget, QLabel, ElidedLabel, QPushButton]] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(2)
        tools = QWidget(self)
        flow = Flow(tools, 8, 8)
        self.make = button("", "", "plus")
        self.choose = button("", "quiet", "link")
        for made in (self.make, self.choose):
            flow.addWidget(made)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._heading)
        column.addWidget(self._none)
        column.addWidget(tools)
        column.addLayout(self._column)
        self.make.clicked.connect(lambda _checked=False: self.make_requested.emit())
        self.choose.clicked.connect(lambda _checked=False: self.choose_requested.emit())
        self.retranslate()

    def show_tasks(self, tasks: tuple[RiskTask, ...]) -> None:
        """The tasks of one risk."""
        self._tasks = tasks
        self.retranslate()

    def set_read_only(self, read_only: bool) -> None:
        """Links still lead to the plan."""
        self.make.setEnabled(not read_only)
        self.choose.setEnabled(not read_only)

    def _line(self, place: int) -> tuple[QWidget, QLabel, ElidedLabel, QPushButton]:
        while len(self._lines) <= place:
            holder = QWidget(self)
            row = QHBoxLayout(holder)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(6)
            sign, words = label(), ElidedLabel(holder)
            link = button("", "link", parent=holder)
            link.clicked.connect(partial(self._go, len(self._lines)))
            row.addWidget(sign)
            row.addWidget(words, 1)
            row.addWidget(link)
            self._column.addWidget(holder)
            self.setTabOrder(self._lines[-1][3] if self._lines else self.choose, link)
            self._lines.append((holder, sign, words, link))
        return self._lines[place]

    def _go(self, place: int, _checked: bool = False) -> None:
        if place < len(self._tasks):
            self.task_requested.emit(self._tasks[place].id)

    def retranslate(self) -> None:
        """Headings and lines."""
        self._heading.setText(_("Tasks of the plan"))
        self._none.setText(_("No task treats this yet."))
        self._none.setVisible(not self._tasks)
        self.make.setText(_("Make a task of the next measure"))
        name_button(self.make, self.make.text(), "N")
        self.choose.setText(_("Choose tasks…"))
        for place, task in enumerate(self._tasks):
            self._say(place, task)
        for place, (holder, *_rest) in enumerate(self._lines):
            holder.setVisible(place < len(self._tasks))

    def _say(self, place: int, task: RiskTask) -> None:
        _holder, sign, words, link = self._line(place)
        mark = task_sign(task)
        icons.put(sign, mark.icon, mark.token, 16)
        state = _("{percent} %").format(percent=task.done)
        parts = (f"{task.number} {task.title}", state, task.owner_name, speech().date(task.due))
        words.set_words(" · ".join(part for part in parts if part))
        link.setText(_("Plan"))
        link.setAccessibleName(_("Go to the task: {task}").format(task=task.title))
        link.setToolTip(_("Go to the task in the plan"))
