"""Phase 2 of the walk: from gaps to a plan with dates that hold, objectives, risks, duties and money."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QPushButton
from walks.hands import CONTROL, wait_until
from walks.new_user import button_of, control
from walks.preparing import HEAD, MASTER, QUALITY, Preparing

from isodesk.domain.arranging import Direction
from isodesk.domain.conformity import Conformity
from isodesk.domain.risks import Decision
from isodesk.services.objectives import ObjectiveView
from isodesk.services.plan import TaskView
from isodesk.services.risks import RiskView
from isodesk.ui.dialogs.schedule_plan import SchedulePlanDialog
from isodesk.ui.pages.budget import BudgetPage
from isodesk.ui.pages.objectives import ObjectivesPage
from isodesk.ui.pages.plan import PlanPage
from isodesk.ui.pages.responsibilities import ResponsibilitiesPage
from isodesk.ui.pages.risks import RisksPage

FIRST_DAY = date(2026, 12, 1)
BUDGET_LINE = 'Course <&"> for auditors'
OBJECTIVE = {
    "title": 'Fewer complaints <&"',
    "measure": "complaints / orders × 100",
    "base": "4,5",
    "target": "2",
    "unit": "%",
    "due_on": "30.09.2027",
    "evaluation": "Monthly, from the log of complaints <&>",
}
RISK = {
    "title": 'Steel comes late <&"',
    "cause": "One supplier & no other",
    "consequence": "The line stands still",
    "treatment": 'Find a second supplier <&"',
    "due_on": "26.02.2027",
}


class Planning(Preparing):
    """Pages 2.1 to 2.7."""

    def tasks(self) -> tuple[TaskView, ...]:
        return self.program.services.plan.tasks(self.client, "en")

    def build_and_date_the_plan(self) -> None:
        """A task for each gap; dated forward from a day, with the holidays of Russia."""
        hands, page = self.hands, self.onward(PlanPage)
        hands.click(button_of(page.board.empty, page.buttons.by_name["build"]))
        self.program.rest()
        gaps = {view.key for view in self.questions() if view.conformity in {Conformity.PARTLY, Conformity.ABSENT}}
        assert {key for task in self.tasks() for key in task.questions} == gaps
        self.close_notice()

        def choose(dialog: SchedulePlanDialog) -> None:
            wait_until(lambda: dialog.proposal is not None, "the first proposal")
            hands.choose(dialog.country, "Russia")
            hands.fill(dialog.day, "01.12.2026")
            hands.press(Qt.Key.Key_Tab)
            wait_until(lambda: dialog.proposal is not None and dialog.wish().day == FIRST_DAY, "another proposal")
            wait_until(dialog.forecast.button.isEnabled, "the forecast to be offered")
            assert dialog.wish().direction is Direction.FORWARD
            assert not any("Change its dates" in line for line in dialog.misfits.lines())
            hands.click(dialog.forecast.button)
            wait_until(lambda: dialog.forecast.words.text().startswith("50 % chance"), "the forecast")
            assert "2027" in dialog.forecast.words.text() or "2026" in dialog.forecast.words.text()
            hands.click(dialog.box.button(dialog.box.StandardButton.Ok))

        hands.in_dialog(SchedulePlanDialog, lambda: hands.click(page.buttons.by_name["schedule"]), choose)
        self.program.rest()
        self._dates_hold()

    def _dates_hold(self) -> None:
        """Nothing begins before the first day, before what it waits for, or on a day off."""
        tasks = {task.id: task for task in self.tasks()}
        assert min(task.start for task in tasks.values() if task.start) == FIRST_DAY
        for task in tasks.values():
            assert task.start is not None and task.due is not None
            assert task.start >= FIRST_DAY and not is_holiday(task.start) and not is_holiday(task.due)
            for before in task.predecessors:
                due = tasks[before].due
                assert due is not None and task.start >= due, f"{task.title} does not wait"

    def move_a_bar(self) -> None:
        """By keys on the timeline; what waits for it is pushed along, and what was moved by hand is pinned."""
        hands, page = self.hands, self.program.page(PlanPage)
        chart, model = page.board.chart, page.board.model
        first = next(task for task in self.tasks() if any(task.id in other.predecessors for other in self.tasks()))
        hands.click_cell(page.board.table, model.index(model.row_of(first.id), 1))
        hands.tab_to(chart)
        hands.press(Qt.Key.Key_PageDown, CONTROL, times=2)
        moved = next(task for task in self.tasks() if task.id == first.id)
        assert moved.start is not None and first.start is not None
        assert moved.start > first.start and moved.is_pinned and not is_holiday(moved.start)
        assert page.banner.isVisible()
        (push,) = [made for made in page.banner.findChildren(QPushButton) if "Move what waits" in made.text()]
        hands.click(push)
        after = {task.id: task for task in self.tasks()}
        waiting = [task for task in after.values() if first.id in task.predecessors]
        assert waiting and moved.due is not None
        assert all(task.start is not None and task.start >= moved.due for task in waiting)
        assert not any(is_holiday(task.start) for task in after.values() if task.start)
        self.pinned = moved

    def date_again(self) -> None:
        """What was set by hand stays where it is, and the dialog says so."""
        self.close_notice()
        hands, page = self.hands, self.program.page(PlanPage)

        def look(dialog: SchedulePlanDialog) -> None:
            wait_until(lambda: dialog.proposal is not None, "the proposal")
            assert "1 task keeps its dates" in dialog.note.text()
            assert all(self.pinned.title in line for line in dialog.misfits.lines())
            ok = dialog.box.button(dialog.box.StandardButton.Ok)
            hands.click(ok if ok.isEnabled() else dialog.box.button(dialog.box.StandardButton.Cancel))

        hands.in_dialog(SchedulePlanDialog, lambda: hands.click(page.buttons.by_name["schedule"]), look)
        self.program.rest()
        self.close_notice()
        kept = next(task for task in self.tasks() if task.id == self.pinned.id)
        assert (kept.start, kept.due) == (self.pinned.start, self.pinned.due), "a date set by hand stays"

    def keep_the_baseline(self) -> None:
        page = self.program.page(PlanPage)
        self.hands.pick_in_menu(page.buttons.more, "Keep the dates as the baseline")
        tasks = [task for task in self.tasks() if task.due is not None]
        assert tasks and all((task.baseline_start, task.baseline_due) == (task.start, task.due) for task in tasks)

    def write_policy_and_objective(self) -> None:
        hands, page = self.hands, self.onward(ObjectivesPage)
        service = self.program.services.objectives
        hands.click(page.policy.propose_button)
        self.fill(page.policy.form, "approved_on", "23.11.2026")
        hands.press(Qt.Key.Key_Tab)
        policy = service.policy(self.client)
        assert "Ромашка" in policy.text and policy.approved_on == date(2026, 11, 23)
        self.close_notice()
        hands.click(page.objectives.add_button)
        hands.press(Qt.Key.Key_A, CONTROL)
        for name, text in OBJECTIVE.items():
            self.fill(page.objectives.card.form, name, text)
        hands.choose(control(page.objectives.card.form, "owner_id", QComboBox), QUALITY)
        view = self.objective()
        assert (view.base, view.target, view.unit, view.owner_name) == (4.5, 2.0, "%", QUALITY)
        assert (view.title, view.evaluation) == (OBJECTIVE["title"], OBJECTIVE["evaluation"])
        assert view.lacks == (), "a target without an owner or a date is no objective"
        assert not page.head._strip.isVisible()

    def objective(self) -> ObjectiveView:
        (view,) = self.program.services.objectives.listed(self.client)
        return view

    def weigh_a_risk(self) -> None:
        """Weighed, decided by key, owned, dated; its measure becomes a task of the plan."""
        hands, page = self.hands, self.onward(RisksPage)
        hands.press(Qt.Key.Key_Insert)
        form = page.card.form
        for name, text in RISK.items():
            self.fill(form, name, text)
        for name, step in (
            ("likelihood", "4"),
            ("impact", "5"),
            ("residual_likelihood", "2"),
            ("residual_impact", "2"),
        ):
            hands.choose(control(form, name, QComboBox), f"{step}  ")
        hands.choose(control(form, "owner_id", QComboBox), MASTER)
        hands.press(Qt.Key.Key_Escape)
        assert page.table.hasFocus()
        hands.press(Qt.Key.Key_2)
        risk = self.risk()
        assert (risk.likelihood, risk.impact, risk.decision, risk.owner_name) == (4, 5, Decision.REDUCE, MASTER)
        assert (risk.title, risk.treatment, risk.due) == (RISK["title"], RISK["treatment"], date(2027, 2, 26))
        before = len(self.tasks())
        hands.press(Qt.Key.Key_N)
        assert len(self.tasks()) == before + 1
        (task,) = self.risk().tasks
        assert task.title == RISK["treatment"] and not self.risk().is_open

    def risk(self) -> RiskView:
        (view,) = self.program.services.risks.listed(self.client, "en")
        return view

    def share_out_the_duties(self) -> None:
        hands, page = self.hands, self.onward(ResponsibilitiesPage)
        hands.click(page.propose)
        matrix = self.program.services.responsibilities.by_process(self.client)
        assert matrix.rows and not any(row.is_empty for row in matrix.rows)
        assert page.grid.hasFocus()

    def count_hours_and_money(self) -> None:
        hands, page = self.hands, self.onward(BudgetPage)
        assert page.load.isVisible() and page.load.grid.isVisible()
        names = {person.name for person in self.program.services.workload.view(self.client, "en").people}
        assert {HEAD, QUALITY} & names
        hands.click(button_of(page.money, page.money.add_button))
        form = page.money.form
        self.fill(form, "title", BUDGET_LINE)
        self.fill(form, "planned", "45 000,50")
        self.fill(page.money.prices, "hour_rate", "900")
        hands.press(Qt.Key.Key_Tab)
        view = self.program.services.budget.view(self.client)
        (line,) = [one for one in view.lines if one.title == BUDGET_LINE]
        assert (line.planned, view.hour_rate) == (45000.5, 900.0)
        assert view.total.planned == view.bought.planned + view.work.planned + view.tasks.planned > 45000.5
        assert isinstance(form.fields["note"].control, QPlainTextEdit)


def is_holiday(day: date) -> bool:
    """Days on which nobody works in Russia, as far as the plan may reach."""
    new_year = day.month == 1 and day.day <= 8
    return day.weekday() >= 5 or new_year or (day.month, day.day) in {(2, 23), (3, 8), (5, 1), (5, 9), (6, 12), (11, 4)}
