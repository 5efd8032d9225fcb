"""Page 4.5: put together by itself, three texts to write, what stands against finishing said in the page."""

from collections.abc import Iterator

import pytest
from audit_desk import Desk, desk, firm, press
from builders import finding
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from isodesk.domain.audits import AuditState, Grade, Verdict
from isodesk.domain.journey import Page
from isodesk.domain.keys import AuditId, ClientId
from isodesk.services.audits import AuditView
from isodesk.services.workspace import Services
from isodesk.ui import speech
from isodesk.ui.case import Place
from isodesk.ui.pages.audit_report import AuditReportPage


@pytest.fixture
def audit_id(services: Services, client: ClientId) -> AuditId:
    return firm(services, client)


@pytest.fixture
def shown(services: Services, client: ClientId, audit_id: AuditId, qtbot: QtBot) -> Iterator[Desk]:
    with desk(AuditReportPage, services, client) as made:
        yield made


def view(shown: Desk, key: AuditId) -> AuditView:
    return shown.services.audits.get(key)


def answer(shown: Desk, audit_id: AuditId, verdict: Verdict = Verdict.CONFORMS) -> None:
    rows = shown.services.checklists.rows(audit_id, "en")
    open_rows = [row.id for row in rows if row.verdict is None]
    shown.services.checklists.record(shown.client, open_rows, verdict)


def test_what_is_missing_is_listed_and_leads_there(shown: Desk, audit_id: AuditId) -> None:
    rows = shown.services.checklists.rows(audit_id, "en")
    shown.services.checklists.record(shown.client, [rows[0].id], Verdict.NONCONFORMING)
    missing = dict(shown.page.head._missing)
    assert missing == {
        "checklist:open": f"{len(rows) - 1} rows without a verdict",
        "checklist:no-finding": "1 nonconforming row without a finding",
        "conclusion": "the conclusion",
    }
    shown.page.head.missing_picked.emit("checklist:no-finding")
    assert shown.places == [Place(Page.CHECKLIST, "no-finding")]
    shown.page.head.missing_picked.emit("conclusion")
    assert len(shown.places) == 1, "the conclusion is on this page"


def test_finishing_too_early_is_said_in_the_page(shown: Desk, audit_id: AuditId) -> None:
    """U48: no dialog."""
    shown.page.finish.click()
    assert "without a verdict" in shown.page.banner.text()
    answer(shown, audit_id)
    shown.page.finish.click()
    assert "no conclusion" in shown.page.banner.text()
    assert view(shown, audit_id).state is not AuditState.FINISHED


def test_an_audit_is_finished_and_reopened(shown: Desk, audit_id: AuditId) -> None:
    answer(shown, audit_id)
    shown.page.form.fields["conclusion"].control.setPlainText("It works.")
    shown.page.finish.click()
    assert view(shown, audit_id).state is AuditState.FINISHED
    assert view(shown, audit_id).conclusion == "It works.", "what was being typed is in"
    assert shown.page.finish.isHidden()
    assert shown.page.form.fields["conclusion"].control.isReadOnly()
    assert "Report of 23 Nov 2026" in shown.page._summary.text()
    shown.page.reopen.click()
    assert view(shown, audit_id).state is AuditState.UNDER_WAY
    assert not shown.page.form.fields["conclusion"].control.isReadOnly()


def test_our_words_come_behind_those_that_are_there(shown: Desk, audit_id: AuditId) -> None:
    shown.page.form.fields["strengths"].control.setPlainText("<b>Clean</b> workshop.")
    shown.page.form.buttons["strengths"].click()
    first, second = view(shown, audit_id).strengths.splitlines()
    assert first == "<b>Clean</b> workshop."
    assert second
    shown.services.history.undo()
    assert view(shown, audit_id).strengths == "<b>Clean</b> workshop."


def test_the_proposed_conclusion_is_in_the_language_of_the_client(
    shown: Desk, audit_id: AuditId, services: Services, client: ClientId
) -> None:
    services.clients.change(client, language="en")
    answer(shown, audit_id)
    finding(services, client, audit_id, Grade.MAJOR)
    shown.page.form.buttons["conclusion"].click()
    assert "1 major nonconformity" in view(shown, audit_id).conclusion
    assert shown.page.form.text("conclusion") == view(shown, audit_id).conclusion


def test_numbers_and_findings_come_by_themselves(shown: Desk, audit_id: AuditId) -> None:
    assert shown.page.table.isHidden()
    assert not shown.page._no_findings.isHidden()
    made = finding(shown.services, shown.client, audit_id, Grade.MAJOR)
    assert not shown.page.table.isHidden()
    assert shown.page.grades.accessibleName().startswith("Major nonconformity 1")
    assert "Nonconformity 1" in shown.page.verdicts.accessibleName()
    shown.page.table.go_to(made)
    press(shown.page.table, Qt.Key.Key_Return)
    assert shown.places == [Place(Page.NONCONFORMITIES, made)]


def test_another_audit_shows_its_own_texts(shown: Desk, audit_id: AuditId) -> None:
    other = firm(shown.services, shown.client)
    shown.services.audits.change(shown.client, audit_id, conclusion="First")
    shown.services.audits.change(shown.client, other, conclusion="Second")
    shown.page.audit.picked.emit(audit_id)
    assert shown.page.form.text("conclusion") == "First"
    shown.page.form.fields["conclusion"].control.setPlainText("First, changed")
    shown.page.audit.picked.emit(other)
    assert shown.page.form.text("conclusion") == "Second"
    assert view(shown, audit_id).conclusion == "First, changed"
    assert view(shown, other).conclusion == "Second"


def test_the_preview_takes_the_audit_shown(shown: Desk, audit_id: AuditId) -> None:
    shown.page.preview.click()
    assert shown.prints == [("audit-report", view(shown, audit_id).number)]


def test_without_an_audit_the_page_leads_to_the_plan(services: Services, client: ClientId, qtbot: QtBot) -> None:
    with desk(AuditReportPage, services, client) as shown:
        assert shown.page._stack.currentIndex() == 0
        assert not shown.page.preview.isEnabled()
        shown.page._empty.action_requested.emit()
        assert shown.places == [Place(Page.AUDIT_PLAN)]


@pytest.mark.parametrize(("width", "language"), [(580, "ru"), (860, "en")])
def test_the_page_never_scrolls_sideways(
    shown: Desk, dressed: QApplication, qtbot: QtBot, width: int, language: str
) -> None:
    """U63."""
    speech.set_language(dressed, language)
    shown.host.resize(width, 620)
    shown.page.resize(width, 620)
    for area in shown.page.findChildren(QScrollArea):
        qtbot.waitUntil(lambda area=area: area.widget().minimumSizeHint().width() <= area.viewport().width())
    assert shown.page.minimumSizeHint().width() <= width
