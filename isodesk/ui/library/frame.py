"""The widgets of the library and their words; what they do is in `view`."""

from enum import StrEnum

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from isodesk.services.library import Library
from isodesk.services.library_views import ShelfEntry
from isodesk.ui.library.about import AboutStandard
from isodesk.ui.library.browser import Browser
from isodesk.ui.library.compare import Compare
from isodesk.ui.library.documents import Documents
from isodesk.ui.library.found import Found
from isodesk.ui.library.part import LibraryPart
from isodesk.ui.library.review import Review
from isodesk.ui.library.terms import Terms
from isodesk.ui.library.tools import LibraryTools
from isodesk.ui.speech import _
from isodesk.ui.widgets.banner import Banner
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.empty import Empty
from isodesk.ui.widgets.spoken import Spoken
from isodesk.ui.widgets.switch import Switch


class Part(StrEnum):
    """What is shown of the standard at hand."""

    QUESTIONS = "questions"
    DOCUMENTS = "documents"
    REVIEW = "review"
    TERMS = "terms"
    COMPARE = "compare"
    ABOUT = "about"


class LibraryFrame(Spoken):
    """Tools above, below them one part of a standard, what was found, or the words while nothing has been read."""

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._standard = ""
        self._entries: tuple[ShelfEntry, ...] = ()
        self.tools = LibraryTools(self)
        self.banner = Banner(self)
        self.part = Switch(Part, self)
        self.back_button = button("", "link", "arrow-left", parent=self)
        self.browser = Browser(library, self)
        self.documents = Documents(library, self)
        self.review = Review(library, self)
        self.terms = Terms(library, self)
        self.compare = Compare(library, self)
        self.about = AboutStandard(library, self)
        self.found = Found(library, self)
        self.waiting = Empty("standard", self)
        self._parts: dict[Part, LibraryPart] = {
            Part.QUESTIONS: self.browser,
            Part.DOCUMENTS: self.documents,
            Part.REVIEW: self.review,
            Part.TERMS: self.terms,
            Part.COMPARE: self.compare,
            Part.ABOUT: self.about,
        }
        self._stack = QStackedWidget(self)
        self._above = QWidget(self)
        self._lay_out()

    def _lay_out(self) -> None:
        for part in (*self._parts.values(), self.found, self.waiting):
            self._stack.addWidget(part)
        switches = QHBoxLayout(self._above)
        switches.setContentsMargins(0, 0, 0, 0)
        switches.setSpacing(12)
        switches.addWidget(self.part, 1)
        switches.addWidget(self.back_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.tools)
        column.addWidget(self.banner)
        column.addWidget(self._above)
        column.addWidget(self._stack, 1)

    @property
    def shown_part(self) -> LibraryPart:
        """The part that is chosen, whether it is in sight or what was found lies over it."""
        return self._parts[Part(str(self.part.value()))]

    def _entry(self) -> ShelfEntry | None:
        return next((entry for entry in self._entries if entry.heading.key == self._standard), None)

    def _name_parts(self) -> None:
        """The parts with how much there is in each."""
        entry = self._entry()
        named = (
            (Part.QUESTIONS, _("Questions"), entry.questions if entry else 0),
            (Part.DOCUMENTS, _("Documents"), entry.documents if entry else 0),
            (Part.REVIEW, _("Management review"), entry.topics if entry else 0),
        )
        self.part.set_words(
            _("What is shown"),
            (
                *((part, f"{words}  {count}" if count else words, "") for part, words, count in named),
                (Part.TERMS, _("Terms"), _("Words of the field in both languages, the same for all standards")),
                (Part.COMPARE, _("Compare editions"), ""),
                (Part.ABOUT, _("About"), ""),
            ),
        )

    def key_help(self) -> tuple[tuple[str, str], ...]:
        """Keys of the library, for F1."""
        return (
            ("Ctrl+F", _("Search all standards")),
            ("Enter", _("From a clause to its questions, from a question to where else it counts, to what was found")),
            ("Space", _("Read on, then the next question")),
            ("Esc", _("Clear the search")),
        )

    def retranslate(self) -> None:
        """Words of the frame; its parts hear the change themselves."""
        self.back_button.setText(_("Back to what was found"))
        self._name_parts()
