"""Page 2.2: a policy beside what it has to hold, objectives that save themselves, values, tasks; and the order on 1.3."""

from collections.abc import Iterator
from datetime import timedelta
from typing import cast

import pytest
from builders import person, process
from cases import shown_page
from conftest import NOON
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from isodesk.domain.journey import Page
from isodesk.domain.keys import ClientId, ObjectiveId
from isodesk.domain.policy import Commitment
from isodesk.services.objectives import ObjectiveView
from isodesk.services.workspace import Services, open_workspace
from isodesk.ui.case import Place
from isodesk.ui.dialogs.usual_objectives import UsualObjectivesDialog
from isodesk.ui.models import objectives as columns
from isodesk.ui.models.rows import DISPLAY, SIGN
from isodesk.ui.pages.objectives import ObjectivesPage
from isodesk.ui.pages.team import TeamPage
from isodesk.ui.widgets.date_field import DateField
from isodesk.ui.widgets.text_field import TextArea, TextField

TODAY = NOON.date()
KEYS = Qt.Key


@pytest.fixture
def page(services: Services, client: ClientId, qtbot: QtBot) -> Iterator[ObjectivesPage]:
    with shown_page(ObjectivesPage, services, client) as made:
        qtbot.waitUntil(made.window().isActiveWindow)
        yield cast("ObjectivesPage", made)


@pytest.fixture
def aim(services: Services, client: ClientId, page: ObjectivesPage) -> ObjectiveId:
    made = services.objectives.add(client, "Less scrap")
    page.refresh()
    return made


def only(services: Services, client: ClientId) -> ObjectiveView:
    (view,) = services.objectives.listed(client)
    return view


def type_into(page: ObjectivesPage, name: str, text: str) -> None:
    """As a person does: goes there, replaces what stands there, leaves with Tab."""
    control = page.objectives.card.form.fields[name].control
    control.setFocus()
    QTest.keyClick(control, KEYS.Key_A, Qt.KeyboardModifier.ControlModifier)
    if isinstance(control, QPlainTextEdit):
        control.insertPlainText(text)
    elif isinstance(control, TextField | DateField):
        control.insert(text)
    QTest.keyClick(control, KEYS.Key_Tab)


def cells(page: ObjectivesPage, row: int = 0) -> list[str]:
    model = page.objectives.model
    return [str(model.index(row, column).data(DISPLAY)) for column in range(model.columnCount())]


def click(target: QWidget) -> None:
    QTest.mouseClick(target, Qt.MouseButton.LeftButton)


def missing(page: ObjectivesPage) -> list[tuple[object, str]]:
    return list(page.head._missing)


def test_an_empty_page_says_how_to_begin(page: ObjectivesPage) -> None:
    assert page.objectives._empty.isVisibleTo(page)
    assert not page.objectives.table.isVisibleTo(page)
    assert not page.objectives.card.isVisibleTo(page)
    assert page.policy.card.isVisibleTo(page)
    assert [words for _key, words in missing(page)] == ["Policy", "Objectives"]


def test_the_proposal_goes_into_the_empty_field_alone(
    page: ObjectivesPage, services: Services, client: ClientId
) -> None:
    click(page.policy.propose_button)
    text = services.objectives.policy(client).text
    assert "ООО «Вектор»" in text
    area = page.policy.form.fields["text"].control
    assert isinstance(area, TextArea)
    assert area.toPlainText() == text
    assert area.hasFocus()
    assert not page.policy.propose_button.isVisibleTo(page)
    services.objectives.write_policy(client, text="Our own")
    page.policy.propose()
    assert services.objectives.policy(client).text == "Our own"
    services.history.undo()
    services.history.undo()
    assert services.objectives.policy(client).text == ""
    assert page.policy.propose_button.isVisibleTo(page)


def test_signs_follow_the_text(page: ObjectivesPage, services: Services, client: ClientId) -> None:
    lines = page.policy.commitments.lines
    assert [c for c, line in lines.items() if line.isVisibleTo(page)] == list(services.objectives.policy(client).asked)
    assert {line.found for line in lines.values()} == {None}
    services.objectives.write_policy(client, text="We set objectives.")
    assert lines[Commitment.FRAME].found is True
    assert lines[Commitment.IMPROVEMENT].found is False
    assert "not found" in lines[Commitment.IMPROVEMENT].words.accessibleName()
    services.adoptions.add(client, "iso-14001-2026")
    assert lines[Commitment.ENVIRONMENT].isVisibleTo(page)


def test_each_commitment_says_why(page: ObjectivesPage) -> None:
    line = page.policy.commitments.lines[Commitment.FRAME]
    assert not line.reason.isVisibleTo(page)
    click(line.why)
    assert line.reason.isVisibleTo(page)
    assert "6.2" in line.reason.text()
    click(line.why)
    assert not line.reason.isVisibleTo(page)


def test_an_approved_policy_is_folded_away_and_can_be_unfolded(
    services: Services, client: ClientId, qtbot: QtBot
) -> None:
    services.objectives.write_policy(client, text="Ours", approved_on=TODAY)
    with shown_page(ObjectivesPage, services, client) as made:
        page = cast("ObjectivesPage", made)
        qtbot.waitUntil(page.window().isActiveWindow)
        assert not page.policy.card.isVisibleTo(page)
        click(page.policy.fold_button)
        assert page.policy.card.isVisibleTo(page)
        click(page.policy.fold_button)
        page.show_row("policy:text")
        assert page.policy.form.focused() == "text"
        assert page.current_row() == "policy:text"


def test_a_day_of_approval_in_the_future_is_refused_at_its_field(
    page: ObjectivesPage, services: Services, client: ClientId
) -> None:
    field = page.policy.form.fields["approved_on"]
    assert isinstance(field.control, DateField)
    field.control.setFocus()
    field.control.insert((TODAY + timedelta(days=3)).isoformat())
    QTest.keyClick(field.control, KEYS.Key_Return)
    assert "in the future" in field.error()
    assert services.objectives.policy(client).approved_on is None


def test_ins_adds_an_objective_whose_title_is_typed_over(
    page: ObjectivesPage, services: Services, client: ClientId, aim: ObjectiveId
) -> None:
    page.objectives.table.setFocus()
    QTest.keyClick(page.objectives.table, KEYS.Key_Insert)
    assert len(services.objectives.listed(client)) == 2
    title = page.objectives.card.form.title
    assert title.hasFocus()
    assert title.selectedText() == "New objective"
    QTest.keyClicks(title, "Deliver on time")
    QTest.keyClick(title, KEYS.Key_Tab)
    assert services.objectives.listed(client)[1].title == "Deliver on time"


def test_every_field_saves_itself(page: ObjectivesPage, services: Services, client: ClientId, aim: ObjectiveId) -> None:
    owner, making = person(services, client), process(services, client)
    for name, text in (
        ("title", "Less scrap <b>&\"'</b> 😀"),
        ("measure", "Scrap ÷ all × 100"),
        ("base", "2,4"),
        ("target", "1.5"),
        ("unit", "%"),
        ("due_on", "25.12.2026"),
        ("actions", "Sort\nAct"),
        ("resources", "None"),
        ("evaluation", "Monthly"),
    ):
        type_into(page, name, text)
    form = page.objectives.card.form
    for name, value in (("owner_id", owner), ("process_id", making), ("standard", "iso-9001")):
        choice = form.fields[name].control
        choice.setFocus()
        while choice.value() != value:  # type: ignore[attr-defined]
            QTest.keyClick(choice, KEYS.Key_Down)
    view = only(services, client)
    assert (view.title, view.base, view.target, view.unit) == ("Less scrap <b>&\"'</b> 😀", 2.4, 1.5, "%")
    assert (view.owner, view.process, view.standard) == (owner, making, "iso-9001")
    assert (view.actions, view.evaluation, view.lacks) == ("Sort\nAct", "Monthly", ())
    assert cells(page)[columns.WAY] == "2.4 → 1.5 %"
    assert [words for _key, words in missing(page)] == ["Policy"]


def test_what_is_missing_leads_to_its_field(page: ObjectivesPage, aim: ObjectiveId) -> None:
    keys = [str(key) for key, _words in missing(page)]
    assert keys == ["policy:text", *(f"{aim}:{f}" for f in ("measure", "target", "owner_id", "due_on", "evaluation"))]
    for key in keys:
        page.show_row(key)
        assert page.current_row() == key


def test_enter_goes_to_the_first_field_that_lacks(
    page: ObjectivesPage, services: Services, client: ClientId, aim: ObjectiveId
) -> None:
    services.objectives.change(client, aim, measure="m", target=3.0)
    page.objectives.table.setFocus()
    QTest.keyClick(page.objectives.table, KEYS.Key_Return)
    assert page.objectives.card.form.focused() == "owner_id"


@pytest.mark.parametrize(
    ("name", "typed", "words"),
    [("base", "many", "is not a number"), ("target", "1e99", "is not a number"), ("target", "2", "nothing to reach")],
)
def test_a_wrong_number_stays_and_is_said_at_its_field(
    page: ObjectivesPage, services: Services, client: ClientId, aim: ObjectiveId, name: str, typed: str, words: str
) -> None:
    services.objectives.change(client, aim, base=2.0)
    type_into(page, name, typed)
    field = page.objectives.card.form.fields[name]
    assert words in field.error()
    assert field.control.text() == typed  # type: ignore[attr-defined]
    assert only(services, client).target is None
    assert only(services, client).base == 2.0
    type_into(page, name, "3")
    assert field.error() == ""


def test_the_right_base_sets_the_target_free(
    page: ObjectivesPage, services: Services, client: ClientId, aim: ObjectiveId
) -> None:
    services.objectives.change(client, aim, base=2.0)
    type_into(page, "target", "2")
    type_into(page, "base", "5")
    assert page.objectives.card.form.fields["target"].error() == ""


def test_a_day_that_has_passed_is_asked_about(
    page: ObjectivesPage, services: Services, client: ClientId, aim: ObjectiveId
) -> None:
    services.objectives.change(client, aim, due_on=TODAY - timedelta(days=1))
    below = page.objectives.card.form.fields["due_on"]
    assert below.control.accessibleDescription() == "This day has passed. Is it right?"
    assert below.error() == ""
    services.objectives.change(client, aim, due_on=TODAY + timedelta(days=1))
    assert below.control.accessibleDescription() == ""


def test_values_are_noted_with_enter_and_shown_newest_first(
    page: ObjectivesPage, services: Services, client: ClientId, aim: ObjectiveId
) -> None:
    services.objectives.change(client, aim, base=2.4, target=1.5, unit="%")
    values = page.objectives.card.values
    assert not values.trend.isVisibleTo(page)
    assert values.day.value() == TODAY
    values.value.setFocus()
    QTest.keyClicks(values.value, "2,1")
    QTest.keyClick(values.value, KEYS.Key_Return)
    assert [(v.day, v.value) for v in only(services, client).values] == [(TODAY, 2.1)]
    assert values.value.text() == ""
    assert values.trend.isVisibleTo(page)
    assert "last 2.1" in values.trend.accessibleDescription()
    values.day.set_value(TODAY - timedelta(days=30))
    values.value.setText("2.4")
    values.note.setText("two new people")
    click(values.record_button)
    assert [str(values.model.index(row, 1).data()) for row in range(2)] == ["2.1", "2.4"]
    assert cells(page)[columns.NOW] == "2.1"
    assert cells(page)[columns.STATE] == "On course" if only(services, client).course == "on-course" else "Behind"


def test_del_takes_a_value_back_and_the_toast_undoes_it(
    page: ObjectivesPage, services: Services, client: ClientId, aim: ObjectiveId
) -> None:
    services.objectives.measure(client, aim, TODAY, 2.0)
    values = page.objectives.card.values
    values.table.setFocus()
    values.table.go_to(TODAY)
    QTest.keyClick(values.table, KEYS.Key_Delete)
    assert only(services, client).values == ()
    assert "was removed" in page.case.messages.last
    services.history.undo()
    assert len(only(services, client).values) == 1


@pytest.mark.parametrize(
    ("day", "typed", "field", "words"),
    [
        (TODAY + timedelta(days=1), "3", "day", "in the future"),
        (TODAY, "three", "value", "is not a number"),
        (TODAY, "  ", "value", "Type the value"),
        (None, "3", "day", "on which day"),
    ],
)
def test_a_value_that_cannot_be_is_refused_where_it_was_typed(
    page: ObjectivesPage,
    services: Services,
    client: ClientId,
    aim: ObjectiveId,
    day: object,
    typed: str,
    field: str,
    words: str,
) -> None:
    values = page.objectives.card.values
    values.day.set_value(day)  # type: ignore[arg-type]
    values.value.setText(typed)
    click(values.record_button)
    assert words in values.form.fields[field].error()
    assert values.value.text() == typed
    assert only(services, client).values == ()


def test_an_action_becomes_a_task_and_leads_to_it(
    page: ObjectivesPage, services: Services, client: ClientId, aim: ObjectiveId
) -> None:
    type_into(page, "actions", "Sort the rack")
    click(page.objectives.card.tasks.make_button)
    (task,) = services.plan.tasks(client, "en")
    assert task.title == "Sort the rack"
    (link,) = [made for made in page.objectives.card.tasks.links if made.isVisibleTo(page)]
    assert link.text() == "Sort the rack: 0 %"
    spy = QSignalSpy(page.place_requested)
    click(link)
    assert spy.at(0) == [Place(Page.PLAN, task.id)]
    services.plan.change(client, [task.id], done=50)
    assert link.text() == "Sort the rack: 50 %"


def test_objectives_are_moved_by_keys_and_removed_with_an_undo(
    page: ObjectivesPage, services: Services, client: ClientId, aim: ObjectiveId
) -> None:
    other = services.objectives.add(client, "Deliver on time")
    table = page.objectives.table
    table.go_to(other)
    table.setFocus()
    QTest.keyClick(table, KEYS.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [v.id for v in services.objectives.listed(client)] == [other, aim]
    assert table.current_key() == other
    QTest.keyClick(table, KEYS.Key_Delete)
    assert [v.id for v in services.objectives.listed(client)] == [aim]
    assert page.case.messages.last == "The objective “Deliver on time” was removed."
    services.history.undo()
    assert len(services.objectives.listed(client)) == 2


def test_typed_words_stay_with_the_objective_they_were_typed_for(
    page: ObjectivesPage, services: Services, client: ClientId, aim: ObjectiveId
) -> None:
    other = services.objectives.add(client, "Other")
    page.show_row(aim)
    title = page.objectives.card.form.title
    title.setFocus()
    title.setText("Mine")
    page.objectives.table.go_to(other)
    assert {v.id: v.title for v in services.objectives.listed(client)} == {aim: "Mine", other: "Other"}


def test_usual_objectives_are_ticked_and_come_in_one_step(
    page: ObjectivesPage, services: Services, client: ClientId, monkeypatch: pytest.MonkeyPatch
) -> None:
    def choose(dialog: UsualObjectivesDialog) -> int:
        assert not dialog._accept.isEnabled()
        listed = dialog.objectives.list
        for row in (0, 2):
            listed.item(row).setCheckState(Qt.CheckState.Checked)
        assert dialog._accept.isEnabled()
        return 1

    monkeypatch.setattr(UsualObjectivesDialog, "exec", choose)
    page.objectives.choose_usual()
    assert len(services.objectives.listed(client)) == 2
    assert "2 objectives were added" in page.case.messages.last
    assert page.objectives.table.isVisibleTo(page)
    services.history.undo()
    assert page.objectives._empty.isVisibleTo(page)


def test_when_nothing_usual_is_left_it_says_so(page: ObjectivesPage, services: Services, client: ClientId) -> None:
    services.objectives.add_usual(client, [one.key for one in services.objectives.usual(client)])
    page.objectives.choose_usual()
    assert "no more usual objectives" in page.case.messages.last


def test_signs_of_the_course_differ_by_shape(page: ObjectivesPage, services: Services, client: ClientId) -> None:
    assert len({columns.COURSE[course].icon for course in columns.COURSE}) == len(columns.COURSE) - 1
    services.objectives.add(client, "x")
    sign = page.objectives.model.index(0, columns.STATE).data(SIGN)
    assert sign in columns.COURSE.values()
    ModelTester(None).check(page.objectives.model)


def test_paper_is_asked_for_after_the_last_word_was_kept(
    page: ObjectivesPage, services: Services, client: ClientId, aim: ObjectiveId
) -> None:
    spy = QSignalSpy(page.print_requested)
    title = page.objectives.card.form.title
    title.setFocus()
    title.setText("Changed")
    click(page.objectives.print_button)
    assert only(services, client).title == "Changed"
    click(page.policy.print_button)
    assert [spy.at(0), spy.at(1)] == [["objectives", ""], ["policy", ""]]


def test_the_trend_is_painted_in_every_case(
    page: ObjectivesPage, services: Services, client: ClientId, aim: ObjectiveId
) -> None:
    trend = page.objectives.card.values.trend
    for changes, value in (
        ({}, 5.0),
        ({"target": 5.0}, 5.0),
        ({"base": 1e12, "target": -1e12}, 0.000001),
        ({"due_on": TODAY}, 3.0),
    ):
        services.objectives.change(client, aim, **changes)
        services.objectives.measure(client, aim, TODAY, value)
        trend.resize(300, 150)
        picture = trend.grab().toImage()
        inks = {picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height())}
        assert len(inks) > 3, changes


def test_a_reader_changes_nothing(services: Services, client: ClientId, qtbot: QtBot) -> None:
    services.objectives.add(client, "Less scrap")
    reader = open_workspace(services.folder)
    assert reader.read_only is not None
    with shown_page(ObjectivesPage, reader, client) as made:
        page = cast("ObjectivesPage", made)
        for control in (
            page.objectives.add_button,
            page.objectives.usual_button,
            page.objectives.remove_button,
            page.objectives.card.values.record_button,
            page.objectives.card.tasks.make_button,
            page.policy.propose_button,
        ):
            assert not control.isEnabled()
        assert page.objectives.card.form.title.isReadOnly()
        page.objectives.table.setFocus()
        for key in (KEYS.Key_Insert, KEYS.Key_Delete):
            QTest.keyClick(page.objectives.table, key)
        assert len(reader.objectives.listed(client)) == 1
    reader.close()


def test_the_order_keeps_its_number_and_day_on_the_page_of_the_team(
    services: Services, client: ClientId, qtbot: QtBot
) -> None:
    with shown_page(TeamPage, services, client) as made:
        page = cast("TeamPage", made)
        qtbot.waitUntil(page.window().isActiveWindow)
        number, day = (page.order.form.fields[name].control for name in ("order_number", "order_on"))
        assert isinstance(number, TextField)
        assert isinstance(day, DateField)
        number.setFocus()
        QTest.keyClicks(number, "14-P")
        QTest.keyClick(number, KEYS.Key_Tab)
        day.setFocus()
        QTest.keyClicks(day, "1.9.2026")
        QTest.keyClick(day, KEYS.Key_Return)
        kept = services.plan_settings.get(client)
        assert (kept.order_number, kept.order_on and kept.order_on.isoformat()) == ("14-P", "2026-09-01")
        spy = QSignalSpy(page.print_requested)
        click(page.order.print_button)
        assert spy.at(0) == ["project-order", ""]
        services.history.undo()
        assert day.value() is None
        assert "project-order" in page.documents
