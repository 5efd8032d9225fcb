"""Page 1.5: what the assessment says, in counts first, then in hours and dates that are called an estimate."""

from typing import ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from isodesk import wording
from isodesk.catalog.standard import Standard
from isodesk.domain.conformity import EffortSize
from isodesk.domain.events import AnswersChanged, ClientChanged, TeamChanged
from isodesk.domain.forecast import USUAL_PACE, Forecast, forecast
from isodesk.domain.journey import Page
from isodesk.domain.keys import clause_order
from isodesk.i18n import N_
from isodesk.services.assessment import QuestionView
from isodesk.services.results import ResultsView, gap_hours
from isodesk.ui.case import Place
from isodesk.ui.models.questions import sign_of, status_of
from isodesk.ui.models.rows import Column, RowsModel
from isodesk.ui.page import PageView
from isodesk.ui.speech import _, plural, speech
from isodesk.ui.widgets.big_count import BigCount
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.choice_field import ChoiceField
from isodesk.ui.widgets.delegates import StatusDelegate, TwoLineDelegate
from isodesk.ui.widgets.empty import Empty
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.scroll_column import ScrollColumn
from isodesk.ui.widgets.section_bars import SectionBarsView
from isodesk.ui.widgets.section_head import SectionHead
from isodesk.ui.widgets.short_table import ShortTable

_QUESTION, _STATUS = 2, 3
_SHARES: Final = (14, 9, 46, 18, 13)
_LOUD: Final = {"critical": "bad", "high": "text"}

_CHOICE: Final = 320


class ResultsPage(PageView):
    """Rows are question keys of the gaps shown."""

    key = Page.RESULTS
    hears = (AnswersChanged, TeamChanged, ClientChanged)
    documents: ClassVar[tuple[str, ...]] = ("gap-report",)

    def _build(self) -> None:
        self._shown: ResultsView | None = None
        self.print = button("", icon="print", parent=self)
        self.plan = button("", icon="gantt", parent=self)
        for made in (self.print, self.plan):
            self.head.extra.addWidget(made, 0, Qt.AlignmentFlag.AlignTop)
        self.empty = Empty("results", self)
        self.filled, self.ready = BigCount(self), BigCount(self, ink="good")
        self.standard = ChoiceField(self)
        self.standard.setMaximumWidth(_CHOICE)
        self.bars_head = SectionHead(self)
        self.bars = SectionBarsView(self, pickable=True)
        self.effort_head = SectionHead(self)
        self.sizes = _Sizes(self)
        self.effort = label(wrap=True)
        self.estimate = label(role="muted", wrap=True)
        self.gaps_head = SectionHead(self)
        self.table = ShortTable(self, shares=_SHARES, row_height=52)
        self.model: RowsModel[QuestionView] = RowsModel(_columns(), lambda view: view.key, self)
        self.table.setModel(self.model)
        self.table.setItemDelegateForColumn(_QUESTION, TwoLineDelegate(self.table))
        self.table.setItemDelegateForColumn(_STATUS, StatusDelegate(self.table))
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
            (self.bars_head, self.bars),
            (self.effort_head, self.sizes, self.effort, self.estimate),
            (self.gaps_head, self.table),
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
        self.bars.section_picked.connect(self._go_to_section)
        self.standard.picked.connect(lambda _key: self.refresh())
        self.table.doubleClicked.connect(lambda _index: self._go_to_gap())
        self.table.activated.connect(lambda _index: self._go_to_gap())
        self.table.command_key.connect(lambda command: self._go_to_gap() if command == "Enter" else None)

    def refresh(self) -> None:
        """Counts, bars, hours and the first gaps."""
        services, client = self.case.services, self.case.client
        self._offer_standards(services.standards.of(client))
        view = services.results.view(client, speech().language, str(self.standard.value() or ""))
        pace = sum(person.hours_a_week for person in services.team.people(client))
        self._shown = view
        counts = view.progress
        answered = any((counts.conforms, counts.partly, counts.absent))
        self.pile.setCurrentIndex(0 if answered else 1)
        self.print.setVisible(answered)
        self.plan.setVisible(answered)
        self.filled.set_counts(view.progress.answered, view.progress.total)
        self.ready.set_counts(view.progress.ready_points, view.progress.applicable)
        self.bars.set_chart(view.bars)
        self.sizes.set_counts(view.by_size())
        self._show_effort(view, pace)
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

    def _show_effort(self, view: ResultsView, pace: float) -> None:
        today = self.case.services.workshop.today
        usual = forecast(view.hours, USUAL_PACE, today)
        lines = [_at_usual_pace(usual)] if view.gaps else [_("No gap was found in the questions answered so far.")]
        if view.gaps and pace > 0:
            lines.append(_at_own_pace(forecast(view.hours, pace, today)))
        self.effort.setText(" ".join(lines))
        notes = []
        if view.progress.unanswered:
            count = view.progress.unanswered
            notes.append(
                plural(
                    "{count} question is not answered yet and may add to it.",
                    "{count} questions are not answered yet and may add to it.",
                    count,
                )
            )
        if view.gaps:
            notes.append(
                _("An estimate from the usual effort per gap in a firm of ten to twenty people; the plan shows dates.")
            )
        self.estimate.setText(" ".join(notes))
        self.estimate.setVisible(bool(notes))
        self.sizes.setVisible(bool(view.gaps))

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

    def _go_to_section(self, place: int) -> None:
        if self._shown is not None and place < len(self._shown.sections):
            section = self._shown.sections[place]
            self.place_requested.emit(Place(Page.GAP, f"section:{section.standard}/{section.number}"))

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
        self.bars_head.set_words(_("Readiness by section"), _("A click on a section opens its questions."))
        self.effort_head.set_words(_("Work to close the gaps"))
        self.table.setAccessibleName(_("The most important gaps"))
        self.standard.setAccessibleName(_("Standard"))
        self.sizes.retranslate()
        sentence = _("Answer the first questions, and the gaps, their weight and the work they mean stand here.")
        self.empty.set_words(_("Nothing is assessed yet"), sentence, _("Go to the assessment"))


class _Sizes(QWidget):
    """How many gaps of each size: four numbers with their words."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        self._numbers = {size: label(role="title") for size in EffortSize}
        self._words = {size: label(role="muted", wrap=True) for size in EffortSize}
        for size in EffortSize:
            part = QVBoxLayout()
            part.setSpacing(0)
            part.addWidget(self._numbers[size])
            part.addWidget(self._words[size])
            part.addStretch(1)
            row.addLayout(part, 1)

    def set_counts(self, counts: dict[EffortSize, int]) -> None:
        for size, count in counts.items():
            self._numbers[size].setText(str(count))

    def retranslate(self) -> None:
        for size, words in self._words.items():
            words.setText(_(wording.EFFORT[size]))


def _at_usual_pace(usual: Forecast) -> str:
    work = plural("About {count} hour of work is left.", "About {count} hours of work are left.", usual.hours)
    weeks = plural("{count} week", "{count} weeks", usual.weeks)
    pace = speech().number(usual.hours_a_week)
    return work + " " + _("At {pace} hours a week that takes {weeks}.").format(pace=pace, weeks=weeks)


def _at_own_pace(own: Forecast) -> str:
    return _("Your team has {pace} hours a week for it (page 1.3): about {weeks}, until {date}.").format(
        pace=speech().number(own.hours_a_week),
        weeks=plural("{count} week", "{count} weeks", own.weeks),
        date=speech().date(own.ends_on),
    )


def _columns() -> tuple[Column[QuestionView], ...]:
    return (
        Column(
            N_("Importance"),
            lambda view: _(wording.IMPORTANCE[view.importance]),
            token=lambda view: _LOUD.get(view.importance, "muted"),
        ),
        Column(N_("Clause"), lambda view: view.clause, sort=lambda view: clause_order(view.clause), token=_quiet),
        Column(N_("Question and what closes the gap"), lambda view: view.question, second=lambda view: view.action),
        Column(N_("Status"), status_of, sign=sign_of),
        Column(
            N_("Effort"),
            _effort,
            sort=gap_hours,
            tooltip=N_("Hours of work in a firm of ten to twenty people; a partly closed gap counts half."),
        ),
    )


def _effort(view: QuestionView) -> str:
    hours = gap_hours(view)
    return _("{size}, {hours} h").format(size=EffortSize.of(hours).value, hours=speech().number(hours))


def _quiet(_view: QuestionView) -> str:
    return "muted"
