"""The scale on which a requirement is answered, and what each step counts for (ux.md 3.1)."""

from enum import StrEnum


class Conformity(StrEnum):
    """The verdict on one question of a gap assessment."""

    CONFORMS = "conforms"
    PARTLY = "partly"
    ABSENT = "absent"
    NOT_APPLICABLE = "not-applicable"

    @property
    def weight(self) -> float:
        """Share of readiness: one for conforming, a half for partly."""
        return {Conformity.CONFORMS: 1.0, Conformity.PARTLY: 0.5}.get(self, 0.0)

    @property
    def is_gap(self) -> bool:
        """Whether work is left: partly or not at all."""
        return self in {Conformity.PARTLY, Conformity.ABSENT}


BY_DIGIT = {
    1: Conformity.CONFORMS,
    2: Conformity.PARTLY,
    3: Conformity.ABSENT,
    4: Conformity.NOT_APPLICABLE,
}
"""The key that gives each verdict; 0 clears it (ux.md U28)."""

MATURITY = range(6)
"""Maturity levels 0 to 5, optional beside the verdict."""


class Importance(StrEnum):
    """How much a requirement matters for the certificate, most first."""

    CRITICAL = "critical"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"

    @property
    def rank(self) -> int:
        """0 for critical, 3 for low."""
        return list(Importance).index(self)


class EffortSize(StrEnum):
    """Effort in words of a plan, from hours (print.md 3.1)."""

    SMALL = "S"
    MEDIUM = "M"
    LARGE = "L"
    EXTRA_LARGE = "XL"

    @classmethod
    def of(cls, hours: float) -> "EffortSize":
        """Up to half a day is small, up to a day and a half medium, up to three days large."""
        if hours <= 4:
            return cls.SMALL
        if hours <= 12:
            return cls.MEDIUM
        return cls.LARGE if hours <= 24 else cls.EXTRA_LARGE
