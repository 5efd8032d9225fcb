"""A button that offers a few commands in a menu; Down, Enter and Space open it."""

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from isodesk.ui import icons


class MenuButton(QPushButton):
    """Commands are added once and named again with each language."""

    def __init__(self, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "quiet")
        self.setAutoDefault(False)
        icons.put_beside_words(self, icon)
        self._menu = QMenu(self)
        self.setMenu(self._menu)

    def add(self, run: Callable[[], object]) -> None:
        """One more command."""
        self._menu.addAction("").triggered.connect(lambda _checked=False: run())

    def add_switch(self, run: Callable[[bool], object]) -> None:
        """One more command that is on or off; `run` is told which."""
        action = self._menu.addAction("")
        action.setCheckable(True)
        action.triggered.connect(lambda checked=False: run(checked))

    def set_on(self, place: int, on: bool) -> None:
        """Shows whether the switch at a place of the menu is on."""
        self._menu.actions()[place].setChecked(on)

    def set_enabled(self, enabled: tuple[bool, ...]) -> None:
        """Which commands can be given now, in order."""
        for action, can in zip(self._menu.actions(), enabled, strict=True):
            action.setEnabled(can)

    def set_words(self, text: str, commands: tuple[str, ...]) -> None:
        """The button and its commands in order, already translated."""
        self.setText(text)
        self._name(commands)

    def set_name(self, name: str, commands: tuple[str, ...]) -> None:
        """As `set_words`, for a button that shows its sign only and is called by its name."""
        self.setAccessibleName(name)
        self.setToolTip(name)
        self._name(commands)

    def _name(self, commands: tuple[str, ...]) -> None:
        for action, words in zip(self._menu.actions(), commands, strict=True):
            action.setText(words)
