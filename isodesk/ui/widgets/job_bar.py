"""What the machine is doing now: words, a bar that only goes forward, and a way to stop (ux.md U44, U45)."""

from typing import Final

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from isodesk.ui.jobs import Job, JobRunner
from isodesk.ui.speech import _
from isodesk.ui.widgets.buttons import icon_button, name_button
from isodesk.ui.widgets.elided_label import ElidedLabel
from isodesk.ui.widgets.spoken import Spoken

PATIENCE_MS: Final = 500
"""Work that is over sooner is not worth a bar that flashes."""
_WHOLE: Final = 1000
_BAR: Final = 120


class JobBar(Spoken):
    """Shows one job; it appears when the job has run for half a second and goes when the job has ended."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        self._runner: JobRunner | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._words = ElidedLabel(role="muted")
        self._words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(_BAR)
        self._stop = icon_button("close", size=16)
        self._stop.clicked.connect(self._cancel)
        for part in (self._words, self._bar, self._stop):
            row.addWidget(part)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(PATIENCE_MS)
        self._clock.timeout.connect(self.show)
        self.retranslate()
        self.hide()

    def watch(self, runner: JobRunner) -> None:
        """Shows whatever this runner runs, one job after another; jobs without a label work unseen."""
        if self._runner is not None:
            self._runner.started.disconnect(self._next)
            self._runner.ended.disconnect(self._next)
        self._runner = runner
        runner.started.connect(self._next)
        runner.ended.connect(self._next)

    def follow(self, job: Job, words: str = "") -> None:
        """Shows this job from now on; `words` where it has no label of its own."""
        self.rest()
        self._job = job
        self._words.set_words(words or job.label)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(words or job.label)
        self._stop.setEnabled(True)
        job.progressed.connect(self._advance)
        job.finished.connect(self._ended)
        self._clock.start()

    def rest(self) -> None:
        """Shows nothing any more; the job goes on."""
        if self._job is not None:
            self._job.progressed.disconnect(self._advance)
            self._job.finished.disconnect(self._ended)
            self._job = None
        self._clock.stop()
        self.hide()

    def _next(self, _job: object) -> None:
        """The oldest job that has words; the one that is shown stays until it ends."""
        running = [job for job in self._runner.running if job.label] if self._runner else []
        if self._job in running:
            return
        if running:
            self.follow(running[0])
        else:
            self.rest()

    @Slot(int, int)
    def _advance(self, done: int, total: int) -> None:
        """Never back, and full only when the job says that it has ended."""
        if total <= 0 or self.sender() is not self._job:
            return
        if self._bar.maximum() != _WHOLE:
            self._bar.setRange(0, _WHOLE)
            self._bar.setValue(0)
        share = max(0, min(_WHOLE - 1, done * _WHOLE // total))
        self._bar.setValue(max(self._bar.value(), share))

    @Slot()
    def _ended(self) -> None:
        if self.sender() is self._job:
            self.rest()
            self._next(None)

    def _cancel(self) -> None:
        if self._job is not None:
            self._stop.setEnabled(False)
            self._job.cancel()

    def retranslate(self) -> None:
        """The name of the cross."""
        name_button(self._stop, _("Stop this work"))
