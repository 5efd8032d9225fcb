"""The load of a client's plan: who has how many hours of open work in which week."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from isodesk.domain import workload as rules
from isodesk.domain.keys import ClientId
from isodesk.domain.workload import Load, Portion, Workload
from isodesk.services.plan import Plan, TaskView
from isodesk.services.team import Team
from isodesk.storage.work import Workshop


@dataclass(frozen=True, slots=True)
class PersonLoad:
    """One person, or nobody (id None), with their weeks."""

    person: str | None
    name: str
    hours_a_week: float
    weeks: tuple[Load, ...]

    @property
    def hours(self) -> float:
        """All open work of the person."""
        return sum(load.hours for load in self.weeks)


@dataclass(frozen=True, slots=True)
class LoadView:
    """Everybody's weeks, and who has too much."""

    weeks: tuple[date, ...]
    """Mondays."""
    people: tuple[PersonLoad, ...]
    above: tuple[tuple[str, date, Load], ...]
    """(name, Monday, load), the worst first."""
    tasks: dict[str, TaskView]
    """By id, for the tasks that the loads name."""


class Workloads:
    """Reads; it changes nothing."""

    def __init__(
        self, workshop: Workshop, plan: Plan, team: Team, working: Callable[[ClientId], Callable[[date], bool]]
    ) -> None:
        self._workshop = workshop
        self._plan = plan
        self._team = team
        self._working = working

    def view(self, client: ClientId, language: str) -> LoadView:
        """The weeks from this one on; titles of tasks in `language`."""
        people = self._team.people(client)
        tasks = self._plan.tasks(client, language)
        hours = {str(person.id): person.hours_a_week for person in people}
        found: Workload = rules.spread(
            (
                Portion(task.id, task.owner, task.effort * (100 - task.done) / 100, task.start, task.due)
                for task in tasks
                if task.start and task.due and task.done < 100
            ),
            hours,
            self._workshop.today,
            self._working(client),
        )
        names: dict[str | None, str] = {str(person.id): person.name for person in people}
        names |= {task.owner: task.owner_name for task in tasks if task.owner and task.owner not in names}
        return LoadView(
            found.weeks,
            tuple(
                PersonLoad(owner, names.get(owner, ""), hours.get(owner or "", 0.0), loads)
                for owner, loads in found.loads.items()
            ),
            tuple((names.get(owner, ""), week, load) for owner, week, load in found.above),
            {str(task.id): task for task in tasks},
        )
