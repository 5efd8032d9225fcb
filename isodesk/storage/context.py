"""Queries about the context of a client: issues, interested parties with their requirements, the climate question."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from isodesk.storage.tables import ClimateRow, IssueRow, PartyRequirementRow, PartyRow


def issues(session: Session, client: str) -> Sequence[IssueRow]:
    """Issues in their order."""
    query = select(IssueRow).where(IssueRow.client_id == client, IssueRow.archived_at.is_(None))
    return session.scalars(query.order_by(IssueRow.position, IssueRow.id)).all()


def parties(session: Session, client: str) -> Sequence[PartyRow]:
    """Interested parties in their order."""
    query = select(PartyRow).where(PartyRow.client_id == client, PartyRow.archived_at.is_(None))
    return session.scalars(query.order_by(PartyRow.position, PartyRow.id)).all()


def requirements(session: Session, party: str) -> Sequence[PartyRequirementRow]:
    """Requirements of one party in their order."""
    row = PartyRequirementRow
    return session.scalars(select(row).where(row.party_id == party).order_by(row.position, row.id)).all()


def requirements_of_client(session: Session, client: str) -> dict[str, list[PartyRequirementRow]]:
    """Requirements by party, for all parties of a client in one query."""
    row = PartyRequirementRow
    query = select(row).join(PartyRow, PartyRow.id == row.party_id).where(PartyRow.client_id == client)
    found: dict[str, list[PartyRequirementRow]] = {}
    for requirement in session.scalars(query.order_by(row.position, row.id)):
        found.setdefault(requirement.party_id, []).append(requirement)
    return found


def next_position(session: Session, rows: type[IssueRow | PartyRow], client: str) -> int:
    """A place behind all of a client's rows of one kind; the trash counts, so that what comes back keeps its place."""
    last = session.scalar(select(func.max(rows.position)).where(rows.client_id == client))
    return 0 if last is None else last + 1


def climate(session: Session, client: str) -> ClimateRow | None:
    """What was said of climate change, None while nothing was."""
    return session.scalar(select(ClimateRow).where(ClimateRow.client_id == client))
