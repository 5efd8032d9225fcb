"""What can be done with the rows of the plan: keys, a menu at the row, and buttons below the table."""

from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from isodesk.i18n import N_
from isodesk.ui import icons
from isodesk.ui.pages.plan.more import MoreMenu
from isodesk.ui.speech import _
from isodesk.ui.widgets.buttons import button, name_button
from isodesk.ui.widgets.flow import Flow
from isodesk.ui.widgets.spoken import Spoken

_ROW: Final[tuple[tuple[str, str, str, tuple[str, ...]], ...]] = (
    ("edit", N_("Edit"), "edit", ("F2",)),
    ("finish", N_("Mark as done"), "state-done", ("Ctrl+Return", "Ctrl+Enter")),
    ("waits", N_("Waits for…"), "link", ()),
    ("question", N_("Show the question"), "gap", ()),
    ("up", N_("Move up"), "arrow-up", ("Alt+Up",)),
    ("down", N_("Move down"), "arrow-down", ("Alt+Down",)),
    ("add", N_("Add a task"), "plus", ("Ins",)),
    ("remove", N_("Remove"), "trash", ("Del",)),
)
"""Name, words, drawing and keys of what is done with a row."""
_READING: Final = frozenset({"question"})
_BUTTONS: Final = (
    ("build", N_("&Build from the gaps"), "gap"),
    ("add", N_("&Task"), "plus"),
    ("milestone", N_("&Milestone"), "milestone"),
    ("schedule", N_("Set d&ates…"), "calendar"),
    ("print", N_("Print…"), "print"),
)

_NAMES: Final = (
    ("build", N_("Build the plan from the gaps"), ""),
    ("add", N_("Add a task"), "Ins"),
    ("milestone", N_("Add a milestone"), ""),
    ("schedule", N_("Schedule the plan"), ""),
    ("print", N_("Print the plan"), "Ctrl+P"),
)
"""What the buttons are called where there is room."""


class RowActions(QObject):
    """Actions of the table; their keys work only while the table has the keyboard."""

    asked = Signal(str)

    def __init__(self, table: QWidget) -> None:
        super().__init__(table)
        self.by_name: dict[str, QAction] = {}
        for name, _words, icon, keys in _ROW:
            action = QAction(table)
            action.setShortcuts([QKeySequence(key) for key in keys])
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(lambda _checked=False, name=name: self.asked.emit(name))
            icons.put(action, icon, "muted", 16)
            self.by_name[name] = action
            table.addAction(action)

    def allow(self, *, read_only: bool, task: bool, question: bool) -> None:
        """Greys what makes no sense for the row at hand."""
        for name, action in self.by_name.items():
            action.setEnabled((name == "add" or task) and not (read_only and name not in _READING))
        self.by_name["question"].setEnabled(question)

    def retranslate(self) -> None:
        """The words of the menu."""
        for name, words, _icon, _keys in _ROW:
            self.by_name[name].setText(_(words))


class PlanButtons(Spoken):
    """The page's own actions, in a row that wraps."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._building = False
        row = Flow(self, 8, 8)
        self.by_name = {name: button("", "", icon) for name, _words, icon in _BUTTONS}
        for name, made in self.by_name.items():
            made.clicked.connect(lambda _checked=False, name=name: self.asked.emit(name))
            row.addWidget(made)
        self.more = MoreMenu(self)
        self.more.asked.connect(self.asked)
        row.addWidget(self.more)
        self.retranslate()

    def set_building(self, building: bool) -> None:
        """Nobody asks twice while the plan is being built."""
        self._building = building
        self.by_name["build"].setEnabled(not building)

    def allow(self, *, read_only: bool, tasks: bool, open_tasks: bool, baseline: bool) -> None:
        """Greys what cannot be done now."""
        self.more.allow(
            read_only=read_only, tasks=tasks, open_tasks=open_tasks, baseline=baseline, building=self._building
        )
        for name in ("add", "milestone"):
            self.by_name[name].setEnabled(not read_only)
        self.by_name["build"].setEnabled(not read_only and not self._building)
        self.by_name["schedule"].setEnabled(tasks and not read_only)
        self.by_name["print"].setEnabled(tasks)

    def retranslate(self) -> None:
        """Words and keys."""
        for name, words, _icon in _BUTTONS:
            self.by_name[name].setText(_(words))
        self.more.retranslate()
        for name, full, keys in _NAMES:
            name_button(self.by_name[name], _(full), keys)
