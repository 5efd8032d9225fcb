"""The working calendar of a client: the holidays of its country and days of its own."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from isodesk.domain.calendar import WorkingCalendar, each_day
from isodesk.domain.events import PlanChanged
from isodesk.domain.keys import ClientId
from isodesk.errors import InvalidInput
from isodesk.i18n import N_
from isodesk.services import public_holidays
from isodesk.services.fields import clean, refuse_far_dates
from isodesk.services.history import History
from isodesk.services.plan_settings import settings_of
from isodesk.storage import scheduling
from isodesk.storage.tables import CalendarDayRow
from isodesk.storage.work import Session, Workshop

_BACK: Final = 2
_AHEAD: Final = 12
"""Years before and after today whose holidays are looked up; further on only weekends are free."""
_LONGEST: Final = 366
_NAME: Final = 200


@dataclass(frozen=True, slots=True)
class OwnDay:
    """A day on which this client works though its country does not, or the other way round."""

    day: date
    working: bool
    name: str


class Calendar:
    """Reads the calendar and changes the client's own days; every change is a step that can be undone."""

    def __init__(self, workshop: Workshop, history: History) -> None:
        self._workshop = workshop
        self._history = history

    def of(self, client: ClientId, country: str | None = None) -> WorkingCalendar:
        """The calendar by which the client's plan is dated; as it would be in another `country` where one is given."""
        with self._workshop.read() as session:
            return calendar_of(session, client, self._workshop.today, country)

    def working(self, client: ClientId) -> Callable[[date], bool]:
        """Says of a day whether the client works on it, by the calendar as it is now."""
        return self.of(client).is_working

    def countries(self, language: str) -> tuple[tuple[str, str], ...]:
        """(code, name in `language`) of the countries whose holidays are known, by name."""
        return public_holidays.named_countries(language)

    def holidays(self, country: str, year: int, language: str) -> tuple[tuple[date, str], ...]:
        """Public holidays of a year with their names."""
        return public_holidays.names_of(country, year, language)

    def own_days(self, client: ClientId) -> tuple[OwnDay, ...]:
        """The client's own days, in order."""
        with self._workshop.read() as session:
            return tuple(OwnDay(row.day, row.working, row.name) for row in scheduling.calendar_days(session, client))

    def add(self, client: ClientId, first: date, last: date, *, working: bool, name: str = "") -> int:
        """Makes every day from `first` to `last` a day off, or a working day, in one step; returns how many days that
        changes. Days that are so already are passed over. Raises InvalidInput: reversed, more than a year, nothing
        to change, name too long."""
        kept = clean("name", name, _NAME)
        refuse_far_dates({"first": first, "last": last})
        if last < first:
            raise InvalidInput("last", N_("The last day lies before the first."), N_("Change one of the two dates."))
        if (last - first).days >= _LONGEST:
            raise InvalidInput("last", N_("That is more than a year."), N_("Enter at most one year at a time."))
        with self._history.step(N_("change the calendar")) as work:
            calendar = calendar_of(work.session, client, work.today)
            rows = {row.day: row for row in scheduling.calendar_days(work.session, client)}
            changed = [day for day in each_day(first, last) if calendar.is_working(day) != working]
            if not changed:
                _refuse_no_change(working=working)
            for day in changed:
                row = rows.get(day)
                if row is None:
                    row = CalendarDayRow(client_id=client, day=day)
                    work.session.add(row)
                row.working, row.name = working, kept
            work.record(PlanChanged(client))
        return len(changed)

    def remove(self, client: ClientId, days: Iterable[date]) -> None:
        """These days are again as the country has them, in one step."""
        gone = frozenset(days)
        with self._history.step(N_("change the calendar")) as work:
            for row in scheduling.calendar_days(work.session, client):
                if row.day in gone:
                    work.session.delete(row)
            work.record(PlanChanged(client))


def _refuse_no_change(*, working: bool) -> None:
    if working:
        raise InvalidInput("first", N_("These days are worked already."), N_("Choose other days."))
    raise InvalidInput("first", N_("These days are free already."), N_("Choose other days."))


def calendar_of(session: Session, client: str, today: date, country: str | None = None) -> WorkingCalendar:
    """The working calendar of a client inside a session."""
    chosen = settings_of(session, client).country if country is None else country
    first, last = max(1, today.year - _BACK), min(date.max.year, today.year + _AHEAD)
    off, worked = public_holidays.days_of(chosen, first, last) if chosen else (frozenset(), frozenset())
    own = scheduling.calendar_days(session, client)
    on = {row.day for row in own if row.working}
    free = {row.day for row in own if not row.working}
    return WorkingCalendar((off | free) - on, (worked | on) - free)
