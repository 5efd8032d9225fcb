"""Work that may pass 50 ms runs beside the window: plain functions with a progress to report and a way to stop."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QDeadlineTimer, QObject, QRunnable, QThreadPool, Signal, Slot

from isodesk.errors import UserError

Report = Callable[[int, int], None]
"""progress(done, total); raises Cancelled when the user asked to stop."""


class Cancelled(Exception):
    """The user stopped the job."""


class Job(QObject):
    """One run of `function(progress)`. Signals arrive on the interface thread.

    `succeeded` carries the result, `failed` a UserError, `crashed` any other exception; `finished` comes last.
    """

    progressed = Signal(int, int)
    succeeded = Signal(object)
    failed = Signal(object)
    crashed = Signal(object)
    finished = Signal()

    def __init__(self, label: str, function: Callable[[Report], Any]) -> None:
        super().__init__()
        self.label = label
        self._function = function
        self._stop = False

    def cancel(self) -> None:
        """Asks the function to stop at its next report."""
        self._stop = True

    def report(self, done: int, total: int) -> None:
        """What the function calls to say how far it is. Raises Cancelled."""
        if self._stop:
            raise Cancelled
        self.progressed.emit(done, total)

    def run(self) -> None:
        """Runs on a worker thread and says how it ended."""
        try:
            if self._stop:
                raise Cancelled
            result = self._function(self.report)
        except Cancelled:
            pass
        except UserError as error:
            self.failed.emit(error)
        except Exception as error:  # noqa: BLE001 - a worker's bug is shown by the crash handler (JobRunner)
            self.crashed.emit(error)
        else:
            self.succeeded.emit(result)
        self.finished.emit()


class _Runnable(QRunnable):
    def __init__(self, job: Job) -> None:
        super().__init__()
        self._job: Job | None = job

    def run(self) -> None:
        # The pool keeps this object for a while; the job and what it made must not live as long.
        job, self._job = self._job, None
        if job is not None:
            job.run()


class JobRunner(QObject):
    """Keeps jobs alive: those that write to the database one after another, the others side by side."""

    started = Signal(object)
    ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._writers = QThreadPool(self)
        self._writers.setMaxThreadCount(1)
        self._readers = QThreadPool(self)
        self._readers.setMaxThreadCount(2)
        self.running: list[Job] = []

    def start(self, job: Job, *, writes: bool = False) -> Job:
        """Queues a job; connect its signals before."""
        self.running.append(job)
        job.crashed.connect(self._crashed)
        job.finished.connect(self._ended)
        self.started.emit(job)
        (self._writers if writes else self._readers).start(_Runnable(job))
        return job

    @Slot(object)
    def _crashed(self, error: Exception) -> None:
        """On the interface thread, where an exception that leaves a slot reaches the crash handler."""
        raise error

    @Slot()
    def _ended(self) -> None:
        """Not a lambda that knows the job: job and lambda would keep each other alive for ever."""
        job = self.sender()
        if job in self.running:
            self.running.remove(job)
            self.ended.emit(job)

    def shut_down(self, milliseconds: int = 5000) -> bool:
        """Asks all jobs to stop and waits; whether all of them did."""
        for job in self.running:
            job.cancel()
        patience = QDeadlineTimer(milliseconds)
        return self._writers.waitForDone(patience) and self._readers.waitForDone(patience)
