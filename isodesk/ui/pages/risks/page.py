"""Page 2.3 at work: weigh, decide by key, make tasks, look at the matrix, take usual entries, set the scale."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from isodesk.domain.journey import Page
from isodesk.domain.keys import RiskId
from isodesk.domain.risks import RiskFault, RiskKind
from isodesk.errors import UserError
from isodesk.ui.case import Place
from isodesk.ui.pages.risks.advice import advice
from isodesk.ui.pages.risks.card import FIELD_OF
from isodesk.ui.pages.risks.deeds import RegisterDeeds
from isodesk.ui.pages.risks.filters import Cell, Show
from isodesk.ui.pages.risks.frame import DOCUMENT, FAULT
from isodesk.ui.pages.risks.keys import key_help
from isodesk.ui.speech import _


class RisksPage(RegisterDeeds):
    """Rows are ids of entries, with a field behind a colon; “fault:no-owner” leads to all with that fault."""

    def _connect(self) -> None:
        self._empty.action_requested.connect(self.take_usual)
        self.filters.changed.connect(self._filter)
        self.filters.list_requested.connect(self._back_to_grid)
        self.filters.add_keys(self)
        self.cell.clicked.connect(lambda _checked=False: self._widen())
        self.listing.nothing.action_requested.connect(self._widen)
        self.listing.chosen_changed.connect(self._chosen_changed)
        self.table.key_digit.connect(self.decide)
        self.table.command_key.connect(self._command)
        self.table.doubleClicked.connect(lambda _index: self._to_fault())
        self.card.left.connect(self._back_to_grid)
        self.card.remove_requested.connect(self.remove)
        self.card.form.edited.connect(self._edited)
        tasks = self.card.form.tasks
        tasks.make_requested.connect(self.make_task)
        tasks.choose_requested.connect(self.choose_tasks)
        tasks.task_requested.connect(lambda task: self.place_requested.emit(Place(Page.PLAN, task)))
        self.matrix.cell_picked.connect(self._cell_picked)
        self.matrix.left.connect(self._back_to_grid)
        self.new_risk.clicked.connect(lambda _checked=False: self.add(RiskKind.RISK))
        self.new_opportunity.clicked.connect(lambda _checked=False: self.add(RiskKind.OPPORTUNITY))
        self.usual.clicked.connect(lambda _checked=False: self.take_usual())
        self.show_matrix.clicked.connect(lambda _checked=False: self.to_matrix())
        self.scale.clicked.connect(lambda _checked=False: self.set_scale())
        self.print_.clicked.connect(lambda _checked=False: self._print())
        self.case.preferences.changed.connect(self._say_keys)
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, kind in (("Ins", RiskKind.RISK), ("Shift+Ins", RiskKind.OPPORTUNITY)):
            QShortcut(QKeySequence(keys), self, context=inside).activated.connect(partial(self.add, kind))
        QShortcut(QKeySequence("Escape"), self.matrix, context=inside).activated.connect(self._back_to_grid)

    def _filter(self) -> None:
        self._kept.clear()
        self._show_rows()
        self._show_current()

    def _widen(self) -> None:
        self.filters.set_wanted()
        self._back_to_grid()

    def _chosen_changed(self) -> None:
        self._show_current()
        if self.isVisible():
            chosen = self.listing.chosen()
            self.help_changed.emit(advice(chosen.first.kind) if chosen is not None else None)

    def decide(self, digit: int) -> None:
        """Decides the row at hand and goes one down; several selected rows of one kind are decided in one step."""
        chosen = self.listing.chosen()
        if chosen is not None and self.weighing.decide(chosen, digit) and chosen.is_single and digit:
            self.table.go_down()

    def _edited(self, name: str, value: object) -> None:
        chosen = self.card.chosen()
        if chosen is None:
            return
        try:
            self.card.form.trying(name, lambda: self.weighing.write(chosen, name, value))
        except UserError as error:
            self.case.messages.failure(error)

    def _command(self, command: str) -> None:
        {
            "Del": self.remove,
            "Enter": self._to_fault,
            "Space": self.go_to_open,
            "N": self.make_task,
            "M": self.to_matrix,
        }.get(command, lambda: None)()

    def _to_fault(self) -> None:
        chosen = self.card.chosen()
        if chosen is not None:
            faults = chosen.first.faults if chosen.is_single else ()
            self.card.focus(FIELD_OF[faults[0]] if faults else ("title" if chosen.is_single else "decision"))

    def go_to_open(self) -> None:
        """The next open entry, in the rows shown first, then in all of them."""
        if not self.listing.go_to_open():
            if any(view.is_open for view in self._risks):
                self.filters.set_wanted(Show.OPEN)
            else:
                self.case.messages.toast(_("Every risk is weighed and decided"))
        self._back_to_grid()

    def to_matrix(self) -> None:
        """The matrix instead of the table, or back."""
        if self.shows_matrix:
            self._back_to_grid()
        elif self._risks:
            self.card.form.commit()
            self._turn(matrix=True)
            self.matrix.focus()

    def _cell_picked(self, cell: Cell) -> None:
        self.filters.set_wanted(cell=cell)
        self.table.go_to(self.listing.model.key_at(0))
        self._back_to_grid()

    def _print(self) -> None:
        self.card.form.commit()
        self.print_requested.emit(DOCUMENT, "")

    def enter(self, row: str = "") -> None:
        """Rows that no longer fit leave the filter only now; the grid has the keyboard at once."""
        self._kept.clear()
        if not self._stale:
            self._show_rows()
        super().enter(row)
        if not row and not self.shows_matrix:
            self._back_to_grid()
        self._chosen_changed()

    def show_row(self, row: str) -> None:
        """An entry, a field of it, or all entries with a fault."""
        if row.startswith(FAULT):
            self.filters.set_wanted(RiskFault(row.removeprefix(FAULT)))
            self.table.go_to(self.listing.model.key_at(0))
            self._back_to_grid()
            return
        entry, _colon, field = row.partition(":")
        if self.listing.model.row_of(RiskId(entry)) < 0:
            self.filters.set_wanted()
        self._turn(matrix=False)
        if not self.table.go_to(RiskId(entry)) or not (field and self.card.focus(field)):
            self._back_to_grid()

    def current_row(self) -> str:
        """The entry, with the field that has the keyboard."""
        chosen, field = self.card.chosen(), self.card.form.focused()
        if chosen is None or not self._risks:
            return ""
        return f"{chosen.first.id}:{field}" if field else chosen.first.id

    def leave(self) -> None:
        """Keeps what is being typed."""
        self.card.form.commit()
        super().leave()

    def find_requested(self) -> None:
        """Ctrl+F."""
        self._turn(matrix=False)
        self.filters.focus_search()

    def key_help(self) -> tuple[tuple[str, str], ...]:
        """For F1."""
        return key_help()
