"""Page 1.6: issues, interested parties with their requirements, the climate question."""

from isodesk.ui.pages.context.page import ContextPage

__all__ = ["ContextPage"]
