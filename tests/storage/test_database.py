"""The settings of the database keep its promises on every connection (reliability.md T04, T07)."""

import sqlite3
import threading
import time
from pathlib import Path

import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import DatabaseError, IntegrityError, OperationalError

from isodesk.domain.keys import ClientId
from isodesk.errors import StorageTrouble
from isodesk.services.workspace import Services
from isodesk.storage import database
from isodesk.storage.database import Access, open_engine, storage_trouble
from isodesk.storage.tables import PersonRoleRow, PersonRow
from isodesk.storage.work import Workshop

EXPECTED = {
    "journal_mode": "truncate",
    "synchronous": 2,
    "foreign_keys": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "mmap_size": 0,
    "busy_timeout": 3000,
}


def settings_of(connection: object) -> dict[str, object]:
    run = connection.exec_driver_sql  # type: ignore[attr-defined]
    return {name: run(f"PRAGMA {name}").scalar() for name in EXPECTED}


def test_every_connection_has_the_settings(services: Services) -> None:
    engine = services.workshop.engine
    connections = [engine.connect() for _ in range(8)]
    found = [settings_of(connection) for connection in connections]
    for connection in connections:
        connection.close()

    assert found == [EXPECTED] * 8


def test_sessions_have_the_settings(services: Services) -> None:
    with services.workshop.read() as session:
        assert settings_of(session.connection()) == EXPECTED
    with services.workshop.write() as work:
        assert settings_of(work.session.connection()) == EXPECTED


def test_a_reader_changes_nothing_not_even_the_journal_mode(services: Services) -> None:
    engine = open_engine(services.folder / "isodesk.db", Access.READ)
    with engine.connect() as connection:
        found = settings_of(connection)
        with pytest.raises(OperationalError, match="readonly"):
            connection.execute(text("DELETE FROM journal"))

    assert found == {**EXPECTED, "journal_mode": "delete"}


def test_the_database_is_one_file_between_steps(services: Services, client: ClientId) -> None:
    services.team.add_person(client, "Петров П. П.")
    journal = services.folder / "isodesk.db-journal"

    assert not journal.exists() or journal.stat().st_size == 0
    assert not (services.folder / "isodesk.db-wal").exists()


def test_a_writer_waits_for_the_lock(services: Services, client: ClientId) -> None:
    other = sqlite3.connect(services.folder / "isodesk.db", isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    timer = threading.Timer(0.4, other.rollback)
    began = time.monotonic()
    timer.start()

    with services.workshop.write() as work:
        assert work.session.get(PersonRow, "nobody") is None
        work.session.add(PersonRow(client_id=client, position=0, name="Waited"))

    assert time.monotonic() - began > 0.3
    timer.join()
    other.close()
    assert [person.name for person in services.team.people(client)] == ["Waited"]


def test_a_write_unit_holds_the_lock_from_its_first_read(services: Services) -> None:
    other = sqlite3.connect(services.folder / "isodesk.db", isolation_level=None, timeout=0)
    with services.workshop.write() as work:
        work.session.get(PersonRow, "nobody")
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
    other.close()


def test_a_lock_that_stays_is_said_plainly(
    services: Services, client: ClientId, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(database.PRAGMAS, "busy_timeout", "50")
    services.workshop.engine.dispose()
    other = sqlite3.connect(services.folder / "isodesk.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    with pytest.raises(StorageTrouble, match="Another program is using"):
        services.team.add_person(client, "Петров П. П.")
    other.close()
    services.team.add_person(client, "Петров П. П.")


def test_rows_of_one_unit_may_come_in_any_order(services: Services, client: ClientId) -> None:
    with services.workshop.write() as work:
        work.session.add(PersonRoleRow(person_id="late", role="head"))
        work.session.flush()
        work.session.add(PersonRow(id="late", client_id=client, position=0, name="Late"))

    assert services.team.people(client)[0].name == "Late"


def test_a_row_that_points_nowhere_is_refused_at_the_commit(services: Services, client: ClientId) -> None:
    with pytest.raises(IntegrityError, match="FOREIGN KEY"), services.workshop.write() as work:
        work.session.add(PersonRow(id="kept-out", client_id=client, position=0, name="x"))
        work.session.add(PersonRoleRow(person_id="nobody", role="head"))

    assert services.team.people(client) == ()


def test_a_commit_that_is_refused_leaves_no_lock_behind(
    services: Services, client: ClientId, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(database.PRAGMAS, "busy_timeout", "50")
    services.workshop.engine.dispose()
    reader = sqlite3.connect(services.folder / "isodesk.db", isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM client").fetchall()

    with pytest.raises(StorageTrouble, match="Another program is using"):
        services.team.add_person(client, "Too early")
    reader.close()

    assert services.history.undoable is None
    services.team.add_person(client, "In time")
    assert [person.name for person in services.team.people(client)] == ["In time"]


@pytest.mark.parametrize("pages", [0, 1, 2, 3, 5, 8, 13, 21, 34, 50])
def test_a_full_disk_loses_nothing_and_work_goes_on(services: Services, client: ClientId, pages: int) -> None:
    engine = services.workshop.engine
    with engine.connect() as connection:
        used = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    limit = {"pages": used + pages}

    def restrict(connection: sqlite3.Connection, *_: object) -> None:
        connection.execute(f"PRAGMA max_page_count={limit['pages']}")

    engine.dispose()
    event.listen(engine, "connect", restrict)
    key = services.assessment.questions(client, "en")[0].key
    saved = ""
    with pytest.raises(StorageTrouble, match="disk is full"):
        for number in range(1000):
            services.assessment.set_note(client, key, "existing", f"{number} " + "x" * 3000)
            saved = f"{number} "

    note = services.assessment.questions(client, "en")[0].existing
    assert note.startswith(saved) if saved else note == ""
    assert database.integrity_fault(engine) == ""
    limit["pages"] = 1_000_000
    engine.dispose()
    services.assessment.set_note(client, key, "existing", "there is room again")
    assert services.assessment.questions(client, "en")[0].existing == "there is room again"


def test_a_step_on_a_full_disk_cannot_be_undone_because_it_never_was(services: Services, client: ClientId) -> None:
    engine = services.workshop.engine
    with engine.connect() as connection:
        used = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    engine.dispose()
    event.listen(engine, "connect", lambda connection, *_: connection.execute(f"PRAGMA max_page_count={used}"))
    heard: list[object] = []
    services.bus.subscribe(object, heard.append)  # type: ignore[type-var]

    with pytest.raises(StorageTrouble):
        services.clients.change(client, activity="x" * 90_000)

    assert services.history.undoable is None
    assert heard == []


class Refusal(sqlite3.DatabaseError):
    """An error of SQLite as the driver raises it."""

    def __init__(self, name: str | None, message: str = "") -> None:
        super().__init__(message)
        if name is not None:
            self.sqlite_errorname = name


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("SQLITE_FULL", "disk is full"),
        ("SQLITE_READONLY_DBMOVED", "read-only"),
        ("SQLITE_BUSY_SNAPSHOT", "Another program"),
        ("SQLITE_CANTOPEN_ISDIR", "cannot be opened"),
        ("SQLITE_CORRUPT_INDEX", "damaged"),
        ("SQLITE_NOTADB", "not a database"),
        ("SQLITE_IOERR_FSYNC", "drive of the workspace"),
    ],
)
def test_what_a_person_can_mend_is_said(name: str, words: str) -> None:
    trouble = storage_trouble(OperationalError("x", None, Refusal(name)))

    assert isinstance(trouble, StorageTrouble)
    assert words in str(trouble)
    assert trouble.remedy


def test_old_drivers_name_no_code() -> None:
    trouble = storage_trouble(OperationalError("x", None, Refusal(None, "unable to open database file")))

    assert "cannot be opened" in str(trouble)


@pytest.mark.parametrize("error", [Refusal("SQLITE_ERROR", "no such table"), Refusal(None, "syntax")])
def test_what_is_a_bug_stays_one(error: Refusal) -> None:
    assert storage_trouble(OperationalError("x", None, error)) is None
    assert storage_trouble(DatabaseError("x", None, error)) is None


def test_a_bug_in_sql_is_not_hidden(services: Services) -> None:
    with pytest.raises(OperationalError, match="no such table"), services.workshop.read() as session:
        session.execute(text("SELECT * FROM nowhere"))
    with pytest.raises(OperationalError, match="no such table"), services.workshop.write() as work:
        work.session.execute(text("SELECT * FROM nowhere"))


def test_trouble_while_reading_is_said_plainly(services: Services, client: ClientId) -> None:
    (services.folder / "isodesk.db").write_bytes(b"overwritten by another program" * 1000)

    with pytest.raises(StorageTrouble, match="not a database"):
        services.team.people(client)


def test_a_snapshot_is_whole(services: Services, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    database.snapshot(services.workshop.engine, copy)

    engine = open_engine(copy, Access.READ)
    assert database.integrity_fault(engine) == ""
    assert database.revision(engine) == database.HEAD_REVISION
    workshop = Workshop(engine, print, read_only=True)
    with workshop.read() as session:
        assert session.execute(text("SELECT name FROM client")).scalar() == "ООО «Вектор»"


def test_a_snapshot_that_cannot_be_written_is_trouble(services: Services, tmp_path: Path) -> None:
    with pytest.raises(OperationalError) as caught:
        database.snapshot(services.workshop.engine, tmp_path / "gone" / "copy.db")

    assert isinstance(storage_trouble(caught.value), StorageTrouble)


def test_an_orphan_is_a_fault_of_integrity(services: Services) -> None:
    with sqlite3.connect(services.folder / "isodesk.db") as other:
        other.execute("INSERT INTO person_role (id, person_id, role) VALUES ('a', 'nobody', 'head')")
    other.close()

    assert "person_role" in database.integrity_fault(services.workshop.engine)
