"""When the plan will be ready, said with its odds, and which tasks that hangs on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from isodesk.domain.arranging import Direction, Terms
from isodesk.domain.calendar import TooFar
from isodesk.domain.keys import ClientId, TaskId
from isodesk.domain.schedule import CycleFound, Span
from isodesk.errors import NotAllowed
from isodesk.i18n import N_
from isodesk.services.calendar import calendar_of
from isodesk.services.plan_items import WHOLE, items_of, planned, waits
from isodesk.services.plan_views import Titles
from isodesk.services.scheduling import Proposal, endless
from isodesk.services.simulation import RUNS, Estimate, Outcome, Progress, Work, simulate
from isodesk.services.standards import Standards
from isodesk.storage import plan, team
from isodesk.storage.tables import TaskRow
from isodesk.storage.work import Workshop


@dataclass(frozen=True, slots=True)
class Driver:
    """A task that the ready date hangs on, with its share of the spread (0 to 1)."""

    task: TaskId
    title: str
    share: float


@dataclass(frozen=True, slots=True)
class ForecastView:
    """Ready by `p50` in half of all cases, by `p90` in nine of ten."""

    p50: date
    p90: date
    drivers: tuple[Driver, ...]
    runs: int


class Forecasts:
    """Reads the plan and plays it through; writes nothing."""

    def __init__(self, workshop: Workshop, standards: Standards) -> None:
        self._workshop = workshop
        self._standards = standards

    def of(
        self,
        client: ClientId,
        language: str,
        proposal: Proposal | None = None,
        progress: Progress = lambda _done, _total: None,
        runs: int = RUNS,
    ) -> ForecastView | None:
        """The forecast of the plan as it is dated, or as a proposal would date it; None where nothing is left to do.
        `progress(done, total)` may raise to stop. Raises NotAllowed where tasks wait in a circle or never end."""
        today = self._workshop.today
        with self._workshop.read() as session:
            rows = plan.tasks(session, client)
            titles = Titles(session, self._standards, client, language)
            names = {row.id: titles.of(row) for row in rows}
            country = proposal.wish.country if proposal else None
            hours = {row.id: row.hours_a_week for row in team.people(session, client)}
            terms = Terms(today, calendar_of(session, client, today, country), hours, Direction.FORWARD)
            works = _works(rows, waits(session, client), today, proposal)
        outcome = _played(works, terms, progress, runs)
        if outcome is None:
            return None
        drivers = tuple(Driver(TaskId(key), names[key], share) for key, share in outcome.drivers)
        return ForecastView(outcome.p50, outcome.p90, drivers, outcome.runs)


def _works(
    rows: Sequence[TaskRow],
    before: dict[str, tuple[str, ...]],
    today: date,
    proposal: Proposal | None,
) -> list[Work]:
    proposed = {str(move.task): move.rest for move in proposal.moves} if proposal else {}
    by_id = {row.id: row for row in rows}
    return [
        Work(item, _estimate(by_id[item.id]), _span(by_id[item.id], proposed)) for item in items_of(rows, before, today)
    ]


def _span(row: TaskRow, proposed: dict[str, Span]) -> Span | None:
    return proposed.get(row.id) or planned(row)


def _estimate(row: TaskRow) -> Estimate:
    left = (WHOLE - row.done) / WHOLE
    bounds = [None if bound is None else bound * left for bound in (row.effort_least, row.effort_most)]
    return Estimate.around(row.effort * left, *bounds)


def _played(works: list[Work], terms: Terms, progress: Progress, runs: int) -> Outcome | None:
    try:
        return simulate(works, terms, progress, runs)
    except TooFar as error:
        raise endless() from error
    except CycleFound as error:
        raise NotAllowed(
            N_("Tasks of the plan wait for one another in a circle."), N_("Remove one of the dependencies.")
        ) from error
