"""Page 2.6: who does, answers for, is asked and is told."""

from isodesk.ui.pages.responsibilities.page import ResponsibilitiesPage

__all__ = ["ResponsibilitiesPage"]
