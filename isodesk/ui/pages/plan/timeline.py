"""The timeline of the plan at work: what is pulled or linked there becomes a change of the plan, or a refusal."""

from collections.abc import Iterable, Sequence
from datetime import date

from PySide6.QtCore import QObject, QTimer

from isodesk.domain.keys import TaskId
from isodesk.services.plan import TaskView
from isodesk.services.plan_pushing import too_early
from isodesk.ui.pages.plan.board import PlanBoard
from isodesk.ui.pages.plan.commands import PlanCommands
from isodesk.ui.pages.plan.filters import Filters
from isodesk.ui.preferences import Preferences
from isodesk.ui.speech import _, plural
from isodesk.ui.widgets.banner import Banner
from isodesk.ui.widgets.gantt_ghost import in_short


class Timeline(QObject):
    """Joins the chart, the words of its scale, the commands, and the strip that says what a move has broken."""

    def __init__(self, board: PlanBoard, commands: PlanCommands, filters: Filters, banner: Banner) -> None:
        super().__init__(board)
        self._board = board
        self._commands = commands
        self._banner = banner
        self._tasks: tuple[TaskView, ...] = ()
        self._offered: TaskId | None = None
        self._preferences: Preferences | None = None
        self._read_only = True
        chart = board.chart
        chart.bar_moved.connect(self._place)
        chart.link_made.connect(self._link)
        chart.link_removed.connect(self._unlink)
        filters.zoom.set_value(chart.zoom())
        chart.zoomed.connect(filters.zoom.set_value)
        filters.zoom.picked.connect(lambda zoom: chart.set_zoom(str(zoom)))
        filters.timeline.toggled.connect(chart.setVisible)
        banner.closed.connect(self._forget)
        commands.refused.connect(lambda *_error: self._forget())

    def obey(self, preferences: Preferences, *, read_only: bool) -> None:
        """Single keys are commands in both halves only where the setting allows them; nothing is changed in reading."""
        self._preferences, self._read_only = preferences, read_only
        self._board.chart.set_editable(not read_only)
        preferences.changed.connect(self._take_preferences)
        self._take_preferences()

    def _take_preferences(self) -> None:
        wanted = self._preferences is not None and self._preferences.current.single_keys
        self._board.chart.keys.single_keys = wanted
        self._board.table.single_keys = wanted and not self._read_only

    def look(self, tasks: Iterable[TaskView]) -> None:
        """The plan as stored now: an offer that is no longer needed goes."""
        self._tasks = tuple(tasks)
        if self._offered is not None:
            self._offer(self._offered)

    def _task(self, row: int) -> TaskView | None:
        rows = self._board.model.rows()
        return rows[row].task if 0 <= row < len(rows) else None

    def _place(self, row: int, start: date, due: date) -> None:
        task = self._task(row)
        if task is not None and self._commands.place(task.id, start, due):
            self._banner.hide()
            self._offer(task.id)

    def _link(self, before: int, after: int) -> None:
        first, then = self._task(before), self._task(after)
        if first is None or then is None:
            return
        trouble = self._commands.wait_for(then.id, frozenset({*then.predecessors, first.id}))
        self._forget()
        if trouble:
            self._banner.say("error", trouble)
        else:
            self._banner.hide()
            self._offer(first.id)

    def _unlink(self, before: int, after: int) -> None:
        first, then = self._task(before), self._task(after)
        if first is not None and then is not None:
            self._commands.unlink(then.id, frozenset(then.predecessors) - {first.id})

    def _offer(self, task: TaskId) -> None:
        """Says what begins too early now, with the button that moves it along."""
        waiting = too_early(self._tasks, task)
        if not waiting:
            if self._offered is not None:
                self._banner.hide()
            self._offered = None
            return
        self._offered = task
        title = next(view.title for view in self._tasks if view.id == task)
        loose = [view for view in waiting if not view.is_pinned]
        self._banner.say(
            "warning", _("{task}: {what}").format(task=in_short(title), what=_too_early_words(waiting, loose))
        )
        if loose:
            self._banner.add_action(_("Move what waits for it"), lambda: self._commands.push(task))
        chart = self._board.chart
        QTimer.singleShot(0, self, lambda: chart.show_line(max(0, chart.current())))

    def _forget(self) -> None:
        self._offered = None


def _too_early_words(waiting: Sequence[TaskView], loose: Sequence[TaskView]) -> str:
    if loose:
        return plural(
            "{count} task waits for it and begins before it ends.",
            "{count} tasks wait for it and begin before it ends.",
            len(waiting),
        )
    return plural(
        "{count} task waits for it and begins before it ends; its dates are pinned.",
        "{count} tasks wait for it and begin before it ends; their dates are pinned.",
        len(waiting),
    )
