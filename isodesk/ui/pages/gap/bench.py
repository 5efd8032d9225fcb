"""Arranges the parts of page 1.4 by the height there is: the grid always keeps its rows, the rest folds in turn."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from isodesk.domain.keys import QuestionKey
from isodesk.services.assessment import QuestionView
from isodesk.ui.case import Case
from isodesk.ui.models import questions
from isodesk.ui.models.rows import RowsModel
from isodesk.ui.pages.gap.card import QuestionCard
from isodesk.ui.pages.gap.details import Details
from isodesk.ui.pages.gap.filters import QuestionFilterBar
from isodesk.ui.pages.gap.footline import FootLine
from isodesk.ui.pages.gap.grid import QuestionGrid
from isodesk.ui.pages.gap.keys import hints
from isodesk.ui.speech import _
from isodesk.ui.widgets.data_table import ROW
from isodesk.ui.widgets.empty import Empty

_GAP: Final = 8
_LEAST_ROWS: Final = 6
_ROWS_BESIDE_NOTES: Final = 4


@dataclass(frozen=True, slots=True)
class _Level:
    about: bool
    notes: bool
    hints: bool
    rows: int


_LEVELS: Final = (
    _Level(about=True, notes=True, hints=True, rows=8),
    _Level(about=False, notes=True, hints=True, rows=10),
    _Level(about=True, notes=False, hints=True, rows=_LEAST_ROWS),
    _Level(about=False, notes=False, hints=True, rows=_LEAST_ROWS),
    _Level(about=False, notes=False, hints=False, rows=_LEAST_ROWS),
)


class Bench(QWidget):
    """Filters, card, grid, foot line, notes: from top to bottom, and in this order by Tab. `several_selected` tells
    that several rows are selected now, or no longer."""

    several_selected = Signal()

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted: bool | None = None
        """Whether the user wants the notes; None leaves it to the height."""
        self._preferences = case.preferences
        self._visiting = False
        self._texts: tuple[str, ...] = ()
        self.count = 1
        """Selected rows."""
        self.filters = QuestionFilterBar(self)
        self.card = QuestionCard(self)
        self.table = QuestionGrid(self)
        self.model: RowsModel[QuestionView] = RowsModel(questions.columns(), lambda view: view.key, self)
        self.nothing = Empty("search", self)
        self.pile = QStackedWidget(self)
        self.line = FootLine(self)
        self.details = Details(case, self)
        self._build()
        self.table.setModel(self.model)
        self.table.set_up(case)
        self.table.installEventFilter(self)
        self.table.selectionModel().selectionChanged.connect(lambda *_ranges: self._count())
        self.card.notes_toggled.connect(self._toggle_notes)
        self.card.example_toggled.connect(self.fit)
        self.filters.unfolded.connect(self.fit)

    def _build(self) -> None:
        self.pile.addWidget(self.table)
        self.pile.addWidget(self.nothing)
        self.pile.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        column.addWidget(self.filters)
        column.addWidget(self.card)
        column.addWidget(self.pile, 1)
        column.addWidget(self.line)
        column.addWidget(self.details)

    def set_views(self, views: tuple[QuestionView, ...]) -> None:
        """All questions, so that the card keeps one height for them."""
        texts = tuple(view.question for view in views)
        if texts != self._texts:
            self._texts = texts
            self.card.set_pool(views)
            self.fit()

    def take_preferences(self) -> None:
        """Plain keys answer in the grid only where the setting allows it. A slot of this widget: preferences outlive it."""
        on = self._preferences.current.single_keys
        self.table.single_keys = on
        self.line.set_hints(hints(single=on))

    def retranslate(self) -> None:
        """What does not hear of another language by itself."""
        self.table.setAccessibleName(_("Questions"))
        self.details.retranslate()

    def set_writable(self, writable: bool) -> None:
        """Everything can be read where nothing can be written."""
        self.card.set_writable(writable)
        self.details.set_writable(writable)

    def show_rows(self, rows: tuple[QuestionView, ...], *, any_at_all: bool) -> None:
        """These rows, or the word that there are none."""
        self.model.set_rows(rows)
        self.pile.setCurrentWidget(self.table if rows else self.nothing)
        self.card.setVisible(bool(rows))
        if rows and not self.table.currentIndex().isValid():
            self.table.go_to(rows[0].key)
        if any_at_all:
            sentence = _("No question fits this filter and these words.")
            self.nothing.set_words(_("Nothing found"), sentence, _("Reset"))
        else:
            sentence = _("Choose a standard, and its questions stand here.")
            self.nothing.set_words(_("No standard yet"), sentence, _("Choose a standard"))

    def current(self) -> QuestionView | None:
        """The question at hand."""
        return self.model.at(self.table.currentIndex())

    def selected(self) -> list[QuestionKey]:
        """The questions that an answer goes to."""
        return [QuestionKey(str(key)) for key in self.table.selected_keys()]

    def _count(self) -> None:
        before, self.count = self.count, len(self.table.selectionModel().selectedRows())
        if before > 1 or self.count > 1:
            self.several_selected.emit()

    def go_to_open(self, *, after: int = -1) -> bool:
        """The next question without an answer below a row and round to the top; whether there is one."""
        rows = self.model.rows()
        found = next((view for view in (*rows[after + 1 :], *rows[: after + 1]) if view.conformity is None), None)
        return found is not None and self.table.go_to(found.key)

    def visit(self, field: str) -> bool:
        """The keyboard goes to a field of the notes, unfolding them for as long as it stays there."""
        if self.details.isHidden():
            self._visiting = True
            self.fit()
        return self.details.focus(field)

    def back_to_grid(self) -> None:
        """The keyboard goes back to the row it came from."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def fit(self) -> None:
        """Shows what there is room for; all is reckoned first, so that nothing jumps."""
        width, level = self.width(), self._level()
        notes = level.notes and self._wanted is not False
        swapped = not notes and (self._wanted is True or self._visiting)
        full = self.details.full_height(width, 2 if swapped else 3)
        if swapped:
            card = self.card.height_at(width, answers=False, about=False)
            room = self._rest(card, hints=self.line.asks(), notes=0) - _GAP - self._rows(_ROWS_BESIDE_NOTES)
            full = max(64, min(full, room))
        self.card.set_parts(answers=not swapped, about=level.about and not swapped)
        self.line.setFixedHeight(self.line.height_at(width))
        self.line.setVisible(self.line.asks() or (level.hints and not swapped))
        self.details.set_lines(2 if swapped else 3)
        self._show_notes(full, visible=notes or swapped)

    def _level(self) -> _Level:
        """The first arrangement that leaves the grid its rows, or the last."""
        width = self.width()
        for level in _LEVELS:
            notes = level.notes and self._wanted is not False
            full = self.details.full_height(width, 3) if notes else 0
            card = self.card.height_at(width, answers=True, about=level.about)
            if self._rest(card, hints=level.hints, notes=full) >= self._rows(level.rows):
                return level
        return _LEVELS[-1]

    def _show_notes(self, height: int, *, visible: bool) -> None:
        appears = visible and self.details.isHidden()
        if visible:
            self.details.setFixedHeight(height)
        self.details.setVisible(visible)
        self.card.set_notes_open(visible)
        if appears:
            self.details.show_view(self.current())

    def _rest(self, card: int, *, hints: bool, notes: int) -> int:
        """What is left for the grid."""
        parts = [self.filters.sizeHint().height(), card]
        if hints or self.line.asks():
            parts.append(self.line.height_at(self.width()))
        if notes:
            parts.append(notes)
        return self.height() - sum(parts) - _GAP * len(parts)

    def _rows(self, count: int) -> int:
        across = self.table.horizontalHeader()
        head = max(across.sizeHint().height(), across.minimumHeight())
        return head + count * ROW + 2 * self.table.frameWidth()

    def _toggle_notes(self, is_open: bool) -> None:
        self._wanted = is_open
        self._visiting = False
        self.fit()

    def hasHeightForWidth(self) -> bool:
        """It takes what the page gives."""
        return False

    def minimumSizeHint(self) -> QSize:
        """Never pushes the window: parts fold instead."""
        return QSize(320, 240)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notes that were unfolded for a visit fold again when the keyboard is back in the grid; a grid of another
        height still shows the row at hand."""
        if watched is self.table and event.type() == QEvent.Type.FocusIn and self._visiting:
            self._visiting = False
            self.fit()
        elif watched is self.table and event.type() == QEvent.Type.Resize:
            QTimer.singleShot(0, self, lambda: self.table.scrollTo(self.table.currentIndex()))
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another height, another arrangement."""
        super().resizeEvent(event)
        self.fit()
