"""When a plan will be ready, by simulation: asked for by a button, worked out beside the window, stopped by a cross."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from isodesk.services.forecast import ForecastView
from isodesk.ui import theme
from isodesk.ui.jobs import Job, JobRunner, Report
from isodesk.ui.speech import _, speech
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.job_bar import JobBar
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.spoken import Spoken

_READABLE: Final = 320
Ask = Callable[[Report], ForecastView | None]


class ForecastLine(Spoken):
    """`ask` gives the function that works it out, for the state of things at that moment."""

    def __init__(self, jobs: JobRunner, ask: Callable[[], Ask], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._ask = ask
        self._job: Job | None = None
        self.button = button("", "", "results")
        self.button.clicked.connect(lambda _checked=False: self.start())
        self.words = label(role="muted", wrap=True)
        self.drivers = label(role="muted", wrap=True)
        self.drivers.hide()
        self.words.setMinimumWidth(_READABLE)
        self.drivers.setMinimumWidth(_READABLE)
        self.bar = JobBar(self)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.button)
        row.addWidget(self.words, 1)
        row.addWidget(self.bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.drivers)
        self.retranslate()

    def start(self) -> None:
        """Works it out; the button waits until that has ended."""
        job = Job(_("Forecast of the ready date"), self._ask())
        job.succeeded.connect(self._show)
        job.failed.connect(self._failed)
        job.finished.connect(self._ended)
        self._job = job
        self.button.setEnabled(False)
        self.bar.follow(job)
        self._jobs.start(job)

    def forget(self) -> None:
        """What was said is no longer true."""
        self.stop()
        self._say(_("How sure is the date? 2,000 runs with other efforts tell."))

    def stop(self) -> None:
        """Stops what runs and hears no more of it."""
        job, self._job = self._job, None
        if job is not None:
            job.cancel()
            self.bar.rest()
        self.button.setEnabled(True)

    @Slot(object)
    def _show(self, found: ForecastView | None) -> None:
        if self.sender() is not self._job:
            return
        if found is None:
            self._say(_("Nothing is left to do."))
            return
        half, most = speech().date(found.p50), speech().date(found.p90)
        lead = _("50 % chance of being ready by {half}, 90 % by {most}.").format(half=half, most=most)
        names = "; ".join(driver.title for driver in found.drivers)
        self._say(lead, _("Most hangs on: {tasks}.").format(tasks=names) if names else "", role="")

    @Slot(object)
    def _failed(self, error: object) -> None:
        if self.sender() is self._job:
            self._say(str(getattr(error, "text", lambda _words: "")(speech())), role="error")

    @Slot()
    def _ended(self) -> None:
        if self.sender() is self._job:
            self._job = None
            self.button.setEnabled(True)

    def _say(self, words: str, drivers: str = "", role: str = "muted") -> None:
        self.words.setProperty("role", role)
        self.words.setText(words)
        theme.restyle(self.words)
        self.drivers.setText(drivers)
        self.drivers.setVisible(bool(drivers))

    def retranslate(self) -> None:
        """The button; what was worked out in another language is forgotten."""
        self.button.setText(_("&Forecast"))
        self.forget()
