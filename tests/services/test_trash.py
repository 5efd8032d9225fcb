"""What was removed lies in the trash for thirty days, comes back as it was, and goes for good without breaking anything."""

from datetime import timedelta
from pathlib import Path

import builders
import pytest
from conftest import StillClock

from isodesk.domain.context import Side
from isodesk.domain.events import AuditsChanged, ClientChanged, Event, PlanChanged, TeamChanged
from isodesk.domain.keys import ClientId, ProcessId
from isodesk.errors import NotAllowed, NotFound
from isodesk.services.clients import NewClient
from isodesk.services.evidence import Subject
from isodesk.services.trash import DAYS, Binned, Kind
from isodesk.services.workspace import Services, open_workspace
from isodesk.storage import database


def kinds(services: Services, client: ClientId | None) -> dict[Kind, Binned]:
    return {binned.kind: binned for binned in services.trash.listed(client, "en")}


def remove_everything(services: Services, client: ClientId, tmp_path: Path) -> None:
    """One of each kind, none of which names another one."""
    audit = builders.audit(services, client, builders.process(services, client, "Sales"))
    other = builders.audit(services, client, ProcessId(services.team.processes(client)[0].id))
    finding = builders.finding(services, client, audit)
    row = services.checklists.rows(audit, "en")[0]
    own = services.checklists.add_own(
        client, audit, "Who waters the plants?", after=row.id, standard=row.standard, clause=row.clause
    )
    file = tmp_path / "photo <b>&.txt"
    file.write_text("seen")
    evidence = services.evidence.attach(client, Subject.ITEM, row.id, file)
    site = services.clients.add_site(client, "Warehouse")
    person = builders.person(services, client, "Leaver")
    process = builders.process(services, client, "Idle")
    issue = services.context.add_issue(client, "Steel gets dearer", Side.EXTERNAL)
    services.context.archive_issue(client, issue)
    party = services.context.add_party(client, "Neighbours")
    services.context.archive_party(client, party)
    objective = services.objectives.add(client, "Fewer rejects")
    services.objectives.archive(client, objective)
    services.risks.archive(client, [services.risks.add(client, "The laser stands still")])
    services.budget.archive(client, [services.budget.add(client, "Course")])
    services.evidence.remove(client, evidence)
    services.checklists.archive(client, own)
    services.findings.archive(client, finding)
    services.audits.archive(client, other)
    services.plan.archive(client, [services.plan.add(client, "Sweep the yard")])
    services.team.archive_process(client, process)
    services.team.archive_person(client, person)
    services.clients.archive_site(client, site)
    services.clients.archive(services.clients.create(NewClient("Gone Ltd", builders.STANDARD, "en", 5)))


def test_every_kind_is_listed_and_comes_back_after_a_restart(
    services: Services, client: ClientId, tmp_path: Path, clock: StillClock
) -> None:
    before = builders.rows(services)
    remove_everything(services, client, tmp_path)
    services.close()
    again = open_workspace(services.folder, clock=clock)
    try:
        found = kinds(again, client)
        assert set(found) == set(Kind)
        assert found[Kind.TASK].title == "Sweep the yard"
        assert found[Kind.EVIDENCE].title == "photo <b>&.txt"
        assert {binned.days_left for binned in found.values()} == {DAYS}
        for binned in found.values():
            again.trash.restore(client, binned)
        assert again.trash.listed(client, "en") == ()
        after = builders.rows(again)
        left = [key for table in after.values() for key, row in table.items() if row.get("archived_at")]
        assert left == []
        assert len(after["finding"]) == len(before["finding"]) + 1
    finally:
        again.close()


def test_the_start_screen_sees_clients_only(services: Services, client: ClientId, tmp_path: Path) -> None:
    remove_everything(services, client, tmp_path)

    assert [binned.title for binned in services.trash.listed(None, "en")] == ["Gone Ltd"]


def test_nothing_of_another_client_is_shown(services: Services, client: ClientId) -> None:
    other = services.clients.create(NewClient("Other Ltd", builders.STANDARD, "en", 5))
    services.clients.archive_site(other, services.clients.add_site(other, "Their site"))

    assert services.trash.listed(client, "en") == ()


def test_a_task_of_ours_is_called_by_its_question(services: Services, client: ClientId) -> None:
    builders.gaps(services, client, 1)
    services.planning.build(client)
    task = next(task for task in services.plan.tasks(client, "ru") if task.question)
    services.plan.archive(client, [task.id])

    assert services.trash.listed(client, "ru")[0].title == task.title


def test_bringing_back_is_journalled_undone_and_told(services: Services, client: ClientId) -> None:
    person = builders.person(services, client, "Ёжиков")
    services.team.archive_person(client, person)
    told: list[Event] = []
    leave = services.bus.subscribe(Event, told.append)

    services.trash.restore(client, services.trash.listed(client, "en")[0])
    leave()

    assert [view.name for view in services.team.people(client)] == ["Ёжиков"]
    assert told == [TeamChanged(client)]
    step = services.history.undoable
    assert step is not None and dict(step.fields) == {"name": "Ёжиков"}
    lines = builders.dump(services.folder / "isodesk.db")["journal"].values()
    assert [line["new"] for line in lines if line["record_id"] == person and line["field"] == "archived_at"][-1] is None
    services.history.undo()
    assert services.team.people(client) == ()


@pytest.mark.parametrize(
    ("kind", "fact"),
    [(Kind.SITE, ClientChanged), (Kind.TASK, PlanChanged), (Kind.AUDIT, AuditsChanged), (Kind.FINDING, AuditsChanged)],
)
def test_pages_hear_what_came_back(
    services: Services, client: ClientId, tmp_path: Path, kind: Kind, fact: type[Event]
) -> None:
    remove_everything(services, client, tmp_path)
    told: list[Event] = []
    services.bus.subscribe(fact, told.append)

    services.trash.restore(client, kinds(services, client)[kind])

    assert told == [fact(client)]


def test_a_row_of_a_finished_audit_stays_out(services: Services, client: ClientId) -> None:
    audit = builders.audit(services, client)
    row = services.checklists.rows(audit, "en")[0]
    own = services.checklists.add_own(client, audit, "Own?", after=None, standard=row.standard, clause=row.clause)
    services.checklists.archive(client, own)
    builders.finished(services, client, audit)

    with pytest.raises(NotAllowed):
        services.trash.restore(client, services.trash.listed(client, "en")[0])


def test_what_is_gone_cannot_come_back(services: Services, client: ClientId) -> None:
    services.clients.archive_site(client, services.clients.add_site(client, "Site"))
    binned = services.trash.listed(client, "en")[0]
    services.history.undo()
    services.history.undo()

    with pytest.raises(NotFound, match="Site"):
        services.trash.restore(client, binned)


def test_thirty_days_are_kept_and_then_it_goes(
    services: Services, client: ClientId, tmp_path: Path, clock: StillClock
) -> None:
    """U21."""
    remove_everything(services, client, tmp_path)
    clock.move(days=DAYS)
    assert services.trash.purge() == 0
    assert {binned.days_left for binned in services.trash.listed(client, "en")} == {0}

    clock.move(seconds=1)
    assert services.trash.listed(client, "en") == ()
    assert services.trash.purge() == len(Kind)

    after = builders.rows(services)
    left = [key for table in after.values() for key, row in table.items() if row.get("archived_at")]
    assert left == []
    assert set(after["client"]) == {client}
    assert database.integrity_fault(services.workshop.engine) == ""
    assert services.history.undoable is None
    assert services.trash.purge() == 0


def test_numbers_that_were_issued_never_come_again(services: Services, client: ClientId, clock: StillClock) -> None:
    audit = builders.audit(services, client)
    finding = builders.finding(services, client, audit)
    number = services.findings.get(client, finding, "en").number
    services.findings.archive(client, finding)
    clock.move(days=DAYS + 1)
    assert services.trash.purge() == 1

    assert services.findings.get(client, builders.finding(services, client, audit), "en").number > number


def test_what_a_living_record_names_stays(services: Services, client: ClientId, clock: StillClock) -> None:
    """A finding names its audit and its process, an audit its leader."""
    lead = builders.person(services, client, "Leader")
    process = builders.process(services, client)
    audit = builders.audit(services, client, process, lead=lead)
    finding = builders.finding(services, client, audit)
    services.audits.archive(client, audit)
    services.team.archive_process(client, process)
    services.team.archive_person(client, lead)
    before = builders.rows(services)
    clock.move(days=DAYS + 1)

    assert services.trash.purge() == 0
    assert builders.rows(services) == before

    services.findings.archive(client, finding)
    clock.move(days=DAYS + 1)
    assert services.trash.purge() == 4
    assert builders.rows(services)["person"] == {}


def test_a_whole_client_goes_and_the_other_stays_as_it_was(
    services: Services, client: ClientId, clock: StillClock, tmp_path: Path
) -> None:
    other = services.clients.create(NewClient("Stays Ltd", builders.STANDARD, "en", 5))
    builders.gaps(services, other, 2)
    services.planning.build(other)
    builders.audit(services, other)
    kept = {
        table: {key: row for key, row in rows.items() if other in row.values()}
        for table, rows in builders.rows(services).items()
    }
    builders.gaps(services, client, 3)
    services.planning.build(client)
    audit = builders.audit(services, client)
    finding = builders.finding(services, client, audit)
    file = tmp_path / "proof.txt"
    file.write_text("proof")
    services.evidence.attach(client, Subject.FINDING, finding, file)
    services.clients.archive(client)
    clock.move(days=DAYS + 1)

    assert services.trash.purge() == 1

    after = builders.dump(services.folder / "isodesk.db", without=frozenset({"journal", "content_snapshot"}))
    assert all(client not in row.values() for rows in after.values() for row in rows.values())
    assert {table: {k: r for k, r in rows.items() if other in r.values()} for table, rows in after.items()} | {
        "counter": {}
    } == {**kept, "counter": {}, "file": {}}
    assert after["file"] == {}
    assert services.evidence.sweep() == 1
    assert database.integrity_fault(services.workshop.engine) == ""


def test_every_record_that_goes_is_named_in_the_journal(
    services: Services, client: ClientId, clock: StillClock
) -> None:
    person = builders.person(services, client, "Leaver")
    services.team.archive_person(client, person)
    clock.move(days=DAYS + 1)
    services.trash.purge()

    last = max(builders.dump(services.folder / "isodesk.db")["journal"].values(), key=lambda line: line["sequence"])
    assert (last["action"], last["table_name"], last["record_id"]) == ("delete", "person", person)
    assert last["step"] == "empty the trash"


def test_a_file_that_somebody_else_uses_stays(
    services: Services, client: ClientId, clock: StillClock, tmp_path: Path
) -> None:
    audit = builders.audit(services, client)
    rows = services.checklists.rows(audit, "en")
    file = tmp_path / "same.txt"
    file.write_text("same")
    first = services.evidence.attach(client, Subject.ITEM, rows[0].id, file)
    services.evidence.attach(client, Subject.ITEM, rows[1].id, file)
    services.evidence.remove(client, first)
    clock.move(days=DAYS + 1)

    assert services.trash.purge() == 1
    assert services.evidence.sweep() == 0
    view = services.evidence.listed(client, Subject.ITEM, rows[1].id)[0]
    assert services.evidence.content(view) == b"same"


def test_a_second_window_purges_nothing(services: Services, client: ClientId, clock: StillClock) -> None:
    services.clients.archive_site(client, services.clients.add_site(client, "Site"))
    clock.now += timedelta(days=DAYS + 1)
    second = open_workspace(services.folder, clock=clock)
    try:
        assert second.trash.purge() == 0
    finally:
        second.close()
    assert len(builders.rows(services)["site"]) == 1
