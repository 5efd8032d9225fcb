"""Phase 1 of the walk to a plan: from a client that is only a name to a firm that knows what it lacks."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QPushButton
from walks.hands import CONTROL, wait_until
from walks.new_user import DIGIT_KEYS, button_of, control
from walks.way import Walker

from isodesk.domain.conformity import Conformity
from isodesk.domain.journey import Page
from isodesk.domain.people import Role
from isodesk.domain.scope_check import ScopeRule
from isodesk.ui.dialogs.new_client import NewClientWizard
from isodesk.ui.dialogs.paste_answers import PasteAnswersDialog
from isodesk.ui.dialogs.usual_ones import UsualOnesDialog
from isodesk.ui.dialogs.which_standard import WhichStandardDialog
from isodesk.ui.pages.context import ContextPage
from isodesk.ui.pages.gap import GapPage
from isodesk.ui.pages.organisation import OrganisationPage
from isodesk.ui.pages.readiness import ReadinessPage
from isodesk.ui.pages.results import ResultsPage
from isodesk.ui.pages.results.readiness import By
from isodesk.ui.pages.scope import ScopePage
from isodesk.ui.pages.team import TeamPage

FIRM = 'ООО «Ромашка & сыновья» <b>"&'
HEAD = 'Петрова О. Н. <&"'
QUALITY = "Сидоров К. М."
MASTER = "Жук Ё. Ю."
TEAM = (
    (HEAD, "Director", Role.HEAD, "5"),
    (QUALITY, "Engineer", Role.QUALITY, "20"),
    (MASTER, "Foreman", Role.PRODUCTION, "8"),
)
SCOPE = 'Design, manufacture and repair of steel furniture <&" for schools, Tver'
ORDER_NUMBER = '17-<&"к'
CLIMATE = 'Heat in the paint shop <&" stops the line in summer.'
ANSWERS = (1, 2, 3, 3, 2, 3, 1, 3, 2, 3, 3, 2)
PASTED = 'No.\tStatus\tWhat exists\n20\tno\tnothing yet <&"\n21\tpartly\ta list "of all"\n22\tyes\tзапись\n999\tno\t\n'
LEVEL = 3


class Preparing(Walker):
    """Pages 1.1 to 1.7."""

    def begin_with_advice(self) -> OrganisationPage:
        """The wizard, and in it the advisor, answered by keys; its first suggestion is taken."""
        hands, program = self.hands, self.program

        def advise(dialog: WhichStandardDialog) -> None:
            for _question in range(8):
                hands.press(Qt.Key.Key_1)
            assert len(dialog.answers) == 8
            for key in (Qt.Key.Key_0, Qt.Key.Key_5):  # the last answer, taken back and given anew
                hands.press(key)
            first = dialog.outcome._cards[0].findChildren(QPushButton)[0]
            assert "ISO 9001" in first.text()
            hands.click(first)

        def answer(wizard: NewClientWizard) -> None:
            wait_until(wizard.first.isVisible, "the first step")
            hands.type_text(FIRM)
            hands.press(Qt.Key.Key_Return)
            wait_until(wizard.second.isVisible, "the second step")
            hands.in_dialog(WhichStandardDialog, lambda: hands.click(wizard.advice_button), advise)
            assert str(wizard.standard.value()).startswith("iso-9001-")
            wizard.activateWindow()
            hands.fill(wizard.target, "30.06.2027")
            hands.click(wizard.next_button)

        hands.in_dialog(NewClientWizard, lambda: hands.click(program.window.start.new_button), answer)
        program.rest()
        assert len(program.services.advice.answers(self.client)) >= 7
        return program.page(OrganisationPage)

    def describe_the_firm(self) -> None:
        page = self.program.page(OrganisationPage)
        for name, text in (
            ("inn", "7707083893"),
            ("legal_address", "Тверь, ул. Новая, д. 1"),
            ("head_post", "Director"),
            ("head_name", HEAD),
            ("activity", "Makes and repairs steel furniture for schools"),
        ):
            self.fill(page.form, name, text)

    def write_the_scope(self) -> None:
        """The check names what is missing while the words are typed, and is content at the end."""
        page = self.onward(ScopePage)

        def rules(*, good: bool) -> set[ScopeRule]:
            return {found.rule for found in page.findings.shown() if found.good is good}

        assert ScopeRule.EMPTY in rules(good=False)
        self.fill(page.form, "scope", "High-quality furniture etc.")
        wait_until(lambda: ScopeRule.ACTIVITY in rules(good=False), "the check: no work is named")
        assert {ScopeRule.PRAISE, ScopeRule.VAGUE} & rules(good=False)
        self.fill(page.form, "scope", SCOPE)
        wait_until(lambda: rules(good=False) == set(), "the check to be content")
        assert {ScopeRule.ACTIVITY, ScopeRule.OBJECT, ScopeRule.SAME_BUSINESS} <= rules(good=True)

    def name_the_people(self) -> None:
        """Three people with roles and hours, the usual processes with an owner each, the order's number."""
        hands, page, team = self.hands, self.onward(TeamPage), self.program.services.team
        for name, post, role, hours in TEAM:
            hands.click(button_of(page.people, page.people.add_button))
            hands.type_text(name)
            self.fill(page.people.form, "post", post)
            hours_field = control(page.people.form, "hours_a_week", QAbstractSpinBox)
            hands.click(hours_field)
            hands.press(Qt.Key.Key_A, CONTROL)
            hands.type_text(hours)
            hands.click(page.people.roles.pills()[list(Role).index(role)])
        people = team.people(self.client)
        assert {(one.name, one.hours_a_week, one.roles) for one in people} == {
            (name, float(hours), frozenset({role})) for name, _post, role, hours in TEAM
        }
        hands.click(button_of(page.processes, page.processes.usual_button))
        count = len(team.processes(self.client))
        table = page.processes.table
        for row in range(count):
            hands.click_cell(table, table.model().index(row, 0))
            hands.choose(control(page.processes.card.form, "owner_id", QComboBox), TEAM[row % len(TEAM)][0])
        owners = [process.owner_name for process in team.processes(self.client)]
        assert owners == [TEAM[row % len(TEAM)][0] for row in range(count)]
        self._toggle_a_clause(page)
        self.fill(page.order.form, "order_number", ORDER_NUMBER)
        hands.press(Qt.Key.Key_Tab)
        hands.type_text("24.11.2026")
        hands.press(Qt.Key.Key_Tab)
        settings = self.program.services.plan_settings.get(self.client)
        assert (settings.order_number, settings.order_on) == (ORDER_NUMBER, date(2026, 11, 24))

    def _toggle_a_clause(self, page: TeamPage) -> None:
        """A clause of the matrix is given to one more process by Space, which says so in the card too."""
        hands, team, grid = self.hands, self.program.services.team, page.clauses.grid
        hands.tab_to(grid)
        before = {process.id: set(process.clauses) for process in team.processes(self.client)}
        hands.press(Qt.Key.Key_Right)
        hands.press(Qt.Key.Key_Space)
        after = {process.id: set(process.clauses) for process in team.processes(self.client)}
        changed = [key for key in before if before[key] != after[key]]
        cell = grid.current()
        assert cell is not None and changed == [cell[1]]

    def answer_by_keys_and_paste(self) -> None:
        """A dozen answers, a level of maturity, and a block of a spreadsheet that is looked at before it is taken."""
        hands, page = self.hands, self.onward(GapPage)
        for digit in ANSWERS:
            hands.press(DIGIT_KEYS[digit])
        hands.press(Qt.Key.Key_Home)
        hands.press(Qt.Key.Key_3, CONTROL)
        given = self.questions()
        verdicts = tuple(Conformity)
        assert [view.conformity for view in given[: len(ANSWERS)]] == [verdicts[digit - 1] for digit in ANSWERS]
        assert given[0].maturity == LEVEL
        QGuiApplication.clipboard().setText(PASTED)

        def agree(dialog: PasteAnswersDialog) -> None:
            wait_until(lambda: len(dialog.model.rows()) == 4, "the rows")
            assert dialog.take.text() == "Change 3 questions"
            assert "1 row has something that is not taken" in dialog.count.text()
            assert self.questions() == given, "nothing is written before it is agreed to"
            hands.click(dialog.take)

        hands.in_dialog(PasteAnswersDialog, lambda: hands.press(Qt.Key.Key_V, CONTROL), agree)
        by_number = {view.number: view for view in self.questions()}
        assert [by_number[number].conformity for number in (20, 21, 22)] == [verdicts[2], verdicts[1], verdicts[0]]
        assert by_number[20].existing == 'nothing yet <&"'
        assert page.table.hasFocus()

    def look_at_results(self) -> None:
        """By section, then by theme; the bars are others."""
        page = self.onward(ResultsPage)
        sections = page.bars._canvas.bars
        self.hands.choose(page.readiness.by, "By theme")
        assert page.readiness.by.value() == By.THEME
        assert page.bars._canvas.bars != sections
        gaps = [view for view in self.questions() if view.conformity in {Conformity.PARTLY, Conformity.ABSENT}]
        assert page.table.model().rowCount() == min(len(gaps), page.table.model().rowCount()) > 0

    def write_the_context(self) -> None:
        """Usual issues and parties, one unticked of each; the climate question with its reason."""
        hands, page, context = self.hands, self.onward(ContextPage), self.program.services.context
        taken: list[int] = []

        def take(dialog: UsualOnesDialog) -> None:
            offered = len(dialog.chosen())
            hands.press(Qt.Key.Key_Space)
            taken.append(offered - 1)
            assert len(dialog.chosen()) == offered - 1 > 3
            hands.click(dialog.add_button)

        for panel in (page.issues, page.parties):
            hands.in_dialog(
                UsualOnesDialog, lambda panel=panel: hands.click(button_of(panel, panel.usual_button)), take
            )
        assert [len(context.issues(self.client)), len(context.parties(self.client))] == taken
        hands.choose(control(page.climate.form, "relevant", QComboBox), "Yes")
        self.fill(page.climate.form, "reason", CLIMATE)
        hands.press(Qt.Key.Key_Tab)
        climate = context.climate(self.client)
        assert (climate.relevant, climate.reason) == (True, CLIMATE)
        assert [page.head.isVisible(), page.head._strip.isVisible()] == [True, False], "nothing is missing"

    def see_what_is_missing(self) -> None:
        """A line that is missing leads to its page; Alt+Left leads back, and what is met is not in the way."""
        hands, page = self.hands, self.onward(ReadinessPage)
        lines = {point: line for panel in page.stages.values() for point, line in panel.lines.items()}
        assert lines["context"].isHidden() and lines["policy"].isVisible()
        hands.click(lines["policy"].link)
        assert self.program.window.isActiveWindow()
        from isodesk.ui.pages.objectives import ObjectivesPage

        led = self.program.page(ObjectivesPage)
        assert led.policy.form.focused() == "text"
        hands.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
        assert self.program.page(ReadinessPage) is page
        assert page.key is Page.READINESS
