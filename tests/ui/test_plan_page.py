"""Page 2.1: the plan is built, typed into, moved, filtered and undone; table and time axis stay beside each other."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from builders import gaps, person
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from isodesk.domain.conformity import Conformity
from isodesk.domain.journey import Page
from isodesk.domain.keys import ClientId, TaskId
from isodesk.services.plan import TaskKind
from isodesk.services.workspace import Services, open_workspace
from isodesk.ui import speech
from isodesk.ui.bridge import Bridge
from isodesk.ui.case import Case, Place
from isodesk.ui.dialogs.shift_plan import ShiftPlanDialog
from isodesk.ui.dialogs.waits_for import WaitsForDialog
from isodesk.ui.jobs import JobRunner
from isodesk.ui.messages import Messages
from isodesk.ui.models.tasks import FIELDS
from isodesk.ui.pages.plan import PlanPage
from isodesk.ui.preferences import Preferences
from isodesk.ui.widgets.choice_field import ChoiceField
from isodesk.ui.widgets.date_field import DateField
from isodesk.wording import MILESTONES

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


class Desk:
    """The page on a host window, and short ways to what it shows."""

    def __init__(self, services: Services, client: ClientId, folder: Path) -> None:
        self.host = QWidget()
        self.host.resize(1200, 760)
        self.services, self.client = services, client
        self.jobs = JobRunner(self.host)
        self.messages = Messages(self.host)
        self.preferences = Preferences(folder / "settings.json", self.host)
        bridge = Bridge(services.bus, self.host)
        self.case = Case(services, client, bridge, self.jobs, self.messages, self.preferences)
        self.page = PlanPage(self.case, self.host)
        self.page.resize(1200, 760)
        self.host.show()
        self.page.enter()

    @property
    def table(self) -> Any:
        return self.page.board.table

    def tasks(self) -> Any:
        return self.services.plan.tasks(self.client, "en")

    def task(self, title: str) -> Any:
        return next(task for task in self.tasks() if task.title == title)

    def titles(self) -> list[str]:
        return [line.title for line in self.page.board.model.rows() if line.task]

    def add(self, *titles: str) -> list[TaskId]:
        return [self.services.plan.add(self.client, title) for title in titles]

    def choose(self, *tasks: TaskId) -> None:
        self.page.show_row(tasks[0])
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for task in tasks:
            row = self.page.board.model.row_of(task)
            self.table.selectionModel().select(self.page.board.model.index(row, 0), flags)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.table, key, held)

    def editor(self, task: TaskId, field: str) -> Any:
        """Opens the editor of a cell."""
        self.page.show_row(task)
        before = set(self.table.viewport().children())
        self.page.board.edit(field)
        made = [child for child in self.table.viewport().children() if child not in before and child.isWidgetType()]
        assert len(made) == 1, f"no editor for {field}"
        return made[0]


@pytest.fixture
def desk(services: Services, client: ClientId, tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    shown = Desk(services, client, tmp_path)
    yield shown
    shown.jobs.shut_down()
    shown.case.bridge.close()
    shown.host.close()
    shown.host.deleteLater()
    QTest.qWait(1)


def test_an_empty_plan_is_built_from_the_gaps_and_taken_back(desk: Desk, qtbot: QtBot) -> None:
    gaps(desk.services, desk.client, 3)
    page = desk.page
    assert page.board.stack.currentWidget() is page.board.empty
    with qtbot.waitSignal(desk.jobs.ended, timeout=5000):
        page.board.empty.action_requested.emit()
    qtbot.waitUntil(lambda: len(desk.titles()) == 3 + len(MILESTONES))
    assert page.board.stack.currentWidget() is page.board.splitter
    assert desk.messages.last == "3 tasks added to the plan"
    desk.messages._toast._act()
    assert desk.titles() == []
    assert page.board.stack.currentWidget() is page.board.empty


def test_without_gaps_the_empty_plan_leads_to_the_assessment(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.page.place_requested) as asked:
        desk.page.board.empty.action_requested.emit()
    assert asked.args == [Place(Page.GAP)]


def test_building_again_says_that_nothing_was_added(desk: Desk, qtbot: QtBot) -> None:
    desk.add("One")
    with qtbot.waitSignal(desk.jobs.ended, timeout=5000):
        desk.page.buttons.by_name["build"].click()
    assert desk.messages.last == "Every gap has its task already; nothing was added."


def test_the_head_counts_gaps_that_have_no_task(desk: Desk) -> None:
    first, *_others = gaps(desk.services, desk.client, 3)
    desk.services.planning.build(desk.client)
    assert desk.page.head._missing == (
        ("unowned", "3 tasks without a responsible person"),
        ("roles", "Nobody holds the role: Head"),
    )
    desk.services.assessment.record(desk.client, first.key, Conformity.CONFORMS)
    last = desk.tasks()[2]
    desk.services.plan.archive(desk.client, [last.id])
    assert ("gaps", "1 gap without a task") in desk.page.head._missing
    desk.services.assessment.record(desk.client, last.question, Conformity.CONFORMS)
    assert desk.page.head._missing[0] == ("unowned", "2 tasks without a responsible person")


def aligned(desk: Desk) -> None:
    """Row by row, the bar beside a line is the line's own, at the same height."""
    board = desk.page.board
    rows = board.model.rows()
    bars = board.chart.body.lines
    assert len(bars) == len(rows)
    for row, (line, bar) in enumerate(zip(rows, bars, strict=True)):
        assert (bar is None) == (line.due is None)
        if bar is not None:
            assert bar.due == line.due
            assert bar.label.endswith(line.title)
        top = board.table.rowViewportPosition(row)
        assert top == row * board.chart.body.row - board.chart.verticalScrollBar().value()
    head = board.table.viewport().mapToGlobal(board.table.viewport().rect().topLeft()).y()
    assert board.chart.viewport().mapToGlobal(board.chart.viewport().rect().topLeft()).y() == head


def test_rows_and_bars_stay_beside_each_other(desk: Desk, qtbot: QtBot) -> None:
    gaps(desk.services, desk.client, 40)
    desk.services.planning.build(desk.client)
    (undated,) = desk.add("Without a date")
    desk.services.plan.change(desk.client, [undated], start_on=None, due_on=None)
    qtbot.wait(10)
    aligned(desk)
    desk.table.verticalScrollBar().setValue(333)
    aligned(desk)
    desk.page.board.chart.verticalScrollBar().setValue(120)
    assert desk.table.verticalScrollBar().value() == 120
    for column in ("title", "due_on", "done"):
        desk.table.sortByColumn(FIELDS.index(column), Qt.SortOrder.DescendingOrder)
        qtbot.wait(10)
        assert all(line.task for line in desk.page.board.model.rows())
        aligned(desk)
    assert desk.page.board.chart.body.lines.count(None) == 1
    desk.table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
    qtbot.wait(10)
    assert not all(line.task for line in desk.page.board.model.rows())
    aligned(desk)


def test_the_current_bar_comes_into_sight(desk: Desk, qtbot: QtBot) -> None:
    one, two = desk.add("One", "Two")
    desk.services.plan.change(desk.client, [two], start_on=date(2027, 11, 1), due_on=date(2027, 11, 5))
    chart = desk.page.board.chart
    desk.page.show_row(one)
    assert chart.horizontalScrollBar().value() < chart.axis().x(date(2026, 11, 23))
    desk.page.show_row(two)
    place = chart.axis().x(date(2027, 11, 1)) - chart.horizontalScrollBar().value()
    assert 0 <= place <= chart.viewport().width()


def test_a_section_folds_and_its_task_unfolds_it(desk: Desk) -> None:
    gaps(desk.services, desk.client, 5)
    desk.services.planning.build(desk.client)
    first = desk.tasks()[0]
    every = len(desk.titles())
    desk.table.setCurrentIndex(desk.page.board.model.index(0, 1))
    desk.press(Qt.Key.Key_Space)
    assert len(desk.titles()) < every
    assert desk.page.board.model.at(0).folded
    desk.page.show_row(first.id)
    assert len(desk.titles()) == every
    assert desk.page.current_row() == first.id


def test_digits_set_progress_only_where_single_keys_are_wanted(desk: Desk) -> None:
    one, two = desk.add("One", "Two")
    desk.choose(one, two)
    desk.press(Qt.Key.Key_3)
    assert [task.done for task in desk.tasks()] == [75, 75]
    desk.services.history.undo()
    assert [task.done for task in desk.tasks()] == [0, 0]
    desk.preferences.update(single_keys=False)
    desk.press(Qt.Key.Key_3)
    assert [task.done for task in desk.tasks()] == [0, 0]
    desk.press(Qt.Key.Key_Return, CTRL)
    assert [task.done for task in desk.tasks()] == [100, 100]


def test_del_removes_with_a_way_back(desk: Desk) -> None:
    one, two, three = desk.add("One", "Two", "Three")
    desk.page.show_row(two)
    desk.press(Qt.Key.Key_Delete)
    assert desk.titles() == ["One", "Three"]
    assert desk.page.current_row() == three
    assert desk.messages.last == "1 task removed"
    desk.messages._toast._act()
    assert desk.titles() == ["One", "Two", "Three"]
    assert one


def test_alt_and_arrows_move_within_a_section_only(desk: Desk) -> None:
    """U36."""
    gaps(desk.services, desk.client, 4)
    desk.services.planning.build(desk.client)
    desk.add("Own one", "Own two")
    last_of_section = [task for task in desk.tasks() if task.clause][-1]
    before = [task.id for task in desk.tasks()]
    desk.page.show_row(last_of_section.id)
    desk.press(Qt.Key.Key_Down, ALT)
    assert [task.id for task in desk.tasks()] == before
    desk.page.show_row(desk.task("Own two").id)
    desk.press(Qt.Key.Key_Up, ALT)
    assert desk.titles()[-2:] == ["Own two", "Own one"]
    assert desk.page.current_row() == desk.task("Own two").id
    desk.table.sortByColumn(FIELDS.index("title"), Qt.SortOrder.AscendingOrder)
    desk.press(Qt.Key.Key_Up, ALT)
    assert "sorted" in desk.messages.last


def test_ins_adds_a_task_and_asks_for_its_name(desk: Desk, qtbot: QtBot) -> None:
    desk.add("One")
    desk.page.show_row(desk.tasks()[0].id)
    desk.press(Qt.Key.Key_Insert)
    assert desk.table.is_editing()
    editor = desk.table.viewport().findChild(QLineEdit)
    assert editor.selectedText() == "New task"
    editor.setText('<b>Закупки</b> & "договор"')
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.titles() == ["One", '<b>Закупки</b> & "договор"'])
    assert not desk.table.is_editing()


def test_a_milestone_has_one_day_and_no_hours(desk: Desk, qtbot: QtBot) -> None:
    made = desk.services.plan.add(desk.client, "Audit", TaskKind.MILESTONE)
    model = desk.page.board.model
    for field in ("start_on", "effort"):
        assert not model.flags(model.index(model.row_of(made), FIELDS.index(field))) & Qt.ItemFlag.ItemIsEditable
    editor = desk.editor(made, "due_on")
    editor.setText("26.11.2026")
    desk.table.commitData(editor)
    assert (desk.tasks()[0].start, desk.tasks()[0].due) == (date(2026, 11, 26), date(2026, 11, 26))


@pytest.mark.parametrize(
    ("field", "typed", "kept"),
    [
        ("title", "Two", "Two"),
        ("due", "27.11.2026", date(2026, 11, 27)),
        ("effort", "12,5", 12.5),
        ("done", "40 %", 40),
    ],
)
def test_cells_are_typed_into(desk: Desk, qtbot: QtBot, field: str, typed: str, kept: object) -> None:
    (one,) = desk.add("One")
    editor = desk.editor(one, "due_on" if field == "due" else field)
    editor.setText(typed)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not desk.table.is_editing())
    assert getattr(desk.tasks()[0], field) == kept
    qtbot.waitUntil(lambda: getattr(desk.page.board.model.at(1).task, field) == kept)


def test_a_task_that_no_longer_passes_the_filter_goes_after_its_editor(desk: Desk, qtbot: QtBot) -> None:
    one, _two = desk.add("One", "Two")
    desk.page.filters.set_show("open")
    editor = desk.editor(one, "done")
    editor.setText("100")
    desk.table.commitData(editor)
    assert desk.task("One").done == 100
    assert desk.titles() == ["One", "Two"]
    desk.table.closeEditor(editor, desk.page.board.delegate.EndEditHint.NoHint)
    qtbot.waitUntil(lambda: desk.titles() == ["Two"])


def test_leaving_a_cell_keeps_what_was_typed_and_esc_does_not(desk: Desk, qtbot: QtBot) -> None:
    (one,) = desk.add("One")
    editor = desk.editor(one, "title")
    editor.setText("Two")
    desk.page.filters.search.setFocus()
    desk.page.leave()
    qtbot.waitUntil(lambda: desk.titles() == ["Two"])
    editor = desk.editor(one, "title")
    editor.setText("Three")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    qtbot.wait(10)
    assert desk.tasks()[0].title == "Two"


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("done", "150", "Progress goes from 0 to 100 percent."),
        ("done", "half", "This is no number."),
        ("effort", "nan", "Effort goes from 0"),
        ("due_on", "31.02.2026", "This is no date."),
        ("title", " ", "This field cannot be empty."),
    ],
)
def test_what_cannot_be_is_refused_on_the_page_without_a_dialog(
    desk: Desk, qtbot: QtBot, field: str, typed: str, said: str
) -> None:
    (one,) = desk.add("One")
    before = desk.tasks()
    editor = desk.editor(one, field)
    editor.setText(typed)
    desk.table.commitData(editor)
    assert desk.tasks() == before
    assert desk.page.banner.isVisible()
    assert said in desk.page.banner.text()
    desk.table.closeEditor(editor, desk.page.board.delegate.EndEditHint.NoHint)
    desk.press(Qt.Key.Key_2)
    assert not desk.page.banner.isVisible()


def test_a_person_is_chosen_in_the_cell(desk: Desk, qtbot: QtBot) -> None:
    who = person(desk.services, desk.client, "<i>Ёлкина</i> & Co")
    (one,) = desk.add("One")
    editor = desk.editor(one, "owner_id")
    assert isinstance(editor, ChoiceField)
    assert editor.accessibleName() == "Responsible"
    editor.setCurrentIndex(1)
    editor.activated.emit(1)
    qtbot.waitUntil(lambda: not desk.table.is_editing())
    assert desk.tasks()[0].owner == who
    qtbot.waitUntil(lambda: desk.page.board.model.at(1).task.owner_name == "<i>Ёлкина</i> & Co")


def test_an_editor_of_a_date_offers_a_calendar(desk: Desk) -> None:
    (one,) = desk.add("One")
    editor = desk.editor(one, "start_on")
    assert isinstance(editor, DateField)
    assert editor.value() == desk.tasks()[0].start


def test_many_tasks_change_in_one_step(desk: Desk) -> None:
    who = person(desk.services, desk.client)
    one, two, _three = desk.add("One", "Two", "Three")
    desk.choose(one, two)
    several = desk.page.strip.several
    assert several.isVisible()
    assert not desk.page.strip.details.isVisible()
    several.owner.set_value(who)
    several.owner.picked.emit(who)
    assert [task.owner for task in desk.tasks()] == [who, who, None]
    several.due.setText("18.12.2026")
    several.due.commit()
    assert [task.due for task in desk.tasks()][:2] == [date(2026, 12, 18)] * 2
    desk.services.history.undo()
    desk.services.history.undo()
    assert [task.owner for task in desk.tasks()] == [None, None, None]
    assert {row.row() for row in desk.table.selectionModel().selectedRows()} == {1, 2}


def test_a_circle_is_refused_in_the_dialog(desk: Desk, qtbot: QtBot) -> None:
    one, two = desk.add("One", "Two")
    desk.services.plan.set_predecessors(desk.client, two, frozenset({one}))
    desk.page.show_row(one)
    desk.page.strip.details.choose.click()
    dialog = desk.page.findChild(WaitsForDialog)
    dialog.tasks.set_checked({two})
    dialog.accept()
    assert dialog.isVisible()
    assert "wait for one another" in dialog.error.text()
    assert desk.task("One").predecessors == ()
    dialog.tasks.set_checked(())
    dialog.accept()
    assert not dialog.isVisible()
    assert desk.page.board.model.at(desk.page.board.model.row_of(two)).waits == "1"


def test_the_goal_is_measured_in_working_days(desk: Desk) -> None:
    (one,) = desk.add("One")
    desk.services.plan.change(desk.client, [one], due_on=date(2026, 11, 27))
    assert desk.page.goal.text() == "No target date for the certificate."
    desk.services.clients.change(desk.client, target_on=date(2026, 12, 1))
    assert desk.page.goal.text() == "Goal: certificate 1 Dec 2026 2 working days in reserve"
    desk.services.clients.change(desk.client, target_on=date(2026, 11, 26))
    assert desk.page.goal.text().endswith("1 working day late")
    desk.services.plan.change(desk.client, [one], done=100)
    assert desk.page.goal.text() == "Goal: certificate 26 Nov 2026"


def test_overdue_is_said_in_words_and_by_a_sign(desk: Desk) -> None:
    (one,) = desk.add("One")
    desk.services.plan.change(desk.client, [one], start_on=date(2026, 11, 17), due_on=date(2026, 11, 19))
    line = desk.page.board.model.at(1)
    assert line.late == 4
    model = desk.page.board.model
    state = model.index(1, FIELDS.index("state"))
    assert state.data() == "overdue by 4 days"
    assert desk.page.board.model.columns[FIELDS.index("due_on")].sign(line).icon == "warning"
    desk.page.show_row("overdue")
    assert desk.titles() == ["One"]
    desk.services.plan.change(desk.client, [one], done=100)
    assert desk.titles() == []


def test_the_search_finds_whatever_the_case_and_is_never_broken(desk: Desk) -> None:
    desk.add("Ёмкости учесть", "Закупки")
    filters, board = desk.page.filters, desk.page.board

    def search(text: str) -> list[str]:
        filters.search.setText(text)
        filters.search._tell()
        return desk.titles()

    assert search("ЕМКОСТИ") == ["Ёмкости учесть"]
    for text in ('"', "a OR", "NEAR(", "*", "%_", "\\"):
        search(text)
    assert search("нет такого") == []
    assert board.stack.currentWidget() is board._nothing
    board._nothing.action_requested.emit()
    assert len(desk.titles()) == 2
    assert filters.search.text() == ""


def test_filters_by_state_and_person(desk: Desk) -> None:
    who = person(desk.services, desk.client)
    one, two = desk.add("One", "Two")
    desk.services.plan.change(desk.client, [one], owner_id=who, done=100)
    filters = desk.page.filters
    for show, left in (("open", ["Two"]), ("done", ["One"]), ("unowned", ["Two"]), ("all", ["One", "Two"])):
        filters.set_show(show)
        assert desk.titles() == left, show
    filters.owner.set_value(who)
    filters.owner.picked.emit(who)
    assert desk.titles() == ["One"]
    desk.page.show_row(two)
    assert desk.page.current_row() == two


def test_what_is_typed_below_is_kept_and_never_overwritten(desk: Desk, qtbot: QtBot) -> None:
    one, two = desk.add("One", "Two")
    desk.page.show_row(one)
    desk.page.filters.details.setChecked(True)
    details = desk.page.strip.details
    desk.host.activateWindow()
    details.note.setFocus()
    details.note.insertPlainText("half a sen")
    desk.services.plan.change(desk.client, [two], done=50)
    assert details.note.value() == "half a sen"
    desk.page.board.go_to(two)
    assert desk.task("One").note == "half a sen"
    assert details.note.value() == ""
    details.title.setText(" ")
    details.title.commit()
    assert "cannot be empty" in details._fields["title"].error()
    assert desk.task("Two")


def test_the_question_behind_a_task_is_one_key_away(desk: Desk, qtbot: QtBot) -> None:
    (gap,) = gaps(desk.services, desk.client, 1)
    desk.services.planning.build(desk.client)
    with qtbot.waitSignal(desk.page.help_changed) as told:
        desk.page.show_row(desk.tasks()[0].id)
    assert told.args[0].clause == gap.clause
    with qtbot.waitSignal(desk.page.place_requested) as asked:
        desk.page.strip.details.question.click()
    assert asked.args == [Place(Page.GAP, gap.key)]


def test_shifting_asks_by_how_much(desk: Desk, qtbot: QtBot) -> None:
    one, _two = desk.add("One", "Two")
    desk.services.plan.change(desk.client, [one], start_on=date(2026, 12, 1), due_on=date(2026, 12, 2), done=100)
    desk.page.deeds.do("shift")
    dialog = desk.page.findChild(ShiftPlanDialog)
    assert dialog.days() == 7
    assert dialog.outcome.text() == "1 open task moves; the first one begins on 30 Nov 2026."
    dialog.to.setChecked(True)
    dialog.start.setText("21.12.2026")
    dialog.start.commit()
    assert dialog.days() == 28
    dialog.accept()
    assert desk.task("Two").start == date(2026, 12, 21)
    assert desk.task("One").start == date(2026, 12, 1)
    assert desk.messages.last == "1 task moved"


def test_printing_and_widths_are_asked_and_kept(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    desk.add("One")
    with qtbot.waitSignal(desk.page.print_requested) as asked:
        desk.page.buttons.by_name["print"].click()
    assert asked.args == ["plan", ""]
    desk.table.setColumnWidth(1, 333)
    desk.table.save_layout()
    desk.page.board.chart.zoom_by(1)
    desk.page.filters.details.click()
    wanted = desk.page.filters.details.isChecked()
    again = PlanPage(desk.case, desk.host)
    assert again.board.table.columnWidth(1) == 333
    assert again.board.chart.zoom() == "week"
    assert again.filters.details.isChecked() == wanted


def test_another_language_changes_every_word(desk: Desk, dressed: QApplication) -> None:
    gaps(desk.services, desk.client, 2)
    desk.services.planning.build(desk.client)
    english = desk.titles()
    try:
        speech.set_language(dressed, "ru")
        assert len(desk.titles()) == len(english)
        assert not set(desk.titles()) & set(english)
    finally:
        speech.set_language(dressed, "en")
    assert desk.titles() == english


def test_a_read_only_workspace_can_only_be_looked_at(desk: Desk, tmp_path: Path) -> None:
    (one,) = desk.add("One")
    second = open_workspace(desk.services.folder)
    assert second.read_only is not None
    shown = Desk(second, desk.client, tmp_path / "second")
    try:
        assert shown.titles() == ["One"]
        shown.page.show_row(one)
        shown.press(Qt.Key.Key_3)
        shown.press(Qt.Key.Key_Delete)
        shown.page.board.edit("title")
        assert not shown.table.is_editing()
        for name in ("build", "add", "milestone"):
            assert not shown.page.buttons.by_name[name].isEnabled(), name
        assert shown.page.buttons.by_name["print"].isEnabled()
        assert shown.tasks()[0].done == 0
    finally:
        shown.host.close()
        shown.host.deleteLater()
        second.close()
