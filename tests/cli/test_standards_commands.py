"""The commands around standards: each answers in one way for people and in another for programs, and complains in one line."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from foreign_files import FRAMEWORK, LIST, MAPPED, MAPPING, PACK, workbook

from isodesk.cli import main as command_line

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs `isodesk standards` in English; gives status, answer and complaint."""
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    monkeypatch.chdir(tmp_path)
    files = {
        "pack.toml": PACK.encode(),
        "mapping.toml": MAPPING.encode(),
        "kitchen.yaml": FRAMEWORK.encode(),
        "mapped.yml": MAPPED.encode(),
        "office rules.csv": LIST.encode("cp1251"),
        "office.xlsx": workbook(),
    }
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)

    def go(*arguments: str) -> tuple[int, str, str]:
        try:
            status = command_line.main(["standards", *arguments])
        except SystemExit as left:
            status = int(left.code or 0)
        said = capsys.readouterr()
        return status, said.out, said.err

    return go


def own(home: Path) -> list[str]:
    folder = home / "standards"
    return sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())


IMPORTS = [
    ("pack.toml", {"key": "bakery-rules", "nodes": 3, "assessable": 2}),
    ("mapping.toml", {"key": "bakery-to-kitchen", "nodes": 2, "assessable": 0, "kind": "mapping"}),
    ("kitchen.yaml", {"key": "kitchen-2024", "nodes": 4, "assessable": 3}),
    ("mapped.yml", {"key": "mapping-bakery-kitchen", "nodes": 3, "assessable": 0, "kind": "mapping"}),
    ("office rules.csv", {"key": "office-rules", "nodes": 8, "assessable": 4}),
    ("office.xlsx", {"key": "office", "nodes": 8, "assessable": 4}),
]


@pytest.mark.parametrize(("name", "wanted"), IMPORTS)
def test_a_file_of_any_kind_is_imported(run: Run, home: Path, name: str, wanted: dict[str, object]) -> None:
    status, said, _ = run("import", name, "--json")
    assert (status, json.loads(said)) == (0, wanted)
    folder = "mappings/" if "kind" in wanted else ""
    assert own(home) == [f"{folder}{wanted['key']}.toml"]
    listed = json.loads(run("--json")[1])
    assert wanted["key"] in {item["key"] for item in [*listed["standards"], *listed["mappings"]]}


def test_an_import_says_what_it_took_and_what_not(run: Run) -> None:
    status, said, remarks = run("import", "kitchen.yaml")
    assert (status, said) == (0, "kitchen-2024: 4 requirements, 3 of them are asked about.\n")
    assert remarks.splitlines() == [
        "isodesk: Numbers that do not lie below their parent's became part of the title; 2 requirements.",
        "isodesk: Groups of requirements are not taken; requirements that belong to one: 1.",
    ]
    assert run("import", "mapped.yml") == (0, "mapping-bakery-kitchen: a mapping, 3 pairs.\n", "")


def test_key_and_designation_can_be_chosen(run: Run, home: Path) -> None:
    assert run("import", "pack.toml", "--key", "my-bakery", "--designation", "MB 1")[0] == 0
    assert own(home) == ["my-bakery.toml"]
    assert "my-bakery        MB 1 – Правила пекарни – 3 questions" in run()[1]


def test_columns_sheet_and_language_of_a_list_can_be_chosen(run: Run) -> None:
    status, said, _ = run(
        "import", "office.xlsx", "--columns", "number=A,title=Вопрос", "--sheet", "Sheet", "--language", "en", "--json"
    )
    assert (status, json.loads(said)) == (0, {"key": "office", "nodes": 7, "assessable": 3})
    clauses = next(item for item in json.loads(run("--json")[1])["standards"] if item["key"] == "office")["clauses"]
    assert {"number": "4.1", "title": {"ru": "Известны ли факторы?", "en": "Известны ли факторы?"}}.items() <= clauses[
        1
    ].items()


def test_the_list_tells_what_a_standard_asks_for(run: Run) -> None:
    run("import", "pack.toml")
    run("import", "mapping.toml")
    status, said, complaint = run("--json")
    listed = json.loads(said)
    held = {item["key"]: item for item in listed["standards"]}

    assert (status, complaint) == (0, "")
    bakery = held["bakery-rules"]
    assert (bakery["own"], held["iso-9001-2026"]["own"]) == (True, False)
    assert (bakery["family"], bakery["edition"], bakery["designation"]) == ("bakery", "2", "BR 1")
    assert bakery["title"] == {"ru": "Правила пекарни", "en": "Правила пекарни"}
    assert bakery["clauses"][2] == {
        "number": "2.1",
        "title": {"ru": "Закваска", "en": "Закваска"},
        "questions": ["bakery.dough.age", "bakery.dough.log"],
    }
    (document,) = bakery["documents"]
    assert (document["key"], document["clause"], document["kind"], document["need"]) == (
        "dough-log", "2.1.1", "retain", "expected",
    )  # fmt: skip
    assert document["name"]["ru"] == "Журнал закваски"
    assert bakery["review"][0]["direction"] == "in"
    assert len(held["iso-9001-2026"]["documents"]) > 10
    assert listed["mappings"] == [
        {
            "key": "bakery-to-kitchen",
            "name": {"ru": "Bakery to kitchen", "en": "Bakery to kitchen"},
            "source": "bakery",
            "target": "kitchen",
            "pairs": 2,
        }
    ]
    assert "bakery-to-kitchen Bakery to kitchen – 2 pairs" in run()[1]


def test_a_damaged_pack_is_named_beside_the_list(run: Run, home: Path) -> None:
    run("import", "pack.toml")
    (home / "standards" / "bad.toml").write_text("key = [", "utf-8")
    status, said, complaint = run("--json")
    assert status == 1
    assert "bakery-rules" in {item["key"] for item in json.loads(said)["standards"]}
    assert complaint.count("\n") == 1
    assert "bad.toml of a standard is damaged: line 1" in complaint


def test_a_standard_is_exported_imported_and_removed(run: Run, home: Path, tmp_path: Path) -> None:
    run("import", "pack.toml")
    assert run("export", "bakery-rules") == (0, "bakery-rules.toml\n", "")
    assert run("check", "bakery-rules.toml") == (0, "bakery-rules.toml: sound\n", "")
    assert (
        run("export", "iso-9001-2026", "--out", f"{tmp_path / 'out'}/")[1]
        == f"{tmp_path / 'out' / 'iso-9001-2026.toml'}\n"
    )
    assert run("remove", "bakery-rules") == (0, "bakery-rules was removed.\n", "")
    assert own(home) == []
    assert run("import", "bakery-rules.toml")[0] == 0
    assert run("import", "out/iso-9001-2026.toml", "--key", "our-9001")[0] == 0
    run("import", "mapping.toml")
    assert run("export", "bakery-to-kitchen", "--out", "given.toml") == (0, "given.toml\n", "")
    assert run("import", "given.toml", "--replace")[0] == 0


def test_nothing_is_replaced_unless_told_so(run: Run, home: Path, tmp_path: Path) -> None:
    run("import", "pack.toml")
    (tmp_path / "pack.toml").write_text(PACK.replace('edition = "2"', 'edition = "3"'), "utf-8")
    before = (home / "standards" / "bakery-rules.toml").read_bytes()
    status, said, complaint = run("import", "pack.toml", "--json")
    assert (status, said) == (2, "")
    assert "There is an own standard or mapping “bakery-rules” already." in complaint
    assert (home / "standards" / "bakery-rules.toml").read_bytes() == before

    assert run("import", "pack.toml", "--replace")[0] == 0
    assert b'edition = "3"' in (home / "standards" / "bakery-rules.toml").read_bytes()


def test_a_check_gives_one_line_for_each_fault(run: Run, home: Path, tmp_path: Path) -> None:
    spoilt = PACK.replace("effort = 3", "effort = 0").replace('number = "2.1"', 'number = "3.1"')
    (tmp_path / "pack.toml").write_text(spoilt, "utf-8")
    status, said, complaint = run("check", "pack.toml")
    assert (status, complaint) == (1, "")
    assert said.splitlines() == [
        "pack.toml, line 30, 3.1: clause 3.1 has no parent 3.",
        "pack.toml, line 35, bakery.clean: bakery.clean: effort must be 1 to 40 hours.",
    ]
    answer = json.loads(run("check", "pack.toml", "--json")[1])
    assert answer["ok"] is False
    assert answer["faults"][0] == {
        "file": "pack.toml", "line": 30, "key": "3.1", "text": "pack.toml, line 30, 3.1: clause 3.1 has no parent 3.",
    }  # fmt: skip
    assert not (home / "standards").exists()


@pytest.mark.parametrize("name", [name for name, _wanted in IMPORTS])
def test_sound_files_of_every_kind_are_called_sound(run: Run, home: Path, name: str) -> None:
    assert run("check", name) == (0, f"{name}: sound\n", "")
    assert json.loads(run("check", name, "--json")[1]) == {"ok": True, "faults": []}
    assert not (home / "standards").exists()


SPOILT = [
    ("kitchen.yaml", FRAMEWORK.replace("name: Fire", "name: *fire"), "kitchen.yaml, line 37, "),
    ("office rules.csv", LIST + "4.1;;One;;\n", "office rules.csv, row 7, column A: the number 4.1 stands in row 3"),
    ("mapping.toml", MAPPING.replace("subset", "beside"), "mapping.toml, line 22, 2.1: “relation” must be"),
    ("pack.toml", PACK.replace('"Тесто"', '"Те\\u202eсто"'), "pack.toml, line 26, ru: there is a character"),
]


@pytest.mark.parametrize(("name", "text", "said"), SPOILT)
def test_a_spoilt_file_is_refused_whole(run: Run, home: Path, tmp_path: Path, name: str, text: str, said: str) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    status, answer, complaint = run("import", name, "--json")
    assert (status, answer, complaint.count("\n")) == (2, "", 1)
    assert complaint.startswith(f"isodesk: {said}")
    assert not (home / "standards").exists()

    status, answer, _ = run("check", name)
    assert (status, answer.count("\n")) == (1, 1)
    assert answer.startswith(said)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("import", "gone.toml"), "There is no file gone.toml."),
        (("check", "."), "There is no file ."),
        (("import", "kitchen.yaml", "--key", "My kitchen"), "“My kitchen” cannot be the key of a standard."),
        (("import", "kitchen.yaml", "--key", "iso-9001-2015"), "“iso-9001-2015” ships with isodesk"),
        (("import", "office.xlsx", "--sheet", "None"), "office.xlsx has no sheet “None”. Its sheets: Sheet."),
        (("import", "office.xlsx", "--columns", "title=Z"), "The list has no column “Z”."),
        (("export", "nothing"), "There is no standard “nothing”. Known standards: iso-14001-2015"),
        (("export", "iso-9001-2026", "--out", "nowhere/x.toml"), "x.toml could not be written: No such file"),
        (("remove", "nothing"), "There is no standard “nothing”."),
        (("remove", "iso-9001-2026"), "“iso-9001-2026” ships with isodesk and stays as it is."),
        (("import",), "FILE is missing."),
        (("remove",), "KEY is missing."),
        (("burn",), "ACTION cannot be “burn”."),
        (("import", "x", "--nonsense"), "--nonsense is not known."),
        (("import", "x", "--language", "de"), "--language cannot be “de”."),
    ],
)
def test_trouble_is_one_line_and_status_two(run: Run, home: Path, arguments: tuple[str, ...], said: str) -> None:
    status, answer, complaint = run(*arguments)
    assert (status, answer, complaint.count("\n")) == (2, "", 1)
    assert complaint.startswith("isodesk: ")
    assert said in complaint
    assert not (home / "standards").exists()


def test_help_names_what_can_be_done(run: Run) -> None:
    said = run("--help")[1]
    for word in ("import", "check", "export", "remove", "--json"):
        assert word in said
    for action, word in (("import", "--columns"), ("check", "FILE"), ("export", "--out"), ("remove", "KEY")):
        assert word in run(action, "--help")[1]


def test_options_stand_before_or_behind_the_action(run: Run) -> None:
    assert json.loads(run("--json", "check", "pack.toml")[1])["ok"] is True
    assert json.loads(run("check", "pack.toml", "--json")[1])["ok"] is True
    assert run("check", "pack.toml", "--ui-language", "ru")[0] == 0
