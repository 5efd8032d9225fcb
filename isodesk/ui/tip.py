"""Tooltips: Qt guesses whether a text is markup, so what a person typed must be escaped."""

import html


def tip(text: str) -> str:
    """`text` as a tooltip: wrapped, and never read as markup."""
    return f"<p style='white-space:pre-wrap'>{html.escape(text)}</p>" if text else ""
