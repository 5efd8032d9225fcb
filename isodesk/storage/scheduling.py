"""Queries about the settings and the calendar of a client's plan."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from isodesk.storage.tables import CalendarDayRow, PlanSettingRow


def setting(session: Session, client: str) -> PlanSettingRow | None:
    """The settings of a client's plan where any were made."""
    return session.scalar(select(PlanSettingRow).where(PlanSettingRow.client_id == client))


def calendar_days(session: Session, client: str) -> Sequence[CalendarDayRow]:
    """Days of the client's own, in order."""
    query = select(CalendarDayRow).where(CalendarDayRow.client_id == client)
    return session.scalars(query.order_by(CalendarDayRow.day)).all()
