"""What a person does to the plan: asks the services, says what happened, offers the way back."""

from collections.abc import Callable, Collection, Mapping
from datetime import date
from typing import Final

from PySide6.QtCore import QObject, Signal

from isodesk.domain.keys import TaskId
from isodesk.errors import InvalidInput, NotAllowed
from isodesk.i18n import N_
from isodesk.services.plan import TaskKind
from isodesk.services.planning import Grouping
from isodesk.services.scheduling import Proposal
from isodesk.ui.case import Case
from isodesk.ui.jobs import Job
from isodesk.ui.speech import _, plural, speech


class PlanCommands(QObject):
    """`refused` carries a field of the plan and what is wrong with the words in it, or "" when it was accepted."""

    refused = Signal(str, str)
    building = Signal(bool)
    """Whether the plan is being built at this moment."""

    def __init__(self, case: Case, parent: QObject) -> None:
        super().__init__(parent)
        self._case = case
        self._plan = case.services.plan

    def change(self, tasks: Collection[TaskId], field: str, value: object, *, milestone: bool = False) -> bool:
        """Changes one field of some tasks in one step; whether it was accepted. A milestone has one day only."""
        if not tasks:
            return False
        accepted = [False]

        def write() -> None:
            try:
                values = {field: _read(field, value)}
                if milestone and field == "due_on":
                    values["start_on"] = value
                self._plan.change(self._case.client, tasks, **values)
            except InvalidInput as error:
                self.refused.emit(error.field, error.text(speech()))
            else:
                accepted[0] = True
                self.refused.emit(field, "")

        self._case.attempt(write)
        return accepted[0]

    def place(self, task: TaskId, start: date, due: date) -> bool:
        """Gives a task both dates in one step; whether it was accepted."""
        return self._case.attempt(lambda: self._plan.change(self._case.client, (task,), start_on=start, due_on=due))

    def unlink(self, task: TaskId, before: frozenset[TaskId]) -> None:
        """A task waits only for these any more; the way back in a toast."""
        if not self.wait_for(task, before):
            self._tell(_("Link removed"))

    def push(self, task: TaskId) -> None:
        """What waits for a task begins after it, and what waits for that."""
        moved: list[int] = []
        pushing = self._case.services.pushing
        self._case.attempt(lambda: moved.append(pushing.push_successors(self._case.client, task)))
        if moved and moved[0]:
            self._tell(plural("{count} task moved", "{count} tasks moved", moved[0]))

    def add(self, kind: TaskKind) -> TaskId | None:
        """A new task or milestone at the end, with a name to type over."""
        title = _("New milestone") if kind is TaskKind.MILESTONE else _("New task")
        return self._made(lambda: self._plan.add(self._case.client, title, kind))

    def remove(self, tasks: Collection[TaskId]) -> None:
        """Into the trash, with the way back in a toast."""
        if tasks and self._case.attempt(lambda: self._plan.archive(self._case.client, tasks)):
            self._tell(plural("{count} task removed", "{count} tasks removed", len(tasks)))

    def move(self, task: TaskId, places: int) -> None:
        """Up or down in the order of the plan."""
        self._case.attempt(lambda: self._plan.move(self._case.client, task, places))

    def explain_sorting(self) -> None:
        """Why a task does not move."""
        self._case.messages.toast(_("The table is sorted by a column. Click its heading until the arrow goes."))

    def wait_for(self, task: TaskId, before: frozenset[TaskId]) -> str:
        """What a task waits for; the reason where that would be a circle."""
        trouble = [""]

        def write() -> None:
            try:
                self._plan.set_predecessors(self._case.client, task, before, speech().language)
            except NotAllowed as error:
                trouble[0] = error.text(speech())

        self._case.attempt(write)
        return trouble[0]

    def shift(self, days: int, count: int, *, pinned: bool = True) -> None:
        """All open tasks by calendar days; those with dates set by hand only where that is wished."""
        if days and self._case.attempt(lambda: self._plan.shift(self._case.client, days, pinned=pinned)):
            self._tell(plural("{count} task moved", "{count} tasks moved", count))

    @property
    def case(self) -> Case:
        """For dialogs that ask more than the page has read."""
        return self._case

    def set_dates(self, proposal: Proposal | None) -> None:
        """The dates that the scheduler proposed, with the way back in a toast."""
        moved = [0]
        if proposal is None:
            return

        def write() -> None:
            moved[0] = self._case.services.scheduling.apply(self._case.client, proposal)

        if self._case.attempt(write):
            self._tell(plural("{count} task moved", "{count} tasks moved", moved[0]))

    def build(self, by: Grouping = Grouping.GAP, *, removed: bool = False) -> None:
        """Makes tasks of the gaps that have none, beside the window; with `removed`, of those too whose task was removed."""
        services, client = self._case.services, self._case.client
        job = Job(
            _("Building the plan from the gaps"),
            lambda _progress: services.planning.build(client, by=by, removed=removed),
        )
        job.succeeded.connect(self._built)
        job.failed.connect(self._case.messages.failure)
        job.finished.connect(lambda: self.building.emit(False))
        self.building.emit(True)
        self._case.jobs.start(job, writes=True)

    def _built(self, count: object) -> None:
        if isinstance(count, int) and count:
            self._tell(plural("{count} task added to the plan", "{count} tasks added to the plan", count))
            return
        removed = len(self._case.services.planning.removed_gaps(self._case.client))
        if removed:
            text = plural(
                "{count} gap stays without a task, for its task was removed.",
                "{count} gaps stay without a task, for their tasks were removed.",
                removed,
            )
            self._case.messages.toast(text, _("Propose again"), lambda: self.build(removed=True))
        else:
            self._case.messages.toast(_("Every gap has its task already; nothing was added."))

    def keep_baseline(self) -> None:
        """Keeps the dates as they are now, to compare with."""
        if self._case.attempt(lambda: self._plan.keep_baseline(self._case.client)):
            self._tell(_("The dates of all tasks were kept as the baseline"))

    def drop_baseline(self) -> None:
        """Forgets them."""
        if self._case.attempt(lambda: self._plan.drop_baseline(self._case.client)):
            self._tell(_("The baseline was removed"))

    def _tell(self, text: str) -> None:
        history = self._case.services.history
        self._case.messages.toast(text, _("Undo"), lambda: self._case.attempt(history.undo))

    def _made(self, action: Callable[[], TaskId]) -> TaskId | None:
        made: list[TaskId] = []
        self._case.attempt(lambda: made.append(action()))
        return made[0] if made else None


def _read(field: str, value: object) -> object:
    """Typed numbers as numbers. Raises InvalidInput for words."""
    if field not in _READERS or not isinstance(value, str):
        return value
    try:
        return _READERS[field](value)
    except ValueError as error:
        raise InvalidInput(field, N_("This is no number."), N_("Write digits, such as 12.")) from error


def _hours(text: str) -> float:
    bare = "".join(text.split()).replace(",", ".")
    return float(bare) if bare else 0.0


def _percent(text: str) -> int:
    bare = text.replace("%", "").strip()
    return int(bare) if bare else 0


def _perhaps(text: str) -> float | None:
    return _hours(text) if text.strip() else None


_READERS: Final[Mapping[str, Callable[[str], object]]] = {
    "effort": _hours,
    "done": _percent,
    "effort_least": _perhaps,
    "effort_most": _perhaps,
    "effort_actual": _perhaps,
    "cost": _hours,
    "cost_actual": _perhaps,
}
