"""Two rounds side by side: counts, bars of both, and every question whose answer is another one, the worse first."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from isodesk import wording
from isodesk.domain.charts import SectionBars
from isodesk.domain.conformity import Conformity
from isodesk.domain.journey import Page
from isodesk.domain.keys import clause_order
from isodesk.domain.rounds import Course
from isodesk.i18n import N_
from isodesk.services.assessment import RoundView
from isodesk.services.grouping import bar_of
from isodesk.services.rounds import ComparedQuestion, Comparison
from isodesk.ui.case import Case, Place
from isodesk.ui.models.rows import Column, RowsModel
from isodesk.ui.pages.results.sizes import Numbers
from isodesk.ui.speech import _, speech
from isodesk.ui.widgets.choice_field import ChoiceField
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.section_bars import SectionBarsView
from isodesk.ui.widgets.section_head import SectionHead
from isodesk.ui.widgets.short_table import ShortTable
from isodesk.ui.widgets.spoken import Spoken
from isodesk.ui.widgets.wrap_delegate import HEIGHT, WrapDelegate

_COUNTED: Final = (Course.WORSE, Course.OPEN, Course.BETTER, Course.NEW, Course.SAME)
_COURSE: Final = {
    Course.WORSE: N_("Worse"),
    Course.OPEN: N_("Not answered any more"),
    Course.APPLIES: N_("Applies or no longer"),
    Course.BETTER: N_("Better"),
    Course.NEW: N_("Answered for the first time"),
    Course.SAME: N_("As before"),
}
_TOKENS: Final = {Course.WORSE: "bad", Course.OPEN: "bad", Course.BETTER: "good"}


class ComparisonPart(Spoken):
    """Hides itself for a client with one round. `place_requested` carries the question that a row leads to."""

    place_requested = Signal(object)

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case = case
        self._rounds: tuple[RoundView, ...] = ()
        self._shown: Comparison | None = None
        self.head = SectionHead(self)
        self.earlier, self.later = ChoiceField(self), ChoiceField(self)
        self.numbers = Numbers(len(_COUNTED), self)
        self.readiness = label(wrap=True)
        self.bars = SectionBarsView(self)
        self.model: RowsModel[ComparedQuestion] = RowsModel(_columns(), lambda item: item.now.key, self)
        self.table = ShortTable(self, shares=(16, 9, 45, 15, 15), row_height=HEIGHT)
        self.table.setModel(self.model)
        self.table.setItemDelegateForColumn(2, WrapDelegate(self.table))
        self._build()
        for choice in (self.earlier, self.later):
            choice.picked.connect(lambda _number: self._show())
        self.table.doubleClicked.connect(lambda _index: self._go())
        self.table.activated.connect(lambda _index: self._go())
        self.table.command_key.connect(lambda command: self._go() if command == "Enter" else None)

    def _build(self) -> None:
        choices = QHBoxLayout()
        choices.setSpacing(8)
        choices.addWidget(self.earlier)
        choices.addWidget(label("→", "muted"))
        choices.addWidget(self.later)
        choices.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.head)
        column.addLayout(choices)
        for part in (self.numbers, self.readiness, self.bars, self.table):
            column.addWidget(part)

    def read(self) -> None:
        """The rounds there are now; the last one and the one before are compared unless others were chosen."""
        rounds = self._case.services.assessment.rounds(self._case.client)
        if len(rounds) != len(self._rounds):
            self.earlier.set_value(None)
            self.later.set_value(None)
        self._rounds = rounds
        self.setVisible(len(rounds) > 1)
        if len(rounds) < 2:
            return
        chosen = self.earlier.value() or rounds[-2].number, self.later.value() or rounds[-1].number
        for choice, number in zip((self.earlier, self.later), chosen, strict=True):
            choice.set_choices((item.number, _round(item)) for item in rounds)
            choice.set_value(number)
        self._show()

    def _show(self) -> None:
        earlier, later = self.earlier.value(), self.later.value()
        if not isinstance(earlier, int) or not isinstance(later, int):
            return
        rounds, language = self._case.services.rounds, speech().language
        found = self._shown = rounds.compare(self._case.client, language, earlier, later)
        if found is not None:
            self.bars.set_chart(_bars(found))
            self.model.set_rows(found.changed)
            self.table.setVisible(bool(found.changed))
            self.retranslate()

    def _go(self) -> None:
        key = self.table.current_key()
        if key is not None:
            self.place_requested.emit(Place(Page.GAP, str(key)))

    def retranslate(self) -> None:
        """Heads, counts, sentences."""
        self.head.set_words(
            _("Compared with an earlier assessment"), _("What became worse stands first. Enter opens the question.")
        )
        self.earlier.setAccessibleName(_("Earlier assessment"))
        self.later.setAccessibleName(_("Later assessment"))
        self.table.setAccessibleName(_("Questions whose answer changed"))
        found = self._shown
        if found is None:
            return
        self.numbers.set_numbers([(str(found.count(course)), _(_COURSE[course])) for course in _COUNTED])
        words = [
            _("Readiness {before} % before, {now} % now.").format(
                before=int(found.before.ready * 100), now=int(found.now.ready * 100)
            )
        ]
        if found.dropped:
            words.append(_("Questions that are no longer asked: {count}.").format(count=found.dropped))
        if not found.changed:
            words.append(_("No answer has changed."))
        self.readiness.setText(" ".join(words))


def _bars(found: Comparison) -> SectionBars:
    """Each section of this round, and below it the same section of the one before."""
    several = len({section.now.standard for section in found.sections}) > 1
    before = _("    before, {date}").format(date=speech().date(found.earlier.started_on))
    return SectionBars(
        tuple(
            bar
            for section in found.sections
            for bar in (section.now.bar(several=several), bar_of(before, section.before))
        )
    )


def _round(item: RoundView) -> str:
    return _("Assessment {number}, {date}").format(number=item.number, date=speech().date(item.started_on))


def _answer(verdict: Conformity | None) -> str:
    return _(wording.CONFORMITY[verdict]) if verdict else _(wording.NOT_ASSESSED)


def _columns() -> tuple[Column[ComparedQuestion], ...]:
    return (
        Column(N_("Change"), lambda item: _(_COURSE[item.course]), token=lambda item: _TOKENS.get(item.course, "text")),
        Column(
            N_("Clause"),
            lambda item: item.now.clause,
            sort=lambda item: clause_order(item.now.clause),
            token=lambda _item: "muted",
        ),
        Column(N_("Question"), lambda item: item.now.question),
        Column(N_("Before"), lambda item: _answer(item.before.worst if item.before else None)),
        Column(N_("Now"), lambda item: _answer(item.now.worst)),
    )
