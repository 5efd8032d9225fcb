"""The grid of controls with its filters and counts, and the card of what is chosen; what is done with it is in `page`."""

from collections.abc import Hashable
from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from isodesk import wording
from isodesk.domain.events import (
    AnswersChanged,
    ApplicabilityChanged,
    ClientChanged,
    Event,
    EvidenceChanged,
    TeamChanged,
)
from isodesk.domain.journey import Page
from isodesk.services.applicability import ControlKey, ControlView, completeness_of
from isodesk.services.assessment import QuestionView
from isodesk.ui.page import PageView
from isodesk.ui.pages.applicability.card import ControlCard
from isodesk.ui.pages.applicability.filters import ControlFilterBar
from isodesk.ui.pages.applicability.keys import hints
from isodesk.ui.pages.applicability.listing import ControlList
from isodesk.ui.pages.applicability.stating import Stating
from isodesk.ui.signs import ANSWERS, Sign
from isodesk.ui.speech import _, speech
from isodesk.ui.widgets.buttons import button, name_button
from isodesk.ui.widgets.empty import Empty
from isodesk.ui.widgets.flow import Flow
from isodesk.ui.widgets.key_hints import KeyHints
from isodesk.ui.widgets.master_detail import MasterDetail, scrolling_card
from isodesk.ui.widgets.tally import Tally

DOCUMENT: Final = "statement-of-applicability"
FAULT: Final = "fault:"
"""Rows of this kind lead to all controls with one fault."""
_ROOMY: Final = 640
"""From this height of the page on, there is room for the line of keys."""
_INCOMPLETE: Final = Sign("warning", "partly")


class StatementFrame(PageView):
    """Widgets, words, and what is listed."""

    key = Page.APPLICABILITY
    hears = (ApplicabilityChanged, AnswersChanged, EvidenceChanged, TeamChanged, ClientChanged)
    documents = (DOCUMENT,)

    def _build(self) -> None:
        self._controls: tuple[ControlView, ...] = ()
        self._questions: tuple[QuestionView, ...] | None = None
        self._kept: set[ControlKey] = set()
        """Rows that stay although a change took them out of the filter: nothing moves under one's hands."""
        self._checked = False
        """Whether the head lists what is missing."""
        self.stating = Stating(self.case)
        self._empty = Empty("standard", self)
        self.filters = ControlFilterBar(self)
        self.tally = Tally(self)
        self.listing = ControlList(self.case, self)
        self.table = self.listing.table
        self.card = ControlCard(self)
        self._card_holder = scrolling_card(self.card)
        self.hints = KeyHints(self)
        self.propose = button("", "", "gap")
        self.check = button("", "", "checklist")
        self.print_ = button("", "", "print")
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._filled())
        self.body.addWidget(self._stack, 1)

    def _filled(self) -> QWidget:
        filled = QWidget(self)
        tools = QWidget(filled)
        row = Flow(tools, 8, 8)
        for made in (self.propose, self.check, self.print_):
            row.addWidget(made)
        column = QVBoxLayout(filled)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.filters)
        column.addWidget(self.tally)
        column.addWidget(MasterDetail(self.listing, self._card_holder, turn=700, card=(340, 440)), 1)
        column.addWidget(self.hints)
        column.addWidget(tools)
        return filled

    def refresh(self) -> None:
        """Reads the controls; the questions only when something else than the statement changed."""
        services, client, language = self.case.services, self.case.client, speech().language
        if self._questions is None:
            self._questions = services.assessment.questions(client, language)
        self._controls = services.applicability.controls(client, language, self._questions)
        self.filters.set_sections(view.section for view in self._controls)
        self.card.form.set_people((person.id, person.name) for person in services.team.people(client))
        self._stack.setCurrentIndex(1 if self._controls else 0)
        self.propose.setEnabled(self.stating.writable)
        self._show_rows()
        self._show_current()
        self._count()

    def _heard(self, event: Event) -> None:
        if not isinstance(event, ApplicabilityChanged):
            self._questions = None
        super()._heard(event)

    def _show_rows(self) -> None:
        wanted = self.filters.wanted()
        rows = tuple(view for view in self._controls if view.key in self._kept or wanted.fits(view))
        self._kept |= {view.key for view in rows}
        self.listing.show_rows(rows)

    def _show_current(self) -> None:
        chosen = self.listing.chosen()
        if chosen is None:
            self.card.form.commit()
        self._card_holder.setVisible(chosen is not None)
        if chosen is not None:
            self.card.show_chosen(chosen, writable=self.stating.writable)

    def _count(self) -> None:
        found = completeness_of(self._controls)
        self.tally.set_counts(
            (
                (ANSWERS[1], found.applicable, _(wording.APPLICABLE[True])),
                (ANSWERS[4], found.excluded, _(wording.APPLICABLE[False])),
                (ANSWERS[0], found.undecided, _(wording.APPLICABLE[None])),
                (_INCOMPLETE, found.incomplete, _("Incomplete")),
            )
        )
        self.head.set_missing(self._missing() if self._checked else ())

    def _missing(self) -> list[tuple[Hashable, str]]:
        return [
            (f"{FAULT}{fault.value}", _("{what}: {count}").format(what=_(wording.FAULT[fault]), count=len(places)))
            for fault, places in completeness_of(self._controls).faults
        ]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the grid needs the line of keys; F1 has them too."""
        super().resizeEvent(event)
        self.hints.setVisible(event.size().height() >= _ROOMY)

    def _say_keys(self) -> None:
        single = self.case.preferences.current.single_keys
        self.table.single_keys = single
        self.hints.set_hints(hints(single=single))

    def retranslate(self) -> None:
        """Every word of the page; the parts hear the change themselves."""
        super().retranslate()
        self._questions = None
        self._empty.set_words(
            _("No controls"),
            _("A Statement of Applicability belongs to standards with an annex of controls, such as ISO/IEC 27001."),
            _("Choose a standard"),
        )
        self.listing.retranslate()
        self.propose.setText(_("Propose from the assessment"))
        self.propose.setToolTip(_("Decides every control that is not decided yet; nothing that you wrote changes"))
        self.check.setText(_("Check"))
        self.check.setToolTip(_("Lists what is missing before the statement is complete"))
        self.print_.setText(_("Print…"))
        name_button(self.print_, _("Print the statement"), "Ctrl+P")
        self._say_keys()
