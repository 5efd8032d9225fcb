"""Page 4.4: from correction to verification, deadlines in words, refusals said at the field."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from audit_desk import Desk, desk, firm, press
from builders import finding
from conftest import StillClock
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from isodesk.domain.audits import Grade, Stage
from isodesk.domain.journey import Page
from isodesk.domain.keys import AuditId, ClientId, FindingId
from isodesk.services.findings import FindingView
from isodesk.services.workspace import Services
from isodesk.ui import speech
from isodesk.ui.case import Place
from isodesk.ui.models import findings as finding_words
from isodesk.ui.pages.nonconformities import NonconformitiesPage
from isodesk.ui.pages.nonconformities.frame import Show


@pytest.fixture
def audit_id(services: Services, client: ClientId) -> AuditId:
    return firm(services, client)


@pytest.fixture
def first(services: Services, client: ClientId, audit_id: AuditId) -> FindingId:
    return finding(services, client, audit_id)


@pytest.fixture
def shown(services: Services, client: ClientId, first: FindingId, qtbot: QtBot) -> Iterator[Desk]:
    with desk(NonconformitiesPage, services, client) as made:
        yield made


def view(shown: Desk, key: FindingId) -> FindingView:
    return shown.services.findings.get(shown.client, key, "en")


def change(shown: Desk, key: FindingId, **values: Any) -> None:
    shown.services.findings.change(shown.client, key, **values)


def write(shown: Desk, field: str, text: str) -> None:
    control = shown.page.card.form.fields[field].control
    control.setFocus()
    control.setPlainText(text)
    control.commit()


def states(shown: Desk) -> list[str]:
    return [said for _word, _state, said in shown.page.card.steps._shown]


def test_a_nonconformity_is_led_through_all_five_steps(shown: Desk, first: FindingId) -> None:
    today = shown.services.plan.today()
    person = shown.services.team.people(shown.client)[0].id
    edited = shown.page.card.form.edited.emit
    assert states(shown) == ["now", *["still to come"] * 4]
    write(shown, "correction", "Reviewed both")
    write(shown, "cause", "No date in the procedure")
    write(shown, "action", "Add a date")
    edited("responsible_id", person)
    edited("due_on", today + timedelta(days=9))
    assert states(shown) == ["done", "done", "done", "now", "still to come"]
    assert shown.page.card._left.accessibleName() == "9 days left"
    edited("done_on", today)
    edited("verified_on", today)
    edited("effective", True)
    assert view(shown, first).stage is Stage.CLOSED
    assert states(shown) == ["done"] * 5
    assert shown.page.card._left.accessibleName() == "Closed"


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (9, "9 days left"),
        (1, "1 day left"),
        (0, "due today"),
        (-1, "overdue by 1 day"),
        (-4, "overdue by 4 days"),
    ],
)
def test_time_left_in_words(shown: Desk, first: FindingId, days: int, words: str) -> None:
    today = shown.services.plan.today()
    change(shown, first, due_on=today + timedelta(days=days))
    assert finding_words.time_left(view(shown, first), today) == words
    assert finding_words.is_overdue(view(shown, first), today) == (days < 0)


def test_time_goes_on_without_a_change(shown: Desk, first: FindingId, clock: StillClock) -> None:
    change(shown, first, due_on=shown.services.plan.today())
    clock.move(days=3)
    shown.page.refresh()
    assert shown.page.card._left.accessibleName() == "overdue by 3 days"


def test_what_is_done_has_no_time_left(shown: Desk, first: FindingId) -> None:
    today = shown.services.plan.today()
    change(shown, first, due_on=today, done_on=today)
    assert finding_words.time_left(view(shown, first), today) == ""


def test_calling_it_effective_too_early_is_refused_at_the_field(shown: Desk, first: FindingId) -> None:
    """process.md 3: nothing is verified before it is done."""
    form = shown.page.card.form
    form.fields["effective"].control.set_value(True)
    form.edited.emit("effective", True)
    assert "Fill in steps 2 to 4 first" in form.fields["effective"].error()
    assert form.fields["effective"].control.value() is None, "the field shows what is kept"
    assert view(shown, first).effective is None


def test_a_date_before_the_finding_is_refused_at_the_field(shown: Desk, first: FindingId) -> None:
    form = shown.page.card.form
    form.edited.emit("done_on", shown.services.plan.today() - timedelta(days=30))
    assert form.fields["done_on"].error()
    assert view(shown, first).done_on is None


def test_an_error_goes_with_its_finding(shown: Desk, first: FindingId, audit_id: AuditId) -> None:
    other = finding(shown.services, shown.client, audit_id, Grade.MAJOR)
    shown.page.show_row(first)
    shown.page.card.form.edited.emit("effective", True)
    shown.page.show_row(other)
    assert shown.page.card.form.fields["effective"].error() == ""


def test_five_whys_grow_as_they_are_answered(shown: Desk, first: FindingId) -> None:
    whys = shown.page.card.form.whys
    assert [line.isHidden() for line in whys._lines] == [False, False]
    QTest.keyClicks(whys._lines[1], "Nobody was told")
    assert len([line for line in whys._lines if not line.isHidden()]) == 3
    whys._lines[0].setText("No date")
    whys._lines[0].commit()
    whys._lines[1].commit()
    assert view(shown, first).whys == ("No date", "Nobody was told")


def test_grade_changes_between_major_and_minor_only(shown: Desk, first: FindingId) -> None:
    grade = shown.page.card.grade
    assert [grade.itemText(i) for i in range(grade.count())] == ["Major nonconformity", "Minor nonconformity"]
    grade.picked.emit(Grade.MAJOR)
    assert view(shown, first).grade is Grade.MAJOR


def test_an_opportunity_asks_for_less(shown: Desk, audit_id: AuditId) -> None:
    chance = finding(shown.services, shown.client, audit_id, Grade.OPPORTUNITY)
    shown.page.show_row(chance)
    form = shown.page.card.form
    assert form.fields["cause"].isHidden()
    assert form.fields["correction"].isHidden()
    assert not form.fields["action"].isHidden()
    assert shown.page.card.steps.isHidden()
    assert shown.page.card.record.isHidden()


def test_filters_and_search(shown: Desk, first: FindingId, audit_id: AuditId) -> None:
    today = shown.services.plan.today()
    second = finding(shown.services, shown.client, audit_id, Grade.MAJOR)
    change(shown, second, due_on=today - timedelta(days=1), statement="Ремонт не учтён")

    def listed() -> list[FindingId]:
        return [row.id for row in shown.page._list.model.rows()]

    assert set(listed()) == {first, second}
    shown.page.show_.set_value(Show.OVERDUE)
    shown.page._sift()
    assert listed() == [second]
    shown.page._reset()
    shown.page.search.setText("учтен РЕМОНТ")
    shown.page._sift()
    assert listed() == [second]
    shown.page.search.setText("NEAR(")
    shown.page._sift()
    assert listed() == []
    assert shown.page._list.currentIndex() == 1
    shown.page._list.nothing.action_requested.emit()
    assert set(listed()) == {first, second}


def test_a_list_of_one_audit_follows_the_chosen_audit(shown: Desk, services: Services, client: ClientId) -> None:
    other = firm(services, client)
    later = finding(services, client, other)
    shown.page.audit.set_value(other)
    shown.page._audit_picked(other)
    assert [row.id for row in shown.page._list.model.rows()] == [later]
    assert shown.case.audit.shown(services, client) == services.audits.get(other)


def test_a_task_is_made_of_the_action(shown: Desk, first: FindingId) -> None:
    shown.page.card.task.click()
    assert "no corrective action yet" in shown.page.card.form.fields["action"].error()
    assert shown.services.plan.tasks(shown.client, "en") == ()
    change(shown, first, action="Add a date")
    shown.page.card.task.click()
    (task,) = shown.services.plan.tasks(shown.client, "en")
    assert task.title.endswith("Add a date")
    shown.messages._toast._button.click()
    assert shown.places == [Place(Page.PLAN, task.id)]


def test_removing_can_be_taken_back(shown: Desk, first: FindingId) -> None:
    press(shown.page.table, Qt.Key.Key_Delete)
    assert shown.page._stack.currentIndex() == 0, "none is left"
    shown.services.history.undo()
    assert shown.page._stack.currentIndex() == 1
    assert shown.page.card.finding().id == first


def test_links_lead_to_the_row_and_to_the_next_step(shown: Desk, first: FindingId) -> None:
    shown.page.card.row.click()
    assert shown.places == [Place(Page.CHECKLIST, str(view(shown, first).item))]
    assert shown.page.head._missing == ((f"{first}:correction", f"{view(shown, first).number}: Correction"),)
    shown.page.show_row(f"{first}:correction")
    assert shown.page.current_row() in {first, f"{first}:correction"}


def test_text_of_a_finding_stays_with_it(shown: Desk, first: FindingId, audit_id: AuditId) -> None:
    other = finding(shown.services, shown.client, audit_id, Grade.MAJOR)
    shown.page.show_row(first)
    control = shown.page.card.form.fields["cause"].control
    control.setFocus()
    control.setPlainText("<b>Cause</b> & effect")
    shown.page.show_row(other)
    assert view(shown, first).cause == "<b>Cause</b> & effect"
    assert view(shown, other).cause == ""


def test_printing_names_record_and_audit(shown: Desk, first: FindingId) -> None:
    shown.page.card.record.click()
    record = view(shown, first)
    assert shown.prints == [(f"nonconformity:{record.number}", record.audit_number)]


@pytest.mark.parametrize(("width", "language"), [(580, "ru"), (860, "ru"), (1800, "en")])
def test_the_card_never_scrolls_sideways(
    shown: Desk, dressed: QApplication, qtbot: QtBot, width: int, language: str
) -> None:
    """U63."""
    speech.set_language(dressed, language)
    shown.host.resize(width, 620)
    shown.page.resize(width, 620)
    for area in shown.page.findChildren(QScrollArea):
        qtbot.waitUntil(lambda area=area: area.widget().minimumSizeHint().width() <= area.viewport().width())
    assert shown.page.minimumSizeHint().width() <= width


def test_without_findings_the_page_leads_to_the_checklist(services: Services, client: ClientId, qtbot: QtBot) -> None:
    with desk(NonconformitiesPage, services, client) as shown:
        assert shown.page._stack.currentIndex() == 0
        shown.page._empty.action_requested.emit()
        assert shown.places == [Place(Page.CHECKLIST)]
        assert shown.page.current_row() == ""
