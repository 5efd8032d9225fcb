"""What the page of risks asks the user about before something is done: new entries, tasks, usual entries, the scale."""

from PySide6.QtCore import Qt

from isodesk.domain.journey import Page
from isodesk.domain.keys import TaskId
from isodesk.domain.risks import RiskKind
from isodesk.errors import NotAllowed, UserError
from isodesk.services.plan import TaskKind
from isodesk.ui.case import Place
from isodesk.ui.pages.risks.frame import RegisterFrame
from isodesk.ui.speech import _, speech
from isodesk.ui.widgets.text_field import TextArea


class RegisterDeeds(RegisterFrame):
    """Deeds that need a dialog, a message or another place of the keyboard."""

    def add(self, kind: RiskKind) -> None:
        """A new entry whose words wait to be typed."""
        made = self.weighing.add(kind)
        if made is None:
            return
        self._kept.add(made)
        self._turn(matrix=False)
        self.refresh()
        self.table.go_to(made)
        if self.card.focus("title"):
            title = self.card.form.fields["title"].control
            if isinstance(title, TextArea):
                title.selectAll()

    def remove(self) -> None:
        """Takes what is chosen out of the register; the toast brings it back."""
        chosen = self.listing.chosen()
        if chosen is not None and self.weighing.remove(chosen):
            self._back_to_grid()

    def make_task(self) -> None:
        """The next measure of the entry at hand becomes a task."""
        chosen = self.card.chosen()
        if chosen is None or not chosen.is_single or not self.weighing.writable:
            return
        self.card.form.commit()
        services, made = self.case.services, list[TaskId]()
        try:
            made.append(services.risks.add_task(self.case.client, chosen.first.id))
        except NotAllowed as error:
            self.card.focus("treatment")
            self.card.form.fields["treatment"].set_error(error.text(speech()))
        except UserError as error:
            self.case.messages.failure(error)
        else:
            self.card.form.fields["treatment"].set_error("")
            text = _("A measure of No. {number} is a task of the plan now.").format(number=chosen.first.number)
            place = Place(Page.PLAN, made[0])
            self.case.messages.toast(text, _("Open the plan"), lambda: self.place_requested.emit(place))

    def choose_tasks(self) -> None:
        """Ticks tasks that are in the plan already."""
        from isodesk.ui.dialogs.risk_tasks import RiskTasksDialog

        chosen = self.card.chosen()
        if chosen is None or not chosen.is_single:
            return
        view = chosen.first
        plan = self.case.services.plan.tasks(self.case.client, speech().language)
        entries = [(task.id, f"{task.number} {task.title}") for task in plan if task.kind is TaskKind.TASK]
        dialog = RiskTasksDialog(view.title, entries, [task.id for task in view.tasks], self)
        if dialog.exec():
            self.case.attempt(lambda: self.weighing.choose_tasks(view.id, dialog.checked()))

    def take_usual(self) -> None:
        """Ticks what a firm like this one usually has in its register."""
        from isodesk.ui.dialogs.usual_risks import UsualRisksDialog

        proposals = self.case.services.risks.proposals(self.case.client, speech().language)
        if not proposals:
            self.case.messages.toast(_("All usual risks are in the register already."))
            return
        dialog = UsualRisksDialog(proposals, self)
        if dialog.exec():
            self.weighing.take_usual(dialog.checked())
            self.refresh()
            self._back_to_grid()

    def set_scale(self) -> None:
        """Asks for steps and thresholds."""
        from isodesk.ui.dialogs.risk_scale import RiskScaleDialog

        services, client = self.case.services, self.case.client
        self.card.form.commit()
        dialog = RiskScaleDialog(services.risks.scale(client), bool(self._risks), self)
        if dialog.exec():
            self.case.attempt(lambda: services.risks.set_scale(client, dialog.scale()))

    def _back_to_grid(self) -> None:
        """An empty register has no grid; its keyboard begins where the first entries come from."""
        self._turn(matrix=False)
        (self.table if self._risks else self.usual).setFocus(Qt.FocusReason.OtherFocusReason)
