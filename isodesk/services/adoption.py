"""Which standards a client goes for: added, taken off, brought up to date, moved to the next edition with every answer."""

from dataclasses import dataclass

from isodesk.catalog import snapshot
from isodesk.catalog.editions import Change, Delta, compare
from isodesk.catalog.standard import Heading, Standard
from isodesk.domain.events import AnswersChanged, ClientChanged, PlanChanged, TeamChanged
from isodesk.domain.keys import ClientId
from isodesk.errors import NotAllowed, NotFound
from isodesk.i18n import N_
from isodesk.services import carrying
from isodesk.services.control_moves import follow_controls
from isodesk.services.history import History
from isodesk.services.standards import Standards
from isodesk.storage import assessment, clients, plan, team
from isodesk.storage.tables import ClientStandardRow, ExclusionRow, ProcessClauseRow
from isodesk.storage.work import Session, Work, Workshop


@dataclass(frozen=True, slots=True)
class AdditionView:
    """What adding a standard would mean."""

    standard: Standard
    shared: int
    """Questions that the client's other standards ask already."""
    answered: int
    """Of these, how many are answered."""

    @property
    def fresh(self) -> int:
        """Questions that would be left to answer."""
        return len(self.standard.question_keys) - self.answered


@dataclass(frozen=True, slots=True)
class TransitionView:
    """What moving to another edition would mean: nothing is written yet."""

    delta: Delta
    carried: int
    """Answers that carry over with their notes and evidence."""
    left_behind: int
    """Answers to questions that the new edition does not ask; they stay readable in the old round."""


class Adoptions:
    """Changes a client's standards; every change is a step that can be undone."""

    def __init__(self, workshop: Workshop, history: History, standards: Standards) -> None:
        self._workshop = workshop
        self._history = history
        self._standards = standards

    def choices(self, client: ClientId) -> tuple[Heading, ...]:
        """Standards that can be added: every one of which the client has no edition yet."""
        held = {standard.family for standard in self._standards.of(client)}
        return tuple(heading for heading in self._standards.shelf.headings() if heading.family not in held)

    def preview_addition(self, client: ClientId, key: str) -> AdditionView:
        """What adding a standard would mean. Raises NotFound, ContentError."""
        standard = self._standards.shelf.standard(key)
        with self._workshop.read() as session:
            asked = {r.question.key for r in self._standards.merged(session, client)}
            answers = assessment.answers(session, assessment.current_round(session, client).id)
        shared = [question for question in standard.question_keys if question in asked]
        answered = [key for key in standard.question_keys if key in answers and answers[key].conformity]
        return AdditionView(standard, len(shared), len(answered))

    def add(self, client: ClientId, key: str) -> None:
        """Adds a standard; what is answered already counts for it too. Raises NotFound, ContentError, NotAllowed for a
        second edition of one standard."""
        standard = self._standards.shelf.standard(key)
        self._refuse_second_edition(client, standard)
        with self._history.step(N_("add {standard}"), standard=standard.designation) as work:
            number = assessment.current_round(work.session, client).number
            self._standards.adopt(work, client, key, round_=number)
            work.record(ClientChanged(client))
            work.record(AnswersChanged(client))

    def remove(self, client: ClientId, key: str) -> None:
        """Takes a standard off; its answers stay and count again when it comes back. Raises NotFound, NotAllowed for
        the last one."""
        with self._workshop.read() as session:
            row = _held(session, client, key)
            if len(clients.standards(session, client)) == 1:
                raise NotAllowed(
                    N_("This is the client's only standard."), N_("Add the other one first, then take this one off.")
                )
            designation = self._standards.ever(session, client)[key].designation
        with self._history.step(N_("take {standard} off"), standard=designation) as work:
            row = _held(work.session, client, key)
            row.retired_at = work.now
            row.last_round = assessment.current_round(work.session, client).number - 1
            work.record(ClientChanged(client))
            work.record(AnswersChanged(client))

    def outdated(self, client: ClientId) -> tuple[Standard, ...]:
        """The client's standards whose content on the shelf is not the one the client was bound to, as the shelf has them."""
        found = []
        with self._workshop.read() as session:
            rows = [(row.standard, row.digest) for row in clients.standards(session, client)]
        for key, digest in rows:
            if key in self._standards.shelf.keys:
                standard = self._standards.shelf.standard(key)
                if snapshot.digest(snapshot.dump(standard)) != digest:
                    found.append(standard)
        return tuple(found)

    def update(self, client: ClientId, key: str) -> None:
        """Binds the client to the content as it is on the shelf now; answers stay by their keys. Raises NotFound,
        ContentError."""
        standard = self._standards.shelf.standard(key)
        with self._history.step(N_("bring {standard} up to date"), standard=standard.designation) as work:
            row = _held(work.session, client, key)
            row.digest = self._standards.keep(work, key)
            work.record(ClientChanged(client))
            work.record(AnswersChanged(client))

    def transitions(self, client: ClientId) -> tuple[tuple[str, Heading], ...]:
        """(key held now, edition to move to) for each of the client's standards that has a newer edition."""
        return tuple(
            (standard.key, heading)
            for standard in self._standards.of(client)
            for heading in self._standards.shelf.successors(standard.key)
        )

    def preview_transition(self, client: ClientId, old: str, new: str) -> TransitionView:
        """What moving would mean. Raises NotFound, ContentError, NotAllowed when `new` does not replace `old`."""
        with self._workshop.read() as session:
            _held(session, client, old)
            before = self._standards.ever(session, client)[old]
            answers = assessment.answers(session, assessment.current_round(session, client).id)
        after = self._standards.shelf.standard(new)
        if after.replaces != old:
            raise NotAllowed(
                N_("{new} does not replace {old}."),
                N_("Add it beside the other one, or choose another edition."),
                new=after.designation,
                old=before.designation,
            )
        delta = compare(before, after)
        given = [key for key in before.question_keys if key in answers and answers[key].conformity]
        carried = sum(key in delta.surviving for key in given)
        return TransitionView(delta, carried, len(given) - carried)

    def move(self, client: ClientId, old: str, new: str) -> int:
        """Moves a client to the next edition and returns the number of the new round.

        The current round is closed and stays readable. The new one begins with every answer whose question is still
        asked, with its notes, owner, maturity and evidence; only what is new is left open. Exclusions, clauses of processes, open tasks
        and what is said of controls follow their questions to the new numbers. One step; undo takes all of it back.
        Raises NotFound, ContentError, NotAllowed.
        """
        delta = self.preview_transition(client, old, new).delta
        with self._history.step(
            N_("move from {old} to {new}"), old=delta.old.designation, new=delta.new.designation
        ) as work:
            row = _held(work.session, client, old)
            before, after = carrying.open_next(work, client)
            row.retired_at, row.last_round = work.now, before.number
            self._standards.adopt(work, client, new, round_=after.number, position=row.position)
            asked = {r.question.key for r in self._standards.merged(work.session, client)}
            carrying.carry(work, client, before, after, asked, {old: new})
            _follow_exclusions(work, client, delta)
            _follow_processes(work, client, delta)
            _follow_tasks(work, client, delta)
            follow_controls(work, client, delta)
            for event in (ClientChanged, AnswersChanged, TeamChanged, PlanChanged):
                work.record(event(client))
            return after.number

    def fresh(self, client: ClientId) -> frozenset[str]:
        """Questions of the current round that the round before did not ask: what a transition left to answer."""
        with self._workshop.read() as session:
            number = assessment.current_round(session, client).number
            if number == 1:
                return frozenset()
            now = {r.question.key for r in self._standards.merged(session, client)}
            return frozenset(now - {r.question.key for r in self._standards.merged(session, client, number - 1)})

    def last_move(self, client: ClientId) -> Delta | None:
        """The edition change by which the current round began; None where there was none."""
        with self._workshop.read() as session:
            number = assessment.current_round(session, client).number
            held = self._standards.ever(session, client)
            new = {row.standard for row in clients.standards(session, client) if row.first_round == number}
            for row in clients.all_standards(session, client):
                successor = next((held[key] for key in new if held[key].replaces == row.standard), None)
                if row.last_round == number - 1 and successor is not None:
                    return compare(held[row.standard], successor)
        return None

    def _refuse_second_edition(self, client: ClientId, standard: Standard) -> None:
        for held in self._standards.of(client):
            if held.family == standard.family:
                raise NotAllowed(
                    N_("This client has {held} already."),
                    N_("Move it to the other edition instead; its answers come along."),
                    held=held.designation,
                )


def _held(session: Session, client: ClientId, key: str) -> ClientStandardRow:
    row = next((row for row in clients.standards(session, client) if row.standard == key), None)
    if row is None:
        raise NotFound(N_("This client does not go for “{key}”."), N_("Choose one of its standards."), key=key)
    return row


def _follow_exclusions(work: Work, client: ClientId, delta: Delta) -> None:
    """The old ones stay: the old round is read by them."""
    for row in clients.exclusions(work.session, client):
        if row.standard == delta.old.key:
            for clause in delta.successors(row.clause):
                work.session.add(
                    ExclusionRow(client_id=client, standard=delta.new.key, clause=clause, reason=row.reason)
                )


def _follow_processes(work: Work, client: ClientId, delta: Delta) -> None:
    """Checklists hold their own clauses, so finished audits lose nothing."""
    for process in team.processes(work.session, client, archived=True):
        rows = [row for row in team.clauses(work.session, process.id) if row.standard == delta.old.key]
        wanted = dict.fromkeys(clause for row in rows for clause in delta.successors(row.clause))
        for row in rows:
            work.session.delete(row)
        for clause in wanted:
            work.session.add(ProcessClauseRow(process_id=process.id, standard=delta.new.key, clause=clause))


def _follow_tasks(work: Work, client: ClientId, delta: Delta) -> None:
    """Open tasks stand under the new numbers; what is done keeps the number under which it was done."""
    places = {item.question.key: item.new for item in delta.of(Change.UNCHANGED, Change.MOVED)}
    several = {row.task_id for row in plan.task_questions(work.session, client)}
    for row in plan.tasks(work.session, client):
        if row.standard != delta.old.key or row.done == 100:
            continue
        if row.question in places:
            row.standard, row.clause = delta.new.key, places[row.question]
        elif row.id in several:
            row.standard, row.clause = delta.new.key, next(iter(delta.successors(row.clause)), row.clause)
