"""Page 2.4: controls decided by key, said why and by whom, one change for several, checked, and there for whom it is."""

import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import annex
import pytest
from annex import AnnexShelf, controls, key
from builders import STANDARD, person
from cases import shown_page
from conftest import ACTOR, StillClock
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from shown import SETTLE, Shown, settled, spoken_name, words_of
from shown import controls as controls_of

from isodesk import wording
from isodesk.domain.applicability import ControlStatus, Fault, Reason
from isodesk.domain.conformity import Conformity
from isodesk.domain.journey import Page, Phase
from isodesk.domain.keys import ClientId, QuestionKey
from isodesk.services.applicability import place_of
from isodesk.services.clients import NewClient
from isodesk.services.workspace import Services, open_workspace
from isodesk.ui import speech, theme
from isodesk.ui.case import Place, RowHelp
from isodesk.ui.case_view import ORDER
from isodesk.ui.models import controls as columns
from isodesk.ui.models.rows import DISPLAY, SIGN
from isodesk.ui.pages.applicability import ApplicabilityPage
from isodesk.ui.pages.applicability.filters import Show
from isodesk.ui.signs import Sign

SHIFT = Qt.KeyboardModifier.ShiftModifier
KEYS = Qt.Key


@pytest.fixture
def services(template: Path, folder: Path, clock: StillClock) -> Iterator[Services]:
    shutil.copytree(template, folder)
    opened = open_workspace(folder, actor=ACTOR, clock=clock, shelf=AnnexShelf())
    yield opened
    opened.close()


@pytest.fixture
def client(services: Services) -> ClientId:
    return services.clients.create(NewClient("ООО «Щит»", annex.STANDARD, "ru", 12))


@pytest.fixture
def other(services: Services, client: ClientId) -> ClientId:
    """A client whose standard has no annex."""
    return next(view.id for view in services.clients.listed() if view.id != client)


@pytest.fixture
def page(services: Services, client: ClientId, qtbot: QtBot) -> Iterator[ApplicabilityPage]:
    with shown_page(ApplicabilityPage, services, client) as made:
        own = cast("ApplicabilityPage", made)
        qtbot.waitUntil(own.table.hasFocus)
        yield own


def press(page: ApplicabilityPage, *keys: Qt.Key) -> None:
    for pressed in keys:
        QTest.keyClick(page.table, pressed)


def click(target: QWidget) -> None:
    QTest.mouseClick(target, Qt.MouseButton.LeftButton)


def decisions(services: Services, client: ClientId) -> list[bool | None]:
    return [view.applicable for view in services.applicability.controls(client, "en")]


def listed(page: ApplicabilityPage) -> list[str]:
    return [view.clause for view in page.listing.model.rows()]


def choose(field: QComboBox, words: str) -> None:
    """Picks an entry as a person does, with the keyboard."""
    target = field.findText(words)
    assert target >= 0, [field.itemText(row) for row in range(field.count())]
    field.setFocus()
    while field.currentIndex() != target:
        QTest.keyClick(field, KEYS.Key_Down if field.currentIndex() < target else KEYS.Key_Up)


def test_five_decisions_take_five_keys(page: ApplicabilityPage, services: Services, client: ClientId) -> None:
    """U28: 1 applies, 4 does not; the row below comes by itself."""
    press(page, KEYS.Key_1, KEYS.Key_4, KEYS.Key_1, KEYS.Key_1, KEYS.Key_4)
    assert decisions(services, client) == [True, False, True, True, False]
    assert page.table.hasFocus()
    press(page, KEYS.Key_0)
    assert decisions(services, client)[-1] is None
    press(page, KEYS.Key_Up, KEYS.Key_Delete)
    assert decisions(services, client)[-2:] == [None, None]
    services.history.undo()
    assert decisions(services, client)[-2:] == [True, None]


def test_keys_that_mean_nothing_here_do_nothing(page: ApplicabilityPage, services: Services, client: ClientId) -> None:
    before = services.history.undoable
    press(page, KEYS.Key_2, KEYS.Key_3)
    assert decisions(services, client) == [None] * 5
    assert page.table.currentIndex().row() == 0
    assert services.history.undoable is before


def test_keys_of_the_number_pad(page: ApplicabilityPage, services: Services, client: ClientId) -> None:
    """U31."""
    QTest.keyClick(page.table, KEYS.Key_4, Qt.KeyboardModifier.KeypadModifier)
    assert decisions(services, client)[0] is False


def test_single_keys_can_be_switched_off_and_the_buttons_decide(
    page: ApplicabilityPage, services: Services, client: ClientId
) -> None:
    """U29."""
    page.case.preferences.update(single_keys=False)
    press(page, KEYS.Key_1)
    assert decisions(services, client)[0] is None
    assert "does not apply" not in page.hints.text()
    click(page.card.decision.buttons[4])
    assert decisions(services, client)[0] is False
    assert page.table.currentIndex().row() == 0
    click(page.card.decision.buttons[4])
    assert decisions(services, client)[0] is None
    assert not page.card.decision.buttons[4].isChecked()
    page.case.preferences.update(single_keys=True)
    assert "does not apply" in page.hints.text()


def test_digits_are_digits_in_a_text(page: ApplicabilityPage, services: Services, client: ClientId) -> None:
    """U29."""
    press(page, KEYS.Key_4, KEYS.Key_Up, KEYS.Key_Return)
    area = page.card.form.justification
    assert area.hasFocus()
    QTest.keyClicks(area, "1 office, 4 people")
    QTest.keyClick(area, KEYS.Key_Tab)
    view = controls(services, client)["A.5.1"]
    assert (view.applicable, view.justification) == (False, "1 office, 4 people")


def test_everything_about_a_control_is_said_on_its_card(
    page: ApplicabilityPage, services: Services, client: ClientId
) -> None:
    who = person(services, client, "Лебедева И. О.")
    press(page, KEYS.Key_1, KEYS.Key_Up)
    form = page.card.form
    pills = dict(zip(Reason, form.reasons.pills(), strict=True))
    click(pills[Reason.LAW])
    QTest.keyClick(pills[Reason.CONTRACT], KEYS.Key_Space)
    click(pills[Reason.LAW])
    form.evidence.setFocus()
    QTest.keyClicks(form.evidence, "Policy, ed. 2")
    choose(form.status, "Implemented")
    choose(form.owner, "Лебедева И. О.")
    view = controls(services, client)["A.5.1"]
    assert (view.reasons, view.evidence, view.own_status, view.owner) == (
        {Reason.CONTRACT},
        "Policy, ed. 2",
        ControlStatus.IMPLEMENTED,
        who,
    )
    assert view.faults == ()
    row = page.listing.model.row_of(key("A.5.1"))
    shown = [page.listing.model.index(row, column).data(DISPLAY) for column in range(8)]
    assert shown == ["A.5.1", "Policies", "Applies", "Contract", "Implemented", "Лебедева И. О.", "Policy, ed. 2", ""]
    services.history.undo()
    assert form.owner.value() is None


def test_what_is_missing_stands_in_the_row_and_on_the_card(page: ApplicabilityPage) -> None:
    press(page, KEYS.Key_1, KEYS.Key_Up)
    model = page.listing.model
    assert model.index(0, columns.MISSING).data(DISPLAY) == "No reason, No owner"
    assert model.index(0, columns.MISSING).data(SIGN).icon == "warning"
    said = [words.text() for holder, words in page.card._faults if holder.isVisible()]
    assert said == [wording.FAULT_WHY[Fault.NO_REASON], wording.FAULT_WHY[Fault.NO_OWNER]]
    press(page, KEYS.Key_Return)
    assert page.card.form.reasons.pills()[0].hasFocus()


def test_a_control_that_does_not_apply_is_asked_why_and_for_no_reason(page: ApplicabilityPage) -> None:
    press(page, KEYS.Key_4, KEYS.Key_Up)
    assert page.card.form.reasons.isHidden()
    assert "not apply" in page.card.form.justification.accessibleName()
    press(page, KEYS.Key_1, KEYS.Key_Up)
    assert not page.card.form.reasons.isHidden()


def ink(page: ApplicabilityPage, row: int) -> str:
    """The colour of a status."""
    sign: Sign = page.listing.model.index(row, columns.STATUS).data(SIGN)
    return sign.token


def test_the_status_is_the_assessments_until_somebody_says_otherwise(
    page: ApplicabilityPage, services: Services, client: ClientId
) -> None:
    services.assessment.record(client, QuestionKey("annex.roles"), Conformity.PARTLY)
    services.applicability.decide(client, [key("A.5.2")], True)
    page.table.go_to(key("A.5.2"))
    row = page.listing.model.row_of(key("A.5.2"))
    assert page.listing.model.index(row, columns.STATUS).data(DISPLAY) == "Partly implemented"
    assert ink(page, row) == "muted"
    assert page.card.form.status.currentText() == "As assessed: Partly implemented"
    choose(page.card.form.status, "Partly implemented")
    assert ink(page, row) != "muted"
    assert controls(services, client)["A.5.2"].own_status is ControlStatus.PARTLY


def test_the_card_leads_to_the_questions_of_the_control(page: ApplicabilityPage, qtbot: QtBot) -> None:
    links = [link for link in page.card.assessed.findChildren(QPushButton) if link.isVisible()]
    assert len(links) == 2
    with qtbot.waitSignal(page.place_requested) as asked:
        click(links[1])
    assert asked.args == [Place(Page.GAP, "annex.rules")]
    page.table.go_to(key("A.8.2"))
    assert page.card.assessed.isHidden()


def test_help_follows_the_row(page: ApplicabilityPage) -> None:
    heard: list[RowHelp | None] = []
    page.help_changed.connect(heard.append)
    press(page, KEYS.Key_Down)
    assert heard[-1] is not None
    assert heard[-1].question == "Does everybody know their part?"
    page.table.go_to(key("A.8.2"))
    assert heard[-1] is None


def select(page: ApplicabilityPage, rows: int) -> None:
    """The row at hand and those below it."""
    for _row in range(rows - 1):
        QTest.keyClick(page.table, KEYS.Key_Down, SHIFT)


def test_several_controls_change_in_one_step_each(
    page: ApplicabilityPage, services: Services, client: ClientId
) -> None:
    """U41: one decision, one reason, one status, one person, one text for all, one undo each."""
    services.applicability.set_reasons(client, [key("A.5.2")], frozenset({Reason.LAW}))
    who = person(services, client, "Лебедева И. О.")
    select(page, 3)
    press(page, KEYS.Key_1)
    form = page.card.form
    assert decisions(services, client) == [True, True, True, None, None]
    assert page.table.selected_keys() == [key("A.5.1"), key("A.5.2"), key("A.5.10")]
    assert "3" in page.case.messages.last
    click(form.reasons.pills()[0])
    choose(form.owner, "Лебедева И. О.")
    choose(form.status, "Still planned")
    form.evidence.setFocus()
    QTest.keyClicks(form.evidence, "register 7")
    QTest.keyClick(form.evidence, KEYS.Key_Tab)
    found = list(controls(services, client).values())
    assert [view.reasons for view in found[:4]] == [{Reason.RISK}, {Reason.RISK, Reason.LAW}, {Reason.RISK}, set()]
    assert [view.owner for view in found] == [who] * 3 + [None] * 2
    assert [view.own_status for view in found] == [ControlStatus.PLANNED] * 3 + [None] * 2
    assert [view.evidence for view in found] == ["register 7"] * 3 + [""] * 2
    for _step in range(5):
        services.history.undo()
    assert decisions(services, client) == [None] * 5
    assert controls(services, client)["A.5.2"].reasons == {Reason.LAW}


def test_what_differs_among_several_is_not_shown_and_not_overwritten(
    page: ApplicabilityPage, services: Services, client: ClientId
) -> None:
    who = person(services, client)
    services.applicability.write(client, [key("A.5.1")], "justification", "the bank")
    services.applicability.set_owner(client, [key("A.5.1")], who)
    services.applicability.set_status(client, [key("A.5.1")], ControlStatus.PARTLY)
    services.applicability.decide(client, [key("A.5.1")], True)
    select(page, 2)
    form = page.card.form
    assert (form.justification.value(), form.status.currentIndex(), form.owner.currentIndex()) == ("", -1, -1)
    assert "differ" in form.justification.placeholderText()
    assert not any(made.isChecked() for made in page.card.decision.buttons.values())
    form.justification.setFocus()
    QTest.keyClick(form.justification, KEYS.Key_Tab)
    press(page, KEYS.Key_Down)
    assert controls(services, client)["A.5.1"].justification == "the bank"
    assert controls(services, client)["A.5.1"].owner == who


def test_a_text_goes_to_the_control_it_was_typed_for(
    page: ApplicabilityPage, services: Services, client: ClientId
) -> None:
    """U24: whatever is clicked next."""
    area = page.card.form.evidence
    area.setFocus()
    QTest.keyClicks(area, "log book")
    page.table.go_to(key("A.5.10"))
    assert [view.evidence for view in controls(services, client).values()] == ["log book", "", "", "", ""]
    assert area.value() == ""


def test_esc_leads_from_a_field_back_to_the_grid(page: ApplicabilityPage, services: Services, client: ClientId) -> None:
    area = page.card.form.evidence
    area.setFocus()
    QTest.keyClicks(area, "half a wo")
    QTest.keyClick(area, KEYS.Key_Escape)
    assert area.value() == ""
    QTest.keyClick(area, KEYS.Key_Escape)
    assert page.table.hasFocus()
    assert controls(services, client)["A.5.1"].evidence == ""


def test_a_book_is_refused_at_the_field(page: ApplicabilityPage, services: Services, client: ClientId) -> None:
    """U48."""
    area = page.card.form.evidence
    area.setFocus()
    area.setPlainText("x" * 100_001)
    area.commit()
    assert "100000" in page.card.form.fields["evidence"].error()
    assert controls(services, client)["A.5.1"].evidence == ""
    page.table.go_to(key("A.5.2"))
    assert page.card.form.fields["evidence"].error() == ""


def test_the_assessment_proposes_and_one_undo_takes_it_back(
    page: ApplicabilityPage, services: Services, client: ClientId
) -> None:
    services.assessment.record(client, QuestionKey("annex.roles"), Conformity.NOT_APPLICABLE)
    services.assessment.set_note(client, QuestionKey("annex.roles"), "reason", "two people")
    press(page, KEYS.Key_4)
    click(page.propose)
    assert decisions(services, client) == [False, False, True, True, True]
    assert controls(services, client)["A.5.2"].justification == "two people"
    assert "4 controls decided" in page.case.messages.last
    click(page.propose)
    assert "already" in page.case.messages.last
    services.history.undo()
    assert decisions(services, client) == [False] + [None] * 4


def test_the_check_lists_what_is_missing_as_links(
    page: ApplicabilityPage, services: Services, client: ClientId, qtbot: QtBot
) -> None:
    """U09: each link shows the controls it is about; the list keeps up while they are mended."""
    services.applicability.propose(client)
    services.applicability.decide(client, [key("A.8.2")], False)
    assert links(page) == []
    click(page.check)
    assert links(page) == ["No justification: 1", "No owner: 4"]
    with qtbot.waitSignal(page.place_requested) as asked:
        click(next(link for link in page.head.findChildren(QPushButton) if link.text() == "No owner: 4"))
    page.show_row(asked.args[0].row)
    assert listed(page) == ["A.5.1", "A.5.2", "A.5.10", "A.8.1"]
    assert page.table.hasFocus()
    press(page, KEYS.Key_Return)
    assert page.card.form.owner.hasFocus()
    person(services, client, "Лебедева И. О.")
    choose(page.card.form.owner, "Лебедева И. О.")
    assert links(page) == ["No justification: 1", "No owner: 3"]
    assert len(listed(page)) == 4, "nothing moves under one's hands"
    page.show_row("fault:no-justification")
    assert listed(page) == ["A.8.2"]


def links(page: ApplicabilityPage) -> list[str]:
    """What the strip at the top says."""
    QTest.qWait(1)
    strip = page.head._strip
    return [link.text() for link in strip.findChildren(QPushButton) if not strip.isHidden() and link.isVisible()]


def test_a_check_without_findings_says_so(page: ApplicabilityPage, services: Services, client: ClientId) -> None:
    services.applicability.propose(client)
    services.applicability.set_owner(client, map(key, annex.CONTROLS), person(services, client))
    click(page.check)
    assert links(page) == []
    assert "complete" in page.case.messages.last


@pytest.mark.parametrize(
    ("digit", "found"),
    [
        (KEYS.Key_1, list(annex.CONTROLS)),
        (KEYS.Key_2, ["A.8.2"]),
        (KEYS.Key_3, ["A.5.2", "A.8.1", "A.8.2"]),
        (KEYS.Key_4, ["A.5.2", "A.8.1"]),
    ],
)
def test_alt_and_a_digit_filter(
    page: ApplicabilityPage, services: Services, client: ClientId, digit: Qt.Key, found: list[str]
) -> None:
    services.applicability.propose(client)
    services.applicability.set_owner(client, map(key, annex.CONTROLS), person(services, client))
    services.applicability.decide(client, [key("A.5.2"), key("A.8.1")], False)
    services.applicability.decide(client, [key("A.8.2")], None)
    page.activateWindow()
    QTest.keyClick(page.table, digit, Qt.KeyboardModifier.AltModifier)
    assert listed(page) == found


def test_a_decided_control_stays_until_the_filter_is_chosen_again(page: ApplicabilityPage) -> None:
    page.filters.set_wanted(Show.UNDECIDED)
    press(page, KEYS.Key_1, KEYS.Key_1)
    assert listed(page) == list(annex.CONTROLS)
    page.filters.set_wanted(Show.UNDECIDED)
    assert listed(page) == ["A.5.10", "A.8.1", "A.8.2"]


def test_space_goes_to_the_next_undecided_one(page: ApplicabilityPage, services: Services, client: ClientId) -> None:
    services.applicability.decide(client, [key(n) for n in annex.CONTROLS[1:4]], True)
    press(page, KEYS.Key_Space)
    assert page.table.current_key() == key("A.8.2")
    press(page, KEYS.Key_1, KEYS.Key_Space)
    assert page.table.current_key() == key("A.5.1")
    press(page, KEYS.Key_1, KEYS.Key_Space)
    assert "Every control is decided" in page.case.messages.last


def search(page: ApplicabilityPage, text: str) -> None:
    page.filters.search.setText(text)
    QTest.keyClick(page.filters.search, KEYS.Key_Return)


@pytest.mark.parametrize("text", ["ОТЧЁТ", "отчет", "Отчё"])
def test_search_knows_no_case_and_no_dots(
    page: ApplicabilityPage, services: Services, client: ClientId, text: str
) -> None:
    """U38."""
    services.applicability.write(client, [key("A.5.10")], "evidence", "Отчёт за март")
    search(page, text)
    assert listed(page) == ["A.5.10"]


@pytest.mark.parametrize("text", ['"', "a OR", "NEAR(", "*", "%", "_", "\\", "<b>&", "'; DROP", "[", "(?"])
def test_any_text_is_only_a_text(page: ApplicabilityPage, text: str) -> None:
    """U39."""
    search(page, text)
    assert all(text.casefold() in columns.haystack(view) for view in page.listing.model.rows())


def test_nothing_found_is_said_and_reset_in_one_step(page: ApplicabilityPage) -> None:
    search(page, "no such words")
    assert page.listing.currentWidget() is page.listing.nothing
    assert page._card_holder.isHidden()
    click(next(made for made in page.listing.nothing.findChildren(QPushButton) if made.isVisible()))
    assert listed(page) == list(annex.CONTROLS)
    assert page._card_holder.isVisible()


def test_sections_filter_and_keep_their_place_in_another_language(page: ApplicabilityPage, qapp: QApplication) -> None:
    choose(page.filters.section, "A.8 Technological controls")
    assert listed(page) == ["A.8.1", "A.8.2"]
    speech.set_language(qapp, "ru")
    assert page.filters.section.currentText() == "A.8 Технические меры"
    assert listed(page) == ["A.8.1", "A.8.2"]
    assert page.card._title.text() == "A.8.1 Устройства"


def test_a_place_leads_to_a_control_and_a_field_of_it(page: ApplicabilityPage) -> None:
    page.filters.set_wanted(Show.EXCLUDED)
    page.show_row(f"{place_of(key('A.8.1'))}:owner")
    assert page.table.current_key() == key("A.8.1")
    assert page.card.form.owner.hasFocus()
    assert page.current_row() == "iso-annex/A.8.1:owner"
    page.show_row(place_of(key("A.5.10")))
    assert page.current_row() == "iso-annex/A.5.10"
    page.show_row("iso-annex/A.9.9")
    assert page.table.hasFocus()


def test_changes_from_elsewhere_are_read(page: ApplicabilityPage, services: Services, client: ClientId) -> None:
    services.assessment.set_note(client, QuestionKey("annex.policies"), "existing", "policy, ed. 2")
    assert page.listing.model.index(0, columns.EVIDENCE).data(DISPLAY) == "policy, ed. 2"
    assert "policy, ed. 2" in page.card.form.evidence.placeholderText()
    person(services, client, "Новая Н. Н.")
    assert page.card.form.owner.findText("Новая Н. Н.") > 0


def test_a_decision_repaints_one_row_and_nobody_loses_their_place(page: ApplicabilityPage) -> None:
    changed: list[tuple[int, int]] = []
    resets: list[int] = []
    page.listing.model.dataChanged.connect(lambda first, last, _roles: changed.append((first.row(), last.row())))
    page.listing.model.modelReset.connect(lambda: resets.append(1))
    press(page, KEYS.Key_Down, KEYS.Key_1)
    assert (changed, resets) == ([(1, 1)], [])
    assert page.table.selected_keys() == [key("A.5.10")]


def test_the_model_keeps_the_rules_of_models(page: ApplicabilityPage, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(page.listing.model, force_py=True)


def test_the_statement_prints_from_the_page(page: ApplicabilityPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.print_requested) as asked:
        click(page.print_)
    assert asked.args == ["statement-of-applicability", ""]
    assert page.documents == ("statement-of-applicability",)


def test_f1_lists_the_keys(page: ApplicabilityPage) -> None:
    assert {"1", "4", "Enter"} <= {keys for keys, _words in page.key_help()}


def test_without_controls_the_page_leads_to_the_standards(services: Services, other: ClientId, qtbot: QtBot) -> None:
    """U37."""
    with shown_page(ApplicabilityPage, services, other) as made:
        own = cast("ApplicabilityPage", made)
        assert own._stack.currentWidget() is own._empty
        with qtbot.waitSignal(own.place_requested) as asked:
            click(next(button for button in own._empty.findChildren(QPushButton) if button.isVisible()))
        assert asked.args == [Place(Page.SCOPE)]
        assert own.current_row() == ""
        own.leave()


def test_a_reader_looks_and_changes_nothing(services: Services, client: ClientId, qtbot: QtBot) -> None:
    services.applicability.propose(client)
    reader = open_workspace(services.folder, actor="reader", shelf=AnnexShelf())
    with shown_page(ApplicabilityPage, reader, client) as made:
        own = cast("ApplicabilityPage", made)
        qtbot.waitUntil(own.table.hasFocus)
        press(own, KEYS.Key_4, KEYS.Key_Delete)
        assert decisions(reader, client) == [True] * 5
        form = own.card.form
        assert form.justification.isReadOnly()
        assert form.evidence.isReadOnly()
        for control in (form.status, form.owner, form.reasons, own.card.decision, own.propose):
            assert not control.isEnabled()
        assert own.check.isEnabled()
        assert own.print_.isEnabled()
        click(own.check)
        assert "No owner: 5" in links(own)
        own.leave()
    reader.close()


@pytest.fixture
def shown(services: Services, client: ClientId, dressed: QApplication) -> Iterator[Shown]:
    services.applicability.propose(client)
    person(services, client, "Лебедева И. О.")
    window = Shown(services, client)
    yield window
    window.close()


def in_sidebar(shown: Shown) -> bool:
    """Whether the sidebar shows the page."""
    assert shown.desk.view is not None
    index = shown.desk.view.sidebar._pages[Page.APPLICABILITY].index()
    return not shown.desk.view.sidebar.isRowHidden(index.row(), index.parent())


def walked(shown: Shown) -> tuple[Page, ...]:
    """The pages that Next leads to, from the overview on."""
    found = [settled(shown, Page.OVERVIEW).key]
    while not shown.page.foot.next.isHidden():
        click(shown.page.foot.next)
        found.append(shown.page.key)
    return tuple(found)


def test_the_page_is_there_only_for_clients_with_controls(shown: Shown, other: ClientId) -> None:
    """Sidebar, overview, Next and Back, and the count of the phase agree."""
    assert shown.desk.view is not None
    assert in_sidebar(shown)
    assert walked(shown) == ORDER
    role = Qt.ItemDataRole.AccessibleTextRole
    assert shown.desk.view.sidebar._phases[Phase.PLANNING].data(role).endswith("0 of 6")
    assert shown.desk.view.sidebar._pages[Page.APPLICABILITY].data(role).endswith("5/5")
    overview = settled(shown, Page.OVERVIEW)
    assert overview.phases[Phase.PLANNING].links[Page.APPLICABILITY].isVisible()
    shown.desk.open_client(other)
    QTest.qWait(SETTLE)
    assert not in_sidebar(shown)
    assert walked(shown) == tuple(page for page in ORDER if page is not Page.APPLICABILITY)
    overview = settled(shown, Page.OVERVIEW)
    assert not overview.phases[Phase.PLANNING].links[Page.APPLICABILITY].isVisible()
    assert shown.desk.view.sidebar._phases[Phase.PLANNING].data(role).endswith("0 of 5")


def test_the_page_comes_and_goes_with_the_standard(shown: Shown, services: Services, client: ClientId) -> None:
    settled(shown, Page.APPLICABILITY)
    services.adoptions.add(client, STANDARD)
    services.adoptions.remove(client, annex.STANDARD)
    QTest.qWait(SETTLE)
    assert shown.page.key is Page.APPLICABILITY
    assert in_sidebar(shown), "what is open is marked in the sidebar"
    click(shown.page.foot.back)
    assert shown.page.key is Page.RISKS
    assert not in_sidebar(shown)
    services.adoptions.add(client, annex.STANDARD)
    QTest.qWait(SETTLE)
    assert in_sidebar(shown)


def test_controls_and_counts_follow_at_once(shown: Shown, services: Services) -> None:
    own = cast("ApplicabilityPage", settled(shown, Page.APPLICABILITY))
    assert own.tally.accessibleName() == "Applies 5; Does not apply 0; Not decided 0; Incomplete 5"
    press(own, KEYS.Key_4)
    assert own.tally.accessibleName() == "Applies 4; Does not apply 1; Not decided 0; Incomplete 5"


def test_every_control_has_a_name_and_is_large_enough(shown: Shown) -> None:
    """U57, U60."""
    settled(shown, Page.APPLICABILITY)
    cast("ApplicabilityPage", shown.page).check_all()
    QTest.qWait(30)
    seen = list(controls_of(shown.page))
    assert len(seen) > 15
    assert [type(widget).__name__ for widget in seen if not spoken_name(widget).strip()] == []
    targets = [widget for widget in seen if isinstance(widget, QAbstractButton | QComboBox)]
    assert [spoken_name(widget) for widget in targets if min(widget.width(), widget.height()) < 24] == []


def test_tab_comes_to_every_control_and_back(shown: Shown) -> None:
    """U25."""
    own = settled(shown, Page.APPLICABILITY)
    wanted = {
        w for w in controls_of(own) if w.focusPolicy() & Qt.FocusPolicy.TabFocus and not isinstance(w, QScrollArea)
    }
    wanted = {w.focusProxy() or w for w in wanted}
    shown.window.activateWindow()
    own.setFocus()
    reached: set[QWidget] = set()
    cast("ApplicabilityPage", own).table.setFocus()
    for _step in range(len(wanted) + 200):
        focused = QApplication.focusWidget()
        if focused is None:
            break
        reached.add(focused)
        QTest.keyClick(focused, KEYS.Key_Tab)
        if wanted <= reached:
            break
    assert [spoken_name(widget) for widget in wanted - reached] == []


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("percent", [100, 150])
def test_no_word_is_cut(shown: Shown, dressed: QApplication, language: str, percent: int) -> None:
    """U62: also while everything that can be said is said."""
    speech.set_language(dressed, language)
    usual, large = QFont(dressed.font()), QFont(dressed.font())
    large.setPointSizeF(large.pointSizeF() * percent / 100)
    try:
        dressed.setFont(large)
        own = cast("ApplicabilityPage", settled(shown, Page.APPLICABILITY))
        own.check_all()
        QTest.qWait(30)
        assert [text for widget, text in words_of(own) if is_cut(widget)] == []
    finally:
        dressed.setFont(usual)


def is_cut(widget: QWidget) -> bool:
    """Whether words do not fit and no tooltip has them whole."""
    if widget.toolTip():
        return False
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.height() + 1 < widget.heightForWidth(widget.width())
    if isinstance(widget, QLabel):
        return widget.width() + 1 < widget.minimumSizeHint().width()
    if isinstance(widget, QAbstractButton):
        return widget.width() < widget.fontMetrics().horizontalAdvance(widget.text().replace("&", ""))
    return False


def test_the_smallest_window_is_enough(shown: Shown, dressed: QApplication) -> None:
    """U63."""
    for language in ("ru", "en"):
        speech.set_language(dressed, language)
        shown.window.resize(1100, 680)
        own = cast("ApplicabilityPage", settled(shown, Page.APPLICABILITY))
        own.check_all()
        QTest.qWait(30)
        assert shown.window.width() == 1100
        assert own.minimumSizeHint().width() <= own.width()
        assert own.table.viewport().height() >= 5 * 32
        for scroll in own.findChildren(QScrollArea):
            assert not scroll.horizontalScrollBar().isVisible()


def test_access_keys_are_unique(shown: Shown, dressed: QApplication) -> None:
    """U32, whether a control applies or not."""
    for language in ("ru", "en"):
        speech.set_language(dressed, language)
        own = cast("ApplicabilityPage", settled(shown, Page.APPLICABILITY))
        for digit in (4, 1):
            own.decide(digit)
            keys = Counter(
                text.replace("&&", "")[text.replace("&&", "").index("&") + 1].casefold()
                for widget, text in words_of(own)
                if "&" in text.replace("&&", "") and (not isinstance(widget, QLabel) or widget.buddy() is not None)
            )
            assert len(keys) >= 4
            assert [letter for letter, count in keys.items() if count > 1] == [], language


def test_the_page_speaks_one_language_and_is_dark_in_the_dark(shown: Shown, dressed: QApplication) -> None:
    """U58, U65."""
    own = cast("ApplicabilityPage", settled(shown, Page.APPLICABILITY))
    own.check_all()
    speech.set_language(dressed, "ru")
    QTest.qWait(SETTLE)
    russian = speech.speech()
    sources = {*wording.FAULT.values(), *wording.APPLICABLE.values(), "Check", "Reasons", "Owner", "Show all controls"}
    seen = {text for _widget, text in words_of(own)}
    assert [text for text in seen & sources if russian(text) != text] == []
    theme.apply(dressed, "dark")
    try:
        QTest.qWait(30)
        picture = own.grab().toImage()
        for x, y in ((4, 4), (picture.width() - 5, picture.height() // 2), (30, picture.height() // 2)):
            assert picture.pixelColor(x, y).lightness() < 90
    finally:
        theme.apply(dressed, "light")
