import dataclasses
from pathlib import Path

import pytest
import specimen

from isodesk.i18n import speech
from isodesk.reports import text
from isodesk.reports.blocks import Block, Column, Paragraph, Row, Table
from isodesk.reports.document import Document

GOLDEN = Path(__file__).parent / "data"


@pytest.mark.parametrize("language", ["ru", "en"])
def test_plain_text_is_as_recorded(language: str) -> None:
    recorded = (GOLDEN / f"specimen.{language}.txt").read_text(encoding="utf-8")
    assert text.render(specimen.every_block(language)) == recorded


def test_every_kind_of_block_can_be_written_and_is_in_the_specimen() -> None:
    shown: set[type] = set()

    def visit(value: object) -> None:
        if dataclasses.is_dataclass(value):
            shown.add(type(value))
            for field in dataclasses.fields(value):
                visit(getattr(value, field.name))
        elif isinstance(value, tuple):
            for item in value:
                visit(item)

    visit(specimen.every_block("en"))
    assert set(Block.__args__) <= shown


def test_a_document_is_a_value() -> None:
    document = Document("k", "t", "en")
    assert document == Document("k", "t", "en")
    assert hash(specimen.every_block("ru")) == hash(specimen.every_block("ru"))
    with pytest.raises(dataclasses.FrozenInstanceError):
        document.title = "x"


def test_a_line_break_in_a_cell_does_not_tear_the_row() -> None:
    table = Table((Column("A"), Column("B")), (Row(("one\ntwo", "three")),))
    assert text.block_lines(table, speech("en")) == ["", "A | B", "one / two | three"]


def test_an_empty_block_leaves_no_trace() -> None:
    assert text.block_lines(Paragraph(""), speech("en")) == []
