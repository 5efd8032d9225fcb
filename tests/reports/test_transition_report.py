"""The transition gap report, before and after the move."""

import pytest
from moving import KEY, NEW, OLD
from press_room import compare, lines, room

from isodesk.catalog.editions import Change
from isodesk.errors import NotFound
from isodesk.reports.blocks import Figures, Table
from isodesk.reports.document import Document

LANGUAGES = ("ru", "en")
SITUATIONS = ("empty", "typical", "extreme")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("situation", SITUATIONS)
def test_its_words_are_as_recorded(situation: str, language: str) -> None:
    compare(room().build(situation, KEY, language), f"{KEY}.{situation}.{language}")


def tables(document: Document) -> list[Table]:
    return [block for section in document.sections for block in section.blocks if isinstance(block, Table)]


def test_every_question_that_is_new_moved_or_gone_stands_in_it() -> None:
    where = room().where("typical", KEY)
    delta = room().services.adoptions.last_move(where.client)
    assert delta is not None
    words = "\n".join(
        cell for table in tables(room().build("typical", KEY)) for row in table.rows for cell in row.cells
    )
    changed = delta.of(Change.NEW, Change.MOVED, Change.GONE)

    assert {item.change for item in changed} == {Change.NEW, Change.MOVED, Change.GONE}
    assert [item.question.key for item in changed if item.question.text("en").question not in words] == []


def test_before_the_move_it_says_what_moving_would_mean() -> None:
    where = room().where("empty", KEY)
    delta = room().services.adoptions.preview_transition(where.client, OLD, NEW).delta
    document = room().build("empty", KEY)
    figures = next(block for block in document.sections[0].blocks if isinstance(block, Figures))

    assert any("what moving would mean" in line for line in lines(document))
    assert figures.items[2][0] == str(delta.count(Change.NEW))
    assert any("Start the transition" in line for line in lines(document))
    assert not any("Start the transition" in line for line in lines(room().build("typical", KEY)))


def test_the_dates_of_the_transition_are_named_with_a_warning() -> None:
    said = lines(room().build("typical", KEY))

    assert any("Sept 2029" in line for line in said)
    assert any("ask your certification body" in line for line in said)


def test_a_client_of_the_newest_edition_is_told_that_there_is_nothing_to_compare() -> None:
    with pytest.raises(NotFound, match="no newer edition"):
        room().press.build(KEY, room().known["typical"].client, "en")
