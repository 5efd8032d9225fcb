"""Rows of a spreadsheet: understood in both languages, shown before they are written, never losing a word."""

import time

import pytest
from builders import person, questions
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from isodesk.domain.conformity import Conformity, Importance
from isodesk.domain.keys import ClientId
from isodesk.errors import InvalidInput
from isodesk.i18n import speech
from isodesk.services import pasted_block, pasted_values, pasting
from isodesk.services.pasted_values import Field, NotUnderstood
from isodesk.services.pasting import PastedRow
from isodesk.services.workspace import Services

CELLS = st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("\"\t\n'=+-@ ")).map(str.strip)


def preview(services: Services, client: ClientId, text: str) -> tuple[PastedRow, ...]:
    block = pasting.read(text)
    return services.pasting.preview(client, "en", block, block.columns)


def reasons(row: PastedRow) -> str:
    return " ".join(error.text(speech("en")) for error in row.problems)


@given(st.text())
@example('"a""\t"b""\n' * 20)
def test_no_text_is_more_than_a_text(text: str) -> None:
    """Any clipboard is read, or refused with a message."""
    try:
        block = pasting.read(text)
    except InvalidInput as error:
        assert error.remedy
    else:
        assert all(any(row) for row in block.rows)


@given(st.lists(st.lists(CELLS, min_size=1, max_size=5).filter(any), min_size=1, max_size=6))
def test_cells_come_back_as_they_were(rows: list[list[str]]) -> None:
    assert [list(row) for row in pasted_block.rows_of(pasted_block.text_of(rows))] == rows


def test_excel_quotes_line_breaks_and_leaves_other_quotes_alone() -> None:
    text = '"two\r\nlines ""so"""\t"Bolt" Ltd\t"only"\r\n\r\n"open\tx\r\n'
    assert pasted_block.rows_of(text) == (('two\nlines "so"', '"Bolt" Ltd', "only"), ('"open', "x"))


def test_no_formula_leaves_and_none_comes_back_changed() -> None:
    text = pasted_block.text_of([["=1+1", "- a\n- b", "+7", "@x", "'=q"]])
    assert all(cell.lstrip('"').startswith("'") for cell in text.strip().split("\t"))
    assert pasted_block.rows_of(text) == (("=1+1", "- a\n- b", "+7", "@x", "'=q"),)


@pytest.mark.parametrize(
    ("text", "limit"),
    [("a\n" * 10_001, "10000"), ("\t" * 30 + "a", "30"), ("x" * 20_000_001, "20000000"), (" \t\n", "clipboard")],
)
def test_what_is_too_much_is_refused(text: str, limit: str) -> None:
    with pytest.raises(InvalidInput, match=limit):
        pasting.read(text)


def test_ten_thousand_rows_of_thirty_columns_in_two_seconds(services: Services, client: ClientId) -> None:
    began = time.perf_counter()
    rows = preview(services, client, "№\tСтатус\t" + "\t".join("x" * 28) + "\n" + "5\tчастично" + "\tслово" * 28 + "\n")
    assert len(rows) == 1
    text = "№\tСтатус\tЧто есть\n" + "".join(f"{n}\tчастично\t{'слово ' * 3}{chr(9) * 26}\n" for n in range(9_999))
    rows = preview(services, client, text)
    assert time.perf_counter() - began < 2
    assert sum(row.is_taken for row in rows) == len(questions(services, client))
    assert reasons(rows[-1]) == "No question of this client fits the row."


@pytest.mark.parametrize(
    ("cell", "meant"),
    [
        *((word, Conformity.CONFORMS) for word in ("1", "Conforms", "СООТВЕТСТВУЕТ", "да", "C", "С", "yes")),
        *((word, Conformity.PARTLY) for word in ("2", "partly", "Частично", "ч", "partial *")),
        *((word, Conformity.ABSENT) for word in ("3", "No", "нет", "не  соответствует", "н")),
        *((word, Conformity.NOT_APPLICABLE) for word in ("4", "n/a", "Не применимо", "н/п")),
        *((word, None) for word in ("", "0", "Not assessed", "не оценено")),
    ],
)
def test_verdicts_in_both_languages(cell: str, meant: Conformity | None) -> None:
    assert pasted_values.verdict(cell) is meant


@pytest.mark.parametrize("word", ["maybe", "11", "нет данных"])
def test_other_words_are_no_verdict(word: str) -> None:
    with pytest.raises(NotUnderstood):
        pasted_values.verdict(word)


def test_levels_and_importance() -> None:
    assert [pasted_values.maturity(cell) for cell in ("3", "3,0", "4 – measured", "")] == [3, 3, 4, None]
    assert [pasted_values.importance(cell) for cell in ("крит.", "High", "средняя", "")] == [
        Importance.CRITICAL,
        Importance.HIGH,
        Importance.MEDIUM,
        None,
    ]
    for read, cell in ((pasted_values.maturity, "6"), (pasted_values.maturity, "35"), (pasted_values.importance, "?")):
        with pytest.raises(NotUnderstood):
            read(cell)


def test_a_list_is_put_in_with_one_step(services: Services, client: ClientId) -> None:
    first, second = questions(services, client)[:2]
    who = person(services, client, "Анна")
    services.assessment.set_note(client, second.key, "existing", "kept")
    before = questions(services, client)
    rows = preview(
        services,
        client,
        "№\tПункт\tОтвет\tЧто есть\tЧего нет\tВажность\tОтветственный\tЗрелость\n"
        f"{first.number}\t{first.clause}\tчастично\tлист\tдата\tнизкая\tанна\t2\n"
        f"{second.number}\t\t1\t\tx\t\t\t\n",
    )
    assert [dict(row.changes) for row in rows] == [
        {
            "conformity": Conformity.PARTLY,
            "existing": "лист",
            "missing": "дата",
            "importance": Importance.LOW,
            "owner_id": who,
            "maturity": 2,
        },
        {"conformity": Conformity.CONFORMS, "missing": "x"},
    ]
    assert questions(services, client) == before
    assert services.pasting.put(client, rows) == 2
    view = questions(services, client)[1]
    assert (view.existing, view.missing, view.conformity) == ("kept", "x", Conformity.CONFORMS)
    services.history.undo()
    assert questions(services, client) == before
    assert services.pasting.put(client, preview(services, client, f"№\tStatus\n{first.number}\t\n")) == 0


def test_rows_that_cannot_be_taken_say_why(services: Services, client: ClientId) -> None:
    views = questions(services, client)
    many = next(v.clause for v in views if sum(o.clause == v.clause for o in views) > 1)
    other = next(view for view in views if view.clause != views[0].clause)
    rows = preview(
        services,
        client,
        "No.\tClause\tQuestion\tStatus\tResponsible\n"
        f"1\t{other.clause}\t\t1\t\n"
        f"\t{many}\t\t1\t\n"
        "\t99.9\t\t1\t\n"
        f"\t\t{views[4].question.upper()}\tperhaps\tNobody Known\n"
        f"5\t\t\t1\t\n",
    )
    assert [row.is_taken for row in rows] == [False] * 5
    assert "stands in clause" in reasons(rows[0])
    assert f"Clause {many} has" in reasons(rows[1])
    assert "No question" in reasons(rows[2])
    assert "“perhaps” is no status" in reasons(rows[3])
    assert "“Nobody Known” is not in the team" in reasons(rows[3])
    assert reasons(rows[4]) == "Row 5 names this question already."


def test_what_a_standard_forbids_is_refused_before_it_is_written(services: Services, client: ClientId) -> None:
    services.adoptions.add(client, "iso-iec-27001-2022")
    view = next(v for v in questions(services, client) if services.assessment.refused(client, [v.key]))
    (row,) = preview(services, client, f"Key\tStatus\tWhat exists\n{view.key}\tn/a\tpaper\n")
    assert dict(row.changes) == {"existing": "paper"}
    assert "does not allow clause" in reasons(row)


def test_a_list_without_heads_is_told_from_its_cells(services: Services, client: ClientId) -> None:
    views = questions(services, client)[:8]
    block = pasting.read("".join(f"{view.number}\t{view.clause}.\t{view.question}\tчастично\tx\n" for view in views))
    assert not block.has_heads
    assert block.columns.keys() >= {Field.NUMBER, Field.QUESTION, Field.STATUS}
    assert sum(row.is_taken for row in services.pasting.preview(client, "ru", block, block.columns)) == 8
    assert block.width == 5


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=60), st.sampled_from(["en", "ru"]))
def test_a_copy_pasted_back_changes_nothing(services: Services, client: ClientId, words: str, language: str) -> None:
    key = questions(services, client)[7].key
    for field in ("existing", "missing"):
        services.assessment.set_note(client, key, field, words)
    services.assessment.change(client, [key], maturity=len(words) % 6, conformity=Conformity.PARTLY)
    text = pasting.copied(services.assessment.questions(client, language), speech(language))
    block = pasting.read(text.replace("\n", "\r\n"))
    rows = services.pasting.preview(client, "en", block, block.columns)
    assert len(rows) == len(questions(services, client))
    assert [(row.changes, reasons(row)) for row in rows if row.changes or row.problems] == []
