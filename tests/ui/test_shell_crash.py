"""A bug is logged and shown once, on the interface thread, from wherever it comes."""

import faulthandler
import logging
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QThread, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from isodesk.app import crash, logs
from isodesk.ui.dialogs.trouble import TroubleDialog
from isodesk.ui.jobs import Job, JobRunner

Reports = list[str]


class Watcher(QObject):
    """Answers each trouble dialog as a user would, and keeps what it said."""

    def __init__(self) -> None:
        super().__init__()
        self.reports: Reports = []
        self.threads: list[bool] = []
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._look)
        self._clock.start(10)

    def _look(self) -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, TroubleDialog):
            self.reports.append(dialog.findChildren(QPlainTextEdit)[0].toPlainText())
            self.threads.append(QThread.currentThread() is QCoreApplication.instance().thread())
            dialog.accept()


@pytest.fixture
def watched(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Watcher]:
    """crash.watch in force, and everything as before afterwards."""
    before = (sys.excepthook, threading.excepthook)
    crash.watch(tmp_path)
    watcher = Watcher()
    yield watcher
    sys.excepthook, threading.excepthook = before
    faulthandler.enable(sys.__stderr__)
    assert crash._state.trace is not None
    crash._state.trace.close()
    crash._state.trace = crash._state.reporter = None
    watcher.deleteLater()


def fail() -> None:
    raise ZeroDivisionError("<b>divided</b>")


def in_a_slot() -> None:
    QTimer.singleShot(0, fail)


def in_a_thread() -> None:
    threading.Thread(target=fail).start()


def in_the_pool() -> None:
    QThreadPool.globalInstance().start(fail)


@pytest.mark.qt_no_exception_capture
@pytest.mark.parametrize("begin", [in_a_slot, in_a_thread, in_the_pool])
def test_an_unhandled_error_is_shown_once(
    watched: Watcher, qtbot: QtBot, begin: Callable[[], None], caplog: pytest.LogCaptureFixture
) -> None:
    """U50."""
    begin()
    qtbot.waitUntil(lambda: bool(watched.reports))
    qtbot.wait(60)
    assert len(watched.reports) == 1
    assert "ZeroDivisionError: <b>divided</b>" in watched.reports[0]
    assert "isodesk" in watched.reports[0].splitlines()[0]
    assert watched.threads == [True]
    assert [record.levelno for record in caplog.records] == [logging.ERROR]


@pytest.mark.qt_no_exception_capture
def test_a_bug_in_a_job_is_shown_once(watched: Watcher, qtbot: QtBot) -> None:
    runner = JobRunner()
    with qtbot.waitSignal(runner.ended):
        runner.start(Job("", lambda _report: fail()))
    qtbot.waitUntil(lambda: bool(watched.reports))
    qtbot.wait(60)
    assert len(watched.reports) == 1
    assert runner.shut_down()


@pytest.mark.qt_no_exception_capture
def test_errors_while_one_is_shown_are_logged_only(
    watched: Watcher, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    threads = [threading.Thread(target=fail) for _time in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(caplog.records) == 5
    qtbot.waitUntil(lambda: bool(watched.reports))
    qtbot.wait(80)
    assert len(watched.reports) == 1
    in_a_slot()
    qtbot.waitUntil(lambda: len(watched.reports) == 2)


@pytest.mark.qt_no_exception_capture
def test_stopping_with_ctrl_c_is_no_bug(watched: Watcher, qtbot: QtBot, capsys: pytest.CaptureFixture[str]) -> None:
    crash.report(KeyboardInterrupt, KeyboardInterrupt(), None)
    qtbot.wait(40)
    assert watched.reports == []
    assert "KeyboardInterrupt" in capsys.readouterr().err


@pytest.fixture
def logger() -> Iterator[logging.Logger]:
    """The program's logger without what `begin` adds."""
    made = logging.getLogger("isodesk")
    kept, level = list(made.handlers), made.level
    made.handlers.clear()
    yield made
    for handler in made.handlers:
        handler.close()
    made.handlers[:] = kept
    made.setLevel(level)


def test_the_log_is_a_file_from_the_first_record_on(tmp_path: Path, logger: logging.Logger) -> None:
    folder = tmp_path / "log"
    logs.begin(folder)
    logs.begin(folder)
    assert len(logger.handlers) == 1
    assert not folder.exists()
    logging.getLogger("isodesk.ui.memory").warning("no room in %s", "кэш")
    written = (folder / "isodesk.log").read_text("utf-8")
    assert "WARNING isodesk.ui.memory no room in кэш" in written


def test_a_log_that_cannot_be_written_is_survived(tmp_path: Path, logger: logging.Logger) -> None:
    (tmp_path / "file").write_text("no folder")
    logs.begin(tmp_path / "file")
    logging.getLogger("isodesk.app").warning("nobody hears")
    assert (tmp_path / "file").read_text() == "no folder"
