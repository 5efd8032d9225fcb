"""Scheduling from page 2.1: the dialog shows what moves and what does not fit; setting the dates is one step."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from builders import person
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from test_plan_page import Desk

from isodesk.domain.arranging import Direction
from isodesk.domain.keys import ClientId
from isodesk.services.workspace import Services, open_workspace
from isodesk.ui.dialogs.calendar_days import CalendarDaysDialog
from isodesk.ui.dialogs.schedule_plan import SchedulePlanDialog

MONDAY = date(2026, 11, 23)


@pytest.fixture
def desk(services: Services, client: ClientId, tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(services, client, tmp_path)
    qtbot.addWidget(made.host)
    yield made
    made.jobs.shut_down()


def opened(desk: Desk, qtbot: QtBot) -> SchedulePlanDialog:
    desk.page.buttons.by_name["schedule"].click()
    dialog = desk.page.findChild(SchedulePlanDialog)
    assert dialog is not None
    answered(dialog, qtbot)
    return dialog


def answered(dialog: SchedulePlanDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: dialog.proposal is not None, timeout=10_000)


def test_setting_the_dates_moves_tasks_in_one_step_with_the_way_back(desk: Desk, qtbot: QtBot) -> None:
    anna = person(desk.services, desk.client, "Anna")
    one, two = desk.add("One", "Two")
    desk.services.plan.change(desk.client, [one, two], owner_id=anna)
    before = desk.task("Two").start
    dialog = opened(desk, qtbot)
    assert dialog.outcome.text() == "2 tasks move; the work ends on 2 Dec 2026."
    assert dialog.misfits.lines() == []
    assert desk.task("Two").start == before

    QTest.keyClick(dialog.day, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.messages.last == "2 tasks moved")
    assert sorted(str(desk.task(title).start) for title in ("One", "Two")) == ["2026-11-23", "2026-11-27"]
    desk.services.history.undo()
    assert desk.task("One").start == desk.task("Two").start == before


def test_each_choice_gives_a_new_proposal(desk: Desk, qtbot: QtBot) -> None:
    desk.services.clients.change(desk.client, target_on=date(2027, 1, 29))
    anna = person(desk.services, desk.client, "Anna")
    (one,) = desk.add("One")
    desk.services.plan.change(desk.client, [one], owner_id=anna, effort=40)
    dialog = opened(desk, qtbot)
    assert "18 Dec 2026" in dialog.outcome.text()
    assert dialog.country.value() == "RU"

    dialog.direction.setCurrentIndex(1)
    dialog.direction.activated.emit(1)
    answered(dialog, qtbot)
    assert dialog.wish().direction is Direction.BACKWARD
    assert "29 Jan 2027. That leaves 0 working days in reserve." in dialog.outcome.text()

    dialog.day.setText("01.12.2026")
    dialog.day.commit()
    answered(dialog, qtbot)
    assert dialog.misfits.lines() == [
        (
            "The target cannot be met: the last task, “One”, ends 13 working days after it. "
            "Move the target, plan more hours a week, or take work out of the plan."
        )
    ]

    dialog.day.set_value(None)
    dialog.ask()
    qtbot.waitUntil(lambda: dialog.proposal is not None)  # the target of the client stands in
    desk.services.clients.change(desk.client, target_on=None)
    dialog.ask()
    qtbot.waitUntil(lambda: dialog.day_field.error() != "")
    assert dialog.day_field.error() == "No target date is set. Enter the day the certificate is wanted by."
    assert not dialog.box.button(dialog.box.StandardButton.Ok).isEnabled()


def test_dates_set_by_hand_move_only_where_that_is_asked_for(desk: Desk, qtbot: QtBot) -> None:
    (one,) = desk.add("One")
    desk.services.plan.change(desk.client, [one], start_on=date(2026, 12, 14), due_on=date(2026, 12, 14))
    dialog = opened(desk, qtbot)
    assert dialog.note.text() == "1 task keeps its dates, which were set by hand."
    assert dialog.misfits.lines() == [
        (
            "The dates of “One”, set by hand, are 3 working days too short for its hours. "
            "Lengthen them or lower the hours."
        ),
        "1 task has nobody: “One”. Choose who is responsible.",
    ]
    assert not dialog.box.button(dialog.box.StandardButton.Ok).isEnabled()
    dialog.pinned.click()
    answered(dialog, qtbot)
    assert dialog.outcome.text().startswith("1 task moves; the work ends on 26 Nov 2026.")
    dialog.accept()
    assert desk.task("One").start == MONDAY


def test_the_forecast_is_worked_out_beside_the_window(desk: Desk, qtbot: QtBot) -> None:
    anna = person(desk.services, desk.client, "Anna")
    (one,) = desk.add("Write <all>")
    desk.services.plan.change(desk.client, [one], owner_id=anna, effort=60)
    dialog = opened(desk, qtbot)
    dialog.forecast.button.click()
    qtbot.waitUntil(lambda: dialog.forecast.words.text().startswith("50 % chance of being ready by"), timeout=10_000)
    assert dialog.forecast.drivers.text() == "Most hangs on: Write <all>."
    qtbot.waitUntil(dialog.forecast.button.isEnabled)
    dialog.ask()
    assert dialog.forecast.drivers.text() == ""
    answered(dialog, qtbot)
    dialog.forecast.button.click()
    dialog.reject()  # nobody waits for it
    qtbot.waitUntil(lambda: not desk.jobs.running)
    assert desk.task("Write <all>").effort == 60


def test_own_days_are_entered_and_taken_away_by_keys(desk: Desk, qtbot: QtBot) -> None:
    dialog = CalendarDaysDialog(desk.case, desk.host)
    dialog.show()
    QTest.keyClick(dialog.first, Qt.Key.Key_Return)
    assert dialog.fields["first"].error() == "Enter a day."
    for text, key in (("24.12.2026", dialog.first), ("28.12.2026", dialog.last)):
        key.setText(text)
        key.commit()
    dialog.name.setText("Остановка <b> 🎄")
    dialog.add.click()
    assert [str(own.day) for own in dialog.model.rows()] == ["2026-12-24", "2026-12-25", "2026-12-28"]
    assert dialog.first.value() is dialog.last.value() is None

    dialog.first.set_value(date(2026, 12, 24))
    dialog.add.click()
    assert dialog.fields["first"].error() == "These days are free already. Choose other days."
    dialog.table.selectRow(1)
    QTest.keyClick(dialog.table, Qt.Key.Key_Delete)
    assert [str(own.day) for own in desk.services.calendar.own_days(desk.client)] == ["2026-12-24", "2026-12-28"]
    dialog.close()


def test_own_days_change_the_proposal(desk: Desk, qtbot: QtBot) -> None:
    desk.add("One")
    dialog = opened(desk, qtbot)
    dialog.days.click()
    days = dialog.findChild(CalendarDaysDialog)
    assert days is not None
    days.first.set_value(MONDAY)
    days.add.click()
    days.accept()
    answered(dialog, qtbot)
    assert dialog.days.text() == "Own days of the calendar: 1…"
    assert dialog.proposal is not None
    assert dialog.proposal.moves[0].after.start == date(2026, 11, 24)
    dialog.reject()


def test_a_circle_is_said_in_the_dialog(desk: Desk, qtbot: QtBot) -> None:
    from isodesk.storage.tables import TaskLinkRow

    one, two = desk.add("One", "Two")
    with desk.services.workshop.write() as work:
        work.session.add(TaskLinkRow(predecessor_id=one, successor_id=two))
        work.session.add(TaskLinkRow(predecessor_id=two, successor_id=one))
    desk.page.buttons.by_name["schedule"].click()
    dialog = desk.page.findChild(SchedulePlanDialog)
    qtbot.waitUntil(lambda: "wait for one another" in dialog.outcome.text(), timeout=10_000)
    assert not dialog.box.button(dialog.box.StandardButton.Ok).isEnabled()
    dialog.reject()


def test_a_plan_that_is_only_read_is_not_scheduled(
    services: Services, client: ClientId, tmp_path: Path, qtbot: QtBot
) -> None:
    services.plan.add(client, "One")
    reader = open_workspace(services.folder, actor="reader")
    desk = Desk(reader, client, tmp_path)
    qtbot.addWidget(desk.host)
    assert not desk.page.buttons.by_name["schedule"].isEnabled()
    dialog = CalendarDaysDialog(desk.case, desk.host)
    assert not dialog.add.isEnabled()
    reader.close()
