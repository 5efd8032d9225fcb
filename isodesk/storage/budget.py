"""Queries about budget lines, and what the tasks of a plan cost."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from isodesk.errors import NotFound
from isodesk.i18n import N_
from isodesk.storage.tables import BudgetLineRow, TaskRow


def lines(session: Session, client: str) -> Sequence[BudgetLineRow]:
    """Lines in their order."""
    query = select(BudgetLineRow).where(BudgetLineRow.client_id == client, BudgetLineRow.archived_at.is_(None))
    return session.scalars(query.order_by(BudgetLineRow.position, BudgetLineRow.id)).all()


def line(session: Session, key: str) -> BudgetLineRow:
    """One line. Raises NotFound."""
    row = session.get(BudgetLineRow, key)
    if row is None:
        raise NotFound(N_("This line is no longer in the budget."), N_("Choose another one from the list."))
    return row


def last_position(session: Session, client: str) -> int:
    """The highest position in use; the trash counts."""
    return session.scalar(select(func.max(BudgetLineRow.position)).where(BudgetLineRow.client_id == client)) or 0


def task_sums(session: Session, client: str) -> tuple[float, float, float, float]:
    """Of all tasks: hours planned, hours noted as spent, cost planned, cost noted as spent."""
    row = TaskRow
    query = select(
        func.coalesce(func.sum(row.effort), 0.0),
        func.coalesce(func.sum(row.effort_actual), 0.0),
        func.coalesce(func.sum(row.cost), 0.0),
        func.coalesce(func.sum(row.cost_actual), 0.0),
    ).where(row.client_id == client, row.archived_at.is_(None))
    hours, spent, cost, paid = session.execute(query).one()
    return hours, spent or 0.0, cost, paid or 0.0
