"""When typed words become a change: on leaving the field, or when the keys have been still for a while (ux.md C)."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

STILL_MS: Final = 800
_offered: Final[list[str]] = []
"""The text that is being committed right now, innermost last."""


def offered_text() -> str:
    """What somebody typed and a field is handing on at this moment; empty outside of a commit."""
    return _offered[-1] if _offered else ""


_KEYS: Final = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)


class CommitClock(QObject):
    """Watches one text; `committed` fires once for each real change."""

    committed = Signal(str)

    def __init__(self, owner: QWidget, read: Callable[[], str], write: Callable[[str], None]) -> None:
        super().__init__(owner)
        self._owner = owner
        self._read = read
        self._write = write
        self._known = ""
        self._before = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(STILL_MS)
        self._timer.timeout.connect(self.commit)
        owner.installEventFilter(self)

    def typed(self) -> None:
        """Somebody pressed a key."""
        self._timer.start()

    def entered(self) -> None:
        """The keyboard came here; Esc leads back to this text."""
        self._before = self._read()

    def commit(self) -> None:
        """Tells the present text, unless it is known already."""
        self._timer.stop()
        text = self._read()
        if text != self._known:
            self._known = text
            _offered.append(text)
            try:
                self.committed.emit(text)
            finally:
                _offered.pop()

    def is_changed(self) -> bool:
        """Whether Esc has something to take back."""
        return self._owner.hasFocus() and self._read() != self._before

    def restore(self) -> None:
        """Back to the text of when the keyboard came."""
        self._write(self._before)
        self.commit()

    def set_value(self, value: str) -> None:
        """Shows a stored value; what somebody is typing at this moment is never taken away."""
        text = self._read()
        typing = self._owner.hasFocus() and text != self._known
        same = self._owner.hasFocus() and text.strip() == value.strip()
        if typing and not same:
            return
        self._timer.stop()
        if same:
            self._known = text
            return
        self._known = value
        self._before = value
        if text != value:
            self._write(value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Coming, leaving, and an Esc that is ours: it must not reach a shortcut or close a dialog."""
        kind = event.type()
        if kind == QEvent.Type.FocusIn:
            self.entered()
        elif kind == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            if event.reason() != Qt.FocusReason.PopupFocusReason:
                self.commit()
        elif kind in _KEYS and isinstance(event, QKeyEvent) and self._takes_back(event):
            if kind == QEvent.Type.KeyPress:
                self.restore()
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def _takes_back(self, event: QKeyEvent) -> bool:
        return event.key() == Qt.Key.Key_Escape and self.is_changed()
