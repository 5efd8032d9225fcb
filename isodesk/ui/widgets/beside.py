"""Two widgets side by side where there is room, else one above the other, in a column that scrolls."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from isodesk.ui.widgets.spoken import Spoken


class Beside(Spoken):
    """`turn` is the width in pixels from which both stand side by side; `shares` divide the width then."""

    def __init__(
        self,
        first: QWidget,
        second: QWidget,
        parent: QWidget | None = None,
        *,
        turn: int = 760,
        shares: tuple[int, int] = (3, 2),
    ) -> None:
        super().__init__(parent)
        self._turn = turn
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(24)
        for widget, share in zip((first, second), shares, strict=True):
            column = QVBoxLayout()
            column.addWidget(widget)
            column.addStretch(1)
            self._box.addLayout(column, share)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turns with the width."""
        super().resizeEvent(event)
        wide = event.size().width() >= self._turn
        wanted = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if wanted != self._box.direction():
            self._box.setDirection(wanted)
