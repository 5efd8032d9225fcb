"""Which single key was meant, whatever layout the keyboard speaks (ux.md U28, U31)."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_JCUKEN: Final = dict(zip("йцукенгшщзфывапролдячсмить", "qwertyuiopasdfghjklzxcvbnm", strict=True))
_NAMED: Final = {
    Qt.Key.Key_Delete.value: "Del",
    Qt.Key.Key_Return.value: "Enter",
    Qt.Key.Key_Enter.value: "Enter",
    Qt.Key.Key_Space.value: "Space",
}
_PLAIN: Final = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
DIGITS: Final = "01234"


def latin(event: QKeyEvent) -> str:
    """The capital Latin letter on the key, or "": a Russian layout sends Т where N is printed."""
    code = event.key()
    if Qt.Key.Key_A.value <= code <= Qt.Key.Key_Z.value:
        return chr(code)
    letter = event.text().casefold() or (chr(code).casefold() if 0x400 <= code <= 0x4FF else "")
    return _JCUKEN.get(letter, "").upper()


def command(event: QKeyEvent) -> str:
    """ "0"-"4", "Del", "Enter", "Space" or a letter; "" where another key or a modifier is held."""
    if event.modifiers() not in _PLAIN:
        return ""
    if event.text() and event.text() in DIGITS:
        return event.text()
    return _NAMED.get(event.key(), "") or latin(event)
