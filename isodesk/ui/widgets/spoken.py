"""Widgets that say something of their own hear when the language changes."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QWidget


class Spoken(QFrame):
    """A frame without a frame; `retranslate` sets every word again and is called by the change of language."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)

    def retranslate(self) -> None:
        """Sets the widget's own words in the interface language."""

    def changeEvent(self, event: QEvent) -> None:
        """Passes a change of language on to `retranslate`."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
