"""The matrix with its switch, legend and counts; what is done with it is in `page`."""

from collections.abc import Hashable
from typing import Final

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from isodesk import wording
from isodesk.catalog.standard import Standard
from isodesk.domain.events import ClientChanged, ResponsibilitiesChanged, TeamChanged
from isodesk.domain.journey import Page
from isodesk.domain.responsibility import NOTHING, Letter, Letters
from isodesk.services.responsibilities import Cell, DutyView, Matrix
from isodesk.ui.page import PageView
from isodesk.ui.pages.responsibilities import reading
from isodesk.ui.speech import _, plural, speech
from isodesk.ui.widgets.buttons import button, name_button
from isodesk.ui.widgets.choice_field import ChoiceField
from isodesk.ui.widgets.empty import Empty
from isodesk.ui.widgets.flow import Flow
from isodesk.ui.widgets.key_hints import KeyHints
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.matrix_grid import MatrixGrid
from isodesk.ui.widgets.switch import Switch
from isodesk.ui.widgets.toggle_pills import TogglePills
from isodesk.wording import responsibilities as responsibility_words

DOCUMENT: Final = "responsibility-matrix"
PROCESSES: Final = "process"
CLAUSES: Final = "clause"
LACKING: Final = "lacking"
"""A row of this name leads to all that lack something."""
_LINKS: Final = 3
_LETTERS: Final = 32
"""Of a process in a link."""
_NO_MATRIX: Final = Matrix((), ())


class ResponsibilitiesFrame(PageView):
    """Widgets, words, and what is shown."""

    key = Page.RESPONSIBILITIES
    hears = (ResponsibilitiesChanged, TeamChanged, ClientChanged)
    documents = (DOCUMENT,)

    def _build(self) -> None:
        self._matrix = _NO_MATRIX
        self._standards: tuple[Standard, ...] = ()
        self._kept: set[str] = set()
        """Rows that stay although they are whole now: nothing moves under one's hands."""
        self.writable = self.case.services.read_only is None
        self.switch = Switch((PROCESSES, CLAUSES), self, wraps=False)
        self.standard = ChoiceField(self)
        self.lacking = QCheckBox(self)
        self.all_roles = QCheckBox(self)
        self.letters = TogglePills(tuple(Letter), self)
        self.grid = MatrixGrid(self)
        self.said = label(role="muted", wrap=True)
        self.hints = KeyHints(self)
        self.propose = button("", "", "gap")
        self.print_ = button("", "", "print")
        self.empty = Empty("process", self)
        self.nothing = Empty("search", self)
        self._inner = QStackedWidget(self)
        self._inner.addWidget(self.grid)
        self._inner.addWidget(self.nothing)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._filled())
        self.body.addWidget(self._head_line())
        self.body.addWidget(self._stack, 1)

    def _head_line(self) -> QWidget:
        line = QWidget(self)
        row = Flow(line, 12, 8)
        for part in (self.switch, self.standard, self.lacking, self.all_roles):
            row.addWidget(part)
        return line

    def _filled(self) -> QWidget:
        filled, tools = QWidget(self), QWidget(self)
        row = QHBoxLayout(tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.propose)
        row.addWidget(self.print_)
        row.addSpacing(8)
        row.addWidget(self.said, 1)
        column = QVBoxLayout(filled)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.letters)
        column.addWidget(self._inner, 1)
        column.addWidget(self.hints)
        column.addWidget(tools)
        return filled

    def shown_standard(self) -> Standard | None:
        """The standard whose clauses are shown; None for the processes."""
        if self.switch.value() == PROCESSES:
            return None
        chosen = self.standard.value()
        return next((standard for standard in self._standards if standard.key == chosen), self._standards[0])

    def refresh(self) -> None:
        """Reads the matrix that is chosen."""
        services, client = self.case.services, self.case.client
        self._standards = services.standards.of(client)
        self.standard.set_choices((standard.key, standard.designation) for standard in self._standards)
        if self.standard.value() is None:
            self.standard.set_value(self._standards[0].key)
        standard = self.shown_standard()
        self.standard.setVisible(standard is not None and len(self._standards) > 1)
        people = bool(services.team.people(client))
        if standard is None:
            self._matrix = services.responsibilities.by_process(client)
        else:
            self._matrix = services.responsibilities.by_clause(client, standard, speech().language)
        begun = people or any(not view.is_empty for view in self._matrix.rows)
        self._stack.setCurrentIndex(1 if self._matrix.rows and begun else 0)
        self._say_empty(people=people)
        for box in (self.lacking, self.all_roles):
            box.setVisible(self._stack.currentIndex() == 1)
        for part in (self.propose, self.letters):
            part.setEnabled(self.writable)
        self._show_rows()
        self._count()

    def _show_rows(self) -> None:
        matrix = self._matrix
        rows = [view for view in matrix.rows if self._fits(view.duty.place, lacking=bool(view.faults))]
        roles = matrix.roles if self.all_roles.isChecked() else matrix.shown_roles or matrix.roles
        self._inner.setCurrentIndex(0 if rows else 1)
        self.grid.show_matrix(
            [reading.row_head(view) for view in rows],
            [reading.role_head(view) for view in roles],
            reading.cells(matrix),
        )
        self._show_letters()

    def _fits(self, place: str, *, lacking: bool) -> bool:
        if not self.lacking.isChecked():
            return True
        if lacking:
            self._kept.add(place)
        return place in self._kept

    def letters_of(self, cell: Cell) -> Letters:
        """What a cell of the matrix holds."""
        row = next((view for view in self._matrix.rows if view.duty == cell[0]), None)
        return row.letters.get(cell[1], NOTHING) if row else NOTHING

    def _show_letters(self) -> None:
        """The legend shows what all the chosen cells have in common."""
        held = [self.letters_of(cell) for cell in self.chosen()]
        self.letters.set_checked(frozenset(Letter).intersection(*held) if held else ())

    def chosen(self) -> tuple[Cell, ...]:
        """The chosen cells as rows and roles."""
        duties = {view.duty.place: view.duty for view in self._matrix.rows}
        roles = {view.role for view in self._matrix.roles}
        return tuple(
            (duties[str(row)], role) for row, role in self.grid.chosen() if str(row) in duties and role in roles
        )

    def _count(self) -> None:
        matrix = self._matrix
        said = []
        if matrix.rows and not matrix.incomplete:
            said.append(_("Every row has one who answers and somebody who does it."))
        elif matrix.incomplete:
            said.append(plural("{count} row lacks something.", "{count} rows lack something.", matrix.incomplete))
        if matrix.vacant:
            roles = ", ".join(_(wording.ROLE[role]) for role in matrix.vacant)
            said.append(_("Nobody has the role: {roles}. Give it to somebody on page 1.3.").format(roles=roles))
        self.said.setText(" ".join(said))
        lacking = [view for view in matrix.rows if view.faults]
        missing: list[tuple[Hashable, str]] = [
            (view.duty.place, f"{_row(view)}: {_(responsibility_words.FAULTS[view.faults[0]]).lower()}")
            for view in lacking[:_LINKS]
        ]
        if len(lacking) > _LINKS:
            missing.append((LACKING, plural("{count} more row", "{count} more rows", len(lacking) - _LINKS)))
        self.head.set_missing(missing)

    def _say_empty(self, *, people: bool) -> None:
        if not people:
            sentence = _("Name the people with their roles first: responsibility is shared out among roles.")
            self.empty.set_words(_("Who works here?"), sentence, _("Name the people"))
        else:
            sentence = _("Name the processes first: the matrix says who answers for each of them.")
            self.empty.set_words(_("No processes yet"), sentence, _("Name the processes"))

    def _say_keys(self) -> None:
        single = self.case.preferences.current.single_keys
        self.grid.single_keys = single
        self.grid.meanings = reading.meanings()
        words = speech()
        letters = " ".join(responsibility_words.letter_of(letter, words) for letter in Letter)
        own = (letters, _("set or clear the letter")), ("1–4", _("the same, in this order")), ("0", _("clear"))
        self.hints.set_hints(
            (*(own if single else ()), ("Enter", _("choose")), (_("Shift+arrows"), _("several cells")))
        )

    def retranslate(self) -> None:
        """Every word of the page."""
        super().retranslate()
        self.switch.set_words(
            _("Rows"),
            (
                (PROCESSES, _("Processes"), _("Who answers for each process")),
                (CLAUSES, _("Clauses"), _("Who answers for each clause of a standard")),
            ),
        )
        self.standard.setAccessibleName(_("Standard"))
        self.lacking.setText(_("Only rows that lack something"))
        self.all_roles.setText(_("All roles"))
        self.all_roles.setToolTip(_("Also roles that nobody has"))
        self.letters.set_words(
            _("What the role has to do with it"),
            (
                (letter, _(responsibility_words.LETTERS[letter]), _(responsibility_words.LETTERS[letter]))
                for letter in Letter
            ),
        )
        self.grid.setAccessibleName(_("Responsibility matrix"))
        self.propose.setText(_("Propose"))
        self.propose.setToolTip(_("Fills the empty rows by owners and questions; nothing that you entered changes"))
        self.print_.setText(_("Print…"))
        name_button(self.print_, _("Print the responsibility matrix"), "Ctrl+P")
        self.nothing.set_words(_("Nothing is missing"), _("Every row has what it needs."), _("Show all rows"))
        self._say_keys()


def _row(view: DutyView) -> str:
    return responsibility_words.shortened(view.duty.clause or view.title, _LETTERS)
