"""Content-addressed store of evidence: written once, hashed while copying, named by SHA-256, never by the user's name."""

import hashlib
import io
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
        except OSError as error:
            raise FileRefused(
                N_("The drive reported an error while “{name}” was read."),
                N_("Copy the file to this computer first, then attach the copy."),
                name=source.name,
            ) from error

    def put_bytes(self, content: bytes, name: str) -> Stored:
        """Stores what came from the clipboard. Raises as `put`."""
        _refuse_large(name, len(content))
        return self._copy(io.BytesIO(content), len(content), name, None)

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
            with temporary.open("wb", buffering=0) as target:
                while chunk := stream.read(_CHUNK):
                    done += len(chunk)
                    _refuse_large(name, done)
                    hasher.update(chunk)
                    _write(target, chunk, name)
                    if progress is not None:
                        progress(done, max(size, done))
                _settle(target, name)
            digest = hasher.hexdigest()
            if not self._holds(digest):
                self._keep(temporary, digest)
        finally:
            temporary.unlink(missing_ok=True)
        return Stored(digest, done)

    def _holds(self, digest: str) -> bool:
        """Whether the file is there and sound; attaching it again mends a spoilt copy."""
        try:
            return hashlib.sha256(self.path(digest).read_bytes()).hexdigest() == digest
        except OSError:
            return False

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
            sync_folder(target.parent)
        except OSError as error:
            raise _unwritten("") from error


def _write(target: io.RawIOBase, chunk: bytes, name: str) -> None:
    rest = memoryview(chunk)
    try:
        while rest:
            rest = rest[target.write(rest) :]
    except OSError as error:
        raise _unwritten(name) from error


def _settle(target: io.RawIOBase, name: str) -> None:
    try:
        os.fsync(target.fileno())
    except OSError as error:
        raise _unwritten(name) from error


def sync_folder(folder: Path) -> None:
    """Makes a new name in a folder survive a power cut; Windows does that by itself and cannot be asked to."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


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
