"""Where standards are found: those that ship with isodesk, and the user's own packs. Reading is put off until someone asks."""

from functools import cached_property
from pathlib import Path

from isodesk import paths, resources
from isodesk.catalog import pack, reader
from isodesk.catalog.standard import Bilingual, Heading, Question, Standard
from isodesk.errors import ContentError, NotFound
from isodesk.i18n import N_

DEFAULT = "iso-9001-2026"
"""The standard offered first to a new client (decisions 17)."""


class Shelf:
    """The standards of one folder, `questions/*.toml`, `focus/<family>.toml` and `<key>/standard.toml`, and beside them
    the packs of the user's own folder, `<key>.toml` each (docs/content.md)."""

    def __init__(self, folder: Path | None = None, own: Path | None = None) -> None:
        self._folder = folder or resources.path("standards")
        self.own_folder = own or paths.standards_folder()
        self._read: dict[str, Standard] = {}

    @cached_property
    def bank(self) -> dict[str, Question]:
        """All questions that ship, by key. Raises ContentError."""
        return reader.read_bank(self._folder / "questions")

    @cached_property
    def shipped(self) -> tuple[str, ...]:
        """Keys of the standards that ship."""
        return tuple(sorted(file.parent.name for file in self._folder.glob("*/standard.toml")))

    @property
    def own(self) -> tuple[str, ...]:
        """Keys of the user's own packs, as they lie in the folder now."""
        return tuple(sorted(file.stem for file in self.own_folder.glob("*.toml") if file.stem not in self.shipped))

    @property
    def keys(self) -> tuple[str, ...]:
        """Keys of all standards, those that ship first."""
        return (*self.shipped, *self.own)

    def headings(self) -> tuple[Heading, ...]:
        """What a list says of each standard, by designation; a pack that cannot be read is left out (see `faulty`)."""
        found = [reader.read_heading(self._file(key)) for key in self.shipped]
        for key in self.own:
            try:
                found.append(reader.read_heading(self._file(key), own=True))
            except ContentError:
                continue
        return tuple(sorted(found, key=lambda heading: (heading.own, heading.designation)))

    def faulty(self) -> tuple[ContentError, ...]:
        """Packs of the user's own that cannot be read, each with its fault."""
        found = []
        for key in self.own:
            try:
                self.standard(key)
            except ContentError as error:
                found.append(error)
        return tuple(found)

    def heading(self, key: str) -> Heading:
        """What a list says of one standard. Raises NotFound, ContentError."""
        self._known(key)
        return reader.read_heading(self._file(key), own=key not in self.shipped)

    def standard(self, key: str) -> Standard:
        """One standard. Raises NotFound, ContentError."""
        self._known(key)
        if key not in self._read:
            self._read[key] = self._load(key)
        return self._read[key]

    def all(self) -> tuple[Standard, ...]:
        """Every standard. Raises ContentError."""
        return tuple(self.standard(key) for key in self.keys)

    def successors(self, key: str) -> tuple[Heading, ...]:
        """The editions that a client can move to from `key`."""
        return tuple(heading for heading in self.headings() if heading.replaces == key)

    def forget(self, key: str) -> None:
        """Reads a pack again when it is asked for next: its file has changed."""
        self._read.pop(key, None)

    def _known(self, key: str) -> None:
        if key not in self.keys:
            raise NotFound(
                N_("There is no standard “{key}”."),
                N_("Known standards: {known}."),
                key=key,
                known=", ".join(self.keys),
            )

    def _file(self, key: str) -> Path:
        shipped = key in self.shipped
        return self._folder / key / "standard.toml" if shipped else self.own_folder / f"{key}.toml"

    def _load(self, key: str) -> Standard:
        if key not in self.shipped:
            return pack.read(self._file(key), self.bank)
        return reader.read_standard(self._file(key), self.bank, self._focus(key))

    def _focus(self, key: str) -> dict[str, Bilingual]:
        family = reader.read_heading(self._file(key)).family
        file = self._folder / "focus" / f"{family}.toml"
        return reader.read_focus(file, self.bank) if file.is_file() else {}
