"""Page 1.2: cards, the counter that runs with the keys, exclusions made in place."""

from collections.abc import Iterator
from datetime import date
from typing import cast

import pytest
from builders import STANDARD
from cases import shown_page
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from isodesk.domain.keys import ClientId
from isodesk.services.workspace import Services
from isodesk.ui.pages.scope import ScopePage
from isodesk.ui.pages.scope.card import StandardCard


@pytest.fixture
def page(services: Services, client: ClientId, qtbot: QtBot) -> Iterator[ScopePage]:
    with shown_page(ScopePage, services, client) as made:
        yield cast("ScopePage", made)


def missing(page: ScopePage) -> list[str]:
    QTest.qWait(1)
    links = page.head.findChildren(QAbstractButton)
    return [link.text() for link in links if link.property("look") == "link" and link.isVisibleTo(page)]


def test_the_standard_is_shown_from_its_content(page: ScopePage) -> None:
    cards = [card for card in page.findChildren(StandardCard) if card.isVisibleTo(page)]
    assert len(cards) == 1
    words = " ".join(label.text() for label in cards[0].findChildren(QLabel))
    assert "ISO 9001:2026" in words
    assert "published 16 Sep" in words
    assert "7 sections, 136 questions" in words


def test_the_counter_runs_with_the_keys(page: ScopePage) -> None:
    page._scope.setPlainText("x" * 21)
    assert "21 characters" in page._scope.accessibleDescription()
    page._scope.setPlainText("x")
    assert "1 character." in page._scope.accessibleDescription()
    assert not page._example.isVisibleTo(page)


def test_scope_and_date_are_stored(page: ScopePage, services: Services, client: ClientId) -> None:
    assert missing(page) == ["Scope"]
    page._example.click()
    assert "steel furniture" in services.clients.get(client).scope
    assert missing(page) == []
    page._target.setText("30.09.2027")
    page._target.commit()
    assert services.clients.get(client).target_on == date(2027, 9, 30)


def test_an_exclusion_is_made_in_place(page: ScopePage, services: Services, client: ClientId) -> None:
    panel = page.exclusions
    panel.add_button.click()
    assert panel.maker.isVisibleTo(page)
    assert "conformity of your products" in panel._warning.text()
    panel.maker.add_button.click()
    assert panel.maker.form.fields["clause"].error()
    panel.maker._clause.set_value((STANDARD, "8.3"))
    panel.maker.add_button.click()
    assert panel.maker.form.fields["reason"].error()
    assert services.clients.exclusions(client) == ()
    panel.maker._reason.setText("Nothing is designed <b>&")
    QTest.keyClick(panel.maker._reason, Qt.Key.Key_Return)
    (made,) = services.clients.exclusions(client)
    assert (made.clause, made.reason) == ("8.3", "Nothing is designed <b>&")
    assert not panel.maker.isVisibleTo(page)
    assert panel.maker.chosen() == (None, "")
    assert (STANDARD, "8.3") not in panel.maker._clause._values
    assert panel.table.model().index(0, 1).data() == "Design and development of products and services"


def test_escape_closes_the_strip(page: ScopePage, services: Services, client: ClientId) -> None:
    page.exclusions.open_maker()
    QTest.keyClick(page.exclusions.maker, Qt.Key.Key_Escape)
    assert not page.exclusions.maker.isVisibleTo(page)
    assert services.clients.exclusions(client) == ()


def test_a_missing_reason_is_a_link_to_its_row(page: ScopePage, services: Services, client: ClientId) -> None:
    services.clients.exclude(client, STANDARD, "8.5.3", "")
    assert missing(page) == ["Scope", "Reason for excluding 8.5.3"]
    page.show_row("8.5.3")
    assert page.current_row() == "8.5.3"
    model = page.exclusions.table.model()
    assert model.setData(model.index(0, 2), "customers leave nothing with us")
    assert missing(page) == ["Scope"]


def test_a_clause_applies_again_and_undo_excludes_it(page: ScopePage, services: Services, client: ClientId) -> None:
    services.clients.exclude(client, STANDARD, "8.3", "no design")
    page.show_row("8.3")
    QTest.keyClick(page.exclusions.table, Qt.Key.Key_Delete)
    assert services.clients.exclusions(client) == ()
    assert not page.exclusions.table.isVisibleTo(page)
    services.history.undo()
    assert [row.reason for row in services.clients.exclusions(client)] == ["no design"]
    assert page.exclusions.table.isVisibleTo(page)
