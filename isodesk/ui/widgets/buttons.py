"""Buttons by what they are for: one primary on a page, the rest quiet."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from isodesk.ui import icons

_ICON_TOKENS = {"primary": "on_accent", "danger": "bad", "link": "accent"}


class PressButton(QPushButton):
    """Enter presses the button that has the keyboard: on a page Qt would do nothing, in a dialog press the main one."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter as well as Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)


def button(text: str, look: str = "", icon: str = "", *, parent: QWidget | None = None) -> QPushButton:
    """`look`: primary, quiet, danger, link, ready or plain; grows with its words."""
    result = PressButton(parent)
    result.setText(text.replace("&", "&&") if look == "link" else text)
    result.setAutoDefault(False)
    if look:
        result.setProperty("look", look)
    if icon:
        icons.put_beside_words(result, icon, _ICON_TOKENS.get(look, "text"))
    if look == "link":
        result.setCursor(Qt.CursorShape.PointingHandCursor)
    return result


def icon_button(icon: str, name: str = "", *, size: int = 20, parent: QWidget | None = None) -> QPushButton:
    """A square button with a sign only; its name is spoken and shown as a tooltip."""
    result = PressButton(parent)
    result.setProperty("look", "icon")
    result.setAutoDefault(False)
    icons.put(result, icon, "muted", size)
    name_button(result, name)
    return result


def name_button(target: QPushButton, name: str, keys: str = "") -> None:
    """What a button without words is called; `keys` is shown behind it."""
    target.setAccessibleName(name)
    target.setToolTip(f"{name}  {keys}".rstrip())
