"""The sample clients that come with isodesk: fictional firms at different points of the way."""

from enum import StrEnum


class Sample(StrEnum):
    """Each is there in both languages, as two different firms."""

    BEGINNER = "beginner"
    """Assessed against ISO 9001:2026, the plan under way, one audit."""
    CERTIFIED = "certified"
    """Holds a certificate to ISO 9001:2015, two audits, the move to 2026 ahead."""
