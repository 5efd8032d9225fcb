"""Page 1.1: the firm, described once."""

from isodesk.ui.pages.organisation.page import OrganisationPage

__all__ = ["OrganisationPage"]
