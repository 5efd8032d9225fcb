"""Three clients whose policy, objectives and order are printed: nothing said, the usual, and everything too long."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from situations import HOSTILE, LONG_NAME, LONG_TEXT, STANDARD, Situation

from isodesk.domain.people import Role
from isodesk.services.clients import NewClient
from isodesk.services.workspace import Services

KEY = "objectives"


def empty(services: Services, _folder: Path) -> Situation:
    """A name and a standard."""
    return Situation(services.clients.create(NewClient("Вектор", STANDARD, "ru")), None)


def typical(services: Services, _folder: Path) -> Situation:
    """An approved policy; one objective reached, one behind, one not measured and incomplete; an order with a number."""
    client = services.clients.create(NewClient("ООО «Вымпел»", STANDARD, "ru", 18, target_on=date(2027, 6, 1)))
    services.clients.change(
        client,
        head_post="Генеральный директор",
        head_name="Соколов Андрей Викторович",
        legal_address="170000, г. Тверь, ул. Заводская, д. 5",
        activity="Изготовление металлической мебели и стеллажей. Монтаж у заказчика.",
        scope="Изготовление металлической мебели и стеллажей; монтаж у заказчика",
    )
    people = {}
    for name, post, role in (
        ("Соколов Андрей Викторович", "Генеральный директор", Role.HEAD),
        ("Иванова Анна Андреевна", "Менеджер по качеству", Role.QUALITY),
        ("Белова Татьяна Игоревна", "Начальник производства", Role.AUDITOR),
    ):
        people[role] = services.team.add_person(client, name, post)
        services.team.set_roles(client, people[role], frozenset({role}))
    making = services.team.add_process(client, "Производство")
    services.team.change_process(client, making, owner_id=people[Role.AUDITOR])
    services.team.add_process(client, "Закупки")
    services.plan.add(client, "Обучить аудиторов")
    services.plan_settings.change(client, order_number="14-П", order_on=date(2026, 9, 1))
    aims = services.objectives
    aims.write_policy(client, text=aims.proposed_policy(client), approved_on=date(2026, 9, 2))
    rejects = aims.add(client, "Снизить брак")
    aims.change(
        client,
        rejects,
        standard="iso-9001",
        process_id=making,
        measure="Брак ÷ изготовлено × 100",
        unit="%",
        base=2.4,
        target=1.5,
        owner_id=people[Role.AUDITOR],
        due_on=date(2026, 12, 25),
        actions="Разбирать причины\nПроверять первую деталь",
        resources="Час контролера в неделю",
        evaluation="Ежемесячно по актам",
    )
    for month, value in ((3, 2.4), (6, 2.1), (9, 1.8), (11, 1.5)):
        aims.measure(client, rejects, date(2026, month, 10), value, "Новые оператор и станок" if month == 6 else "")
    on_time = aims.add(client, "Отгружать в срок")
    aims.change(client, on_time, base=88.0, target=95.0, due_on=date(2026, 12, 20), unit="%", measure="В срок ÷ все")
    aims.measure(client, on_time, date(2026, 2, 2), 88.0)
    aims.measure(client, on_time, date(2026, 11, 2), 89.0)
    aims.add(client, "Повысить дисциплину")
    return Situation(client, None)


def extreme(services: Services, _folder: Path) -> Situation:
    """Names of 300 characters, markup, emoji, many lines, more people than a sheet holds."""
    client = services.clients.create(NewClient((HOSTILE + LONG_NAME)[:300], STANDARD, "ru", 50, is_sample=True))
    services.clients.change(
        client, head_post=LONG_NAME[:300], head_name=(HOSTILE + LONG_NAME)[:300], scope=LONG_TEXT * 6
    )
    person = services.team.add_person(client, (HOSTILE + LONG_NAME)[:300], LONG_NAME[:300])
    services.team.set_roles(client, person, frozenset(Role))
    for number in range(15):
        services.team.add_person(client, f"Работник {number}", "оператор")
    process = services.team.add_process(client, (HOSTILE + LONG_NAME)[:300])
    services.team.change_process(client, process, owner_id=person)
    services.plan_settings.change(client, order_number=HOSTILE[:60])
    aims = services.objectives
    aims.write_policy(client, text="\n".join([LONG_TEXT * 3, f"– {HOSTILE}", "- ", HOSTILE * 4]))
    for number in range(3):
        made = aims.add(client, f"{number} {HOSTILE}{LONG_NAME}")
        aims.change(
            client,
            made,
            measure=LONG_TEXT * 2,
            unit=HOSTILE[:40],
            base=-1e12,
            target=1e12,
            owner_id=person,
            process_id=process,
            due_on=date(2020, 1, 1),
            actions=LONG_TEXT * 3,
            resources=HOSTILE,
            evaluation=HOSTILE + "Ж" * 200,
        )
        aims.measure(client, made, date(2019, 5, 5), 0.000001, HOSTILE)
    return Situation(client, None)


SITUATIONS: dict[str, Callable[[Services, Path], Situation]] = {
    "empty": empty,
    "typical": typical,
    "extreme": extreme,
}
