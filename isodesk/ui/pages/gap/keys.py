"""The keys of page 1.4: the short line below the grid and the whole list for F1."""

from isodesk.ui.speech import _


def hints(*, single: bool) -> tuple[tuple[str, str], ...]:
    """What works in the grid; nothing is promised that the preferences switched off."""
    if not single:
        return ((_("Tab"), _("to the notes")), ("Alt+1–4", _("filter")), ("F4", _("help")))
    return (
        ("1–4", _("answer")),
        ("0", _("clear")),
        ("Enter", _("note")),
        ("N", _("what is missing")),
        ("A", _("file")),
        (_("Space"), _("next open one")),
        ("F4", _("help")),
    )


def key_help() -> tuple[tuple[str, str], ...]:
    """Keys with what they do; the first group works while the grid has the keyboard."""
    return (
        ("1", _("Conforms, and one row down")),
        ("2", _("Partly, and one row down")),
        ("3", _("No, and one row down")),
        ("4", _("Not applicable, and one row down")),
        ("0, Del", _("Clear the answer")),
        ("Enter", _("Write what exists; where nothing applies, why")),
        ("N", _("Write what is missing")),
        ("A", _("Attach a file")),
        ("M", _("To the level of maturity")),
        ("Ctrl+0 – Ctrl+5", _("Level of maturity; several selected rows get the same")),
        ("Ctrl+C", _("Copy the rows shown, or those selected, for Excel")),
        ("Ctrl+V", _("Paste answers from Excel; nothing is written before you agree")),
        ("S", _("For which standards it counts, and where the answer differs")),
        (_("Space"), _("Next question without an answer")),
        (_("Shift+arrows"), _("Select several rows: one answer or one person for all")),
        ("Enter, Esc", _("From a note back to the grid")),
        ("Shift+Enter", _("A new line in a note")),
        ("Alt+1 – Alt+4", _("Show all, not assessed, partly and no, without a reason")),
        ("Ctrl+F", _("Search")),
    )
