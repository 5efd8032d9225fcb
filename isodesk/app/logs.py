"""One rotating log file without anything personal in it."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path


def begin(folder: Path) -> None:
    """Sends warnings and errors to `folder`/isodesk.log; goes on without where it cannot be written."""
    logger = logging.getLogger("isodesk")
    if logger.handlers:
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(
            folder / "isodesk.log", maxBytes=1_000_000, backupCount=3, encoding="utf-8", delay=True
        )
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
