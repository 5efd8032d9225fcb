"""PT Sans and PT Serif for the canvas: widths remembered, and every text made printable in them."""

import threading
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

FILES: Final = {
    "sans": ("sans", "PT_Sans-Web-Regular.ttf"),
    "sans-bold": ("sans", "PT_Sans-Web-Bold.ttf"),
    "sans-italic": ("sans", "PT_Sans-Web-Italic.ttf"),
    "serif": ("serif", "PT_Serif-Web-Regular.ttf"),
    "serif-bold": ("serif", "PT_Serif-Web-Bold.ttf"),
    "serif-italic": ("serif", "PT_Serif-Web-Italic.ttf"),
}

UNPRINTABLE: Final = "◊"
"""Stands for a character that the fonts lack: visible, and itself in both families."""

LOOKALIKES: Final = {
    "→": "->", "←": "<-", "↔": "<->", "⇒": "=>", "✓": "√", "✔": "√", "☐": "[ ]", "☑": "[x]", "☒": "[x]",
    "′": "'", "″": '"', "\t": "    ",
}  # fmt: skip

_LINE_ENDS: Final = frozenset("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")
_REMEMBERED: Final = 60_000
_LONG: Final = 40
_loading: Final = threading.Lock()


class _Printable(dict[int, str | None]):
    """Translates a character once and remembers it, so that `str.translate` runs at full speed."""

    def __init__(self, glyphs: dict[int, int]) -> None:
        super().__init__()
        self._glyphs = glyphs

    def __missing__(self, code: int) -> str | None:
        character = chr(code)
        replaced = self[code] = self._replaced(character)
        return replaced

    def _replaced(self, character: str) -> str | None:
        if character in _LINE_ENDS:
            return "\n"
        if ord(character) in self._glyphs:
            return None if character == "\u00ad" else character
        if character in LOOKALIKES:
            return LOOKALIKES[character]
        category = unicodedata.category(character)
        if category == "Zs":
            return "\u00a0" if character in "\u2007\u202f" else " "
        # Joiners and variation selectors only shape the character before them.
        if category == "Cf" or "\ufe00" <= character <= "\ufe0f":
            return None
        return UNPRINTABLE


class Face:
    """One style of one family."""

    def __init__(self, name: str, ascent: float, descent: float, measure: Callable[[str, float], float]) -> None:
        self.name = name
        self.ascent = ascent
        self.descent = descent
        self.printable: dict[int, str | None] = {}
        self._measure = measure
        self._widths: dict[str, float] = {}

    def clean(self, text: str) -> str:
        """`text` in characters of this face, with plain line ends."""
        if "\r" in text:
            text = text.replace("\r\n", "\n")
        return unicodedata.normalize("NFC", text).translate(self.printable)

    def width(self, word: str, size: float) -> float:
        """Width of cleaned text in points."""
        width = self._widths.get(word)
        if width is None:
            if len(word) > _LONG:
                return self._measure(word, 1000.0) / 1000.0 * size
            if len(self._widths) > _REMEMBERED:
                self._widths.clear()
            width = self._widths[word] = self._measure(word, 1000.0) / 1000.0
        return width * size


@cache
def _loaded(key: str) -> Face:
    import fontpkg_pt_sans
    import fontpkg_pt_serif
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    family, file = FILES[key]
    root = fontpkg_pt_sans.ROOT if family == "sans" else fontpkg_pt_serif.ROOT
    name = f"isodesk-{key}"
    font = TTFont(name, str(Path(root) / "files" / file))
    pdfmetrics.registerFont(font)
    face = Face(name, font.face.ascent / 1000, -font.face.descent / 1000, font.stringWidth)
    face.printable = _Printable(font.face.charToGlyph)
    return face


def face(key: str) -> Face:
    """The face for a key of FILES; loaded and registered on first use, from any thread."""
    with _loading:
        return _loaded(key)


@dataclass(frozen=True, slots=True)
class Style:
    """How a text looks. `grey` is never above 0.4, so that a photocopy stays legible."""

    face: str
    size: float
    leading: float
    grey: float = 0.0


BODY: Final = Style("serif", 11, 14.5)
LEAD: Final = Style("serif", 12.5, 17)
SMALL: Final = Style("serif", 9, 11.5)
NOTE: Final = Style("serif-italic", 10, 13)
TITLE: Final = Style("sans-bold", 16, 20)
HEADINGS: Final = (Style("sans-bold", 13.5, 17), Style("sans-bold", 11.5, 15), Style("sans-bold", 10, 13))
CELL: Final = Style("sans", 9, 11)
CELL_TIGHT: Final = Style("sans", 8, 9.6)
CELL_BOLD: Final = Style("sans-bold", 9, 11)
HEAD: Final = Style("sans-bold", 8.5, 10)
LABEL: Final = Style("sans", 8.5, 11, 0.3)
VALUE: Final = Style("sans", 9.5, 12)
FORM: Final = Style("sans", 10, 12.5)
FORM_BOLD: Final = Style("sans-bold", 10, 12.5)
CAPTION: Final = Style("sans", 8, 9.6, 0.25)
LOOK_FOR: Final = Style("sans-italic", 7.5, 9)
FIGURE: Final = Style("sans-bold", 22, 26)
