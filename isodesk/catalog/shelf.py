"""Where standards are found: those that ship with isodesk. Reading is put off until someone asks."""

from functools import cached_property
from pathlib import Path

from isodesk import resources
from isodesk.catalog import reader
from isodesk.catalog.standard import Question, Standard
from isodesk.errors import NotFound
from isodesk.i18n import N_

DEFAULT = "iso-9001-2026"
"""The standard offered first to a new client (decisions 17)."""


class Shelf:
    """The standards of one folder: `questions/*.toml` and `<key>/standard.toml`."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or resources.path("standards")
        self._read: dict[str, Standard] = {}

    @cached_property
    def bank(self) -> dict[str, Question]:
        """All questions by key. Raises ContentError."""
        return reader.read_bank(self._folder / "questions")

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """Keys of the standards on the shelf."""
        return tuple(sorted(file.parent.name for file in self._folder.glob("*/standard.toml")))

    def standard(self, key: str) -> Standard:
        """One standard. Raises NotFound, ContentError."""
        if key not in self.keys:
            raise NotFound(
                N_("There is no standard “{key}”."),
                N_("Known standards: {known}."),
                key=key,
                known=", ".join(self.keys),
            )
        if key not in self._read:
            self._read[key] = reader.read_standard(self._folder / key / "standard.toml", self.bank)
        return self._read[key]

    def all(self) -> tuple[Standard, ...]:
        """Every standard. Raises ContentError."""
        return tuple(self.standard(key) for key in self.keys)
