"""Clients with a register: empty, as it usually is, and where everything is too long; the scale of the last has three steps."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from situations import HOSTILE, LONG_NAME, LONG_TEXT, STANDARD, Situation

from isodesk.domain.people import Role
from isodesk.domain.risks import USUAL, Decision, RiskKind
from isodesk.services.clients import NewClient
from isodesk.services.workspace import Services

KEY = "risk-register"


def empty(services: Services, _folder: Path) -> Situation:
    """Nothing is in the register."""
    return Situation(services.clients.create(NewClient("Вектор", STANDARD, "ru")), None)


def typical(services: Services, _folder: Path) -> Situation:
    """Treated, under treatment, accepted, forgotten; an opportunity."""
    client = services.clients.create(NewClient("ООО «Вымпел»", STANDARD, "ru", 18))
    services.clients.change(client, head_post="Генеральный директор", head_name="Соколов Андрей Викторович")
    buyer = services.team.add_person(client, "Громов Пётр Павлович", "Снабженец")
    quality = services.team.add_person(client, "Иванова Анна Андреевна", "Менеджер по качеству")
    services.team.set_roles(client, quality, frozenset({Role.QUALITY}))
    process = services.team.add_process(client, "Закупки")
    risks = services.risks
    late = risks.add(
        client,
        "Поставщик сорвёт срок",
        process_id=process,
        owner_id=buyer,
        cause="Поставщик один.",
        consequence="Простой.",
        existing="Запас на неделю.",
        likelihood=4,
        impact=5,
        decision=Decision.REDUCE,
        treatment="Одобрить второго поставщика\nПроверять запас",
        due_on=date(2026, 12, 18),
    )
    services.plan.change(client, [risks.add_task(client, late)], done=40)
    risks.add(
        client,
        "Откажет станок",
        owner_id=quality,
        likelihood=3,
        impact=4,
        decision=Decision.SHARE,
        treatment="Договор на ремонт",
        due_on=date(2026, 10, 1),
        residual_likelihood=2,
        residual_impact=2,
        effectiveness="Простой не дольше дня.",
    )
    risks.add(client, "Подорожает металл", likelihood=2, impact=2, decision=Decision.ACCEPT)
    risks.add(client, "Жара в цехе")
    risks.add(
        client,
        "Новый заказчик",
        RiskKind.OPPORTUNITY,
        owner_id=buyer,
        likelihood=4,
        impact=4,
        decision=Decision.PURSUE,
        treatment="Подготовить предложение",
    )
    return Situation(client, None)


def extreme(services: Services, _folder: Path) -> Situation:
    """Names and texts too long, markup in them, forty entries in one cell."""
    client = services.clients.create(NewClient((HOSTILE + LONG_NAME)[:300], STANDARD, "ru", 50, is_sample=True))
    services.clients.change(client, head_post=LONG_NAME[:300], head_name=(HOSTILE + LONG_NAME)[:300])
    person = services.team.add_person(client, (HOSTILE + LONG_NAME)[:300], LONG_NAME[:300])
    process = services.team.add_process(client, (HOSTILE + LONG_NAME)[:300])
    services.risks.set_scale(client, USUAL[3])
    texts = dict.fromkeys(("cause", "consequence", "existing", "treatment"), HOSTILE + LONG_TEXT * 3)
    for number in range(2):
        entry = services.risks.add(
            client,
            (f"{number} " + HOSTILE + LONG_NAME)[:900],
            RiskKind(list(RiskKind)[number]),
            process_id=process,
            owner_id=person,
            likelihood=3,
            impact=3,
            residual_likelihood=3,
            residual_impact=3,
            effectiveness=HOSTILE + "Ж" * 300,
            **texts,
        )
        services.risks.add_task(client, entry)
    for number in range(40):
        services.risks.add(client, f"Риск {number}", likelihood=3, impact=2)
    return Situation(client, None)


SITUATIONS: dict[str, Callable[[Services, Path], Situation]] = {
    "empty": empty,
    "typical": typical,
    "extreme": extreme,
}
