"""Changes the scope of an audit and says what that does to its checklist."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from isodesk.errors import InvalidInput, UserError
from isodesk.services.audits import AuditView
from isodesk.ui.case import Case
from isodesk.ui.dialogs import audit_choices
from isodesk.ui.dialogs.accept import accept_button
from isodesk.ui.speech import _, speech
from isodesk.ui.widgets.audit_scope import AuditScope


class AuditScopeDialog(QDialog):
    """Accepting changes the scope in one step."""

    def __init__(self, case: Case, audit: AuditView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case = case
        self._audit = audit
        self.setWindowTitle(_("Scope of the audit {number}").format(number=audit.number))
        self.resize(760, 520)
        self.scope = AuditScope(self)
        self.scope.set_choices(
            audit_choices.processes(case),
            audit_choices.clauses(case),
            ([key for key, _name, _owner in audit.processes], audit.clauses),
        )
        self.scope.set_hint(
            _("The checklist is made anew from the scope. Rows with a verdict, a note or your own question stay.")
        )
        self._box = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        accept_button(self._box, _("Change scope"))
        self._box.button(QDialogButtonBox.StandardButton.Ok).setProperty("look", "primary")
        self._box.button(QDialogButtonBox.StandardButton.Cancel).setText(_("Cancel"))
        self._box.accepted.connect(self.accept)
        self._box.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(16)
        column.addWidget(self.scope, 1)
        column.addWidget(self._box)
        self.scope.setFocus()

    def accept(self) -> None:
        """Changes the scope; an empty one is said below the lists."""
        audits = self._case.services.audits
        try:
            audits.set_scope(
                self._case.client, self._audit.id, self.scope.chosen_processes(), self.scope.chosen_clauses()
            )
        except InvalidInput as error:
            self.scope.set_error(error.text(speech()))
        except UserError as error:
            self._case.messages.failure(error)
        else:
            super().accept()
