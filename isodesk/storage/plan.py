"""Queries about tasks and what waits for what."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from isodesk.storage.tables import TaskLinkRow, TaskRow


def tasks(session: Session, client: str) -> Sequence[TaskRow]:
    """Tasks and milestones in their order."""
    query = select(TaskRow).where(TaskRow.client_id == client, TaskRow.archived_at.is_(None))
    return session.scalars(query.order_by(TaskRow.position, TaskRow.id)).all()


def links(session: Session, client: str) -> Sequence[TaskLinkRow]:
    """All dependencies of a client's plan."""
    query = select(TaskLinkRow).join(TaskRow, TaskRow.id == TaskLinkRow.successor_id)
    return session.scalars(query.where(TaskRow.client_id == client)).all()


def last_position(session: Session, client: str) -> int:
    """The highest position in use, 0 in an empty plan; the trash counts."""
    return session.scalar(select(func.max(TaskRow.position)).where(TaskRow.client_id == client)) or 0
