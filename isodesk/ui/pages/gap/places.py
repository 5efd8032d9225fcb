"""Ways to a question of the assessment, to a field of it, to a section; and the way back."""

from typing import Final

from PySide6.QtCore import Qt

from isodesk.domain.conformity import Conformity
from isodesk.services.assessment import QuestionView
from isodesk.ui.pages.gap.bench import Bench
from isodesk.ui.pages.gap.filters import Show

_SECTION: Final = "section"
NO_REASON: Final = "no-reason"


class Places:
    """The parts of page 1.4 as somewhere to come to."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench

    def show(self, row: str, *, known: bool) -> None:
        """A question, a field of it, a section, or the answers that want a reason; `known` says whether it is a question."""
        bench = self._bench
        key, _colon, field = row.partition(":")
        if key == NO_REASON:
            bench.filters.set_wanted(Show.NO_REASON)
        elif key == _SECTION:
            bench.filters.set_section(field)
            bench.go_to_open()
        elif known:
            if bench.model.row_of(key) < 0:
                bench.filters.set_wanted()
            bench.table.go_to(key)
        if key == _SECTION or not field or not self.show_field(field):
            bench.back_to_grid()

    def show_field(self, field: str) -> bool:
        """A field of the question at hand; whether there is one."""
        reason = self._bench.line.reason.field
        if field == "reason" and self._bench.line.asks():
            reason.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
        return self._bench.visit(field)

    def obey(self, command: str, view: QuestionView, *, writable: bool) -> None:
        """A key of the grid that leads to a field of the question at hand."""
        fields = {"M": "maturity", "N": "missing", "Enter": "existing"}
        if command == "Enter" and view.conformity is Conformity.NOT_APPLICABLE:
            self.show_field("reason")
        elif command in fields:
            self.show_field(fields[command])
        elif command == "A" and writable:
            self._bench.visit("evidence")
            self._bench.details.files.choose()

    def current(self) -> str:
        """The question at hand, and the field of it that has the keyboard."""
        bench, view = self._bench, self._bench.current()
        field = "reason" if bench.line.reason.field.hasFocus() else bench.details.focused()
        return f"{view.key}:{field}" if view and field else view.key if view else ""
