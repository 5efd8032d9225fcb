"""Queries about risks and opportunities, their scale and the tasks that treat them."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from isodesk.errors import NotFound
from isodesk.i18n import N_
from isodesk.storage.tables import RiskRow, RiskScaleRow, RiskTaskRow, TaskRow


def listed(session: Session, client: str, *, archived: bool = False) -> Sequence[RiskRow]:
    """Risks and opportunities by number; `archived` adds those in the trash."""
    query = select(RiskRow).where(RiskRow.client_id == client)
    if not archived:
        query = query.where(RiskRow.archived_at.is_(None))
    return session.scalars(query.order_by(RiskRow.number)).all()


def get(session: Session, client: str, identifier: str) -> RiskRow:
    """One of a client's risks or opportunities. Raises NotFound."""
    row = session.get(RiskRow, identifier)
    if row is None or row.client_id != client:
        raise NotFound(N_("This risk is no longer in the register."), N_("Choose another one from the list."))
    return row


def scale(session: Session, client: str) -> RiskScaleRow | None:
    """The scale that a client set; None while the usual one is in force."""
    return session.scalar(select(RiskScaleRow).where(RiskScaleRow.client_id == client))


def links(session: Session, client: str) -> Sequence[RiskTaskRow]:
    """Which tasks treat which risks; tasks in the trash included."""
    query = select(RiskTaskRow).join(RiskRow, RiskRow.id == RiskTaskRow.risk_id)
    return session.scalars(query.where(RiskRow.client_id == client)).all()


def links_of(session: Session, risk: str) -> Sequence[RiskTaskRow]:
    """Links of one risk to tasks that are in the plan."""
    query = select(RiskTaskRow).join(TaskRow, TaskRow.id == RiskTaskRow.task_id)
    return session.scalars(query.where(RiskTaskRow.risk_id == risk, TaskRow.archived_at.is_(None))).all()
