"""What readiness for the certification audit asks of the rows, beside what the overview knows."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import exists, func, or_, select
from sqlalchemy.orm import Session

from isodesk.storage.tables import (
    AuditRow,
    ChecklistItemRow,
    ObjectiveRow,
    ObjectiveValueRow,
    PolicyRow,
    RiskRow,
    RiskTaskRow,
    TaskRow,
)


def policy_approved(session: Session, client: str) -> bool:
    """Whether the policy has a day of approval."""
    query = select(exists().where(PolicyRow.client_id == client, PolicyRow.approved_on.is_not(None)))
    return bool(session.scalar(query))


def milestone_reached(session: Session, client: str, key: str) -> bool:
    """Whether a standard milestone of the plan is done."""
    found = exists().where(
        TaskRow.client_id == client, TaskRow.milestone == key, TaskRow.done == 100, TaskRow.archived_at.is_(None)
    )
    return bool(session.scalar(select(found)))


def objectives_measured(session: Session, client: str) -> int:
    """Objectives for which at least one value was noted."""
    measured = exists().where(ObjectiveValueRow.objective_id == ObjectiveRow.id)
    query = select(func.count()).where(ObjectiveRow.client_id == client, ObjectiveRow.archived_at.is_(None), measured)
    return session.scalar(query) or 0


def treatments(session: Session, client: str) -> tuple[int, int]:
    """Tasks that treat a risk: done, and in all."""
    treating = (
        select(RiskTaskRow.task_id)
        .join(RiskRow, RiskRow.id == RiskTaskRow.risk_id)
        .where(RiskRow.client_id == client, RiskRow.archived_at.is_(None))
    )
    query = select(TaskRow.done).where(TaskRow.id.in_(treating), TaskRow.archived_at.is_(None))
    percents = session.scalars(query).all()
    return sum(percent == 100 for percent in percents), len(percents)


def looked_at(session: Session, client: str, since: date) -> Sequence[tuple[str | None, str, str]]:
    """(question, standard, clause) of every row that a finished internal audit looked at since a day."""
    item, audit = ChecklistItemRow, AuditRow
    query = (
        select(item.question, item.standard, item.clause)
        .join(audit, audit.id == item.audit_id)
        .where(
            audit.client_id == client,
            audit.archived_at.is_(None),
            audit.state == "finished",
            or_(audit.ends_on >= since, audit.reported_on >= since),
            item.archived_at.is_(None),
            item.verdict.is_not(None),
            item.verdict != "not-checked",
        )
    )
    return [(question, standard, clause) for question, standard, clause in session.execute(query)]
