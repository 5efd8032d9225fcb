"""Templates of plans: the tasks of one client without its people, notes and money, laid out again for the next client."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from isodesk.domain.calendar import WorkingCalendar
from isodesk.domain.events import PlanChanged
from isodesk.domain.keys import ClientId, TemplateId
from isodesk.domain.people import Role
from isodesk.errors import InvalidInput, NotAllowed, NotFound
from isodesk.i18n import N_
from isodesk.services import plan_layout
from isodesk.services.assessment import Assessment
from isodesk.services.calendar import calendar_of
from isodesk.services.fields import clean, folded, refuse_far_dates
from isodesk.services.history import History
from isodesk.services.plan_layout import Client, Laid
from isodesk.services.standards import Standards
from isodesk.services.team import Team
from isodesk.storage import plan
from isodesk.storage.tables import PlanTemplateRow, TaskRow
from isodesk.storage.work import Session, Workshop

_LONGEST_NAME: Final = 300
_VERSION: Final = 1


@dataclass(frozen=True, slots=True)
class TemplateView:
    """A template in the list."""

    id: TemplateId
    name: str
    tasks: int
    """Tasks and milestones."""
    made_on: date


class PlanTemplates:
    """Templates belong to the workspace; every change is a step that can be undone in the client that is open."""

    def __init__(
        self, workshop: Workshop, history: History, standards: Standards, assessment: Assessment, team: Team
    ) -> None:
        self._workshop = workshop
        self._history = history
        self._standards = standards
        self._assessment = assessment
        self._team = team

    def listed(self) -> tuple[TemplateView, ...]:
        """All templates by name."""
        with self._workshop.read() as session:
            rows = plan.templates(session)
            found = [
                TemplateView(TemplateId(row.id), row.name, row.tasks, row.made_at.astimezone().date()) for row in rows
            ]
        return tuple(sorted(found, key=lambda view: (folded(view.name), view.id)))

    def keep(self, client: ClientId, name: str) -> TemplateId:
        """Keeps the client's plan as a template, in one step.

        Titles that were rewritten go along as they are; people, notes, dates, costs and what is done do not. Raises
        InvalidInput for a name that is empty, too long or taken, NotAllowed for an empty plan.
        """
        with self._history.step(N_("keep the plan as a template")) as work:
            kept = self._name(work.session, name)
            rows = plan.tasks(work.session, client)
            if not rows:
                raise NotAllowed(N_("The plan has no tasks yet."), N_("Build it from the gaps or add tasks first."))
            content = {"version": _VERSION, **self._content(work.session, client, rows)}
            row = PlanTemplateRow(
                name=kept, made_at=work.now, content=json.dumps(content, ensure_ascii=False), tasks=len(rows)
            )
            work.session.add(row)
            work.record(PlanChanged(client))
            return TemplateId(row.id)

    def rename(self, client: ClientId, template: TemplateId, name: str) -> None:
        """Another name, in one step. Raises InvalidInput, NotFound."""
        with self._history.step(N_("rename a template")) as work:
            row = _template(work.session, template)
            row.name = self._name(work.session, name, besides=template)
            work.record(PlanChanged(client))

    def remove(self, client: ClientId, template: TemplateId) -> None:
        """Takes a template away, in one step; plans made from it stay. Raises NotFound."""
        with self._history.step(N_("remove a template")) as work:
            work.session.delete(_template(work.session, template))
            work.record(PlanChanged(client))

    def apply(self, client: ClientId, template: TemplateId, start: date) -> Laid:
        """Adds the template's tasks to the client's plan from `start`, in one step.

        Whoever holds its role becomes the owner of a task. A task made of questions is left out where the client's
        standards do not ask any of them, where they are answered as done or not applicable, or where the plan closes
        them already; a standard milestone that the plan has is not added twice. Raises InvalidInput for a start that
        cannot be meant, NotFound, NotAllowed for a template that cannot be read.
        """
        refuse_far_dates({"start": start})
        answers = {view.key: view.conformity for view in self._assessment.questions(client, "en")}
        people = self._team.people(client)
        with self._history.step(N_("use a template of a plan")) as work:
            content = _read(_template(work.session, template))
            host = Client(client, answers, people, self._standards.merged(work.session, client))
            laid = plan_layout.lay(work, host, content, start)
            work.record(PlanChanged(client))
        return laid

    def _name(self, session: Session, name: str, besides: str = "") -> str:
        kept = clean("name", name, _LONGEST_NAME, required=True)
        if any(folded(row.name) == folded(kept) and row.id != besides for row in plan.templates(session)):
            raise InvalidInput("name", N_("A template of this name is there already."), N_("Choose another name."))
        return kept

    def _content(self, session: Session, client: ClientId, rows: Sequence[TaskRow]) -> dict[str, Any]:
        first = min((row.start_on for row in rows if row.start_on), default=None)
        roles: dict[str, frozenset[Role]] = {person.id: person.roles for person in self._team.people(client)}
        several: dict[str, list[str]] = {}
        for asked in plan.task_questions(session, client):
            several.setdefault(asked.task_id, []).append(asked.question)
        calendar = calendar_of(session, client, self._workshop.today)
        places = {row.id: place for place, row in enumerate(rows)}
        links = [
            [places[link.predecessor_id], places[link.successor_id]]
            for link in plan.links(session, client)
            if link.predecessor_id in places and link.successor_id in places
        ]
        tasks = [
            dict(_fields(row, calendar, first, several.get(row.id, []), roles.get(row.owner_id or "", frozenset())))
            for row in rows
        ]
        return {"tasks": tasks, "links": links}


def _fields(
    row: TaskRow, calendar: WorkingCalendar, first: date | None, several: Sequence[str], roles: frozenset[Role]
) -> Iterator[tuple[str, object]]:
    """What of a task goes into a template; a task without a role takes the first one of its owner along."""
    yield from ((name, getattr(row, name)) for name in plan_layout.COPIED)
    yield "role", row.role or next((role.value for role in Role if role in roles), None)
    yield "questions", [row.question] if row.question else list(several)
    if first is not None and row.start_on and row.due_on:
        yield "offset", max(0, calendar.working_days(first, row.start_on) - 1)
        yield "length", max(1, calendar.working_days(row.start_on, row.due_on))


def _template(session: Session, template: str) -> PlanTemplateRow:
    row = session.get(PlanTemplateRow, template)
    if row is None:
        raise NotFound(N_("This template is no longer there."), N_("Choose another one from the list."))
    return row


def _read(row: PlanTemplateRow) -> Mapping[str, Any]:
    try:
        content = json.loads(row.content)
        tasks, version = content["tasks"], content["version"]
    except (ValueError, KeyError, TypeError) as error:
        raise _unreadable(row) from error
    if version != _VERSION or not isinstance(tasks, list):
        raise _unreadable(row)
    return dict(content)


def _unreadable(row: PlanTemplateRow) -> NotAllowed:
    return NotAllowed(
        N_("The template “{name}” cannot be read."),
        N_("A newer isodesk may have made it. Keep the plan as a template again."),
        name=row.name,
    )
