"""Page 2.2: the policy, and objectives with what was measured."""

from isodesk.ui.pages.objectives.page import ObjectivesPage

__all__ = ["ObjectivesPage"]
