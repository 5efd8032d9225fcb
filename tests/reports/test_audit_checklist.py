"""The audit checklist, blank and filled in."""

import io
import re
from dataclasses import replace

import pypdf
import pytest
from press_room import compare, lines, room

from isodesk.domain.audits import Verdict
from isodesk.reports import pdf
from isodesk.reports.blocks import Bullets, Checklist, Figures, KeepTogether, Photos
from isodesk.reports.document import Document
from isodesk.services.checklists import ChecklistView
from isodesk.services.evidence import Subject
from isodesk.services.workspace import open_workspace

MM = 72 / 25.4


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("situation", ["empty", "typical", "extreme"])
@pytest.mark.parametrize("blank", [False, True])
def test_its_words_are_as_recorded(situation: str, language: str, blank: bool) -> None:
    document = room().build(situation, "audit-checklist", language, blank=blank)
    compare(document, f"audit-checklist{'-blank' if blank else ''}.{situation}.{language}")


def checklist(document: Document) -> Checklist:
    return next(block for block in document.sections[0].blocks if isinstance(block, Checklist))


def views(situation: str = "typical") -> tuple[ChecklistView, ...]:
    audit = room().known[situation].audit
    assert audit is not None
    return room().services.checklists.rows(audit, "en")


@pytest.mark.parametrize("situation", ["typical", "extreme"])
@pytest.mark.parametrize("blank", [False, True])
def test_numbers_and_questions_stand_in_the_order_of_the_screen(situation: str, blank: bool) -> None:
    parts = checklist(room().build(situation, "audit-checklist", blank=blank)).parts
    rows = [row for part in parts for row in part.rows if row.question]
    assert [(row.number, row.question) for row in rows] == [
        (str(view.number), view.question) for view in views(situation)
    ]


def test_the_blank_has_three_rows_for_own_questions_in_each_part_with_numbers_that_are_free() -> None:
    parts = checklist(room().build("typical", "audit-checklist", blank=True)).parts
    taken = {str(view.number) for view in views()}
    assert len(parts) == 3
    for part in parts:
        own = [row for row in part.rows if not row.question]
        assert part.rows[-3:] == tuple(own)
        assert not {row.number for row in own} & taken
        assert all(row.number.startswith(f"{part.rows[-4].number}.") for row in own)


def test_the_blank_gives_nothing_away_of_what_was_noted() -> None:
    document = room().build("typical", "audit-checklist", blank=True)
    for part in checklist(document).parts:
        assert all(not (row.mark or row.evidence or row.reference) for row in part.rows)
    assert len(document.sections) == 1
    assert document.foot_fields == ("NC No.", "NC No.")
    assert dict(document.page_fields)["Who was asked"] == ""


def test_the_filled_one_circles_the_letter_of_the_verdict_and_names_the_records() -> None:
    rows = {
        row.number: row for part in checklist(room().build("typical", "audit-checklist")).parts for row in part.rows
    }
    for view in views():
        expected = {Verdict.CONFORMS: "C", Verdict.REMARK: "R", Verdict.NONCONFORMING: "N", Verdict.NOT_CHECKED: "–"}
        assert rows[str(view.number)].mark == (expected[view.verdict] if view.verdict else "")
    assert rows["2"].reference == "НС-26-001"
    assert rows["1"].evidence.endswith("\nAsked: Громов П. П.")


def test_parts_are_processes_with_their_owners() -> None:
    titles = [part.title for part in checklist(room().build("typical", "audit-checklist")).parts]
    assert titles == ["Закупки – Громов П. П.", "Производство – Белова Т. И.", "Контроль и испытания – Белова Т. И."]
    assert [part.title for part in checklist(room().build("empty", "audit-checklist")).parts] == ["Further clauses"]


def pages(document: Document) -> list[str]:
    reader = pypdf.PdfReader(io.BytesIO(pdf.render_bytes(document)))
    return [page.extract_text() for page in reader.pages]


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("blank", [False, True])
def test_every_page_has_the_number_the_key_and_where_it_belongs(language: str, blank: bool) -> None:
    document = room().build("typical", "audit-checklist", language, blank=blank)
    sheets = pages(document)
    assert len(sheets) > 2
    assert document.page_fields[0][1] == "ПА-26-01"
    for number, sheet in enumerate(sheets, start=1):
        assert "ПА-26-01" in sheet
        assert document.legend.split(" · ")[0] in sheet
        assert document.page_fields[0][0] in sheet
        assert re.search(rf"(Page {number} of|Стр\. {number} из) {len(sheets)}", sheet)
    for label in ("Place", "Who was asked", "Date", "Auditor"):
        assert label in dict(room().build("typical", "audit-checklist", blank=blank).page_fields)


@pytest.mark.parametrize("height", [12, 16, 22])
def test_rows_are_as_high_as_asked_on_paper(height: int) -> None:
    """Own rows have one line, so nothing but the asked height makes them high."""
    document = room().build("typical", "audit-checklist", blank=True, row_mm=height)
    reader = pypdf.PdfReader(io.BytesIO(pdf.render_bytes(document)))
    found: dict[str, float] = {}

    def note(text: str, _cm: object, tm: list[float], _font: object, _size: float) -> None:
        if re.fullmatch(r"\d+\.[123]\s*", text):
            found[text.strip()] = tm[5]

    gaps = []
    for page in reader.pages:
        found.clear()
        page.extract_text(visitor_text=note)
        gaps += [found[f"{n}.1"] - found[f"{n}.2"] for n in range(40) if f"{n}.1" in found and f"{n}.2" in found]
    assert gaps
    assert all(gap == pytest.approx(height * MM, abs=0.5) for gap in gaps)


def test_photos_follow_in_an_annex_and_rows_point_at_them() -> None:
    document = room().build("typical", "audit-checklist")
    annex = document.sections[1].blocks
    photos = next(block for block in annex if isinstance(block, Photos))
    others = next(block for block in annex if isinstance(block, Bullets))
    assert [photo.caption for photo in photos.items] == [
        "Photo 1 to row 10: станок 3.png",
        "Photo 2 to row 13: стеллаж.png",
    ]
    assert others.items == ("Row 2: реестр поставщиков.xlsx",)
    rows = {row.number: row for part in checklist(document).parts for row in part.rows}
    assert rows["10"].reference == "НС-26-002\nPhoto 1"


def test_a_picture_that_was_lost_keeps_its_place() -> None:
    services = room().services
    view = next(view for view in views() if view.files and view.number == 10)
    file = services.evidence.listed(room().known["typical"].client, Subject.ITEM, view.id)[0]
    stored = services.folder / "attachments" / file.digest[:2] / file.digest
    content = stored.read_bytes()
    stored.unlink()
    try:
        document = room().build("typical", "audit-checklist")
        photos = next(block for block in document.sections[1].blocks if isinstance(block, Photos))
        assert [bool(photo.content) for photo in photos.items] == [False, True]
        assert any("This picture cannot be shown" in sheet for sheet in pages(document))
    finally:
        stored.write_bytes(content)


def test_the_summary_adds_up_to_all_rows() -> None:
    blocks = room().build("typical", "audit-checklist").sections[0].blocks
    kept = next(block for block in blocks if isinstance(block, KeepTogether))
    figures = next(block for block in kept.blocks if isinstance(block, Figures))
    assert sum(int(value) for value, _ in figures.items) == len(views())


def test_an_audit_without_rows_says_so() -> None:
    from isodesk.i18n import speech
    from isodesk.reports import audit_checklist, letterhead

    where = room().known["empty"]
    assert where.audit is not None
    audit = replace(room().services.audits.get(where.audit), verdicts=())
    head = letterhead.of(room().services, where.client, "en")
    checked = audit_checklist.Checked(audit, (), {})
    document = audit_checklist.build(checked, head, speech("en"), blank=True, row_mm=16)
    assert "The checklist has no rows." in lines(document)
    assert pdf.render_bytes(document).startswith(b"%PDF")


def test_a_second_instance_prints_what_the_first_has_open() -> None:
    from isodesk.reports.press import Press

    second = open_workspace(room().services.folder)
    try:
        assert second.read_only is not None
        where = room().known["empty"]
        assert Press(second).build("audit-checklist", where.client, "en", audit=where.audit).number == "ПА-26-01"
    finally:
        second.close()
