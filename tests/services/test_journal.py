"""Every change is written down in the transaction that makes it: who, when, what it was and what it became."""

import dataclasses
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest
from builders import dump, person
from commands import COMMANDS
from conftest import ACTOR, StillClock

from isodesk.domain.keys import ClientId
from isodesk.errors import UserError
from isodesk.services.clients import NewClient
from isodesk.services.workspace import Services
from isodesk.storage import journal
from isodesk.storage.tables import JournalRow, PersonRow, ProcessRow

ORDER = [
    "propose_processes",
    "add_person",
    "set_roles",
    "change_process",
    "add_site",
    "change_site",
    "describe",
    "set_target",
    "exclude",
    "answer",
    "fill_in",
    "note",
    "answer_owner",
    "weigh",
    "maturity",
    "differ",
    "attach",
    "add_standard",
    "propose_controls",
    "state_controls",
    "price",
    "buy",
    "pay",
    "cancel_purchase",
    "add_issue",
    "propose_issues",
    "change_issue",
    "move_issue",
    "archive_issue",
    "propose_parties",
    "change_party",
    "move_party",
    "party_requirement",
    "archive_party",
    "state_climate",
    "answer_advisor",
    "staff_shift",
    "share_clauses",
    "propose_responsibilities",
    "set_responsibility",
    "add_risk",
    "propose_risks",
    "weigh_risk",
    "decide_risks",
    "risk_scale",
    "risk_task",
    "link_risk",
    "archive_risk",
    "build_plan",
    "add_task",
    "change_tasks",
    "unpin_tasks",
    "set_plan",
    "free_days",
    "usual_days",
    "weigh_tasks",
    "keep_baseline",
    "plan_template",
    "wait_for",
    "schedule_plan",
    "shift_plan",
    "push_successors",
    "move_task",
    "archive_task",
    "plan_audit",
    "audit_team",
    "verdict",
    "checklist_note",
    "own_question",
    "raise_finding",
    "treat_finding",
    "finding_task",
    "change_audit",
    "audit_scope",
    "archive_row",
    "attach",
    "remove_file",
    "change_answers",
    "paste_answers",
    "mark_page",
    "write_policy",
    "add_objective",
    "add_usual_objectives",
    "change_objective",
    "measure_objective",
    "objective_task",
    "move_objective",
    "forget_value",
    "archive_objective",
    "number_the_order",
    "include",
    "archive_finding",
    "archive_process",
    "archive_person",
    "archive_site",
    "set_clauses",
    "change_person",
    "finish_audit",
    "reopen_audit",
    "archive_audit",
    "add_process",
    "new_round",
    "move_edition",
    "take_standard_off",
]


def lines(file: Path) -> list[dict[str, object]]:
    return sorted(dump(file)["journal"].values(), key=lambda line: line["sequence"])


def text(value: object) -> str | None:
    return None if value is None else str(value)


def compare(file: Path, before: dict[str, dict[str, dict[str, object]]], known: int) -> set[str]:
    """Holds the new lines of the journal against what changed in the file; returns the tables that changed."""
    after = dump(file)
    new = sorted(after["journal"].values(), key=lambda line: line["sequence"])[known:]
    told = {(line["table_name"], line["record_id"], line["field"]): line for line in new}
    touched: set[str] = set()
    for table in after.keys() - {"journal"}:
        for record in after[table].keys() | before[table].keys():
            old, now = before[table].get(record, {}), after[table].get(record, {})
            for field in (old.keys() | now.keys()) - {"id"}:
                if old.get(field) == now.get(field) or (not old and now[field] in {None, ""}):
                    continue
                touched.add(table)
                assert (table, record, field) in told, f"{table}.{field} changed and nothing says so"
    for line in new:
        assert line["actor"] == ACTOR
        assert line["step"]
        if line["action"] == "change":
            assert line["old"] != line["new"]
    return touched


def test_every_change_of_every_table_is_written_down(services: Services, client: ClientId) -> None:
    assert set(ORDER) == set(COMMANDS)
    file = services.folder / "isodesk.db"
    touched: set[str] = set()
    for number, name in enumerate(ORDER * 2):
        before = dump(file)
        try:
            COMMANDS[name](services, client, number * 3 + number // len(ORDER))
        except UserError:
            assert dump(file) == before, f"{name} was refused and left something behind"
        touched |= compare(file, before, len(before["journal"]))
    before = dump(file)
    services.clients.create(NewClient("АО «Другое»", "iso-9001-2026", "ru", template=client))
    touched |= compare(file, before, len(before["journal"])) | {"content_snapshot"}

    assert touched == journal.table_names()
    with services.workshop.read() as session:
        assert len(journal.entries(session, limit=100_000)) == len(lines(file))


def test_undo_and_redo_are_written_down_too(services: Services, client: ClientId) -> None:
    file = services.folder / "isodesk.db"
    person(services, client, "Петров П. П.")
    for move in (services.history.undo, services.history.redo):
        before = dump(file)
        move()
        assert compare(file, before, len(before["journal"])) == {"person"}
    assert lines(file)[-1]["step"] == "revert: add Петров П. П."


def test_nothing_written_down_is_ever_changed(services: Services, client: ClientId) -> None:
    file = services.folder / "isodesk.db"
    kept = lines(file)
    for number, name in enumerate(ORDER):
        try:
            COMMANDS[name](services, client, number)
        except UserError:
            continue
        finally:
            now = lines(file)
            assert now[: len(kept)] == kept
            kept = now
    while services.history.undo():
        now = lines(file)
        assert now[: len(kept)] == kept
        kept = now
    assert [line["sequence"] for line in kept] == list(range(1, len(kept) + 1))


def test_a_line_says_who_when_and_what(services: Services, client: ClientId, clock: StillClock) -> None:
    clock.move(hours=3)
    services.clients.change(client, address="Москва")
    services.clients.change(client, address="Тверь")
    with services.workshop.read() as session:
        newest = journal.entries(session, record=client, limit=1)

    assert [dataclasses.astuple(entry) for entry in newest] == [
        (
            datetime(2026, 11, 23, 15, tzinfo=UTC),
            ACTOR,
            "change the organisation",
            "change",
            "client",
            client,
            "address",
            "Москва",
            "Тверь",
        )
    ]


def test_what_is_removed_is_written_down_with_all_it_held(services: Services, client: ClientId) -> None:
    services.clients.exclude(client, "iso-9001-2026", "8.3", "Не проектируем")
    services.clients.include(client, "iso-9001-2026", "8.3")
    with services.workshop.read() as session:
        removed = [entry for entry in journal.entries(session) if entry.action == "delete"]

    assert {entry.field: entry.old for entry in removed} == {
        "client_id": client,
        "standard": "iso-9001-2026",
        "clause": "8.3",
        "reason": "Не проектируем",
    }
    assert {entry.new for entry in removed} == {None}


def test_a_unit_taken_back_leaves_no_line(services: Services, client: ClientId) -> None:
    file = services.folder / "isodesk.db"
    before = file.read_bytes()
    with pytest.raises(RuntimeError), services.workshop.write("broken") as work:
        work.session.add(PersonRow(client_id=client, position=0, name="x"))
        work.session.flush()
        raise RuntimeError

    assert dump(file)["person"] == {}
    assert file.read_bytes() == before


def test_a_change_whose_line_cannot_be_written_is_not_made(
    services: Services, client: ClientId, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(journal, "write", fail)
    with pytest.raises(RuntimeError):
        person(services, client)

    assert services.team.people(client) == ()
    assert services.history.undoable is None


def test_a_row_born_and_gone_in_one_unit_is_told_twice(services: Services, client: ClientId) -> None:
    with services.workshop.write("short life") as work:
        row = ProcessRow(client_id=client, position=0, name="x")
        work.session.add(row)
        work.session.flush()
        work.session.delete(row)
    with services.workshop.read() as session:
        actions = [entry.action for entry in journal.entries(session, record=row.id)]

    assert set(actions) == {"create", "delete"}


def test_the_journal_does_not_tell_of_itself(services: Services) -> None:
    with services.workshop.write("by hand") as work:
        row = JournalRow(sequence=999, at=work.now, actor="x", action="note", table_name="x", record_id="x")
        work.session.add(row)
        work.session.flush()
        row.step = "corrected"
        work.session.flush()
        assert work.changes == []


def test_the_database_itself_holds_the_lines(services: Services, client: ClientId) -> None:
    person(services, client, "Петров П. П.")
    connection = sqlite3.connect(services.folder / "isodesk.db")
    found = connection.execute("SELECT new FROM journal WHERE table_name = 'person' AND field = 'name'").fetchall()
    connection.close()

    assert found == [("Петров П. П.",)]
