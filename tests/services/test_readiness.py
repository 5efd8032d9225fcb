"""Readiness read from a real client: documents by their clauses, audits by what they looked at, details with places."""

from datetime import timedelta

from builders import STANDARD, answer_all, audit, finished, gaps, process, questions
from conftest import StillClock

from isodesk.domain.conformity import Conformity
from isodesk.domain.journey import Page
from isodesk.domain.keys import ClientId
from isodesk.domain.readiness import AuditStage, Point
from isodesk.services.readiness import CheckView, required
from isodesk.services.workspace import Services


def line(services: Services, client: ClientId, point: Point) -> CheckView:
    view = services.readiness.view(client, "en")
    return next(found for found in view.lines if found.check.point is point)


def test_a_new_client_lacks_nearly_everything(services: Services, client: ClientId) -> None:
    view = services.readiness.view(client, "ru")

    done, total = view.met(AuditStage.ONE)
    assert (done, total > 12) == (1, True), "the standard is chosen, nothing else"
    assert view.progress.answered == 0
    documents = line(services, client, Point.DOCUMENTS)
    assert documents.check.done == 0
    assert documents.check.total == len(required(services.standards.of(client))) == len(documents.details)


def test_a_document_is_in_place_when_its_clause_conforms(services: Services, client: ClientId) -> None:
    answer_all(services, client)
    assert line(services, client, Point.DOCUMENTS).check.is_met
    wanted = next(view for view in questions(services, client) if view.clause == "5.2")
    services.assessment.record(client, wanted.key, Conformity.PARTLY)
    documents = line(services, client, Point.DOCUMENTS)

    assert documents.check.missing == len(documents.details) > 0
    assert all(" 5.2" in detail.text for detail in documents.details)
    assert documents.details[0].page is Page.GAP
    assert documents.details[0].row == wanted.key


def test_important_requirements_that_are_missing_are_named(services: Services, client: ClientId) -> None:
    answer_all(services, client)
    assert line(services, client, Point.SERIOUS_GAPS).check.is_met
    first = gaps(services, client, 6)
    serious = [view for view in first if view.importance.rank <= 1]
    found = line(services, client, Point.SERIOUS_GAPS)

    assert serious
    assert [detail.row for detail in found.details] == [view.key for view in serious]
    assert found.check.missing == len(serious)


def test_audits_cover_the_clauses_they_looked_at_for_a_year(
    services: Services, client: ClientId, clock: StillClock
) -> None:
    answer_all(services, client)
    before = line(services, client, Point.AUDITED_CLAUSES)
    assert before.check.done == 0
    assert len(before.details) == before.check.total
    today = services.workshop.today
    made = audit(services, client, process(services, client, clauses=("8.4",)), starts_on=today, ends_on=today)
    assert line(services, client, Point.AUDITED_CLAUSES).check.done == 0, "an audit that is not finished covers nothing"
    finished(services, client, made)
    after = line(services, client, Point.AUDITED_CLAUSES)
    inside = {view.clause for view in questions(services, client) if view.clause.startswith("8.4")}
    assert after.check.done >= len(inside)
    assert not any(f"{STANDARD} 8.4.1 " in detail.text for detail in after.details)
    assert line(services, client, Point.AUDIT_HELD).check.is_met
    clock.now += timedelta(days=400)
    assert line(services, client, Point.AUDITED_CLAUSES).check.done == 0
    assert not line(services, client, Point.AUDIT_HELD).check.is_met


def test_the_management_review_is_its_milestone(services: Services, client: ClientId) -> None:
    gaps(services, client, 2)
    services.planning.build(client)
    assert not line(services, client, Point.REVIEW_HELD).check.is_met
    titles = {task.title: task.id for task in services.plan.tasks(client, "en")}
    services.plan.change(client, [titles["Management review held"]], done=100)
    assert line(services, client, Point.REVIEW_HELD).check.is_met


def test_two_standards_are_asked_for_together(services: Services, client: ClientId) -> None:
    alone = line(services, client, Point.DOCUMENTS).check.total
    services.adoptions.add(client, "iso-14001-2026")

    both = line(services, client, Point.DOCUMENTS)
    assert both.check.total > alone
    assert {detail.text.split(":")[0] for detail in both.details} == {"ISO 9001", "ISO 14001"}
