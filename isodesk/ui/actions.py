"""The commands of the window as actions with keys that do not depend on the language or the keyboard layout (ux.md U30-U33)."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from isodesk.i18n import LANGUAGE_NAMES, N_
from isodesk.ui import icons
from isodesk.ui.speech import _


@dataclass(frozen=True, slots=True)
class Command:
    """One entry of a menu; `needs_case` greys it out while no client is open."""

    key: str
    words: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    needs_case: bool = False


MENUS: Final[tuple[tuple[str, tuple[Command | None, ...]], ...]] = (
    (
        N_("&File"),
        (
            Command("new-client", N_("&New client…"), ("Ctrl+N",), "plus"),
            Command("clients", N_("&All clients"), ("Ctrl+Shift+A",), "clients"),
            Command("workspace", N_("&Open workspace…"), ("Ctrl+O",), "folder-open"),
            Command("data-folder", N_("Open &data folder"), (), "folder"),
            None,
            Command("print", N_("&Print…"), ("Ctrl+P",), "print", needs_case=True),
            None,
            Command("trash", N_("&Trash…"), (), "trash"),
            Command("preferences", N_("Pre&ferences…"), ("Ctrl+,",), "settings"),
            None,
            Command("quit", N_("&Quit"), ("Ctrl+Q",)),
        ),
    ),
    (
        N_("&Edit"),
        (
            Command("undo", N_("&Undo"), ("Ctrl+Z",), "undo", needs_case=True),
            Command("redo", N_("&Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), "redo", needs_case=True),
            None,
            Command("find", N_("&Find on this page"), ("Ctrl+F",), "search", needs_case=True),
        ),
    ),
    (
        N_("&Go"),
        (
            Command("switch", N_("&Go to…"), ("Ctrl+K",), "search"),
            Command("back", N_("&Back"), ("Alt+Left",), "arrow-left", needs_case=True),
            Command("forward", N_("&Forward"), ("Alt+Right",), "arrow-right", needs_case=True),
            None,
            Command("library", N_("Standards &library"), ("Ctrl+L",), "standard"),
        ),
    ),
    (
        N_("&View"),
        (
            Command("help-panel", N_("&Help panel"), ("F4",), "panel-right", needs_case=True),
            None,
        ),
    ),
    (
        N_("&Help"),
        (
            Command("keys", N_("&Keys of this page"), ("F1",), "keyboard"),
            Command("about", N_("&About isodesk"), (), "info"),
        ),
    ),
)
THEMES: Final = {"": N_("As the system"), "light": N_("Light"), "dark": N_("Dark")}


class Actions:
    """Menus of the window. `run` maps a command's key to what it does."""

    def __init__(self, window: QMainWindow, run: dict[str, Callable[[], object]]) -> None:
        self._window = window
        self._menus: list[tuple[QMenu, str]] = []
        self._commands: dict[str, Command] = {}
        self.by_key: dict[str, QAction] = {}
        for title, commands in MENUS:
            menu = window.menuBar().addMenu("")
            self._menus.append((menu, title))
            for command in commands:
                if command is None:
                    menu.addSeparator()
                else:
                    menu.addAction(self._action(command, run[command.key]))
        view = self._menus[3][0]
        self.language = self._choice(view, LANGUAGE_NAMES)
        self.theme = self._choice(view, THEMES)
        self.retranslate()

    def _action(self, command: Command, run: Callable[[], object]) -> QAction:
        action = QAction(self._window)
        action.setShortcuts([QKeySequence(keys) for keys in command.keys])
        if command.icon:
            icons.put(action, command.icon, "muted")
        action.triggered.connect(lambda _checked=False: run())
        self._commands[command.key] = command
        self.by_key[command.key] = action
        return action

    def _choice(self, view: QMenu, values: dict[str, str]) -> QActionGroup:
        menu = view.addMenu("")
        group = QActionGroup(menu)
        for value in values:
            action = QAction(menu)
            action.setCheckable(True)
            action.setData(value)
            group.addAction(action)
            menu.addAction(action)
        return group

    def show_choice(self, group: QActionGroup, value: str) -> None:
        """Ticks the value in force."""
        for action in group.actions():
            action.setChecked(action.data() == value)

    def enable(self, *, case: bool, undo: str, redo: str) -> None:
        """Greys out what cannot be done now; `undo` and `redo` name the step, empty for none."""
        for key, command in self._commands.items():
            self.by_key[key].setEnabled(case or not command.needs_case)
        for key, step, words in (("undo", undo, _("&Undo: {step}")), ("redo", redo, _("&Redo: {step}"))):
            action = self.by_key[key]
            action.setEnabled(bool(step))
            action.setText(words.format(step=step.replace("&", "&&")) if step else _(self._commands[key].words))

    def retranslate(self) -> None:
        """Every menu and command in the interface language."""
        for menu, title in self._menus:
            menu.setTitle(_(title))
        for key, command in self._commands.items():
            self.by_key[key].setText(_(command.words))
        for group, title, values in (
            (self.language, _("&Language"), LANGUAGE_NAMES),
            (self.theme, _("&Theme"), {value: _(words) for value, words in THEMES.items()}),
        ):
            owner = group.parent()
            if isinstance(owner, QMenu):
                owner.setTitle(title)
            for action in group.actions():
                action.setText(values[str(action.data())])
