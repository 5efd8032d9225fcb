"""What a task can hold: which values are refused with which words, and how its dates follow one another."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from isodesk.domain.people import Role
from isodesk.domain.schedule import add_working_days, working_day_from, working_days
from isodesk.errors import InvalidInput
from isodesk.i18n import N_
from isodesk.services.fields import LONG
from isodesk.storage.tables import TaskRow

LIMITS: Final = {"title": 1000, "deliverable": 2000, "note": LONG, "clause": 40}
MOST_HOURS: Final = 10_000
MOST_MONEY: Final = 1_000_000_000
_HOURS: Final = ("effort", "effort_least", "effort_most", "effort_actual")
_MONEY: Final = ("cost", "cost_actual")
_NEVER_EMPTY: Final = frozenset({"effort", "cost", "done"})


def refuse(values: Mapping[str, object], today: date) -> None:
    """Raises InvalidInput naming the field that cannot hold its value."""
    for name in _NEVER_EMPTY & values.keys():
        if values[name] is None:
            raise InvalidInput(name, N_("This field cannot be empty."), N_("Write 0 where there is nothing."))
    _refuse_numbers(values)
    _refuse_days(values, today)
    role = values.get("role")
    if role is not None and role not in set(Role):
        raise InvalidInput("role", N_("This role is not known."), N_("Choose one from the list."))


def _refuse_numbers(values: Mapping[str, object]) -> None:
    done = values.get("done")
    if isinstance(done, int) and not 0 <= done <= 100:
        raise InvalidInput("done", N_("Progress goes from 0 to 100 percent."), N_("Correct the number."))
    for name in _HOURS:
        hours = values.get(name)
        if isinstance(hours, (int, float)) and not 0 <= hours <= MOST_HOURS:
            raise InvalidInput(name, N_("Effort goes from 0 to 10,000 hours."), N_("Correct the number."))
    for name in _MONEY:
        money = values.get(name)
        if isinstance(money, (int, float)) and not 0 <= money <= MOST_MONEY:
            raise InvalidInput(name, N_("Costs go from 0 to 1,000,000,000."), N_("Correct the number."))


def _refuse_days(values: Mapping[str, object], today: date) -> None:
    start, due, began = values.get("start_on"), values.get("due_on"), values.get("began_on")
    if isinstance(start, date) and isinstance(due, date) and due < start:
        raise InvalidInput("due_on", N_("The due date lies before the start."), N_("Change one of the two dates."))
    if isinstance(began, date) and began > today:
        raise InvalidInput(
            "began_on", N_("A task cannot have begun in the future."), N_("Set the start of the plan instead.")
        )


def refuse_bounds(row: TaskRow, values: Mapping[str, object]) -> None:
    """Raises InvalidInput where the bounds of an estimate and the estimate contradict each other after a change."""
    least, most = row.effort_least, row.effort_most
    changed = next((name for name in ("effort_least", "effort_most", "effort") if name in values), "")
    if not changed:
        return
    if least is not None and most is not None and least > most:
        raise InvalidInput(changed, N_("The least effort is more than the most."), N_("Change one of the two numbers."))
    outside = (least is not None and row.effort < least) or (most is not None and row.effort > most)
    if outside:
        raise InvalidInput(
            changed,
            N_("The expected effort lies outside its bounds."),
            N_("Change the bounds or the expected effort."),
        )


def settle_dates(row: TaskRow, values: Mapping[str, object]) -> None:
    """Moves the other date along when one alone is changed past it, so that a task never ends before it starts.

    Dates that a person sets count as set by hand, unless the same change says otherwise.
    """
    if {"start_on", "due_on"} & values.keys() and "is_pinned" not in values:
        row.is_pinned = row.start_on is not None or row.due_on is not None
    if row.start_on is None or row.due_on is None:
        return
    if "not_before" in values:
        _respect_not_before(row)
    if row.due_on < row.start_on:
        if "due_on" in values:
            row.start_on = row.due_on
        else:
            row.due_on = row.start_on


def _respect_not_before(row: TaskRow) -> None:
    """A task that would start too early moves with its length; what is done or set by hand stays."""
    day, start, due = row.not_before, row.start_on, row.due_on
    if day is None or start is None or due is None or start >= day or row.done == 100 or row.is_pinned:
        return
    length = max(1, working_days(start, due))
    row.start_on = working_day_from(day)
    row.due_on = add_working_days(row.start_on, length - 1)
