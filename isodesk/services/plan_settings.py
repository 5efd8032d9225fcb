"""How a client schedules and pays for its plan: the usual settings until somebody chooses others."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from isodesk.domain.events import PlanChanged
from isodesk.domain.keys import ClientId
from isodesk.i18n import N_
from isodesk.services.fields import cleaned
from isodesk.services.history import History
from isodesk.storage.tables import PlanSettingRow
from isodesk.storage.work import Workshop

_LIMITS: Final = {"country": 10, "direction": 10, "currency": 3, "order_number": 60}


@dataclass(frozen=True, slots=True)
class PlanSettings:
    """Settings as pages and documents see them."""

    country: str = ""
    direction: str = "forward"
    start_on: date | None = None
    currency: str = ""
    hour_rate: float = 0.0
    order_number: str = ""
    order_on: date | None = None
    baseline_on: date | None = None


class PlanSettingsDesk:
    """Reads and changes the settings of a plan."""

    def __init__(self, workshop: Workshop, history: History) -> None:
        self._workshop = workshop
        self._history = history

    def get(self, client: ClientId) -> PlanSettings:
        """The settings in force."""
        with self._workshop.read() as session:
            row = session.query(PlanSettingRow).filter_by(client_id=client).one_or_none()
            if row is None:
                return PlanSettings()
            return PlanSettings(*(getattr(row, name) for name in PlanSettings.__dataclass_fields__))

    def change(self, client: ClientId, **values: object) -> None:
        """Changes some settings in one step. Raises InvalidInput."""
        kept = cleaned(values, _LIMITS, frozenset())
        with self._history.step(N_("change the settings of the plan")) as work:
            row = work.session.query(PlanSettingRow).filter_by(client_id=client).one_or_none()
            if row is None:
                row = PlanSettingRow(client_id=client)
                work.session.add(row)
            for name, value in kept.items():
                setattr(row, name, value)
            work.record(PlanChanged(client))
