"""Clauses that do not apply: each needs a reason that an auditor accepts."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from isodesk.catalog.standard import Exclusion, Standard, in_language
from isodesk.domain.keys import clause_order
from isodesk.errors import UserError
from isodesk.i18n import N_
from isodesk.ui.case import Case
from isodesk.ui.models.rows import Column, RowsModel
from isodesk.ui.pages.scope.maker import ExclusionMaker, Place
from isodesk.ui.signs import Sign
from isodesk.ui.speech import _, speech
from isodesk.ui.table_layouts import TableLayouts
from isodesk.ui.widgets.banner import Banner
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.delegates import StatusDelegate
from isodesk.ui.widgets.form import WIDTH
from isodesk.ui.widgets.reading_width import at_left
from isodesk.ui.widgets.section_head import SectionHead
from isodesk.ui.widgets.short_table import ShortTable
from isodesk.ui.widgets.spoken import Spoken

_SHARES: Final = (2, 5, 6)
_MISSING: Final = Sign("warning", "partly")


@dataclass(frozen=True, slots=True)
class Excluded:
    """A row of the table."""

    place: Place
    clause: str
    title: str
    reason: str


class ExclusionsPanel(Spoken):
    """The table, and the strip in which another exclusion is made."""

    def __init__(self, case: Case, parent: QWidget) -> None:
        super().__init__(parent)
        self._case = case
        self._read_only = False
        self._standards: tuple[Standard, ...] = ()
        self._head = SectionHead(self)
        self.remove_button = self._head.add_button(button("", "quiet", "undo"))
        self.add_button = self._head.add_button(button("", "", "plus"))
        self._warning = Banner(self)
        self._warning.setMaximumWidth(WIDTH)
        self.maker = ExclusionMaker(self)
        self.maker.hide()
        self.table = ShortTable(self, shares=_SHARES)
        self._model = RowsModel(self._columns(), lambda row: row.place, self)
        self.table.setModel(self._model)
        self.table.remember(TableLayouts(case.preferences), "scope.exclusions")
        self.table.setItemDelegateForColumn(2, StatusDelegate(self.table))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._head)
        column.addLayout(at_left(self._warning))
        column.addLayout(at_left(self.maker))
        column.addWidget(self.table)
        self.add_button.clicked.connect(self.open_maker)
        self.remove_button.clicked.connect(self.remove)
        self.maker.add_button.clicked.connect(self._add)
        self.maker.cancel_button.clicked.connect(self._close_maker)
        self.table.command_key.connect(self._command)
        self.table.row_changed.connect(lambda _key: self._enable())
        self.retranslate()

    def _columns(self) -> tuple[Column[Excluded], ...]:
        return (
            Column(N_("Clause"), lambda row: row.clause, lambda row: clause_order(row.place[1])),
            Column(N_("Title"), lambda row: row.title),
            Column(
                N_("Why it does not apply"),
                lambda row: row.reason or _("reason missing"),
                sign=lambda row: None if row.reason else _MISSING,
                write=self._write,
            ),
        )

    def refresh(self, standards: tuple[Standard, ...]) -> None:
        """Reads the exclusions again."""
        self._standards = standards
        language = speech().language
        by_key = {standard.key: standard for standard in standards}
        rows = []
        for exclusion in self._case.services.clients.exclusions(self._case.client):
            standard = by_key.get(exclusion.standard)
            clause = standard.by_number.get(exclusion.clause) if standard else None
            rows.append(
                Excluded(
                    (exclusion.standard, exclusion.clause),
                    self._number(exclusion.standard, exclusion.clause),
                    clause.title(language) if clause else "",
                    exclusion.reason,
                )
            )
        rows.sort(key=lambda row: (row.place[0], clause_order(row.place[1])))
        self._model.set_rows(rows)
        self.table.setVisible(bool(rows))
        self.table.single_keys = self._case.preferences.current.single_keys
        self.maker.set_clauses(self._choices({row.place for row in rows}))
        self._warn(bool(rows))
        self._enable()

    def _number(self, key: str, clause: str) -> str:
        if len(self._standards) < 2:
            return clause
        designation = next((s.designation for s in self._standards if s.key == key), key)
        return f"{designation} {clause}"

    def _choices(self, taken: set[Place]) -> Iterable[tuple[Place, str]]:
        language = speech().language
        return [
            ((standard.key, clause.number), f"{self._number(standard.key, clause.number)}  {clause.title(language)}")
            for standard in self._standards
            for clause in standard.clauses
            if clause.level > 1
            and (standard.key, clause.number) not in taken
            and standard.exclusion_of(clause.number) is not Exclusion.FORBID
        ]

    def _warn(self, some: bool) -> None:
        """What the standards themselves say of leaving something out."""
        told = [in_language(standard.leaving_out, speech().language) for standard in self._standards]
        words = "\n".join(line for line in told if line)
        if words and (some or self.maker.isVisibleTo(self)):
            self._warning.say("info", words, closable=False)
        else:
            self._warning.hide()

    def set_read_only(self, read_only: bool) -> None:
        """Reasons can be read, not written."""
        self._read_only = read_only
        self.add_button.setEnabled(not read_only)
        triggers = ShortTable.EditTrigger
        self.table.setEditTriggers(
            triggers.NoEditTriggers if read_only else triggers.DoubleClicked | triggers.EditKeyPressed
        )
        self._enable()

    def show_clause(self, clause: str) -> bool:
        """Makes the exclusion of a clause the current row; whether there is one."""
        place = next((row.place for row in self._model.rows() if row.place[1] == clause), None)
        if place is None:
            return False
        self.table.go_to(place, 2)
        self.table.setFocus()
        return True

    def focused(self) -> str:
        """The clause of the current row while the table has the keyboard."""
        row = self._model.at(self.table.currentIndex()) if self.table.hasFocus() else None
        return row.place[1] if row else ""

    def without_reason(self) -> tuple[str, ...]:
        """Clauses whose reason is still to be written."""
        return tuple(row.place[1] for row in self._model.rows() if not row.reason.strip())

    def open_maker(self) -> None:
        """Shows the strip for another exclusion."""
        self.maker.show()
        self._warn(some=True)
        self.maker.form.focus("clause")

    def _close_maker(self) -> None:
        self.maker.clear()
        self.maker.hide()
        self._warn(some=self._model.rowCount() > 0)
        self.add_button.setFocus()

    def _add(self) -> None:
        place, reason = self.maker.chosen()
        if place is None:
            self.maker.refuse("clause", _("Choose a clause."))
        elif not reason:
            self.maker.refuse("reason", _("Write why it does not apply; an auditor asks for it."))
        else:
            clients, client = self._case.services.clients, self._case.client
            done = self._case.attempt(
                lambda: self.maker.form.trying("reason", lambda: clients.exclude(client, *place, reason))
            )
            if done and not self.maker.form.fields["reason"].error():
                self._close_maker()

    def _write(self, row: Excluded, words: str) -> bool:
        clients, client = self._case.services.clients, self._case.client
        try:
            clients.exclude(client, *row.place, words)
        except UserError as error:
            self._case.messages.failure(error)
            return False
        return True

    def remove(self) -> None:
        """The clause of the current row applies again; the toast takes that back."""
        row = self._model.at(self.table.currentIndex())
        services = self._case.services
        if row is None or self._read_only:
            return
        if self._case.attempt(lambda: services.clients.include(self._case.client, *row.place)):
            words = _("Clause {clause} applies again.").format(clause=row.clause)
            self._case.messages.toast(words, _("Undo"), lambda: self._case.attempt(services.history.undo))

    def _command(self, key: str) -> None:
        if key == "Del":
            self.remove()
        elif key == "Enter" and not self._read_only and self.table.currentIndex().isValid():
            self.table.edit(self.table.currentIndex().siblingAtColumn(2))

    def _enable(self) -> None:
        self.remove_button.setVisible(self._model.rowCount() > 0)
        self.remove_button.setEnabled(not self._read_only and self.table.current_key() is not None)

    def retranslate(self) -> None:
        """Heading, buttons and the strip."""
        self._head.set_words(
            _("What does not apply"), _("Nothing, in most firms. Questions of an excluded clause are not asked.")
        )
        self.add_button.setText(_("Exclude a clause…"))
        self.remove_button.setText(_("Apply again"))
        self.remove_button.setAccessibleName(_("Apply the clause again"))
        self.table.setAccessibleName(_("Excluded clauses"))
