"""Rows of the plan as work to be dated: what is done or dated by hand stands, of begun work the rest is left."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from isodesk.domain.schedule import Span, WorkItem
from isodesk.storage import plan
from isodesk.storage.tables import TaskRow
from isodesk.storage.work import Session

WHOLE: Final = 100


def work_items(session: Session, client: str, today: date, *, move_pinned: bool = False) -> list[WorkItem]:
    """The tasks of a client in their order. Finished work without dates is left out: it holds nothing up."""
    return items_of(plan.tasks(session, client), waits(session, client), today, move_pinned=move_pinned)


def waits(session: Session, client: str) -> dict[str, tuple[str, ...]]:
    """What each task waits for."""
    found: dict[str, tuple[str, ...]] = {}
    for link in plan.links(session, client):
        found[link.successor_id] = (*found.get(link.successor_id, ()), link.predecessor_id)
    return found


def items_of(
    rows: Iterable[TaskRow], before: Mapping[str, tuple[str, ...]], today: date, *, move_pinned: bool = False
) -> list[WorkItem]:
    """Work items of rows."""
    return [
        WorkItem(
            row.id,
            row.effort * (WHOLE - row.done) / WHOLE,
            row.owner_id,
            before.get(row.id, ()),
            rank,
            row.not_before,
            _standing(row, today, move_pinned=move_pinned),
            row.done == WHOLE,
        )
        for rank, row in enumerate(rows)
        if row.done < WHOLE or planned(row)
    ]


def planned(row: TaskRow) -> Span | None:
    """The dates of a task where it has both."""
    if row.start_on is None or row.due_on is None:
        return None
    return Span(min(row.start_on, row.due_on), row.due_on)


def _standing(row: TaskRow, today: date, *, move_pinned: bool) -> Span | None:
    """Dates that stay: of finished work, which ended when it was finished, and those set by hand."""
    span = planned(row)
    if span is None:
        return None
    if row.done == WHOLE:
        due = min(span.due, row.done_on or today)
        return Span(min(span.start, due), due)
    return span if row.is_pinned and not move_pinned else None
