"""The table answers by single keys in any layout, remembers its widths, keeps its place."""

import json
from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from isodesk.ui.models.rows import Column, RowsModel
from isodesk.ui.signs import ANSWERS
from isodesk.ui.widgets import single_keys
from isodesk.ui.widgets.data_table import DataTable
from isodesk.ui.widgets.delegates import PillDelegate, StatusDelegate, TwoLineDelegate


@dataclass(frozen=True)
class Line:
    key: int
    words: str
    answer: int = 0


LINES = tuple(Line(number, f'question {number} <b>&"', number % 5) for number in range(120))


@pytest.fixture
def table(qtbot: QtBot) -> DataTable:
    made = DataTable()
    qtbot.addWidget(made)
    model = RowsModel(
        [
            Column[Line]("No.", lambda line: str(line.key), sort=lambda line: line.key),
            Column[Line]("Question", lambda line: line.words, second=lambda _line: "second"),
            Column[Line]("Status", lambda _line: "word", sign=lambda line: ANSWERS[line.answer]),
            Column[Line]("Kind", lambda _line: "kind", sign=lambda line: ANSWERS[line.answer]),
        ],
        lambda line: line.key,
        made,
    )
    model.set_rows(LINES)
    made.setModel(model)
    made.resize(600, 300)
    return made


def press(
    widget: QWidget, key: int, text: str = "", held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.sendKeyEvent(QTest.KeyAction.Click, widget, Qt.Key(key), text, held)


def test_120_answers_are_120_keys(table: DataTable) -> None:
    answers: list[tuple[object, int]] = []

    def answer(digit: int) -> None:
        answers.append((table.current_key(), digit))
        table.go_down()

    table.key_digit.connect(answer)
    table.go_to(0)
    for number in range(120):
        press(table, Qt.Key.Key_1 + number % 4, str(1 + number % 4))
    assert answers == [(number, 1 + number % 4) for number in range(120)]


@pytest.mark.parametrize(
    ("code", "text", "held", "meant"),
    [
        (Qt.Key.Key_N, "n", Qt.KeyboardModifier.NoModifier, "N"),
        (0x422, "т", Qt.KeyboardModifier.NoModifier, "N"),
        (0x424, "ф", Qt.KeyboardModifier.NoModifier, "A"),
        (Qt.Key.Key_unknown, "т", Qt.KeyboardModifier.NoModifier, "N"),
        (0x422, "", Qt.KeyboardModifier.NoModifier, "N"),
        (Qt.Key.Key_3, "3", Qt.KeyboardModifier.KeypadModifier, "3"),
        (Qt.Key.Key_Enter, "\r", Qt.KeyboardModifier.KeypadModifier, "Enter"),
        (Qt.Key.Key_Return, "\r", Qt.KeyboardModifier.NoModifier, "Enter"),
        (Qt.Key.Key_Delete, "\x7f", Qt.KeyboardModifier.NoModifier, "Del"),
        (Qt.Key.Key_Space, " ", Qt.KeyboardModifier.NoModifier, "Space"),
        (Qt.Key.Key_N, "n", Qt.KeyboardModifier.ControlModifier, ""),
        (Qt.Key.Key_5, "5", Qt.KeyboardModifier.NoModifier, ""),
        (Qt.Key.Key_Down, "", Qt.KeyboardModifier.KeypadModifier, ""),
    ],
)
def test_keys_mean_the_same_in_both_layouts(code: int, text: str, held: Qt.KeyboardModifier, meant: str) -> None:
    assert single_keys.command(QKeyEvent(QEvent.Type.KeyPress, int(code), held, text)) == meant


def test_single_keys_can_be_switched_off(table: DataTable) -> None:
    told: list[object] = []
    table.key_digit.connect(told.append)
    table.command_key.connect(told.append)
    press(table, 0x422, "т")
    press(table, Qt.Key.Key_Delete)
    assert told == ["N", "Del"]
    table.single_keys = False
    press(table, Qt.Key.Key_1, "1")
    press(table, Qt.Key.Key_N, "n")
    assert told == ["N", "Del"]


def test_home_end_and_page_keys_move_and_tab_leaves(qtbot: QtBot, table: DataTable) -> None:
    """U27."""
    host = QWidget()
    qtbot.addWidget(host)
    column = QVBoxLayout(host)
    after = QLineEdit()
    column.addWidget(table)
    column.addWidget(after)
    host.show()
    host.activateWindow()
    qtbot.waitUntil(host.isActiveWindow)
    table.setFocus(Qt.FocusReason.TabFocusReason)
    assert table.current_key() == 0
    press(table, Qt.Key.Key_End)
    assert table.current_key() == 119
    press(table, Qt.Key.Key_Home)
    assert table.current_key() == 0
    press(table, Qt.Key.Key_PageDown)
    assert 2 < int(str(table.current_key())) < 20
    press(table, Qt.Key.Key_Tab)
    assert after.hasFocus()
    table.setParent(None)


def test_a_refresh_keeps_the_place_even_through_a_reset(table: DataTable) -> None:
    model = table.model()
    assert isinstance(model, RowsModel)
    table.go_to(50)
    model.set_rows([replace(line, answer=1) for line in LINES])
    assert table.current_key() == 50
    model.set_rows(LINES[40:])
    assert table.current_key() == 50
    assert table.currentIndex().row() == 10


def test_the_page_hears_of_another_row_once(table: DataTable) -> None:
    told: list[object] = []
    table.row_changed.connect(told.append)
    table.go_to(3)
    table.go_to(3, column=1)
    table.go_to(4)
    assert told == [3, 4]


def test_selected_rows_come_top_down(table: DataTable) -> None:
    table.selectRow(7)
    table.selectionModel().select(
        table.model().index(2, 0),
        table.selectionModel().SelectionFlag.Select | table.selectionModel().SelectionFlag.Rows,
    )
    assert table.selected_keys() == [2, 7]


def test_widths_and_sorting_are_remembered(table: DataTable, qtbot: QtBot) -> None:
    """U40."""
    store: dict[str, str] = {}
    table.allow_sorting()
    table.remember(store, "gap")
    table.setColumnWidth(1, 222)
    table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    table.save_layout()
    other = DataTable()
    qtbot.addWidget(other)
    other.setModel(table.model())
    other.allow_sorting()
    other.remember(store, "gap")
    assert other.columnWidth(1) == 222
    assert other.horizontalHeader().sortIndicatorSection() == 0
    assert json.loads(store["gap"])["sort"] == [0, True]


@pytest.mark.parametrize(
    "spoilt", ["", "[]", "{", '{"widths": ["x"], "sort": [0, 1]}', '{"widths": [1], "sort": [0, 1]}']
)
def test_a_spoilt_memory_is_forgotten(table: DataTable, spoilt: str) -> None:
    before = table.columnWidth(0)
    table.remember({"gap": spoilt}, "gap")
    assert table.columnWidth(0) == before


def test_third_click_gives_back_the_order_of_the_page(table: DataTable) -> None:
    table.allow_sorting()
    table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert table.model().index(0, 0).data() == "119"
    table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
    assert table.model().index(0, 0).data() == "0"


def test_delegates_paint_signs_that_differ(table: DataTable, qtbot: QtBot) -> None:
    table.setItemDelegateForColumn(1, TwoLineDelegate(table))
    table.setItemDelegateForColumn(2, StatusDelegate(table))
    table.setItemDelegateForColumn(3, PillDelegate(table))
    table.show()
    qtbot.wait(1)
    image = table.viewport().grab().toImage()
    x = table.columnViewportPosition(2)
    cells = [image.copy(x, table.rowViewportPosition(row), 120, 30) for row in range(1, 5)]
    assert all(cells[a] != cells[b] for a in range(4) for b in range(a))
