"""One rotating log file without anything personal in it."""

import logging
from pathlib import Path


class _Late(logging.Handler):
    """Opens the file at the first record: a start that goes well imports no rotation and touches no disk."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Passes the record on to the file."""
        if self._file is None:
            self._file = self._opened()
        self._file.handle(record)

    def close(self) -> None:
        """Closes the file too."""
        if self._file is not None:
            self._file.close()
        super().close()

    def _opened(self) -> logging.Handler:
        from logging.handlers import RotatingFileHandler

        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            file = RotatingFileHandler(
                self._folder / "isodesk.log", maxBytes=1_000_000, backupCount=3, encoding="utf-8"
            )
        except OSError:
            return logging.NullHandler()
        file.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
        return file


def begin(folder: Path) -> None:
    """Sends warnings and errors to `folder`/isodesk.log; goes on without where it cannot be written."""
    logger = logging.getLogger("isodesk")
    if logger.handlers:
        return
    logger.addHandler(_Late(folder))
    logger.setLevel(logging.INFO)
