"""What stands on the page of the report and what it is called; what it does is in `page`."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from isodesk.domain.events import AuditsChanged, TeamChanged
from isodesk.domain.journey import Page
from isodesk.services.audits import AuditView
from isodesk.services.checklists import ChecklistView
from isodesk.services.findings import FindingView
from isodesk.ui.models import findings as finding_words
from isodesk.ui.models.rows import RowsModel
from isodesk.ui.page import PageView
from isodesk.ui.speech import _
from isodesk.ui.widgets.audit_choice import AuditChoice
from isodesk.ui.widgets.banner import Banner
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.delegates import PillDelegate
from isodesk.ui.widgets.empty import Empty
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.report_form import ReportForm
from isodesk.ui.widgets.scroll_column import ScrollColumn
from isodesk.ui.widgets.section_head import SectionHead
from isodesk.ui.widgets.short_table import ShortTable
from isodesk.ui.widgets.state_sign import StateSign
from isodesk.ui.widgets.tally import Tally

REPORT = "audit-report"


class ReportFrame(PageView):
    """Widgets and words of the page."""

    key = Page.AUDIT_REPORT
    hears = (AuditsChanged, TeamChanged)
    documents = (REPORT,)

    def _build(self) -> None:
        self._audits: tuple[AuditView, ...] = ()
        self._rows: tuple[ChecklistView, ...] = ()
        self._findings: tuple[FindingView, ...] = ()
        self.audit = AuditChoice(self)
        self.preview = button("", "quiet", "eye")
        self.head.extra.addWidget(self.audit)
        self.head.extra.addWidget(self.preview)
        self._empty = Empty("report", self)
        self.banner = Banner(self)
        self._state = StateSign(self)
        self._summary = label(role="muted", wrap=True)
        self.finish = button("", "", "state-done")
        self.reopen = button("", "", "restore")
        self._numbers = SectionHead(self)
        self.verdicts = Tally(self)
        self.grades = Tally(self)
        self._table_head = SectionHead(self)
        self._no_findings = label(role="muted", wrap=True)
        self._model = RowsModel(finding_words.report_columns(), lambda finding: finding.id, self)
        self.table = ShortTable(shares=(12, 24, 9, 20, 40), most=8)
        self.table.setModel(self._model)
        self.table.setItemDelegateForColumn(1, PillDelegate(self.table))
        self.table.setSelectionMode(ShortTable.SelectionMode.SingleSelection)
        self.form = ReportForm()
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._filled())
        self.body.addWidget(self._stack, 1)

    def _filled(self) -> QWidget:
        top = QHBoxLayout()
        top.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._state)
        words.addWidget(self._summary)
        top.addLayout(words, 1)
        top.addWidget(self.finish, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.reopen, 0, Qt.AlignmentFlag.AlignTop)
        self.column = ScrollColumn(self, spacing=8)
        for part in (self._numbers, self.verdicts, self.grades):
            self.column.add(part)
        self.column.add_space(8)
        for below in (self._table_head, self._no_findings, self.table):
            self.column.add(below)
        self.column.add_space(8)
        self.column.add_narrow(self.form)
        filled = QWidget(self)
        column = QVBoxLayout(filled)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.banner)
        column.addLayout(top)
        column.addWidget(self.column, 1)
        return filled

    def retranslate(self) -> None:
        """Every word of the page; the parts hear the change themselves."""
        super().retranslate()
        self._empty.set_words(
            _("No audit to report on"),
            _("The report is put together from the audit, its checklist and its findings."),
            _("Go to the audits"),
        )
        self.preview.setText(_("Preview"))
        self.finish.setText(_("Finish audit"))
        self.reopen.setText(_("Reopen the audit"))
        self._numbers.set_words(_("Numbers"), _("They come from the checklist and need not be written."))
        self._table_head.set_words(_("Findings"))
        self._no_findings.setText(_("No findings were raised in this audit."))
        self.table.setAccessibleName(_("Findings of the audit"))

    def key_help(self) -> tuple[tuple[str, str], ...]:
        """Keys of the table."""
        return (("Enter", _("Open the finding")),)
