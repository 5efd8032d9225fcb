"""The register with its filters and counts, its matrix, and the card of what is chosen; what is done with it is in `page`."""

from collections.abc import Hashable
from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from isodesk.domain.events import ClientChanged, PlanChanged, RisksChanged, TeamChanged
from isodesk.domain.journey import Page
from isodesk.domain.keys import RiskId
from isodesk.domain.risks import OPEN, Level, RiskFault, RiskKind
from isodesk.services.risks import RiskView
from isodesk.ui.models.risks import LEVEL_SIGNS
from isodesk.ui.page import PageView
from isodesk.ui.pages.risks.card import RiskCard
from isodesk.ui.pages.risks.filters import RiskFilterBar
from isodesk.ui.pages.risks.keys import hints
from isodesk.ui.pages.risks.listing import RiskList
from isodesk.ui.pages.risks.matrix import MatrixPanel
from isodesk.ui.pages.risks.weighing import Weighing
from isodesk.ui.signs import ANSWERS, Sign
from isodesk.ui.speech import _, speech
from isodesk.ui.widgets.buttons import button, name_button
from isodesk.ui.widgets.empty import Empty
from isodesk.ui.widgets.flow import Flow
from isodesk.ui.widgets.key_hints import KeyHints
from isodesk.ui.widgets.master_detail import MasterDetail, scrolling_card
from isodesk.ui.widgets.tally import Tally
from isodesk.wording import risks as risk_words

DOCUMENT: Final = "risk-register"
FAULT: Final = "fault:"
"""Rows of this kind lead to all entries with one fault."""
_ROOMY: Final = 640
"""From this height of the page on, there is room for the line of keys."""
_EMPTY, _TABLE, _MATRIX = range(3)


class RegisterFrame(PageView):
    """Widgets, words, and what is listed."""

    key = Page.RISKS
    hears = (RisksChanged, PlanChanged, TeamChanged, ClientChanged)
    documents = (DOCUMENT, f"{DOCUMENT}:blank")

    def _build(self) -> None:
        self._risks: tuple[RiskView, ...] = ()
        self._kept: set[RiskId] = set()
        """Rows that stay although a change took them out of the filter: nothing moves under one's hands."""
        self.weighing = Weighing(self.case)
        self._empty = Empty("risk", self)
        self.filters = RiskFilterBar(self)
        self.cell = button("", "link", "close")
        self.tally = Tally(self)
        self.listing = RiskList(self.case, self)
        self.table = self.listing.table
        self.card = RiskCard(self)
        self._card_holder = scrolling_card(self.card)
        self.matrix = MatrixPanel(self)
        self.hints = KeyHints(self)
        self.new_risk = button("", "", "plus")
        self.new_opportunity = button("", "", "plus")
        self.usual = button("", "", "checklist")
        self.show_matrix = button("", "", "risk")
        self.scale = button("", "", "settings")
        self.print_ = button("", "", "print")
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._filled())
        self._stack.addWidget(self.matrix)
        tools = QWidget(self)
        row = Flow(tools, 8, 8)
        for made in (self.new_risk, self.new_opportunity, self.usual, self.show_matrix, self.scale, self.print_):
            row.addWidget(made)
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(tools)

    def _filled(self) -> QWidget:
        filled = QWidget(self)
        column = QVBoxLayout(filled)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.filters)
        column.addWidget(self.cell)
        column.addWidget(self.tally)
        column.addWidget(MasterDetail(self.listing, self._card_holder, turn=700, card=(360, 480)), 1)
        column.addWidget(self.hints)
        return filled

    def refresh(self) -> None:
        """Reads the register, processes and people; what is being typed stays."""
        services, client = self.case.services, self.case.client
        self._risks = services.risks.listed(client, speech().language)
        processes = tuple((process.id, process.name) for process in services.team.processes(client))
        people = tuple((person.id, person.name) for person in services.team.people(client))
        self.filters.set_lists(processes, people)
        self.card.form.set_lists(processes, people)
        self.matrix.show_risks(self._risks, services.risks.scale(client))
        self._turn(matrix=self._stack.currentIndex() == _MATRIX)
        for made in (self.new_risk, self.new_opportunity, self.usual, self.scale):
            made.setEnabled(self.weighing.writable)
        self._show_rows()
        self._show_current()
        self._count()

    def _turn(self, *, matrix: bool) -> None:
        """Shows the matrix or the table; an empty register shows neither."""
        self._stack.setCurrentIndex((_MATRIX if matrix else _TABLE) if self._risks else _EMPTY)
        self.show_matrix.setEnabled(bool(self._risks))

    @property
    def shows_matrix(self) -> bool:
        """Whether the matrix is to be seen."""
        return self._stack.currentIndex() == _MATRIX

    def _show_rows(self) -> None:
        wanted, today = self.filters.wanted(), self.case.services.plan.today()
        rows = tuple(view for view in self._risks if view.id in self._kept or wanted.fits(view, view.is_overdue(today)))
        self._kept |= {view.id for view in rows}
        self.listing.show_rows(rows)
        cell = self.filters.cell
        self.cell.setVisible(cell is not None)
        if cell is not None:
            side = _("after treatment") if cell.after else _("before treatment")
            words = _("Cell: likelihood {likelihood}, impact {impact}, {side}").format(
                likelihood=cell.likelihood, impact=cell.impact, side=side
            )
            self.cell.setText(words)
            self.cell.setAccessibleName(_("Show all instead of: {cell}").format(cell=words))

    def _show_current(self) -> None:
        chosen = self.listing.chosen()
        if chosen is None:
            self.card.form.commit()
        self._card_holder.setVisible(chosen is not None)
        if chosen is not None:
            self.card.show_chosen(chosen, writable=self.weighing.writable)

    def _count(self) -> None:
        risks = [view for view in self._risks if view.kind is RiskKind.RISK]
        levels = [view.level for view in risks]
        signs, words = LEVEL_SIGNS[RiskKind.RISK], risk_words.LEVEL[RiskKind.RISK]
        self.tally.set_counts(
            (
                *((signs[level], levels.count(level), _(words[level])) for level in reversed(Level)),
                (ANSWERS[0], levels.count(None), _("Not weighed")),
                (Sign("improvement", "good"), len(self._risks) - len(risks), _("Opportunities")),
            )
        )
        self.head.set_missing(self._missing())

    def _missing(self) -> list[tuple[Hashable, str]]:
        """What makes an entry open first, then what an auditor would ask."""
        ordered = sorted(RiskFault, key=lambda fault: fault not in OPEN)
        counts = ((fault, sum(fault in view.faults for view in self._risks)) for fault in ordered)
        what = _("{what}: {count}")
        return [
            (f"{FAULT}{fault.value}", what.format(what=_(risk_words.FAULT[fault]), count=count))
            for fault, count in counts
            if count
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
        self._empty.set_words(
            _("No risks yet"),
            _("Begin with what usually goes wrong in a firm like this one: tick what fits and correct it."),
            _("Take usual risks…") if self.weighing.writable else "",
        )
        self.listing.retranslate()
        for made, words, name, keys in (
            (self.new_risk, _("Risk"), _("New risk"), "Ins"),
            (self.new_opportunity, _("Opportunity"), _("New opportunity"), "Shift+Ins"),
            (self.usual, _("Usual risks…"), _("Take usual risks and opportunities into the register"), ""),
            (self.show_matrix, _("Matrix"), _("Show the matrix"), "M"),
            (self.scale, _("Scale…"), _("Steps and thresholds by which risks are weighed"), ""),
            (self.print_, _("Print…"), _("Print the register"), "Ctrl+P"),
        ):
            made.setText(words)
            name_button(made, name, keys)
        self._say_keys()
