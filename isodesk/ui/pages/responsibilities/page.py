"""Page 2.6 at work: letters by key, by menu and by the legend, for one cell or several."""

from collections.abc import Hashable
from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from isodesk.domain.journey import Page
from isodesk.domain.responsibility import Letter
from isodesk.ui.case import Place
from isodesk.ui.pages.responsibilities.frame import CLAUSES, DOCUMENT, LACKING, PROCESSES, ResponsibilitiesFrame
from isodesk.ui.speech import _, plural
from isodesk.wording import responsibilities as responsibility_words

_BY_KEY: Final = {
    **{letter.value: letter for letter in Letter},
    **{str(number): letter for number, letter in enumerate(Letter, start=1)},
}


class ResponsibilitiesPage(ResponsibilitiesFrame):
    """Rows are “process/<id>” or “<standard>/<clause>”; “lacking” leads to all that lack something."""

    def _connect(self) -> None:
        self.switch.picked.connect(lambda _value: self._other_matrix())
        self.standard.picked.connect(lambda _value: self._other_matrix())
        self.lacking.toggled.connect(lambda _on: self._filter())
        self.all_roles.toggled.connect(lambda _on: self._show_rows())
        self.grid.commanded.connect(self._command)
        self.grid.doubleClicked.connect(lambda _index: self.grid.ask_menu())
        self.grid.menu_wanted.connect(self._offer)
        self.grid.chosen_changed.connect(self._show_letters)
        self.letters.changed.connect(self._pressed)
        self.propose.clicked.connect(lambda _checked=False: self.fill())
        self.print_.clicked.connect(lambda _checked=False: self.print_requested.emit(DOCUMENT, ""))
        self.empty.action_requested.connect(lambda: self.place_requested.emit(Place(Page.TEAM)))
        self.nothing.action_requested.connect(lambda: self.lacking.setChecked(False))
        self.case.preferences.changed.connect(self._say_keys)

    def _other_matrix(self) -> None:
        self._kept.clear()
        self.refresh()

    def _filter(self) -> None:
        self._kept.clear()
        self._show_rows()

    def _command(self, command: str) -> None:
        letter = _BY_KEY.get(command)
        if letter is not None:
            self.toggle(letter)
        elif command in {"0", "Del"}:
            self.clear()
        elif command in {"Enter", "Space"}:
            self.grid.ask_menu()

    def toggle(self, letter: Letter) -> None:
        """Puts a letter into the chosen cells, or takes it out where all of them have it."""
        cells = self.chosen()
        if cells and self.writable:
            service = self.case.services.responsibilities
            self.case.attempt(lambda: service.toggle(self.case.client, cells, letter))

    def clear(self) -> None:
        """Empties the chosen cells; nothing is done where they are empty."""
        cells = tuple(cell for cell in self.chosen() if self.letters_of(cell))
        if cells and self.writable:
            self.case.attempt(lambda: self.case.services.responsibilities.clear(self.case.client, cells))

    def _pressed(self, wanted: frozenset[Hashable]) -> None:
        """The legend: the one letter that is on or off now and was not before."""
        held = [self.letters_of(cell) for cell in self.chosen()]
        common = frozenset[Hashable](Letter).intersection(*held) if held else frozenset[Hashable]()
        for letter in Letter:
            if (letter in wanted) is not (letter in common):
                self.toggle(letter)
        self._show_letters()

    def menu(self) -> QMenu:
        """The letters, ticked as the chosen cells have them, and clearing."""
        menu = QMenu(self)
        held = self.letters.checked()
        for letter in Letter:
            action = menu.addAction(_(responsibility_words.LETTERS[letter]))
            action.setCheckable(True)
            action.setChecked(letter in held)
            action.triggered.connect(lambda _on=False, chosen=letter: self.toggle(chosen))
        menu.addSeparator()
        menu.addAction(_("Clear")).triggered.connect(lambda _on=False: self.clear())
        return menu

    def _offer(self, where: QPoint) -> None:
        if self.writable and self.chosen():
            menu = self.menu()
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(where)

    def fill(self) -> None:
        """Proposes letters for the rows that are empty."""
        services, client, standard = self.case.services, self.case.client, self.shown_standard()
        filled: list[int] = []
        if not self.case.attempt(lambda: filled.append(services.responsibilities.propose(client, standard))):
            return
        if filled[0]:
            words = plural("{count} row was filled. Check it.", "{count} rows were filled. Check them.", filled[0])
            self.case.messages.toast(words, _("Undo"), lambda: self.case.attempt(services.history.undo))
        elif any(view.is_empty for view in self._matrix.rows):
            self.case.messages.toast(
                _("Give the processes owners who have a role; then there is something to propose.")
            )
        else:
            self.case.messages.toast(_("No row is empty: nothing to propose."))
        self._to_grid()

    def _to_grid(self) -> None:
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def enter(self, row: str = "") -> None:
        """Rows that no longer fit leave the filter only now; the grid has the keyboard at once."""
        self._kept.clear()
        if not self._stale:
            self._show_rows()
        super().enter(row)
        self._to_grid()

    def show_row(self, row: str) -> None:
        """A process, a clause, or all rows that lack something."""
        if row == LACKING:
            self.lacking.setChecked(True)
            self._to_grid()
            return
        place, _bar, role = row.partition("|")
        standard = place.partition("/")[0]
        wanted = PROCESSES if standard == PROCESSES else CLAUSES
        if self.switch.value() != wanted or (wanted == CLAUSES and self.standard.value() != standard):
            self.switch.set_value(wanted)
            self.standard.set_value(standard)
            self._other_matrix()
        if self.grid.model_.place_of(place)[0] < 0:
            self.lacking.setChecked(False)
        roles = {view.role.value: view.role for view in self._matrix.roles}
        self.grid.go_to(place, roles.get(role))
        self._to_grid()

    def current_row(self) -> str:
        """The row at hand with its role."""
        cell = self.grid.current()
        return f"{cell[0]}|{cell[1]}" if cell is not None else ""

    def key_help(self) -> tuple[tuple[str, str], ...]:
        """Keys with what they do; they work while the grid has the keyboard."""
        return (
            ("R, A, C, I", _("Set or clear the letter; with a Russian keyboard, the letters И, О, К, У")),
            ("1–4", _("The same letters in this order, whatever the keyboard")),
            ("0, Del", _("Clear the cell")),
            ("Enter", _("Choose from the letters")),
            (_("Shift+arrows"), _("Select several cells: a letter goes to all of them")),
        )
