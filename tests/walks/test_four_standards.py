"""A firm that wants four certificates: three standards are added on page 1.2, all of them are assessed in one pass of
keys, one answer differs for one standard, and the report is printed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import questions
from PySide6.QtCore import Qt
from walks.hands import wait_until
from walks.papers import Papers, check
from walks.program import ACTOR, Clock, Program

from isodesk.domain.conformity import Conformity
from isodesk.domain.journey import Page
from isodesk.domain.keys import ClientId
from isodesk.services.clients import NewClient
from isodesk.services.workspace import open_workspace
from isodesk.storage import database
from isodesk.ui.dialogs.add_standard import AddStandardDialog
from isodesk.ui.dialogs.counts_for import CountsForDialog
from isodesk.ui.pages.gap import GapPage
from isodesk.ui.pages.results import ResultsPage
from isodesk.ui.pages.scope import ScopePage

ADDED = ("iso-14001-2026", "iso-45001-2018", "iso-iec-27001-2022")
KEYS = (Qt.Key.Key_1, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_1, Qt.Key.Key_3)
VERDICTS = (Conformity.CONFORMS, Conformity.CONFORMS, Conformity.PARTLY, Conformity.CONFORMS, Conformity.ABSENT)


@pytest.fixture
def program(folder: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    """A client for ISO 9001:2026; disks rest, since hundreds of commits prove nothing about them here."""
    monkeypatch.setitem(database.PRAGMAS, "synchronous", "OFF")
    services = open_workspace(folder, actor=ACTOR, clock=clock)
    services.clients.create(NewClient("ООО «Вектор»", "iso-9001-2026", "ru", 18))
    services.close()
    program = Program(folder, clock)
    yield program
    program.close()


def client_of(program: Program) -> ClientId:
    return program.services.clients.listed()[0].id


def add(program: Program, page: ScopePage, key: str) -> None:
    hands = program.hands

    def choose(dialog: AddStandardDialog) -> None:
        row = dialog.model.row_of(key)
        hands.click_cell(dialog.table, dialog.model.index(row, 0))
        wait_until(lambda: "questions" in dialog.outcome.text(), "what it would mean")
        hands.click(dialog.add)

    hands.in_dialog(AddStandardDialog, lambda: hands.click(page._next.add), choose)
    program.rest()


def test_four_standards_in_one_pass(program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hands, services, client = program.hands, program.services, client_of(program)
    alone = {view.key for view in questions(services, client)}
    page = program.to(Page.SCOPE, ScopePage)
    for key in ADDED:
        add(program, page, key)
    held = services.standards.of(client)
    asked = questions(services, client)
    assert [standard.key for standard in held] == ["iso-9001-2026", *ADDED]
    assert len(asked) < sum(len(standard.question_keys) for standard in held) - 150, "shared questions are asked once"
    assert alone < {view.key for view in asked}

    gap = program.to(Page.GAP, GapPage)
    hands.press(Qt.Key.Key_Home)
    before = hands.keys
    for number in range(len(asked)):
        hands.press(KEYS[number % len(KEYS)])
    assert hands.keys - before == len(asked), "as many keys as questions (U28)"
    given = questions(services, client)
    assert [view.conformity for view in given] == [VERDICTS[n % len(VERDICTS)] for n in range(len(given))]

    differ(program, gap)
    results(program, client)
    papers = Papers(tmp_path / "paper", monkeypatch)
    printed = papers.print_all(hands, "gap-report", lambda _key: {"en": papers.folder / "gap.pdf"})
    check(printed["gap.pdf"], "en", "ООО «Вектор»")


def differ(program: Program, gap: GapPage) -> None:
    """The answer to a shared question is another one for occupational safety."""
    hands = program.hands
    hands.press(Qt.Key.Key_Home)
    assert "Counts for 4 standards" in gap.bench.card.uses_button.text()

    def work(dialog: CountsForDialog) -> None:
        use = next(use for use in dialog.uses if use.standard == "iso-45001-2018")
        hands.choose(use.verdict, "No")
        hands.click(dialog.keep)
        assert dialog.isVisible() and use.reason_field.error(), "a reason is wanted"
        hands.fill(use.reason, "Никто не спросил работников")
        hands.click(dialog.keep)

    hands.in_dialog(CountsForDialog, lambda: hands.click(gap.bench.card.uses_button), work)
    view = gap.bench.current()
    assert view is not None
    assert [(key, verdict) for key, verdict, _reason in view.overrides] == [("iso-45001-2018", Conformity.ABSENT)]
    assert "differs" in gap.bench.card.uses_button.text()


def results(program: Program, client: ClientId) -> None:
    """All standards together, or one of them."""
    page = program.to(Page.RESULTS, ResultsPage)
    whole = program.services.results.view(client, "en")
    assert len(whole.standards) == 4
    program.hands.choose(page.standard, "ISO 45001")
    one = program.services.results.view(client, "en", "iso-45001-2018")
    assert len(page.bars._canvas.bars) == len(one.sections) < len(whole.sections)
    program.hands.choose(page.standard, "All standards")
