"""The context of a client (clauses 4.1 and 4.2): issues, interested parties with their requirements, the climate question."""

from datetime import date, datetime

from sqlalchemy import Boolean, CheckConstraint, Date, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from isodesk.storage.tables.row import Moment, Row, reference


class IssueRow(Row):
    """An internal or external issue that the management system must reckon with."""

    __tablename__ = "context_issue"
    __table_args__ = (CheckConstraint("side IN ('internal', 'external')", name="side"),)

    client_id: Mapped[str] = reference("client")
    position: Mapped[int] = mapped_column(Integer)
    side: Mapped[str] = mapped_column(String(20))
    category: Mapped[str] = mapped_column(String(40), default="")
    text: Mapped[str] = mapped_column(Text)
    effect: Mapped[str] = mapped_column(Text, default="")
    favourable: Mapped[bool | None] = mapped_column(Boolean(create_constraint=True, name="favourable"))
    """Whether it helps or hinders; None: not said."""
    archived_at: Mapped[datetime | None] = mapped_column(Moment)


class PartyRow(Row):
    """Someone whose requirements matter to the management system."""

    __tablename__ = "interested_party"

    client_id: Mapped[str] = reference("client")
    position: Mapped[int] = mapped_column(Integer)
    name: Mapped[str] = mapped_column(String(300))
    note: Mapped[str] = mapped_column(Text, default="")
    archived_at: Mapped[datetime | None] = mapped_column(Moment)


class PartyRequirementRow(Row):
    """What an interested party wants, and how the client meets it."""

    __tablename__ = "party_requirement"

    party_id: Mapped[str] = reference("interested_party")
    position: Mapped[int] = mapped_column(Integer)
    text: Mapped[str] = mapped_column(Text)
    met_by: Mapped[str] = mapped_column(Text, default="")
    is_obligation: Mapped[bool] = mapped_column(Boolean(create_constraint=True, name="is_obligation"), default=False)
    """The management system takes it up, or the law demands it."""
    on_climate: Mapped[bool] = mapped_column(Boolean(create_constraint=True, name="on_climate"), default=False)


class ClimateRow(Row):
    """Whether climate change is a relevant issue for the client (4.1 since 2024), with the reason."""

    __tablename__ = "climate_statement"
    __table_args__ = (UniqueConstraint("client_id"),)

    client_id: Mapped[str] = reference("client", index=False)
    relevant: Mapped[bool | None] = mapped_column(Boolean(create_constraint=True, name="relevant"))
    reason: Mapped[str] = mapped_column(Text, default="")
    decided_on: Mapped[date | None] = mapped_column(Date)


class AdviceAnswerRow(Row):
    """One answer to the questions that lead to a standard."""

    __tablename__ = "advice_answer"
    __table_args__ = (UniqueConstraint("client_id", "question"),)

    client_id: Mapped[str] = reference("client", index=False)
    question: Mapped[str] = mapped_column(String(60))
    choice: Mapped[str] = mapped_column(String(60))
