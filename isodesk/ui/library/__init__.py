"""The standards library in the window: it needs no client, so it is shown by a page and by a window of its own alike."""

from isodesk.ui.library.view import LibraryView

__all__ = ["LibraryView"]
