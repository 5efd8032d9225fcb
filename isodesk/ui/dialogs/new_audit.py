"""Plans an internal audit in three steps, with everything proposed: what, who and when, what for."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from isodesk.domain.keys import AuditId, PersonId
from isodesk.domain.people import Dependence, dependences
from isodesk.errors import InvalidInput, UserError
from isodesk.i18n import speech as speech_of
from isodesk.services import audit_proposals
from isodesk.services.audits import NewAudit
from isodesk.ui.case import Case
from isodesk.ui.dialogs import audit_choices
from isodesk.ui.dialogs.steps import StepsDialog
from isodesk.ui.speech import _, speech
from isodesk.ui.widgets.audit_scope import AuditScope
from isodesk.ui.widgets.choice_field import ChoiceField
from isodesk.ui.widgets.date_field import DateField
from isodesk.ui.widgets.form import Form
from isodesk.ui.widgets.independence import IndependenceBox
from isodesk.ui.widgets.people_pills import PeoplePills
from isodesk.ui.widgets.text_field import TextArea


class NewAuditDialog(StepsDialog):
    """`audit` is the new audit's id once the dialog was accepted."""

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(_("New internal audit"), _("Create audit"), parent)
        self.audit: AuditId | None = None
        self._case = case
        services = case.services
        self._people = services.team.people(case.client)
        self._processes = services.team.processes(case.client)
        self._before = services.audits.listed(case.client)
        self._proposal = audit_proposals.propose(
            self._before,
            self._people,
            self._processes,
            tuple(standard.designation for standard in services.standards.of(case.client)),
            services.plan.today(),
            speech_of(services.clients.get(case.client).language),
        )
        self.resize(820, 600)
        self._add_scope()
        self._add_team()
        self._add_purpose()
        self._check_independence()
        self.go(0)

    def _add_scope(self) -> None:
        self.scope = AuditScope(self)
        self.scope.set_choices(
            audit_choices.processes(self._case),
            audit_choices.clauses(self._case),
            (self._proposal.processes, self._proposal.clauses),
        )
        self.scope.changed.connect(self._check_independence)
        hint = _("The checklist is made of the clauses that belong to the chosen processes, and of the clauses beside.")
        if not self._processes:
            hint = _("There are no processes yet: choose clauses, or name the processes on page 1.3 first.")
        self.scope.set_hint(hint)
        sentence = ""
        if self._before:
            sentence = _("Everything is proposed as in {number}; change what differs.").format(
                number=self._before[-1].number
            )
        first = self.scope.processes.list if self._processes else self.scope.clauses.search
        self.add_step(self.scope, first, _("Choose what is audited"), sentence)

    def _add_team(self) -> None:
        step = QWidget(self)
        self.form = Form(step)
        self._starts = DateField()
        self._ends = DateField()
        self._lead = ChoiceField(choices=[(None, "–"), *((person.id, person.name) for person in self._people)])
        self.form.add_row(("starts_on", self._starts, 1), ("ends_on", self._ends, 1), ("lead_id", self._lead, 2))
        self.form.set_words("starts_on", _("&First day"))
        self.form.set_words("ends_on", _("&Last day"))
        self.form.set_words("lead_id", _("Audit team lea&der"))
        self.form.set_values(
            {
                "starts_on": self._proposal.starts_on,
                "ends_on": self._proposal.ends_on,
                "lead_id": self._proposal.lead,
            }
        )
        self.form.edited.connect(self._edited)
        self.members = PeoplePills(step)
        self.members.set_caption(_("Other auditors in the team"))
        self.members.set_people((person.id, person.name) for person in self._people)
        self.members.set_checked(self._proposal.members)
        self.members.changed.connect(lambda _keys: self._check_independence())
        self.independence = IndependenceBox(step)
        column = QVBoxLayout(step)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.form)
        column.addWidget(self.members)
        column.addWidget(self.independence)
        column.addStretch(1)
        self.add_step(
            step,
            self._starts,
            _("Say when, and who audits"),
            _("Nobody should audit their own work. Dates can follow."),
        )

    def _add_purpose(self) -> None:
        self.purpose = Form(self)
        objective = TextArea(least=3, most=8)
        criteria = TextArea(least=3, most=8)
        self.purpose.add_row(("objective", objective, 1))
        self.purpose.add_row(("criteria", criteria, 1))
        self.purpose.set_words("objective", _("&Objective"), _("Why this audit is done."))
        self.purpose.set_words("criteria", _("&Criteria"), _("What is compared with what is found."))
        self.purpose.set_values({"objective": self._proposal.objective, "criteria": self._proposal.criteria})
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.purpose)
        column.addStretch(1)
        self._objective, self._criteria = objective, criteria
        self.add_step(
            page, objective, _("Check objective and criteria"), _("The sentences are proposals; write your own words.")
        )

    def _edited(self, name: str, _value: object) -> None:
        if name == "lead_id":
            self._check_independence()
        for field in self.form.fields.values():
            field.set_error("")

    def auditors(self) -> tuple[PersonId, ...]:
        """Leader first, then the team without the leader."""
        lead = self._lead.value()
        members = self.members.checked()
        order = [person.id for person in self._people if person.id in members and person.id != lead]
        return (*((PersonId(str(lead)),) if lead else ()), *order)

    def _check_independence(self) -> None:
        names = {person.id: person.name for person in self._people}
        chosen = set(self.scope.chosen_processes())
        owners = [(process.name, process.owner) for process in self._processes if process.id in chosen]
        pairs = [Dependence(names[PersonId(d.person)], d.process) for d in dependences(self.auditors(), owners)]
        reason = self.independence.reason.value() or self._proposal.dependence_reason
        self.independence.set_state(pairs, reason if pairs else "")

    def is_complete(self, step: int) -> bool:
        """A scope must be chosen; dates must not run backwards. Independence is asked about, never demanded."""
        if step == 0 and not (self.scope.chosen_processes() or self.scope.chosen_clauses()):
            self.scope.set_error(_("An audit needs something to look at. Choose at least one process or clause."))
            return False
        if step == 1:
            for field in (self._starts, self._ends):
                field.commit()
            return not any(field.error() for field in self.form.fields.values()) and self._dates_fit()
        return True

    def _dates_fit(self) -> bool:
        first, last = self._starts.value(), self._ends.value()
        fits = not (first and last and last < first)
        self.form.fields["ends_on"].set_error("" if fits else _("The last day lies before the first."))
        return fits

    def new(self) -> NewAudit:
        """What was chosen."""
        lead = self._lead.value()
        return NewAudit(
            processes=self.scope.chosen_processes(),
            clauses=self.scope.chosen_clauses(),
            lead=PersonId(str(lead)) if lead else None,
            members=tuple(person for person in self.auditors() if person != lead),
            starts_on=self._starts.value(),
            ends_on=self._ends.value(),
            objective=self._objective.value(),
            criteria=self._criteria.value(),
            dependence_reason=self.independence.reason.value(),
        )

    def finish(self) -> None:
        """Creates the audit; what is refused is said at its field."""
        try:
            self.audit = self._case.services.audits.create(self._case.client, self.new())
        except InvalidInput as error:
            self._show_refusal(error)
        except UserError as error:
            self._case.messages.failure(error)
        else:
            self.accept()

    def _show_refusal(self, error: InvalidInput) -> None:
        text = error.text(speech())
        if error.field in self.purpose.fields:
            self.purpose.fields[error.field].set_error(text)
        elif error.field in self.form.fields:
            self.go(1)
            self.form.fields[error.field].set_error(text)
        elif error.field == "dependence_reason":
            self.go(1)
            self.independence.field.set_error(text)
        else:
            self.go(0)
            self.scope.set_error(text)
