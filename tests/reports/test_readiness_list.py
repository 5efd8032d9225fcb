"""The list that explains readiness."""

import pytest
from press_room import compare, lines, room

from isodesk.reports.blocks import Table
from isodesk.reports.document import Document

KEY = "readiness"


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("situation", ["empty", "typical", "extreme"])
def test_its_words_are_as_recorded(situation: str, language: str) -> None:
    compare(room().build(situation, KEY, language), f"{KEY}.{situation}.{language}")


def rows(document: Document) -> list[tuple[str, ...]]:
    blocks = [block for section in document.sections for block in section.blocks]
    return [row.cells for block in blocks if isinstance(block, Table) for row in block.rows]


def test_a_point_is_ticked_or_says_what_is_missing() -> None:
    ticked = {cells[1]: cells for cells in rows(room().build("typical", KEY)) if cells[0]}
    open_ = [cells for cells in rows(room().build("typical", KEY)) if not cells[0]]

    assert "The standard is chosen" in ticked
    assert open_
    assert all("\n" in cells[1] and cells[2] for cells in open_), "each with its reason and its count"


def test_missing_documents_are_named() -> None:
    said = "\n".join(lines(room().build("empty", KEY)))

    assert "Mandatory documents and records are in place" in said
    assert "ISO 9001:2026 5.2" in said
    assert "this list is no promise" in said
