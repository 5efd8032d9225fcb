"""Decides how a workspace can be opened: for writing, for reading only and why, or not at all and why."""

import contextlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine, text
from sqlalchemy.exc import DatabaseError

from isodesk.errors import ReadOnlyWorkspace, StorageTrouble, TooNew, UserError
from isodesk.i18n import N_
from isodesk.storage import database
from isodesk.storage.database import Access
from isodesk.storage.files import sync_folder
from isodesk.storage.lock import WriterLock

DATABASE = "isodesk.db"


@dataclass(frozen=True)
class Opened:
    """An engine on the workspace's database and the right to write, or the reason why there is none."""

    engine: Engine
    lock: WriterLock
    read_only: UserError | None


def open_folder(folder: Path, now: datetime) -> Opened:
    """Raises StorageTrouble when the folder cannot be made or the database cannot be used; it is left as it was."""
    _make(folder)
    lock = WriterLock(folder)
    read_only = _acquire(lock, now)
    file = folder / DATABASE
    try:
        return _open(file, lock, read_only, now)
    except DatabaseError as error:
        lock.release()
        trouble = database.storage_trouble(error)
        if trouble is None:
            raise
        raise trouble from error
    except BaseException:
        lock.release()
        raise


def _open(file: Path, lock: WriterLock, read_only: UserError | None, now: datetime) -> Opened:
    if not file.exists():
        if read_only is not None:
            raise read_only
        _create(file)
        return Opened(database.open_engine(file, Access.WRITE), lock, None)
    found = _revision(file)
    try:
        database.refuse_newer(found, file)
    except TooNew as reason:
        lock.release()
        return Opened(database.open_engine(file, Access.READ), lock, reason)
    if found < database.HEAD_REVISION and read_only is None:
        from isodesk.storage import migrate

        migrate.upgrade(file, file.parent / "backups", now)
    engine = database.open_engine(file, Access.READ if read_only else Access.WRITE)
    return Opened(engine, lock, read_only)


def _create(file: Path) -> None:
    """Makes the database beside its place and moves it there whole: an empty file at that place is always a loss."""
    draft = file.with_name(f"{file.name}.new")
    journal = draft.with_name(f"{draft.name}-journal")
    for leftover in (draft, journal):
        leftover.unlink(missing_ok=True)
    engine = database.open_engine(draft, Access.WRITE)
    try:
        database.create_schema(engine)
    finally:
        engine.dispose()
    draft.replace(file)
    journal.unlink(missing_ok=True)
    sync_folder(file.parent)


def _revision(file: Path) -> str:
    """The revision, read without touching the file unless a broken-off transaction must be rolled back first."""
    journal = file.with_name(file.name + "-journal")
    hot = journal.exists() and journal.stat().st_size > 0
    engine = database.open_engine(file, Access.WRITE if hot else Access.READ)
    try:
        found = database.revision(engine)
        with engine.connect() as connection:
            fault = connection.execute(text("PRAGMA quick_check(1)")).scalar()
    finally:
        engine.dispose()
    if fault != "ok":
        raise StorageTrouble(
            N_("The workspace's database is damaged."),
            N_("Nothing more is written. Restore the folder from a copy; keep the damaged file aside."),
        )
    if found is None:
        raise StorageTrouble(
            N_("The workspace's database {file} is empty: its content was lost outside isodesk."),
            N_("Restore it from a copy. To begin anew, move the empty file away."),
            file=file.name,
        )
    return found


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise StorageTrouble(
            N_("{folder} is a file, not a folder."), N_("Choose a folder for the workspace."), folder=folder
        ) from error
    except OSError as error:
        raise StorageTrouble(
            N_("The workspace folder {folder} cannot be made."),
            N_("Choose a folder where you may write, or free some space."),
            folder=folder,
        ) from error


def _acquire(lock: WriterLock, now: datetime) -> UserError | None:
    with contextlib.suppress(OSError):
        if lock.acquire(now):
            return None
        holder = lock.holder()
        if holder is None:
            return ReadOnlyWorkspace(
                N_("Another window of isodesk works in this workspace, so it is open for reading only here."),
                N_("Close the other one to work here."),
            )
        return ReadOnlyWorkspace(
            N_(
                "{user} on {host} works in this workspace since {since} (process {pid}),"
                " so it is open for reading only here."
            ),
            N_("Close the other one to work here."),
            user=holder.user,
            host=holder.host,
            since=holder.since[:16].replace("T", " "),
            pid=holder.pid,
        )
    return ReadOnlyWorkspace(
        N_("The workspace folder cannot be written, so it is open for reading only."),
        N_("Check the rights of the folder, or copy it to a drive where you may write."),
    )
