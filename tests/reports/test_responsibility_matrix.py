"""The responsibility matrix on paper."""

import io

import pypdf
import pytest
from press_room import compare, lines, room
from sharing import KEY

from isodesk.domain.people import Role
from isodesk.i18n import speech
from isodesk.reports import pdf
from isodesk.reports.blocks import Bullets, KeepTogether, Row, Table
from isodesk.reports.document import Document
from isodesk.wording.responsibilities import LETTERS, letter_of

LANGUAGES = ("ru", "en")
SITUATIONS = ("empty", "typical", "extreme")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("situation", SITUATIONS)
def test_its_words_are_as_recorded(situation: str, language: str) -> None:
    compare(room().build(situation, KEY, language), f"{KEY}.{situation}.{language}")


@pytest.mark.parametrize("situation", SITUATIONS)
def test_the_same_data_gives_the_same_bytes(situation: str) -> None:
    printed = pdf.render_bytes(room().build(situation, KEY, "ru"))
    assert printed.startswith(b"%PDF")
    assert printed == pdf.render_bytes(room().build(situation, KEY, "ru"))


def tables(document: Document) -> list[Table]:
    return [block for section in document.sections for block in section.blocks if isinstance(block, Table)]


def rows(table: Table) -> dict[str, Row]:
    return {row.cells[0]: row for row in table.rows if row.style == "normal"}


def test_roles_stand_across_with_their_people_named() -> None:
    people, processes, clauses, annex = tables(room().build("typical", KEY))
    assert rows(people)["Head of the firm"].cells[2] == "Соколов Андрей Викторович, Генеральный директор"
    assert [column.title for column in processes.columns] == [
        *("No.", "Process", "Owner"),
        *("Head", "Quality", "Purchasing", "Documents", "Auditor", "Production"),
    ]
    assert all(column.turned for column in processes.columns[3:])
    assert len({len(table.columns) - lead for table, lead in ((processes, 3), (clauses, 2))}) == 1
    assert [column.title for column in annex.columns[2:]] == ["1 Управление системой", "2 Закупки", "3 Производство"]


def test_letters_and_what_is_missing() -> None:
    document = room().build("typical", KEY)
    _people, processes, clauses, annex = tables(document)
    assert rows(processes)["2"].cells[:3] == ("2", "Закупки", "Громов П. П.")
    assert "R, A" in rows(processes)["2"].cells
    assert {number: row.marks for number, row in rows(processes).items()} == {"1": (), "2": (), "3": (0,)}
    assert rows(tables(document)[0])["Production"].marks == (2,)
    kept = [b for section in document.sections for b in section.blocks if isinstance(b, KeepTogether)]
    missing = [inner.items for block in kept for inner in block.blocks if isinstance(inner, Bullets)]
    assert missing == [("Nobody answers for it: Производство",)]
    assert "8.3" not in rows(clauses)
    assert "8.3" not in rows(annex)
    assert rows(annex)["8.4"].cells[2:] == ("", "+", "")
    assert {number for number, row in rows(annex).items() if row.marks} >= {"7.1", "8.6"}


def test_nothing_entered_prints_a_form_with_all_roles() -> None:
    document = room().build("empty", KEY)
    _people, clauses = tables(document)
    assert len(clauses.columns) == 2 + len(Role)
    assert not any(row.marks for table in tables(document) for row in table.rows)
    assert any("No process is named yet" in line for line in lines(document))
    assert any("draft: something is still missing" in line for line in lines(document))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("situation", SITUATIONS)
def test_letters_differ_and_each_page_explains_them(situation: str, language: str) -> None:
    words = speech(language)
    assert len({letter_of(letter, words) for letter in LETTERS}) == len(LETTERS)
    document = room().build(situation, KEY, language)
    for page in pypdf.PdfReader(io.BytesIO(pdf.render_bytes(document))).pages:
        printed = "".join(page.extract_text().split())
        for said in LETTERS.values():
            assert "".join(words(said).split()) in printed
        assert page.mediabox.width > page.mediabox.height


def test_more_processes_than_fit_go_into_a_table_of_their_own() -> None:
    annex = tables(room().build("extreme", KEY))[-2:]
    assert [len(table.columns) for table in annex] == [18, 6]
    assert all(len(column.title) <= 40 for table in annex for column in table.columns)
