"""Documents on paper: the only part of isodesk that knows reportlab."""

from isodesk.reports.pdf.renderer import render, render_bytes

__all__ = ["render", "render_bytes"]
