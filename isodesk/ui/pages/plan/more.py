"""The menu of what is done to the plan as a whole and not every day."""

from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from isodesk.i18n import N_
from isodesk.ui.speech import _
from isodesk.ui.widgets.menu_button import MenuButton

COMMANDS: Final = (
    ("shift", N_("Shift all open tasks…")),
    ("build-clauses", N_("Build one task for each clause")),
    ("build-removed", N_("Build what was removed as well")),
    ("keep-baseline", N_("Keep the dates as the baseline")),
    ("drop-baseline", N_("Remove the baseline")),
    ("keep-template", N_("Keep as a template…")),
    ("use-template", N_("Use a template…")),
    ("dates", N_("Export dates…")),
)
"""Deeds by name, in the order of the menu."""


class MoreMenu(MenuButton):
    """`asked` carries the name of a deed."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("more", parent)
        for name, _words in COMMANDS:
            self.add(partial(self.asked.emit, name))
        self.retranslate()

    def allow(self, *, read_only: bool, tasks: bool, open_tasks: bool, baseline: bool, building: bool) -> None:
        """Greys what cannot be done now."""
        can = {
            "shift": open_tasks and not read_only,
            "build-clauses": not read_only and not building,
            "build-removed": not read_only and not building,
            "keep-baseline": tasks and not read_only,
            "drop-baseline": baseline and not read_only,
            "keep-template": tasks and not read_only,
            "use-template": not read_only,
            "dates": tasks,
        }
        self.set_enabled(tuple(can[name] for name, _words in COMMANDS))

    def retranslate(self) -> None:
        """The words of the menu."""
        self.set_words(_("Mor&e"), tuple(_(words) for _name, words in COMMANDS))
        self.setAccessibleName(_("More that can be done to the plan"))
