"""The one door for files from elsewhere: packs and mappings of colleagues, frameworks of libraries, lists in Excel or text.

Nothing here writes. What is found can be shown first, and given to `Shelf.install` when the user agrees.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Final

from isodesk.catalog import delimited, frameworks, limits, listing, mapping, naming, pack, typed_toml, workbook
from isodesk.catalog import sheet as sheets
from isodesk.catalog.faults import REMEDY
from isodesk.catalog.found import Found
from isodesk.catalog.listing import Wishes
from isodesk.catalog.sheet import Columns, Sheet
from isodesk.catalog.standard import Question
from isodesk.errors import ContentError, UserError
from isodesk.i18n import N_


class Kind(StrEnum):
    """What a file can be."""

    PACK = "pack"
    MAPPING = "mapping"
    LIBRARY = "library"
    LIST = "list"


ENDINGS: Final[Mapping[str, Kind]] = {
    ".toml": Kind.PACK,
    ".yaml": Kind.LIBRARY,
    ".yml": Kind.LIBRARY,
    ".xlsx": Kind.LIST,
    ".xlsm": Kind.LIST,
    ".csv": Kind.LIST,
    ".tsv": Kind.LIST,
    ".txt": Kind.LIST,
}
"""Which ending stands for what; a mapping ends as a pack does."""
_LIBRARY: Final = re.compile(rb"(?m)^\"?objects\"?[ \t]*:")
_PACK: Final = re.compile(rb"(?m)^\[\[(?:clause|question|pair)\]\]")


def kind_of(file: Path) -> Kind:
    """What a file is, by its ending, or by what it holds where that is unknown. Raises ContentError."""
    content = _content(file)
    workbook.refuse_old(content, file.name)
    known = ENDINGS.get(file.suffix.casefold())
    if content.startswith(workbook.ZIP):
        known = Kind.LIST if known in {None, Kind.LIST} else None
    elif known is None and _LIBRARY.search(content):
        known = Kind.LIBRARY
    elif known is None and _PACK.search(content):
        known = Kind.PACK
    if known is None:
        raise ContentError(
            N_("{file} is of no kind that can be imported."),
            N_("Choose a pack of a colleague, a framework, or a list of requirements: {known}."),
            file=file.name,
            known=", ".join(ENDINGS),
            line=1,
            key="",
        )
    is_mapping = known is Kind.PACK and re.search(rb"(?m)^kind[ \t]*=", content.split(b"\n[", 1)[0])
    return Kind.MAPPING if is_mapping else known


def read(
    file: Path,
    bank: Mapping[str, Question],
    wishes: Wishes | None = None,
    *,
    columns: Columns | str | None = None,
    sheet: str = "",
) -> Found:
    """What a file holds, whatever it is. Of a list, `columns` say which column holds what; they are guessed otherwise.

    Raises ContentError for the file, InvalidInput for wishes, columns or a sheet that cannot be.
    """
    wanted = wishes or Wishes()
    try:
        return _read(file, bank, wanted, columns, sheet)
    except ContentError as error:
        if error.remedy == typed_toml.REMEDY:
            error.remedy = REMEDY  # that remedy is for files that lie in the standards folder already
        raise


def _read(file: Path, bank: Mapping[str, Question], wishes: Wishes, columns: Columns | str | None, sheet: str) -> Found:
    kind = kind_of(file)
    if kind is Kind.LIBRARY:
        return frameworks.read(_text(file), file.name, key=wishes.key, designation=wishes.designation)
    if kind is Kind.LIST:
        found = read_sheet(file, sheet)
        chosen = sheets.columns_from(columns, found) if isinstance(columns, str) else columns or sheets.propose(found)
        return listing.to_standard(found, chosen, wishes)
    if kind is Kind.MAPPING:
        made = mapping.read(file)
        return Found(replace(made, key=naming.checked(wishes.key)) if wishes.key else made)
    standard = pack.read(file, bank)
    key = naming.checked(wishes.key) if wishes.key else standard.key
    return Found(replace(standard, key=key, designation=wishes.designation or standard.designation))


def read_sheet(file: Path, sheet: str = "") -> Sheet:
    """The rows of a list before it is known which column holds what. Raises ContentError, InvalidInput."""
    content = _content(file)
    workbook.refuse_old(content, file.name)
    if content.startswith(workbook.ZIP):
        grid, name, names = workbook.read(content, file.name, sheet)
        return sheets.sheet_of(grid, file.name, name, names)
    return sheets.sheet_of(delimited.read(content, file.name), file.name)


def faults(file: Path, bank: Mapping[str, Question], *, columns: str | None = None) -> list[UserError]:
    """Everything that keeps a file from being imported; of a framework or a list the first thing only. Empty when sound."""
    try:
        if kind_of(file) is Kind.PACK:
            return list(pack.check(file, bank))
        read(file, bank, columns=columns)
    except UserError as error:
        return [error]
    return []


def _content(file: Path) -> bytes:
    try:
        return limits.read(file)
    except OSError as error:
        raise ContentError(
            N_("The file {file} cannot be read."),
            N_("Look whether it is there and not open in another program, and try again."),
            file=file.name,
            line=1,
            key="",
        ) from error


def _text(file: Path) -> str:
    content = _content(file)
    wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        return content.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise ContentError(
            N_("{file}, line {line}: this is no text that can be read."),
            N_("Save the file as text in Unicode and try again."),
            file=file.name,
            line=content.count(b"\n", 0, error.start) + 1,
            key="",
        ) from error
