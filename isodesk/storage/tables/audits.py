"""Internal audits from plan to report: scope, team, checklist, findings with their treatment."""

from datetime import date, datetime

from sqlalchemy import Boolean, CheckConstraint, Date, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from isodesk.storage.tables.row import Moment, Row, reference


class AuditRow(Row):
    """An internal audit. Its number is stored as issued and never used again (decisions 13)."""

    __tablename__ = "audit"
    __table_args__ = (
        UniqueConstraint("client_id", "number"),
        CheckConstraint("state IN ('planned', 'under-way', 'finished')", name="state"),
    )

    client_id: Mapped[str] = reference("client")
    number: Mapped[str] = mapped_column(String(40))
    state: Mapped[str] = mapped_column(String(20), default="planned")
    objective: Mapped[str] = mapped_column(Text, default="")
    criteria: Mapped[str] = mapped_column(Text, default="")
    places: Mapped[str] = mapped_column(Text, default="")
    methods: Mapped[str] = mapped_column(Text, default="")
    starts_on: Mapped[date | None] = mapped_column(Date)
    ends_on: Mapped[date | None] = mapped_column(Date)
    lead_id: Mapped[str | None] = reference("person", optional=True)
    dependence_reason: Mapped[str] = mapped_column(Text, default="")
    conclusion: Mapped[str] = mapped_column(Text, default="")
    strengths: Mapped[str] = mapped_column(Text, default="")
    not_covered: Mapped[str] = mapped_column(Text, default="")
    reported_on: Mapped[date | None] = mapped_column(Date)
    created_at: Mapped[datetime] = mapped_column(Moment)
    archived_at: Mapped[datetime | None] = mapped_column(Moment)


class AuditProcessRow(Row):
    """A process inside the scope of an audit."""

    __tablename__ = "audit_process"

    audit_id: Mapped[str] = reference("audit")
    process_id: Mapped[str] = reference("process")


class AuditClauseRow(Row):
    """A clause inside the scope of an audit, beside those of its processes."""

    __tablename__ = "audit_clause"

    audit_id: Mapped[str] = reference("audit")
    standard: Mapped[str] = mapped_column(String(100))
    clause: Mapped[str] = mapped_column(String(40))


class AuditMemberRow(Row):
    """An auditor of the team beside its leader."""

    __tablename__ = "audit_member"

    audit_id: Mapped[str] = reference("audit")
    person_id: Mapped[str] = reference("person")


class ChecklistItemRow(Row):
    """One row of a checklist: a question of the bank, or one of the auditor's own."""

    __tablename__ = "checklist_item"
    __table_args__ = (
        CheckConstraint(
            "verdict IS NULL OR verdict IN ('conforms', 'remark', 'nonconforming', 'not-checked')", name="verdict"
        ),
    )

    audit_id: Mapped[str] = reference("audit")
    position: Mapped[int] = mapped_column(Integer)
    process_id: Mapped[str | None] = reference("process", optional=True)
    standard: Mapped[str] = mapped_column(String(100))
    clause: Mapped[str] = mapped_column(String(40))
    question: Mapped[str | None] = mapped_column(String(200))
    own_question: Mapped[str] = mapped_column(Text, default="")
    verdict: Mapped[str | None] = mapped_column(String(20))
    evidence: Mapped[str] = mapped_column(Text, default="")
    interviewed: Mapped[str] = mapped_column(String(300), default="")
    archived_at: Mapped[datetime | None] = mapped_column(Moment)


class FindingRow(Row):
    """A nonconformity or an opportunity for improvement, and how it was treated."""

    __tablename__ = "finding"
    __table_args__ = (
        UniqueConstraint("client_id", "number"),
        CheckConstraint("grade IN ('major', 'minor', 'opportunity')", name="grade"),
    )

    client_id: Mapped[str] = reference("client")
    audit_id: Mapped[str | None] = reference("audit", optional=True)
    item_id: Mapped[str | None] = reference("checklist_item", optional=True)
    process_id: Mapped[str | None] = reference("process", optional=True)
    number: Mapped[str] = mapped_column(String(40))
    grade: Mapped[str] = mapped_column(String(20))
    raised_on: Mapped[date] = mapped_column(Date)
    standard: Mapped[str] = mapped_column(String(100), default="")
    clause: Mapped[str] = mapped_column(String(40), default="")
    requirement: Mapped[str] = mapped_column(Text, default="")
    statement: Mapped[str] = mapped_column(Text, default="")
    evidence: Mapped[str] = mapped_column(Text, default="")
    correction: Mapped[str] = mapped_column(Text, default="")
    whys: Mapped[str] = mapped_column(Text, default="")
    cause: Mapped[str] = mapped_column(Text, default="")
    elsewhere: Mapped[str] = mapped_column(Text, default="")
    action: Mapped[str] = mapped_column(Text, default="")
    responsible_id: Mapped[str | None] = reference("person", optional=True)
    due_on: Mapped[date | None] = mapped_column(Date, index=True)
    done_on: Mapped[date | None] = mapped_column(Date)
    verified_on: Mapped[date | None] = mapped_column(Date)
    verified_by: Mapped[str] = mapped_column(String(300), default="")
    verification: Mapped[str] = mapped_column(Text, default="")
    effective: Mapped[bool | None] = mapped_column(Boolean(create_constraint=True, name="effective"))
    archived_at: Mapped[datetime | None] = mapped_column(Moment)
