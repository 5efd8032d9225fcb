"""Checklists of internal audits: made from the questions of the clauses in scope, in the order of the walk, then filled in."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from isodesk.catalog.standard import Standard
from isodesk.domain.audits import AuditState, Verdict
from isodesk.domain.events import AuditsChanged
from isodesk.domain.keys import AuditId, ClientId, ItemId, ProcessId, QuestionKey
from isodesk.errors import NotAllowed
from isodesk.i18n import N_
from isodesk.services.fields import LONG, clean
from isodesk.services.history import History
from isodesk.services.standards import Standards
from isodesk.storage import assessment, audits, team
from isodesk.storage.tables import AuditRow, ChecklistItemRow
from isodesk.storage.work import Work, Workshop

_OWN_LIMIT: Final = 2000


@dataclass(frozen=True, slots=True)
class ChecklistView:
    """One row of a checklist in one language."""

    number: int
    """Runs through the whole audit; the same on screen and on paper (print.md 2)."""
    id: ItemId
    process: ProcessId | None
    process_name: str
    standard: str
    clause: str
    places: tuple[tuple[str, str], ...]
    """(standard, clause) of each standard that asked this when the audit was planned, its own first."""
    key: QuestionKey | None
    question: str
    look_for: tuple[str, ...]
    why: str
    example: str
    verdict: Verdict | None
    evidence: str
    interviewed: str
    files: int
    findings: tuple[str, ...]
    """Numbers of the findings raised from this row."""


class Checklists:
    """Reads and fills in checklists; every change is a step that can be undone."""

    def __init__(self, workshop: Workshop, history: History, standards: Standards) -> None:
        self._workshop = workshop
        self._history = history
        self._standards = standards

    def rows(self, audit: AuditId, language: str) -> tuple[ChecklistView, ...]:
        """The checklist in its order. Raises NotFound."""
        with self._workshop.read() as session:
            held = audits.get(session, audit)
            client = held.client_id
            standards = self._standards.ever(session, client)
            asked = self._standards.at(session, client, held.created_at)
            processes = {row.id: row.name for row in team.processes(session, client, archived=True)}
            files = assessment.evidence_counts(session, client)
            numbers: dict[str, list[str]] = {}
            for finding in audits.findings(session, client, audit):
                numbers.setdefault(finding.item_id or "", []).append(finding.number)
            return tuple(
                _view(
                    number, row, standards.get(row.standard), _places(row, asked), language, processes, files, numbers
                )
                for number, row in enumerate(audits.items(session, audit), start=1)
            )

    def record(self, client: ClientId, items: Iterable[ItemId], verdict: Verdict | None) -> None:
        """Sets or clears the verdict on rows in one step. Raises NotAllowed in a finished audit."""
        keys = tuple(items)
        with self._history.step(N_("verdict on a checklist row")) as work:
            for key in keys:
                row = audits.item(work.session, key)
                begin(work, row)
                row.verdict = verdict.value if verdict else None
                work.record(AuditsChanged(client, row.audit_id))

    def write(self, client: ClientId, item: ItemId, **values: str) -> None:
        """Writes `evidence` or `interviewed` on a row. Raises InvalidInput, NotAllowed in a finished audit."""
        limits = {"evidence": LONG, "interviewed": 300}
        kept = {name: clean(name, text, limits[name], lines=name == "evidence") for name, text in values.items()}
        with self._history.step(N_("note on a checklist row")) as work:
            row = audits.item(work.session, item)
            begin(work, row)
            for field, value in kept.items():
                setattr(row, field, value)
            work.record(AuditsChanged(client, row.audit_id))

    def add_own(
        self, client: ClientId, audit: AuditId, question: str, *, after: ItemId | None, standard: str, clause: str
    ) -> ItemId:
        """A row with the auditor's own question, behind `after` or at the end. Raises InvalidInput, NotAllowed."""
        kept = clean("question", question, _OWN_LIMIT, required=True, lines=True)
        with self._history.step(N_("add an own question")) as work:
            rows = list(audits.items(work.session, audit))
            index = next((i + 1 for i, row in enumerate(rows) if row.id == after), len(rows))
            before = rows[index - 1] if index else None
            row = ChecklistItemRow(
                audit_id=audit,
                position=0,
                process_id=before.process_id if before else None,
                standard=standard,
                clause=clause,
                own_question=kept,
            )
            begin(work, row)
            rows.insert(index, row)
            work.session.add(row)
            for position, moved in enumerate(rows, start=1):
                moved.position = position
            work.record(AuditsChanged(client, audit))
            return ItemId(row.id)

    def archive(self, client: ClientId, item: ItemId) -> None:
        """Takes a row out of the checklist; undo brings it back. Raises NotAllowed in a finished audit."""
        with self._history.step(N_("remove a checklist row")) as work:
            row = audits.item(work.session, item)
            begin(work, row)
            row.archived_at = work.now
            work.record(AuditsChanged(client, row.audit_id))


def fill(work: Work, client: ClientId, audit: AuditRow, standards: tuple[Standard, ...]) -> None:
    """Brings the checklist in line with the scope: process by process, each question once, also where it counts for
    several standards; answered rows stay."""
    session = work.session
    wanted: dict[str, tuple[str, str | None, str]] = {}
    by_process = team.clauses_of_client(session, client)
    in_scope = {link.process_id for link in audits.processes(session, audit.id)}
    places: list[tuple[str | None, list[tuple[str, str]]]] = [
        (process.id, by_process.get(process.id, []))
        for process in team.processes(session, client, archived=True)
        if process.id in in_scope
    ]
    places.append((None, [(link.standard, link.clause) for link in audits.clauses(session, audit.id)]))
    for process, pairs in places:
        for standard in standards:
            numbers = [clause for key, clause in pairs if key == standard.key]
            inside = {key for number in numbers for key in standard.questions_within(number)}
            for key in standard.question_keys:
                if key in inside:
                    wanted.setdefault(key, (standard.key, process, standard.clause_of[key]))
    _align(work, audit, wanted, assessment.evidence_counts(session, client))


def _align(work: Work, audit: AuditRow, wanted: dict[str, tuple[str, str | None, str]], files: dict[str, int]) -> None:
    session = work.session
    held = list(audits.items(session, audit.id))
    kept = {(row.standard, row.question or row.id): row for row in held}
    ordered: list[ChecklistItemRow] = []
    for question, (standard, process, clause) in wanted.items():
        row = kept.pop((standard, question), None)
        if row is None:
            row = ChecklistItemRow(audit_id=audit.id, position=0, standard=standard, clause=clause, question=question)
            session.add(row)
        row.process_id = process
        ordered.append(row)
    for row in kept.values():
        if row.verdict or row.evidence or row.interviewed or files.get(row.id) or row.question is None:
            ordered.append(row)
        else:
            row.archived_at = work.now
    for position, row in enumerate(ordered, start=1):
        row.position = position


def _places(row: ChecklistItemRow, asked: tuple[Standard, ...]) -> tuple[tuple[str, str], ...]:
    """Where the answer to a row counts: one conversation serves every standard that asks it."""
    own = (row.standard, row.clause)
    others = [(s.key, s.clause_of[row.question]) for s in asked if row.question and row.question in s.clause_of]
    return (own, *(place for place in others if place[0] != row.standard))


def _view(
    number: int,
    row: ChecklistItemRow,
    standard: Standard | None,
    places: tuple[tuple[str, str], ...],
    language: str,
    processes: dict[str, str],
    files: dict[str, int],
    numbers: dict[str, list[str]],
) -> ChecklistView:
    question = standard.questions.get(row.question or "") if standard else None
    text = question.text(language) if question else None
    return ChecklistView(
        number=number,
        id=ItemId(row.id),
        process=ProcessId(row.process_id) if row.process_id else None,
        process_name=processes.get(row.process_id or "", ""),
        standard=row.standard,
        clause=row.clause,
        places=places,
        key=QuestionKey(row.question) if row.question else None,
        question=text.question if text else row.own_question,
        look_for=text.look_for if text else (),
        why=text.why if text else "",
        example=text.example if text else "",
        verdict=Verdict(row.verdict) if row.verdict else None,
        evidence=row.evidence,
        interviewed=row.interviewed,
        files=files.get(row.id, 0),
        findings=tuple(numbers.get(row.id, ())),
    )


def begin(work: Work, row: ChecklistItemRow) -> None:
    """Writing on a row starts the audit. Raises NotAllowed in a finished one."""
    audit = audits.get(work.session, row.audit_id)
    refuse_finished(audit)
    audit.state = AuditState.UNDER_WAY.value


def refuse_finished(audit: AuditRow) -> None:
    """Raises NotAllowed for an audit whose checklist is a record already."""
    if audit.state == AuditState.FINISHED:
        raise NotAllowed(
            N_("The audit {number} is finished; its checklist is a record now."),
            N_("Reopen the audit on page 4.5 if it must be changed."),
            number=audit.number,
        )
