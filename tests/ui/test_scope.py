"""Page 1.2: cards, the counter that runs with the keys, exclusions made in place."""

from collections.abc import Iterator
from dataclasses import replace
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


def on_cards(page: ScopePage, words: str) -> list[QAbstractButton]:
    cards = [card for card in page.findChildren(StandardCard) if card.isVisibleTo(page)]
    return [
        b for card in cards for b in card.findChildren(QAbstractButton) if words in b.text() and b.isVisibleTo(page)
    ]


def test_the_only_standard_cannot_be_taken_off(page: ScopePage, services: Services, client: ClientId) -> None:
    assert on_cards(page, "Take off") == []
    services.adoptions.add(client, "iso-14001-2026")
    QTest.qWait(1)
    assert len(on_cards(page, "Take off")) == 2


def test_a_standard_is_taken_off_and_comes_back_with_undo(
    page: ScopePage, services: Services, client: ClientId
) -> None:
    services.adoptions.add(client, "iso-14001-2026")
    QTest.qWait(1)
    on_cards(page, "Take off")[1].click()
    assert [s.key for s in services.standards.of(client)] == [STANDARD]
    assert "answers are kept" in page.case.messages.last
    services.history.undo()
    assert [s.key for s in services.standards.of(client)] == [STANDARD, "iso-14001-2026"]


def test_newer_texts_are_offered_and_taken(page: ScopePage, services: Services, client: ClientId, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not page.case.jobs.running)
    assert on_cards(page, "up to date") == []
    shelf = services.standards.shelf
    shelf._read[STANDARD] = replace(shelf.standard(STANDARD), source="Another day")
    page.adopting._outdated = None
    page.refresh()
    qtbot.waitUntil(lambda: len(on_cards(page, "up to date")) == 1, timeout=20_000)
    on_cards(page, "up to date")[0].click()

    assert services.standards.of(client)[0].source == "Another day"
    assert on_cards(page, "up to date") == []


def test_a_clause_that_must_be_met_cannot_be_chosen_for_exclusion(
    page: ScopePage, services: Services, client: ClientId
) -> None:
    services.adoptions.add(client, "iso-iec-27001-2022")
    QTest.qWait(1)
    page.exclusions.open_maker()
    choices = page.exclusions.maker._clause
    words = [choices.itemText(row) for row in range(choices.count())]

    assert any("A.7.4" in line for line in words)
    assert not any("27001:2022 6.1.3" in line for line in words)
    assert "Statement of Applicability" in page.exclusions._warning.text()
