"""The record of a nonconformity."""

import io

import pypdf
import pytest
from press_room import compare, lines, room

from isodesk.errors import NotAllowed, NotFound
from isodesk.reports import pdf
from isodesk.reports.blocks import BandedForm, Choice, Facts, RuledLines
from isodesk.reports.document import Document


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("situation", ["typical", "extreme"])
def test_its_words_are_as_recorded(situation: str, language: str) -> None:
    compare(room().build(situation, "nonconformity", language), f"nonconformity.{situation}.{language}")


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("situation", ["empty", "typical", "extreme"])
def test_the_words_of_the_form_are_as_recorded(situation: str, language: str) -> None:
    document = room().build(situation, "nonconformity", language, blank=True)
    compare(document, f"nonconformity-blank.{situation}.{language}")


def form(document: Document, index: int = 0) -> BandedForm:
    block = document.sections[index].blocks[0]
    assert isinstance(block, BandedForm)
    return block


def pages(document: Document) -> int:
    return len(pypdf.PdfReader(io.BytesIO(pdf.render_bytes(document))).pages)


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_form_is_one_page_with_room_to_write(language: str) -> None:
    document = room().build("typical", "nonconformity", language, blank=True)
    assert pages(document) == 1
    counts = [block.count for band in form(document).bands for block in band.blocks if isinstance(block, RuledLines)]
    assert counts == [5, 4, 3, 1]


@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_usual_record_is_one_page_whatever_its_stage(language: str) -> None:
    document = room().build("typical", "nonconformity", language)
    assert len(document.sections) == 2
    assert pages(document) == 2


def test_each_party_has_a_band_of_its_own() -> None:
    bands = form(room().build("typical", "nonconformity", blank=True)).bands
    assert [band.title[:1] for band in bands] == ["", "1", "2", "3", "4"]


def test_what_was_written_is_typed_and_the_rest_is_left_to_the_pen() -> None:
    document = room().build("typical", "nonconformity")
    closed, fresh = form(document, 0), form(document, 1)
    assert not any(isinstance(block, RuledLines) for band in closed.bands for block in band.blocks)
    assert any(isinstance(block, RuledLines) for block in fresh.bands[2].blocks)
    known, unknown = (block for block in fresh.bands[1].blocks[1:3] if isinstance(block, Facts))
    assert [label for label, _ in known.rows] == ["Requirement", "What is not met"]
    assert unknown.rows == (("Evidence", ""),)
    assert unknown.ruled


def test_grade_and_effect_are_ticked_as_they_were_judged() -> None:
    document = room().build("typical", "nonconformity")
    chosen = [
        [b.chosen for band in form(document, i).bands for b in band.blocks if isinstance(b, Choice)] for i in (0, 1)
    ]
    assert chosen == [[(0,), (0,)], [(1,), ()]]


def test_correction_and_corrective_action_are_kept_apart() -> None:
    bands = form(room().build("typical", "nonconformity")).bands
    second = [row for block in bands[2].blocks if isinstance(block, Facts) for row in block.rows]
    third = [row for block in bands[3].blocks if isinstance(block, Facts) for row in block.rows]
    assert ("Correction", "Оба поставщика оценены 12.11.2026.") in second
    assert ("Corrective action", "Добавить в реестр графу и назначить снабженца ответственным.") in third
    assert dict(second)["Why, and why again"].splitlines() == [
        "1. Срок оценки никто не отслеживал",
        "2. В реестре нет графы «следующая оценка»",
    ]


def test_one_record_can_be_chosen_by_its_number_in_any_case() -> None:
    document = room().build("typical", "nonconformity", finding="нс-26-002", audit=None)
    assert document.number == "НС-26-002"
    assert len(document.sections) == 1


def test_an_opportunity_has_no_record() -> None:
    with pytest.raises(NotAllowed, match="ВУ-26-001"):
        room().build("typical", "nonconformity", finding="ВУ-26-001")


def test_an_unknown_number_names_those_there_are() -> None:
    with pytest.raises(NotFound, match="НС-26-001, НС-26-002"):
        room().build("typical", "nonconformity", finding="НС-99-001")


def test_an_audit_without_nonconformities_points_at_the_form() -> None:
    with pytest.raises(NotFound, match="no nonconformities"):
        room().build("empty", "nonconformity")


def test_the_form_needs_no_audit() -> None:
    assert any(
        "Record No.: ____" in line for line in lines(room().build("empty", "nonconformity", blank=True, audit=None))
    )
