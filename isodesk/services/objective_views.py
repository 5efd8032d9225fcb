"""What pages and documents see of the policy and of objectives."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from isodesk.domain.charts import Trend
from isodesk.domain.keys import ObjectiveId, PersonId, ProcessId, TaskId
from isodesk.domain.objectives import Aim, Course, Lack, Measured, lacking
from isodesk.domain.policy import Commitment
from isodesk.storage.tables import ObjectiveRow, ObjectiveValueRow, TaskRow


@dataclass(frozen=True, slots=True)
class PolicyView:
    """The policy with what the client's standards ask it to hold."""

    text: str
    approved_on: date | None
    asked: tuple[Commitment, ...]
    """What a policy of this client has to hold."""
    found: frozenset[Commitment]
    """Of these, what the text bears a sign of."""

    @property
    def doubtful(self) -> tuple[Commitment, ...]:
        """What the text bears no sign of."""
        return tuple(commitment for commitment in self.asked if commitment not in self.found)


@dataclass(frozen=True, slots=True)
class ServingTask:
    """A task of the plan that serves an objective."""

    id: TaskId
    title: str
    done: int


@dataclass(frozen=True, slots=True)
class ObjectiveView:
    """An objective as pages and documents see it."""

    id: ObjectiveId
    number: int
    title: str
    standard: str | None
    """The family of a standard; None: for all of them."""
    process: ProcessId | None
    process_name: str
    measure: str
    unit: str
    base: float | None
    target: float | None
    owner: PersonId | None
    owner_name: str
    due: date | None
    actions: str
    resources: str
    evaluation: str
    values: tuple[Measured, ...]
    """The earliest first."""
    tasks: tuple[ServingTask, ...]
    course: Course
    share: float | None
    """Share of the way, 0 to 1."""
    is_late: bool
    """The due day has passed, and it is not reached."""

    @property
    def lacks(self) -> tuple[Lack, ...]:
        """What is missing of what clause 6.2.2 asks for."""
        return lacking(
            measure=self.measure, target=self.target, owner=self.owner, due=self.due, evaluation=self.evaluation
        )

    @property
    def last(self) -> Measured | None:
        """What was measured last."""
        return self.values[-1] if self.values else None

    @property
    def trend(self) -> Trend:
        """Its values as a chart."""
        points = tuple((value.day, value.value) for value in self.values)
        return Trend(points, self.base, self.target, self.due, self.unit)


def objective_view(
    row: ObjectiveRow,
    number: int,
    names: tuple[str, str],
    values: Sequence[ObjectiveValueRow],
    tasks: Sequence[TaskRow],
    today: date,
) -> ObjectiveView:
    """The objective of a row; `names` are those of its process and its owner."""
    measured = tuple(Measured(value.measured_on, value.value, value.note) for value in values)
    aim = Aim(row.base, row.target, row.due_on)
    course = aim.course(measured, today)
    return ObjectiveView(
        id=ObjectiveId(row.id),
        number=number,
        title=row.title,
        standard=row.standard,
        process=ProcessId(row.process_id) if row.process_id else None,
        process_name=names[0],
        measure=row.measure,
        unit=row.unit,
        base=row.base,
        target=row.target,
        owner=PersonId(row.owner_id) if row.owner_id else None,
        owner_name=names[1],
        due=row.due_on,
        actions=row.actions,
        resources=row.resources,
        evaluation=row.evaluation,
        values=measured,
        tasks=tuple(ServingTask(TaskId(task.id), task.title, task.done) for task in tasks),
        course=course,
        share=aim.share(measured),
        is_late=row.due_on is not None and row.due_on < today and course is not Course.REACHED,
    )
