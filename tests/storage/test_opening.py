"""How a workspace opens when something is wrong: the right words, and the file stays as it was (T12, T22, T23, T27, T32)."""

import json
import os
import secrets
import shutil
import sqlite3
import subprocess
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest
import workers
from builders import dump

from isodesk.errors import ReadOnlyWorkspace, StorageTrouble, TooNew, UserError
from isodesk.services.clients import NewClient
from isodesk.services.workspace import open_workspace
from isodesk.storage import database, lock, opening
from isodesk.storage.lock import WriterLock

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
Start = Callable[..., BaseProcess]


@pytest.fixture
def workspace(template: Path, folder: Path) -> Path:
    """A closed workspace."""
    shutil.copytree(template, folder)
    return folder


def sql(file: Path, *statements: str) -> None:
    connection = sqlite3.connect(file)
    with connection:
        for statement in statements:
            connection.execute(statement)
    connection.close()


def cut(file: Path, keep: float) -> None:
    content = file.read_bytes()
    file.write_bytes(content[: int(len(content) * keep)])


def overwrite(file: Path, start: int, content: bytes) -> None:
    with file.open("r+b") as stream:
        stream.seek(start)
        stream.write(content)


def other_database(file: Path) -> None:
    file.unlink()
    sql(file, "CREATE TABLE songs (name TEXT)", "INSERT INTO songs VALUES ('Катюша')")


def other_program_with_migrations(file: Path) -> None:
    file.unlink()
    sql(file, "CREATE TABLE alembic_version (version_num TEXT)", "INSERT INTO alembic_version VALUES ('ae10')")


def without_tables(file: Path) -> None:
    file.unlink()
    sql(file, "CREATE TABLE songs (name TEXT)", "DROP TABLE songs")


def directory(file: Path) -> None:
    file.unlink()
    file.mkdir()


DAMAGES: list[tuple[str, Callable[[Path], object], str]] = [
    ("cut in half", lambda file: cut(file, 0.5), "damaged"),
    ("cut after the first page", lambda file: cut(file, 0.02), "damaged"),
    ("zeroed header", lambda file: overwrite(file, 0, bytes(100)), "not a database"),
    ("zeroed throughout", lambda file: file.write_bytes(bytes(file.stat().st_size)), "not a database"),
    ("a text file", lambda file: file.write_text("Здесь была база данных\n" * 100, "utf-8"), "not a database"),
    ("0 bytes", lambda file: file.write_bytes(b""), "content was lost"),
    ("another program's database", other_database, "not one of isodesk"),
    ("another program's migrations", other_program_with_migrations, "not one of isodesk"),
    ("a database without tables", without_tables, "content was lost"),
    ("no revision", lambda file: sql(file, "DELETE FROM alembic_version"), "not one of isodesk"),
    ("protected by a password", lambda file: file.write_bytes(secrets.token_bytes(1 << 17)), "not a database"),
    ("pages overwritten", lambda file: overwrite(file, 4096 * 2, b"\xff" * 4096 * 40), "damaged"),
    ("a page size that cannot be", lambda file: overwrite(file, 16, b"\x00\x07"), "not a database"),
    ("a folder in its place", directory, "drive of the workspace"),
]


@pytest.mark.parametrize(("damage", "words"), [pytest.param(d, w, id=name) for name, d, w in DAMAGES])
def test_damage_is_said_and_left_as_it_is(workspace: Path, damage: Callable[[Path], object], words: str) -> None:
    file = workspace / "isodesk.db"
    damage(file)
    before = file.read_bytes() if file.is_file() else b""

    for _ in range(2):
        with pytest.raises(StorageTrouble) as caught:
            open_workspace(workspace)
        assert words in str(caught.value)
        assert caught.value.remedy

    assert (file.read_bytes() if file.is_file() else b"") == before
    assert WriterLock(workspace).acquire(NOW)


def first_fault_that_is_told(file: Path) -> None:
    """Spoils the cells of one page so that SQLite tells of it and raises nothing."""
    sound = file.read_bytes()
    for page in range(len(sound) // 4096 - 1, 0, -1):
        overwrite(file, page * 4096 + 8, b"\xff" * 40)
        connection = sqlite3.connect(file)
        try:
            told = connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok"
            connection.execute("SELECT version_num FROM alembic_version, client").fetchall()
        except sqlite3.DatabaseError:
            told = False
        finally:
            connection.close()
        if told:
            return
        file.write_bytes(sound)
    pytest.fail("no page does")


def test_damage_that_only_a_check_finds_is_damage(workspace: Path) -> None:
    first_fault_that_is_told(workspace / "isodesk.db")
    with pytest.raises(StorageTrouble, match="damaged"):
        open_workspace(workspace)


def test_a_bug_while_opening_is_not_called_damage(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sql(workspace / "isodesk.db", "UPDATE alembic_version SET version_num = '0001'")
    monkeypatch.setattr(opening, "text", lambda _: database.text("SELECT * FROM nowhere"))

    with pytest.raises(Exception, match="no such table"):
        open_workspace(workspace)
    assert WriterLock(workspace).acquire(NOW)


def test_a_newer_file_opens_for_reading_and_stays_byte_for_byte(workspace: Path) -> None:
    file = workspace / "isodesk.db"
    sql(file, "UPDATE alembic_version SET version_num = '9999'", "CREATE TABLE from_the_future (x)")
    before = file.read_bytes()

    services = open_workspace(workspace)
    assert isinstance(services.read_only, TooNew)
    assert "newer isodesk" in str(services.read_only)
    client = services.clients.listed()[0]
    assert client.name == "ООО «Вектор»"
    services.clients.opened(client.id)
    services.assessment.look(client.id, services.assessment.questions(client.id, "ru")[0].key)
    with pytest.raises(ReadOnlyWorkspace):
        services.clients.change(client.id, name="x")
    services.close()

    assert file.read_bytes() == before
    assert not (workspace / "isodesk.db-journal").exists()


def test_a_newer_file_does_not_keep_others_out(workspace: Path) -> None:
    sql(workspace / "isodesk.db", "UPDATE alembic_version SET version_num = '9999'")
    services = open_workspace(workspace)

    assert WriterLock(workspace).acquire(NOW)
    services.close()


def test_a_new_folder_becomes_a_workspace(tmp_path: Path) -> None:
    folder = tmp_path / "Клиенты #1 %20 & Ко" / "workspace"
    services = open_workspace(folder, actor="x")
    services.clients.create(NewClient("ООО «Вектор»", "iso-9001-2026", "ru"))
    services.close()

    again = open_workspace(folder)
    assert [view.name for view in again.clients.listed()] == ["ООО «Вектор»"]
    again.close()


def test_a_start_cut_short_leaves_nothing_to_lose(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(_engine: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(database, "create_schema", stop)
        with pytest.raises(KeyboardInterrupt):
            open_workspace(folder)
    (folder / "isodesk.db.new").write_bytes(b"half of a database")
    (folder / "isodesk.db.new-journal").write_bytes(b"half of a journal")
    assert not (folder / "isodesk.db").exists()

    services = open_workspace(folder)
    assert services.read_only is None
    assert services.clients.listed() == ()
    services.close()


def test_a_file_in_the_place_of_the_folder_is_said(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("x")

    for place in (file, file / "workspace"):
        with pytest.raises(StorageTrouble, match="is a file, not a folder"):
            open_workspace(place)


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "denied")

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(StorageTrouble, match="cannot be made"):
        open_workspace(tmp_path / "workspace")


@pytest.mark.skipif(os.name == "nt", reason="rights of folders are POSIX's")
def test_a_read_only_folder_opens_for_reading(template: Path, protected: Callable[[Path], Path]) -> None:
    folder = protected(template)
    before = sorted(path.name for path in folder.rglob("*"))
    services = open_workspace(folder)

    assert isinstance(services.read_only, ReadOnlyWorkspace)
    assert "cannot be written" in str(services.read_only)
    assert services.clients.listed()[0].name == "ООО «Вектор»"
    with pytest.raises(ReadOnlyWorkspace):
        services.clients.create(NewClient("x", "iso-9001-2026", "ru"))
    services.close()
    assert sorted(path.name for path in folder.rglob("*")) == before


@pytest.mark.skipif(os.name == "nt", reason="rights of folders are POSIX's")
def test_an_empty_read_only_folder_cannot_be_opened(tmp_path: Path, protected: Callable[[Path], Path]) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(ReadOnlyWorkspace, match="cannot be written"):
        open_workspace(protected(tmp_path / "empty"))


def test_no_room_for_the_lock_is_no_right_to_write(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> int:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_text", full)
        services = open_workspace(workspace)
    assert isinstance(services.read_only, ReadOnlyWorkspace)
    assert WriterLock(workspace).acquire(NOW)
    services.close()


def test_a_second_window_of_the_same_program_reads_only(workspace: Path) -> None:
    first = open_workspace(workspace, actor="first")
    second = open_workspace(workspace, actor="second")

    assert first.read_only is None
    assert isinstance(second.read_only, ReadOnlyWorkspace)
    second.close()
    third = open_workspace(workspace)
    assert third.read_only is not None
    third.close()
    first.close()


def test_a_second_program_is_told_who_works_here_until_that_one_is_killed(
    workspace: Path, processes: BaseContext, start: Start
) -> None:
    ready = processes.Event()
    holder = start(workers.hold, workspace, ready)
    assert ready.wait(30)

    reader = open_workspace(workspace)
    assert isinstance(reader.read_only, ReadOnlyWorkspace)
    assert str(holder.pid) in str(reader.read_only)
    assert reader.read_only.fields["user"] == lock._user()
    assert reader.clients.listed()[0].name == "ООО «Вектор»"
    reader.close()

    holder.kill()
    holder.join()
    assert (workspace / lock.HOLDER_FILE).exists()
    writer = open_workspace(workspace, actor="next")
    assert writer.read_only is None
    writer.close()
    assert not (workspace / lock.HOLDER_FILE).exists()


@pytest.mark.parametrize("content", ["", "{", "[]", '{"user": "x"}', '{"user":1,"host":2,"pid":"x","since":3}', "\x00"])
def test_a_spoilt_note_of_the_holder_is_no_trouble(workspace: Path, content: str) -> None:
    first = open_workspace(workspace)
    (workspace / lock.HOLDER_FILE).write_text(content)
    second = open_workspace(workspace)

    assert "Another window of isodesk" in str(second.read_only)
    second.close()
    first.close()


def test_a_note_left_behind_by_a_killed_writer_keeps_nobody_out(workspace: Path) -> None:
    note = {"user": "gone", "host": "elsewhere", "pid": os.getpid(), "since": "2020-01-01T00:00:00"}
    (workspace / lock.HOLDER_FILE).write_text(json.dumps(note))

    services = open_workspace(workspace)
    assert services.read_only is None
    services.close()


def test_a_user_without_a_name_can_work(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def nameless() -> str:
        raise KeyError("uid 4242")

    monkeypatch.setattr(lock.getpass, "getuser", nameless)
    held = WriterLock(workspace)
    assert held.acquire(NOW)
    holder = held.holder()
    assert holder is not None
    assert (holder.user, holder.pid, holder.since) == ("?", os.getpid(), "2026-11-23T12:00:00+00:00")
    held.release()
    held.release()


def racing(processes: BaseContext, start: Start, folder: Path, racers: int) -> Counter[str]:
    barrier, results = processes.Barrier(racers), processes.SimpleQueue()
    runners = [start(workers.race, folder, barrier, results) for _ in range(racers)]
    outcomes = Counter(results.get() for _ in runners)
    for runner in runners:
        runner.join(30)
    return outcomes


@pytest.mark.parametrize("existing", [False, True])
def test_of_those_who_start_at_once_one_writes(
    template: Path, tmp_path: Path, processes: BaseContext, start: Start, existing: bool
) -> None:
    for number in range(4):
        folder = tmp_path / str(number)
        if existing:
            shutil.copytree(template, folder)
        outcomes = racing(processes, start, folder, 3)
        assert outcomes["writer"] == 1, outcomes
        assert outcomes["reader"] + outcomes["refused"] == 2, outcomes
        assert not existing or outcomes["reader"] == 2


@pytest.mark.slow
@pytest.mark.parametrize("existing", [False, True])
def test_of_two_hundred_starts_at_once_one_writes_each_time(
    template: Path, tmp_path: Path, processes: BaseContext, start: Start, existing: bool
) -> None:
    for number in range(100):
        folder = tmp_path / str(number)
        if existing:
            shutil.copytree(template, folder)
        outcomes = racing(processes, start, folder, 2)
        assert (outcomes["writer"], outcomes["reader"] + outcomes["refused"]) == (1, 1), outcomes


def test_a_transaction_broken_off_is_rolled_back(workspace: Path, start: Start) -> None:
    file = workspace / "isodesk.db"
    before = dump(file)
    process = start(workers.break_off, file)
    process.join(30)
    assert (workspace / "isodesk.db-journal").stat().st_size > 0

    services = open_workspace(workspace)
    assert services.clients.listed()[0].name == "ООО «Вектор»"
    assert database.integrity_fault(services.workshop.engine) == ""
    services.close()
    assert dump(file) == before


def test_errors_of_opening_speak_both_languages(workspace: Path) -> None:
    from isodesk.i18n import speech

    (workspace / "isodesk.db").write_bytes(b"")
    with pytest.raises(UserError) as caught:
        open_workspace(workspace)

    assert "isodesk.db" in caught.value.text(speech("ru"))
    assert "isodesk.db" in caught.value.text(speech("en"))


def test_nothing_starts_a_subprocess_to_open(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "Popen", None)
    monkeypatch.setattr(os, "fork", None, raising=False)
    open_workspace(workspace).close()


def test_a_new_workspace_holds_nothing_left_over(folder: Path) -> None:
    opened = opening.open_folder(folder, datetime(2026, 11, 23, tzinfo=UTC))
    opened.engine.dispose()
    opened.lock.release()

    assert not [path.name for path in folder.iterdir() if ".new" in path.name]
