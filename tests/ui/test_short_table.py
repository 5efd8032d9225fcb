"""The table within a scrolling page: as high as its rows, its columns by shares until a person chooses widths."""

import json

import pytest
from PySide6.QtWidgets import QAbstractItemView
from pytestqt.qtbot import QtBot

from isodesk.ui.models.rows import Column, RowsModel
from isodesk.ui.widgets.data_table import ROW
from isodesk.ui.widgets.short_table import ShortTable


def model(*rows: str) -> RowsModel[str]:
    made = RowsModel[str]([Column("A", str), Column("B", str)], str)
    made.set_rows(rows)
    return made


@pytest.fixture
def table(qtbot: QtBot) -> ShortTable:
    made = ShortTable(shares=(3, 1), most=4)
    qtbot.addWidget(made)
    return made


def test_it_is_as_high_as_its_rows(table: ShortTable) -> None:
    rows = model("a", "b")
    table.setModel(rows)
    two = table.height()
    rows.set_rows(("a", "b", "c"))
    assert table.height() == two + ROW
    rows.set_rows([str(number) for number in range(30)])
    assert table.height() == two + 2 * ROW
    rows.set_rows(())
    assert table.height() == two - ROW


def test_columns_share_the_width(table: ShortTable) -> None:
    table.setModel(model("a"))
    table.show()
    for width in (800, 400):
        table.resize(width, table.height())
        assert table.columnWidth(0) == table.viewport().width() * 3 // 4


def test_chosen_widths_are_remembered(table: ShortTable) -> None:
    store = {"name": json.dumps({"widths": [123, 77], "sort": [-1, False]})}
    table.setModel(model("a"))
    table.remember(store, "name")
    table.show()
    table.resize(800, table.height())
    assert table.columnWidth(0) == 123
    fresh: dict[str, str] = {}
    table.remember(fresh, "name")
    table.save_layout()
    assert fresh == {}


def test_a_single_tab_stop(table: ShortTable) -> None:
    """U27."""
    assert not table.tabKeyNavigation()
    assert table.selectionBehavior() == QAbstractItemView.SelectionBehavior.SelectRows
