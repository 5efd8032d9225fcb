"""Lists in Excel and as text become standards: the columns are proposed, the rows form a tree, faults name their cell."""

import datetime as dt
import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from foreign_files import LIST, workbook
from hypothesis import given
from hypothesis import strategies as st

from isodesk.catalog import foreign, limits, listing, rules, sheet
from isodesk.catalog import workbook as books
from isodesk.catalog.found import Found
from isodesk.catalog.listing import Wishes
from isodesk.catalog.sheet import Columns
from isodesk.catalog.standard import Exclusion, Standard
from isodesk.errors import ContentError, InvalidInput
from isodesk.i18n import speech

Rows = list[list[Any]]
Save = Callable[..., Path]


@pytest.fixture
def save(tmp_path: Path) -> Save:
    """Puts bytes, a text or rows of a workbook into a file."""

    def to(content: bytes | str | Rows, name: str = "list.csv", encoding: str = "utf-8") -> Path:
        file = tmp_path / name
        if isinstance(content, list):
            content = workbook(content)
        file.write_bytes(content if isinstance(content, bytes) else content.encode(encoding, "surrogatepass"))
        return file

    return to


def standard(found: Found) -> Standard:
    assert isinstance(found.content, Standard)
    assert rules.structure(found.content) == []
    return found.content


def tree(file: Path, columns: str | None = None) -> list[tuple[str, str, int]]:
    """Number, title and count of questions of each clause."""
    held = standard(foreign.read(file, {}, columns=columns))
    return [(clause.number, clause.title("en"), len(clause.questions)) for clause in held.clauses]


def said(found: Found) -> list[str]:
    assert all(remark.text(speech("ru")) for remark in found.remarks)
    return [remark.text(speech("en")) for remark in found.remarks]


def test_a_list_becomes_a_standard(save: Save) -> None:
    found = foreign.read(save(LIST), {}, Wishes(key="office", designation="OR 1", title="Правила офиса"))
    held = standard(found)

    assert (found.kind, found.key, found.nodes, found.assessable) == ("standard", "office", 8, 4)
    assert (held.designation, held.title("ru"), held.exclusion) == ("OR 1", "Правила офиса", Exclusion.ALLOW)
    assert [(clause.number, clause.title("ru")) for clause in held.clauses] == [
        ("4", "Среда"),
        ("4.1", "Факторы"),
        ("4.2", "Стороны"),
        ("2", "Прочее"),
        ("2.1", "Люди"),
        ("5", "5"),
        ("5.1", "5.1"),
        ("5.1.1", "Роли"),
    ]
    factors = held.questions["office.4.1"].text("ru")
    assert (factors.question, factors.why) == ("Известны ли факторы?", "Без них не понять рисков")
    assert held.questions["office.4.2"].text("ru").question == "Известны ли; стороны?"
    assert said(found) == ["Headings that rows speak of but that are no rows were added: 3, the first Прочее."]


def test_names_are_told_from_the_file_where_nothing_is_wished(save: Save) -> None:
    held = standard(foreign.read(save("title\nOne\nTwo\n", "Kitchen rules.csv"), {}))
    assert (held.key, held.designation, held.title("en"), held.source) == (
        "kitchen-rules", "Kitchen rules", "Kitchen rules", "Kitchen rules.csv",
    )  # fmt: skip
    assert set(held.clauses[0].titles) == {"en"}
    with pytest.raises(InvalidInput, match="cannot be the key"):
        foreign.read(save("title\nOne\n"), {}, Wishes(key="A"))


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1251", "koi8-r", "cp866"]
)
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_text_is_read_in_the_encodings_that_are_about(save: Save, encoding: str, delimiter: str) -> None:
    text = "Номер;Название;Вопрос\n4;Среда организации;\n4.1;Внутренние факторы;Определены ли они в организации?\n"
    file = save(text.replace(";", delimiter), encoding=encoding)
    assert tree(file) == [("4", "Среда организации", 0), ("4.1", "Внутренние факторы", 1)]


def test_a_text_with_commas_in_one_column_stays_whole(save: Save) -> None:
    text = "Requirement\nKeep knives, pans, and pots clean\nWatch the fire\nCount, at night, all spoons, forks\n"
    assert [title for _number, title, _count in tree(save(text))] == text.splitlines()[1:]


def test_excels_word_on_the_delimiter_is_heard(save: Save) -> None:
    assert tree(save("sep=;\nnumber;title\n1;One, two, three\n")) == [("1", "One, two, three", 1)]


def test_lines_within_a_cell_stay_in_it(save: Save) -> None:
    held = standard(foreign.read(save('number,title,question\n1,One,"Is it?\r\nOr not?"\n2,Two,Is it?\n'), {}))
    assert held.questions["list.1"].text("en").question == "Is it?\nOr not?"


def test_a_workbook_gives_the_same_as_text(save: Save) -> None:
    assert tree(save(workbook(), "list.xlsx")) == tree(save(LIST))
    assert tree(save(workbook(), "list.xlsm")) == tree(save(LIST))


def test_the_first_sheet_that_holds_something_is_read(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.title = "Empty"
    book.create_sheet("Rules").append(["title", "question"])
    book["Rules"].append(["One", "Is it?"])
    book.create_sheet("Hidden").sheet_state = "hidden"
    book.create_sheet("More").append(["title"])
    book["More"].append(["Two"])
    book.save(tmp_path / "book.xlsx")

    found = foreign.read_sheet(tmp_path / "book.xlsx")
    assert (found.name, found.names) == ("Rules", ("Empty", "Rules", "More"))
    assert found.labels() == ("A: title", "B: question")
    assert tree(tmp_path / "book.xlsx") == [("1", "One", 1)]
    assert foreign.read_sheet(tmp_path / "book.xlsx", "More").rows[0].cells == ("Two",)
    with pytest.raises(InvalidInput, match=r"no sheet “None”\. Its sheets: Empty, Rules, More"):
        foreign.read_sheet(tmp_path / "book.xlsx", "None")
    with pytest.raises(ContentError, match="has no rows"):
        foreign.read_sheet(tmp_path / "book.xlsx", "Empty")


def test_numbers_typed_as_numbers_are_doubted(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for row in (["No.", "Title"], [4, "Four"], [4.1, "One"], [4.2, "Two"]):
        page.append(row)
    page["A5"], page["B5"] = 4.1, "Ten"
    page["A5"].number_format = "0.00"
    book.save(tmp_path / "book.xlsx")

    assert tree(tmp_path / "book.xlsx") == [("4", "Four", 0), ("4.1", "One", 1), ("4.2", "Two", 1), ("4.10", "Ten", 1)]
    (remark,) = said(foreign.read(tmp_path / "book.xlsx", {}))
    assert "column A are typed as numbers, so that 4.10 may have become 4.1: look at row 3" in remark


def test_merged_and_hidden_cells_are_read_and_said(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.append(["Section", "Requirement"])
    for place, text in enumerate(["Lock doors", "Count keys", "Copy files", "Try copies"]):
        page.append([("Access", None, "Backup", None)[place], text])
    page.merge_cells("A2:A3")
    page.merge_cells("A4:A5")
    page.merge_cells("A7:B7")
    page.row_dimensions[3].hidden = True
    page.column_dimensions["D"].hidden = True
    book.save(tmp_path / "book.xlsx")

    assert tree(tmp_path / "book.xlsx") == [
        ("1", "Access", 0), ("1.1", "Lock doors", 1), ("1.2", "Count keys", 1),
        ("2", "Backup", 0), ("2.1", "Copy files", 1), ("2.2", "Try copies", 1),
    ]  # fmt: skip
    remarks = said(foreign.read(tmp_path / "book.xlsx", {}))
    assert remarks[0] == "Merged cells: what stands in them was taken for every one of their rows; 2."
    assert remarks[1] == "Hidden rows and columns were read too; 2."


def test_a_number_over_several_rows_asks_several_questions(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for row in (["No", "Title", "Question"], ["1", "One", "Is it?"], [None, None, "And why?"], ["2", "Two", "Is it?"]):
        page.append(row)
    page.merge_cells("A2:A3")
    book.save(tmp_path / "book.xlsx")

    assert tree(tmp_path / "book.xlsx") == [("1", "One", 2), ("2", "Two", 1)]
    assert list(standard(foreign.read(tmp_path / "book.xlsx", {})).questions) == ["book.1", "book.1-2", "book.2"]


def test_values_of_other_types_become_texts(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for row in (
        ["No", "Title", "Note"],
        [1.0, dt.date(2026, 10, 4), True],
        [2, dt.time(9, 30), 0.1 + 0.2],
        ["3", "=1+1", 1e20],
    ):
        page.append(row)
    book.save(tmp_path / "book.xlsx")
    found = foreign.read_sheet(tmp_path / "book.xlsx")
    assert [row.cells for row in found.rows] == [
        ("1", "2026-10-04", "True"), ("2", "09:30:00", "0.3"), ("3", "", "100000000000000000000"),
    ]  # fmt: skip


def test_a_title_above_the_heads_is_no_head(save: Save) -> None:
    rows = [
        ["List of requirements"],
        [],
        ["as of May", "by Ivanov"],
        ["No.", "Name"],
        ["1", "One"],
        [None, None],
        ["2", "Two"],
    ]
    found = foreign.read_sheet(save(rows, "list.xlsx"))
    assert found.heads == ("No.", "Name")
    assert [row.number for row in found.rows] == [5, 7]


PROPOSALS = [
    ("№;Раздел;Название;Вопрос;Описание", Columns(0, 2, 3, 4, 1)),
    ("Ref ID,Section,Requirement,Guidance", Columns(0, 2, None, 3, 1)),
    ("ID,Control,Check,Parent", Columns(0, 1, 2, None, 3)),
    ("Номер пункта;Требование стандарта;Что проверить", Columns(0, 1, 2)),
    ("Код;Мера;Текст требования", Columns(0, 1, None, 2)),
    ("clause_number,clause_title,(question)", Columns(0, 1, 2)),
    ("Foo,Bar", Columns(None, 0)),
]


@pytest.mark.parametrize(("heads", "wanted"), PROPOSALS)
def test_columns_are_proposed_by_their_heads(save: Save, heads: str, wanted: Columns) -> None:
    width = heads.count(";") + heads.count(",")
    row = (";" if ";" in heads else ",").join(["x y"] * (width + 1))
    found = foreign.read_sheet(save(f"{heads}\n{row}\n{row}\n"))
    assert sheet.propose(found) == wanted


def test_without_heads_the_cells_speak(save: Save) -> None:
    assert tree(save("4.1;Doors are locked\n4.2;Keys are counted\n")) == [
        ("4", "4", 0), ("4.1", "Doors are locked", 1), ("4.2", "Keys are counted", 1),
    ]  # fmt: skip


def test_columns_can_be_said_by_letter_or_by_head(save: Save) -> None:
    file = save("Foo,Bar,Baz qux\n1,One,Is it?\n2,Two,Is it so?\n")
    assert tree(file, "number=A,title=B,question=Baz qux") == [("1", "One", 1), ("2", "Two", 1)]
    assert tree(file, " title = c ") == [("1", "Is it?", 1), ("2", "Is it so?", 1)]
    with pytest.raises(InvalidInput, match=r"no column “Z”\. Its columns: A: Foo; B: Bar; C: Baz qux"):
        tree(file, "title=Z")
    with pytest.raises(InvalidInput, match="“name” is nothing that a column can hold"):
        tree(file, "name=A")
    with pytest.raises(ContentError, match="no column is known to hold titles"):
        tree(file, "number=A")


TREES = [
    ("numbers in other dress", "number;title\nп. 4;Four\n4.1.;One\n№ 4.2;Two\n4,3;Three\n", [("4", "Four", 0), ("4.1", "One", 1), ("4.2", "Two", 1), ("4.3", "Three", 1)]),
    ("no numbers", "title\nOne\nTwo\n", [("1", "One", 1), ("2", "Two", 1)]),
    ("headings without numbers", "title;question\nFirst;\nOne;Is it?\nSecond;\nTwo;Is it?\n", [("1", "First", 0), ("1.1", "One", 1), ("2", "Second", 0), ("2.1", "Two", 1)]),
    ("rows below a number", "number;title;question\n4;Four;\n;One;Is it?\n4.2;Two;Is it?\n;Three;Is it?\n", [("4", "Four", 0), ("4.1", "One", 1), ("4.2", "Two", 1), ("4.3", "Three", 1)]),
    ("questions alone", "question\nIs it?\nIs it so?\n", [("1", "Is it?", 1), ("2", "Is it so?", 1)]),
    ("children first", "number;title\n4.1;One\n4;Four\n", [("4", "Four", 0), ("4.1", "One", 1)]),
    ("parents by title", "title;parent;question\nDoors;Access;Locked?\nAccess;;\nKeys;access;Counted?\n", [("1", "Access", 0), ("1.1", "Doors", 1), ("1.2", "Keys", 1)]),
    ("parents by number", "number;parent;title\n1;;One\nx y;1;Two\n7;1;Three\n", [("1", "One", 0), ("1.1", "x y Two", 1), ("1.2", "7 Three", 1)]),
    ("numbers that start again", "number;parent;title\n1;First;One\n1;Second;Two\n", [("1", "First", 0), ("1.1", "1 One", 1), ("2", "Second", 0), ("2.1", "1 Two", 1)]),
    ("an annex", "number;title\nA;Annex\nA.5;Five\nA.5.1;One\n", [("1", "A Annex", 1), ("A.5", "Five", 0), ("A.5.1", "One", 1)]),
    ("letters of items", "number;title;question\n4;Four;\na);One;Is it?\nb);Two;Is it?\n", [("4", "Four", 0), ("4.1", "a) One", 1), ("4.2", "b) Two", 1)]),
    ("empty rows", "number;title\n\n;;\n1;One\n;;\n", [("1", "One", 1)]),
    ("a description alone", "number;title;description\n1;One;All doors are locked.\n", [("1", "One", 1)]),
    ("more cells than heads", "number;title\n1;One;more;and more\n", [("1", "One", 1)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), [pytest.param(*case[1:], id=case[0]) for case in TREES])
def test_rows_form_a_tree(save: Save, text: str, wanted: list[tuple[str, str, int]]) -> None:
    assert tree(save(text)) == wanted


def test_rows_that_ask_nothing_are_counted(save: Save) -> None:
    found = foreign.read(save("number;title;question\n1;One;Is it?\n2;Two;\n"), {})
    assert said(found) == ["Rows without a question and with nothing below them are taken as headings: 1."]


FAULTS = [
    ("a number twice", "number;title\n1;One\n2;Two\n1;Three\n", 4, "A", "the number 1 stands in row 2 already"),
    ("a circle", "number;title;parent\n1;One;2\n2;Two;1\n", 2, "C", "its parents lead back to itself"),
    ("its own parent", "title;parent\nOne;One\n", 2, "B", "its parents lead back to itself"),
    ("too deep", "number;title\n1.1.1.1.1.1.1.1.1.1.1.1.1;One\n", 2, "A", "more than 12 levels deep"),
    ("a hidden mark", "number;title\n1;O\u202ene\n", 2, "B", "cannot be seen, U+202E"),
    ("a control character", "number;title\n1;O\x1bne\n", 2, "B", "cannot be seen, U+001B"),
    ("a hidden mark of HTML", "number;title\n1;O&#8238;ne\n", 2, "B", "cannot be seen, U+202E"),
    ("a long text", "number;title\n1;" + "One " * 6000 + "\n", 2, "B", "more than 20000 characters"),
    ("a quote without end", 'number;title\n1;"' + "One " * 60_000 + "\n", 2, "A", "more than 20000 characters"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "row", "column", "fault"), [pytest.param(*case[1:], id=case[0]) for case in FAULTS])
def test_a_fault_names_file_row_and_column(save: Save, text: str, row: int, column: str, fault: str) -> None:
    with pytest.raises(ContentError) as caught:
        foreign.read(save(text), {})

    assert str(caught.value).startswith(f"list.csv, row {row}, column {column}: ")
    assert fault in str(caught.value)
    assert caught.value.text(speech("ru"))
    assert [str(found) for found in foreign.faults(save(text), {})] == [str(caught.value)]


def test_a_number_that_has_become_a_date_is_refused(save: Save) -> None:
    rows = [["No", "Title"], ["4.1", "One"], [dt.date(2026, 10, 4), "Ten"]]
    with pytest.raises(ContentError, match=r"list\.xlsx, row 3, column A: the number has become a date, 2026-10-04"):
        foreign.read(save(rows, "list.xlsx"), {})


def test_ten_thousand_rows_are_taken_and_more_than_twenty_thousand_refused(save: Save) -> None:
    rows = [f"{place // 100 + 1}.{place % 100 + 1},Requirement {place}" for place in range(20_000)]
    found = foreign.read(save("number,title\n" + "\n".join(rows[:12_000])), {})
    assert (found.nodes, found.assessable) == (12_120, 12_000)
    with pytest.raises(ContentError, match="the list has more than 20000 entries"):
        foreign.read(save("number,title\n" + "\n".join(rows)), {})
    with pytest.raises(ContentError, match="more than 20000 rows"):
        foreign.read(save("title\n" + "One\n" * 20_001), {})
    with pytest.raises(ContentError, match="more than 20000 rows"):
        foreign.read(save([["title"]] + [["One"]] * 20_001, "list.xlsx"), {})


def test_many_empty_rows_end_a_list(tmp_path: Path, save: Save) -> None:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.append(["title"])
    page.append(["One"])
    page["A9000"] = "Two"
    book.save(tmp_path / "book.xlsx")
    for file in (tmp_path / "book.xlsx", save("title,x\nOne,\n" + "\n" * 8998 + "Two,\n")):
        assert tree(file) == [("1", "One", 1)]
        assert said(foreign.read(file, {})) == ["What stands below row 2 was not read: 5000 empty rows follow."]


@pytest.mark.parametrize("text", ["", "\n\n", ";;;\n", "number;title\n", "title\n\n"])
def test_a_list_without_rows_is_refused(save: Save, text: str) -> None:
    with pytest.raises(ContentError, match="has no rows with requirements"):
        foreign.read(save(text), {})


def parts() -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(workbook())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(changes: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**parts(), **changes}.items():
            archive.writestr(name, content)
    return target.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
BOOKS = {
    "an old workbook": (books.OLE + bytes(600), "is in the old format of Excel.*save it as .xlsx"),
    "a locked workbook": (books.OLE + "EncryptedPackage".encode("utf-16-le"), "is protected by a password"),
    "a bomb": (zipped({SHEET: bytes(limits.UNPACKED + 1)}), "unpacks to more than 20 MB"),
    "many parts": (zipped({f"x{place}": b"" for place in range(2001)}), "unpacks to more than"),
    "large styles": (zipped({"xl/styles.xml": bytes(limits.UNPACKED_PART + 1)}), "unpacks to more than"),
    "no workbook": (books.ZIP + b"junk", "is no workbook of Excel, or it is damaged"),
    "broken XML": (zipped({SHEET: b"<worksheet"}), "or it is damaged"),
    "entities": (
        zipped({SHEET: b'<!DOCTYPE x [<!ENTITY a "b">]>' + parts()[SHEET].split(b"?>")[-1]}),
        "or it is damaged",
    ),
    "no content": (zipped({"xl/workbook.xml": b"<a/>"}), "or it is damaged|has no rows"),
    "half a file": (workbook()[:2000], "or it is damaged"),
}


@pytest.mark.parametrize(("content", "fault"), BOOKS.values(), ids=BOOKS)
def test_a_workbook_that_cannot_be_read_says_what_to_do(save: Save, content: bytes, fault: str) -> None:
    with pytest.raises(ContentError, match=fault):
        foreign.read(save(content, "list.xlsx"), {})


def test_a_workbook_that_makes_itself_smaller_is_read_whole(save: Save) -> None:
    small = re.sub(rb'<dimension ref="[^"]*"', b'<dimension ref="A1:B2"', parts()[SHEET])
    assert b'<dimension ref="A1:B2"' in small
    assert tree(save(zipped({SHEET: small}), "list.xlsx")) == tree(save(LIST))


def test_a_workbook_locked_part_by_part_is_refused(save: Save) -> None:
    content = bytearray(workbook())
    content[content.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(ContentError, match="protected by a password"):
        foreign.read(save(bytes(content), "list.xlsx"), {})


def test_an_old_workbook_is_known_under_any_name(save: Save) -> None:
    for name in ("list.xls", "list.xlsx", "list.csv", "list.yaml"):
        with pytest.raises(ContentError, match="old format of Excel"):
            foreign.read(save(books.OLE + bytes(600), name), {})
    assert tree(save(workbook(), "list.csv")) == tree(save(LIST))


def test_bytes_that_are_no_text_are_refused(save: Save) -> None:
    with pytest.raises(ContentError, match="is no text that can be read"):
        foreign.read(save(bytes(range(128, 256)) * 30), {})


CELL = st.text(st.sampled_from('14.AБа ?,;"\n\t-x²'), max_size=8)


@given(
    rows=st.lists(st.lists(CELL, min_size=5, max_size=5), min_size=1, max_size=12), columns=st.permutations(range(5))
)
def test_any_rows_are_a_standard_or_refused(rows: list[list[str]], columns: list[int]) -> None:
    grid = sheet.Grid(tuple(sheet.Row(place, tuple(cells)) for place, cells in enumerate(rows, 1)))
    try:
        found = listing.to_standard(sheet.sheet_of(grid, "list.csv"), Columns(*columns))
    except ContentError as error:
        assert error.text(speech("en"))
        return
    held = standard(found)
    assert all(clause.title("en").strip() for clause in held.clauses)
    assert len(held.clauses) >= 1


@pytest.mark.parametrize(("place", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_columns_are_lettered_as_in_spreadsheets(place: int, name: str) -> None:
    assert sheet.letter(place) == name
