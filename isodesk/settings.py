"""Preferences of one user on one computer: typed, with defaults, kept in a small JSON file."""

import json
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user chose. An empty language or theme follows the system."""

    language: str = ""
    theme: str = ""
    assessor: str = ""
    single_keys: bool = True
    help_panel: bool = True
    recent_workspaces: tuple[str, ...] = ()
    tables: dict[str, str] = field(default_factory=dict)
    last_places: dict[str, dict[str, str]] = field(default_factory=dict)
    print_folder: str = ""
    printer: str = ""
    paper: str = ""
    duplex: str = ""

    def with_(self, **changes: object) -> "Settings":
        """A copy with some preferences changed."""
        return replace(self, **changes)  # type: ignore[arg-type]


def load(path: Path) -> Settings:
    """The saved preferences; defaults where the file is missing or spoilt (it never stops a start)."""
    try:
        stored = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return Settings()
    if not isinstance(stored, dict):
        return Settings()
    default = Settings()
    kept: dict[str, object] = {}
    for item in fields(Settings):
        value = stored.get(item.name)
        if isinstance(getattr(default, item.name), tuple) and isinstance(value, list):
            value = tuple(str(entry) for entry in value)
        if type(value) is type(getattr(default, item.name)) and _sound(item.name, value):
            kept[item.name] = value
    return Settings(**kept)  # type: ignore[arg-type]


def _sound(name: str, value: object) -> bool:
    """Whether what a table holds is of the right kind too."""
    if name == "tables":
        return _texts(value)
    return name != "last_places" or (isinstance(value, dict) and all(_texts(place) for place in value.values()))


def _texts(value: object) -> bool:
    return isinstance(value, dict) and all(isinstance(entry, str) for entry in value.values())


def save(path: Path, settings: Settings) -> None:
    """Replaces the file as a whole; raises OSError where the folder cannot be written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_suffix(".part")
    temporary.write_text(json.dumps(asdict(settings), ensure_ascii=False, indent=1), "utf-8")
    temporary.replace(path)
