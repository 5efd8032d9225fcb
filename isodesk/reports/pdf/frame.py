"""What stands on every page: the head box, the fields that let loose sheets be sorted, the legend, the foot."""

from dataclasses import dataclass
from typing import Final

from isodesk.i18n import Speech
from isodesk.reports.document import Document, Orientation
from isodesk.reports.pdf.fonts import CAPTION, Style
from isodesk.reports.pdf.lines import shorten, text_width, wrap
from isodesk.reports.pdf.pen import Pen
from isodesk.reports.pdf.photos import Picture, opened
from isodesk.reports.pdf.pieces import MM

LONG: Final = 297 * MM
SHORT: Final = 210 * MM
LEFT: Final = 20 * MM
RIGHT: Final = 10 * MM
TOP: Final = 20 * MM
BOTTOM: Final = 20 * MM

_PAGE_CELL: Final = 28 * MM
_LOGO: Final = (20 * MM, 10 * MM)
_LEAST_HEAD: Final = 12.5 * MM
_LINE_HEIGHT: Final = 5 * MM
_BLANK: Final = 34 * MM
_ORGANISATION: Final = Style("sans", 8.5, 10.5)
_SYSTEM: Final = Style("sans", 8, 10)
_TITLE: Final = Style("sans-bold", 10.5, 13)
_PAGE: Final = Style("sans", 9, 11)
_SMALL: Final = Style("sans", 8, 10)
_SMALL_BOLD: Final = Style("sans-bold", 8, 10)
_SAMPLE: Final = Style("sans-bold", 10, 12)


@dataclass(frozen=True, slots=True)
class _Field:
    left: float
    row: int
    label: str
    value: str


class Frame:
    """The same frame for all pages of one orientation; `room` is what it leaves for the text."""

    def __init__(self, document: Document, orientation: Orientation, words: Speech) -> None:
        self.page_width, self.page_height = (LONG, SHORT) if orientation == "landscape" else (SHORT, LONG)
        self.width = self.page_width - LEFT - RIGHT
        self._document = document
        self._words = words
        self._side = self.width * 0.33
        self._middle = self.width - self._side - _PAGE_CELL
        self._logo: Picture | None = opened(document.logo, *_LOGO) if document.logo else None
        logo_width = self._logo.fitted(*_LOGO)[0] + 2 * MM if self._logo else 0.0
        self._organisation_left = logo_width
        self._organisation = wrap(document.organisation, _ORGANISATION, self._side - 4 * MM - logo_width, limit=4)
        self._system = wrap(document.system_name, _SYSTEM, self._middle - 4 * MM, limit=2)
        self._title = wrap(document.title, _TITLE, self._middle - 4 * MM, limit=3)
        middle = len(self._system) * _SYSTEM.leading + len(self._title) * _TITLE.leading
        self._box = max(_LEAST_HEAD, middle + 3 * MM, len(self._organisation) * _ORGANISATION.leading + 3 * MM)
        self._codes = _codes(document, words)
        self._fields, field_rows = _fields(document.page_fields, self.width)
        self._legend = wrap(document.legend, CAPTION, self.width, limit=3)
        self._fields_top = TOP + self._box + (_LINE_HEIGHT if any(self._codes) else 0.0) + 1.5 * MM
        self._legend_top = self._fields_top + field_rows * _LINE_HEIGHT * 1.2
        self.top = self._legend_top + len(self._legend) * CAPTION.leading + (1.8 * MM if self._legend else 1.5 * MM)
        self.height = self.page_height - BOTTOM - self.top

    def draw(self, pen: Pen, page: int, pages: int) -> None:
        """Everything but the body of page `page`."""
        self._draw_box(pen, self._words("Page {page} of {pages}").format(page=page, pages=pages))
        for field in self._fields:
            self._draw_field(pen, field)
        pen.lines(self._legend, CAPTION, LEFT, self._legend_top)
        self._draw_foot(pen)
        if self._document.sample:
            self._draw_sample(pen)

    def _draw_box(self, pen: Pen, page: str) -> None:
        pen.box(LEFT, TOP, self.width, self._box, 0.8)
        first, second = LEFT + self._side, LEFT + self._side + self._middle
        bottom = TOP + self._box
        pen.rules(((first, TOP, first, bottom), (second, TOP, second, bottom)))
        if self._logo:
            wide, high = self._logo.fitted(*_LOGO)
            pen.image(self._logo.reader, (LEFT + 2 * MM, TOP + (self._box - high) / 2, wide, high))
        at = TOP + (self._box - len(self._organisation) * _ORGANISATION.leading) / 2
        pen.lines(self._organisation, _ORGANISATION, LEFT + 2 * MM + self._organisation_left, at)
        tall = len(self._system) * _SYSTEM.leading + len(self._title) * _TITLE.leading
        at = TOP + (self._box - tall) / 2
        at += pen.aligned(self._system, _SYSTEM, (first, at, self._middle), "center")
        pen.aligned(self._title, _TITLE, (first, at, self._middle), "center")
        pen.aligned((page,), _PAGE, (second, TOP + (self._box - _PAGE.leading) / 2, _PAGE_CELL), "center")
        if any(self._codes):
            self._draw_codes(pen, bottom)

    def _draw_codes(self, pen: Pen, top: float) -> None:
        pen.box(LEFT, top, self.width, _LINE_HEIGHT, 0.8)
        left = LEFT
        for index, (code, width) in enumerate(zip(self._codes, (self._side, self._middle, _PAGE_CELL), strict=True)):
            line = shorten(code, _SMALL, width - 4 * MM)
            box = (left + 2 * MM, top + 0.7 * MM, width - 4 * MM)
            pen.aligned((line,), _SMALL, box, "left" if index == 0 else "center")
            left += width
            if index < 2:
                pen.rules(((left, top, left, top + _LINE_HEIGHT),))

    def _draw_field(self, pen: Pen, field: _Field) -> None:
        x, top = LEFT + field.left, self._fields_top + field.row * _LINE_HEIGHT * 1.2
        pen.lines((field.label,), _SMALL, x, top + 0.8 * MM)
        x += text_width(field.label, _SMALL) + 1.2 * MM
        if field.value:
            pen.lines((field.value,), _SMALL_BOLD, x, top + 0.8 * MM)
        else:
            pen.rules(((x, top + 5 * MM, x + _BLANK, top + 5 * MM),))

    def _draw_foot(self, pen: Pen) -> None:
        top = self.page_height - BOTTOM + 5 * MM
        pen.rules(((LEFT, top, LEFT + self.width, top),), 0.25, grey=0.3)
        third = self.width / 3
        pen.lines((shorten(self._document.form, _SMALL, third - 2 * MM),), _SMALL, LEFT, top + 1 * MM)
        stamp = shorten(self._document.stamp, _SMALL, third)
        pen.aligned((stamp,), _SMALL, (LEFT + third, top + 1 * MM, third), "center")
        right = LEFT + self.width
        for label in reversed(self._document.foot_fields):
            line = shorten(label, _SMALL, third / 2)
            right -= 18 * MM
            pen.rules(((right, top + 5 * MM, right + 18 * MM, top + 5 * MM),))
            right -= text_width(line, _SMALL) + 1.2 * MM
            pen.lines((line,), _SMALL, right, top + 1.5 * MM)
            right -= 3 * MM

    def _draw_sample(self, pen: Pen) -> None:
        """In the upper margin, where no text can lie beneath it."""
        word = self._words("SAMPLE")
        wide = text_width(word, _SAMPLE) + 6 * MM
        left, top = self.page_width - RIGHT - wide, 9 * MM
        pen.box(left, top, wide, 7 * MM, 1.2)
        pen.aligned((word,), _SAMPLE, (left, top + 1.4 * MM, wide), "center")


def _codes(document: Document, words: Speech) -> tuple[str, str, str]:
    number = words("No. {number}").format(number=document.number) if document.number else ""
    return document.form, number, words.date(document.date)


def _fields(pairs: tuple[tuple[str, str], ...], width: float) -> tuple[list[_Field], int]:
    """Labels and values side by side, going on to a second and at most a fourth row."""
    fields: list[_Field] = []
    left, row = 0.0, 0
    for name, text in pairs:
        label = shorten(f"{name}:", _SMALL, width * 0.4)
        value = shorten(text, _SMALL_BOLD, width * 0.55)
        wide = text_width(label, _SMALL) + 1.2 * MM + (text_width(value, _SMALL_BOLD) if value else _BLANK)
        if left and left + wide > width:
            left, row = 0.0, row + 1
        if row > 3:
            break
        fields.append(_Field(left, row, label, value))
        left += wide + 5 * MM
    return fields, min(row, 3) + 1 if fields else 0
