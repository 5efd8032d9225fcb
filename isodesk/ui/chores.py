"""What is done beside the window while a workspace is open, unseen: clearing away, and keeping what the next start shows."""

import gc
import logging
from typing import Final

from PySide6.QtCore import QObject, QTimer

from isodesk.domain.keys import ClientId
from isodesk.services.workspace import Services
from isodesk.ui import memory
from isodesk.ui.jobs import Job, JobRunner
from isodesk.ui.speech import speech
from isodesk.ui.start_cards import cards_of

_log = logging.getLogger(__name__)
_CALM: Final = 2000
"""Milliseconds after which a client is open and nobody waits for it any more."""


class Chores(QObject):
    """Jobs without words: their trouble is logged and costs nobody anything."""

    def __init__(self, services: Services, jobs: JobRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._frozen = False
        self._client: ClientId | None = None
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_CALM)
        self._calm.timeout.connect(self._settle)

    def clear_away(self) -> None:
        """What lay in the trash for thirty days, and files that nothing names."""
        services = self._services
        self._start(Job("", lambda _report: (services.trash.purge(), services.evidence.sweep())), writes=True)

    def settle_soon(self, client: ClientId) -> None:
        """Once the client that is opened is there. The holidays of its country take half a second to be looked up for the
        first time; the plan finds them ready."""
        self._client = client
        self._calm.start()

    def stop(self) -> None:
        """The workspace closes."""
        self._calm.stop()

    def _settle(self) -> None:
        """The bank of questions stays: looking through it for garbage took 50 ms in the midst of an answer. It is taken out
        once only, so that what a closed client leaves is found later on."""
        if not self._frozen:
            gc.freeze()
            self._frozen = True
        services, language = self._services, speech().language
        self._start(Job("", lambda _report: memory.keep(services.folder, cards_of(services, language))), writes=False)
        client = self._client
        if client is not None:
            self._start(Job("", lambda _report: services.calendar.of(client)), writes=False)

    def _start(self, job: Job, *, writes: bool) -> None:
        job.failed.connect(lambda error: _log.warning("a chore was not done: %s", error))
        self._jobs.start(job, writes=writes)
