"""The policy, and objectives with their values over time (clauses 5.2 and 6.2)."""

from datetime import date, datetime

from sqlalchemy import Date, Float, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from isodesk.storage.tables.row import Moment, Row, reference


class PolicyRow(Row):
    """The policy of a client in its own words, and when it was approved."""

    __tablename__ = "policy"
    __table_args__ = (UniqueConstraint("client_id"),)

    client_id: Mapped[str] = reference("client", index=False)
    text: Mapped[str] = mapped_column(Text, default="")
    approved_on: Mapped[date | None] = mapped_column(Date)


class ObjectiveRow(Row):
    """What the client wants to reach, by when, and how it is measured."""

    __tablename__ = "objective"

    client_id: Mapped[str] = reference("client")
    position: Mapped[int] = mapped_column(Integer)
    title: Mapped[str] = mapped_column(Text)
    standard: Mapped[str | None] = mapped_column(String(100))
    process_id: Mapped[str | None] = reference("process", optional=True)
    measure: Mapped[str] = mapped_column(Text, default="")
    unit: Mapped[str] = mapped_column(String(40), default="")
    base: Mapped[float | None] = mapped_column(Float)
    target: Mapped[float | None] = mapped_column(Float)
    owner_id: Mapped[str | None] = reference("person", optional=True)
    due_on: Mapped[date | None] = mapped_column(Date)
    actions: Mapped[str] = mapped_column(Text, default="")
    resources: Mapped[str] = mapped_column(Text, default="")
    evaluation: Mapped[str] = mapped_column(Text, default="")
    """How and when it is evaluated whether the objective was reached."""
    archived_at: Mapped[datetime | None] = mapped_column(Moment)


class ObjectiveValueRow(Row):
    """What was measured on a day."""

    __tablename__ = "objective_value"
    __table_args__ = (UniqueConstraint("objective_id", "measured_on"),)

    objective_id: Mapped[str] = reference("objective")
    measured_on: Mapped[date] = mapped_column(Date)
    value: Mapped[float] = mapped_column(Float)
    note: Mapped[str] = mapped_column(Text, default="")


class ObjectiveTaskRow(Row):
    """A task of the plan that serves an objective."""

    __tablename__ = "objective_task"
    __table_args__ = (UniqueConstraint("objective_id", "task_id"),)

    objective_id: Mapped[str] = reference("objective")
    task_id: Mapped[str] = reference("task")
