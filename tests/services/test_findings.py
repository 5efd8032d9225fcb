"""Findings: raised with a number, led from correction to verification, never closed before their time."""

from datetime import date, timedelta

import pytest
from builders import STANDARD, audit, finding, person, process

from isodesk.domain.audits import Grade, Stage, Verdict
from isodesk.domain.keys import ClientId, FindingId
from isodesk.errors import InvalidInput, NotAllowed, NotFound
from isodesk.services.findings import FindingView
from isodesk.services.workspace import Services

TODAY = date(2026, 11, 23)


@pytest.fixture
def minor(services: Services, client: ClientId) -> FindingId:
    return finding(services, client, audit(services, client))


def view(services: Services, client: ClientId, found: FindingId) -> FindingView:
    return services.findings.get(client, found, "ru")


def test_a_finding_takes_over_what_the_row_holds(services: Services, client: ClientId) -> None:
    anna = person(services, client, "Анна")
    audit_ = audit(services, client, process(services, client, owner=anna))
    row = services.checklists.rows(audit_, "ru")[0]
    services.checklists.write(client, row.id, evidence="Двух оценок нет")
    found = view(services, client, finding(services, client, audit_))

    assert (found.number, found.grade, found.raised_on) == ("НС-26-001", Grade.MINOR, TODAY)
    assert (found.audit, found.audit_number, found.item) == (audit_, "ПА-26-01", row.id)
    assert (found.process_name, found.process_owner) == ("Закупки", "Анна")
    assert (found.standard, found.clause) == (STANDARD, row.clause)
    assert found.clause_title
    assert found.requirement
    assert (found.evidence, found.statement) == ("Двух оценок нет", "Reviews of two suppliers are missing")
    now = services.checklists.rows(audit_, "ru")[0]
    assert (now.verdict, now.findings) == (Verdict.NONCONFORMING, ("НС-26-001",))
    assert found.stage is Stage.CORRECTION


def test_kinds_count_their_own_numbers(services: Services, client: ClientId) -> None:
    audit_ = audit(services, client)
    rows = services.checklists.rows(audit_, "ru")
    grades = (Grade.MAJOR, Grade.OPPORTUNITY, Grade.MINOR, Grade.OPPORTUNITY)
    for row, grade in zip(rows, grades, strict=False):
        services.findings.raise_from(client, row.id, grade)

    found = services.findings.listed(client, "ru", audit_)
    assert [f.number for f in found] == ["ВУ-26-001", "ВУ-26-002", "НС-26-001", "НС-26-002"]
    assert services.checklists.rows(audit_, "ru")[1].verdict is Verdict.REMARK
    other = audit(services, client)
    assert services.findings.listed(client, "ru", other) == ()
    services.findings.archive(client, found[0].id)
    assert len(services.findings.listed(client, "ru")) == 3


def test_a_finding_of_an_earlier_year_has_a_number_of_that_year(services: Services, client: ClientId) -> None:
    rows = services.checklists.rows(audit(services, client), "ru")
    before = services.findings.raise_from(client, rows[0].id, Grade.MINOR, raised_on=date(2025, 9, 19))
    now = services.findings.raise_from(client, rows[1].id, Grade.MINOR)
    found = view(services, client, before)
    assert (found.number, found.raised_on) == ("НС-25-001", date(2025, 9, 19))
    assert view(services, client, now).number == "НС-26-001"


def test_an_own_question_is_its_own_requirement(services: Services, client: ClientId) -> None:
    audit_ = audit(services, client)
    own = services.checklists.add_own(client, audit_, "Где акты?", after=None, standard="unknown", clause="x")
    found = view(services, client, services.findings.raise_from(client, own, Grade.MINOR))

    assert (found.requirement, found.clause_title) == ("Где акты?", "")


def test_a_finding_goes_its_way(services: Services, client: ClientId, minor: FindingId) -> None:
    anna = person(services, client, "Анна")
    steps: list[tuple[dict[str, object], Stage]] = [
        ({"correction": "Оценили"}, Stage.CAUSE),
        ({"whys": ("нет срока ", "", "нет\nплана"), "cause": "Нет плана"}, Stage.ACTION),
        ({"action": "План оценки", "responsible_id": anna, "due_on": date(2026, 12, 1)}, Stage.CARRYING_OUT),
        ({"done_on": date(2026, 11, 30)}, Stage.VERIFICATION),
        ({"verification": "Нет", "verified_by": "Борис", "verified_on": date(2026, 12, 9), "effective": False},
         Stage.VERIFICATION),
        ({"effective": True}, Stage.CLOSED),
    ]  # fmt: skip
    for values, stage in steps:
        services.findings.change(client, minor, **values)
        assert view(services, client, minor).stage is stage
    found = view(services, client, minor)
    assert found.whys == ("нет срока", "", "нет плана")
    assert (found.responsible, found.responsible_name, found.verified_by) == (anna, "Анна", "Борис")


def test_an_opportunity_closes_when_it_is_done(services: Services, client: ClientId) -> None:
    found = finding(services, client, audit(services, client), Grade.OPPORTUNITY)
    assert view(services, client, found).stage is Stage.ACTION
    services.findings.change(client, found, done_on=TODAY - timedelta(days=9), effective=True)
    assert view(services, client, found).stage is Stage.CLOSED


@pytest.mark.parametrize("missing", ["cause", "action", "done_on"])
def test_nothing_is_effective_before_it_was_done(
    services: Services, client: ClientId, minor: FindingId, missing: str
) -> None:
    values: dict[str, object] = {"cause": "a", "action": "b", "done_on": TODAY}
    services.findings.change(client, minor, **{name: value for name, value in values.items() if name != missing})
    before = view(services, client, minor)
    with pytest.raises(NotAllowed, match="НС-26-001 cannot be called effective yet"):
        services.findings.change(client, minor, effective=True, verified_on=TODAY)
    assert view(services, client, minor) == before
    services.findings.change(client, minor, effective=False)
    services.findings.change(client, minor, effective=True, **{missing: values[missing]})


def test_days_of_a_finding_stand_in_order(services: Services, client: ClientId, minor: FindingId) -> None:
    with pytest.raises(InvalidInput) as caught:
        services.findings.change(client, minor, done_on=TODAY - timedelta(days=1))
    assert caught.value.field == "done_on"
    services.findings.change(client, minor, done_on=TODAY + timedelta(days=5))
    with pytest.raises(InvalidInput) as caught:
        services.findings.change(client, minor, verified_on=TODAY)
    assert caught.value.field == "verified_on"


def test_a_grade_changes_within_its_kind(services: Services, client: ClientId, minor: FindingId) -> None:
    services.findings.change(client, minor, grade=Grade.MAJOR)
    assert view(services, client, minor).grade is Grade.MAJOR
    with pytest.raises(NotAllowed, match="numbers of their own"):
        services.findings.change(client, minor, grade=Grade.OPPORTUNITY)


def test_a_corrective_action_becomes_a_task(services: Services, client: ClientId, minor: FindingId) -> None:
    with pytest.raises(NotAllowed, match="no corrective action yet"):
        services.findings.add_task(client, minor)
    anna = person(services, client, "Анна")
    services.findings.change(client, minor, action="План\nи ещё", responsible_id=anna)
    services.findings.add_task(client, minor)
    services.findings.change(client, minor, due_on=TODAY - timedelta(days=3))
    services.findings.add_task(client, minor)
    first, second = services.plan.tasks(client, "ru")

    assert (first.title, first.owner, first.start, first.due) == ("НС-26-001: План", anna, TODAY, date(2026, 12, 4))
    assert (second.start, second.due) == (date(2026, 11, 20), date(2026, 11, 20))


def test_limits_and_missing_findings_are_said(services: Services, client: ClientId, minor: FindingId) -> None:
    with pytest.raises(InvalidInput) as caught:
        services.findings.change(client, minor, verified_by="x" * 301)
    assert caught.value.field == "verified_by"
    with pytest.raises(NotFound):
        services.findings.get(client, FindingId("gone"), "ru")
    services.findings.change(client, minor, statement='<b>&"</b>\nвторая')
    assert view(services, client, minor).statement == '<b>&"</b>\nвторая'
    assert view(services, client, minor).whys == ()
