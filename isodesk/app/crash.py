"""What happens to a bug: it is logged, shown once with a way to copy it, and the work goes on or ends in order."""

import faulthandler
import logging
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType
from typing import TextIO

from PySide6.QtCore import QObject, Signal, Slot

_log = logging.getLogger(__name__)


class _Reporter(QObject):
    """Carries a report from whatever thread it happens on to the interface thread."""

    reported = Signal(str)

    def __init__(self, log_folder: Path) -> None:
        super().__init__()
        self._log_folder = log_folder
        self._showing = False
        self.reported.connect(self._show)

    @Slot(str)
    def _show(self, report: str) -> None:
        if self._showing:
            return
        from isodesk.ui.dialogs.trouble import TroubleDialog

        self._showing = True
        try:
            TroubleDialog(report, self._log_folder).exec()
        finally:
            self._showing = False


class _State:
    """Kept alive as long as the program."""

    def __init__(self) -> None:
        self.reporter: _Reporter | None = None
        self.trace: TextIO | None = None


_state = _State()


def watch(log_folder: Path) -> None:
    """From now on no exception is lost, on whichever thread it happens, and a hard crash leaves a trace."""
    _state.reporter = _Reporter(log_folder)
    sys.excepthook = report
    threading.excepthook = lambda args: report(args.exc_type, args.exc_value, args.exc_traceback)
    try:
        _state.trace = (log_folder / "crash.log").open("a", encoding="utf-8")
        faulthandler.enable(_state.trace)
    except OSError:
        faulthandler.enable()


def report(kind: type[BaseException], value: BaseException | None, trace: TracebackType | None) -> None:
    """Logs an unhandled exception and shows it."""
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, value or kind(), trace)
        return
    text = "".join(traceback.format_exception(kind, value, trace))
    _log.error("unhandled: %s", text)
    if _state.reporter is not None:
        _state.reporter.reported.emit(text)
