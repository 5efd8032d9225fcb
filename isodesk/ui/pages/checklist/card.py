"""The card of one checklist row: the question, the verdict, what was seen and whom one asked, findings, files."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from isodesk import wording
from isodesk.domain.audits import VERDICT_BY_DIGIT, Verdict
from isodesk.domain.keys import FindingId
from isodesk.i18n import N_
from isodesk.services.checklists import ChecklistView
from isodesk.services.evidence import Subject
from isodesk.ui.case import Case
from isodesk.ui.evidence_box import EvidenceBox
from isodesk.ui.speech import _
from isodesk.ui.widgets.answer_bar import AnswerBar
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.flow import Flow
from isodesk.ui.widgets.form import Form
from isodesk.ui.widgets.grade_bar import GradeBar
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.master_detail import reveal
from isodesk.ui.widgets.note_area import NoteArea
from isodesk.ui.widgets.spoken import Spoken
from isodesk.ui.widgets.text_field import TextField

_DIGITS = {verdict: digit for digit, verdict in VERDICT_BY_DIGIT.items()}
_WORDS = (
    wording.VERDICT[Verdict.CONFORMS],
    N_("Remark"),
    wording.VERDICT[Verdict.NONCONFORMING],
    wording.VERDICT[Verdict.NOT_CHECKED],
)
"""Short enough for two buttons beside each other."""


class ChecklistCard(Spoken):
    """Shows a row; says what a person did with it."""

    verdict_picked = Signal(object)
    finding_wanted = Signal(object)
    """A Grade."""
    finding_opened = Signal(object)
    remove_requested = Signal()
    left = Signal()
    """The keyboard should go back to the table."""

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: ChecklistView | None = None
        self._findings: Mapping[str, FindingId] = {}
        self._paper = False
        self._where = label(role="muted", wrap=True)
        self._question = label(role="heading", wrap=True)
        self._look_for = label(role="muted", wrap=True)
        self.bar = AnswerBar(self, _WORDS, columns=2)
        self.form = Form(self)
        self.evidence = NoteArea(least=3, most=10)
        self.interviewed = TextField()
        self.form.add_row(("evidence", self.evidence, 1))
        self.form.add_row(("interviewed", self.interviewed, 1))
        self.grades = GradeBar(self)
        self.raising = button("", "", "nonconformity")
        self.remove = button("", "quiet", "trash")
        self.files = EvidenceBox(case, Subject.ITEM, self)
        self._lay()
        self._connect()
        self.retranslate()

    def _lay(self) -> None:
        self._links = QWidget(self)
        self._flow = Flow(self._links, 12, 0)
        line = QFrame(self)
        line.setProperty("role", "line")
        actions = QHBoxLayout()
        actions.setSpacing(8)
        actions.addWidget(self.raising)
        actions.addStretch(1)
        actions.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        for part in (self._where, self._question, self._look_for):
            column.addWidget(part)
        column.addSpacing(4)
        column.addWidget(self.bar)
        column.addSpacing(4)
        column.addWidget(self.grades)
        column.addWidget(self.form)
        column.addLayout(actions)
        column.addWidget(self._links)
        column.addWidget(line)
        column.addWidget(self.files)
        column.addStretch(1)

    def _connect(self) -> None:
        self.bar.answer_picked.connect(self.verdict_picked)
        self.evidence.done.connect(self.left)
        self.interviewed.returnPressed.connect(self.left)
        self.raising.clicked.connect(self.ask_grade)
        self.grades.picked.connect(self.finding_wanted)
        self.grades.left.connect(self.left)
        self.remove.clicked.connect(self.remove_requested)

    def row(self) -> ChecklistView | None:
        """The row shown."""
        return self._row

    def show_row(self, row: ChecklistView | None, findings: Mapping[str, FindingId], *, writable: bool) -> None:
        """A row, and the ids of its findings by number."""
        other = row is None or self._row is None or row.id != self._row.id
        if other:
            self.form.clear_errors()
            self.grades.hide()
        self._row = row
        self._findings = findings
        self.setEnabled(row is not None)
        self.form.set_values({"evidence": row.evidence if row else "", "interviewed": row.interviewed if row else ""})
        self.bar.set_answer(_DIGITS[row.verdict] if row and row.verdict else 0)
        self.form.set_read_only(not writable)
        self.bar.setEnabled(writable)
        self.raising.setEnabled(writable)
        self.remove.setVisible(writable and row is not None and row.key is None)
        self.files.show_for(row.id if row else "", writable=writable, count=row.files if row else 0)
        self._speak()

    def set_paper(self, *, on: bool) -> None:
        """From paper, nobody needs to be told what to look for."""
        self._paper = on
        self._speak()

    def ask_grade(self) -> None:
        """How heavy is it?"""
        if self._row is not None and self.raising.isEnabled():
            reveal(self._question)
            self.grades.ask(_("How heavy is the finding on row {number}?").format(number=self._row.number))

    def retranslate(self) -> None:
        """Every word."""
        self.form.set_words("evidence", _("&Evidence: document, place, number, date"))
        self.form.set_words("interviewed", _("&Interviewed"))
        self.evidence.setPlaceholderText(_("Enter: back to the rows. Shift+Enter: new line."))
        self.raising.setText(_("Raise a finding"))
        self.raising.setToolTip(_("Nonconformity or opportunity, with a number of its own  N"))
        self.remove.setText(_("Remove this row"))
        self._speak()

    def _speak(self) -> None:
        row = self._row
        number = _("Row {number}").format(number=row.number) if row else ""
        clause = _("clause {clause}").format(clause=row.clause) if row and row.clause else ""
        parts = (number, clause, row.process_name if row else "")
        self._where.setText(" · ".join(part for part in parts if part))
        self._question.setText(row.question if row else _("Choose a row."))
        look_for = "; ".join(row.look_for) if row else ""
        self._look_for.setText(_("Look for: {things}").format(things=look_for))
        self._look_for.setVisible(bool(look_for) and not self._paper)
        self._show_links()

    def _show_links(self) -> None:
        numbers = self._row.findings if self._row else ()
        self._flow.clear()
        for number in numbers:
            link = button(number, "link", "nonconformity")
            link.setAccessibleName(_("Open the finding {number}").format(number=number))
            link.clicked.connect(lambda _checked=False, number=number: self._open(number))
            self._flow.addWidget(link)
        self._links.setVisible(bool(numbers))

    def _open(self, number: str) -> None:
        if number in self._findings:
            self.finding_opened.emit(self._findings[number])

    def focus(self, field: str) -> None:
        """`evidence` or `interviewed`."""
        control = self.interviewed if field == "interviewed" else self.evidence
        control.setFocus(Qt.FocusReason.ShortcutFocusReason)
        reveal(control)
