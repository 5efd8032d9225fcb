"""Standards that can be chosen, and the content that each client was bound to when it chose."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from isodesk.catalog import audit_time, snapshot
from isodesk.catalog.audit_time import AuditTime
from isodesk.catalog.shelf import Shelf
from isodesk.catalog.standard import Question, Standard
from isodesk.domain.keys import ClientId, clause_order, section_of
from isodesk.errors import NotFound
from isodesk.i18n import N_
from isodesk.storage import clients
from isodesk.storage.work import Session, Work, Workshop


@dataclass(frozen=True, slots=True)
class Requirement:
    """A question as a client meets it: where it stands first, and every place where the answer counts."""

    question: Question
    standard: str
    clause: str
    counts_for: tuple[tuple[str, str], ...]
    """(standard key, clause number) of each use among the client's standards."""


class Standards:
    """Reads content once and keeps it: snapshots never change under their digest."""

    def __init__(self, workshop: Workshop, shelf: Shelf) -> None:
        self._workshop = workshop
        self.shelf = shelf
        self._by_digest: dict[str, Standard] = {}
        self._merged: dict[tuple[str, ...], tuple[Requirement, ...]] = {}

    def adopt(self, work: Work, client: str, key: str, *, round_: int = 1, position: int | None = None) -> None:
        """Binds a client to a standard as the shelf holds it now. Raises NotFound, ContentError."""
        digest = self.keep(work, key)
        clients.adopt(work, client, key, digest, round_=round_, position=position)

    def keep(self, work: Work, key: str) -> str:
        """Stores the content of a standard as the shelf holds it now, and gives its digest. Raises NotFound, ContentError."""
        content = snapshot.dump(self.shelf.standard(key))
        digest = snapshot.digest(content)
        clients.keep_content(work, key, digest, content)
        return digest

    def of(self, client: ClientId) -> tuple[Standard, ...]:
        """The client's standards, first adopted first, from their snapshots."""
        with self._workshop.read() as session:
            return self.within(session, client)

    def in_round(self, client: ClientId, round_: int) -> tuple[Standard, ...]:
        """As `of`, those that a round by its number asked about."""
        with self._workshop.read() as session:
            return self.within(session, client, round_)

    def within(self, session: Session, client: str, round_: int | None = None) -> tuple[Standard, ...]:
        """As `of`, inside a session that is open already; those of an earlier round by its number."""
        return tuple(self._content(session, row.digest) for row in clients.standards(session, client, round_))

    def ever(self, session: Session, client: str) -> dict[str, Standard]:
        """By key, those that were retired too: finished audits and old tasks are read by them."""
        return {row.standard: self._content(session, row.digest) for row in clients.all_standards(session, client)}

    def known(self, client: ClientId) -> dict[str, Standard]:
        """As `ever`, in a session of its own."""
        with self._workshop.read() as session:
            return self.ever(session, client)

    def at(self, session: Session, client: str, moment: datetime) -> tuple[Standard, ...]:
        """The standards that were in force at a moment: what an audit planned then asked about."""
        return tuple(
            self._content(session, row.digest)
            for row in clients.all_standards(session, client)
            if row.adopted_at <= moment and (row.retired_at is None or row.retired_at > moment)
        )

    def requirements(self, client: ClientId) -> tuple[Requirement, ...]:
        """Every question of the client's standards once, in the order of the clauses."""
        with self._workshop.read() as session:
            return self.merged(session, client)

    def merged(self, session: Session, client: str, round_: int | None = None) -> tuple[Requirement, ...]:
        """As `requirements`, inside a session that is open already; merged once for each set of snapshots."""
        digests = tuple(row.digest for row in clients.standards(session, client, round_))
        if digests not in self._merged:
            self._merged[digests] = requirements(tuple(self._content(session, digest) for digest in digests))
        return self._merged[digests]

    @cached_property
    def _audit_times(self) -> tuple[AuditTime, ...]:
        return audit_time.read()

    def audit_days(self, family: str, people: int | None) -> float | None:
        """Auditor days that a first certification usually takes; None where the size or the table is not known."""
        return audit_time.usual_days(self._audit_times, family, people) if people else None

    def first(self, client: ClientId) -> Standard:
        """The standard whose system a document names. Raises NotFound for a client without one."""
        found = self.of(client)
        if not found:
            raise NotFound(N_("No standard is chosen for this client yet."), N_("Choose one on page 1.2."))
        return found[0]

    def _content(self, session: Session, digest: str) -> Standard:
        if digest not in self._by_digest:
            self._by_digest[digest] = snapshot.load(clients.content(session, digest))
        return self._by_digest[digest]


def requirements(standards: tuple[Standard, ...]) -> tuple[Requirement, ...]:
    """Merges the questions of several standards: a common one stands once and counts for all (decisions 15).

    Standards on the common structure are asked section by section, so that one conversation about leadership serves them
    all; within a section the standard adopted first comes first. Others follow whole.
    """
    uses: dict[str, list[tuple[str, str]]] = {}
    questions: dict[str, Question] = {}
    for standard in standards:
        for clause in standard.clauses:
            for key in clause.questions:
                uses.setdefault(key, []).append((standard.key, clause.number))
                questions.setdefault(key, standard.questions[key])
    harmonized = {standard.key for standard in standards if standard.harmonized}
    order = {standard.key: place for place, standard in enumerate(standards)}

    def place(requirement: Requirement) -> tuple[object, ...]:
        together = requirement.standard in harmonized
        section = clause_order(section_of(requirement.clause)) if together else ()
        return (not together, section, order[requirement.standard])

    found = [Requirement(questions[key], places[0][0], places[0][1], tuple(places)) for key, places in uses.items()]
    return tuple(sorted(found, key=place))
