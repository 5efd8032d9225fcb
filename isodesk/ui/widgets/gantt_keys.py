"""The keyboard on the timeline: everything that the mouse can do (ux.md U36)."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter

from isodesk.i18n import N_
from isodesk.ui.speech import _
from isodesk.ui.widgets import gantt_ghost, single_keys
from isodesk.ui.widgets.gantt_body import Part
from isodesk.ui.widgets.gantt_drag import stepped
from isodesk.ui.widgets.gantt_links import Link
from isodesk.ui.widgets.gantt_surface import GanttSurface

_NONE, _CTRL, _SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
_WEEK: Final = 5
STEPS: Final = {
    (Qt.Key.Key_Left.value, _CTRL): (Part.BODY, -1),
    (Qt.Key.Key_Right.value, _CTRL): (Part.BODY, 1),
    (Qt.Key.Key_PageUp.value, _CTRL): (Part.BODY, -_WEEK),
    (Qt.Key.Key_PageDown.value, _CTRL): (Part.BODY, _WEEK),
    (Qt.Key.Key_Left.value, _CTRL | _SHIFT): (Part.DUE, -1),
    (Qt.Key.Key_Right.value, _CTRL | _SHIFT): (Part.DUE, 1),
    (Qt.Key.Key_Left.value, _SHIFT): (Part.START, -1),
    (Qt.Key.Key_Right.value, _SHIFT): (Part.START, 1),
}
"""Keys that change dates: which part of the bar, and by how many working days."""
HELP: Final = (
    ("Ctrl+← →", N_("move the bar by a day")),
    ("Ctrl+PgUp PgDn", N_("move the bar by a week")),
    ("Ctrl+Shift+← →", N_("due date by a day")),
    ("Shift+← →", N_("start by a day")),
    ("L", N_("link to another bar")),
    ("K", N_("choose a link, Del removes it")),
    ("T", N_("go to today")),
    ("+ −", N_("zoom")),
)
"""For the lists of keys: what works while the timeline has the keyboard."""


class KeyHand(QObject):
    """`placed` and `joined` as of the mouse; `removed` carries a link, `told` words for a screen reader."""

    placed = Signal(int, object, object)
    joined = Signal(int, int)
    removed = Signal(object)
    told = Signal(str)

    def __init__(self, surface: GanttSurface) -> None:
        super().__init__(surface)
        self.editable = False
        self.single_keys = True
        self._surface = surface
        self._source = self._target = -1
        self._letters: dict[str, Callable[[], None]] = {
            "T": self.go_to_today,
            "L": lambda: self.begin_link(self._surface.current()),
            "K": self._choose_next,
            "Del": self._remove,
        }
        self._rows: dict[int, Callable[[int], int]] = {
            Qt.Key.Key_Up.value: lambda row: row - 1,
            Qt.Key.Key_Down.value: lambda row: row + 1,
            Qt.Key.Key_PageUp.value: lambda row: row - self._page(),
            Qt.Key.Key_PageDown.value: lambda row: row + self._page(),
            Qt.Key.Key_Home.value: lambda _row: 0,
            Qt.Key.Key_End.value: lambda _row: len(self._surface.body.lines) - 1,
        }

    @property
    def linking(self) -> bool:
        """Whether the other end of a link is being looked for."""
        return self._source >= 0

    def press(self, event: QKeyEvent) -> bool:
        """Does what the key means; False where it means nothing here."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held == _NONE and event.key() in self._rows:
            self._go(self._rows[event.key()])
            return True
        if self.linking:
            return self._end_of_link(event)
        meant = STEPS.get((event.key(), held))
        if meant is not None:
            self.step(*meant)
            return True
        return self._plain(event)

    def _plain(self, event: QKeyEvent) -> bool:
        steps = {"+": 1, "=": 1, "-": -1}.get(event.text())
        if steps is not None:
            self._surface.zoom_by(steps)
            return True
        name = single_keys.command(event)
        if name in self._letters and (self.single_keys or name == "Del"):
            self._letters[name]()
            return True
        return False

    def begin_link(self, row: int) -> None:
        """From now on up and down choose the task that shall wait for the one in `row`."""
        item = self._surface.body.task(row)
        if item is None or not self.editable:
            return
        self._source = self._target = row
        self._surface.viewport().update()
        self.told.emit(_("Choose the task that waits for {task}; Enter links, Esc leaves.").format(task=item.label))

    def link_to(self, row: int) -> None:
        """Ends the search for the other end of a link at a row."""
        source = self._source
        self.cancel()
        if source >= 0 and row != source and self._surface.body.task(row) is not None:
            self.joined.emit(source, row)

    def cancel(self) -> bool:
        """Leaves the search for the other end; whether there was one."""
        was = self.linking
        self._source = self._target = -1
        if was:
            self._surface.viewport().update()
        return was

    def go_to_today(self) -> None:
        """Today into the middle, or the end of the plan that is nearest to it."""
        axis, day = self._surface.axis(), self._surface.body.chart.today
        if axis is not None and day is not None:
            self._surface.show_day(min(max(day, axis.first), axis.last), centre=True)

    def paint(self, painter: QPainter, seen: QRect) -> None:
        """The link that Enter would make."""
        body = self._surface.body
        if not self.linking or body.axis is None:
            return
        item = body.task(self._target)
        end = body.handle(self._source) or QPointF()
        words = _("Choose the task that waits; Enter links, Esc leaves")
        if item is not None and self._target != self._source:
            end = QPointF(body.axis.extent(item)[0], body.middle(self._target))
            first = body.task(self._source)
            ends = (gantt_ghost.in_short(bar.label if bar else "") for bar in (item, first))
            words = _("{successor} waits for {predecessor}").format(
                **dict(zip(("successor", "predecessor"), ends, strict=True))
            )
        gantt_ghost.rubber(painter, body, (self._source, self._target), end, words, seen)

    def _page(self) -> int:
        return max(1, self._surface.viewport().height() // self._surface.body.row - 1)

    def _go(self, where: Callable[[int], int]) -> None:
        count = len(self._surface.body.lines)
        if not count:
            return
        if not self.linking:
            self._surface.go_to_row(max(0, min(count - 1, where(self._surface.current()))))
            return
        row = max(0, min(count - 1, where(self._target)))
        step = 1 if row >= self._target else -1
        while 0 <= row < count and self._surface.body.task(row) is None:
            row += step
        if 0 <= row < count:
            self._aim(row)

    def _aim(self, row: int) -> None:
        self._target = row
        item = self._surface.body.task(row)
        self._surface.show_line(row)
        axis, bar = self._surface.axis(), self._surface.horizontalScrollBar()
        if axis is not None and item is not None:
            left, right = axis.extent(item)
            if right < bar.value() or left > bar.value() + self._surface.viewport().width():
                self._surface.show_day(item.start)
        self._surface.viewport().update()
        if item is not None:
            self.told.emit(item.label)

    def _end_of_link(self, event: QKeyEvent) -> bool:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.link_to(self._target)
        elif event.key() == Qt.Key.Key_Escape:
            self.cancel()
        return True

    def step(self, part: Part, steps: int) -> None:
        """Moves the current bar, its start or its due date by working days."""
        row = self._surface.current()
        item = self._surface.body.task(row)
        if item is None or not self.editable:
            return
        start, due = stepped(item, Part.BODY if item.milestone else part, steps, self._surface.body.is_off)
        if (start, due) != (item.start, item.due):
            self.placed.emit(row, start, due)

    def _choose_next(self) -> None:
        body = self._surface.body
        links = body.links.of(self._surface.current())
        if not links:
            self.told.emit(_("This bar has no links."))
            return
        place = links.index(body.chosen) + 1 if body.chosen in links else 0
        self.choose(links[place % len(links)])

    def choose(self, link: Link | None) -> None:
        """Marks a link, which Del would remove."""
        self._surface.body.chosen = link
        self._surface.viewport().update()
        if link is not None:
            self.told.emit(link_in_words(self._surface, link))

    def _remove(self) -> None:
        chosen = self._surface.body.chosen
        if chosen is not None and self.editable:
            self.removed.emit(chosen)


def link_in_words(surface: GanttSurface, link: Link) -> str:
    """Both ends of a dependency."""
    first, then = surface.body.line(link.before), surface.body.line(link.after)
    if first is None or then is None:
        return ""
    return _("{successor} waits for {predecessor}").format(successor=then.label, predecessor=first.label)
