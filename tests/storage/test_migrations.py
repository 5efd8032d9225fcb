"""The schema has one source: what the program makes, what the migrations make and what the classes say are the same."""

import lzma
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.util import CommandError
from builders import dump
from sqlalchemy import event

from isodesk.errors import StorageTrouble
from isodesk.services.workspace import open_workspace
from isodesk.storage import database, migrate, opening
from isodesk.storage.database import Access, open_engine
from isodesk.storage.tables import Row

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


def schema(file: Path) -> dict[str, list[str]]:
    connection = sqlite3.connect(file)
    found = connection.execute("SELECT type || ' ' || name, sql FROM sqlite_master WHERE name NOT LIKE '%alembic%'")
    # SQLite puts quotes around the name of a table that a migration built anew.
    result = {name: parts(" ".join((sql or "").replace('"', "").split())) for name, sql in found}
    connection.close()
    return result


def parts(sql: str) -> list[str]:
    """Columns in their order, then constraints, whose order means nothing."""
    found = [""]
    for sign in sql:
        depth = found[-1].count("(") - found[-1].count(")")
        if sign == "," and depth == (1 if len(found) == 1 else 0):
            found.append("")
        else:
            found[-1] += sign
    names = [part.strip().removesuffix(" )") for part in found]
    return [name for name in names if not name.startswith("CONSTRAINT")] + sorted(
        name for name in names if name.startswith("CONSTRAINT")
    )


@pytest.fixture
def migrated(tmp_path: Path) -> Path:
    """A database made by the migrations alone."""
    file = tmp_path / "migrated.db"
    migrate.run(file)
    return file


@pytest.fixture
def created(tmp_path: Path) -> Path:
    """A database made at once."""
    file = tmp_path / "created.db"
    engine = open_engine(file, Access.WRITE)
    database.create_schema(engine)
    engine.dispose()
    return file


def test_the_program_knows_its_newest_migration() -> None:
    assert migrate.head() == database.HEAD_REVISION


def test_migrations_make_what_the_program_makes_at_once(migrated: Path, created: Path) -> None:
    assert schema(migrated) == schema(created)
    assert len(schema(created)) > 60


@pytest.mark.parametrize("source", ["migrated", "created"])
def test_the_database_is_what_the_classes_say(source: str, request: pytest.FixtureRequest) -> None:
    engine = open_engine(request.getfixturevalue(source), Access.READ)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Row.metadata) == []
        assert database.revision(engine) == database.HEAD_REVISION


def test_down_and_up_again_is_the_same(migrated: Path) -> None:
    before = schema(migrated)

    migrate.run(migrated, "base")
    assert schema(migrated) == {}
    migrate.run(migrated)
    assert schema(migrated) == before


def test_a_database_at_the_newest_revision_keeps_its_rows(template: Path, tmp_path: Path) -> None:
    file = tmp_path / "isodesk.db"
    file.write_bytes((template / "isodesk.db").read_bytes())
    before = dump(file)

    migrate.run(file)

    assert dump(file) == before


def test_a_copy_is_kept_before_an_upgrade(template: Path, tmp_path: Path) -> None:
    file = tmp_path / "isodesk.db"
    file.write_bytes((template / "isodesk.db").read_bytes())

    copy = migrate.upgrade(file, tmp_path / "backups", NOW)

    assert copy.parent == tmp_path / "backups"
    assert "20261123-120000" in copy.name
    assert dump(copy) == dump(file)


def test_an_upgrade_that_leaves_orphans_is_taken_back(template: Path, tmp_path: Path) -> None:
    file = tmp_path / "isodesk.db"
    file.write_bytes((template / "isodesk.db").read_bytes())
    with sqlite3.connect(file) as connection:
        connection.execute("INSERT INTO person_role (id, person_id, role) VALUES ('a', 'nobody', 'head')")
    connection.close()
    before = file.read_bytes()

    with pytest.raises(StorageTrouble, match="point at missing ones"):
        migrate.run(file)

    assert file.read_bytes() == before


def test_an_older_database_is_brought_up_with_a_copy(
    template: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.mkdir()
    file = folder / "isodesk.db"
    file.write_bytes((template / "isodesk.db").read_bytes())
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0000'")
    connection.close()
    ran: list[Path] = []
    monkeypatch.setattr(migrate, "run", lambda path, _target: ran.append(path))

    opened = opening.open_folder(folder, NOW)

    assert ran == [file]
    assert len(list((folder / "backups").glob("before-migration-*.db"))) == 1
    assert opened.read_only is None
    opened.engine.dispose()
    opened.lock.release()


def test_a_failed_migration_leaves_the_file_and_the_right_to_write(
    template: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.mkdir()
    file = folder / "isodesk.db"
    file.write_bytes((template / "isodesk.db").read_bytes())
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0000'")
    connection.close()
    before = file.read_bytes()

    for minute in range(2):
        with pytest.raises(CommandError, match="0000"):
            opening.open_folder(folder, NOW.replace(minute=minute))
        assert file.read_bytes() == before


def test_every_table_made_halfway_is_taken_back(tmp_path: Path) -> None:
    file = tmp_path / "cut.db"
    engine = open_engine(file, Access.WRITE)

    def stop(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if "CREATE TABLE finding" in statement:
            raise KeyboardInterrupt

    event.listen(engine, "before_cursor_execute", stop)
    with pytest.raises(KeyboardInterrupt):
        database.create_schema(engine)
    engine.dispose()

    assert schema(file) == {}


RELEASED = Path(__file__).resolve().parents[1] / "data" / "workspaces"


@pytest.mark.parametrize("file", sorted(RELEASED.glob("*.db.xz")), ids=lambda path: path.name)
def test_a_workspace_of_a_released_version_opens_with_all_its_rows(file: Path, tmp_path: Path) -> None:
    """T14: a real file of each schema that was ever released; its sample client is read and printed by today's program."""
    folder = tmp_path / "workspace"
    folder.mkdir()
    (folder / "isodesk.db").write_bytes(lzma.decompress(file.read_bytes()))
    before = dump(folder / "isodesk.db")

    services = open_workspace(folder)
    try:
        client = services.clients.listed()[0].id
        questions = services.assessment.questions(client, "en")
        after = dump(folder / "isodesk.db")
    finally:
        services.close()

    assert {name: set(rows) for name, rows in before.items()} == {name: set(after[name]) for name in before}
    assert before["answer"] == after["answer"]
    assert sum(view.conformity is not None for view in questions) == len(before["answer"])
    assert services.read_only is None
