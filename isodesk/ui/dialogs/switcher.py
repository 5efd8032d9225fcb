"""Ctrl+K: type a few letters and go there (ux.md U34)."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from isodesk.domain.keys import ClientId
from isodesk.i18n import N_
from isodesk.services.search import Kind, Target, entry, find
from isodesk.services.workspace import Services
from isodesk.ui import icons
from isodesk.ui.speech import _, speech
from isodesk.ui.tip import tip
from isodesk.ui.widgets.labels import label

_ICONS: Final = {
    Kind.CLIENT: "building",
    Kind.PAGE: "document",
    Kind.DOCUMENT: "print",
    Kind.CLAUSE: "scope",
    Kind.CONTROL: "standard",
    Kind.QUESTION: "gap",
    Kind.TASK: "gantt",
    Kind.FINDING: "nonconformity",
}
_WORDS: Final = {
    Kind.CLIENT: N_("Client"),
    Kind.PAGE: N_("Page"),
    Kind.DOCUMENT: N_("Document"),
    Kind.CLAUSE: N_("Clause"),
    Kind.CONTROL: N_("Control"),
    Kind.QUESTION: N_("Question"),
    Kind.TASK: N_("Task"),
    Kind.FINDING: N_("Finding"),
}
_TARGET: Final = Qt.ItemDataRole.UserRole


class SwitcherDialog(QDialog):
    """One line and a list; Up and Down move, Enter goes, Esc closes."""

    picked = Signal(object)

    def __init__(self, services: Services, client: ClientId | None, language: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._services = services
        self._entries = services.search.entries(client, language)
        self.setWindowTitle(_("Go to"))
        self.resize(640, 460)
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(_("Client, page, clause, question, task"))
        self.line.setAccessibleName(_("What to look for"))
        self.line.setClearButtonEnabled(True)
        self.found = QListWidget(self)
        self.found.setAccessibleName(_("What was found"))
        self.found.setUniformItemSizes(True)
        self.found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._nothing = label(_("Nothing found. Try fewer letters."), "muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(self.line)
        column.addWidget(self._nothing)
        column.addWidget(self.found, 1)
        self.line.installEventFilter(self)
        self.line.textChanged.connect(self._search)
        self.found.itemActivated.connect(self._go)
        self.found.itemClicked.connect(self._go)
        self._search("")
        self.line.setFocus()
        if client is not None:
            QTimer.singleShot(0, self, lambda: self._add_documents(client))

    def _add_documents(self, client: ClientId) -> None:
        """After the first picture: what knows the documents takes its time to import."""
        from isodesk.reports import registry
        from isodesk.reports.press import Press

        words = speech()
        self._entries += tuple(
            entry(Kind.DOCUMENT, registry.title_of(kind, words, blank=blank), "", Target(client, document=key))
            for kind in Press(self._services).offered(client)
            for blank, key in ((False, kind.key), (True, f"{kind.key}:blank"))
            if kind.can_be_blank or not blank
        )
        if self.line.text():
            self._search(self.line.text())

    def _search(self, text: str) -> None:
        self.found.clear()
        for found in find(self._entries, text):
            words = " · ".join(part for part in (found.title, found.detail) if part)
            item = QListWidgetItem(icons.icon(_ICONS[found.kind], "muted"), " ".join(words.split()))
            item.setData(_TARGET, found.target)
            item.setToolTip(tip(words))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{_(_WORDS[found.kind])}: {words}")
            self.found.addItem(item)
        self.found.setCurrentRow(0)
        empty = self.found.count() == 0
        self._nothing.setVisible(empty)
        self.found.setVisible(not empty)

    def _go(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.accept()
            self.picked.emit(item.data(_TARGET))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows in the line move through the list; Enter goes."""
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            moves = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
            step = moves.get(Qt.Key(event.key()))
            if step is not None:
                row = max(0, min(self.found.count() - 1, self.found.currentRow() + step))
                self.found.setCurrentRow(row)
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._go(self.found.currentItem())
                return True
        return super().eventFilter(watched, event)
