"""Page 2.3: added, weighed, decided by key, made a task, seen in the matrix, printed; filters, scale, several at once."""

from collections.abc import Iterator
from typing import cast

import pytest
from builders import person
from cases import shown_page
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QPushButton, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from isodesk.domain.journey import COMING, Page
from isodesk.domain.keys import ClientId, PersonId
from isodesk.domain.risks import USUAL, Decision, Level, RiskFault, RiskKind
from isodesk.reports.press import Press
from isodesk.services.clients import NewClient
from isodesk.services.risks import RiskView
from isodesk.services.workspace import Services
from isodesk.ui.case import Place, RowHelp
from isodesk.ui.dialogs.risk_scale import RiskScaleDialog
from isodesk.ui.dialogs.usual_risks import UsualRisksDialog
from isodesk.ui.models import risks as columns
from isodesk.ui.models.rows import DISPLAY
from isodesk.ui.pages.risks import RisksPage
from isodesk.ui.pages.risks.filters import NOBODY, Show
from isodesk.ui.signs import STATES
from isodesk.ui.widgets.text_field import TextArea

KEYS = Qt.Key


@pytest.fixture
def client(services: Services) -> ClientId:
    return services.clients.create(NewClient("ООО «Вал»", "iso-9001-2026", "ru", 12))


@pytest.fixture
def owner(services: Services, client: ClientId) -> PersonId:
    return person(services, client, "Бобров Д. О.")


@pytest.fixture
def page(services: Services, client: ClientId, owner: PersonId, qtbot: QtBot) -> Iterator[RisksPage]:
    """Three risks and an opportunity; the second is critical."""
    for title, likelihood, impact in (("Supplier late", 3, 2), ("Machine fails", 5, 4), ("Hot summer", None, None)):
        services.risks.add(client, title, likelihood=likelihood, impact=impact, owner_id=owner)
    services.risks.add(client, "New customer", RiskKind.OPPORTUNITY, likelihood=5, impact=4)
    with shown_page(RisksPage, services, client) as made:
        own = cast("RisksPage", made)
        qtbot.waitUntil(own.table.hasFocus)
        yield own


def press(target: QWidget, *keys: Qt.Key) -> None:
    for pressed in keys:
        QTest.keyClick(target, pressed)


def click(target: QPushButton) -> None:
    QTest.mouseClick(target, Qt.MouseButton.LeftButton)


def choose(field: QComboBox, start: str) -> None:
    """Picks an entry as a person does, with the keyboard."""
    target = next(row for row in range(field.count()) if field.itemText(row).startswith(start))
    field.setFocus()
    while field.currentIndex() != target:
        QTest.keyClick(field, KEYS.Key_Down if field.currentIndex() < target else KEYS.Key_Up)


def views(page: RisksPage) -> dict[str, RiskView]:
    return {view.title: view for view in page.case.services.risks.listed(page.case.client, "en")}


def titles(page: RisksPage) -> list[str]:
    return [view.title for view in page.listing.model.rows()]


def field(page: RisksPage, name: str) -> QWidget:
    return page.card.form.fields[name].control


def write(page: RisksPage, name: str, text: str) -> None:
    area = cast("TextArea", field(page, name))
    area.setFocus()
    area.selectAll()
    QTest.keyClicks(area, text)
    area.commit()


def in_dialog(act: object) -> None:
    """Runs `act` on the next modal dialog."""

    def run() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        try:
            act(dialog)  # type: ignore[operator]
        finally:
            if dialog.isVisible():
                dialog.reject()

    QTimer.singleShot(50, run)


def test_the_page_is_there() -> None:
    assert Page.RISKS not in COMING


def test_from_nothing_to_paper_by_keyboard(services: Services, client: ClientId, owner: PersonId, qtbot: QtBot) -> None:
    """Add, weigh, decide, make a task, find it in the matrix, print."""
    with shown_page(RisksPage, services, client) as made:
        page = cast("RisksPage", made)
        qtbot.waitUntil(page.usual.hasFocus)
        press(page.usual, KEYS.Key_Insert)
        qtbot.waitUntil(field(page, "title").hasFocus)
        write(page, "title", "Only one setter")
        assert list(views(page)) == ["Only one setter"]
        choose(cast("QComboBox", field(page, "likelihood")), "4")
        choose(cast("QComboBox", field(page, "impact")), "5")
        choose(cast("QComboBox", field(page, "owner_id")), "Бобров")
        write(page, "treatment", "Train a second one")
        press(field(page, "treatment"), KEYS.Key_Tab)
        press(page.focusWidget(), KEYS.Key_Escape)
        assert page.table.hasFocus()
        press(page.table, KEYS.Key_2, KEYS.Key_N)
        view = views(page)["Only one setter"]
        assert (view.score, view.level, view.decision, view.owner) == (20, Level.HIGH, Decision.REDUCE, owner)
        assert [task.title for task in services.plan.tasks(client, "en")] == ["Train a second one"]
        assert page.card.form.tasks._lines[0][2].isVisible()
        press(page.table, KEYS.Key_M)
        assert page.shows_matrix
        assert page.matrix.picture.hasFocus()
        assert "likelihood 4, impact 5: 20, Critical risk – No. 1" in page.matrix.picture.accessibleDescription()
        press(page.matrix.picture, *[KEYS.Key_Up] * 3, *[KEYS.Key_Right] * 6, KEYS.Key_Return)
        assert not page.shows_matrix
        assert page.table.hasFocus()
        assert titles(page) == ["Only one setter"]
        asked: list[str] = []
        page.print_requested.connect(lambda key, _audit: asked.append(key))
        press(page.print_, KEYS.Key_Return)
        assert asked == ["risk-register"]
        assert "Only one setter" in str(Press(services).build(asked[0], client, "en").sections)


def test_digits_decide_by_kind_and_zero_clears(page: RisksPage) -> None:
    """U28."""
    press(page.table, KEYS.Key_1, KEYS.Key_4, KEYS.Key_3, KEYS.Key_2)
    found = views(page)
    assert [found[t].decision for t in ("Supplier late", "Machine fails", "Hot summer")] == [
        Decision.AVOID,
        Decision.ACCEPT,
        Decision.SHARE,
    ]
    assert found["New customer"].decision is None
    press(page.table, KEYS.Key_1)
    assert views(page)["New customer"].decision is Decision.PURSUE
    press(page.table, KEYS.Key_0)
    assert views(page)["New customer"].decision is None


def test_single_keys_can_be_switched_off(page: RisksPage) -> None:
    """U29."""
    page.case.preferences.update(single_keys=False)
    press(page.table, KEYS.Key_1, KEYS.Key_M)
    assert views(page)["Supplier late"].decision is None
    assert not page.shows_matrix
    page.case.preferences.update(single_keys=True)


def test_letters_in_a_field_are_letters(page: RisksPage) -> None:
    write(page, "cause", "nm12")
    assert views(page)["Supplier late"].cause == "nm12"
    assert not page.shows_matrix
    assert page.case.services.plan.tasks(page.case.client, "en") == ()


def test_del_removes_and_undo_brings_back(page: RisksPage) -> None:
    """U21."""
    press(page.table, KEYS.Key_Delete)
    assert titles(page) == ["Machine fails", "Hot summer", "New customer"]
    page.case.services.history.undo()
    assert titles(page)[0] == "Supplier late"


def test_a_task_without_a_measure_is_asked_for_at_the_field(page: RisksPage) -> None:
    """U48."""
    press(page.table, KEYS.Key_N)
    assert "no measures yet" in page.card.form.fields["treatment"].error()
    assert field(page, "treatment").hasFocus()


def test_what_is_missing_is_a_link_to_its_rows(page: RisksPage) -> None:
    """U09."""
    missing = dict(page._missing())
    assert missing["fault:unweighed"] == "Not weighed: 1"
    page.show_row("fault:unweighed")
    assert titles(page) == ["Hot summer"]
    press(page.table, KEYS.Key_Return)
    assert field(page, "likelihood").hasFocus()


def test_filters_by_kind_level_owner_and_words(page: RisksPage) -> None:
    """U38, U39."""
    page.filters.set_wanted(Show.OPPORTUNITIES)
    assert titles(page) == ["New customer"]
    page.filters.set_wanted(Level.HIGH)
    assert titles(page) == ["Machine fails"]
    page.filters.set_wanted(RiskFault.UNWEIGHED)
    assert titles(page) == ["Hot summer"]
    page.filters.set_wanted()
    page.filters.owner.set_value(NOBODY)
    page.filters.changed.emit()
    assert titles(page) == ["New customer"]
    page.filters.set_wanted()
    page.find_requested()
    assert page.filters.search.hasFocus()
    for text in ('"', "a OR", "NEAR(", "*", "\\", "<&😀"):
        page.filters.search.setText(text)
        page.filters.changed.emit()
        assert titles(page) == []
    click(page.listing.nothing.findChild(QPushButton))
    assert len(titles(page)) == 4


def test_alt_keys_choose_what_is_shown(page: RisksPage) -> None:
    QTest.keyClick(page.table, KEYS.Key_3, Qt.KeyboardModifier.AltModifier)
    assert titles(page) == ["Supplier late", "Machine fails", "Hot summer"]


def test_a_row_stays_while_it_is_worked_on(page: RisksPage) -> None:
    page.filters.set_wanted(RiskFault.UNWEIGHED)
    choose(cast("QComboBox", field(page, "likelihood")), "2")
    choose(cast("QComboBox", field(page, "impact")), "2")
    assert titles(page) == ["Hot summer"]
    page.enter()
    page._filter()
    assert titles(page) == []


def test_several_at_once_are_one_step(page: RisksPage) -> None:
    """U41."""
    QTest.keyClick(page.table, KEYS.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert not page.card.form.fields["title"].isVisible()
    choose(cast("QComboBox", field(page, "decision")), "2")
    found = views(page)
    assert found["Supplier late"].decision is found["Machine fails"].decision is Decision.REDUCE
    assert found["Hot summer"].decision is None
    page.case.services.history.undo()
    assert {view.decision for view in views(page).values()} == {None, Decision.AVOID}
    page.case.services.history.undo()
    assert {view.decision for view in views(page).values()} == {None}


def test_the_matrix_by_mouse_before_and_after(page: RisksPage) -> None:
    services, client = page.case.services, page.case.client
    services.risks.change(client, [views(page)["Machine fails"].id], residual_likelihood=1, residual_impact=4)
    click(page.show_matrix)
    picture = page.matrix.picture
    assert picture._chart is not None
    assert picture._chart.cell(5, 4).entries == ("2",)
    click(page.matrix.side.button_of("after"))
    assert picture._chart.cell(1, 4).entries == ("2",)
    assert picture._chart.cell(3, 2).entries == ("1",)
    QTest.mouseClick(picture, Qt.MouseButton.LeftButton, pos=picture.cell_rect(1, 4).center())
    assert titles(page) == ["Machine fails"]
    assert page.cell.isVisible()
    click(page.cell)
    assert len(titles(page)) == 4
    assert not page.cell.isVisible()


def test_the_matrix_keeps_to_its_edges_and_leads_back(page: RisksPage) -> None:
    page.to_matrix()
    press(page.matrix.picture, KEYS.Key_Left, KEYS.Key_Down)
    assert page.matrix.picture.current() == (1, 1)
    press(page.matrix.picture, *[KEYS.Key_Right] * 9)
    assert page.matrix.picture.current() == (1, 5)
    QTest.mouseClick(page.matrix.picture, Qt.MouseButton.LeftButton, pos=QPoint(1, 1))
    assert page.shows_matrix
    click(page.matrix.kind.button_of(RiskKind.OPPORTUNITY))
    assert page.matrix.picture._chart is not None
    assert page.matrix.picture._chart.is_good
    press(page.matrix.picture, KEYS.Key_Escape)
    assert page.table.hasFocus()


def test_the_scale_offers_only_thresholds_that_work(page: RisksPage) -> None:
    def act(dialog: RiskScaleDialog) -> None:
        choose(dialog.size_, "3")
        assert dialog.scale() == USUAL[3]
        assert [dialog.tolerable.itemText(row) for row in range(dialog.tolerable.count())] == ["1", "2", "3", "4"]
        assert dialog._note.isVisible()
        choose(dialog.tolerable, "2")
        choose(dialog.significant, "3")
        choose(dialog.tolerable, "4")
        assert dialog.scale() == USUAL[3]
        dialog.accept()

    in_dialog(act)
    click(page.scale)
    assert page.case.services.risks.scale(page.case.client) == USUAL[3]
    assert views(page)["Machine fails"].likelihood == 3


def test_an_empty_register_begins_with_usual_risks(
    services: Services, client: ClientId, owner: PersonId, qtbot: QtBot
) -> None:
    """U37."""
    assert owner
    with shown_page(RisksPage, services, client) as made:
        page = cast("RisksPage", made)
        button = next(b for b in page._empty.findChildren(QPushButton) if b.isVisible())

        def act(dialog: UsualRisksDialog) -> None:
            assert not dialog._accept.isEnabled()
            dialog.list.list.setFocus()
            press(dialog.list.list, KEYS.Key_Down, KEYS.Key_Space)
            assert "Cause:" in dialog.more.text()
            assert dialog._accept.isEnabled()
            dialog.accept()

        in_dialog(act)
        click(button)
        qtbot.waitUntil(lambda: len(titles(page)) == 1)
        assert page.window().focusWidget() is page.table


def test_the_level_is_letter_number_and_sign(page: RisksPage) -> None:
    """U59."""
    model = page.listing.model
    row = model.row_of(views(page)["Machine fails"].id)
    assert model.data(model.index(row, columns.LEVEL), DISPLAY) == "C 20"
    found = views(page)
    signs = {columns.level_sign(found[title]) for title in ("Supplier late", "Machine fails", "New customer")}
    assert len({sign.icon for sign in signs if sign}) == 3
    assert columns.level_words(found["New customer"]) == "G 20"


def test_tasks_show_how_far_they_are_and_lead_to_the_plan(page: RisksPage) -> None:
    services, client = page.case.services, page.case.client
    services.risks.change(client, [views(page)["Supplier late"].id], treatment="Find another")
    press(page.table, KEYS.Key_N)
    (task,) = services.plan.tasks(client, "en")
    services.plan.change(client, [task.id], done=50)
    view = views(page)["Supplier late"]
    assert columns.task_sign(view.tasks[0]) == STATES["doing"]
    places: list[Place] = []
    page.place_requested.connect(places.append)
    line = page.card.form.tasks._lines[0]
    assert "50" in line[2].text()
    click(line[3])
    assert places == [Place(Page.PLAN, task.id)]


def test_help_speaks_of_the_kind_at_hand(page: RisksPage) -> None:
    said: list[RowHelp | None] = []
    page.help_changed.connect(said.append)
    press(page.table, KEYS.Key_End)
    press(page.table, KEYS.Key_Home)
    assert len({help_.question for help_ in said if help_}) == 2
    assert all(help_ is not None and help_.clause == "6.1" for help_ in said)


def test_a_place_can_be_come_back_to(page: RisksPage) -> None:
    page.show_row(f"{views(page)['Hot summer'].id}:cause")
    assert page.current_row() == f"{views(page)['Hot summer'].id}:cause"
    page.show_row("nothing")
    assert page.table.hasFocus()


def test_the_model_keeps_its_promises(page: RisksPage) -> None:
    ModelTester(None).check(page.listing.model)


def test_a_too_long_title_is_kept_and_told(page: RisksPage) -> None:
    area = cast("TextArea", field(page, "title"))
    area.setFocus()
    area.setPlainText("x" * 1200)
    page._edited("title", "x" * 1200)
    assert "1200" in page.card.form.fields["title"].error()
    assert views(page)["Supplier late"].title == "Supplier late"
    assert len(area.toPlainText()) == 1200
