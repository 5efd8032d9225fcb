"""Opens the workspace's database with the settings that keep its promises. What is SQLite's alone lives here (decisions 9, 10)."""

import sqlite3
from enum import Enum
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.pool import NullPool, QueuePool

from isodesk.errors import StorageTrouble, TooNew, UserError
from isodesk.i18n import N_
from isodesk.storage.tables import Row

HEAD_REVISION = "0003"
"""The newest migration; a test holds it against Alembic's own answer."""

PRAGMAS = {
    "journal_mode": "TRUNCATE",
    "synchronous": "FULL",
    "foreign_keys": "ON",
    "trusted_schema": "OFF",
    "cell_size_check": "ON",
    "mmap_size": "0",
    "busy_timeout": "3000",
}


class Access(Enum):
    """How a database is opened."""

    WRITE = "write"
    READ = "read"


def open_engine(file: Path, access: Access) -> Engine:
    """An engine whose every connection has the pragmas; write units say BEGIN IMMEDIATE (architecture.md 3.6)."""
    mode = "rwc" if access is Access.WRITE else "ro"
    location = file.absolute().as_uri() + f"?mode={mode}"

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(location, uri=True, check_same_thread=False, isolation_level=None)

    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool if access is Access.WRITE else NullPool)

    @event.listens_for(engine, "connect")
    def _pragmas(connection: sqlite3.Connection, _record: object) -> None:
        for name, value in PRAGMAS.items():
            if access is Access.READ and name == "journal_mode":
                continue
            connection.execute(f"PRAGMA {name}={value}")

    @event.listens_for(engine, "checkin")
    def _settle(connection: sqlite3.Connection | None, _record: object) -> None:
        # A commit refused for a lock or a foreign key leaves the transaction open.
        if connection is not None and connection.in_transaction:
            connection.rollback()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        immediate = connection.get_execution_options().get("immediate", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")

    return engine


def revision(engine: Engine) -> str | None:
    """The migration that the database stands at; None without tables. Raises StorageTrouble for a foreign file."""
    with engine.connect() as connection:
        tables = set(connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'")).scalars())
        if not tables:
            return None
        found = None
        if tables >= {"alembic_version", "client"}:
            found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        if not found:
            raise StorageTrouble(
                N_("The file {file} is a database, but not one of isodesk."),
                N_("Choose another workspace folder, or move the file away."),
                file=_file_of(engine),
            )
        return str(found)


def create_schema(engine: Engine) -> None:
    """Makes all tables in an empty database and stamps it, in one transaction, without importing Alembic."""
    with engine.connect().execution_options(immediate=True) as connection, connection.begin():
        Row.metadata.create_all(connection)
        connection.execute(
            text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)").execution_options()
        )
        connection.execute(text("INSERT INTO alembic_version VALUES (:head)"), {"head": HEAD_REVISION})


def refuse_newer(found: str, file: Path) -> None:
    """Raises TooNew for a revision that this program does not know yet."""
    if found > HEAD_REVISION:
        raise TooNew(
            N_("{file} was written by a newer isodesk."),
            N_("It is open for reading only. Install the newer version to go on working in it."),
            file=file.name,
        )


def integrity_fault(engine: Engine) -> str:
    """The first complaint of SQLite's own check, empty for a sound file."""
    with engine.connect() as connection:
        for check in ("PRAGMA integrity_check(1)", "PRAGMA foreign_key_check"):
            row = connection.execute(text(check)).first()
            if row is not None and row[0] != "ok":
                return " ".join(str(value) for value in row)
    return ""


def snapshot(engine: Engine, target: Path) -> None:
    """A whole, consistent copy into a new file; copying the file itself would not be one."""
    with engine.connect() as connection:
        try:
            connection.connection.driver_connection.execute("VACUUM INTO ?", (str(target),))  # type: ignore[union-attr]
        except sqlite3.Error as error:
            raise OperationalError("VACUUM INTO", None, error) from error


def _file_of(engine: Engine) -> str:
    with engine.connect() as connection:
        row = connection.execute(text("PRAGMA database_list")).first()
    return Path(str(row[2])).name if row is not None and row[2] else ""


_TROUBLES: tuple[tuple[str, str, str], ...] = (
    (
        "SQLITE_FULL",
        N_("The disk is full: the last change was not saved, everything before it is safe."),
        N_("Free some space on the drive of the workspace and try again."),
    ),
    (
        "SQLITE_READONLY",
        N_("The workspace cannot be written: the file or its folder is read-only."),
        N_("Check the rights of the folder, or open the workspace from another place."),
    ),
    (
        "SQLITE_BUSY",
        N_("Another program is using the workspace's database."),
        N_("Wait a moment and try again; close copy or synchronisation programs if it goes on."),
    ),
    (
        "SQLITE_CANTOPEN",
        N_("The workspace's database cannot be opened."),
        N_("Check that the folder exists and that you may write in it."),
    ),
    (
        "SQLITE_CORRUPT",
        N_("The workspace's database is damaged."),
        N_("Nothing more is written. Restore the folder from a copy; keep the damaged file aside."),
    ),
    (
        "SQLITE_NOTADB",
        N_("The workspace's database is not a database: the file was overwritten or is encrypted."),
        N_("Restore the folder from a copy; keep the damaged file aside."),
    ),
    (
        "SQLITE_IOERR",
        N_("The drive of the workspace reported an error."),
        N_("Check that the drive is connected, then try again. Copy the workspace to another drive if it goes on."),
    ),
)


def storage_trouble(error: DatabaseError) -> UserError | None:
    """The trouble that a person can do something about, or None for what is a bug."""
    name = getattr(error.orig, "sqlite_errorname", "") or ""
    for code, problem, remedy in _TROUBLES:
        if name.startswith(code):
            return StorageTrouble(problem, remedy)
    if isinstance(error, OperationalError) and "unable to open" in str(error.orig):
        return StorageTrouble(_TROUBLES[3][1], _TROUBLES[3][2])
    return None
