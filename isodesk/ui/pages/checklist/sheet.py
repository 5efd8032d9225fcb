"""The rows of the checklist as a table, sifted by filter and search, with words for when nothing is left."""

from collections.abc import Callable, Hashable

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStackedWidget, QWidget

from isodesk.domain.keys import ItemId
from isodesk.services.checklists import ChecklistView
from isodesk.ui.models import checklist as lines
from isodesk.ui.speech import _
from isodesk.ui.widgets.delegates import StatusDelegate
from isodesk.ui.widgets.empty import Empty
from isodesk.ui.widgets.grouped_table import GroupedTable
from isodesk.ui.widgets.narrow import NarrowColumns
from isodesk.ui.widgets.wrap_delegate import HEIGHT, WrapDelegate

_WIDTHS = {lines.NUMBER: 48, lines.CLAUSE: 64, lines.VERDICT: 156, lines.EVIDENCE: 220, lines.INTERVIEWED: 120}
_ROOM_FOR = {lines.EVIDENCE: 700, lines.LINKS: 900, lines.INTERVIEWED: 1060}
_ROOM_FOR_WORDS = 560


class Sheet(QStackedWidget):
    """A row that was shown stays until filter or search change: answering it must not make it vanish."""

    reset_requested = Signal()
    scope_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = lines.ChecklistModel(self)
        self.table = GroupedTable(self, row_height=HEIGHT)
        self.table.setModel(self.model)
        self.table.setItemDelegateForColumn(lines.VERDICT, StatusDelegate(self.table))
        wrap = WrapDelegate(self.table)
        for column in (lines.QUESTION, lines.EVIDENCE, lines.INTERVIEWED, lines.LINKS):
            self.table.setItemDelegateForColumn(column, wrap)
        across = self.table.horizontalHeader()
        across.setStretchLastSection(False)
        across.setSectionResizeMode(lines.QUESTION, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            across.resizeSection(column, width)
        NarrowColumns(self.table, _ROOM_FOR)
        self._nothing = Empty("search", self)
        self._no_rows = Empty("checklist", self)
        for part in (self.table, self._nothing, self._no_rows):
            self.addWidget(part)
        self._kept: set[ItemId] = set()
        self._narrow = False
        self._nothing.action_requested.connect(self.reset_requested)
        self._no_rows.action_requested.connect(self.scope_requested)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow, the question gets the room."""
        super().resizeEvent(event)
        narrow = event.size().width() < _ROOM_FOR_WORDS
        if narrow != self._narrow:
            self._narrow = narrow
            self.model.set_short(narrow)
            self.table.horizontalHeader().resizeSection(lines.VERDICT, 76 if narrow else _WIDTHS[lines.VERDICT])

    def sift(self, rows: tuple[ChecklistView, ...], lets_pass: Callable[[ChecklistView], bool], *, fresh: bool) -> None:
        """Shows the rows that pass; `fresh` forgets those that only stayed for calm."""
        if fresh:
            self._kept.clear()
        shown = [row for row in rows if row.id in self._kept or lets_pass(row)]
        self._kept = {row.id for row in shown}
        self.model.set_rows(lines.lines(shown))
        self.setCurrentIndex(0 if shown else 1 if rows else 2)
        if shown and self.model.item(self.table.current_key()) is None:
            self.table.go_first()

    def current(self) -> ChecklistView | None:
        """The row under the cursor."""
        return self.model.item(self.table.current_key())

    def chosen(self) -> list[ItemId]:
        """The selected rows; the current one where there is no other."""
        keys = [key for key in self.table.selected_keys() if self.model.item(key) is not None]
        current = self.table.current_key()
        found: list[Hashable] = keys or ([current] if self.model.item(current) is not None else [])
        return [ItemId(str(key)) for key in found]

    def go_to_number(self, number: int) -> bool:
        """The row of that number; whether there is one."""
        key = next((row.id for row in self._items() if row.number == number), None)
        return key is not None and self.table.go_to(key)

    def go_to_open(self) -> bool:
        """The next row without a verdict, from the top again after the end."""
        rows = self._items()
        current = self.current()
        place = next((i for i, row in enumerate(rows) if current and row.id == current.id), -1)
        for row in [*rows[place + 1 :], *rows[: max(place, 0)]]:
            if row.verdict is None:
                return self.table.go_to(row.id)
        return False

    def _items(self) -> list[ChecklistView]:
        return [line for line in self.model.rows() if isinstance(line, ChecklistView)]

    def retranslate(self) -> None:
        """Words for the empty states."""
        self.table.setAccessibleName(_("Rows of the checklist"))
        self._nothing.set_words(_("Nothing found"), _("No row fits the search and the filter."), _("Show all rows"))
        self._no_rows.set_words(
            _("No rows"),
            _("The clauses in the scope ask nothing. Choose other processes or clauses, or add questions of your own."),
            _("Go to the plan of the audit"),
        )
