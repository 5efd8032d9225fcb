"""The policy and the objectives (clauses 5.2 and 6.2): what is to be reached, how it is measured, what was measured."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from isodesk.domain.events import ObjectivesChanged
from isodesk.domain.keys import ClientId, ObjectiveId, TaskId, family_of
from isodesk.domain.policy import commitments_of, seem_there
from isodesk.errors import InvalidInput, NotAllowed, NotFound
from isodesk.i18n import N_
from isodesk.services import objective_texts
from isodesk.services.added_tasks import add_task
from isodesk.services.fields import LONG, clean, cleaned, folded, refuse_far_dates
from isodesk.services.history import History
from isodesk.services.objective_numbers import refuse_number, refuse_same
from isodesk.services.objective_texts import UsualObjective
from isodesk.services.objective_views import ObjectiveView, PolicyView, objective_view
from isodesk.services.standards import Standards
from isodesk.storage import clients, objectives, team
from isodesk.storage.tables import ObjectiveRow, ObjectiveTaskRow, ObjectiveValueRow, PolicyRow
from isodesk.storage.work import Session, Work, Workshop

__all__ = ["ObjectiveView", "Objectives", "PolicyView", "UsualObjective"]

_LIMITS: Final = {
    "title": 1000,
    "measure": LONG,
    "unit": 40,
    "actions": LONG,
    "resources": LONG,
    "evaluation": LONG,
}
_LINKS: Final = ("standard", "process_id", "owner_id")
"""Fields that name something instead of saying it."""


class Objectives:
    """Reads and changes policy and objectives; every change is a step that can be undone."""

    def __init__(self, workshop: Workshop, history: History, standards: Standards) -> None:
        self._workshop = workshop
        self._history = history
        self._standards = standards

    def policy(self, client: ClientId) -> PolicyView:
        """The policy with what the client's standards ask it to hold."""
        with self._workshop.read() as session:
            row = objectives.policy(session, client)
            text, approved = (row.text, row.approved_on) if row else ("", None)
            asked = commitments_of(standard.key for standard in self._standards.within(session, client))
            found = seem_there(text, clients.get(session, client).activity)
        return PolicyView(text, approved, asked, found & frozenset(asked))

    def proposed_policy(self, client: ClientId) -> str:
        """A text in the client's language, of the client's own facts, with all that its standards ask for."""
        with self._workshop.read() as session:
            row = clients.get(session, client)
            keys = [standard.key for standard in self._standards.within(session, client)]
            return objective_texts.policy(row.name, row.activity, keys, row.language)

    def write_policy(self, client: ClientId, **values: object) -> None:
        """Changes `text` or `approved_on` of the policy. Raises InvalidInput: too long, approved in the future."""
        kept = cleaned(values, {"text": LONG}, frozenset())
        approved = kept.get("approved_on")
        if isinstance(approved, date) and approved > self._workshop.today:
            raise InvalidInput(
                "approved_on",
                N_("The policy cannot be approved in the future."),
                N_("Enter the day when the head signed it."),
            )
        with self._history.step(N_("change the policy")) as work:
            row = objectives.policy(work.session, client)
            if row is None:
                row = PolicyRow(client_id=client)
                work.session.add(row)
            for field, value in kept.items():
                setattr(row, field, value)
            work.record(ObjectivesChanged(client))

    def listed(self, client: ClientId) -> tuple[ObjectiveView, ...]:
        """Objectives in their order, with what was measured and the tasks that serve them."""
        with self._workshop.read() as session:
            names = team.names(session, client)
            processes = {row.id: row.name for row in team.processes(session, client, archived=True)}
            values, tasks = objectives.values(session, client), objectives.tasks(session, client)
            return tuple(
                objective_view(
                    row,
                    number,
                    (processes.get(row.process_id or "", ""), names.get(row.owner_id or "", "")),
                    values.get(row.id, ()),
                    tasks.get(row.id, ()),
                    self._workshop.today,
                )
                for number, row in enumerate(objectives.objectives(session, client), start=1)
            )

    def add(self, client: ClientId, title: str) -> ObjectiveId:
        """A new objective at the end. Raises InvalidInput."""
        kept = clean("title", title, _LIMITS["title"], required=True)
        with self._history.step(N_("add the objective “{title}”"), title=kept[:80]) as work:
            return _add(work, client, {"title": kept})

    def usual(self, client: ClientId) -> tuple[UsualObjective, ...]:
        """Objectives that firms with the client's standards often set, in its language; those it has are left out."""
        with self._workshop.read() as session:
            row = clients.get(session, client)
            keys = [standard.key for standard in self._standards.within(session, client)]
            held = {folded(own.title) for own in objectives.objectives(session, client)}
        return tuple(one for one in objective_texts.usual(keys, row.language) if folded(one.title) not in held)

    def add_usual(self, client: ClientId, keys: Iterable[str]) -> int:
        """Adds the usual objectives with these keys in one step; base and target are the client's to say."""
        wanted = frozenset(keys)
        chosen = [one for one in self.usual(client) if one.key in wanted]
        if chosen:
            with self._history.step(N_("add usual objectives")) as work:
                for one in chosen:
                    _add(work, client, one.values)
        return len(chosen)

    def change(self, client: ClientId, objective: ObjectiveId, **values: object) -> None:
        """Changes fields (title, standard as a family or None, process_id, measure, unit, base, target, owner_id,
        due_on, actions, resources, evaluation).

        Raises InvalidInput naming the field: base and target alike, a number out of bounds; NotFound.
        """
        links: dict[str, object] = {name: values.pop(name) for name in _LINKS if name in values}
        kept = {**cleaned(values, _LIMITS, frozenset({"title"})), **links}
        for field in ("base", "target"):
            refuse_number(field, kept.get(field))
        with self._history.step(N_("change an objective")) as work:
            row = _objective(work.session, client, objective)
            self._refuse_strange(work.session, client, kept.get("standard"), row.standard)
            for field, value in kept.items():
                setattr(row, field, value)
            if "base" in kept or "target" in kept:
                refuse_same("base" if "base" in kept else "target", row.base, row.target)
            work.record(ObjectivesChanged(client))

    def move(self, client: ClientId, objective: ObjectiveId, places: int) -> None:
        """Moves an objective up (negative) or down in the order. Raises NotFound."""
        with self._history.step(N_("move an objective")) as work:
            rows = list(objectives.objectives(work.session, client))
            index = rows.index(_objective(work.session, client, objective))
            row = rows.pop(index)
            rows.insert(max(0, min(len(rows), index + places)), row)
            for position, moved in enumerate(rows, start=1):
                moved.position = position
            work.record(ObjectivesChanged(client))

    def archive(self, client: ClientId, objective: ObjectiveId) -> None:
        """Into the trash, from where it comes back with all that was measured. Raises NotFound."""
        with self._history.step(N_("remove an objective")) as work:
            _objective(work.session, client, objective).archived_at = work.now
            work.record(ObjectivesChanged(client))

    def measure(self, client: ClientId, objective: ObjectiveId, day: date, value: float, note: str = "") -> None:
        """Records what was measured on a day; a second value of the same day replaces the first.

        Raises InvalidInput for a day in the future and a number out of bounds, NotFound.
        """
        kept = clean("note", note, LONG, lines=True)
        refuse_number("value", value)
        refuse_far_dates({"day": day})
        if day > self._workshop.today:
            raise InvalidInput(
                "day", N_("This day is in the future: nothing can have been measured."), N_("Enter today or earlier.")
            )
        with self._history.step(N_("record a value of an objective")) as work:
            row = _objective(work.session, client, objective)
            known = {held.measured_on: held for held in objectives.values_of(work.session, row.id)}
            if day in known:
                known[day].value, known[day].note = value, kept
            else:
                work.session.add(ObjectiveValueRow(objective_id=row.id, measured_on=day, value=value, note=kept))
            work.record(ObjectivesChanged(client))

    def forget(self, client: ClientId, objective: ObjectiveId, day: date) -> None:
        """Takes back what was recorded for a day. Raises NotFound."""
        with self._history.step(N_("remove a value of an objective")) as work:
            row = _objective(work.session, client, objective)
            for held in objectives.values_of(work.session, row.id):
                if held.measured_on == day:
                    work.session.delete(held)
            work.record(ObjectivesChanged(client))

    def add_task(self, client: ClientId, objective: ObjectiveId) -> TaskId:
        """Puts the next action of an objective into the plan, with its owner and due day; one without actions goes
        there itself. Raises NotAllowed when all of it is in the plan, NotFound."""
        with self._history.step(N_("make a task of an objective")) as work:
            row = _objective(work.session, client, objective)
            title = _next_action(row, [task.title for task in objectives.tasks(work.session, client).get(row.id, ())])
            task = add_task(work, client, title, owner=row.owner_id, due=row.due_on)
            work.session.add(ObjectiveTaskRow(objective_id=row.id, task_id=task))
            work.record(ObjectivesChanged(client))
            return task

    def _refuse_strange(self, session: Session, client: ClientId, standard: object, before: str | None) -> None:
        """A family that the client does not go for; one that it went for once may stay."""
        known = {family_of(held.key) for held in self._standards.within(session, client)}
        if standard is not None and standard != before and standard not in known:
            raise NotFound(
                N_("“{standard}” is not among the standards of this client."),
                N_("Add it on page 1.2, or choose another one."),
                standard=standard,
            )


def _objective(session: Session, client: ClientId, key: ObjectiveId) -> ObjectiveRow:
    row = objectives.objective(session, client, key)
    if row is None or row.archived_at is not None:
        raise NotFound(N_("This objective is no longer there."), N_("Choose another one from the list."))
    return row


def _add(work: Work, client: ClientId, values: Mapping[str, object]) -> ObjectiveId:
    position = objectives.last_position(work.session, client) + 1
    row = ObjectiveRow(client_id=client, position=position, **values)
    work.session.add(row)
    work.session.flush()
    work.record(ObjectivesChanged(client))
    return ObjectiveId(row.id)


def _next_action(row: ObjectiveRow, taken: Iterable[str]) -> str:
    """The first line of the actions that is no task yet; the objective itself where it has no actions."""
    held = frozenset(taken)
    lines = [line.strip(" –-•\t")[:1000] for line in row.actions.splitlines()]
    for title in [line for line in lines if line] or [row.title]:
        if title not in held:
            return title
    raise NotAllowed(
        N_("Everything that “{title}” needs is in the plan already."),
        N_("Write another action on a line of its own, or change the tasks in the plan."),
        title=row.title,
    )
