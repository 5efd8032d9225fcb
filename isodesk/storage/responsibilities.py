"""Queries about the letters of roles for processes and clauses, and about the staff of shifts."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from isodesk.storage.tables import ResponsibilityRow, SiteRow, SiteShiftRow


def of_processes(session: Session, client: str) -> Sequence[ResponsibilityRow]:
    """Letters for processes, those in the trash included."""
    row = ResponsibilityRow
    return session.scalars(select(row).where(row.client_id == client, row.process_id.is_not(None))).all()


def of_clauses(session: Session, client: str, standard: str) -> Sequence[ResponsibilityRow]:
    """Letters for the clauses of a standard."""
    row = ResponsibilityRow
    return session.scalars(select(row).where(row.client_id == client, row.standard == standard)).all()


def every(session: Session, client: str) -> Sequence[ResponsibilityRow]:
    """All letters of a client."""
    return session.scalars(select(ResponsibilityRow).where(ResponsibilityRow.client_id == client)).all()


def shifts_of_client(session: Session, client: str) -> dict[str, dict[int, int]]:
    """Staff by site and number of the shift, in one query."""
    query = select(SiteShiftRow).join(SiteRow, SiteRow.id == SiteShiftRow.site_id).where(SiteRow.client_id == client)
    found: dict[str, dict[int, int]] = {}
    for row in session.scalars(query):
        found.setdefault(row.site_id, {})[row.number] = row.staff
    return found


def shifts(session: Session, site: str) -> dict[int, SiteShiftRow]:
    """Rows of one site by the number of the shift."""
    return {row.number: row for row in session.scalars(select(SiteShiftRow).where(SiteShiftRow.site_id == site))}
