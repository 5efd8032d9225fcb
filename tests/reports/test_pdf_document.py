import dataclasses
import io
import itertools
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pypdf
import pypdfium2
import pytest
import specimen
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from isodesk.reports import pdf, text
from isodesk.reports.blocks import (
    Approval,
    Approver,
    Bullets,
    Checklist,
    ChecklistPart,
    ChecklistRow,
    Choice,
    Column,
    Facts,
    Figures,
    Heading,
    Paragraph,
    Photo,
    Photos,
    Row,
    RuledLines,
    Signature,
    Signatures,
    Table,
)
from isodesk.reports.document import Document, Section
from isodesk.reports.pdf.fonts import face

MM = 72 / 25.4
PAGE_WORDS = {"ru": "Стр. {} из {}", "en": "Page {} of {}"}
VARIANTS = [(language, orientation) for language in ("ru", "en") for orientation in ("portrait", "landscape")]


def read(document: Document) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(pdf.render_bytes(document)))


def texts(document: Document) -> list[str]:
    return [page.extract_text() for page in read(document).pages]


def boxes(document: Document) -> Iterator[tuple[tuple[float, float], tuple[float, float, float, float], str]]:
    """Size of page, (left, bottom, right, top) and text of each run of letters."""
    with pypdfium2.PdfDocument(pdf.render_bytes(document)) as opened:
        for page in opened:
            letters = page.get_textpage()
            for index in range(letters.count_rects()):
                box = letters.get_rect(index)
                yield page.get_size(), box, letters.get_text_bounded(*box)


@pytest.fixture(params=VARIANTS, ids="-".join)
def document(request: pytest.FixtureRequest) -> Document:
    return specimen.every_block(*request.param)


def test_every_page_says_which_of_how_many_it_is(document: Document) -> None:
    pages = texts(document)
    assert len(pages) > 8
    for index, page in enumerate(pages, start=1):
        assert PAGE_WORDS[document.language].format(index, len(pages)) in page


def test_every_page_carries_head_and_foot(document: Document) -> None:
    for page in texts(document):
        words = " ".join(page.split())
        for expected in (document.title, document.system_name, document.number, "НС №", document.form):
            assert expected in words
        assert " ".join(document.organisation.split()[:2]) in words
        assert document.page_fields[0][1] in words
        assert document.legend in words


def test_every_page_of_a_sample_client_says_so() -> None:
    document = specimen.every_block("ru")
    assert all("УЧЕБНЫЙ ПРИМЕР" in page for page in texts(document))
    assert not any("УЧЕБНЫЙ ПРИМЕР" in page for page in texts(replace(document, sample=False)))


def test_paper_holds_every_word_of_the_plain_text(document: Document) -> None:
    printed = "".join("".join(texts(document)).split())
    words = re.findall(r"\w[\w«».,:;-]*\w", text.render(document))
    spelled_otherwise = {word for word in words if set(word) == {"_"}}
    missing = {word for word in set(words) - spelled_otherwise if word not in printed}
    dates_of_bars = {word for word in missing if re.fullmatch(r"[\d.]+|\w{3,4}", word)}
    assert missing - dates_of_bars == set()


KEPT = {"key", "author", "language", "style", "align", "kind", "orientation", "mark", "letters", "bar"}


def tagged(value: object, count: Iterator[int], field: str = "") -> object:
    """The same value with a word of its own in the place of every text."""
    if isinstance(value, str):
        return f"слово{next(count)}я" if value and field not in KEPT else value
    if isinstance(value, tuple):
        return tuple(tagged(item, count, field) for item in value)
    if isinstance(value, Row) and value.style != "group":
        return replace(value, cells=(*tagged(value.cells[:3], count), *value.cells[3:]))
    if dataclasses.is_dataclass(value):
        names = [item.name for item in dataclasses.fields(value) if item.name not in KEPT]
        return replace(value, **{name: tagged(getattr(value, name), count, name) for name in names})
    return value


def test_every_text_of_every_block_is_printed(document: Document) -> None:
    count = itertools.count()
    printed = "".join("".join(texts(tagged(document, count))).split())
    assert [number for number in range(next(count)) if f"слово{number}я" not in printed] == []


def test_only_our_fonts_and_all_embedded(document: Document) -> None:
    fonts = {}
    for page in read(document).pages:
        fonts.update({key: value.get_object() for key, value in page["/Resources"]["/Font"].items()})
    assert {re.sub(r".*\+(PTS[a-z]+)-.*", r"\1", font["/BaseFont"]) for font in fonts.values()} == {"PTSans", "PTSerif"}
    assert all("/FontFile2" in font["/FontDescriptor"] for font in fonts.values())


def test_metadata_and_language() -> None:
    reader = read(specimen.every_block("ru"))
    assert reader.metadata is not None
    assert reader.metadata.title == "Отчет о внутреннем аудите"
    assert reader.metadata.author == "И. О. Фамилия"
    assert reader.metadata.subject == "СИСТЕМА МЕНЕДЖМЕНТА КАЧЕСТВА"
    assert reader.trailer["/Root"]["/Lang"] == "ru-RU"
    assert read(specimen.every_block("en")).trailer["/Root"]["/Lang"] == "en-GB"


def outline(entries: list, level: int = 0) -> Iterator[tuple[int, str]]:
    for entry in entries:
        if isinstance(entry, list):
            yield from outline(entry, level + 1)
        else:
            yield level, entry.title


def test_headings_are_bookmarks_under_the_title() -> None:
    marks = list(outline(read(specimen.every_block("ru")).outline))
    assert marks[0] == (0, "Отчет о внутреннем аудите")
    assert [mark for mark in marks if "Часть" in mark[1]] == [
        (1, "1 Часть"),
        (2, "1.1 Часть"),
        (3, "1.1.1 Часть"),
        (1, "2 Часть"),
    ]
    assert marks[-1] == (1, "Цех № 2, мастер участка")


def test_same_value_same_bytes(document: Document) -> None:
    assert pdf.render_bytes(document) == pdf.render_bytes(replace(document))


def test_no_text_outside_the_frame(document: Document) -> None:
    """U55."""
    for (width, height), (left, bottom, right, top), words in boxes(document):
        assert left >= 20 * MM - 1, words
        assert right <= width - 10 * MM + 1, words
        assert bottom >= 8 * MM, words
        assert top <= height - 8 * MM, words


def test_paper_stands_or_lies_as_asked() -> None:
    sizes = [page.mediabox[2:] for page in read(specimen.every_block("ru")).pages]
    upright = [width < height for width, height in sizes]
    assert upright == sorted(upright, reverse=True)
    assert {True, False} == set(upright)


def checklist(*, filled: bool, rows: int = 30) -> Document:
    section = Section((specimen.checklist("ru", rows, filled=filled),), "landscape")
    return Document("checklist", "Чек-лист", "ru", (section,))


def test_blank_and_filled_checklists_have_the_same_geometry() -> None:
    def numbers(document: Document) -> list[tuple[int, int]]:
        return [(round(box[0]), round(box[3])) for _, box, words in boxes(document) if words.startswith("смотреть")]

    assert numbers(checklist(filled=False)) == numbers(checklist(filled=True))
    assert len(numbers(checklist(filled=True))) == 30


def test_checklist_rows_are_whole_and_heads_repeat() -> None:
    """U55."""
    pages = texts(checklist(filled=True))
    assert len(pages) > 3
    for page in pages:
        assert "Свидетельства" in page
        assert page.count("Как Вы узнаете") == page.count("что происходит с отмененными?")


def test_a_row_taller_than_a_page_continues_with_an_ellipsis() -> None:
    evidence = " ".join(f"слово{index}" for index in range(6000))
    part = ChecklistPart("", (ChecklistRow("1", "4.1", "Вопрос?", "", "С", evidence),))
    document = Document("k", "Чек-лист", "ru", (Section((Checklist((part,), ("С", "Н")),), "landscape"),))
    pages = texts(document)
    assert len(pages) > 3
    assert [word for page in pages for word in re.findall(r"слово\d+", page)] == evidence.split()
    assert all("…" in page for page in pages)
    assert sum("Вопрос?" in page for page in pages) == 1


def test_an_empty_document_is_one_page() -> None:
    assert len(read(Document("k", "", "en")).pages) == 1
    assert len(read(Document("k", "", "en", (Section(()), Section((Table((), ()),))))).pages) == 1


def test_sections_flow_on_unless_they_ask_for_a_page() -> None:
    first = Section((Paragraph("one"),))
    assert len(read(Document("k", "", "en", (first, first))).pages) == 2
    assert len(read(Document("k", "", "en", (first, replace(first, new_page=False)))).pages) == 1


def test_a_broken_picture_is_said_and_does_no_harm() -> None:
    photos = Photos((Photo(b"no picture", "caption"), Photo(specimen.picture(), "good")))
    document = Document("k", "t", "en", (Section((photos,)),), logo=b"broken")
    (page,) = texts(document)
    assert "This picture cannot be shown." in page
    assert "caption" in page


def hostile(word: str) -> Document:
    rows = (Row((word, word, word)), Row((word,), "group"), Row((word, word, ""), "total"))
    blocks = (
        Heading(0, word),
        Heading(3, word),
        Approval(Approver(word, word, date(2026, 1, 2)), (Approver(word, word),)),
        Paragraph(word),
        Paragraph(word, "note"),
        Bullets((word,)),
        Facts(((word, word), (word, word)), 2, ruled=True),
        Figures(((word, word),)),
        Table((Column(word, mm=15), Column(word, turned=True), Column(word, kind="tick")), rows),
        Checklist((ChecklistPart(word, (ChecklistRow(word[:9], word, word, word, word, word, word),)),), ("C", "N")),
        RuledLines(1, word, word),
        Choice(word, (word, word)),
        Signatures((Signature(word, word),)),
    )
    return Document("k", word, "en", (Section(blocks),), word, word, word, word, word,
                    page_fields=((word, word),), legend=word, foot_fields=(word,), stamp=word)  # fmt: skip


HOSTILE = (
    '<b>&"\'</b><img src="/etc/passwd">',
    "и" * 300,
    "😀🏴‍☠️ \ud83d\x00\x1b[0m",
    "שלום مرحبا 你好",
    "a\u0301\u200b\u202e\ufeff",
    "%s {0} {page} \\(",
)


@pytest.mark.parametrize("word", [*HOSTILE, "длинное-слово/" * 400, "x\n" * 500])
def test_hostile_words_stay_inside_and_stay_words(word: str) -> None:
    document = hostile(word)
    for (width, _), (left, bottom, right, _), words in boxes(document):
        assert left >= 20 * MM - 2, words
        assert right <= width - 10 * MM + 2, words
        assert bottom >= 8 * MM, words


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(alphabet=st.characters(), min_size=1, max_size=40))
@example("<b>&")
@example("\ud800")
@example("﷽")
def test_any_text_prints_and_can_be_read_back(word: str) -> None:
    document = Document("k", word, "en", (Section((Paragraph(word), Table((Column(word),), (Row((word,)),)))),))
    printed = "".join("".join(texts(document)).split())
    assert "".join(face("serif").clean(word).split()) in printed
