"""Sheets of paper below one another, as sharp as the screen: the view asks for pictures, somebody else draws them."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScrollBar, QWidget

from isodesk.ui import theme
from isodesk.ui.pdf_pages import Hit
from isodesk.ui.speech import _
from isodesk.ui.widgets.sheets import AIR, Sheets

STEPS: Final = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
_LINE: Final = 48
_KEPT: Final = 6
"""Pictures of so many pages before and after those in sight are kept."""
_POINTS_AN_INCH: Final = 72


class PaperView(QAbstractScrollArea):
    """`missing()` names the page that needs a picture most; `wanted` tells that there may be one."""

    page_changed = Signal(int)
    zoomed = Signal(float)
    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheets = Sheets()
        self._pictures: dict[int, tuple[float, QImage]] = {}
        self._hits: tuple[Hit, ...] = ()
        self._hit = -1
        self._fits = True
        self._factor = 1.0
        self._page = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._moved())
        self.horizontalScrollBar().valueChanged.connect(lambda _value: self.viewport().update())

    def set_sizes(self, sizes: Sequence[tuple[float, float]]) -> None:
        """Another document, by the sizes of its pages in points; the number of the page in sight is kept."""
        page = self._page
        self._sheets = Sheets(sizes)
        self._pictures.clear()
        self.set_hits((), -1)
        self._arrange()
        self.go_to(min(page, max(0, len(sizes) - 1)))
        self._moved()

    def page(self) -> int:
        """The page in sight, from 0."""
        return self._page

    def pages(self) -> int:
        """How many there are."""
        return len(self._sheets)

    def factor(self) -> float:
        """1.0 is the size of the paper."""
        return self._factor

    def fits(self) -> bool:
        """Whether the widest page fills the width."""
        return self._fits

    def go_to(self, page: int) -> None:
        """Brings the top of a page into sight."""
        if 0 <= page < len(self._sheets.places):
            self.verticalScrollBar().setValue(round(self._sheets.places[page].top()) - AIR)

    def fit_width(self) -> None:
        """As wide as there is room, from now on."""
        self._fits = True
        self._rescale()

    def zoom_to(self, factor: float) -> None:
        """Keeps what is in the middle of the view there."""
        self._fits = False
        self._factor = max(STEPS[0], min(STEPS[-1], factor))
        self._rescale()

    def zoom_by(self, step: int) -> None:
        """To the next size larger (1) or smaller (-1)."""
        self.zoom_to(_next_size(self._factor, step))

    def set_hits(self, hits: Sequence[Hit], current: int) -> None:
        """Marks what was found, and brings the current one into sight."""
        self._hits = tuple(hits)
        self._hit = current
        if 0 <= current < len(self._hits) and self._hits[current].boxes:
            hit = self._hits[current]
            box = self._sheets.box(hit.page, hit.boxes[0])
            _bring(self.verticalScrollBar(), box.top(), self.viewport().height())
            _bring(self.horizontalScrollBar(), box.left(), self.viewport().width())
        self.viewport().update()

    def missing(self) -> tuple[int, float] | None:
        """(page, pixels to the point) of the picture that is needed most: in sight first, the next page after."""
        seen = self._in_sight()
        scale = self._sheets.scale * self.devicePixelRatioF()
        for page in (*seen, *(seen[-1:] and [seen[-1] + 1])):
            if page < len(self._sheets) and self._pictures.get(page, (0.0, None))[0] != scale:
                return page, scale
        return None

    def put(self, page: int, scale: float, picture: QImage) -> None:
        """A picture that `missing` asked for."""
        seen = self._in_sight()
        self._pictures[page] = (scale, picture)
        if seen:
            for far in [key for key in self._pictures if not seen[0] - _KEPT <= key <= seen[-1] + _KEPT]:
                del self._pictures[far]
        self.viewport().update()

    def _rescale(self) -> None:
        bar = self.verticalScrollBar()
        middle = bar.value() + self.viewport().height() / 2
        page = self._sheets.at(middle)
        share = 0.0
        if self._sheets.places:
            share = (middle - self._sheets.places[page].top()) / self._sheets.places[page].height()
        self._arrange()
        if self._sheets.places:
            place = self._sheets.places[page]
            bar.setValue(round(place.top() + share * place.height() - self.viewport().height() / 2))
        across = self.horizontalScrollBar()
        across.setValue(across.maximum() // 2)
        self._moved()

    def _arrange(self) -> None:
        room, sheets = self.viewport().size(), self._sheets
        one = self.logicalDpiX() / _POINTS_AN_INCH
        if self._fits and len(sheets):
            self._factor = max(0.1, (room.width() - 2 * AIR) / (sheets.widest * one))
        sheets.arrange(self._factor * one, room.width())
        for bar, whole, seen in (
            (self.verticalScrollBar(), sheets.height, room.height()),
            (self.horizontalScrollBar(), sheets.width, room.width()),
        ):
            bar.setRange(0, max(0, whole - seen))
            bar.setPageStep(seen)
            bar.setSingleStep(_LINE)
        self.zoomed.emit(self._factor)

    def _in_sight(self) -> list[int]:
        top = self.verticalScrollBar().value()
        return self._sheets.between(top, top + self.viewport().height())

    def _moved(self) -> None:
        bar, sheets = self.verticalScrollBar(), self._sheets
        page = sheets.at(bar.value() + self.viewport().height() / 3)
        if len(sheets) and bar.value() == bar.maximum() > 0:
            page = len(sheets) - 1
        self._page = page
        words = _("Page {page} of {pages}").format(page=page + 1, pages=len(sheets)) if len(sheets) else ""
        self.setAccessibleDescription(words)
        self.page_changed.emit(page)
        self.viewport().update()
        self.wanted.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """White sheets in both themes: it is paper."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), theme.colour("sunken"))
        painter.save()
        painter.translate(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for page in self._in_sight():
            place = self._sheets.places[page]
            picture = self._pictures.get(page)
            if picture is None:
                painter.fillRect(place, Qt.GlobalColor.white)
            else:
                painter.drawImage(place, picture[1])
            self._paint_hits(painter, page)
            painter.setPen(QPen(theme.colour("border"), 1))
            painter.drawRect(place.adjusted(-0.5, -0.5, 0.5, 0.5))
        painter.restore()
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _paint_hits(self, painter: QPainter, page: int) -> None:
        for number, hit in enumerate(self._hits):
            if hit.page == page:
                ink = QColor(theme.load("light").colour("accent" if number == self._hit else "partly"))
                ink.setAlphaF(0.45 if number == self._hit else 0.25)
                for box in hit.boxes:
                    painter.fillRect(self._sheets.box(page, box), ink)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width is another size where the pages fill it."""
        super().resizeEvent(event)
        self._rescale()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the wheel zooms."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page Up and Page Down turn pages, Home and End go to the first and the last."""
        targets = {
            Qt.Key.Key_PageDown: self._page + 1,
            Qt.Key.Key_Space: self._page + 1,
            Qt.Key.Key_PageUp: self._page - 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(self._sheets) - 1,
        }
        target = targets.get(Qt.Key(event.key()))
        if target is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        else:
            self.go_to(target)


def _next_size(factor: float, step: int) -> float:
    if step > 0:
        return next((size for size in STEPS if size > factor + 0.01), factor)
    return next((size for size in reversed(STEPS) if size < factor - 0.01), factor)


def _bring(bar: QScrollBar, place: float, room: int) -> None:
    if not bar.value() + _LINE < place < bar.value() + room - 2 * _LINE:
        bar.setValue(round(place) - room // 3)
