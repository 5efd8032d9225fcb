"""How many people work at each site in each shift; audit time and the auditor's visit are planned by them."""

from collections.abc import Mapping
from typing import Final

from isodesk.domain.events import ClientChanged
from isodesk.domain.keys import ClientId, SiteId
from isodesk.errors import InvalidInput, NotFound
from isodesk.i18n import N_
from isodesk.services.clients import STAFF
from isodesk.services.history import History
from isodesk.storage import clients, responsibilities
from isodesk.storage.tables import SiteShiftRow
from isodesk.storage.work import Workshop

MOST: Final = 4
"""Shifts that a firm can have."""


class SiteShifts:
    """Changes the staff of shifts; it is read with the sites."""

    def __init__(self, workshop: Workshop, history: History) -> None:
        self._workshop = workshop
        self._history = history

    def change(self, client: ClientId, site: SiteId, staff: Mapping[int, int]) -> None:
        """Sets the staff of shifts by their numbers, in one step; 0 means not said. Raises InvalidInput, NotFound."""
        for number, people in staff.items():
            if not 1 <= number <= MOST or not 0 <= people < STAFF.stop:
                raise InvalidInput(
                    "shift",
                    N_("The number of people in a shift must be from 0 to {most}."),
                    N_("Correct the number."),
                    most=STAFF.stop - 1,
                )
        with self._history.step(N_("change the staff of a shift")) as work:
            if all(row.id != site for row in clients.sites(work.session, client)):
                raise NotFound(N_("This site is no longer there."), N_("Choose another one from the list."))
            rows = responsibilities.shifts(work.session, site)
            for number, people in staff.items():
                row = rows.get(number)
                if row is None and people:
                    work.session.add(SiteShiftRow(site_id=site, number=number, staff=people))
                elif row is not None and people:
                    row.staff = people
                elif row is not None:
                    work.session.delete(row)
            work.record(ClientChanged(client))
