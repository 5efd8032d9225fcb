"""Queries about tasks, what waits for what, and templates of plans."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from isodesk.storage.tables import PlanSettingRow, PlanTemplateRow, TaskLinkRow, TaskQuestionRow, TaskRow


def tasks(session: Session, client: str) -> Sequence[TaskRow]:
    """Tasks and milestones in their order."""
    query = select(TaskRow).where(TaskRow.client_id == client, TaskRow.archived_at.is_(None))
    return session.scalars(query.order_by(TaskRow.position, TaskRow.id)).all()


def removed(session: Session, client: str) -> Sequence[TaskRow]:
    """Tasks and milestones in the trash."""
    return session.scalars(select(TaskRow).where(TaskRow.client_id == client, TaskRow.archived_at.is_not(None))).all()


def links(session: Session, client: str) -> Sequence[TaskLinkRow]:
    """All dependencies of a client's plan."""
    query = select(TaskLinkRow).join(TaskRow, TaskRow.id == TaskLinkRow.successor_id)
    return session.scalars(query.where(TaskRow.client_id == client)).all()


def task_questions(session: Session, client: str) -> Sequence[TaskQuestionRow]:
    """Which questions the tasks close that stand for more than one, those in the trash too."""
    query = select(TaskQuestionRow).join(TaskRow, TaskRow.id == TaskQuestionRow.task_id)
    return session.scalars(query.where(TaskRow.client_id == client).order_by(TaskQuestionRow.question)).all()


def last_position(session: Session, client: str) -> int:
    """The highest position in use, 0 in an empty plan; the trash counts."""
    return session.scalar(select(func.max(TaskRow.position)).where(TaskRow.client_id == client)) or 0


def setting(session: Session, client: str) -> PlanSettingRow | None:
    """How the client schedules; None while everything is as usual."""
    return session.scalar(select(PlanSettingRow).where(PlanSettingRow.client_id == client))


def templates(session: Session) -> Sequence[PlanTemplateRow]:
    """Templates of plans by name."""
    return session.scalars(select(PlanTemplateRow).order_by(PlanTemplateRow.name, PlanTemplateRow.id)).all()
