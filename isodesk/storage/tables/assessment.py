"""Rounds of assessment, answers with their overrides, and the evidence attached to records."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Date, ForeignKey, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from isodesk.storage.tables.row import Moment, Row, reference

_VERDICTS = "('conforms', 'partly', 'absent', 'not-applicable')"


class RoundRow(Row):
    """One pass through the questions; a later one keeps the earlier."""

    __tablename__ = "assessment_round"
    __table_args__ = (UniqueConstraint("client_id", "number"),)

    client_id: Mapped[str] = reference("client")
    number: Mapped[int] = mapped_column(Integer)
    started_on: Mapped[date] = mapped_column(Date)
    closed_on: Mapped[date | None] = mapped_column(Date)


class AnswerRow(Row):
    """What the client said about one question in one round. A row without a verdict was looked at (ux.md U06)."""

    __tablename__ = "answer"
    __table_args__ = (
        UniqueConstraint("round_id", "question"),
        CheckConstraint(f"conformity IS NULL OR conformity IN {_VERDICTS}", name="conformity"),
        CheckConstraint("maturity IS NULL OR maturity BETWEEN 0 AND 5", name="maturity"),
    )

    round_id: Mapped[str] = reference("assessment_round")
    question: Mapped[str] = mapped_column(String(200))
    conformity: Mapped[str | None] = mapped_column(String(20))
    maturity: Mapped[int | None] = mapped_column(Integer)
    existing: Mapped[str] = mapped_column(Text, default="")
    missing: Mapped[str] = mapped_column(Text, default="")
    reason: Mapped[str] = mapped_column(Text, default="")
    importance: Mapped[str | None] = mapped_column(String(20))
    owner_id: Mapped[str | None] = reference("person", optional=True)
    assessor: Mapped[str] = mapped_column(String(300), default="")
    assessed_on: Mapped[date | None] = mapped_column(Date)
    seen_at: Mapped[datetime | None] = mapped_column(Moment)


class AnswerOverrideRow(Row):
    """An answer that differs for one standard, with the reason (decisions 15)."""

    __tablename__ = "answer_override"
    __table_args__ = (
        UniqueConstraint("answer_id", "standard"),
        CheckConstraint(f"conformity IN {_VERDICTS}", name="conformity"),
    )

    answer_id: Mapped[str] = reference("answer")
    standard: Mapped[str] = mapped_column(String(100))
    conformity: Mapped[str] = mapped_column(String(20))
    reason: Mapped[str] = mapped_column(Text)


class EvidenceRow(Row):
    """A file attached to an answer, a checklist row or a finding. The name is shown, never used as a path."""

    __tablename__ = "evidence"
    __table_args__ = (
        CheckConstraint(
            "(CASE WHEN answer_id IS NULL THEN 0 ELSE 1 END) + (CASE WHEN item_id IS NULL THEN 0 ELSE 1 END)"
            " + (CASE WHEN finding_id IS NULL THEN 0 ELSE 1 END) = 1",
            name="one_subject",
        ),
    )

    client_id: Mapped[str] = reference("client")
    answer_id: Mapped[str | None] = reference("answer", optional=True)
    item_id: Mapped[str | None] = reference("checklist_item", optional=True)
    finding_id: Mapped[str | None] = reference("finding", optional=True)
    digest: Mapped[str] = mapped_column(String(64), ForeignKey("file.digest"), index=True)
    name: Mapped[str] = mapped_column(String(500))
    attached_at: Mapped[datetime] = mapped_column(Moment)
    attached_by: Mapped[str] = mapped_column(String(300), default="")
    archived_at: Mapped[datetime | None] = mapped_column(Moment)
