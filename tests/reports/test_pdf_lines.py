from hypothesis import given
from hypothesis import strategies as st

from isodesk.reports.pdf.fonts import BODY, CELL, UNPRINTABLE, face
from isodesk.reports.pdf.lines import ELLIPSIS, longest_word, shorten, text_width, wrap

ANY_TEXT = st.text(alphabet=st.characters(), max_size=300)


@given(ANY_TEXT, st.floats(min_value=20, max_value=400))
def test_no_line_is_wider_than_its_column(text: str, width: float) -> None:
    assert all(text_width(line, BODY) <= width + 0.01 for line in wrap(text, BODY, width))


@given(ANY_TEXT)
def test_wrapping_loses_nothing_but_white_space(text: str) -> None:
    printed = "".join("".join(wrap(text, CELL, 60)).split())
    assert printed == "".join(face(CELL.face).clean(text).split())


def test_line_breaks_are_kept() -> None:
    assert wrap("один\r\nдва\n\nтри", BODY, 400) == ["один", "два", "", "три"]


def test_words_are_not_cut_while_they_fit() -> None:
    lines = wrap("Документированная информация разрабатывается и применяется", CELL, 100)
    assert " ".join(lines) == "Документированная информация разрабатывается и применяется"
    assert len(lines) > 1


def test_a_long_word_breaks_after_its_joints_first() -> None:
    assert wrap("ГОСТ-Р-ИСО-9001-2026/Документ", CELL, text_width("ГОСТ-Р-ИСО-", CELL) + 1)[0] == "ГОСТ-Р-ИСО-"


def test_a_limit_ends_in_an_ellipsis_only_when_text_is_lost() -> None:
    assert wrap("слово " * 100, CELL, 80, limit=3)[-1].endswith(ELLIPSIS)
    assert len(wrap("слово " * 100, CELL, 80, limit=3)) == 3
    assert wrap("слово", CELL, 80, limit=1) == ["слово"]


def test_a_giant_word_takes_time_in_proportion() -> None:
    lines = wrap("ж" * 100_000, CELL, 200)
    assert sum(len(line) for line in lines) == 100_000


def test_characters_that_the_fonts_lack_are_seen() -> None:
    clean = face("sans").clean
    assert clean("a😀b") == f"a{UNPRINTABLE}b"
    assert clean("\ud800") == UNPRINTABLE
    assert clean("\x07") == UNPRINTABLE
    assert clean("вид → цель ☐") == "вид -> цель [ ]"
    assert clean("и\u0306\u200d\ufe0f") == "й"
    assert clean("a\u2028b\tc") == "a\nb    c"


def test_shortened_text_fits() -> None:
    width = text_width("Общество с огр…", CELL)
    assert shorten("Общество с ограниченной ответственностью", CELL, width) == "Общество с огр…"
    assert shorten("ООО", CELL, width) == "ООО"


def test_the_longest_word_decides() -> None:
    assert longest_word("и несоответствие", CELL) == text_width("несоответствие", CELL)
    assert longest_word("", CELL) == 0.0
