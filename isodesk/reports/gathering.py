"""Reads from the services what each document says and hands it to its builder."""

from collections.abc import Callable
from typing import Final

from isodesk.catalog.editions import Delta
from isodesk.domain.keys import ClientId
from isodesk.errors import NotFound
from isodesk.i18n import N_
from isodesk.reports import (
    assessment_form,
    audit_checklist,
    audit_report,
    budget,
    context,
    gap_report,
    gathering_audits,
    gathering_planning,
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
from isodesk.reports.document import Document
from isodesk.reports.gap_report import Assessed
from isodesk.reports.letterhead import Letterhead
from isodesk.reports.order import Order
from isodesk.reports.transition_report import Moving
from isodesk.services.plan import TaskKind
from isodesk.services.workspace import Services

Builder = Callable[[Services, Order, Letterhead], Document]


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


BUILDERS: Final[dict[str, Builder]] = {
    gap_report.KEY: _gap_report,
    transition_report.KEY: _transition_report,
    readiness_list.KEY: gathering_planning.readiness_of,
    context.KEY: gathering_planning.context_of,
    plan_schedule.KEY: gathering_planning.plan_of,
    budget.KEY: gathering_planning.budget_of,
    project_order.KEY: gathering_planning.order_of,
    plan_schedule.KEY: gathering_planning.plan_of,
    policy.KEY: gathering_planning.policy_of,
    objectives.KEY: gathering_planning.objectives_of,
    risk_register.KEY: gathering_planning.risks_of,
    statement_of_applicability.KEY: gathering_planning.statement_of,
    responsibility_matrix.KEY: gathering_planning.responsibilities_of,
    audit_checklist.KEY: gathering_audits.checklist_of,
    audit_report.KEY: gathering_audits.report_of,
    nonconformity_record.KEY: gathering_audits.records_of,
}
"""By the key of the document."""

OFFERED: Final[dict[str, Callable[[Services, ClientId], bool]]] = {
    transition_report.KEY: lambda services, client: (
        services.adoptions.last_move(client) is not None or bool(services.adoptions.transitions(client))
    ),
    statement_of_applicability.KEY: lambda services, client: services.applicability.has_controls(client),
}
"""Whether a client has what a document is about; the others are offered to every client."""
