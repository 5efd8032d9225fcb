"""Issues, interested parties and the climate question: kept, ordered, taken from lists, and counted for the journey."""

from itertools import pairwise

import pytest
from builders import rows

from isodesk.catalog import context_proposals
from isodesk.domain.context import CATEGORIES, Category, Side, side_of
from isodesk.domain.events import ContextChanged, Event
from isodesk.domain.journey import Page, PageState
from isodesk.domain.keys import ClientId, IssueId
from isodesk.errors import InvalidInput, NotFound
from isodesk.services.context import NewIssue, NewParty
from isodesk.services.context_views import NewRequirement, on_climate
from isodesk.services.workspace import Services

NEW = NewIssue(Side.INTERNAL, Category.PEOPLE, "Few people", "Training", favourable=False)
PARTY = NewParty("Customers", "a few", (NewRequirement("On time", "Plan", is_obligation=True),))


def texts(services: Services, client: ClientId) -> list[str]:
    return [issue.text for issue in services.context.issues(client)]


def test_an_issue_is_kept_changed_and_removed(services: Services, client: ClientId) -> None:
    heard: list[Event] = []
    services.bus.subscribe(ContextChanged, heard.append)
    issue = services.context.add_issue(client, "  <b>Prices</b> & 😀 ", Side.EXTERNAL)
    services.context.change_issue(client, issue, effect="Quotations are short", category="economic", favourable=False)
    (view,) = services.context.issues(client)
    assert (view.text, view.effect) == ("<b>Prices</b> & 😀", "Quotations are short")
    assert (view.side, view.category, view.favourable) == (Side.EXTERNAL, Category.ECONOMIC, False)
    services.context.archive_issue(client, issue)
    assert services.context.issues(client) == ()
    services.history.undo()
    assert services.context.issues(client) == (view,)
    assert len(heard) == 4


def test_category_and_side_never_contradict_each_other(services: Services, client: ClientId) -> None:
    issue = services.context.add_issue(client, "x")
    services.context.change_issue(client, issue, category=Category.CULTURE)
    assert services.context.issues(client)[0].side is Side.INTERNAL
    services.context.change_issue(client, issue, side=Side.EXTERNAL)
    assert services.context.issues(client)[0].category is None
    services.context.change_issue(client, issue, category=Category.LEGAL)
    services.context.change_issue(client, issue, side=Side.EXTERNAL)
    assert services.context.issues(client)[0].category is Category.LEGAL
    assert {category for side in Side for category in CATEGORIES[side]} == set(Category)


def test_what_cannot_be_is_refused_and_nothing_is_written(services: Services, client: ClientId) -> None:
    issue = services.context.add_issue(client, "x")
    before = rows(services)
    with pytest.raises(InvalidInput, match="empty"):
        services.context.change_issue(client, issue, text="  ")
    with pytest.raises(InvalidInput, match="no such category"):
        services.context.change_issue(client, issue, category="weather")
    with pytest.raises(InvalidInput, match="at most"):
        services.context.add_party(client, "x" * 301)
    with pytest.raises(NotFound):
        services.context.change_issue(client, IssueId("gone"), text="y")
    assert rows(services) == before


def test_rows_are_moved_up_and_down(services: Services, client: ClientId) -> None:
    made = [services.context.add_issue(client, text) for text in "abcd"]
    for issue, by, expected in (
        (made[3], -1, "abdc"),
        (made[3], -9, "dabc"),
        (made[0], 1, "dbac"),
        (made[3], 9, "bacd"),
    ):
        services.context.move_issue(client, issue, by)
        assert "".join(texts(services, client)) == expected
    parties = [services.context.add_party(client, name) for name in "xy"]
    services.context.move_party(client, parties[1], -1)
    assert [party.name for party in services.context.parties(client)] == ["y", "x"]
    wanted = [services.context.add_requirement(client, parties[0], text) for text in "mn"]
    services.context.move_requirement(client, wanted[0], 1)
    assert [view.text for view in services.context.parties(client)[1].requirements] == ["n", "m"]


def test_proposals_come_in_one_step_and_never_twice(services: Services, client: ClientId) -> None:
    assert services.context.propose_issues(client, [NEW]) == 1
    assert services.context.propose_issues(client, [NEW, NewIssue(Side.INTERNAL, None, "few PEOPLE")]) == 0
    assert services.context.propose_parties(client, [PARTY, NewParty("Owners")]) == 2
    customers, owners = services.context.parties(client)
    assert customers.requirements[0].is_obligation
    assert owners.requirements == ()
    services.history.undo()
    assert services.context.parties(client) == ()
    assert texts(services, client) == ["Few people"]


def test_what_is_on_climate_is_found(services: Services, client: ClientId) -> None:
    services.context.propose_parties(client, [PARTY])
    (party,) = services.context.parties(client)
    assert on_climate([party]) == ()
    services.context.change_requirement(client, party.requirements[0].id, on_climate=True)
    ((_party, wanted),) = on_climate(services.context.parties(client))
    assert wanted.text == "On time"
    services.context.remove_requirement(client, wanted.id)
    assert services.context.parties(client)[0].requirements == ()


def test_the_climate_answer_needs_its_reason(services: Services, client: ClientId) -> None:
    context = services.context
    assert not context.climate(client).is_complete
    context.state_climate(client, relevant=False)
    assert not context.climate(client).is_complete
    assert context.climate(client).decided_on is None
    context.state_climate(client, reason="No floods, no duty")
    assert context.climate(client).is_complete
    assert context.climate(client).decided_on == services.workshop.today
    context.state_climate(client, relevant=None)
    assert context.climate(client).decided_on is None
    services.history.undo()
    assert context.climate(client).is_complete


def test_the_page_is_done_when_nothing_is_missing(services: Services, client: ClientId) -> None:
    steps = [
        lambda: services.context.add_issue(client, "outside", Side.EXTERNAL),
        lambda: services.context.add_issue(client, "inside", Side.INTERNAL),
        lambda: services.context.add_party(client, "Owners"),
        lambda: services.context.add_requirement(client, services.context.parties(client)[0].id, "profit"),
        lambda: services.context.state_climate(client, relevant=True),
    ]
    assert services.overview.view(client, "en").states[Page.CONTEXT] is PageState.NOT_STARTED
    for step in steps:
        step()
        assert services.overview.view(client, "en").states[Page.CONTEXT] is PageState.UNDER_WAY
    services.context.state_climate(client, reason="floods")
    assert services.overview.view(client, "en").states[Page.CONTEXT] is PageState.DONE


@pytest.mark.parametrize("families", [(), ("iso-14001",), ("iso-45001",), ("iso-iec-27001",), ("iso-22301",)])
def test_the_lists_are_whole_in_both_languages(families: tuple[str, ...]) -> None:
    issues, parties = context_proposals.issues(families), context_proposals.parties(families)
    assert len(issues) >= 12
    assert len(parties) >= 7
    assert {side_of(issue.category) for issue in issues} == set(Side)
    assert all(party.requirements for party in parties)
    for language, other in (("en", "ru"), ("ru", "en")):
        for one, two in pairwise(issues):
            assert one.text[language] != two.text[language]
        assert all(issue.text[language] != issue.text[other] and issue.effect[language] for issue in issues)
        assert len({party.name[language] for party in parties}) == len(parties)
    common = {issue.key for issue in context_proposals.issues(())}
    assert bool(families) == bool({issue.key for issue in issues} - common or {p.key for p in parties if p.families})
