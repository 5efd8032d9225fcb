"""What stands on the checklist page and what it is called; what it does is in `page`."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from isodesk.domain.audits import AuditState, Verdict
from isodesk.domain.events import AuditsChanged, EvidenceChanged, TeamChanged
from isodesk.domain.journey import Page
from isodesk.domain.keys import FindingId
from isodesk.services.audits import AuditView
from isodesk.services.checklists import ChecklistView
from isodesk.ui.models.audits import VERDICT_SIGNS, verdict_word
from isodesk.ui.page import PageView
from isodesk.ui.pages.checklist.card import ChecklistCard
from isodesk.ui.pages.checklist.sheet import Sheet
from isodesk.ui.pages.checklist.tools import Tools
from isodesk.ui.speech import _
from isodesk.ui.widgets.ask_line import AskLine
from isodesk.ui.widgets.audit_choice import AuditChoice
from isodesk.ui.widgets.banner import Banner
from isodesk.ui.widgets.empty import Empty
from isodesk.ui.widgets.key_hints import KeyHints
from isodesk.ui.widgets.master_detail import MasterDetail, scrolling_card
from isodesk.ui.widgets.menu_button import MenuButton
from isodesk.ui.widgets.tally import Tally

PRINT = "audit-checklist"


class ChecklistFrame(PageView):
    """Widgets, words, and whether anything may be written."""

    key = Page.CHECKLIST
    hears = (AuditsChanged, EvidenceChanged, TeamChanged)
    documents = (PRINT, f"{PRINT}:blank")

    def _build(self) -> None:
        self._audits: tuple[AuditView, ...] = ()
        self._rows: tuple[ChecklistView, ...] = ()
        self._findings: dict[str, FindingId] = {}
        self._resift = True
        self._answering = False
        self.audit = AuditChoice(self)
        self.print = MenuButton("print", self)
        self.print.add(lambda: self._print(f"{PRINT}:blank"))
        self.print.add(lambda: self._print(PRINT))
        self.head.extra.addWidget(self.audit)
        self.head.extra.addWidget(self.print)
        self._empty = Empty("checklist", self)
        self.tools = Tools(self)
        self.banner = Banner(self)
        self.tally = Tally(self)
        self.ask = AskLine(self)
        self.sheet = Sheet(self)
        self.card = ChecklistCard(self.case, self)
        self.hints = KeyHints(self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._filled())
        self.body.addWidget(self._stack, 1)

    def _filled(self) -> QWidget:
        filled = QWidget(self)
        column = QVBoxLayout(filled)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self.banner, self.tools, self.tally, self.ask):
            column.addWidget(part)
        column.addWidget(MasterDetail(self.sheet, scrolling_card(self.card), card=(384, 540)), 1)
        column.addWidget(self.hints)
        return filled

    def _writable(self) -> bool:
        audit = self.case.audit.among(self._audits)
        finished = audit is not None and audit.state is AuditState.FINISHED
        return self.case.services.read_only is None and not finished

    def _say_state(self, audit: AuditView | None) -> None:
        self.print.setEnabled(audit is not None)
        self.audit.show_audits(self._audits, audit)
        counts = [(VERDICT_SIGNS[v], audit.count(v) if audit else 0, verdict_word(v)) for v in Verdict]
        left = audit.rows - audit.answered if audit else 0
        self.tally.set_counts([*counts, (VERDICT_SIGNS[None], left, _("Left"))])
        if audit is None or audit.state is not AuditState.FINISHED:
            self.banner.hide()
        elif self.banner.isHidden():
            text = _("The audit {number} is finished; its checklist is a record and is only read.")
            self.banner.say("info", text.format(number=audit.number), closable=False)
            if self.case.services.read_only is None:
                self.banner.add_action(_("Reopen the audit"), self._reopen)

    def _print(self, document: str) -> None:
        self.card.form.commit()
        self.print_requested.emit(document, self.audit_number())

    def _reopen(self) -> None:
        audit = self.case.audit.among(self._audits)
        if audit is not None:
            self.case.attempt(lambda: self.case.services.audits.reopen(self.case.client, audit.id))

    def retranslate(self) -> None:
        """Every word of the page; the parts hear the change themselves."""
        super().retranslate()
        self._empty.set_words(
            _("No audit to fill in"),
            _("A checklist is made from the scope of an audit. Plan one first."),
            _("Go to the audits"),
        )
        self.sheet.retranslate()
        self.ask.set_words(_("Your question; it becomes a row behind the current one"))
        self.print.set_words(_("Print"), (_("Blank checklist…"), _("Filled-in checklist…")))
        self.banner.hide()
        self.hints.set_hints(
            (
                ("1–4", _("verdict, next row")),
                ("0", _("clear")),
                ("Enter", _("evidence")),
                ("I", _("interviewed")),
                ("N", _("finding")),
                ("A", _("file")),
                (_("Space"), _("next without a verdict")),
                ("Ctrl+G", _("row by number")),
            )
        )

    def key_help(self) -> tuple[tuple[str, str], ...]:
        """Keys of the table."""
        return (
            ("1", _("Conforms, and on to the next row")),
            ("2", _("Remark or opportunity, and on to the next row")),
            ("3", _("Nonconformity, and on to the next row")),
            ("4", _("Not checked, and on to the next row")),
            ("0, Del", _("Clear the verdict")),
            ("Enter", _("Write the evidence; Enter again leads back")),
            ("I", _("Write who was interviewed")),
            ("N", _("Raise a finding from the row")),
            ("A", _("Attach a photo or a file")),
            ("Q", _("Add an own question behind the row")),
            (_("Space"), _("Next row without a verdict")),
            ("Ctrl+G", _("Enter from paper: go to a row by its number")),
        )
