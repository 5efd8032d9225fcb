"""What a unit of work did to the rows: the journal is written from it, and undo is its reverse."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import inspect
from sqlalchemy.orm import Session

from isodesk.storage.tables import ContentSnapshotRow, CounterRow, FileRow, JournalRow, Row

_LASTING: tuple[type[Row], ...] = (CounterRow, FileRow, ContentSnapshotRow)
"""Undo leaves these alone: issued numbers and stored content stay."""

_TABLES: Mapping[str, type[Row]] = {mapper.class_.__tablename__: mapper.class_ for mapper in Row.registry.mappers}


class Action(StrEnum):
    """What happened to one row."""

    CREATE = "create"
    CHANGE = "change"
    DELETE = "delete"


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row before and after; only the fields that differ for a change."""

    table: str
    record: str
    action: Action
    old: Mapping[str, Any]
    new: Mapping[str, Any]


def _values(row: Row) -> dict[str, Any]:
    return {column.key: getattr(row, column.key) for column in inspect(type(row)).column_attrs}


def _changed(row: Row) -> RowChange | None:
    old: dict[str, Any] = {}
    new: dict[str, Any] = {}
    for attribute in inspect(type(row)).column_attrs:
        history = inspect(row).attrs[attribute.key].history
        if history.has_changes():
            before = history.deleted[0] if history.deleted else None
            after = history.added[0] if history.added else None
            if before != after:
                old[attribute.key], new[attribute.key] = before, after
    return RowChange(row.__tablename__, row.id, Action.CHANGE, old, new) if new else None


def pending(session: Session) -> list[RowChange]:
    """Changes that the next flush will write, journal rows left out."""
    found: list[RowChange] = []
    for row in session.new:
        if not isinstance(row, JournalRow):
            found.append(RowChange(row.__tablename__, row.id, Action.CREATE, {}, _values(row)))
    for row in session.dirty:
        change = _changed(row)
        if change is not None and not isinstance(row, JournalRow):
            found.append(change)
    for row in session.deleted:
        found.append(RowChange(row.__tablename__, row.id, Action.DELETE, _values(row), {}))
    return found


def undoable(changes: Iterable[RowChange]) -> tuple[RowChange, ...]:
    """Without the rows that stay for ever."""
    lasting = {row.__tablename__ for row in _LASTING}
    return tuple(change for change in changes if change.table not in lasting)


def revert(session: Session, changes: Sequence[RowChange]) -> None:
    """Puts the rows back to what they were, the last change first."""
    for change in reversed(changes):
        kind = _TABLES[change.table]
        if change.action is Action.DELETE:
            session.add(kind(**change.old))
        else:
            row = session.get(kind, change.record)
            if row is None:
                continue
            if change.action is Action.CREATE:
                session.delete(row)
            else:
                for field, value in change.old.items():
                    setattr(row, field, value)
        session.flush()
