"""Keys of the plan: in one line below it for the half that has the keyboard, and all of them for F1."""

from typing import Final

from isodesk.i18n import N_
from isodesk.ui.speech import _
from isodesk.ui.widgets.gantt_keys import HELP
from isodesk.ui.widgets.key_hints import KeyHints

Pairs = tuple[tuple[str, str], ...]
_TABLE: Final = (
    ("0–4", N_("done 0–100 %")),
    ("Enter", N_("edit the cell")),
    ("Ins", N_("new task")),
    ("Alt+↑↓", N_("order")),
    (N_("Space"), N_("details")),
    ("Del", N_("remove")),
)
_MORE: Final = (("Ctrl+Enter", N_("done")), ("F2", N_("edit the cell")))
"""Keys that F1 lists and the line below the table does not."""


class PlanHints(KeyHints):
    """The line of the half that has the keyboard."""

    def show_half(self, timeline: bool) -> None:
        """What works in the timeline, or in the table. A slot of this label: Qt lets go of it when the label goes."""
        self.set_hints(_spoken(HELP if timeline else _TABLE))


def every_key() -> Pairs:
    """Table first."""
    return _spoken((*_TABLE, *_MORE, *HELP))


def _spoken(pairs: Pairs) -> Pairs:
    return tuple((_(keys), _(words)) for keys, words in pairs)
