"""Page 1.5: what the assessment says, in counts first, then in hours and dates that are called an estimate."""

from typing import ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from isodesk.catalog.standard import Standard
from isodesk.domain.events import AnswersChanged, ClientChanged, TeamChanged
from isodesk.domain.journey import Page
from isodesk.services.assessment import QuestionView
from isodesk.services.results import ResultsView
from isodesk.ui.case import Place
from isodesk.ui.models.rows import RowsModel
from isodesk.ui.page import PageView
from isodesk.ui.pages.results import gaps
from isodesk.ui.pages.results.comparison import ComparisonPart
from isodesk.ui.pages.results.effort import Effort
from isodesk.ui.pages.results.maturity import Maturity
from isodesk.ui.pages.results.readiness import Readiness
from isodesk.ui.speech import _, speech
from isodesk.ui.widgets.big_count import BigCount
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.choice_field import ChoiceField
from isodesk.ui.widgets.delegates import StatusDelegate, TwoLineDelegate
from isodesk.ui.widgets.empty import Empty
from isodesk.ui.widgets.scroll_column import ScrollColumn
from isodesk.ui.widgets.section_head import SectionHead
from isodesk.ui.widgets.short_table import ShortTable

_CHOICE: Final = 320


class ResultsPage(PageView):
    """Rows are question keys of the gaps shown."""

    key = Page.RESULTS
    hears = (AnswersChanged, TeamChanged, ClientChanged)
    documents: ClassVar[tuple[str, ...]] = ("gap-report",)

    def _build(self) -> None:
        self.print = button("", icon="print", parent=self)
        self.plan = button("", icon="gantt", parent=self)
        for made in (self.print, self.plan):
            self.head.extra.addWidget(made, 0, Qt.AlignmentFlag.AlignTop)
        self.empty = Empty("results", self)
        self.filled, self.ready = BigCount(self), BigCount(self, ink="good")
        self.standard = ChoiceField(self)
        self.standard.setMaximumWidth(_CHOICE)
        self.readiness = Readiness(self.case, self)
        self.bars = self.readiness.bars
        self.maturity = Maturity(self)
        self.comparison = ComparisonPart(self.case, self)
        self.work = Effort(self.case, self)
        self.effort, self.estimate = self.work.effort, self.work.estimate
        self.gaps_head = SectionHead(self)
        self.table = ShortTable(self, shares=gaps.SHARES, row_height=52)
        self.model: RowsModel[QuestionView] = RowsModel(gaps.columns(), lambda view: view.key, self)
        self.table.setModel(self.model)
        self.table.setItemDelegateForColumn(gaps.QUESTION, TwoLineDelegate(self.table))
        self.table.setItemDelegateForColumn(gaps.STATUS, StatusDelegate(self.table))
        self.pile = QStackedWidget(self)
        self.pile.addWidget(self._column())
        self.pile.addWidget(self.empty)
        self.body.addWidget(self.pile, 1)

    def _column(self) -> ScrollColumn:
        column = ScrollColumn(self, spacing=12)
        counts = QWidget(self)
        row = QHBoxLayout(counts)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(32)
        row.addWidget(self.filled, 1)
        row.addWidget(self.ready, 1)
        column.add_narrow(self.standard)
        column.add(counts)
        groups: tuple[tuple[QWidget, ...], ...] = (
            (self.readiness,),
            (self.work,),
            (self.gaps_head, self.table),
            (self.maturity,),
            (self.comparison,),
        )
        for group in groups:
            column.add_space(12)
            for part in group:
                column.add(part)
        return column

    def _connect(self) -> None:
        self.print.clicked.connect(lambda: self.print_requested.emit("gap-report", ""))
        self.plan.clicked.connect(lambda: self.place_requested.emit(Place(Page.PLAN)))
        self.empty.action_requested.connect(lambda: self.place_requested.emit(Place(Page.GAP)))
        self.readiness.place_requested.connect(self.place_requested)
        self.comparison.place_requested.connect(self.place_requested)
        self.standard.picked.connect(lambda _key: self.refresh())
        self.table.doubleClicked.connect(lambda _index: self._go_to_gap())
        self.table.activated.connect(lambda _index: self._go_to_gap())
        self.table.command_key.connect(lambda command: self._go_to_gap() if command == "Enter" else None)

    def refresh(self) -> None:
        """Counts, bars, hours and the first gaps."""
        services, client = self.case.services, self.case.client
        self._offer_standards(services.standards.of(client))
        only = str(self.standard.value() or "")
        view = services.results.view(client, speech().language, only)
        counts = view.progress
        answered = any((counts.conforms, counts.partly, counts.absent))
        self.pile.setCurrentIndex(0 if answered else 1)
        self.print.setVisible(answered)
        self.plan.setVisible(answered)
        self.filled.set_counts(view.progress.answered, view.progress.total)
        self.ready.set_counts(view.progress.ready_points, view.progress.applicable)
        self.readiness.show_sections(view.sections, only)
        self.maturity.set_chart(services.results.radar(client, speech().language, only))
        self.comparison.read()
        self.work.show_view(view, sum(person.hours_a_week for person in services.team.people(client)))
        self.model.set_rows(view.top)
        self.table.setVisible(bool(view.top))
        self._say_gaps(view)

    def _offer_standards(self, standards: tuple[Standard, ...]) -> None:
        """With several standards, the page shows all of them or one."""
        chosen = self.standard.value()
        several = len(standards) > 1
        keys = [standard.key for standard in standards] if several else []
        self.standard.set_choices([("", _("All standards")), *((s.key, s.designation) for s in standards)])
        self.standard.set_value(chosen if chosen in keys else "")
        self.standard.setVisible(several)

    def _say_gaps(self, view: ResultsView) -> None:
        count, top = len(view.gaps), len(view.top)
        if count > top:
            sentence = _("{top} of {count}, the most important first. Enter opens the question.").format(
                top=top, count=count
            )
        elif count:
            sentence = _("The most important first. Enter opens the question.")
        else:
            sentence = ""
        self.gaps_head.set_words(_("What matters most"), sentence)
        self.gaps_head.setVisible(count > 0)

    def _go_to_gap(self) -> None:
        key = self.table.current_key()
        if key is not None:
            self.place_requested.emit(Place(Page.GAP, str(key)))

    def show_row(self, row: str) -> None:
        """A gap of the table."""
        if self.table.go_to(row):
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def current_row(self) -> str:
        """The gap at hand, while the table has the keyboard."""
        key = self.table.current_key()
        return str(key) if key is not None and self.table.hasFocus() else ""

    def key_help(self) -> tuple[tuple[str, str], ...]:
        """For F1."""
        return (
            ("Enter", _("Open the section or the question at hand")),
            (_("Arrows"), _("From section to section, from gap to gap")),
        )

    def retranslate(self) -> None:
        """What is not read from the services."""
        super().retranslate()
        self.print.setText(_("Print report…"))
        self.plan.setText(_("Build the plan"))
        self.filled.set_caption(_("Filled in"), _("Questions with an answer, of all questions"))
        self.ready.set_caption(
            _("Readiness"), _("Conforming questions and half of the partly conforming, of those that apply")
        )
        self.table.setAccessibleName(_("The most important gaps"))
        self.standard.setAccessibleName(_("Standard"))
        sentence = _("Answer the first questions, and the gaps, their weight and the work they mean stand here.")
        self.empty.set_words(_("Nothing is assessed yet"), sentence, _("Go to the assessment"))
