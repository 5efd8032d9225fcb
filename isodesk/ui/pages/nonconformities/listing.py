"""The list of findings: all columns where there is room, number, words and step where there is not."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStackedWidget, QWidget

from isodesk.services.findings import FindingView
from isodesk.ui.case import Case
from isodesk.ui.models import findings as words
from isodesk.ui.widgets.data_table import DataTable
from isodesk.ui.widgets.delegates import PillDelegate, StatusDelegate, TwoLineDelegate
from isodesk.ui.widgets.empty import Empty

_ROW = 48
_WIDTHS = {words.NUMBER: 124, words.GRADE: 150, words.RESPONSIBLE: 160, words.STAGE: 160}
_ROOM_FOR_TEXT = 520
_ROOM_FOR_RESPONSIBLE = 640
_ROOM_FOR_GRADE = 780


class _NumberDelegate(StatusDelegate):
    """The sign alone has the colour of the grade."""

    word_ink = "text"
    second_ink = "muted"


class FindingList(QStackedWidget):
    """The table, or words for an empty result."""

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = words.FindingsModel(case.services.plan.today, self)
        self.table = DataTable(self, row_height=_ROW)
        self.nothing = Empty("search", self)
        self.addWidget(self.table)
        self.addWidget(self.nothing)
        table, across = self.table, self.table.horizontalHeader()
        table.setModel(self.model)
        table.setSelectionMode(DataTable.SelectionMode.SingleSelection)
        table.setItemDelegateForColumn(words.NUMBER, _NumberDelegate(table))
        table.setItemDelegateForColumn(words.GRADE, PillDelegate(table))
        table.setItemDelegateForColumn(words.TEXT, TwoLineDelegate(table))
        table.setItemDelegateForColumn(words.RESPONSIBLE, TwoLineDelegate(table))
        table.setItemDelegateForColumn(words.STAGE, StatusDelegate(table))
        across.setStretchLastSection(False)
        for column, width in _WIDTHS.items():
            across.resizeSection(column, width)
        table.allow_sorting()
        table.remember(case.preferences.current.tables, "findings")
        self._arrange(_ROOM_FOR_GRADE)

    def show_findings(self, findings: list[FindingView]) -> None:
        """These, and one of them is always the current one."""
        self.model.set_rows(findings)
        self.setCurrentIndex(0 if findings else 1)
        if findings and self.table.current_key() is None:
            self.table.go_to(self.model.key_at(0))

    def current(self) -> FindingView | None:
        """The finding under the cursor."""
        return self.model.at(self.table.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns come and go with the width."""
        super().resizeEvent(event)
        self._arrange(event.size().width())

    def _arrange(self, width: int) -> None:
        narrow = width < _ROOM_FOR_TEXT
        across = self.table.horizontalHeader()
        for column, limit in (
            (words.TEXT, _ROOM_FOR_TEXT),
            (words.RESPONSIBLE, _ROOM_FOR_RESPONSIBLE),
            (words.GRADE, _ROOM_FOR_GRADE),
        ):
            self.table.setColumnHidden(column, width < limit)
        stretch, plain = QHeaderView.ResizeMode.Stretch, QHeaderView.ResizeMode.Interactive
        across.setSectionResizeMode(words.TEXT, plain if narrow else stretch)
        if narrow != (across.sectionResizeMode(words.NUMBER) == stretch):
            across.setSectionResizeMode(words.NUMBER, stretch if narrow else plain)
            across.resizeSection(words.NUMBER, _WIDTHS[words.NUMBER])
        self.model.set_short(narrow)
