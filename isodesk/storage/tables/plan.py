"""The plan: tasks, milestones and what waits for what."""

from datetime import date, datetime

from sqlalchemy import Boolean, CheckConstraint, Date, Float, Integer, String, Text, UniqueConstraint
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
    role: Mapped[str | None] = mapped_column(String(40))
    """The role that usually does it; who holds the role is the owner."""
    effort_least: Mapped[float | None] = mapped_column(Float)
    effort_most: Mapped[float | None] = mapped_column(Float)
    """Bounds of the estimate in hours; None: the usual spread around `effort`."""
    effort_actual: Mapped[float | None] = mapped_column(Float)
    cost: Mapped[float] = mapped_column(Float, default=0.0, server_default="0")
    cost_actual: Mapped[float | None] = mapped_column(Float)
    began_on: Mapped[date | None] = mapped_column(Date)
    not_before: Mapped[date | None] = mapped_column(Date)
    is_pinned: Mapped[bool] = mapped_column(
        Boolean(create_constraint=True, name="is_pinned"), default=False, server_default="0"
    )
    """Dates were set by hand; the scheduler leaves them alone."""
    baseline_start: Mapped[date | None] = mapped_column(Date)
    baseline_due: Mapped[date | None] = mapped_column(Date)
    deliverable: Mapped[str] = mapped_column(Text, default="")
    note: Mapped[str] = mapped_column(Text, default="")
    archived_at: Mapped[datetime | None] = mapped_column(Moment)


class TaskLinkRow(Row):
    """`successor` cannot start before `predecessor` is done."""

    __tablename__ = "task_link"
    __table_args__ = (UniqueConstraint("predecessor_id", "successor_id"),)

    predecessor_id: Mapped[str] = reference("task")
    successor_id: Mapped[str] = reference("task")


class TaskQuestionRow(Row):
    """A question whose gap a task closes, where one task stands for all gaps of a clause."""

    __tablename__ = "task_question"
    __table_args__ = (UniqueConstraint("task_id", "question"),)

    task_id: Mapped[str] = reference("task")
    question: Mapped[str] = mapped_column(String(200), index=True)
