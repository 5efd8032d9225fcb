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
from isodesk.ui import speech, theme
from isodesk.ui.models.rows import Column, RowsModel
from isodesk.ui.widgets import gantt_paint
from isodesk.ui.widgets.data_table import DataTable
from isodesk.ui.widgets.gantt_axis import ZOOMS, Axis
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


@pytest.fixture
def drawn(qtbot: QtBot) -> GanttView:
    """A task with a baseline, one that is late and pinned, a milestone; the first two linked, at the scale of weeks."""
    view = GanttView()
    qtbot.addWidget(view)
    rows = (
        GanttBar("One", START, START + timedelta(4), baseline=(START, START + timedelta(2)), key="1"),
        GanttBar("Two", START + timedelta(8), START + timedelta(11), late=True, pinned=True, key="2"),
        GanttBar("End", START + timedelta(14), START + timedelta(14), milestone=True, key="3"),
    )
    view.set_zoom("week")
    view.set_chart(Gantt(rows, None, (("1", "2"),)))
    view.resize(900, 240)
    view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    view.show()
    return view


@pytest.mark.parametrize("name", theme.NAMES)
def test_each_thing_has_its_colour_in_both_themes(drawn: GanttView, dressed: QApplication, name: str) -> None:
    theme.apply(dressed, name)
    try:
        image, axis = drawn.viewport().grab().toImage(), drawn.axis()
        assert axis is not None
        across = drawn.horizontalScrollBar().value()

        def seen(day: int, y: float, off: float = 0) -> str:
            assert axis is not None
            return image.pixelColor(round(axis.x(START + timedelta(day)) + off) - across, round(y)).name()

        def token(name: str) -> str:
            return theme.colour(name).name()

        assert seen(1, 16 + gantt_paint.BAR / 2 + 4) == token("muted"), "baseline"
        assert seen(3, 16 + gantt_paint.BAR / 2 + 4, 12) != token("muted"), "and it ends"
        assert seen(5, 34, 7) == token("border"), "link"
        assert seen(8, 32 + 16 - gantt_paint.BAR / 2 - 7, 5) == token("text"), "pin"
        assert seen(5, 90) != seen(4, 90), "Saturday"
        assert seen(6, 90) == seen(5, 90)
        late = {seen(9, 40 + step) for step in range(12)}
        assert token("accent") not in late
        assert len(late) > 1, "hatched"
        edge = {seen(14, 80, 12 + off) for off in (-8, -7, -6)}
        assert edge - {token("surface")}, "edge of the diamond"
        assert seen(14, 80, 12) == token("surface"), "not reached yet"
    finally:
        theme.apply(dressed, "light")


def test_the_links_of_the_current_bar_are_stronger(drawn: GanttView) -> None:
    axis = drawn.axis()
    assert axis is not None
    x = round(axis.x(START + timedelta(5))) + 7 - drawn.horizontalScrollBar().value()
    assert drawn.viewport().grab().toImage().pixelColor(x, 34).name() == theme.colour("border").name()
    drawn.set_current(0)
    assert drawn.viewport().grab().toImage().pixelColor(x, 34).name() == theme.colour("text").name()
    drawn.keys.choose(drawn.body.links.of(0)[0])
    assert drawn.viewport().grab().toImage().pixelColor(x, 34).name() == theme.colour("info").name()
    drawn.set_current(2)
    assert drawn.body.chosen is None


def test_days_off_are_those_of_the_calendar_given(drawn: GanttView) -> None:
    axis = drawn.axis()
    assert axis is not None
    x = round(axis.x(START + timedelta(2)) + 12) - drawn.horizontalScrollBar().value()
    before = drawn.viewport().grab().toImage().pixelColor(x, 90)
    drawn.set_days_off(lambda day: day == START + timedelta(2))
    assert drawn.viewport().grab().toImage().pixelColor(x, 90) != before


def test_nothing_can_be_pulled_before_it_is_allowed(drawn: GanttView, qtbot: QtBot) -> None:
    moved: list[object] = []
    drawn.bar_moved.connect(lambda *values: moved.append(values))
    drawn.set_current(0)
    QTest.keyClick(drawn, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert moved == []
    drawn.set_editable(True)
    QTest.keyClick(drawn, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert moved == [(0, START + timedelta(1), START + timedelta(7))]


def test_heads_are_painted_at_every_scale_in_both_languages(drawn: GanttView, dressed: QApplication) -> None:
    pictures = set()
    try:
        for language in ("en", "ru"):
            speech.set_language(dressed, language)
            for zoom in ZOOMS:
                drawn.set_zoom(zoom)
                pictures.add(bytes(drawn._head.grab().toImage().constBits()))
    finally:
        speech.set_language(dressed, "en")
    assert len(pictures) == 6


def test_more_words_for_those_who_cannot_see_it() -> None:
    bar = GanttBar("Plan", START, START, late=True, pinned=True, baseline=(START, START))
    assert in_words(bar).endswith("; overdue; pinned; baseline: 2 Mar 2026 – 2 Mar 2026")
