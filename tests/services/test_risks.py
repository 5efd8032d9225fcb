"""The register of risks: numbers, weights, decisions, tasks, proposals, the scale, and the count of the overview."""

from datetime import date

import pytest
from builders import person
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from isodesk.domain.journey import Page, PageState
from isodesk.domain.keys import ClientId, RiskId
from isodesk.domain.people import Role
from isodesk.domain.risks import DECISIONS, USUAL, Decision, Level, RiskFault, RiskKind, Scale
from isodesk.domain.samples import Sample
from isodesk.errors import InvalidInput, NotAllowed, NotFound
from isodesk.i18n import LANGUAGES, speech
from isodesk.services import sample
from isodesk.services.clients import NewClient
from isodesk.services.risk_proposals import usual
from isodesk.services.risks import RiskView, by_level, matrix
from isodesk.services.trash import Kind
from isodesk.services.workspace import Services
from isodesk.storage import tallies
from isodesk.wording import risks as risk_words


@pytest.fixture
def client(services: Services) -> ClientId:
    return services.clients.create(NewClient("ООО «Вал»", "iso-9001-2026", "ru", 12))


def only(services: Services, client: ClientId) -> RiskView:
    (view,) = services.risks.listed(client, "en")
    return view


def open_count(services: Services, client: ClientId) -> int:
    with services.workshop.read() as session:
        return int(tallies.planning(session, client)["risks_open"])


def test_a_number_is_issued_once(services: Services, client: ClientId) -> None:
    first, second = (services.risks.add(client, title) for title in ("One", "Two"))
    services.risks.archive(client, [second])
    services.risks.add(client, "Three")
    assert [view.number for view in services.risks.listed(client, "en")] == [1, 3]
    services.history.undo()
    services.risks.add(client, "Four", RiskKind.OPPORTUNITY)
    assert [view.number for view in services.risks.listed(client, "en")] == [1, 4]
    binned = next(b for b in services.trash.listed(client, "en") if b.kind is Kind.RISK)
    services.trash.restore(client, binned)
    assert [(view.number, view.title) for view in services.risks.listed(client, "en")] == [
        (1, "One"),
        (2, "Two"),
        (4, "Four"),
    ]
    assert first != second


def test_a_change_goes_to_all_in_one_step(services: Services, client: ClientId) -> None:
    owner = person(services, client, "Бобров")
    entries = [services.risks.add(client, title) for title in ("One", "Two")]
    services.risks.change(client, entries, decision=Decision.REDUCE, owner_id=owner, due_on=date(2026, 12, 1))
    assert {(v.decision, v.owner, v.due) for v in services.risks.listed(client, "en")} == {
        (Decision.REDUCE, owner, date(2026, 12, 1))
    }
    services.history.undo()
    assert {v.decision for v in services.risks.listed(client, "en")} == {None}


@pytest.mark.parametrize("field", ["likelihood", "impact", "residual_likelihood", "residual_impact"])
@pytest.mark.parametrize("step", [0, 6, -1, "4"])
def test_a_step_that_the_scale_lacks_is_refused(services: Services, client: ClientId, field: str, step: object) -> None:
    entry = services.risks.add(client, "One")
    with pytest.raises(InvalidInput, match="from 1 to 5") as caught:
        services.risks.change(client, [entry], **{field: step})
    assert caught.value.field == field


@pytest.mark.parametrize("title", ["", "   ", "x" * 1001])
def test_a_title_is_needed_and_has_an_end(services: Services, client: ClientId, title: str) -> None:
    with pytest.raises(InvalidInput):
        services.risks.add(client, title)
    assert services.risks.listed(client, "en") == ()


def test_a_decision_of_the_other_kind_is_refused_and_falls_with_the_kind(services: Services, client: ClientId) -> None:
    entry = services.risks.add(client, "One")
    with pytest.raises(NotAllowed, match="other kind"):
        services.risks.change(client, [entry], decision=Decision.PURSUE)
    services.risks.change(client, [entry], decision=Decision.SHARE)
    services.risks.change(client, [entry], kind=RiskKind.OPPORTUNITY)
    assert only(services, client).decision is None
    services.risks.change(client, [entry], decision=Decision.PURSUE)
    assert only(services, client).decision is Decision.PURSUE


def test_another_clients_entry_and_an_unknown_field_are_refused(services: Services, client: ClientId) -> None:
    other = services.clients.create(NewClient("Other", "iso-9001-2026", "en"))
    entry = services.risks.add(other, "Theirs")
    with pytest.raises(NotFound):
        services.risks.change(client, [entry], likelihood=1)
    with pytest.raises(NotFound):
        services.risks.archive(client, [RiskId("nothing")])
    with pytest.raises(ValueError, match="not a field"):
        services.risks.change(other, [entry], colour="red")


def test_whoever_judges_the_effect_has_reviewed_it(services: Services, client: ClientId) -> None:
    entry = services.risks.add(client, "One", likelihood=3, impact=3)
    assert only(services, client).reviewed is None
    services.risks.change(client, [entry], residual_likelihood=2)
    assert only(services, client).reviewed == services.workshop.today


def test_measures_become_tasks_one_by_one_and_tell_how_far_they_are(services: Services, client: ClientId) -> None:
    owner = person(services, client, "Бобров")
    due = date(2026, 12, 11)
    entry = services.risks.add(client, "One", owner_id=owner, due_on=due, likelihood=3, impact=3, decision="reduce")
    with pytest.raises(NotAllowed, match="no measures"):
        services.risks.add_task(client, entry)
    services.risks.change(client, [entry], treatment="train a second setter\n\n  Write  setting sheets ")
    first = services.risks.add_task(client, entry)
    assert len(services.plan.tasks(client, "en")) == 1
    services.risks.add_task(client, entry)
    tasks = services.plan.tasks(client, "en")
    assert [(t.title, t.owner, t.due) for t in tasks] == [
        ("Train a second setter", owner, due),
        ("Write setting sheets", owner, due),
    ]
    with pytest.raises(NotAllowed, match="task already"):
        services.risks.add_task(client, entry)
    services.plan.change(client, [first], done=60)
    assert [task.done for task in only(services, client).tasks] == [60, 0]
    services.plan.change(client, [t.id for t in tasks], done=100)
    assert only(services, client).faults == (RiskFault.NOT_REVIEWED,)
    services.plan.archive(client, [first])
    assert [task.title for task in only(services, client).tasks] == ["Write setting sheets"]


def test_a_task_and_its_link_are_one_step(services: Services, client: ClientId) -> None:
    services.risks.add(client, "One", treatment="Measure")
    services.risks.add_task(client, only(services, client).id)
    services.history.undo()
    assert services.plan.tasks(client, "en") == ()
    assert only(services, client).tasks == ()
    services.history.redo()
    assert [task.title for task in only(services, client).tasks] == ["Measure"]


def test_tasks_that_are_there_can_treat_a_risk(services: Services, client: ClientId) -> None:
    entry = services.risks.add(client, "One")
    one, two = (services.plan.add(client, title) for title in ("A", "B"))
    services.risks.link(client, entry, frozenset({one, two}))
    services.risks.link(client, entry, frozenset({two}))
    assert [task.id for task in only(services, client).tasks] == [two]


def test_another_scale_takes_the_weights_along_and_undo_brings_them_back(services: Services, client: ClientId) -> None:
    entry = services.risks.add(client, "One", likelihood=4, impact=2, residual_likelihood=3)
    services.risks.archive(client, [services.risks.add(client, "Gone", likelihood=5)])
    services.risks.set_scale(client, USUAL[3])
    view = only(services, client)
    assert (view.likelihood, view.impact, view.residual_likelihood, view.level) == (3, 1, 2, Level.LOW)
    with pytest.raises(InvalidInput, match="1 to 3"):
        services.risks.change(client, [entry], impact=4)
    services.trash.restore(client, next(b for b in services.trash.listed(client, "en") if b.kind is Kind.RISK))
    assert {v.likelihood for v in services.risks.listed(client, "en")} == {3}
    services.history.undo()
    services.history.undo()
    assert only(services, client).likelihood == 4
    assert services.risks.scale(client) == USUAL[5]


@pytest.mark.parametrize("scale", [Scale(4, 4, 8), Scale(5, 12, 4), Scale(5, 4, 25), Scale(5, 0, 12), Scale(3, 4, 5)])
def test_a_scale_that_cannot_be_used_is_refused(services: Services, client: ClientId, scale: Scale) -> None:
    with pytest.raises(InvalidInput):
        services.risks.set_scale(client, scale)
    assert services.risks.scale(client) == USUAL[5]


STEP = st.none() | st.integers(1, 5)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(kind=st.sampled_from(RiskKind), likelihood=STEP, impact=STEP, owned=st.booleans(), data=st.data())
def test_open_means_the_same_here_and_in_the_overview(
    services: Services, client: ClientId, kind: RiskKind, likelihood: int, impact: int, owned: bool, data: st.DataObject
) -> None:
    owner = person(services, client, "Бобров") if owned else None
    decision = data.draw(st.none() | st.sampled_from(DECISIONS[kind]))
    services.risks.add(client, "X", kind, likelihood=likelihood, impact=impact, owner_id=owner, decision=decision)
    views = services.risks.listed(client, "en")
    assert open_count(services, client) == sum(view.is_open for view in views)


def test_the_page_is_done_when_nothing_is_open(services: Services, client: ClientId) -> None:
    def state() -> PageState:
        return services.overview.view(client, "en").states[Page.RISKS]

    assert state() is PageState.NOT_STARTED
    services.risks.add(client, "One", likelihood=2, impact=2)
    assert state() is PageState.UNDER_WAY
    services.risks.change(client, [only(services, client).id], decision=Decision.ACCEPT)
    assert state() is PageState.DONE


def test_usual_risks_suit_the_standards_and_are_offered_once(services: Services, client: ClientId) -> None:
    buyer = person(services, client, "Тимченко")
    services.team.set_roles(client, buyer, frozenset({Role.PURCHASING}))
    process = services.team.add_process(client, "Закупки")
    services.team.change_process(client, process, owner_id=buyer)
    offered = services.risks.proposals(client, "ru")
    assert not {"spill", "injury", "leak"} & {proposal.key for proposal in offered}
    assert services.risks.propose(client, ["supplier-late", "digital", "no such"], "ru") == 2
    late, digital = services.risks.listed(client, "ru")
    assert (late.owner, late.process, late.kind) == (buyer, process, RiskKind.RISK)
    assert (digital.owner, digital.process, digital.kind) == (None, None, RiskKind.OPPORTUNITY)
    assert len(services.risks.proposals(client, "en")) == len(offered) - 2
    assert services.risks.propose(client, ["supplier-late"], "en") == 0
    services.history.undo()
    assert services.risks.listed(client, "ru") == ()


def test_proposals_of_other_families(services: Services) -> None:
    client = services.clients.create(NewClient("Щит", "iso-iec-27001-2022", "ru"))
    assert "leak" in {proposal.key for proposal in services.risks.proposals(client, "ru")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_proposals_are_whole_in_both_languages(language: str) -> None:
    found = usual(language)
    assert 14 <= len(found) <= 18
    assert len({proposal.key for proposal in found}) == len(found)
    assert all(p.title and p.cause and p.consequence and p.measures for p in found)
    assert {p.kind for p in found} == set(RiskKind)


@pytest.mark.parametrize("language", LANGUAGES)
def test_levels_differ_by_letter_in_each_language(language: str) -> None:
    letters = [risk_words.level_letter(kind, level, speech(language)) for kind in RiskKind for level in Level]
    assert len(set(letters)) == len(letters)


@pytest.mark.parametrize("after", [False, True])
def test_the_matrix_holds_every_weighed_entry_once(services: Services, client: ClientId, after: bool) -> None:
    services.risks.add(client, "One", likelihood=5, impact=4, residual_likelihood=1, residual_impact=4)
    services.risks.add(client, "Two", likelihood=5, impact=4)
    services.risks.add(client, "Three")
    services.risks.add(client, "Four", RiskKind.OPPORTUNITY, likelihood=5, impact=4)
    views, scale = services.risks.listed(client, "en"), services.risks.scale(client)
    chart = matrix(views, RiskKind.RISK, scale, speech("en"), after=after)
    filled = {(cell.likelihood, cell.impact): cell.entries for cell in chart.cells if cell.entries}
    assert filled == ({(1, 4): ("1",), (5, 4): ("2",)} if after else {(5, 4): ("1", "2")})
    assert chart.cells[0].likelihood == 5
    assert all(chart.cell(cell.likelihood, cell.impact) is cell for cell in chart.cells)
    good = matrix(views, RiskKind.OPPORTUNITY, scale, speech("en"), after=after)
    assert good.is_good
    assert good.cell(5, 4).entries == ("4",)


def test_the_heaviest_comes_first(services: Services, client: ClientId) -> None:
    for title, step in (("Light", 1), ("Heavy", 5), ("Unsaid", None)):
        services.risks.add(client, title, likelihood=step, impact=step)
    services.risks.add(client, "Chance", RiskKind.OPPORTUNITY, likelihood=5, impact=5)
    assert [view.title for view in by_level(services.risks.listed(client, "en"))] == [
        "Unsaid",
        "Heavy",
        "Light",
        "Chance",
    ]


@pytest.mark.parametrize("which", Sample)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sample_firms_have_a_register_with_treatment_and_tasks(
    services: Services, language: str, which: Sample
) -> None:
    client = sample.create(services, language, which)
    views = services.risks.listed(client, language)
    kinds = [view.kind for view in views]
    assert (kinds.count(RiskKind.RISK), kinds.count(RiskKind.OPPORTUNITY)) == (8, 2)
    assert all(view.score for view in views)
    assert any(view.level is Level.HIGH for view in views)
    assert sum(view.residual_score is not None for view in views) >= 2
    assert sum(len(view.tasks) for view in views) >= 2
    assert not any(RiskFault.GROWN in view.faults for view in views)
    is_done = services.overview.view(client, language).states[Page.RISKS] is PageState.DONE
    assert is_done is (which is Sample.CERTIFIED)
