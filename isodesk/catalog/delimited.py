"""Lists as text with commas, semicolons or tabs between the cells, in the encodings that Excel and others write."""

import csv
import io
from collections import Counter
from typing import Final

from isodesk.catalog import limits
from isodesk.catalog.faults import CellFault, in_cell
from isodesk.catalog.found import Remark
from isodesk.catalog.plain_text import broken
from isodesk.catalog.sheet import LONGEST, WIDEST, Grid, Row, emptiness
from isodesk.errors import ContentError
from isodesk.i18n import N_

_DELIMITERS: Final = (";", ",", "\t")
_MARKS: Final = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_CODE_PAGES: Final = ["cp1251", "cp1252", "koi8_r", "cp866"]
_SAMPLE: Final = 100_000
_COMPARED: Final = 40


def read(content: bytes, file: str) -> Grid:
    """The cells of a list. Raises ContentError."""
    text = broken(_decoded(content, file))
    delimiter, text = _delimiter(text)
    rows: list[Row] = []
    remarks: list[Remark] = []
    number = 0
    try:
        for number, cells in enumerate(csv.reader(io.StringIO(text), delimiter=delimiter), 1):
            if any(cell.strip() for cell in cells):
                rows.append(Row(number, tuple(cell.strip() for cell in cells[:WIDEST])))
            if len(rows) > LONGEST:
                break
            if number - (rows[-1].number if rows else 0) > limits.EMPTY:
                remarks.append(emptiness(number - limits.EMPTY - 1))
                break
    except csv.Error as error:
        raise in_cell(CellFault.LONG, file, number + 1, "A", limit=limits.TEXT) from error
    return Grid(tuple(rows), remarks=tuple(remarks))


def _decoded(content: bytes, file: str) -> str:
    marked = next((encoding for mark, encoding in _MARKS if content.startswith(mark)), None)
    for encoding in (marked, _of_wide(content), "utf-8"):
        try:
            if encoding:
                return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    from charset_normalizer import from_bytes

    best = from_bytes(content, steps=10, chunk_size=2048, cp_isolation=_CODE_PAGES).best()
    if best is None:
        raise ContentError(
            N_("{file} is no text that can be read."),
            N_("Save the list anew, as a workbook of Excel or as text in Unicode."),
            file=file,
            line=1,
            key="",
        )
    return str(best)


def _of_wide(content: bytes) -> str | None:
    """UTF-16 without a mark shows by its zeros: every second byte of Latin letters, spaces and digits."""
    sample = content[:2000]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if (even + odd) * 20 < len(sample):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _delimiter(text: str) -> tuple[str, str]:
    """The sign between cells, and the text without the line in which Excel may name it."""
    first, _break, rest = text.partition("\n")
    named = first.strip().strip('"').casefold()
    if named.startswith("sep=") and named[4:] in _DELIMITERS:
        return named[4:], f"\n{rest}"
    found = {sign: _evenness(text[:_SAMPLE], sign) for sign in _DELIMITERS}
    best = max(_DELIMITERS, key=lambda sign: found[sign])
    if 0 < found[best][0] < 0.5:
        best = next((sign for sign in _DELIMITERS if sign not in text), best)
    return best, text


def _evenness(sample: str, delimiter: str) -> tuple[float, int]:
    """What share of the first rows has the most usual number of cells, if that is more than one; and that number."""
    widths = []
    try:
        for cells in csv.reader(io.StringIO(sample), delimiter=delimiter):
            if any(cells):
                widths.append(len(cells))
            if len(widths) == _COMPARED:
                break
    except csv.Error:
        return 0, 0
    several = Counter(width for width in widths if width > 1)
    if not several:
        return 0, 0
    width, count = several.most_common(1)[0]
    return count / len(widths), width
