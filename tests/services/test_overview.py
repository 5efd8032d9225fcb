"""One client at a glance: facts from every phase, dates that come, pages called ready."""

from datetime import date

import pytest
from builders import STANDARD, answer_all, audit, finding, finished, gaps, person, process, questions
from conftest import StillClock

from isodesk.domain.conformity import Conformity
from isodesk.domain.events import Event, SectionsMarked
from isodesk.domain.journey import PAGES, Page, PageState, Phase
from isodesk.domain.keys import ClientId
from isodesk.domain.next_steps import Rule
from isodesk.services.overview import Deadline
from isodesk.services.workspace import Services
from isodesk.storage.tables import PageMarkRow


def test_a_new_client_begins_at_the_beginning(services: Services, client: ClientId) -> None:
    view = services.overview.view(client, "ru")

    assert view.facts.organisation_missing == ("address", "head_post", "head_name")
    assert (view.phase, view.counts[Phase.PREPARATION]) == (Phase.PREPARATION, (0, 7))
    assert [step.rule for step in view.steps] == [Rule.ASSESSMENT_OPEN, Rule.ORGANISATION_OPEN, Rule.SCOPE_OPEN]
    assert (view.deadlines, view.overdue, view.progress.answered) == ((), 0, 0)
    assert set(view.states) == set(Page)


def test_facts_come_from_every_phase(services: Services, client: ClientId, clock: StillClock) -> None:
    anna = person(services, client, "Анна")
    services.clients.change(client, address="Тверь", head_post="директор", head_name="Анна", scope="Станки")
    buying = process(services, client, owner=anna)
    process(services, client, "Сбыт", ())
    gaps(services, client, 3)
    services.assessment.record(client, questions(services, client)[9].key, Conformity.NOT_APPLICABLE)
    services.clients.exclude(client, STANDARD, "8.3", "")
    services.planning.build(client)
    done, late = services.plan.tasks(client, "ru")[:2]
    services.plan.change(client, [done.id], done=100)
    services.plan.change(client, [late.id], due_on=date(2026, 11, 20))
    services.assessment.record(client, questions(services, client)[12].key, Conformity.PARTLY)
    audit_ = audit(services, client, buying, starts_on=date(2026, 11, 24), ends_on=date(2026, 11, 25))
    raised = finding(services, client, audit_)
    services.findings.change(client, raised, due_on=date(2026, 11, 22), action="Мера")
    facts = services.overview.view(client, "ru").facts

    assert facts.organisation_missing == ()
    assert (facts.scope_written, facts.exclusions_without_reason) == (True, 1)
    assert (facts.people, facts.processes, facts.processes_without_owner) == (1, 2, 1)
    assert (facts.answered, facts.questions) == (136, 136)
    assert facts.not_applicable_without_reason == 1
    assert (facts.gaps, facts.gaps_without_task) == (4, 1)
    assert (facts.tasks, facts.tasks_done, facts.tasks_overdue, facts.tasks_without_owner) == (3, 1, 1, 2)
    assert (facts.audits, facts.audits_finished, facts.audit_rows, facts.audit_rows_answered) == (1, 0, 9, 1)
    assert (facts.nonconformities, facts.nonconformities_overdue, facts.nonconformities_without_cause) == (1, 1, 1)
    assert services.overview.view(client, "ru").overdue == 2

    finished(services, client, audit_)
    clock.move(days=365 + 1)
    facts = services.overview.view(client, "ru").facts
    assert (facts.audits_finished, facts.months_since_audit, facts.audit_report_written) == (1, 11, True)
    clock.move(days=1)
    assert services.overview.view(client, "ru").facts.months_since_audit == 12


def test_an_audit_without_days_is_as_old_as_its_report(services: Services, client: ClientId, clock: StillClock) -> None:
    finished(services, client, audit(services, client))
    clock.move(days=400)

    assert services.overview.view(client, "ru").facts.months_since_audit == 13


def test_dates_to_come_stand_in_order(services: Services, client: ClientId) -> None:
    task = services.plan.add(client, "Дело")
    services.plan.change(client, [task], due_on=date(2026, 12, 10))
    done = services.plan.add(client, "Сделано")
    services.plan.change(client, [done], done=100)
    audit_ = audit(services, client, starts_on=date(2026, 12, 1))
    raised = finding(services, client, audit_)
    services.findings.change(client, raised, due_on=date(2026, 12, 5))

    assert services.overview.view(client, "ru").deadlines == (
        Deadline(date(2026, 12, 1), "ПА-26-01", Page.AUDIT_PLAN),
        Deadline(date(2026, 12, 5), "НС-26-001 Reviews of two suppliers are missing", Page.NONCONFORMITIES),
        Deadline(date(2026, 12, 10), "Дело", Page.PLAN),
    )
    for number in range(20):
        services.plan.add(client, f"Ещё {number}")
    assert len(services.overview.view(client, "ru").deadlines) == 12


def test_a_page_is_called_ready_and_reopened(services: Services, client: ClientId) -> None:
    heard: list[Event] = []
    services.bus.subscribe(Event, heard.append)
    for _ in range(2):
        services.overview.mark(client, Page.RESULTS, ready=True)
    assert services.overview.view(client, "ru").states[Page.RESULTS] is PageState.DONE
    for _ in range(2):
        services.overview.mark(client, Page.RESULTS, ready=False)
    assert services.overview.view(client, "ru").states[Page.RESULTS] is PageState.NOT_STARTED
    assert heard == [SectionsMarked(client)] * 4


def test_a_mark_of_a_page_that_is_no_more_is_left_out(services: Services, client: ClientId) -> None:
    with services.workshop.write("old") as work:
        work.session.add(PageMarkRow(client_id=client, page="gone", marked_at=work.now))

    assert services.overview.view(client, "ru").facts.marked == frozenset()


def test_everything_done_leads_to_the_certification_body(services: Services, client: ClientId) -> None:
    anna = person(services, client, "Анна")
    services.clients.change(client, address="Тверь", head_post="директор", head_name="Анна", scope="Станки")
    answer_all(services, client)
    finished(services, client, audit(services, client, process(services, client, owner=anna)))
    for page in (*PAGES[Phase.PREPARATION], *PAGES[Phase.PLANNING]):
        services.overview.mark(client, page, ready=True)
    view = services.overview.view(client, "en")

    assert [step.rule for step in view.steps] == [Rule.READY_FOR_BODY]
    assert view.phase is Phase.CERTIFICATION
    assert view.counts[Phase.AUDIT] == (4, 4)


@pytest.mark.parametrize("language", ["ru", "en"])
def test_labels_come_in_the_language_asked_for(services: Services, client: ClientId, language: str) -> None:
    gaps(services, client, 1)
    services.planning.build(client)
    label = services.overview.view(client, language).deadlines[0].label

    assert any("а" <= letter <= "я" for letter in label) is (language == "ru")
