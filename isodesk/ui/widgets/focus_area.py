"""A part that scrolls and keeps in sight what has the keyboard (ux.md U61)."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

_AIR: Final = 8


class FocusArea(QScrollArea):
    """Shows the whole control that the keyboard came to, also from outside; Qt is content with the line of its cursor."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def _follow(self, _before: QWidget | None, here: QWidget | None) -> None:
        """Nothing moves under a mouse that is being pressed."""
        if here is not None and QApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self.show_whole(here)

    def show_whole(self, control: QWidget) -> None:
        """Scrolls until as much of a control within is in sight as there is room for."""
        content = self.widget()
        if content is not None and content.isAncestorOf(control):
            # A field that was left may have changed what stands above: places are known once that is laid out.
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
            middle = control.mapTo(content, control.rect().center())
            half = min(control.height(), self.viewport().height()) // 2
            self.ensureVisible(middle.x(), middle.y(), 0, half + _AIR)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Qt scrolls to the cursor after its own step; then the whole control again."""
        moved = super().focusNextPrevChild(forward)
        here = QApplication.focusWidget()
        if moved and here is not None:
            self.show_whole(here)
        return moved
