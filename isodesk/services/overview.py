"""Where a client stands across all phases: facts for the journey, page states, the next dates."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from isodesk.domain import journey, next_steps
from isodesk.domain.audits import AuditState, Grade, Stage
from isodesk.domain.events import SectionsMarked
from isodesk.domain.journey import Facts, Page, PageState, Phase
from isodesk.domain.keys import ClientId
from isodesk.domain.next_steps import Step
from isodesk.domain.progress import Progress
from isodesk.i18n import N_
from isodesk.services.adoption import Adoptions
from isodesk.services.applicability import Applicability, ControlView, completeness_of
from isodesk.services.assessment import Assessment, QuestionView, progress_of
from isodesk.services.audits import Audits
from isodesk.services.clients import Clients
from isodesk.services.findings import Findings, FindingView
from isodesk.services.history import History
from isodesk.services.plan import Plan, TaskKind, TaskView
from isodesk.services.team import Team
from isodesk.storage import clients, tallies
from isodesk.storage.tables import PageMarkRow
from isodesk.storage.work import Session, Workshop

REQUIRED: Final = ("address", "head_post", "head_name", "staff")
"""Organisation fields that documents cannot do without, beside the name."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """Something due soon: a task, an audit, a corrective action."""

    on: date
    label: str
    page: Page


@dataclass(frozen=True, slots=True)
class OverviewView:
    """One client at a glance."""

    facts: Facts
    progress: Progress
    states: dict[Page, PageState]
    counts: dict[Phase, tuple[int, int]]
    phase: Phase
    steps: tuple[Step, ...]
    deadlines: tuple[Deadline, ...]
    overdue: int


@dataclass(frozen=True, slots=True)
class Sources:
    """The services whose records the overview counts."""

    clients: Clients
    adoptions: Adoptions
    team: Team
    assessment: Assessment
    applicability: Applicability
    plan: Plan
    audits: Audits
    findings: Findings


class Overview:
    """Reads all phases of a client at once."""

    def __init__(self, workshop: Workshop, history: History, sources: Sources) -> None:
        self._workshop = workshop
        self._history = history
        self._sources = sources
        self._read_at: tuple[int, date] | None = None
        self._views: dict[tuple[ClientId, str], OverviewView] = {}

    def view(self, client: ClientId, language: str) -> OverviewView:
        """States, numbers and dates, labels in `language`. Read once between two commits: the overview page, the sidebar
        and the start screen ask for the same. Where another program writes, it is read each time."""
        if self._workshop.read_only:
            return self._read(client, language)
        now = (self._workshop.commits, self._workshop.today)
        if self._read_at != now:
            self._read_at, self._views = now, {}
        views = self._views
        if (client, language) not in views:
            views[client, language] = self._read(client, language)
        return views[client, language]

    def _read(self, client: ClientId, language: str) -> OverviewView:
        sources = self._sources
        questions = sources.assessment.questions(client, language)
        controls = sources.applicability.controls(client, language, questions)
        tasks = sources.plan.tasks(client, language)
        findings = sources.findings.listed(client, language)
        counts = _work_counts(questions, tasks, self._workshop.today) | _control_counts(controls)
        facts = self._facts(client, counts, findings)
        return OverviewView(
            facts=facts,
            progress=progress_of(questions),
            states={page: journey.state_of(page, facts) for page in Page},
            counts={phase: journey.phase_counts(phase, facts) for phase in Phase},
            phase=journey.current_phase(facts),
            steps=next_steps.next_steps(facts),
            deadlines=self._deadlines(client, tasks, findings),
            overdue=facts.tasks_overdue + facts.nonconformities_overdue,
        )

    def mark(self, client: ClientId, page: Page, *, ready: bool) -> None:
        """Calls a page ready, or takes that back (ux.md U07)."""
        with self._history.step(N_("mark a page ready") if ready else N_("reopen a page")) as work:
            held = {row.page: row for row in clients.page_marks(work.session, client)}
            if ready and page not in held:
                work.session.add(PageMarkRow(client_id=client, page=page.value, marked_at=work.now))
            elif not ready and page in held:
                work.session.delete(held[page])
            work.record(SectionsMarked(client))

    def _facts(self, client: ClientId, counts: dict[str, Any], findings: tuple[FindingView, ...]) -> Facts:
        today, sources = self._workshop.today, self._sources
        view = sources.clients.get(client)
        people = sources.team.people(client)
        processes = sources.team.processes(client)
        audits = sources.audits.listed(client)
        exclusions = sources.clients.exclusions(client)
        with self._workshop.read() as session:
            marked = _marked(session, client)
            planning: dict[str, Any] = tallies.planning(session, client)
        serious = [f for f in findings if f.grade is not Grade.OPPORTUNITY]
        finished = [audit for audit in audits if audit.state is AuditState.FINISHED]
        last = max((day for audit in finished if (day := audit.ends_on or audit.reported_on)), default=None)
        current = audits[-1] if audits else None
        return Facts(
            organisation_missing=tuple(name for name in REQUIRED if not getattr(view, name)),
            organisation_started=any(getattr(view, name) for name in ("address", "head_name", "inn", "legal_address")),
            standards=len(view.standards),
            newer_editions=len(sources.adoptions.transitions(client)),
            scope_written=bool(view.scope.strip()),
            exclusions=len(exclusions),
            exclusions_without_reason=sum(not exclusion.reason.strip() for exclusion in exclusions),
            people=len(people),
            processes=len(processes),
            processes_without_owner=sum(process.owner is None for process in processes),
            **counts,
            **planning,
            audits=len(audits),
            audits_finished=len(finished),
            audit_rows=current.rows if current else 0,
            audit_rows_answered=current.answered if current else 0,
            audit_report_written=bool(current and current.conclusion.strip()),
            nonconformities=len(serious),
            nonconformities_closed=sum(f.stage is Stage.CLOSED for f in serious),
            nonconformities_overdue=sum(f.treatment.is_overdue(today) for f in serious),
            nonconformities_without_cause=sum(not f.cause.strip() for f in serious),
            months_since_audit=_months(last, today) if last else None,
            marked=marked,
        )

    def _deadlines(
        self, client: ClientId, tasks: tuple[TaskView, ...], findings: tuple[FindingView, ...]
    ) -> tuple[Deadline, ...]:
        found = [Deadline(task.due, task.title, Page.PLAN) for task in tasks if task.due and task.done < 100]
        found += [
            Deadline(f.due, f"{f.number} {f.action.strip() or f.statement.strip()}", Page.NONCONFORMITIES)
            for f in findings
            if f.due and not f.done_on
        ]
        found += [
            Deadline(audit.starts_on, audit.number, Page.AUDIT_PLAN)
            for audit in self._sources.audits.listed(client)
            if audit.starts_on and audit.state is not AuditState.FINISHED
        ]
        return tuple(sorted(found, key=lambda deadline: deadline.on)[:12])


def _marked(session: Session, client: ClientId) -> frozenset[Page]:
    known = set(Page)
    return frozenset(Page(row.page) for row in clients.page_marks(session, client) if row.page in known)


def _work_counts(questions: tuple[QuestionView, ...], tasks: tuple[TaskView, ...], today: date) -> dict[str, Any]:
    covered = {key for task in tasks for key in task.questions}
    gaps = [q for q in questions if q.is_gap]
    work = [task for task in tasks if task.kind is TaskKind.TASK]
    return {
        "questions": len(questions),
        "answered": sum(q.conformity is not None for q in questions),
        "not_applicable_without_reason": sum(q.needs_reason for q in questions),
        "gaps": len(gaps),
        "gaps_without_task": sum(gap.key not in covered for gap in gaps),
        "tasks": len(work),
        "tasks_done": sum(task.done == 100 for task in work),
        "tasks_overdue": sum(task.is_overdue(today) for task in tasks),
        "tasks_without_owner": sum(task.owner is None and task.done < 100 for task in work),
    }


def _control_counts(controls: tuple[ControlView, ...]) -> dict[str, Any]:
    found = completeness_of(controls)
    return {"controls": found.total, "controls_decided": found.decided, "controls_incomplete": found.incomplete}


def _months(since: date, today: date) -> int:
    return (today.year - since.year) * 12 + today.month - since.month - (today.day < since.day)
