"""What can be set for several chosen tasks at once: one step, one undo (ux.md U41)."""

from collections.abc import Hashable, Iterable
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from isodesk.ui.pages.plan.figures import role_choices
from isodesk.ui.speech import _, plural
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.date_field import DateField
from isodesk.ui.widgets.elided_choice import ElidedChoice
from isodesk.ui.widgets.field import Field
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.spoken import Spoken

QUARTERS: Final = (0, 25, 50, 75, 100)
_KEEP: Final = object()


class SeveralTasks(Spoken):
    """`changed` carries a field and the value that all chosen tasks shall have."""

    changed = Signal(str, object)
    remove_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._count = 0
        self._people: tuple[tuple[Hashable, str], ...] = ()
        self._heading = label(role="heading")
        self.role = ElidedChoice(self)
        self.owner = ElidedChoice(self)
        self.start = DateField(self)
        self.due = DateField(self)
        self.done = ElidedChoice(self)
        self._fields = {
            "role": Field(self.role),
            "owner_id": Field(self.owner),
            "start_on": Field(self.start),
            "due_on": Field(self.due),
            "done": Field(self.done),
        }
        self.remove = button("", "danger", "trash")
        self.remove.clicked.connect(lambda _checked=False: self.remove_requested.emit())
        self.role.picked.connect(lambda role: self._tell("role", role))
        self.owner.picked.connect(lambda person: self._tell("owner_id", person))
        self.done.picked.connect(lambda percent: self._tell("done", percent))
        self.start.picked.connect(lambda day: self._tell("start_on", day))
        self.due.picked.connect(lambda day: self._tell("due_on", day))
        row = QHBoxLayout()
        row.setSpacing(12)
        for name, stretch in (("role", 3), ("owner_id", 3), ("start_on", 2), ("due_on", 2), ("done", 1)):
            row.addWidget(self._fields[name], stretch)
        head = QHBoxLayout()
        head.addWidget(self._heading, 1)
        head.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(row)
        self.retranslate()

    def set_people(self, people: Iterable[tuple[Hashable, str]]) -> None:
        """Who can be made responsible, already translated."""
        self._people = tuple(people)
        self._fill()

    def set_count(self, count: int) -> None:
        """How many are chosen; what was set for others before is not shown for them."""
        if count != self._count:
            self._count = count
            self.clear()
        self._heading.setText(plural("{count} task chosen", "{count} tasks chosen", count))

    def clear(self) -> None:
        """Shows no value: nothing has been set for these tasks yet."""
        self.role.set_value(_KEEP)
        self.owner.set_value(_KEEP)
        self.done.set_value(_KEEP)
        self.start.set_value(None)
        self.due.set_value(None)
        for field in self._fields.values():
            field.set_error("")

    def set_read_only(self, read_only: bool) -> None:
        """Nothing can be set."""
        for control in (self.role, self.owner, self.start, self.due, self.done, self.remove):
            control.setEnabled(not read_only)

    def set_error(self, field: str, text: str) -> bool:
        """What is wrong with a value; False for a field that stands elsewhere."""
        if field not in self._fields:
            return False
        self._fields[field].set_error(text)
        return True

    def _tell(self, field: str, value: object) -> None:
        if value is not _KEEP and (value is not None or field in {"owner_id", "role"}):
            self.changed.emit(field, value)

    def _fill(self) -> None:
        kept = self.role.value()
        self.role.set_choices([(_KEEP, _("unchanged")), *role_choices(_("no role"))])
        self.role.set_value(_KEEP if kept is None else kept)
        kept = self.owner.value()
        self.owner.set_choices([(_KEEP, _("unchanged")), *self._people])
        self.owner.set_value(kept if self._people and kept is not None else _KEEP)
        kept = self.done.value()
        percent = _("{percent} %")
        self.done.set_choices(
            [(_KEEP, _("unchanged")), *((value, percent.format(percent=value)) for value in QUARTERS)]
        )
        self.done.set_value(_KEEP if kept is None else kept)

    def retranslate(self) -> None:
        """Labels and choices."""
        self._fields["role"].set_words(_("Role"))
        self._fields["owner_id"].set_words(_("&Responsible"))
        self._fields["start_on"].set_words(_("&Start"))
        self._fields["due_on"].set_words(_("D&ue"))
        self._fields["done"].set_words(_("&Done"))
        self.start.setPlaceholderText(_("unchanged"))
        self.due.setPlaceholderText(_("unchanged"))
        self.remove.setText(_("Remove these tasks"))
        self._heading.setText(plural("{count} task chosen", "{count} tasks chosen", self._count))
        self._fill()
