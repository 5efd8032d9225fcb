"""Lines of the plan: tasks under the sections of the standard, filtered and folded, with their words, signs and bars."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from isodesk.domain.charts import Gantt, GanttBar
from isodesk.domain.keys import PersonId, clause_order, section_of
from isodesk.i18n import N_
from isodesk.services.plan import TaskKind, TaskView
from isodesk.ui.models.rows import folded
from isodesk.ui.signs import STATES, Sign
from isodesk.ui.speech import _, plural, speech

SHOW: Final = (
    ("all", N_("All tasks")),
    ("open", N_("Open tasks")),
    ("overdue", N_("Overdue tasks")),
    ("unowned", N_("Tasks without a responsible person")),
    ("done", N_("Tasks that are done")),
)
OTHER: Final = "other"
LATE: Final = Sign("warning", "bad")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the filters let through."""

    show: str = "all"
    owner: PersonId | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the plan: a task, or the heading of a section with what its tasks add up to."""

    key: str
    title: str
    start: date | None
    due: date | None
    effort: float
    done: int
    task: TaskView | None = None
    waits: str = ""
    late: int = 0
    """Days past the due date."""
    folded: bool = False
    inside: bool = False
    """Stands under a heading."""

    @property
    def is_milestone(self) -> bool:
        """A day on which something is reached."""
        return self.task is not None and self.task.kind is TaskKind.MILESTONE


def is_wanted(task: TaskView, wanted: Wanted, today: date) -> bool:
    """Whether the filters let a task through."""
    passes = {
        "open": task.done < 100,
        "overdue": task.is_overdue(today),
        "unowned": task.owner is None and task.done < 100 and task.kind is TaskKind.TASK,
        "done": task.done == 100,
    }.get(wanted.show, True)
    if not passes or (wanted.owner is not None and task.owner != wanted.owner):
        return False
    text = folded(f"{task.number} {task.title} {task.clause} {task.owner_name} {task.deliverable} {task.note}")
    return all(word in text for word in folded(wanted.text).split())


def lines_of(tasks: Iterable[TaskView], wanted: Wanted, today: date) -> list[Line]:
    """Tasks that pass the filters, in the order of the plan."""
    every = tuple(tasks)
    numbers = {task.id: task.number for task in every}
    return [
        Line(
            key=task.id,
            title=task.title,
            start=task.due if task.kind is TaskKind.MILESTONE else task.start,
            due=task.due,
            effort=task.effort,
            done=task.done,
            task=task,
            waits=", ".join(str(n) for n in sorted(numbers[p] for p in task.predecessors if p in numbers)),
            late=(today - task.due).days if task.due and task.is_overdue(today) else 0,
        )
        for task in every
        if is_wanted(task, wanted, today)
    ]


def section(task: TaskView) -> str:
    """The section of the standard that a task belongs to; OTHER for milestones and work of one's own."""
    return section_of(task.clause) if task.clause else OTHER


def grouped(lines: Sequence[Line], titles: Mapping[str, str], shut: Collection[str]) -> list[Line]:
    """The lines under a heading for each section; tasks of a folded one are left out."""
    groups: dict[str, list[Line]] = {}
    for line in lines:
        if line.task is not None:
            groups.setdefault(section(line.task), []).append(line)
    result: list[Line] = []
    for name in sorted(groups, key=lambda name: (name == OTHER, clause_order(name))):
        members = groups[name]
        key = f"section:{name}"
        result.append(_heading(key, _section_title(name, titles, members), members, key in shut))
        if key not in shut:
            result += [replace(line, inside=True) for line in members]
    return result


def _section_title(name: str, titles: Mapping[str, str], members: Sequence[Line]) -> str:
    if name != OTHER:
        return f"{name} {titles.get(name, '')}".rstrip()
    kinds = {line.is_milestone for line in members}
    if kinds == {True}:
        return _("Milestones")
    return _("Milestones and other work") if True in kinds else _("Other work")


def _heading(key: str, title: str, members: Sequence[Line], shut: bool) -> Line:
    effort = sum(line.effort for line in members)
    weights = [line.effort if effort else 1.0 for line in members]
    done = sum(line.done * weight for line, weight in zip(members, weights, strict=True)) / sum(weights)
    return Line(
        key,
        title,
        min((line.start for line in members if line.start), default=None),
        max((line.due for line in members if line.due), default=None),
        effort,
        int(done),
        folded=shut,
    )


def state_words(line: Line) -> str:
    """How a task stands, in words."""
    if line.late:
        return plural("overdue by {count} day", "overdue by {count} days", line.late)
    if line.done == 100:
        day = line.task.done_on if line.task else None
        return _("done {date}").format(date=speech().date(day)) if day else _("done")
    if line.is_milestone:
        return _("ahead")
    return _("under way") if line.done else _("not started")


def state_sign(line: Line) -> Sign:
    """How a task stands, as a shape."""
    if line.late:
        return LATE
    if line.done == 100:
        return STATES["done"]
    return STATES["doing" if line.done else "todo"]


def bar_of(line: Line) -> GanttBar | None:
    """The line on the time axis; None without dates."""
    if line.start is None or line.due is None:
        return None
    return GanttBar(
        f"{line.task.number} {line.title}" if line.task else line.title,
        line.start,
        line.due,
        line.done / 100,
        critical=line.task is not None and line.task.critical,
        milestone=line.is_milestone,
        group=line.task is None,
        baseline=line.task.baseline if line.task else None,
        pinned=line.task is not None and line.task.is_pinned,
        late=line.late > 0,
        key=line.key,
    )


def chart_of(lines: Iterable[Line], today: date) -> tuple[Gantt, tuple[GanttBar | None, ...]]:
    """The chart, and its bars line by line."""
    every = tuple(lines)
    bars = tuple(bar_of(line) for line in every)
    links = tuple((before, line.key) for line in every if line.task for before in line.task.predecessors)
    return Gantt(tuple(bar for bar in bars if bar is not None), today, links), bars
