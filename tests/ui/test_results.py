"""Page 1.5: counts, bars that lead somewhere, hours in plain words, gaps that open with Enter."""

from collections.abc import Iterator
from typing import cast

import pytest
from builders import STANDARD, answer_all, gaps, person, questions
from cases import shown_page
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from isodesk.domain.charts import SectionBar, SectionBars
from isodesk.domain.conformity import Conformity
from isodesk.domain.journey import Page
from isodesk.domain.keys import ClientId
from isodesk.services.workspace import Services
from isodesk.ui.case import Place
from isodesk.ui.pages.results import ResultsPage
from isodesk.ui.widgets.section_bars import SectionBarsView


@pytest.fixture
def page(services: Services, client: ClientId, qtbot: QtBot) -> Iterator[ResultsPage]:
    with shown_page(ResultsPage, services, client) as made:
        yield cast("ResultsPage", made)


def places_of(page: ResultsPage) -> list[Place]:
    found: list[Place] = []
    page.place_requested.connect(found.append)
    return found


def test_nothing_assessed_leads_to_the_assessment(page: ResultsPage, services: Services, client: ClientId) -> None:
    """U37; an excluded clause is no answer yet."""
    services.clients.exclude(client, STANDARD, "8.3", "no design")
    found = places_of(page)
    assert page.empty.isVisible()
    assert not page.print.isVisible()
    page.empty.action_requested.emit()
    assert found == [Place(Page.GAP)]


def test_counts_come_first(page: ResultsPage, services: Services, client: ClientId) -> None:
    """Filled and ready are two numbers: half a point for partly, nothing for what does not apply."""
    keys = [view.key for view in questions(services, client)]
    services.assessment.record_many(client, keys[:3], Conformity.CONFORMS)
    services.assessment.record_many(client, keys[3:4], Conformity.PARTLY)
    services.assessment.record_many(client, keys[4:5], Conformity.ABSENT)
    services.assessment.record_many(client, keys[5:6], Conformity.NOT_APPLICABLE)
    total = len(keys)
    assert page.filled.accessibleName() == f"Filled in: 6 of {total}"
    assert page.ready.accessibleName() == f"Readiness: 3.5 of {total - 1}"


def test_work_is_told_in_hours_weeks_and_a_date(page: ResultsPage, services: Services, client: ClientId) -> None:
    first = gaps(services, client, 12)
    hours = sum(view.effort for view in first)
    assert page.effort.text().startswith(f"About {hours} hours of work are left. At 10 hours a week that takes")
    assert "team" not in page.effort.text()
    assert "estimate" in page.estimate.text()
    who = person(services, client)
    services.team.change_person(client, who, hours_a_week=hours / 2)
    assert "about 2 weeks, until 7 Dec 2026" in page.effort.text()


def test_open_questions_are_not_forgotten_in_the_estimate(
    page: ResultsPage, services: Services, client: ClientId
) -> None:
    keys = [view.key for view in questions(services, client)]
    services.assessment.record_many(client, keys[:-1], Conformity.ABSENT)
    assert page.estimate.text().startswith("1 question is not answered yet")
    services.assessment.record_many(client, keys, Conformity.CONFORMS)
    assert page.effort.text() == "No gap was found in the questions answered so far."
    assert not page.table.isVisible()
    assert not page.estimate.isVisible()


def test_the_ten_most_important_gaps_open_with_enter_and_a_double_click(
    page: ResultsPage, services: Services, client: ClientId
) -> None:
    gaps(services, client, 30)
    rows = page.model.rows()
    assert len(rows) == 10
    ranks = [view.importance.rank for view in rows]
    assert ranks == sorted(ranks)
    found = places_of(page)
    page.show_row(rows[2].key)
    assert page.current_row() == rows[2].key
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    page.table.doubleClicked.emit(page.table.currentIndex())
    assert found == [Place(Page.GAP, rows[2].key)] * 2
    page.case.preferences.update(single_keys=False)
    page.table.single_keys = False
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert len(found) == 3


def test_a_section_leads_to_its_questions(page: ResultsPage, services: Services, client: ClientId) -> None:
    answer_all(services, client)
    found = places_of(page)
    page.bars.section_picked.emit(4)
    assert found == [Place(Page.GAP, f"section:{STANDARD}/8")]


def test_bars_are_picked_by_mouse_and_keys(qtbot: QtBot) -> None:
    view = SectionBarsView(pickable=True)
    qtbot.addWidget(view)
    view.set_chart(SectionBars(tuple(SectionBar(f"{n} Section", 2, 1, 1, 1) for n in range(4, 8))))
    view.resize(600, 240)
    view.show()
    picked: list[int] = []
    view.section_picked.connect(picked.append)
    canvas = next(w for w in view.findChildren(QWidget) if w.focusPolicy() == Qt.FocusPolicy.StrongFocus)
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(10, canvas.height() - 4))
    canvas.setFocus()
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_End, Qt.Key.Key_Down, Qt.Key.Key_Space):
        QTest.keyClick(canvas, key)
    assert picked == [3, 1, 3]
    assert canvas.accessibleName()
    still = SectionBarsView()
    qtbot.addWidget(still)
    assert all(w.focusPolicy() == Qt.FocusPolicy.NoFocus for w in still.findChildren(QWidget))


def test_buttons_print_and_plan(page: ResultsPage, services: Services, client: ClientId) -> None:
    gaps(services, client, 1)
    printed: list[tuple[str, str]] = []
    page.print_requested.connect(lambda key, audit: printed.append((key, audit)))
    found = places_of(page)
    page.print.click()
    page.plan.click()
    assert printed == [("gap-report", "")]
    assert found == [Place(Page.PLAN)]


def test_bars_by_clause_and_theme_lead_to_what_is_open(page: ResultsPage, services: Services, client: ClientId) -> None:
    views = questions(services, client)
    services.assessment.record(client, views[0].key, Conformity.CONFORMS)
    found = places_of(page)
    for by in ("clause", "theme"):
        page.readiness.by.set_value(by)
        page.readiness.by.picked.emit(by)
        page.bars.section_picked.emit(0)
    assert found == [Place(Page.GAP, views[1].key)] * 2
    page.bars.section_picked.emit(99)
    assert len(found) == 2


def test_the_radar_says_what_it_draws(page: ResultsPage, services: Services, client: ClientId) -> None:
    answer_all(services, client)
    assert page.maturity.radar.isVisible()
    assert page.maturity.radar.accessibleName() == "Readiness by section"
    keys = [view.key for view in questions(services, client)]
    services.assessment.change(client, keys, maturity=3)
    services.rounds.start(client, carry=True)
    services.assessment.change(client, keys[:1], maturity=5)
    assert page.maturity.radar.accessibleName() == "Maturity by section"
    assert "before 3" in page.maturity.radar.accessibleDescription()
    assert not page.maturity.radar.grab().isNull()
    assert [page.maturity.model.index(0, column).data() for column in (1, 2)][1] == "3"


def test_two_rounds_stand_side_by_side(page: ResultsPage, services: Services, client: ClientId) -> None:
    keys = [view.key for view in questions(services, client)]
    services.assessment.record_many(client, keys[:4], Conformity.PARTLY)
    assert not page.comparison.isVisible()
    services.rounds.start(client, carry=True)
    services.assessment.record(client, keys[0], Conformity.CONFORMS)
    services.assessment.record(client, keys[1], Conformity.ABSENT)
    assert page.comparison.isVisible()
    rows = page.comparison.model.rows()
    assert [row.now.key for row in rows] == [keys[1], keys[0]]
    found = places_of(page)
    page.comparison.table.go_to(keys[1])
    QTest.keyClick(page.comparison.table, Qt.Key.Key_Return)
    assert found == [Place(Page.GAP, keys[1])]
    page.comparison.later.set_value(1)
    page.comparison.later.picked.emit(1)
    assert page.comparison.model.rows() == ()
    assert "No answer has changed." in page.comparison.readiness.text()
    services.rounds.start(client, carry=False)
    assert (page.comparison.earlier.value(), page.comparison.later.value()) == (2, 3)
