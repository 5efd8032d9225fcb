"""The board over all clients."""

from datetime import timedelta

from builders import gaps
from conftest import StillClock

from isodesk.domain.journey import Phase
from isodesk.domain.keys import ClientId
from isodesk.services.clients import NewClient
from isodesk.services.workspace import Services


def test_one_card_a_client_the_last_opened_first(services: Services, client: ClientId, clock: StillClock) -> None:
    other = services.clients.create(NewClient("ИП Петров", "iso-9001-2026", "ru", is_sample=True))
    services.clients.change(client, short_name="Вектор")
    clock.move(minutes=1)
    services.clients.opened(client)
    first, second = services.board.cards("ru")
    assert (first.id, first.name, first.is_sample) == (client, "Вектор", False)
    assert (second.id, second.is_sample) == (other, True)
    assert first.standards == ("ISO 9001:2026",)
    assert first.phase is Phase.PREPARATION
    assert (first.progress.answered, first.progress.total) == (0, 136)
    assert first.next is None


def test_next_date_is_not_past_and_late_ones_are_counted(services: Services, client: ClientId) -> None:
    gaps(services, client, 2)
    services.planning.build(client, services.workshop.today)
    first, *_rest = services.plan.tasks(client, "en")
    today = services.workshop.today
    dates = {"start_on": today - timedelta(days=9), "due_on": today - timedelta(days=2)}
    services.plan.change(client, [first.id], **dates)
    (card,) = services.board.cards("en")
    assert card.overdue == 1
    assert card.next is not None
    assert card.next.on >= services.workshop.today


def test_the_trash_is_not_on_the_board(services: Services, client: ClientId) -> None:
    services.clients.archive(client)
    assert services.board.cards("en") == ()
