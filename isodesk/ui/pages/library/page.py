"""The library between the pages of a case: it belongs to no client and to no phase."""

from typing import ClassVar

from isodesk.domain.events import Event
from isodesk.domain.journey import Page
from isodesk.ui.library import LibraryView
from isodesk.ui.page import PageView


class LibraryPage(PageView):
    """A row is a place of the library: standard/clause/question."""

    key = Page.LIBRARY
    hears: ClassVar[tuple[type[Event], ...]] = ()

    def _build(self) -> None:
        case = self.case
        self.view = LibraryView(case.services.library, case.jobs, case.messages, case.preferences, self)
        self.body.addWidget(self.view, 1)

    def enter(self, row: str = "") -> None:
        """Reads beside the window on the first visit."""
        super().enter()
        self.view.enter(row)

    def current_row(self) -> str:
        """Where one reads."""
        return self.view.place()

    def find_requested(self) -> None:
        """Ctrl+F."""
        self.view.find_requested()

    def key_help(self) -> tuple[tuple[str, str], ...]:
        """Keys of the library."""
        return self.view.key_help()
