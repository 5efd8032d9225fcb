"""The register of risks and opportunities on paper."""

import io

import pypdf
import pytest
from press_room import compare, lines, room
from registering import KEY

from isodesk.domain.risks import RiskFault
from isodesk.i18n import speech
from isodesk.reports import pdf, risk_register
from isodesk.reports.blocks import Chart, KeepTogether, Row, Table
from isodesk.reports.document import Document

LANGUAGES = ("ru", "en")
SITUATIONS = ("empty", "typical", "extreme")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("situation", SITUATIONS)
def test_its_words_are_as_recorded(situation: str, language: str) -> None:
    compare(room().build(situation, KEY, language), f"{KEY}.{situation}.{language}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_blank_form_is_as_recorded(language: str) -> None:
    compare(room().build("typical", KEY, language, blank=True), f"{KEY}.blank.{language}")


@pytest.mark.parametrize("situation", SITUATIONS)
def test_the_same_data_gives_the_same_bytes(situation: str) -> None:
    printed = pdf.render_bytes(room().build(situation, KEY, "ru"))
    assert printed.startswith(b"%PDF")
    assert printed == pdf.render_bytes(room().build(situation, KEY, "ru"))


def tables(document: Document) -> list[Table]:
    return [block for section in document.sections for block in section.blocks if isinstance(block, Table)]


def entries(document: Document) -> dict[str, Row]:
    """Rows of the tables of risks and of opportunities by number."""
    return {row.cells[0]: row for table in tables(document)[:2] for row in table.rows}


def test_an_entry_says_why_how_much_what_who_and_what_is_left() -> None:
    found = entries(room().build("typical", KEY))
    assert list(found) == ["4", "1", "2", "3", "5"]
    assert found["1"].cells == (
        "1",
        "Закупки",
        "Поставщик сорвёт срок",
        "Поставщик один.\nПростой.",
        "Запас на неделю.",
        "4",
        "5",
        "C 20",
        "Reduce",
        "Одобрить второго поставщика\nПроверять запас\nTasks: 1",
        "Громов Пётр Павлович\n18 Dec 2026",
        "",
        "",
    )
    assert found["2"].cells[11] == "T 4"
    assert found["5"].cells[7] == "G 16"


def test_what_is_missing_is_hatched_where_it_is_missing() -> None:
    document = room().build("typical", KEY)
    marked = {number: row.marks for number, row in entries(document).items()}
    assert marked == {"1": (), "2": (), "3": (), "4": (7, 8), "5": (10,)}
    assert set(risk_register._MISSING_AT) == set(RiskFault)
    assert "Hatched" in document.legend
    assert any(line.endswith("Not weighed: No. 4") for line in lines(document))


def test_the_action_plan_names_who_and_by_when_and_what_is_no_task_yet() -> None:
    rows = [row.cells for row in tables(room().build("typical", KEY))[2].rows]
    assert rows == [
        ("1", "1", "Одобрить второго поставщика", "Громов Пётр Павлович", "18 Dec 2026", "40%"),
        ("–", "2", "Договор на ремонт", "Иванова Анна Андреевна", "1 Oct 2026", "done, weighed again"),
        ("–", "5", "Подготовить предложение", "Громов Пётр Павлович", "", "no task yet"),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_scale_matrix_and_approval_stand_on_the_first_page(language: str) -> None:
    document = room().build("typical", KEY, language)
    assert all(section.orientation == "landscape" for section in document.sections)
    first = pypdf.PdfReader(io.BytesIO(pdf.render_bytes(document))).pages[0].extract_text()
    words = speech(language)
    for wanted in (words("APPROVED"), "А. В. Соколов", words("Risks before treatment, by their numbers")):
        assert wanted in first
    letter = "К" if language == "ru" else "C"
    assert all(f"{letter} {product}" in first for product in (15, 16, 20, 25))


def test_a_scale_of_three_prints_nine_fields_and_forty_numbers_in_one() -> None:
    document = room().build("extreme", KEY)
    chart = next(block for block in document.sections[0].blocks if isinstance(block, Chart))
    assert len(chart.value.cells) == 9
    assert len(chart.value.cell(3, 2).entries) == 40
    assert "S – significant risk (6)" in document.legend


def test_the_matrix_after_treatment_comes_where_something_was_weighed_again() -> None:
    def after(situation: str) -> bool:
        blocks = [block for section in room().build(situation, KEY).sections for block in section.blocks]
        kept = [inner for block in blocks if isinstance(block, KeepTogether) for inner in block.blocks]
        return any(isinstance(block, Chart) for block in kept)

    assert after("typical")
    assert not after("empty")


def test_a_blank_form_names_no_year_and_no_entry() -> None:
    document = room().build("typical", KEY, "ru", blank=True)
    assert "20___" in document.title
    assert document.date is None
    assert not any(any(row.cells) for table in tables(document) for row in table.rows)
