"""The context of the organization on paper."""

import pytest
from press_room import compare, lines, room

from isodesk.reports import pdf
from isodesk.reports.blocks import Table
from isodesk.reports.document import Document
from isodesk.reports.press import Press

KEY = "context"
LANGUAGES = ("ru", "en")
SITUATIONS = ("empty", "typical", "extreme")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("situation", SITUATIONS)
def test_its_words_are_as_recorded(situation: str, language: str) -> None:
    compare(room().build(situation, KEY, language), f"{KEY}.{situation}.{language}")


@pytest.mark.parametrize("situation", SITUATIONS)
def test_it_can_be_printed_however_much_there_is(situation: str) -> None:
    printed = pdf.render_bytes(room().build(situation, KEY, "ru"))
    assert printed.startswith(b"%PDF")
    assert printed == pdf.render_bytes(room().build(situation, KEY, "ru"))


def tables(document: Document) -> list[Table]:
    return [block for section in document.sections for block in section.blocks if isinstance(block, Table)]


def test_external_issues_come_first_and_are_numbered_through() -> None:
    issues = tables(room().build("typical", KEY))[0]
    assert [row.cells[0] for row in issues.rows] == ["External issues", "1", "2", "Internal issues", "3"]
    assert [row.cells[4] for row in issues.rows if row.style == "normal"] == ["helps", "–", "hinders"]


def test_what_is_missing_is_hatched() -> None:
    issues, parties = tables(room().build("typical", KEY))
    assert [row.cells[0] for row in issues.rows if row.marks] == ["2"]
    assert [(row.cells[0], row.marks) for row in parties.rows if row.marks] == [("1.2", (2,)), ("2", (1, 2))]


def test_the_climate_statement_names_answer_reason_and_requirements() -> None:
    said = lines(room().build("typical", KEY))
    assert "Climate change is not a relevant issue for the organization." in said
    assert "Reason: Площадка выше уровня паводка." in said
    assert "– Заказчики: Данные об энергии" in said
    assert "Whether climate change is a relevant issue has not been decided yet." in lines(room().build("empty", KEY))


def test_the_page_offers_it_to_every_client() -> None:
    services = room().services
    for situation in SITUATIONS:
        assert KEY in {kind.key for kind in Press(services).offered(room().known[situation].client)}
