"""The plan: tasks, milestones and what waits for what."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Date, Float, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from isodesk.storage.tables.row import Moment, Row, reference


class TaskRow(Row):
    """Work to be done by someone by a date."""

    __tablename__ = "task"
    __table_args__ = (
        CheckConstraint("done BETWEEN 0 AND 100", name="done"),
        CheckConstraint("effort >= 0", name="effort"),
    )

    client_id: Mapped[str] = reference("client")
    position: Mapped[int] = mapped_column(Integer)
    kind: Mapped[str] = mapped_column(String(20), default="task")
    title: Mapped[str] = mapped_column(Text)
    question: Mapped[str | None] = mapped_column(String(200), index=True)
    milestone: Mapped[str | None] = mapped_column(String(40))
    standard: Mapped[str | None] = mapped_column(String(100))
    clause: Mapped[str] = mapped_column(String(40), default="")
    owner_id: Mapped[str | None] = reference("person", optional=True)
    start_on: Mapped[date | None] = mapped_column(Date)
    due_on: Mapped[date | None] = mapped_column(Date, index=True)
    effort: Mapped[float] = mapped_column(Float, default=0.0)
    done: Mapped[int] = mapped_column(Integer, default=0)
    done_on: Mapped[date | None] = mapped_column(Date)
    deliverable: Mapped[str] = mapped_column(Text, default="")
    note: Mapped[str] = mapped_column(Text, default="")
    archived_at: Mapped[datetime | None] = mapped_column(Moment)


class TaskLinkRow(Row):
    """`successor` cannot start before `predecessor` is done."""

    __tablename__ = "task_link"
    __table_args__ = (UniqueConstraint("predecessor_id", "successor_id"),)

    predecessor_id: Mapped[str] = reference("task")
    successor_id: Mapped[str] = reference("task")
