"""Lists in workbooks of Excel. Values only: formulas give what was last calculated, macros are never looked at.

A workbook is a zip of XML, so its directory is checked before anything is unpacked. openpyxl reads it row by row with
defusedxml, which refuses entities; what it raises over a damaged file is of many kinds, and all of them mean just that.
"""

import datetime as dt
import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final
from xml.etree.ElementTree import ParseError

from isodesk.catalog import limits
from isodesk.catalog.found import Remark
from isodesk.catalog.plain_text import broken
from isodesk.catalog.sheet import LONGEST, WIDEST, Grid, Row, emptiness
from isodesk.errors import ContentError, InvalidInput
from isodesk.i18n import N_

ZIP: Final = b"PK\x03\x04"
OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How old workbooks of Excel begin, and those that a password protects."""
_PARTS: Final = 2_000
_LARGE: Final = ("xl/worksheets/", "xl/sharedStrings")
_TALLEST: Final = 200
"""Rows over which a merged cell is carried on: a requirement has a few rows, a chapter some dozens."""
_BROKEN: Final = (
    *(ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, OSError, RuntimeError, TypeError),
    *(ValueError, ParseError, zipfile.BadZipFile, zlib.error),
)
_RELATIONS: Final = "xl/_rels/workbook.xml.rels"
_RANGE: Final = re.compile(rb'<(?:\w+:)?mergeCell\b[^<>]*\bref="([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})"')
_HIDDEN_ROW: Final = re.compile(rb'<(?:\w+:)?row\b[^<>]*\bhidden="(?:1|true)"')
_HIDDEN_COLUMN: Final = re.compile(rb'<(?:\w+:)?col\b[^<>]*\bhidden="(?:1|true)"')


def refuse_old(content: bytes, file: str) -> None:
    """Raises ContentError for an old workbook of Excel, and for one that a password protects."""
    if not content.startswith(OLE):
        return
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise _locked(file)
    raise ContentError(
        N_("{file} is in the old format of Excel."),
        N_("Open it in Excel or LibreOffice, save it as .xlsx, and import that."),
        file=file,
        line=1,
        key="",
    )


def read(content: bytes, file: str, wanted: str = "") -> tuple[Grid, str, tuple[str, ...]]:
    """The cells of a sheet, its name, and the names of all: the sheet `wanted`, or the first that holds something.

    Raises ContentError, and InvalidInput where there is no such sheet.
    """
    refuse_old(content, file)
    try:
        with warnings.catch_warnings(), zipfile.ZipFile(io.BytesIO(content)) as archive:
            warnings.simplefilter("ignore")  # openpyxl tells of styles and extensions that it does not know
            _refuse_bombs(archive, file)
            return _read(archive, content, file, wanted)
    except _BROKEN as error:
        raise ContentError(
            N_("{file} is no workbook of Excel, or it is damaged."),
            N_("Open it in Excel or LibreOffice, save it as .xlsx, and import that."),
            file=file,
            line=1,
            key="",
        ) from error


def _locked(file: str) -> ContentError:
    return ContentError(
        N_("{file} is protected by a password."),
        N_("Save it without a password and import that."),
        file=file,
        line=1,
        key="",
    )


def _refuse_bombs(archive: zipfile.ZipFile, file: str) -> None:
    parts = archive.infolist()
    if any(part.flag_bits & 1 for part in parts):
        raise _locked(file)
    read = [part for part in parts if not part.filename.startswith("xl/media/")]
    others = (part.file_size for part in read if not part.filename.startswith(_LARGE))
    too_much = sum(part.file_size for part in read) > limits.UNPACKED or max(others, default=0) > limits.UNPACKED_PART
    if len(parts) > _PARTS or too_much:
        raise ContentError(
            N_("{file} unpacks to more than {limit} MB."),
            N_("No list of requirements needs that much: copy the list alone into a new workbook."),
            file=file,
            limit=limits.UNPACKED // 1_000_000,
            line=1,
            key="",
        )


def _read(archive: zipfile.ZipFile, content: bytes, file: str, wanted: str) -> tuple[Grid, str, tuple[str, ...]]:
    import openpyxl

    book: Any = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    try:
        sheets = {str(sheet.title): sheet for sheet in book.worksheets if sheet.sheet_state == "visible"}
        sheets = sheets or {str(sheet.title): sheet for sheet in book.worksheets}
        if wanted and wanted not in sheets:
            raise InvalidInput(
                "sheet",
                N_("{file} has no sheet “{wanted}”."),
                N_("Its sheets: {known}."),
                file=file,
                wanted=wanted[:40],
                known=", ".join(sheets),
            )
        names = tuple(sheets)
        for name in (wanted,) if wanted else names:
            grid = _Cells().grid(sheets[name], _layout(archive, name))
            if grid.rows or wanted or name == names[-1]:
                return grid, name, names
    finally:
        book.close()
    return Grid(()), "", ()


def _layout(archive: zipfile.ZipFile, name: str) -> bytes:
    """The XML of a sheet, for what openpyxl does not tell of one that it reads row by row."""
    from openpyxl.xml.functions import fromstring

    targets = {item.get("Id"): item.get("Target", "") for item in fromstring(archive.read(_RELATIONS))}
    for item in fromstring(archive.read("xl/workbook.xml")).iter():
        if item.tag.endswith("}sheet") and item.get("name") == name:
            relation = next((value for key, value in item.attrib.items() if key.endswith("}id")), "")
            path = (targets.get(relation) or "").removeprefix("/")
            path = path if path.startswith("xl/") else f"xl/{path}"
            return archive.read(path) if path in archive.namelist() else b""
    return b""


@dataclass(slots=True)
class _Cells:
    """Gathers the cells of one sheet."""

    rows: list[Row] = field(default_factory=list)
    dates: set[tuple[int, int]] = field(default_factory=set)
    fractions: set[tuple[int, int]] = field(default_factory=set)

    def grid(self, sheet: Any, layout: bytes) -> Grid:
        """The rows that hold something."""
        remarks = list(self._take(sheet))
        merged = self._fill(layout)
        if merged:
            words = N_("Merged cells: what stands in them was taken for every one of their rows; {count}.")
            remarks.append(Remark(words, {"count": merged}))
        hidden = len(_HIDDEN_ROW.findall(layout)) + len(_HIDDEN_COLUMN.findall(layout))
        if hidden:
            remarks.append(Remark(N_("Hidden rows and columns were read too; {count}."), {"count": hidden}))
        return Grid(tuple(self.rows), frozenset(self.dates), frozenset(self.fractions), tuple(remarks))

    def _take(self, sheet: Any) -> Iterator[Remark]:
        sheet.reset_dimensions()  # what a file says of its size may be wrong
        empty = 0
        for number, cells in enumerate(sheet.iter_rows(max_col=WIDEST), 1):
            texts = [self._text(cell, number, place) for place, cell in enumerate(cells)]
            while texts and not texts[-1]:
                texts.pop()
            empty = 0 if texts else empty + 1
            if texts:
                self.rows.append(Row(number, tuple(texts)))
            if len(self.rows) > LONGEST:
                return
            if empty > limits.EMPTY:
                yield emptiness(number - empty)
                return

    def _text(self, cell: Any, row: int, column: int) -> str:
        value = cell.value
        if value is None:
            return ""
        if isinstance(value, str):
            return broken(value).strip()
        if isinstance(value, dt.date | dt.time | dt.timedelta):
            self.dates.add((row, column))
            return str(value).removesuffix(" 00:00:00")
        if isinstance(value, float) and not value.is_integer():
            self.fractions.add((row, column))
            return _fraction(value, str(cell.number_format))
        return str(int(value)) if isinstance(value, float) else str(value)

    def _fill(self, layout: bytes) -> int:
        """Repeats what stands in the first cell of a merged range in the rows below it. How many ranges there were."""
        places = {row.number: place for place, row in enumerate(self.rows)}
        end = layout.rfind(b"</")
        ranges = _RANGE.findall(layout[layout.rfind(b"sheetData>", 0, end) :]) if self.rows else []
        filled = cells = 0
        for column_name, first, last in ranges:
            column, top = _column(column_name), int(first)
            text = self.rows[places[top]].cell(column) if top in places else ""
            if text and top < int(last) and column < WIDEST:
                filled += 1
                below = range(top + 1, min(int(last), self.rows[-1].number, top + _TALLEST) + 1)
                for place in (places[number] for number in below if number in places):
                    self.rows[place] = _with_cell(self.rows[place], column, text)
                cells += len(below)
            if cells > limits.NODES:
                break
        return filled


def _with_cell(row: Row, column: int, text: str) -> Row:
    cells = [*row.cells, *[""] * (column + 1 - len(row.cells))]
    cells[column] = cells[column] or text
    return Row(row.number, tuple(cells))


def _column(name: bytes) -> int:
    place = 0
    for sign in name:
        place = place * 26 + sign - ord("A") + 1
    return place - 1


def _fraction(value: float, shown: str) -> str:
    """As the sheet shows it where it has a fixed number of decimals: 4.10 is not 4.1."""
    decimals = re.fullmatch(r"0\.(0{1,6})", shown)
    return f"{value:.{len(decimals.group(1))}f}" if decimals else f"{value:.12g}"
