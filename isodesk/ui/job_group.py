"""Jobs that serve one thing on the screen: when it changes they stop, and what they still send is not heard."""

from collections.abc import Callable
from functools import partial
from typing import Any
from weakref import WeakSet

from isodesk.errors import UserError
from isodesk.ui.jobs import Job, JobRunner


class JobGroup:
    """Outcomes arrive on the interface thread, for as long as `forget` has not been called since the start."""

    def __init__(self, runner: JobRunner, failed: Callable[[UserError], None]) -> None:
        self._runner = runner
        self._failed = failed
        self._turn = 0
        self._jobs: WeakSet[Job] = WeakSet()

    def start(self, job: Job, done: Callable[[Any], None]) -> Job:
        """Runs a job."""
        job.succeeded.connect(partial(self._heard, self._turn, done))
        job.failed.connect(partial(self._heard, self._turn, self._failed))
        self._jobs.add(job)
        return self._runner.start(job)

    def forget(self) -> None:
        """Stops what runs."""
        self._turn += 1
        for job in list(self._jobs):
            job.cancel()
        self._jobs.clear()

    def _heard(self, turn: int, tell: Callable[[Any], None], outcome: Any) -> None:
        if turn == self._turn:
            tell(outcome)
