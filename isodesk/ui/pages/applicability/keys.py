"""The keys of page 2.4: the short line below the grid and the whole list for F1."""

from isodesk.ui.speech import _


def hints(*, single: bool) -> tuple[tuple[str, str], ...]:
    """What works in the grid; nothing is promised that the preferences switched off."""
    if not single:
        return ((_("Tab"), _("to the fields")), ("Alt+1–4", _("filter")), ("F4", _("help")))
    return (
        ("1", _("applies")),
        ("4", _("does not apply")),
        ("0", _("clear")),
        ("Enter", _("what is missing")),
        (_("Space"), _("next undecided one")),
    )


def key_help() -> tuple[tuple[str, str], ...]:
    """Keys with what they do; they work while the grid has the keyboard."""
    return (
        ("1", _("Applies, and one row down")),
        ("4", _("Does not apply, and one row down")),
        ("0, Del", _("Clear the decision")),
        ("Enter", _("To the first field in which something is missing")),
        (_("Space"), _("Next control that is not decided")),
        (_("Shift+arrows"), _("Select several rows: what you choose goes to all of them")),
        ("Esc", _("From a field back to the grid")),
        ("Alt+1 – Alt+4", _("Show all, undecided, incomplete, not applicable")),
        ("Ctrl+F", _("Search")),
    )
