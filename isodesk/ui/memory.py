"""What the start screen showed last, per workspace: painted at once while the workspace is still being opened."""

import json
import zlib
from dataclasses import asdict, fields
from pathlib import Path

from isodesk import paths
from isodesk.ui.start import ClientCard


def _file(folder: Path) -> Path:
    """A checksum is enough of a name: what the file holds is shown only for the folder that it names."""
    return paths.cache_folder() / f"clients-{zlib.crc32(_name(folder).encode()):08x}.json"


def _name(folder: Path) -> str:
    return str(folder.absolute())


def cards(folder: Path) -> tuple[ClientCard, ...]:
    """The cards kept for a workspace; none where there is nothing, or nothing that fits this version."""
    names = {field.name for field in fields(ClientCard)}
    try:
        stored = json.loads(_file(folder).read_text("utf-8"))
        fitting = stored["cards"] if stored["folder"] == _name(folder) else ()
        return tuple(ClientCard(**entry) for entry in fitting if set(entry) == names)
    except (OSError, ValueError, TypeError, KeyError):
        return ()


def keep(folder: Path, shown: tuple[ClientCard, ...]) -> None:
    """Keeps the cards for the next start; costs nothing but that where the cache cannot be written."""
    file = _file(folder)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        content = {"folder": _name(folder), "cards": [asdict(card) for card in shown]}
        file.write_text(json.dumps(content, ensure_ascii=False), "utf-8")
    except OSError:
        return
