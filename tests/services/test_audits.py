"""Internal audits: numbered, scoped, walked through, finished; a finished one is a record."""

from datetime import date
from pathlib import Path

import pytest
from builders import STANDARD, audit, finding, finished, person, process
from conftest import StillClock

from isodesk.domain.audits import AuditState, Grade, Verdict
from isodesk.domain.keys import AuditId, ClientId, ItemId, QuestionKey
from isodesk.domain.people import Dependence
from isodesk.errors import InvalidInput, NotAllowed, NotFound
from isodesk.services.audits import NewAudit
from isodesk.services.evidence import Subject
from isodesk.services.workspace import Services


def keys(services: Services, audit_: AuditId) -> list[QuestionKey | None]:
    return [row.key for row in services.checklists.rows(audit_, "en")]


def test_an_audit_has_a_number_of_its_year_and_language(
    services: Services, client: ClientId, clock: StillClock
) -> None:
    buying = process(services, client)
    numbers = [
        services.audits.get(audit(services, client, buying, starts_on=day)).number
        for day in (None, date(2026, 12, 1), date(2027, 2, 1))
    ]
    services.clients.change(client, language="en")
    clock.move(days=365)
    numbers.append(services.audits.get(audit(services, client, buying)).number)

    assert numbers == ["ПА-26-01", "ПА-26-02", "ПА-27-01", "IA-27-02"]


def test_an_audit_is_seen_whole(services: Services, client: ClientId) -> None:
    anna, boris = person(services, client, "Анна"), person(services, client, "Борис")
    buying, selling = process(services, client, owner=anna), process(services, client, "Сбыт", ("8.2",))
    audit_ = audit(
        services, client, selling, buying, clauses=((STANDARD, "10.2"), (STANDARD, "9.2")), lead=anna, members=(boris,),
        starts_on=date(2026, 12, 1), objective="Цель", criteria="ISO", dependence_reason="Больше некому",
    )  # fmt: skip
    view = services.audits.get(audit_)

    assert (view.lead_name, view.members) == ("Анна", ((boris, "Борис"),))
    assert view.processes == ((buying, "Закупки", "Анна"), (selling, "Сбыт", ""))
    assert view.clauses == ((STANDARD, "9.2"), (STANDARD, "10.2"))
    assert view.dependences == (Dependence("Анна", "Закупки"),)
    assert (view.objective, view.criteria, view.dependence_reason) == ("Цель", "ISO", "Больше некому")
    assert (view.starts_on, view.ends_on) == (date(2026, 12, 1), date(2026, 12, 1))
    assert (view.state, view.answered, view.count(Verdict.CONFORMS)) == (AuditState.PLANNED, 0, 0)
    assert view.rows == len(keys(services, audit_))


def test_an_audit_needs_a_scope_and_days_in_order(services: Services, client: ClientId) -> None:
    with pytest.raises(InvalidInput, match="something to look at"):
        services.audits.create(client, NewAudit(()))
    audit_ = audit(services, client, starts_on=date(2026, 12, 5))
    with pytest.raises(InvalidInput, match="something to look at"):
        services.audits.set_scope(client, audit_, (), ())
    with pytest.raises(InvalidInput) as caught:
        services.audits.change(client, audit_, ends_on=date(2026, 12, 4))
    assert caught.value.field == "ends_on"
    with pytest.raises(InvalidInput):
        audit(services, client, starts_on=date(2026, 12, 5), ends_on=date(2026, 12, 4))
    assert services.audits.get(audit_).ends_on == date(2026, 12, 5)


def test_an_audit_is_found_by_its_number(services: Services, client: ClientId) -> None:
    with pytest.raises(NotFound, match="no internal audit yet"):
        services.audits.find(client)
    first, second = audit(services, client), audit(services, client)

    assert services.audits.find(client).id == second
    assert services.audits.find(client, " па-26-01 ").id == first
    with pytest.raises(NotFound, match="ПА-26-01, ПА-26-02"):
        services.audits.find(client, "ПА-99-01")
    services.audits.archive(client, second)
    assert [view.id for view in services.audits.listed(client)] == [first]
    for missing in (
        lambda: services.audits.get(AuditId("gone")),
        lambda: services.checklists.archive(client, ItemId("gone")),
    ):
        with pytest.raises(NotFound):
            missing()


def test_the_team_is_exactly_the_one_given(services: Services, client: ClientId) -> None:
    anna, boris = person(services, client, "Анна"), person(services, client, "Борис")
    audit_ = audit(services, client, members=(anna,))
    services.audits.set_members(client, audit_, (boris,))
    services.audits.change(client, audit_, lead_id=anna, places="Цех")
    view = services.audits.get(audit_)

    assert (view.members, view.lead, view.places) == (((boris, "Борис"),), anna, "Цех")


def test_the_checklist_follows_the_processes_and_asks_once(services: Services, client: ClientId) -> None:
    buying = process(services, client, clauses=("8.4",))
    making = process(services, client, "Производство", ("8.4.1", "8.5.1"))
    audit_ = audit(services, client, making, buying, clauses=((STANDARD, "8.5"), (STANDARD, "9.2.1")))
    rows = services.checklists.rows(audit_, "ru")
    english = services.checklists.rows(audit_, "en")

    assert len({row.key for row in rows}) == len(rows)
    assert [row.number for row in rows] == list(range(1, len(rows) + 1))
    names = [row.process_name for row in rows]
    assert list(dict.fromkeys(names)) == ["Закупки", "Производство", ""]
    assert all(row.clause.startswith("8.4") for row in rows if row.process == buying)
    assert all(row.clause == "8.5.1" for row in rows if row.process == making)
    assert rows[0].question != english[0].question
    assert all(row.look_for and row.why and row.example for row in rows)


def test_a_changed_scope_keeps_what_was_written(services: Services, client: ClientId, tmp_path: Path) -> None:
    buying, making = process(services, client), process(services, client, "Производство", ("8.5.1",))
    audit_ = audit(services, client, buying)
    rows = services.checklists.rows(audit_, "en")
    services.checklists.record(client, [rows[0].id], Verdict.CONFORMS)
    services.checklists.write(client, rows[1].id, evidence="Журнал №3")
    services.checklists.write(client, rows[2].id, interviewed="Кладовщик")
    photo = tmp_path / "photo.png"
    photo.write_bytes(b"x")
    services.evidence.attach(client, Subject.ITEM, rows[3].id, photo)
    own = services.checklists.add_own(client, audit_, "Свой?", after=None, standard=STANDARD, clause="8.4")

    services.audits.set_scope(client, audit_, (making,), ())

    now = services.checklists.rows(audit_, "en")
    assert {row.id for row in rows[:4]} | {own} <= {row.id for row in now}
    assert not {row.id for row in rows[4:]} & {row.id for row in now}
    assert now[0].process == making
    assert [row.number for row in now] == list(range(1, len(now) + 1))


def test_writing_starts_an_audit(services: Services, client: ClientId) -> None:
    for number, write in enumerate(
        (
            lambda _audit, row: services.checklists.record(client, [row.id], Verdict.REMARK),
            lambda _audit, row: services.checklists.write(client, row.id, evidence="x"),
            lambda _audit, row: services.checklists.archive(client, row.id),
            lambda _audit, row: services.findings.raise_from(client, row.id, Grade.MAJOR),
            lambda a, row: services.checklists.add_own(client, a, "?", after=row.id, standard=STANDARD, clause="8.4"),
        )
    ):
        audit_ = audit(services, client)
        write(audit_, services.checklists.rows(audit_, "en")[0])
        assert services.audits.get(audit_).state is AuditState.UNDER_WAY, number


def test_an_own_question_stands_behind_the_row(services: Services, client: ClientId) -> None:
    audit_ = audit(services, client)
    rows = services.checklists.rows(audit_, "en")
    own = services.checklists.add_own(
        client, audit_, " Где акты?\nИ журнал? ", after=rows[1].id, standard=STANDARD, clause="8.4.2"
    )
    now = services.checklists.rows(audit_, "ru")

    assert (now[2].id, now[2].question, now[2].key) == (own, "Где акты?\nИ журнал?", None)
    assert (now[2].process, now[2].clause, now[2].look_for) == (rows[1].process, "8.4.2", ())
    last = services.checklists.add_own(client, audit_, "Ещё?", after=None, standard=STANDARD, clause="8.4")
    assert services.checklists.rows(audit_, "ru")[-1].id == last
    with pytest.raises(InvalidInput):
        services.checklists.add_own(client, audit_, " ", after=None, standard=STANDARD, clause="8.4")
    empty = services.audits.create(client, NewAudit((), ((STANDARD, "8"),)))
    for row in services.checklists.rows(empty, "en"):
        services.checklists.archive(client, row.id)
    services.checklists.add_own(client, empty, "Одна?", after=None, standard="", clause="")
    assert [row.process for row in services.checklists.rows(empty, "en")] == [None]


def test_verdicts_are_set_together_and_cleared(services: Services, client: ClientId) -> None:
    audit_ = audit(services, client)
    ids = [row.id for row in services.checklists.rows(audit_, "en")]
    services.checklists.record(client, ids, Verdict.NOT_CHECKED)
    assert services.audits.get(audit_).count(Verdict.NOT_CHECKED) == len(ids)
    services.checklists.record(client, ids[:1], None)
    assert services.audits.get(audit_).answered == len(ids) - 1


def test_an_audit_is_finished_when_all_is_said(services: Services, client: ClientId, clock: StillClock) -> None:
    audit_ = audit(services, client)
    with pytest.raises(NotAllowed, match="without a verdict: 9"):
        services.audits.finish(client, audit_)
    ids = [row.id for row in services.checklists.rows(audit_, "en")]
    services.checklists.record(client, ids, Verdict.CONFORMS)
    services.audits.change(client, audit_, conclusion="  ")
    with pytest.raises(NotAllowed, match="no conclusion"):
        services.audits.finish(client, audit_)
    services.audits.change(client, audit_, conclusion="Система работает")
    services.audits.finish(client, audit_)
    assert services.audits.get(audit_).reported_on == date(2026, 11, 23)
    clock.move(days=3)
    services.audits.reopen(client, audit_)
    services.audits.finish(client, audit_)
    assert services.audits.get(audit_).reported_on == date(2026, 11, 23)


def test_a_finished_audit_is_a_record(services: Services, client: ClientId) -> None:
    buying = process(services, client)
    audit_ = audit(services, client, buying)
    finished(services, client, audit_)
    before = services.audits.get(audit_)
    row = services.checklists.rows(audit_, "en")[0]
    for attempt in (
        lambda: services.checklists.record(client, [row.id], Verdict.REMARK),
        lambda: services.checklists.write(client, row.id, evidence="x"),
        lambda: services.checklists.archive(client, row.id),
        lambda: services.checklists.add_own(client, audit_, "?", after=None, standard=STANDARD, clause="8.4"),
        lambda: services.findings.raise_from(client, row.id, Grade.MAJOR),
        lambda: services.audits.set_scope(client, audit_, (buying,), ((STANDARD, "9.2"),)),
    ):
        with pytest.raises(NotAllowed, match="ПА-26-01 is finished"):
            attempt()
    assert services.audits.get(audit_) == before
    services.audits.reopen(client, audit_)
    finding(services, client, audit_)


def test_a_process_in_the_trash_stays_in_its_audits(services: Services, client: ClientId) -> None:
    anna = person(services, client, "Анна")
    buying = process(services, client, owner=anna)
    audit_ = audit(services, client, buying)
    raised = finding(services, client, audit_)
    services.team.archive_process(client, buying)

    assert services.audits.get(audit_).processes == ((buying, "Закупки", "Анна"),)
    assert services.checklists.rows(audit_, "ru")[0].process_name == "Закупки"
    view = services.findings.get(client, raised, "ru")
    assert (view.process_name, view.process_owner) == ("Закупки", "Анна")
    services.audits.set_scope(client, audit_, (buying,), ((STANDARD, "9.2"),))
    assert services.checklists.rows(audit_, "ru")[0].process_name == "Закупки"
