"""What is read: a question with its help, a document, a clause, each as a card of headed texts and places to go to."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from isodesk.services.library_views import Spot
from isodesk.ui.library.words import place_of
from isodesk.ui.speech import _
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.master_detail import reveal
from isodesk.ui.widgets.spoken import Spoken

_Widget = TypeVar("_Widget", bound=QWidget)
_Item = TypeVar("_Item")
_SELECT: Final = Qt.TextInteractionFlag.TextSelectableByMouse
_PAGE: Final = 0.85
"""The part of what is seen that one step of reading on leaves behind."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A place to go to, and what is said of it."""

    spot: Spot
    text: str = ""
    is_here: bool = False
    """The place is the one that is read: it leads nowhere."""


@dataclass(frozen=True, slots=True)
class Group:
    """Places below a heading; `note` stands where there is no place."""

    heading: str
    entries: tuple[Entry, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class CardContent:
    """Everything a card says, already translated."""

    place: str
    title: str
    facts: str = ""
    parts: tuple[tuple[str, str], ...] = ()
    """(heading, text); an empty text is left out."""
    groups: tuple[Group, ...] = ()


class ReadingCard(Spoken):
    """`spot_picked` carries the place that was clicked."""

    spot_picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: CardContent | None = None
        self._place = label(role="muted", wrap=True)
        self._title = label(role="question", wrap=True)
        self._facts = label(role="muted", wrap=True)
        self._parts: list[_Part] = []
        self._groups: list[_Group] = []
        for words in (self._title, self._facts):
            words.setTextInteractionFlags(_SELECT)
        self._texts = QVBoxLayout()
        self._places = QVBoxLayout()
        for layout in (self._texts, self._places):
            layout.setSpacing(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        for part in (self._place, self._title, self._facts):
            column.addWidget(part)
        column.addSpacing(4)
        column.addLayout(self._texts)
        column.addLayout(self._places)
        column.addStretch(1)

    def minimumSizeHint(self) -> QSize:
        """As high as its words at the width they have: Qt would ask how high they are at the least width."""
        return QSize(super().minimumSizeHint().width(), 0)

    def show_content(self, content: CardContent) -> None:
        """Shows something else; its beginning comes into sight."""
        if content == self._shown:
            return
        self._shown = content
        for words, text in ((self._place, content.place), (self._title, content.title), (self._facts, content.facts)):
            words.setText(text)
            words.setVisible(bool(text))
        parts = [(heading, text) for heading, text in content.parts if text]
        _fill(self._parts, parts, self._make_part, _Part.show_text)
        _fill(self._groups, content.groups, self._make_group, _Group.show_group)
        self._to_top()

    def shown(self) -> CardContent | None:
        """What it says now."""
        return self._shown

    def _make_part(self) -> "_Part":
        part = _Part(self)
        self._texts.addWidget(part)
        return part

    def _make_group(self) -> "_Group":
        group = _Group(self)
        group.picked.connect(self.spot_picked)
        self._places.addWidget(group)
        return group

    def links(self) -> tuple[QPushButton, ...]:
        """The places that can be gone to, in the order of reading."""
        return tuple(link for group in self._groups if not group.isHidden() for link in group.links())

    def focus_first(self) -> bool:
        """Puts the keyboard on the first place; whether there is one."""
        links = self.links()
        if links:
            links[0].setFocus(Qt.FocusReason.TabFocusReason)
        return bool(links)

    def read_on(self) -> bool:
        """Scrolls on by nearly what is seen; whether there was more to see."""
        area = _area_of(self)
        if area is None:
            return False
        bar = area.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + int(area.viewport().height() * _PAGE))
        return bar.value() != before

    def _to_top(self) -> None:
        area = _area_of(self)
        if area is not None:
            area.verticalScrollBar().setValue(0)


class _Part(Spoken):
    """A heading and its text."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._heading = label(role="eyebrow", wrap=True)
        self._text = label(wrap=True)
        self._text.setTextInteractionFlags(_SELECT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._heading)
        column.addWidget(self._text)

    def show_text(self, said: tuple[str, str]) -> None:
        heading, text = said
        self._heading.setText(heading)
        self._text.setText(text)


class _Group(Spoken):
    """A heading, and places with what is said of each."""

    picked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._heading = label(role="eyebrow", wrap=True)
        self._note = label(role="muted", wrap=True)
        self._lines: list[_Line] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(self._heading)
        self._column.addWidget(self._note)

    def show_group(self, group: Group) -> None:
        self._heading.setText(group.heading)
        self._note.setText(group.note)
        self._note.setVisible(bool(group.note))
        _fill(self._lines, group.entries, self._make, _Line.show_entry)

    def _make(self) -> "_Line":
        line = _Line(self)
        line.picked.connect(self.picked)
        self._column.addWidget(line)
        return line

    def links(self) -> list[QPushButton]:
        return [line.link for line in self._lines if not line.isHidden() and not line.link.isHidden()]


class _Line(Spoken):
    """A place as a link, the title of its clause beside it, what is said of it below."""

    picked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._spot: Spot | None = None
        self.link = button("", "link", parent=self)
        self.link.clicked.connect(lambda _checked=False: self.picked.emit(self._spot))
        self.link.installEventFilter(self)
        self._here = label(role="heading")
        self._title = label(role="muted", wrap=True)
        self._text = label(wrap=True)
        self._text.setTextInteractionFlags(_SELECT)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.link, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._here, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._title, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A place that the keyboard comes to is in sight, wherever it came from."""
        if watched is self.link and event.type() == QEvent.Type.FocusIn:
            reveal(self.link)
        return super().eventFilter(watched, event)

    def show_entry(self, entry: Entry) -> None:
        self._spot = entry.spot
        words = place_of(entry.spot)
        self.link.setText(words)
        self.link.setVisible(not entry.is_here)
        self.link.setAccessibleName(_("Go to {place}: {title}").format(place=words, title=entry.spot.title))
        self._here.setText(words)
        self._here.setVisible(entry.is_here)
        self._title.setText(entry.spot.title)
        self._text.setText(entry.text)
        self._text.setVisible(bool(entry.text))


def _fill(
    held: list[_Widget], wanted: Sequence[_Item], make: Callable[[], _Widget], show: Callable[[_Widget, _Item], object]
) -> None:
    """As many widgets as there are items: walking through a hundred questions makes no new ones."""
    while len(held) < len(wanted):
        held.append(make())
    for place, widget in enumerate(held):
        widget.setVisible(place < len(wanted))
        if place < len(wanted):
            show(widget, wanted[place])


def _area_of(widget: QWidget) -> QScrollArea | None:
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    return above
