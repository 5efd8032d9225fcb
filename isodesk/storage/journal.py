"""The append-only record of who changed what, written in the transaction that changes it (decisions 12)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from isodesk.domain.keys import new_id
from isodesk.storage.changes import Action, RowChange
from isodesk.storage.tables import JournalRow, Row


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the journal."""

    at: datetime
    actor: str
    step: str
    action: str
    table: str
    record: str
    field: str
    old: str | None
    new: str | None


def _text(value: Any) -> str | None:
    if value is None:
        return None
    return value.isoformat() if isinstance(value, date) else str(value)


def _lines(change: RowChange) -> Iterator[tuple[str, str | None, str | None]]:
    fields = change.old if change.action is Action.DELETE else change.new
    for field in fields:
        old, new = _text(change.old.get(field)), _text(change.new.get(field))
        if field != "id" and old != new and not (change.action is Action.CREATE and new in {None, ""}):
            yield field, old, new


def write(session: Session, changes: Iterable[RowChange], *, at: datetime, actor: str, step: str) -> None:
    """Adds a line for each changed field; a record born or removed without fields still gets one."""
    sequence = session.scalar(select(func.max(JournalRow.sequence))) or 0
    rows: list[dict[str, Any]] = []
    for change in changes:
        for field, old, new in list(_lines(change)) or [("", None, None)]:
            sequence += 1
            rows.append(
                {
                    "id": new_id(),
                    "sequence": sequence,
                    "at": at,
                    "actor": actor,
                    "step": step,
                    "action": change.action.value,
                    "table_name": change.table,
                    "record_id": change.record,
                    "field": field,
                    "old": old,
                    "new": new,
                }
            )
    if rows:
        session.execute(insert(JournalRow), rows)


def entries(session: Session, *, record: str | None = None, limit: int = 500) -> tuple[Entry, ...]:
    """The newest lines first, of one record or of all."""
    query = select(JournalRow).order_by(JournalRow.sequence.desc()).limit(limit)
    if record is not None:
        query = query.where(JournalRow.record_id == record)
    return tuple(
        Entry(row.at, row.actor, row.step, row.action, row.table_name, row.record_id, row.field, row.old, row.new)
        for row in session.scalars(query)
    )


def table_names() -> frozenset[str]:
    """Every table whose changes are kept, for the test that none is forgotten."""
    return frozenset(Row.metadata.tables) - {JournalRow.__tablename__}
