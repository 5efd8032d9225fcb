"""One writer for a workspace: the second instance is told who has it open and reads only (reliability.md T22, T23)."""

import getpass
import json
import os
import socket
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

LOCK_FILE = "isodesk.lock"
HOLDER_FILE = "isodesk.lock.json"


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has the workspace open for writing."""

    user: str
    host: str
    pid: int
    since: str


class WriterLock:
    """The right to write into one folder, held until released or until the process ends, however it ends.

    The operating system drops the lock with the process, so no stale lock is ever left to be argued about.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._descriptor: int | None = None

    def acquire(self, now: datetime) -> bool:
        """Whether this process is the writer now. Raises OSError where the folder cannot be written."""
        descriptor = os.open(self._folder / LOCK_FILE, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            _lock(descriptor)
        except OSError:
            os.close(descriptor)
            return False
        self._descriptor = descriptor
        holder = Holder(_user(), socket.gethostname(), os.getpid(), now.isoformat(timespec="seconds"))
        try:
            (self._folder / HOLDER_FILE).write_text(json.dumps(asdict(holder)), "utf-8")
        except OSError:
            self.release()
            raise
        return True

    def holder(self) -> Holder | None:
        """What the writer wrote about itself; None when it cannot be read."""
        try:
            stored = json.loads((self._folder / HOLDER_FILE).read_text("utf-8"))
            return Holder(str(stored["user"]), str(stored["host"]), int(stored["pid"]), str(stored["since"]))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def release(self) -> None:
        """Gives the right back."""
        if self._descriptor is None:
            return
        (self._folder / HOLDER_FILE).unlink(missing_ok=True)
        os.close(self._descriptor)
        self._descriptor = None


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "?"


if os.name == "nt":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
