"""What surrounds the clients to print: nothing of the first, the usual of the second, too much of the third."""

from situations import HOSTILE, LONG_TEXT, Situation

from isodesk.domain.context import Category, Side
from isodesk.services.context import NewIssue, NewParty
from isodesk.services.context_views import NewRequirement
from isodesk.services.workspace import Services


def surround(services: Services, known: dict[str, Situation]) -> None:
    """Comes last, so that the other papers keep their identifiers."""
    _typical(services, known["typical"])
    _extreme(services, known["extreme"])


def _typical(services: Services, where: Situation) -> None:
    context, client = services.context, where.client
    issues = [
        NewIssue(Side.INTERNAL, Category.PEOPLE, "Наладку знает один человек", "Обучаем второго", favourable=False),
        NewIssue(Side.EXTERNAL, Category.MARKET, "Заказчик требует сертификат", "Срок плана", favourable=True),
        NewIssue(Side.EXTERNAL, None, "Новый завод в соседнем районе"),
    ]
    context.propose_issues(client, issues)
    wanted = (
        NewRequirement("Детали в срок", "План производства", is_obligation=True),
        NewRequirement("Данные об энергии", "", on_climate=True),
    )
    context.propose_parties(client, [NewParty("Заказчики", "два завода", wanted), NewParty("Собственники")])
    context.state_climate(client, relevant=False, reason="Площадка выше уровня паводка.")


def _extreme(services: Services, where: Situation) -> None:
    context, client = services.context, where.client
    context.propose_issues(
        client,
        [NewIssue(Side.INTERNAL, c, f"{HOSTILE} {n} {LONG_TEXT * 4}", LONG_TEXT * 9) for n, c in enumerate(Category)],
    )
    wanted = tuple(NewRequirement(f"{HOSTILE} {n}", LONG_TEXT * 3, n % 2 == 0, n % 3 == 0) for n in range(20))
    context.propose_parties(client, [NewParty(HOSTILE * 4, LONG_TEXT, wanted), NewParty("Пусто")])
    context.state_climate(client, relevant=True, reason=f"{HOSTILE} {LONG_TEXT * 6}")
