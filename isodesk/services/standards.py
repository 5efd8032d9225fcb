"""Standards that can be chosen, and the content that each client was bound to when it chose."""

from dataclasses import dataclass

from isodesk.catalog import snapshot
from isodesk.catalog.shelf import Shelf
from isodesk.catalog.standard import Question, Standard
from isodesk.domain.keys import ClientId
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

    def adopt(self, work: Work, client: str, key: str) -> None:
        """Binds a client to a standard as the shelf holds it now. Raises NotFound, ContentError."""
        content = snapshot.dump(self.shelf.standard(key))
        clients.adopt(work, client, key, snapshot.digest(content), content)

    def of(self, client: ClientId) -> tuple[Standard, ...]:
        """The client's standards, first adopted first, from their snapshots."""
        with self._workshop.read() as session:
            return self.within(session, client)

    def within(self, session: Session, client: str) -> tuple[Standard, ...]:
        """As `of`, inside a session that is open already."""
        return tuple(self._content(session, digest) for digest in clients.digests(session, client))

    def requirements(self, client: ClientId) -> tuple[Requirement, ...]:
        """Every question of the client's standards once, in the order of the clauses."""
        with self._workshop.read() as session:
            return self.merged(session, client)

    def merged(self, session: Session, client: str) -> tuple[Requirement, ...]:
        """As `requirements`, inside a session that is open already; merged once for each set of snapshots."""
        digests = tuple(clients.digests(session, client))
        if digests not in self._merged:
            self._merged[digests] = requirements(tuple(self._content(session, digest) for digest in digests))
        return self._merged[digests]

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
    """Merges the questions of several standards: a common one stands once and counts for all (decisions 15)."""
    uses: dict[str, list[tuple[str, str]]] = {}
    questions: dict[str, Question] = {}
    for standard in standards:
        for clause in standard.clauses:
            for key in clause.questions:
                uses.setdefault(key, []).append((standard.key, clause.number))
                questions.setdefault(key, standard.questions[key])
    return tuple(Requirement(questions[key], places[0][0], places[0][1], tuple(places)) for key, places in uses.items())
