"""Page 1.7: what is missing for Stage 1 and Stage 2 of the certification audit."""

from isodesk.ui.pages.readiness.page import ReadinessPage

__all__ = ["ReadinessPage"]
