"""What the commands share: answers in JSON, and the file that an answer goes to."""

import json
import os
from pathlib import Path

from isodesk.errors import PrintFailed
from isodesk.i18n import N_


def print_json(answer: object) -> None:
    """Prints an answer for programs."""
    print(json.dumps(answer, ensure_ascii=False, indent=2))


def target(out: str | None, name: str) -> Path:
    """The file to write; a folder gets the proposed name in it. Raises PrintFailed."""
    path = Path(out or ".")
    is_folder = path.is_dir() or (out or "").endswith(tuple(filter(None, (os.sep, os.altsep))))
    if not is_folder:
        return path
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise PrintFailed(N_("The folder {path} cannot be made."), N_("Choose another folder."), path=path) from error
    return path / name
