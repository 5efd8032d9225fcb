"""The checklist page at work: keys, notes, findings, entering from paper."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from isodesk.domain.audits import VERDICT_BY_DIGIT, Grade
from isodesk.domain.events import AuditsChanged, Event
from isodesk.domain.journey import Page
from isodesk.domain.keys import FindingId, ItemId
from isodesk.errors import UserError
from isodesk.ui.case import Place
from isodesk.ui.pages.checklist.places import ChecklistPlaces
from isodesk.ui.speech import _, speech


class ChecklistPage(ChecklistPlaces):
    """Rows come from the audit that was chosen on 4.2."""

    def _connect(self) -> None:
        self._empty.action_requested.connect(lambda: self.place_requested.emit(Place(Page.AUDIT_PLAN)))
        self.audit.picked.connect(self.case.audit.choose)
        self.tools.sifted.connect(self._sifted)
        self.tools.paper_toggled.connect(self._set_paper)
        self.tools.number_entered.connect(self._jump)
        self.tools.own_requested.connect(self.ask.ask)
        self.ask.answered.connect(self._add_own)
        self.ask.left.connect(self._to_table)
        self.sheet.reset_requested.connect(self.tools.reset)
        self.sheet.scope_requested.connect(lambda: self.place_requested.emit(Place(Page.AUDIT_PLAN)))
        table = self.sheet.table
        table.row_changed.connect(lambda _key: self._show_current())
        table.key_digit.connect(self._answer)
        table.command_key.connect(self._command)
        table.doubleClicked.connect(lambda _index: self.card.focus("evidence"))
        self.card.verdict_picked.connect(self._answer_one)
        self.card.form.edited.connect(self._edited)
        self.card.finding_wanted.connect(self._raise)
        self.card.finding_opened.connect(self._open_finding)
        self.card.remove_requested.connect(self._remove)
        self.card.left.connect(self._to_table)
        self.case.audit.changed.connect(self._other_audit)
        jump = QShortcut(QKeySequence("Ctrl+G"), self)
        jump.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        jump.activated.connect(lambda: self._set_paper(True))

    def refresh(self) -> None:
        """Reads the audits, the rows of the chosen one and its findings; only what differs is painted again."""
        self._audits = self.case.services.audits.listed(self.case.client)
        self._findings = {}
        self._read_rows()

    def _heard(self, event: Event) -> None:
        """Our own verdict touches no other audit: a key must not cost a look at all of them."""
        shown = self.case.audit.among(self._audits)
        if self._answering and isinstance(event, AuditsChanged) and shown is not None and event.audit == shown.id:
            fresh = self.case.services.audits.get(shown.id)
            self._audits = tuple(fresh if audit.id == fresh.id else audit for audit in self._audits)
            self._read_rows()
        else:
            super()._heard(event)

    def _read_rows(self) -> None:
        services, client, language = self.case.services, self.case.client, speech().language
        audit = self.case.audit.among(self._audits)
        self._rows = services.checklists.rows(audit.id, language) if audit else ()
        numbers = {number for row in self._rows for number in row.findings}
        if audit and not numbers <= self._findings.keys():
            listed = services.findings.listed(client, language, audit.id)
            self._findings = {finding.number: finding.id for finding in listed}
        self._stack.setCurrentIndex(1 if audit else 0)
        self.sheet.table.single_keys = self.case.preferences.current.single_keys
        self.tools.set_writable(self._writable())
        self._sift(fresh=self._resift)
        self._resift = False
        self._show_current()
        self._say_state(audit)

    def _answer(self, digit: int) -> None:
        """Keys of the table: one row goes on to the next, several stay."""
        items = self.sheet.chosen()
        if self._record(items, digit) and len(items) == 1 and digit:
            self.sheet.table.go_down()

    def _answer_one(self, digit: int) -> None:
        row = self.card.row()
        if row is not None:
            self._record([row.id], digit)

    def _record(self, items: list[ItemId], digit: int) -> bool:
        if not items or not self._writable():
            return False
        checklists, verdict = self.case.services.checklists, VERDICT_BY_DIGIT.get(digit)
        self._answering = True
        try:
            return self.case.attempt(lambda: checklists.record(self.case.client, items, verdict))
        finally:
            self._answering = False

    def _command(self, key: str) -> None:
        actions = {
            "Del": lambda: self._answer(0),
            "Enter": lambda: self.card.focus("evidence"),
            "I": lambda: self.card.focus("interviewed"),
            "N": self.card.ask_grade,
            "A": self.card.files.choose,
            "Q": self.ask.ask if self._writable() else self._to_table,
            "Space": self.sheet.go_to_open,
        }
        if key in actions:
            actions[key]()

    def _edited(self, name: str, value: object) -> None:
        row = self.card.row()
        if row is None:
            return
        words = {name: str(value)}
        try:
            self.card.form.trying(name, lambda: self.case.services.checklists.write(self.case.client, row.id, **words))
        except UserError as error:
            self.case.messages.failure(error)

    def _raise(self, grade: Grade) -> None:
        row, services = self.card.row(), self.case.services
        if row is None:
            return
        self.card.form.commit()
        try:
            raised = services.findings.raise_from(self.case.client, row.id, grade)
        except UserError as error:
            self.case.messages.failure(error)
            return
        number = services.findings.get(self.case.client, raised, speech().language).number
        text = _("{number} is raised from row {row}.").format(number=number, row=row.number)
        self.case.messages.toast(text, _("Open it"), lambda: self._open_finding(raised))
        self._to_table()

    def _open_finding(self, finding: FindingId) -> None:
        self.place_requested.emit(Place(Page.NONCONFORMITIES, finding))

    def _add_own(self, question: str) -> None:
        audit, row = self.case.audit.among(self._audits), self.sheet.current()
        if audit is None:
            return
        standard = row.standard if row else self.case.services.standards.first(self.case.client).key
        after, clause = (row.id, row.clause) if row else (None, "")
        try:
            added = self.case.services.checklists.add_own(
                self.case.client, audit.id, question, after=after, standard=standard, clause=clause
            )
        except UserError as error:
            self.case.messages.failure(error)
            return
        self.tools.reset()
        self.sheet.table.go_to(added)
        self._to_table()

    def _remove(self) -> None:
        row, services = self.card.row(), self.case.services
        if row is not None and self.case.attempt(lambda: services.checklists.archive(self.case.client, row.id)):
            text = _("Row {number} was removed.").format(number=row.number)
            self.case.messages.toast(text, _("Undo"), services.history.undo)
            self._to_table()

    def _other_audit(self) -> None:
        self._resift = True
        if self.isVisible():
            self.card.form.commit()
            self._read()
        else:
            self._stale = True
