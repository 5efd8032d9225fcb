"""The user's preferences while the program runs: read once, saved when something changes."""

import logging
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from isodesk import settings
from isodesk.settings import Settings

_log = logging.getLogger(__name__)


class Preferences(QObject):
    """Holds the settings; changes are written half a second after the last one and at the end."""

    changed = Signal()

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self.current: Settings = settings.load(file)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(500)
        self._clock.timeout.connect(self.save)

    def update(self, **changes: object) -> None:
        """Changes some preferences."""
        fresh = self.current.with_(**changes)
        if fresh != self.current:
            self.current = fresh
            self._clock.start()
            self.changed.emit()

    def save(self) -> None:
        """Writes them now; a folder that cannot be written costs the preferences, not the work."""
        self._clock.stop()
        try:
            settings.save(self._file, self.current)
        except OSError:
            _log.warning("preferences could not be saved")
