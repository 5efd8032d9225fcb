"""Queries about the policy, objectives, what was measured, and the tasks that serve objectives."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from isodesk.storage.tables import ObjectiveRow, ObjectiveTaskRow, ObjectiveValueRow, PolicyRow, TaskRow


def policy(session: Session, client: str) -> PolicyRow | None:
    """The policy of a client; None while nothing is said of it."""
    return session.scalars(select(PolicyRow).where(PolicyRow.client_id == client)).one_or_none()


def objectives(session: Session, client: str) -> Sequence[ObjectiveRow]:
    """Objectives in their order."""
    query = select(ObjectiveRow).where(ObjectiveRow.client_id == client, ObjectiveRow.archived_at.is_(None))
    return session.scalars(query.order_by(ObjectiveRow.position, ObjectiveRow.id)).all()


def objective(session: Session, client: str, key: str) -> ObjectiveRow | None:
    """One objective of a client, in the trash or not."""
    row = session.get(ObjectiveRow, key)
    return row if row is not None and row.client_id == client else None


def last_position(session: Session, client: str) -> int:
    """The highest position in use, 0 where there is none; the trash counts, so that what comes back keeps its place."""
    return session.scalar(select(func.max(ObjectiveRow.position)).where(ObjectiveRow.client_id == client)) or 0


def values(session: Session, client: str) -> dict[str, list[ObjectiveValueRow]]:
    """What was measured, by objective, the earliest first: for all objectives of a client in one query."""
    query = select(ObjectiveValueRow).join(ObjectiveRow, ObjectiveRow.id == ObjectiveValueRow.objective_id)
    found: dict[str, list[ObjectiveValueRow]] = {}
    for row in session.scalars(query.where(ObjectiveRow.client_id == client).order_by(ObjectiveValueRow.measured_on)):
        found.setdefault(row.objective_id, []).append(row)
    return found


def values_of(session: Session, objective_: str) -> Sequence[ObjectiveValueRow]:
    """What was measured of one objective, the earliest first."""
    query = select(ObjectiveValueRow).where(ObjectiveValueRow.objective_id == objective_)
    return session.scalars(query.order_by(ObjectiveValueRow.measured_on)).all()


def tasks(session: Session, client: str) -> dict[str, list[TaskRow]]:
    """Tasks in the plan that serve objectives, by objective in the order of the plan; those in the trash left out."""
    query = (
        select(ObjectiveTaskRow.objective_id, TaskRow)
        .join(TaskRow, TaskRow.id == ObjectiveTaskRow.task_id)
        .where(TaskRow.client_id == client, TaskRow.archived_at.is_(None))
        .order_by(TaskRow.position, TaskRow.id)
    )
    found: dict[str, list[TaskRow]] = {}
    for key, row in session.execute(query):
        found.setdefault(key, []).append(row)
    return found
