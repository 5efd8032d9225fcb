"""Working days: Monday to Friday without days off, and the weekend days that are worked all the same."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

_WEEK: Final = 7
_WORKED: Final = 5


class TooFar(ValueError):
    """A day before the year 1 or after the year 9999."""


@dataclass(frozen=True)
class WorkingCalendar:
    """`holidays` are days off, `extra` weekend days that are worked; a day that is in both is worked.

    Working days carry numbers that grow by one from each to the next, so that plans are computed with whole numbers
    and only their results become dates. A number costs two searches in short lists, however far the day lies.
    """

    holidays: frozenset[date] = frozenset()
    extra: frozenset[date] = frozenset()
    _off: list[int] = field(init=False, repr=False, compare=False)
    _on: list[int] = field(init=False, repr=False, compare=False)
    _days: dict[int, date] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        weekend = {day for day in self.extra if day.weekday() >= _WORKED}
        off = {day for day in self.holidays if day.weekday() < _WORKED} - self.extra
        object.__setattr__(self, "_off", _ordinals(off))
        object.__setattr__(self, "_on", _ordinals(weekend))

    def is_working(self, day: date) -> bool:
        """Whether people work on this day."""
        if day in self.extra:
            return True
        return day.weekday() < _WORKED and day not in self.holidays

    def number(self, day: date) -> int:
        """How many working days lie before `day`, counted from the year 1: the number of `day` where it is one,
        of the next working day where it is not."""
        return self._number(day.toordinal())

    def number_after(self, day: date) -> int:
        """The number of the first working day after `day`, which may be the last day that dates know."""
        return self._number(day.toordinal() + 1)

    def _number(self, ordinal: int) -> int:
        weeks, rest = divmod(ordinal - 1, _WEEK)  # ordinal 1, the first of January of the year 1, is a Monday
        return weeks * _WORKED + min(rest, _WORKED) - bisect_left(self._off, ordinal) + bisect_left(self._on, ordinal)

    def day(self, number: int) -> date:
        """The working day of this number. Raises TooFar."""
        found = self._days.get(number)
        if found is None:
            found = self._days[number] = self._find(number)
        return found

    def _find(self, number: int) -> date:
        low = _weekday_ordinal(number - len(self._on))
        high = _weekday_ordinal(number + len(self._off)) + 1
        while low < high:  # the first day after which more than `number` working days are past
            middle = (low + high) // 2
            if self._number(middle + 1) > number:
                high = middle
            else:
                low = middle + 1
        try:
            return date.fromordinal(low)
        except (ValueError, OverflowError) as error:
            raise TooFar(str(number)) from error

    def on_or_after(self, day: date) -> date:
        """`day` itself, or the next working day. Raises TooFar."""
        return day if self.is_working(day) else self.day(self.number(day))

    def on_or_before(self, day: date) -> date:
        """`day` itself, or the working day before it. Raises TooFar."""
        return day if self.is_working(day) else self.day(self.number(day) - 1)

    def add(self, day: date, count: int) -> date:
        """The working day `count` working days after `day`, or before it when negative. From a day off the count
        begins at the next working day, backwards at the one before. Raises TooFar."""
        begin = self.number(day)
        if count < 0 and not self.is_working(day):
            begin -= 1
        return self.day(begin + count)

    def working_days(self, first: date, last: date) -> int:
        """Working days from `first` to `last`, both included; 0 when reversed."""
        return max(0, self.number_after(last) - self.number(first)) if last >= first else 0

    def reserve(self, end: date, target: date) -> int:
        """Working days left between the end of the work and the day it is wanted by; negative when it comes late."""
        return self.number_after(target) - self.number_after(end)


def _ordinals(days: Iterable[date]) -> list[int]:
    return sorted(day.toordinal() for day in days)


def _weekday_ordinal(number: int) -> int:
    """The day of this number where Monday to Friday are worked and nothing else."""
    weeks, rest = divmod(number, _WORKED)
    return weeks * _WEEK + rest + 1


WEEKDAYS: Final = WorkingCalendar()
"""Monday to Friday, whatever the country."""


def each_day(first: date, last: date) -> Iterable[date]:
    """Every day from `first` to `last`, both included."""
    return (first + timedelta(days=offset) for offset in range((last - first).days + 1))
