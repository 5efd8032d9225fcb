"""Dates for the whole plan: which way, from or to which day, by whose holidays; what that moves and what does not fit."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QHBoxLayout, QVBoxLayout, QWidget

from isodesk.domain.arranging import Direction
from isodesk.errors import InvalidInput, UserError
from isodesk.services.plan_settings import PlanSettings
from isodesk.services.scheduling import Proposal, Wish
from isodesk.ui import theme
from isodesk.ui.case import Case
from isodesk.ui.dialogs.accept import accept_button
from isodesk.ui.dialogs.calendar_days import CalendarDaysDialog
from isodesk.ui.jobs import Job
from isodesk.ui.speech import _, plural, speech
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.choice_field import ChoiceField
from isodesk.ui.widgets.date_field import DateField
from isodesk.ui.widgets.field import Field
from isodesk.ui.widgets.forecast_line import Ask, ForecastLine
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.misfit_list import MisfitList

_READABLE: Final = 480
"""Words that wrap ask for the height that they would have at their least width."""


@dataclass(frozen=True)
class _Opening:
    """What the dialog has to know before the first proposal."""

    settings: PlanSettings
    countries: tuple[tuple[str, str], ...]
    own_days: int


class SchedulePlanDialog(QDialog):
    """Every choice asks for a new proposal; nothing is written before the dates are set."""

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case = case
        self._job: Job | None = None
        self.proposal: Proposal | None = None
        self._starts: date | None = None
        self._target = case.services.clients.get(case.client).target_on
        self.setWindowTitle(_("Schedule the plan"))
        self.direction = ChoiceField(
            self,
            [(Direction.FORWARD, _("forward from a start")), (Direction.BACKWARD, _("backward from the target"))],
        )
        self.day = DateField(self)
        self.country = ChoiceField(self)
        self.pinned = QCheckBox(self)
        self.days = button(_("Own days of the calendar…"), "link")
        self.outcome = label(role="heading", wrap=True)
        self.note = label(role="muted", wrap=True)
        self.lead = label(_("What does not fit"), "eyebrow")
        self.misfits = MisfitList(self)
        self.forecast = ForecastLine(case.jobs, self._forecaster, self)
        self.box = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self)
        self._lay_out()
        self._connect()
        self._show_nothing()
        self.direction.setFocus()
        self._run(self._open, self._opened)

    def _lay_out(self) -> None:
        self.direction_field = Field(self.direction, _("&Date the tasks"))
        self.day_field = Field(self.day, _("Fi&rst day"))
        self.country_field = Field(self.country, _("&Holidays of"))
        self.direction.setMinimumWidth(210)
        self.country.setMaximumWidth(260)
        choices = QHBoxLayout()
        choices.setSpacing(12)
        for field, share in ((self.direction_field, 4), (self.day_field, 3), (self.country_field, 4)):
            choices.addWidget(field, share)
        extras = QHBoxLayout()
        extras.addWidget(self.pinned)
        extras.addStretch(1)
        extras.addWidget(self.days)
        accept_button(self.box, _("Set the dates"))
        accept = self.box.button(QDialogButtonBox.StandardButton.Ok)
        accept.setProperty("look", "primary")
        accept.setDefault(True)
        theme.restyle(accept)
        self.box.button(QDialogButtonBox.StandardButton.Cancel).setText(_("Cancel"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(10)
        column.addLayout(choices)
        column.addLayout(extras)
        for part in (self.outcome, self.note):
            part.setMinimumWidth(_READABLE)
            column.addWidget(part)
        column.addWidget(self.lead)
        column.addWidget(self.misfits, 1)
        column.addWidget(self.forecast)
        column.addWidget(self.box)
        self.misfits.setAccessibleName(_("What does not fit"))
        self.pinned.setText(_("&Move dates set by hand too"))
        self.resize(720, 560)

    def _connect(self) -> None:
        self.direction.picked.connect(lambda _way: self._turned())
        self.day.picked.connect(lambda _day: self._picked())
        self.country.picked.connect(lambda _code: self.ask())
        self.pinned.toggled.connect(lambda _on: self.ask())
        self.days.clicked.connect(lambda _checked=False: self._edit_days())
        self.box.accepted.connect(self.accept)
        self.box.rejected.connect(self.reject)

    def wish(self) -> Wish:
        """What is chosen now."""
        country = self.country.value()
        way = Direction(str(self.direction.value()))
        return Wish(way, self.day.value(), country if isinstance(country, str) else None, self.pinned.isChecked())

    def ask(self) -> None:
        """Works out a proposal for what is chosen; an answer to an earlier question is not waited for."""
        wish, language = self.wish(), speech().language
        services, client = self._case.services, self._case.client
        self.day_field.set_error("")
        self._show_nothing()
        self._run(lambda _progress: services.scheduling.preview(client, wish, language), self._show)

    def _run(self, work: Callable[..., object], done: Callable[..., None]) -> None:
        job = Job("", work)
        job.succeeded.connect(done)
        job.failed.connect(self._failed)
        self._job = job
        self._case.jobs.start(job)

    def _open(self, _progress: object) -> _Opening:
        services, client = self._case.services, self._case.client
        return _Opening(
            services.plan_settings.get(client),
            services.calendar.countries(speech().language),
            len(services.calendar.own_days(client)),
        )

    @Slot(object)
    def _opened(self, found: _Opening) -> None:
        self.country.set_choices([("", _("no country, only weekends are free")), *found.countries])
        self.country.set_value(found.settings.country)
        self._starts = max(found.settings.start_on or date.min, self._case.services.workshop.today)
        self.direction.set_value(found.settings.direction)
        self._name_days(found.own_days)
        self._turned()

    def _turned(self) -> None:
        """The day means something else now."""
        forward = self.direction.value() == Direction.FORWARD
        self.day_field.set_words(_("Fi&rst day") if forward else _("&Target date"))
        self.day.set_value(self._starts if forward else self._target)
        self.ask()

    def _picked(self) -> None:
        if self.direction.value() == Direction.FORWARD:
            self._starts = self.day.value()
        else:
            self._target = self.day.value()
        self.ask()

    @Slot(object)
    def _show(self, found: Proposal) -> None:
        if self.sender() is not self._job:
            return
        self.proposal = found
        self.outcome.setText(_outcome(found))
        self.note.setText(_note(found, self.day.value()))
        self.note.setVisible(bool(self.note.text()))
        self.misfits.set_misfits(found.misfits)
        self.pinned.setEnabled(bool(found.pinned) or found.wish.move_pinned)
        self.forecast.setEnabled(bool(found.ends))
        writable = self._case.services.read_only is None
        self.box.button(QDialogButtonBox.StandardButton.Ok).setEnabled(writable and bool(found.moving))

    def _show_nothing(self) -> None:
        self.proposal = None
        self.forecast.forget()
        self.forecast.setEnabled(False)
        self.box.button(QDialogButtonBox.StandardButton.Ok).setEnabled(False)

    @Slot(object)
    def _failed(self, error: UserError) -> None:
        if self.sender() is not self._job:
            return
        if isinstance(error, InvalidInput) and error.field == "day":
            self.day_field.set_error(error.text(speech()))
        self.outcome.setText("" if self.day_field.error() else error.text(speech()))
        self.note.hide()
        self.misfits.set_misfits(None)

    def _edit_days(self) -> None:
        dialog = CalendarDaysDialog(self._case, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(lambda _result: self._days_edited())
        dialog.open()

    def _days_edited(self) -> None:
        self._name_days(len(self._case.services.calendar.own_days(self._case.client)))
        self.ask()

    def _name_days(self, count: int) -> None:
        self.days.setText(_("Own days of the calendar: {count}…").format(count=count))

    def _forecaster(self) -> Ask:
        services, client, language = self._case.services, self._case.client, speech().language
        proposal = self.proposal
        return lambda progress: services.forecast.of(client, language, proposal, progress)

    def done(self, result: int) -> None:
        """Nobody waits for what still runs."""
        self._job = None
        self.forecast.stop()
        super().done(result)


def _outcome(found: Proposal) -> str:
    if found.ends is None:
        return _("Nothing is left to do.")
    moves = plural("{count} task moves", "{count} tasks move", found.moving)
    ends = _("{moves}; the work ends on {date}.").format(moves=moves, date=speech().date(found.ends))
    if found.reserve is None:
        return ends
    if found.reserve < 0:
        late = plural("{count} working day late", "{count} working days late", -found.reserve)
        return " ".join((ends, _("That is {days}.").format(days=late)))
    left = plural("{count} working day in reserve", "{count} working days in reserve", found.reserve)
    return " ".join((ends, _("That leaves {days}.").format(days=left)))


def _note(found: Proposal, asked: date | None) -> str:
    notes = []
    if found.wish.direction is Direction.FORWARD and asked is not None and asked < found.begins:
        notes.append(_("That day lies in the past: open work is dated from today on."))
    if found.pinned:
        notes.append(
            plural(
                "{count} task keeps its dates, which were set by hand.",
                "{count} tasks keep their dates, which were set by hand.",
                found.pinned,
            )
        )
    return " ".join(notes)
