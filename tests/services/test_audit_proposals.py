"""What a new audit starts from, and the sentences that a report can start from."""

from datetime import date

import pytest
from builders import STANDARD, audit, finding, finished, person, process

from isodesk.domain.audits import Grade, Verdict
from isodesk.domain.keys import ClientId
from isodesk.domain.people import Role
from isodesk.i18n import speech
from isodesk.services import audit_proposals
from isodesk.services.audits import NewAudit
from isodesk.services.workspace import Services

WORDS = speech("en")


def propose(services: Services, client: ClientId, today: date = date(2026, 11, 20)) -> NewAudit:
    return audit_proposals.propose(
        services.audits.listed(client),
        services.team.people(client),
        services.team.processes(client),
        ("ISO 9001:2026",),
        today,
        WORDS,
    )


def test_the_first_audit_takes_all_processes_and_the_auditors(services: Services, client: ClientId) -> None:
    person(services, client, "A", Role.HEAD)
    lead, second = (person(services, client, name, Role.AUDITOR) for name in ("B", "C"))
    both = process(services, client, "Purchasing"), process(services, client, "Production", ("8.5",))
    new = propose(services, client)
    assert (new.processes, new.lead, new.members) == (both, lead, (second,))
    assert new.starts_on == new.ends_on == date(2026, 12, 4), "ten working days after Friday 20 November"
    assert "standard" in new.objective
    assert new.criteria.startswith("ISO 9001:2026; ")


def test_the_next_audit_is_like_the_last_without_what_is_gone(services: Services, client: ClientId) -> None:
    lead, gone = person(services, client, "A"), person(services, client, "B")
    kept, left = process(services, client, "Purchasing"), process(services, client, "Sales", ("8.2",))
    audit(services, client, kept, left, lead=lead, members=(gone,), clauses=((STANDARD, "9.2"),), objective="Own words")
    services.team.archive_person(client, gone)
    services.team.archive_process(client, left)
    new = propose(services, client)
    assert (new.processes, new.lead, new.members) == ((kept,), lead, ())
    assert new.clauses == ((STANDARD, "9.2"),)
    assert new.objective == "Own words"
    assert new.criteria, "an empty text is proposed anew"


def test_without_anybody_nobody_leads(services: Services, client: ClientId) -> None:
    assert propose(services, client).lead is None


@pytest.mark.parametrize(
    ("grades", "says"),
    [
        ((), ("There are no findings.", "meets the criteria and works")),
        ((Grade.MINOR, Grade.MINOR), ("Findings: 2 minor nonconformities.", "On the whole")),
        ((Grade.MAJOR, Grade.OPPORTUNITY), ("1 major nonconformity, 1 opportunity for improvement", "not yet meet")),
    ],
)
def test_the_conclusion_follows_from_the_findings(
    services: Services, client: ClientId, grades: tuple[Grade, ...], says: tuple[str, str]
) -> None:
    made = audit(services, client)
    for grade in grades:
        finding(services, client, made, grade)
    finished(services, client, made)
    found = services.findings.listed(client, "en", made)
    text = audit_proposals.conclusion(WORDS, services.audits.get(made), found)
    assert text.startswith(f"{services.audits.get(made).rows} questions of the checklist were looked at (Закупки).")
    for words in says:
        assert words in text
    assert text.endswith("may hold further nonconformities.")


def test_what_was_not_covered_names_its_clauses_in_order(services: Services, client: ClientId) -> None:
    made = audit(services, client, process(services, client, clauses=("8.4", "8.5")))
    rows = services.checklists.rows(made, "en")
    assert audit_proposals.not_covered(WORDS, rows) == "Everything in the scope was looked at."
    wanted = [next(row for row in rows if row.clause == clause) for clause in ("8.5.1", "8.4.2")]
    services.checklists.record(client, [row.id for row in wanted], Verdict.NOT_CHECKED)
    text = audit_proposals.not_covered(WORDS, services.checklists.rows(made, "en"))
    assert "8.4.2, 8.5.1." in text
