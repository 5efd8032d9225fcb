"""Keeps the plan as a template for the next client, and uses one that was kept."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from isodesk.domain.keys import TemplateId
from isodesk.services.plan_templates import TemplateView
from isodesk.ui import theme
from isodesk.ui.dialogs.accept import accept_button
from isodesk.ui.speech import _, plural, speech
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.choice_field import ChoiceField
from isodesk.ui.widgets.date_field import DateField
from isodesk.ui.widgets.field import Field
from isodesk.ui.widgets.fitted_dialog import FittedDialog
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.text_field import TextField


def _box(dialog: QDialog, verb: str) -> QDialogButtonBox:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, dialog)
    accept_button(box, verb)
    accept = box.button(QDialogButtonBox.StandardButton.Ok)
    accept.setProperty("look", "primary")
    accept.setDefault(True)
    theme.restyle(accept)
    box.button(QDialogButtonBox.StandardButton.Cancel).setText(_("Cancel"))
    box.accepted.connect(dialog.accept)
    box.rejected.connect(dialog.reject)
    return box


class KeepTemplateDialog(FittedDialog):
    """Asks for a name; `attempt` keeps the plan under it and returns what is wrong, or nothing."""

    def __init__(self, proposed: str, attempt: Callable[[str], str], parent: QWidget) -> None:
        super().__init__(460, parent)
        self._attempt = attempt
        self.setWindowTitle(_("Keep the plan as a template"))
        self.name = TextField(self, length=300)
        self.name.set_value(proposed)
        self.field = Field(self.name, _("&Name of the template"))
        self.name.textEdited.connect(lambda _text: self.field.set_error(""))
        lead = _(
            "Tasks, clauses, roles, hours, results and what waits for what are kept. People, notes, dates and costs are not. "
            "Titles that you rewrote are kept as they are."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(label(lead, "muted", wrap=True))
        column.addWidget(self.field)
        column.addStretch(1)
        column.addWidget(_box(self, _("Keep the template")))
        self.name.setFocus()
        self.name.selectAll()

    def accept(self) -> None:
        """Closes when the name was accepted."""
        trouble = self._attempt(self.name.text())
        self.field.set_error(trouble)
        self.fit()
        if not trouble:
            super().accept()


class UseTemplateDialog(FittedDialog):
    """Chooses a template and its first day; `removed` and `renamed` ask for the list to be changed."""

    removed = Signal(object)
    renamed = Signal(object, str)

    def __init__(self, start: date, parent: QWidget) -> None:
        super().__init__(520, parent)
        self._views: dict[TemplateId, TemplateView] = {}
        self.setWindowTitle(_("Use a template"))
        self.template = ChoiceField(self)
        self.name = TextField(self, length=300)
        self.start = DateField(self)
        self.start.set_value(start)
        self.fields = {
            "template": Field(self.template, _("&Template")),
            "name": Field(
                self.name, _("&Name of the template"), _("Another name is kept as soon as you leave the field.")
            ),
            "start": Field(self.start, _("&First day of the plan")),
        }
        self.about = label(role="muted", wrap=True)
        self.remove = button(_("Remove this template"), "danger", "trash")
        self._box = _box(self, _("Add its tasks"))
        self._box.addButton(self.remove, QDialogButtonBox.ButtonRole.ResetRole)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        for part in (*self.fields.values(), self.about):
            column.addWidget(part)
        column.addStretch(1)
        column.addWidget(self._box)
        self.template.picked.connect(lambda _key: self._show())
        self.start.picked.connect(lambda _day: self._show())
        self.template.setFocus()
        self.name.committed.connect(self._rename)
        self.remove.clicked.connect(lambda _checked=False: self.removed.emit(self.template.value()))

    def set_templates(self, views: Sequence[TemplateView]) -> None:
        """The templates as they are now."""
        self._views = {view.id: view for view in views}
        self.template.set_choices([(view.id, view.name) for view in views])
        if self.template.value() is None and views:
            self.template.set_value(views[0].id)
        self._show()
        self.fit()

    def chosen(self) -> tuple[TemplateId, date] | None:
        """The template and its first day; None while one of them is missing."""
        view, day = self._views.get(TemplateId(str(self.template.value()))), self.start.value()
        return (view.id, day) if view is not None and day is not None else None

    def set_error(self, field: str, text: str) -> None:
        """What is wrong with the name."""
        self.fields[field].set_error(text)
        self.fit()

    def _rename(self, text: str) -> None:
        view = self._views.get(TemplateId(str(self.template.value())))
        if view is not None and text.strip() != view.name:
            self.renamed.emit(view.id, text)

    def _show(self) -> None:
        view = self._views.get(TemplateId(str(self.template.value())))
        self.fields["name"].set_error("")
        self.name.set_value(view.name if view else "")
        self.name.setEnabled(view is not None)
        self.remove.setEnabled(view is not None)
        self._box.button(QDialogButtonBox.StandardButton.Ok).setEnabled(self.chosen() is not None)
        if view is None:
            self.about.setText(_("There is no template yet. Keep a plan as a template first."))
            return
        tasks = plural("{count} task or milestone", "{count} tasks and milestones", view.tasks)
        self.about.setText(
            _(
                "{tasks}, kept on {date}. Whoever holds a role becomes responsible. Tasks are left out whose gaps this "
                "client does not have or whose questions its standards do not ask."
            ).format(tasks=tasks, date=speech().date(view.made_on))
        )
