"""The foot of a page: Back, the mark "section ready", Next; any order, never blocking."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from isodesk.ui.speech import _
from isodesk.ui.tip import tip
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.ready_button import ReadyButton
from isodesk.ui.widgets.spoken import Spoken


class PageFoot(Spoken):
    """Next is the one primary button of a page."""

    back_requested = Signal()
    next_requested = Signal()
    ready_toggled = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = button("", "quiet", "arrow-left", parent=self)
        self.ready = ReadyButton(self)
        self.ready.hide()
        self.next = button("", "primary", "arrow-right", parent=self)
        self.next.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(self.ready)
        row.addWidget(self.next)
        self.back.clicked.connect(self.back_requested)
        self.next.clicked.connect(self.next_requested)
        self.ready.ready_toggled.connect(self.ready_toggled)
        self._names = ("", "")
        self.retranslate()

    def set_neighbours(self, before: str, after: str) -> None:
        """Titles of the pages on either side, shown as tooltips; "" hides the button."""
        self._names = (before, after)
        self.back.setVisible(bool(before))
        self.next.setVisible(bool(after))
        self.retranslate()

    def set_ready(self, ready: bool | None) -> None:
        """Shows the mark; None hides it."""
        self.ready.set_ready(ready)

    def retranslate(self) -> None:
        """Words and tooltips."""
        self.back.setText(_("Back"))
        self.next.setText(_("Next"))
        self.back.setToolTip(tip(self._names[0]))
        self.next.setToolTip(tip(self._names[1]))
