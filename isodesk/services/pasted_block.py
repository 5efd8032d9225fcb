"""What a spreadsheet puts on the clipboard, as rows of cells; and rows of cells as a spreadsheet takes them."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from isodesk.errors import InvalidInput
from isodesk.i18n import N_

MOST_ROWS: Final = 10_000
MOST_COLUMNS: Final = 30
_MOST_CHARACTERS: Final = 20_000_000
_QUOTED: Final = re.compile(r'"((?:[^"]|"")*+)"(?=[\t\n]|\Z)')
"""Excel quotes a cell that holds a line break or a tab; a cell that merely begins with a quote is written as it is."""
_PLAIN: Final = re.compile(r"[^\t\n]*")
_FORMULA: Final = re.compile(r"'*[=+\-@＝＋－＠]")
_GUARDED: Final = re.compile(r"'+[=+\-@＝＋－＠]")

Rows = tuple[tuple[str, ...], ...]


def rows_of(text: str) -> Rows:
    """The rows that hold anything, their cells without padding. Raises InvalidInput when there is nothing, or too much."""
    if len(text) > _MOST_CHARACTERS:
        raise InvalidInput(
            "paste",
            N_("The copied block has more than {limit} characters."),
            N_("Copy the rows that hold answers, in several parts if need be."),
            limit=_MOST_CHARACTERS,
        )
    whole = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    found: list[tuple[str, ...]] = []
    place = 0
    while place < len(whole):
        cells, place = _line(whole, place)
        if any(cells):
            found.append(tuple(cells))
        _refuse_too_much(len(found), cells)
    if not found:
        raise InvalidInput(
            "paste", N_("There is no text on the clipboard."), N_("Copy the rows in Excel first, then paste them here.")
        )
    return tuple(found)


def _refuse_too_much(rows: int, cells: list[str]) -> None:
    if any(cells[MOST_COLUMNS:]):
        raise InvalidInput(
            "paste",
            N_("The copied block has more than {limit} columns."),
            N_("Copy the rows that hold answers, in several parts if need be."),
            limit=MOST_COLUMNS,
        )
    if rows > MOST_ROWS:
        raise InvalidInput(
            "paste",
            N_("The copied block has more than {limit} rows."),
            N_("Copy the rows that hold answers, in several parts if need be."),
            limit=MOST_ROWS,
        )


def _line(text: str, place: int) -> tuple[list[str], int]:
    """The cells of one row, and where the next one begins."""
    cells: list[str] = []
    while True:
        quoted = _QUOTED.match(text, place) if text.startswith('"', place) else None
        if quoted is not None:
            cells.append(_bare(quoted[1].replace('""', '"')))
            place = quoted.end()
        else:
            plain = _PLAIN.match(text, place)
            cells.append(_bare(plain[0] if plain else ""))
            place = plain.end() if plain else place
        if place >= len(text) or text[place] == "\n":
            return cells, place + 1
        place += 1


def _bare(cell: str) -> str:
    stripped = cell.strip()
    return stripped[1:] if _GUARDED.match(stripped) else stripped


def text_of(rows: Iterable[Sequence[str]]) -> str:
    """Rows as text for the clipboard. A cell that a spreadsheet would take for a formula begins with an apostrophe,
    which `rows_of` takes off again."""
    return "".join("\t".join(_cell(cell) for cell in row) + "\n" for row in rows)


def _cell(cell: str) -> str:
    safe = f"'{cell}" if _FORMULA.match(cell) else cell
    return '"' + safe.replace('"', '""') + '"' if any(sign in safe for sign in '\t\n\r"') else safe
