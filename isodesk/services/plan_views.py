"""What the plan shows of a task: its words, who does it, its dates and money, and how far it strays from its baseline."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from isodesk.catalog.standard import Question, Standard
from isodesk.domain.charts import Gantt, GanttBar
from isodesk.domain.keys import ClientId, PersonId, QuestionKey, TaskId
from isodesk.domain.people import Role
from isodesk.domain.schedule import Span, critical_path, reserve
from isodesk.i18n import N_, speech
from isodesk.services.standards import Standards
from isodesk.storage import plan, team
from isodesk.storage.tables import TaskRow
from isodesk.storage.work import Session
from isodesk.wording import milestone_title

_OF_CLAUSE = N_("Close the gaps of clause {clause}: {title}")
_OF_BARE_CLAUSE = N_("Close the gaps of clause {clause}")


class TaskKind(StrEnum):
    """A piece of work, or a day on which something is reached."""

    TASK = "task"
    MILESTONE = "milestone"


@dataclass(frozen=True, slots=True)
class TaskView:
    """A task or milestone in one language."""

    id: TaskId
    number: int
    kind: TaskKind
    title: str
    question: QuestionKey | None
    """The one question whose gap it closes; None where there is none, or where there are several."""
    standard: str
    clause: str
    owner: PersonId | None
    owner_name: str
    start: date | None
    due: date | None
    effort: float
    """Hours."""
    done: int
    """Percent."""
    done_on: date | None
    deliverable: str
    note: str
    predecessors: tuple[TaskId, ...]
    critical: bool
    questions: tuple[QuestionKey, ...] = ()
    """All questions whose gaps it closes."""
    role: Role | None = None
    """Who usually does it, whether or not somebody holds the role."""
    effort_least: float | None = None
    effort_most: float | None = None
    """Bounds of the estimate in hours; None: nobody gave any."""
    effort_actual: float | None = None
    """Hours that it took, as far as they are known."""
    cost: float = 0.0
    """Planned money beside the hours, in the currency of the plan."""
    cost_actual: float | None = None
    began_on: date | None = None
    not_before: date | None = None
    is_pinned: bool = False
    """Its dates were set by hand."""
    baseline_start: date | None = None
    baseline_due: date | None = None
    milestone: str = ""
    """Key of a standard milestone (wording.MILESTONES); empty for others."""

    def is_overdue(self, today: date) -> bool:
        """Whether it should have been done by now."""
        return self.due is not None and self.done < 100 and self.due < today

    @property
    def baseline(self) -> tuple[date, date] | None:
        """First and last day as they were approved; None where no plan was approved yet."""
        if self.baseline_start is None or self.baseline_due is None:
            return None
        return self.baseline_start, self.baseline_due

    @property
    def deviation(self) -> int | None:
        """Working days by which it ends later than in the baseline, negative for earlier; None without a baseline."""
        return deviation(self.baseline_due, self.done_on or self.due)


def deviation(before: date | None, now: date | None) -> int | None:
    """Working days from `before` to `now`, negative when `now` comes first; None where one of them is missing."""
    return None if before is None or now is None else -reserve(now, before)


@dataclass(frozen=True, slots=True)
class Baseline:
    """The dates of the plan as they were kept on a day."""

    kept_on: date | None
    ends: date
    """The last day of the plan as kept."""
    deviation: int
    """Working days by which the plan ends later now, negative for earlier."""


def baseline_of(tasks: Iterable[TaskView], kept_on: date | None) -> Baseline | None:
    """The baseline that the tasks carry; None where they carry none."""
    every = tuple(tasks)
    kept = [task.baseline_due for task in every if task.baseline_due]
    now = [task.done_on or task.due for task in every if task.due]
    if not kept or not now:
        return None
    return Baseline(kept_on, max(kept), deviation(max(kept), max(day for day in now if day)) or 0)


def views(session: Session, standards: Standards, client: ClientId, language: str) -> tuple[TaskView, ...]:
    """The plan of a client in its order; titles of tasks of ours come in `language` unless they were rewritten."""
    rows = plan.tasks(session, client)
    waits = _waits(session, client, {row.id for row in rows})
    spans = {row.id: Span(row.start_on, row.due_on) for row in rows if row.start_on and row.due_on}
    critical = critical_path(spans, waits)
    names = team.names(session, client)
    titles = Titles(session, standards, client, language)
    return tuple(
        TaskView(
            id=TaskId(row.id),
            number=number,
            kind=TaskKind(row.kind),
            title=titles.of(row),
            question=QuestionKey(row.question) if row.question else None,
            standard=row.standard or "",
            clause=row.clause,
            owner=PersonId(row.owner_id) if row.owner_id else None,
            owner_name=names.get(row.owner_id or "", ""),
            start=row.start_on,
            due=row.due_on,
            effort=row.effort,
            done=row.done,
            done_on=row.done_on,
            deliverable=row.deliverable,
            note=row.note,
            predecessors=tuple(waits.get(row.id, ())),
            critical=row.id in critical,
            questions=titles.questions_of(row),
            **_figures(row),
        )
        for number, row in enumerate(rows, start=1)
    )


def _figures(row: TaskRow) -> dict[str, Any]:
    """What a task takes and how it is pinned down, as the row holds it."""
    same = (
        "effort_least",
        "effort_most",
        "effort_actual",
        "cost",
        "cost_actual",
        "began_on",
        "not_before",
        "is_pinned",
        "baseline_start",
        "baseline_due",
    )
    return {"role": _role(row.role), "milestone": row.milestone or "", **{name: getattr(row, name) for name in same}}


def _waits(session: Session, client: ClientId, present: set[str]) -> dict[str, list[TaskId]]:
    found: dict[str, list[TaskId]] = {}
    for link in plan.links(session, client):
        if link.predecessor_id in present:
            found.setdefault(link.successor_id, []).append(TaskId(link.predecessor_id))
    return found


def _role(value: str | None) -> Role | None:
    """A role that a newer isodesk knows is no role here."""
    return Role(value) if value in set(Role) else None


class Titles:
    """The words of tasks of ours: from their question, their clause or their milestone."""

    def __init__(self, session: Session, standards: Standards, client: ClientId, language: str) -> None:
        self._language = language
        self._asked: dict[str, Question] = {r.question.key: r.question for r in standards.merged(session, client)}
        self._standards: Mapping[str, Standard] = standards.ever(session, client)
        self._several: dict[str, list[QuestionKey]] = defaultdict(list)
        for row in plan.task_questions(session, client):
            self._several[row.task_id].append(QuestionKey(row.question))

    def questions_of(self, row: TaskRow) -> tuple[QuestionKey, ...]:
        """Every question whose gap the task closes."""
        own = (QuestionKey(row.question),) if row.question else ()
        return (*own, *(key for key in self._several.get(row.id, ()) if key not in own))

    def of(self, row: TaskRow) -> str:
        """Its own title, else the words of what it was made of; empty where those are not known."""
        if row.title:
            return row.title
        question = self._question(row.question or "")
        if question is not None:
            return question.text(self._language).action
        if row.milestone:
            return milestone_title(row.milestone, self._language)
        return self._of_clause(row) if row.id in self._several else ""

    def _question(self, key: str) -> Question | None:
        if key in self._asked or not key:
            return self._asked.get(key)
        return next((found for standard in self._standards.values() if (found := standard.questions.get(key))), None)

    def _of_clause(self, row: TaskRow) -> str:
        words = speech(self._language)
        standard = self._standards.get(row.standard or "")
        clause = standard.by_number.get(row.clause) if standard is not None else None
        template = words(_OF_CLAUSE if clause is not None else _OF_BARE_CLAUSE)
        return template.format(clause=row.clause, title=clause.title(self._language) if clause is not None else "")


def gantt(tasks: Iterable[TaskView], today: date | None) -> Gantt:
    """The plan as a chart; tasks without dates are left out."""
    return Gantt(tuple(_bars(tasks)), today)


def _bars(tasks: Iterable[TaskView]) -> Iterator[GanttBar]:
    for task in tasks:
        if task.start and task.due:
            yield GanttBar(
                f"{task.number} {task.title}",
                task.start,
                task.due,
                task.done / 100,
                critical=task.critical,
                milestone=task.kind is TaskKind.MILESTONE,
                baseline=task.baseline,
            )
