"""Undo brings back exactly what was, redo exactly what had come, whatever was done (architecture.md 3.9)."""

from typing import Any

import pytest
from builders import STANDARD, answer_all, audit, finding, person, questions, rows
from commands import COMMANDS
from hypothesis import given, settings
from hypothesis import strategies as st

from isodesk.domain.conformity import Conformity
from isodesk.domain.events import AnswersChanged, Event
from isodesk.domain.keys import ClientId
from isodesk.errors import StorageTrouble, UserError
from isodesk.i18n import speech
from isodesk.services import history
from isodesk.services.workspace import Services
from isodesk.storage.tables import ClientRow, SiteRow

EXAMPLES = max(10, settings.default.max_examples // 3) if settings.default else 10
lists = st.lists(st.tuples(st.sampled_from(sorted(COMMANDS)), st.integers(0, 200)), min_size=1, max_size=14)

NOT_AT_ONCE = {
    "finish_audit",
    "finding_task",
    "remove_file",
    "reopen_audit",
    "push_successors",
    "unpin_tasks",
    "usual_days",
}
"""Commands that need others before them; the generated lists have those."""


def carry_out(services: Services, client: ClientId, name: str, number: int) -> None:
    """A refused command must leave everything as it was."""
    before = rows(services)
    try:
        COMMANDS[name](services, client, number)
    except UserError:
        assert rows(services) == before


@settings(max_examples=EXAMPLES)
@given(commands=lists)
def test_undo_and_redo_go_the_same_way(furnished: Services, commands: list[tuple[str, int]]) -> None:
    client = furnished.clients.listed()[0].id
    furnished.history.clear()
    states = [rows(furnished)]
    for name, number in commands:
        top = furnished.history.undoable
        carry_out(furnished, client, name, number)
        if furnished.history.undoable is not top:
            states.append(rows(furnished))

    for state in reversed(states[:-1]):
        assert furnished.history.undo() is not None
        assert rows(furnished) == state
    assert furnished.history.undo() is None
    for state in states[1:]:
        assert furnished.history.redo() is not None
        assert rows(furnished) == state
    assert furnished.history.redo() is None
    while furnished.history.undo():
        pass


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_can_be_taken_back(furnished: Services, name: str) -> None:
    client = furnished.clients.listed()[0].id
    before = rows(furnished)
    for number in range(4, 12):
        carry_out(furnished, client, name, number)
    after = rows(furnished)
    assert after != before or name in NOT_AT_ONCE

    while furnished.history.undo():
        pass
    assert rows(furnished) == before
    while furnished.history.redo():
        pass
    assert rows(furnished) == after


def test_a_step_says_what_it_did(services: Services, client: ClientId) -> None:
    assert (services.history.undoable, services.history.redoable) == (None, None)
    person(services, client, "Петров {П} П.")
    step = services.history.undoable

    assert step is not None
    assert step.text(speech("en")) == "add Петров {П} П."
    assert services.history.undo() is step
    assert services.history.redoable is not None
    assert services.history.redoable.text(speech("en")) == "add Петров {П} П."


def test_a_new_step_forgets_what_could_be_redone(services: Services, client: ClientId) -> None:
    person(services, client, "First")
    services.history.undo()
    person(services, client, "Second")

    assert services.history.redoable is None
    assert services.history.redo() is None
    assert [view.name for view in services.team.people(client)] == ["Second"]


def test_a_step_that_changes_nothing_leaves_no_trace(services: Services, client: ClientId) -> None:
    services.clients.change(client, address="Москва")
    step = services.history.undoable
    services.clients.change(client, address="Москва")
    services.clients.include(client, STANDARD, "8.3")

    assert services.history.undoable is step


def test_a_step_that_failed_cannot_be_undone(services: Services, client: ClientId) -> None:
    with pytest.raises(RuntimeError), services.history.step("half a step") as work:
        clients_row = services.clients.get(client)
        assert clients_row
        work.session.connection().exec_driver_sql("UPDATE client SET name = 'x'")
        raise RuntimeError

    assert services.history.undoable is None
    assert services.clients.get(client).name == "ООО «Вектор»"


def test_an_undo_that_fails_can_be_tried_again(
    services: Services, client: ClientId, monkeypatch: pytest.MonkeyPatch
) -> None:
    person(services, client)

    def full(*_: object) -> None:
        raise StorageTrouble("full")

    with monkeypatch.context() as patch:
        patch.setattr(history.Restore, "apply", full)
        with pytest.raises(StorageTrouble):
            services.history.undo()
    assert services.history.redoable is None
    assert services.history.undo() is not None
    assert services.team.people(client) == ()


def test_only_so_many_steps_are_kept(services: Services, client: ClientId, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "LIMIT", 3)
    for number in range(5):
        person(services, client, f"Person {number}")
    while services.history.undo():
        pass

    assert [view.name for view in services.team.people(client)] == ["Person 0", "Person 1"]


def test_issued_numbers_are_never_used_again(services: Services, client: ClientId) -> None:
    first = audit(services, client)
    number = services.audits.get(first).number
    services.history.undo()
    second = services.audits.get(audit(services, client)).number
    assert (number, second) == ("ПА-26-01", "ПА-26-02")

    view = services.audits.listed(client)[-1]
    raised = finding(services, client, view.id)
    taken = services.findings.get(client, raised, "ru").number
    services.history.undo()
    again = services.findings.get(client, finding(services, client, view.id), "ru").number
    assert (taken, again) == ("НС-26-001", "НС-26-002")
    services.history.undo()
    services.history.redo()
    assert services.findings.listed(client, "ru")[0].number == again


def test_an_answer_looked_at_again_after_its_undo_can_come_back(services: Services, client: ClientId) -> None:
    key = questions(services, client)[0].key
    services.assessment.record(client, key, Conformity.PARTLY)
    services.history.undo()
    services.assessment.look(client, key)
    services.history.redo()

    assert questions(services, client)[0].conformity is Conformity.PARTLY


def test_undo_says_the_same_facts_again(services: Services, client: ClientId) -> None:
    heard: list[Event] = []
    services.bus.subscribe(AnswersChanged, heard.append)
    key = questions(services, client)[0].key
    services.assessment.record(client, key, Conformity.PARTLY)
    services.history.undo()
    services.history.redo()

    assert heard == [AnswersChanged(client, (key,))] * 3


def test_whoever_hears_of_a_change_can_take_it_back_at_once(services: Services, client: ClientId) -> None:
    seen: list[Any] = []

    def look(_fact: Event) -> None:
        seen.append((services.history.undoable is not None, services.history.redoable is not None))

    services.bus.subscribe(Event, look)
    person(services, client)
    services.history.undo()
    services.history.redo()

    assert seen == [(True, False), (False, True), (True, False)]


def test_steps_made_while_hearing_are_undone_in_their_order(services: Services, client: ClientId) -> None:
    def follow(_fact: Event) -> None:
        unsubscribe()
        services.clients.change(client, address="Второй шаг")

    unsubscribe = services.bus.subscribe(Event, follow)
    services.clients.change(client, scope="Первый шаг")

    services.history.undo()
    view = services.clients.get(client)
    assert (view.scope, view.address) == ("Первый шаг", "")


def test_a_record_changed_twice_in_one_step_goes_back_to_the_first(services: Services, client: ClientId) -> None:
    with services.history.step("rename twice") as work:
        row = work.session.get_one(ClientRow, client)
        for name in ("Второе", "Третье"):
            row.name = name
            work.session.flush()

    services.history.undo()
    assert services.clients.get(client).name == "ООО «Вектор»"
    services.history.redo()
    assert services.clients.get(client).name == "Третье"


def test_what_was_removed_by_other_means_is_left_out_of_an_undo(services: Services, client: ClientId) -> None:
    site = services.clients.add_site(client, "Цех")
    services.clients.change_site(client, site, name="Склад")
    with services.workshop.write("outside of the steps") as work:
        work.session.delete(work.session.get_one(SiteRow, site))

    services.history.undo()
    services.history.undo()
    assert services.clients.sites(client) == ()


def test_opening_another_client_forgets_the_steps(services: Services, client: ClientId) -> None:
    answer_all(services, client)
    services.history.undo()
    person(services, client)
    services.history.clear()

    assert (services.history.undo(), services.history.redo()) == (None, None)
