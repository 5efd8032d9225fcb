"""The strip below the plan: what the chosen task delivers, what it waits for, where it comes from."""

from collections.abc import Hashable, Iterable
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from isodesk.domain.keys import TaskId
from isodesk.ui import icons
from isodesk.ui.models.plan_lines import Line, state_sign, state_words
from isodesk.ui.pages.plan.figures import TaskFigures
from isodesk.ui.pages.plan.words import strays
from isodesk.ui.speech import _
from isodesk.ui.tip import tip
from isodesk.ui.widgets.buttons import button, icon_button, name_button
from isodesk.ui.widgets.choice_field import ChoiceField
from isodesk.ui.widgets.elided_label import ElidedLabel
from isodesk.ui.widgets.field import Field
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.spoken import Spoken
from isodesk.ui.widgets.text_field import TextArea, TextField

_DELIVERABLE_LENGTH: Final = 2000
_SHOWN: Final = 6
"""Numbers of tasks that are listed before the rest is counted."""


class TaskDetails(Spoken):
    """`changed` carries the task, a field and its new words; the page says back what was wrong with them."""

    changed = Signal(object, str, object)
    waits_requested = Signal()
    question_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._line: Line | None = None
        self._before: tuple[str, ...] = ()
        self.title = TextField(self, length=1000)
        self.clause = ChoiceField(self)
        self.deliverable = TextField(self, length=_DELIVERABLE_LENGTH)
        self.note = TextArea(self, least=3, most=3)
        self.figures = TaskFigures(self)
        self._fields = {
            "title": Field(self.title),
            "clause": Field(self.clause),
            "deliverable": Field(self.deliverable),
            "note": Field(self.note),
            **self.figures.fields,
        }
        self._sign = label()
        self._state = ElidedLabel(self, role="muted")
        self._waits = label(role="muted")
        self.choose = button("", "quiet", "link")
        self.question = button("", "quiet", "gap")
        self.release = icon_button("lock")
        self.more = icon_button("planning")
        self.more.setCheckable(True)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self.clause.setMinimumContentsLength(12)
        self.clause.setSizeAdjustPolicy(ChoiceField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        above, below, foot = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        above.addWidget(self._fields["title"], 3)
        above.addWidget(self._fields["clause"], 1)
        below.addWidget(self._fields["deliverable"])
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addLayout(above)
        left.addLayout(below)
        both = QHBoxLayout()
        both.addLayout(left, 3)
        both.addWidget(self._fields["note"], 2)
        foot.addWidget(self._sign)
        foot.addWidget(self._state, 1)
        foot.addSpacing(8)
        foot.addWidget(self._waits)
        for part in (self.release, self.choose, self.question, self.more):
            foot.addWidget(part)
        for row in (above, below, both):
            row.setSpacing(12)
        foot.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(8)
        column.addLayout(both)
        column.addWidget(self.figures)
        column.addLayout(foot)
        self.figures.setVisible(self.more.isChecked())

    def _connect(self) -> None:
        for name in ("title", "deliverable", "note"):
            control = self._fields[name].control
            if isinstance(control, (TextField, TextArea)):
                control.committed.connect(lambda text, name=name: self._tell(name, text))
        self.clause.picked.connect(lambda number: self._tell("clause", number))
        self.choose.clicked.connect(lambda _checked=False: self.waits_requested.emit())
        self.question.clicked.connect(lambda _checked=False: self.question_requested.emit())
        self.release.clicked.connect(lambda _checked=False: self._tell("is_pinned", False))
        self.more.toggled.connect(self.figures.setVisible)
        self.figures.changed.connect(self._tell)

    def _tell(self, field: str, value: object) -> None:
        if self._line is not None:
            self.changed.emit(TaskId(self._line.key), field, value)

    def set_clauses(self, clauses: Iterable[tuple[Hashable, str]]) -> None:
        """Clauses of the client's standards, already translated."""
        self.clause.set_choices([("", _("none")), *clauses])

    def set_read_only(self, read_only: bool) -> None:
        """Everything can be read, nothing changed."""
        self.title.setReadOnly(read_only)
        self.deliverable.setReadOnly(read_only)
        self.note.setReadOnly(read_only)
        self.choose.setEnabled(not read_only)
        self.clause.setEnabled(not read_only)
        self.release.setEnabled(not read_only)
        self.figures.set_read_only(read_only)

    def set_task(self, line: Line, before: tuple[str, ...]) -> None:
        """Another task, or the same one as stored now; `before` names what it waits for."""
        if self._line is not None and self._line.key != line.key:
            self.commit()
            for field in self._fields.values():
                field.set_error("")
        self._line, self._before = line, before
        task = line.task
        if task is None:
            return
        self.title.set_value(task.title)
        self.deliverable.set_value(task.deliverable)
        self.note.set_value(task.note)
        for control in (self.title, self.deliverable):
            if not control.hasFocus():
                control.setCursorPosition(0)
        self.clause.set_value(task.clause)
        self.figures.set_task(task)
        self._fields["clause"].setVisible(not task.questions)
        self.question.setVisible(bool(task.questions))
        self.release.setVisible(task.is_pinned and task.done < 100)
        self._say()

    def commit(self) -> None:
        """Tells what is being typed."""
        for control in (self.title, self.deliverable, self.note):
            control.commit()
        self.figures.commit()

    def set_error(self, field: str, text: str) -> bool:
        """What is wrong with a field of this strip; False for a field that stands elsewhere."""
        if field not in self._fields:
            return False
        if text and field in self.figures.fields:
            self.more.setChecked(True)
        self._fields[field].set_error(text)
        return True

    def _say(self) -> None:
        if self._line is None:
            return
        words = [state_words(self._line)]
        if self._line.task is not None and self._line.task.critical and self._line.done < 100:
            words.append(_("critical: moves the end of the plan"))
        if self._line.task is not None and (stray := strays(self._line.task.deviation)):
            words.append(stray)
        if self._line.task is not None and self._line.task.is_pinned and self._line.done < 100:
            words.append(_("dates set by hand"))
        sign = state_sign(self._line)
        icons.put(self._sign, sign.icon, sign.token, 16)
        self._state.set_words(" · ".join(words))
        numbers = [name.split(" ", 1)[0] for name in self._before]
        shown = ", ".join(numbers[:_SHOWN])
        if len(numbers) > _SHOWN:
            shown = _("{first} and {count} more").format(first=shown, count=len(numbers) - _SHOWN)
        self._waits.setText(_("Waits for: {tasks}").format(tasks=shown) if shown else _("Waits for nothing"))
        self._waits.setToolTip(tip("\n".join(self._before[:30])))

    def retranslate(self) -> None:
        """Labels, and the state in words."""
        self._fields["title"].set_words(_("Tit&le"))
        self._fields["clause"].set_words(_("&Clause"))
        self._fields["deliverable"].set_words(_("What it &delivers"))
        self._fields["note"].set_words(_("N&ote"))
        self.deliverable.setPlaceholderText(_("for example: an approved procedure"))
        self.choose.setText(_("&Waits for…"))
        name_button(self.release, _("Release the dates that were set by hand, so that scheduling may move them"))
        name_button(self.more, _("Show effort and cost"))
        self.question.setText(_("&Question"))
        self.question.setToolTip(_("Show the question of the gap assessment that this task closes"))
        self._say()
