"""Clients: what was typed is kept as it was meant, found again in any spelling, thrown away and brought back."""

from datetime import date
from pathlib import Path

import pytest
from builders import STANDARD, answer_all, audit, finding, person, process, questions
from conftest import StillClock
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from isodesk.domain.conformity import Conformity
from isodesk.domain.keys import ClientId, SiteId
from isodesk.domain.people import Role
from isodesk.domain.registration import NumberFault
from isodesk.errors import FileRefused, InvalidInput, NotFound, StorageTrouble
from isodesk.i18n import speech
from isodesk.services.clients import NewClient
from isodesk.services.fields import LONG, clean, cleaned, folded, refuse_number
from isodesk.services.workspace import Services

MARKUP = "<b>&\"'</b> {count} %s"


def new(services: Services, name: str, **fields: object) -> ClientId:
    return services.clients.create(NewClient(name, STANDARD, "ru", **fields))  # type: ignore[arg-type]


def test_a_new_client_has_its_standard_and_a_round(services: Services, clock: StillClock) -> None:
    client = new(services, "  АО «Завод»  ", staff=40, target_on=date(2027, 6, 1))
    view = services.clients.get(client)

    assert (view.name, view.language, view.staff, view.target_on) == ("АО «Завод»", "ru", 40, date(2027, 6, 1))
    assert view.standards == (STANDARD,)
    assert view.created_at == clock.now
    assert not view.is_sample
    assert services.assessment.dates(client) == (date(2026, 11, 23), None)
    assert services.standards.first(client).key == STANDARD
    assert services.history.undoable is None


@pytest.mark.parametrize("name", ["", "   ", "\n\t", "\x00\x07", "\u2028"])
def test_a_client_needs_a_name(services: Services, client: ClientId, name: str) -> None:
    for attempt in (lambda: new(services, name), lambda: services.clients.change(client, name=name)):
        with pytest.raises(InvalidInput) as caught:
            attempt()
        assert caught.value.field == "name"
    assert len(services.clients.listed()) == 1


def test_a_long_name_is_kept_whole_and_a_longer_one_refused(services: Services) -> None:
    for length in (300, 500):
        assert services.clients.get(new(services, "Ж" * length)).name == "Ж" * length
    with pytest.raises(InvalidInput, match="501 characters, at most 500"):
        new(services, "Ж" * 501)


@pytest.mark.parametrize("name", [MARKUP, "'; DROP TABLE client; --", "🏭 Завод 🇷🇺", "a\u202eb", "O’Neil & Söhne"])
def test_a_name_is_kept_letter_for_letter(services: Services, name: str) -> None:
    client = new(services, name)

    assert services.clients.get(client).name == name
    assert services.clients.find(name.upper()).id == client


def test_control_characters_and_forms_of_letters_are_made_one(services: Services, client: ClientId) -> None:
    services.clients.change(client, name="Йо\x00д\u0301\x1b", activity="one\r\ntwo\rthree\tfour\x07")
    view = services.clients.get(client)

    assert view.name == "Йод\u0301"
    assert view.activity == "one\ntwo\nthree\tfour"


@given(st.text(), st.booleans())
def test_cleaning_twice_is_cleaning_once(text: str, lines: bool) -> None:
    once = clean("x", text, 10_000, lines=lines)

    assert clean("x", once, 10_000, lines=lines) == once
    assert once == once.strip()
    assert lines or "\n" not in once


def test_other_values_pass_and_unknown_fields_do_not() -> None:
    assert cleaned({"a": 1, "b": None}, {}, frozenset()) == {"a": 1, "b": None}
    with pytest.raises(KeyError):
        cleaned({"nowhere": "text"}, {}, frozenset())
    assert clean("x", "a\nb", 10) == "a b"
    with pytest.raises(InvalidInput):
        clean("x", "x" * (LONG + 1), LONG, lines=True)


@pytest.mark.parametrize("fault", list(NumberFault))
def test_each_fault_of_a_number_has_its_words(fault: NumberFault) -> None:
    refuse_number("inn", None, "10 / 12")
    with pytest.raises(InvalidInput) as caught:
        refuse_number("inn", fault, "10 / 12")
    assert caught.value.field == "inn"
    for language in ("ru", "en"):
        assert "{" not in caught.value.text(speech(language))


@pytest.mark.parametrize("spelling", ["ООО «ЁЛКА»", "ооо «елка»", "  ООО «Ёлка» ", "Елка", "ЁЛКА", "ооо «е\u0308лка»"])
def test_a_client_is_found_in_any_spelling(services: Services, spelling: str) -> None:
    client = new(services, "ООО «Ёлка»")
    services.clients.change(client, short_name="Ёлка")

    assert services.clients.find(spelling).id == client
    assert services.clients.find(client).label == "Ёлка"
    assert folded("ЁЖ") == "еж"


@pytest.mark.parametrize("name", ["", " ", "Никто"])
def test_nobody_is_found_under_another_name(services: Services, name: str) -> None:
    with pytest.raises(NotFound, match="ООО «Вектор»"):
        services.clients.find(name)


def test_without_clients_nobody_is_named(services: Services, client: ClientId) -> None:
    services.clients.archive(client)

    with pytest.raises(NotFound, match="–"):
        services.clients.find("x")


def test_the_one_opened_last_stands_first(services: Services, client: ClientId, clock: StillClock) -> None:
    clock.move(minutes=1)
    second = new(services, "Второй")
    assert [view.id for view in services.clients.listed()] == [second, client]
    clock.move(minutes=1)
    services.clients.opened(client)
    assert [view.id for view in services.clients.listed()] == [client, second]
    assert services.clients.get(client).opened_at == clock.now


def test_the_trash_gives_back(services: Services, client: ClientId, clock: StillClock) -> None:
    answer_all(services, client)
    services.clients.archive(client)
    assert services.clients.listed() == ()
    assert services.clients.listed(archived=True)[0].archived_at == clock.now

    services.clients.restore(client)
    assert services.assessment.progress(client).filled == 1


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"inn": "7707083894"}, "inn"),
        ({"inn": "77O7083893"}, "inn"),
        ({"ogrn": "123"}, "ogrn"),
        ({"staff": 0}, "staff"),
        ({"staff": 100_001}, "staff"),
        ({"email": "office.example.com"}, "email"),
        ({"phone": "1" * 101}, "phone"),
    ],
)
def test_what_cannot_be_is_refused_by_field(
    services: Services, client: ClientId, values: dict[str, object], field: str
) -> None:
    before = services.clients.get(client)
    with pytest.raises(InvalidInput) as caught:
        services.clients.change(client, address="Новый", **values)

    assert caught.value.field == field
    assert services.clients.get(client) == before


def test_sound_numbers_and_nothing_at_all_are_kept(services: Services, client: ClientId) -> None:
    services.clients.change(client, inn="7707083893", ogrn="1027700132195", email="a@b.ru", staff=100_000)
    services.clients.change(client, inn="", ogrn="", email="", staff=None)

    view = services.clients.get(client)
    assert (view.inn, view.ogrn, view.email, view.staff) == ("", "", "", None)
    with pytest.raises(InvalidInput):
        new(services, "x", staff=0)


def test_a_client_that_is_not_there_is_said(services: Services) -> None:
    for attempt in (
        lambda: services.clients.get(ClientId("gone")),
        lambda: services.clients.change(ClientId("gone"), name="x"),
        lambda: services.clients.change_site(ClientId("gone"), SiteId("gone"), name="x"),
        lambda: services.assessment.record(ClientId("gone"), "context.issues", None),  # type: ignore[arg-type]
        lambda: services.standards.first(ClientId("gone")),
        lambda: new(services, "x", template=ClientId("gone")),
        lambda: services.clients.create(NewClient("x", "iso-0000", "ru")),
    ):
        with pytest.raises(NotFound):
            attempt()
    assert len(services.clients.listed()) == 1


def test_a_new_site_stands_at_the_end(services: Services, client: ClientId) -> None:
    sites = [services.clients.add_site(client, name) for name in "абвг"]
    services.clients.archive_site(client, sites[0])
    services.clients.archive_site(client, sites[1])
    services.clients.add_site(client, "д")
    services.clients.change_site(client, sites[2], name="В", staff=5, address="Тверь")

    found = services.clients.sites(client)
    assert [site.name for site in found] == ["В", "г", "д"]
    assert (found[0].staff, found[0].address) == (5, "Тверь")
    with pytest.raises(InvalidInput):
        services.clients.change_site(client, sites[2], staff=0)
    with pytest.raises(InvalidInput):
        services.clients.add_site(client, "")


def test_an_excluded_clause_makes_its_questions_not_applicable(services: Services, client: ClientId) -> None:
    inside = [view.key for view in questions(services, client) if view.clause.startswith("8.3")]
    services.assessment.record(client, inside[0], Conformity.CONFORMS)
    services.clients.exclude(client, STANDARD, "8.3", "Не проектируем")
    views = {view.key: view for view in questions(services, client)}

    assert len(inside) > 3
    assert views[inside[0]].conformity is Conformity.CONFORMS
    for key in inside[1:]:
        assert views[key].excluded
        assert views[key].conformity is Conformity.NOT_APPLICABLE
        assert views[key].reason == "Не проектируем"
        assert not views[key].needs_reason
    assert sum(view.excluded for view in views.values()) == len(inside) - 1

    services.clients.exclude(client, STANDARD, "8.3", "")
    assert questions(services, client)[views[inside[1]].number - 1].needs_reason
    assert [(e.clause, e.reason) for e in services.clients.exclusions(client)] == [("8.3", "")]
    services.clients.include(client, STANDARD, "8.3")
    assert services.clients.exclusions(client) == ()
    assert services.assessment.progress(client).not_applicable == 0


def test_a_template_brings_structure_and_no_findings(services: Services, client: ClientId) -> None:
    """U18."""
    owner = person(services, client, "Петров П. П.", Role.HEAD)
    process(services, client, "Закупки", ("8.4", "8.1"), owner)
    services.clients.add_site(client, "Цех")
    audit_ = audit(services, client)
    finding(services, client, audit_)
    answer_all(services, client)

    copy = new(services, "Копия", template=client)

    assert [view.name for view in services.team.processes(copy)] == ["Закупки", "Закупки"]
    assert services.team.processes(copy)[0].clauses == ((STANDARD, "8.1"), (STANDARD, "8.4"))
    assert services.team.processes(copy)[0].owner is None
    assert [site.name for site in services.clients.sites(copy)] == ["Цех"]
    assert services.team.people(copy) == ()
    assert services.audits.listed(copy) == ()
    assert services.findings.listed(copy, "ru") == ()
    assert services.assessment.progress(copy).answered == 0


def picture(path: Path, size: tuple[int, int] = (1200, 300), kind: str = "PNG") -> Path:
    Image.new("RGB", size, "navy").save(path, kind)
    return path


def test_a_logo_is_made_small_and_kept_as_png(services: Services, client: ClientId, tmp_path: Path) -> None:
    services.clients.set_logo(client, picture(tmp_path / "лого.jpg", kind="JPEG"))
    content = services.clients.logo(services.clients.get(client))

    assert content is not None
    assert content.startswith(b"\x89PNG")
    stored = tmp_path / "stored.png"
    stored.write_bytes(content)
    with Image.open(stored) as kept:
        assert kept.size == (600, 150)
    services.clients.set_logo(client, None)
    assert services.clients.logo(services.clients.get(client)) is None
    services.history.undo()
    assert services.clients.logo(services.clients.get(client)) == content


@pytest.mark.parametrize("content", [b"", b"<svg/>", b"\x89PNG\r\n\x1a\n", b"GIF89a", b"\xff\xd8\xff\xe0broken"])
def test_what_is_no_picture_is_no_logo(services: Services, client: ClientId, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "logo.png"
    file.write_bytes(content)
    with pytest.raises(FileRefused, match="not a picture"):
        services.clients.set_logo(client, file)
    with pytest.raises(FileRefused):
        services.clients.set_logo(client, tmp_path / "gone.png")


@given(st.integers(0, 400), st.integers(0, 255), st.integers(0, 400))
def test_a_broken_picture_is_refused_or_read(
    services: Services, client: ClientId, tmp_path: Path, place: int, value: int, cut: int
) -> None:
    for kind in ("PNG", "GIF", "BMP", "JPEG", "WEBP"):
        file = picture(tmp_path / f"logo.{kind}", (20, 10), kind)
        content = bytearray(file.read_bytes())
        content[place % len(content)] = value
        file.write_bytes(content[: max(1, len(content) - cut % len(content))])
        try:
            services.clients.set_logo(client, file)
        except FileRefused as refusal:
            assert refusal.remedy


def test_a_picture_too_large_is_refused(
    services: Services, client: ClientId, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(FileRefused, match="too many pixels"):
        services.clients.set_logo(client, picture(tmp_path / "wide.png", (41_000, 1000)))
    monkeypatch.setattr("isodesk.services.images._BYTES", 10)
    with pytest.raises(FileRefused, match="larger than 20 MB"):
        services.clients.set_logo(client, picture(tmp_path / "heavy.png"))


def test_a_logo_gone_from_the_disk_is_said(services: Services, client: ClientId, tmp_path: Path) -> None:
    services.clients.set_logo(client, picture(tmp_path / "logo.png"))
    for file in (services.folder / "attachments").rglob("*"):
        if file.is_file():
            file.unlink()
    with pytest.raises(StorageTrouble, match="missing"):
        services.clients.logo(services.clients.get(client))
