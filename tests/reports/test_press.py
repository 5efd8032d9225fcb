"""The press: what can be ordered, what is refused, and the same bytes for the same data."""

import io
import re
from pathlib import Path

import pypdf
import pytest
from press_room import room

from isodesk.domain.journey import NUMBERS, Page
from isodesk.errors import InvalidInput, NotAllowed, NotFound, PrintFailed, UserError
from isodesk.i18n import speech
from isodesk.reports import pdf
from isodesk.reports.registry import KINDS, kind, title_of

KEYS = (
    "transition-report",
    "project-order",
    "gap-report",
    "context",
    "readiness",
    "plan",
    "policy",
    "objectives",
    "risk-register",
    "statement-of-applicability",
    "responsibility-matrix",
    "budget",
    "audit-checklist",
    "nonconformity",
    "audit-report",
)


def test_the_documents_stand_in_the_order_of_the_pages() -> None:
    assert tuple(known.key for known in KINDS) == KEYS
    assert [NUMBERS[known.page] for known in KINDS] == sorted(NUMBERS[known.page] for known in KINDS)
    assert room().press.kinds() == KINDS
    assert [known.key for known in room().press.kinds(Page.CHECKLIST)] == ["audit-checklist"]


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("key", KEYS)
def test_the_same_data_gives_the_same_bytes(key: str, language: str) -> None:
    first = pdf.render_bytes(room().build("typical", key, language))
    assert first == pdf.render_bytes(room().build("typical", key, language))


@pytest.mark.parametrize("key", KEYS)
def test_a_sample_is_marked_on_every_page_and_another_client_nowhere(key: str) -> None:
    """U15."""
    sample = pypdf.PdfReader(io.BytesIO(pdf.render_bytes(room().build("extreme", key))))
    assert all("SAMPLE" in page.extract_text() for page in sample.pages)
    real = pypdf.PdfReader(io.BytesIO(pdf.render_bytes(room().build("typical", key))))
    assert not any("SAMPLE" in page.extract_text() for page in real.pages)


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("situation", ["empty", "typical", "extreme"])
def test_every_document_knows_firm_system_form_and_language(situation: str, key: str) -> None:
    document = room().build(situation, key, "en", blank=(situation, key) == ("empty", "nonconformity"))
    assert document.organisation == room().services.clients.get(room().known[situation].client).name
    assert document.system_name == "QUALITY MANAGEMENT SYSTEM"
    assert re.match(rf"F-{re.escape(NUMBERS[kind(key).page])}(\.\d)? ", document.form)
    assert (document.key, document.language, document.stamp) == (key, "en", "")


def test_a_stamp_is_printed_when_it_is_asked_for() -> None:
    document = room().build("empty", "plan", stamp="Printed 23 Nov 2026, Иванова А. А.")
    text = pypdf.PdfReader(io.BytesIO(pdf.render_bytes(document))).pages[0].extract_text()
    assert "Printed 23 Nov 2026, Иванова А. А." in text


def test_without_an_audit_named_the_last_one_is_printed() -> None:
    assert room().build("typical", "audit-checklist", audit=None).number == "ПА-26-01"


@pytest.mark.parametrize("key", ["plan", "audit-report"])
def test_what_has_no_form_cannot_be_printed_blank(key: str) -> None:
    with pytest.raises(NotAllowed, match=key):
        room().build("typical", key, blank=True)


@pytest.mark.parametrize("height", [0, 7.9, 61, -5, float("nan")])
def test_a_height_that_no_pen_can_use_is_refused(height: float) -> None:
    with pytest.raises(InvalidInput, match="8 to 60 mm"):
        room().build("typical", "audit-checklist", blank=True, row_mm=height)


def test_an_unknown_document_names_those_there_are() -> None:
    with pytest.raises(NotFound, match=", ".join(KEYS)):
        room().build("typical", "certificate")


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(InvalidInput, match="ru, en"):
        room().build("typical", "plan", "de")


def test_it_prints_into_a_file_and_counts_the_pages(tmp_path: Path) -> None:
    where, seen = room().known["typical"], list[tuple[int, int]]()
    target = tmp_path / "plan.pdf"
    pages = room().press.print("plan", where.client, "ru", target, lambda done, total: seen.append((done, total)))
    assert pages == len(pypdf.PdfReader(target).pages)
    assert seen == [(page, pages) for page in range(1, pages + 1)]


def test_a_target_that_cannot_be_written_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(PrintFailed, match="does not exist"):
        room().press.print("plan", room().known["empty"].client, "en", tmp_path / "nowhere" / "plan.pdf")


@pytest.mark.parametrize(
    ("key", "language", "options", "name"),
    [
        ("audit-checklist", "ru", {}, "Чек-лист ПА-26-01.pdf"),
        ("audit-checklist", "ru", {"blank": True}, "Чек-лист ПА-26-01 (бланк).pdf"),
        ("audit-report", "en", {}, "Audit report ПА-26-01.pdf"),
        ("plan", "en", {}, "Certification plan ООО «Вымпел».pdf"),
        ("gap-report", "en", {"blank": True}, "Gap assessment ООО «Вымпел» (form).pdf"),
        ("nonconformity", "en", {}, "Nonconformities ПА-26-01.pdf"),
        ("nonconformity", "en", {"finding": "НС-26-001"}, "Nonconformity НС-26-001.pdf"),
        ("nonconformity", "en", {"blank": True}, "Nonconformities ООО «Вымпел» (form).pdf"),
    ],
)
def test_names_of_files_say_what_is_in_them(key: str, language: str, options: dict[str, object], name: str) -> None:
    client = room().known["typical"].client
    assert room().press.file_name(key, client, language, **options) == name  # type: ignore[arg-type]


def test_the_worst_name_of_a_client_still_names_a_file(tmp_path: Path) -> None:
    name = room().press.file_name("plan", room().known["extreme"].client, "ru")
    assert len(name.encode()) <= 180
    (tmp_path / name).write_bytes(b"")
    assert [file.name for file in tmp_path.iterdir()] == [name]


def test_a_lost_logo_does_not_stop_a_print(tmp_path: Path) -> None:
    from PIL import Image

    from isodesk.services.clients import NewClient
    from isodesk.services.workspace import open_workspace

    services = open_workspace(tmp_path / "workspace")
    try:
        client = services.clients.create(NewClient("Vector", "iso-9001-2026", "en"))
        Image.new("RGB", (60, 40), "navy").save(tmp_path / "logo.png")
        services.clients.set_logo(client, tmp_path / "logo.png")
        press = type(room().press)(services)
        assert press.build("plan", client, "en").logo
        for file in (tmp_path / "workspace" / "attachments").rglob("*"):
            if file.is_file():
                file.unlink()
        assert press.build("plan", client, "en").logo is None
    finally:
        services.close()


def test_a_client_without_an_audit_is_told_to_plan_one(tmp_path: Path) -> None:
    from isodesk.services.clients import NewClient
    from isodesk.services.workspace import open_workspace

    services = open_workspace(tmp_path / "workspace")
    try:
        client = services.clients.create(NewClient("Vector", "iso-9001-2026", "en"))
        for key in ("audit-checklist", "audit-report", "nonconformity"):
            with pytest.raises(UserError, match="no internal audit yet"):
                type(room().press)(services).build(key, client, "en")
    finally:
        services.close()


def test_titles_come_in_both_languages() -> None:
    for known in KINDS:
        for blank in (False, True):
            assert title_of(known, speech("ru"), blank=blank) != title_of(known, speech("en"), blank=blank)
