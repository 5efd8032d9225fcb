"""Tooltips: Qt guesses whether a text is markup, so what a person typed must be escaped."""


def tip(text: str) -> str:
    """`text` as a tooltip: wrapped, and never read as markup."""
    if not text:
        return ""
    import html

    return f"<p style='white-space:pre-wrap'>{html.escape(text)}</p>"
