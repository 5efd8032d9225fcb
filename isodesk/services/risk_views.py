"""What pages and documents see of a risk or an opportunity, and the register as a matrix."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from isodesk.domain import risks
from isodesk.domain.charts import MatrixCell, RiskMatrix
from isodesk.domain.keys import PersonId, ProcessId, RiskId, TaskId
from isodesk.domain.risks import OPEN, Decision, Judged, Level, RiskFault, RiskKind, Scale
from isodesk.i18n import Speech
from isodesk.storage.tables import RiskRow
from isodesk.wording import risks as risk_words


@dataclass(frozen=True, slots=True)
class RiskTask:
    """A task of the plan that treats a risk, and how far it is."""

    id: TaskId
    number: int
    """Its place in the plan."""
    title: str
    owner_name: str
    due: date | None
    done: int
    """Percent."""
    is_overdue: bool


@dataclass(frozen=True, slots=True)
class RiskView:
    """One risk or opportunity with its weight before and after treatment."""

    id: RiskId
    number: int
    kind: RiskKind
    title: str
    process: ProcessId | None
    process_name: str
    standard: str
    cause: str
    consequence: str
    existing: str
    likelihood: int | None
    impact: int | None
    decision: Decision | None
    treatment: str
    owner: PersonId | None
    owner_name: str
    due: date | None
    residual_likelihood: int | None
    residual_impact: int | None
    effectiveness: str
    reviewed: date | None
    tasks: tuple[RiskTask, ...]
    scale: Scale

    @property
    def judged(self) -> Judged:
        """What decides how it stands."""
        return Judged(
            kind=self.kind,
            likelihood=self.likelihood,
            impact=self.impact,
            decision=self.decision,
            has_owner=self.owner is not None,
            treatment=self.treatment,
            has_due=self.due is not None,
            tasks=len(self.tasks),
            tasks_done=sum(task.done >= 100 for task in self.tasks),
            residual_likelihood=self.residual_likelihood,
            residual_impact=self.residual_impact,
            effectiveness=self.effectiveness,
            scale=self.scale,
        )

    @property
    def score(self) -> int | None:
        """Likelihood times impact before treatment."""
        return self.judged.score

    @property
    def residual_score(self) -> int | None:
        """Likelihood times impact after treatment."""
        return self.judged.residual_score

    @property
    def level(self) -> Level | None:
        """Before treatment; None while it is not weighed."""
        return self.scale.level(self.likelihood, self.impact)

    @property
    def residual_level(self) -> Level | None:
        """After treatment; None while that is not weighed."""
        return self.scale.level(self.residual_likelihood, self.residual_impact)

    @property
    def faults(self) -> tuple[RiskFault, ...]:
        """What is missing."""
        return risks.faults_of(self.judged)

    @property
    def is_open(self) -> bool:
        """Not weighed, not decided or without an owner: what the overview counts."""
        return bool(OPEN.intersection(self.faults))

    def is_overdue(self, today: date) -> bool:
        """Whether the treatment should have been done by now: by its tasks, or by the date where it has none."""
        if self.judged.is_idle:
            return False
        if self.tasks:
            return any(task.is_overdue for task in self.tasks)
        return self.due is not None and self.due < today and self.residual_score is None

    def place(self, *, after: bool) -> tuple[int, int] | None:
        """Likelihood and impact as the matrix shows them. What is not weighed after treatment stays where it was."""
        if after and self.residual_likelihood and self.residual_impact:
            return (self.residual_likelihood, self.residual_impact)
        return (self.likelihood, self.impact) if self.likelihood and self.impact else None


def view_of(
    row: RiskRow,
    scale: Scale,
    people: Mapping[str, str],
    processes: Mapping[str, str],
    tasks: Iterable[RiskTask] = (),
) -> RiskView:
    """One row with the names of what it points at."""
    return RiskView(
        id=RiskId(row.id),
        number=row.number,
        kind=RiskKind(row.kind),
        title=row.title,
        process=ProcessId(row.process_id) if row.process_id else None,
        process_name=processes.get(row.process_id or "", ""),
        standard=row.standard or "",
        cause=row.cause,
        consequence=row.consequence,
        existing=row.existing,
        likelihood=row.likelihood,
        impact=row.impact,
        decision=Decision(row.decision) if row.decision else None,
        treatment=row.treatment,
        owner=PersonId(row.owner_id) if row.owner_id else None,
        owner_name=people.get(row.owner_id or "", ""),
        due=row.due_on,
        residual_likelihood=row.residual_likelihood,
        residual_impact=row.residual_impact,
        effectiveness=row.effectiveness,
        reviewed=row.reviewed_on,
        tasks=tuple(tasks),
        scale=scale,
    )


def by_level(views: Iterable[RiskView]) -> tuple[RiskView, ...]:
    """The heaviest first, what is not weighed before all; risks before opportunities."""
    return tuple(sorted(views, key=lambda view: (view.kind is not RiskKind.RISK, -(view.score or 1000), view.number)))


def matrix(views: Iterable[RiskView], kind: RiskKind, scale: Scale, words: Speech, *, after: bool) -> RiskMatrix:
    """The register of one kind as a matrix, before or after treatment."""
    places: dict[tuple[int, int], list[str]] = {}
    for view in views:
        place = view.place(after=after)
        if view.kind is kind and place is not None:
            places.setdefault(place, []).append(str(view.number))
    steps = range(1, scale.size + 1)
    cells = tuple(
        MatrixCell(
            likelihood,
            impact,
            level.value,
            risk_words.level_letter(kind, level, words),
            tuple(places.get((likelihood, impact), ())),
        )
        for likelihood in reversed(steps)
        for impact in steps
        for level in (scale.level_of(likelihood * impact),)
    )
    low, medium, high = (words(risk_words.LEVEL[kind][level]) for level in Level)
    return RiskMatrix(
        tuple(words(word) for word in risk_words.LIKELIHOOD[scale.size]),
        tuple(words(word) for word in risk_words.IMPACT[kind][scale.size]),
        (low, medium, high),
        cells,
        is_good=kind is RiskKind.OPPORTUNITY,
    )
