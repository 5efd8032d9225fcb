"""One muted line of the keys that work here: nobody reads a manual (ux.md U33)."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


class KeyHints(QLabel):
    """Pairs of key and what it does, already translated."""

    def __init__(self, parent: QWidget | None = None, hints: tuple[tuple[str, str], ...] = ()) -> None:
        super().__init__(parent)
        self.setProperty("role", "muted")
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        if hints:
            self.set_hints(hints)

    def set_hints(self, hints: Iterable[tuple[str, str]]) -> None:
        """Replaces the line."""
        import html

        pairs = [f"<b>{html.escape(keys)}</b>&nbsp;{html.escape(words)}" for keys, words in hints]
        self.setText(" &nbsp; ".join(pairs))
