"""Page 2.7: weeks by arrows and mouse, tasks behind a cell, lines of money that save themselves."""

from collections.abc import Iterator
from datetime import timedelta
from typing import cast

import pytest
from builders import person
from cases import shown_page
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from isodesk.domain.journey import Page
from isodesk.domain.keys import ClientId, TaskId
from isodesk.errors import InvalidInput
from isodesk.services.workspace import Services
from isodesk.ui.case import Place
from isodesk.ui.pages.budget import BudgetPage
from isodesk.ui.pages.budget.money import read_amount

CLICK = Qt.MouseButton.LeftButton


@pytest.fixture
def page(services: Services, client: ClientId, qtbot: QtBot) -> Iterator[BudgetPage]:
    with shown_page(BudgetPage, services, client) as made:
        yield cast("BudgetPage", made)


def busy(services: Services, client: ClientId) -> TaskId:
    """Anna has five hours a week and eight hours of work in this one."""
    anna = person(services, client, "Anna")
    person(services, client, "Ivan")
    services.team.change_person(client, anna, hours_a_week=5.0)
    today = services.workshop.today
    task = services.plan.add(client, "Write the procedure")
    services.plan.change(
        client,
        [task],
        owner_id=anna,
        effort=8.0,
        start_on=today,
        due_on=today + timedelta(days=4 - today.weekday()),
    )
    return task


def field(page: BudgetPage, name: str) -> QLineEdit:
    return cast("QLineEdit", page.money.form.fields[name].control)


def test_nothing_to_spread_leads_to_the_plan(page: BudgetPage) -> None:
    found: list[Place] = []
    page.place_requested.connect(found.append)
    assert page.no_load.isVisible()
    page.no_load.action_requested.emit()
    assert found == [Place(Page.PLAN)]


def test_too_much_is_said_with_what_to_do(page: BudgetPage, services: Services, client: ClientId) -> None:
    busy(services, client)
    assert not page.no_load.isVisible()
    words = page.load.banner.text()
    assert words.startswith("1 week asks more of a person than there are hours. Worst: Anna, week from ")
    assert words.endswith("8 h of 5 h. Move tasks or give them to others.")
    grid = page.load.grid
    assert grid.accessibleDescription().endswith("8 h of 5 h, too much")


def test_a_cell_leads_to_its_tasks(page: BudgetPage, services: Services, client: ClientId) -> None:
    task = busy(services, client)
    found: list[Place] = []
    page.place_requested.connect(found.append)
    grid = page.load.grid
    grid.setFocus()
    QTest.keyClick(grid, Qt.Key.Key_Down)
    assert grid.current() == (1, 0)
    assert page.load.links() == [], "Ivan has nothing to do"
    QTest.keyClick(grid, Qt.Key.Key_Up)
    assert [made.property("text") for made in page.load.links()] == ["1  Write the procedure"]
    QTest.mouseClick(page.load.links()[0], CLICK)
    assert found == [Place(Page.PLAN, task)]


def test_a_click_makes_a_cell_current(page: BudgetPage, services: Services, client: ClientId) -> None:
    busy(services, client)
    grid = page.load.grid
    QTest.mouseClick(grid.viewport(), CLICK, pos=QPoint(208 + 10, 44 + 36 + 10))
    assert grid.current() == (1, 0)
    QTest.mouseClick(grid.viewport(), CLICK, pos=QPoint(20, 50))
    assert grid.current() == (1, 0), "a name is no cell"


def test_the_usual_lines_are_one_step(page: BudgetPage, services: Services, client: ClientId) -> None:
    assert page.money.empty.isVisible()
    page.money.empty.action_requested.emit()
    assert len(services.budget.view(client).lines) == 6
    assert not page.money.empty.isVisible()
    services.history.undo()
    assert services.budget.view(client).lines == ()


def test_an_amount_is_typed_as_people_write_it(page: BudgetPage, services: Services, client: ClientId) -> None:
    page.money.add()
    field(page, "title").setText("Course")
    page.money.form.commit()
    field(page, "planned").setFocus()
    QTest.keyClicks(field(page, "planned"), "12 500,50")
    page.leave()
    line = services.budget.view(client).lines[0]
    assert line.planned == 12500.5
    field(page, "planned").setFocus()
    field(page, "planned").selectAll()
    QTest.keyClicks(field(page, "planned"), "a lot")
    page.money.commit()
    assert page.money.form.fields["planned"].error() == "This is no number. Write digits, such as 12500 or 99.90."
    assert services.budget.view(client).lines[0].planned == 12500.5
    assert field(page, "planned").text() == "a lot", "what was typed stays to be corrected"


def test_the_price_of_an_hour_makes_own_work_cost(page: BudgetPage, services: Services, client: ClientId) -> None:
    busy(services, client)
    rate = cast("QLineEdit", page.money.prices.fields["hour_rate"].control)
    currency = cast("QLineEdit", page.money.prices.fields["currency"].control)
    for control, words in ((rate, "25"), (currency, "eur")):
        control.setFocus()
        control.selectAll()
        QTest.keyClicks(control, words)
        page.money.commit()
    assert [figure.text() for figure in page.money.sums.figures["work"]] == ["€200", "€0", "€200"]


def test_a_removed_line_comes_back_by_the_toast(page: BudgetPage, services: Services, client: ClientId) -> None:
    page.money.add_usual()
    page.money.table.setFocus()
    page.money.table.selectAll()
    QTest.keyClick(page.money.table, Qt.Key.Key_Delete)
    assert services.budget.view(client).lines == ()
    services.history.undo()
    assert len(services.budget.view(client).lines) == 6


@pytest.mark.parametrize(
    ("text", "value"), [("", None), (" ", None), ("7", 7.0), ("1 000", 1000.0), ("1 000,5", 1000.5), ("0.25", 0.25)]
)
def test_amounts_are_read(text: str, value: float | None) -> None:
    assert read_amount("planned", text) == value


@pytest.mark.parametrize("text", ["many", "1,2,3", "5 €", "--", "<b>"])
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(InvalidInput):
        read_amount("planned", text)
