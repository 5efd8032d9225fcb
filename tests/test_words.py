"""Words in two languages at once: plurals, dates, numbers, and a catalogue that is compiled when it has to be."""

import gettext
import os
import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from isodesk import i18n, resources
from isodesk.i18n import Speech, speech, system_language

PO = r"""
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\n"
"Language: ru\n"
"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\n"

msgid "{count} task"
msgid_plural "{count} tasks"
msgstr[0] "{count} задача"
msgstr[1] "{count} задачи"
msgstr[2] "{count} задач"

msgid "{count} file"
msgid_plural "{count} files"
msgstr[0] "{number} файл"
msgstr[1] "{number} файла"
msgstr[2] "{number} файлов"

msgid "Find {name}"
msgstr "Найти {name}"

msgid "Lost {name}"
msgstr "Потеряно {nome}"

msgid "Broken {name}"
msgstr "Сломано {name"

msgid "Save"
msgstr "Сохранить"
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    file = tmp_path / "isodesk.po"
    file.write_text(PO, "utf-8")
    return file


@pytest.fixture
def russian(source: Path) -> Speech:
    return Speech("ru", i18n._compiled(source))


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "0 задач"),
        (1, "1 задача"),
        (2, "2 задачи"),
        (5, "5 задач"),
        (11, "11 задач"),
        (12, "12 задач"),
        (14, "14 задач"),
        (21, "21 задача"),
        (22, "22 задачи"),
        (25, "25 задач"),
        (101, "101 задача"),
        (111, "111 задач"),
    ],
)
def test_russian_has_three_plurals(russian: Speech, count: int, words: str) -> None:
    assert russian.plural("{count} task", "{count} tasks", count) == words


def test_the_shipped_catalogue_has_the_russian_plurals() -> None:
    """U64."""
    shipped = speech("ru")._catalogue
    assert isinstance(shipped, gettext.GNUTranslations)
    assert [shipped.plural(n) for n in (0, 1, 2, 5, 11, 12, 14, 21, 22, 25, 101, 111)] == [  # type: ignore[attr-defined]
        2, 0, 1, 2, 2, 2, 2, 0, 1, 2, 0, 2,
    ]  # fmt: skip


def test_english_has_two_plurals() -> None:
    words = speech("en")
    assert [words.plural("{count} task", "{count} tasks", n) for n in (0, 1, 2)] == ["0 tasks", "1 task", "2 tasks"]


@pytest.mark.parametrize("message", ["Lost {name}", "Broken {name}", "Nobody translated {name}"])
def test_a_translation_with_other_fields_is_refused(russian: Speech, message: str) -> None:
    assert russian(message) == message
    assert russian("Find {name}").format(name="x") == "Найти x"


@pytest.mark.parametrize(("count", "words"), [(1, "1 file"), (5, "5 files")])
def test_a_plural_with_other_fields_is_refused(russian: Speech, count: int, words: str) -> None:
    assert russian.plural("{count} file", "{count} files", count) == words


def test_an_empty_text_stays_empty(russian: Speech) -> None:
    assert russian("") == ""
    assert i18n.N_("x") == "x"


def test_dates_are_written_as_both_languages_write_them() -> None:
    """U67."""
    ru, en = speech("ru"), speech("en")
    day = date(2026, 3, 5)

    assert (ru.date(day), en.date(day)) == ("05.03.2026", "5 Mar 2026")
    assert (ru.date(None), en.date(None)) == ("", "")
    assert (ru.long_date(day), en.long_date(day)) == ("«5» марта 2026 г.", "5 March 2026")
    assert (ru.long_date(None), en.long_date(None)) == ("«___» ____________ 20__ г.", "____ ____________ 20__")
    assert "2026" in ru.month(day)
    assert en.month(day) == "Mar 2026"
    assert ru.time(datetime(2026, 3, 5, 8, 7, tzinfo=UTC)) == "08:07"
    assert (ru.number(1234.5), en.number(1234.5)) == ("1\xa0234,5", "1,234.5")
    assert (ru.number(3.0), en.number(0.5)) == ("3", "0.5")


@pytest.mark.parametrize("language", ["en", "de", "", "ru_RU"])
def test_an_unknown_language_speaks_english(language: str) -> None:
    assert speech(language).language == "en"


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({"LANG": "ru_RU.UTF-8"}, "ru"),
        ({"LANG": "ru_RU.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LC_MESSAGES": "RU"}, "ru"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
    ],
)
def test_the_system_says_its_language(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], language: str
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)

    assert system_language() == language


@pytest.mark.parametrize(("found", "language"), [("ru_RU", "ru"), ("Russian_Russia", "ru"), (None, "en")])
def test_where_nothing_is_said_the_locale_is_asked(
    monkeypatch: pytest.MonkeyPatch, found: str | None, language: str
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("locale.getlocale", lambda: (found, None))

    assert system_language() == language


def test_a_stale_catalogue_is_compiled_again(source: Path) -> None:
    compiled = source.with_suffix(".mo")
    i18n._compiled(source)
    assert compiled.is_file()
    first = compiled.stat().st_mtime_ns
    i18n._compiled(source)
    assert compiled.stat().st_mtime_ns == first

    source.write_text(PO.replace("Сохранить", "Записать"), "utf-8")
    os.utime(source, (compiled.stat().st_mtime + 5,) * 2)
    assert Speech("ru", i18n._compiled(source))("Save") == "Записать"
    assert list(source.parent.glob("tmp*")) == []


def test_without_its_source_the_compiled_catalogue_speaks(source: Path) -> None:
    i18n._compiled(source)
    source.unlink()

    assert Speech("ru", i18n._compiled(source))("Save") == "Сохранить"


@pytest.mark.parametrize("content", [b"", b"rubbish", b"\xde\x12\x04\x95" + b"\xff" * 40])
def test_a_spoilt_compiled_catalogue_is_made_anew(source: Path, content: bytes) -> None:
    source.with_suffix(".mo").write_bytes(content)

    assert Speech("ru", i18n._compiled(source))("Save") == "Сохранить"


def test_a_read_only_installation_speaks_all_the_same(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "denied")

    monkeypatch.setattr(i18n.tempfile, "NamedTemporaryFile", refuse)
    assert Speech("ru", i18n._compiled(source))("Save") == "Сохранить"
    assert not source.with_suffix(".mo").exists()


def test_resources_are_found_in_a_bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "resources").mkdir()
    resources.root.cache_clear()
    monkeypatch.setattr(resources.sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resources.path("a", "b") == tmp_path / "resources" / "a" / "b"
    resources.root.cache_clear()
    monkeypatch.undo()
    assert resources.path("standards").is_dir()


def test_missing_resources_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "lonely" / "isodesk"
    package.mkdir(parents=True)
    shutil.copy(Path(resources.__file__), package / "resources.py")
    resources.root.cache_clear()
    monkeypatch.setattr(resources, "__file__", str(package / "resources.py"))
    with pytest.raises(FileNotFoundError, match="resources folder not found"):
        resources.root()
    resources.root.cache_clear()


@pytest.mark.parametrize(
    ("language", "value", "currency", "said"),
    [
        ("ru", 12500, "RUB", "12\u00a0500\u00a0₽"),
        ("ru", -0.5, "RUB", "−0,50\u00a0₽"),
        ("en", 12500, "GBP", "£12,500"),
        ("en", -99.9, "RUB", "−RUB\u00a099.90"),
        ("en", 0, "", "0"),
    ],
)
def test_money_is_written_as_the_language_writes_it(language: str, value: float, currency: str, said: str) -> None:
    assert speech(language).money(value, currency) == said
