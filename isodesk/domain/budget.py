"""What a project costs: hours of own work, costs of tasks, and money for things that are bought."""

from dataclasses import dataclass
from enum import StrEnum


class CostKind(StrEnum):
    """What money is spent on beside own work."""

    CERTIFICATION = "certification"
    CONSULTING = "consulting"
    TRAINING = "training"
    STANDARDS = "standards"
    EQUIPMENT = "equipment"
    CALIBRATION = "calibration"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Amount:
    """Planned and actual, in one currency; actual counts what is known so far."""

    planned: float = 0.0
    actual: float = 0.0

    def __add__(self, other: "Amount") -> "Amount":
        return Amount(self.planned + other.planned, self.actual + other.actual)

    @property
    def left(self) -> float:
        """What may still be spent; below zero where more was spent than planned."""
        return self.planned - self.actual
