"""Clients: created, described, found again, put into the trash."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from isodesk.catalog.standard import Exclusion
from isodesk.domain.events import ClientChanged
from isodesk.domain.keys import ClientId, SiteId
from isodesk.domain.registration import inn_fault, ogrn_fault
from isodesk.errors import InvalidInput, NotAllowed, NotFound
from isodesk.i18n import N_
from isodesk.services.client_views import ClientView, ExclusionView, NewClient, SiteView, client_view
from isodesk.services.fields import LONG, clean, cleaned, folded, refuse_far_dates, refuse_number
from isodesk.services.history import History
from isodesk.services.images import checked_logo
from isodesk.services.standards import Standards
from isodesk.services.templates import copy_structure
from isodesk.storage import assessment, clients, files, responsibilities
from isodesk.storage.files import FileStore
from isodesk.storage.tables import ClientRow, ExclusionRow, SiteRow
from isodesk.storage.work import Session, Work, Workshop

__all__ = ["ClientView", "Clients", "ExclusionView", "NewClient", "SiteView"]

NAME_LIMIT: Final = 500
_LIMITS: Final = {
    "name": NAME_LIMIT,
    "short_name": 200,
    "language": 2,
    "inn": 20,
    "ogrn": 20,
    "legal_address": 1000,
    "address": 1000,
    "phone": 100,
    "email": 200,
    "activity": LONG,
    "head_post": 300,
    "head_name": 300,
    "scope": LONG,
}
_SITE_LIMITS: Final = {"name": 300, "address": 1000, "activity": 1000}
STAFF: Final = range(1, 100_001)


class Clients:
    """Reads and changes clients; every change is a step that can be undone, but for creating and binning."""

    def __init__(self, workshop: Workshop, history: History, standards: Standards, store: FileStore) -> None:
        self._workshop = workshop
        self._history = history
        self._standards = standards
        self._store = store

    def listed(self, *, archived: bool = False) -> tuple[ClientView, ...]:
        """All clients, the one opened last first; `archived` gives those in the trash."""
        with self._workshop.read() as session:
            return tuple(client_view(row, _keys(session, row.id)) for row in clients.listed(session, archived=archived))

    def get(self, client: ClientId) -> ClientView:
        """One client. Raises NotFound."""
        with self._workshop.read() as session:
            return client_view(clients.get(session, client), _keys(session, client))

    def find(self, name: str) -> ClientView:
        """The client of that name or short name, whatever the case. Raises NotFound, naming those there are."""
        wanted = folded(name.strip()) or None
        known = self.listed()
        for view in known:
            if wanted in {folded(view.name), folded(view.short_name), view.id}:
                return view
        raise NotFound(
            N_("There is no client “{name}”."),
            N_("Clients in this workspace: {known}."),
            name=name,
            known="; ".join(view.name for view in known) or "–",
        )

    def create(self, new: NewClient) -> ClientId:
        """A new client with its first round of assessment. Raises InvalidInput, NotFound."""
        name = clean("name", new.name, NAME_LIMIT, required=True)
        _refuse_staff(new.staff)
        refuse_far_dates({"target_on": new.target_on})
        with self._workshop.write(f"create client {name}") as work:
            row = ClientRow(
                name=name,
                search=folded(name),
                language=new.language,
                staff=new.staff,
                target_on=new.target_on,
                is_sample=new.is_sample,
                created_at=work.now,
            )
            work.session.add(row)
            work.session.flush()
            self._standards.adopt(work, row.id, new.standard)
            assessment.start_round(work, row.id)
            if new.template is not None:
                copy_structure(work, new.template, row.id)
            work.record(ClientChanged(ClientId(row.id)))
            return ClientId(row.id)

    def change(self, client: ClientId, **values: object) -> None:
        """Changes named fields in one step. Raises InvalidInput naming the field."""
        kept = cleaned(values, _LIMITS, frozenset({"name"}))
        for field, value in kept.items():
            _refuse(field, value)
        if "name" in kept:
            kept["search"] = folded(str(kept["name"]))
        with self._history.step(N_("change the organisation")) as work:
            row = clients.get(work.session, client)
            for field, value in kept.items():
                setattr(row, field, value)
            work.record(ClientChanged(client))

    def opened(self, client: ClientId) -> None:
        """Notes that the client is being worked on now; nothing where the workspace is read-only."""
        if self._workshop.read_only:
            return
        with self._workshop.write("open") as work:
            clients.get(work.session, client).opened_at = work.now

    def archive(self, client: ClientId) -> None:
        """Into the trash, from where `restore` brings it back."""
        self._set_archived(client, archived=True)

    def restore(self, client: ClientId) -> None:
        """Out of the trash."""
        self._set_archived(client, archived=False)

    def set_logo(self, client: ClientId, source: Path | None) -> None:
        """Stores a picture as the logo on paper, or removes it. Raises FileRefused for what is no picture."""
        digest: str | None = None
        size = 0
        if source is not None:
            picture = checked_logo(source)
            stored = self._store.put_bytes(picture, source.name)
            digest, size = stored.digest, stored.size
        with self._history.step(N_("change the logo")) as work:
            if digest is not None:
                files.note(work.session, digest, size, "image/png", work.now)
            clients.get(work.session, client).logo = digest
            work.record(ClientChanged(client))

    def logo(self, client: ClientView) -> bytes | None:
        """The picture as PNG, None without one. Raises StorageTrouble when it is missing on disk."""
        return self._store.read(client.logo) if client.logo else None

    def sites(self, client: ClientId) -> tuple[SiteView, ...]:
        """Sites in their order."""
        with self._workshop.read() as session:
            shifts = responsibilities.shifts_of_client(session, client)
            return tuple(
                SiteView(
                    SiteId(row.id), row.name, row.address, row.staff, row.activity, _in_order(shifts.get(row.id, {}))
                )
                for row in clients.sites(session, client)
            )

    def add_site(self, client: ClientId, name: str) -> SiteId:
        """A new site at the end. Raises InvalidInput."""
        kept = clean("name", name, _SITE_LIMITS["name"], required=True)
        with self._history.step(N_("add the site “{name}”"), name=kept) as work:
            row = SiteRow(client_id=client, position=clients.next_position(work.session, SiteRow, client), name=kept)
            work.session.add(row)
            work.record(ClientChanged(client))
            return SiteId(row.id)

    def change_site(self, client: ClientId, site: SiteId, **values: object) -> None:
        """Changes fields of a site. Raises InvalidInput."""
        kept = cleaned(values, _SITE_LIMITS, frozenset({"name"}))
        if isinstance(kept.get("staff"), int):
            _refuse_staff(kept["staff"])
        with self._history.step(N_("change a site")) as work:
            row = _site(work, site)
            for field, value in kept.items():
                setattr(row, field, value)
            work.record(ClientChanged(client))

    def archive_site(self, client: ClientId, site: SiteId) -> None:
        """Removes a site; undo and the trash bring it back."""
        with self._history.step(N_("remove a site")) as work:
            _site(work, site).archived_at = work.now
            work.record(ClientChanged(client))

    def exclusions(self, client: ClientId) -> tuple[ExclusionView, ...]:
        """Clauses of the client's standards that do not apply."""
        with self._workshop.read() as session:
            held = _keys(session, client)
            return tuple(
                ExclusionView(row.standard, row.clause, row.reason)
                for row in clients.exclusions(session, client)
                if row.standard in held
            )

    def exclude(self, client: ClientId, standard: str, clause: str, reason: str) -> None:
        """Excludes a clause, or changes the reason; its questions count as not applicable. Raises NotAllowed where the
        standard forbids it."""
        kept = clean("reason", reason, LONG, lines=True)
        self._refuse_exclusion(client, standard, clause)
        with self._history.step(N_("exclude clause {clause}"), clause=clause) as work:
            row = _exclusion(work, client, standard, clause)
            if row is None:
                work.session.add(ExclusionRow(client_id=client, standard=standard, clause=clause, reason=kept))
            else:
                row.reason = kept
            work.record(ClientChanged(client))

    def include(self, client: ClientId, standard: str, clause: str) -> None:
        """Takes an exclusion back."""
        with self._history.step(N_("include clause {clause}"), clause=clause) as work:
            row = _exclusion(work, client, standard, clause)
            if row is not None:
                work.session.delete(row)
            work.record(ClientChanged(client))

    def _refuse_exclusion(self, client: ClientId, key: str, clause: str) -> None:
        held = next((standard for standard in self._standards.of(client) if standard.key == key), None)
        if held is not None and held.exclusion_of(clause) is Exclusion.FORBID:
            raise NotAllowed(
                N_("{standard} does not allow clause {clause} to be left out."),
                N_("Meet it, or narrow the scope so that it is met where the certificate is to count."),
                standard=held.designation,
                clause=clause,
            )

    def _set_archived(self, client: ClientId, *, archived: bool) -> None:
        with self._workshop.write("move a client to the trash" if archived else "restore a client") as work:
            clients.get(work.session, client).archived_at = work.now if archived else None
            work.record(ClientChanged(client))


def _keys(session: Session, client: str) -> tuple[str, ...]:
    return tuple(row.standard for row in clients.standards(session, client))


def _in_order(shifts: Mapping[int, int]) -> tuple[int, ...]:
    return tuple(shifts.get(number, 0) for number in range(1, max(shifts, default=0) + 1))


def _site(work: Work, site: SiteId) -> SiteRow:
    row = work.session.get(SiteRow, site)
    if row is None:
        raise NotFound(N_("This site is no longer there."), N_("Choose another one from the list."))
    return row


def _exclusion(work: Work, client: str, standard: str, clause: str) -> ExclusionRow | None:
    rows = clients.exclusions(work.session, client)
    return next((row for row in rows if row.standard == standard and row.clause == clause), None)


def _refuse(field: str, value: object) -> None:
    if field == "inn" and value:
        refuse_number(field, inn_fault(str(value)), "10 / 12")
    elif field == "ogrn" and value:
        refuse_number(field, ogrn_fault(str(value)), "13 / 15")
    elif field == "staff":
        _refuse_staff(value)
    elif field == "email" and value and "@" not in str(value):
        raise InvalidInput(field, N_("An e-mail address has an @."), N_("For example: office@example.com."))


def _refuse_staff(value: object) -> None:
    if value is not None and value not in STAFF:
        raise InvalidInput(
            "staff",
            N_("The number of people must be from 1 to {most}."),
            N_("Correct the number."),
            most=STAFF.stop - 1,
        )
