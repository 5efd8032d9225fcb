"""Two editions side by side: how many questions stay, move, come and go, and which ones."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QStackedWidget, QVBoxLayout, QWidget

from isodesk.catalog.editions import Change
from isodesk.domain.keys import clause_order
from isodesk.i18n import N_
from isodesk.services.library import Library
from isodesk.services.library_views import ChangeView, Comparison, ShelfEntry, Spot
from isodesk.ui import icons
from isodesk.ui.library import words
from isodesk.ui.library.part import LibraryPart
from isodesk.ui.models.rows import Column, RowsModel
from isodesk.ui.speech import _
from isodesk.ui.widgets.buttons import icon_button, name_button
from isodesk.ui.widgets.choice_field import ChoiceField
from isodesk.ui.widgets.data_table import DataTable
from isodesk.ui.widgets.delegates import StatusDelegate, TwoLineDelegate
from isodesk.ui.widgets.elided_choice import ElidedChoice
from isodesk.ui.widgets.empty import Empty
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.narrow import NarrowColumns
from isodesk.ui.widgets.tally import Tally
from isodesk.ui.widgets.wrap_delegate import WrapDelegate

QUESTION: Final = 0
CHANGE: Final = 1
OLD: Final = 2
NEW: Final = 3
_ROW: Final = 48
_WIDTHS: Final = {CHANGE: 130, OLD: 180, NEW: 180}
_ALL: Final = "all"
_CHANGES: Final = "changes"
_FEW: Final = 20
"""More clauses than that say nothing to anybody: the two standards are strangers."""
_WIDE: Final = 1000
"""From here on the titles of clauses get more room."""


class Compare(LibraryPart):
    """`question_picked` carries where the question at hand stands, and its key, when Enter is pressed."""

    question_picked = Signal(object, str)

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._language = ""
        self._seen: Comparison | None = None
        self.old = ElidedChoice(self)
        self.new = ElidedChoice(self)
        self.swap = icon_button("swap", size=16, parent=self)
        self.show_ = ChoiceField(self)
        self.tally = Tally(self)
        self.clauses = label(role="muted", wrap=True)
        self.model: RowsModel[ChangeView] = RowsModel(_columns(), lambda change: (change.key, change.change), self)
        self.table = DataTable(self, row_height=_ROW)
        self.nothing = Empty("search", self)
        self._stack = QStackedWidget(self)
        self._set_up_table()
        self._build()
        self._connect()
        self.retranslate()

    def _set_up_table(self) -> None:
        self.table.setModel(self.model)
        self.table.setSelectionMode(DataTable.SelectionMode.SingleSelection)
        self.table.setItemDelegateForColumn(QUESTION, WrapDelegate(self.table))
        self.table.setItemDelegateForColumn(CHANGE, StatusDelegate(self.table))
        for column in (OLD, NEW):
            self.table.setItemDelegateForColumn(column, TwoLineDelegate(self.table))
        self.table.allow_sorting()
        across = self.table.horizontalHeader()
        across.setStretchLastSection(False)
        across.setSectionResizeMode(QUESTION, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            across.resizeSection(column, width)
        NarrowColumns(self.table, {OLD: 520})
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.nothing)

    def _build(self) -> None:
        arrow = label()
        icons.put(arrow, "arrow-right", "muted")
        choices = QHBoxLayout()
        choices.setSpacing(8)
        choices.addWidget(self.old, 1)
        choices.addWidget(arrow)
        choices.addWidget(self.new, 1)
        choices.addWidget(self.swap)
        figures = QHBoxLayout()
        figures.setSpacing(12)
        figures.addWidget(self.tally, 1)
        figures.addWidget(self.show_)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(choices)
        column.addLayout(figures)
        column.addWidget(self.clauses)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        for choice in (self.old, self.new):
            choice.picked.connect(lambda _key: self._compare())
        self.swap.clicked.connect(lambda _checked=False: self.set_pair(str(self.new.value()), str(self.old.value())))
        self.show_.picked.connect(lambda _change: self._sift())
        self.table.command_key.connect(lambda key: self._go() if key == "Enter" else None)
        self.table.doubleClicked.connect(lambda _index: self._go())
        self.nothing.action_requested.connect(self._show_all)

    def set_standards(self, entries: tuple[ShelfEntry, ...]) -> None:
        """What can be compared."""
        pairs = [(entry.heading.key, entry.heading.designation) for entry in entries]
        for choice in (self.old, self.new):
            choice.set_choices(pairs)

    def show_standard(self, standard: str, language: str) -> None:
        """A standard beside its other edition; a pair that holds it already stays."""
        self._language = language
        pair = (str(self.old.value() or ""), str(self.new.value() or ""))
        if standard in pair and all(pair):
            self._compare()
            return
        partner = self._library.partner(standard)
        if self._library.heading(standard).replaces == partner or not self._is_after(partner, standard):
            self.set_pair(partner, standard)
        else:
            self.set_pair(standard, partner)

    def _is_after(self, later: str, earlier: str) -> bool:
        return bool(later) and self._library.heading(later).replaces == earlier

    def set_pair(self, old: str, new: str) -> None:
        """Compares these two."""
        self.old.set_value(old)
        self.new.set_value(new)
        self._compare()

    def _compare(self) -> None:
        old, new = str(self.old.value() or ""), str(self.new.value() or "")
        self._seen = self._library.compare(old, new, self._language) if old and new else None
        self._sift()
        self._say()

    def _sift(self) -> None:
        wanted = self.show_.value()
        changes = self._seen.changes if self._seen is not None else ()
        rows = [change for change in changes if _fits(change.change, wanted)]
        self.model.set_rows(rows)
        self._stack.setCurrentIndex(0 if rows else 1)
        if rows and not self.table.currentIndex().isValid():
            self.table.go_to(self.model.key_at(0))

    def _show_all(self) -> None:
        self.show_.set_value(_ALL)
        self._sift()

    def _say(self) -> None:
        seen = self._seen
        if seen is None:
            self.tally.set_counts(())
            self.clauses.hide()
            return
        self.tally.set_counts((words.CHANGE_SIGN[kind], seen.count(kind), _(words.CHANGE[kind])) for kind in Change)
        parts = [
            said.format(clauses=", ".join(number for number, _title in clauses))
            for said, clauses in (
                (_("Clause numbers that are new: {clauses}."), seen.new_clauses),
                (_("Clause numbers that are gone: {clauses}."), seen.gone_clauses),
            )
            if clauses and len(clauses) <= _FEW
        ]
        self.clauses.setText(" ".join(parts))
        self.clauses.setVisible(bool(parts))

    def _go(self) -> None:
        change, seen = self.model.at(self.table.currentIndex()), self._seen
        if change is None or seen is None:
            return
        heading, clause = (seen.new, change.new) if change.new else (seen.old, change.old)
        self.question_picked.emit(Spot(heading.key, heading.designation, clause, ""), change.key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Titles of clauses get more room where there is some."""
        super().resizeEvent(event)
        was_wide, is_wide = event.oldSize().width() >= _WIDE, event.size().width() >= _WIDE
        if was_wide != is_wide:
            for column in (OLD, NEW):
                self.table.horizontalHeader().resizeSection(column, _WIDTHS[column] * (3 if is_wide else 2) // 2)

    def take_keyboard(self) -> None:
        """The table has it."""
        target: QWidget = self.table if self.model.rowCount() else self.old
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Choices, figures, names."""
        self.old.setAccessibleName(_("Earlier standard"))
        self.new.setAccessibleName(_("Later standard"))
        name_button(self.swap, _("Swap the two"))
        self.table.setAccessibleName(_("Questions of both"))
        self.show_.setAccessibleName(_("Which changes are listed"))
        kinds = [(kind, _(words.CHANGE[kind])) for kind in Change]
        self.show_.set_choices([(_CHANGES, _("What changes")), (_ALL, _("All questions")), *kinds])
        if self.show_.value() is None:
            self.show_.set_value(_CHANGES)
        self.nothing.set_words(
            _("No such change"), _("No question of these two is of this kind."), _("Show all questions")
        )
        self._say()


def _fits(change: Change, wanted: object) -> bool:
    return wanted in (_ALL, change) or (wanted == _CHANGES and change is not Change.UNCHANGED)


def _columns() -> tuple[Column[ChangeView], ...]:
    order = list(Change)

    def by(number: Callable[[ChangeView], str]) -> Callable[[ChangeView], object]:
        return lambda change: clause_order(number(change)) if number(change) else None

    return (
        Column(N_("Question"), lambda change: change.question),
        Column(
            N_("Change"),
            lambda change: _(words.CHANGE[change.change]),
            sort=lambda change: order.index(change.change),
            sign=lambda change: words.CHANGE_SIGN[change.change],
        ),
        Column(
            N_("Old clause"),
            lambda change: change.old or "–",
            sort=by(lambda change: change.old),
            second=lambda change: change.old_title,
        ),
        Column(
            N_("New clause"),
            lambda change: change.new or "–",
            sort=by(lambda change: change.new),
            second=lambda change: change.new_title,
        ),
    )
