"""Walk (a) of docs/architecture.md: from a key on the grid to the row, the journal, the event and what is painted."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import answer_all, questions
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton
from shown import spoken_name
from walks.hands import CONTROL, wait_until
from walks.program import ACTOR, Clock, Program

from isodesk.domain.conformity import Conformity
from isodesk.domain.events import AnswersChanged
from isodesk.domain.journey import Page, Phase
from isodesk.domain.keys import ClientId
from isodesk.services.assessment import QuestionView
from isodesk.services.clients import NewClient
from isodesk.services.workspace import open_workspace
from isodesk.ui.pages.gap import GapPage
from isodesk.ui.pages.overview import OverviewPage
from isodesk.ui.sidebar import Sidebar


@pytest.fixture
def program(folder: Path, clock: Clock) -> Iterator[Program]:
    """A client whose questions are all answered but the first."""
    services = open_workspace(folder, actor=ACTOR, clock=clock)
    client = services.clients.create(NewClient("ООО «Вектор»", "iso-9001-2026", "ru", 18))
    answer_all(services, client)
    services.assessment.record(client, questions(services, client)[0].key, None)
    services.close()
    program = Program(folder, clock)
    yield program
    program.close()


def client_of(program: Program) -> ClientId:
    return program.services.clients.listed()[0].id


def first(program: Program) -> QuestionView:
    return questions(program.services, client_of(program))[0]


def stored(program: Program) -> list[tuple[str, str | None]]:
    """Question and verdict as another program would read them from the file."""
    connection = sqlite3.connect(f"{(program.services.folder / 'isodesk.db').as_uri()}?mode=ro", uri=True)
    try:
        return connection.execute("SELECT question, conformity FROM answer").fetchall()
    finally:
        connection.close()


def answer_button(page: GapPage, digit: int) -> QPushButton:
    (found,) = [made for made in page.bench.card.bar.findChildren(QPushButton) if spoken_name(made)[0] == str(digit)]
    return found


def phase_said(program: Program, phase: Phase) -> str:
    assert program.desk.view is not None
    sidebar: Sidebar = program.desk.view.sidebar
    return str(sidebar.model().index(phase.number, 0).data(Qt.ItemDataRole.AccessibleTextRole))


def test_one_key_changes_one_row_and_everything_that_counts_it(program: Program) -> None:
    total = len(questions(program.services, client_of(program)))
    assert program.page(OverviewPage).filled.accessibleName() == f"Filled in: {total - 1} of {total}"
    page = program.to(Page.GAP, GapPage)
    program.rest()
    assert program.said_of(Page.GAP).endswith(f"Under way {total - 1}/{total}")
    rings = phase_said(program, Phase.PREPARATION)
    changed: list[tuple[int, int]] = []
    resets: list[None] = []
    page.bench.model.dataChanged.connect(lambda top, bottom, *_roles: changed.append((top.row(), bottom.row())))
    page.bench.model.modelReset.connect(lambda: resets.append(None))

    program.hands.press(Qt.Key.Key_Home)
    program.hands.press(Qt.Key.Key_2)

    assert first(program).conformity is Conformity.PARTLY
    assert (changed, resets) == ([(0, 0)], [])
    assert page.table.currentIndex().row() == 1
    wait_until(lambda: program.said_of(Page.GAP).endswith(f"Done {total}/{total}"), "the count in the sidebar")
    assert phase_said(program, Phase.PREPARATION) != rings, "the ring of the phase moves"
    assert program.window.saved_label.text()
    hidden = program.to(Page.OVERVIEW, OverviewPage)
    assert hidden.filled.accessibleName() == f"Filled in: {total} of {total}", "it reads again"


def test_the_fact_goes_out_when_the_row_is_safe(program: Program) -> None:
    program.to(Page.GAP, GapPage)
    seen: list[tuple[object, bool]] = []
    key = first(program).key

    def hear(event: AnswersChanged) -> None:
        seen.append((event.questions, (key, "partly") in stored(program)))

    leave = program.services.bus.subscribe(AnswersChanged, hear)
    program.hands.press(Qt.Key.Key_Home)
    assert (key, "partly") not in stored(program)
    program.hands.press(Qt.Key.Key_2)
    leave()
    assert seen == [((key,), True)]


def test_undo_names_the_answer_and_takes_it_back(program: Program) -> None:
    page = program.to(Page.GAP, GapPage)
    program.hands.press(Qt.Key.Key_Home)
    program.hands.click(answer_button(page, 2))
    undo, redo = program.window.actions_.by_key["undo"], program.window.actions_.by_key["redo"]
    clause = first(program).clause
    assert undo.text() == f"&Undo: answer {clause}"
    program.hands.press(Qt.Key.Key_Z, CONTROL)
    assert first(program).conformity is None
    assert program.services.history.undoable is None
    assert redo.text().endswith(f"answer {clause}")
    program.hands.press(Qt.Key.Key_Y, CONTROL)
    assert first(program).conformity is Conformity.PARTLY


@pytest.mark.parametrize("by_mouse", [True, False], ids=["mouse", "key"])
def test_a_commit_that_fails_puts_the_box_back_and_says_what_to_do(program: Program, by_mouse: bool) -> None:
    """Somebody reads the file and does not let go: the write begins, the commit cannot end."""
    page = program.to(Page.GAP, GapPage)
    program.hands.press(Qt.Key.Key_Home)
    said: list[str] = []
    heard: list[object] = []
    leave = program.services.bus.subscribe(AnswersChanged, heard.append)
    reader = sqlite3.connect(program.services.folder / "isodesk.db", isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM answer").fetchone()

    def read(box: QMessageBox) -> None:
        said.append(f"{box.text()} {box.informativeText()}")
        program.hands.press(Qt.Key.Key_Return)

    def tick() -> None:
        if by_mouse:
            program.hands.click(answer_button(page, 2))
        else:
            program.hands.press(Qt.Key.Key_2)

    program.hands.in_dialog(QMessageBox, tick, read)
    reader.execute("ROLLBACK")
    reader.close()

    assert "Another program is using the workspace's database." in said[0] and "try again" in said[0]
    assert heard == []
    leave()
    assert first(program).conformity is None
    assert page.bench.card.bar.answer() == 0
    assert not answer_button(page, 2).isChecked()
    assert page.table.currentIndex().row() == 0
    assert not program.window.actions_.by_key["undo"].isEnabled()
    program.hands.click(answer_button(page, 2))
    assert first(program).conformity is Conformity.PARTLY, "and work goes on"
