"""The bar of running work: late, forward only, stoppable; and jobs themselves do not outlive their use."""

import gc
import threading
import time
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from isodesk.ui.jobs import Job, JobRunner, Report
from isodesk.ui.widgets import job_bar
from isodesk.ui.widgets.job_bar import JobBar


@pytest.fixture
def runner() -> Iterator[JobRunner]:
    made = JobRunner()
    yield made
    assert made.shut_down()


@pytest.fixture
def bar(qtbot: QtBot, runner: JobRunner) -> JobBar:
    made = JobBar()
    qtbot.addWidget(made)
    made.watch(runner)
    return made


class Held:
    """A job that does one step each time it is let."""

    def __init__(self, label: str, *steps: tuple[int, int]) -> None:
        self._go = threading.Semaphore(0)
        self._steps = steps
        self.job = Job(label, self._work)

    def _work(self, report: Report) -> None:
        for done, total in self._steps:
            self._go.acquire(timeout=5)
            report(done, total)
        self._go.acquire(timeout=5)
        report(1, 1)

    def let(self, times: int = 1) -> None:
        self._go.release(times)


def value(bar: JobBar) -> int:
    return bar._bar.value() if bar._bar.maximum() else -1


def test_short_work_shows_nothing_and_long_work_a_bar_after_half_a_second(
    qtbot: QtBot, runner: JobRunner, bar: JobBar
) -> None:
    """U44."""
    with qtbot.waitSignal(runner.ended):
        runner.start(Job("Quick", lambda _report: None))
    assert not bar.isVisible()
    held = Held("Copying the file")
    began = time.monotonic()
    runner.start(held.job)
    qtbot.wait(job_bar.PATIENCE_MS // 2)
    assert not bar.isVisible()
    qtbot.waitUntil(bar.isVisible)
    assert time.monotonic() - began >= job_bar.PATIENCE_MS / 1000 - 0.05
    assert bar._words.words() == "Copying the file"
    held.let()
    qtbot.waitUntil(lambda: not bar.isVisible())


def test_the_bar_never_goes_back_nor_is_full_early(qtbot: QtBot, runner: JobRunner, bar: JobBar) -> None:
    """U45."""
    held = Held("Work", (0, 10), (7, 10), (2, 10), (10, 10))
    told: list[int] = []
    held.job.progressed.connect(lambda done, _total: told.append(done))
    runner.start(held.job)
    seen = []
    for step in range(1, 5):
        held.let()
        qtbot.waitUntil(lambda steps=step: len(told) == steps)  # type: ignore[misc]
        seen.append(value(bar))
    held.let()

    assert told == [0, 7, 2, 10]
    assert seen == [0, 700, 700, 999]


def test_work_can_be_stopped(qtbot: QtBot, runner: JobRunner, bar: JobBar) -> None:
    """U45."""
    held = Held("Endless", (1, 3))
    done: list[object] = []
    held.job.succeeded.connect(done.append)
    runner.start(held.job)
    qtbot.waitUntil(bar.isVisible)

    QTest.mouseClick(bar._stop, Qt.MouseButton.LeftButton)
    assert not bar._stop.isEnabled()
    held.let()
    qtbot.waitUntil(lambda: not bar.isVisible())
    assert done == [] and runner.running == []


def test_one_job_after_another_is_shown_and_unnamed_ones_never(qtbot: QtBot, runner: JobRunner, bar: JobBar) -> None:
    silent, first, second = Held(""), Held("First"), Held("Second")
    runner.start(silent.job)
    qtbot.wait(job_bar.PATIENCE_MS + 100)
    assert not bar.isVisible()
    runner.start(first.job, writes=True)
    runner.start(second.job, writes=True)
    qtbot.waitUntil(bar.isVisible)
    assert bar._words.words() == "First"
    first.let()
    qtbot.waitUntil(lambda: bar._words.words() == "Second")
    qtbot.waitUntil(bar.isVisible)
    second.let()
    silent.let()
    qtbot.waitUntil(lambda: not bar.isVisible())


def test_a_bar_that_follows_another_job_forgets_the_first(qtbot: QtBot, runner: JobRunner) -> None:
    bar = JobBar()
    qtbot.addWidget(bar)
    old, new = Held("", (9, 10)), Held("", (1, 10))
    for held in (old, new):
        bar.follow(held.job, "Laying out the pages")
        runner.start(held.job)
    old.let(2)
    new.let()
    qtbot.waitUntil(lambda: value(bar) == 100)
    qtbot.waitUntil(bar.isVisible)
    new.let()
    qtbot.waitUntil(lambda: not bar.isVisible())


def test_a_job_that_is_over_is_let_go(qtbot: QtBot, runner: JobRunner) -> None:
    def run() -> weakref.ref[Job]:
        job = Job("", lambda _report: "result")
        with qtbot.waitSignal(runner.ended):
            runner.start(job)
        return weakref.ref(job)

    gone = run()
    qtbot.waitUntil(lambda: gc.collect() >= 0 and gone() is None)
