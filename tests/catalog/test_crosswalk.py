"""Subjects that standards share: what ships fits the standards, and a slip of the pen is said with its line."""

from pathlib import Path

import pytest

from isodesk.catalog import crosswalk
from isodesk.catalog.shelf import Shelf
from isodesk.errors import ContentError

TEXT = """
[[theme]]
key = "competence"
name.en = "Competence"
name.ru = "Компетентность"
[theme.clauses]
iso-9001-2026 = ["7.2"]
iso-iec-27001-2022 = ["7.2", "A.6.3"]
"""


def written(folder: Path, text: str) -> Path:
    file = folder / "crosswalk.toml"
    file.write_text(text, "utf-8")
    return file


def test_a_theme_covers_its_clauses_and_all_below_them(tmp_path: Path) -> None:
    (theme,) = crosswalk.read(written(tmp_path, TEXT))

    assert theme.name("ru") == "Компетентность"
    assert theme.covers("iso-9001-2026", "7.2")
    assert theme.covers("iso-9001-2026", "7.2.1")
    assert theme.covers("iso-iec-27001-2022", "A.6.3")
    assert not theme.covers("iso-9001-2026", "7.20")
    assert not theme.covers("iso-9001-2026", "7")
    assert not theme.covers("iso-45001-2018", "7.2")


def test_without_a_file_there_are_no_themes(tmp_path: Path) -> None:
    assert crosswalk.read(tmp_path / "crosswalk.toml") == ()
    assert Shelf(tmp_path).themes == ()


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ('key = "competence"', 'kay = "competence"', "without a"),
        ('["7.2"]', '"7.2"', "iso-9001-2026"),
        ("name.ru", "nam.ru", "nam"),
    ],
)
def test_a_slip_is_said_with_its_place(tmp_path: Path, before: str, after: str, fault: str) -> None:
    with pytest.raises(ContentError) as caught:
        crosswalk.read(written(tmp_path, TEXT.replace(before, after, 1)))

    assert "crosswalk.toml, line" in str(caught.value)
    assert fault in str(caught.value)


def test_what_ships_names_clauses_that_there_are() -> None:
    shelf = Shelf()
    strangers = [
        f"{theme.key}: {key} {number}"
        for theme in shelf.themes
        for key, numbers in theme.clauses.items()
        for number in numbers
        if key not in shelf.shipped or number not in shelf.standard(key).by_number
    ]

    assert strangers == []
    assert len({theme.key for theme in shelf.themes}) == len(shelf.themes) > 20
