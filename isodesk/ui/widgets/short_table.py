"""A table within a page that scrolls: as high as its rows, as wide as the page, its columns by shares."""

from collections.abc import MutableMapping, Sequence

from PySide6.QtCore import QAbstractItemModel, QSignalBlocker, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from isodesk.ui.widgets.data_table import ROW, DataTable


class ShortTable(DataTable):
    """Shows up to `most` rows without scrolling of its own."""

    def __init__(
        self, parent: QWidget | None = None, *, shares: Sequence[int] = (), most: int = 10, row_height: int = ROW
    ) -> None:
        super().__init__(parent, row_height=row_height)
        self._shares = tuple(shares)
        self._most = most
        self._own_widths = False
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().sectionResized.connect(self._dragged)

    def set_shares(self, shares: Sequence[int]) -> None:
        """How the columns divide the width."""
        self._shares = tuple(shares)
        self._own_widths = False
        self._share_out()

    def remember(self, store: MutableMapping[str, str], name: str) -> None:
        """Widths that a person chose before are taken instead of the shares."""
        self._own_widths = name in store
        super().remember(store, name)

    def save_layout(self) -> None:
        """Shares are not worth keeping: the next window may be wider."""
        if self._own_widths:
            super().save_layout()

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Follows the number of rows."""
        super().setModel(model)
        if model is not None:
            model.modelReset.connect(self._fit)
            model.rowsInserted.connect(lambda *_rows: self._fit())
            model.rowsRemoved.connect(lambda *_rows: self._fit())
        self._share_out()
        self._fit()

    def _fit(self) -> None:
        rows = max(1, min(self._most, self.model().rowCount() if self.model() is not None else 0))
        head = max(self.horizontalHeader().height(), self.horizontalHeader().sizeHint().height())
        height = head + rows * self.verticalHeader().defaultSectionSize() + 2 * self.frameWidth()
        if height != self.height() or height != self.minimumHeight():
            self.setFixedHeight(height)

    def _share_out(self) -> None:
        across = self.horizontalHeader()
        if self._own_widths or len(self._shares) != across.count() or not self._shares:
            return
        blocker = QSignalBlocker(across)
        shown = [share for section, share in enumerate(self._shares) if not self.isColumnHidden(section)]
        room, whole = self.viewport().width(), max(1, sum(shown))
        for section, share in enumerate(self._shares[:-1]):
            across.resizeSection(section, max(across.minimumSectionSize(), room * share // whole))
        blocker.unblock()
        across.resizeSection(across.count() - 1, across.minimumSectionSize())  # the last one takes what is left

    def _dragged(self, section: int, _before: int, _after: int) -> None:
        """A width that a person chose stays."""
        if self.underMouse() and section < len(self._shares) - 1:
            self._own_widths = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width is shared out anew."""
        super().resizeEvent(event)
        self._share_out()
        self._fit()
