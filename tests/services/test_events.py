"""Facts go out after the commit, once, in order, and one failing listener keeps nobody else from hearing."""

import threading

import pytest
from builders import dump, person, questions

from isodesk.domain.conformity import Conformity
from isodesk.domain.events import AnswersChanged, ClientChanged, Event, TeamChanged
from isodesk.domain.keys import ClientId
from isodesk.services.bus import EventBus
from isodesk.services.workspace import Services

ONE, TWO = ClientChanged(ClientId("1")), TeamChanged(ClientId("2"))


def test_listeners_hear_their_kind_and_a_base_class_hears_all() -> None:
    bus = EventBus()
    all_heard: list[Event] = []
    team: list[Event] = []
    bus.subscribe(Event, all_heard.append)
    bus.subscribe(TeamChanged, team.append)
    bus.publish(ONE)
    bus.publish(TWO)

    assert all_heard == [ONE, TWO]
    assert team == [TWO]
    assert bus.handlers == 2


def test_whoever_leaves_hears_nothing_more() -> None:
    bus = EventBus()
    heard: list[Event] = []
    leave = bus.subscribe(Event, heard.append)
    leave()
    leave()
    bus.publish(ONE)

    assert heard == []
    assert bus.handlers == 0


def test_whoever_leaves_during_a_fact_does_not_hear_it_any_more() -> None:
    bus = EventBus()
    heard: list[Event] = []
    bus.subscribe(Event, lambda _: leave())
    leave = bus.subscribe(Event, heard.append)
    bus.publish(ONE)

    assert heard == []


def test_facts_raised_by_a_listener_wait_for_their_turn() -> None:
    bus = EventBus()
    order: list[tuple[str, Event]] = []

    def first(event: Event) -> None:
        order.append(("first", event))
        if event == ONE:
            bus.publish(TWO)

    bus.subscribe(Event, first)
    bus.subscribe(Event, lambda event: order.append(("second", event)))
    bus.publish(ONE)

    assert order == [("first", ONE), ("second", ONE), ("first", TWO), ("second", TWO)]


def test_a_failing_listener_is_reported_and_the_others_hear(caplog: pytest.LogCaptureFixture) -> None:
    bus = EventBus()
    heard: list[Event] = []
    failures: list[Exception] = []

    def fail(_event: Event) -> None:
        raise ZeroDivisionError

    bus.subscribe(Event, fail)
    bus.subscribe(Event, heard.append)
    bus.publish(ONE)
    bus.on_failure = failures.append
    bus.publish(TWO)

    assert heard == [ONE, TWO]
    assert [type(failure) for failure in failures] == [ZeroDivisionError]
    assert "a listener failed on ClientChanged" in caplog.text


def test_the_bus_works_on_after_the_program_was_interrupted() -> None:
    bus = EventBus()
    heard: list[Event] = []

    def interrupt(_event: Event) -> None:
        leave()
        raise KeyboardInterrupt

    leave = bus.subscribe(Event, interrupt)
    bus.subscribe(Event, heard.append)
    with pytest.raises(KeyboardInterrupt):
        bus.publish(ONE)
    bus.publish(TWO)

    assert heard == [TWO]


def test_no_fact_of_several_threads_is_lost() -> None:
    bus = EventBus()
    heard: list[Event] = []
    bus.subscribe(Event, heard.append)
    facts = [[ClientChanged(ClientId(f"{thread}-{number}")) for number in range(300)] for thread in range(4)]
    threads = [threading.Thread(target=lambda own=own: [bus.publish(fact) for fact in own]) for own in facts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(fact.client for fact in heard) == sorted(fact.client for own in facts for fact in own)


def test_a_fact_goes_out_after_the_commit(services: Services, client: ClientId) -> None:
    seen: list[int] = []
    services.bus.subscribe(TeamChanged, lambda _: seen.append(len(dump(services.folder / "isodesk.db")["person"])))
    person(services, client)

    assert seen == [1]


def test_a_fact_recorded_twice_goes_out_once(services: Services, client: ClientId) -> None:
    heard: list[Event] = []
    services.bus.subscribe(Event, heard.append)
    with services.workshop.write() as work:
        work.record(TeamChanged(client))
        work.record(TeamChanged(client))
        work.record(ClientChanged(client))
        assert heard == []

    assert heard == [TeamChanged(client), ClientChanged(client)]


def test_nothing_goes_out_of_a_unit_taken_back(services: Services, client: ClientId) -> None:
    heard: list[Event] = []
    services.bus.subscribe(Event, heard.append)
    with pytest.raises(RuntimeError), services.workshop.write() as work:
        work.record(TeamChanged(client))
        raise RuntimeError

    assert heard == []


def test_one_step_over_many_answers_is_one_fact(services: Services, client: ClientId) -> None:
    heard: list[Event] = []
    services.bus.subscribe(Event, heard.append)
    keys = tuple(view.key for view in questions(services, client)[:5])
    services.assessment.record_many(client, keys, Conformity.PARTLY)

    assert heard == [AnswersChanged(client, keys)]
