"""Page 1.2: which standard, for what, by when, and what does not apply."""

from isodesk.ui.pages.scope.page import ScopePage

__all__ = ["ScopePage"]
