"""Pages of a finished PDF as pictures and as text. pdfium works on one thread at a time, so everything here waits its turn."""

import re
import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from PySide6.QtGui import QImage

Report = Callable[[int, int], None]
Box = tuple[float, float, float, float]
"""Left, top, right, bottom in points, measured from the upper left corner of the page."""

_WHITE: Final = 0xFFFFFFFF
_turn: Final = threading.RLock()
"""Re-entrant, because a document may be let go in the middle of another one's turn."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a searched text stands: one box for each line it runs over."""

    page: int
    boxes: tuple[Box, ...]


class PdfPages:
    """One document in memory. Safe to use from several threads; it lives as long as somebody holds it."""

    def __init__(self, content: bytes) -> None:
        import pypdfium2

        self.content = content
        with _turn:
            self._document: Any = pypdfium2.PdfDocument(content)
            self.sizes: tuple[tuple[float, float], ...] = tuple(
                self._document.get_page_size(index) for index in range(len(self._document))
            )
        self._texts: dict[int, str] = {}

    def __del__(self) -> None:
        with _turn:
            self._document.close()

    def __len__(self) -> int:
        return len(self.sizes)

    def picture(self, page: int, scale: float) -> QImage:
        """A page at `scale` pixels to the point."""
        width, height = self.sizes[page]
        across, down = max(1, round(width * scale)), max(1, round(height * scale))
        return self.strip(page, across, down, 0, down)

    def strip(self, page: int, width: int, height: int, top: int, bottom: int) -> QImage:
        """Rows from `top` to `bottom` of a page that is `width` by `height` pixels: a page for a fine printer does not
        fit into memory at once."""
        import pypdfium2
        from pypdfium2 import raw

        with _turn:
            sheet = self._document[page]
            bitmap = pypdfium2.PdfBitmap.new_native(width, bottom - top, raw.FPDFBitmap_BGRx)
            try:
                raw.FPDFBitmap_FillRect(bitmap, 0, 0, width, bottom - top, _WHITE)
                raw.FPDF_RenderPageBitmap(bitmap, sheet, 0, -top, width, height, 0, raw.FPDF_ANNOT)
                shown = QImage(bytes(bitmap.buffer), width, bottom - top, bitmap.stride, QImage.Format.Format_RGB32)
                return shown.copy()
            finally:
                bitmap.close()
                sheet.close()

    def text(self, page: int) -> str:
        """The characters of a page in the order in which they stand, one for each character of the PDF."""
        if page not in self._texts:
            with _turn:
                sheet = self._document[page]
                words = sheet.get_textpage()
                self._texts[page] = _characters(words)
                words.close()
                sheet.close()
        return self._texts[page]

    def find(self, text: str, report: Report | None = None) -> tuple[Hit, ...]:
        """Every place of `text`, whatever the case, ё as е, over the ends of lines. `report` may raise to stop."""
        pattern = _pattern(text)
        if pattern is None:
            return ()
        hits: list[Hit] = []
        for page in range(len(self)):
            if report is not None:
                report(page, len(self))
            spans = [match.span() for match in pattern.finditer(_folded(self.text(page)))]
            if spans:
                hits += self._hits(page, spans)
        return tuple(hits)

    def _hits(self, page: int, spans: list[tuple[int, int]]) -> list[Hit]:
        height = self.sizes[page][1]
        found = []
        with _turn:
            sheet = self._document[page]
            words = sheet.get_textpage()
            for start, end in spans:
                boxes = [words.get_rect(index) for index in range(words.count_rects(start, end - start))]
                turned = ((left, height - top, right, height - bottom) for left, bottom, right, top in boxes)
                found.append(Hit(page, tuple(turned)))
            words.close()
            sheet.close()
        return found


def _characters(words: Any) -> str:
    from pypdfium2 import raw

    codes = (raw.FPDFText_GetUnicode(words, index) for index in range(words.count_chars()))
    return "".join(chr(code) if 0 < code < 0x110000 else " " for code in codes)


@cache
def _fold_one(character: str) -> str:
    """One for one, so that places stay what they are."""
    folded = character.casefold().replace("ё", "е")
    return folded if len(folded) == 1 else character


def _folded(text: str) -> str:
    return "".join(map(_fold_one, text))


def _pattern(text: str) -> re.Pattern[str] | None:
    words = _folded(text).split()
    return re.compile(r"\s+".join(re.escape(word) for word in words)) if words else None
