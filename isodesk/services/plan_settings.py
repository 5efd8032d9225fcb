"""How a client's plan is dated and paid for: country, direction, start, cost of an hour, the order that began it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from isodesk.domain.arranging import Direction
from isodesk.domain.events import BudgetChanged, Event, PlanChanged
from isodesk.domain.keys import ClientId
from isodesk.errors import InvalidInput
from isodesk.i18n import N_
from isodesk.services.fields import cleaned
from isodesk.services.history import History
from isodesk.storage import clients, scheduling
from isodesk.storage.tables import PlanSettingRow
from isodesk.storage.work import Session, Work, Workshop

_LIMITS: Final = {"country": 10, "direction": 10, "currency": 3, "order_number": 60}
_FIELDS: Final = frozenset({*_LIMITS, "start_on", "hour_rate", "order_on"})
_DEAREST: Final = 1_000_000
_MONEY: Final = frozenset({"hour_rate", "currency"})
_USUAL: Final = {"ru": ("RU", "RUB"), "en": ("GB", "GBP")}
"""Country and currency of a client who writes in this language, until somebody chooses others."""


@dataclass(frozen=True, slots=True)
class PlanSettings:
    """Settings of a plan, the usual ones where none were made."""

    country: str
    """ISO 3166 code whose public holidays are days off; empty: only weekends are."""
    direction: Direction
    start_on: date | None
    currency: str
    """ISO 4217 code."""
    hour_rate: float
    """What an hour of own work costs."""
    order_number: str
    order_on: date | None
    """Number and day of the order that started the project."""
    baseline_on: date | None


class PlanSettingsDesk:
    """Reads and changes the settings; every change is a step that can be undone."""

    def __init__(self, workshop: Workshop, history: History) -> None:
        self._workshop = workshop
        self._history = history

    def get(self, client: ClientId) -> PlanSettings:
        """The settings that hold now. Raises NotFound."""
        with self._workshop.read() as session:
            return settings_of(session, client)

    def change(self, client: ClientId, **values: object) -> None:
        """Changes country, direction, start_on, hour_rate, currency, order_number or order_on in one step.

        Raises InvalidInput naming the field, NotFound for a client that is gone.
        """
        with self._history.step(N_("change the settings of the plan")) as work:
            write(work, client, values)
            record: Event = BudgetChanged(client) if values.keys() <= _MONEY else PlanChanged(client)
            work.record(record)


def settings_of(session: Session, client: str) -> PlanSettings:
    """The settings of a client inside a session. Raises NotFound."""
    row = scheduling.setting(session, client)
    country, currency = _usual(session, client)
    if row is None:
        return PlanSettings(country, Direction.FORWARD, None, currency, 0.0, "", None, None)
    return PlanSettings(
        row.country,
        Direction(row.direction),
        row.start_on,
        row.currency or currency,
        row.hour_rate,
        row.order_number,
        row.order_on,
        row.baseline_on,
    )


def setting_row(work: Work, client: str) -> PlanSettingRow:
    """The row of a client inside a step, made with the usual country where there was none. Raises NotFound."""
    row = scheduling.setting(work.session, client)
    if row is None:
        country, currency = _usual(work.session, client)
        row = PlanSettingRow(client_id=client, country=country, currency=currency)
        work.session.add(row)
    return row


def write(work: Work, client: str, values: Mapping[str, object]) -> None:
    """Settings checked and written inside a step. Raises InvalidInput, NotFound."""
    kept = cleaned(values, _LIMITS, frozenset())
    if unknown := kept.keys() - _FIELDS:
        raise KeyError(*unknown)
    for name in kept.keys() & {"country", "currency"}:
        kept[name] = str(kept[name]).upper()
    _refuse(kept)
    row = setting_row(work, client)
    for name, value in kept.items():
        setattr(row, name, value)


def _usual(session: Session, client: str) -> tuple[str, str]:
    return _USUAL.get(clients.get(session, client).language, _USUAL["en"])


def _refuse(values: Mapping[str, object]) -> None:
    if values.get("direction", "forward") not in list(Direction):
        raise InvalidInput("direction", N_("A plan is dated forward or backward."), N_("Choose one of the two."))
    if "country" in values:
        from isodesk.services.public_holidays import countries

        if values["country"] and values["country"] not in countries():
            raise InvalidInput(
                "country", N_("The holidays of this country are not known."), N_("Choose a country from the list.")
            )
    rate = values.get("hour_rate", 0.0)
    if not isinstance(rate, (int, float)) or not 0 <= rate <= _DEAREST:
        raise InvalidInput("hour_rate", N_("An hour costs from 0 to 1,000,000."), N_("Correct the number."))
    if values.get("currency") and not re.fullmatch("[A-Z]{3}", str(values["currency"])):
        raise InvalidInput(
            "currency", N_("A currency has a code of three letters."), N_("Type a code such as RUB, EUR or GBP.")
        )
