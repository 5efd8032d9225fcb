"""Page 2.1: who does what by when, and whether it is in time for the certificate (ux.md W4)."""

from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent

from isodesk.domain.events import AnswersChanged, ClientChanged, Event, PlanChanged, TeamChanged
from isodesk.domain.journey import Page
from isodesk.domain.keys import TaskId
from isodesk.ui.case import Place
from isodesk.ui.page import PageView
from isodesk.ui.pages.plan import keys
from isodesk.ui.pages.plan.actions import PlanButtons, RowActions
from isodesk.ui.pages.plan.board import PlanBoard
from isodesk.ui.pages.plan.commands import PlanCommands
from isodesk.ui.pages.plan.deeds import Deeds
from isodesk.ui.pages.plan.filters import Filters
from isodesk.ui.pages.plan.goal import Goal
from isodesk.ui.pages.plan.reading import Reading, read
from isodesk.ui.pages.plan.several import QUARTERS
from isodesk.ui.pages.plan.strip import Strip
from isodesk.ui.pages.plan.timeline import Timeline
from isodesk.ui.pages.plan.whole import WholePlan
from isodesk.ui.pages.plan.words import GAPS, KINDS, ROLES, empty_words, missing
from isodesk.ui.speech import _, speech
from isodesk.ui.table_layouts import TableLayouts
from isodesk.ui.widgets.banner import Banner

_DETAILS: Final = "plan-details"
_FIGURES: Final = "plan-figures"
_ROOMY: Final = 640
"""From this height of the page on, details are open until a person folds them."""


class PlanPage(PageView):
    """Table and time axis; a strip below for the chosen task or tasks."""

    key = Page.PLAN
    hears = (PlanChanged, TeamChanged, ClientChanged, AnswersChanged)
    documents = ("plan",)

    def _build(self) -> None:
        self._reading = Reading()
        self._late_reading = False
        self._answers_known = False
        self._read_only = self.case.services.read_only is not None
        self.goal = Goal(self)
        self.head.extra.addWidget(self.goal)
        self.commands = PlanCommands(self.case, self)
        self.filters = Filters(self)
        self.banner = Banner(self)
        self.board = PlanBoard(lambda: self._reading.choices(_("nobody")), self)
        self.strip = Strip(self)
        self.buttons = PlanButtons(self)
        self.hints = keys.PlanHints(self)
        self.row_actions = RowActions(self.board.table)
        self.whole = WholePlan(self.case, self)
        self.deeds = Deeds(self.board, self.commands, self.whole, lambda: self._reading, self)
        self.timeline = Timeline(self.board, self.commands, self.filters, self.banner)
        self.body.setSpacing(8)
        for part in (self.filters, self.banner, self.board, self.strip, self.hints, self.buttons):
            self.body.addWidget(part)
        self.body.setStretchFactor(self.board, 1)
        self.board.model.read_only = self._read_only
        self.strip.set_read_only(self._read_only)
        self._store = TableLayouts(self.case.preferences)
        self.board.remember(self._store)
        if _DETAILS in self._store:
            self.filters.details.setChecked(self._store[_DETAILS] == "1")
        self.strip.details.more.setChecked(self._store.get(_FIGURES) == "1")

    def _connect(self) -> None:
        self.goal.target_requested.connect(lambda: self.place_requested.emit(Place(Page.SCOPE, "target_on")))
        self.filters.changed.connect(lambda: self.board.set_wanted(self.filters.wanted()))
        self.filters.list_requested.connect(self.board.table.setFocus)
        self.board.chart.focused.connect(self.hints.show_half)
        self.filters.details.toggled.connect(lambda _on: self._show_strip())
        self.filters.details.clicked.connect(lambda on: self._store.update({_DETAILS: str(int(on))}))
        self.strip.details.more.clicked.connect(lambda on: self._store.update({_FIGURES: str(int(on))}))
        self.board.chosen.connect(self._show_strip)
        self.board.table.row_changed.connect(lambda _key: self._help())
        self.board.table.editing_ended.connect(lambda: QTimer.singleShot(0, self, self._read_late))
        self.board.table.key_digit.connect(lambda digit: self._change("done", QUARTERS[digit]))
        self.board.table.command_key.connect(self._key)
        self.board.model.edited.connect(self._edited)
        self.board.delegate.refused.connect(lambda text: self._refused("", text))
        self.board.empty_requested.connect(lambda: self.deeds.do("begin"))
        self.board.reset_requested.connect(lambda: self.filters.set_show("all"))
        self.strip.changed.connect(self.commands.change)
        self.strip.asked.connect(self.deeds.do)
        self.commands.refused.connect(self._refused)
        self.commands.building.connect(self.buttons.set_building)
        self.deeds.made.connect(self._name_it)
        self.deeds.question_requested.connect(lambda key: self.place_requested.emit(Place(Page.GAP, key)))
        self.deeds.print_requested.connect(lambda: self.print_requested.emit("plan", ""))
        self.row_actions.asked.connect(self.deeds.do)
        self.buttons.asked.connect(self.deeds.do)
        self.timeline.obey(self.case.preferences, read_only=self._read_only)

    def refresh(self) -> None:
        """Reads the plan; not while somebody types in a cell."""
        if self.board.table.is_editing():
            self._late_reading = True
            return
        self._reading = reading = read(self.case, speech().language, self._reading if self._answers_known else None)
        self._answers_known = True
        self.goal.set_dates(reading.target, reading.reserve)
        self.board.chart.set_days_off(reading.is_off)
        self.goal.setVisible(bool(reading.tasks))
        self.filters.set_people(reading.people)
        self.filters.setVisible(bool(reading.tasks))
        self.hints.setVisible(bool(reading.tasks) and self.height() >= _ROOMY)
        self.strip.several.set_people(reading.choices(_("nobody")))
        self.strip.details.set_clauses(reading.clauses)
        self.board.set_tasks(reading.tasks, reading.sections, reading.today)
        self.timeline.look(reading.tasks)
        self.head.set_missing(missing(reading))
        self.board.empty.set_words(*empty_words(reading))
        self._allow()

    def _heard(self, event: Event) -> None:
        if not isinstance(event, PlanChanged):
            self._answers_known = False
        super()._heard(event)

    def _read_late(self) -> None:
        if self._late_reading and not self.board.table.is_editing():
            self._late_reading = False
            self.refresh()

    def _allow(self) -> None:
        reading, line = self._reading, self.board.current()
        task = line.task if line else None
        self.buttons.allow(
            read_only=self._read_only,
            tasks=bool(reading.tasks),
            open_tasks=reading.begin is not None,
            baseline=any(task.baseline_due for task in reading.tasks),
        )
        asked = task is not None and bool(task.questions)
        self.row_actions.allow(read_only=self._read_only, task=task is not None, question=asked)

    def _show_strip(self) -> None:
        line = self.board.current()
        before = self.board.titles(line.task.predecessors) if line is not None and line.task is not None else ()
        wanted = self.filters.details.isChecked()
        self.strip.show_tasks(line, before, self.board.chosen_tasks(), wanted=wanted)
        self._allow()

    def _help(self) -> None:
        line = self.board.current()
        task = line.task if line else None
        self.help_changed.emit(self._reading.help(task, speech().language) if task else None)

    def _key(self, key: str) -> None:
        if key in {"Space", "Enter"} and self.board.toggle():
            return
        if key == "Enter":
            self.board.edit()
        elif key == "Space":
            self.filters.details.click()

    def _edited(self, task: TaskId, field: str, value: object) -> None:
        line = self.board.model.at(self.board.model.row_of(task))
        self.commands.change((task,), field, value, milestone=line is not None and line.is_milestone)

    def _change(self, field: str, value: object) -> None:
        self.commands.change([task.id for task in self.board.chosen_tasks()], field, value)

    def _refused(self, field: str, text: str) -> None:
        shown = not self.board.table.is_editing() and self.strip.set_error(field, text)
        if text and not shown:
            self.banner.say("error", text)
        elif not text:
            self.banner.hide()

    def _name_it(self, task: str) -> None:
        self.show_row(task)
        self.board.edit("title")

    def enter(self, row: str = "") -> None:
        """Help belongs to the row that is still current."""
        super().enter(row)
        self._help()

    def show_row(self, row: str) -> None:
        """A task by its id, or what the head says is missing."""
        if row == GAPS:
            self.buttons.by_name["build"].setFocus(Qt.FocusReason.OtherFocusReason)
        elif row == ROLES:
            self.place_requested.emit(Place(Page.TEAM))
        elif row in KINDS:
            self.filters.set_show(row)
            self.board.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            if not self.board.go_to(row):
                self.filters.set_show("all")
                self.board.go_to(row)
            self.board.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def current_row(self) -> str:
        """The id of the current task."""
        line = self.board.current()
        return line.key if line is not None and line.task is not None else ""

    def leave(self) -> None:
        """Keeps what is being typed in the strip or in a cell."""
        super().leave()
        self.strip.commit()

    def find_requested(self) -> None:
        """Ctrl+F."""
        self.filters.begin_search()

    def key_help(self) -> tuple[tuple[str, str], ...]:
        """Keys of the table, and of the timeline."""
        return keys.every_key()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is room the details are open, until a person decides."""
        super().resizeEvent(event)
        roomy = event.size().height() >= _ROOMY
        self.hints.setVisible(roomy and bool(self._reading.tasks))
        if _DETAILS not in self._store:
            self.filters.details.setChecked(roomy)

    def retranslate(self) -> None:
        """Words of the menu and of the line of keys."""
        super().retranslate()
        self.row_actions.retranslate()
        self.hints.show_half(self.board.chart.hasFocus())
