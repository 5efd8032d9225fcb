"""The menu of a bar: what keys and mouse do, said in words."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtWidgets import QMenu

from isodesk.i18n import N_
from isodesk.ui.speech import _
from isodesk.ui.widgets.gantt_body import Part
from isodesk.ui.widgets.gantt_keys import KeyHand, link_in_words
from isodesk.ui.widgets.gantt_surface import GanttSurface

_DATES: Final = (
    (N_("Move a day earlier"), "Ctrl+←", Part.BODY, -1),
    (N_("Move a day later"), "Ctrl+→", Part.BODY, 1),
    (N_("Move a week earlier"), "Ctrl+PgUp", Part.BODY, -5),
    (N_("Move a week later"), "Ctrl+PgDn", Part.BODY, 5),
    (N_("One day longer"), "Ctrl+Shift+→", Part.DUE, 1),
    (N_("One day shorter"), "Ctrl+Shift+←", Part.DUE, -1),
    (N_("Begin a day earlier"), "Shift+←", Part.START, -1),
    (N_("Begin a day later"), "Shift+→", Part.START, 1),
)


def menu_of(surface: GanttSurface, keys: KeyHand) -> QMenu:
    """The menu of the current row, which is thrown away after use."""
    menu = QMenu(surface)
    row = surface.current()
    item = surface.body.task(row)
    if item is not None and keys.editable:
        for words, key, part, steps in _DATES:
            if item.milestone and part is not Part.BODY:
                continue
            _add(menu, _(words), key, partial(keys.step, part, steps))
        menu.addSeparator()
        _add(menu, _("Link to…"), "L", lambda: keys.begin_link(row))
        for link in surface.body.links.of(row):
            words = _("Remove the link: {link}").format(link=link_in_words(surface, link))
            _add(menu, words.replace("&", "&&"), "", partial(keys.removed.emit, link))
        menu.addSeparator()
    _add(menu, _("Go to today"), "T", keys.go_to_today)
    return menu


def _add(menu: QMenu, words: str, key: str, run: Callable[[], object]) -> None:
    action = menu.addAction(f"{words}\t{key}" if key else words)
    action.triggered.connect(lambda _checked=False: run())
