"""The dialogs of the plan: how to date it, by how much to shift it, and what a task waits for."""

from collections.abc import Hashable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from isodesk.domain.keys import TaskId
from isodesk.services.plan import TaskView
from isodesk.ui.dialogs.schedule_plan import SchedulePlanDialog
from isodesk.ui.dialogs.shift_plan import ShiftPlanDialog
from isodesk.ui.dialogs.waits_for import WaitsForDialog
from isodesk.ui.pages.plan.commands import PlanCommands
from isodesk.ui.pages.plan.reading import Reading


def ask_shift(reading: Reading, commands: PlanCommands, parent: QWidget) -> None:
    """Shows the dialog; accepting it moves all open tasks."""
    if reading.begin is None:
        return
    moving = [task for task in reading.open if task.start is not None and task.due is not None]
    dialog = ShiftPlanDialog(len(moving), reading.begin, parent, sum(task.is_pinned for task in moving))
    dialog.accepted.connect(lambda: commands.shift(dialog.days(), dialog.count(), pinned=dialog.by_hand.isChecked()))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def ask_schedule(commands: PlanCommands, parent: QWidget) -> None:
    """Shows the dialog; accepting it sets the dates that it proposed."""
    dialog = SchedulePlanDialog(commands.case, parent)
    dialog.accepted.connect(lambda: commands.set_dates(dialog.proposal))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def ask_waits(task: TaskView, reading: Reading, commands: PlanCommands, parent: QWidget) -> None:
    """Shows the dialog; it closes when the order holds."""

    def attempt(before: frozenset[Hashable]) -> str:
        return commands.wait_for(task.id, frozenset(TaskId(str(key)) for key in before))

    entries = [(other.id, f"{other.number} {other.title}") for other in reading.tasks if other.id != task.id]
    dialog = WaitsForDialog(task.title, entries, task.predecessors, attempt, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
