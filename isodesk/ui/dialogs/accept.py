"""The accepting button of a dialog says what it does, never OK (ux.md U35)."""

from PySide6.QtWidgets import QDialogButtonBox


def accept_button(box: QDialogButtonBox, verb: str) -> None:
    """Names the accepting button by its verb."""
    box.button(QDialogButtonBox.StandardButton.Ok).setText(verb)
