"""Queries about what was removed: which records lie in the trash, and all that goes with one when it goes for good."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, cast

from sqlalchemy import ColumnElement, Table, delete, select
from sqlalchemy.orm import Session

from isodesk.storage.changes import Action, RowChange
from isodesk.storage.tables import (
    AuditRow,
    BudgetLineRow,
    ChecklistItemRow,
    ClientRow,
    EvidenceRow,
    FileRow,
    FindingRow,
    IssueRow,
    ObjectiveRow,
    PartyRow,
    PersonRow,
    ProcessRow,
    RiskRow,
    Row,
    SiteRow,
    TaskRow,
)
from isodesk.storage.work import Work

BinnedRow = (
    EvidenceRow
    | ChecklistItemRow
    | FindingRow
    | AuditRow
    | RiskRow
    | ObjectiveRow
    | PartyRow
    | IssueRow
    | BudgetLineRow
    | TaskRow
    | ProcessRow
    | PersonRow
    | SiteRow
    | ClientRow
)
_BINNED: Final[tuple[type[BinnedRow], ...]] = (
    EvidenceRow,
    ChecklistItemRow,
    FindingRow,
    AuditRow,
    RiskRow,
    ObjectiveRow,
    PartyRow,
    IssueRow,
    BudgetLineRow,
    TaskRow,
    ProcessRow,
    PersonRow,
    SiteRow,
    ClientRow,
)
"""What can be removed by a person; those that name others come before those that are named."""
_BY_TABLE: Final = {row.__tablename__: row for row in _BINNED}
_NAMING: Final = frozenset({("audit_process", "process_id"), ("audit_member", "person_id")})
"""Rows that must name something, but belong to something else."""


@dataclass(frozen=True, slots=True)
class _Reference:
    """A column that points at a row: owned rows go with it, others only name it and keep it from going."""

    table: Table
    column: ColumnElement[Any]
    owned: bool


def _references() -> dict[str, list[_Reference]]:
    found: dict[str, list[_Reference]] = {}
    for table in Row.metadata.tables.values():
        for column in table.columns:
            for key in column.foreign_keys:
                if key.column.name == "id":
                    named = column.nullable or (table.name, column.name) in _NAMING
                    owned = table.name == EvidenceRow.__tablename__ or not named
                    found.setdefault(key.column.table.name, []).append(_Reference(table, column, owned))
    return found


def archived(session: Session, table: str, client: str | None, since: datetime) -> Sequence[BinnedRow]:
    """Rows of one kind removed since a moment, the newest first: of one client, or the clients themselves."""
    row = _BY_TABLE[table]
    query = select(row).where(row.archived_at >= since)
    if issubclass(row, ChecklistItemRow):
        query = query.where(ChecklistItemRow.own_question != "").join(AuditRow, AuditRow.id == row.audit_id)
        query = query.where(AuditRow.client_id == client)
    elif not issubclass(row, ClientRow):
        query = query.where(row.client_id == client)
    return cast("Sequence[BinnedRow]", session.scalars(query.order_by(row.archived_at.desc(), row.id)).all())


def get(session: Session, table: str, key: str) -> BinnedRow | None:
    """A row of a kind that can be removed."""
    return cast("BinnedRow | None", session.get(_BY_TABLE[table], key))


def expired(session: Session, before: datetime) -> Iterator[tuple[str, str]]:
    """(table, id) of what was removed before a moment, those that name others first."""
    for row in _BINNED:
        for key in session.scalars(select(row.id).where(row.archived_at < before).order_by(row.id)):
            yield row.__tablename__, key


def remove(work: Work, table: str, key: str) -> bool:
    """Deletes a record with all that belongs to it, and says so in the journal row by row. False, and nothing is
    touched, while another record names it. Issued numbers stay issued; what it held stays readable in the journal."""
    doomed = _family(work.session, table, key)
    if doomed is None:
        return False
    files = _digests(work.session, doomed)
    tables = Row.metadata.tables
    for name, keys in doomed.items():
        _delete(work, tables[name], keys)
    _delete(work, tables[FileRow.__tablename__], _unused(work.session, files))
    return True


def _family(session: Session, table: str, key: str) -> Mapping[str, set[str]] | None:
    """What goes together, by table; None where something that stays names a part of it."""
    references = _references()
    doomed: dict[str, set[str]] = {table: {key}}
    naming: list[tuple[str, set[str]]] = []
    front = [(table, {key})]
    while front:
        name, keys = front.pop()
        for reference in references.get(name, ()):
            found = set(session.scalars(select(reference.table.c.id).where(reference.column.in_(keys))))
            child = reference.table.name
            if not reference.owned:
                naming.append((child, found))
                continue
            fresh = found - doomed.get(child, set())
            if fresh:
                doomed.setdefault(child, set()).update(fresh)
                front.append((child, fresh))
    stays = any(keys - doomed.get(name, set()) for name, keys in naming)
    return None if stays else doomed


def _digests(session: Session, doomed: Mapping[str, set[str]]) -> set[str]:
    evidence = select(EvidenceRow.digest).where(EvidenceRow.id.in_(doomed.get("evidence", ())))
    logos = select(ClientRow.logo).where(ClientRow.id.in_(doomed.get("client", ())), ClientRow.logo.is_not(None))
    return {*session.scalars(evidence), *(logo for logo in session.scalars(logos) if logo)}


def _unused(session: Session, digests: set[str]) -> set[str]:
    """Rows of stored files that nothing points at any more; the next sweep removes the files."""
    used = {
        *session.scalars(select(EvidenceRow.digest).where(EvidenceRow.digest.in_(digests))),
        *session.scalars(select(ClientRow.logo).where(ClientRow.logo.in_(digests))),
    }
    return set(session.scalars(select(FileRow.id).where(FileRow.digest.in_(digests - used))))


def _delete(work: Work, table: Table, keys: set[str]) -> None:
    if keys:
        work.session.execute(delete(table).where(table.c.id.in_(keys)))
        work.changes += [RowChange(table.name, key, Action.DELETE, {}, {}) for key in sorted(keys)]
