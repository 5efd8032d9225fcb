"""Where Tab comes to a control that is made later than its neighbours (ux.md U26)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def come_before(made: QWidget, after: QWidget) -> None:
    """Tab comes to `made`, then to `after`. Qt knows only “behind”, and only behind what can have the keyboard."""
    before = after.previousInFocusChain()
    while before is not None and (before is made or before.focusPolicy() == Qt.FocusPolicy.NoFocus):
        before = before.previousInFocusChain() if before is not after else None
    if before is not None:
        QWidget.setTabOrder(before, made)
