"""Content-addressed store of evidence: written once, hashed while copying, named by SHA-256, never by the user's name."""

import hashlib
import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from sqlalchemy import select
from sqlalchemy.orm import Session

from isodesk.errors import FileRefused, StorageTrouble
from isodesk.i18n import N_
from isodesk.storage.tables import FileRow

MAX_BYTES = 100 * 1024 * 1024
_CHUNK = 1024 * 1024

Progress = Callable[[int, int], None]
"""Called with (done, total); raises to cancel."""


@dataclass(frozen=True, slots=True)
class Stored:
    """A file in the store."""

    digest: str
    size: int


class FileStore:
    """`attachments/ab/abcd…` under the workspace (decisions 11). The row that names a file comes after the file."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def path(self, digest: str) -> Path:
        """Where a stored file lies."""
        return self._folder / digest[:2] / digest

    def put(self, source: Path, progress: Progress | None = None) -> Stored:
        """Copies a file in. Raises FileRefused for what cannot be read or is too large, StorageTrouble when it cannot be written."""
        try:
            size = source.stat().st_size
            if not source.is_file():
                raise FileRefused(
                    N_("“{name}” is a folder or a device, not a file."),
                    N_("Choose single files; a folder can be packed into an archive first."),
                    name=source.name,
                )
            _refuse_large(source.name, size)
            with source.open("rb") as stream:
                return self._copy(stream, size, source.name, progress)
        except FileNotFoundError as error:
            raise FileRefused(
                N_("The file “{name}” is no longer there."), N_("Choose it again where it lies now."), name=source.name
            ) from error
        except PermissionError as error:
            raise FileRefused(
                N_("The file “{name}” cannot be read."),
                N_("Close the program that holds it, or check that you may read it, and try again."),
                name=source.name,
            ) from error

    def put_bytes(self, content: bytes, name: str) -> Stored:
        """Stores what came from the clipboard. Raises as `put`."""
        _refuse_large(name, len(content))
        digest = hashlib.sha256(content).hexdigest()
        if not self.path(digest).is_file():
            temporary = self._temporary()
            try:
                temporary.write_bytes(content)
                self._keep(temporary, digest)
            except OSError as error:
                temporary.unlink(missing_ok=True)
                raise _unwritten(name) from error
        return Stored(digest, len(content))

    def read(self, digest: str) -> bytes:
        """The content of a stored file. Raises StorageTrouble when it is missing or was changed."""
        try:
            content = self.path(digest).read_bytes()
        except OSError as error:
            raise StorageTrouble(
                N_("A stored file is missing from the workspace's attachments folder."),
                N_("Restore the folder from a copy, then open the file again."),
            ) from error
        if hashlib.sha256(content).hexdigest() != digest:
            raise StorageTrouble(
                N_("A stored file was changed outside isodesk and is no longer what was attached."),
                N_("Restore the attachments folder from a copy."),
            )
        return content

    def sweep(self, known: set[str]) -> int:
        """Removes files that no row names and leftovers of broken copies; returns how many."""
        removed = 0
        if not self._folder.is_dir():
            return removed
        for file in self._folder.rglob("*"):
            if file.is_file() and file.name not in known:
                file.unlink(missing_ok=True)
                removed += 1
        return removed

    def _copy(self, stream: BinaryIO, size: int, name: str, progress: Progress | None) -> Stored:
        temporary = self._temporary()
        hasher = hashlib.sha256()
        done = 0
        try:
            with temporary.open("wb") as target:
                while chunk := stream.read(_CHUNK):
                    done += len(chunk)
                    _refuse_large(name, done)
                    hasher.update(chunk)
                    _write(target, chunk, name)
                    if progress is not None:
                        progress(done, max(size, done))
                target.flush()
                os.fsync(target.fileno())
            digest = hasher.hexdigest()
            if not self.path(digest).is_file():
                self._keep(temporary, digest)
        finally:
            temporary.unlink(missing_ok=True)
        return Stored(digest, done)

    def _temporary(self) -> Path:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            descriptor, name = tempfile.mkstemp(dir=self._folder, suffix=".part")
        except OSError as error:
            raise _unwritten("") from error
        os.close(descriptor)
        return Path(name)

    def _keep(self, temporary: Path, digest: str) -> None:
        target = self.path(digest)
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            temporary.replace(target)
        except OSError as error:
            raise _unwritten("") from error


def _write(target: BinaryIO, chunk: bytes, name: str) -> None:
    try:
        target.write(chunk)
    except OSError as error:
        raise _unwritten(name) from error


def _refuse_large(name: str, size: int) -> None:
    if size > MAX_BYTES:
        raise FileRefused(
            N_("“{name}” is larger than {limit} MB, so it was not attached."),
            N_("Attach a smaller extract, or note in the text where the file lies."),
            name=name,
            limit=MAX_BYTES // (1024 * 1024),
        )


def _unwritten(name: str) -> StorageTrouble:
    return StorageTrouble(
        N_("The file could not be copied into the workspace: there is no room or no right to write."),
        N_("Free some space or check the rights of the workspace folder, then attach the file again."),
        name=name,
    )


def note(session: Session, digest: str, size: int, media_type: str, at: datetime) -> None:
    """Adds the row of a stored file unless there is one."""
    if session.scalar(select(FileRow.id).where(FileRow.digest == digest)) is None:
        session.add(FileRow(digest=digest, size=size, media_type=media_type, stored_at=at))
        session.flush()


def known(session: Session) -> set[str]:
    """Digests of all files that have a row."""
    return set(session.scalars(select(FileRow.digest)))
