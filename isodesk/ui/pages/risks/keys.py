"""The keys of page 2.3: the short line below the grid and the whole list for F1."""

from isodesk.ui.speech import _


def hints(*, single: bool) -> tuple[tuple[str, str], ...]:
    """What works in the grid; nothing is promised that the preferences switched off."""
    if not single:
        return (("Ins", _("new")), (_("Tab"), _("to the fields")), ("Alt+1–4", _("filter")), ("F4", _("help")))
    return (
        ("Ins", _("new")),
        ("1–4", _("avoid, reduce, share, accept")),
        ("N", _("task of a measure")),
        ("M", _("matrix")),
        ("Enter", _("what is missing")),
        (_("Space"), _("next open entry")),
        ("Del", _("remove")),
    )


def key_help() -> tuple[tuple[str, str], ...]:
    """Keys with what they do; single keys work while the grid has the keyboard."""
    return (
        ("Ins", _("New risk")),
        ("Shift+Ins", _("New opportunity")),
        ("1, 2, 3, 4", _("Avoid, reduce, share, accept; an opportunity: 1 pursue, 4 leave")),
        ("0", _("Clear the decision")),
        ("N", _("Make a task of the next measure")),
        ("M", _("Show the matrix; there arrows move and Enter lists the cell")),
        ("Enter", _("To the first field in which something is missing")),
        (_("Space"), _("Next open risk or opportunity")),
        ("Del", _("Remove; Undo brings it back")),
        (_("Shift+arrows"), _("Select several rows: decision, owner and date go to all of them")),
        ("Esc", _("From a field back to the grid")),
        ("Alt+1 – Alt+4", _("Show all, open, risks, opportunities")),
        ("Ctrl+F", _("Search")),
    )
