"""Puts finished bytes where the user wants them: whole or not at all, with a remedy when it cannot be done."""

import errno
import os
import secrets
from contextlib import suppress
from pathlib import Path

from isodesk.errors import PrintFailed
from isodesk.i18n import N_

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_BUSY = (errno.EACCES, errno.EPERM, errno.EBUSY, errno.ETXTBSY)


def save(content: bytes, path: Path) -> None:
    """Writes beside the target and then takes its place, so that a failed print leaves the old file as it was."""
    draft = path.with_name(f".isodesk-{secrets.token_hex(6)}.part")
    try:
        try:
            with draft.open("xb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            draft.replace(path)
        finally:
            with suppress(OSError):
                draft.unlink(missing_ok=True)
    except OSError as error:
        raise _explained(error, path) from error


def _explained(error: OSError, path: Path) -> PrintFailed:
    if error.errno in _NO_ROOM:
        return PrintFailed(
            N_("There is no room on the disk for {path}."), N_("Free some space or choose another disk."), path=path
        )
    if error.errno == errno.EROFS:
        return PrintFailed(N_("{path} lies on a read-only disk."), N_("Choose another folder."), path=path)
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return PrintFailed(N_("The folder of {path} does not exist."), N_("Choose another folder."), path=path)
    if error.errno == errno.EISDIR:
        return PrintFailed(N_("{path} is a folder."), N_("Choose the name of a file."), path=path)
    if error.errno in _BUSY:
        return PrintFailed(
            N_("{path} cannot be written: it is open in another program or protected."),
            N_("Close it there, or save under another name."),
            path=path,
        )
    return PrintFailed(
        N_("{path} could not be written: {reason}."), N_("Save in another folder."), path=path, reason=error.strerror
    )
