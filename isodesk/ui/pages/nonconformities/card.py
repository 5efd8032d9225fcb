"""The card of one finding: where it comes from, how far it is, its record, and what can be done with it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from isodesk import wording
from isodesk.domain.audits import Grade, Stage
from isodesk.services.evidence import Subject
from isodesk.services.findings import FindingView
from isodesk.ui.case import Case
from isodesk.ui.evidence_box import EvidenceBox
from isodesk.ui.models import findings as finding_words
from isodesk.ui.pages.nonconformities.form import FIELD_OF, STEPS, FindingForm
from isodesk.ui.speech import _, speech
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.choice_field import ChoiceField
from isodesk.ui.widgets.flow import Flow
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.master_detail import reveal
from isodesk.ui.widgets.spoken import Spoken
from isodesk.ui.widgets.state_sign import StateSign
from isodesk.ui.widgets.step_strip import Step, StepStrip


class FindingCard(Spoken):
    """Shows a finding; the page does what a person asks for."""

    grade_picked = Signal(object)
    row_requested = Signal()
    print_requested = Signal()
    task_requested = Signal()
    remove_requested = Signal()

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case = case
        self._finding: FindingView | None = None
        self._number = label(role="title")
        self.grade = ChoiceField(self)
        self._left = StateSign(self)
        self._where = label(role="muted", wrap=True)
        self.row = button("", "link")
        self.steps = StepStrip(self)
        self.files = EvidenceBox(case, Subject.FINDING, self)
        self.form = FindingForm(self.files, self)
        self.record = button("", "", "print")
        self.task = button("", "", "plus")
        self.remove = button("", "quiet", "trash")
        self._lay()
        self.steps.picked.connect(lambda place: self.focus(FIELD_OF[STEPS[place]]))
        self.grade.picked.connect(self.grade_picked)
        self.row.clicked.connect(self.row_requested)
        self.record.clicked.connect(self.print_requested)
        self.task.clicked.connect(self.task_requested)
        self.remove.clicked.connect(self.remove_requested)
        self.retranslate()

    def _lay(self) -> None:
        head = QWidget(self)
        heads = Flow(head, 12, 4)
        for part in (self._number, self.grade, self._left):
            heads.addWidget(part)
        foot = QWidget(self)
        flow = Flow(foot, 8, 8)
        for made in (self.record, self.task, self.remove):
            flow.addWidget(made)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        column.addWidget(head)
        column.addWidget(self._where)
        column.addWidget(self.row, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.steps)
        column.addSpacing(4)
        column.addWidget(self.form)
        column.addSpacing(8)
        column.addWidget(foot)
        column.addStretch(1)

    def finding(self) -> FindingView | None:
        """The finding shown."""
        return self._finding

    def show_finding(self, finding: FindingView, *, writable: bool) -> None:
        """Everything about a finding."""
        if self._finding is None or finding.id != self._finding.id:
            self.form.clear_errors()
        self._finding = finding
        self.form.show_finding(finding)
        self.form.set_read_only(not writable)
        self.files.show_for(finding.id, writable=writable, count=finding.files)
        self.grade.setEnabled(writable and finding.grade.is_nonconformity)
        self.task.setEnabled(writable)
        self.remove.setEnabled(writable)
        self.record.setVisible(finding.grade.is_nonconformity)
        self.steps.setVisible(finding.grade.is_nonconformity)
        self._speak()

    def focus(self, field: str) -> bool:
        """Puts the keyboard into a field and brings it into sight."""
        control = self.form.fields.get(field)
        if control is None:
            return False
        self.form.focus(field)
        reveal(control)
        return True

    def retranslate(self) -> None:
        """Every word."""
        self.grade.setAccessibleName(_("Grade"))
        self.row.setText(_("Go to the checklist row"))
        self.record.setText(_("Print the record…"))
        self.task.setText(_("Make a task of it"))
        self.task.setToolTip(_("Puts the corrective action into the plan"))
        self.remove.setText(_("Remove finding"))
        self._speak()

    def _speak(self) -> None:
        finding = self._finding
        if finding is None:
            return
        today = self._case.services.plan.today()
        grades = [g for g in Grade if g.is_nonconformity] if finding.grade.is_nonconformity else [Grade.OPPORTUNITY]
        self.grade.set_choices([(grade, _(wording.GRADE[grade])) for grade in grades])
        self.grade.set_value(finding.grade)
        self._number.setText(finding.number)
        left = finding_words.time_left(finding, today)
        overdue = finding_words.is_overdue(finding, today)
        closed = not finding_words.is_open(finding)
        word = _(wording.STAGE[finding.stage]) if closed else left
        self._left.set_state("done" if closed else "trouble" if overdue else "doing", word)
        self._left.setVisible(bool(word))
        self._where.setText(_origin(finding))
        self.row.setVisible(finding.item is not None)
        self.steps.set_steps(_steps(finding, overdue=overdue))


def _origin(finding: FindingView) -> str:
    owner = f" ({finding.process_owner})" if finding.process_owner else ""
    clause = _("clause {clause}").format(clause=finding.clause) if finding.clause else ""
    lines = (
        _("Raised on {date}").format(date=speech().date(finding.raised_on)),
        _("audit {number}").format(number=finding.audit_number) if finding.audit_number else "",
        f"{finding.process_name}{owner}" if finding.process_name else "",
        f"{clause} {finding.clause_title}".strip(),
    )
    return " · ".join(line for line in lines if line)


def _steps(finding: FindingView, *, overdue: bool) -> list[Step]:
    steps: list[Step] = []
    for stage, complete in zip(STEPS, finding.treatment.done, strict=True):
        now = stage is finding.stage
        late = overdue and stage is Stage.CARRYING_OUT
        state = "done" if complete else "trouble" if late else "doing" if now else "todo"
        said = {"done": _("done"), "trouble": _("overdue"), "doing": _("now"), "todo": _("still to come")}[state]
        steps.append((_(wording.STAGE[stage]), state, said))
    return steps
