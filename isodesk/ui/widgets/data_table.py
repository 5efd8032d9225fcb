"""The one table of the program: a single tab stop, keys that answer rows, widths that are remembered."""

import json
from collections.abc import Hashable, MutableMapping

from PySide6.QtCore import QAbstractItemModel, QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from isodesk.ui.models.rows import RowsModel
from isodesk.ui.widgets import single_keys
from isodesk.ui.widgets.delegates import CellDelegate

ROW = 32
_SAVE_MS = 400
_HEAD = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class DataTable(QTableView):
    """`key_digit` 0-4 and `command_key` (Del, Enter, Space or a letter) fire only while the table has the keyboard."""

    key_digit = Signal(int)
    command_key = Signal(str)
    row_changed = Signal(object)
    """The key of the current row, None when there is none."""

    def __init__(self, parent: QWidget | None = None, *, row_height: int = ROW) -> None:
        super().__init__(parent)
        self.single_keys = True
        self._store: MutableMapping[str, str] = {}
        self._name = ""
        self._kept: Hashable = None
        self._told: Hashable = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SAVE_MS)
        self._timer.timeout.connect(self.save_layout)
        self._set_up(row_height)

    def _set_up(self, row_height: int) -> None:
        self.setItemDelegate(CellDelegate(self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        down = self.verticalHeader()
        down.hide()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setMinimumSectionSize(24)
        down.setDefaultSectionSize(row_height)
        across = self.horizontalHeader()
        across.setDefaultAlignment(_HEAD | Qt.TextFlag.TextWordWrap)
        across.setHighlightSections(False)
        across.setStretchLastSection(True)
        across.setMinimumSectionSize(40)
        across.setMinimumHeight(max(36, 2 * across.fontMetrics().lineSpacing() + 8))
        across.setSectionsMovable(False)
        across.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        across.setSortIndicatorClearable(True)
        across.sectionResized.connect(lambda *_sizes: self._timer.start())
        across.sortIndicatorChanged.connect(lambda *_order: self._timer.start())

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Keeps the place by key through a reset of our own models."""
        super().setModel(model)
        if isinstance(model, RowsModel):
            model.modelAboutToBeReset.connect(self._keep_place)
            model.modelReset.connect(self._find_place)
        if model is not None:
            self.selectionModel().currentRowChanged.connect(lambda *_rows: self._tell_row())

    def allow_sorting(self) -> None:
        """Clicks on a heading sort; a third click gives back the order of the page."""
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)

    def current_key(self) -> Hashable:
        """The key of the current row, None without one."""
        model = self.model()
        return model.key_at(self.currentIndex().row()) if isinstance(model, RowsModel) else None

    def selected_keys(self) -> list[Hashable]:
        """Keys of the selected rows, top down."""
        model = self.model()
        if not isinstance(model, RowsModel):
            return []
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return [model.key_at(row) for row in rows]

    def go_to(self, key: Hashable, column: int = 0) -> bool:
        """Makes the row of `key` the current one and brings it into sight."""
        model = self.model()
        row = model.row_of(key) if isinstance(model, RowsModel) else -1
        if row >= 0:
            self.setCurrentIndex(self.model().index(row, column))
        return row >= 0

    def go_down(self) -> None:
        """One row down: answering 120 rows takes 120 keys."""
        index = self.currentIndex()
        if index.row() + 1 < self.model().rowCount():
            self.setCurrentIndex(index.siblingAtRow(index.row() + 1))

    def _tell_row(self) -> None:
        key = self.current_key()
        if key != self._told:
            self._told = key
            self.row_changed.emit(key)

    def _keep_place(self) -> None:
        self._kept = self.current_key()

    def _find_place(self) -> None:
        if self._kept is None or not self.go_to(self._kept):
            self._tell_row()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Single keys are commands here and nowhere else, and only where the setting allows them."""
        meant = single_keys.command(event) if self.single_keys else ""
        editing = self.state() == QAbstractItemView.State.EditingState
        if not meant or editing:
            self._plain_key(event)
        elif meant in single_keys.DIGITS:
            self.key_digit.emit(int(meant))
        else:
            self.command_key.emit(meant)

    def _plain_key(self, event: QKeyEvent) -> None:
        """Home and End mean the first and the last row where rows are selected; letters never jump about."""
        rows = self.selectionBehavior() == QAbstractItemView.SelectionBehavior.SelectRows
        ends = {Qt.Key.Key_Home.value: 0, Qt.Key.Key_End.value: self.model().rowCount() - 1 if self.model() else -1}
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if rows and plain and ends.get(event.key(), -1) >= 0:
            self.setCurrentIndex(self.model().index(ends[event.key()], max(0, self.currentIndex().column())))
        elif event.text().isalnum() and plain:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming by the keyboard, one is on a row at once."""
        super().focusInEvent(event)
        if self.model() is not None and not self.currentIndex().isValid() and self.model().rowCount():
            self.setCurrentIndex(self.indexAt(QPoint(1, 1)))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes."""
        super().focusOutEvent(event)
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Titles speak the other language."""
        super().changeEvent(event)
        model = self.model()
        if event.type() == QEvent.Type.LanguageChange and isinstance(model, RowsModel):
            model.retranslate()

    def remember(self, store: MutableMapping[str, str], name: str) -> None:
        """Widths and sorting come from `store[name]` and go there."""
        self._store, self._name = store, name
        try:
            kept = json.loads(store.get(name, ""))
            widths = [int(width) for width in kept["widths"]]
            column, descending = int(kept["sort"][0]), bool(kept["sort"][1])
        except (ValueError, KeyError, TypeError, IndexError):
            return
        across = self.horizontalHeader()
        if len(widths) != across.count():
            return
        for section, width in enumerate(widths):
            if width > 0:
                across.resizeSection(section, width)
        if self.isSortingEnabled() and column >= 0:
            order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
            self.sortByColumn(column, order)
        self._timer.stop()

    def save_layout(self) -> None:
        """Called a moment after the last change, and by whoever closes the window."""
        self._timer.stop()
        across = self.horizontalHeader()
        if not self._name or not across.count():
            return
        sort = [across.sortIndicatorSection(), across.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder]
        widths = [across.sectionSize(section) for section in range(across.count())]
        self._store[self._name] = json.dumps({"widths": widths, "sort": sort})
