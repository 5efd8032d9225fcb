"""Things with a greatest width stand at the left; a plain column would centre them and misjudge their height."""

from PySide6.QtWidgets import QHBoxLayout, QWidget


def at_left(widget: QWidget) -> QHBoxLayout:
    """A row that gives `widget` as much width as it allows itself."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(widget, 1)
    row.addStretch(0)
    return row
