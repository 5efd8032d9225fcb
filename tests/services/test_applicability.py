"""The Statement of Applicability: which clauses are controls, what is said of them, what is proposed and what is missing."""

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import annex
import pytest
from annex import AnnexShelf, controls, key
from builders import STANDARD, dump, person, rows
from conftest import ACTOR, StillClock

from isodesk.domain.applicability import ControlStatus, Fault, Reason
from isodesk.domain.conformity import Conformity
from isodesk.domain.events import ApplicabilityChanged, Event
from isodesk.domain.journey import Page, PageState, Phase
from isodesk.domain.keys import ClientId, QuestionKey
from isodesk.domain.next_steps import Rule
from isodesk.errors import InvalidInput, NotFound, ReadOnlyWorkspace
from isodesk.services.applicability import key_at, place_of
from isodesk.services.clients import NewClient
from isodesk.services.evidence import Subject
from isodesk.services.search import Kind, find
from isodesk.services.workspace import Services, open_workspace

C, P, A, N = Conformity.CONFORMS, Conformity.PARTLY, Conformity.ABSENT, Conformity.NOT_APPLICABLE
RISK, LAW, CONTRACT, PRACTICE = Reason


@pytest.fixture
def services(template: Path, folder: Path, clock: StillClock) -> Iterator[Services]:
    shutil.copytree(template, folder)
    opened = open_workspace(folder, actor=ACTOR, clock=clock, shelf=AnnexShelf())
    yield opened
    opened.close()


@pytest.fixture
def client(services: Services) -> ClientId:
    return services.clients.create(NewClient("ООО «Щит»", annex.STANDARD, "ru", 12))


@pytest.fixture
def other(services: Services, client: ClientId) -> ClientId:
    """A client whose standard has no annex."""
    return next(view.id for view in services.clients.listed() if view.id != client)


def answer(services: Services, client: ClientId, verdict: Conformity | None, *questions: str) -> None:
    services.assessment.record_many(client, [QuestionKey(question) for question in questions], verdict)


def complete(services: Services, client: ClientId) -> None:
    """Everything answered and said."""
    for view in services.assessment.questions(client, "en"):
        answer(services, client, A, view.key)
    services.applicability.propose(client)
    services.applicability.set_owner(client, map(key, annex.CONTROLS), person(services, client))


def test_controls_are_the_leaves_of_the_annex_in_the_order_of_the_standard(
    services: Services, client: ClientId
) -> None:
    views = services.applicability.controls(client, "en")
    assert tuple(view.clause for view in views) == annex.CONTROLS
    assert [view.title for view in views] == ["Policies", "Roles", "Use of data", "Devices", "Special rights"]
    assert {view.section for view in views} == {"A.5 Organizational controls", "A.8 Technological controls"}
    assert {view.designation for view in views} == {"ISO ANNEX:2026"}
    assert [tuple(q.key for q in view.questions) for view in views] == [
        annex.QUESTIONS.get(number, ()) for number in annex.CONTROLS
    ]
    assert controls(services, client, "ru")["A.5.1"].title == "Политики"
    assert all(
        (view.applicable, view.reasons, view.faults) == (None, frozenset(), (Fault.UNDECIDED,)) for view in views
    )


def test_a_standard_without_an_annex_has_no_controls(services: Services, other: ClientId) -> None:
    assert services.applicability.controls(other, "en") == ()
    assert not services.applicability.has_controls(other)
    assert services.applicability.propose(other) == 0
    assert services.applicability.completeness(other).total == 0
    assert services.history.undoable is None or "propose" not in services.history.undoable.label


def test_the_shipped_standard_has_93_controls_in_four_sections(services: Services) -> None:
    made = services.clients.create(NewClient("Firm", "iso-iec-27001-2022", "en"))
    views = services.applicability.controls(made, "ru")
    sections = [view.section.split()[0] for view in views]
    assert {name: sections.count(name) for name in dict.fromkeys(sections)} == {
        "A.5": 37,
        "A.6": 8,
        "A.7": 14,
        "A.8": 34,
    }
    assert (views[0].clause, views[-1].clause) == ("A.5.1", "A.8.34")
    assert all(view.title and view.title != english.title for view, english in zip(
        views, services.applicability.controls(made, "en"), strict=True
    ))  # fmt: skip
    assert [view.clause for view in views if not view.questions] == []
    assert services.applicability.propose(made) == 93


def test_with_several_standards_only_those_with_an_annex_are_named(services: Services, client: ClientId) -> None:
    services.adoptions.add(client, STANDARD)
    assert tuple(controls(services, client)) == annex.CONTROLS
    services.adoptions.add(client, "iso-iec-27001-2022")
    views = services.applicability.controls(client, "en")
    assert len(views) == 5 + 93
    assert views[0].section == "ISO ANNEX:2026 · A.5 Organizational controls"
    assert views[5].section.startswith("ISO/IEC 27001:2022 · A.5 ")
    services.applicability.decide(client, [views[0].key, views[5].key], True)
    now = services.applicability.controls(client, "en")
    assert [view.key for view in now if view.applicable] == [views[0].key, views[5].key]


def test_several_controls_are_decided_in_one_step(services: Services, client: ClientId) -> None:
    before = rows(services)
    heard: list[Event] = []
    services.bus.subscribe(Event, heard.append)
    services.applicability.decide(client, [key("A.5.1"), key("A.5.2"), key("A.8.1")], False)
    assert [view.applicable for view in controls(services, client).values()] == [False, False, None, False, None]
    assert heard == [ApplicabilityChanged(client)]
    step = services.history.undoable
    assert step is not None
    assert step.fields == (("clause", "A.5.1 … A.8.1 (3)"),)
    services.history.undo()
    assert rows(services) == before
    services.history.redo()
    assert controls(services, client)["A.8.1"].applicable is False


def test_what_is_said_is_journalled_with_who_said_it(services: Services, client: ClientId) -> None:
    services.applicability.set_reasons(client, [key("A.5.1")], frozenset({LAW}))
    lines = [
        line for line in dump(services.folder / "isodesk.db")["journal"].values() if line["table_name"] == "control"
    ]
    told = {line["field"]: line["new"] for line in lines}
    assert told["for_law"] == "True"
    assert told["clause"] == "A.5.1"
    assert {(line["actor"], line["step"]) for line in lines} == {(ACTOR, "reasons for A.5.1")}


def test_taking_back_what_was_never_said_leaves_no_trace(services: Services, client: ClientId) -> None:
    before, step = rows(services), services.history.undoable
    services.applicability.decide(client, map(key, annex.CONTROLS), None)
    services.applicability.set_reasons(client, [key("A.5.1")], frozenset())
    services.applicability.write(client, [key("A.5.1")], "evidence", "  ")
    services.applicability.set_owner(client, [key("A.5.1")], None)
    services.applicability.set_status(client, [key("A.5.1")], None)
    assert rows(services) == before
    assert services.history.undoable is step


def test_a_decision_is_taken_back_and_the_rest_stays(services: Services, client: ClientId) -> None:
    services.applicability.decide(client, [key("A.5.1")], True)
    services.applicability.write(client, [key("A.5.1")], "justification", "the bank wants it")
    services.applicability.decide(client, [key("A.5.1")], None)
    view = controls(services, client)["A.5.1"]
    assert (view.applicable, view.justification) == (None, "the bank wants it")


def test_reasons_are_set_exactly_or_one_by_one(services: Services, client: ClientId) -> None:
    both = [key("A.5.1"), key("A.5.2")]
    services.applicability.set_reasons(client, both, frozenset({RISK, CONTRACT}))
    services.applicability.set_reasons(client, both[:1], frozenset({PRACTICE}))
    assert [controls(services, client)[n].reasons for n in ("A.5.1", "A.5.2")] == [{PRACTICE}, {RISK, CONTRACT}]
    services.applicability.set_reasons(client, both, frozenset({LAW}), among=frozenset({LAW}))
    assert [controls(services, client)[n].reasons for n in ("A.5.1", "A.5.2")] == [
        {PRACTICE, LAW},
        {RISK, CONTRACT, LAW},
    ]
    services.applicability.set_reasons(client, both, frozenset(), among=frozenset({RISK}))
    assert controls(services, client)["A.5.2"].reasons == {CONTRACT, LAW}


def test_texts_are_cleaned_and_a_book_is_refused(services: Services, client: ClientId) -> None:
    both = [key("A.5.1"), key("A.5.2")]
    services.applicability.write(client, both, "justification", " art. 19\r\nof the law\x00 ")
    assert {controls(services, client)[n].justification for n in ("A.5.1", "A.5.2")} == {"art. 19\nof the law"}
    with pytest.raises(InvalidInput, match="at most 100000") as caught:
        services.applicability.write(client, both, "evidence", "x" * 100_001)
    assert caught.value.field == "evidence"
    assert controls(services, client)["A.5.1"].evidence == ""
    with pytest.raises(ValueError, match="not a note"):
        services.applicability.write(client, both, "owner", "me")


def test_the_status_follows_the_answers_until_somebody_says_otherwise(services: Services, client: ClientId) -> None:
    services.applicability.decide(client, map(key, annex.CONTROLS), True)
    answer(services, client, C, "annex.policies", "annex.roles")
    answer(services, client, A, "annex.assets")
    found = controls(services, client)
    assert [found[n].status for n in annex.CONTROLS] == [
        ControlStatus.PARTLY,
        ControlStatus.IMPLEMENTED,
        ControlStatus.PLANNED,
        None,
        None,
    ]
    services.applicability.set_status(client, [key("A.5.2"), key("A.8.2")], ControlStatus.PARTLY)
    view = controls(services, client)["A.5.2"]
    assert (view.status, view.own_status, view.assessed_status) == (
        ControlStatus.PARTLY,
        ControlStatus.PARTLY,
        ControlStatus.IMPLEMENTED,
    )
    assert controls(services, client)["A.8.2"].status is ControlStatus.PARTLY
    services.applicability.set_status(client, [key("A.5.2")], None)
    assert controls(services, client)["A.5.2"].status is ControlStatus.IMPLEMENTED
    services.applicability.decide(client, [key("A.5.2")], False)
    assert controls(services, client)["A.5.2"].status is None


def test_an_answer_that_differs_for_the_standard_counts(services: Services, client: ClientId) -> None:
    answer(services, client, C, "annex.roles")
    services.assessment.differ(client, QuestionKey("annex.roles"), annex.STANDARD, N, "one person does it all")
    view = controls(services, client)["A.5.2"]
    assert view.verdicts == (N,)
    assert view.assessed_reason == "one person does it all"
    services.applicability.propose(client)
    view = controls(services, client)["A.5.2"]
    assert (view.applicable, view.justification) == (False, "one person does it all")


def test_evidence_is_what_is_written_noted_or_attached(services: Services, client: ClientId, tmp_path: Path) -> None:
    services.applicability.decide(client, map(key, annex.CONTROLS), True)
    answer(services, client, C, "annex.policies", "annex.rules", "annex.roles")
    assert Fault.NO_EVIDENCE in controls(services, client)["A.5.1"].faults
    services.assessment.set_note(client, QuestionKey("annex.policies"), "existing", "policy, ed. 2")
    services.assessment.set_note(client, QuestionKey("annex.rules"), "existing", "policy, ed. 2")
    view = controls(services, client)["A.5.1"]
    assert (view.evidence, view.noted, view.shown_evidence) == ("", "policy, ed. 2", "policy, ed. 2")
    assert Fault.NO_EVIDENCE not in view.faults
    services.applicability.write(client, [key("A.5.1")], "evidence", "register 7")
    assert controls(services, client)["A.5.1"].shown_evidence == "register 7"
    assert Fault.NO_EVIDENCE in controls(services, client)["A.5.2"].faults
    source = tmp_path / "order.txt"
    source.write_text("appointed")
    services.evidence.attach(client, Subject.ANSWER, "annex.roles", source)
    view = controls(services, client)["A.5.2"]
    assert view.files == 1
    assert Fault.NO_EVIDENCE not in view.faults


def test_a_proposal_decides_what_is_open_in_one_step(services: Services, client: ClientId) -> None:
    who = person(services, client)
    answer(services, client, C, "annex.policies")
    answer(services, client, N, "annex.roles")
    services.assessment.set_note(client, QuestionKey("annex.roles"), "reason", "there are two of us")
    answer(services, client, A, "annex.devices")
    services.assessment.set_owner(client, [QuestionKey("annex.policies"), QuestionKey("annex.rules")], who)
    before = rows(services)
    assert services.applicability.propose(client) == 5
    found = controls(services, client)
    assert {n: (v.applicable, set(v.reasons), v.justification, v.owner) for n, v in found.items()} == {
        "A.5.1": (True, {PRACTICE}, "", who),
        "A.5.2": (False, set(), "there are two of us", None),
        "A.5.10": (True, {RISK}, "", None),
        "A.8.1": (True, {RISK}, "", None),
        "A.8.2": (True, {RISK}, "", None),
    }
    assert all(view.own_status is None for view in found.values())
    assert services.applicability.propose(client) == 0
    services.history.undo()
    assert rows(services) == before


def test_a_proposal_takes_nothing_away(services: Services, client: ClientId) -> None:
    first, second = person(services, client, "Первая"), person(services, client, "Вторая")
    answer(services, client, N, "annex.roles", "annex.devices")
    services.assessment.set_owner(client, [QuestionKey("annex.policies")], first)
    services.assessment.set_owner(client, [QuestionKey("annex.rules")], second)
    services.applicability.decide(client, [key("A.5.2")], True)
    services.applicability.write(client, [key("A.8.1")], "justification", "nobody has a laptop")
    services.applicability.set_reasons(client, [key("A.5.1")], frozenset({LAW}))
    services.applicability.set_owner(client, [key("A.5.10")], second)
    assert services.applicability.propose(client) == 4
    found = controls(services, client)
    assert found["A.5.2"].applicable is True
    assert found["A.8.1"].justification == "nobody has a laptop"
    assert found["A.5.1"].reasons == {LAW}
    assert found["A.5.1"].owner is None, "two people answer for its questions"
    assert found["A.5.10"].owner == second


def test_an_exclusion_of_the_scope_is_proposed_with_its_reason(services: Services, client: ClientId) -> None:
    services.clients.exclude(client, annex.STANDARD, "A.5", "a firm of one person")
    services.applicability.propose(client)
    found = controls(services, client)
    assert [found[n].applicable for n in annex.CONTROLS] == [False, False, False, True, True]
    assert found["A.5.1"].justification == "a firm of one person"


def leave_out_what_is_there(services: Services, client: ClientId) -> None:
    answer(services, client, P, "annex.rules")
    services.applicability.decide(client, [key("A.5.1")], False)
    services.applicability.write(client, [key("A.5.1")], "justification", "we leave it out")


FAULTS: list[tuple[Fault, str, Callable[[Services, ClientId], None]]] = [
    (Fault.UNDECIDED, "A.5.1", lambda s, c: s.applicability.decide(c, [key("A.5.1")], None)),
    (Fault.NO_REASON, "A.5.2", lambda s, c: s.applicability.set_reasons(c, [key("A.5.2")], frozenset())),
    (Fault.NO_OWNER, "A.8.2", lambda s, c: s.applicability.set_owner(c, [key("A.8.2")], None)),
    (Fault.NO_EVIDENCE, "A.5.10", lambda s, c: answer(s, c, C, "annex.assets")),
    (Fault.NO_JUSTIFICATION, "A.8.2", lambda s, c: s.applicability.decide(c, [key("A.8.2")], False)),
    (Fault.RULED_OUT, "A.8.1", lambda s, c: answer(s, c, N, "annex.devices")),
    (Fault.PRACTISED, "A.5.1", leave_out_what_is_there),
]


@pytest.mark.parametrize(("fault", "clause", "spoil"), FAULTS, ids=[fault.value for fault, _c, _s in FAULTS])
def test_completeness_names_each_fault_with_its_control(
    services: Services, client: ClientId, fault: Fault, clause: str, spoil: Callable[[Services, ClientId], None]
) -> None:
    complete(services, client)
    assert services.applicability.completeness(client).is_complete
    spoil(services, client)
    found = services.applicability.completeness(client)
    assert found.faults == ((fault, (annex.CONTROLS.index(clause),)),)
    assert not found.is_complete


def test_every_fault_has_a_test() -> None:
    assert {fault for fault, _clause, _spoil in FAULTS} == set(Fault)


@pytest.mark.parametrize("wrong", [("iso-annex", "A.5"), ("iso-annex", "4.3"), (STANDARD, "8.4"), ("", "A.5.1")])
def test_what_is_no_control_is_refused_and_nothing_is_written(
    services: Services, client: ClientId, wrong: tuple[str, str]
) -> None:
    before = rows(services)
    with pytest.raises(NotFound, match=r"is no control of this client's standards\. Choose one"):
        services.applicability.decide(client, [key("A.5.1"), wrong], True)
    assert rows(services) == before


def test_a_reader_can_look_and_change_nothing(services: Services, client: ClientId) -> None:
    reader = open_workspace(services.folder, actor="reader", shelf=AnnexShelf())
    services.applicability.decide(client, [key("A.5.1")], True)
    assert controls(reader, client)["A.5.1"].applicable is True
    for change in (
        lambda: reader.applicability.decide(client, [key("A.5.1")], False),
        lambda: reader.applicability.set_reasons(client, [key("A.5.1")], frozenset({LAW})),
        lambda: reader.applicability.write(client, [key("A.5.1")], "evidence", "x"),
        lambda: reader.applicability.set_owner(client, [key("A.5.1")], None),
        lambda: reader.applicability.set_status(client, [key("A.5.1")], ControlStatus.PARTLY),
        lambda: reader.applicability.propose(client),
    ):
        with pytest.raises(ReadOnlyWorkspace, match="Close the other window"):
            change()
    reader.close()


def test_what_was_said_waits_for_a_standard_that_was_taken_off(services: Services, client: ClientId) -> None:
    services.adoptions.add(client, STANDARD)
    services.applicability.decide(client, [key("A.5.1")], True)
    services.adoptions.remove(client, annex.STANDARD)
    assert services.applicability.controls(client, "en") == ()
    services.adoptions.add(client, annex.STANDARD)
    assert controls(services, client)["A.5.1"].applicable is True


def test_a_control_keeps_the_name_of_an_owner_who_left(services: Services, client: ClientId) -> None:
    who = person(services, client, "Ушедший У. У.")
    services.applicability.set_owner(client, [key("A.5.1")], who)
    services.team.archive_person(client, who)
    assert controls(services, client)["A.5.1"].owner_name == "Ушедший У. У."


def test_a_client_that_goes_for_good_takes_its_statement_along(
    services: Services, client: ClientId, clock: StillClock
) -> None:
    services.applicability.propose(client)
    assert len(dump(services.folder / "isodesk.db")["control"]) == 5
    services.clients.archive(client)
    clock.move(days=40)
    services.trash.purge()
    assert dump(services.folder / "isodesk.db")["control"] == {}


def test_the_overview_counts_controls_and_the_page_only_where_there_are_some(
    services: Services, client: ClientId, other: ClientId
) -> None:
    bare = services.overview.view(other, "en")
    assert (bare.facts.controls, bare.counts[Phase.PLANNING][1]) == (0, 5)
    view = services.overview.view(client, "en")
    assert (view.facts.controls, view.facts.controls_decided, view.facts.controls_incomplete) == (5, 0, 5)
    assert view.counts[Phase.PLANNING] == (0, 6)
    services.applicability.decide(client, [key("A.5.1")], True)
    view = services.overview.view(client, "en")
    assert (view.facts.controls_decided, view.states[Page.APPLICABILITY]) == (1, PageState.UNDER_WAY)
    complete(services, client)
    assert services.overview.view(client, "en").facts.controls_incomplete == 1, "A.5.1 was decided without a reason"
    services.applicability.set_reasons(client, [key("A.5.1")], frozenset({LAW}))
    view = services.overview.view(client, "en")
    assert view.facts.controls_incomplete == 0
    assert view.states[Page.APPLICABILITY] is PageState.DONE


def test_open_controls_are_proposed_as_a_next_step(services: Services, client: ClientId) -> None:
    complete(services, client)
    services.planning.build(client, date(2026, 12, 1))
    assert Rule.CONTROLS_OPEN not in {step.rule for step in services.overview.view(client, "en").steps}
    services.applicability.decide(client, [key("A.5.1"), key("A.8.2")], None)
    step = services.overview.view(client, "en").steps[0]
    assert (step.rule, step.page, step.count) == (Rule.CONTROLS_OPEN, Page.APPLICABILITY, 2)


def test_go_to_finds_controls_and_the_page_where_there_are_some(
    services: Services, client: ClientId, other: ClientId
) -> None:
    entries = services.search.entries(client, "ru")
    found = [entry for entry in find(entries, "особые права") if entry.kind is Kind.CONTROL]
    assert [entry.title for entry in found] == ["A.8.2 Особые права"]
    assert (found[0].target.client, found[0].target.page) == (client, Page.APPLICABILITY)
    assert key_at(found[0].target.row) == key("A.8.2")
    assert sum(entry.kind is Kind.CONTROL for entry in entries) == 5
    assert Page.APPLICABILITY in {entry.target.page for entry in entries if entry.kind is Kind.PAGE}
    bare = services.search.entries(other, "ru")
    assert not any(entry.target.page is Page.APPLICABILITY for entry in bare)


def test_a_row_of_the_page_names_a_control_and_back() -> None:
    assert key_at(place_of(("iso-iec-27001-2022", "A.5.1"))) == ("iso-iec-27001-2022", "A.5.1")


def test_a_move_to_the_next_edition_takes_the_statement_along(services: Services, client: ClientId) -> None:
    """Renumbered controls keep what was said, merged ones join it, the old statement stays, and one undo is enough."""
    who = person(services, client)
    statement = services.applicability
    statement.decide(client, [key("A.5.1"), key("A.5.10"), key("A.8.1"), key("A.8.2")], True)
    statement.decide(client, [key("A.5.2")], False)
    statement.set_reasons(client, [key("A.5.1")], frozenset({LAW}))
    statement.set_reasons(client, [key("A.5.2")], frozenset({RISK}))
    statement.write(client, [key("A.5.1"), key("A.5.2")], "evidence", "policy, ed. 2")
    statement.write(client, [key("A.5.2")], "justification", "two people")
    statement.set_owner(client, [key("A.5.1"), key("A.8.1")], who)
    statement.set_status(client, [key("A.8.1")], ControlStatus.PARTLY)
    before = rows(services)
    services.adoptions.move(client, annex.STANDARD, annex.NEXT)
    found = controls(services, client)
    assert list(found) == ["A.5.1", "A.5.3", "A.6.4", "A.6.5"]
    merged = found["A.5.1"]
    assert (merged.applicable, merged.reasons, merged.owner) == (True, {LAW, RISK}, None)
    assert (merged.evidence, merged.justification) == ("policy, ed. 2", "two people")
    assert (found["A.5.3"].applicable, found["A.6.5"].applicable) == (True, None)
    assert (found["A.6.4"].applicable, found["A.6.4"].owner, found["A.6.4"].own_status) == (
        True,
        who,
        ControlStatus.PARTLY,
    )
    kept = [row for row in rows(services)["control"].values() if row["standard"] == annex.STANDARD]
    assert len(kept) == len(before["control"])
    services.history.undo()
    assert rows(services) == before
    assert tuple(controls(services, client)) == annex.CONTROLS


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        (True, False, True),
        (False, True, True),
        (None, True, True),
        (None, False, None),
        (False, None, None),
        (False, False, False),
    ],
)
def test_a_merged_control_applies_where_one_of_the_two_did(
    services: Services, client: ClientId, first: bool | None, second: bool | None, joined: bool | None
) -> None:
    services.applicability.write(client, [key("A.5.1"), key("A.5.2")], "evidence", "something is said of both")
    services.applicability.decide(client, [key("A.5.1")], first)
    services.applicability.decide(client, [key("A.5.2")], second)
    services.adoptions.move(client, annex.STANDARD, annex.NEXT)
    assert controls(services, client)["A.5.1"].applicable is joined
