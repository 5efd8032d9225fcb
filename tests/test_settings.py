"""Preferences survive a round trip and never stop a start; each place on this computer can be moved."""

import json
from pathlib import Path

import pytest

from isodesk import paths, settings
from isodesk.errors import InvalidInput, StorageTrouble, UserError
from isodesk.i18n import speech
from isodesk.settings import Settings

FULL = Settings(
    language="ru",
    theme="dark",
    assessor="Иванова «А» <b>",
    single_keys=False,
    help_panel=False,
    recent_workspaces=("/a", "C:\\б"),
    tables={"plan": "0:120"},
    last_places={"client": {"page": "gap"}},
    print_folder="/печать",
)


def test_what_was_saved_is_loaded(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "settings.json"
    settings.save(file, FULL)

    assert settings.load(file) == FULL
    settings.save(file, FULL.with_(language="en"))
    assert settings.load(file) == FULL.with_(language="en")
    assert [path.name for path in file.parent.iterdir()] == ["settings.json"]


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"7", b"null", b'"text"', b"\xff\xfe", b"\x00" * 50, b"[" * 100_000, b"{}", b'{"unknown": 1}'],
)
def test_a_spoilt_file_gives_defaults(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "settings.json"
    file.write_bytes(content)

    assert settings.load(file) == Settings()
    assert settings.load(tmp_path / "gone.json") == Settings()
    assert settings.load(tmp_path) == Settings()


@pytest.mark.parametrize(
    "values",
    [
        {"language": 5},
        {"single_keys": "yes"},
        {"single_keys": 1},
        {"recent_workspaces": "a"},
        {"tables": []},
        {"tables": {"plan": 1}},
        {"last_places": {"a": "b"}},
        {"last_places": {"a": {"page": 1}}},
        {"last_places": None},
    ],
)
def test_one_spoilt_value_leaves_the_others(tmp_path: Path, values: dict[str, object]) -> None:
    file = tmp_path / "settings.json"
    file.write_text(json.dumps({"theme": "dark", **values}), "utf-8")

    assert settings.load(file) == Settings(theme="dark")


def test_a_home_moves_every_place(home: Path) -> None:
    assert paths.default_workspace() == home / "workspace"
    assert paths.settings_file() == home / "config" / "settings.json"
    assert paths.cache_folder() == home / "cache"
    assert paths.log_folder() == home / "log"


def test_without_a_home_the_system_says_where(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ISODESK_HOME")
    places = (paths.default_workspace(), paths.settings_file(), paths.cache_folder(), paths.log_folder())

    assert len(set(places)) == 4
    assert all(place.is_absolute() and "isodesk" in place.parts for place in places)


def test_an_error_says_problem_and_remedy_with_their_fields() -> None:
    error = StorageTrouble("Lost {file}.", "Look for {file}.", file="<b>{x}</b>")

    assert str(error) == "Lost <b>{x}</b>. Look for <b>{x}</b>."
    assert StorageTrouble("Gone.").text(speech("ru")) == "Gone."
    assert InvalidInput("name", "Bad.").field == "name"


def test_every_kind_of_trouble_is_one_for_a_person() -> None:
    from isodesk import errors

    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, Exception)]
    assert len(kinds) == 10
    assert all(issubclass(kind, UserError) for kind in kinds)
