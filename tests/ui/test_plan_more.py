"""Page 2.1: effort and money of a task, the menu of the whole plan, templates, baseline and calendar file."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from builders import gaps, person
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog
from pytestqt.qtbot import QtBot
from test_plan_page import Desk, desk

from isodesk.domain.people import Role
from isodesk.services.plan import TaskKind
from isodesk.ui.dialogs.export_dates import ExportDatesDialog
from isodesk.ui.dialogs.plan_templates import KeepTemplateDialog, UseTemplateDialog
from isodesk.ui.dialogs.shift_plan import ShiftPlanDialog
from isodesk.ui.pages.plan.more import COMMANDS

__all__ = ["desk"]


def ask(desk: Desk, name: str) -> None:
    """Presses an entry of the menu."""
    actions = desk.page.buttons.more._menu.actions()
    action = actions[[key for key, _words in COMMANDS].index(name)]
    assert action.isEnabled(), name
    action.trigger()


def dialog(desk: Desk, kind: type[Any]) -> Any:
    return desk.page.findChildren(kind)[-1]


def ok(shown: Any) -> Any:
    return shown.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok)


def chosen(desk: Desk, title: str = "One") -> Any:
    [made] = desk.add(title)
    desk.page.show_row(made)
    desk.page.filters.details.setChecked(True)
    details = desk.page.strip.details
    details.more.setChecked(True)
    return details


def test_hours_and_money_are_typed_and_kept(desk: Desk) -> None:
    details = chosen(desk)
    for name, typed in (("effort_most", "20,5"), ("effort_actual", "6"), ("cost", "1 500"), ("cost_actual", "0")):
        control = details.figures.numbers[name]
        control.setFocus()
        control.selectAll()
        QTest.keyClicks(control, typed)
        QTest.keyClick(control, Qt.Key.Key_Return)
    task = desk.task("One")
    assert (task.effort_most, task.effort_actual, task.cost, task.cost_actual) == (20.5, 6.0, 1500.0, 0.0)

    least = details.figures.numbers["effort_least"]
    for typed, said in (("30", "more than the most"), ("much", "This is no number"), ("-2", "0 to 10,000")):
        least.setFocus()
        least.selectAll()
        QTest.keyClicks(least, typed)
        QTest.keyClick(least, Qt.Key.Key_Return)
        assert said in details.figures.fields["effort_least"].error()
        assert desk.task("One").effort_least is None
    least.selectAll()
    QTest.keyClick(least, Qt.Key.Key_Delete)
    QTest.keyClick(least, Qt.Key.Key_Return)


def test_dates_set_by_hand_can_be_released(desk: Desk) -> None:
    details = chosen(desk)
    assert details.release.isHidden()
    desk.services.plan.change(desk.client, [desk.task("One").id], due_on=date(2026, 12, 24))
    assert not details.release.isHidden()
    details.release.click()
    assert not desk.task("One").is_pinned
    assert details.release.isHidden()


def test_a_role_and_a_day_are_chosen(desk: Desk) -> None:
    details = chosen(desk)
    details.figures.role.set_value(Role.IT)
    details.figures.role.picked.emit(Role.IT)
    details.figures.not_before.setText("29.02.2028")
    details.figures.not_before.commit()
    assert (desk.task("One").role, desk.task("One").start) == (Role.IT, date(2028, 2, 29))


def test_a_milestone_takes_no_hours(desk: Desk) -> None:
    made = desk.services.plan.add(desk.client, "Stage", TaskKind.MILESTONE)
    desk.page.show_row(made)
    figures = desk.page.strip.details.figures
    assert not figures.fields["effort_most"].isEnabled()
    assert figures.fields["cost"].isEnabled()


def test_the_baseline_is_kept_told_and_removed(desk: Desk) -> None:
    details = chosen(desk)
    ask(desk, "keep-baseline")
    assert "as in the baseline" in details._state.words()
    desk.services.plan.shift(desk.client, 7)
    assert "5 working days later than the baseline" in details._state.words()
    ask(desk, "drop-baseline")
    assert "baseline" not in details._state.words()
    assert desk.messages.last == "The baseline was removed"


def test_a_task_for_each_clause_is_built_from_the_menu(desk: Desk, qtbot: QtBot) -> None:
    gaps(desk.services, desk.client, 8)
    with qtbot.waitSignal(desk.jobs.ended, timeout=5000):
        ask(desk, "build-clauses")
    qtbot.waitUntil(lambda: any("Close the gaps of clause" in title for title in desk.titles()))
    task = next(task for task in desk.tasks() if len(task.questions) > 1)
    desk.page.show_row(task.id)
    with qtbot.waitSignal(desk.page.place_requested) as asked:
        desk.page.strip.details.question.click()
    assert asked.args[0].row == task.questions[0]


def test_what_was_removed_comes_back_only_on_demand(desk: Desk, qtbot: QtBot) -> None:
    gaps(desk.services, desk.client, 3)
    desk.services.planning.build(desk.client)
    desk.services.plan.archive(desk.client, [desk.tasks()[0].id])
    before = len(desk.tasks())
    with qtbot.waitSignal(desk.jobs.ended, timeout=5000):
        desk.page.buttons.by_name["build"].click()
    assert desk.messages.last == "1 gap stays without a task, for its task was removed."
    with qtbot.waitSignal(desk.jobs.ended, timeout=5000):
        desk.messages._toast._act()
    qtbot.waitUntil(lambda: len(desk.tasks()) == before + 1)


def test_a_template_is_kept_renamed_used_and_removed(desk: Desk) -> None:
    person(desk.services, desk.client, "Петров", Role.HEAD)
    desk.add("One")
    ask(desk, "keep-template")
    shown = dialog(desk, KeepTemplateDialog)
    shown.name.setText(" ")
    ok(shown).click()
    assert shown.isVisible()
    assert shown.field.error().startswith("This field cannot be empty")
    shown.name.setText('Цех <&"')
    ok(shown).click()
    assert not shown.isVisible()

    ask(desk, "use-template")
    use = dialog(desk, UseTemplateDialog)
    assert "1 task or milestone" in use.about.text()
    use.name.setText("Другое имя")
    use.name.committed.emit("Другое имя")
    assert [view.name for view in desk.services.plan_templates.listed()] == ["Другое имя"]
    use.start.setText("29.02.2028")
    use.start.commit()
    ok(use).click()
    assert [task.start for task in desk.tasks()][-1] == date(2028, 2, 29)
    assert desk.messages.last == "1 task added to the plan"

    ask(desk, "use-template")
    use = dialog(desk, UseTemplateDialog)
    use.remove.click()
    assert desk.services.plan_templates.listed() == ()
    assert not ok(use).isEnabled()
    assert "There is no template yet" in use.about.text()


@pytest.mark.parametrize("name", ["dates.ics", "dates"])
def test_dates_are_saved_as_a_calendar_file(
    desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    desk.add("One")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(tmp_path / name), ""))
    ask(desk, "dates")
    shown = dialog(desk, ExportDatesDialog)
    assert shown.count.text() == "1 date"
    shown.remind.set_value(1)
    with qtbot.waitSignal(desk.jobs.ended, timeout=5000):
        ok(shown).click()
    qtbot.waitUntil(lambda: desk.messages.last == "Saved as “dates.ics”: 1 date.")
    content = (tmp_path / "dates.ics").read_bytes()
    assert content.count(b"BEGIN:VALARM") == 1


def test_shifting_can_leave_dates_set_by_hand(desk: Desk) -> None:
    desk.add("One")
    [fixed] = desk.add("Two")
    desk.services.plan.change(desk.client, [fixed], due_on=date(2026, 12, 24))
    before = desk.task("Two").start
    desk.page.deeds.do("shift")
    shown = dialog(desk, ShiftPlanDialog)
    shown.by_hand.click()
    assert shown.outcome.text().startswith("1 open task moves")
    ok(shown).click()
    assert desk.task("Two").start == before
    assert desk.task("One").start == date(2026, 11, 30)


def test_a_read_only_plan_offers_the_calendar_file_only(desk: Desk) -> None:
    desk.add("One")
    desk.page.buttons.allow(read_only=True, tasks=True, open_tasks=True, baseline=True)
    enabled = [
        key
        for (key, _words), action in zip(COMMANDS, desk.page.buttons.more._menu.actions(), strict=True)
        if action.isEnabled()
    ]
    assert enabled == ["dates"]
