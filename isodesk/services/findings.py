"""Findings of audits: nonconformities with correction, cause, corrective action and verification; opportunities for improvement."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from isodesk.catalog.standard import Standard
from isodesk.domain.audits import Grade, RecordKind, Stage, Treatment, Verdict, record_number
from isodesk.domain.events import AuditsChanged
from isodesk.domain.keys import AuditId, ClientId, FindingId, ItemId, PersonId, TaskId
from isodesk.errors import InvalidInput, NotAllowed
from isodesk.i18n import N_
from isodesk.services.added_tasks import add_task
from isodesk.services.checklists import begin
from isodesk.services.fields import LONG, cleaned
from isodesk.services.history import History
from isodesk.services.standards import Standards
from isodesk.storage import assessment, audits, clients, team
from isodesk.storage.tables import ChecklistItemRow, FindingRow
from isodesk.storage.work import Session, Work, Workshop

_TEXTS: Final = (
    "requirement",
    "statement",
    "evidence",
    "correction",
    "whys",
    "cause",
    "elsewhere",
    "action",
    "verification",
)
_LIMITS: Final = {**dict.fromkeys(_TEXTS, LONG), "verified_by": 300, "clause": 40}


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding as pages and documents see it."""

    id: FindingId
    number: str
    grade: Grade
    raised_on: date
    audit: AuditId | None
    audit_number: str
    item: ItemId | None
    process_name: str
    process_owner: str
    standard: str
    clause: str
    clause_title: str
    requirement: str
    statement: str
    evidence: str
    correction: str
    whys: tuple[str, ...]
    cause: str
    elsewhere: str
    action: str
    responsible: PersonId | None
    responsible_name: str
    due: date | None
    done_on: date | None
    verified_on: date | None
    verified_by: str
    verification: str
    effective: bool | None
    files: int

    @property
    def treatment(self) -> Treatment:
        """What decides where the finding stands."""
        return Treatment(
            self.correction,
            self.cause,
            self.action,
            self.responsible is not None,
            self.due,
            self.done_on,
            self.verified_on,
            self.effective,
        )

    @property
    def stage(self) -> Stage:
        """The first step that is not complete; an opportunity closes when its action is carried out."""
        if self.grade.is_nonconformity:
            return self.treatment.stage
        return Stage.CLOSED if self.done_on else Stage.ACTION


class Findings:
    """Raises, treats and closes findings; every change is a step that can be undone."""

    def __init__(self, workshop: Workshop, history: History, standards: Standards) -> None:
        self._workshop = workshop
        self._history = history
        self._standards = standards

    def listed(self, client: ClientId, language: str, audit: AuditId | None = None) -> tuple[FindingView, ...]:
        """Findings of the client or of one audit, by number."""
        with self._workshop.read() as session:
            reader = _Reader(session, client, self._standards, language)
            return tuple(reader.view(row) for row in audits.findings(session, client, audit))

    def get(self, client: ClientId, finding: FindingId, language: str) -> FindingView:
        """One finding. Raises NotFound."""
        with self._workshop.read() as session:
            return _Reader(session, client, self._standards, language).view(audits.finding(session, finding))

    def raise_from(
        self, client: ClientId, item: ItemId, grade: Grade, statement: str = "", *, raised_on: date | None = None
    ) -> FindingId:
        """A finding from a checklist row, with its number in the year in which it was raised (today unless said
        otherwise); the row's verdict follows the grade. Raises NotAllowed in a finished audit."""
        texts = cleaned({"statement": statement}, _LIMITS, frozenset())
        with self._history.step(N_("raise a finding")) as work:
            row = audits.item(work.session, item)
            begin(work, row)
            language = clients.get(work.session, client).language
            standards = self._standards.ever(work.session, client)
            standard = standards.get(row.standard)
            day = raised_on or work.today
            finding = FindingRow(
                client_id=client,
                audit_id=row.audit_id,
                item_id=row.id,
                process_id=row.process_id,
                number=_number(work, client, grade, language, day.year),
                grade=grade.value,
                raised_on=day,
                standard=row.standard,
                clause=row.clause,
                requirement=_requirement(standard, row, language),
                evidence=row.evidence,
                **texts,
            )
            row.verdict = (Verdict.NONCONFORMING if grade.is_nonconformity else Verdict.REMARK).value
            work.session.add(finding)
            work.record(AuditsChanged(client, row.audit_id))
            return FindingId(finding.id)

    def change(self, client: ClientId, finding: FindingId, **values: object) -> None:
        """Changes fields (requirement, statement, evidence, grade, correction, whys as a tuple, cause, elsewhere,
        action, responsible_id, due_on, done_on, verification, verified_by, verified_on, effective).

        Raises InvalidInput, and NotAllowed for a verification before there is anything to verify.
        """
        whys = values.pop("whys", None)
        grade = values.pop("grade", None)
        plain = {k: values.pop(k) for k in ("responsible_id",) if k in values}
        kept = {**cleaned(values, _LIMITS, frozenset()), **plain}
        if isinstance(whys, tuple):
            kept["whys"] = "\n".join(" ".join(str(why).split()) for why in whys)
        with self._history.step(N_("change a finding")) as work:
            row = audits.finding(work.session, finding)
            if isinstance(grade, Grade):
                _regrade(row, grade)
            for field, value in kept.items():
                setattr(row, field, value)
            _refuse_early(row, kept)
            work.record(AuditsChanged(client, row.audit_id or ""))

    def add_task(self, client: ClientId, finding: FindingId) -> TaskId:
        """Puts the corrective action into the plan. Raises NotAllowed while there is no action."""
        with self._history.step(N_("make a task of a corrective action")) as work:
            row = audits.finding(work.session, finding)
            if not row.action.strip():
                raise NotAllowed(
                    N_("The finding {number} has no corrective action yet."),
                    N_("Write it first; the task takes its words from it."),
                    number=row.number,
                )
            title = f"{row.number}: {row.action.strip().splitlines()[0]}"
            return add_task(
                work,
                client,
                title,
                owner=row.responsible_id,
                due=row.due_on,
                standard=row.standard,
                clause=row.clause,
            )

    def archive(self, client: ClientId, finding: FindingId) -> None:
        """Into the trash; its number is not used again."""
        with self._history.step(N_("remove a finding")) as work:
            row = audits.finding(work.session, finding)
            row.archived_at = work.now
            work.record(AuditsChanged(client, row.audit_id or ""))


class _Reader:
    """Joins the rows that findings of one client point at."""

    def __init__(self, session: Session, client: ClientId, standards: Standards, language: str) -> None:
        self._names = team.names(session, client)
        self._processes = {row.id: row for row in team.processes(session, client, archived=True)}
        self._audits = {row.id: row.number for row in audits.listed(session, client)}
        self._files = assessment.evidence_counts(session, client)
        self._titles = {
            (standard.key, clause.number): clause.title(language)
            for standard in standards.ever(session, client).values()
            for clause in standard.clauses
        }

    def view(self, row: FindingRow) -> FindingView:
        process = self._processes.get(row.process_id or "")
        return FindingView(
            id=FindingId(row.id),
            number=row.number,
            grade=Grade(row.grade),
            raised_on=row.raised_on,
            audit=AuditId(row.audit_id) if row.audit_id else None,
            audit_number=self._audits.get(row.audit_id or "", ""),
            item=ItemId(row.item_id) if row.item_id else None,
            process_name=process.name if process else "",
            process_owner=self._names.get(process.owner_id or "", "") if process else "",
            standard=row.standard,
            clause=row.clause,
            clause_title=self._titles.get((row.standard, row.clause), ""),
            requirement=row.requirement,
            statement=row.statement,
            evidence=row.evidence,
            correction=row.correction,
            whys=tuple(row.whys.split("\n")) if row.whys else (),
            cause=row.cause,
            elsewhere=row.elsewhere,
            action=row.action,
            responsible=PersonId(row.responsible_id) if row.responsible_id else None,
            responsible_name=self._names.get(row.responsible_id or "", ""),
            due=row.due_on,
            done_on=row.done_on,
            verified_on=row.verified_on,
            verified_by=row.verified_by,
            verification=row.verification,
            effective=row.effective,
            files=self._files.get(row.id, 0),
        )


def _requirement(standard: Standard | None, row: ChecklistItemRow, language: str) -> str:
    """What was not met, as a reference that the auditor words further: standard, clause and its title."""
    clause = standard.by_number.get(row.clause) if standard else None
    if standard is None or clause is None:
        return row.own_question
    return f"{standard.designation}, {clause.number} {clause.title(language)}"


def _number(work: Work, client: ClientId, grade: Grade, language: str, year: int) -> str:
    kind = RecordKind.NONCONFORMITY if grade.is_nonconformity else RecordKind.OPPORTUNITY
    return record_number(kind, year, clients.next_number(work.session, client, kind.value, year), language)


def _regrade(row: FindingRow, grade: Grade) -> None:
    if Grade(row.grade).is_nonconformity != grade.is_nonconformity:
        raise NotAllowed(
            N_("A nonconformity and an opportunity for improvement have numbers of their own."),
            N_("Remove {number} and raise the finding again with the other grade."),
            number=row.number,
        )
    row.grade = grade.value


def _refuse_early(row: FindingRow, values: dict[str, object]) -> None:
    """A corrective action is verified after it was found, carried out and dated (clause 10.2; process.md 3)."""
    if not Grade(row.grade).is_nonconformity:
        return
    if values.get("effective") is True and not (row.cause.strip() and row.action.strip() and row.done_on):
        raise NotAllowed(
            N_("{number} cannot be called effective yet: cause, corrective action and the day it was done are needed."),
            N_("Fill in steps 2 to 4 first."),
            number=row.number,
        )
    if row.done_on and row.done_on < row.raised_on:
        raise InvalidInput(
            "done_on", N_("The action would be done before the finding was raised."), N_("Correct the date.")
        )
    if row.verified_on and row.done_on and row.verified_on < row.done_on:
        raise InvalidInput(
            "verified_on", N_("The verification would lie before the action was done."), N_("Correct the date.")
        )
