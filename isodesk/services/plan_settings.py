"""How a client's plan is scheduled and paid for, and the order that started the project."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from isodesk.domain.events import PlanChanged
from isodesk.domain.keys import ClientId
from isodesk.i18n import N_
from isodesk.services.fields import cleaned
from isodesk.services.history import History
from isodesk.storage import plan_settings
from isodesk.storage.tables import PlanSettingRow
from isodesk.storage.work import Workshop

_LIMITS: Final = {"country": 10, "direction": 10, "currency": 3, "order_number": 60}


@dataclass(frozen=True, slots=True)
class PlanSettings:
    """Settings of a plan; those of a client that set nothing are the usual ones."""

    country: str = ""
    direction: str = "forward"
    start_on: date | None = None
    currency: str = ""
    hour_rate: float = 0.0
    order_number: str = ""
    order_on: date | None = None
    baseline_on: date | None = None


class PlanSettingsService:
    """Reads and changes the settings; every change is a step that can be undone."""

    def __init__(self, workshop: Workshop, history: History) -> None:
        self._workshop = workshop
        self._history = history

    def of(self, client: ClientId) -> PlanSettings:
        """The settings of a client."""
        with self._workshop.read() as session:
            row = plan_settings.settings(session, client)
            if row is None:
                return PlanSettings()
            return PlanSettings(
                country=row.country,
                direction=row.direction,
                start_on=row.start_on,
                currency=row.currency,
                hour_rate=row.hour_rate,
                order_number=row.order_number,
                order_on=row.order_on,
                baseline_on=row.baseline_on,
            )

    def change(self, client: ClientId, **values: object) -> None:
        """Changes settings by the names of `PlanSettings` in one step. Raises InvalidInput."""
        kept = cleaned(values, _LIMITS, frozenset())
        with self._history.step(N_("change the settings of the plan")) as work:
            row = plan_settings.settings(work.session, client)
            if row is None:
                row = PlanSettingRow(client_id=client)
                work.session.add(row)
            for field, value in kept.items():
                setattr(row, field, value)
            work.record(PlanChanged(client))
