"""Numbers that are told when they are finished, not at every digit."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QDoubleSpinBox, QSpinBox, QWidget

from isodesk.ui.speech import speech


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


class HalvesField(QDoubleSpinBox):
    """A number that people give in halves, such as hours; the rest is as with whole numbers."""

    picked = Signal(float)

    def __init__(self, parent: QWidget | None = None, *, most: float) -> None:
        super().__init__(parent)
        self.setRange(0, most)
        self.setDecimals(1)
        self.setSingleStep(0.5)
        self.setKeyboardTracking(False)
        self.lineEdit().setTextMargins(8, 0, 0, 0)
        self.valueChanged.connect(self.picked)

    def set_value(self, value: float) -> None:
        """Shows a number without telling anybody."""
        blocker = QSignalBlocker(self)
        self.setValue(value)
        blocker.unblock()

    def textFromValue(self, value: float) -> str:
        """Without a needless zero."""
        return speech().number(value)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A page that is scrolled must not change what is under the mouse."""
        event.ignore()
