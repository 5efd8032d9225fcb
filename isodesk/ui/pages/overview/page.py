"""Page 0: continue where one was, see where each phase stands, and which dates come."""

from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from isodesk import wording
from isodesk.domain.journey import NUMBERS, Page, Phase
from isodesk.services.overview import OverviewView
from isodesk.ui import icons
from isodesk.ui.case import Place
from isodesk.ui.page import PageView
from isodesk.ui.pages.overview.dates import DatesPanel
from isodesk.ui.pages.overview.phases import PhaseBlock
from isodesk.ui.speech import _, speech
from isodesk.ui.table_layouts import TableLayouts
from isodesk.ui.widgets.big_count import BigCount
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.card import Card
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.scroll_column import ScrollColumn

_WIDE: Final = 800
"""From this width on, dates and numbers stand beside the phases."""


class OverviewPage(PageView):
    """Continue strip, phases, numbers, dates."""

    key = Page.OVERVIEW

    def _build(self) -> None:
        self._place: Place | None = None
        self._words = ""
        self._view: OverviewView | None = None
        self._area = ScrollColumn(self, 20)
        self._strip = Card(self)
        self._continue = label(role="heading", wrap=True)
        self._why = label(role="muted", wrap=True)
        self.open_button = button("")
        self._fill_strip()
        self.phases = {phase: PhaseBlock(phase, self) for phase in Phase}
        self.filled = BigCount(self)
        self.ready = BigCount(self, ink="good")
        self.dates = DatesPanel(self)
        self.dates.table.remember(TableLayouts(self.case.preferences), "overview.dates")
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(32)
        self._halves.addLayout(self._phase_column(), 5)
        self._halves.addLayout(self._side_column(), 4)
        halves = QWidget(self)
        halves.setLayout(self._halves)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._area.add(self._strip)
        self._area.add(halves)
        self.body.addWidget(self._area)

    def _fill_strip(self) -> None:
        sign = label()
        icons.put(sign, "arrow-right", "accent", 20)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._continue)
        words.addWidget(self._why)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(sign)
        row.addLayout(words, 1)
        row.addWidget(self.open_button)
        self._strip.column.setContentsMargins(16, 12, 12, 12)
        self._strip.column.addLayout(row)

    def _phase_column(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(12)
        for place, block in enumerate(self.phases.values()):
            if place:
                line = QFrame(self)
                line.setProperty("role", "line")
                column.addWidget(line)
            column.addWidget(block)
        column.addStretch(1)
        return column

    def _side_column(self) -> QVBoxLayout:
        counts = QHBoxLayout()
        counts.setSpacing(24)
        counts.addWidget(self.filled, 1)
        counts.addWidget(self.ready, 1)
        column = QVBoxLayout()
        column.setSpacing(24)
        column.addLayout(counts)
        column.addWidget(self.dates)
        column.addStretch(1)
        return column

    def _connect(self) -> None:
        self.open_button.clicked.connect(self._open)
        self.dates.page_picked.connect(lambda page: self.place_requested.emit(Place(page)))
        for block in self.phases.values():
            block.page_picked.connect(lambda page: self.place_requested.emit(Place(page)))

    def set_continue(self, place: Place | None, text: str = "") -> None:
        """Where the user was last, and how to call it; None leaves the first proposal of the rules."""
        self._place, self._words = place, text
        self._show_continue()

    def refresh(self) -> None:
        """Reads the whole client at once."""
        view = self.case.services.overview.view(self.case.client, speech().language)
        self._view = view
        for block in self.phases.values():
            block.show_view(view)
        progress = view.progress
        self.filled.set_counts(progress.answered, progress.total)
        self.ready.set_counts(progress.ready_points, progress.applicable)
        self.dates.show_deadlines(view.deadlines, self.case.services.workshop.today)
        self._show_continue()

    def retranslate(self) -> None:
        """Captions of the two numbers, the strip."""
        super().retranslate()
        self.filled.set_caption(_("Filled in"), _("Questions that have an answer, of all that apply or may apply."))
        self.ready.set_caption(
            _("Readiness"), _("Conforming questions and half of the partly conforming ones, of all that apply.")
        )
        self._show_continue()

    def _show_continue(self) -> None:
        """The last place, or else the most pressing step."""
        step = self._view.steps[0] if self._view is not None and self._view.steps else None
        self._strip.setVisible(self._place is not None or step is not None)
        if self._place is not None:
            self._continue.setText(_("Continue: {place}").format(place=self._words or page_words(self._place.page)))
            self._why.setText(_("You were here last."))
        elif step is not None:
            words = _(wording.RULE[step.rule]).format(count=step.count)
            self._continue.setText(_("Next: {step}").format(step=words))
            self._why.setText(_(wording.WHY[step.rule]))
        self.open_button.setText(_("Continue") if self._place is not None else _("Begin"))
        self.open_button.setAccessibleName(self._continue.text())

    def _open(self) -> None:
        if self._place is not None:
            self.place_requested.emit(self._place)
        elif self._view is not None and self._view.steps:
            self.place_requested.emit(Place(self._view.steps[0].page))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns where there is room, one where there is not."""
        super().resizeEvent(event)
        directions = QBoxLayout.Direction
        wide = event.size().width() >= _WIDE
        self._halves.setDirection(directions.LeftToRight if wide else directions.TopToBottom)

    def key_help(self) -> tuple[tuple[str, str], ...]:
        """Keys of the list of dates."""
        return (("Enter", _("Go to where the date belongs")),)


def page_words(page: Page) -> str:
    """Number and title of a page."""
    number = NUMBERS.get(page, "")
    return f"{number} {_(wording.PAGE[page])}" if "." in number else _(wording.PAGE[page])
