"""The sample client Certified moves from ISO 9001:2015 to 2026: it sees what that means, moves, answers what is new, reads
the old assessment, and prints the transition gap report."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import questions
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from walks.hands import wait_until
from walks.papers import Papers, check
from walks.program import ACTOR, Clock, Program

from isodesk.domain.conformity import Conformity
from isodesk.domain.journey import Page
from isodesk.domain.keys import ClientId
from isodesk.domain.samples import Sample
from isodesk.services import sample
from isodesk.services.workspace import open_workspace
from isodesk.ui.dialogs.earlier_rounds import EarlierRoundsDialog
from isodesk.ui.dialogs.move_edition import MoveEditionDialog
from isodesk.ui.pages.gap import GapPage
from isodesk.ui.pages.scope import ScopePage
from isodesk.ui.pages.scope.card import StandardCard

OLD, NEW = "iso-9001-2015", "iso-9001-2026"


@pytest.fixture
def program(folder: Path, clock: Clock) -> Iterator[Program]:
    """The sample client, closed and opened again by the window."""
    services = open_workspace(folder, actor=ACTOR, clock=clock)
    sample.create(services, "en", Sample.CERTIFIED)
    services.close()
    program = Program(folder, clock)
    yield program
    program.close()


def client_of(program: Program) -> ClientId:
    return program.services.clients.listed()[0].id


def button_on(page: ScopePage, words: str) -> QPushButton:
    cards = [card for card in page.findChildren(StandardCard) if card.isVisibleTo(page)]
    (found,) = [b for card in cards for b in card.findChildren(QPushButton) if words in b.text()]
    return found


def test_certified_moves_to_the_edition_of_2026(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands, services, client = program.hands, program.services, client_of(program)
    before = {view.key: view for view in questions(services, client)}
    page = program.to(Page.SCOPE, ScopePage)
    preview = services.adoptions.preview_transition(client, OLD, NEW)

    def work(dialog: MoveEditionDialog) -> None:
        wait_until(lambda: dialog.model.rowCount() > 0, "the comparison")
        assert f"{preview.carried} answers come along" in dialog._title.text()
        assert "2029" in dialog._dates.text()
        hands.press(Qt.Key.Key_Return)

    hands.in_dialog(MoveEditionDialog, lambda: hands.click(button_on(page, "Move to ISO 9001:2026")), work)
    program.window.activateWindow()  # the button that opened the dialog is gone with its card
    program.rest()
    after = {view.key: view for view in questions(services, client)}
    open_ = [key for key, view in after.items() if view.conformity is None]
    assert set(open_) == services.adoptions.fresh(client) == set(after) - set(before)
    assert all(after[key].existing == before[key].existing for key in after if key in before)
    assert "2026" in program.window.windowTitle()

    answer_what_is_new(program, len(open_))
    read_the_old_one(program, len(before))
    papers = Papers(tmp_path / "paper", monkeypatch)
    program.to(Page.SCOPE, ScopePage)
    printed = papers.print_all(
        hands, "transition-report", lambda _key: {code: papers.folder / f"{code}.pdf" for code in ("en", "ru")}
    )
    check(printed["en.pdf"], "en", "Transition gap report")
    check(printed["ru.pdf"], "ru", "ереход")


def answer_what_is_new(program: Program, count: int) -> None:
    """Space leads from one open question to the next; nothing else is left to answer."""
    page = program.to(Page.GAP, GapPage)
    program.hands.press(Qt.Key.Key_Home)
    for _number in range(count):
        program.hands.press(Qt.Key.Key_Space)
        view = page.bench.current()
        assert view is not None and view.conformity is None
        program.hands.press(Qt.Key.Key_2)
    views = questions(program.services, client_of(program))
    assert all(view.conformity is not None for view in views)
    assert sum(view.conformity is Conformity.PARTLY for view in views) >= count


def read_the_old_one(program: Program, count: int) -> None:
    page = program.to(Page.SCOPE, ScopePage)

    def work(dialog: EarlierRoundsDialog) -> None:
        assert dialog.model.rowCount() == count
        assert "ISO 9001:2015" in dialog.round.currentText()
        dialog.search.setFocus()
        program.hands.type_text("audit")
        wait_until(lambda: 0 < dialog.model.rowCount() < count, "the search")
        program.hands.press(Qt.Key.Key_Escape)
        dialog.accept()

    program.hands.in_dialog(EarlierRoundsDialog, lambda: program.hands.click(page._next.rounds), work)
