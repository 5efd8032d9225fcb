"""Page 2.4 at work: decisions by key, fields that save themselves, one change for several rows, the check."""

from typing import cast

from PySide6.QtCore import Qt

from isodesk.domain.applicability import ControlStatus, Fault, Reason
from isodesk.domain.journey import Page
from isodesk.domain.keys import PersonId
from isodesk.errors import UserError
from isodesk.services.applicability import completeness_of, key_at, place_of
from isodesk.services.assessment import QuestionView
from isodesk.ui.case import Place, RowHelp
from isodesk.ui.pages.applicability.card import FIELD_OF
from isodesk.ui.pages.applicability.filters import Show
from isodesk.ui.pages.applicability.form import NOTES
from isodesk.ui.pages.applicability.frame import DOCUMENT, FAULT, StatementFrame
from isodesk.ui.pages.applicability.keys import key_help
from isodesk.ui.speech import _


class ApplicabilityPage(StatementFrame):
    """Rows are controls, “standard/A.5.1”, with a field behind a colon; “fault:no-owner” leads to all with that fault."""

    def _connect(self) -> None:
        form = self.card.form
        self._empty.action_requested.connect(lambda: self.place_requested.emit(Place(Page.SCOPE)))
        self.filters.changed.connect(self._filter)
        self.filters.list_requested.connect(self._back_to_grid)
        self.filters.add_keys(self)
        self.listing.nothing.action_requested.connect(self._widen)
        self.listing.chosen_changed.connect(self._chosen_changed)
        self.table.key_digit.connect(self.decide)
        self.table.command_key.connect(self._command)
        self.table.doubleClicked.connect(lambda _index: self._to_fault())
        self.card.decision.picked.connect(self._clicked)
        self.card.left.connect(self._back_to_grid)
        self.card.assessed.question_requested.connect(lambda key: self.place_requested.emit(Place(Page.GAP, key)))
        form.reason_toggled.connect(self._reason_toggled)
        form.edited.connect(self._edited)
        self.propose.clicked.connect(lambda _checked=False: self.stating.propose())
        self.check.clicked.connect(lambda _checked=False: self.check_all())
        self.print_.clicked.connect(lambda _checked=False: self._print())
        self.case.preferences.changed.connect(self._say_keys)

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
            asked = chosen.first.questions if chosen is not None and chosen.is_single else ()
            self.help_changed.emit(_help(asked[0]) if asked else None)

    def decide(self, digit: int) -> None:
        """Decides the row at hand and goes one down; several selected rows are decided in one step."""
        chosen = self.listing.chosen()
        if chosen is not None and self.stating.decide(chosen.keys, digit) and chosen.is_single and digit:
            self.table.go_down()

    def _clicked(self, digit: int) -> None:
        """A click stays at its control: reasons and owner are said next."""
        chosen = self.card.chosen()
        if chosen is not None:
            self.stating.decide(chosen.keys, digit)

    def _reason_toggled(self, reason: Reason, given: bool) -> None:
        chosen = self.card.chosen()
        if chosen is not None:
            self.stating.give_reason(chosen.keys, reason, given)

    def _edited(self, name: str, value: object) -> None:
        chosen = self.card.chosen()
        if chosen is None:
            return
        if name in NOTES:
            self._write(chosen.keys, name, str(value))
        elif name == "status":
            self.stating.set_status(chosen.keys, cast("ControlStatus | None", value))
        elif name == "owner":
            self.stating.set_owner(chosen.keys, cast("PersonId | None", value))

    def _write(self, keys: tuple[tuple[str, str], ...], name: str, text: str) -> None:
        try:
            self.card.form.trying(name, lambda: self.stating.write(keys, name, text))
        except UserError as error:
            self.case.messages.failure(error)

    def _command(self, command: str) -> None:
        if command == "Del":
            self.decide(0)
        elif command == "Enter":
            self._to_fault()
        elif command == "Space":
            self.go_to_undecided()

    def _to_fault(self) -> None:
        chosen = self.card.chosen()
        if chosen is not None:
            faults = chosen.first.faults
            self.card.focus(FIELD_OF[faults[0]] if faults else "justification")

    def go_to_undecided(self) -> None:
        """The next control that is not decided, in the rows shown first, then in all of them."""
        if not self.listing.go_to_undecided():
            if any(view.applicable is None for view in self._controls):
                self.filters.set_wanted(Show.UNDECIDED)
            else:
                self.case.messages.toast(_("Every control is decided"))
        self._back_to_grid()

    def check_all(self) -> None:
        """Lists what is missing at the top, each a link to its rows; from then on the list keeps up."""
        self.card.form.commit()
        self._checked = True
        self._count()
        if completeness_of(self._controls).is_complete:
            self.case.messages.toast(_("The statement is complete: nothing is missing."))

    def _print(self) -> None:
        self.card.form.commit()
        self.print_requested.emit(DOCUMENT, "")

    def _back_to_grid(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def enter(self, row: str = "") -> None:
        """Rows that no longer fit leave the filter only now; the grid has the keyboard at once."""
        self._kept.clear()
        if not self._stale:
            self._show_rows()
        super().enter(row)
        if not row:
            self._back_to_grid()
        self._chosen_changed()

    def show_row(self, row: str) -> None:
        """A control, a field of it, or all controls with a fault."""
        if row.startswith(FAULT):
            fault = Fault(row.removeprefix(FAULT))
            self.filters.set_wanted(Show.UNDECIDED if fault is Fault.UNDECIDED else fault)
            self.table.go_to(self.listing.model.key_at(0))
            self._back_to_grid()
            return
        place, _colon, field = row.partition(":")
        if self.listing.model.row_of(key_at(place)) < 0:
            self.filters.set_wanted()
        if not self.table.go_to(key_at(place)) or not (field and self.card.focus(field)):
            self._back_to_grid()

    def current_row(self) -> str:
        """The control, with the field that has the keyboard."""
        chosen, field = self.card.chosen(), self.card.focused()
        if chosen is None or not self._controls:
            return ""
        place = place_of(chosen.first.key)
        return f"{place}:{field}" if field else place

    def leave(self) -> None:
        """Keeps what is being typed."""
        self.card.form.commit()
        super().leave()

    def find_requested(self) -> None:
        """Ctrl+F."""
        self.filters.focus_search()

    def key_help(self) -> tuple[tuple[str, str], ...]:
        """For F1."""
        return key_help()


def _help(view: QuestionView) -> RowHelp:
    return RowHelp(view.question, "\n".join(f"– {line}" for line in view.look_for), view.example, view.clause)
