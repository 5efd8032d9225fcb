"""The place below the plan: the details of one chosen task, or what can be set for several."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from isodesk.services.plan import TaskView
from isodesk.ui.models.plan_lines import Line
from isodesk.ui.pages.plan.details import TaskDetails
from isodesk.ui.pages.plan.several import SeveralTasks
from isodesk.ui.widgets.spoken import Spoken


class Strip(Spoken):
    """`changed` carries the ids of tasks, a field and its value; `asked` the name of a deed."""

    changed = Signal(object, str, object)
    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.details = TaskDetails(self)
        self.several = SeveralTasks(self)
        self._chosen: tuple[str, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self.details, self.several):
            column.addWidget(part)
        self.details.changed.connect(lambda task, field, value: self.changed.emit((task,), field, value))
        self.details.waits_requested.connect(lambda: self.asked.emit("waits"))
        self.details.question_requested.connect(lambda: self.asked.emit("question"))
        self.several.changed.connect(lambda field, value: self.changed.emit(self._chosen, field, value))
        self.several.remove_requested.connect(lambda: self.asked.emit("remove"))
        self.hide()

    def set_read_only(self, read_only: bool) -> None:
        """Everything can be read, nothing changed."""
        self.details.set_read_only(read_only)
        self.several.set_read_only(read_only)

    def show_tasks(
        self, line: Line | None, before: tuple[str, ...], chosen: Sequence[TaskView], *, wanted: bool
    ) -> None:
        """The current line with what it waits for, and all chosen tasks; details only where they are wanted."""
        many = len(chosen) > 1
        one = line is not None and line.task is not None and not many
        self._chosen = tuple(task.id for task in chosen)
        if one and line is not None:
            self.details.set_task(line, before)
        self.several.set_count(len(chosen))
        self.several.setVisible(many)
        self.details.setVisible(one and wanted)
        self.setVisible(many or (one and wanted))

    def set_error(self, field: str, text: str) -> bool:
        """Shows what is wrong with a field; False where it is not among those shown."""
        if self.isHidden():
            return False
        return (self.details if self.several.isHidden() else self.several).set_error(field, text)

    def commit(self) -> None:
        """Tells what is being typed."""
        self.details.commit()
