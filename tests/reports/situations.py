"""Three clients to print: one of whom nothing is known yet, a usual one, and one where everything is too long or hostile."""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from isodesk.catalog.shelf import Shelf
from isodesk.catalog.standard import Standard
from isodesk.domain.audits import Grade, Verdict
from isodesk.domain.budget import CostKind
from isodesk.domain.conformity import Conformity, Importance
from isodesk.domain.keys import AuditId, ClientId, PersonId, ProcessId
from isodesk.domain.people import Role
from isodesk.services.audits import NewAudit
from isodesk.services.clients import NewClient
from isodesk.services.evidence import Subject
from isodesk.services.plan import TaskKind
from isodesk.services.workspace import Services

STANDARD = "iso-9001-2026"
LONG_NAME = "Научно-производственное объединение «Среднерусские приборы и механизмы» " * 5
HOSTILE = "<b>&\"'</b> <img src=/etc/passwd> {count} %s \\n 😀 → "
LONG_TEXT = (
    "Запись о входном контроле за март ведется в журнале № 4, но три строки не подписаны, а в графе «решение» стоит "
    "только дата; начальник участка объяснил, что журнал забирали на копирование.\n"
)


CLAUSES = {"4.1", "4.2", "5.2", "7.1.5.1", "8.3.2", "8.4.1", "8.5.1", "8.6", "8.7", "9.2.2", "9.3.1", "10.2"}
FORMER = CLAUSES - {"5.2", "9.2.2"} | {"5.2.1", "5.2.2", "9.2", "10.3"}
"""The same of the edition of 2015."""
QUESTIONS = 3


class SmallShelf(Shelf):
    """The standard with a few clauses and their first questions: enough to print, short enough to read."""

    def standard(self, key: str) -> Standard:
        """The excerpt."""
        whole = super().standard(key)
        wanted = FORMER if key == "iso-9001-2015" else CLAUSES
        clauses = tuple(
            replace(clause, questions=clause.questions[:QUESTIONS] if clause.number in wanted else ())
            for clause in whole.clauses
            if any(number == clause.number or number.startswith(f"{clause.number}.") for number in wanted)
        )
        asked = [key for clause in clauses for key in clause.questions]
        focus = {key: texts for key, texts in whole.focus.items() if key in asked}
        return replace(whole, clauses=clauses, questions={key: whole.questions[key] for key in asked}, focus=focus)


@dataclass(frozen=True)
class Situation:
    """A client with the audit to print, if there is one."""

    client: ClientId
    audit: AuditId | None


def picture(colour: str) -> bytes:
    """A small PNG."""
    from PIL import Image

    target = io.BytesIO()
    Image.new("RGB", (320, 240), colour).save(target, "PNG")
    return target.getvalue()


def empty(services: Services, _folder: Path) -> Situation:
    """A name and a standard; an audit of one clause is planned, and nothing else."""
    client = services.clients.create(NewClient("Вектор", STANDARD, "ru"))
    return Situation(client, services.audits.create(client, NewAudit((), ((STANDARD, "8.4"),))))


def typical(services: Services, folder: Path) -> Situation:
    """All answered, a plan under way, an audit with findings at every stage."""
    client = services.clients.create(NewClient("ООО «Вымпел»", STANDARD, "ru", 18, target_on=date(2027, 6, 1)))
    services.clients.change(
        client,
        head_post="Генеральный директор",
        head_name="Соколов А. В.",
        address="г. Тверь, ул. Заводская, 5",
        scope="Изготовление металлической мебели и стеллажей; монтаж у заказчика.",
    )
    services.clients.exclude(client, STANDARD, "8.3", "Изделия делаются по чертежам заказчика.")
    people = _people(services, client)
    processes = _processes(services, client, people)
    _answers(services, client)
    services.planning.build(client, date(2026, 10, 5))
    tasks = services.plan.tasks(client, "ru")
    services.plan.change(client, [task.id for task in tasks[:4]], done=100)
    services.plan.change(client, [task.id for task in tasks[4:6]], done=50, deliverable="Реестр рисков, ред. 1")
    audit = services.audits.create(
        client,
        NewAudit(
            processes[:3],
            lead=people[1],
            members=(people[2],),
            starts_on=date(2026, 11, 9),
            ends_on=date(2026, 11, 10),
            objective="Проверить, работают ли закупки, производство и контроль так, как описано.",
            dependence_reason="В фирме два обученных аудитора; закупки проверял второй.",
        ),
    )
    _fill(services, client, audit, people)
    _attach(services, client, audit, folder)
    _money(services, client, ("Сертификационный аудит", "Курс внутренних аудиторов"))
    return Situation(client, audit)


def extreme(services: Services, folder: Path) -> Situation:
    """Names of 300 characters, markup, emoji, long notes, fifteen processes."""
    client = services.clients.create(
        NewClient((HOSTILE + LONG_NAME)[:300], STANDARD, "ru", 50, target_on=date(2026, 12, 1), is_sample=True)
    )
    services.clients.change(
        client, head_post=LONG_NAME[:300], head_name=(HOSTILE + LONG_NAME)[:300], scope=LONG_TEXT * 6
    )
    person = services.team.add_person(client, (HOSTILE + LONG_NAME)[:300], LONG_NAME[:300])
    services.team.set_roles(client, person, frozenset(Role))
    processes = []
    for index in range(15):
        process = services.team.add_process(client, (f"{index + 1} " + HOSTILE + LONG_NAME)[:300])
        services.team.change_process(client, process, owner_id=person)
        services.team.set_clauses(client, process, frozenset({(STANDARD, str(index % 7 + 4))}))
        processes.append(process)
    questions = services.assessment.questions(client, "ru")
    services.assessment.record_many(client, [q.key for q in questions], Conformity.ABSENT)
    for question in questions[:3]:
        services.assessment.set_note(client, question.key, "existing", LONG_TEXT * 14)
        services.assessment.set_note(client, question.key, "missing", HOSTILE + "Ж" * 400)
        services.assessment.set_owner(client, [question.key], person)
    services.planning.build(client, date(2026, 3, 2))
    services.plan.add(client, HOSTILE + LONG_NAME, TaskKind.MILESTONE)
    audit = services.audits.create(
        client, NewAudit(tuple(processes), lead=person, starts_on=date(2026, 11, 9), objective=LONG_TEXT * 3)
    )
    services.audits.change(client, audit, places=LONG_NAME, conclusion=LONG_TEXT * 8, strengths=HOSTILE * 8)
    rows = services.checklists.rows(audit, "ru")
    services.checklists.write(client, rows[0].id, evidence=LONG_TEXT * 14, interviewed=LONG_NAME[:300])
    finding = services.findings.raise_from(client, rows[0].id, Grade.MAJOR, HOSTILE + LONG_TEXT * 12)
    services.findings.change(client, finding, correction=LONG_TEXT * 8, cause=HOSTILE * 10, whys=("a", HOSTILE, "c"))
    source = folder / "фото <1>.png".replace("<", "(").replace(">", ")")
    source.write_bytes(b"not a picture at all")
    services.evidence.attach(client, Subject.ITEM, rows[1].id, source)
    _money(services, client, [f"{number} {HOSTILE}{LONG_NAME}"[:1000] for number in range(60)])
    return Situation(client, audit)


SITUATIONS: dict[str, Callable[[Services, Path], Situation]] = {
    "empty": empty,
    "typical": typical,
    "extreme": extreme,
}


def _money(services: Services, client: ClientId, titles: Sequence[str]) -> None:
    """A price of an hour and a line of the budget for each title; every second one is paid."""
    services.plan_settings.change(client, hour_rate=650.0, currency="RUB")
    keys = services.budget.add_many(client, [(title, CostKind.CERTIFICATION) for title in titles])
    for number, key in enumerate(keys):
        paid = 1234567.5 if number % 2 else None
        services.budget.change(client, key, planned=98000.0 * number, actual=paid, due_on=date(2027, 2, 28))


def _people(services: Services, client: ClientId) -> list[PersonId]:
    team = (
        ("Соколов А. В.", "Генеральный директор", {Role.HEAD}),
        ("Иванова А. А.", "Менеджер по качеству", {Role.QUALITY, Role.AUDITOR, Role.DOCUMENTS}),
        ("Громов П. П.", "Снабженец", {Role.PURCHASING, Role.AUDITOR}),
        ("Белова Т. И.", "Начальник производства", {Role.PRODUCTION, Role.INSPECTION}),
    )
    people = []
    for name, post, roles in team:
        person = services.team.add_person(client, name, post)
        services.team.set_roles(client, person, frozenset(roles))
        people.append(person)
    return people


def _processes(services: Services, client: ClientId, people: list[PersonId]) -> tuple[ProcessId, ...]:
    described = (
        ("Закупки", people[2], ("8.4",)),
        ("Производство", people[3], ("8.5",)),
        ("Контроль и испытания", people[3], ("8.6", "8.7", "7.1.5")),
        ("Управление системой", people[1], ("4", "5", "6", "9", "10")),
    )
    processes = []
    for name, owner, clauses in described:
        process = services.team.add_process(client, name)
        services.team.change_process(client, process, owner_id=owner)
        services.team.set_clauses(client, process, frozenset((STANDARD, clause) for clause in clauses))
        processes.append(process)
    return tuple(processes)


def _answers(services: Services, client: ClientId) -> None:
    keys = [question.key for question in services.assessment.questions(client, "ru") if not question.excluded]
    groups = {
        Conformity.CONFORMS: [key for index, key in enumerate(keys) if index % 7 < 3],
        Conformity.PARTLY: [key for index, key in enumerate(keys) if index % 7 in (3, 4)],
        Conformity.ABSENT: [key for index, key in enumerate(keys) if index % 7 == 5],
        Conformity.NOT_APPLICABLE: keys[6::28],
    }
    for verdict, chosen in groups.items():
        services.assessment.record_many(client, chosen, verdict)
    services.assessment.set_note(client, keys[0], "existing", "Протокол совещания от 12.03.2026, лист «Факторы».")
    services.assessment.set_note(client, keys[3], "missing", "Перечень есть, но не пересматривался с 2024 года.")
    services.assessment.set_note(client, keys[6], "reason", "Таких работ фирма не выполняет.")
    services.assessment.set_importance(client, keys[5], Importance.CRITICAL)
    services.assessment.set_maturity(client, keys[3], 2)


def _fill(services: Services, client: ClientId, audit: AuditId, people: list[PersonId]) -> None:
    rows = services.checklists.rows(audit, "ru")
    services.checklists.record(client, [row.id for row in rows], Verdict.CONFORMS)
    services.checklists.record(client, [rows[-1].id], Verdict.NOT_CHECKED)
    services.checklists.add_own(
        client, audit, "Кто подписывает накладную?", after=rows[2].id, standard=STANDARD, clause="8.4.2"
    )
    for row in rows[:6]:
        services.checklists.write(
            client, row.id, evidence="Договор № 17 от 02.02.2026, карточка поставщика.", interviewed="Громов П. П."
        )
    rows = services.checklists.rows(audit, "ru")
    services.checklists.record(client, [rows[3].id], Verdict.CONFORMS)
    major = services.findings.raise_from(client, rows[1].id, Grade.MAJOR, "Поставщики металла не оценивались с 2024 г.")
    services.findings.change(
        client,
        major,
        evidence="Реестр поставщиков: у ООО «Сталь» и ИП Кузнецова нет отметок об оценке за 2025–2026 гг.",
        correction="Оба поставщика оценены 12.11.2026.",
        whys=("Срок оценки никто не отслеживал", "В реестре нет графы «следующая оценка»"),
        cause="Порядок оценки не назначает, кто и когда ее проводит.",
        elsewhere="Проверены поставщики краски: оценки есть.",
        action="Добавить в реестр графу и назначить снабженца ответственным.",
        responsible_id=people[2],
        due_on=date(2026, 12, 4),
        done_on=date(2026, 11, 30),
        verification="Реестр проверен, графа заполнена у всех 14 поставщиков.",
        verified_by="Иванова А. А.",
        verified_on=date(2026, 12, 1),
        effective=True,
    )
    services.findings.raise_from(client, rows[9].id, Grade.MINOR, "На станке № 3 нет действующей карты наладки.")
    services.findings.raise_from(client, rows[12].id, Grade.OPPORTUNITY, "Хранить шаблоны у станка, а не в кладовой.")
    services.audits.change(
        client,
        audit,
        conclusion="Система в проверенных процессах в основном соответствует критериям и применяется. "
        "Значительное несоответствие в закупках нужно закрыть до сертификационного аудита.",
        strengths="Рабочие знают показатели участка и ведут записи сами.",
        not_covered="Вторая смена: 9 ноября она не работала.",
    )


def _attach(services: Services, client: ClientId, audit: AuditId, folder: Path) -> None:
    rows = services.checklists.rows(audit, "ru")
    for name, content, row in (
        ("станок 3.png", picture("gray"), rows[9]),
        ("стеллаж.png", picture("silver"), rows[12]),
        ("реестр поставщиков.xlsx", b"PK", rows[1]),
    ):
        source = folder / name
        source.write_bytes(content)
        services.evidence.attach(client, Subject.ITEM, row.id, source)
