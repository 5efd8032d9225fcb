"""Which controls the grid shows: by what is said or missing, by section, by words (ux.md U38, U39)."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from PySide6.QtWidgets import QWidget

from isodesk import wording
from isodesk.domain.applicability import Fault
from isodesk.i18n import N_
from isodesk.services.applicability import ControlView
from isodesk.ui.models.controls import haystack
from isodesk.ui.models.rows import folded
from isodesk.ui.speech import _
from isodesk.ui.widgets.filter_bar import FilterBar


class Show(StrEnum):
    """What to show, in the order of Alt+1 to Alt+4."""

    ALL = "all"
    UNDECIDED = "open"
    INCOMPLETE = "incomplete"
    EXCLUDED = "excluded"


_WORDS: Final = {
    Show.ALL: N_("All controls"),
    Show.UNDECIDED: N_("Undecided"),
    Show.INCOMPLETE: N_("Incomplete"),
    Show.EXCLUDED: N_("Not applicable"),
}
_FAULTS: Final = tuple(fault for fault in Fault if fault is not Fault.UNDECIDED)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for: one of the four, or the controls with one fault."""

    show: Show | Fault = Show.ALL
    section: str = ""
    text: str = ""

    def fits(self, view: ControlView) -> bool:
        """Whether a control is shown. Any text is only a text here, never an expression."""
        in_section = self.section in {"", view.section}
        return in_section and self._state(view) and folded(self.text.strip()) in haystack(view)

    def _state(self, view: ControlView) -> bool:
        if isinstance(self.show, Fault):
            return self.show in view.faults
        return {
            Show.ALL: True,
            Show.UNDECIDED: view.applicable is None,
            Show.INCOMPLETE: bool(view.faults),
            Show.EXCLUDED: view.applicable is False,
        }[self.show]


class ControlFilterBar(FilterBar):
    """Kinds, sections and words of controls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, shares=(3, 3, 4))
        self._sections: tuple[str, ...] = ()
        self.retranslate()
        self.show_.set_value(Show.ALL)
        self.section.set_value("")

    def add_keys(self, page: QWidget) -> None:
        """Alt+1 to Alt+4 show one kind each, wherever on the page the keyboard is."""
        self._add_keys(page, Show, self.set_wanted)

    def wanted(self) -> Wanted:
        """The choice in force."""
        show = self.show_.value()
        return Wanted(
            show if isinstance(show, Show | Fault) else Show.ALL, str(self.section.value() or ""), self.search.text()
        )

    def set_sections(self, sections: Iterable[str]) -> None:
        """Sections of the annexes, with their titles."""
        fresh = tuple(dict.fromkeys(sections))
        if fresh != self._sections:
            kept = self.section.currentIndex()
            same = len(fresh) == len(self._sections)
            self._sections = fresh
            self._fill()
            self.section.set_value(fresh[kept - 1] if same and kept > 0 else "")

    def set_wanted(self, show: Show | Fault = Show.ALL) -> None:
        """Another choice, without a section and words to search for."""
        self.search.setText("")
        self.show_.set_value(show)
        self.section.set_value("")
        self.changed.emit()

    def _fill(self) -> None:
        shown = [(show, _(_WORDS[show])) for show in Show]
        self.show_.set_choices([*shown, *((fault, _(wording.FAULT[fault])) for fault in _FAULTS)])
        self.section.set_choices([("", _("All sections")), *((section, section) for section in self._sections)])
        super()._fill()

    def retranslate(self) -> None:
        """Choices, and what the fields are called."""
        super().retranslate()
        self.search.set_hint(_("Search the controls"))
