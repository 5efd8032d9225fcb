"""Names of printed files."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isodesk.reports.file_names import LONGEST, safe_name


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (("Чек-лист", "ПА-26-01"), "Чек-лист ПА-26-01.pdf"),
        (("a/b\\c", ""), "a b c.pdf"),
        (('<b>&"x"', "|?*:"), "b &  x.pdf".replace("  ", " ")),
        (("../../etc/passwd",), "etc passwd.pdf"),
        (("NUL",), "NUL_.pdf"),
        (("com1.txt",), "com1_.txt.pdf"),
        (("Con", "rad"), "Con rad.pdf"),
        (("lpt¹",), "lpt¹_.pdf"),
        ((" . . ",), "isodesk.pdf"),
        (("", ""), "isodesk.pdf"),
        (("a\u202egnp.exe",), "agnp.exe.pdf"),
        (("line\nbreak\ttab",), "line break tab.pdf"),
        (("lone \ud800 half",), "lone half.pdf"),
    ],
)
def test_names_are_made_safe_and_stay_readable(parts: tuple[str, ...], name: str) -> None:
    assert safe_name(*parts) == name


@given(st.lists(st.text(alphabet=st.characters(), max_size=400), max_size=3))
def test_any_text_gives_a_name_that_every_system_takes(parts: list[str]) -> None:
    name = safe_name(*parts)
    assert name.endswith(".pdf")
    assert not set(name) & set('<>:"/\\|?*')
    assert all(ord(character) >= 32 for character in name)
    assert len(name.encode("utf-8")) <= LONGEST
    assert name[0] not in " ."
    stem = name.removesuffix(".pdf")
    assert stem == stem.rstrip(" .")
    assert stem.split(".")[0].casefold() not in {"con", "prn", "aux", "nul", "com1", "lpt1"}


def test_a_long_name_keeps_its_beginning_and_whole_characters() -> None:
    name = safe_name("Ж" * 500)
    assert name == "Ж" * ((LONGEST - 4) // 2) + ".pdf"
