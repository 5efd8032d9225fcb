"""Reads from the services what the documents of preparation and planning say."""

from isodesk.domain.keys import family_of
from isodesk.errors import NotFound
from isodesk.i18n import N_
from isodesk.reports import (
    budget,
    context,
    objectives,
    plan_schedule,
    policy,
    project_order,
    readiness_list,
    responsibility_matrix,
    risk_register,
    statement_of_applicability,
)
from isodesk.reports.budget import Costed
from isodesk.reports.context import Surroundings
from isodesk.reports.document import Document
from isodesk.reports.letterhead import Letterhead
from isodesk.reports.objectives import Aimed
from isodesk.reports.order import Order
from isodesk.reports.plan_schedule import Planned
from isodesk.reports.project_order import Ordered
from isodesk.reports.readiness_list import Ready
from isodesk.reports.responsibility_matrix import ClausesOf, SharedOut
from isodesk.reports.risk_register import Registered
from isodesk.reports.sections import section_titles
from isodesk.reports.statement_of_applicability import Stated
from isodesk.services.clause_rows import coverage
from isodesk.services.workspace import Services


def readiness_of(services: Services, order: Order, head: Letterhead) -> Document:
    """The list of what is missing."""
    ready = Ready(services.clients.get(order.client), services.readiness.view(order.client, order.language))
    return readiness_list.build(ready, head, order.words)


def budget_of(services: Services, order: Order, head: Letterhead) -> Document:
    """Workload and budget."""
    costed = Costed(
        client=services.clients.get(order.client),
        budget=services.budget.view(order.client),
        load=services.workload.view(order.client, order.language),
    )
    return budget.build(costed, head, order.words)


def context_of(services: Services, order: Order, head: Letterhead) -> Document:
    """Issues, parties, climate."""
    found = Surroundings(
        client=services.clients.get(order.client),
        issues=services.context.issues(order.client),
        parties=services.context.parties(order.client),
        climate=services.context.climate(order.client),
        people=services.team.people(order.client),
    )
    return context.build(found, head, order.words)


def plan_of(services: Services, order: Order, head: Letterhead) -> Document:
    """The plan with its chart."""
    settings = services.plan_settings.get(order.client)
    planned = Planned(
        client=services.clients.get(order.client),
        tasks=services.plan.tasks(order.client, order.language),
        people=services.team.people(order.client),
        section_titles=section_titles(services, order),
        baseline=services.plan.baseline(order.client),
        order_number=settings.order_number,
        order_on=settings.order_on,
    )
    return plan_schedule.build(planned, head, order.words)


def policy_of(services: Services, order: Order, head: Letterhead) -> Document:
    """The policy."""
    return policy.build(services.objectives.policy(order.client), head, order.words)


def objectives_of(services: Services, order: Order, head: Letterhead) -> Document:
    """Objectives with their values."""
    aimed = Aimed(
        client=services.clients.get(order.client),
        policy=services.objectives.policy(order.client),
        objectives=services.objectives.listed(order.client),
        people=services.team.people(order.client),
        designations={family_of(s.key): s.designation for s in services.standards.of(order.client)},
    )
    return objectives.build(aimed, head, order.words)


def order_of(services: Services, order: Order, head: Letterhead) -> Document:
    """The order that starts the project."""
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


def risks_of(services: Services, order: Order, head: Letterhead) -> Document:
    """The register of risks."""
    registered = Registered(
        client=services.clients.get(order.client),
        entries=services.risks.listed(order.client, order.language),
        scale=services.risks.scale(order.client),
        people=services.team.people(order.client),
    )
    return risk_register.build(registered, head, order.words, blank=order.blank)


def statement_of(services: Services, order: Order, head: Letterhead) -> Document:
    """The Statement of Applicability."""
    controls = services.applicability.controls(order.client, order.language)
    if not controls:
        raise NotFound(
            N_("No standard of this client has an annex of controls."),
            N_("Add such a standard on page 1.2, for instance ISO/IEC 27001."),
        )
    stated = Stated(services.clients.get(order.client), controls, services.team.people(order.client))
    return statement_of_applicability.build(stated, head, order.words)


def responsibilities_of(services: Services, order: Order, head: Letterhead) -> Document:
    """The responsibility matrix."""
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
