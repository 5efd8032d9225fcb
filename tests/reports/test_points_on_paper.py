"""What every printed document keeps (ux.md 2 G): nothing cut, nothing blank, nothing that colour alone says."""

import io
import re
from collections.abc import Iterator
from datetime import date
from functools import cache

import pypdf
import pypdfium2
import pytest
from press_room import room

from isodesk.i18n import speech
from isodesk.reports import pdf, registry, text
from isodesk.reports.document import Document

SITUATIONS = ("empty", "typical", "extreme")
DOCUMENTS = [(kind.key, blank) for kind in registry.KINDS for blank in (False, True) if kind.can_be_blank or not blank]
PAGES_LYING = {
    "plan",
    "statement-of-applicability",
    "audit-checklist",
    "responsibility-matrix",
    "gap-report",
    "budget",
    "context",
    "objectives",
    "risk-register",
}
"""Documents with wide tables."""
LYING_THROUGHOUT = PAGES_LYING - {"gap-report", "budget"}
LEAST_CONTRAST = 4.5


@cache
def printed(situation: str, key: str, blank: bool, language: str = "ru") -> tuple[Document, bytes] | None:
    """The document as a value and as paper; None where this client has nothing of the kind."""
    where = room().where(situation, key)
    if key == "nonconformity" and situation == "empty" and not blank:
        return None
    document = room().press.build(key, where.client, language, audit=where.audit, blank=blank)
    return document, pdf.render_bytes(document)


def each() -> Iterator[tuple[str, str, bool, Document, bytes]]:
    for situation in SITUATIONS:
        for key, blank in DOCUMENTS:
            made = printed(situation, key, blank)
            if made is not None:
                yield situation, key, blank, *made


def test_no_word_is_cut() -> None:
    """U55: each word of the document stands on paper, for an empty client and for the worst one."""
    lost = []
    for situation, key, blank, document, content in each():
        paper = "".join("".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages).split())
        words = set(re.findall(r"[а-яёА-ЯЁ]{3,}", text.render(document)))
        lost += [f"{situation} {key} {blank}: {word}" for word in words if word not in paper and not word.isupper()]
    assert lost == []


def test_no_page_is_blank_and_each_says_where_it_belongs() -> None:
    """U55: every page carries words or rules of its own besides head and foot; "Page 2 of 7" stands on each."""
    blank_pages = []
    for situation, key, blank, _document, content in each():
        pages = pypdf.PdfReader(io.BytesIO(content)).pages
        for number, page in enumerate(pages, 1):
            words = page.extract_text()
            assert f"Стр. {number} из {len(pages)}" in words, (situation, key, blank)
            body = page.get_contents()
            if len(words.split()) < 20 and (body is None or len(body.get_data()) < 4000):
                blank_pages.append(f"{situation} {key} {blank}: {number}")
    assert blank_pages == []


def test_wide_tables_lie_and_texts_stand() -> None:
    """U55: nobody has to choose the way of the paper."""
    found: dict[str, set[bool]] = {}
    for _situation, key, _blank, _document, content in each():
        sizes = [page.mediabox[2:] for page in pypdf.PdfReader(io.BytesIO(content)).pages]
        found.setdefault(key, set()).update(width > height for width, height in sizes)
    assert {key for key, ways in found.items() if True in ways} == PAGES_LYING
    assert all(False in found[key] for key in found if key not in LYING_THROUGHOUT)


@pytest.mark.parametrize(("key", "blank"), DOCUMENTS)
def test_paper_is_black_and_white(key: str, blank: bool) -> None:
    """U56: no pixel has a colour, so a copier loses nothing; words are dark enough in grey."""
    made = printed("empty" if key != "nonconformity" else "typical", key, blank)
    assert made is not None
    with pypdfium2.PdfDocument(made[1]) as opened:
        for index, page in enumerate(opened):
            picture = page.render(scale=1.2).to_pil().convert("RGB")
            coloured = [pixel for _count, pixel in picture.getcolors(1 << 24) if max(pixel) - min(pixel) > 8]
            assert coloured == [], index
            faint = [words for words, contrast in word_contrasts(page) if contrast < LEAST_CONTRAST]
            assert faint == [], index


def word_contrasts(page: pypdfium2.PdfPage) -> Iterator[tuple[str, float]]:
    """Each run of letters with the contrast between its darkest and its lightest grey."""
    scale = 3.0
    grey = page.render(scale=scale, grayscale=True).to_pil().convert("L")
    letters, height = page.get_textpage(), page.get_height()
    for index in range(letters.count_rects()):
        left, bottom, right, top = letters.get_rect(index)
        box = (
            int(left * scale),
            int((height - top) * scale),
            int(right * scale) + 1,
            int((height - bottom) * scale) + 1,
        )
        words = letters.get_text_bounded(left, bottom, right, top).strip()
        if len(words) > 2:
            dark, light = grey.crop(box).getextrema()
            yield words, (_luminance(light) + 0.05) / (_luminance(dark) + 0.05)


def _luminance(grey: int) -> float:
    share = grey / 255
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def test_each_verdict_is_a_letter_and_not_only_a_shade() -> None:
    """U56, U59: the circled letter, the word of the state; a legend explains them."""
    made = printed("typical", "audit-checklist", False)
    assert made is not None
    words = " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(made[1])).pages)
    for letter in ("С", "Н"):
        assert re.search(rf"(?<!\w){letter}(?!\w)", words)
    assert made[0].legend


def test_the_language_of_paper_is_chosen_at_printing() -> None:
    """U66 as decisions 3 has it: one client prints in both languages, whatever language it has itself."""
    for language, word in (("ru", "Дата"), ("en", "Date")):
        made = printed("typical", "audit-report", False, language)
        assert made is not None
        assert made[0].language == language
        assert re.search(word, text.render(made[0]), re.IGNORECASE)


def test_dates_are_those_of_the_language() -> None:
    """U67: 15.03.2026 in Russian and «15» марта 2026 г. where one signs; stored dates have no format at all."""
    russian, english = speech("ru"), speech("en")
    day = date(2026, 3, 5)
    assert (russian.date(day), english.date(day)) == ("05.03.2026", "5 Mar 2026")
    assert russian.long_date(day) == "«5» марта 2026 г."
    for language, form in (("ru", r"\b\d\d\.\d\d\.20\d\d\b"), ("en", r"\b\d{1,2} [A-Z][a-z]{2} 20\d\d\b")):
        made = printed("typical", "audit-report", False, language)
        assert made is not None
        words = text.render(made[0])
        assert re.search(form, words)
        assert not re.search(r"\b20\d\d-\d\d-\d\d\b", words)


def test_what_was_typed_once_stands_on_every_document() -> None:
    """U70: name, head, scope and people come from the pages where they were asked for."""
    services, client = room().services, room().known["typical"].client
    name = services.clients.get(client).name
    for key, blank in DOCUMENTS:
        made = printed("typical", key, blank)
        assert made is not None
        assert name in text.render(made[0]) or name in made[0].organisation, key
    plan = printed("typical", "plan", False)
    assert plan is not None
    assert services.clients.get(client).head_name in text.render(plan[0])
