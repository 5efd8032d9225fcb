"""Alt+Up and Alt+Down move the row at hand of a table: every drag has a key (ux.md U36)."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


class OrderKeys(QObject):
    """`moved` carries -1 or 1; only while the table has the keyboard."""

    moved = Signal(int)

    def __init__(self, table: QWidget) -> None:
        super().__init__(table)
        for keys, places in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(lambda places=places: self.moved.emit(places))
