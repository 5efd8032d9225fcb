"""Page 4.2 and its wizard: everything proposed, independence asked about and never demanded, one audit for four pages."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from audit_desk import SECOND_CLAUSE, Desk, clauses_of, desk, firm, press
from builders import audit, finished, person, process
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QScrollArea
from pytestqt.qtbot import QtBot

from isodesk.domain.audits import AuditState
from isodesk.domain.journey import Page
from isodesk.domain.keys import AuditId, ClientId
from isodesk.domain.people import Role
from isodesk.services.audits import AuditView
from isodesk.services.workspace import Services
from isodesk.ui import speech
from isodesk.ui.case import Place
from isodesk.ui.dialogs.audit_scope import AuditScopeDialog
from isodesk.ui.dialogs.new_audit import NewAuditDialog
from isodesk.ui.pages.audit_plan import AuditPlanPage
from isodesk.ui.pages.checklist import ChecklistPage


@pytest.fixture
def audit_id(services: Services, client: ClientId) -> AuditId:
    return firm(services, client)


@pytest.fixture
def shown(services: Services, client: ClientId, audit_id: AuditId, qtbot: QtBot) -> Iterator[Desk]:
    with desk(AuditPlanPage, services, client) as made:
        yield made


@pytest.fixture
def wizard(shown: Desk) -> Iterator[NewAuditDialog]:
    dialog = NewAuditDialog(shown.case, shown.host)
    dialog.show()
    yield dialog
    dialog.close()


def view(shown: Desk, key: AuditId) -> AuditView:
    return shown.services.audits.get(key)


def test_the_wizard_takes_enter_three_times(wizard: NewAuditDialog, shown: Desk) -> None:
    """U10, U35: everything is proposed, Enter is the verb, the last one creates."""
    seen = []
    for _step in range(3):
        seen.append((wizard._count.text(), wizard.next.text()))
        wizard.next.setFocus()
        QTest.keyClick(wizard, Qt.Key.Key_Return)
    assert seen == [("Step 1 of 3", "Next"), ("Step 2 of 3", "Next"), ("Step 3 of 3", "Create audit")]
    assert wizard.result() == QDialog.DialogCode.Accepted
    assert wizard.audit is not None
    made = view(shown, wizard.audit)
    assert [name for _key, name, _owner in made.processes] == ["Purchasing", "Production"]
    assert made.lead_name == "Lead L."
    assert made.starts_on == made.ends_on == date(2026, 12, 7)
    assert made.objective
    assert made.criteria.startswith("ISO 9001:2026")
    assert made.rows > 0


def test_the_wizard_says_what_it_proposes_from(wizard: NewAuditDialog, shown: Desk, audit_id: AuditId) -> None:
    assert view(shown, audit_id).number in wizard._sentence.text()


def test_an_empty_scope_is_said_in_the_step(wizard: NewAuditDialog) -> None:
    wizard.scope.processes.set_checked(())
    wizard.next.click()
    assert wizard.step() == 0
    assert "at least one" in wizard.scope.error()


def test_reversed_dates_are_said_at_the_field(wizard: NewAuditDialog) -> None:
    wizard.next.click()
    wizard._ends.setText("1.1.2026")
    wizard.next.click()
    assert wizard.step() == 1
    assert wizard.form.fields["ends_on"].error()
    wizard._ends.set_value(None)
    wizard.next.click()
    assert wizard.step() == 2


def test_who_audits_their_own_work_is_named_and_not_forbidden(wizard: NewAuditDialog, shown: Desk) -> None:
    """decisions 20."""
    owner = next(p.id for p in shown.services.team.people(shown.client) if p.name == "Owner O.")
    assert wizard.independence.isHidden()
    wizard.next.click()
    wizard.members.set_checked({owner})
    wizard.members.changed.emit({owner})
    assert not wizard.independence.isHidden()
    said = wizard.independence._names.text()
    assert "Owner O. is responsible for “Purchasing”" in said
    assert "“Production”" in said
    assert wizard.independence.needs_reason()
    wizard.next.click()
    assert wizard.step() == 2, "it warns, and goes on"
    wizard.back.click()
    wizard.independence.reason.setPlainText("Nobody else knows the machines")
    wizard.next.click()
    wizard.next.click()
    assert wizard.audit is not None
    assert view(shown, wizard.audit).dependence_reason == "Nobody else knows the machines"
    assert len(view(shown, wizard.audit).dependences) == 2


def test_the_wizard_works_without_people_and_processes(services: Services, client: ClientId, qtbot: QtBot) -> None:
    with desk(AuditPlanPage, services, client) as shown:
        dialog = NewAuditDialog(shown.case, shown.host)
        dialog.scope.clauses.set_checked({SECOND_CLAUSE})
        for _step in range(3):
            dialog.next.click()
        assert dialog.audit is not None
        assert clauses_of(services, dialog.audit) == {"9.2.1", "9.2.2"}
        dialog.close()


def test_the_new_audit_is_the_chosen_one(
    shown: Desk, monkeypatch: pytest.MonkeyPatch, services: Services, client: ClientId
) -> None:
    def exec_(dialog: NewAuditDialog) -> QDialog.DialogCode:
        dialog.finish()
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(NewAuditDialog, "exec", exec_)
    shown.page.new.click()
    last = services.audits.listed(client)[-1]
    assert shown.page.audit_number() == last.number
    assert last.number in shown.messages.last


def test_all_pages_show_the_same_audit(shown: Desk, services: Services, client: ClientId, audit_id: AuditId) -> None:
    second = audit(services, client, process(services, client, "Sales", ("8.2",)))
    assert shown.page.audit_number() == view(shown, audit_id).number, "a new one does not push itself forward"
    other: Any = ChecklistPage(shown.case, shown.host)
    other.enter()
    assert other.audit_number() == shown.page.audit_number() == view(shown, audit_id).number
    shown.page.form.fields["places"].control.setPlainText("Hall 2")
    other.case.audit.choose(second)
    assert shown.page.table.current_key() == second
    assert view(shown, audit_id).places == "Hall 2", "what was being typed stays with its audit"
    assert view(shown, second).places == ""


def test_fields_save_themselves(shown: Desk, audit_id: AuditId) -> None:
    form = shown.page.form
    form.fields["objective"].control.setFocus()
    form.fields["objective"].control.setPlainText("<b>Why</b> & what")
    shown.page.leave()
    assert view(shown, audit_id).objective == "<b>Why</b> & what"
    form.edited.emit("starts_on", date(2026, 12, 1))
    form.edited.emit("ends_on", date(2026, 11, 1))
    assert form.fields["ends_on"].error()
    assert view(shown, audit_id).ends_on != date(2026, 11, 1)


def test_an_auditor_who_owns_the_process_is_named_and_a_reason_is_missing(shown: Desk, audit_id: AuditId) -> None:
    owner = next(p.id for p in shown.services.team.people(shown.client) if p.name == "Owner O.")
    shown.page._set_members(frozenset({owner}))
    assert not shown.page.form.independence.isHidden()
    missing = dict(shown.page.head._missing)
    assert f"{audit_id}:dependence_reason" in missing
    shown.page.show_row(f"{audit_id}:dependence_reason")
    shown.page.form.independence.reason.setPlainText("Too few of us")
    shown.page.form.commit()
    assert view(shown, audit_id).dependence_reason == "Too few of us"
    assert f"{audit_id}:dependence_reason" not in dict(shown.page.head._missing)


def test_changing_the_scope_makes_the_checklist_anew_and_says_so(
    shown: Desk, audit_id: AuditId, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = clauses_of(shown.services, audit_id)

    def exec_(dialog: AuditScopeDialog) -> int:
        dialog.scope.processes.set_checked(())
        dialog.accept()
        assert dialog.scope.error(), "an empty scope is refused in the dialog"
        dialog.scope.clauses.set_checked({SECOND_CLAUSE})
        dialog.accept()
        return dialog.result()

    monkeypatch.setattr(AuditScopeDialog, "exec", exec_)
    shown.page.form.change_scope.click()
    assert clauses_of(shown.services, audit_id) == {"9.2.1", "9.2.2"}
    assert "made anew" in shown.messages.last
    shown.services.history.undo()
    assert clauses_of(shown.services, audit_id) == before


def test_a_finished_audit_is_only_read(shown: Desk, audit_id: AuditId) -> None:
    finished(shown.services, shown.client, audit_id)
    assert view(shown, audit_id).state is AuditState.FINISHED
    form = shown.page.form
    assert form.fields["objective"].control.isReadOnly()
    assert not form.fields["lead_id"].control.isEnabled()
    assert not form.change_scope.isEnabled()
    assert form._finished.isVisible()
    assert shown.page.head._missing == ()


def test_removing_can_be_taken_back(shown: Desk, audit_id: AuditId) -> None:
    press(shown.page.table, Qt.Key.Key_Delete)
    assert shown.page._stack.currentIndex() == 0
    assert shown.page.audit_number() == ""
    shown.services.history.undo()
    assert shown.page.audit_number() == view(shown, audit_id).number


def test_keys_and_buttons_of_the_list(shown: Desk, audit_id: AuditId) -> None:
    press(shown.page.table, Qt.Key.Key_Return)
    assert shown.places == [Place(Page.CHECKLIST)]
    shown.page.print.click()
    assert shown.prints == [("audit-checklist:blank", view(shown, audit_id).number)]
    assert shown.page.current_row().startswith(audit_id)


def test_new_people_can_be_chosen_at_once(shown: Desk, services: Services, client: ClientId) -> None:
    added = person(services, client, "<b>New & N.</b>", Role.AUDITOR)
    pills = {pill.text().replace("&&", "&"): pill for pill in shown.page.form.members._pills.pills()}
    pills["<b>New & N.</b>"].click()
    assert [key for key, _name in shown.page._shown().members] == [added]


@pytest.mark.parametrize("language", ["en", "ru"])
def test_access_keys_differ(shown: Desk, dressed: QApplication, language: str) -> None:
    """U32."""
    speech.set_language(dressed, language)
    labels = [field._label.text() for field in shown.page.form.fields.values()]
    keys = [text[text.index("&") + 1].casefold() for text in labels if "&" in text]
    assert len(keys) == len(labels)
    assert len(set(keys)) == len(keys)


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
