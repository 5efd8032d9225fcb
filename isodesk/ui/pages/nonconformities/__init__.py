"""Page 4.4: findings, each led from correction to verification."""

from isodesk.ui.pages.nonconformities.page import NonconformitiesPage

__all__ = ["NonconformitiesPage"]
