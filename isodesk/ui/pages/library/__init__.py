"""The standards library as a page of a case."""

from isodesk.ui.pages.library.page import LibraryPage

__all__ = ["LibraryPage"]
