"""The six phases with their meters, and the state of every page."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from isodesk import wording
from isodesk.domain.journey import COMING, NUMBERS, PAGES, Facts, Page, PageState, Phase, is_shown
from isodesk.services.overview import OverviewView
from isodesk.ui.speech import _
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.meter import Meter
from isodesk.ui.widgets.ring import Ring
from isodesk.ui.widgets.spoken import Spoken
from isodesk.ui.widgets.state_sign import StateSign

_STATES: Final = {
    PageState.DONE: "done",
    PageState.UNDER_WAY: "doing",
    PageState.NOT_STARTED: "todo",
    PageState.BLOCKED: "locked",
}
_METER: Final = 148


class PhaseBlock(Spoken):
    """One phase: ring, title, meter; below it a line for each of its pages."""

    page_picked = Signal(object)

    def __init__(self, phase: Phase, parent: QWidget) -> None:
        super().__init__(parent)
        self._phase = phase
        self._view: OverviewView | None = None
        self._ring = Ring(self)
        self._title = label(role="heading", wrap=True)
        self._meter = Meter(self)
        self._meter.setFixedWidth(_METER)
        self.links: dict[Page, QPushButton] = {}
        self._signs: dict[Page, StateSign] = {}
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._ring)
        head.addWidget(self._title, 1)
        head.addWidget(self._meter)
        lines = QGridLayout()
        lines.setContentsMargins(28, 0, 0, 0)
        lines.setHorizontalSpacing(12)
        lines.setVerticalSpacing(2)
        lines.setColumnStretch(0, 1)
        for row, page in enumerate(PAGES[phase]):
            self._add_page(lines, row, page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addLayout(lines)
        self.retranslate()

    def _add_page(self, lines: QGridLayout, row: int, page: Page) -> None:
        link = button("", "link")
        link.clicked.connect(lambda _checked=False: self.page_picked.emit(page))
        sign = StateSign(self)
        sign.setMinimumWidth(_METER)
        self.links[page], self._signs[page] = link, sign
        lines.addWidget(link, row, 0, Qt.AlignmentFlag.AlignLeft)
        lines.addWidget(sign, row, 1)

    def show_view(self, view: OverviewView) -> None:
        """Counts and states of this client, and the pages that it has."""
        self._view = view
        for page, link in self.links.items():
            link.setVisible(is_shown(page, view.facts))
            self._signs[page].setVisible(is_shown(page, view.facts))
        self.retranslate()

    def retranslate(self) -> None:
        """Titles, counts and state words."""
        self._title.setText(f"{self._phase.number}  {_(wording.PHASE[self._phase])}")
        if self._view is not None:
            done, total = self._view.counts[self._phase]
            self._ring.set_counts(done, total)
            self._meter.set_counts(done, total)
        for page, link in self.links.items():
            number = NUMBERS[page]
            title = f"{number}  {_(wording.PAGE[page])}" if "." in number else _(wording.PAGE[page])
            link.setText(title)
            words = self._state_words(page)
            link.setAccessibleName(f"{title}: {words}")
            self._signs[page].set_state(_STATES[self._state(page)], words)

    def _state(self, page: Page) -> PageState:
        return self._view.states[page] if self._view is not None else PageState.NOT_STARTED

    def _state_words(self, page: Page) -> str:
        state = self._state(page)
        if page in COMING and state is PageState.NOT_STARTED:
            return _("Comes later")
        words = _(wording.STATE[state])
        done, total = _counted(page, self._view.facts) if self._view is not None else (0, 0)
        if state is PageState.UNDER_WAY and total:
            return _("{state}, {done} of {total}").format(state=words, done=done, total=total)
        return words


def _counted(page: Page, facts: Facts) -> tuple[int, int]:
    counts = {
        Page.GAP: (facts.answered, facts.questions),
        Page.PLAN: (facts.tasks_done, facts.tasks),
        Page.APPLICABILITY: (facts.controls_decided, facts.controls),
        Page.CHECKLIST: (facts.audit_rows_answered, facts.audit_rows),
        Page.NONCONFORMITIES: (facts.nonconformities_closed, facts.nonconformities),
    }
    return counts.get(page, (0, 0))
