"""Which class shows which page; a page's module is imported on the first visit (architecture.md 3.5)."""

from importlib import import_module
from typing import Final, cast

from isodesk.domain.journey import COMING, Page
from isodesk.ui.case import Case
from isodesk.ui.page import PageView

_CLASSES: Final[dict[Page, tuple[str, str]]] = {
    Page.OVERVIEW: ("overview", "OverviewPage"),
    Page.ORGANISATION: ("organisation", "OrganisationPage"),
    Page.SCOPE: ("scope", "ScopePage"),
    Page.TEAM: ("team", "TeamPage"),
    Page.GAP: ("gap", "GapPage"),
    Page.RESULTS: ("results", "ResultsPage"),
    Page.CONTEXT: ("context", "ContextPage"),
    Page.READINESS: ("readiness", "ReadinessPage"),
    Page.PLAN: ("plan", "PlanPage"),
    Page.OBJECTIVES: ("objectives", "ObjectivesPage"),
    Page.RISKS: ("risks", "RisksPage"),
    Page.RESPONSIBILITIES: ("responsibilities", "ResponsibilitiesPage"),
    Page.BUDGET: ("budget", "BudgetPage"),
    Page.APPLICABILITY: ("applicability", "ApplicabilityPage"),
    Page.AUDIT_PLAN: ("audit_plan", "AuditPlanPage"),
    Page.CHECKLIST: ("checklist", "ChecklistPage"),
    Page.NONCONFORMITIES: ("nonconformities", "NonconformitiesPage"),
    Page.AUDIT_REPORT: ("audit_report", "AuditReportPage"),
    Page.LIBRARY: ("library", "LibraryPage"),
}


def make(page: Page, case: Case) -> PageView:
    """The view of one page of a case."""
    if page in COMING:
        from isodesk.ui.pages.coming import ComingPage

        return ComingPage(case, page)
    module, name = _CLASSES[page]
    kind = cast("type[PageView]", getattr(import_module(f"isodesk.ui.pages.{module}"), name))
    return kind(case)
