"""A small dialog that is as high as its words need at its width: wrapped lines make Qt reserve far too much."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QLayout, QWidget


class FittedDialog(QDialog):
    """`fit()` is called again when a line has come or gone."""

    def __init__(self, width: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._width = width
        self.setMinimumWidth(width)

    def fit(self) -> None:
        """As high as the words at the present width, and no higher."""
        column = self.layout()
        if column is None:
            return
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        width = max(self._width, self.minimumWidth(), column.totalMinimumSize().width())
        self.setMinimumHeight(0)
        column.invalidate()
        self.resize(width, column.totalHeightForWidth(width))

    def showEvent(self, event: QShowEvent) -> None:
        """Fonts are known only now."""
        for child in self.findChildren(QWidget, options=Qt.FindChildOption.FindChildrenRecursively):
            child.ensurePolished()
        self.fit()
        super().showEvent(event)
