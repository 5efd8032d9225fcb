"""Page 0: continue where one was, states of all pages, the two numbers, the next dates."""

from collections.abc import Iterator
from datetime import timedelta
from typing import cast

import pytest
from builders import answer_all, gaps
from cases import shown_page
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from isodesk.domain.conformity import Conformity
from isodesk.domain.journey import COMING, PAGES, Page, Phase
from isodesk.domain.keys import ClientId
from isodesk.services.workspace import Services
from isodesk.ui.case import Place
from isodesk.ui.pages.overview import OverviewPage
from isodesk.ui.pages.overview.dates import distance


@pytest.fixture
def page(services: Services, client: ClientId, qtbot: QtBot) -> Iterator[OverviewPage]:
    with shown_page(OverviewPage, services, client) as made:
        yield cast("OverviewPage", made)


def test_it_begins_with_the_most_pressing_step(page: OverviewPage, qtbot: QtBot) -> None:
    assert page._continue.text() == "Next: Answer the questions that are left: 136"
    with qtbot.waitSignal(page.place_requested) as asked:
        page.open_button.click()
    assert asked.args == [Place(Page.GAP)]


def test_it_leads_back_to_where_one_was(page: OverviewPage, qtbot: QtBot) -> None:
    page.set_continue(Place(Page.PLAN, "task"))
    assert page._continue.text() == "Continue: 2.1 Plan"
    page.set_continue(Place(Page.GAP, "context.issues"), "Gap assessment, question 47")
    assert page._continue.text() == "Continue: Gap assessment, question 47"
    with qtbot.waitSignal(page.place_requested) as asked:
        page.open_button.click()
    assert asked.args == [Place(Page.GAP, "context.issues")]
    page.set_continue(None)
    assert page._continue.text().startswith("Next:")


def test_every_page_is_there_with_its_state(page: OverviewPage, qtbot: QtBot) -> None:
    for phase in Phase:
        assert tuple(page.phases[phase].links) == PAGES[phase]
    links = page.phases[Phase.AUDIT].links
    assert links[Page.CHECKLIST].accessibleName() == "4.3  Checklist: Cannot start yet"
    coming = page.phases[Phase.CERTIFICATION].links[Page.CERTIFICATION]
    assert Page.CERTIFICATION in COMING
    assert coming.accessibleName() == "Certification: Comes later"
    with qtbot.waitSignal(page.place_requested) as asked:
        links[Page.AUDIT_PLAN].click()
    assert asked.args == [Place(Page.AUDIT_PLAN)]


def test_the_two_numbers_are_never_mixed(page: OverviewPage, services: Services, client: ClientId) -> None:
    first, second, third, *_rest = services.assessment.questions(client, "en")
    services.assessment.record(client, first.key, Conformity.CONFORMS)
    services.assessment.record(client, second.key, Conformity.PARTLY)
    services.assessment.record(client, third.key, Conformity.NOT_APPLICABLE)
    assert page.filled.accessibleName() == "Filled in: 3 of 136"
    assert page.ready.accessibleName() == "Readiness: 1.5 of 135"
    gap = page.phases[Phase.PREPARATION].links[Page.GAP]
    assert gap.accessibleName() == "1.4  Gap assessment: Under way, 3 of 136"


def test_dates_lead_to_their_page(page: OverviewPage, services: Services, client: ClientId, qtbot: QtBot) -> None:
    assert not page.dates.table.isVisibleTo(page)
    gaps(services, client, 3)
    services.planning.build(client, services.workshop.today - timedelta(days=30))
    assert page.dates.table.isVisibleTo(page)
    model = page.dates.table.model()
    assert "days ago" in model.index(0, 1).data()
    page.dates.table.setFocus()
    page.dates.table.selectRow(0)
    with qtbot.waitSignal(page.place_requested) as asked:
        QTest.keyClick(page.dates.table, Qt.Key.Key_Return)
    assert asked.args == [Place(Page.PLAN)]


@pytest.mark.parametrize(
    ("days", "words"), [(-4, "4 days ago"), (-1, "1 day ago"), (0, "today"), (1, "in 1 day"), (5, "in 5 days")]
)
def test_distance_is_said_in_words(days: int, words: str) -> None:
    assert distance(days) == words


def test_it_reads_again_only_when_shown(page: OverviewPage, services: Services, client: ClientId) -> None:
    page.hide()
    answer_all(services, client)
    assert page.filled.accessibleName() == "Filled in: 0 of 136"
    page.show()
    page.enter()
    assert page.filled.accessibleName() == "Filled in: 136 of 136"


def test_two_columns_where_there_is_room(page: OverviewPage) -> None:
    from PySide6.QtWidgets import QBoxLayout

    page.resize(700, 600)
    assert page._halves.direction() == QBoxLayout.Direction.TopToBottom
    page.resize(1200, 600)
    assert page._halves.direction() == QBoxLayout.Direction.LeftToRight
