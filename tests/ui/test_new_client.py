"""The wizard for a new client: two steps, by keyboard, faults said at the field."""

from collections.abc import Iterator
from datetime import date

import pytest
from builders import process
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from isodesk.domain.keys import ClientId
from isodesk.services.workspace import Services
from isodesk.ui.dialogs.new_client import STEPS, NewClientWizard


@pytest.fixture
def wizard(services: Services, client: ClientId, qtbot: QtBot) -> Iterator[NewClientWizard]:
    made = NewClientWizard(services, "ru")
    qtbot.addWidget(made)
    made.show()
    QTest.qWait(10)
    return made


def press(wizard: NewClientWizard, key: Qt.Key = Qt.Key.Key_Return) -> None:
    """A key where the keyboard is."""
    focused = wizard.focusWidget() or wizard
    QTest.keyClick(focused, key)


def said(root: QWidget) -> list[str]:
    return [label.text() for label in root.findChildren(QLabel) if label.isVisible()]


def test_name_and_two_enters_are_enough(wizard: NewClientWizard, services: Services) -> None:
    """U14: everything but the name is answered beforehand."""
    assert wizard.name.hasFocus()
    wizard.name.setText("ООО «Ромашка»")
    press(wizard)
    assert "Step 2 of 2" in said(wizard)
    assert wizard.next_button.text() == "Create client"
    press(wizard)
    assert wizard.result() == NewClientWizard.DialogCode.Accepted
    assert wizard.client is not None
    made = services.clients.get(wizard.client)
    assert (made.name, made.language) == ("ООО «Ромашка»", "ru")
    assert made.standards == ("iso-9001-2026",)
    assert made.target_on is not None
    assert made.target_on > services.workshop.today
    assert made.target_on.weekday() < 5


def test_step_is_counted(wizard: NewClientWizard) -> None:
    assert STEPS <= 4
    assert "Step 1 of 2" in said(wizard)
    assert not wizard.back_button.isVisible()
    wizard.name.setText("x")
    wizard.next_button.click()
    assert wizard.back_button.isVisible()
    wizard.back_button.click()
    assert "Step 1 of 2" in said(wizard)
    assert wizard.name.text() == "x"


def test_empty_name_is_refused_at_the_field(wizard: NewClientWizard, services: Services) -> None:
    press(wizard)
    assert wizard.first.fields["name"].error() == "Type the name of the firm."
    assert wizard.name.hasFocus()
    assert len(services.clients.listed()) == 1
    QTest.sendKeyEvent(QTest.KeyAction.Click, wizard.name, Qt.Key.Key_unknown, "Я", Qt.KeyboardModifier.NoModifier)
    assert wizard.first.fields["name"].error() == ""


def test_what_services_refuse_leads_back_to_the_field(wizard: NewClientWizard) -> None:
    wizard.name.setText("\u0007")
    wizard.next_button.click()
    wizard.next_button.click()
    assert wizard.client is None
    assert "cannot be empty" in wizard.first.fields["name"].error()
    assert "Step 1 of 2" in said(wizard)


def test_a_date_that_is_none_is_refused(wizard: NewClientWizard) -> None:
    wizard.name.setText("x")
    wizard.next_button.click()
    wizard.target.setText("soon")
    wizard.next_button.click()
    assert wizard.client is None
    assert "no date" in wizard.second.fields["target_on"].error()


def test_no_date_is_allowed(wizard: NewClientWizard, services: Services) -> None:
    wizard.name.setText("x")
    wizard.next_button.click()
    wizard.target.setText("")
    wizard.next_button.click()
    assert wizard.client is not None
    assert services.clients.get(wizard.client).target_on is None


def test_structure_of_another_client_is_taken(services: Services, client: ClientId, qtbot: QtBot) -> None:
    """U18."""
    process(services, client, "Закупки")
    wizard = NewClientWizard(services, "en")
    qtbot.addWidget(wizard)
    wizard.name.setText("Next Ltd")
    wizard.next_button.click()
    wizard.template.set_value(client)
    wizard.target.set_value(date(2027, 3, 1))
    wizard.next_button.click()
    assert wizard.client is not None
    assert [view.name for view in services.team.processes(wizard.client)] == ["Закупки"]
    assert services.clients.get(wizard.client).target_on == date(2027, 3, 1)


def test_escape_makes_nothing(wizard: NewClientWizard, services: Services) -> None:
    wizard.name.setText("x")
    press(wizard, Qt.Key.Key_Escape)
    QTest.keyClick(wizard, Qt.Key.Key_Escape)
    assert not wizard.isVisible()
    assert len(services.clients.listed()) == 1
