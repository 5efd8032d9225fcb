"""Evidence on disk: named by its content, whole or absent, never larger or other than what was attached."""

import errno
import os
import stat
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from isodesk.errors import FileRefused, StorageTrouble, UserError
from isodesk.storage import files
from isodesk.storage.files import FileStore


@pytest.fixture
def store(tmp_path: Path) -> FileStore:
    return FileStore(tmp_path / "attachments")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    file = tmp_path / "Акт №7.pdf"
    file.write_bytes(b"%PDF-1.7 evidence" * 1000)
    return file


def kept(tmp_path: Path) -> list[Path]:
    return [path for path in (tmp_path / "attachments").rglob("*") if path.is_file()]


def test_a_file_is_named_by_its_content(store: FileStore, source: Path, tmp_path: Path) -> None:
    stored = store.put(source)

    assert stored.digest == sha256(source.read_bytes()).hexdigest()
    assert stored.size == source.stat().st_size
    assert kept(tmp_path) == [tmp_path / "attachments" / stored.digest[:2] / stored.digest]
    assert store.read(stored.digest) == source.read_bytes()


def test_the_same_content_is_kept_once(store: FileStore, source: Path, tmp_path: Path) -> None:
    first = store.put(source)
    written = store.path(first.digest).stat().st_mtime_ns

    assert store.put_bytes(source.read_bytes(), "copy") == first
    assert store.put(source) == first
    assert len(kept(tmp_path)) == 1
    assert store.path(first.digest).stat().st_mtime_ns == written


def test_an_empty_file_can_be_evidence(store: FileStore, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()

    assert store.read(store.put(empty).digest) == b""


def test_progress_ends_with_all(store: FileStore, source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "_CHUNK", 5000)
    told: list[tuple[int, int]] = []
    store.put(source, lambda done, total: told.append((done, total)))

    assert [done for done, _ in told] == sorted({done for done, _ in told})
    assert told[-1] == (17000, 17000)
    assert len(told) == 4


class Cancelled(Exception):
    """The user pressed Cancel."""


def test_cancelling_leaves_nothing(store: FileStore, source: Path, tmp_path: Path) -> None:
    def cancel(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        store.put(source, cancel)

    assert kept(tmp_path) == []


def test_what_is_too_large_is_refused_before_it_is_copied(
    store: FileStore, source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "MAX_BYTES", 1024 * 1024)
    source.write_bytes(bytes(1024 * 1024 + 1))

    for put in (lambda: store.put(source), lambda: store.put_bytes(source.read_bytes(), source.name)):
        with pytest.raises(FileRefused, match=r"Акт №7\.pdf.*larger than 1 MB"):
            put()
    assert kept(tmp_path) == []
    source.write_bytes(bytes(1024 * 1024))
    assert store.put(source).size == 1024 * 1024


def test_a_file_that_grows_while_it_is_copied_is_refused_too(
    store: FileStore, source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "MAX_BYTES", 20_000)
    monkeypatch.setattr(files, "_CHUNK", 10_000)

    def grow(_done: int, _total: int) -> None:
        with source.open("ab") as stream:
            stream.write(bytes(10_000))

    with pytest.raises(FileRefused, match="larger than"):
        store.put(source, grow)
    assert kept(tmp_path) == []


def test_a_folder_is_not_a_file(store: FileStore, tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match="folder or a device"):
        store.put(tmp_path)
    if Path("/dev/zero").exists():
        with pytest.raises(FileRefused, match="folder or a device"):
            store.put(Path("/dev/zero"))


def test_a_file_that_vanished_is_said(store: FileStore, source: Path) -> None:
    source.unlink()

    with pytest.raises(FileRefused, match="no longer there"):
        store.put(source)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (PermissionError(errno.EACCES, "denied"), "cannot be read"),
        (FileNotFoundError(errno.ENOENT, "gone"), "no longer there"),
        (OSError(errno.EIO, "stick pulled out"), "drive reported an error"),
        (OSError(errno.ENOTDIR, "not a folder"), "drive reported an error"),
    ],
)
def test_what_cannot_be_read_is_said(
    store: FileStore, source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, words: str
) -> None:
    def fail(self: Path, *_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(Path, "open", fail)
    with pytest.raises(FileRefused, match=words):
        store.put(source)
    assert kept(tmp_path) == []


def no_room(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


class FullTarget:
    """A file on a disk without room."""

    def write(self, _chunk: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")


def test_writing_goes_on_until_all_is_written() -> None:
    class Sipping:
        taken = b""

        def write(self, chunk: memoryview) -> int:
            self.taken += bytes(chunk[:3])
            return len(chunk[:3])

    target = Sipping()
    files._write(target, b"0123456789", "x")  # type: ignore[arg-type]

    assert target.taken == b"0123456789"
    with pytest.raises(StorageTrouble, match="no room"):
        files._write(FullTarget(), b"0123456789", "x")  # type: ignore[arg-type]


@pytest.mark.parametrize("call", ["fsync", "mkstemp", "mkdir", "replace", "_write", "open folder"])
def test_no_room_while_copying_leaves_nothing(
    store: FileStore, source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    puts: list[Callable[[], object]] = [lambda: store.put(source), lambda: store.put_bytes(b"from the clipboard", "x")]
    for put in puts:
        with monkeypatch.context() as patch:
            if call == "fsync":
                patch.setattr(os, "fsync", no_room)
            elif call == "mkstemp":
                patch.setattr(files.tempfile, "mkstemp", no_room)
            elif call == "mkdir":
                patch.setattr(Path, "mkdir", no_room)
            elif call == "replace":
                patch.setattr(Path, "replace", no_room)
            elif call == "open folder":
                patch.setattr(os, "open", no_room)
            else:
                write = files._write
                patch.setattr(files, "_write", lambda _t, chunk, name, w=write: w(FullTarget(), chunk, name))
            with pytest.raises(StorageTrouble, match="no room or no right"):
                put()
    assert [path for path in kept(tmp_path) if path.suffix == ".part"] == []
    assert call == "open folder" or kept(tmp_path) == []
    for put in puts:
        put()


def test_a_file_changed_outside_is_not_given_out(store: FileStore, source: Path) -> None:
    stored = store.put(source)
    store.path(stored.digest).write_bytes(b"forged")

    with pytest.raises(StorageTrouble, match="changed outside"):
        store.read(stored.digest)


def test_attaching_again_mends_a_spoilt_copy(store: FileStore, source: Path) -> None:
    stored = store.put(source)
    store.path(stored.digest).write_bytes(b"spoilt")
    store.put(source)

    assert store.read(stored.digest) == source.read_bytes()


def test_a_missing_file_is_said(store: FileStore, source: Path) -> None:
    stored = store.put(source)
    store.path(stored.digest).unlink()

    with pytest.raises(StorageTrouble, match="is missing") as caught:
        store.read(stored.digest)
    assert isinstance(caught.value, UserError)


def test_a_sweep_removes_what_no_row_names(store: FileStore, source: Path, tmp_path: Path) -> None:
    assert store.sweep(set()) == 0
    known = store.put(source).digest
    orphan = store.put_bytes(b"orphan", "x").digest
    (tmp_path / "attachments" / "broken.part").write_bytes(b"half")

    assert store.sweep({known}) == 2
    assert store.path(known).is_file()
    assert not store.path(orphan).exists()
    assert store.sweep({known}) == 0


def test_stored_files_are_for_their_owner_alone(store: FileStore, source: Path) -> None:
    if os.name != "nt":
        mode = store.path(store.put(source).digest).stat().st_mode
        assert not mode & (stat.S_IRWXG | stat.S_IRWXO)


def test_a_name_of_the_user_is_never_a_path(store: FileStore, tmp_path: Path) -> None:
    store.put_bytes(b"x", "../../evil.txt")

    assert not (tmp_path / "evil.txt").exists()
    assert len(kept(tmp_path)) == 1
