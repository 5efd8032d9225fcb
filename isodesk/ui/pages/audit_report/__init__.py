"""Page 4.5: the report of an audit, put together from what is known, with three texts to write."""

from isodesk.ui.pages.audit_report.page import AuditReportPage

__all__ = ["AuditReportPage"]
