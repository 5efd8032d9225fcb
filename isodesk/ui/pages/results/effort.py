"""The work that the gaps mean, in sizes, hours and weeks, called an estimate."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from isodesk import wording
from isodesk.domain.conformity import EffortSize
from isodesk.domain.forecast import USUAL_PACE, Forecast, forecast
from isodesk.services.results import ResultsView
from isodesk.ui.case import Case
from isodesk.ui.pages.results.sizes import Numbers
from isodesk.ui.speech import _, plural, speech
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.section_head import SectionHead
from isodesk.ui.widgets.spoken import Spoken


class Effort(Spoken):
    """Sizes as numbers, the rest in sentences."""

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case = case
        self.head = SectionHead(self)
        self.sizes = Numbers(len(EffortSize), self)
        self.effort = label(wrap=True)
        self.estimate = label(role="muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self.head, self.sizes, self.effort, self.estimate):
            column.addWidget(part)
        self.retranslate()

    def show_view(self, view: ResultsView, pace: float) -> None:
        """The work of these results; `pace` is the hours a week that the team has."""
        sizes = view.by_size()
        self.sizes.set_numbers([(str(sizes[size]), _(wording.EFFORT[size])) for size in EffortSize])
        today = self._case.services.workshop.today
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

    def retranslate(self) -> None:
        """The head; the rest comes with the results."""
        self.head.set_words(_("Work to close the gaps"))


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
