"""Which questions the grid shows: by state, by section, by words (ux.md U38, U39)."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from isodesk.catalog.standard import Standard
from isodesk.domain.keys import section_of
from isodesk.i18n import N_
from isodesk.services.assessment import QuestionView
from isodesk.ui.models.questions import haystack
from isodesk.ui.models.rows import folded
from isodesk.ui.pages.gap.further import Further, FurtherFilters
from isodesk.ui.speech import _
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.filter_bar import FilterBar

Section = tuple[str, str]
"""A standard's key and the number of a section of it."""


class Show(StrEnum):
    """What to show, in the order of Alt+1 to Alt+5."""

    ALL = "all"
    OPEN = "open"
    GAPS = "gaps"
    NO_REASON = "no-reason"
    MINE = "mine"


_WORDS: Final = {
    Show.ALL: N_("All questions"),
    Show.OPEN: N_("Not assessed"),
    Show.GAPS: N_("Partly and no"),
    Show.NO_REASON: N_("Without a reason"),
    Show.MINE: N_("Mine"),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for; `me` is the name of the person at the keyboard."""

    show: Show = Show.ALL
    section: Section | None = None
    text: str = ""
    me: str = ""
    further: Further = field(default_factory=Further)

    def fits(self, view: QuestionView) -> bool:
        """Whether a question is shown. Any text is only a text here, never an expression."""
        return (
            self._state(view)
            and self._place(view)
            and self.further.fits(view)
            and folded(self.text.strip()) in haystack(view)
        )

    def _state(self, view: QuestionView) -> bool:
        if self.show is Show.OPEN:
            return view.conformity is None
        if self.show is Show.GAPS:
            return view.is_gap
        if self.show is Show.NO_REASON:
            return view.needs_reason
        if self.show is Show.MINE:
            return folded(view.owner_name) == folded(self.me)
        return True

    def _place(self, view: QuestionView) -> bool:
        if self.section is None:
            return True
        standard, number = self.section
        return any(key == standard and number in {"", section_of(clause)} for key, clause in view.counts_for)


def sections_of(standards: Sequence[Standard], language: str) -> tuple[tuple[Section, str], ...]:
    """Sections that have questions, with their titles; of several standards, each one whole before its sections."""
    several = len(standards) > 1
    found: list[tuple[Section, str]] = []
    for standard in standards:
        before = f"{standard.designation} · " if several else ""
        if several:
            found.append(((standard.key, ""), standard.designation))
        found += [
            ((standard.key, section.number), f"{before}{section.number} {section.title(language)}")
            for section in standard.sections
            if standard.questions_within(section.number)
        ]
    return tuple(found)


class QuestionFilterBar(FilterBar):
    """Kinds, sections and words of questions; on request a second line. `unfolded` tells that it came or went."""

    unfolded = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.more = button("", "quiet", "filter", parent=self)
        self.more.setCheckable(True)
        self._row.addWidget(self.more)
        self.further = FurtherFilters(self)
        self.further.hide()
        self._lines.addWidget(self.further)
        self.more.toggled.connect(self._unfold)
        self.further.changed.connect(self.changed)
        self.further.reset_requested.connect(self._reset)
        self._me = ""
        self._sections: tuple[tuple[Section, str], ...] = ()
        self.retranslate()
        self.show_.set_value(Show.ALL)
        self.section.set_value(None)

    def add_keys(self, page: QWidget) -> None:
        """Alt+1 to Alt+5 show one kind each, wherever on the page the keyboard is."""
        self._add_keys(page, Show, self.set_wanted)

    def wanted(self) -> Wanted:
        """The choice in force."""
        section = self.section.value()
        return Wanted(
            Show(str(self.show_.value() or Show.ALL)),
            section if isinstance(section, tuple) else None,
            self.search.text(),
            self._me,
            self.further.wanted(),
        )

    def _unfold(self, is_open: bool) -> None:
        """What is folded away asks for nothing."""
        self.further.setVisible(is_open)
        if not is_open and self.further.is_asking():
            self.further.clear()
            self.changed.emit()
        self.unfolded.emit()

    def _reset(self) -> None:
        self.further.clear()
        self.set_wanted()

    def state(self) -> str:
        """What is in force apart from words, to be remembered."""
        section = self.section.value()
        state = {
            "show": str(self.show_.value() or ""),
            "section": "/".join(section) if isinstance(section, tuple) else "",
        }
        return json.dumps({**state, **self.further.state()})

    def restore(self, state: str) -> None:
        """What was remembered, as far as it is still there."""
        try:
            kept = json.loads(state)
        except ValueError:
            return
        if not isinstance(kept, dict) or not all(isinstance(value, str) for value in kept.values()):
            return
        self.show_.set_value(Show(kept["show"]) if kept.get("show") in set(Show) else Show.ALL)
        if self.show_.currentIndex() < 0:
            self.show_.set_value(Show.ALL)
        standard, _slash, number = kept.get("section", "").partition("/")
        self.section.set_value((standard, number) if standard else None)
        if self.section.currentIndex() < 0:
            self.section.set_value(None)
        self.further.restore(kept)
        self.more.setChecked(self.further.is_asking())

    def set_sections(self, sections: Iterable[tuple[Section, str]]) -> None:
        """Sections of the client's standards with their titles."""
        fresh = tuple(sections)
        if fresh != self._sections:
            self._sections = fresh
            self._fill()

    def set_me(self, name: str, team: Iterable[str]) -> None:
        """Whose questions "mine" are; the choice is offered only to someone of the team."""
        known = name if folded(name) in {folded(person) for person in team} else ""
        if known != self._me:
            self._me = known
            self._fill()

    def set_wanted(self, show: Show = Show.ALL, section: Section | None = None) -> None:
        """Another choice, without words to search for and without further filters."""
        self.further.clear()
        self.search.setText("")
        self.show_.set_value(show if show is not Show.MINE or self._me else Show.ALL)
        self.section.set_value(section)
        self.changed.emit()

    def set_section(self, place: str) -> None:
        """A section written as "standard/8"."""
        standard, _slash, number = place.partition("/")
        self.set_wanted(section=(standard, number))

    def _fill(self) -> None:
        shown = [show for show in Show if show is not Show.MINE or self._me]
        self.show_.set_choices((show, _(_WORDS[show])) for show in shown)
        self.section.set_choices([(None, _("All sections")), *self._sections])
        super()._fill()

    def retranslate(self) -> None:
        """Choices, and what the fields are called."""
        super().retranslate()
        self.search.set_hint(_("Search in questions and notes"))
        self.more.setText(_("More"))
        self.more.setToolTip(_("Filter by process, responsible person, importance"))
