"""A searchable list with check boxes, for choosing processes, clauses or people."""

from collections.abc import Hashable, Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from isodesk.ui.models.rows import folded
from isodesk.ui.speech import _, plural
from isodesk.ui.tip import tip
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.search_box import SearchBox
from isodesk.ui.widgets.spoken import Spoken


class CheckList(Spoken):
    """`changed` carries the frozen set of checked keys; Space checks the line under the cursor."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: list[Hashable] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.search = SearchBox(self)
        self.list = QListWidget(self)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._count = label(role="muted")
        self._all = button("", "link")
        self._none = button("", "link")
        foot = QHBoxLayout()
        foot.addWidget(self._count, 1)
        foot.addWidget(self._all)
        foot.addWidget(self._none)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addLayout(foot)
        self.search.searched.connect(self._filter)
        self.search.list_requested.connect(self.list.setFocus)
        self.list.itemChanged.connect(self._told)
        self._all.clicked.connect(lambda _checked=False: self._check_shown(Qt.CheckState.Checked))
        self._none.clicked.connect(lambda _checked=False: self._check_shown(Qt.CheckState.Unchecked))
        self.setFocusProxy(self.search)
        self.retranslate()

    def set_entries(self, entries: Iterable[tuple[Hashable, str]], checked: Iterable[Hashable] = ()) -> None:
        """What can be chosen, already translated, in this order."""
        chosen = frozenset(checked)
        self._keys = []
        self.list.blockSignals(True)
        self.list.clear()
        for key, text in entries:
            item = QListWidgetItem(text)
            item.setToolTip(tip(text))
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if key in chosen else Qt.CheckState.Unchecked)
            self._keys.append(key)
            self.list.addItem(item)
        self.list.blockSignals(False)
        self._filter(self.search.text())
        self.retranslate()

    def checked(self) -> frozenset[Hashable]:
        """The keys that are checked, shown or filtered away."""
        return frozenset(
            key for row, key in enumerate(self._keys) if self.list.item(row).checkState() == Qt.CheckState.Checked
        )

    def set_checked(self, keys: Iterable[Hashable]) -> None:
        """Checks exactly these without telling anybody."""
        chosen = frozenset(keys)
        self.list.blockSignals(True)
        for row, key in enumerate(self._keys):
            state = Qt.CheckState.Checked if key in chosen else Qt.CheckState.Unchecked
            self.list.item(row).setCheckState(state)
        self.list.blockSignals(False)
        self.list.viewport().update()
        self.retranslate()

    def _check_shown(self, state: Qt.CheckState) -> None:
        before = self.checked()
        self.list.blockSignals(True)
        for row in range(self.list.count()):
            if not self.list.item(row).isHidden():
                self.list.item(row).setCheckState(state)
        self.list.blockSignals(False)
        self.list.viewport().update()
        if self.checked() != before:
            self._told()

    def _filter(self, text: str) -> None:
        words = folded(text).split()
        for row in range(self.list.count()):
            line = folded(self.list.item(row).text())
            self.list.item(row).setHidden(not all(word in line for word in words))

    def _told(self, _item: QListWidgetItem | None = None) -> None:
        self.retranslate()
        self.changed.emit(self.checked())

    def retranslate(self) -> None:
        """The count and the two links."""
        self._count.setText(plural("{count} chosen", "{count} chosen", len(self.checked())))
        self._all.setText(_("Choose all"))
        self._none.setText(_("Choose none"))
        self._all.setAccessibleName(_("Choose all that are shown"))
        self._none.setAccessibleName(_("Choose none of those shown"))
        if not self.list.accessibleName():
            self.list.setAccessibleName(_("Choices"))
