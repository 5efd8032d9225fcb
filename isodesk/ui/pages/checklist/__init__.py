"""Page 4.3: the audit checklist, filled in on the spot or from paper."""

from isodesk.ui.pages.checklist.page import ChecklistPage

__all__ = ["ChecklistPage"]
