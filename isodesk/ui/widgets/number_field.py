"""A whole number that is told when it is finished, not at every digit."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSpinBox, QWidget


class NumberField(QSpinBox):
    """`picked` fires on leaving, Enter and the little arrows; the wheel scrolls the page."""

    picked = Signal(int)

    def __init__(self, parent: QWidget | None = None, *, least: int = 0, most: int = 999_999, unit: str = "") -> None:
        super().__init__(parent)
        self.setRange(least, most)
        self.setSuffix(f" {unit}" if unit else "")
        self.setKeyboardTracking(False)
        self.setGroupSeparatorShown(True)
        self.lineEdit().setTextMargins(8, 0, 0, 0)
        self.valueChanged.connect(self.picked)

    def set_value(self, value: int) -> None:
        """Shows a number without telling anybody."""
        blocker = QSignalBlocker(self)
        self.setValue(value)
        blocker.unblock()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A page that is scrolled must not change what is under the mouse."""
        event.ignore()
