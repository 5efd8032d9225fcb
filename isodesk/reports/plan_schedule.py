"""The certification plan: approved by the head, hung on the wall, ticked off with a pen."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from isodesk.domain.charts import GanttBar
from isodesk.domain.keys import section_of
from isodesk.domain.people import Role, decoded_signature
from isodesk.i18n import Speech
from isodesk.reports import plan_progress as progress
from isodesk.reports.blocks import (
    Approval,
    Block,
    Column,
    Facts,
    Figures,
    GanttRow,
    GanttTable,
    Heading,
    Paragraph,
    Row,
    Signature,
    Signatures,
    Table,
)
from isodesk.reports.document import Document, Section
from isodesk.reports.letterhead import Letterhead, form_code, period
from isodesk.services.clients import ClientView
from isodesk.services.plan import TaskKind, TaskView
from isodesk.services.plan_views import Baseline
from isodesk.services.team import PersonView
from isodesk.wording import ROLE_SHORT

KEY: Final = "plan"
FORM: Final = "2.1"


@dataclass(frozen=True, slots=True)
class Planned:
    """Everything that the plan says, as the services gave it."""

    client: ClientView
    tasks: tuple[TaskView, ...]
    people: tuple[PersonView, ...]
    section_titles: dict[tuple[str, str], str]
    """Title by (standard, number of the section)."""
    baseline: Baseline | None = None
    order_number: str = ""
    order_on: dt.date | None = None

    @property
    def work(self) -> tuple[TaskView, ...]:
        """Tasks without milestones."""
        return tuple(task for task in self.tasks if task.kind is TaskKind.TASK)

    @property
    def milestones(self) -> tuple[TaskView, ...]:
        """Days on which something is reached."""
        return tuple(task for task in self.tasks if task.kind is TaskKind.MILESTONE)

    @property
    def starts(self) -> dt.date | None:
        """The first day of work."""
        return min((task.start for task in self.tasks if task.start), default=None)

    @property
    def ends(self) -> dt.date | None:
        """The last day in the plan."""
        return max((task.due for task in self.tasks if task.due), default=None)

    @property
    def leads(self) -> tuple[PersonView, ...]:
        """Those responsible for the management system."""
        return tuple(person for person in self.people if Role.QUALITY in person.roles)


def build(planned: Planned, letterhead: Letterhead, words: Speech) -> Document:
    """The plan as it stands on the day of the letterhead."""
    title = words("Certification plan")
    first = (
        Approval(letterhead.approver(words)),
        Heading(0, title),
        _about(planned, letterhead, words),
        *_summary(planned, letterhead.date, words),
        *_milestones(planned, words),
        *_resources(planned, words),
    )
    sections = [Section(first)]
    if planned.tasks:
        sections.append(
            Section(
                (
                    Heading(1, words("Schedule")),
                    *progress.legend(planned.tasks, words),
                    _schedule(planned, letterhead.date, words),
                    _signatures(planned, letterhead, words),
                ),
                "landscape",
            )
        )
    else:
        sections.append(
            Section(
                (
                    Paragraph(words("The plan has no tasks yet.")),
                    _signatures(planned, letterhead, words),
                ),
                new_page=False,
            )
        )
    return letterhead.document(KEY, title, form_code(words, FORM), tuple(sections), date=letterhead.date)


def _about(planned: Planned, letterhead: Letterhead, words: Speech) -> Facts:
    client = planned.client
    goal = words("Certificate of conformity to {standard}").format(standard=letterhead.standards)
    rows = [
        (words("Basis"), progress.basis(planned.order_number, planned.order_on, words)),
        (words("Goal"), goal if letterhead.standards else ""),
        (words("Scope"), client.scope),
        (words("Project lead"), ", ".join(_with_post(person) for person in planned.leads)),
        (words("Period"), period(words, planned.starts, planned.ends)),
        (words("Target date"), words.date(client.target_on)),
        (words("Reserve"), _reserve(planned.ends, client.target_on, words)),
    ]
    if planned.baseline is not None:
        rows.append((words("Baseline"), progress.baseline(planned.baseline, words)))
    return Facts(tuple(rows))


def _with_post(person: PersonView) -> str:
    return f"{person.name} ({person.post})" if person.post else person.name


def _reserve(ends: dt.date | None, target: dt.date | None, words: Speech) -> str:
    if ends is None or target is None:
        return "–"
    days = (target - ends).days
    if days < 0:
        return words.plural(
            "None: the plan ends {count} day after the target date",
            "None: the plan ends {count} days after the target date",
            -days,
        )
    return words.plural("{count} calendar day", "{count} calendar days", days)


def _summary(planned: Planned, today: dt.date, words: Speech) -> Iterator[Block]:
    work = planned.work
    if not work:
        return
    hours = sum(task.effort for task in work)
    yield Figures(
        (
            (str(len(work)), words("tasks")),
            (str(sum(task.done == 100 for task in work)), words("done")),
            (str(sum(task.is_overdue(today) for task in work)), words("overdue")),
            (str(sum(task.owner is None for task in work)), words("without an owner")),
            (words.number(round(hours)), words("hours of work")),
        )
    )
    yield Paragraph(words("As of {date}.").format(date=words.date(today)), "small")


def _milestones(planned: Planned, words: Speech) -> Iterator[Block]:
    if not planned.milestones:
        return
    yield Heading(1, words("Milestones"))
    columns = (
        Column(words("No."), mm=12, align="right"),
        Column(words("Milestone")),
        Column(words("Date"), mm=28),
        Column(words("Reached"), mm=22, kind="tick"),
    )
    yield Table(
        columns,
        tuple(
            Row((str(task.number), task.title, words.date(task.due), "x" if task.done == 100 else ""))
            for task in planned.milestones
        ),
    )


def _resources(planned: Planned, words: Speech) -> Iterator[Block]:
    if not planned.work:
        return
    posts = {person.id: person.post for person in planned.people}
    owners = dict.fromkeys((task.owner, task.owner_name) for task in planned.work)
    rows = []
    for owner, name in sorted(owners, key=lambda pair: (pair[0] is None, pair[1].casefold())):
        own = [task for task in planned.work if task.owner == owner]
        cells = (
            name or words("Not named yet"),
            posts.get(owner, "") if owner else "",
            str(len(own)),
            words.number(round(sum(task.effort for task in own))),
            period(
                words,
                min((task.start for task in own if task.start), default=None),
                max((task.due for task in own if task.due), default=None),
            ),
        )
        rows.append(Row(cells, marks=() if owner else (0,)))
    columns = (
        Column(words("Responsible")),
        Column(words("Post")),
        Column(words("Tasks"), mm=16, align="right"),
        Column(words("Hours"), mm=16, align="right"),
        Column(words("From – to"), mm=44),
    )
    yield Heading(1, words("Who works on it"))
    yield Table(columns, tuple(rows))
    yield Paragraph(progress.totals(planned.tasks, words))


def _schedule(planned: Planned, today: dt.date, words: Speech) -> GanttTable:
    columns = (
        Column(words("No."), mm=9, align="right"),
        Column(words("Work"), weight=1.5),
        Column(words("Clause"), mm=13),
        Column(words("Result")),
        Column(words("Responsible"), mm=25),
        Column(words("Start, due"), mm=19),
        Column(words("Done (mark)"), mm=18),
    )
    rows: list[GanttRow] = []
    for title, inside in _groups(planned):
        tasks = list(inside)
        if title:
            rows.append(GanttRow(("", title), _bracket(title, tasks)))
        rows += [_task(task, words) for task in tasks]
    return GanttTable(columns, tuple(rows), today)


def _groups(planned: Planned) -> Iterator[tuple[str, Sequence[TaskView]]]:
    """Tasks under the sections of the standard while their order still follows it; else one list without heads."""

    def place(task: TaskView) -> tuple[str, str]:
        is_task = task.kind is TaskKind.TASK and bool(task.clause)
        return (task.standard, section_of(task.clause)) if is_task else ("", "")

    runs = [(key, list(inside)) for key, inside in groupby(planned.tasks, key=place)]
    if len({key for key, _ in runs}) < len(runs):
        yield "", planned.tasks
        return
    for key, inside in runs:
        title = planned.section_titles.get(key, "")
        yield (f"{key[1]} {title}" if title else ""), inside


def _bracket(title: str, tasks: Sequence[TaskView]) -> GanttBar | None:
    starts = [task.start for task in tasks if task.start]
    dues = [task.due for task in tasks if task.due]
    return GanttBar(title, min(starts), max(dues), group=True) if starts and dues else None


def _task(task: TaskView, words: Speech) -> GanttRow:
    is_milestone = task.kind is TaskKind.MILESTONE
    days = (task.due,) if is_milestone else (task.start, task.due)
    cells = (
        str(task.number),
        task.title,
        task.clause,
        task.deliverable,
        task.owner_name or (f"({words(ROLE_SHORT[task.role])})" if task.role else ""),
        "\n".join(part for part in (*map(words.date, days), progress.stray(task, words)) if part),
        words.date(task.done_on) if task.done == 100 else "",
    )
    if task.start is None or task.due is None:
        return GanttRow(cells)
    is_milestone = task.kind is TaskKind.MILESTONE
    bar = GanttBar(
        task.title,
        task.start,
        task.due,
        task.done / 100,
        critical=task.critical,
        milestone=is_milestone,
        baseline=task.baseline,
    )
    return GanttRow(cells, bar)


def _signatures(planned: Planned, letterhead: Letterhead, words: Speech) -> Signatures:
    """Nobody agrees to their own work: where the author leads the project, the line is left to another name."""
    lead = planned.leads[0].name if planned.leads else ""
    author = letterhead.author or lead
    return Signatures(
        (
            Signature(words("Prepared by"), decoded_signature(author)),
            Signature(words("Agreed"), decoded_signature(lead) if lead != author else ""),
        )
    )
