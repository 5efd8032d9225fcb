"""Every change a user can make, each chosen by one number: food for the tests of undo and of the journal."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

from builders import STANDARD

from isodesk.domain.applicability import ControlStatus, Reason
from isodesk.domain.audits import Grade, Verdict
from isodesk.domain.conformity import Conformity, Importance
from isodesk.domain.journey import Page
from isodesk.domain.keys import ClientId
from isodesk.domain.people import Role
from isodesk.services.assessment import GivenAnswer
from isodesk.services.audits import NewAudit
from isodesk.services.evidence import Subject
from isodesk.services.plan import TaskKind
from isodesk.services.planning import Grouping
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
def build_plan(s: Services, c: ClientId, n: int) -> object:
    by = Grouping.CLAUSE if n % 3 == 2 else Grouping.GAP
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
def mark_page(s: Services, c: ClientId, n: int) -> object:
    return s.overview.mark(c, pick(list(Page), n) or Page.GAP, ready=n % 2 == 0)


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
