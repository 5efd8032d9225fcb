"""The timeline lies level with its table, zooms about its middle and paints only what is seen."""

import time
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from isodesk.domain.charts import Gantt, GanttBar
from isodesk.ui import theme
from isodesk.ui.models.rows import Column, RowsModel
from isodesk.ui.widgets import gantt_paint
from isodesk.ui.widgets.data_table import DataTable
from isodesk.ui.widgets.gantt_axis import Axis
from isodesk.ui.widgets.gantt_view import GanttView, in_words

START = date(2026, 3, 2)


def bars(count: int) -> tuple[GanttBar, ...]:
    return tuple(
        GanttBar(f"Task {n} <b>", START + timedelta(n), START + timedelta(n + 9), 0.5, n % 2 == 0) for n in range(count)
    )


@pytest.fixture
def plan(qtbot: QtBot) -> Iterator[tuple[DataTable, GanttView]]:
    host = QWidget()
    qtbot.addWidget(host)
    row = QHBoxLayout(host)
    table, view = DataTable(), GanttView()
    model = RowsModel([Column[GanttBar]("Task", lambda bar: bar.label)], lambda bar: bar.label, table)
    model.set_rows(bars(60))
    table.setModel(model)
    view.set_chart(Gantt(bars(60), today=START + timedelta(4)))
    view.follow(table)
    row.addWidget(table)
    row.addWidget(view)
    host.resize(1000, 400)
    host.show()
    qtbot.waitExposed(host)
    yield table, view


def test_the_axis_counts_days_and_starts_on_a_monday() -> None:
    axis = Axis.around(date(2026, 3, 18), date(2026, 4, 1), "month")
    assert axis.first.weekday() == 0
    assert axis.last.weekday() == 6
    assert axis.date_at(axis.x(date(2026, 3, 20)) + 1) == date(2026, 3, 20)
    months = list(axis.months())
    assert [(tick.start.month, tick.days) for tick in months] == [(3, 31), (4, 30)]
    assert all(tick.start.weekday() == 0 for tick in axis.weeks())
    year = Axis.around(date(2025, 12, 20), date(2026, 1, 10), "quarter")
    assert list(year.weeks()) == []
    assert date(2026, 1, 1) in [tick.start for tick in year.months()]


def test_rows_lie_level_with_the_table(plan: tuple[DataTable, GanttView]) -> None:
    table, view = plan
    row = 3
    y = table.rowViewportPosition(row) + 5
    assert view.bar_at(QPointF(10, y)) == row
    here = table.viewport().mapTo(table.window(), QPoint(0, 0)).y()
    there = view.viewport().mapTo(view.window(), QPoint(0, 0)).y()
    assert here == there
    assert table.viewport().height() == view.viewport().height()


def test_both_scroll_as_one(plan: tuple[DataTable, GanttView]) -> None:
    table, view = plan
    table.verticalScrollBar().setValue(200)
    assert view.verticalScrollBar().value() == 200
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    assert table.verticalScrollBar().value() == table.verticalScrollBar().maximum()
    assert view.verticalScrollBar().maximum() == table.verticalScrollBar().maximum()


def test_a_click_takes_the_table_along(plan: tuple[DataTable, GanttView], qtbot: QtBot) -> None:
    table, view = plan
    with qtbot.waitSignal(view.bar_picked) as told:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(30, table.rowViewportPosition(4) + 8))
    assert told.args == [4]
    assert table.currentIndex().row() == 4


def test_zoom_by_wheel_and_key_keeps_the_middle(plan: tuple[DataTable, GanttView]) -> None:
    _table, view = plan
    view.show_day(START + timedelta(30), centre=True)
    none, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    control = Qt.KeyboardModifier.ControlModifier
    turn = QWheelEvent(QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, 120), none, control, phase, False)
    QApplication.sendEvent(view.viewport(), turn)
    assert view.zoom() == "week"
    axis = view.axis()
    assert axis is not None
    middle = axis.date_at(view.horizontalScrollBar().value() + view.viewport().width() / 2)
    assert abs((middle - (START + timedelta(30))).days) <= 1
    QTest.keyClick(view, Qt.Key.Key_Minus)
    QTest.keyClick(view, Qt.Key.Key_Minus)
    QTest.keyClick(view, Qt.Key.Key_Minus)
    assert view.zoom() == "quarter"


def test_only_exposed_rows_are_painted(
    plan: tuple[DataTable, GanttView], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    _table, view = plan
    painted: list[str] = []
    monkeypatch.setattr(gantt_paint, "bar", lambda _painter, _axis, item, _line: painted.append(item.label))
    view.viewport().repaint(QRect(0, 0, 100, 40))
    assert painted == ["Task 0 <b>", "Task 1 <b>"]


def test_bars_are_accent_and_today_is_a_line(plan: tuple[DataTable, GanttView]) -> None:
    _table, view = plan
    axis = view.axis()
    assert axis is not None
    image = view.viewport().grab().toImage()
    across = view.horizontalScrollBar().value()
    line = round(axis.x(START + timedelta(4)) + axis.day / 2) - across
    assert image.pixelColor(round(axis.x(START)) + 20 - across, 16).name() == theme.colour("accent").name()
    assert theme.colour("bad").name() in {image.pixelColor(line + near, 2).name() for near in (-1, 0, 1)}


def test_an_empty_plan_paints_nothing_and_breaks_nothing(qtbot: QtBot) -> None:
    view = GanttView()
    qtbot.addWidget(view)
    view.set_chart(Gantt(()))
    view.resize(400, 200)
    assert view.axis() is None
    view.zoom_by(1)
    assert not view.grab().isNull()


def test_bars_have_words() -> None:
    assert in_words(GanttBar("Plan", START, START, milestone=True)) == "Plan: milestone 2 Mar 2026"
    assert in_words(bars(1)[0]) == "Task 0 <b>: 2 Mar 2026 – 11 Mar 2026, 50 % done; on the critical path"


def test_a_thousand_bars_scroll_smoothly(qtbot: QtBot) -> None:
    view = GanttView()
    qtbot.addWidget(view)
    view.set_chart(Gantt(bars(1000), START))
    view.resize(1200, 800)
    view.show()
    view.viewport().grab()
    best = 9.0
    for step in range(5):
        view.verticalScrollBar().setValue(step * 500)
        started = time.perf_counter()
        view.viewport().grab()
        best = min(best, time.perf_counter() - started)
    assert best < 0.05
