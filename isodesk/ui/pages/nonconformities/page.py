"""The page of findings at work: fields that save themselves, refusals said at the field, tasks, records."""

from collections.abc import Hashable

from PySide6.QtCore import Qt

from isodesk.domain.journey import Page
from isodesk.domain.keys import AuditId
from isodesk.errors import NotAllowed, UserError
from isodesk.services.findings import FindingView
from isodesk.ui.case import Place
from isodesk.ui.pages.nonconformities.form import FIELD_OF
from isodesk.ui.pages.nonconformities.frame import RECORD, FindingsFrame
from isodesk.ui.speech import _, speech


class NonconformitiesPage(FindingsFrame):
    """Findings of one audit or of all, each led to its end."""

    def _connect(self) -> None:
        self._empty.action_requested.connect(lambda: self.place_requested.emit(Place(Page.CHECKLIST)))
        self._list.nothing.action_requested.connect(self._reset)
        self.show_.picked.connect(lambda _value: self._sift())
        self.audit.picked.connect(self._audit_picked)
        self.search.searched.connect(lambda _text: self._sift())
        self.table.row_changed.connect(lambda _key: self._show_current())
        self.table.command_key.connect(self._command)
        self.table.doubleClicked.connect(lambda _index: self._to_step())
        card = self.card
        card.form.edited.connect(self._edited)
        card.grade_picked.connect(lambda grade: self._edited("grade", grade))
        card.row_requested.connect(self._to_row)
        card.print_requested.connect(self._print)
        card.task_requested.connect(self._make_task)
        card.remove_requested.connect(self._remove)
        self.case.audit.changed.connect(self._other_audit)

    def _audit_picked(self, key: Hashable) -> None:
        if key:
            self.case.audit.choose(AuditId(str(key)))
        self._sift()

    def _other_audit(self) -> None:
        """A list of one audit follows the choice; a list of all stays."""
        chosen = self.case.audit.shown(self.case.services, self.case.client)
        if self.audit.value() and chosen is not None and chosen.id != self.audit.value():
            self.audit.set_value(chosen.id)
            self._stale = True

    def _edited(self, name: str, value: object) -> None:
        finding, findings = self.card.finding(), self.case.services.findings
        if finding is None:
            return
        changes = {name: value}
        try:
            self.card.form.trying(name, lambda: findings.change(self.case.client, finding.id, **changes))
        except NotAllowed as error:
            self._refuse(finding, name, error)
        except UserError as error:
            self.case.messages.failure(error)

    def _refuse(self, finding: FindingView, name: str, error: NotAllowed) -> None:
        """A rule stands against it: the field shows what is kept, and says why."""
        self.card.form.clear_errors()
        self.card.show_finding(finding, writable=True)
        if name in self.card.form.fields:
            self.card.form.fields[name].set_error(error.text(speech()))
        else:
            self.case.messages.failure(error)

    def _command(self, key: str) -> None:
        if key == "Enter":
            self._to_step()
        elif key == "Del":
            self._remove()

    def _to_step(self) -> None:
        finding = self.card.finding()
        if finding is not None:
            field = FIELD_OF.get(finding.stage, "statement")
            self.card.focus(field if finding.statement.strip() else "statement")

    def _to_row(self) -> None:
        finding = self.card.finding()
        if finding is None or finding.item is None:
            return
        if finding.audit is not None:
            self.case.audit.choose(finding.audit)
        self.place_requested.emit(Place(Page.CHECKLIST, finding.item))

    def _print(self) -> None:
        finding = self.card.finding()
        if finding is not None:
            self.card.form.commit()
            self.print_requested.emit(f"{RECORD}:{finding.number}", self.audit_number())

    def _make_task(self) -> None:
        finding, services = self.card.finding(), self.case.services
        if finding is None:
            return
        self.card.form.commit()
        try:
            task = services.findings.add_task(self.case.client, finding.id)
        except NotAllowed as error:
            self.card.focus("action")
            self.card.form.fields["action"].set_error(error.text(speech()))
        except UserError as error:
            self.case.messages.failure(error)
        else:
            text = _("The corrective action of {number} is a task of the plan now.").format(number=finding.number)
            place = Place(Page.PLAN, task)
            self.case.messages.toast(text, _("Open the plan"), lambda: self.place_requested.emit(place))

    def _remove(self) -> None:
        finding, services = self.card.finding(), self.case.services
        if finding is None or services.read_only is not None:
            return
        if self.case.attempt(lambda: services.findings.archive(self.case.client, finding.id)):
            text = _("{number} was removed.").format(number=finding.number)
            self.case.messages.toast(text, _("Undo"), services.history.undo)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def enter(self, row: str = "") -> None:
        """The list has the keyboard."""
        super().enter(row)
        if not row:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_row(self, row: str) -> None:
        """A finding by its id, with a field behind a colon."""
        identifier, _colon, field = row.partition(":")
        if not self.table.go_to(identifier):
            self._reset()
            if not self.table.go_to(identifier):
                return
        if not (field and self.card.focus(field)):
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def current_row(self) -> str:
        """The finding, with the field that has the keyboard."""
        finding, field = self.card.finding(), self.card.form.focused()
        if finding is None:
            return ""
        return f"{finding.id}:{field}" if field else finding.id

    def leave(self) -> None:
        """Keeps what is being typed."""
        self.card.form.commit()
        super().leave()

    def audit_number(self) -> str:
        """The audit of the finding at hand; without one, of the chosen audit."""
        finding = self.card.finding()
        if finding is not None and finding.audit_number:
            return finding.audit_number
        audit = self.case.audit.shown(self.case.services, self.case.client)
        return audit.number if audit else ""

    def find_requested(self) -> None:
        """Ctrl+F."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
