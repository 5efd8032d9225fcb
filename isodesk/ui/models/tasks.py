"""The table of the plan: its columns, and the model that shows lines under headings or sorted by a column."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal

from isodesk.domain.keys import TaskId, clause_order
from isodesk.i18n import N_
from isodesk.services.plan import TaskView
from isodesk.ui.models.plan_lines import LATE, Line, state_sign, state_words
from isodesk.ui.models.rows import EDIT, SPOKEN, Column, Index, RowsModel
from isodesk.ui.signs import Sign
from isodesk.ui.speech import _, speech

FIELDS: Final = ("number", "title", "clause", "owner_id", "start_on", "due_on", "effort", "done", "waits", "state")
"""What a column is called by the plan's service; the order of COLUMNS."""
EDITABLE: Final = frozenset({"title", "owner_id", "start_on", "due_on", "effort", "done"})
_OF_TASKS_ONLY: Final = frozenset({"start_on", "effort"})
"""A milestone is a day, and no work."""


def _title_sign(line: Line) -> Sign:
    if line.task is None:
        return Sign("chevron-right" if line.folded else "chevron-down", "muted")
    return Sign("milestone", state_sign(line).token) if line.is_milestone else state_sign(line)


def _number(value: float) -> str:
    return speech().number(value) if value else ""


COLUMNS: Final[tuple[Column[Line], ...]] = (
    Column(
        N_("No."),
        lambda line: str(line.task.number) if line.task else "",
        lambda line: line.task.number if line.task else None,
        align="right",
        token=lambda _line: "muted",
    ),
    Column(N_("Task"), lambda line: line.title, sign=_title_sign),
    Column(
        N_("Clause"),
        lambda line: line.task.clause if line.task else "",
        lambda line: clause_order(line.task.clause) if line.task and line.task.clause else None,
        token=lambda _line: "muted",
    ),
    Column(N_("Responsible"), lambda line: line.task.owner_name if line.task else ""),
    Column(N_("Start"), lambda line: "" if line.is_milestone else speech().date(line.start), lambda line: line.start),
    Column(
        N_("Due"),
        lambda line: speech().date(line.due),
        lambda line: line.due,
        token=lambda line: "bad" if line.late else "text",
        sign=lambda line: LATE if line.late else None,
    ),
    Column(N_("Hours"), lambda line: _number(line.effort), lambda line: line.effort or None, align="right"),
    Column(
        N_("Done"),
        lambda line: _("{percent} %").format(percent=line.done),
        lambda line: line.done,
        align="right",
        tooltip=N_("How much of the task is done, in percent"),
    ),
    Column(N_("Waits for"), lambda line: line.waits, tooltip=N_("Numbers of the tasks that must be done before")),
    Column(
        N_("State"),
        lambda line: state_words(line) if line.task else "",
        lambda line: (-line.late, line.done),
        sign=lambda line: state_sign(line) if line.task else None,
    ),
)

_STORED: Final[dict[str, Callable[[TaskView], object]]] = {
    "owner_id": lambda task: task.owner,
    "start_on": lambda task: task.start,
    "due_on": lambda task: task.due,
}
"""What an editor hands on as a value; everything else comes as words."""


class TasksModel(RowsModel[Line]):
    """Under headings in the order of the plan, flat when sorted by a column; `edited` carries task, field and value."""

    edited = Signal(object, str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(COLUMNS, lambda line: line.key, parent)
        self.read_only = False
        self._grouped: Sequence[Line] = ()
        self._flat: Sequence[Line] = ()

    def set_lines(self, under_headings: Sequence[Line], flat: Sequence[Line]) -> None:
        """Both forms of the same tasks; which one is shown depends on the sorting."""
        self._grouped, self._flat = under_headings, flat
        self.set_rows(flat if self.is_sorted() else under_headings)

    def is_sorted(self) -> bool:
        """Whether a column orders the lines."""
        return self._sorted_by >= 0

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Headings go while a column orders the lines, and come back afterwards."""
        super().sort(column, order)
        self.set_rows(self._flat if self.is_sorted() else self._grouped)

    def data(self, index: Index, role: int = 0) -> object:
        """Bare numbers for an editor; how a task stands for those who hear the row."""
        line = self.at(index) if role in (EDIT, SPOKEN) else None
        if line is not None and role == EDIT and FIELDS[index.column()] == "done":
            return str(line.done)
        if line is not None and role == SPOKEN and FIELDS[index.column()] == "title" and line.task:
            return f"{line.title}, {state_words(line)}"
        return super().data(index, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings and numbers are not for typing."""
        flags = super().flags(index)
        line = self.at(index)
        field = FIELDS[index.column()] if index.isValid() else ""
        if line is None or line.task is None or field not in EDITABLE or self.read_only:
            return flags
        if line.is_milestone and field in _OF_TASKS_ONLY:
            return flags
        return flags | Qt.ItemFlag.ItemIsEditable

    def setData(self, index: Index, value: object, role: int = EDIT) -> bool:
        """Hands on what was entered; the plan's next reading shows the outcome."""
        line = self.at(index)
        if role != EDIT or line is None or line.task is None:
            return False
        field = FIELDS[index.column()]
        stored = _STORED[field](line.task) if field in _STORED else self.data(index, EDIT)
        if value == stored:
            return False
        self.edited.emit(TaskId(line.key), field, value)
        return True
