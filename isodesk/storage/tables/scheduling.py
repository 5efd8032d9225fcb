"""How a client schedules and pays for its plan: calendar, days of its own, budget; and templates shared by all clients."""

from datetime import date, datetime

from sqlalchemy import Boolean, CheckConstraint, Date, Float, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from isodesk.storage.tables.row import Moment, Row, reference


class PlanSettingRow(Row):
    """Settings of a client's plan; a client without a row has the usual ones."""

    __tablename__ = "plan_setting"
    __table_args__ = (
        UniqueConstraint("client_id"),
        CheckConstraint("direction IN ('forward', 'backward')", name="direction"),
    )

    client_id: Mapped[str] = reference("client", index=False)
    country: Mapped[str] = mapped_column(String(10), default="")
    """ISO 3166 code whose public holidays are days off; empty: none, only weekends."""
    direction: Mapped[str] = mapped_column(String(10), default="forward")
    start_on: Mapped[date | None] = mapped_column(Date)
    currency: Mapped[str] = mapped_column(String(3), default="")
    hour_rate: Mapped[float] = mapped_column(Float, default=0.0)
    """What an hour of own work costs, in the currency."""
    order_number: Mapped[str] = mapped_column(String(60), default="")
    order_on: Mapped[date | None] = mapped_column(Date)
    """Number and day of the order that started the project."""
    baseline_on: Mapped[date | None] = mapped_column(Date)
    """When the dates of the plan were kept as its baseline."""


class CalendarDayRow(Row):
    """A day on which this client works though its country does not, or the other way round."""

    __tablename__ = "calendar_day"
    __table_args__ = (UniqueConstraint("client_id", "day"),)

    client_id: Mapped[str] = reference("client", index=False)
    day: Mapped[date] = mapped_column(Date)
    working: Mapped[bool] = mapped_column(Boolean(create_constraint=True, name="working"))
    name: Mapped[str] = mapped_column(String(200), default="")


class BudgetLineRow(Row):
    """Money for the project that is no hour of own work: training, consulting, certification body."""

    __tablename__ = "budget_line"

    client_id: Mapped[str] = reference("client")
    position: Mapped[int] = mapped_column(Integer)
    kind: Mapped[str] = mapped_column(String(40), default="other")
    title: Mapped[str] = mapped_column(Text)
    planned: Mapped[float] = mapped_column(Float, default=0.0)
    actual: Mapped[float | None] = mapped_column(Float)
    due_on: Mapped[date | None] = mapped_column(Date)
    note: Mapped[str] = mapped_column(Text, default="")
    archived_at: Mapped[datetime | None] = mapped_column(Moment)


class PlanTemplateRow(Row):
    """A plan kept for the next client: its tasks, links and efforts as JSON, without people and dates."""

    __tablename__ = "plan_template"

    name: Mapped[str] = mapped_column(String(300))
    made_at: Mapped[datetime] = mapped_column(Moment)
    content: Mapped[str] = mapped_column(Text)
    tasks: Mapped[int] = mapped_column(Integer, default=0)
