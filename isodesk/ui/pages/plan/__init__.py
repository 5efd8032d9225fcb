"""Page 2.1: the plan as a table with its time axis."""

from isodesk.ui.pages.plan.page import PlanPage

__all__ = ["PlanPage"]
