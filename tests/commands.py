"""Every change a user can make, each chosen by one number: food for the tests of undo and of the journal."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

from builders import STANDARD

from isodesk.domain.applicability import ControlStatus, Reason
from isodesk.domain.arranging import Direction
from isodesk.domain.audits import Grade, Verdict
from isodesk.domain.budget import CostKind
from isodesk.domain.conformity import Conformity, Importance
from isodesk.domain.context import Category, Side
from isodesk.domain.journey import Page
from isodesk.domain.keys import ClientId, TaskId
from isodesk.domain.people import Role
from isodesk.domain.responsibility import Duty, Letter
from isodesk.domain.risks import USUAL, Decision, RiskKind, Scale
from isodesk.services import pasting
from isodesk.services.assessment import GivenAnswer
from isodesk.services.audits import NewAudit
from isodesk.services.context import NewIssue, NewParty
from isodesk.services.context_views import NewRequirement
from isodesk.services.evidence import Subject
from isodesk.services.plan import TaskKind
from isodesk.services.planning import Grouping
from isodesk.services.scheduling import Wish
from isodesk.services.workspace import Services

T = TypeVar("T")
ANNEX = "iso-iec-27001-2022"
DAY = date(2026, 12, 1)
CLAUSES = ("4.1", "7.1", "8.4", "8.5.1", "9.2")
Command = Callable[[Services, ClientId, int], object]
COMMANDS: dict[str, Command] = {}


def command(function: Command) -> Command:
    COMMANDS[function.__name__] = function
    return function


def pick(choices: Sequence[T], number: int) -> T | None:
    return choices[number % len(choices)] if choices else None


def keys(s: Services, c: ClientId, number: int, count: int = 1) -> list[str]:
    found = [view.key for view in s.assessment.questions(c, "en")]
    return [found[(number + step) % len(found)] for step in range(count)]


@command
def describe(s: Services, c: ClientId, n: int) -> object:
    return s.clients.change(c, **{("name", "address", "scope", "head_name")[n % 4]: f"Слова {n}"})


@command
def add_standard(s: Services, c: ClientId, n: int) -> object:
    heading = pick(s.adoptions.choices(c), n)
    return heading and s.adoptions.add(c, heading.key)


@command
def take_standard_off(s: Services, c: ClientId, n: int) -> object:
    held = s.standards.of(c)
    return len(held) > 1 and s.adoptions.remove(c, held[n % len(held)].key)


@command
def move_edition(s: Services, c: ClientId, n: int) -> object:
    offer = pick(s.adoptions.transitions(c), n)
    return offer and s.adoptions.move(c, offer[0], offer[1].key)


@command
def differ(s: Services, c: ClientId, n: int) -> object:
    shared = [view for view in s.assessment.questions(c, "en") if len(view.counts_for) > 1]
    view = pick(shared, n)
    verdict = (Conformity.PARTLY, Conformity.ABSENT, None)[n % 3]
    return view and s.assessment.differ(c, view.key, view.counts_for[n % 2][0], verdict, "Причина" if verdict else "")


@command
def set_target(s: Services, c: ClientId, n: int) -> object:
    return s.clients.change(c, target_on=DAY + timedelta(days=n), staff=n % 50 + 1)


@command
def add_site(s: Services, c: ClientId, n: int) -> object:
    return s.clients.add_site(c, f"Цех {n}")


@command
def change_site(s: Services, c: ClientId, n: int) -> object:
    site = pick(s.clients.sites(c), n)
    return site and s.clients.change_site(c, site.id, address=f"Улица {n}", staff=n % 9 + 1)


@command
def archive_site(s: Services, c: ClientId, n: int) -> object:
    site = pick(s.clients.sites(c), n)
    return site and s.clients.archive_site(c, site.id)


@command
def staff_shift(s: Services, c: ClientId, n: int) -> object:
    site = pick(s.clients.sites(c), n)
    return s.site_shifts.change(c, site.id, {n % 4 + 1: n % 9}) if site else s.clients.add_site(c, f"Цех {n}")


@command
def set_responsibility(s: Services, c: ClientId, n: int) -> object:
    process, roles = pick(s.team.processes(c), n), list(Role)
    duty = Duty(process.id) if process and n % 2 else Duty(standard=s.standards.first(c).key, clause="9.1")
    cells = [(duty, roles[(n + step) % len(roles)]) for step in range(n % 3 + 1)]
    if n % 5 == 0:
        return s.responsibilities.clear(c, cells)
    return s.responsibilities.toggle(c, cells, list(Letter)[n % 4])


@command
def propose_responsibilities(s: Services, c: ClientId, n: int) -> object:
    return s.responsibilities.propose(c, pick(s.standards.of(c), n) if n % 2 else None)


@command
def share_clauses(s: Services, c: ClientId, n: int) -> object:
    chosen = frozenset((STANDARD, clause) for clause in CLAUSES[n % 5 :])
    return s.team.share_clauses(c, {process.id: chosen for process in s.team.processes(c)[: n % 3 + 1]})


@command
def exclude(s: Services, c: ClientId, n: int) -> object:
    return s.clients.exclude(c, STANDARD, pick(CLAUSES, n) or "", f"Причина {n % 3}")


@command
def include(s: Services, c: ClientId, n: int) -> object:
    return s.clients.include(c, STANDARD, pick(CLAUSES, n) or "")


@command
def add_person(s: Services, c: ClientId, n: int) -> object:
    return s.team.add_person(c, f"Человек {n}", "мастер")


@command
def change_person(s: Services, c: ClientId, n: int) -> object:
    person = pick(s.team.people(c), n)
    return person and s.team.change_person(c, person.id, hours_a_week=n % 40 + 0.5, competence=f"Курс {n}")


@command
def set_roles(s: Services, c: ClientId, n: int) -> object:
    person = pick(s.team.people(c), n)
    roles = list(Role)
    return person and s.team.set_roles(c, person.id, frozenset(roles[n % 10 : n % 10 + n % 4]))


@command
def archive_person(s: Services, c: ClientId, n: int) -> object:
    person = pick(s.team.people(c), n)
    return person and s.team.archive_person(c, person.id)


@command
def add_process(s: Services, c: ClientId, n: int) -> object:
    return s.team.add_process(c, f"Процесс {n}")


@command
def propose_processes(s: Services, c: ClientId, n: int) -> object:
    purchasing, sales = ((STANDARD, "8.4"),), ((STANDARD, "8.2"), (STANDARD, "8.5.1"))
    return s.team.propose_processes(c, ((f"Закупки {n}", purchasing), (f"Сбыт {n}", sales)))


@command
def change_process(s: Services, c: ClientId, n: int) -> object:
    process, owner = pick(s.team.processes(c), n), pick(s.team.people(c), n)
    return process and s.team.change_process(c, process.id, name=f"Новый {n}", owner_id=owner.id if owner else None)


@command
def set_clauses(s: Services, c: ClientId, n: int) -> object:
    process = pick(s.team.processes(c), n)
    chosen = frozenset((STANDARD, clause) for clause in CLAUSES[n % 5 : n % 5 + n % 3])
    return process and s.team.set_clauses(c, process.id, chosen)


@command
def archive_process(s: Services, c: ClientId, n: int) -> object:
    process = pick(s.team.processes(c), n)
    return process and s.team.archive_process(c, process.id)


@command
def answer(s: Services, c: ClientId, n: int) -> object:
    return s.assessment.record_many(c, keys(s, c, n, n % 4 + 1), pick([*Conformity, None], n))


@command
def fill_in(s: Services, c: ClientId, n: int) -> object:
    given = [GivenAnswer(key, pick(list(Conformity), n), f"есть {n}", "нет") for key in keys(s, c, n, 3)]
    return s.assessment.fill_in(c, given)


@command
def note(s: Services, c: ClientId, n: int) -> object:
    return s.assessment.set_note(c, keys(s, c, n)[0], ("existing", "missing", "reason")[n % 3], f"Заметка {n}")


@command
def answer_owner(s: Services, c: ClientId, n: int) -> object:
    person = pick(s.team.people(c), n)
    return s.assessment.set_owner(c, keys(s, c, n, 2), person.id if person else None)


@command
def weigh(s: Services, c: ClientId, n: int) -> object:
    return s.assessment.set_importance(c, keys(s, c, n)[0], pick([*Importance, None], n))


@command
def maturity(s: Services, c: ClientId, n: int) -> object:
    return s.assessment.set_maturity(c, keys(s, c, n)[0], pick([None, 0, 1, 2, 3, 4, 5], n))


@command
def change_answers(s: Services, c: ClientId, n: int) -> object:
    values: list[dict[str, object]] = [
        {"importance": pick([*Importance, None], n)},
        {"maturity": n % 6},
        {"assessor": f"Эксперт {n}", "assessed_on": date(2026, 1, 1 + n % 28)},
    ]
    return s.assessment.change(c, keys(s, c, n, 3), **values[n % 3])


@command
def new_round(s: Services, c: ClientId, n: int) -> object:
    return s.rounds.start(c, carry=n % 2 == 0)


@command
def paste_answers(s: Services, c: ClientId, n: int) -> object:
    chosen = "\n".join(f"{key}\t{n % 3 + 1}\tвставлено {n}" for key in keys(s, c, n, 3))
    block = pasting.read(f"Key\tStatus\tWhat exists\n{chosen}")
    return s.pasting.put(c, s.pasting.preview(c, "en", block, block.columns))


@command
def attach(s: Services, c: ClientId, n: int) -> object:
    source = Path(s.folder) / f"Файл {n % 3}.txt"
    source.write_text(f"content {n % 3}", "utf-8")
    rows = [row for view in s.audits.listed(c) for row in s.checklists.rows(view.id, "en")]
    found = pick(s.findings.listed(c, "en"), n)
    if n % 3 == 1 and rows:
        return s.evidence.attach(c, Subject.ITEM, rows[n % len(rows)].id, source)
    if n % 3 == 2 and found:
        return s.evidence.attach(c, Subject.FINDING, found.id, source)
    return s.evidence.attach(c, Subject.ANSWER, keys(s, c, n)[0], source)


@command
def remove_file(s: Services, c: ClientId, n: int) -> object:
    attached = [file for key in keys(s, c, n, 20) for file in s.evidence.listed(c, Subject.ANSWER, key)]
    file = pick(attached, n)
    return file and s.evidence.remove(c, file.id)


@command
def propose_controls(s: Services, c: ClientId, n: int) -> object:
    if not s.applicability.has_controls(c):
        return s.adoptions.add(c, ANNEX)
    return s.applicability.propose(c)


@command
def state_controls(s: Services, c: ClientId, n: int) -> object:
    found = [view.key for view in s.applicability.controls(c, "en")]
    if not found:
        return s.adoptions.add(c, ANNEX)
    chosen = [found[(n + step) % len(found)] for step in range(n % 3 + 1)]
    person = pick(s.team.people(c), n)
    changes: list[Callable[[], object]] = [
        lambda: s.applicability.decide(c, chosen, pick([True, False, None], n)),
        lambda: s.applicability.set_reasons(c, chosen, frozenset(list(Reason)[: n % 5])),
        lambda: s.applicability.write(c, chosen, ("justification", "evidence")[n % 2], f"Слова {n}"),
        lambda: s.applicability.set_owner(c, chosen, person.id if person else None),
        lambda: s.applicability.set_status(c, chosen, pick([*ControlStatus, None], n)),
    ]
    return changes[n % len(changes)]()


@command
def price(s: Services, c: ClientId, n: int) -> object:
    return s.plan_settings.change(c, hour_rate=n % 90 + 0.5, currency=("RUB", "EUR", "GBP")[n % 3])


@command
def buy(s: Services, c: ClientId, n: int) -> object:
    return s.budget.add_many(c, [(f"Закупка {n + step}", list(CostKind)[(n + step) % 7]) for step in range(n % 3 + 1)])


@command
def pay(s: Services, c: ClientId, n: int) -> object:
    line = pick(s.budget.view(c).lines, n)
    return line and s.budget.change(c, line.id, planned=float(n), actual=n / 2, due_on=DAY, note=f"Счёт {n}")


@command
def cancel_purchase(s: Services, c: ClientId, n: int) -> object:
    line = pick(s.budget.view(c).lines, n)
    return line and s.budget.archive(c, [line.id])


@command
def add_issue(s: Services, c: ClientId, n: int) -> object:
    return s.context.add_issue(c, f"Фактор {n}", pick(list(Side), n) or Side.EXTERNAL)


@command
def propose_issues(s: Services, c: ClientId, n: int) -> object:
    category = pick(list(Category), n) or Category.MARKET
    return s.context.propose_issues(c, [NewIssue(Side.EXTERNAL, category, f"Обычный {n}", "Следствие", True)])


@command
def change_issue(s: Services, c: ClientId, n: int) -> object:
    issue = pick(s.context.issues(c), n)
    values: dict[str, object] = {
        "text": f"Иначе {n}",
        "effect": f"Следствие {n}",
        "side": pick(list(Side), n),
        "category": pick([*Category, None], n),
        "favourable": pick([True, False, None], n),
    }
    name = list(values)[n % 5]
    return (issue and s.context.change_issue(c, issue.id, **{name: values[name]})) or add_issue(s, c, n)


@command
def move_issue(s: Services, c: ClientId, n: int) -> object:
    issue = pick(s.context.issues(c), n)
    return (issue and s.context.move_issue(c, issue.id, n % 5 - 2)) or add_issue(s, c, n)


@command
def archive_issue(s: Services, c: ClientId, n: int) -> object:
    issue = pick(s.context.issues(c), n)
    return s.context.archive_issue(c, issue.id) if issue else add_issue(s, c, n)


@command
def propose_parties(s: Services, c: ClientId, n: int) -> object:
    wanted = (NewRequirement(f"Требование {n}", "Выполняем", is_obligation=n % 2 == 0, on_climate=n % 3 == 0),)
    return s.context.propose_parties(c, [NewParty(f"Сторона {n}", "Кто", wanted)])


@command
def change_party(s: Services, c: ClientId, n: int) -> object:
    party = pick(s.context.parties(c), n)
    return s.context.change_party(c, party.id, name=f"Имя {n}") if party else s.context.add_party(c, f"Новая {n}")


@command
def move_party(s: Services, c: ClientId, n: int) -> object:
    party = pick(s.context.parties(c), n)
    return s.context.move_party(c, party.id, n % 5 - 2) if party else s.context.add_party(c, f"Новая {n}")


@command
def archive_party(s: Services, c: ClientId, n: int) -> object:
    party = pick(s.context.parties(c), n)
    return s.context.archive_party(c, party.id) if party else s.context.add_party(c, f"Новая {n}")


@command
def party_requirement(s: Services, c: ClientId, n: int) -> object:
    party = pick(s.context.parties(c), n)
    if party is None:
        return propose_parties(s, c, n)
    wanted = pick(party.requirements, n)
    if wanted is None or n % 4 == 0:
        return s.context.add_requirement(c, party.id, f"Еще {n}")
    changes: list[Callable[[], object]] = [
        lambda: s.context.change_requirement(c, wanted.id, met_by=f"Так {n}", is_obligation=n % 2 == 0),
        lambda: s.context.move_requirement(c, wanted.id, n % 3 - 1),
        lambda: s.context.remove_requirement(c, wanted.id),
    ]
    return changes[n % 3]()


@command
def state_climate(s: Services, c: ClientId, n: int) -> object:
    return s.context.state_climate(c, relevant=pick([True, False, None], n), reason=f"Почему {n}")


@command
def answer_advisor(s: Services, c: ClientId, n: int) -> object:
    question = pick(s.advice.questions, n)
    assert question is not None
    choice = pick([*question.choices, None], n)
    return s.advice.answer(c, question.key, choice.key if choice else None)


@command
def build_plan(s: Services, c: ClientId, n: int) -> object:
    by = Grouping.CLAUSE if n % 2 == 0 else Grouping.GAP
    return s.planning.build(c, DAY + timedelta(days=n % 9), by=by, removed=n % 4 == 3)


@command
def weigh_tasks(s: Services, c: ClientId, n: int) -> object:
    chosen = [task.id for task in s.plan.tasks(c, "en")[: n % 3 + 1]]
    fields: dict[str, object] = {
        "role": pick([None, *Role], n),
        "effort_actual": float(n),
        "cost": n * 10.5,
        "cost_actual": None if n % 2 else float(n),
        "not_before": DAY + timedelta(days=n % 20),
        "is_pinned": n % 2 == 0,
    }
    return s.plan.change(c, chosen, **{name: fields[name] for name in list(fields)[n % 6 :]})


@command
def keep_baseline(s: Services, c: ClientId, n: int) -> object:
    return s.plan.drop_baseline(c) if n % 3 == 2 else s.plan.keep_baseline(c)


@command
def add_task(s: Services, c: ClientId, n: int) -> object:
    return s.plan.add(c, f"Дело {n}", pick(list(TaskKind), n) or TaskKind.TASK)


@command
def change_tasks(s: Services, c: ClientId, n: int) -> object:
    tasks = s.plan.tasks(c, "en")
    chosen = [task.id for task in tasks[: n % 3 + 1]]
    return s.plan.change(c, chosen, done=n % 101, due_on=DAY + timedelta(days=n % 40), note=f"n{n}")


@command
def archive_task(s: Services, c: ClientId, n: int) -> object:
    task = pick(s.plan.tasks(c, "en"), n)
    return task and s.plan.archive(c, [task.id])


@command
def wait_for(s: Services, c: ClientId, n: int) -> object:
    tasks = s.plan.tasks(c, "en")
    task = pick(tasks, n)
    return task and s.plan.set_predecessors(c, task.id, frozenset(t.id for t in tasks[n % 2 : n % 4]))


@command
def shift_plan(s: Services, c: ClientId, n: int) -> object:
    return s.plan.shift(c, n % 30 - 15)


@command
def move_task(s: Services, c: ClientId, n: int) -> object:
    task = pick(s.plan.tasks(c, "en"), n)
    return task and s.plan.move(c, task.id, n % 5 - 2)


@command
def push_successors(s: Services, c: ClientId, n: int) -> object:
    task = pick(s.plan.tasks(c, "en"), n)
    return s.pushing.push_successors(c, task.id if task else TaskId("none"))


@command
def schedule_plan(s: Services, c: ClientId, n: int) -> object:
    way = list(Direction)[n % 2]
    wish = Wish(way, DAY + timedelta(days=n), ("RU", "GB", "")[n % 3], move_pinned=n % 4 == 0)
    return s.scheduling.apply(c, s.scheduling.preview(c, wish, "en"))


@command
def unpin_tasks(s: Services, c: ClientId, n: int) -> object:
    return s.scheduling.unpin(c, [task.id for task in s.plan.tasks(c, "en")[: n % 4 + 1]])


@command
def set_plan(s: Services, c: ClientId, n: int) -> object:
    fields = {"hour_rate": n + 0.5, "currency": "EUR", "order_number": f"№ {n}", "order_on": DAY, "start_on": DAY}
    return s.plan_settings.change(c, **{list(fields)[n % 5]: list(fields.values())[n % 5], "country": "KZ"})


@command
def free_days(s: Services, c: ClientId, n: int) -> object:
    first = DAY + timedelta(days=n % 200)
    return s.calendar.add(c, first, first + timedelta(days=n % 5), working=n % 2 == 0, name=f"Причина {n}")


@command
def usual_days(s: Services, c: ClientId, n: int) -> object:
    own = s.calendar.own_days(c)
    return s.calendar.remove(c, [day.day for day in own[: n % 3 + 1]])


@command
def plan_audit(s: Services, c: ClientId, n: int) -> object:
    processes = tuple(process.id for process in s.team.processes(c)[: n % 3])
    people = tuple(person.id for person in s.team.people(c)[: n % 3])
    clauses = ((STANDARD, CLAUSES[n % 5]),)
    return s.audits.create(c, NewAudit(processes, clauses, pick(people, n), people, DAY))


@command
def change_audit(s: Services, c: ClientId, n: int) -> object:
    view = pick(s.audits.listed(c), n)
    return view and s.audits.change(c, view.id, conclusion=f"Вывод {n}", ends_on=DAY + timedelta(days=n % 5 - 1))


@command
def audit_team(s: Services, c: ClientId, n: int) -> object:
    view = pick(s.audits.listed(c), n)
    return view and s.audits.set_members(c, view.id, tuple(person.id for person in s.team.people(c)[: n % 3]))


@command
def audit_scope(s: Services, c: ClientId, n: int) -> object:
    view = pick(s.audits.listed(c), n)
    processes = tuple(process.id for process in s.team.processes(c)[: n % 2])
    return view and s.audits.set_scope(c, view.id, processes, ((STANDARD, CLAUSES[n % 5]),))


@command
def finish_audit(s: Services, c: ClientId, n: int) -> object:
    view = pick(s.audits.listed(c), n)
    return view and s.audits.finish(c, view.id)


@command
def reopen_audit(s: Services, c: ClientId, n: int) -> object:
    view = pick(s.audits.listed(c), n)
    return view and s.audits.reopen(c, view.id)


@command
def archive_audit(s: Services, c: ClientId, n: int) -> object:
    view = pick(s.audits.listed(c), n)
    return view and s.audits.archive(c, view.id)


@command
def verdict(s: Services, c: ClientId, n: int) -> object:
    view = pick(s.audits.listed(c), n)
    rows = s.checklists.rows(view.id, "en") if view else ()
    chosen = rows if n % 5 == 0 else rows[: n % 5]
    return s.checklists.record(c, [row.id for row in chosen], pick([*Verdict, None], n))


@command
def checklist_note(s: Services, c: ClientId, n: int) -> object:
    view = pick(s.audits.listed(c), n)
    row = pick(s.checklists.rows(view.id, "en"), n) if view else None
    return row and s.checklists.write(c, row.id, evidence=f"Видел {n}", interviewed="Мастер")


@command
def own_question(s: Services, c: ClientId, n: int) -> object:
    view = pick(s.audits.listed(c), n)
    row = pick(s.checklists.rows(view.id, "en"), n) if view else None
    return view and s.checklists.add_own(
        c, view.id, f"Свой вопрос {n}?", after=row.id if row else None, standard=STANDARD, clause="8.4"
    )


@command
def archive_row(s: Services, c: ClientId, n: int) -> object:
    view = pick(s.audits.listed(c), n)
    row = pick(s.checklists.rows(view.id, "en"), n) if view else None
    return row and s.checklists.archive(c, row.id)


@command
def raise_finding(s: Services, c: ClientId, n: int) -> object:
    view = pick(s.audits.listed(c), n)
    row = pick(s.checklists.rows(view.id, "en"), n) if view else None
    return row and s.findings.raise_from(c, row.id, pick(list(Grade), n) or Grade.MINOR, f"Нет {n}")


@command
def treat_finding(s: Services, c: ClientId, n: int) -> object:
    found = pick(s.findings.listed(c, "en"), n)
    person = pick(s.team.people(c), n)
    fields = {
        "correction": f"Исправлено {n}",
        "whys": ("почему", f"потому {n}"),
        "cause": f"Причина {n}",
        "action": f"Мера {n}",
        "responsible_id": person.id if person else None,
        "due_on": DAY,
        "done_on": DAY,
        "grade": pick(list(Grade), n),
    }
    chosen = list(fields)[n % 8 :]
    return found and s.findings.change(c, found.id, **{name: fields[name] for name in chosen})


@command
def finding_task(s: Services, c: ClientId, n: int) -> object:
    found = pick(s.findings.listed(c, "en"), n)
    return found and s.findings.add_task(c, found.id)


@command
def archive_finding(s: Services, c: ClientId, n: int) -> object:
    found = pick(s.findings.listed(c, "en"), n)
    return found and s.findings.archive(c, found.id)


@command
def write_policy(s: Services, c: ClientId, n: int) -> object:
    changes = ({"text": f"Мы делаем окна {n}"}, {"approved_on": s.workshop.today - timedelta(days=n % 90)})
    return s.objectives.write_policy(c, **changes[n % 2])


@command
def add_objective(s: Services, c: ClientId, n: int) -> object:
    return s.objectives.add(c, f"Цель {n}")


@command
def add_usual_objectives(s: Services, c: ClientId, n: int) -> object:
    return s.objectives.add_usual(c, [one.key for one in s.objectives.usual(c)[: n % 3 + 2]])


@command
def change_objective(s: Services, c: ClientId, n: int) -> object:
    aim, owner = pick(s.objectives.listed(c), n), pick(s.team.people(c), n)
    process = pick(s.team.processes(c), n)
    fields: dict[str, object] = {
        "title": f"Новая цель {n}",
        "measure": f"Показатель {n}",
        "base": float(n),
        "target": n + 5.5,
        "owner_id": owner.id if owner else None,
        "process_id": process.id if process else None,
        "due_on": DAY + timedelta(days=n),
        "actions": f"Шаг {n}",
        "standard": "iso-9001",
    }
    return aim and s.objectives.change(c, aim.id, **{name: fields[name] for name in list(fields)[n % 9 :]})


@command
def measure_objective(s: Services, c: ClientId, n: int) -> object:
    aim = pick(s.objectives.listed(c), n)
    return aim and s.objectives.measure(c, aim.id, s.workshop.today - timedelta(days=n % 60), n / 4, f"Заметка {n}")


@command
def forget_value(s: Services, c: ClientId, n: int) -> object:
    aim = next((aim for aim in s.objectives.listed(c) if aim.values), None)
    return aim and s.objectives.forget(c, aim.id, aim.values[n % len(aim.values)].day)


@command
def objective_task(s: Services, c: ClientId, n: int) -> object:
    aim = pick(s.objectives.listed(c), n)
    return aim and s.objectives.add_task(c, aim.id)


@command
def move_objective(s: Services, c: ClientId, n: int) -> object:
    aim = pick(s.objectives.listed(c), n)
    return aim and s.objectives.move(c, aim.id, 1 - n % 3)


@command
def archive_objective(s: Services, c: ClientId, n: int) -> object:
    aim = pick(s.objectives.listed(c), n)
    return aim and s.objectives.archive(c, aim.id)


@command
def number_the_order(s: Services, c: ClientId, n: int) -> object:
    return s.plan_settings.change(c, **({"order_number": f"{n}-П"}, {"order_on": DAY + timedelta(days=n)})[n % 2])


@command
def mark_page(s: Services, c: ClientId, n: int) -> object:
    return s.overview.mark(c, pick(list(Page), n) or Page.GAP, ready=n % 2 == 0)


@command
def add_risk(s: Services, c: ClientId, n: int) -> object:
    kind = RiskKind.OPPORTUNITY if n % 4 == 1 else RiskKind.RISK
    return s.risks.add(c, f"Риск {n}", kind, likelihood=n % 3 + 1, impact=2, treatment=f"Мера {n}\nЕщё {n}")


@command
def weigh_risk(s: Services, c: ClientId, n: int) -> object:
    risk, owner, process = pick(s.risks.listed(c, "en"), n), pick(s.team.people(c), n), pick(s.team.processes(c), n)
    values = {
        "likelihood": n % 3 + 1,
        "residual_impact": n % 3 + 1,
        "owner_id": owner.id if owner else None,
        "process_id": process.id if process else None,
        "due_on": DAY + timedelta(days=n),
        "effectiveness": f"Помогло {n}",
    }
    return risk and s.risks.change(c, [risk.id], **values)


@command
def decide_risks(s: Services, c: ClientId, n: int) -> object:
    found = [view.id for view in s.risks.listed(c, "en") if view.kind is RiskKind.RISK]
    return found and s.risks.change(c, found, decision=list(Decision)[n % 4])


@command
def risk_task(s: Services, c: ClientId, n: int) -> object:
    ready = [view for view in s.risks.listed(c, "en") if len(view.tasks) < len(view.treatment.splitlines())]
    risk = pick(ready, n)
    return risk and s.risks.add_task(c, risk.id)


@command
def link_risk(s: Services, c: ClientId, n: int) -> object:
    risk, task = pick(s.risks.listed(c, "en"), n), pick(s.plan.tasks(c, "en"), n)
    return risk and task and s.risks.link(c, risk.id, frozenset({task.id}))


@command
def propose_risks(s: Services, c: ClientId, n: int) -> object:
    proposal = pick(s.risks.proposals(c, "ru"), n)
    return proposal and s.risks.propose(c, [proposal.key], "ru")


@command
def risk_scale(s: Services, c: ClientId, n: int) -> object:
    return s.risks.set_scale(c, USUAL[3] if n % 2 else Scale(5, 3 + n % 3, 10))


@command
def archive_risk(s: Services, c: ClientId, n: int) -> object:
    risk = pick(s.risks.listed(c, "en"), n)
    return risk and s.risks.archive(c, [risk.id])


@command
def plan_template(s: Services, c: ClientId, n: int) -> object:
    held = pick(s.plan_templates.listed(), n)
    if held is None or n % 4 == 0:
        if not s.plan.tasks(c, "en"):
            s.plan.add(c, f"Дело {n}")
        return s.plan_templates.keep(c, f"Шаблон {n} {len(s.plan_templates.listed())}")
    changes: list[Callable[[], object]] = [
        lambda: s.plan_templates.apply(c, held.id, DAY + timedelta(days=n % 9)),
        lambda: s.plan_templates.rename(c, held.id, f"Имя {n}"),
        lambda: s.plan_templates.remove(c, held.id),
    ]
    return changes[n % 3]()
