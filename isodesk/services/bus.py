"""Carries facts from committed work to whoever shows them."""

import logging
import threading
from collections import deque
from collections.abc import Callable
from typing import TypeVar

from isodesk.domain.events import Event

_log = logging.getLogger(__name__)
Kind = TypeVar("Kind", bound=Event)
Handler = Callable[[Kind], None]


class EventBus:
    """Delivers by type; a base class hears all. Facts raised by a handler wait for their turn; one failing handler
    does not keep the others from hearing."""

    def __init__(self) -> None:
        self._handlers: list[tuple[type[Event], Callable[[Event], None]]] = []
        self._queue: deque[Event] = deque()
        self._delivering = False
        self._guard = threading.Lock()
        self.on_failure: Callable[[Exception], None] | None = None

    def subscribe(self, kind: type[Kind], handler: Callable[[Kind], None]) -> Callable[[], None]:
        """Calls `handler` for each fact of `kind`; returns the way out."""

        def deliver(event: Event) -> None:
            if isinstance(event, kind):
                handler(event)

        entry: tuple[type[Event], Callable[[Event], None]] = (kind, deliver)
        self._handlers.append(entry)

        def unsubscribe() -> None:
            if entry in self._handlers:
                self._handlers.remove(entry)

        return unsubscribe

    @property
    def handlers(self) -> int:
        """How many are listening, for the test that none is left behind."""
        return len(self._handlers)

    def publish(self, event: Event) -> None:
        """Delivers now, or after the fact being delivered."""
        with self._guard:
            self._queue.append(event)
            if self._delivering:
                return
            self._delivering = True
        try:
            while (fact := self._next()) is not None:
                self._deliver(fact)
        except BaseException:
            self._delivering = False
            raise

    def _next(self) -> Event | None:
        with self._guard:
            if self._queue:
                return self._queue.popleft()
            self._delivering = False
            return None

    def _deliver(self, event: Event) -> None:
        for entry in list(self._handlers):
            if entry not in self._handlers:
                continue
            try:
                entry[1](event)
            except Exception as error:  # noqa: BLE001 - the one place where a listener's bug must not silence the others
                _log.exception("a listener failed on %s", type(event).__name__)
                if self.on_failure is not None:
                    self.on_failure(error)
