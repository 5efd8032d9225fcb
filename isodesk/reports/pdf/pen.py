"""Draws on a reportlab canvas in points from the top left corner, with the few strokes that our documents need."""

from collections.abc import Callable, Sequence
from typing import Any, Literal

from isodesk.reports.blocks import Align
from isodesk.reports.pdf.fonts import Style, face

Stroke = tuple[float, float, float, float]
HatchKind = Literal["solid", "slash", "cross", "dots", "tint", "none"]

HAIR = 0.5


class Pen:
    """One canvas, one page at a time."""

    def __init__(self, canvas: Any) -> None:
        self.canvas = canvas
        self._height = 0.0
        self._grey = 0.0
        self._thick = 0.0
        self._bookmarks = 0
        self._level = -1

    def start_page(self, width: float, height: float) -> None:
        """Begins a page; the canvas forgets its colours between pages."""
        self.canvas.setPageSize((width, height))
        self._height = height
        self._grey = 0.0
        self._thick = 1.0

    def lines(self, lines: Sequence[str], style: Style, x: float, top: float) -> float:
        """Wrapped lines, flush left; returns the height they took."""
        if not lines:
            return 0.0
        look = face(style.face)
        self._ink(style.grey)
        text = self.canvas.beginText(x, self._baseline(top, style))
        text.setFont(look.name, style.size, style.leading)
        for line in lines:
            text.textLine(line)
        self.canvas.drawText(text)
        return len(lines) * style.leading

    def aligned(self, lines: Sequence[str], style: Style, box: tuple[float, float, float], align: Align) -> float:
        """Wrapped lines within (x, top, width)."""
        x, top, width = box
        if align == "left":
            return self.lines(lines, style, x, top)
        look = face(style.face)
        part = 0.5 if align == "center" else 1.0
        for line in lines:
            self.lines((line,), style, x + (width - look.width(line, style.size)) * part, top)
            top += style.leading
        return len(lines) * style.leading

    def turned(self, line: str, style: Style, x: float, bottom: float) -> None:
        """One line written upwards, its left edge at `x`, its beginning at `bottom`."""
        self.canvas.saveState()
        self.canvas.translate(x, self._height - bottom)
        self.canvas.rotate(90)
        look = face(style.face)
        text = self.canvas.beginText(0, -self._drop(style))
        text.setFont(look.name, style.size, style.leading)
        text.textLine(line)
        self.canvas.drawText(text)
        self.canvas.restoreState()

    def rules(self, strokes: Sequence[Stroke], thick: float = HAIR, grey: float = 0.0) -> None:
        """Straight lines (x1, top1, x2, top2) in one go."""
        self._line(thick)
        height = self._height
        if grey:
            self.canvas.setStrokeGray(grey)
        self.canvas.lines([(x1, height - y1, x2, height - y2) for x1, y1, x2, y2 in strokes])
        if grey:
            self.canvas.setStrokeGray(0)

    def dashed(self, stroke: Stroke, thick: float = 1.0) -> None:
        """A line of dashes, for today and for what is only a guide."""
        self.canvas.saveState()
        self.canvas.setDash(3, 2)
        self.rules((stroke,), thick)
        self.canvas.restoreState()
        self._thick = 0.0

    def box(self, x: float, top: float, width: float, height: float, thick: float = HAIR) -> None:
        """An outline."""
        self._line(thick)
        self.canvas.rect(x, self._height - top - height, width, height, stroke=1, fill=0)

    def circle(self, x: float, y: float, radius: float, thick: float = 1.1) -> None:
        """A ring around a letter."""
        self._line(thick)
        self.canvas.circle(x, self._height - y, radius, stroke=1, fill=0)

    def polygon(self, points: Sequence[tuple[float, float]]) -> None:
        """A filled shape: the diamond of a milestone, the arrow of today."""
        self._ink(0.0)
        self.canvas.drawPath(self._path(points), stroke=0, fill=1)

    def hatch(self, area: Stroke, kind: HatchKind, thick: float = HAIR) -> None:
        """An area (x, top, width, height) filled by pattern, because colour dies in a copier."""
        x, top, width, height = area
        if width <= 0 or height <= 0 or kind == "none":
            return
        if kind in ("solid", "tint"):
            self._ink(0.2 if kind == "solid" else 0.92)
            self.canvas.rect(x, self._height - top - height, width, height, stroke=0, fill=1)
            return
        self.canvas.saveState()
        corners = ((x, top), (x + width, top), (x + width, top + height), (x, top + height))
        self.canvas.clipPath(self._path(corners), stroke=0, fill=0)
        step = 5.0 if kind == "dots" else 3.0
        count = int((width + height) / step) + 2
        strokes = [(x + i * step - height, top + height, x + i * step, top) for i in range(count)]
        if kind == "cross":
            strokes += [(x + i * step - height, top, x + i * step, top + height) for i in range(count)]
        if kind == "dots":
            self.canvas.setDash(0.8, 4)
        self.rules(strokes, thick)
        self.canvas.restoreState()
        self._thick = 0.0

    def clear(self, area: Stroke) -> None:
        """White paper again, under words that stand on a hatched area."""
        x, top, width, height = area
        self._ink(1.0)
        self.canvas.rect(x, self._height - top - height, width, height, stroke=0, fill=1)

    def image(self, picture: Any, area: Stroke) -> None:
        """A picture read by `photos.opened`, stretched over (x, top, width, height)."""
        x, top, width, height = area
        self.canvas.drawImage(picture, x, self._height - top - height, width, height, mask="auto")

    def bookmark(self, text: str, level: int) -> None:
        """An entry of the outline; a level that skips one is lifted, since viewers refuse gaps."""
        self._level = min(max(level, 0), self._level + 1)
        key = f"mark-{self._bookmarks}"
        self._bookmarks += 1
        self.canvas.bookmarkPage(key)
        self.canvas.addOutlineEntry(
            face("sans").clean(text).replace("\n", " "), key, self._level, closed=self._level > 0
        )

    def _baseline(self, top: float, style: Style) -> float:
        return self._height - top - self._drop(style)

    def _drop(self, style: Style) -> float:
        look = face(style.face)
        return (style.leading - (look.ascent + look.descent) * style.size) / 2 + look.ascent * style.size

    def _ink(self, grey: float) -> None:
        if grey != self._grey:
            self.canvas.setFillGray(grey)
            self._grey = grey

    def _line(self, thick: float) -> None:
        if thick != self._thick:
            self.canvas.setLineWidth(thick)
            self._thick = thick

    def _path(self, points: Sequence[tuple[float, float]]) -> Any:
        path = self.canvas.beginPath()
        move: Callable[[float, float], None] = path.moveTo
        for x, y in points:
            move(x, self._height - y)
            move = path.lineTo
        path.close()
        return path
