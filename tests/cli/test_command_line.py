"""The command line, in this process: answers, files, and trouble in one line."""

import io
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdf
import pytest

from isodesk import __version__, paths
from isodesk.cli import arguments
from isodesk.cli import main as command_line
from isodesk.domain.samples import Sample
from isodesk.reports.registry import KINDS
from isodesk.services.clients import NewClient
from isodesk.services.sample import create
from isodesk.services.workspace import open_workspace

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with the sample client and one of whom nothing is known; tests leave it as it is."""
    folder = tmp_path_factory.mktemp("cli") / "workspace"
    services = open_workspace(folder)
    create(services, "ru")
    services.clients.create(NewClient("Vector Ltd", "iso-9001-2026", "en"))
    services.close()
    return folder


@pytest.fixture
def run(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[Run]:
    """Runs a command in English in the workspace; gives status, answer and complaint."""
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    monkeypatch.chdir(tmp_path)

    def go(*arguments: str, workspace: Path | None = made) -> tuple[int, str, str]:
        place = ["--workspace", str(workspace)] if workspace else []
        try:
            status = command_line.main([*place, *arguments])
        except SystemExit as left:
            status = int(left.code or 0)
        said = capsys.readouterr()
        return status, said.out, said.err

    yield go


SAMPLE = "ООО «Вал и Втулка»"


def test_version_and_help(run: Run) -> None:
    assert run("--version") == (0, f"isodesk {__version__}\n", "")
    status, said, _ = run("--help")
    assert status == 0
    for word in ("list", "sample", "documents", "print", "standards", "check", "--workspace", "--self-test"):
        assert word in said
    assert run()[1] == said


def test_help_speaks_the_language_that_is_asked_for(run: Run) -> None:
    assert "Показать эту справку" in run("--ui-language", "ru", "--help")[1]
    assert "Показать эту справку" in run("print", "--help", "--ui-language", "ru")[1]
    assert "Показать эту справку" in run("--language", "ru", "--help")[1]
    assert "Show this help" in run("print", "--help")[1]


def test_list_names_the_clients(run: Run) -> None:
    status, said, _ = run("list")
    assert status == 0
    assert said.splitlines()[0].startswith("Vector Ltd – iso-9001-2026 – Preparation – 0%")
    assert f"{SAMPLE} [Sample: fictional data] – iso-9001-2026 – Planning" in said


def test_list_answers_in_json(run: Run) -> None:
    clients = json.loads(run("list", "--json")[1])["clients"]
    assert {client["name"]: client["sample"] for client in clients} == {SAMPLE: True, "Vector Ltd": False}
    for client in clients:
        assert list(client) == ["id", "name", "standards", "phase", "ready", "sample"]
        assert client["standards"] == ["iso-9001-2026"]
        assert client["phase"] in {"preparation", "planning"}
        assert 0 <= client["ready"] <= 100


def test_an_empty_workspace_says_so(run: Run, tmp_path: Path) -> None:
    place = tmp_path / "new"
    assert run("list", workspace=place) == (0, "There is no client in this workspace yet.\n", "")
    assert json.loads(run("list", "--json", workspace=place)[1]) == {"clients": []}


def test_documents_have_titles_in_both_languages(run: Run, tmp_path: Path) -> None:
    documents = json.loads(run("documents", "--json", workspace=tmp_path / "untouched")[1])["documents"]
    assert [document["key"] for document in documents] == [
        "transition-report",
        "project-order",
        "gap-report",
        "context",
        "readiness",
        "plan",
        "policy",
        "objectives",
        "risk-register",
        "statement-of-applicability",
        "responsibility-matrix",
        "budget",
        "audit-checklist",
        "nonconformity",
        "audit-report",
    ]  # fmt: skip
    plan = next(document for document in documents if document["key"] == "plan")
    assert plan["title"] == {"ru": "План-график подготовки к сертификации", "en": "Certification plan"}
    assert not (tmp_path / "untouched").exists()
    assert "audit-checklist  Internal audit checklist (--blank: Blank internal audit checklist)" in run("documents")[1]


def test_standards_give_clauses_and_questions(run: Run) -> None:
    standards = json.loads(run("standards", "--json")[1])["standards"]
    standard = next(item for item in standards if item["key"] == "iso-9001-2026")
    assert standard["edition"] == "2026"
    assert standard["title"]["ru"] == "Системы менеджмента качества. Требования"
    clause = next(clause for clause in standard["clauses"] if clause["number"] == "4.1")
    assert "context.issues" in clause["questions"]
    assert set(clause["title"]) == {"ru", "en"}
    assert "iso-9001-2026    ISO 9001:2026" in run("standards")[1]


def test_the_sample_is_made_once(run: Run, tmp_path: Path) -> None:
    place = tmp_path / "fresh"
    first = run("sample", "--language", "ru", workspace=place)
    assert first == (0, f"{SAMPLE}\n", "")
    assert run("sample", "--language", "ru", workspace=place) == first
    assert len(json.loads(run("list", "--json", workspace=place)[1])["clients"]) == 1


def test_the_certified_sample_is_made_when_asked_for(run: Run, tmp_path: Path) -> None:
    place = tmp_path / "two"
    order = ("sample", "--language", "ru", "--which")
    assert run(*order, "certified", workspace=place) == (0, "ООО «Печемес»\n", "")
    assert run(*order, "beginner", workspace=place) == (0, f"{SAMPLE}\n", "")
    clients = json.loads(run("list", "--json", workspace=place)[1])["clients"]
    assert {client["name"]: client["standards"] for client in clients} == {
        "ООО «Печемес»": ["iso-9001-2015"],
        SAMPLE: ["iso-9001-2026"],
    }
    status, _, complaint = run("sample", "--which", "master", workspace=place)
    assert (status, complaint.count("\n")) == (2, 1)
    assert "--which cannot be “master”." in complaint


def test_print_writes_into_the_current_folder_and_names_the_file(run: Run, tmp_path: Path) -> None:
    status, said, _ = run("print", "audit-checklist", "--client", "вал и втулка", "--audit", "па-26-01")
    assert (status, said) == (0, "Чек-лист ПА-26-01.pdf\n")
    assert (tmp_path / "Чек-лист ПА-26-01.pdf").read_bytes().startswith(b"%PDF")


def test_print_takes_a_file_a_folder_and_a_folder_to_be_made(run: Run, tmp_path: Path) -> None:
    order = ("print", "plan", "--client", "Vector Ltd", "--out")
    assert run(*order, str(tmp_path / "my.pdf"))[1] == f"{tmp_path / 'my.pdf'}\n"
    (tmp_path / "there").mkdir()
    name = "Certification plan Vector Ltd.pdf"
    assert run(*order, str(tmp_path / "there"))[1] == f"{tmp_path / 'there' / name}\n"
    assert run(*order, f"{tmp_path / 'made' / 'deep'}/")[1] == f"{tmp_path / 'made' / 'deep' / name}\n"
    for file in ("my.pdf", f"there/{name}", f"made/deep/{name}"):
        assert (tmp_path / file).read_bytes().startswith(b"%PDF")


def test_paper_speaks_the_clients_language_unless_told_otherwise(run: Run, tmp_path: Path) -> None:
    def first(*options: str) -> str:
        target = tmp_path / "x.pdf"
        assert run("print", "plan", "--client", SAMPLE, "--out", str(target), *options)[0] == 0
        return pypdf.PdfReader(target).pages[0].extract_text()

    assert "СИСТЕМА МЕНЕДЖМЕНТА КАЧЕСТВА" in first()
    assert "QUALITY MANAGEMENT SYSTEM" in first("--language", "en")
    assert "СИСТЕМА МЕНЕДЖМЕНТА КАЧЕСТВА" in first("--ui-language", "en")


@pytest.mark.parametrize(("millimetres", "least"), [("12", 1), ("22", 2)])
def test_forms_can_be_printed_with_rows_of_a_chosen_height(
    run: Run, tmp_path: Path, millimetres: str, least: int
) -> None:
    target = tmp_path / "form.pdf"
    form = ("print", "gap-report", "--client", SAMPLE, "--blank", "--out", str(target))
    assert run(*form, "--row-height", millimetres)[0] == 0
    assert len(pypdf.PdfReader(target).pages) > 10 * least


def test_one_nonconformity_can_be_chosen(run: Run, tmp_path: Path) -> None:
    status, said, _ = run("print", "nonconformity", "--client", SAMPLE, "--finding", "НС-26-001", "--language", "en")
    assert (status, said) == (0, "Nonconformity НС-26-001.pdf\n")
    assert len(pypdf.PdfReader(tmp_path / said.strip()).pages) == 1


def test_the_dates_of_a_plan_become_a_calendar_file(run: Run, tmp_path: Path) -> None:
    status, said, _ = run("plan-dates", "--client", SAMPLE, "--ics", "plan.ics", "--remind", "2", "--ui-language", "en")
    assert status == 0
    content = (tmp_path / "plan.ics").read_bytes()
    count = content.count(b"BEGIN:VEVENT")
    assert said == f"plan.ics: {count} dates\n"
    assert content.count(b"BEGIN:VALARM") == count > 10
    answer = json.loads(run("plan-dates", "--client", SAMPLE, "--all", "--json")[1])
    assert answer["dates"] > count
    assert Path(answer["file"]).is_file()
    assert run("plan-dates", "--client", SAMPLE, "--remind", "-1")[0] == 2


def test_printing_twice_gives_the_same_bytes(run: Run, tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        assert run("print", "audit-report", "--client", SAMPLE, "--out", str(tmp_path / name))[0] == 0
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_printing_works_while_a_window_has_the_workspace_open(run: Run, made: Path) -> None:
    window = open_workspace(made)
    try:
        assert window.read_only is None
        assert run("print", "plan", "--client", SAMPLE)[0] == 0
        assert run("check")[0] == 0
        status, _, complaint = run("sample", "--language", "en")
        assert status == 2
        assert "open for reading only" in complaint
    finally:
        window.close()


def test_a_sound_workspace_is_called_sound(run: Run) -> None:
    assert run("check") == (0, "Database: sound\nAttached files: sound\nStandards: sound\n", "")
    answer = json.loads(run("check", "--json")[1])
    assert answer["ok"] is True
    assert [item["name"] for item in answer["checks"]] == ["database", "attachments", "standards"]


def test_missing_and_changed_files_are_named(run: Run, made: Path, tmp_path: Path) -> None:
    import shutil

    place = tmp_path / "copy"
    shutil.copytree(made, place)
    files = sorted(file for file in (place / "attachments").rglob("*") if file.is_file())
    files[0].unlink()
    files[1].write_bytes(b"changed")
    status, said, _ = run("check", workspace=place)
    assert status == 1
    assert f"{files[0].relative_to(place).as_posix()} is missing." in said
    assert f"{files[1].relative_to(place).as_posix()} was changed outside isodesk" in said
    answer = json.loads(run("check", "--json", workspace=place)[1])
    assert answer["ok"] is False
    assert len(answer["checks"][1]["faults"]) == 2


PLAN = ("print", "plan", "--client", "Vector Ltd")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ("print", "nope", "--client", "Vector Ltd"),
            "There is no document “nope”. Documents: transition-report, project-order",
        ),
        (("print", "plan", "--client", "Nobody"), "There is no client “Nobody”. Clients in this workspace: "),
        (("print", "audit-report", "--client", SAMPLE, "--audit", "X"), "There is no audit “X”. Audits of this"),
        (("print", "audit-report", "--client", "Vector Ltd"), "no internal audit yet"),
        (("print", "nonconformity", "--client", SAMPLE, "--finding", "X"), "There is no finding “X”."),
        ((*PLAN, "--blank"), "“plan” has no form to fill in with a pen."),
        (("print", "gap-report", "--client", SAMPLE, "--blank", "--row-height", "900"), "8 to 60 mm"),
        ((*PLAN, "--out", "nowhere/plan.pdf"), "The folder of nowhere/plan.pdf does not exist."),
        ((*PLAN, "--out", "file.txt/sub/"), "The folder file.txt/sub cannot be made."),
        ((*PLAN, "--language", "de"), "--language cannot be “de”."),
        ((*PLAN, "--row-height", "high"), "--row-height cannot be “high”."),
        (("print", "plan"), "--client is missing."),
        (("print", "plan", "--client"), "--client needs a value."),
        (("print",), "DOCUMENT, --client is missing."),
        (("--nonsense",), "--nonsense is not known."),
        (("list", "a\nb"), "a b is not known."),
        (("fly",), "COMMAND cannot be “fly”."),
        (("list", "--js"), "--js is not known."),
    ],
)
def test_trouble_is_one_line_and_status_two(run: Run, tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    (tmp_path / "file.txt").write_text("x")
    status, answer, complaint = run(*arguments)
    assert status == 2
    assert answer == ""
    assert said in complaint
    assert complaint.startswith("isodesk: ")
    assert complaint.count("\n") == 1
    assert not list(tmp_path.glob("*.pdf"))


def test_trouble_is_said_in_russian_too(run: Run) -> None:
    complaint = run("--ui-language", "ru", "print", "plan", "--client", "Никто")[2]
    assert complaint.startswith("isodesk: Нет клиента «Никто».")
    assert run("--ui-language", "ru", "print", "plan")[2].startswith("isodesk: Не хватает: --client.")


@pytest.mark.parametrize("content", [b"", b"not a database at all, by far not one", b"SQLite format 3\0" + bytes(200)])
def test_a_broken_workspace_is_said_plainly_and_left_alone(run: Run, tmp_path: Path, content: bytes) -> None:
    place = tmp_path / "broken"
    (place / "attachments").mkdir(parents=True)
    (place / "isodesk.db").write_bytes(content)
    for command in (("list",), ("check",), PLAN):
        status, answer, complaint = run(*command, workspace=place)
        assert (status, answer, complaint.count("\n")) == (2, "", 1)
    assert (place / "isodesk.db").read_bytes() == content


def test_a_file_is_no_workspace(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("x")
    assert "is a file, not a folder" in run("list", workspace=file)[2]


def test_a_refusal_of_the_system_is_no_traceback(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from isodesk.cli import commands

    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied", "/secret")

    monkeypatch.setitem(commands.COMMANDS, "list", refuse)
    assert run("list") == (2, "", "isodesk: The system refused: Permission denied /secret.\n")


def test_stopping_it_is_no_traceback(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from isodesk.cli import commands

    def stop(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setitem(commands.COMMANDS, "list", stop)
    assert run("list") == (2, "", "isodesk: Stopped.\n")


def test_names_reach_a_pipe_that_thinks_it_is_ascii(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", pipe)
    assert run("list")[0] == 0
    pipe.flush()
    assert SAMPLE in pipe.buffer.getvalue().decode("utf-8")  # type: ignore[attr-defined]


def test_the_self_test_goes_through_every_document(run: Run) -> None:
    status, said, _ = run("--self-test", workspace=None)
    assert status == 0
    lines = said.splitlines()
    assert lines[-1] == "Everything works."
    assert all(line.startswith("ok ") for line in lines[:-1])
    for step in ("workspace made", "sample client", "answer recorded", "answer taken back", "workspace sound"):
        assert any(step in line for line in lines)
    assert sum("page" in line for line in lines) == 34


def test_a_self_test_that_fails_says_at_which_step(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from isodesk.services.history import History

    monkeypatch.setattr(History, "undo", lambda _self: None)
    status, said, _ = run("--self-test", workspace=None)
    assert status == 1
    assert said.splitlines()[-1] == "FAILED  undo did not bring it back"


def test_options_of_the_window_are_understood_beside_commands() -> None:
    parser = command_line.parser([])
    window = parser.parse_args(["--workspace", "x", "--language", "ru", "--exit-when-ready"])
    assert not command_line.is_command(window)
    assert (window.workspace, window.language, window.exit_when_ready) == ("x", "ru", True)
    command = parser.parse_args(["--workspace", "x", "print", "plan", "--client", "y", "--language", "en"])
    assert command_line.is_command(command)
    assert (command.workspace, command.language, command.data_language) == ("x", None, "en")
    assert parser.parse_args(["list", "--workspace", "z"]).workspace == "z"
    assert command_line.is_command(parser.parse_args(["--self-test"]))


def test_a_standard_with_faults_is_named(made: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from isodesk.catalog import rules
    from isodesk.catalog.shelf import Shelf
    from isodesk.errors import ContentError

    monkeypatch.setattr(rules, "faults", lambda _standard, _bank: ["clause 4.1 stands twice"])
    status, said, _ = run("check")
    assert status == 1
    assert "iso-9001-2026: clause 4.1 stands twice." in said

    def spoilt(_shelf: Shelf, key: str) -> object:
        raise ContentError("{key} cannot be read.", key=key)

    monkeypatch.setattr(Shelf, "standard", spoilt)
    assert "iso-9001-2026 cannot be read." in run("check")[1]


def test_a_damaged_database_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from isodesk.storage import database

    monkeypatch.setattr(database, "integrity_fault", lambda _engine: "row 7 missing from index")
    status, said, _ = run("check")
    assert status == 1
    assert said.startswith("Database: damaged\n  The database is damaged: row 7 missing from index.")


def test_a_self_test_in_trouble_says_why(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from isodesk.cli import self_test
    from isodesk.errors import StorageTrouble

    def full(*_: object) -> object:
        raise StorageTrouble("The disk is full.")

    monkeypatch.setattr(self_test, "open_workspace", full)
    assert run("--self-test", workspace=None)[:2] == (1, "FAILED  The disk is full.\n")


def test_a_slip_in_the_language_itself_is_said_in_the_systems_own(run: Run) -> None:
    assert run("--ui-language")[2].startswith("isodesk: --ui-language needs a value.")
    assert run("--ui-language", "xx", "list")[2].startswith("isodesk: --ui-language cannot be “xx”.")


def test_the_command_line_knows_every_sample() -> None:
    assert tuple(Sample) == arguments.SAMPLES


def test_documents_of_a_client_are_those_it_has_something_for(run: Run) -> None:
    documents = json.loads(run("documents", "--client", "Vector Ltd", "--json")[1])["documents"]

    assert {document["key"] for document in documents} == {kind.key for kind in KINDS} - {
        "transition-report",
        "statement-of-applicability",
    }
    assert run("documents", "--client", "Nobody")[0] == 2


def test_a_damaged_mapping_is_named(run: Run) -> None:
    folder = paths.standards_folder() / "mappings"
    folder.mkdir(parents=True)
    (folder / "old-to-new.toml").write_text("this is no mapping", "utf-8")

    status, said, _ = run("check")
    assert status == 1
    assert "old-to-new.toml" in said
