"""Lays the tasks of a template out in the plan of a client: whose they are, when they are done, what waits for what."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from isodesk.domain.conformity import Conformity
from isodesk.domain.keys import ClientId, QuestionKey
from isodesk.domain.people import Role
from isodesk.services.calendar import calendar_of
from isodesk.services.milestones import without_circles
from isodesk.services.plan_parcels import holder
from isodesk.services.standards import Requirement
from isodesk.services.team import PersonView
from isodesk.storage import plan
from isodesk.storage.tables import TaskLinkRow, TaskQuestionRow, TaskRow
from isodesk.storage.work import Work

COPIED: Final = (
    "kind",
    "title",
    "milestone",
    "standard",
    "clause",
    "effort",
    "effort_least",
    "effort_most",
    "deliverable",
)
"""Fields of a task that a template holds as they are."""


@dataclass(frozen=True, slots=True)
class Laid:
    """What using a template came to."""

    added: int
    """Tasks and milestones."""
    left_out: int
    """Those whose gaps this client does not have, or that its plan holds already."""


@dataclass(frozen=True, slots=True)
class Client:
    """The client that a template is laid out for."""

    id: ClientId
    answers: Mapping[QuestionKey, Conformity | None]
    people: Sequence[PersonView]
    requirements: Sequence[Requirement]

    def asks(self, key: str) -> bool:
        """Whether closing the gap of a question can be work here: it is asked, and not done or ruled out."""
        if key not in self.answers:
            return False
        answer = self.answers[QuestionKey(key)]
        return answer is None or answer.is_gap


def lay(work: Work, client: Client, content: Mapping[str, Any], start: date) -> Laid:
    """Adds rows for a template's tasks; `content` as services/plan_templates.py writes it."""
    layout = _Layout(work, client, start)
    for place, task in enumerate(content["tasks"]):
        layout.add(place, task)
    layout.tie([(int(before), int(after)) for before, after in content["links"]])
    return Laid(layout.added, len(content["tasks"]) - layout.added)


class _Layout:
    def __init__(self, work: Work, client: Client, start: date) -> None:
        self._work = work
        self._client = client
        self._calendar = calendar_of(work.session, client.id, work.today)
        self._start = self._calendar.on_or_after(start)
        self._places = {r.question.key: (r.standard, r.clause) for r in client.requirements}
        rows = plan.tasks(work.session, client.id)
        present = {row.id for row in rows}
        several = plan.task_questions(work.session, client.id)
        self._covered = {row.question for row in rows} | {row.question for row in several if row.task_id in present}
        self._milestones = {row.milestone: row.id for row in rows if row.milestone}
        self._position = plan.last_position(work.session, client.id)
        self._ids: dict[int, str] = {}
        """Rows by their place in the template; a milestone that was there stands for the template's."""
        self.added = 0

    def add(self, place: int, task: Mapping[str, Any]) -> None:
        """A row for one task of the template, unless this client does not need it."""
        asked = task.get("questions") or []
        here = [key for key in asked if self._client.asks(key) and key not in self._covered]
        if task.get("milestone") in self._milestones:
            self._ids[place] = self._milestones[task["milestone"]]
            return
        if asked and not here:
            return
        self._position += 1
        row = TaskRow(client_id=self._client.id, position=self._position, **self._values(task, here))
        self._work.session.add(row)
        if len(here) > 1:
            self._work.session.add_all(TaskQuestionRow(task_id=row.id, question=key) for key in here)
        self._covered.update(here)
        self._ids[place] = row.id
        self.added += 1

    def _values(self, task: Mapping[str, Any], here: Sequence[str]) -> dict[str, Any]:
        values = {name: task.get(name) for name in COPIED}
        role = task.get("role")
        values["role"] = role
        values["owner_id"] = holder(Role(role) if role in set(Role) else None, self._client.people)
        values["question"] = here[0] if len(here) == 1 else None
        if here:
            standard, clause = self._places[here[0]]
            if values["standard"] != standard or len(here) == 1:
                values["standard"], values["clause"] = standard, clause
        if "offset" in task:
            first = self._calendar.add(self._start, int(task["offset"]))
            values |= {"start_on": first, "due_on": self._calendar.add(first, int(task["length"]) - 1)}
        return values

    def tie(self, links: Iterable[tuple[int, int]]) -> None:
        """What waits for what; over a task that was left out, its successors wait for what it would have waited for."""
        before: dict[int, list[int]] = {}
        for predecessor, successor in links:
            before.setdefault(successor, []).append(predecessor)
        known = [(row.predecessor_id, row.successor_id) for row in plan.links(self._work.session, self._client.id)]
        wanted = [
            (self._ids[predecessor], row)
            for place, row in self._ids.items()
            for predecessor in self._nearest(place, before, {place})
        ]
        for predecessor_id, successor_id in without_circles(known, dict.fromkeys(wanted)):
            self._work.session.add(TaskLinkRow(predecessor_id=predecessor_id, successor_id=successor_id))

    def _nearest(self, place: int, before: Mapping[int, Sequence[int]], seen: set[int]) -> list[int]:
        found: list[int] = []
        for predecessor in before.get(place, ()):
            if predecessor in self._ids:
                found.append(predecessor)
            elif predecessor not in seen:
                seen.add(predecessor)
                found += self._nearest(predecessor, before, seen)
        return found
