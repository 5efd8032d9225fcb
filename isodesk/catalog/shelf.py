"""Where standards are found: those that ship with isodesk, and the user's own packs. Reading is put off until someone asks."""

from functools import cached_property
from pathlib import Path

from isodesk import paths, resources
from isodesk.catalog import crosswalk, limits, mapping, naming, pack, reader, storing
from isodesk.catalog.crosswalk import Theme
from isodesk.catalog.mapping import Mapping
from isodesk.catalog.standard import Bilingual, Heading, Question, Standard
from isodesk.catalog.typed_toml import Place
from isodesk.errors import ContentError, NotAllowed, NotFound
from isodesk.i18n import N_

DEFAULT = "iso-9001-2026"
"""The standard offered first to a new client (decisions 17)."""


class Shelf:
    """The standards of one folder, `questions/*.toml`, `focus/<family>.toml` and `<key>/standard.toml`, and beside them
    the packs of the user's own folder, `<key>.toml` each, with mappings between standards in `mappings/<key>.toml`
    (docs/content.md)."""

    def __init__(self, folder: Path | None = None, own: Path | None = None) -> None:
        self._folder = folder or resources.path("standards")
        self.own_folder = own or paths.standards_folder()
        self._read: dict[str, Standard] = {}

    @cached_property
    def bank(self) -> dict[str, Question]:
        """All questions that ship, by key. Raises ContentError."""
        return reader.read_bank(self._folder / "questions")

    @cached_property
    def themes(self) -> tuple[Theme, ...]:
        """Subjects that the standards share. Raises ContentError."""
        return crosswalk.read(self._folder / "crosswalk.toml")

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

    @cached_property
    def _shipped_headings(self) -> tuple[Heading, ...]:
        return tuple(reader.read_heading(self._file(key)) for key in self.shipped)

    def headings(self) -> tuple[Heading, ...]:
        """What a list says of each standard, by designation; a pack that cannot be read is left out (see `faulty`)."""
        found = list(self._shipped_headings)
        for key in self.own:
            try:
                heading = reader.read_heading(self._file(key), own=True)
            except ContentError:
                continue
            if heading.key == key:
                found.append(heading)
        return tuple(sorted(found, key=lambda heading: (heading.own, heading.designation)))

    def faulty(self) -> tuple[ContentError, ...]:
        """Packs and mappings of the user's own that cannot be read, each with its fault."""
        found = []
        for key, read in [
            *((key, self.standard) for key in self.own),
            *((key, self.mapping) for key in self.mapping_keys),
        ]:
            try:
                read(key)
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

    @property
    def mapping_keys(self) -> tuple[str, ...]:
        """Keys of the mappings in the user's folder."""
        return tuple(sorted(file.stem for file in self._mappings.glob("*.toml")))

    def mapping(self, key: str) -> Mapping:
        """One mapping. Raises NotFound, ContentError."""
        if key not in self.mapping_keys:
            raise NotFound(
                N_("There is no mapping “{key}”."),
                N_("Known mappings: {known}."),
                key=key,
                known=", ".join(self.mapping_keys) or "–",
            )
        return mapping.read(self._mappings / f"{key}.toml")

    def mappings(self) -> tuple[Mapping, ...]:
        """Every mapping that can be read (see `faulty`)."""
        found = []
        for key in self.mapping_keys:
            try:
                found.append(self.mapping(key))
            except ContentError:
                continue
        return tuple(found)

    def holds(self, content: Standard | Mapping) -> bool:
        """Whether the user's folder has something of the same kind under the same key."""
        return self._place_of(content).exists()

    def install(self, content: Standard | Mapping, *, replace: bool = False) -> None:
        """Keeps a standard or a mapping in the user's folder; `replace` lets it take the place of one of the same key.
        Clients keep what they were assessed against. Raises NotAllowed, InvalidInput, ContentError, StorageTrouble."""
        naming.checked(content.key)
        self._refuse_shipped(content.key)
        if self.holds(content) and not replace:
            raise NotAllowed(
                N_("There is an own standard or mapping “{key}” already."),
                N_("Choose another key, or say that it may be replaced."),
                key=content.key,
            )
        if isinstance(content, Standard):
            storing.put(self._place_of(content), pack.write(content, self.bank), self._read_own)
        else:
            storing.put(self._place_of(content), mapping.write(content), mapping.read)
        self.forget(content.key)

    def remove(self, key: str) -> None:
        """Takes an own standard away, or a mapping where no own standard has the key. Raises NotAllowed, NotFound,
        StorageTrouble."""
        self._refuse_shipped(key)
        if key in self.own:
            storing.remove(self._file(key))
        elif key in self.mapping_keys:
            storing.remove(self._mappings / f"{key}.toml")
        else:
            self._known(key)
        self.forget(key)

    def exported(self, key: str) -> str:
        """The text of a file that a colleague can import: any standard, or a mapping. Raises NotFound, ContentError."""
        if key not in self.keys and key in self.mapping_keys:
            return mapping.write(self.mapping(key))
        return pack.write(self.standard(key), self.bank)

    @property
    def _mappings(self) -> Path:
        return self.own_folder / "mappings"

    def _place_of(self, content: Standard | Mapping) -> Path:
        folder = self.own_folder if isinstance(content, Standard) else self._mappings
        return folder / f"{content.key}.toml"

    def _refuse_shipped(self, key: str) -> None:
        if key in self.shipped:
            raise NotAllowed(
                N_("“{key}” ships with isodesk and stays as it is."),
                N_("Give your own standard another key."),
                key=key,
            )

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
            own = self._read_own(self._file(key))
            if own.key != key:
                raise Place(self._file(key), own.key, 1).error(f"the file of this key must be called {own.key}.toml")
            return own
        return reader.read_standard(self._file(key), self.bank, self._focus(key))

    def _read_own(self, file: Path) -> Standard:
        return pack.read(file, self.bank, room=limits.OWN)

    def _focus(self, key: str) -> dict[str, Bilingual]:
        family = reader.read_heading(self._file(key)).family
        file = self._folder / "focus" / f"{family}.toml"
        return reader.read_focus(file, self.bank) if file.is_file() else {}
