"""What the workspace keeps about itself: stored files, issued numbers, the journal of every change."""

from datetime import datetime

from sqlalchemy import Index, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from isodesk.storage.tables.row import Moment, Row, reference


class FileRow(Row):
    """A file of the content-addressed store; it exists on disk before its row does (decisions 11)."""

    __tablename__ = "file"

    digest: Mapped[str] = mapped_column(String(64), unique=True)
    size: Mapped[int] = mapped_column(Integer)
    media_type: Mapped[str] = mapped_column(String(100), default="")
    stored_at: Mapped[datetime] = mapped_column(Moment)


class CounterRow(Row):
    """The last number issued for a kind of record in a year. Undo leaves it alone: numbers are never used again."""

    __tablename__ = "counter"
    __table_args__ = (UniqueConstraint("client_id", "kind", "year"),)

    client_id: Mapped[str] = reference("client")
    kind: Mapped[str] = mapped_column(String(40))
    year: Mapped[int] = mapped_column(Integer)
    last: Mapped[int] = mapped_column(Integer, default=0)


class JournalRow(Row):
    """One changed field of one record: the audit trail (decisions 12). Only ever added to."""

    __tablename__ = "journal"
    __table_args__ = (Index("ix_journal_table_name_record_id", "table_name", "record_id"),)

    sequence: Mapped[int] = mapped_column(Integer, index=True)
    at: Mapped[datetime] = mapped_column(Moment)
    actor: Mapped[str] = mapped_column(String(300))
    step: Mapped[str] = mapped_column(Text, default="")
    action: Mapped[str] = mapped_column(String(10))
    table_name: Mapped[str] = mapped_column(String(60))
    record_id: Mapped[str] = mapped_column(String(36))
    field: Mapped[str] = mapped_column(String(60), default="")
    old: Mapped[str | None] = mapped_column(Text)
    new: Mapped[str | None] = mapped_column(Text)
