"""The budget of a client's project: lines of money beside the work of its tasks, planned and actual."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from math import isfinite
from typing import Final

from isodesk.domain.budget import Amount, CostKind
from isodesk.domain.events import BudgetChanged
from isodesk.domain.keys import BudgetLineId, ClientId
from isodesk.errors import InvalidInput
from isodesk.i18n import N_
from isodesk.services.fields import LONG, cleaned
from isodesk.services.history import History
from isodesk.services.plan_settings import PlanSettings, PlanSettingsDesk
from isodesk.storage import budget
from isodesk.storage.tables import BudgetLineRow
from isodesk.storage.work import Workshop

_LIMITS: Final = {"title": 1000, "kind": 40, "note": LONG}
_REQUIRED: Final = frozenset({"title"})
MOST: Final = 1_000_000_000_000.0
"""More than any small firm spends; a slip of the keyboard goes beyond it."""


@dataclass(frozen=True, slots=True)
class LineView:
    """Something that is bought for the project."""

    id: BudgetLineId
    kind: CostKind
    title: str
    planned: float
    actual: float | None
    """None: nothing was spent yet."""
    due: date | None
    note: str


@dataclass(frozen=True, slots=True)
class BudgetView:
    """Lines, and what the whole project costs."""

    lines: tuple[LineView, ...]
    hours: Amount
    """Hours of own work by the tasks of the plan."""
    work: Amount
    """Those hours at the price of an hour."""
    tasks: Amount
    """Costs noted at tasks."""
    currency: str
    hour_rate: float

    @property
    def bought(self) -> Amount:
        """All lines together."""
        return sum((Amount(line.planned, line.actual or 0.0) for line in self.lines), Amount())

    @property
    def total(self) -> Amount:
        """Everything."""
        return self.work + self.tasks + self.bought


class Budget:
    """Reads and changes the budget; every change is a step that can be undone."""

    def __init__(self, workshop: Workshop, history: History, settings: PlanSettingsDesk) -> None:
        self._workshop = workshop
        self._history = history
        self._settings = settings

    def view(self, client: ClientId) -> BudgetView:
        """The budget as it stands."""
        settings: PlanSettings = self._settings.get(client)
        with self._workshop.read() as session:
            hours, spent, cost, paid = budget.task_sums(session, client)
            return BudgetView(
                lines=tuple(_view(row) for row in budget.lines(session, client)),
                hours=Amount(hours, spent),
                work=Amount(hours * settings.hour_rate, spent * settings.hour_rate),
                tasks=Amount(cost, paid),
                currency=settings.currency,
                hour_rate=settings.hour_rate,
            )

    def add(self, client: ClientId, title: str, kind: CostKind = CostKind.OTHER) -> BudgetLineId:
        """A new line at the end. Raises InvalidInput."""
        return self.add_many(client, ((title, kind),))[0]

    def add_many(self, client: ClientId, lines: Iterable[tuple[str, CostKind]]) -> tuple[BudgetLineId, ...]:
        """Several lines in one step, such as the usual ones. Raises InvalidInput."""
        kept = [(cleaned({"title": title}, _LIMITS, _REQUIRED)["title"], kind) for title, kind in lines]
        with self._history.step(N_("add lines to the budget")) as work:
            last = budget.last_position(work.session, client)
            rows = [
                BudgetLineRow(client_id=client, position=last + offset, title=title, kind=kind.value)
                for offset, (title, kind) in enumerate(kept, start=1)
            ]
            work.session.add_all(rows)
            work.record(BudgetChanged(client))
        return tuple(BudgetLineId(row.id) for row in rows)

    def change(self, client: ClientId, line: BudgetLineId, **values: object) -> None:
        """Changes title, kind, planned, actual, due_on or note of a line. Raises InvalidInput naming the field."""
        kept = cleaned(values, _LIMITS, _REQUIRED)
        for name in ("planned", "actual"):
            if name in kept:
                refuse_amount(name, kept[name])
        with self._history.step(N_("change a line of the budget")) as work:
            row = budget.line(work.session, line)
            for name, value in kept.items():
                setattr(row, name, value)
            work.record(BudgetChanged(client))

    def archive(self, client: ClientId, lines: Iterable[BudgetLineId]) -> None:
        """Removes lines; undo and the trash bring them back."""
        with self._history.step(N_("remove lines from the budget")) as work:
            for key in lines:
                budget.line(work.session, key).archived_at = work.now
            work.record(BudgetChanged(client))


def refuse_amount(field: str, value: object) -> None:
    """Raises InvalidInput for an amount below zero or beyond all reason; None is no amount and passes."""
    if value is None:
        return
    if not isinstance(value, (int, float)) or not isfinite(value) or not 0 <= value <= MOST:
        raise InvalidInput(
            field, N_("An amount goes from 0 to a trillion."), N_("Correct the number; a refund is a smaller amount.")
        )


def _view(row: BudgetLineRow) -> LineView:
    known = set(CostKind)
    return LineView(
        BudgetLineId(row.id),
        CostKind(row.kind) if row.kind in known else CostKind.OTHER,
        row.title,
        row.planned,
        row.actual,
        row.due_on,
        row.note,
    )
