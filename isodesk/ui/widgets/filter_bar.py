"""The line above a grid that says which of its rows are shown: a kind, a section, words (ux.md U38, U39)."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from isodesk.ui.speech import _
from isodesk.ui.widgets.choice_field import ChoiceField
from isodesk.ui.widgets.search_box import SearchBox
from isodesk.ui.widgets.spoken import Spoken

_K = TypeVar("_K")
_LETTERS = 12
_ROOM = 32
"""Pixels of a list beside its longest words, for the mark and the scroll bar."""


class FilterBar(Spoken):
    """`changed` fires when another choice is in force; `list_requested` when the grid shall have the keyboard.

    A bar of a page fills the two lists, says what the search is in and reads the three as what it wants.
    """

    changed = Signal()
    list_requested = Signal()

    def __init__(self, parent: QWidget | None = None, *, shares: tuple[int, int, int] = (2, 3, 4)) -> None:
        super().__init__(parent)
        self.show_ = _choice(self)
        self.section = _choice(self)
        self.search = SearchBox(self)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(8)
        self._row = row = QHBoxLayout()
        row.setSpacing(8)
        self._lines.addLayout(row)
        for field, share in zip((self.show_, self.section, self.search), shares, strict=True):
            row.addWidget(field, share)
        self.show_.picked.connect(lambda _value: self.changed.emit())
        self.section.picked.connect(lambda _value: self.changed.emit())
        self.search.searched.connect(lambda _text: self.changed.emit())
        self.search.list_requested.connect(self.list_requested)

    @staticmethod
    def _add_keys(page: QWidget, kinds: Iterable[_K], show: Callable[[_K], object]) -> None:
        """Alt+1 and on show one kind each, wherever on the page the keyboard is."""
        for number, kind in enumerate(kinds, start=1):
            keys = QShortcut(QKeySequence(f"Alt+{number}"), page, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            keys.activated.connect(partial(show, kind))

    def focus_search(self) -> None:
        """Ready to type other words."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _fill(self) -> None:
        """Fills the lists, which then are as wide as their words."""
        for choice in (self.show_, self.section):
            choice.view().setMinimumWidth(choice.view().sizeHintForColumn(0) + _ROOM)

    def retranslate(self) -> None:
        """Choices, and what the fields are called."""
        self._fill()
        self.show_.setAccessibleName(_("Show"))
        self.show_.setToolTip(_("Show: Alt+1 to Alt+4"))
        self.section.setAccessibleName(_("Section"))


def _choice(parent: QWidget) -> ChoiceField:
    made = ChoiceField(parent)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(_LETTERS)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return made
