"""Page 1.7: two numbers, two stages, a link at every point, what is missing named one by one."""

from collections.abc import Iterator
from typing import cast

import pytest
from builders import answer_all, gaps
from cases import shown_page
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from isodesk.domain.journey import Page
from isodesk.domain.keys import ClientId
from isodesk.domain.readiness import AuditStage, Point
from isodesk.services.workspace import Services
from isodesk.ui.case import Place
from isodesk.ui.pages.readiness import ReadinessPage
from isodesk.ui.pages.readiness.line import SHOWN, CheckLine


@pytest.fixture
def page(services: Services, client: ClientId, qtbot: QtBot) -> Iterator[ReadinessPage]:
    with shown_page(ReadinessPage, services, client) as made:
        yield cast("ReadinessPage", made)


def line(page: ReadinessPage, point: Point) -> CheckLine:
    return next(panel.lines[point] for panel in page.stages.values() if point in panel.lines)


def links(found: CheckLine) -> list[QPushButton]:
    return [widget for widget in found.details() if isinstance(widget, QPushButton)]


def press(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_two_numbers_are_never_mixed(page: ReadinessPage, services: Services, client: ClientId) -> None:
    answer_all(services, client)
    assert page.filled.accessibleName() == "Filled in: 136 of 136"
    assert page.ready.accessibleName() == "Readiness: 136 of 136"
    gaps(services, client, 10)
    assert page.filled.accessibleName() == "Filled in: 136 of 136"
    assert page.ready.accessibleName() == "Readiness: 126 of 136"


def test_every_line_leads_to_its_page(page: ReadinessPage) -> None:
    found: list[Place] = []
    page.place_requested.connect(found.append)
    press(line(page, Point.SCOPE).link)
    press(line(page, Point.RISKS).link)
    press(line(page, Point.POLICY).link)
    assert found == [Place(Page.SCOPE, "scope"), Place(Page.RISKS), Place(Page.OBJECTIVES, "policy:text")]


def test_what_is_missing_is_listed_one_by_one(page: ReadinessPage, services: Services, client: ClientId) -> None:
    first = gaps(services, client, 12)
    serious = [view for view in first if view.importance.rank <= 1]
    found: list[Place] = []
    page.place_requested.connect(found.append)
    missing = line(page, Point.SERIOUS_GAPS)
    assert missing.more.text() == f"Show the {len(serious)} that are missing"
    assert links(missing) == []
    press(missing.more)
    assert [made.text() for made in links(missing)] == [f"{view.place}  {view.question}" for view in serious]
    press(links(missing)[1])
    assert found == [Place(Page.GAP, serious[1].key)]
    answer_all(services, client)
    assert links(missing) == []
    assert not missing.more.isVisible()


def test_a_long_list_is_cut_and_says_so(page: ReadinessPage, services: Services, client: ClientId) -> None:
    services.adoptions.add(client, "iso-14001-2026")
    services.adoptions.add(client, "iso-45001-2018")
    missing = line(page, Point.DOCUMENTS)
    view = missing.view()
    assert view is not None
    press(missing.more)
    assert len(view.details) > SHOWN
    assert len(links(missing)) == SHOWN
    assert missing.details()[-1].property("text") == f"and {len(view.details) - SHOWN} more"


def test_what_is_met_shows_on_request(page: ReadinessPage) -> None:
    met = line(page, Point.STANDARD)
    assert not met.isVisible()
    press(page.shown.button_of("all"))
    assert met.isVisible()
    assert met.link.accessibleName() == "The standard is chosen: met"
    press(page.shown.button_of("missing"))
    assert not met.isVisible()


def test_a_stage_without_faults_says_so(page: ReadinessPage, services: Services, client: ClientId) -> None:
    panel = page.stages[AuditStage.TWO]
    assert not panel._all_met.isVisible()
    page.show_row(Point.STANDARD)
    assert line(page, Point.STANDARD).link.hasFocus()
    assert page.current_row() == Point.STANDARD
