"""The timeline of page 2.1 at work: pulled by mouse, moved by keys, linked, refused, taken back."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from test_plan_page import Desk

from isodesk.domain.keys import ClientId, TaskId
from isodesk.services.plan import TaskKind
from isodesk.services.workspace import Services, open_workspace
from isodesk.storage.tables import TaskRow
from isodesk.ui.pages.plan import PlanPage
from isodesk.ui.widgets.gantt_body import Part
from isodesk.ui.widgets.gantt_menu import menu_of

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
PLAIN = Qt.KeyboardModifier.NoModifier


class Board(Desk):
    """The page with three tasks and a milestone at the scale of weeks; the mouse and keys of its timeline."""

    def __init__(self, services: Services, client: ClientId, folder: Path) -> None:
        super().__init__(services, client, folder)
        self.chart: Any = self.page.board.chart
        self.chart.set_zoom("week")

    def fill(self) -> tuple[TaskId, ...]:
        one, two, three = self.add("One", "Two", "Three")
        end = self.services.plan.add(self.client, "End", TaskKind.MILESTONE)
        for task, first, last in ((one, 7, 11), (two, 14, 16), (three, 21, 22), (end, 23, 23)):
            days = {"start_on": date(2026, 12, first), "due_on": date(2026, 12, last), "is_pinned": False}
            self.services.plan.change(self.client, [task], **days)
        self.chart.show_day(date(2026, 12, 5))
        QTest.qWait(5)
        return one, two, three, end

    def row(self, task: TaskId) -> int:
        return int(self.page.board.model.row_of(task))

    def at(self, task: TaskId, part: Part = Part.BODY) -> QPoint:
        """A place of a task's bar in the viewport."""
        row = self.row(task)
        left, right = self.chart.body.axis.extent(self.chart.body.line(row))
        x = {Part.BODY: (left + right) / 2, Part.START: left + 2, Part.DUE: right - 2, Part.HANDLE: right + 10}[part]
        place = QPointF(x, self.chart.body.middle(row)) - self.chart.content(QPointF())
        assert self.chart.viewport().rect().contains(place.toPoint())
        return place.toPoint()

    def held(self, at: QPoint) -> None:
        view = self.chart.viewport()
        where = QPointF(view.mapToGlobal(at))
        QApplication.sendEvent(view, QMouseEvent(QEvent.Type.MouseMove, QPointF(at), where, NONE, LEFT, PLAIN))

    def pull(self, start: QPoint, *ways: QPoint, drop: bool = True) -> None:
        """Presses, goes along, lets go."""
        view = self.chart.viewport()
        QTest.mousePress(view, LEFT, PLAIN, start)
        for way in ways:
            self.held(start + way)
        if drop:
            QTest.mouseRelease(view, LEFT, PLAIN, start + (ways[-1] if ways else QPoint()))

    def days(self, count: float) -> QPoint:
        return QPoint(round(count * self.chart.body.axis.day), 0)

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
        self.chart.setFocus()
        QTest.keyClick(self.chart, key, held)

    def dates(self, task: TaskId) -> tuple[int, int]:
        """Days of December."""
        view = next(found for found in self.tasks() if found.id == task)
        return view.start.day, view.due.day

    def before(self, task: TaskId) -> tuple[TaskId, ...]:
        return tuple(next(found for found in self.tasks() if found.id == task).predecessors)


@pytest.fixture
def desk(services: Services, client: ClientId, tmp_path: Path, qtbot: QtBot) -> Iterator[Board]:
    shown = Board(services, client, tmp_path)
    yield shown
    shown.jobs.shut_down()
    shown.case.bridge.close()
    shown.host.close()
    shown.host.deleteLater()
    QTest.qWait(1)


def test_a_pulled_bar_moves_in_one_step_of_undo(desk: Board) -> None:
    one, *_rest = desk.fill()
    desk.pull(desk.at(one), desk.days(0.4), desk.days(2))
    assert desk.dates(one) == (9, 15), "five working days, over a weekend"
    assert desk.page.current_row() == one
    desk.services.history.undo()
    assert desk.dates(one) == (7, 11)


def test_a_bar_let_go_on_a_day_off_begins_on_monday(desk: Board) -> None:
    one, _two, _three, end = desk.fill()
    desk.pull(desk.at(one), desk.days(5))
    assert desk.dates(one) == (14, 18)
    desk.chart.show_day(date(2026, 12, 19))
    desk.pull(desk.at(end), desk.days(3))
    assert desk.dates(end) == (28, 28), "a milestone moves as one"


def test_edges_change_one_date_and_never_cross(desk: Board) -> None:
    one, two, *_rest = desk.fill()
    desk.pull(desk.at(one, Part.DUE), desk.days(-2))
    assert desk.dates(one) == (7, 9)
    desk.pull(desk.at(one, Part.START), desk.days(1))
    assert desk.dates(one) == (8, 9)
    desk.pull(desk.at(two, Part.START), desk.days(6))
    assert desk.dates(two) == (16, 16)


def test_a_click_and_a_tremble_move_nothing(desk: Board) -> None:
    one, *_rest = desk.fill()
    top = desk.services.history.undoable
    desk.pull(desk.at(one))
    desk.pull(desk.at(one), QPoint(3, 2))
    desk.pull(desk.at(one), desk.days(3), desk.days(0))
    desk.chart.set_zoom("quarter")
    desk.pull(desk.at(one), QPoint(3, 0))
    assert desk.services.history.undoable is top
    assert desk.page.current_row() == one


def test_esc_lets_go_and_the_ghost_says_the_dates(desk: Board) -> None:
    one, *_rest = desk.fill()
    still = desk.chart.viewport().grab().toImage()
    desk.pull(desk.at(one), desk.days(2), drop=False)
    assert desk.chart.mouse.pulling
    assert desk.chart.viewport().grab().toImage() != still
    desk.key(Qt.Key.Key_Escape)
    assert not desk.chart.mouse.pulling
    QTest.mouseRelease(desk.chart.viewport(), LEFT, PLAIN, desk.at(one))
    assert desk.dates(one) == (7, 11)


def test_a_refresh_in_the_middle_of_a_pull_lets_go(desk: Board) -> None:
    one, two, *_rest = desk.fill()
    start = desk.at(one)
    desk.pull(start, desk.days(2), drop=False)
    desk.services.plan.change(desk.client, [two], done=50)
    QTest.mouseRelease(desk.chart.viewport(), LEFT, PLAIN, start + desk.days(2))
    assert desk.dates(one) == (7, 11)


def test_the_picture_goes_along_at_its_edge(desk: Board, qtbot: QtBot) -> None:
    one, *_rest = desk.fill()
    across = desk.chart.horizontalScrollBar()
    before, start = across.value(), desk.at(one)
    edge = QPoint(desk.chart.viewport().width() - 3, start.y())
    desk.pull(start, edge - start, drop=False)
    qtbot.waitUntil(lambda: across.value() > before + 20)
    desk.key(Qt.Key.Key_Escape)
    kept = across.value()
    qtbot.wait(60)
    assert across.value() == kept


def test_cursors_tell_what_would_happen(desk: Board) -> None:
    one, *_rest = desk.fill()
    shapes = {
        Part.BODY: Qt.CursorShape.OpenHandCursor,
        Part.START: Qt.CursorShape.SizeHorCursor,
        Part.DUE: Qt.CursorShape.SizeHorCursor,
        Part.HANDLE: Qt.CursorShape.CrossCursor,
    }
    view = desk.chart.viewport()
    for part, shape in shapes.items():
        at = desk.at(one, part)
        QApplication.sendEvent(
            view, QMouseEvent(QEvent.Type.MouseMove, QPointF(at), QPointF(view.mapToGlobal(at)), NONE, NONE, PLAIN)
        )
        assert view.cursor().shape() == shape, part
    desk.pull(desk.at(one, Part.HANDLE), QPoint(30, -40), drop=False)
    assert view.cursor().shape() == Qt.CursorShape.ForbiddenCursor
    desk.key(Qt.Key.Key_Escape)
    assert view.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_a_link_is_drawn_chosen_and_removed(desk: Board) -> None:
    one, two, *_rest = desk.fill()
    start = desk.at(one, Part.HANDLE)
    desk.pull(start, QPoint(8, 8), desk.at(two) - start)
    assert desk.before(two) == (one,)
    points = desk.chart.body.route_of(desk.chart.body.links.of(desk.row(one))[0])
    (x, top), (_x, bottom) = points[1], points[2]
    place = (QPointF(x + 2, (top + bottom) / 2) - desk.chart.content(QPointF())).toPoint()
    QTest.mouseClick(desk.chart.viewport(), LEFT, PLAIN, place)
    assert desk.chart.body.chosen is not None
    desk.key(Qt.Key.Key_Delete)
    assert desk.before(two) == ()
    assert desk.messages.last == "Link removed"
    assert len(desk.titles()) == 4, "the task stays"
    desk.messages._toast._act()
    assert desk.before(two) == (one,)


def test_a_link_dropped_beside_a_bar_or_on_a_heading_is_none(desk: Board) -> None:
    one, two, *_rest = desk.fill()
    top, start = desk.services.history.undoable, desk.at(one, Part.HANDLE)
    desk.pull(start, QPoint(8, 8), desk.at(two) + QPoint(120, 0) - start)
    desk.pull(start, QPoint(8, -8), QPoint(0, -32))
    desk.pull(start, QPoint(8, 0), desk.at(one) - start)
    assert desk.services.history.undoable is top


def test_a_circle_is_refused_by_name_and_changes_nothing(desk: Board) -> None:
    one, two, *_rest = desk.fill()
    desk.services.plan.set_predecessors(desk.client, two, frozenset({one}))
    start = desk.at(two, Part.HANDLE)
    desk.pull(start, QPoint(8, 8), desk.at(one) - start)
    assert desk.before(one) == ()
    assert desk.page.banner.isVisible()
    assert "One" in desk.page.banner.text()
    assert "wait for one another" in desk.page.banner.text()


def test_what_waits_is_offered_to_be_moved_along_and_never_moved_unasked(desk: Board) -> None:
    one, two, three, end = desk.fill()
    for task, before in ((two, one), (three, two), (end, three)):
        desk.services.plan.set_predecessors(desk.client, task, frozenset({before}))
    desk.pull(desk.at(one), desk.days(2))
    assert desk.dates(two) == (14, 16)
    banner = desk.page.banner
    assert banner.isVisible()
    assert banner.text() == "One: 1 task waits for it and begins before it ends."
    (offer,) = banner._buttons
    assert offer.text() == "Move what waits for it"
    offer.click()
    assert desk.dates(two) == (16, 18)
    assert desk.dates(three) == (21, 22)
    assert not banner.isVisible()
    assert desk.messages.last == "1 task moved"
    desk.services.history.undo()
    assert desk.dates(two) == (14, 16)


def test_the_offer_goes_when_it_is_not_needed_any_more(desk: Board) -> None:
    one, two, *_rest = desk.fill()
    desk.services.plan.set_predecessors(desk.client, two, frozenset({one}))
    desk.pull(desk.at(one), desk.days(2))
    assert desk.page.banner.isVisible()
    desk.services.history.undo()
    assert not desk.page.banner.isVisible()


def test_a_pinned_task_is_named_and_not_offered(desk: Board) -> None:
    one, two, *_rest = desk.fill()
    desk.services.plan.set_predecessors(desk.client, two, frozenset({one}))
    with desk.services.workshop.write("pin") as work:
        row = work.session.get(TaskRow, two)
        assert row is not None
        row.is_pinned = True
    desk.page.refresh()
    desk.pull(desk.at(one), desk.days(2))
    assert "pinned" in desk.page.banner.text()
    assert desk.page.banner._buttons == []


def test_every_pull_has_a_key(desk: Board) -> None:
    """U36."""
    one, two, _three, end = desk.fill()
    desk.page.show_row(one)
    for key, held, days in (
        (Qt.Key.Key_Right, CTRL, (8, 14)),
        (Qt.Key.Key_Left, CTRL, (7, 11)),
        (Qt.Key.Key_Right, CTRL | SHIFT, (7, 14)),
        (Qt.Key.Key_Left, CTRL | SHIFT, (7, 11)),
        (Qt.Key.Key_Right, SHIFT, (8, 11)),
        (Qt.Key.Key_Left, SHIFT, (7, 11)),
        (Qt.Key.Key_PageDown, CTRL, (14, 18)),
        (Qt.Key.Key_PageUp, CTRL, (7, 11)),
    ):
        desk.key(key, held)
        assert desk.dates(one) == days, (key, held)
    desk.page.show_row(end)
    desk.key(Qt.Key.Key_Right, CTRL | SHIFT)
    assert desk.dates(end) == (24, 24)
    desk.page.show_row(two)
    desk.key(Qt.Key.Key_Left)
    assert desk.dates(two) == (14, 16)


def test_rows_are_those_of_the_table(desk: Board) -> None:
    one, two, _three, end = desk.fill()
    desk.page.show_row(one)
    desk.key(Qt.Key.Key_Down)
    assert desk.page.current_row() == two
    desk.key(Qt.Key.Key_Up)
    assert desk.page.current_row() == one
    desk.key(Qt.Key.Key_End)
    assert desk.page.current_row() == end
    desk.key(Qt.Key.Key_Home)
    assert desk.page.current_row() == ""
    top = desk.services.history.undoable
    desk.key(Qt.Key.Key_Right, CTRL)
    assert desk.services.history.undoable is top, "headings do not move"


def test_a_link_is_made_and_removed_by_keys(desk: Board) -> None:
    one, _two, three, _end = desk.fill()
    desk.page.show_row(one)
    desk.key(Qt.Key.Key_L)
    desk.key(Qt.Key.Key_Down)
    desk.key(Qt.Key.Key_Down)
    assert desk.page.current_row() == one
    assert "Three" in desk.chart.accessibleDescription()
    assert not desk.chart.viewport().grab().isNull()
    desk.key(Qt.Key.Key_Return)
    assert desk.before(three) == (one,)
    desk.key(Qt.Key.Key_Delete)
    assert desk.before(three) == (one,), "nothing was chosen"
    desk.key(Qt.Key.Key_K)
    assert desk.chart.accessibleDescription() == "3 Three waits for 1 One"
    desk.key(Qt.Key.Key_Delete)
    assert desk.before(three) == ()
    desk.key(Qt.Key.Key_K)
    assert desk.chart.accessibleDescription() == "This bar has no links."


def test_esc_leaves_the_search_for_the_other_end(desk: Board) -> None:
    one, *_rest = desk.fill()
    desk.page.show_row(one)
    top = desk.services.history.undoable
    desk.key(Qt.Key.Key_L)
    desk.key(Qt.Key.Key_Down)
    desk.key(Qt.Key.Key_Escape)
    desk.key(Qt.Key.Key_Return)
    assert desk.services.history.undoable is top
    desk.key(Qt.Key.Key_L)
    desk.key(Qt.Key.Key_Up)
    desk.key(Qt.Key.Key_Return)
    assert desk.services.history.undoable is top, "there is only a heading above"


def test_a_click_ends_the_search_for_the_other_end(desk: Board) -> None:
    one, two, *_rest = desk.fill()
    desk.page.show_row(one)
    desk.key(Qt.Key.Key_L)
    QTest.mouseClick(desk.chart.viewport(), LEFT, PLAIN, desk.at(two))
    assert desk.before(two) == (one,)


def test_letters_obey_the_setting_and_the_russian_layout(desk: Board) -> None:
    one, *_rest = desk.fill()
    desk.page.show_row(one)
    desk.preferences.update(single_keys=False)
    desk.key(Qt.Key.Key_L)
    assert not desk.chart.keys.linking
    desk.preferences.update(single_keys=True)
    QApplication.sendEvent(desk.chart, QKeyEvent(QEvent.Type.KeyPress, 0x414, PLAIN, "д"))
    assert desk.chart.keys.linking


def test_t_goes_to_today(desk: Board) -> None:
    desk.fill()
    desk.chart.show_day(date(2027, 1, 1))
    axis, across = desk.chart.body.axis, desk.chart.horizontalScrollBar()
    desk.key(Qt.Key.Key_T)
    place = axis.x(desk.services.plan.today()) - across.value()
    assert 0 <= place <= desk.chart.viewport().width()


def test_the_menu_does_what_keys_do(desk: Board) -> None:
    one, two, _three, end = desk.fill()
    desk.services.plan.set_predecessors(desk.client, two, frozenset({one}))
    desk.page.show_row(one)

    def entry(words: str) -> Any:
        menu = menu_of(desk.chart, desk.chart.keys)
        return next(action for action in menu.actions() if action.text().startswith(words))

    entry("Move a day later").trigger()
    assert desk.dates(one) == (8, 14)
    entry("One day shorter").trigger()
    assert desk.dates(one) == (8, 11)
    entry("Begin a day earlier").trigger()
    assert desk.dates(one) == (7, 11)
    entry("Link to").trigger()
    assert desk.chart.keys.linking
    desk.key(Qt.Key.Key_Escape)
    entry("Remove the link").trigger()
    assert desk.before(two) == ()
    desk.page.show_row(end)
    words = [action.text() for action in menu_of(desk.chart, desk.chart.keys).actions()]
    assert not any(text.startswith("One day longer") for text in words)


def test_the_key_of_menus_opens_it(desk: Board, qtbot: QtBot) -> None:
    one, *_rest = desk.fill()
    desk.page.show_row(one)
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5))
    QApplication.sendEvent(desk.chart, asked)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    QApplication.activePopupWidget().close()


def test_the_current_bar_is_said(desk: Board) -> None:
    one, two, *_rest = desk.fill()
    desk.services.plan.set_predecessors(desk.client, two, frozenset({one}))
    desk.page.show_row(two)
    said = desk.chart.accessibleDescription()
    assert said.startswith("2 Two: 14 Dec 2026 – 16 Dec 2026, 0 % done")
    assert said.endswith("2 Two waits for 1 One")
    desk.key(Qt.Key.Key_Right, CTRL)
    assert "15 Dec 2026 – 17 Dec 2026" in desk.chart.accessibleDescription()


def test_the_day_at_the_left_stays_when_the_plan_begins_earlier(desk: Board) -> None:
    one, _two, three, _end = desk.fill()
    desk.chart.show_day(date(2026, 12, 15))
    across = desk.chart.horizontalScrollBar()
    kept = desk.chart.body.axis.date_at(across.value())
    desk.services.plan.change(desk.client, [one], start_on=date(2026, 9, 1), due_on=date(2026, 9, 4))
    assert desk.chart.body.axis.first < date(2026, 9, 1)
    assert abs((desk.chart.body.axis.date_at(across.value()) - kept).days) <= 1
    assert three


def test_the_scale_has_words_is_remembered_and_follows_the_wheel(desk: Board) -> None:
    desk.fill()
    zoom = desk.page.filters.zoom
    assert zoom.value() == "week"
    zoom.button_of("quarter").click()
    assert desk.chart.zoom() == "quarter"
    QTest.keyClick(desk.chart, Qt.Key.Key_Plus)
    assert zoom.value() == "month"
    assert zoom.button_of("month").accessibleName() == "Scale of the timeline: Month"
    again = PlanPage(desk.case, desk.host)
    assert again.filters.zoom.value() == again.board.chart.zoom() == "month"
    desk.page.filters.timeline.click()
    assert not zoom.isVisibleTo(desk.page)
    assert not desk.chart.isVisibleTo(desk.page)


def test_hidden_and_sorted_rows_keep_their_bars_and_links(desk: Board) -> None:
    one, two, three, _end = desk.fill()
    desk.services.plan.set_predecessors(desk.client, two, frozenset({one}))
    desk.services.plan.set_predecessors(desk.client, three, frozenset({two}))
    assert desk.chart.body.links.count == 2
    desk.services.plan.change(desk.client, [one], done=100)
    desk.page.filters.set_show("open")
    assert desk.chart.body.links.count == 1
    desk.page.filters.set_show("all")
    desk.table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    QTest.qWait(5)
    (link,) = [found for found in desk.chart.body.links.of(desk.row(two)) if found.before == desk.row(one)]
    assert link.after == desk.row(two)


def test_f1_lists_the_keys_of_both_halves(desk: Board) -> None:
    keys = {keys for keys, _words in desk.page.key_help()}
    assert {"Ctrl+← →", "Ctrl+Shift+← →", "Shift+← →", "L", "K", "T", "Alt+↑↓", "Ins"} <= keys
    desk.chart.focused.emit(True)
    assert "link to another bar" in desk.page.hints.text()
    desk.chart.focused.emit(False)
    assert "new task" in desk.page.hints.text()


def test_nothing_moves_in_a_workspace_that_is_read_only(desk: Board, tmp_path: Path) -> None:
    one, two, *_rest = desk.fill()
    desk.services.plan.set_predecessors(desk.client, two, frozenset({one}))
    second = open_workspace(desk.services.folder)
    assert second.read_only is not None
    shown = Board(second, desk.client, tmp_path / "second")
    try:
        shown.chart.show_day(date(2026, 12, 5))
        shown.pull(shown.at(one), shown.days(3))
        start = shown.at(one, Part.HANDLE)
        shown.pull(start, QPoint(8, 8), shown.at(two) - start)
        shown.page.show_row(one)
        for key, held in ((Qt.Key.Key_Right, CTRL), (Qt.Key.Key_L, PLAIN), (Qt.Key.Key_K, PLAIN)):
            shown.key(key, held)
        shown.key(Qt.Key.Key_Delete)
        assert not shown.chart.keys.linking
        assert shown.dates(one) == (7, 11)
        assert shown.before(two) == (one,)
        words = [action.text() for action in menu_of(shown.chart, shown.chart.keys).actions()]
        assert words == ["Go to today\tT"]
        assert shown.messages.last == ""
    finally:
        shown.host.close()
        shown.host.deleteLater()
        second.close()
