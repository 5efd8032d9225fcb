"""The processes of a client: a table, and the card of the one at hand with its owner and clauses."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from isodesk.domain.keys import ProcessId
from isodesk.i18n import N_
from isodesk.services import usual_processes
from isodesk.services.team import PersonView, ProcessView
from isodesk.ui.case import Case
from isodesk.ui.models.rows import Column, RowsModel
from isodesk.ui.pages.team.process_card import ProcessCard
from isodesk.ui.signs import Sign
from isodesk.ui.speech import _, speech
from isodesk.ui.table_layouts import TableLayouts
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.delegates import StatusDelegate
from isodesk.ui.widgets.empty import Empty
from isodesk.ui.widgets.section_head import SectionHead
from isodesk.ui.widgets.short_table import ShortTable
from isodesk.ui.widgets.spoken import Spoken

_SHARES: Final = (6, 5, 2)
_OWNERLESS: Final = Sign("warning", "partly")


class ProcessesPanel(Spoken):
    """Table, card, and the button that adds the usual ones."""

    def __init__(self, case: Case, parent: QWidget) -> None:
        super().__init__(parent)
        self._case = case
        self._read_only = False
        self._shown: ProcessId | None = None
        self._head = SectionHead(self)
        self.remove_button = self._head.add_button(button("", "quiet", "trash"))
        self.usual_button = self._head.add_button(button("", "quiet", "process"))
        self.add_button = self._head.add_button(button("", "", "plus"))
        self.table = ShortTable(self, shares=_SHARES, most=12)
        self._model = RowsModel(self._columns(), lambda process: process.id, self)
        self.table.setModel(self._model)
        self.table.remember(TableLayouts(case.preferences), "team.processes")
        self.table.setItemDelegateForColumn(1, StatusDelegate(self.table))
        self._empty = Empty("process", self)
        self.card = ProcessCard(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for section in (self._head, self.table, self._empty, self.card):
            column.addWidget(section)
        self._connect()
        self.retranslate()

    def _columns(self) -> tuple[Column[ProcessView], ...]:
        return (
            Column(N_("Process"), lambda process: process.name),
            Column(
                N_("Owner"),
                lambda process: process.owner_name if process.owner else _("no owner yet"),
                lambda process: process.owner_name if process.owner else None,
                sign=lambda process: None if process.owner else _OWNERLESS,
            ),
            Column(
                N_("Clauses"),
                lambda process: str(len(process.clauses) or "–"),
                lambda process: len(process.clauses),
                "right",
            ),
        )

    def _connect(self) -> None:
        self.add_button.clicked.connect(self.add)
        self.usual_button.clicked.connect(self.add_usual)
        self._empty.action_requested.connect(self.add_usual)
        self.remove_button.clicked.connect(self.remove)
        self.table.command_key.connect(self._command)
        self.table.doubleClicked.connect(lambda _index: self.card.form.focus("owner_id"))
        self.table.row_changed.connect(lambda _key: self._show_process())
        self.card.form.edited.connect(self._save)
        self.card.clauses_changed.connect(self._save_clauses)

    def refresh(self, people: tuple[PersonView, ...]) -> None:
        """Reads the processes again; the one at hand stays."""
        services, client = self._case.services, self._case.client
        self.card.set_people(people)
        self.card.offer(services.standards.of(client))
        processes = services.team.processes(client)
        self._model.set_rows(processes)
        if processes and self.table.current_key() is None:
            self.table.go_to(processes[0].id)
        self.table.setVisible(bool(processes))
        self.remove_button.setVisible(bool(processes))
        self.usual_button.setVisible(bool(processes))
        self._empty.setVisible(not processes)
        self.table.single_keys = self._case.preferences.current.single_keys
        self._show_process()

    def _show_process(self) -> None:
        process = self._model.at(self.table.currentIndex())
        self.card.setVisible(process is not None)
        self.remove_button.setEnabled(process is not None and not self._read_only)
        if process is not None and process.id != self._shown and self._shown is not None:
            self.card.form.commit()
            self.card.form.clear_errors()
        self._shown = process.id if process else None
        if process is not None:
            self.card.show_process(process)

    def set_read_only(self, read_only: bool) -> None:
        """Everything can be read, nothing written."""
        self._read_only = read_only
        self.card.set_read_only(read_only)
        for part in (self.add_button, self.usual_button, self._empty):
            part.setEnabled(not read_only)

    def show_process(self, process: str) -> bool:
        """Makes a process the current row; whether it is there."""
        found = self.table.go_to(process)
        if found:
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return found

    def focused(self) -> str:
        """The id of the process at hand while the keyboard is here."""
        here = self.table.hasFocus() or self.card.has_focus()
        return str(self._shown) if here and self._shown else ""

    def ownerless(self) -> tuple[ProcessView, ...]:
        """Processes that nobody owns yet."""
        return tuple(process for process in self._model.rows() if process.owner is None)

    def add(self) -> None:
        """A new process, whose name waits to be typed."""
        team, made = self._case.services.team, list[ProcessId]()
        if self._case.attempt(lambda: made.append(team.add_process(self._case.client, _("New process")))):
            self.table.go_to(made[0])
            self.card.write_name()

    def add_usual(self) -> None:
        """The usual processes of a small firm that are not there yet, in one step."""
        services, client = self._case.services, self._case.client
        standards = services.standards.of(client)
        carried = [pair for process in self._model.rows() for pair in process.clauses]
        excluded = [(row.standard, row.clause) for row in services.clients.exclusions(client)]
        found = usual_processes.proposals(standards, speech(), carried, excluded)
        if not found:
            self._case.messages.toast(_("Every clause belongs to a process already."))
        elif self._case.attempt(lambda: services.team.propose_processes(client, found)):
            words = _("The usual processes were added; give each one an owner.")
            self._case.messages.toast(words, _("Undo"), lambda: self._case.attempt(services.history.undo))
            self.table.setFocus()

    def remove(self) -> None:
        """Removes the process at hand; the toast brings it back."""
        process = self._model.at(self.table.currentIndex())
        services = self._case.services
        if process is None or self._read_only:
            return
        if self._case.attempt(lambda: services.team.archive_process(self._case.client, process.id)):
            words = _("The process “{name}” was removed.").format(name=process.name)
            self._case.messages.toast(words, _("Undo"), lambda: self._case.attempt(services.history.undo))

    def _command(self, key: str) -> None:
        if key == "Del":
            self.remove()
        elif key == "Enter":
            self.card.form.focus("owner_id")

    def _save(self, name: str, value: object) -> None:
        process, team = self._shown, self._case.services.team
        if process is not None:
            self._case.attempt(
                lambda: self.card.form.trying(
                    name, lambda: team.change_process(self._case.client, process, **{name: value})
                )
            )

    def _save_clauses(self, clauses: frozenset[tuple[str, str]]) -> None:
        process, team = self._shown, self._case.services.team
        if process is not None:
            self._case.attempt(lambda: team.set_clauses(self._case.client, process, clauses))

    def retranslate(self) -> None:
        """Heading, labels and the empty state."""
        self._head.set_words(_("Processes"), _("What the firm does, cut into pieces that one person can answer for."))
        self.add_button.setText(_("Add a process"))
        self.usual_button.setText(_("Add the usual ones"))
        self.remove_button.setText(_("Remove"))
        self.remove_button.setAccessibleName(_("Remove the process"))
        self.table.setAccessibleName(_("Processes"))
        self._empty.set_words(
            _("Which processes are there?"),
            _("Begin with the ten that nearly every small firm has, then rename and remove."),
            _("Add the usual processes"),
        )
