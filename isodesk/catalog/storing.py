"""Puts a file of content into the user's folder: whole and readable, or not at all."""

import os
import secrets
import shutil
from collections.abc import Callable
from pathlib import Path

from isodesk.errors import StorageTrouble
from isodesk.i18n import N_


def put(file: Path, text: str, check: Callable[[Path], object] | None = None) -> None:
    """Writes a draft, reads it with `check`, and only then lets it take the place of `file`; with `check` the folder is
    made. Raises StorageTrouble, and whatever `check` raises; the old file stays as it was then."""
    drafts = file.parent / f".{secrets.token_hex(6)}.part"
    draft = drafts / file.name
    try:
        drafts.mkdir(parents=check is not None)
        with draft.open("xb") as target:
            target.write(text.encode())
            target.flush()
            os.fsync(target.fileno())
        if check:
            check(draft)
        draft.replace(file)
    except OSError as error:
        raise StorageTrouble(
            N_("{file} could not be written: {reason}."),
            N_("Make room, or allow writing into this folder, and try again."),
            file=file,
            reason=error.strerror or type(error).__name__,
        ) from error
    finally:
        shutil.rmtree(drafts, ignore_errors=True)


def remove(file: Path) -> None:
    """Takes a file away. Raises StorageTrouble."""
    try:
        file.unlink(missing_ok=True)
    except OSError as error:
        raise StorageTrouble(
            N_("{file} could not be removed: {reason}."),
            N_("Close it in other programs and try again."),
            file=file,
            reason=error.strerror or type(error).__name__,
        ) from error
