"""Objectives: whether all that clause 6.2.2 asks for is said of one, and how far it has come by what was measured."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Course(StrEnum):
    """Where an objective stands."""

    OPEN = "open"
    """No target yet: nothing to compare with."""
    UNMEASURED = "unmeasured"
    ON_COURSE = "on-course"
    BEHIND = "behind"
    REACHED = "reached"
    MISSED = "missed"


class Lack(StrEnum):
    """What is still missing of an objective, in the order of the form (6.2.2; 6.2.1 for the measure)."""

    MEASURE = "measure"
    TARGET = "target"
    OWNER = "owner"
    DUE = "due"
    EVALUATION = "evaluation"


def lacking(
    *, measure: str, target: float | None, owner: str | None, due: date | None, evaluation: str
) -> tuple[Lack, ...]:
    """What is missing; texts count as written when anything stands in them."""
    absent = (
        (Lack.MEASURE, not measure),
        (Lack.TARGET, target is None),
        (Lack.OWNER, owner is None),
        (Lack.DUE, due is None),
        (Lack.EVALUATION, not evaluation),
    )
    return tuple(lack for lack, missing in absent if missing)


@dataclass(frozen=True, slots=True)
class Measured:
    """What was measured on a day."""

    day: date
    value: float
    note: str = ""


@dataclass(frozen=True, slots=True)
class Aim:
    """From where to where, by when. Without a base the first value measured is taken for it.

    Up or down is told from base and target; where both are equal, the value is to be kept.
    """

    base: float | None
    target: float | None
    due: date | None

    def start(self, values: Sequence[Measured]) -> float | None:
        """Where the way begins; None while neither a base nor a value is known."""
        if self.base is not None:
            return self.base
        return values[0].value if values else None

    def advance(self, values: Iterable[Measured]) -> float | None:
        """Share of the way by the last value: 0 at the base, 1 at the target; below 0 when it got worse, above 1
        when it went beyond. None without a target or a value."""
        listed = sorted(values, key=lambda value: value.day)
        start = self.start(listed)
        if self.target is None or start is None or not listed:
            return None
        last = listed[-1].value
        if start == self.target:
            return 1.0 if last == self.target else 0.0
        return (last - start) / (self.target - start)

    def share(self, values: Iterable[Measured]) -> float | None:
        """Share of the way, 0 to 1; None without a target or a value."""
        advance = self.advance(values)
        return None if advance is None else min(1.0, max(0.0, advance))

    def course(self, values: Iterable[Measured], today: date) -> Course:
        """Where it stands `today`. Reached is what the last value says, late or not; behind is less of the way than of
        the time between the first measurement and the due day, both taken at the day of the last measurement."""
        listed = sorted(values, key=lambda value: value.day)
        if self.target is None:
            return Course.OPEN
        advance = self.advance(listed)
        if advance is not None and advance >= 1:
            return Course.REACHED
        if self.due is not None and self.due < today:
            return Course.MISSED
        if advance is None:
            return Course.UNMEASURED
        return Course.ON_COURSE if advance >= self._expected(listed) else Course.BEHIND

    def _expected(self, listed: Sequence[Measured]) -> float:
        """Share of the time that had passed when it was measured last."""
        first, last = listed[0].day, listed[-1].day
        if self.due is None or self.due <= first:
            return 0.0
        return min(1.0, (last - first).days / (self.due - first).days)
