"""Walk (b) of docs/architecture.md: a Russian checklist from an English window, laid out beside it, the same each time."""

import re
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import audit, person, process
from conftest import StillClock
from pypdf import PdfReader
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFileDialog, QLabel
from walks.hands import CONTROL, wait_until
from walks.program import ACTOR, Program

from isodesk.domain.audits import Verdict
from isodesk.domain.journey import Page
from isodesk.domain.keys import AuditId, ClientId
from isodesk.domain.people import Role
from isodesk.reports import pdf
from isodesk.reports.document import Document
from isodesk.reports.press import Press
from isodesk.services.clients import NewClient
from isodesk.services.workspace import open_workspace
from isodesk.ui import speech
from isodesk.ui.dialogs.preview import PreviewDialog
from isodesk.ui.models.checklist import CLAUSE, EVIDENCE, NUMBER, VERDICT, Heading
from isodesk.ui.pages.checklist import ChecklistPage

FIRM = "ООО «Вектор»"
RUSSIAN = "Русский"


class Printing:
    """The checklist of one audit in an English window, and who did what on which thread."""

    def __init__(self, program: Program, target: Path, patch: pytest.MonkeyPatch) -> None:
        self.program = program
        self.page = program.to(Page.CHECKLIST, ChecklistPage)
        self.target = target
        self.threads: list[tuple[str, int, str]] = []
        self.gate = threading.Event()
        self.gate.set()
        patch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(self.target), ""))
        self._listen(patch)

    def _listen(self, patch: pytest.MonkeyPatch) -> None:
        """Notes who builds and who renders, and can hold them up; both do their own work."""
        build, render = Press.build, pdf.render_bytes

        def built(press: Press, *order: object, **options: object) -> Document:
            self._note("build")
            self.gate.wait(10)
            return build(press, *order, **options)  # type: ignore[arg-type]

        def rendered(*given: object) -> bytes:
            self._note("render")
            return render(*given)  # type: ignore[arg-type]

        patch.setattr(Press, "build", built)
        patch.setattr(pdf, "render_bytes", rendered)

    def _note(self, what: str) -> None:
        self.threads.append((what, threading.get_ident(), speech.speech().language))

    @property
    def client(self) -> ClientId:
        return self.program.services.clients.listed()[0].id

    def save(self, name: str, *, blank: bool = False) -> Path:
        """Ctrl+P, Russian, Save as PDF, Close."""
        self.target = self.target.with_name(name)

        def work(preview: PreviewDialog) -> None:
            hands = self.program.hands
            if blank:
                hands.choose(preview.options.blank, "Blank")
            hands.choose(preview.options.language, RUSSIAN)
            wait_until(lambda: preview.paper.pages is not None, "the pages")
            hands.click(preview.save_button)
            wait_until(preview.paper.banner.isVisible, "the word that it is saved")
            assert name in preview.paper.banner.text()
            hands.click(preview.close_button)

        self.open(work)
        return self.target

    def open(self, work: object) -> None:
        self.program.hands.in_dialog(
            PreviewDialog,
            lambda: self.program.hands.press(Qt.Key.Key_P, CONTROL),
            work,  # type: ignore[arg-type]
        )

    def grid(self) -> list[tuple[str, str, str, str]]:
        """Number, clause, verdict and evidence of each row as the grid shows them."""
        model = self.page.sheet.model
        rows = [row for row in range(model.rowCount()) if not isinstance(model.at(row), Heading)]
        columns = (NUMBER, CLAUSE, VERDICT, EVIDENCE)
        return [tuple(str(model.index(row, column).data() or "") for column in columns) for row in rows]  # type: ignore[misc]


@pytest.fixture
def audited(folder: Path, clock: StillClock) -> AuditId:
    """An audit of two processes, some of its rows with a verdict."""
    services = open_workspace(folder, actor=ACTOR, clock=clock)
    client = services.clients.create(NewClient(FIRM, "iso-9001-2026", "en", 18))
    owner, lead = person(services, client, "Петров П. П."), person(services, client, "Сидоров К. М.", Role.AUDITOR)
    bought = process(services, client, "Закупки", ("8.4",), owner)
    made = process(services, client, "Производство", ("8.5",), owner)
    audited = audit(services, client, bought, made, lead=lead)
    rows = services.checklists.rows(audited, "en")
    for number, row in enumerate(rows[:-2]):
        services.checklists.record(client, [row.id], list(Verdict)[number % 4])
        services.checklists.write(client, row.id, evidence=f"Запись № {1000 + number} <b>&")
    services.close()
    return audited


@pytest.fixture
def printing(
    folder: Path, clock: StillClock, audited: AuditId, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Printing]:
    program = Program(folder, clock)
    yield Printing(program, tmp_path / "out" / "first.pdf", monkeypatch)
    program.close()


def text_of(path: Path) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())


def bare(text: str) -> str:
    """Without what line breaks do to words."""
    return re.sub(r"[\s\u00ad\u2010-]+", "", text)


def test_the_paper_says_what_the_grid_shows(printing: Printing, audited: AuditId, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    services = printing.program.services
    words = text_of(printing.save("filled.pdf"))
    number = services.audits.get(audited).number
    assert FIRM in words and number in words
    shown, russian = printing.grid(), services.checklists.rows(audited, "ru")
    assert len(shown) == len(russian) > 10
    place = 0
    packed = bare(words)
    for (row_number, clause, verdict, evidence), view in zip(shown, russian, strict=True):
        assert (row_number, clause) == (str(view.number), view.clause)
        assert bool(verdict) == (view.verdict is not None)
        line = bare(f"{row_number} {clause} {view.question}")
        found = packed.find(line, place)
        assert found >= 0, f"row {row_number} is not on the paper after the one before: {line[:60]}"
        place = found + len(line)
        assert evidence == view.evidence
        assert bare(evidence) in packed
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["filled.pdf"], "nothing is left beside it"


def test_the_same_twice_is_the_same_to_the_byte(printing: Printing, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    filled = [printing.save(name).read_bytes() for name in ("first.pdf", "second.pdf")]
    blank = [printing.save(name, blank=True).read_bytes() for name in ("third.pdf", "fourth.pdf")]
    assert filled[0] == filled[1]
    assert blank[0] == blank[1] != filled[0]
    assert "Чек-лист внутреннего аудита" in text_of(tmp_path / "out" / "first.pdf")


def test_the_window_speaks_english_and_answers_while_a_worker_lays_out(printing: Printing) -> None:
    interface = threading.get_ident()
    program = printing.program
    title = program.window.windowTitle()
    ticks: list[int] = []
    clock = QTimer(program.window)
    clock.timeout.connect(lambda: ticks.append(1))
    clock.start(10)

    def work(preview: PreviewDialog) -> None:
        wait_until(lambda: preview.paper.pages is not None, "the English pages")
        printing.threads.clear()
        printing.gate.clear()
        program.hands.choose(preview.options.language, RUSSIAN)
        wait_until(lambda: bool(printing.threads), "the worker")
        ticks.clear()
        wait_until(preview.work.isVisible, "the bar of the work")
        assert len(ticks) > 5, "the window lives while the worker is held up"
        assert "Laying out the pages" in [word.text() for word in preview.work.findChildren(QLabel)]
        assert not preview.save_button.isEnabled()
        printing.gate.set()
        wait_until(lambda: preview.paper.pages is not None, "the Russian pages")
        assert preview.paper.pages is not None
        assert "ЧЕК-ЛИСТ" in preview.paper.pages.text(0).upper()
        assert preview.windowTitle() == "Print preview"
        assert preview.save_button.text() == "&Save as PDF…"
        program.hands.press(Qt.Key.Key_Escape)

    printing.open(work)
    assert [what for what, _thread, _language in printing.threads] == ["build", "render"]
    assert interface not in {thread for _what, thread, _language in printing.threads}
    assert {language for _what, _thread, language in printing.threads} == {"en"}
    assert speech.speech().language == "en"
    assert program.window.windowTitle() == title
    assert printing.page.foot.next.text() == "Next"


def test_closing_the_preview_stops_the_work(printing: Printing) -> None:
    program = printing.program

    def work(preview: PreviewDialog) -> None:
        wait_until(lambda: bool(printing.threads), "the worker")
        program.hands.press(Qt.Key.Key_Escape)

    printing.gate.clear()
    printing.open(work)
    printing.gate.set()
    program.rest()
    assert [what for what, *_rest in printing.threads][:1] == ["build"]
    assert program.desk.jobs.running == []
    printing.open(lambda _preview: program.hands.press(Qt.Key.Key_Escape))
