"""What the start screen showed last, per workspace: painted at once while the workspace is still being opened."""

import hashlib
import json
from dataclasses import asdict, fields
from pathlib import Path

from isodesk import paths
from isodesk.ui.start import ClientCard


def _file(folder: Path) -> Path:
    name = hashlib.sha256(str(folder.absolute()).encode()).hexdigest()[:16]
    return paths.cache_folder() / f"clients-{name}.json"


def cards(folder: Path) -> tuple[ClientCard, ...]:
    """The cards kept for a workspace; none where there is nothing, or nothing that fits this version."""
    names = {field.name for field in fields(ClientCard)}
    try:
        stored = json.loads(_file(folder).read_text("utf-8"))
        return tuple(ClientCard(**entry) for entry in stored if set(entry) == names)
    except (OSError, ValueError, TypeError):
        return ()


def keep(folder: Path, shown: tuple[ClientCard, ...]) -> None:
    """Keeps the cards for the next start; costs nothing but that where the cache cannot be written."""
    file = _file(folder)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps([asdict(card) for card in shown], ensure_ascii=False), "utf-8")
    except OSError:
        return
