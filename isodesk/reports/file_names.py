"""Names for printed files that every file system takes: what a client is called must not decide whether a print works."""

import re
import unicodedata
from typing import Final

FALLBACK: Final = "isodesk"
SUFFIX: Final = ".pdf"
LONGEST: Final = 180
"""Bytes of UTF-8 with the suffix; Linux allows 255, and folders that encrypt names fewer."""

_FORBIDDEN: Final = re.compile(r'[<>:"/\\|?*]')
_RESERVED: Final = frozenset(
    ["con", "prn", "aux", "nul", "conin$", "conout$"]
    + [f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"]
)


def safe_name(*parts: str) -> str:
    """The parts as one file name of a PDF: no separators, no control characters, never reserved, never too long."""
    text = unicodedata.normalize("NFC", " ".join(part for part in parts if part))
    text = "".join(" " if unicodedata.category(c) in {"Zs", "Zl", "Zp", "Cc"} else c for c in text)
    text = "".join(c for c in text if unicodedata.category(c) not in {"Cf", "Cs", "Co", "Cn"})
    text = " ".join(_FORBIDDEN.sub(" ", text).split())
    stem = _cut(text.strip(" ."), LONGEST - len(SUFFIX)).rstrip(" .")
    if not stem:
        stem = FALLBACK
    elif stem.split(".")[0].strip().casefold() in _RESERVED:
        stem = f"{stem.split('.')[0].strip()}_{stem[len(stem.split('.')[0]) :]}"
    return f"{stem}{SUFFIX}"


def _cut(text: str, size: int) -> str:
    """The longest beginning of at most `size` bytes; no character is cut in two."""
    return text.encode("utf-8")[:size].decode("utf-8", "ignore")
