"""People, their roles, processes with owners and the clauses that a process carries."""

from datetime import datetime

from sqlalchemy import Float, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from isodesk.storage.tables.row import Moment, Row, reference


class PersonRow(Row):
    """Someone who works for the client or helps it."""

    __tablename__ = "person"

    client_id: Mapped[str] = reference("client")
    position: Mapped[int] = mapped_column(Integer)
    name: Mapped[str] = mapped_column(String(300))
    post: Mapped[str] = mapped_column(String(300), default="")
    email: Mapped[str] = mapped_column(String(200), default="")
    phone: Mapped[str] = mapped_column(String(100), default="")
    competence: Mapped[str] = mapped_column(Text, default="")
    hours_a_week: Mapped[float] = mapped_column(Float, default=10.0)
    archived_at: Mapped[datetime | None] = mapped_column(Moment)


class PersonRoleRow(Row):
    """A role that a person holds."""

    __tablename__ = "person_role"

    person_id: Mapped[str] = reference("person")
    role: Mapped[str] = mapped_column(String(40))


class ProcessRow(Row):
    """A process of the client's management system and its owner."""

    __tablename__ = "process"

    client_id: Mapped[str] = reference("client")
    position: Mapped[int] = mapped_column(Integer)
    name: Mapped[str] = mapped_column(String(300))
    owner_id: Mapped[str | None] = reference("person", optional=True)
    archived_at: Mapped[datetime | None] = mapped_column(Moment)


class ProcessClauseRow(Row):
    """A clause that a process carries; a clause stands for those below it."""

    __tablename__ = "process_clause"

    process_id: Mapped[str] = reference("process")
    standard: Mapped[str] = mapped_column(String(100))
    clause: Mapped[str] = mapped_column(String(40))
