"""Page 1.4, the gap assessment: a card for the question at hand, a grid for the quick, notes and evidence below."""

from isodesk.ui.pages.gap.page import GapPage

__all__ = ["GapPage"]
