"""A client, its sites, the standards it goes for, what it excludes and which pages it called ready."""

from datetime import date, datetime

from sqlalchemy import Boolean, Date, ForeignKey, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from isodesk.storage.tables.row import Moment, Row, reference


class ClientRow(Row):
    """A firm on its way to a certificate. `search` is the folded name (decisions 31)."""

    __tablename__ = "client"

    name: Mapped[str] = mapped_column(String(500))
    short_name: Mapped[str] = mapped_column(String(200), default="")
    search: Mapped[str] = mapped_column(String(800), index=True)
    language: Mapped[str] = mapped_column(String(2))
    inn: Mapped[str] = mapped_column(String(20), default="")
    ogrn: Mapped[str] = mapped_column(String(20), default="")
    legal_address: Mapped[str] = mapped_column(Text, default="")
    address: Mapped[str] = mapped_column(Text, default="")
    phone: Mapped[str] = mapped_column(String(100), default="")
    email: Mapped[str] = mapped_column(String(200), default="")
    activity: Mapped[str] = mapped_column(Text, default="")
    head_post: Mapped[str] = mapped_column(String(300), default="")
    head_name: Mapped[str] = mapped_column(String(300), default="")
    staff: Mapped[int | None] = mapped_column(Integer)
    shifts: Mapped[int] = mapped_column(Integer, default=1)
    logo: Mapped[str | None] = mapped_column(String(64), ForeignKey("file.digest"), index=True)
    scope: Mapped[str] = mapped_column(Text, default="")
    target_on: Mapped[date | None] = mapped_column(Date)
    is_sample: Mapped[bool] = mapped_column(Boolean(create_constraint=True, name="is_sample"), default=False)
    created_at: Mapped[datetime] = mapped_column(Moment)
    opened_at: Mapped[datetime | None] = mapped_column(Moment)
    archived_at: Mapped[datetime | None] = mapped_column(Moment)


class SiteRow(Row):
    """A place where the client works."""

    __tablename__ = "site"

    client_id: Mapped[str] = reference("client")
    position: Mapped[int] = mapped_column(Integer)
    name: Mapped[str] = mapped_column(String(300))
    address: Mapped[str] = mapped_column(Text, default="")
    staff: Mapped[int | None] = mapped_column(Integer)
    activity: Mapped[str] = mapped_column(Text, default="")
    archived_at: Mapped[datetime | None] = mapped_column(Moment)


class SiteShiftRow(Row):
    """How many people work at a site in one of its shifts (ISO/IEC 17021-1 asks for it when audit time is set)."""

    __tablename__ = "site_shift"
    __table_args__ = (UniqueConstraint("site_id", "number"),)

    site_id: Mapped[str] = reference("site")
    number: Mapped[int] = mapped_column(Integer)
    staff: Mapped[int] = mapped_column(Integer)


class ContentSnapshotRow(Row):
    """The content of a standard as it was when a client adopted it, once per digest (decisions 18)."""

    __tablename__ = "content_snapshot"

    digest: Mapped[str] = mapped_column(String(64), unique=True)
    standard: Mapped[str] = mapped_column(String(100))
    content: Mapped[str] = mapped_column(Text)


class ClientStandardRow(Row):
    """A standard that a client goes for, bound to the snapshot of its content. A row that was retired stays: earlier
    rounds and finished audits are read by it."""

    __tablename__ = "client_standard"
    __table_args__ = (UniqueConstraint("client_id", "standard"),)

    client_id: Mapped[str] = reference("client")
    standard: Mapped[str] = mapped_column(String(100))
    digest: Mapped[str] = mapped_column(String(64), ForeignKey("content_snapshot.digest"), index=True)
    position: Mapped[int] = mapped_column(Integer)
    adopted_at: Mapped[datetime] = mapped_column(Moment)
    first_round: Mapped[int] = mapped_column(Integer, default=1, server_default="1")
    """Number of the round of assessment in which it was adopted."""
    last_round: Mapped[int | None] = mapped_column(Integer)
    """The last round that asked its questions; None while it is in force."""
    retired_at: Mapped[datetime | None] = mapped_column(Moment)


class ExclusionRow(Row):
    """A clause that does not apply to the client, with the reason that an auditor will ask for."""

    __tablename__ = "exclusion"

    client_id: Mapped[str] = reference("client")
    standard: Mapped[str] = mapped_column(String(100))
    clause: Mapped[str] = mapped_column(String(40))
    reason: Mapped[str] = mapped_column(Text, default="")


class PageMarkRow(Row):
    """A page that its user called ready (ux.md U07)."""

    __tablename__ = "page_mark"
    __table_args__ = (UniqueConstraint("client_id", "page"),)

    client_id: Mapped[str] = reference("client")
    page: Mapped[str] = mapped_column(String(60))
    marked_at: Mapped[datetime] = mapped_column(Moment)
