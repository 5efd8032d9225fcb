"""The record of one finding as a form: what was found, then the five steps (ux.md W7)."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from isodesk import wording
from isodesk.domain.audits import Stage
from isodesk.services.findings import FindingView
from isodesk.services.team import PersonView
from isodesk.ui.speech import _
from isodesk.ui.widgets.choice_field import ChoiceField
from isodesk.ui.widgets.date_field import DateField
from isodesk.ui.widgets.field import Field
from isodesk.ui.widgets.form import Form
from isodesk.ui.widgets.section_head import SectionHead
from isodesk.ui.widgets.text_field import TextArea, TextField
from isodesk.ui.widgets.why_list import WhyList

STEPS: Final = (Stage.CORRECTION, Stage.CAUSE, Stage.ACTION, Stage.CARRYING_OUT, Stage.VERIFICATION)
FIELD_OF: Final = {
    Stage.CORRECTION: "correction",
    Stage.CAUSE: "cause",
    Stage.ACTION: "action",
    Stage.CARRYING_OUT: "done_on",
    Stage.VERIFICATION: "verification",
}
_ONLY_NONCONFORMITIES: Final = frozenset(
    {"requirement", "correction", "cause", "elsewhere", "verification", "verified_by", "verified_on", "effective"}
)


class FindingForm(Form):
    """`edited` also carries the whys, as a tuple."""

    def __init__(self, files: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heads: dict[Stage, SectionHead] = {}
        self._holders: dict[Stage, QWidget] = {}
        self._serious = True
        self.whys = WhyList(self)
        self._whys = Field(self.whys, parent=self)
        self.add_row(("statement", TextArea(least=2, most=8), 1))
        self.add_row(("requirement", TextArea(least=2, most=8), 1))
        self.add_row(("evidence", TextArea(least=2, most=8), 1))
        self.add_widget(files)
        self._step(Stage.CORRECTION)
        self.add_row(("correction", TextArea(least=2, most=8), 1))
        self._step(Stage.CAUSE)
        self.add_widget(self._whys)
        self.add_row(("cause", TextArea(least=2, most=8), 1))
        self.add_row(("elsewhere", TextArea(least=2, most=6), 1))
        self._step(Stage.ACTION)
        self.add_row(("action", TextArea(least=2, most=8), 1))
        self.add_row(("responsible_id", ChoiceField(), 3), ("due_on", DateField(), 2))
        self._step(Stage.CARRYING_OUT)
        self.add_row(("done_on", DateField(), 2))
        self._step(Stage.VERIFICATION)
        self.add_row(("verification", TextArea(least=2, most=8), 1))
        self.add_row(("verified_by", TextField(), 3), ("verified_on", DateField(), 2))
        self.add_row(("effective", ChoiceField(), 1))
        self.whys.committed.connect(lambda values: self.edited.emit("whys", values))
        self.retranslate()

    def _step(self, stage: Stage) -> None:
        head = SectionHead(self)
        self._heads[stage] = head
        holder = QWidget(self)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(head)
        self._holders[stage] = holder
        self.add_widget(holder)

    def set_people(self, people: Iterable[PersonView]) -> None:
        """Who can be responsible."""
        control = self.fields["responsible_id"].control
        if isinstance(control, ChoiceField):
            control.set_choices([(None, "–"), *((person.id, person.name) for person in people)])

    def show_finding(self, finding: FindingView) -> None:
        """Values of a finding; an opportunity has fewer fields."""
        self.set_values(
            {
                "statement": finding.statement,
                "requirement": finding.requirement,
                "evidence": finding.evidence,
                "correction": finding.correction,
                "cause": finding.cause,
                "elsewhere": finding.elsewhere,
                "action": finding.action,
                "responsible_id": finding.responsible,
                "due_on": finding.due,
                "done_on": finding.done_on,
                "verification": finding.verification,
                "verified_by": finding.verified_by,
                "verified_on": finding.verified_on,
                "effective": finding.effective,
            }
        )
        self.whys.set_values(finding.whys)
        serious = finding.grade.is_nonconformity
        for name in _ONLY_NONCONFORMITIES:
            self.fields[name].setVisible(serious)
        for stage in (Stage.CORRECTION, Stage.CAUSE, Stage.VERIFICATION):
            self._holders[stage].setVisible(serious)
        if serious != self._serious:
            self._serious = serious
            self._say_steps()
        self._whys.setVisible(serious)

    def set_read_only(self, read_only: bool) -> None:
        """The whys too."""
        super().set_read_only(read_only)
        self.whys.setEnabled(not read_only)

    def commit(self) -> None:
        """The whys too."""
        super().commit()
        self.whys.commit()

    def retranslate(self) -> None:
        """Every word."""
        for name, words, hint in (
            ("statement", _("&What was found"), _("What, where, how much: so that a stranger sees it.")),
            ("requirement", _("&Requirement"), _("What should be, in your own words.")),
            ("evidence", _("&Evidence"), ""),
            ("correction", _("&Correction"), ""),
            ("cause", _("Root ca&use"), ""),
            ("elsewhere", _("The &same elsewhere?"), _("Other machines, sites, documents: looked where, found what.")),
            ("action", _("Corrective &action"), ""),
            ("responsible_id", _("Res&ponsible"), ""),
            ("due_on", _("&Due"), ""),
            ("done_on", _("Carried &out on"), ""),
            ("verification", _("&Verified how"), ""),
            ("verified_by", _("Verified &by"), ""),
            ("verified_on", _("Ver&ified on"), ""),
            ("effective", _("E&ffective?"), ""),
        ):
            self.set_words(name, words, hint)
        self._whys.set_words(_("Five whys"), _("Ask until the answer is something that can be changed."))
        self._say_steps()
        effective = self.fields["effective"].control
        if isinstance(effective, ChoiceField):
            effective.set_choices(
                [(None, _("not verified yet")), (True, _("yes, it does not happen again")), (False, _("no, it did"))]
            )

    def _say_steps(self) -> None:
        sentences = {
            Stage.CORRECTION: _("Put the thing itself right, at once."),
            Stage.CAUSE: _("Find out why it could happen."),
            Stage.ACTION: _("Change something so that it does not happen again.") if self._serious else "",
            Stage.CARRYING_OUT: _("Note the day when all of it was done."),
            Stage.VERIFICATION: _("Look again after a while: did it help?"),
        }
        for number, stage in enumerate(STEPS, start=1):
            word = _(wording.STAGE[stage])
            self._heads[stage].set_words(f"{number}  {word}" if self._serious else word, sentences[stage])
