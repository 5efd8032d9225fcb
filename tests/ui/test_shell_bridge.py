"""Facts and work reach the interface thread: at once, queued, cancelled, failed."""

import threading
import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QThread
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from isodesk.domain.events import ClientChanged, Event, PlanChanged
from isodesk.domain.keys import ClientId
from isodesk.errors import UserError
from isodesk.services.bus import EventBus
from isodesk.services.workspace import Services
from isodesk.ui.bridge import Bridge
from isodesk.ui.jobs import Job, JobRunner, Report

FACT = ClientChanged(ClientId("one"))


@pytest.fixture
def bus() -> EventBus:
    return EventBus()


@pytest.fixture
def bridge(qapp: QObject, bus: EventBus) -> Iterator[Bridge]:
    made = Bridge(bus)
    yield made
    made.close()


@pytest.fixture
def runner(qapp: QObject) -> Iterator[JobRunner]:
    made = JobRunner()
    yield made
    assert made.shut_down()


def in_thread(work: object) -> None:
    thread = threading.Thread(target=work)  # type: ignore[arg-type]
    thread.start()
    thread.join()


def test_a_fact_of_the_interface_thread_is_delivered_at_once(bus: EventBus, bridge: Bridge) -> None:
    heard: list[Event] = []
    bridge.listen(bridge, (ClientChanged,), heard.append)
    bus.publish(FACT)
    bus.publish(PlanChanged(ClientId("one")))
    assert heard == [FACT]


def test_a_fact_of_a_worker_is_queued_to_the_interface_thread(bus: EventBus, bridge: Bridge, qtbot: QtBot) -> None:
    threads: list[QThread] = []
    bridge.listen(bridge, (Event,), lambda _event: threads.append(QThread.currentThread()))
    in_thread(lambda: bus.publish(FACT))
    assert threads == []
    qtbot.waitUntil(lambda: bool(threads))
    assert threads == [bridge.thread()]


def test_no_handler_is_left_behind_a_widget(bus: EventBus, bridge: Bridge, qtbot: QtBot) -> None:
    owner = QWidget()
    heard: list[Event] = []
    bridge.listen(owner, (Event,), heard.append)
    assert bridge.handlers == 1
    owner.deleteLater()
    qtbot.waitUntil(lambda: bridge.handlers == 0)
    bus.publish(FACT)
    assert heard == []


def test_a_handler_may_end_another_one_while_a_fact_is_delivered(bus: EventBus, bridge: Bridge) -> None:
    first, second = QObject(), QObject()
    heard: list[str] = []
    bridge.listen(first, (Event,), lambda _event: [heard.append("first"), second.deleteLater(), QTest.qWait(1)])
    bridge.listen(second, (Event,), lambda _event: heard.append("second"))
    bus.publish(FACT)
    assert heard == ["first"]


def test_one_failing_handler_does_not_silence_the_others(bus: EventBus, bridge: Bridge, qtbot: QtBot) -> None:
    heard: list[Event] = []

    def fail(_event: Event) -> None:
        raise ZeroDivisionError

    bridge.listen(bridge, (Event,), fail)
    bridge.listen(bridge, (Event,), heard.append)
    with qtbot.capture_exceptions() as caught:
        bus.publish(FACT)
    assert heard == [FACT]
    assert [kind for kind, _value, _trace in caught] == [ZeroDivisionError]


def test_a_closed_bridge_hears_nothing(bus: EventBus, bridge: Bridge) -> None:
    heard: list[Event] = []
    bridge.listen(bridge, (Event,), heard.append)
    bridge.close()
    bus.publish(FACT)
    assert heard == []
    assert bus.handlers == 0


def test_a_committed_change_arrives_with_its_client(services: Services, client: ClientId, qapp: QObject) -> None:
    bridge = Bridge(services.bus)
    heard: list[str] = []
    bridge.listen(bridge, (Event,), lambda event: heard.append(event.client))
    services.clients.change(client, address="Тверь")
    assert set(heard) == {client}
    bridge.close()


def test_a_job_brings_its_result_to_the_interface_thread(runner: JobRunner, qtbot: QtBot) -> None:
    steps: list[object] = []

    def work(report: Report) -> str:
        report(1, 2)
        return f"main: {threading.current_thread() is threading.main_thread()}"

    job = Job("Counting", work)
    job.progressed.connect(lambda done, total: steps.append((done, total)))
    job.succeeded.connect(lambda result: steps.extend([result, QThread.currentThread() is runner.thread()]))
    with qtbot.waitSignal(runner.ended):
        runner.start(job)
        assert runner.running == [job]
    assert steps == [(1, 2), "main: False", True]
    assert runner.running == []


def test_a_refusal_is_told_as_a_failure(runner: JobRunner, qtbot: QtBot) -> None:
    def refuse(_report: Report) -> None:
        raise UserError("The disk is full.")

    job = Job("", refuse)
    failed: list[UserError] = []
    job.failed.connect(failed.append)
    with qtbot.waitSignal(runner.ended):
        runner.start(job)
    assert [str(error) for error in failed] == ["The disk is full."]


def test_a_bug_in_a_job_reaches_the_crash_handler_once(runner: JobRunner, qtbot: QtBot) -> None:
    job = Job("", lambda _report: 1 // 0)
    told: list[Exception] = []
    job.crashed.connect(told.append)
    with qtbot.capture_exceptions() as caught, qtbot.waitSignal(runner.ended):
        runner.start(job)
    assert [kind for kind, _value, _trace in caught] == [ZeroDivisionError]
    assert len(told) == 1
    assert runner.running == []


def test_a_cancelled_job_ends_without_an_outcome(runner: JobRunner, qtbot: QtBot) -> None:
    outcomes: list[object] = []

    def work(report: Report) -> None:
        for step in range(10_000):
            report(step, 10_000)
            time.sleep(0.001)

    job = Job("Long", work)
    for signal in (job.succeeded, job.failed, job.crashed):
        signal.connect(outcomes.append)
    job.progressed.connect(lambda _done, _total: job.cancel())
    with qtbot.waitSignal(runner.ended, timeout=4000):
        runner.start(job)
    assert outcomes == []


def test_writers_take_turns(runner: JobRunner, qtbot: QtBot) -> None:
    inside, most = [0], [0]

    def work(_report: Report) -> None:
        inside[0] += 1
        most[0] = max(most[0], inside[0])
        time.sleep(0.02)
        inside[0] -= 1

    for _turn in range(4):
        runner.start(Job("", work), writes=True)
    qtbot.waitUntil(lambda: runner.running == [])
    assert most == [1]


def test_shutting_down_stops_what_runs_and_does_not_begin_what_waits(qapp: QObject) -> None:
    runner = JobRunner()
    begun: list[str] = []
    started = threading.Event()

    def long(report: Report) -> None:
        begun.append("long")
        started.set()
        while True:
            report(0, 0)
            time.sleep(0.001)

    runner.start(Job("", long), writes=True)
    runner.start(Job("", lambda _report: begun.append("waiting")), writes=True)
    assert started.wait(3)
    assert runner.shut_down()
    assert begun == ["long"]


def test_shutting_down_tells_of_a_job_that_does_not_listen(qapp: QObject) -> None:
    runner = JobRunner()
    begun, leave = threading.Event(), threading.Event()
    runner.start(Job("", lambda _report: [begun.set(), leave.wait(5)]))
    assert begun.wait(3)
    before = time.monotonic()
    assert not runner.shut_down(50)
    assert time.monotonic() - before < 2
    leave.set()
    assert runner.shut_down()
