"""Page 2.6: letters by key in both layouts, by the legend and the menu, for several cells, proposed, filtered, missing."""

from collections.abc import Iterator
from typing import cast

import pytest
from builders import STANDARD, person, process
from cases import shown_page
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shown import words_of

from isodesk.domain.journey import COMING, Page
from isodesk.domain.keys import ClientId, ProcessId
from isodesk.domain.people import Role
from isodesk.domain.responsibility import Duty, Letter, read
from isodesk.services.workspace import Services
from isodesk.ui import speech
from isodesk.ui.case import Place
from isodesk.ui.models.matrix import HEAD, MatrixHead
from isodesk.ui.pages.responsibilities import ResponsibilitiesPage
from isodesk.ui.pages.responsibilities.frame import CLAUSES, LACKING
from isodesk.ui.widgets.matrix_heads import PAD

KEYS = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def processes(services: Services, client: ClientId) -> tuple[ProcessId, ...]:
    head = person(services, client, "Соколов Андрей Викторович", Role.HEAD)
    buyer = person(services, client, "Громов П. П.", Role.PURCHASING, Role.AUDITOR)
    person(services, client, "Иванова А. А.", Role.QUALITY)
    return (
        process(services, client, "Управление", ("5",), head),
        process(services, client, "Закупки", ("8.4",), buyer),
        process(services, client, "Склад", ("8.5.4",)),
    )


@pytest.fixture
def page(
    services: Services, client: ClientId, processes: tuple[ProcessId, ...], qtbot: QtBot
) -> Iterator[ResponsibilitiesPage]:
    with shown_page(ResponsibilitiesPage, services, client) as made:
        own = cast("ResponsibilitiesPage", made)
        qtbot.waitUntil(own.grid.hasFocus)
        yield own


def held(services: Services, client: ClientId, duty: Duty, role: Role) -> str:
    rows = services.responsibilities.by_process(client).rows
    letters = next(view for view in rows if view.duty == duty).letters
    return "".join(letter.value for letter in Letter if letter in letters.get(role, ()))


def typed(page: ResponsibilitiesPage, key: int, text: str) -> None:
    """A key of a keyboard with another layout."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(page.grid, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))


def click(page: ResponsibilitiesPage, row: int, column: int, *held_keys: Qt.KeyboardModifier) -> None:
    rect = page.grid.visualRect(page.grid.model_.index(row, column))
    modifier = held_keys[0] if held_keys else Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(page.grid.viewport(), Qt.MouseButton.LeftButton, modifier, rect.center())


def test_the_page_is_no_longer_coming() -> None:
    assert Page.RESPONSIBILITIES not in COMING


def test_letters_by_key_and_arrows_by_cell(
    page: ResponsibilitiesPage, services: Services, client: ClientId, processes: tuple[ProcessId, ...]
) -> None:
    first, second = Duty(processes[0]), Duty(processes[1])
    QTest.keyClick(page.grid, KEYS.Key_R)
    QTest.keyClick(page.grid, KEYS.Key_A)
    assert held(services, client, first, Role.HEAD) == "RA"
    QTest.keyClick(page.grid, KEYS.Key_Right)
    QTest.keyClick(page.grid, KEYS.Key_Down)
    QTest.keyClick(page.grid, KEYS.Key_C)
    assert held(services, client, second, Role.QUALITY) == "C"
    QTest.keyClick(page.grid, KEYS.Key_4)
    assert held(services, client, second, Role.QUALITY) == "I"
    QTest.keyClick(page.grid, KEYS.Key_Delete)
    assert held(services, client, second, Role.QUALITY) == ""
    assert page.grid.hasFocus()
    services.history.undo()
    assert held(services, client, second, Role.QUALITY) == "I"
    assert page.grid.current() == (second.place, Role.QUALITY)


def test_a_russian_keyboard_means_what_is_printed_on_its_keys(
    page: ResponsibilitiesPage,
    services: Services,
    client: ClientId,
    processes: tuple[ProcessId, ...],
    dressed: QApplication,
) -> None:
    """In Russian И is R, О is A, К is C, У is I. In English the place of the key counts: Ф is where A is."""
    duty = Duty(processes[0])
    typed(page, 0x424, "ф")
    assert held(services, client, duty, Role.HEAD) == "A"
    typed(page, 0x424, "ф")
    speech.set_language(dressed, "ru")
    page.retranslate()
    for text, wanted in (("и", "R"), ("о", "RA"), ("к", "C"), ("у", "I"), ("r", "R"), ("ф", "RA"), ("0", "")):
        typed(page, ord(text.upper()), text)
        assert held(services, client, duty, Role.HEAD) == wanted, text


def test_single_keys_can_be_switched_off_and_need_the_grid(
    page: ResponsibilitiesPage, services: Services, client: ClientId, processes: tuple[ProcessId, ...]
) -> None:
    page.case.preferences.update(single_keys=False)
    for key in (KEYS.Key_R, KEYS.Key_2, KEYS.Key_0):
        QTest.keyClick(page.grid, key)
    assert held(services, client, Duty(processes[0]), Role.HEAD) == ""
    assert "R A C I" not in page.hints.text()
    page.case.preferences.update(single_keys=True)
    page.lacking.setFocus()
    QTest.keyClick(page.lacking, KEYS.Key_R)
    assert held(services, client, Duty(processes[0]), Role.HEAD) == ""
    assert "R A C I" in page.hints.text()


def test_several_cells_take_a_letter_in_one_step(
    page: ResponsibilitiesPage, services: Services, client: ClientId, processes: tuple[ProcessId, ...]
) -> None:
    click(page, 0, 0)
    click(page, 2, 1, SHIFT)
    assert len(page.chosen()) == 6
    QTest.keyClick(page.grid, KEYS.Key_I)
    for row in processes:
        assert held(services, client, Duty(row), Role.HEAD) == held(services, client, Duty(row), Role.QUALITY) == "I"
    services.history.undo()
    assert all(view.is_empty for view in services.responsibilities.by_process(client).rows)
    QTest.keyClick(page.grid, KEYS.Key_Home)
    QTest.keyClick(page.grid, KEYS.Key_Up, SHIFT)
    assert len(page.chosen()) == 2


def test_the_legend_shows_and_sets_letters(
    page: ResponsibilitiesPage, services: Services, client: ClientId, processes: tuple[ProcessId, ...]
) -> None:
    does, answers, asked, _told = page.letters.pills()
    assert [pill.text() for pill in page.letters.pills()] == [
        "R – does it", "A – answers for it", "C – is asked", "I – is told",
    ]  # fmt: skip
    click(page, 1, 2)
    QTest.mouseClick(does, Qt.MouseButton.LeftButton)
    QTest.mouseClick(answers, Qt.MouseButton.LeftButton)
    assert held(services, client, Duty(processes[1]), Role.PURCHASING) == "RA"
    QTest.mouseClick(asked, Qt.MouseButton.LeftButton)
    assert held(services, client, Duty(processes[1]), Role.PURCHASING) == "C"
    assert (does.isChecked(), answers.isChecked(), asked.isChecked()) == (False, False, True)
    click(page, 0, 0)
    assert not asked.isChecked()


def test_the_menu_has_the_letters_and_clearing(
    page: ResponsibilitiesPage, services: Services, client: ClientId, processes: tuple[ProcessId, ...], qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.grid.menu_wanted):
        QTest.keyClick(page.grid, KEYS.Key_Return)
    QApplication.activePopupWidget().close()
    menu = page.menu()
    next(action for action in menu.actions() if action.text() == "A – answers for it").trigger()
    assert held(services, client, Duty(processes[0]), Role.HEAD) == "A"
    menu = page.menu()
    assert [action.isChecked() for action in menu.actions()[:4]] == [False, True, False, False]
    menu.actions()[-1].trigger()
    assert held(services, client, Duty(processes[0]), Role.HEAD) == ""
    before = services.history.undoable
    page.clear()
    assert services.history.undoable is before


def test_heads_name_the_holders_and_say_that_nobody_has_a_role(
    page: ResponsibilitiesPage, services: Services, client: ClientId, processes: tuple[ProcessId, ...]
) -> None:
    services.responsibilities.set_cells(client, {(Duty(processes[0]), Role.IT): read("I")})
    heads = {head.key: head for head in page.grid.model_.across}
    assert heads[Role.HEAD].second == "А. В. Соколов"
    assert list(heads) == [Role.HEAD, Role.QUALITY, Role.PURCHASING, Role.AUDITOR, Role.IT]
    assert (heads[Role.IT].second, heads[Role.IT].warns) == ("nobody", True)
    assert "Nobody has the role: Computers and networks" in page.said.text()
    page.all_roles.setChecked(True)
    assert len(page.grid.model_.across) == len(Role)


def test_no_word_of_a_head_is_cut(page: ResponsibilitiesPage, dressed: QApplication) -> None:
    speech.set_language(dressed, "ru")
    page.all_roles.setChecked(True)
    top = page.grid.top
    for section in range(top.count()):
        head = cast("MatrixHead", page.grid.model_.headerData(section, Qt.Orientation.Horizontal, HEAD))
        for font, words in ((top._strong(), head.text), (top._small(), head.second)):
            for word in words.split():
                assert QFontMetrics(font).horizontalAdvance(word) + 2 * PAD <= top.sectionSize(section), word
        assert sum(top._heights(head, top.sectionSize(section))) <= top.height()


def test_what_is_missing_leads_to_its_row(
    page: ResponsibilitiesPage, services: Services, client: ClientId, processes: tuple[ProcessId, ...]
) -> None:
    assert len(page.head._missing) == 3
    services.responsibilities.set_cells(client, {(Duty(processes[0]), Role.HEAD): read("RA")})
    assert [key for key, _words in page.head._missing] == [Duty(p).place for p in processes[1:]]
    assert page.said.text() == "2 rows lack something."
    page.show_row(Duty(processes[2]).place)
    assert page.grid.current()[0] == Duty(processes[2]).place
    assert page.current_row().startswith(Duty(processes[2]).place)
    page.show_row(LACKING)
    assert [head.key for head in page.grid.model_.down] == [Duty(p).place for p in processes[1:]]


def test_rows_stay_in_the_filter_until_one_leaves(
    page: ResponsibilitiesPage, services: Services, client: ClientId, processes: tuple[ProcessId, ...]
) -> None:
    page.lacking.setChecked(True)
    services.responsibilities.set_cells(client, {(Duty(row), Role.HEAD): read("RA") for row in processes})
    assert len(page.grid.model_.down) == 3
    page.enter()
    assert page._inner.currentWidget() is page.nothing
    page.nothing.action_requested.emit()
    assert len(page.grid.model_.down) == 3
    assert "Every row has one who answers" in page.said.text()


def test_propose_fills_empty_rows_and_can_be_taken_back(
    page: ResponsibilitiesPage, services: Services, client: ClientId, processes: tuple[ProcessId, ...]
) -> None:
    QTest.mouseClick(page.propose, Qt.MouseButton.LeftButton)
    assert held(services, client, Duty(processes[1]), Role.PURCHASING) == "RA"
    assert held(services, client, Duty(processes[2]), Role.HEAD) == ""
    services.history.undo()
    assert held(services, client, Duty(processes[1]), Role.PURCHASING) == ""
    page.switch.button_of(CLAUSES).click()
    QTest.mouseClick(page.propose, Qt.MouseButton.LeftButton)
    assert page._matrix.incomplete == 0
    assert page.grid.model_.down[0].text.startswith("4.1")


def test_a_place_opens_the_matrix_of_its_standard(
    page: ResponsibilitiesPage, services: Services, client: ClientId
) -> None:
    services.adoptions.add(client, "iso-iec-27001-2022")
    page.show_row(f"{STANDARD}/8.4|purchasing")
    assert page.standard.isVisibleTo(page)
    assert page.grid.current() == (f"{STANDARD}/8.4", Role.PURCHASING)
    page.show_row("iso-iec-27001-2022/A.5")
    assert page.standard.value() == "iso-iec-27001-2022"
    assert page.grid.current()[0] == "iso-iec-27001-2022/A.5"
    assert page.current_row().startswith("iso-iec-27001-2022/A.5|")


def test_a_page_without_people_or_processes_leads_to_the_team(
    services: Services, client: ClientId, qtbot: QtBot
) -> None:
    with shown_page(ResponsibilitiesPage, services, client) as made:
        own = cast("ResponsibilitiesPage", made)
        assert own._stack.currentWidget() is own.empty
        with qtbot.waitSignal(own.place_requested) as asked:
            own.empty.action_requested.emit()
        assert asked.args == [Place(Page.TEAM)]
        person(services, client)
        assert own._stack.currentWidget() is own.empty
        assert "No processes yet" in {text for _widget, text in words_of(own)}
        process(services, client, HOSTILE)
        assert own._stack.currentWidget() is not own.empty
        assert own.grid.model_.down[0].text == HOSTILE


HOSTILE = "<b>&\"' 😀 {count} %s " + "Ж" * 250


def test_printing_and_the_model(page: ResponsibilitiesPage, qtbot: QtBot) -> None:
    tester = QAbstractItemModelTester(page.grid.model_, QAbstractItemModelTester.FailureReportingMode.Fatal)
    with qtbot.waitSignal(page.print_requested) as asked:
        page.print_.click()
    assert asked.args == ["responsibility-matrix", ""]
    page.switch.button_of(CLAUSES).click()
    assert tester.model() is page.grid.model_
    index = page.grid.model_.index(0, 0)
    assert "4.1" in str(page.grid.model_.data(index, Qt.ItemDataRole.AccessibleTextRole))


def test_a_click_outside_the_cells_does_nothing(page: ResponsibilitiesPage, services: Services) -> None:
    before = services.history.undoable
    QTest.mouseClick(page.grid.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(2, page.grid.viewport().height() - 2))
    assert services.history.undoable is before


def test_the_page_speaks_one_language(page: ResponsibilitiesPage, dressed: QApplication) -> None:
    """U65."""
    speech.set_language(dressed, "ru")
    QTest.qWait(50)
    russian = speech.speech()
    seen = {text for widget, text in words_of(page) if isinstance(widget, QWidget)}
    sources = {"Propose", "All roles", "Processes", "R – does it", "Only rows that lack something"}
    assert russian("Propose") in seen
    assert [text for text in seen & sources if russian(text) != text] == []
