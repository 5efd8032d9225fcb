"""Page 4.2: the internal audits of a client, and the plan of the one that is chosen."""

from isodesk.ui.pages.audit_plan.page import AuditPlanPage

__all__ = ["AuditPlanPage"]
