"""Queries about people, roles, processes and the clauses that processes carry."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from isodesk.storage.tables import PersonRoleRow, PersonRow, ProcessClauseRow, ProcessRow


def people(session: Session, client: str) -> Sequence[PersonRow]:
    """People in their order."""
    query = select(PersonRow).where(PersonRow.client_id == client, PersonRow.archived_at.is_(None))
    return session.scalars(query.order_by(PersonRow.position)).all()


def roles(session: Session, person: str) -> Sequence[PersonRoleRow]:
    """Roles of one person."""
    return session.scalars(select(PersonRoleRow).where(PersonRoleRow.person_id == person)).all()


def roles_of_client(session: Session, client: str) -> dict[str, list[str]]:
    """Roles by person, for all people of a client in one query."""
    query = select(PersonRoleRow.person_id, PersonRoleRow.role).join(PersonRow, PersonRow.id == PersonRoleRow.person_id)
    found: dict[str, list[str]] = {}
    for person, role in session.execute(query.where(PersonRow.client_id == client)):
        found.setdefault(person, []).append(role)
    return found


def processes(session: Session, client: str, *, archived: bool = False) -> Sequence[ProcessRow]:
    """Processes in their order; `archived` adds those in the trash, for records that name them."""
    query = select(ProcessRow).where(ProcessRow.client_id == client)
    if not archived:
        query = query.where(ProcessRow.archived_at.is_(None))
    return session.scalars(query.order_by(ProcessRow.position)).all()


def clauses(session: Session, process: str) -> Sequence[ProcessClauseRow]:
    """Clauses that a process carries."""
    return session.scalars(select(ProcessClauseRow).where(ProcessClauseRow.process_id == process)).all()


def clauses_of_client(session: Session, client: str) -> dict[str, list[tuple[str, str]]]:
    """(standard, clause) by process, for all processes of a client in one query."""
    query = select(ProcessClauseRow.process_id, ProcessClauseRow.standard, ProcessClauseRow.clause).join(
        ProcessRow, ProcessRow.id == ProcessClauseRow.process_id
    )
    found: dict[str, list[tuple[str, str]]] = {}
    for process, standard, clause in session.execute(query.where(ProcessRow.client_id == client)):
        found.setdefault(process, []).append((standard, clause))
    return found


def names(session: Session, client: str) -> dict[str, str]:
    """Names of people by id, those in the trash included: old records keep naming them."""
    rows = session.execute(select(PersonRow.id, PersonRow.name).where(PersonRow.client_id == client))
    return dict(rows.all())
