"""Risks and opportunities: weighed, decided, treated by tasks of the plan, weighed again (ISO 9001, 6.1)."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from isodesk.domain.events import RisksChanged
from isodesk.domain.keys import ClientId, RiskId, TaskId, family_of
from isodesk.domain.people import Role
from isodesk.domain.risks import DECISIONS, USUAL, Decision, RiskKind, Scale, ScaleFault, moved
from isodesk.errors import InvalidInput, NotAllowed
from isodesk.i18n import N_
from isodesk.services.added_tasks import add_task
from isodesk.services.fields import LONG, clean, cleaned, folded, refuse_far_dates
from isodesk.services.history import History
from isodesk.services.plan import Plan
from isodesk.services.risk_proposals import Proposal, usual
from isodesk.services.risk_views import RiskTask, RiskView, by_level, matrix, view_of
from isodesk.services.standards import Standards
from isodesk.services.team import Team
from isodesk.storage import clients, plan, risks, team
from isodesk.storage.tables import RiskRow, RiskScaleRow, RiskTaskRow, TaskRow
from isodesk.storage.work import Session, Work, Workshop

__all__ = ["Proposal", "RiskTask", "RiskView", "Risks", "by_level", "matrix"]

TITLE: Final = 1000
_LIMITS: Final = {
    "title": TITLE,
    **dict.fromkeys(("cause", "consequence", "existing", "treatment", "effectiveness"), LONG),
}
_STEPS: Final = ("likelihood", "impact", "residual_likelihood", "residual_impact")
_PLAIN: Final = frozenset({"process_id", "standard", "owner_id", "due_on", "reviewed_on", *_STEPS})
_REVIEW: Final = frozenset({"residual_likelihood", "residual_impact", "effectiveness"})
_COUNTER: Final = "risk"


class Risks:
    """Reads and changes the register; every change is a step that can be undone."""

    def __init__(self, workshop: Workshop, history: History, standards: Standards, plan: Plan, team: Team) -> None:
        self._workshop = workshop
        self._history = history
        self._standards = standards
        self._plan = plan
        self._team = team

    def listed(self, client: ClientId, language: str) -> tuple[RiskView, ...]:
        """All that is in the register, by number; titles of tasks come in `language`. `by_level` orders by weight."""
        with self._workshop.read() as session:
            rows = risks.listed(session, client)
            links: dict[str, list[str]] = {}
            for link in risks.links(session, client):
                links.setdefault(link.risk_id, []).append(link.task_id)
            people = team.names(session, client)
            processes = {row.id: row.name for row in team.processes(session, client, archived=True)}
            scale = _scale(session, client)
        tasks = self._tasks(client, language) if links else {}
        return tuple(
            view_of(row, scale, people, processes, (tasks[key] for key in tasks if key in links.get(row.id, ())))
            for row in rows
        )

    def _tasks(self, client: ClientId, language: str) -> dict[str, RiskTask]:
        today = self._workshop.today
        return {
            task.id: RiskTask(
                task.id, task.number, task.title, task.owner_name, task.due, task.done, task.is_overdue(today)
            )
            for task in self._plan.tasks(client, language)
        }

    def scale(self, client: ClientId) -> Scale:
        """The scale in force: the client's own, else the usual one of five steps."""
        with self._workshop.read() as session:
            return _scale(session, client)

    def set_scale(self, client: ClientId, scale: Scale) -> None:
        """Another scale; every weight moves along to the nearest step, in the same step. Raises InvalidInput."""
        if scale.fault is not None:
            raise _bad_scale(scale.fault)
        with self._history.step(N_("change the scale of risks")) as work:
            before = _scale(work.session, client).size
            row = risks.scale(work.session, client)
            if row is None:
                row = RiskScaleRow(client_id=client)
                work.session.add(row)
            row.size, row.tolerable_to, row.significant_to = scale.size, scale.tolerable_to, scale.significant_to
            if scale.size != before:
                for risk in risks.listed(work.session, client, archived=True):
                    for name in _STEPS:
                        setattr(risk, name, moved(getattr(risk, name), scale.size))
            work.record(RisksChanged(client))

    def add(self, client: ClientId, title: str, kind: RiskKind = RiskKind.RISK, **values: object) -> RiskId:
        """A new entry with the next number; `values` as for `change`. Raises InvalidInput, NotAllowed."""
        name = clean("title", title, TITLE, required=True)
        with self._history.step(N_("add “{title}” to the register"), title=name) as work:
            row = _add(work, client, name, kind)
            self._apply(work, row, values)
            work.record(RisksChanged(client))
            return RiskId(row.id)

    def change(self, client: ClientId, entries: Iterable[RiskId], **values: object) -> None:
        """Changes fields of several entries in one step: title, kind, process_id, standard, cause, consequence,
        existing, likelihood, impact, decision, treatment, owner_id, due_on, residual_likelihood, residual_impact,
        effectiveness, reviewed_on. Whoever weighs again or judges the effect has reviewed it today.

        Raises NotFound; InvalidInput for a step that the scale lacks; NotAllowed for a decision of the other kind.
        """
        with self._history.step(N_("change the register of risks")) as work:
            for entry in entries:
                self._apply(work, risks.get(work.session, client, entry), values)
            work.record(RisksChanged(client))

    def _apply(self, work: Work, row: RiskRow, values: Mapping[str, object]) -> None:
        texts = cleaned({k: v for k, v in values.items() if k in _LIMITS}, _LIMITS, frozenset({"title"}))
        plain = {name: value for name, value in values.items() if name in _PLAIN}
        unknown = values.keys() - texts.keys() - plain.keys() - {"kind", "decision"}
        if unknown:
            message = f"not a field of a risk: {', '.join(sorted(unknown))}"
            raise ValueError(message)
        refuse_far_dates(plain)
        _refuse_steps(plain, _scale(work.session, row.client_id))
        if "kind" in values:
            row.kind = RiskKind(str(values["kind"])).value
        if "decision" in values:
            row.decision = Decision(str(values["decision"])).value if values["decision"] else None
        _settle_decision(row, asked="decision" in values)
        before = {name: getattr(row, name) for name in _REVIEW}
        for name, value in {**texts, **plain}.items():
            setattr(row, name, value)
        if "reviewed_on" not in plain and any(getattr(row, name) != value for name, value in before.items()):
            row.reviewed_on = work.today

    def archive(self, client: ClientId, entries: Iterable[RiskId]) -> None:
        """Into the trash; the numbers are not used again, the tasks stay in the plan."""
        with self._history.step(N_("remove from the register of risks")) as work:
            for entry in entries:
                risks.get(work.session, client, entry).archived_at = work.now
            work.record(RisksChanged(client))

    def add_task(self, client: ClientId, entry: RiskId) -> TaskId:
        """Makes a task of the first measure (each line is one) that is no task yet, with owner and date of the risk.

        Raises NotAllowed while no measure is written, and when each one is a task already.
        """
        with self._history.step(N_("make a task of a measure")) as work:
            row = risks.get(work.session, client, entry)
            title = _next_measure(work.session, row)
            task = add_task(
                work, client, title, owner=row.owner_id, due=row.due_on, standard=row.standard, clause="6.1"
            )
            work.session.add(RiskTaskRow(risk_id=row.id, task_id=task))
            work.record(RisksChanged(client))
            return task

    def link(self, client: ClientId, entry: RiskId, tasks: frozenset[TaskId]) -> None:
        """Lets exactly these tasks of the plan treat a risk. Raises NotFound."""
        with self._history.step(N_("choose the tasks of a risk")) as work:
            row = risks.get(work.session, client, entry)
            known = {task.id for task in plan.tasks(work.session, client)}
            held = {link.task_id: link for link in risks.links_of(work.session, row.id)}
            for key in held.keys() - tasks:
                work.session.delete(held[key])
            for key in sorted((tasks & known) - held.keys()):
                work.session.add(RiskTaskRow(risk_id=row.id, task_id=key))
            work.record(RisksChanged(client))

    def proposals(self, client: ClientId, language: str) -> tuple[Proposal, ...]:
        """Usual risks and opportunities that suit the client's standards and are not in the register yet."""
        families = frozenset(family_of(standard.key) for standard in self._standards.of(client))
        with self._workshop.read() as session:
            taken = {folded(row.title) for row in risks.listed(session, client)}
        return tuple(
            proposal
            for proposal in usual(language)
            if proposal.suits(families) and not taken.intersection(map(folded, proposal.titles))
        )

    def propose(self, client: ClientId, keys: Iterable[str], language: str) -> int:
        """Takes proposals into the register in one step and returns how many. Process and owner are those of the role
        that usually answers for it, as far as somebody has that role; what is taken already is left out."""
        wanted = frozenset(keys)
        chosen = [proposal for proposal in self.proposals(client, language) if proposal.key in wanted]
        holders = {role: person.id for person in reversed(self._team.people(client)) for role in person.roles}
        processes = {process.owner: process.id for process in reversed(self._team.processes(client))}
        with self._history.step(N_("take usual risks and opportunities")) as work:
            for proposal in chosen:
                owner = holders.get(proposal.role) or holders.get(Role.QUALITY) or holders.get(Role.HEAD)
                row = _add(work, client, proposal.title, proposal.kind)
                row.cause, row.consequence, row.treatment = proposal.cause, proposal.consequence, proposal.measures
                row.owner_id = owner
                row.process_id = processes.get(owner) if owner and owner == holders.get(proposal.role) else None
            work.record(RisksChanged(client))
        return len(chosen)


def _scale(session: Session, client: str) -> Scale:
    row = risks.scale(session, client)
    return Scale(row.size, row.tolerable_to, row.significant_to) if row is not None else USUAL[5]


def _add(work: Work, client: ClientId, title: str, kind: RiskKind) -> RiskRow:
    number = clients.next_number(work.session, client, _COUNTER, 0)
    row = RiskRow(client_id=client, number=number, title=title, kind=kind.value)
    work.session.add(row)
    return row


def _refuse_steps(values: Mapping[str, object], scale: Scale) -> None:
    for name in _STEPS:
        step = values.get(name)
        if step is not None and not (isinstance(step, int) and scale.holds(step)):
            raise InvalidInput(
                name, N_("The scale goes from 1 to {size}."), N_("Choose one of its steps."), size=scale.size
            )
    due = values.get("due_on")
    if due is not None and not isinstance(due, date):
        raise InvalidInput("due_on", N_("This is not a date."), N_("Type it as day, month and year."))


def _settle_decision(row: RiskRow, *, asked: bool) -> None:
    """A decision belongs to its kind: one that was asked for is refused, one that was there before falls."""
    if row.decision is None or Decision(row.decision) in DECISIONS[RiskKind(row.kind)]:
        return
    if asked:
        raise NotAllowed(
            N_(
                "“{title}” is of the other kind: a risk is avoided, reduced, shared or accepted, an opportunity is not."
            ),
            N_("Choose a decision of its own kind."),
            title=row.title,
        )
    row.decision = None


def _next_measure(session: Session, row: RiskRow) -> str:
    measures = [" ".join(line.split()) for line in row.treatment.splitlines() if line.strip()]
    titles = (session.get(TaskRow, link.task_id) for link in risks.links_of(session, row.id))
    made = {folded(task.title) for task in titles if task is not None}
    for measure in measures:
        title = f"{measure[:1].upper()}{measure[1:]}"[:TITLE]
        if folded(title) not in made:
            return title
    if measures:
        raise NotAllowed(
            N_("Every measure of No. {number} is a task already."),
            N_("Write the next one as a line of its own; the task takes its words from it."),
            number=row.number,
        )
    raise NotAllowed(
        N_("No. {number} has no measures yet."),
        N_("Write the next one as a line of its own; the task takes its words from it."),
        number=row.number,
    )


def _bad_scale(fault: ScaleFault) -> InvalidInput:
    if fault is ScaleFault.SIZE:
        return InvalidInput("size", N_("A scale has three or five steps."), N_("Choose one of the two."))
    return InvalidInput(
        "significant_to",
        N_("With these thresholds one of the three levels can never be reached."),
        N_("Leave at least one product to each level."),
    )
