"""Internal audits: planned by process and clause, led by auditors who should not own what they audit, reported at the end."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from isodesk.domain.audits import AuditState, RecordKind, Verdict, record_number
from isodesk.domain.events import AuditsChanged
from isodesk.domain.keys import AuditId, ClientId, PersonId, ProcessId, clause_order
from isodesk.domain.people import Dependence, dependences
from isodesk.errors import InvalidInput, NotAllowed, NotFound
from isodesk.i18n import N_
from isodesk.services.checklists import fill, refuse_finished
from isodesk.services.fields import LONG, cleaned
from isodesk.services.history import History
from isodesk.services.standards import Standards
from isodesk.storage import audits, clients, team
from isodesk.storage.tables import AuditClauseRow, AuditMemberRow, AuditProcessRow, AuditRow
from isodesk.storage.work import Session, Work, Workshop

_LIMITS: Final = dict.fromkeys(
    (
        "objective",
        "criteria",
        "places",
        "methods",
        "dependence_reason",
        "conclusion",
        "strengths",
        "not_covered",
    ),
    LONG,
)


@dataclass(frozen=True, slots=True)
class AuditView:
    """An audit as pages and documents see it."""

    id: AuditId
    number: str
    state: AuditState
    objective: str
    criteria: str
    places: str
    methods: str
    starts_on: date | None
    ends_on: date | None
    lead: PersonId | None
    lead_name: str
    members: tuple[tuple[PersonId, str], ...]
    processes: tuple[tuple[ProcessId, str, str], ...]
    """(id, name, owner's name) in the order of the walk."""
    clauses: tuple[tuple[str, str], ...]
    dependences: tuple[Dependence, ...]
    """Auditors who own an audited process, by names."""
    dependence_reason: str
    conclusion: str
    strengths: str
    not_covered: str
    reported_on: date | None
    verdicts: tuple[tuple[Verdict | None, int], ...]

    @property
    def rows(self) -> int:
        """Rows of the checklist."""
        return sum(count for _, count in self.verdicts)

    @property
    def answered(self) -> int:
        """Rows with a verdict."""
        return sum(count for verdict, count in self.verdicts if verdict is not None)

    def count(self, verdict: Verdict) -> int:
        """Rows with that verdict."""
        return dict(self.verdicts).get(verdict, 0)


@dataclass(frozen=True, slots=True)
class NewAudit:
    """What the wizard asks. Clauses are (standard, clause), beside those of the processes."""

    processes: tuple[ProcessId, ...]
    clauses: tuple[tuple[str, str], ...] = ()
    lead: PersonId | None = None
    members: tuple[PersonId, ...] = ()
    starts_on: date | None = None
    ends_on: date | None = None
    objective: str = ""
    criteria: str = ""
    dependence_reason: str = ""


class Audits:
    """Reads, plans and closes audits; every change is a step that can be undone."""

    def __init__(self, workshop: Workshop, history: History, standards: Standards) -> None:
        self._workshop = workshop
        self._history = history
        self._standards = standards

    def listed(self, client: ClientId) -> tuple[AuditView, ...]:
        """Audits of the client, oldest first."""
        with self._workshop.read() as session:
            return tuple(_view(session, row) for row in audits.listed(session, client))

    def get(self, audit: AuditId) -> AuditView:
        """One audit. Raises NotFound."""
        with self._workshop.read() as session:
            return _view(session, audits.get(session, audit))

    def find(self, client: ClientId, number: str | None = None) -> AuditView:
        """The audit of that number, or the last one. Raises NotFound naming those there are."""
        known = self.listed(client)
        if not known:
            raise NotFound(N_("This client has no internal audit yet."), N_("Plan one on page 4.2."))
        if number is None:
            return known[-1]
        for view in known:
            if view.number.casefold() == number.strip().casefold():
                return view
        raise NotFound(
            N_("There is no audit “{number}”."),
            N_("Audits of this client: {known}."),
            number=number,
            known=", ".join(view.number for view in known),
        )

    def create(self, client: ClientId, new: NewAudit) -> AuditId:
        """A new audit with its number and its checklist. Raises InvalidInput for an empty scope or reversed dates."""
        _refuse_scope(new.processes, new.clauses)
        texts = cleaned(
            {"objective": new.objective, "criteria": new.criteria, "dependence_reason": new.dependence_reason},
            _LIMITS,
            frozenset(),
        )
        _refuse_reversed(new.starts_on, new.ends_on)
        with self._history.step(N_("plan an audit")) as work:
            year = (new.starts_on or work.today).year
            sequence = clients.next_number(work.session, client, RecordKind.AUDIT.value, year)
            language = clients.get(work.session, client).language
            row = AuditRow(
                client_id=client,
                number=record_number(RecordKind.AUDIT, year, sequence, language),
                starts_on=new.starts_on,
                ends_on=new.ends_on or new.starts_on,
                lead_id=new.lead,
                created_at=work.now,
                **texts,
            )
            work.session.add(row)
            self._put_scope(work, client, row, new.processes, new.clauses)
            _put_members(work, row.id, new.members)
            work.record(AuditsChanged(client, row.id))
            return AuditId(row.id)

    def change(self, client: ClientId, audit: AuditId, **values: object) -> None:
        """Changes fields (objective, criteria, places, methods, starts_on, ends_on, lead_id, dependence_reason,
        conclusion, strengths, not_covered, reported_on). Raises InvalidInput naming the field."""
        lead = {"lead_id": values.pop("lead_id")} if "lead_id" in values else {}
        kept = {**cleaned(values, _LIMITS, frozenset()), **lead}
        with self._history.step(N_("change an audit")) as work:
            row = audits.get(work.session, audit)
            for field, value in kept.items():
                setattr(row, field, value)
            _refuse_reversed(row.starts_on, row.ends_on)
            work.record(AuditsChanged(client, audit))

    def set_members(self, client: ClientId, audit: AuditId, members: tuple[PersonId, ...]) -> None:
        """Makes the team beside the leader exactly these."""
        with self._history.step(N_("change the audit team")) as work:
            _put_members(work, audit, members)
            work.record(AuditsChanged(client, audit))

    def set_scope(
        self, client: ClientId, audit: AuditId, processes: tuple[ProcessId, ...], clauses: tuple[tuple[str, str], ...]
    ) -> None:
        """Changes the scope; rows that were answered stay in the checklist. Raises InvalidInput for an empty
        scope, NotAllowed in a finished audit."""
        _refuse_scope(processes, clauses)
        with self._history.step(N_("change the scope of an audit")) as work:
            row = audits.get(work.session, audit)
            refuse_finished(row)
            self._put_scope(work, client, row, processes, clauses)
            work.record(AuditsChanged(client, audit))

    def finish(self, client: ClientId, audit: AuditId) -> None:
        """Closes the audit. Raises NotAllowed while rows are open or there is no conclusion: the report would be empty."""
        view = self.get(audit)
        if view.answered < view.rows:
            raise NotAllowed(
                N_("Rows of the checklist without a verdict: {count}."),
                N_("Answer them, or note “not checked” with key 4."),
                count=view.rows - view.answered,
            )
        if not view.conclusion.strip():
            raise NotAllowed(
                N_("The report has no conclusion yet."), N_("Write it on page 4.5; two sentences are enough.")
            )
        with self._history.step(N_("finish an audit")) as work:
            row = audits.get(work.session, audit)
            row.state = AuditState.FINISHED.value
            row.reported_on = row.reported_on or work.today
            work.record(AuditsChanged(client, audit))

    def reopen(self, client: ClientId, audit: AuditId) -> None:
        """Takes a finished audit up again."""
        with self._history.step(N_("reopen an audit")) as work:
            audits.get(work.session, audit).state = AuditState.UNDER_WAY.value
            work.record(AuditsChanged(client, audit))

    def archive(self, client: ClientId, audit: AuditId) -> None:
        """Into the trash; its number is not used again."""
        with self._history.step(N_("remove an audit")) as work:
            audits.get(work.session, audit).archived_at = work.now
            work.record(AuditsChanged(client, audit))

    def _put_scope(
        self,
        work: Work,
        client: ClientId,
        row: AuditRow,
        processes: tuple[ProcessId, ...],
        clauses: tuple[tuple[str, str], ...],
    ) -> None:
        session = work.session
        session.flush()
        for old in [*audits.processes(session, row.id), *audits.clauses(session, row.id)]:
            session.delete(old)
        for process in processes:
            session.add(AuditProcessRow(audit_id=row.id, process_id=process))
        for standard, clause in clauses:
            session.add(AuditClauseRow(audit_id=row.id, standard=standard, clause=clause))
        session.flush()
        fill(work, client, row, self._standards.within(session, client))


def _put_members(work: Work, audit: str, members: tuple[PersonId, ...]) -> None:
    for old in audits.members(work.session, audit):
        work.session.delete(old)
    for person in members:
        work.session.add(AuditMemberRow(audit_id=audit, person_id=person))


def _view(session: Session, row: AuditRow) -> AuditView:
    names = team.names(session, row.client_id)
    in_scope = {link.process_id for link in audits.processes(session, row.id)}
    processes = [p for p in team.processes(session, row.client_id, archived=True) if p.id in in_scope]
    members = [member.person_id for member in audits.members(session, row.id)]
    auditors = [person for person in (row.lead_id, *members) if person]
    dependent = dependences(auditors, [(process.name, process.owner_id) for process in processes])
    counts = audits.verdict_counts(session, row.id)
    return AuditView(
        id=AuditId(row.id),
        number=row.number,
        state=AuditState(row.state),
        objective=row.objective,
        criteria=row.criteria,
        places=row.places,
        methods=row.methods,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        lead=PersonId(row.lead_id) if row.lead_id else None,
        lead_name=names.get(row.lead_id or "", ""),
        members=tuple((PersonId(person), names.get(person, "")) for person in members),
        processes=tuple((ProcessId(p.id), p.name, names.get(p.owner_id or "", "")) for p in processes),
        clauses=tuple(
            sorted(
                ((link.standard, link.clause) for link in audits.clauses(session, row.id)),
                key=lambda pair: (pair[0], clause_order(pair[1])),
            )
        ),
        dependences=tuple(Dependence(names.get(d.person, ""), d.process) for d in dependent),
        dependence_reason=row.dependence_reason,
        conclusion=row.conclusion,
        strengths=row.strengths,
        not_covered=row.not_covered,
        reported_on=row.reported_on,
        verdicts=tuple((Verdict(verdict) if verdict else None, count) for verdict, count in counts.items()),
    )


def _refuse_scope(processes: tuple[ProcessId, ...], clauses: tuple[tuple[str, str], ...]) -> None:
    if not processes and not clauses:
        raise InvalidInput(
            "scope", N_("An audit needs something to look at."), N_("Choose at least one process or clause.")
        )


def _refuse_reversed(starts_on: date | None, ends_on: date | None) -> None:
    if starts_on and ends_on and ends_on < starts_on:
        raise InvalidInput("ends_on", N_("The audit would end before it starts."), N_("Change one of the two dates."))
