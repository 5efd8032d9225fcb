"""The plan of one audit as a form that saves itself: when, who, what, why and how."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from isodesk import wording
from isodesk.domain.audits import AuditState
from isodesk.services.audits import AuditView
from isodesk.services.team import PersonView
from isodesk.ui.speech import _
from isodesk.ui.widgets.banner import Banner
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.choice_field import ChoiceField
from isodesk.ui.widgets.date_field import DateField
from isodesk.ui.widgets.form import Form
from isodesk.ui.widgets.independence import IndependenceBox
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.people_pills import PeoplePills
from isodesk.ui.widgets.section_head import SectionHead
from isodesk.ui.widgets.text_field import TextArea


class AuditForm(Form):
    """`edited` tells fields; the team, the scope and a proposal for the methods have signals of their own."""

    members_picked = Signal(object)
    scope_requested = Signal()
    methods_proposed = Signal()
    report_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._audit: AuditView | None = None
        self._people: tuple[PersonView, ...] = ()
        self._title = label(role="heading", wrap=True)
        self._finished = Banner(self)
        self._scope = SectionHead(self)
        self.change_scope = self._scope.add_button(button("", "quiet", "edit"))
        self._processes = label(wrap=True)
        self.members = PeoplePills(self)
        self.independence = IndependenceBox(self)
        self.propose_methods = button("", "link")
        self._lay()
        self.members.changed.connect(self.members_picked)
        self.change_scope.clicked.connect(self.scope_requested)
        self.propose_methods.clicked.connect(self.methods_proposed)
        self.independence.reason_given.connect(lambda text: self.edited.emit("dependence_reason", text))
        self.retranslate()

    def _lay(self) -> None:
        self.add_widget(self._title)
        self.add_widget(self._finished)
        self.add_row(("starts_on", DateField(), 1), ("ends_on", DateField(), 1), ("lead_id", ChoiceField(), 2))
        self.add_widget(self.members)
        self.add_widget(self.independence)
        scope = QWidget(self)
        column = QVBoxLayout(scope)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(4)
        column.addWidget(self._scope)
        column.addWidget(self._processes)
        self.add_widget(scope)
        self.add_row(("objective", TextArea(least=2, most=10), 1))
        self.add_row(("criteria", TextArea(least=2, most=10), 1))
        self.add_row(("places", TextArea(least=2, most=8), 1), ("methods", TextArea(least=2, most=8), 1))
        holder = QWidget(self)
        row = QVBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.propose_methods, 0, Qt.AlignmentFlag.AlignRight)
        self.add_widget(holder)
        self.fields["dependence_reason"] = self.independence.field

    def set_people(self, people: Iterable[PersonView]) -> None:
        """Who can lead and who can be in the team."""
        fresh = tuple(people)
        if fresh != self._people:
            self._people = fresh
            self._name_people()

    def _name_people(self) -> None:
        lead = self.fields["lead_id"].control
        if isinstance(lead, ChoiceField):
            lead.set_choices([(None, "–"), *((person.id, person.name) for person in self._people)])
        self.members.set_caption(_("Other auditors in the team"))
        self.members.set_people((person.id, person.name) for person in self._people)

    def show_audit(self, audit: AuditView, *, writable: bool) -> None:
        """Shows an audit; a finished one can only be read."""
        if self._audit is None or audit.id != self._audit.id:
            self.clear_errors()
        self._audit = audit
        finished = audit.state is AuditState.FINISHED
        self.set_values(
            {
                "starts_on": audit.starts_on,
                "ends_on": audit.ends_on,
                "lead_id": audit.lead,
                "objective": audit.objective,
                "criteria": audit.criteria,
                "places": audit.places,
                "methods": audit.methods,
            }
        )
        self.members.set_checked(person for person, _name in audit.members)
        self.independence.set_state(audit.dependences, audit.dependence_reason)
        self._lock(finished or not writable)
        self._speak(audit)

    def audit(self) -> AuditView | None:
        """Whose plan this is: words that are still being typed belong to it, whatever was chosen meanwhile."""
        return self._audit

    def _lock(self, locked: bool) -> None:
        self.set_read_only(locked)
        self.members.setEnabled(not locked)
        self.independence.reason.setReadOnly(locked)
        self.change_scope.setEnabled(not locked)
        audit = self._audit
        self.propose_methods.setVisible(not locked and audit is not None and not audit.methods.strip())

    def focus(self, name: str) -> bool:
        """The reason is a field here too."""
        if name == "dependence_reason":
            self.independence.reason.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
        return super().focus(name)

    def focused(self) -> str:
        """The reason is a field here too."""
        return "dependence_reason" if self.independence.reason.hasFocus() else super().focused()

    def commit(self) -> None:
        """The reason is a field here too."""
        super().commit()
        self.independence.reason.commit()

    def retranslate(self) -> None:
        """Every word."""
        self.set_words("starts_on", _("&First day"))
        self.set_words("ends_on", _("&Last day"))
        self.set_words("lead_id", _("Audit team lea&der"))
        self.set_words("objective", _("&Objective"))
        self.set_words("criteria", _("&Criteria"))
        self.set_words("places", _("&Places"))
        self.set_words("methods", _("&Methods"))
        self.change_scope.setText(_("Change scope…"))
        self.propose_methods.setText(_("Propose methods"))
        self._name_people()
        self._finished.hide()
        if self._audit is not None:
            self._speak(self._audit)

    def _speak(self, audit: AuditView) -> None:
        state = _(wording.AUDIT_STATE[audit.state])
        self._title.setText(_("Plan of the audit {number} · {state}").format(number=audit.number, state=state))
        processes = "; ".join(f"{name} ({owner or _('no owner')})" for _key, name, owner in audit.processes) or _(
            "none"
        )
        clauses = ", ".join(clause for _standard, clause in audit.clauses) or _("none")
        self._scope.set_words(
            _("Audit scope"), _("Changing it makes the checklist anew; rows that were filled in stay.")
        )
        lines = _("Processes: {processes}\nClauses beside them: {clauses}")
        self._processes.setText(lines.format(processes=processes, clauses=clauses))
        if audit.state is AuditState.FINISHED:
            if self._finished.isHidden():
                text = _("The audit is finished, and its plan is a record. Reopen it on page 4.5 to change it.")
                self._finished.say("info", text, closable=False)
                self._finished.add_action(_("Go to the report"), self.report_requested.emit)
        else:
            self._finished.hide()
