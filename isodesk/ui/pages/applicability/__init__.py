"""Page 2.4: the Statement of Applicability, for clients whose standards have an annex of controls."""

from isodesk.ui.pages.applicability.page import ApplicabilityPage

__all__ = ["ApplicabilityPage"]
