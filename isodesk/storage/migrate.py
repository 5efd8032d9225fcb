"""Brings an older database up to this program's schema: a copy first, one transaction, a check at the end (decisions 14)."""

import sqlite3
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, create_engine, event, text
from sqlalchemy.pool import NullPool

from isodesk.errors import StorageTrouble
from isodesk.i18n import N_
from isodesk.storage import database

SCRIPTS = Path(__file__).parent / "migrations"


def head() -> str:
    """The newest revision among the migration scripts."""
    from alembic.script import ScriptDirectory

    found = ScriptDirectory(str(SCRIPTS)).get_current_head()
    return found or ""


def upgrade(file: Path, backups: Path, now: datetime, target: str = "head") -> Path:
    """Copies the database into `backups`, then migrates it; returns the copy. Raises StorageTrouble, the file unchanged."""
    backups.mkdir(parents=True, exist_ok=True)
    copy = backups / f"before-migration-{now:%Y%m%d-%H%M%S-%f}.db"
    engine = database.open_engine(file, database.Access.WRITE)
    try:
        database.snapshot(engine, copy)
    finally:
        engine.dispose()
    run(file, target)
    return copy


def run(file: Path, target: str = "head") -> None:
    """Runs the migrations with foreign keys off (SQLite would delete children while a table is rebuilt)."""
    from alembic import command
    from alembic.config import Config

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(file, isolation_level=None)
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute("PRAGMA synchronous=FULL")
        return connection

    engine = create_engine("sqlite://", creator=connect, poolclass=NullPool)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    with engine.connect() as connection, connection.begin():
        config.attributes["connection"] = connection
        if target == "base" or target < (_revision(connection) or ""):
            command.downgrade(config, target)
        else:
            command.upgrade(config, target)
        if connection.execute(text("PRAGMA foreign_key_check")).first() is not None:
            raise StorageTrouble(
                N_("The workspace could not be brought up to this version: some records point at missing ones."),
                N_("It was left as it was. Run “isodesk check” to see which."),
            )


def _revision(connection: Connection) -> str | None:
    if not connection.dialect.has_table(connection, "alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
