"""The assessment is gone over again: a new round carries the answers, five change, page 1.5 compares, the report says it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import questions
from PySide6.QtCore import Qt
from walks.hands import wait_until
from walks.new_user import DIGIT_KEYS
from walks.papers import Papers
from walks.program import ACTOR, Clock, Program

from isodesk.domain.conformity import Conformity
from isodesk.domain.journey import Page
from isodesk.domain.keys import ClientId
from isodesk.domain.rounds import Course
from isodesk.services.clients import NewClient
from isodesk.services.workspace import open_workspace
from isodesk.storage import database
from isodesk.ui.dialogs.new_round import NewRoundDialog
from isodesk.ui.pages.gap import GapPage
from isodesk.ui.pages.results import ResultsPage

FIRM = 'ООО «Вектор» <&"'
BEFORE = (1, 1, 2, 3, 3, 1, 2, 1)
NOW = (3, 2, 1, 1, 2)
"""The first five change: two become worse, three better."""
YES = tuple(Conformity)


@pytest.fixture
def program(folder: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    """A client without a single answer; disks rest."""
    monkeypatch.setitem(database.PRAGMAS, "synchronous", "OFF")
    services = open_workspace(folder, actor=ACTOR, clock=clock)
    services.clients.create(NewClient(FIRM, "iso-9001-2026", "en", 18))
    services.close()
    program = Program(folder, clock)
    yield program
    program.close()


def client_of(program: Program) -> ClientId:
    return program.services.clients.listed()[0].id


def verdicts(program: Program, count: int) -> list[Conformity | None]:
    return [view.conformity for view in questions(program.services, client_of(program))[:count]]


def test_a_second_assessment_is_compared_with_the_first(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands = program.hands
    page = program.to(Page.GAP, GapPage)
    for digit in BEFORE:
        hands.press(DIGIT_KEYS[digit])
    begin_anew(program, page)
    assert verdicts(program, len(BEFORE)) == [YES[digit - 1] for digit in BEFORE], "the answers come along"
    page.table.setFocus()
    hands.press(Qt.Key.Key_Home)
    for digit in NOW:
        hands.press(DIGIT_KEYS[digit])
    assert verdicts(program, len(NOW)) == [YES[digit - 1] for digit in NOW]
    compare(program)
    program.to(Page.RESULTS, ResultsPage)
    text = Papers(tmp_path / "paper", monkeypatch).print_page(hands, ("gap-report",), "en")["gap-report"]
    first = questions(program.services, client_of(program))[0]
    for words in (FIRM, "Compared with the assessment before", "became worse: 2; became better: 3", first.question):
        assert words in text, f"no “{words}”: {text[:3000]}"


def begin_anew(program: Program, page: GapPage) -> None:
    hands = program.hands

    def agree(dialog: NewRoundDialog) -> None:
        assert dialog.carry.isChecked() and dialog.carry.hasFocus()
        hands.press(Qt.Key.Key_Return)

    hands.in_dialog(NewRoundDialog, lambda: hands.pick_in_menu(page.tools.menu, "New assessment"), agree)
    program.rest()
    assert [item.number for item in program.services.assessment.rounds(client_of(program))] == [1, 2]
    program.window.activateWindow()


def compare(program: Program) -> None:
    """What became worse stands first, and Enter opens its question."""
    hands, page = program.hands, program.to(Page.RESULTS, ResultsPage)
    part = page.comparison
    wait_until(part.isVisible, "the comparison")
    rows = part.model.rows()
    assert [row.course for row in rows] == [Course.WORSE] * 2 + [Course.BETTER] * 3
    hands.click_cell(part.table, part.model.index(1, 2))
    hands.press(Qt.Key.Key_Up)
    worst = rows[0].now.key
    hands.press(Qt.Key.Key_Return)
    view = program.page(GapPage).bench.current()
    assert view is not None and view.key == worst
    assert view.conformity in {Conformity.PARTLY, Conformity.ABSENT}
