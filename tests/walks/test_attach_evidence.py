"""Walk (c) of docs/architecture.md: a file dropped on the page becomes evidence, or nothing at all is left of it."""

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QProgressBar, QPushButton
from walks.hands import CONTROL, NO_MODIFIER, centre, scroll_to, wait_until
from walks.program import ACTOR, Clock, Program

from isodesk.domain.events import EvidenceChanged
from isodesk.domain.journey import Page
from isodesk.domain.keys import ClientId, QuestionKey
from isodesk.services.clients import NewClient
from isodesk.services.evidence import EvidenceView, Subject
from isodesk.services.workspace import open_workspace
from isodesk.storage import files
from isodesk.ui.jobs import Job
from isodesk.ui.models.questions import FILES
from isodesk.ui.pages.gap import GapPage

MAKE_NO_ROW = """
import os, sys
from pathlib import Path
from isodesk.services.evidence import Evidence, Subject
from isodesk.services.workspace import open_workspace
Evidence._keep = lambda *_row: os._exit(9)
services = open_workspace(Path(sys.argv[1]))
client = services.clients.listed()[0].id
question = services.assessment.questions(client, "en")[0].key
services.evidence.attach(client, Subject.ANSWER, question, Path(sys.argv[2]))
"""
"""The power goes when the file is stored and its row is not."""


class Desk:
    """Page 1.4 at its first question, with somebody dragging files onto it."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.page = program.to(Page.GAP, GapPage)
        program.hands.press(Qt.Key.Key_Home)
        self.box = self.page.bench.details.files
        if not self.box.isVisible():
            program.hands.click(self.page.bench.card.notes_button)
        program.rest()

    @property
    def client(self) -> ClientId:
        return self.program.services.clients.listed()[0].id

    @property
    def question(self) -> QuestionKey:
        return self.program.services.assessment.questions(self.client, "en")[0].key

    def attached(self) -> tuple[EvidenceView, ...]:
        return self.program.services.evidence.listed(self.client, Subject.ANSWER, self.question)

    def kept(self) -> list[Path]:
        return [path for path in (self.program.services.folder / "attachments").rglob("*") if path.is_file()]

    def names(self) -> list[str]:
        """The files that are listed on the page."""
        said = [made.accessibleName() for made in self.box.findChildren(QPushButton) if made.isVisible()]
        return [name.removeprefix("Open ") for name in said if name.startswith("Open ")]

    def badge(self) -> str:
        return str(self.page.bench.model.index(0, FILES).data() or "")

    def drop(self, *paths: Path) -> None:
        """As the system tells it: entering, then letting go."""
        zone = self.box.drop
        scroll_to(zone)
        assert zone.isVisible() and zone.acceptDrops()
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        rest = (data, Qt.MouseButton.LeftButton, NO_MODIFIER)
        entering = QDragEnterEvent(zone.rect().center(), Qt.DropAction.CopyAction, *rest)
        QApplication.sendEvent(zone, entering)
        assert entering.isAccepted()
        letting_go = QDropEvent(centre(zone), Qt.DropAction.CopyAction, *rest)
        QApplication.sendEvent(zone, letting_go)
        assert letting_go.isAccepted()

    def refused(self, doing: Callable[[], object]) -> str:
        """What the message says that `doing` brings up."""
        said: list[str] = []

        def read(box: QMessageBox) -> None:
            said.append(f"{box.text()} {box.informativeText()}")
            self.program.hands.press(Qt.Key.Key_Return)

        self.program.hands.in_dialog(QMessageBox, doing, read)
        self.program.rest()
        return said[0]


@pytest.fixture
def workspace(folder: Path, clock: Clock) -> Path:
    services = open_workspace(folder, actor=ACTOR, clock=clock)
    services.clients.create(NewClient("ООО «Вектор»", "iso-9001-2026", "ru", 18))
    services.close()
    return folder


@pytest.fixture
def desk(workspace: Path, clock: Clock) -> Iterator[Desk]:
    program = Program(workspace, clock)
    yield Desk(program)
    program.close()


@pytest.fixture
def record(tmp_path: Path) -> Path:
    file = tmp_path / 'Журнал оценки <b>&".pdf'
    file.write_bytes(b"%PDF-1.7 " * 5000)
    return file


def test_file_first_then_row_then_the_page(desk: Desk, record: Path) -> None:
    services, digest = desk.program.services, sha256(record.read_bytes()).hexdigest()
    interface = threading.get_ident()
    on_bus: list[tuple[bool, list[str], bool]] = []
    on_page: list[bool] = []

    def hear(_event: EvidenceChanged) -> None:
        there = (services.folder / "attachments" / digest[:2] / digest).is_file()
        on_bus.append((there, [file.digest for file in desk.attached()], threading.get_ident() == interface))

    leave = services.bus.subscribe(EvidenceChanged, hear)
    desk.program.desk.bridge.listen(
        desk.page, (EvidenceChanged,), lambda _event: on_page.append(threading.get_ident() == interface)
    )
    desk.drop(record)
    desk.program.rest()
    leave()

    assert on_bus == [(True, [digest], False)], "told by the worker, when file and row are safe"
    assert on_page == [True], "the window hears it on its own thread"
    (file,) = desk.attached()
    assert (file.name, file.size, file.attached_by) == (record.name, record.stat().st_size, ACTOR)
    assert desk.names() == [record.name]
    assert desk.badge() == "1"
    assert services.evidence.content(file) == record.read_bytes()
    desk.program.hands.press(Qt.Key.Key_Z, CONTROL)
    assert (desk.attached(), desk.names(), desk.badge()) == ((), [], "")
    assert [path.name for path in desk.kept()] == [digest], "undo takes the row, redo finds the file"
    desk.program.hands.press(Qt.Key.Key_Y, CONTROL)
    assert desk.names() == [record.name]


def test_the_same_content_is_kept_once(desk: Desk, record: Path, tmp_path: Path) -> None:
    twin = tmp_path / "copy of it.pdf"
    twin.write_bytes(record.read_bytes())
    desk.drop(record, twin)
    desk.program.rest()
    assert sorted(desk.names()) == sorted([record.name, twin.name])
    assert len(desk.kept()) == 1
    assert desk.badge() == "2"


def test_progress_is_shown_and_the_work_can_be_stopped(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "_CHUNK", 64)
    large = tmp_path / "scan.pdf"
    large.write_bytes(os.urandom(8 * 1024 * 1024))
    bar = desk.program.window.job_bar
    desk.drop(large)
    wait_until(bar.isVisible, "the bar of the job")
    line = bar.findChildren(QProgressBar)[0]
    wait_until(lambda: line.maximum() > 0 and line.value() > 0, "progress")
    assert "Attaching “scan.pdf”" in [word.text() for word in bar.findChildren(QLabel)]
    value = line.value()
    wait_until(lambda: line.value() > value, "more progress")
    assert line.value() < line.maximum()

    desk.program.hands.click(bar.findChildren(QPushButton)[0])
    desk.program.rest()

    assert not bar.isVisible()
    assert (desk.attached(), desk.kept(), desk.names()) == ((), [], [])
    assert desk.program.services.history.undoable is None


def test_a_file_that_vanishes_is_named(desk: Desk, record: Path) -> None:
    """Taken away between the drop and its turn."""
    gate = threading.Event()
    desk.program.desk.jobs.start(Job("", lambda _report: gate.wait(10)), writes=True)
    desk.drop(record)
    record.unlink()
    said = desk.refused(gate.set)
    assert record.name in said and "no longer there" in said and "Choose it again" in said
    assert (desk.attached(), desk.kept()) == ((), [])


def test_a_file_too_large_is_refused_and_nothing_of_it_is_left(desk: Desk, tmp_path: Path) -> None:
    film = tmp_path / "цех.mp4"
    with film.open("wb") as stream:
        stream.truncate(200 * 1024 * 1024)
    said = desk.refused(lambda: desk.drop(film))
    assert "цех.mp4" in said and "larger than 100 MB" in said and "smaller extract" in said
    assert (desk.attached(), desk.kept()) == ((), [])


def test_a_file_that_cannot_be_stored_leaves_no_row(desk: Desk, record: Path) -> None:
    """A row without its file cannot come about: the file is first."""
    (desk.program.services.folder / "attachments").write_bytes(b"something else has this name")
    said = desk.refused(lambda: desk.drop(record))
    assert "could not be copied into the workspace" in said
    assert (desk.attached(), desk.badge()) == ((), "")
    (desk.program.services.folder / "attachments").unlink()
    desk.drop(record)
    desk.program.rest()
    assert desk.badge() == "1", "and work goes on"


def test_an_orphan_of_a_crash_is_removed_at_the_next_start(
    workspace: Path, clock: Clock, record: Path, tmp_path: Path
) -> None:
    sound = tmp_path / "sound.txt"
    sound.write_text("sound", "utf-8")
    services = open_workspace(workspace, clock=clock)
    client = services.clients.listed()[0].id
    services.evidence.attach(client, Subject.ANSWER, services.assessment.questions(client, "en")[0].key, sound)
    services.close()

    ended = subprocess.run([sys.executable, "-c", MAKE_NO_ROW, str(workspace), str(record)], check=False, timeout=60)

    assert ended.returncode == 9
    orphan = workspace / "attachments" / (digest := sha256(record.read_bytes()).hexdigest())[:2] / digest
    assert orphan.read_bytes() == record.read_bytes()
    program = Program(workspace, clock)
    desk = Desk(program)
    assert not orphan.exists()
    assert desk.names() == ["sound.txt"]
    assert [path.name for path in desk.kept()] == [sha256(b"sound").hexdigest()]
    program.close()
