"""The overview is read once between two commits, and never shown from before one."""

from builders import questions
from conftest import ACTOR, StillClock
from sqlalchemy import event

from isodesk.domain.conformity import Conformity
from isodesk.domain.journey import Page, PageState
from isodesk.domain.keys import ClientId
from isodesk.services.workspace import Services, open_workspace


def statements(services: Services) -> list[str]:
    seen: list[str] = []
    event.listen(services.workshop.engine, "before_cursor_execute", lambda *args: seen.append(args[2]))
    return seen


def test_the_same_question_twice_is_one_reading(services: Services, client: ClientId) -> None:
    seen = statements(services)
    first = services.overview.view(client, "en")
    cost = len(seen)
    assert cost > 5
    assert services.overview.view(client, "en") is first
    assert len(seen) == cost
    assert services.overview.view(client, "ru") is not first


def test_every_commit_and_every_undo_is_seen(services: Services, client: ClientId) -> None:
    for _round in range(3):
        services.overview.mark(client, Page.RESULTS, ready=True)
        assert services.overview.view(client, "en").states[Page.RESULTS] is PageState.DONE
        services.history.undo()
        assert services.overview.view(client, "en").states[Page.RESULTS] is PageState.NOT_STARTED
    key = questions(services, client)[0].key
    services.assessment.record(client, key, Conformity.CONFORMS)
    assert services.overview.view(client, "en").facts.answered == 1


def test_a_new_day_is_a_new_reading(services: Services, client: ClientId, clock: StillClock) -> None:
    task = services.plan.add(client, "Policy")
    services.plan.change(client, [task], due_on=services.workshop.today)
    assert services.overview.view(client, "en").overdue == 0
    clock.move(days=2)
    assert services.overview.view(client, "en").overdue == 1


def test_a_reader_sees_what_the_writer_beside_it_does(services: Services, client: ClientId) -> None:
    reader = open_workspace(services.folder, actor=ACTOR)
    assert reader.read_only is not None
    assert reader.overview.view(client, "en").facts.answered == 0
    services.assessment.record(client, questions(services, client)[0].key, Conformity.CONFORMS)
    assert reader.overview.view(client, "en").facts.answered == 1
    reader.close()
