"""How long the gaps take at a pace: an estimate, and said to be one."""

from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil
from typing import Final

USUAL_PACE: Final = 10.0
"""Hours a week that a small firm finds for the project beside its own work."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """Work, pace, and the day on which the one is done at the other."""

    hours: int
    hours_a_week: float
    weeks: int
    ends_on: date


def forecast(hours: int, hours_a_week: float, start: date) -> Forecast:
    """`hours_a_week` is above zero; work that has to wait for other work is not seen here, the plan sees it."""
    weeks = ceil(hours / hours_a_week)
    return Forecast(hours, hours_a_week, weeks, start + timedelta(weeks=weeks))
