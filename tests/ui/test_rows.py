"""The table model: the smallest change, Cyrillic order, nobody loses their place."""

from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from isodesk.ui.models import rows
from isodesk.ui.models.rows import Column, RowsModel, folded
from isodesk.ui.signs import ANSWERS


@dataclass(frozen=True)
class Task:
    key: int
    name: str
    days: int | None = None
    answer: int = 0


COLUMNS = (
    Column[Task]("Task", lambda task: task.name, tooltip="What is to be done"),
    Column[Task]("Days", lambda task: str(task.days or ""), sort=lambda task: task.days, align="right"),
    Column[Task](
        "Status",
        lambda task: str(task.answer),
        sign=lambda task: ANSWERS[task.answer],
        token=lambda task: ANSWERS[task.answer].token,
        second=lambda _task: "below",
    ),
)
TASKS = (Task(1, "Ёлка", 10), Task(2, "Жук", 9), Task(3, "еж", None, 3), Task(4, '<b>&"', 100))


@pytest.fixture
def model() -> RowsModel[Task]:
    made = RowsModel(COLUMNS, lambda task: task.key)
    made.set_rows(TASKS)
    return made


def keys(model: RowsModel[Task]) -> list[int]:
    return [task.key for task in model.rows()]


def test_the_model_keeps_qts_rules(model: RowsModel[Task], qtmodeltester: ModelTester) -> None:
    model.sort(0)
    qtmodeltester.check(model)


def test_one_changed_view_is_one_changed_row(model: RowsModel[Task], qtbot: QtBot) -> None:
    changed, resets = [], []
    model.dataChanged.connect(lambda first, last: changed.append((first.row(), last.row(), last.column())))
    model.modelReset.connect(lambda: resets.append(1))
    model.set_rows((TASKS[0], replace(TASKS[1], answer=2), *TASKS[2:]))
    assert changed == [(1, 1, 2)]
    assert resets == []
    model.set_rows(model.rows())
    assert len(changed) == 1


def test_other_keys_are_a_reset(model: RowsModel[Task], qtbot: QtBot) -> None:
    with qtbot.waitSignal(model.modelReset):
        model.set_rows(TASKS[:2])
    assert model.rowCount() == 2
    assert (model.row_of(2), model.row_of(4)) == (1, -1)


def test_a_changed_row_stays_where_it_is_until_one_sorts_again(model: RowsModel[Task]) -> None:
    model.sort(1)
    assert keys(model) == [2, 1, 4, 3]
    model.set_rows((TASKS[0], replace(TASKS[1], days=500), *TASKS[2:]))
    assert keys(model) == [2, 1, 4, 3]
    model.sort(1)
    assert keys(model) == [1, 4, 2, 3]


def test_cyrillic_sorts_by_letters_and_nothing_comes_last(model: RowsModel[Task]) -> None:
    model.sort(0)
    assert keys(model) == [4, 3, 1, 2]
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert keys(model) == [4, 1, 2, 3]


def test_moving_a_row_by_hand_keeps_the_place(model: RowsModel[Task]) -> None:
    place = QPersistentModelIndex(model.index(3, 1))
    model.set_rows((TASKS[3], *TASKS[:3]))
    assert keys(model) == [4, 1, 2, 3]
    assert (place.row(), place.column()) == (0, 1)


def test_roles_speak_of_the_view(model: RowsModel[Task]) -> None:
    index = model.index(2, 2)
    assert index.data(rows.VALUE) is TASKS[2]
    assert index.data(rows.SIGN) == ANSWERS[3]
    assert index.data(rows.SECOND) == "below"
    assert index.data(rows.FOREGROUND).name() == "#b3261e"
    assert index.data(rows.SPOKEN) == "Status: 3"
    assert model.index(0, 1).data(rows.SORT) == 10
    assert model.index(0, 1).data(rows.ALIGN) & Qt.AlignmentFlag.AlignRight
    assert model.at(QModelIndex()) is None
    assert model.at(99) is None
    head = model.headerData(0, Qt.Orientation.Horizontal, rows.TOOLTIP)
    assert "What is to be done" in str(head)
    assert model.headerData(0, Qt.Orientation.Vertical) is None


def test_only_a_column_that_writes_is_editable(model: RowsModel[Task]) -> None:
    written: list[tuple[int, str]] = []

    def write(task: Task, words: str) -> bool:
        written.append((task.key, words))
        return True

    editable = RowsModel([replace(COLUMNS[0], write=write), COLUMNS[1]], lambda task: task.key)
    editable.set_rows(TASKS)
    assert editable.flags(editable.index(0, 0)) & Qt.ItemFlag.ItemIsEditable
    assert not editable.flags(editable.index(0, 1)) & Qt.ItemFlag.ItemIsEditable
    assert editable.setData(editable.index(1, 0), "Жук 2")
    assert not editable.setData(editable.index(1, 0), "Жук")
    assert not editable.setData(editable.index(1, 1), "5")
    assert written == [(2, "Жук 2")]


def test_folding_forgets_case_and_yo() -> None:
    assert folded("Ёж СТРАССЕ") == "еж страссе"
