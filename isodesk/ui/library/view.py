"""The library: a standard at a time in five parts, a search over all of them, files in and out."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from isodesk.services.library import Library
from isodesk.services.library_views import Hit, HitKind, Spot
from isodesk.ui.jobs import JobRunner
from isodesk.ui.library.exchange import Exchange
from isodesk.ui.library.frame import Part
from isodesk.ui.library.reading import LibraryReading
from isodesk.ui.messages import Messages
from isodesk.ui.preferences import Preferences
from isodesk.ui.speech import speech


class LibraryView(LibraryReading):
    """`place` and `enter` speak of standard/clause/question."""

    def __init__(
        self,
        library: Library,
        jobs: JobRunner,
        messages: Messages,
        preferences: Preferences,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(library, jobs, parent)
        self._language = self._window_language = speech().language
        self.exchange = Exchange(library, jobs, messages, preferences, self)
        self._connect()
        self.retranslate()
        self._show_waiting()

    def _connect(self) -> None:
        tools = self.tools
        tools.standard_picked.connect(self._show_standard)
        tools.language_picked.connect(self._read_in)
        tools.searched.connect(self._search)
        tools.list_requested.connect(self._to_list)
        tools.import_requested.connect(self.exchange.import_)
        tools.export_requested.connect(lambda: self.exchange.export(self._standard))
        tools.remove_requested.connect(lambda: self.exchange.remove(self._standard))
        tools.folder_requested.connect(self.exchange.open_folder)
        self.part.picked.connect(lambda _part: self._show_part())
        self.back_button.clicked.connect(lambda _checked=False: self._to_found())
        self.browser.spot_picked.connect(lambda spot: self._go_to_spot(spot, self.browser.question_in(spot)))
        self.documents.spot_picked.connect(lambda spot: self._go_to_spot(spot, ""))
        self.found.spot_picked.connect(lambda spot: self._go_to_spot(spot, self.found.question_in(spot)))
        self.found.hit_picked.connect(self._go_to_hit)
        self.found.cleared.connect(self._clear_search)
        self.review.clause_picked.connect(lambda clause: self.go_to(self._standard, clause))
        self.terms.term_picked.connect(tools.search.search_for)
        self.compare.question_picked.connect(self._go_to_spot)
        self.exchange.imported.connect(self._show_imported)
        self.exchange.removed.connect(lambda _key: self.read())

    def _show_imported(self, standard: str) -> None:
        """What came is what one wants to read now; a mapping has nothing to be read."""
        if standard:
            self.part.set_value(Part.QUESTIONS)
        self.read(standard)

    def go_to(self, standard: str, clause: str = "", question: str = "") -> None:
        """A standard, a clause of it, a question of the clause: to be read."""
        if clause or question:
            self.part.set_value(Part.QUESTIONS)
        if standard:
            self._show_standard(standard)
        if clause or question:
            self.browser.go_to(clause, question)
            self.browser.focus_list()

    def place(self) -> str:
        """What `enter` would need to come back here."""
        if not self._standard or self.shown_part is not self.browser:
            return self._standard
        return f"{self._standard}/{self.browser.clause()}/{self.browser.question()}"

    def _show_standard(self, standard: str) -> None:
        self._standard = standard
        self.tools.standard.set_value(standard)
        entry = self._entry()
        self.tools.set_removable(entry is not None and entry.heading.own)
        self._name_parts()
        self._show_part()

    def _show_part(self) -> None:
        self._stack.setCurrentWidget(self.shown_part)
        self._above.show()
        self.back_button.setVisible(bool(self.tools.search.text().strip()))
        if self._standard:
            self.shown_part.show_standard(self._standard, self._language)

    def _read_in(self, language: str) -> None:
        self._language = language
        self._show_again()

    def _show_again(self) -> None:
        if self._stack.currentWidget() is self.found:
            self._search(self.tools.search.text())
        elif self._entries and self._library.is_read:
            self._show_part()

    def _search(self, typed: str) -> None:
        if not self._library.is_read:
            return
        if typed.strip():
            self.found.look_for(typed, self._language, self._standard)
            self._to_found()
        else:
            self._show_part()

    def _to_found(self) -> None:
        self._stack.setCurrentWidget(self.found)
        self._above.hide()
        if not self.tools.search.hasFocus():
            self.found.take_keyboard()

    def _to_list(self) -> None:
        """Enter or Down in the search: on to what was found."""
        if self.tools.search.text().strip():
            self._to_found()
            self.found.take_keyboard()
        else:
            self._take_keyboard()

    def _clear_search(self) -> None:
        self.tools.search.clear()
        self._show_part()
        self.tools.focus_search()

    def _go_to_spot(self, spot: Spot, question: str) -> None:
        """A question that is read stays the one at hand where the other standard asks it too."""
        self.go_to(spot.standard, spot.clause, question)

    def _go_to_hit(self, hit: Hit) -> None:
        spot = hit.spots[0]
        if hit.kind is HitKind.DOCUMENT:
            self.part.set_value(Part.DOCUMENTS)
            self._show_standard(spot.standard)
            self.documents.go_to(hit.key)
            self.documents.take_keyboard()
        elif hit.kind is HitKind.TOPIC:
            self.part.set_value(Part.REVIEW)
            self._show_standard(spot.standard)
            self.review.go_to(hit.title)
            self.review.take_keyboard()
        else:
            self.go_to(spot.standard, spot.clause, hit.key if hit.kind is HitKind.QUESTION else "")

    def _take_keyboard(self) -> None:
        shown = self._stack.currentWidget()
        if shown is self.found:
            self.found.take_keyboard()
        elif shown is not self.waiting:
            self.shown_part.take_keyboard()

    def find_requested(self) -> None:
        """Ctrl+F."""
        self.tools.focus_search()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves what was found before it leaves anything else."""
        if event.key() == Qt.Key.Key_Escape and self.tools.search.text():
            self._clear_search()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Reading follows the language of the window until a person chooses the other one."""
        super().retranslate()
        if self._window_language != speech().language:
            self._window_language = self._language = speech().language
        self.tools.language.set_value(self._language)
        if self._entries and self._library.is_read:
            self._say_faults()
            self._show_again()
