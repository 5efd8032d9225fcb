"""What a task takes: who usually does it, hours with their bounds, money, and the day before which it cannot begin."""

from collections.abc import Hashable, Iterable
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from isodesk.services.plan import TaskKind, TaskView
from isodesk.ui.speech import _, speech
from isodesk.ui.widgets.date_field import DateField
from isodesk.ui.widgets.elided_choice import ElidedChoice
from isodesk.ui.widgets.field import Field
from isodesk.ui.widgets.spoken import Spoken
from isodesk.ui.widgets.text_field import TextField
from isodesk.wording import ROLE

NUMBERS: Final = ("effort_least", "effort_most", "effort_actual", "cost", "cost_actual")
_EFFORT: Final = NUMBERS[:3]


def role_choices(nobody: str) -> Iterable[tuple[Hashable, str]]:
    """All roles, already translated, after the words for none."""
    return [(None, nobody), *((role, _(words)) for role, words in ROLE.items())]


class TaskFigures(Spoken):
    """`changed` carries a field of the task and its new value; numbers as they were typed."""

    changed = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.role = ElidedChoice(self)
        self.numbers = {name: TextField(self, length=20) for name in NUMBERS}
        self.not_before = DateField(self)
        self.fields = {
            "role": Field(self.role),
            **{name: Field(control) for name, control in self.numbers.items()},
            "not_before": Field(self.not_before),
        }
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for name, field in self.fields.items():
            row.addWidget(field, {"role": 4, "not_before": 3}.get(name, 2))
            field.control.setMinimumWidth(56)
        self.role.picked.connect(lambda role: self.changed.emit("role", role))
        self.not_before.picked.connect(lambda day: self.changed.emit("not_before", day))
        for name, control in self.numbers.items():
            control.committed.connect(lambda text, name=name: self.changed.emit(name, text))
        self.retranslate()

    def set_task(self, task: TaskView) -> None:
        """Another task, or the same one as stored now. A milestone takes no hours."""
        self.role.set_value(task.role)
        self.not_before.set_value(task.not_before)
        for name, control in self.numbers.items():
            value = getattr(task, name)
            control.set_value(speech().number(value) if value or (value == 0 and name != "cost") else "")
        for name in _EFFORT:
            self.fields[name].setEnabled(task.kind is TaskKind.TASK)

    def set_read_only(self, read_only: bool) -> None:
        """Everything can be read, nothing changed."""
        self.role.setEnabled(not read_only)
        for control in (*self.numbers.values(), self.not_before):
            control.setReadOnly(read_only)

    def commit(self) -> None:
        """Tells what is being typed."""
        for control in self.numbers.values():
            control.commit()

    def retranslate(self) -> None:
        """Labels, roles and what stands where nothing is known."""
        self.role.set_choices(role_choices(_("no role")))
        words = {
            "role": _("Role"),
            "effort_least": _("Hours, least"),
            "effort_most": _("Hours, most"),
            "effort_actual": _("Hours spent"),
            "cost": _("Cost, planned"),
            "cost_actual": _("Cost, actual"),
            "not_before": _("Not before"),
        }
        for name, text in words.items():
            self.fields[name].set_words(text)
        for control in self.numbers.values():
            control.setPlaceholderText("–")
