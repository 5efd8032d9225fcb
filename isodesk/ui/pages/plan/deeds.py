"""What a key, a menu or a button asks for, done to the rows that are chosen."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from isodesk.domain.keys import TaskId
from isodesk.services.plan import TaskKind, TaskView
from isodesk.services.planning import Grouping
from isodesk.ui.pages.plan.board import PlanBoard
from isodesk.ui.pages.plan.commands import PlanCommands
from isodesk.ui.pages.plan.questions import ask_schedule, ask_shift, ask_waits
from isodesk.ui.pages.plan.reading import Reading
from isodesk.ui.pages.plan.whole import WholePlan


class Deeds(QObject):
    """Knows each deed by the name that buttons and the menu give it."""

    made = Signal(str)
    """The id of a new task, which waits for its name."""
    question_requested = Signal(str)
    """Its key; "" for the first one."""
    print_requested = Signal()

    def __init__(
        self,
        board: PlanBoard,
        commands: PlanCommands,
        whole: WholePlan,
        reading: Callable[[], Reading],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._board = board
        self._commands = commands
        self._host = parent
        self._plain: dict[str, Callable[[], object]] = {
            "begin": lambda: commands.build() if reading().gaps else self.question_requested.emit(""),
            "build": commands.build,
            "build-clauses": lambda: commands.build(Grouping.CLAUSE),
            "build-removed": lambda: commands.build(removed=True),
            "keep-baseline": commands.keep_baseline,
            "drop-baseline": commands.drop_baseline,
            "keep-template": whole.keep_template,
            "use-template": whole.use_template,
            "dates": whole.export,
            "add": lambda: self._add(TaskKind.TASK),
            "milestone": lambda: self._add(TaskKind.MILESTONE),
            "schedule": lambda: ask_schedule(commands, self._host),
            "shift": lambda: ask_shift(reading(), commands, self._host),
            "print": self.print_requested.emit,
            "edit": board.edit,
            "finish": lambda: commands.change(self._chosen(), "done", 100),
            "remove": lambda: commands.remove(self._chosen()),
        }
        self._of_task: dict[str, Callable[[TaskView], object]] = {
            "up": lambda task: self._move(task, -1),
            "down": lambda task: self._move(task, 1),
            "waits": lambda task: ask_waits(task, reading(), commands, self._host),
            "question": lambda task: self.question_requested.emit(task.questions[0] if task.questions else ""),
        }

    def do(self, name: str) -> None:
        """Does it; what is done to a task needs one."""
        line = self._board.current()
        if name in self._plain:
            self._plain[name]()
        elif line is not None and line.task is not None:
            self._of_task[name](line.task)

    def _chosen(self) -> list[TaskId]:
        return [task.id for task in self._board.chosen_tasks()]

    def _add(self, kind: TaskKind) -> None:
        made = self._commands.add(kind)
        if made is not None:
            self.made.emit(made)

    def _move(self, task: TaskView, steps: int) -> None:
        places = self._board.neighbour(steps)
        if places:
            self._commands.move(task.id, places)
        elif self._board.model.is_sorted():
            self._commands.explain_sorting()
