"""Page 0: where a client stands, and what comes next."""

from isodesk.ui.pages.overview.page import OverviewPage

__all__ = ["OverviewPage"]
