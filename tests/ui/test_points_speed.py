"""The window answers at once with a dozen clients (ux.md U34, U46, U52); times are of the best of several runs, for machines are busy."""

import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QElapsedTimer, QEventLoop, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shown import Shown, settled

from isodesk.domain.conformity import Conformity
from isodesk.domain.journey import Page
from isodesk.services.clients import NewClient
from isodesk.services.workspace import open_workspace
from isodesk.ui.case import Place
from isodesk.ui.dialogs.preview import PreviewDialog
from isodesk.ui.dialogs.switcher import SwitcherDialog

# Times of a shared machine belong into the suite that nobody waits for.
pytestmark = pytest.mark.slow

CLIENTS = 12
BEAT = 2
"""Milliseconds between two beats of the interface thread."""


@pytest.fixture(scope="module")
def dozen(sample_folder: Path, tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Iterator[Shown]:
    """The sample client, and eleven others of the same standard with half their questions answered."""
    place = tmp_path_factory.mktemp("dozen")
    shutil.copytree(sample_folder, place / "workspace")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ISODESK_HOME", str(place / "home"))
        services = open_workspace(place / "workspace", actor="Тест")
        sample = services.clients.listed()[0].id
        for number in range(1, CLIENTS):
            client = services.clients.create(NewClient(f"ООО «Клиент {number}»", "iso-9001-2026", "ru", 10 + number))
            keys = [view.key for view in services.assessment.questions(client, "ru")]
            services.assessment.record_many(client, keys[::2], Conformity.CONFORMS)
        shown = Shown(services, sample)
        yield shown
        shown.close()


def pause(milliseconds: int) -> None:
    """An event loop of its own: QTest.qWait sleeps for stretches of 10 ms, which would look like work."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


class Heart:
    """Beats on the interface thread; a beat that is late tells how long the thread was held up."""

    def __init__(self) -> None:
        self.gaps: list[float] = []
        self._clock = QElapsedTimer()
        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)

    def _beat(self) -> None:
        self.gaps.append(self._clock.nsecsElapsed() / 1e6)
        self._clock.restart()

    def __enter__(self) -> "Heart":
        self._clock.start()
        self._timer.start(BEAT)
        return self

    def __exit__(self, *_error: object) -> None:
        self._timer.stop()

    def percentile(self, share: float) -> float:
        ordered = sorted(self.gaps)
        return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def best(run: Callable[[], float], bound: float, tries: int = 3) -> float:
    """The smallest of some runs, in milliseconds; the first that is good enough is enough."""
    least = float("inf")
    for _try in range(tries):
        least = min(least, run())
        if least <= bound:
            break
    return least


def test_the_window_is_never_held_up(dozen: Shown) -> None:
    """U46: walking over all pages, answering and undoing: 99 of 100 beats of the interface thread within 100 ms."""
    for page in Page:
        settled(dozen, page)

    def work() -> float:
        with Heart() as heart:
            for page in Page:
                assert dozen.desk.view is not None
                dozen.desk.view.go(Place(page))
                pause(30)
            gap = settled(dozen, Page.GAP)
            for digit in range(20):
                gap.bench.table.key_digit.emit(1 + digit % 3)  # type: ignore[attr-defined]
                pause(10)
            for _step in range(20):
                dozen.desk.run("undo")
                pause(10)
        assert len(heart.gaps) > 100
        return heart.percentile(0.99)

    assert best(work, 100) <= 100


def test_a_client_opens_in_a_blink(dozen: Shown) -> None:
    """U46: another client is there within half a second, pages and all, on a busy machine too."""
    others = [view.id for view in dozen.services.clients.listed()]

    def change() -> float:
        began = time.perf_counter()
        dozen.desk.open_client(next(client for client in others if client != dozen.client))
        dozen.desk.open_client(dozen.client)
        dozen.window.repaint()
        return (time.perf_counter() - began) * 500

    assert best(change, 100) <= 500


def test_results_of_go_to_come_at_once(dozen: Shown) -> None:
    """U34: Ctrl+K with twelve clients shows its first results within 100 ms of the last key."""
    dialog = SwitcherDialog(dozen.services, dozen.client, "ru", dozen.window)
    dialog.show()
    QTest.qWait(50)

    def search() -> float:
        times = []
        for words in ("клиент", "8.4.1", "поставщик", "чек-лист"):
            began = time.perf_counter()
            dialog.line.setText(words)
            dialog.found.grab()
            times.append((time.perf_counter() - began) * 1000)
            assert dialog.found.count(), words
        return sorted(times)[len(times) // 2]

    try:
        assert best(search, 100) <= 100
    finally:
        dialog.close()
        dialog.deleteLater()


@pytest.mark.parametrize("document", ["gap-report", "plan", "audit-checklist"])
def test_the_first_page_of_a_preview_comes_soon(dozen: Shown, document: str) -> None:
    """U52: from asking to the first page drawn; generous here (3 s), for a worker shares a busy machine."""
    assert dozen.desk.view is not None
    case = dozen.desk.view.case

    def preview() -> float:
        began = time.perf_counter()
        dialog = PreviewDialog(case, document, "", dozen.window)
        dialog.show()
        while dialog.paper.pages is None or dialog.paper.view.missing() is not None:
            QTest.qWait(5)
            assert time.perf_counter() - began < 20
        took = (time.perf_counter() - began) * 1000
        dialog.close()
        dialog.deleteLater()
        return took

    assert best(preview, 1000, tries=2) <= 3000
