"""An objective as a form: what, how it is measured, from where to where, by when, by whom, with what, how evaluated."""

from collections.abc import Hashable, Iterable
from typing import Final

from PySide6.QtWidgets import QWidget

from isodesk.domain.objectives import Lack
from isodesk.services.objectives import ObjectiveView
from isodesk.ui.speech import _, speech
from isodesk.ui.widgets.choice_field import ChoiceField
from isodesk.ui.widgets.date_field import DateField
from isodesk.ui.widgets.form import Form
from isodesk.ui.widgets.text_field import TextArea, TextField

FIELD_OF: Final = {
    Lack.MEASURE: "measure",
    Lack.TARGET: "target",
    Lack.OWNER: "owner_id",
    Lack.DUE: "due_on",
    Lack.EVALUATION: "evaluation",
}
"""Where that which is missing is said."""
NUMBERS: Final = ("base", "target")

Choices = Iterable[tuple[Hashable, str]]


class ObjectiveForm(Form):
    """`edited` carries base and target as they were typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: ObjectiveView | None = None
        self._standard, self._process, self._owner = ChoiceField(), ChoiceField(), ChoiceField()
        for choice in (self._standard, self._process, self._owner):
            choice.setSizeAdjustPolicy(ChoiceField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._measure = TextArea(least=2, most=6)
        self._evaluation = TextArea(least=2, most=6)
        self.title = TextField(length=1000)
        self.add_row(("title", self.title, 1))
        self.add_row(("measure", self._measure, 1))
        self.add_row(
            ("base", TextField(length=40), 2), ("target", TextField(length=40), 2), ("unit", TextField(length=40), 3)
        )
        self.add_row(("owner_id", self._owner, 4), ("due_on", DateField(), 3))
        self.add_row(("process_id", self._process, 4), ("standard", self._standard, 3))
        self.add_row(("actions", TextArea(least=2, most=10), 1))
        self.add_row(("resources", TextArea(least=1, most=6), 1))
        self.add_row(("evaluation", self._evaluation, 1))
        self.retranslate()

    def set_choices(self, people: Choices, processes: Choices, standards: Choices) -> None:
        """Who can answer for it, where it belongs, which standard asks for it."""
        self._owner.set_choices([(None, _("nobody yet")), *people])
        self._process.set_choices([(None, _("the whole firm")), *processes])
        self._standard.set_choices([(None, _("all standards")), *standards])

    def show_view(self, view: ObjectiveView) -> None:
        """Stored values; a field that was refused keeps what was typed."""
        self._view = view
        words = speech()
        self.set_values(
            {
                "title": view.title,
                "measure": view.measure,
                "base": words.number(view.base) if view.base is not None else "",
                "target": words.number(view.target) if view.target is not None else "",
                "unit": view.unit,
                "owner_id": view.owner,
                "due_on": view.due,
                "process_id": view.process,
                "standard": view.standard,
                "actions": view.actions,
                "resources": view.resources,
                "evaluation": view.evaluation,
            }
        )
        self._say_due()

    def write_title(self) -> None:
        """The title waits to be typed over."""
        self.focus("title")
        self.title.selectAll()

    def _say_due(self) -> None:
        late = self._view is not None and self._view.is_late
        self.set_words("due_on", _("&Due"), _("This day has passed. Is it right?") if late else "")

    def retranslate(self) -> None:
        """Every word; the choices come anew from the page."""
        for name, words, hint in (
            ("title", _("&Objective"), ""),
            ("measure", _("&Measure, and how it is calculated"), ""),
            ("base", _("&Base"), _("Where you are now")),
            ("target", _("&Target"), _("Where you want to be")),
            ("unit", _("&Unit"), ""),
            ("owner_id", _("Res&ponsible"), ""),
            ("process_id", _("Pro&cess"), ""),
            ("standard", _("&Standard"), ""),
            ("actions", _("&Actions"), _("One on each line; each can become a task of the plan.")),
            ("resources", _("&Resources"), ""),
            ("evaluation", _("How and when it is &evaluated"), ""),
        ):
            self.set_words(name, words, hint)
        self._measure.setPlaceholderText(_("For instance: orders dispatched on time ÷ all orders × 100"))
        self._evaluation.setPlaceholderText(_("From which records, how often, by whom"))
        self._say_due()
