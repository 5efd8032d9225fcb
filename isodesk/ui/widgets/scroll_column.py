"""The body of a page that may be higher than the window: scrolls up and down, never sideways (ux.md U63)."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from isodesk.ui.widgets.focus_area import FocusArea
from isodesk.ui.widgets.reading_width import at_left


class _Body(QWidget):
    """As high as its words at the width they have: Qt would ask how high they are at the least width."""

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)


class ScrollColumn(FocusArea):
    """Widgets above one another; forms keep their reading width at the left."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 16) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        body = _Body(self)
        outer = QVBoxLayout(body)
        outer.setContentsMargins(0, 0, 12, 8)
        outer.setSpacing(0)
        self._column = QVBoxLayout()
        self._column.setSpacing(spacing)
        outer.addLayout(self._column)
        outer.addStretch(1)
        self.setWidget(body)

    def add(self, widget: QWidget) -> None:
        """As wide as the page."""
        self._column.addWidget(widget)

    def add_narrow(self, widget: QWidget) -> None:
        """As wide as the widget allows itself, at the left."""
        self._column.addLayout(at_left(widget))

    def add_space(self, height: int) -> None:
        """Air between things that differ."""
        self._column.addSpacing(height)

    def reveal(self, widget: QWidget) -> None:
        """Scrolls until a widget of the column is in sight."""
        self.ensureWidgetVisible(widget, 0, 48)
