"""Page 1.1: saved as typed, wrong numbers said at the field, sites edited in their cells."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from cases import shown_page
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from isodesk.domain.keys import ClientId
from isodesk.services.workspace import Services
from isodesk.ui.pages.organisation import OrganisationPage
from isodesk.ui.widgets.number_field import NumberField
from isodesk.ui.widgets.text_field import TextField


@pytest.fixture
def page(services: Services, client: ClientId, qtbot: QtBot) -> Iterator[OrganisationPage]:
    with shown_page(OrganisationPage, services, client) as made:
        yield cast("OrganisationPage", made)


def write(page: OrganisationPage, name: str, text: str) -> None:
    """Types into a field and leaves it."""
    field = page.form.fields[name].control
    assert isinstance(field, TextField)
    field.setText(text)
    field.commit()


def missing(page: OrganisationPage) -> list[str]:
    QTest.qWait(1)
    links = page.head.findChildren(QAbstractButton)
    return [link.text() for link in links if link.property("look") == "link" and link.isVisibleTo(page)]


def test_what_is_typed_is_stored(page: OrganisationPage, services: Services, client: ClientId) -> None:
    write(page, "address", 'Москва <b>&" 😀')
    assert services.clients.get(client).address == 'Москва <b>&" 😀'
    staff = page.form.fields["staff"].control
    assert isinstance(staff, NumberField)
    staff.setValue(0)
    assert services.clients.get(client).staff is None
    staff.setValue(21)
    assert services.clients.get(client).staff == 21


def test_check_digit_is_said_at_the_field_and_the_text_stays(
    page: OrganisationPage, services: Services, client: ClientId
) -> None:
    write(page, "inn", "7707083894")
    assert "check digit" in page.form.fields["inn"].error()
    assert services.clients.get(client).inn == ""
    services.clients.change(client, phone="1")
    inn = page.form.fields["inn"].control
    assert isinstance(inn, TextField)
    assert inn.text() == "7707083894"
    write(page, "inn", "7707083893")
    assert page.form.fields["inn"].error() == ""
    assert services.clients.get(client).inn == "7707083893"


def test_what_is_being_typed_is_not_taken_away(page: OrganisationPage, services: Services, client: ClientId) -> None:
    field = page.form.fields["phone"].control
    assert isinstance(field, TextField)
    field.setFocus()
    assert field.hasFocus()
    field.setText("+7 4")
    services.clients.change(client, address="elsewhere")
    assert field.text() == "+7 4"
    page.leave()
    assert services.clients.get(client).phone == "+7 4"


def test_missing_fields_are_links_that_lead_to_them(page: OrganisationPage) -> None:
    assert missing(page) == ["Actual address", "Post of the head", "Surname and initials of the head"]
    write(page, "head_post", "Director")
    assert "Post of the head" not in missing(page)
    page.show_row("address")
    assert page.form.focused() == "address"
    assert page.current_row() == "address"


def test_the_legal_address_can_be_copied(page: OrganisationPage, services: Services, client: ClientId) -> None:
    assert not page._same.isVisibleTo(page)
    write(page, "legal_address", "Тула, 1")
    assert page._same.isVisibleTo(page)
    page._same.click()
    assert services.clients.get(client).address == "Тула, 1"
    assert not page._same.isVisibleTo(page)


def test_sites_are_added_edited_and_brought_back(
    page: OrganisationPage, services: Services, client: ClientId, qtbot: QtBot
) -> None:
    page.sites.add()
    editor = page.sites.table.findChild(QLineEdit)
    assert editor is not None
    editor.setText("Цех")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [site.name for site in services.clients.sites(client)] == ["Цех"])
    model = page.sites.table.model()
    assert model.setData(model.index(0, 2), "12")
    assert services.clients.sites(client)[0].staff == 12
    assert not model.setData(model.index(0, 2), "many")
    assert "whole number" in page.sites._error.text()
    assert not model.setData(model.index(0, 0), " ")
    assert services.clients.sites(client)[0].name == "Цех"
    page.sites.table.setFocus()
    QTest.keyClick(page.sites.table, Qt.Key.Key_Delete)
    assert services.clients.sites(client) == ()
    assert page.sites._empty.isVisibleTo(page)
    services.history.undo()
    assert [site.name for site in services.clients.sites(client)] == ["Цех"]
    assert page.sites.table.isVisibleTo(page)


def test_a_logo_is_kept_shown_and_refused(
    page: OrganisationPage, services: Services, client: ClientId, tmp_path: Path, qtbot: QtBot
) -> None:
    picture = tmp_path / "logo.png"
    Image.new("RGB", (300, 100), "teal").save(picture)
    page.logo.picked.emit(picture)
    qtbot.waitUntil(lambda: page.logo.remove_button.isVisibleTo(page))
    assert services.clients.get(client).logo
    spoilt = tmp_path / "spoilt.png"
    spoilt.write_text("no picture")
    page.logo.picked.emit(spoilt)
    qtbot.waitUntil(lambda: "not a picture" in page.logo._error.text())
    page.logo.remove_button.click()
    qtbot.waitUntil(lambda: services.clients.get(client).logo is None)
    qtbot.waitUntil(lambda: not page.logo.remove_button.isVisibleTo(page))


def test_access_keys_are_unique(page: OrganisationPage) -> None:
    """U32."""
    labels = [label.text() for label in page.findChildren(QLabel) if label.buddy() is not None]
    keys = Counter(text[text.index("&") + 1].casefold() for text in labels if "&" in text)
    assert len(keys) == len(labels)
    assert max(keys.values()) == 1


def test_every_field_has_a_name(page: OrganisationPage) -> None:
    fields = [field.control for field in page.form.fields.values()]
    assert len(fields) == 13
    silent = [control for control in fields if not cast("QWidget", control).accessibleName()]
    assert silent == []


def test_read_only_shows_and_refuses(services: Services, client: ClientId, qtbot: QtBot) -> None:
    services.clients.change(client, phone="+7 495")
    services.clients.add_site(client, "Цех")
    from isodesk.services.workspace import open_workspace

    second = open_workspace(services.folder)
    try:
        assert second.read_only is not None
        with shown_page(OrganisationPage, second, client) as made:
            page = cast("OrganisationPage", made)
            phone = page.form.fields["phone"].control
            assert isinstance(phone, TextField)
            assert phone.text() == "+7 495"
            assert phone.isReadOnly()
            assert not page.sites.add_button.isEnabled()
            assert not page.logo.choose_button.isEnabled()
            page.sites.table.setFocus()
            QTest.keyClick(page.sites.table, Qt.Key.Key_Return)
            assert page.sites.table.findChild(QLineEdit) is None
    finally:
        second.close()
