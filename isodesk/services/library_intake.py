"""Standards from files of elsewhere: looked at first, taken in when the user agrees; nothing is written before."""

from dataclasses import dataclass
from pathlib import Path

from isodesk.catalog import foreign, listing, sheet
from isodesk.catalog.foreign import Kind
from isodesk.catalog.found import Found
from isodesk.catalog.listing import Wishes
from isodesk.catalog.sheet import Columns, Sheet
from isodesk.errors import UserError
from isodesk.services.library import Library


@dataclass(frozen=True, slots=True)
class Opened:
    """A file before it is taken. With `faults` it cannot be; of a list, `sheet` has its rows and `columns` a guess at them."""

    file: Path
    kind: Kind | None
    faults: tuple[UserError, ...] = ()
    sheet: Sheet | None = None
    columns: Columns | None = None


class Intake:
    """Reads files for the shelf of a library. None of it asks for the interface thread."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def open(self, file: Path, sheet_name: str = "") -> Opened:
        """What a file is, and all that is wrong with it."""
        try:
            kind = foreign.kind_of(file)
            if kind is Kind.LIST:
                rows = foreign.read_sheet(file, sheet_name)
                return Opened(file, kind, (), rows, sheet.propose(rows))
        except UserError as error:
            return Opened(file, None, (error,))
        return Opened(file, kind, tuple(foreign.faults(file, self._library.shelf.bank)))

    def look(self, opened: Opened, columns: Columns | None = None, wishes: Wishes | None = None) -> Found:
        """What would be taken. Raises ContentError for the file, InvalidInput for columns or wishes that cannot be."""
        wanted = wishes or Wishes()
        if opened.sheet is not None:
            return listing.to_standard(opened.sheet, columns or opened.columns or Columns(), wanted)
        return foreign.read(opened.file, self._library.shelf.bank, wanted)

    def free_key(self, found: Found) -> str:
        """The key of what was found; another one where a standard of that key ships."""
        return f"own-{found.key}"[:60].rstrip("-") if found.key in self._library.shelf.shipped else found.key

    def is_taken(self, found: Found) -> bool:
        """Whether the user's folder has something of this kind and key already."""
        return self._library.shelf.holds(found.content)

    def take(self, found: Found, *, replace: bool = False) -> None:
        """Keeps it. Raises NotAllowed where the key is taken, InvalidInput, ContentError, StorageTrouble."""
        self._library.shelf.install(found.content, replace=replace)
        self._library.forget(found.key)
