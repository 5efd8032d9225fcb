"""How much a file from outside may hold, and the characters that it may not.

The largest standard that ships has 140 clauses and makes a pack of 0.5 MB; a large framework seen elsewhere has 1.4 MB.
Each limit leaves room above that and keeps the answer to a text made to do harm within about a second, to a workbook
within some.
"""

import re
from pathlib import Path
from typing import Final

from isodesk.errors import ContentError
from isodesk.i18n import N_

SIZE: Final = 5_000_000
"""Bytes of a file: what is larger is something else, or is meant to fill the memory."""
UNPACKED: Final = 20_000_000
"""Bytes that the parts of a workbook may have together; 5 MB that unpack to gigabytes are a known trick. A list of 20,000
rows has 13 MB."""
UNPACKED_PART: Final = 4_000_000
"""Bytes of a part that is neither a sheet nor its texts: styles grow in workbooks that are copied for years."""
EMPTY: Final = 5_000
"""Rows without anything after which a list has ended; formatting often goes on to row 1,048,576."""
NODES: Final = 20_000
"""Requirements, clauses, questions, rows or pairs: more than a person can answer in years."""
VALUES: Final = 250_000
"""Single values of a framework, translations included; a thousand requirements in twenty languages have 60,000."""
DEPTH: Final = 64
"""Levels of nesting: recursion further on (printing, comparing) must never reach Python's own limit."""
LEVELS: Final = 12
"""Levels of clauses: no paper has room to indent more, and no standard has more than five."""
NUMBER: Final = 40
"""Characters of a clause number."""
TEXT: Final = 20_000
"""Characters of one text: ten pages, where a question has a line."""
OWN: Final = 4
"""How many times as much a pack in the user's own folder may hold: it has been looked at when it was imported, and a list
of 20,000 rows is longer as a pack."""
SHOWN: Final = 100
"""Faults named at once: whoever mends a hundred has earned a new list."""

_SIGNS: Final = 200_000
_TABLES: Final = 60_000
_DOTS: Final = 150_000
_PART: Final = r"""(?:[\w-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')"""
_DOTTED: Final = re.compile(rf"(?m)(?:^|[\[{{,])[ \t]*((?:{_PART}[ \t]*\.[ \t]*)+)")
_CHAIN: Final = re.compile(rf"(?m)(?:^|[\[{{,])[ \t]*(?:{_PART}[ \t]*\.[ \t]*){{16}}")
"""tomllib takes time with the square of the parts of a dotted key: 100 kB of them hold it for half a minute."""

HIDDEN: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
"""Control characters, half characters, and the marks that make a text read otherwise than it is written."""


def read(file: Path, room: int = 1) -> bytes:
    """The bytes of a file. Raises ContentError where there are more than `room` times the limit, OSError where it cannot
    be read."""
    with file.open("rb") as source:
        content = source.read(SIZE * room + 1)
    if len(content) > SIZE * room:
        raise ContentError(
            N_("{file} is larger than {limit} MB."),
            N_("No standard needs that much: look whether it is the right file, or divide it."),
            file=file.name,
            limit=SIZE * room // 1_000_000,
            line=1,
            key="",
        )
    return content


def line_at(text: str, place: int) -> int:
    """The line in which a character stands."""
    return text.count("\n", 0, place) + 1


def excess_of_keys(source: str, room: int = 1) -> int | None:
    """Where TOML text has more tables, values or parts of keys than can be read in a second (in `room` seconds); None
    where it is fit."""
    chain = _CHAIN.search(source)
    if chain:
        return chain.start()
    tables = source.count("\n[")
    signs = sum(source.count(sign) for sign in "=[{,")
    if tables > _TABLES * room or signs > _SIGNS * room or _dots(source) > _DOTS * room:
        return 0
    return None


def _dots(source: str) -> int:
    return sum(found.group(1).count(".") for found in _DOTTED.finditer(source))
