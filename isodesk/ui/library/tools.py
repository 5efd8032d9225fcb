"""What stands above the library: which standard, what to look for, in which language it is read, what is done with files."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from isodesk.i18n import LANGUAGE_NAMES, LANGUAGES
from isodesk.services.library_views import ShelfEntry
from isodesk.ui.speech import _, speech
from isodesk.ui.widgets.elided_choice import ElidedChoice
from isodesk.ui.widgets.menu_button import MenuButton
from isodesk.ui.widgets.search_box import SearchBox
from isodesk.ui.widgets.spoken import Spoken
from isodesk.ui.widgets.switch import Switch

_LEAST: Final = 150


class LibraryTools(Spoken):
    """Signals say what a person chose."""

    standard_picked = Signal(str)
    language_picked = Signal(str)
    searched = Signal(str)
    list_requested = Signal()
    import_requested = Signal()
    export_requested = Signal()
    remove_requested = Signal()
    folder_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[ShelfEntry, ...] = ()
        self.standard = ElidedChoice(self)
        self.standard.setMinimumWidth(_LEAST)
        self.search = SearchBox(self)
        self.search.setMinimumWidth(_LEAST)
        self.language = Switch(LANGUAGES, self, wraps=False)
        self.menu = MenuButton("import", self)
        for signal in (self.import_requested, self.export_requested, self.remove_requested, self.folder_requested):
            self.menu.add(signal.emit)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.standard, 3)
        row.addWidget(self.search, 4)
        row.addWidget(self.language)
        row.addWidget(self.menu)
        self.standard.picked.connect(lambda key: self.standard_picked.emit(str(key)))
        self.language.picked.connect(lambda language: self.language_picked.emit(str(language)))
        self.search.searched.connect(self.searched)
        self.search.list_requested.connect(self.list_requested)
        self.retranslate()

    def set_standards(self, entries: tuple[ShelfEntry, ...]) -> None:
        """What can be read."""
        self._entries = entries
        self._fill()

    def _fill(self) -> None:
        language = speech().language
        own = _("own")
        self.standard.set_choices(
            (
                entry.heading.key,
                f"{entry.heading.designation}  {entry.heading.title(language)}"
                + (f"  ({own})" if entry.heading.own else ""),
            )
            for entry in self._entries
        )
        view = self.standard.view()
        view.setMinimumWidth(min(720, view.sizeHintForColumn(0) + 32))

    def focus_search(self) -> None:
        """Ready to type other words."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def set_removable(self, removable: bool, *, present: bool = True) -> None:
        """Only what came from a file of one's own can be removed; only what there is can be exported."""
        self.menu.set_enabled((True, present, removable, True))

    def retranslate(self) -> None:
        """Names and words."""
        self.standard.setAccessibleName(_("Standard"))
        self.search.set_hint(_("Search all standards"))
        self.language.set_words(
            _("Language of reading"), ((code, code.upper(), LANGUAGE_NAMES[code]) for code in LANGUAGES)
        )
        self.menu.set_words(
            _("Import, export"),
            (
                _("Import a standard…"),
                _("Export this standard…"),
                _("Remove this standard…"),
                _("Open the folder of own standards"),
            ),
        )
        self._fill()
