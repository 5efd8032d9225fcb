"""Queries about internal audits, their scope, checklists and findings."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from isodesk.errors import NotFound
from isodesk.i18n import N_
from isodesk.storage.tables import (
    AuditClauseRow,
    AuditMemberRow,
    AuditProcessRow,
    AuditRow,
    ChecklistItemRow,
    FindingRow,
)


def listed(session: Session, client: str) -> Sequence[AuditRow]:
    """Audits of a client, oldest first."""
    query = select(AuditRow).where(AuditRow.client_id == client, AuditRow.archived_at.is_(None))
    return session.scalars(query.order_by(AuditRow.created_at, AuditRow.number)).all()


def get(session: Session, audit: str) -> AuditRow:
    """One audit. Raises NotFound."""
    row = session.get(AuditRow, audit)
    if row is None:
        raise NotFound(N_("This audit is no longer there."), N_("Choose another one from the list."))
    return row


def processes(session: Session, audit: str) -> Sequence[AuditProcessRow]:
    """Processes in scope."""
    return session.scalars(select(AuditProcessRow).where(AuditProcessRow.audit_id == audit)).all()


def clauses(session: Session, audit: str) -> Sequence[AuditClauseRow]:
    """Clauses in scope beside those of the processes."""
    return session.scalars(select(AuditClauseRow).where(AuditClauseRow.audit_id == audit)).all()


def members(session: Session, audit: str) -> Sequence[AuditMemberRow]:
    """Auditors beside the leader."""
    return session.scalars(select(AuditMemberRow).where(AuditMemberRow.audit_id == audit)).all()


def items(session: Session, audit: str) -> Sequence[ChecklistItemRow]:
    """Rows of the checklist in the order of the walk."""
    query = select(ChecklistItemRow).where(ChecklistItemRow.audit_id == audit, ChecklistItemRow.archived_at.is_(None))
    return session.scalars(query.order_by(ChecklistItemRow.position, ChecklistItemRow.id)).all()


def item(session: Session, identifier: str) -> ChecklistItemRow:
    """One row of a checklist. Raises NotFound."""
    row = session.get(ChecklistItemRow, identifier)
    if row is None:
        raise NotFound(N_("This row is no longer in the checklist."), N_("Choose another one from the list."))
    return row


def findings(session: Session, client: str, audit: str | None = None) -> Sequence[FindingRow]:
    """Findings of a client or of one audit, by number."""
    query = select(FindingRow).where(FindingRow.client_id == client, FindingRow.archived_at.is_(None))
    if audit is not None:
        query = query.where(FindingRow.audit_id == audit)
    return session.scalars(query.order_by(FindingRow.raised_on, FindingRow.number)).all()


def finding(session: Session, identifier: str) -> FindingRow:
    """One finding. Raises NotFound."""
    row = session.get(FindingRow, identifier)
    if row is None:
        raise NotFound(N_("This finding is no longer there."), N_("Choose another one from the list."))
    return row


def verdict_counts(session: Session, audit: str) -> dict[str | None, int]:
    """Checklist rows by verdict; None for those without one."""
    query = select(ChecklistItemRow.verdict, func.count()).where(
        ChecklistItemRow.audit_id == audit, ChecklistItemRow.archived_at.is_(None)
    )
    return dict(session.execute(query.group_by(ChecklistItemRow.verdict)).all())
