"""The head of a page: what this is, the one thing to do, what is still missing."""

from collections.abc import Hashable, Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from isodesk.ui import icons
from isodesk.ui.speech import _
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.flow import Flow
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.ready_button import ReadyButton
from isodesk.ui.widgets.spoken import Spoken


class PageHead(Spoken):
    """`missing_picked` carries the key of the missing item that was clicked."""

    missing_picked = Signal(object)
    ready_toggled = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = label(role="title", wrap=True)
        self._instruction = label(role="muted", wrap=True)
        self.ready = ReadyButton(self)
        self.ready.hide()
        self.ready.ready_toggled.connect(self.ready_toggled)
        self.extra = QHBoxLayout()
        self.extra.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._title)
        words.addWidget(self._instruction)
        words.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addLayout(words, 1)
        top.addLayout(self.extra)
        top.addWidget(self.ready, 0, Qt.AlignmentFlag.AlignTop)
        self._strip = QWidget(self)
        self._flow = Flow(self._strip, 12, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self._strip)
        self._missing: tuple[tuple[Hashable, str], ...] = ()
        self._strip.hide()

    def set_words(self, title: str, instruction: str) -> None:
        """Already translated."""
        self._title.setText(title)
        self._instruction.setText(instruction)
        self._instruction.setVisible(bool(instruction))

    def set_missing(self, items: Iterable[tuple[Hashable, str]]) -> None:
        """What stands between this page and "ready"; each is a link to its field."""
        fresh = tuple(items)
        if fresh != self._missing:
            self._missing = fresh
            self._fill()

    def set_ready(self, ready: bool | None) -> None:
        """Shows the mark; None hides it, for a page that has nothing to finish."""
        self.ready.set_ready(ready)

    def _fill(self) -> None:
        self._flow.clear()
        if self._missing:
            lead = QWidget(self._strip)
            row = QHBoxLayout(lead)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(6)
            sign = label()
            icons.put(sign, "state-empty", "muted", 16)
            row.addWidget(sign)
            row.addWidget(label(_("Still missing:"), "muted"))
            self._flow.addWidget(lead)
        last = self.extra.itemAt(self.extra.count() - 1)
        before: QWidget = (last.widget() if last is not None else None) or self.ready
        for key, text in self._missing:
            link = button(text, "link")
            link.clicked.connect(lambda _checked=False, key=key: self.missing_picked.emit(key))
            self._flow.addWidget(link)
            self.setTabOrder(before, link)
            before = link
        self._strip.setVisible(bool(self._missing))

    def retranslate(self) -> None:
        """The lead of the strip; its items come from the page."""
        self._fill()
