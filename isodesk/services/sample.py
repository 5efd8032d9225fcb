"""Makes the sample clients: described, assessed, with a plan under way and finished audits; built by the use cases alone."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from datetime import date, timedelta
from typing import Final

from isodesk.domain.audits import Grade, Verdict
from isodesk.domain.conformity import Conformity
from isodesk.domain.journey import Page
from isodesk.domain.keys import AuditId, ClientId, ItemId, PersonId, ProcessId, QuestionKey, TaskId
from isodesk.domain.people import Role
from isodesk.domain.samples import Sample
from isodesk.services import (
    sample_budget,
    sample_context,
    sample_maturity,
    sample_objectives,
    sample_responsibilities,
    sample_risks,
)
from isodesk.services.assessment import GivenAnswer
from isodesk.services.audits import NewAudit
from isodesk.services.clients import NewClient
from isodesk.services.evidence import Subject
from isodesk.services.plan import TaskView
from isodesk.services.sample_file import Audit, Finding, SampleFile, read, working_day
from isodesk.services.sample_made import Made
from isodesk.services.workspace import Services
from isodesk.wording import MILESTONES

PARTS: Final[tuple[Callable[[Made], None], ...]] = (
    sample_budget.add,
    sample_responsibilities.add,
    sample_objectives.add,
    sample_risks.add,
    sample_maturity.add,
    sample_context.add,
)
"""What a sample has beside the firm, its answers, plan and audits; each from a file of its own, in this order."""


def create(services: Services, language: str, which: Sample = Sample.BEGINNER) -> ClientId:
    """The sample client in `language`: the one that is there, else a new one. What was done before cannot be undone after.

    Raises ReadOnlyWorkspace, StorageTrouble; a half-made client is left in the trash then.
    """
    data = read(which, language, services.workshop.today)
    for view in services.clients.listed():
        if view.is_sample and view.name == data.name:
            return view.id
    with ExitStack() as on_failure:
        client = services.clients.create(
            NewClient(
                data.name,
                data.standard,
                data.language,
                data.staff,
                services.workshop.today + timedelta(days=data.target),
                is_sample=True,
            )
        )
        on_failure.callback(services.clients.archive, client)
        _Sample(services, client, which, data).build()
        on_failure.pop_all()
    services.history.clear()
    return client


def progress(tasks: tuple[TaskView, ...], late: Mapping[str, int], today: date) -> dict[TaskId, int]:
    """Percent done of each task in a project that goes to plan but for the `late` ones, given by question."""
    percent: dict[TaskId, int] = {}
    for task in tasks:
        if task.start is None or task.due is None or task.start > today:
            continue
        if task.due < today:
            percent[task.id] = late.get(task.question or "", 100)
        else:
            passed = ((today - task.start).days + 1) / ((task.due - task.start).days + 1)
            percent[task.id] = min(90, max(10, round(passed * 9) * 10))
    return percent


class _Sample:
    """One sample client being made, with the identifiers that its records got."""

    def __init__(self, services: Services, client: ClientId, which: Sample, data: SampleFile) -> None:
        self._services = services
        self._client = client
        self._which = which
        self._data = data
        self._today = services.workshop.today
        self._people: dict[str, PersonId] = {}
        self._processes: dict[str, ProcessId] = {}

    def build(self) -> None:
        """Everything, in the order in which a firm does it."""
        self._describe()
        self._staff()
        self._assess()
        self._plan()
        for audit in self._data.audits:
            self._audit(audit)
        made = Made(
            self._services,
            self._client,
            self._which,
            self._data.language,
            self._data.standard,
            self._people,
            self._processes,
        )
        for part in PARTS:
            part(made)
        for page in self._data.ready:
            self._services.overview.mark(self._client, Page(page), ready=True)

    def _day(self, offset: int) -> date:
        return working_day(self._today, offset)

    def _describe(self) -> None:
        clients = self._services.clients
        clients.change(self._client, short_name=self._data.short_name, **self._data.details)
        for site in self._data.sites:
            identifier = clients.add_site(self._client, site["name"])
            clients.change_site(self._client, identifier, **site)
        for exclusion in self._data.exclusions:
            clients.exclude(self._client, self._data.standard, exclusion["clause"], exclusion["reason"])

    def _staff(self) -> None:
        team = self._services.team
        for person in self._data.people:
            identifier = team.add_person(self._client, person.name, person.post)
            team.change_person(
                self._client,
                identifier,
                email=person.email,
                phone=person.phone,
                competence=person.competence,
                hours_a_week=person.hours_a_week,
            )
            team.set_roles(self._client, identifier, frozenset(Role(role) for role in person.roles))
            self._people[person.key] = identifier
        for process in self._data.processes:
            made = team.add_process(self._client, process.name)
            team.change_process(self._client, made, owner_id=self._people[process.owner])
            clauses = frozenset((self._data.standard, clause) for clause in process.clauses)
            team.set_clauses(self._client, made, clauses)
            self._processes[process.key] = made

    def _assess(self) -> None:
        self._services.assessment.fill_in(
            self._client,
            [
                GivenAnswer(
                    QuestionKey(answer.question),
                    Conformity(answer.conformity),
                    answer.existing,
                    answer.missing,
                    answer.reason,
                )
                for answer in self._data.answers
            ],
        )
        for file in self._data.attachments:
            self._services.evidence.paste(self._client, Subject.ANSWER, file.answer, file.content, file.name)

    def _plan(self) -> None:
        given = [milestone.key for milestone in self._data.milestones]
        self._services.planning.build(
            self._client,
            self._day(self._data.plan_start),
            wanted=given if self._data.only_these else tuple(MILESTONES),
        )
        for task in self._tasks():
            if task.question in self._data.moved:
                first, last = (self._day(offset) for offset in self._data.moved[task.question])
                self._change([task.id], start_on=first, due_on=last)
            texts = {"deliverable": self._data.deliverables, "note": self._data.task_notes}
            own = {name: given[task.question] for name, given in texts.items() if task.question in given}
            if own:
                self._change([task.id], **own)
        self._set_milestones()
        self._work_off(self._tasks())

    def _set_milestones(self) -> None:
        tasks = {task.milestone: task.id for task in self._tasks() if task.milestone}
        for given in self._data.milestones:
            task, day = tasks[given.key], self._day(given.day)
            self._change([task], start_on=day, due_on=day, **({"title": given.title} if given.title else {}))
            if given.day < 0:
                self._services.plan.set_predecessors(self._client, task, frozenset())

    def _work_off(self, tasks: tuple[TaskView, ...]) -> None:
        by_percent: dict[int, list[TaskId]] = defaultdict(list)
        for task, percent in progress(tasks, self._data.late, self._today).items():
            by_percent[percent].append(task)
        for percent, group in by_percent.items():
            self._change(group, done=percent)
        finished: dict[date, list[TaskId]] = defaultdict(list)
        for view in tasks:
            if view.due is not None and view.id in by_percent[100]:
                finished[view.due].append(view.id)
        for due, group in finished.items():
            self._change(group, done_on=due)

    def _tasks(self) -> tuple[TaskView, ...]:
        return self._services.plan.tasks(self._client, self._data.language)

    def _change(self, tasks: list[TaskId], **values: object) -> None:
        self._services.plan.change(self._client, tasks, **values)

    def _audit(self, given: Audit) -> None:
        audits, ends = self._services.audits, self._day(given.ends)
        audit = audits.create(
            self._client,
            NewAudit(
                tuple(self._processes[key] for key in given.processes),
                lead=self._people[given.lead],
                members=tuple(self._people[key] for key in given.members),
                starts_on=_first_day(ends, given.days),
                ends_on=ends,
                objective=given.objective,
                criteria=given.criteria,
            ),
        )
        items = self._walk(audit, given)
        for finding in given.findings:
            self._raise(finding, items[finding.question], ends)
        for file in given.attachments:
            self._services.evidence.paste(self._client, Subject.ITEM, items[file.row], file.content, file.name)
        audits.change(
            self._client,
            audit,
            places=given.places,
            methods=given.methods,
            conclusion=given.conclusion,
            strengths=given.strengths,
            not_covered=given.not_covered,
            reported_on=self._day(given.reported),
        )
        audits.finish(self._client, audit)

    def _walk(self, audit: AuditId, given: Audit) -> dict[str, ItemId]:
        checklists = self._services.checklists
        items: dict[str, ItemId] = {row.key or "": row.id for row in checklists.rows(audit, self._data.language)}
        by_verdict: dict[Verdict, list[ItemId]] = defaultdict(list)
        for row in given.rows:
            by_verdict[Verdict(row.verdict)].append(items[row.question])
            checklists.write(self._client, items[row.question], interviewed=row.interviewed, evidence=row.evidence)
        for verdict, group in by_verdict.items():
            checklists.record(self._client, group, verdict)
        return items

    def _raise(self, given: Finding, item: ItemId, on: date) -> None:
        findings = self._services.findings
        finding = findings.raise_from(self._client, item, Grade(given.grade), given.statement, raised_on=on)
        texts = ("requirement", "correction", "cause", "elsewhere", "action", "verification")
        values: dict[str, object] = {name: getattr(given, name) for name in texts if getattr(given, name)}
        days = {"due_on": given.due, "done_on": given.done, "verified_on": given.verified}
        values |= {name: self._day(offset) for name, offset in days.items() if offset is not None}
        if given.responsible:
            values["responsible_id"] = self._people[given.responsible]
        names = {person.key: person.name for person in self._data.people}
        findings.change(
            self._client,
            finding,
            whys=tuple(given.whys),
            verified_by=names.get(given.verified_by, ""),
            effective=given.effective,
            **values,
        )
        if given.task:
            findings.add_task(self._client, finding)


def _first_day(ends: date, days: int) -> date:
    """The first of so many working days, the last of which is `ends`."""
    day = ends
    for _ in range(days - 1):
        day = working_day(day, -1)
    return day
