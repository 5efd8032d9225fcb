"""F1: the keys of the page at hand, and those that work everywhere (ux.md U33)."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from isodesk.ui.actions import MENUS
from isodesk.ui.speech import _
from isodesk.ui.widgets.labels import label


class KeysDialog(QDialog):
    """Two lists of key and meaning."""

    def __init__(self, page_keys: Iterable[tuple[str, str]], parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Keys"))
        self.resize(520, 560)
        content = QWidget()
        grid = QGridLayout(content)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        own = tuple(page_keys)
        if own:
            self._add(grid, _("On this page"), own)
        self._add(grid, _("Everywhere"), _general())
        grid.setRowStretch(grid.rowCount(), 1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(content)
        scroll.setAccessibleName(_("Keys"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(16)
        column.addWidget(scroll, 1)
        column.addWidget(buttons)

    def _add(self, grid: QGridLayout, heading: str, keys: Iterable[tuple[str, str]]) -> None:
        row = grid.rowCount()
        grid.addWidget(label(heading, "heading"), row, 0, 1, 2)
        for key, meaning in keys:
            row += 1
            grid.addWidget(label(key), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label(meaning, "muted", wrap=True), row, 1)
        grid.setRowMinimumHeight(row + 1, 12)


def _general() -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for _title, commands in MENUS:
        for command in commands:
            if command is not None and command.keys:
                native = QKeySequence(command.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
                found.append((native, _(command.words).replace("&", "").rstrip("…")))
    return found
