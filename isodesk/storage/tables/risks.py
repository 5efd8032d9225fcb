"""Risks and opportunities (clause 6.1), their treatment, and the scale by which a client weighs them."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Date, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from isodesk.storage.tables.row import Moment, Row, reference


class RiskRow(Row):
    """Something uncertain that could do harm or good, weighed before and after treatment."""

    __tablename__ = "risk"
    __table_args__ = (
        CheckConstraint("kind IN ('risk', 'opportunity')", name="kind"),
        UniqueConstraint("client_id", "number"),
    )

    client_id: Mapped[str] = reference("client", index=False)
    number: Mapped[int] = mapped_column(Integer)
    """Issued once, never again."""
    kind: Mapped[str] = mapped_column(String(20), default="risk")
    title: Mapped[str] = mapped_column(Text)
    process_id: Mapped[str | None] = reference("process", optional=True)
    standard: Mapped[str | None] = mapped_column(String(100))
    cause: Mapped[str] = mapped_column(Text, default="")
    consequence: Mapped[str] = mapped_column(Text, default="")
    existing: Mapped[str] = mapped_column(Text, default="")
    """Measures that are in place already."""
    likelihood: Mapped[int | None] = mapped_column(Integer)
    impact: Mapped[int | None] = mapped_column(Integer)
    decision: Mapped[str | None] = mapped_column(String(20))
    """avoid, reduce, share, accept; pursue for an opportunity; None: not decided."""
    treatment: Mapped[str] = mapped_column(Text, default="")
    owner_id: Mapped[str | None] = reference("person", optional=True)
    due_on: Mapped[date | None] = mapped_column(Date)
    residual_likelihood: Mapped[int | None] = mapped_column(Integer)
    residual_impact: Mapped[int | None] = mapped_column(Integer)
    effectiveness: Mapped[str] = mapped_column(Text, default="")
    reviewed_on: Mapped[date | None] = mapped_column(Date)
    archived_at: Mapped[datetime | None] = mapped_column(Moment)


class RiskTaskRow(Row):
    """A task of the plan that treats a risk."""

    __tablename__ = "risk_task"
    __table_args__ = (UniqueConstraint("risk_id", "task_id"),)

    risk_id: Mapped[str] = reference("risk")
    task_id: Mapped[str] = reference("task")


class RiskScaleRow(Row):
    """A client's scale: 3 or 5 steps, and up to which product a risk is tolerable or significant."""

    __tablename__ = "risk_scale"
    __table_args__ = (UniqueConstraint("client_id"), CheckConstraint("size IN (3, 5)", name="size"))

    client_id: Mapped[str] = reference("client", index=False)
    size: Mapped[int] = mapped_column(Integer, default=5)
    tolerable_to: Mapped[int] = mapped_column(Integer, default=4)
    significant_to: Mapped[int] = mapped_column(Integer, default=12)
