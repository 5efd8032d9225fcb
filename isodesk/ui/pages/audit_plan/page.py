"""The page of the audits at work: the wizard, a form that saves itself, a scope that makes the checklist anew."""

from collections.abc import Callable, Hashable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from isodesk.domain.audits import AuditState
from isodesk.domain.journey import Page
from isodesk.domain.keys import AuditId, PersonId
from isodesk.errors import UserError
from isodesk.i18n import speech as speech_of
from isodesk.services import audit_proposals
from isodesk.ui.case import Place
from isodesk.ui.dialogs.audit_scope import AuditScopeDialog
from isodesk.ui.dialogs.new_audit import NewAuditDialog
from isodesk.ui.pages.audit_plan.frame import CHECKLIST, AuditPlanFrame
from isodesk.ui.speech import _, plural


class AuditPlanPage(AuditPlanFrame):
    """The audit chosen here is the one that 4.3 to 4.5 show."""

    def _connect(self) -> None:
        self._empty.action_requested.connect(self.plan_new)
        self.new.clicked.connect(self.plan_new)
        self.print.clicked.connect(lambda: self.print_requested.emit(CHECKLIST, self.audit_number()))
        self.remove.clicked.connect(self._remove)
        self.table.row_changed.connect(self._picked)
        self.table.command_key.connect(self._command)
        self.table.doubleClicked.connect(lambda _index: self._open_checklist())
        self.form.edited.connect(self._edited)
        self.form.members_picked.connect(self._set_members)
        self.form.scope_requested.connect(self._change_scope)
        self.form.methods_proposed.connect(self._propose_methods)
        self.form.report_requested.connect(lambda: self.place_requested.emit(Place(Page.AUDIT_REPORT)))
        self.case.audit.changed.connect(self._other_audit)

    def refresh(self) -> None:
        """Reads the audits and the people; what is being typed stays."""
        services = self.case.services
        self._audits = services.audits.listed(self.case.client)
        self._model.set_rows(self._audits)
        self._stack.setCurrentIndex(1 if self._audits else 0)
        self.form.set_people(services.team.people(self.case.client))
        self.table.single_keys = self.case.preferences.current.single_keys
        self._show()

    def _show(self) -> None:
        audit = self._shown()
        writable = self.case.services.read_only is None
        self.new.setEnabled(writable)
        self.remove.setEnabled(writable and audit is not None)
        self.print.setEnabled(audit is not None)
        if audit is None:
            self.head.set_missing(())
            return
        if self.table.current_key() != audit.id:
            self.table.go_to(audit.id)
        self.form.show_audit(audit, writable=writable)
        self.head.set_missing(self._missing(audit) if audit.state is not AuditState.FINISHED else ())

    def plan_new(self) -> None:
        """The wizard; the new audit is the chosen one."""
        dialog = NewAuditDialog(self.case, self)
        if dialog.exec() != QDialog.DialogCode.Accepted or dialog.audit is None:
            return
        self.case.audit.choose(dialog.audit)
        audit = self.case.services.audits.get(dialog.audit)
        rows = plural("{count} row", "{count} rows", audit.rows)
        text = _("Audit {number} is planned; its checklist has {rows}.").format(number=audit.number, rows=rows)
        self.case.messages.toast(text, _("Undo"), self.case.services.history.undo)
        self.table.setFocus()

    def _picked(self, key: Hashable) -> None:
        if key is not None:
            self.form.commit()
            self.case.audit.choose(AuditId(str(key)))

    def _other_audit(self) -> None:
        self.form.commit()
        if self.isVisible():
            self._show()
        else:
            self._stale = True

    def _command(self, key: str) -> None:
        if key == "Enter":
            self._open_checklist()
        elif key == "Del":
            self._remove()

    def _open_checklist(self) -> None:
        if self._shown() is not None:
            self.place_requested.emit(Place(Page.CHECKLIST))

    def _edited(self, name: str, value: object) -> None:
        audit = self.form.audit()
        if audit is not None:
            changes = {name: value}
            self._try(name, lambda: self.case.services.audits.change(self.case.client, audit.id, **changes))

    def _try(self, name: str, action: Callable[[], object]) -> None:
        try:
            self.form.trying(name, action)
        except UserError as error:
            self.case.messages.failure(error)

    def _set_members(self, keys: frozenset[Hashable]) -> None:
        audit = self._shown()
        if audit is None:
            return
        people = [person.id for person in self.case.services.team.people(self.case.client)]
        members = tuple(PersonId(person) for person in people if person in keys)
        self.case.attempt(lambda: self.case.services.audits.set_members(self.case.client, audit.id, members))

    def _change_scope(self) -> None:
        before = self._shown()
        if before is None or AuditScopeDialog(self.case, before, self).exec() != QDialog.DialogCode.Accepted:
            return
        after = self.case.services.audits.get(before.id)
        text = plural(
            "The checklist was made anew: it has {count} row now.",
            "The checklist was made anew: it has {count} rows now.",
            after.rows,
        )
        self.case.messages.toast(text, _("Undo"), self.case.services.history.undo)

    def _propose_methods(self) -> None:
        words = speech_of(self.case.services.clients.get(self.case.client).language)
        self._edited("methods", audit_proposals.methods(words))

    def _remove(self) -> None:
        audit, services = self._shown(), self.case.services
        if audit is None or services.read_only is not None:
            return
        if self.case.attempt(lambda: services.audits.archive(self.case.client, audit.id)):
            text = _("Audit {number} was removed.").format(number=audit.number)
            self.case.messages.toast(text, _("Undo"), services.history.undo)

    def show_row(self, row: str) -> None:
        """An audit, and a field of its plan behind a colon."""
        identifier, _colon, field = row.partition(":")
        if any(audit.id == identifier for audit in self._audits):
            self.case.audit.choose(AuditId(identifier))
        if field:
            self.form.focus(field)
            focused = self.form.focusWidget()
            if focused is not None:
                self.column.reveal(focused)
        else:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def current_row(self) -> str:
        """The audit, with the field that has the keyboard."""
        audit, field = self._shown(), self.form.focused()
        if audit is None:
            return ""
        return f"{audit.id}:{field}" if field else audit.id

    def leave(self) -> None:
        """Keeps what is being typed."""
        self.form.commit()
        super().leave()

    def audit_number(self) -> str:
        """The audit shown."""
        audit = self._shown()
        return audit.number if audit else ""
