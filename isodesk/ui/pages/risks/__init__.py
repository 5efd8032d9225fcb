"""Page 2.3: the register of risks and opportunities, weighed, treated by tasks of the plan, and shown as a matrix."""

from isodesk.ui.pages.risks.page import RisksPage

__all__ = ["RisksPage"]
