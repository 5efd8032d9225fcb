"""What stands on the page of the audits and what it is called; what it does is in `page`."""

from collections.abc import Hashable
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from isodesk.domain.events import AuditsChanged, TeamChanged
from isodesk.domain.journey import Page
from isodesk.services.audits import AuditView
from isodesk.ui.models import audits as audit_words
from isodesk.ui.models.rows import RowsModel
from isodesk.ui.page import PageView
from isodesk.ui.speech import _
from isodesk.ui.widgets.audit_form import AuditForm
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.delegates import StatusDelegate
from isodesk.ui.widgets.empty import Empty
from isodesk.ui.widgets.scroll_column import ScrollColumn
from isodesk.ui.widgets.short_table import ShortTable

CHECKLIST: Final = "audit-checklist:blank"


class AuditPlanFrame(PageView):
    """Widgets, words, and what is missing in a plan."""

    key = Page.AUDIT_PLAN
    hears = (AuditsChanged, TeamChanged)
    documents = (CHECKLIST,)

    def _build(self) -> None:
        self._audits: tuple[AuditView, ...] = ()
        self._empty = Empty("audit", self)
        self._model = RowsModel(audit_words.columns(), lambda audit: audit.id, self)
        self.table = ShortTable(shares=(14, 27, 24, 20, 19, 16), most=5)
        self.table.setModel(self._model)
        self.table.setItemDelegateForColumn(4, StatusDelegate(self.table))
        self.table.setSelectionMode(ShortTable.SelectionMode.SingleSelection)
        self.table.allow_sorting()
        self.table.remember(self.case.preferences.current.tables, "audits")
        self.form = AuditForm()
        self.column = ScrollColumn(self)
        self.column.add(self.table)
        self.column.add_space(4)
        self.column.add_narrow(self.form)
        filled = QWidget(self)
        inside = QVBoxLayout(filled)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(12)
        inside.addLayout(self._buttons())
        inside.addWidget(self.column, 1)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(filled)
        self.body.addWidget(self._stack, 1)

    def _buttons(self) -> QHBoxLayout:
        self.new = button("", "", "plus")
        self.print = button("", "quiet", "print")
        self.remove = button("", "quiet", "trash")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.new)
        row.addWidget(self.print)
        row.addStretch(1)
        row.addWidget(self.remove)
        return row

    def _shown(self) -> AuditView | None:
        return self.case.audit.among(self._audits)

    def _missing(self, audit: AuditView) -> list[tuple[Hashable, str]]:
        reason = bool(audit.dependences) and not audit.dependence_reason.strip()
        gaps = (
            ("starts_on", audit.starts_on is None, _("the dates")),
            ("lead_id", audit.lead is None, _("the audit team leader")),
            ("dependence_reason", reason, _("a reason why somebody audits their own work")),
            ("objective", not audit.objective.strip(), _("the objective")),
            ("criteria", not audit.criteria.strip(), _("the criteria")),
        )
        return [(f"{audit.id}:{field}", words) for field, is_missing, words in gaps if is_missing]

    def retranslate(self) -> None:
        """Every word of the page."""
        super().retranslate()
        self._empty.set_words(
            _("No internal audit yet"),
            _("Choose processes, dates and people; the checklist is made from the questions of their clauses."),
            _("Plan an audit") if self.case.services.read_only is None else "",
        )
        self.new.setText(_("New audit…"))
        self.print.setText(_("Print blank checklist"))
        self.remove.setText(_("Remove audit"))
        self.table.setAccessibleName(_("Internal audits"))

    def key_help(self) -> tuple[tuple[str, str], ...]:
        """Keys of the list."""
        return (
            ("Enter", _("Open the checklist of the audit")),
            ("Del", _("Remove audit")),
        )
