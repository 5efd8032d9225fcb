"""Brings committed facts to the interface thread: at once when they come from it, queued when they come from a worker."""

import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from isodesk.domain.events import Event
from isodesk.services.bus import EventBus

Handler = Callable[[Event], None]


class Bridge(QObject):
    """One per open workspace; handlers run on the thread that owns this object."""

    _heard = Signal(object)

    def __init__(self, bus: EventBus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._handlers: list[tuple[tuple[type[Event], ...], Handler]] = []
        self._heard.connect(self._deliver)
        self._leave = bus.subscribe(Event, self._heard.emit)

    def listen(self, owner: QObject, kinds: tuple[type[Event], ...], handler: Handler) -> None:
        """Calls `handler` for facts of `kinds` for as long as `owner` lives."""
        entry = (kinds, handler)
        self._handlers.append(entry)
        owner.destroyed.connect(lambda: self._handlers.remove(entry))

    @property
    def handlers(self) -> int:
        """How many are listening, for the test that none is left behind."""
        return len(self._handlers)

    def close(self) -> None:
        """Stops listening to the bus."""
        self._leave()

    @Slot(object)
    def _deliver(self, event: Event) -> None:
        """One failing handler does not keep the others from hearing, as on the bus."""
        for entry in list(self._handlers):
            if entry in self._handlers and isinstance(event, entry[0]):
                try:
                    entry[1](event)
                except Exception:  # noqa: BLE001 - a listener's bug is shown by the crash handler
                    sys.excepthook(*sys.exc_info())
