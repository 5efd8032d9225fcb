"""Page 2.7: whether people have the hours and the firm the money for the plan."""

from isodesk.ui.pages.budget.page import BudgetPage

__all__ = ["BudgetPage"]
