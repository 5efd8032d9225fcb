"""The grid of questions: its columns, those that are shown on request, its keys beside the single ones."""

from collections.abc import Collection
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHeaderView

from isodesk.domain.conformity import MATURITY
from isodesk.ui.case import Case
from isodesk.ui.models import questions
from isodesk.ui.table_layouts import TableLayouts
from isodesk.ui.widgets.data_table import DataTable
from isodesk.ui.widgets.delegates import StatusDelegate
from isodesk.ui.widgets.narrow import NarrowColumns

_WIDTHS: Final = {
    questions.NUMBER: 48,
    questions.CLAUSE: 68,
    questions.STATUS: 132,
    questions.EXISTING: 150,
    questions.MISSING: 150,
    questions.IMPORTANCE: 108,
    questions.OWNER: 120,
    questions.FILES: 64,
    questions.MATURITY: 84,
    questions.ASSESSOR: 120,
    questions.ASSESSED: 100,
}
OPTIONAL: Final = (questions.MATURITY, questions.ASSESSOR, questions.ASSESSED)
"""Shown on request only."""
_LIMITS: Final = {
    questions.MISSING: 600,
    questions.EXISTING: 700,
    questions.OWNER: 880,
    questions.IMPORTANCE: 1000,
    questions.FILES: 1080,
    questions.MATURITY: 400,
    questions.ASSESSOR: 460,
    questions.ASSESSED: 460,
}
"""Below these widths of the grid, a column is left to the card and the notes."""


class QuestionGrid(DataTable):
    """`level_key` tells of Ctrl and a digit: a level of maturity for the rows selected."""

    level_key = Signal(int)
    copy_requested = Signal()
    paste_requested = Signal()

    def set_up(self, case: Case) -> None:
        """Widths, sorting and keys, once the model is there."""
        self.setItemDelegateForColumn(questions.STATUS, StatusDelegate(self))
        across = self.horizontalHeader()
        across.setStretchLastSection(False)
        across.setSectionResizeMode(questions.QUESTION, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, width)
        self.allow_sorting()
        self.remember(TableLayouts(case.preferences), "gap")
        self._narrow = NarrowColumns(self, _LIMITS)
        self.show_optional(())
        here, standard = Qt.ShortcutContext.WidgetShortcut, QKeySequence.StandardKey
        for level in MATURITY:
            keys = QShortcut(QKeySequence(f"Ctrl+{level}"), self, context=here)
            keys.activated.connect(partial(self.level_key.emit, level))
        QShortcut(QKeySequence(standard.Copy), self, context=here).activated.connect(self.copy_requested)
        QShortcut(QKeySequence(standard.Paste), self, context=here).activated.connect(self.paste_requested)

    def show_optional(self, places: Collection[int]) -> None:
        """Those of the optional columns, by their places in `OPTIONAL`; the others give way to them."""
        shown = {OPTIONAL[place] for place in places}
        self._narrow.set_unwanted(set(OPTIONAL) - shown, sum(_WIDTHS[column] for column in shown))
