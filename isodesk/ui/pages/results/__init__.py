"""Page 1.5, the results of the gap assessment: counts, bars, radar, work, the first gaps, two rounds side by side."""

from isodesk.ui.pages.results.page import ResultsPage

__all__ = ["ResultsPage"]
