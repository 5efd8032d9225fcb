"""The advisor in its dialog, from page 1.2 and from the wizard; and the live check of the scope."""

from collections.abc import Callable, Iterator
from typing import cast

import pytest
from builders import STANDARD
from cases import shown_page
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from isodesk.domain.keys import ClientId
from isodesk.domain.scope_check import ScopeRule
from isodesk.services.workspace import Services
from isodesk.ui.dialogs.new_client import NewClientWizard
from isodesk.ui.dialogs.which_standard import WhichStandardDialog
from isodesk.ui.pages.scope import ScopePage
from isodesk.ui.pages.scope.findings import STILL_MS


@pytest.fixture
def page(services: Services, client: ClientId, qtbot: QtBot) -> Iterator[ScopePage]:
    with shown_page(ScopePage, services, client) as made:
        yield cast("ScopePage", made)


@pytest.fixture
def dialog(services: Services, qtbot: QtBot) -> WhichStandardDialog:
    made = WhichStandardDialog(services.advice, {}, verb="Add {standard}")
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    return made


def words(dialog: WhichStandardDialog) -> str:
    return "\n".join(label.text() for label in dialog.outcome.findChildren(QLabel) if label.isVisibleTo(dialog))


def buttons(dialog: WhichStandardDialog, text: str) -> list[QPushButton]:
    found = dialog.outcome.findChildren(QPushButton)
    return [made for made in found if made.isVisibleTo(dialog) and text in made.text()]


def soon(act: Callable[[WhichStandardDialog], None]) -> None:
    def run() -> None:
        open_dialog = QApplication.activeModalWidget()
        assert isinstance(open_dialog, WhichStandardDialog)
        try:
            act(open_dialog)
        finally:
            if open_dialog.isVisible():
                open_dialog.reject()

    QTimer.singleShot(0, run)


def test_digits_answer_and_the_result_follows(dialog: WhichStandardDialog) -> None:
    assert "Answer the questions" in words(dialog)
    QTest.keyClick(dialog, Qt.Key.Key_1)
    assert dialog.answers == {"customers": "quality"}
    assert dialog.questions.question.key == "tenders"
    assert "ISO 9001:2026" in words(dialog)
    assert "“Quality and delivery times”" in words(dialog)
    QTest.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_2)
    assert dialog.answers["tenders"] == "three"
    assert "one integrated system" in dialog.outcome._note.text()
    dialog.questions.back.click()
    QTest.keyClick(dialog, Qt.Key.Key_0)
    assert "tenders" not in dialog.answers
    assert not dialog.outcome._note.isVisibleTo(dialog)
    QTest.keyClick(dialog, Qt.Key.Key_5)
    QTest.keyClick(dialog, Qt.Key.Key_4)
    assert dialog.answers["tenders"] == "no"
    assert dialog.answers["sector"] == "food"
    assert "isodesk holds no questions for it yet" in words(dialog)
    assert buttons(dialog, "ISO 22000") == []


def test_the_mouse_answers_and_a_digit_beyond_the_choices_does_nothing(dialog: WhichStandardDialog) -> None:
    QTest.mouseClick(dialog.questions.choices[2], Qt.MouseButton.LeftButton)
    assert dialog.answers == {"customers": "data"}
    for _turn in range(5):
        dialog.questions.onward.click()
    assert dialog.questions.question.key == "outage"
    QTest.keyClick(dialog, Qt.Key.Key_5)
    assert "outage" not in dialog.answers
    assert not dialog.questions.choices[3].isVisibleTo(dialog)


def test_nothing_speaks_for_a_certificate(services: Services, qtbot: QtBot) -> None:
    quiet = {q.key: next((c.key for c in q.choices if not c.speaks_for), "") for q in services.advice.questions}
    quiet["sector"] = "medical"
    made = WhichStandardDialog(services.advice, quiet, verb="Add {standard}")
    qtbot.addWidget(made)
    made.show()
    assert "ISO 13485" in words(made)
    assert not made.outcome._note.isVisibleTo(made)


def test_page_1_2_adopts_what_is_picked_in_one_step(page: ScopePage, services: Services, client: ClientId) -> None:
    def pick(dialog: WhichStandardDialog) -> None:
        QTest.keyClick(dialog, Qt.Key.Key_2)
        QTest.keyClick(dialog, Qt.Key.Key_2)
        assert "Chosen already." in words(dialog)
        (add,) = buttons(dialog, "Add ISO 14001:2026")
        QTest.mouseClick(add, Qt.MouseButton.LeftButton)

    soon(pick)
    page._next.advice.click()
    assert [s.key for s in services.standards.of(client)] == [STANDARD, "iso-14001-2026"]
    assert services.advice.answers(client) == {"customers": "sites", "tenders": "three"}
    assert page.case.messages.last == "ISO 14001:2026 is added."
    services.history.undo()
    assert [s.key for s in services.standards.of(client)] == [STANDARD]
    soon(lambda dialog: dialog.reject())
    page._next.advice.click()
    assert [s.key for s in services.standards.of(client)] == [STANDARD]


def test_the_wizard_takes_the_standard_and_keeps_the_answers(
    services: Services, client: ClientId, qtbot: QtBot
) -> None:
    wizard = NewClientWizard(services, "en")
    qtbot.addWidget(wizard)
    wizard.show()
    wizard.name.setText("Secure Ltd")
    wizard.next_button.click()

    def pick(dialog: WhichStandardDialog) -> None:
        QTest.keyClick(dialog, Qt.Key.Key_3)
        (choose,) = buttons(dialog, "Choose ISO/IEC 27001")
        choose.click()

    soon(pick)
    wizard.advice_button.click()
    assert wizard.standard.value() == "iso-iec-27001-2022"
    wizard.next_button.click()
    assert wizard.client is not None
    assert services.clients.get(wizard.client).standards == ("iso-iec-27001-2022",)
    assert services.advice.answers(wizard.client) == {"customers": "data"}


def rules(page: ScopePage) -> list[tuple[ScopeRule, bool]]:
    return [(finding.rule, finding.good) for finding in page.findings.shown()]


def test_the_check_follows_the_keys(page: ScopePage) -> None:
    assert rules(page) == [(ScopeRule.EMPTY, False)]
    page._scope.setFocus()
    QTest.keyClicks(page._scope, "Manufacture of the best steel chairs")
    QTest.qWait(STILL_MS + 100)
    assert (ScopeRule.ACTIVITY, True) in rules(page)
    assert (ScopeRule.PRAISE, False) in rules(page)
    assert any("“best” praises" in line.words() for line in page.findings.lines())
    assert all(line.accessibleName() for line in page.findings.lines())


def test_a_finding_leads_to_its_words_or_its_exclusion(page: ScopePage, services: Services, client: ClientId) -> None:
    page.window().activateWindow()
    services.clients.change(client, scope="Manufacture of the best steel chairs for schools")
    services.clients.exclude(client, STANDARD, "8.3", "")
    by_rule = dict(zip([f.rule for f in page.findings.shown()], page.findings.lines(), strict=True))
    QTest.mouseClick(by_rule[ScopeRule.PRAISE], Qt.MouseButton.LeftButton)
    assert page._scope.hasFocus()
    assert page._scope.textCursor().selectedText() == "best"
    QTest.mouseClick(by_rule[ScopeRule.REASON_MISSING], Qt.MouseButton.LeftButton)
    assert page.current_row() == "8.3"
    services.clients.exclude(client, STANDARD, "8.3", "Made to drawings of customers, nothing is designed here")
    assert ScopeRule.REASON_MISSING not in dict(rules(page))
