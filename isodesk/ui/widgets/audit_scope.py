"""What an audit looks at: processes with their owners, and clauses beside them."""

from collections.abc import Hashable, Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from isodesk.domain.keys import ProcessId
from isodesk.ui import theme
from isodesk.ui.speech import _
from isodesk.ui.widgets.check_list import CheckList
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.spoken import Spoken


class AuditScope(Spoken):
    """Two searchable lists; `changed` fires when a person checks something."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.processes = CheckList(self)
        self.clauses = CheckList(self)
        self._process_head = label()
        self._clause_head = label()
        self._below = label(role="muted", wrap=True)
        self._order: list[Hashable] = []
        row = QHBoxLayout()
        row.setSpacing(16)
        for head, choices in ((self._process_head, self.processes), (self._clause_head, self.clauses)):
            part = QVBoxLayout()
            part.setSpacing(4)
            part.addWidget(head)
            part.addWidget(choices, 1)
            choices.list.setMinimumHeight(160)
            choices.changed.connect(lambda _keys: self._checked())
            row.addLayout(part, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row, 1)
        column.addWidget(self._below)
        self._hint = ""
        self.setFocusProxy(self.processes)
        self.retranslate()

    def set_choices(
        self,
        processes: Iterable[tuple[ProcessId, str]],
        clauses: Iterable[tuple[tuple[str, str], str]],
        chosen: tuple[Iterable[ProcessId], Iterable[tuple[str, str]]],
    ) -> None:
        """(id, words) and ((standard, clause), words), already translated, and what is chosen of both."""
        lines = list(processes)
        self._order = [key for key, _words in lines]
        self.processes.set_entries(lines, chosen[0])
        self.clauses.set_entries(clauses, chosen[1])

    def chosen_processes(self) -> tuple[ProcessId, ...]:
        """In the order of the list."""
        checked = self.processes.checked()
        return tuple(ProcessId(str(key)) for key in self._order if key in checked)

    def chosen_clauses(self) -> tuple[tuple[str, str], ...]:
        """(standard, clause), in no order that matters."""
        return tuple(sorted(key for key in self.clauses.checked() if isinstance(key, tuple)))

    def set_hint(self, text: str) -> None:
        """What follows from a choice, already translated."""
        self._hint = text
        self.set_error("")

    def set_error(self, text: str) -> None:
        """What is wrong, already translated; "" shows the hint again."""
        self._below.setProperty("role", "error" if text else "muted")
        self._below.setText(text or self._hint)
        self._below.setVisible(bool(text or self._hint))
        theme.restyle(self._below)

    def error(self) -> str:
        """What is wrong now, or nothing."""
        return self._below.text() if self._below.property("role") == "error" else ""

    def _checked(self) -> None:
        self.set_error("")
        self.changed.emit()

    def retranslate(self) -> None:
        """Two headings, which name the lists too."""
        self._process_head.setText(_("Processes and their owners"))
        self._clause_head.setText(_("Clauses beside the processes"))
        self.processes.list.setAccessibleName(_("Processes and their owners"))
        self.clauses.list.setAccessibleName(_("Clauses beside the processes"))
        self.processes.search.set_hint(_("Find a process"))
        self.clauses.search.set_hint(_("Find a clause"))
