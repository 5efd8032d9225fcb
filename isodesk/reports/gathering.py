"""Reads from the services what each document says and hands it to its builder."""

from collections.abc import Callable
from contextlib import suppress
from typing import Final

from isodesk.catalog.editions import Delta
from isodesk.domain.keys import ClientId, ItemId, family_of
from isodesk.errors import NotAllowed, NotFound, StorageTrouble
from isodesk.i18n import N_
from isodesk.reports import (
    assessment_form,
    audit_checklist,
    audit_report,
    budget,
    context,
    gap_report,
    nonconformity_record,
    objectives,
    plan_schedule,
    policy,
    project_order,
    readiness_list,
    responsibility_matrix,
    risk_register,
    statement_of_applicability,
    transition_report,
)
from isodesk.reports.audit_checklist import Attachment, Checked
from isodesk.reports.audit_report import Reported
from isodesk.reports.budget import Costed
from isodesk.reports.context import Surroundings
from isodesk.reports.document import Document
from isodesk.reports.gap_report import Assessed
from isodesk.reports.letterhead import Letterhead
from isodesk.reports.objectives import Aimed
from isodesk.reports.order import Order
from isodesk.reports.plan_schedule import Planned
from isodesk.reports.project_order import Ordered
from isodesk.reports.readiness_list import Ready
from isodesk.reports.responsibility_matrix import ClausesOf, SharedOut
from isodesk.reports.risk_register import Registered
from isodesk.reports.statement_of_applicability import Stated
from isodesk.reports.transition_report import Moving
from isodesk.services.audits import AuditView
from isodesk.services.clause_rows import coverage
from isodesk.services.evidence import Subject
from isodesk.services.findings import FindingView
from isodesk.services.plan import TaskKind
from isodesk.services.workspace import Services

Builder = Callable[[Services, Order, Letterhead], Document]


def audit_of(services: Services, order: Order) -> AuditView:
    """The audit that was asked for, or the last one. Raises NotFound."""
    if order.audit is not None:
        return services.audits.get(order.audit)
    return services.audits.find(order.client)


def _section_titles(services: Services, order: Order) -> dict[tuple[str, str], str]:
    return {
        (standard.key, section.number): section.title(order.language)
        for standard in services.standards.known(order.client).values()
        for section in standard.sections
    }


def _gap_report(services: Services, order: Order, head: Letterhead) -> Document:
    tasks = services.plan.tasks(order.client, order.language)
    closing = [task.due for task in tasks if task.questions and task.due and task.kind is TaskKind.TASK]
    started, last = services.assessment.dates(order.client)
    assessed = Assessed(
        client=services.clients.get(order.client),
        exclusions=services.clients.exclusions(order.client),
        questions=services.assessment.questions(order.client, order.language),
        results=services.results.view(order.client, order.language),
        started_on=started,
        last_on=last,
        plan_ends=max(closing, default=None),
        radar=services.results.radar(order.client, order.language),
        comparison=services.rounds.compare(order.client, order.language),
    )
    if order.blank:
        return assessment_form.build(assessed, head, order.words, order.row_mm)
    return gap_report.build(assessed, head, order.words)


def _transition_report(services: Services, order: Order, head: Letterhead) -> Document:
    moved = services.adoptions.last_move(order.client)
    delta = moved or _offered(services, order)
    questions = services.assessment.questions(order.client, order.language)
    rounds = services.assessment.rounds(order.client)
    before = services.assessment.questions(order.client, order.language, rounds[-2].number) if moved else questions
    moving = Moving(
        client=services.clients.get(order.client),
        delta=delta,
        moved_on=rounds[-1].started_on if moved else None,
        questions={view.key: view for view in questions},
        former={view.key: view.verdict_for(delta.old.key) for view in before},
    )
    return transition_report.build(moving, head, order.words)


def _offered(services: Services, order: Order) -> Delta:
    offers = services.adoptions.transitions(order.client)
    if not offers:
        raise NotFound(
            N_("There is no newer edition of this client's standards, and it has not moved to one."),
            N_("The library shows the editions there are; another one can be imported there."),
        )
    old, heading = offers[0]
    return services.adoptions.preview_transition(order.client, old, heading.key).delta


def _readiness(services: Services, order: Order, head: Letterhead) -> Document:
    ready = Ready(services.clients.get(order.client), services.readiness.view(order.client, order.language))
    return readiness_list.build(ready, head, order.words)


def _budget(services: Services, order: Order, head: Letterhead) -> Document:
    costed = Costed(
        client=services.clients.get(order.client),
        budget=services.budget.view(order.client),
        load=services.workload.view(order.client, order.language),
    )
    return budget.build(costed, head, order.words)


def _context(services: Services, order: Order, head: Letterhead) -> Document:
    found = Surroundings(
        client=services.clients.get(order.client),
        issues=services.context.issues(order.client),
        parties=services.context.parties(order.client),
        climate=services.context.climate(order.client),
        people=services.team.people(order.client),
    )
    return context.build(found, head, order.words)


def _plan(services: Services, order: Order, head: Letterhead) -> Document:
    planned = Planned(
        client=services.clients.get(order.client),
        tasks=services.plan.tasks(order.client, order.language),
        people=services.team.people(order.client),
        section_titles=_section_titles(services, order),
        baseline=services.plan.baseline(order.client),
    )
    return plan_schedule.build(planned, head, order.words)


def _policy(services: Services, order: Order, head: Letterhead) -> Document:
    return policy.build(services.objectives.policy(order.client), head, order.words)


def _objectives(services: Services, order: Order, head: Letterhead) -> Document:
    aimed = Aimed(
        client=services.clients.get(order.client),
        policy=services.objectives.policy(order.client),
        objectives=services.objectives.listed(order.client),
        people=services.team.people(order.client),
        designations={family_of(s.key): s.designation for s in services.standards.of(order.client)},
    )
    return objectives.build(aimed, head, order.words)


def _project_order(services: Services, order: Order, head: Letterhead) -> Document:
    tasks = services.plan.tasks(order.client, order.language)
    ordered = Ordered(
        client=services.clients.get(order.client),
        people=services.team.people(order.client),
        processes=services.team.processes(order.client),
        settings=services.plan_settings.get(order.client),
        starts=min((task.start for task in tasks if task.start), default=None),
        ends=max((task.due for task in tasks if task.due), default=None),
    )
    return project_order.build(ordered, head, order.words)


def _risk_register(services: Services, order: Order, head: Letterhead) -> Document:
    registered = Registered(
        client=services.clients.get(order.client),
        entries=services.risks.listed(order.client, order.language),
        scale=services.risks.scale(order.client),
        people=services.team.people(order.client),
    )
    return risk_register.build(registered, head, order.words, blank=order.blank)


def _statement(services: Services, order: Order, head: Letterhead) -> Document:
    controls = services.applicability.controls(order.client, order.language)
    if not controls:
        raise NotFound(
            N_("No standard of this client has an annex of controls."),
            N_("Add such a standard on page 1.2, for instance ISO/IEC 27001."),
        )
    stated = Stated(services.clients.get(order.client), controls, services.team.people(order.client))
    return statement_of_applicability.build(stated, head, order.words)


def _responsibilities(services: Services, order: Order, head: Letterhead) -> Document:
    processes = services.team.processes(order.client)
    exclusions = services.clients.exclusions(order.client)
    standards = tuple(
        ClausesOf(
            standard.designation,
            services.responsibilities.by_clause(order.client, standard, order.language),
            coverage(standard, processes, exclusions, order.language),
            {section.number: section.title(order.language) for section in standard.sections},
        )
        for standard in services.standards.of(order.client)
    )
    shared = SharedOut(
        client=services.clients.get(order.client),
        people=services.team.people(order.client),
        processes=processes,
        by_process=services.responsibilities.by_process(order.client),
        standards=standards,
    )
    return responsibility_matrix.build(shared, head, order.words)


def _audit_checklist(services: Services, order: Order, head: Letterhead) -> Document:
    audit = audit_of(services, order)
    rows = services.checklists.rows(audit.id, order.language)
    files = {} if order.blank else {row.id: _files(services, order.client, row.id) for row in rows if row.files}
    checked = Checked(audit, rows, files)
    return audit_checklist.build(checked, head, order.words, blank=order.blank, row_mm=order.row_mm)


def _files(services: Services, client: ClientId, item: ItemId) -> tuple[Attachment, ...]:
    """Files of a row; a picture that is lost keeps its place on paper, empty."""
    files = []
    for view in services.evidence.listed(client, Subject.ITEM, item):
        picture: bytes | None = None
        if view.is_picture:
            picture = b""
            with suppress(StorageTrouble):
                picture = services.evidence.content(view)
        files.append(Attachment(view.name, picture))
    return tuple(files)


def _audit_report(services: Services, order: Order, head: Letterhead) -> Document:
    audit = audit_of(services, order)
    reported = Reported(
        audit=audit,
        rows=services.checklists.rows(audit.id, order.language),
        findings=services.findings.listed(order.client, order.language, audit.id),
        section_titles=_section_titles(services, order),
        designations={key: s.designation for key, s in services.standards.known(order.client).items()},
    )
    return audit_report.build(reported, head, order.words)


def _nonconformity(services: Services, order: Order, head: Letterhead) -> Document:
    if order.blank:
        audit = services.audits.get(order.audit) if order.audit else None
        return nonconformity_record.build((), audit, head, order.words)
    if order.finding is not None:
        found = _finding(services, order)
        audit = services.audits.get(found.audit) if found.audit else None
        return nonconformity_record.build((found,), audit, head, order.words)
    audit = audit_of(services, order)
    listed = services.findings.listed(order.client, order.language, audit.id)
    records = tuple(finding for finding in listed if finding.grade.is_nonconformity)
    if not records:
        raise NotFound(
            N_("The audit {number} has no nonconformities."),
            N_("Print the blank form to note one."),
            number=audit.number,
        )
    return nonconformity_record.build(records, audit, head, order.words)


def _finding(services: Services, order: Order) -> FindingView:
    """The finding of that number. Raises NotFound naming those there are, NotAllowed for an opportunity."""
    wanted = (order.finding or "").strip().casefold()
    listed = services.findings.listed(order.client, order.language, order.audit)
    for finding in listed:
        if finding.number.casefold() == wanted:
            if not finding.grade.is_nonconformity:
                raise NotAllowed(
                    N_("{number} is an opportunity for improvement and has no record of its own."),
                    N_("It stands in the audit report."),
                    number=finding.number,
                )
            return finding
    raise NotFound(
        N_("There is no finding “{number}”."),
        N_("Findings of this client: {known}."),
        number=order.finding or "",
        known=", ".join(finding.number for finding in listed) or "–",
    )


BUILDERS: Final[dict[str, Builder]] = {
    gap_report.KEY: _gap_report,
    transition_report.KEY: _transition_report,
    readiness_list.KEY: _readiness,
    context.KEY: _context,
    plan_schedule.KEY: _plan,
    budget.KEY: _budget,
    project_order.KEY: _project_order,
    plan_schedule.KEY: _plan,
    policy.KEY: _policy,
    objectives.KEY: _objectives,
    risk_register.KEY: _risk_register,
    statement_of_applicability.KEY: _statement,
    responsibility_matrix.KEY: _responsibilities,
    audit_checklist.KEY: _audit_checklist,
    audit_report.KEY: _audit_report,
    nonconformity_record.KEY: _nonconformity,
}
"""By the key of the document."""

OFFERED: Final[dict[str, Callable[[Services, ClientId], bool]]] = {
    transition_report.KEY: lambda services, client: (
        services.adoptions.last_move(client) is not None or bool(services.adoptions.transitions(client))
    ),
    statement_of_applicability.KEY: lambda services, client: services.applicability.has_controls(client),
}
"""Whether a client has what a document is about; the others are offered to every client."""
