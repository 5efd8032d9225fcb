"""Ways to a row of the checklist: by its id, by its number on paper, by searching; and the way back."""

from PySide6.QtCore import Qt

from isodesk.domain.keys import AuditId
from isodesk.ui.case import RowHelp
from isodesk.ui.models import checklist as lines
from isodesk.ui.pages.checklist.frame import ChecklistFrame
from isodesk.ui.pages.checklist.tools import Show
from isodesk.ui.speech import _, speech


class ChecklistPlaces(ChecklistFrame):
    """The page as somewhere to come to."""

    def _sift(self, *, fresh: bool) -> None:
        show = Show.ALL if self.tools.paper.isChecked() else self.tools.showing()
        words = "" if self.tools.paper.isChecked() else self.tools.search.text()
        self.sheet.sift(self._rows, lambda row: show.lets_pass(row) and lines.matches(row, words), fresh=fresh)

    def _sifted(self) -> None:
        self._sift(fresh=True)
        self._show_current()

    def _show_current(self) -> None:
        row = self.sheet.current()
        shown = self.card.row()
        if shown is not None and (row is None or row.id != shown.id):
            self.card.form.commit()
        self.card.show_row(row, self._findings, writable=self._writable())
        if self.isVisible():
            self.help_changed.emit(
                RowHelp(
                    row.why or row.question, "\n".join(f"– {line}" for line in row.look_for), row.example, row.clause
                )
                if row
                else None
            )

    def _set_paper(self, on: bool) -> None:
        if on and not self._writable():
            return
        self.tools.set_paper(on=on)
        self.card.set_paper(on=on)
        self._sifted()
        if on:
            self.tools.number.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.tools.number.selectAll()
        else:
            self._to_table()

    def _jump(self, number: int) -> None:
        if self.sheet.go_to_number(number):
            self.tools.refuse_number("")
            self.tools.number.clear()
            self._to_table()
        else:
            text = _("There is no row {number}; the last is {last}.").format(number=number, last=len(self._rows))
            self.tools.refuse_number(text)
            self.tools.number.selectAll()

    def _to_table(self) -> None:
        self.sheet.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def enter(self, row: str = "") -> None:
        """One can answer at once."""
        super().enter(row)
        self._show_current()
        if not row:
            self._to_table()

    def show_row(self, row: str) -> None:
        """A row by its id, with a field behind a colon; `open` and `no-finding` choose what is shown."""
        item, _colon, field = row.partition(":")
        if item in set(Show):
            self.tools.set_filter(Show(item))
            self._to_table()
            return
        if self.sheet.model.row_of(item) < 0:
            self._find_elsewhere(item)
        if not self.sheet.table.go_to(item):
            return
        if field:
            self.card.focus(field)
        else:
            self._to_table()

    def _find_elsewhere(self, item: str) -> None:
        """A row of another audit, or one that the filter hides."""
        self.tools.reset()
        checklists, language = self.case.services.checklists, speech().language
        for audit in () if any(row.id == item for row in self._rows) else self._audits:
            if any(row.id == item for row in checklists.rows(audit.id, language)):
                self.case.audit.choose(AuditId(audit.id))
                self._read()
                return

    def current_row(self) -> str:
        """The row under the cursor, with the field that has the keyboard."""
        row, field = self.sheet.current(), self.card.form.focused()
        if row is None:
            return ""
        return f"{row.id}:{field}" if field else row.id

    def leave(self) -> None:
        """Keeps what is being typed."""
        self.card.form.commit()
        super().leave()

    def audit_number(self) -> str:
        """The audit shown."""
        audit = self.case.audit.among(self._audits)
        return audit.number if audit else ""

    def find_requested(self) -> None:
        """Ctrl+F: in the rows, or by number where one enters from paper."""
        if self.tools.paper.isChecked():
            self._set_paper(False)
        self.tools.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
