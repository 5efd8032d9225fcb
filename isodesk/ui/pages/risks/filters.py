"""Which entries the grid shows: by state and level, by process, by owner, by a cell of the matrix, by words (ux.md U38)."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from PySide6.QtWidgets import QWidget

from isodesk.domain.risks import Level, RiskFault, RiskKind
from isodesk.i18n import N_
from isodesk.services.risks import RiskView
from isodesk.ui.models.risks import haystack
from isodesk.ui.models.rows import folded
from isodesk.ui.speech import _
from isodesk.ui.widgets.choice_field import ChoiceField
from isodesk.ui.widgets.filter_bar import FilterBar
from isodesk.wording import risks as risk_words


class Show(StrEnum):
    """What to show; the first four are Alt+1 to Alt+4."""

    ALL = "all"
    OPEN = "open"
    RISKS = "risks"
    OPPORTUNITIES = "opportunities"
    LATE = "late"


_WORDS: Final = {
    Show.ALL: N_("Risks and opportunities"),
    Show.OPEN: N_("Open"),
    Show.RISKS: N_("Risks only"),
    Show.OPPORTUNITIES: N_("Opportunities only"),
    Show.LATE: N_("Treatment overdue"),
}
_KINDS: Final = {Show.RISKS: RiskKind.RISK, Show.OPPORTUNITIES: RiskKind.OPPORTUNITY}
NOBODY: Final = "nobody"
"""Stands for entries without a process or an owner."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A field of the matrix."""

    kind: RiskKind
    after: bool
    likelihood: int
    impact: int

    def holds(self, view: RiskView) -> bool:
        """Whether an entry lies in it."""
        return view.kind is self.kind and view.place(after=self.after) == (self.likelihood, self.impact)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for: a state, a level of risks, or the entries with one fault; a process, an owner, words."""

    show: Show | Level | RiskFault = Show.ALL
    process: str = ""
    owner: str = ""
    text: str = ""
    cell: Cell | None = None

    def fits(self, view: RiskView, late: bool) -> bool:
        """Whether an entry is shown. Any text is only a text here, never an expression."""
        return (
            (self.cell is None or self.cell.holds(view))
            and _is(self.process, view.process)
            and _is(self.owner, view.owner)
            and self._state(view, late)
            and folded(self.text.strip()) in haystack(view)
        )

    def _state(self, view: RiskView, late: bool) -> bool:
        if isinstance(self.show, RiskFault):
            return self.show in view.faults
        if isinstance(self.show, Level):
            return view.kind is RiskKind.RISK and view.level is self.show
        if self.show in _KINDS:
            return view.kind is _KINDS[self.show]
        return {Show.ALL: True, Show.OPEN: view.is_open, Show.LATE: late}[self.show]


def _is(wanted: str, value: str | None) -> bool:
    return wanted in {"", value or NOBODY}


class RiskFilterBar(FilterBar):
    """States and levels, processes, owners and words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, shares=(3, 3, 3))
        self._processes: tuple[tuple[Hashable, str], ...] = ()
        self._people: tuple[tuple[Hashable, str], ...] = ()
        self.cell: Cell | None = None
        self.owner = ChoiceField(self)
        self.owner.setSizeAdjustPolicy(ChoiceField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.owner.setMinimumContentsLength(11)
        self._row.insertWidget(2, self.owner, 3)
        self.setTabOrder(self.section, self.owner)  # the keyboard goes as one reads (ux.md U26)
        self.owner.picked.connect(lambda _value: self.changed.emit())
        self.retranslate()
        self.show_.set_value(Show.ALL)
        for choice in (self.section, self.owner):
            choice.set_value("")

    def add_keys(self, page: QWidget) -> None:
        """Alt+1 to Alt+4 show one kind each, wherever on the page the keyboard is."""
        self._add_keys(page, tuple(Show)[:4], self.set_wanted)

    def wanted(self) -> Wanted:
        """The choice in force."""
        show = self.show_.value()
        return Wanted(
            show if isinstance(show, Show | Level | RiskFault) else Show.ALL,
            str(self.section.value() or ""),
            str(self.owner.value() or ""),
            self.search.text(),
            self.cell,
        )

    def set_lists(self, processes: Iterable[tuple[Hashable, str]], people: Iterable[tuple[Hashable, str]]) -> None:
        """Processes and people, as (id, name)."""
        fresh = (tuple(processes), tuple(people))
        if fresh != (self._processes, self._people):
            self._processes, self._people = fresh
            self._fill()

    def set_wanted(self, show: Show | Level | RiskFault = Show.ALL, cell: Cell | None = None) -> None:
        """Another choice, without process, owner and words to search for."""
        self.search.setText("")
        self.show_.set_value(show)
        self.section.set_value("")
        self.owner.set_value("")
        self.cell = cell
        self.changed.emit()

    def _fill(self) -> None:
        levels = [(level, _(risk_words.LEVEL[RiskKind.RISK][level])) for level in reversed(Level)]
        faults = [(fault, _(risk_words.FAULT[fault])) for fault in RiskFault]
        self.show_.set_choices([*((show, _(_WORDS[show])) for show in Show), *levels, *faults])
        self.section.set_choices([("", _("All processes")), *self._processes, (NOBODY, _("Without a process"))])
        self.owner.set_choices([("", _("All owners")), *self._people, (NOBODY, _("Without an owner"))])
        self.owner.view().setMinimumWidth(self.owner.view().sizeHintForColumn(0) + 32)
        super()._fill()

    def retranslate(self) -> None:
        """Choices, and what the fields are called."""
        super().retranslate()
        self.section.setAccessibleName(_("Process"))
        self.owner.setAccessibleName(_("Owner"))
        self.search.set_hint(_("Search the register"))
