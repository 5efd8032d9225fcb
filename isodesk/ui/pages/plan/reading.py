"""Everything that the page of the plan shows, read from the services in one go."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from isodesk.catalog.standard import Question
from isodesk.domain.calendar import WEEKDAYS, WorkingCalendar
from isodesk.domain.people import Role
from isodesk.services.plan import TaskView
from isodesk.ui.case import Case, RowHelp

Pairs = tuple[tuple[str | None, str], ...]


@dataclass(frozen=True)
class Reading:
    """The plan and what stands around it at one moment."""

    tasks: tuple[TaskView, ...] = ()
    today: date = date.min
    target: date | None = None
    people: tuple[tuple[str, str], ...] = ()
    sections: Mapping[str, str] = field(default_factory=dict)
    clauses: tuple[tuple[str, str], ...] = ()
    questions: Mapping[str, Question] = field(default_factory=dict)
    gaps: int = 0
    """Gaps that no task closes yet."""
    unfilled: tuple[Role, ...] = ()
    """Roles that open tasks ask for and nobody holds."""

    calendar: WorkingCalendar = WEEKDAYS
    """The days on which the client works."""

    @property
    def closes(self) -> frozenset[str]:
        """Questions whose gaps have a task."""
        return frozenset(key for task in self.tasks for key in task.questions)

    @property
    def open(self) -> tuple[TaskView, ...]:
        """What is left to do."""
        return tuple(task for task in self.tasks if task.done < 100)

    @property
    def end(self) -> date | None:
        """The day the open work ends: overdue work ends today at the earliest."""
        last = max((task.due for task in self.open if task.due), default=None)
        return max(last, self.today) if last else None

    @property
    def reserve(self) -> int | None:
        """Working days between the end of the open work and the target, negative when it comes late; None where one of
        the two is not known."""
        return None if self.end is None or self.target is None else self.calendar.reserve(self.end, self.target)

    def is_off(self, day: date) -> bool:
        """Whether nobody works on a day."""
        return not self.calendar.is_working(day)

    @property
    def begin(self) -> date | None:
        """The first day of open work."""
        return min((task.start for task in self.open if task.start and task.due), default=None)

    def count(self, show: str) -> int:
        """How many tasks are overdue, or have nobody."""
        if show == "overdue":
            return sum(task.is_overdue(self.today) for task in self.tasks)
        return sum(task.owner is None and task.kind.value == "task" for task in self.open)

    def choices(self, nobody: str) -> Pairs:
        """Who can be responsible, and nobody."""
        return ((None, nobody), *self.people)

    def help(self, task: TaskView, language: str) -> RowHelp | None:
        """Plain words about the question that a task closes."""
        question = self.questions.get(task.questions[0] if task.questions else "")
        if question is None:
            return None
        text = question.text(language)
        return RowHelp(text.question, "\n".join(f"– {line}" for line in text.look_for), text.example, task.clause)


def read(case: Case, language: str, before: Reading | None = None) -> Reading:
    """Asks the services. `before` is what was read under the same answers: gaps are not counted again for nothing."""
    services, client = case.services, case.client
    standards = services.standards.of(client)
    sections: dict[str, str] = {}
    clauses: dict[str, str] = {}
    questions: dict[str, Question] = {}
    for standard in standards:
        for clause in standard.clauses:
            if clause.level == 1:
                sections.setdefault(clause.number, clause.title(language))
            clauses.setdefault(clause.number, f"{clause.number} {clause.title(language)}")
        questions.update({key: question for key, question in standard.questions.items() if key not in questions})
    fresh = Reading(
        services.plan.tasks(client, language),
        services.plan.today(),
        services.clients.get(client).target_on,
        tuple((person.id, person.name) for person in services.team.people(client)),
        sections,
        tuple(clauses.items()),
        questions,
        unfilled=services.planning.unfilled_roles(client),
        calendar=services.calendar.of(client),
    )
    if before is not None and before.closes == fresh.closes:
        return replace(fresh, gaps=before.gaps)
    return replace(fresh, gaps=len(services.planning.open_gaps(client)))
