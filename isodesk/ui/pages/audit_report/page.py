"""The report at work: put together again with each change, proposals for its texts, finishing the audit."""

from collections.abc import Callable, Hashable

from isodesk import wording
from isodesk.domain.audits import AuditState, Grade, Verdict
from isodesk.domain.journey import Page
from isodesk.errors import UserError
from isodesk.i18n import speech as speech_of
from isodesk.services import audit_proposals
from isodesk.services.audits import AuditView
from isodesk.ui.case import Place
from isodesk.ui.models.audits import STATE_SIGNS, VERDICT_SIGNS, verdict_word
from isodesk.ui.models.findings import GRADE_SIGNS
from isodesk.ui.pages.audit_report.frame import REPORT, ReportFrame
from isodesk.ui.speech import _, plural, speech


class AuditReportPage(ReportFrame):
    """Numbers and findings by themselves; strengths, what was not covered and the conclusion by the auditor."""

    def _connect(self) -> None:
        self._empty.action_requested.connect(lambda: self.place_requested.emit(Place(Page.AUDIT_PLAN)))
        self.audit.picked.connect(self.case.audit.choose)
        self.preview.clicked.connect(self._preview)
        self.finish.clicked.connect(self._finish)
        self.reopen.clicked.connect(self._reopen)
        self.table.command_key.connect(lambda key: self._open_finding() if key == "Enter" else None)
        self.table.doubleClicked.connect(lambda _index: self._open_finding())
        self.form.edited.connect(self._edited)
        self.form.proposed.connect(self._propose)
        self.head.missing_picked.disconnect()
        self.head.missing_picked.connect(self._go_to_missing)
        self.case.audit.changed.connect(self._other_audit)

    def refresh(self) -> None:
        """Puts the report together again; what is being typed stays."""
        services, client, language = self.case.services, self.case.client, speech().language
        self._audits = services.audits.listed(client)
        audit = self._shown()
        self._stack.setCurrentIndex(1 if audit else 0)
        self.audit.show_audits(self._audits, audit)
        self.preview.setEnabled(audit is not None)
        if audit is None:
            self.head.set_missing(())
            return
        self._rows = services.checklists.rows(audit.id, language)
        self._findings = services.findings.listed(client, language, audit.id)
        self._show_numbers(audit)
        self._model.set_rows(self._findings)
        self.table.setVisible(bool(self._findings))
        self._no_findings.setVisible(not self._findings)
        finished = audit.state is AuditState.FINISHED
        writable = services.read_only is None
        self.form.show_audit(audit, writable=writable and not finished)
        self._show_state(audit, writable=writable)
        self.head.set_missing(() if finished else [(key, words) for key, words, _must in self._missing(audit)])

    def _shown(self) -> AuditView | None:
        return self.case.audit.among(self._audits)

    def _show_numbers(self, audit: AuditView) -> None:
        verdicts = [(VERDICT_SIGNS[v], audit.count(v), verdict_word(v)) for v in Verdict]
        self.verdicts.set_counts([*verdicts, (VERDICT_SIGNS[None], audit.rows - audit.answered, _("Left"))])
        grades = [finding.grade for finding in self._findings]
        self.grades.set_counts([(GRADE_SIGNS[g], grades.count(g), _(wording.GRADE[g])) for g in Grade])

    def _show_state(self, audit: AuditView, *, writable: bool) -> None:
        finished = audit.state is AuditState.FINISHED
        self._state.set_state(STATE_SIGNS[audit.state], _(wording.AUDIT_STATE[audit.state]))
        rows = plural("{count} row", "{count} rows", audit.rows)
        text = _("{number}: {rows}, led by {name}.").format(
            number=audit.number, rows=rows, name=audit.lead_name or _("nobody yet")
        )
        if finished and audit.reported_on:
            text = _("{text} Report of {date}.").format(text=text, date=speech().date(audit.reported_on))
        self._summary.setText(text)
        self.finish.setVisible(not finished)
        self.reopen.setVisible(finished)
        self.finish.setEnabled(writable)
        self.reopen.setEnabled(writable)
        if finished:
            self.banner.hide()

    def _missing(self, audit: AuditView) -> list[tuple[Hashable, str, bool]]:
        """Place, words, and whether the audit cannot be finished without it."""
        left = audit.rows - audit.answered
        bare = sum(row.verdict is Verdict.NONCONFORMING and not row.findings for row in self._rows)
        checklist = (
            (left, "checklist:open", plural("{count} row without a verdict", "{count} rows without a verdict", left)),
            (
                bare,
                "checklist:no-finding",
                plural(
                    "{count} nonconforming row without a finding", "{count} nonconforming rows without a finding", bare
                ),
            ),
        )
        found: list[tuple[Hashable, str, bool]] = [
            (place, words, place == "checklist:open") for count, place, words in checklist if count
        ]
        if audit.lead is None:
            found.append((f"audit-plan:{audit.id}:lead_id", _("the audit team leader"), False))
        if audit.dependences and not audit.dependence_reason.strip():
            place = f"audit-plan:{audit.id}:dependence_reason"
            found.append((place, _("a reason why somebody audits their own work"), False))
        if not audit.conclusion.strip():
            found.append(("conclusion", _("the conclusion"), True))
        return found

    def _go_to_missing(self, key: Hashable) -> None:
        page, colon, row = str(key).partition(":")
        if colon:
            self.place_requested.emit(Place(Page(page), row))
        else:
            self.show_row(page)

    def _edited(self, name: str, value: object) -> None:
        audit = self.form.audit()
        if audit is None:
            return
        changes = {name: value}
        audits = self.case.services.audits
        try:
            self.form.trying(name, lambda: audits.change(self.case.client, audit.id, **changes))
        except UserError as error:
            self.case.messages.failure(error)

    def _propose(self, name: str) -> None:
        """Our words behind those that are there; undo takes them back."""
        audit = self._shown()
        if audit is None:
            return
        self.form.commit()
        words = speech_of(self.case.services.clients.get(self.case.client).language)
        proposals: dict[str, Callable[[], str]] = {
            "strengths": lambda: audit_proposals.strengths(words),
            "not_covered": lambda: audit_proposals.not_covered(words, self._rows),
            "conclusion": lambda: audit_proposals.conclusion(words, audit, self._findings),
        }
        present = self.form.text(name).strip()
        self._edited(name, "\n".join(part for part in (present, proposals[name]()) if part))

    def _finish(self) -> None:
        """What stands against it is said in the page, not in a dialog."""
        audit, audits = self._shown(), self.case.services.audits
        if audit is None:
            return
        self.form.commit()
        try:
            audits.finish(self.case.client, audit.id)
        except UserError as error:
            self.banner.say("warning", error.text(speech()))
            return
        text = _("The audit {number} is finished.").format(number=audit.number)
        self.case.messages.toast(text, _("Undo"), self.case.services.history.undo)

    def _reopen(self) -> None:
        audit = self._shown()
        if audit is not None:
            self.case.attempt(lambda: self.case.services.audits.reopen(self.case.client, audit.id))

    def _preview(self) -> None:
        self.form.commit()
        self.print_requested.emit(REPORT, self.audit_number())

    def _open_finding(self) -> None:
        finding = self._model.at(self.table.currentIndex())
        if finding is not None:
            self.place_requested.emit(Place(Page.NONCONFORMITIES, finding.id))

    def _other_audit(self) -> None:
        self.form.commit()
        self.form.clear_errors()
        self.banner.hide()
        if self.isVisible():
            self._read()
        else:
            self._stale = True

    def show_row(self, row: str) -> None:
        """A text to write: strengths, not_covered or conclusion."""
        if self.form.focus(row):
            self.column.reveal(self.form.fields[row])

    def current_row(self) -> str:
        """The text that has the keyboard."""
        return self.form.focused()

    def leave(self) -> None:
        """Keeps what is being typed."""
        self.form.commit()
        super().leave()

    def audit_number(self) -> str:
        """The audit shown."""
        audit = self._shown()
        return audit.number if audit else ""
