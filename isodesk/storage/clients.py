"""Queries about clients, their sites, standards and exclusions."""

from collections.abc import Sequence

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from isodesk.errors import NotFound
from isodesk.i18n import N_
from isodesk.storage.tables import (
    ClientRow,
    ClientStandardRow,
    ContentSnapshotRow,
    CounterRow,
    ExclusionRow,
    PageMarkRow,
    PersonRow,
    ProcessRow,
    SiteRow,
)
from isodesk.storage.work import Work


def get(session: Session, client: str) -> ClientRow:
    """The client's row. Raises NotFound."""
    row = session.get(ClientRow, client)
    if row is None:
        raise NotFound(N_("This client is no longer in the workspace."), N_("Choose another one from the list."))
    return row


def listed(session: Session, *, archived: bool = False) -> Sequence[ClientRow]:
    """All clients, the one opened last first; or those in the trash."""
    condition = ClientRow.archived_at.is_not(None) if archived else ClientRow.archived_at.is_(None)
    order = (func.coalesce(ClientRow.opened_at, ClientRow.created_at).desc(), ClientRow.search)
    return session.scalars(select(ClientRow).where(condition).order_by(*order)).all()


def sites(session: Session, client: str) -> Sequence[SiteRow]:
    """The client's sites in their order."""
    query = select(SiteRow).where(SiteRow.client_id == client, SiteRow.archived_at.is_(None))
    return session.scalars(query.order_by(SiteRow.position)).all()


def next_position(session: Session, rows: type[SiteRow | PersonRow | ProcessRow], client: str) -> int:
    """A place behind all of a client's rows of one kind; the trash counts, so that what comes back keeps its place."""
    last = session.scalar(select(func.max(rows.position)).where(rows.client_id == client))
    return 0 if last is None else last + 1


def standards(session: Session, client: str, round_: int | None = None) -> Sequence[ClientStandardRow]:
    """What the client goes for, or went for in the round of that number; first adopted first."""
    row = ClientStandardRow
    query = select(row).where(row.client_id == client)
    if round_ is None:
        query = query.where(row.retired_at.is_(None))
    else:
        query = query.where(row.first_round <= round_, or_(row.last_round.is_(None), row.last_round >= round_))
    return session.scalars(query.order_by(row.position)).all()


def all_standards(session: Session, client: str) -> Sequence[ClientStandardRow]:
    """What the client goes for and what it went for before."""
    query = select(ClientStandardRow).where(ClientStandardRow.client_id == client)
    return session.scalars(query.order_by(ClientStandardRow.position)).all()


def content(session: Session, digest: str) -> str:
    """A stored snapshot. Raises NotFound."""
    found = session.scalar(select(ContentSnapshotRow.content).where(ContentSnapshotRow.digest == digest))
    if found is None:
        raise NotFound(
            N_("The content of a standard is missing from the workspace."), N_("Restore the workspace from a copy.")
        )
    return found


def keep_content(work: Work, standard: str, digest: str, text: str) -> None:
    """Stores a snapshot if it is new."""
    session = work.session
    if session.scalar(select(ContentSnapshotRow.id).where(ContentSnapshotRow.digest == digest)) is None:
        session.add(ContentSnapshotRow(digest=digest, standard=standard, content=text))
        # Written before any row that names it: this reference is checked at once.
        session.flush()


def adopt(work: Work, client: str, standard: str, digest: str, *, round_: int, position: int | None = None) -> None:
    """Binds the client to a stored snapshot from a round on; a standard that was retired comes back with its own."""
    session = work.session
    held = {row.standard: row for row in all_standards(session, client)}
    place = position if position is not None else max((row.position for row in held.values()), default=-1) + 1
    if standard in held:
        row = held[standard]
        row.retired_at, row.last_round, row.position = None, None, place
    else:
        session.add(
            ClientStandardRow(
                client_id=client,
                standard=standard,
                digest=digest,
                position=place,
                adopted_at=work.now,
                first_round=round_,
            )
        )
    session.flush()


def exclusions(session: Session, client: str) -> Sequence[ExclusionRow]:
    """Clauses that do not apply, by standard and clause."""
    query = select(ExclusionRow).where(ExclusionRow.client_id == client)
    return session.scalars(query.order_by(ExclusionRow.standard, ExclusionRow.clause)).all()


def page_marks(session: Session, client: str) -> Sequence[PageMarkRow]:
    """Pages that were called ready."""
    return session.scalars(select(PageMarkRow).where(PageMarkRow.client_id == client)).all()


def next_number(session: Session, client: str, kind: str, year: int) -> int:
    """The next number of a kind of record in a year; what was issued once never comes again (decisions 13)."""
    query = select(CounterRow).where(CounterRow.client_id == client, CounterRow.kind == kind, CounterRow.year == year)
    counter = session.scalar(query)
    if counter is None:
        counter = CounterRow(client_id=client, kind=kind, year=year)
        session.add(counter)
    counter.last += 1
    session.flush()
    return counter.last
