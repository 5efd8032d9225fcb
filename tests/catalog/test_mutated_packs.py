"""Whatever is in a file from elsewhere, it is read or it is refused: 2,000 spoilt files here, 100,000 in the full suite.

What is read must be usable: sound in structure, the same after writing and reading it again.
"""

from dataclasses import dataclass
from pathlib import Path

import pytest
from foreign_files import Chance, seeds, spoilt

from isodesk.catalog import foreign, frameworks, mapping, numbering, pack, rules, snapshot
from isodesk.catalog.found import Found
from isodesk.catalog.standard import Standard
from isodesk.domain.keys import clause_order, section_of
from isodesk.errors import ContentError
from isodesk.i18n import LANGUAGES, speech


@dataclass
class Outcome:
    """How it went with many files."""

    accepted: int = 0
    refused: int = 0


def spoil(folder: Path, count: int, seed: int) -> Outcome:
    """Reads `count` spoilt files. Anything but an answer or a ContentError goes on to the test; the file stays then."""
    chance = Chance(seed)
    sound = seeds()
    outcome = Outcome()
    for number in range(count):
        name, content = sound[number % len(sound)]
        file = folder / name
        file.write_bytes(spoilt(name, content, chance))
        try:
            use(foreign.read(file, {}), folder)
            outcome.accepted += 1
        except ContentError as error:
            assert error.text(speech("en"))
            outcome.refused += 1
    return outcome


def use(found: Found, folder: Path) -> None:
    """Everything that the program does with what was read."""
    assert found.nodes > 0
    for language in LANGUAGES:
        assert all(line.number for line in found.first(5, language))
        assert all(remark.text(speech(language)) for remark in found.remarks)
    again = folder / f"{found.key}.toml"
    if isinstance(found.content, Standard):
        standard = found.content
        assert rules.structure(standard) == []
        assert sorted(standard.by_number, key=clause_order)
        assert all(section_of(number) in standard.by_number for number in standard.by_number)
        assert snapshot.load(snapshot.dump(standard)) == standard
        again.write_text(pack.write(standard, {}), "utf-8")
        assert pack.read(again, {}) == standard
    else:
        again.write_text(mapping.write(found.content), "utf-8")
        assert mapping.read(again) == found.content


def test_the_files_are_sound_before_they_are_spoilt(tmp_path: Path) -> None:
    for name, content in seeds():
        (tmp_path / name).write_bytes(content)
        use(foreign.read(tmp_path / name, {}), tmp_path)


def test_a_spoilt_file_is_read_or_refused(tmp_path: Path) -> None:
    outcome = spoil(tmp_path, 2000, seed=41)

    assert outcome.accepted > 200
    assert outcome.refused > 800


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(10))
def test_a_hundred_thousand_spoilt_files_are_read_or_refused(tmp_path: Path, seed: int) -> None:
    outcome = spoil(tmp_path, 10_000, seed=1000 + seed)

    assert outcome.accepted > 1000
    assert outcome.refused > 4000


def test_a_reader_that_trusts_a_parent_is_caught(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The search for crashes finds one: a lookup as one writes it who does not think of a missing parent."""

    def trusting(table: frameworks.YamlTable, place: int, places: dict[str, int], above: dict[int, int]) -> int | None:
        urn = table.text("parent_urn")
        return places[urn.casefold()] if urn else None

    monkeypatch.setattr(frameworks, "_parent", trusting)
    with pytest.raises(KeyError):
        spoil(tmp_path, 2000, seed=41)


def test_a_reader_that_takes_any_number_is_caught(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The search finds what is read though it cannot be used: a clause numbered by a letter alone."""
    monkeypatch.setattr(numbering, "is_number", lambda _text: True)
    with pytest.raises(AssertionError, match="a letter alone"):
        spoil(tmp_path, 2000, seed=41)
