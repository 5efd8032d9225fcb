"""What the printed plan says of its sums and of its baseline."""

import datetime as dt
from collections.abc import Iterable, Iterator

from isodesk.i18n import Speech
from isodesk.reports.blocks import Block, Paragraph
from isodesk.services.plan import TaskKind, TaskView
from isodesk.services.plan_views import Baseline


def baseline(kept: Baseline, words: Speech) -> str:
    """When it was kept, when it ended, and how far the end has moved."""
    days = words("kept on {date}, end on {end}").format(date=words.date(kept.kept_on) or "–", end=words.date(kept.ends))
    return f"{days}; {_moved(kept.deviation, words)}"


def _moved(days: int, words: Speech) -> str:
    if days == 0:
        return words("the end has not moved")
    if days > 0:
        return words.plural("now {count} working day later", "now {count} working days later", days)
    return words.plural("now {count} working day earlier", "now {count} working days earlier", -days)


def totals(tasks: Iterable[TaskView], words: Speech) -> str:
    """Hours and money of the tasks: planned, and spent as far as that was written down."""
    every = tuple(tasks)
    work = [task for task in every if task.kind is TaskKind.TASK]
    hours = sum(task.effort for task in work)
    spent = [task.effort_actual for task in work if task.effort_actual is not None]
    costs = sum(task.cost for task in every)
    paid = [task.cost_actual for task in every if task.cost_actual is not None]
    parts = [words("Planned in all: {hours} hours of work").format(hours=words.number(round(hours)))]
    if spent:
        parts.append(words("spent so far: {hours} hours").format(hours=words.number(round(sum(spent)))))
    if costs:
        parts.append(words("planned costs: {money}").format(money=words.number(costs)))
    if paid:
        parts.append(words("actual costs: {money}").format(money=words.number(sum(paid))))
    return "; ".join(parts) + "."


def legend(tasks: Iterable[TaskView], words: Speech) -> Iterator[Block]:
    """What brackets in the table mean, where there are any."""
    every = tuple(tasks)
    notes = []
    if any(task.role and not task.owner_name for task in every):
        notes.append(words("(Role): nobody is named yet."))
    if any(task.deviation for task in every):
        notes.append(words("(+5 d.): working days later than the baseline, with a minus earlier."))
    if notes:
        yield Paragraph(" ".join(notes), "small")


def stray(task: TaskView, words: Speech) -> str:
    """Working days that the task has moved from its baseline, with a sign; nothing where it stands."""
    days = task.deviation
    return words("({days} d.)").format(days=f"{days:+d}".replace("-", "−")) if days else ""


def basis(number: str, day: dt.date | None, words: Speech) -> str:
    """The order that started the project; what nobody has typed is left to the pen."""
    return words("Order No. {number} of {day}").format(
        number=number or "________", day=words.date(day) or "________________"
    )
