"""Somebody who has never seen the program takes a firm from nothing to a finished audit, step by step."""

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from shown import spoken_name
from walks.hands import CONTROL, Hands, wait_until
from walks.program import Clock, Program

from isodesk.domain.audits import AuditState, Grade, Stage, Verdict
from isodesk.domain.conformity import Conformity
from isodesk.domain.journey import Page
from isodesk.domain.keys import ClientId
from isodesk.domain.people import Role
from isodesk.services.assessment import QuestionView
from isodesk.services.evidence import Subject
from isodesk.services.findings import FindingView
from isodesk.ui.dialogs.new_audit import NewAuditDialog
from isodesk.ui.dialogs.new_client import NewClientWizard
from isodesk.ui.models.tasks import FIELDS
from isodesk.ui.pages.audit_plan import AuditPlanPage
from isodesk.ui.pages.audit_report import AuditReportPage
from isodesk.ui.pages.checklist import ChecklistPage
from isodesk.ui.pages.gap import GapPage
from isodesk.ui.pages.nonconformities import NonconformitiesPage
from isodesk.ui.pages.organisation import OrganisationPage
from isodesk.ui.pages.plan import PlanPage
from isodesk.ui.pages.results import ResultsPage
from isodesk.ui.pages.team import TeamPage
from isodesk.ui.widgets.empty import Empty
from isodesk.ui.widgets.field import Field
from isodesk.ui.widgets.form import Form

FIRM = "ООО «Ромашка & сыновья»"
HEAD = "Петрова О. Н."
LEADER = "Сидоров К. М."
DIGITS = (1, 2, 3, 1, 1, 2, 3, 1, 2, 1)
GAPS = sum(digit in {2, 3} for digit in DIGITS)
DIGIT_KEYS = {1: Qt.Key.Key_1, 2: Qt.Key.Key_2, 3: Qt.Key.Key_3, 4: Qt.Key.Key_4}
Control = TypeVar("Control", bound=QWidget)


class NewUser:
    """Each step leaves the window where the next one begins."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self.program = Program(folder, clock)

    @property
    def hands(self) -> Hands:
        return self.program.hands

    @property
    def client(self) -> ClientId:
        return self.program.services.clients.listed()[0].id

    def start_a_client(self) -> None:
        """U14: from the first picture to a page that can be worked on."""
        program, hands = self.program, self.hands
        assert program.window.start.isVisible() and program.window.start.empty.isVisible()
        asked: list[str] = []
        unanswered: list[str] = []

        def answer(wizard: NewClientWizard) -> None:
            for step in (wizard.first, wizard.second):
                wait_until(step.isVisible, "the step")
                shown = [name for name, field in step.fields.items() if field.isVisible()]
                asked.extend(shown)
                unanswered.extend(name for name in shown if not answered(step.fields[name]))
                if step is wizard.first:
                    hands.type_text(FIRM)
                hands.click(wizard.next_button)

        hands.in_dialog(NewClientWizard, lambda: hands.click(program.window.start.new_button), answer)
        program.rest()
        program.page(OrganisationPage)
        assert hands.clicks <= 6, "clicks to a usable page"
        assert unanswered == ["name"], "all other questions are answered beforehand"
        assert len(asked) <= 4
        assert FIRM in program.window.windowTitle()

    def describe_the_firm(self) -> None:
        page = self.program.page(OrganisationPage)
        self.fill(page.form, "inn", "7707083894")
        self.fill(page.form, "legal_address", "Москва, ул. Полевая, д. 7")
        assert page.form.fields["inn"].error(), "a wrong check digit is said at the field"
        self.fill(page.form, "inn", "7707083893")
        self.fill(page.form, "address", "Тверь, ул. Новая, д. 1")
        self.fill(page.form, "head_post", "Директор")
        self.fill(page.form, "head_name", HEAD)
        self.fill(page.form, "activity", 'Мебель из стали <b>&" для школ 🪑')
        self.hands.click(page.foot.next)
        view = self.program.services.clients.get(self.client)
        assert (view.inn, view.address, view.head_name) == ("7707083893", "Тверь, ул. Новая, д. 1", HEAD)
        assert view.activity == 'Мебель из стали <b>&" для школ 🪑'

    def name_the_team(self) -> None:
        hands, page = self.hands, self.program.to(Page.TEAM, TeamPage)
        hands.click(button_of(page.people, page.people.add_button))
        assert page.people.form.focused() == "name"
        hands.type_text(HEAD)
        self.fill(page.people.form, "post", "Директор")
        hands.click(page.people.roles.pills()[0])
        hands.click(page.people.add_button)
        hands.type_text(LEADER)
        self.fill(page.people.form, "post", "Инженер")
        hands.click(button_of(page.processes, page.processes.usual_button))
        people = {person.name: person for person in self.program.services.team.people(self.client)}
        processes = self.program.services.team.processes(self.client)
        assert set(people) == {HEAD, LEADER}
        assert people[HEAD].roles == {next(iter(Role))}
        assert len(processes) >= 9 and all(process.clauses for process in processes)
        hands.choose(control(page.processes.card.form, "owner_id", QComboBox), HEAD)
        assert self.program.services.team.processes(self.client)[0].owner_name == HEAD

    def answer_ten_questions(self) -> None:
        page = self.program.to(Page.GAP, GapPage)
        assert page.table.hasFocus(), "one can answer at once"
        before = self.hands.keys
        for digit in DIGITS:
            self.hands.press(DIGIT_KEYS[digit])
        assert self.hands.keys - before == len(DIGITS), "one key an answer"
        verdicts = tuple(Conformity)
        given = self.questions()
        assert [view.conformity for view in given[:10]] == [verdicts[digit - 1] for digit in DIGITS]
        assert all(view.conformity is None for view in given[10:])
        self.program.rest()
        assert self.program.said_of(Page.GAP).endswith(f"10/{len(given)}")

    def note_and_prove(self, evidence: Path) -> None:
        """A note and a file on the third question."""
        hands, page = self.hands, self.program.page(GapPage)
        hands.press(Qt.Key.Key_Home)
        hands.press(Qt.Key.Key_Down, times=2)
        hands.press(Qt.Key.Key_Return)
        hands.type_text("Журнал № 3, у мастера")
        hands.press(Qt.Key.Key_Return, CONTROL)
        assert page.table.hasFocus()
        hands.press(Qt.Key.Key_A)
        self.program.rest()
        third = self.questions()[2]
        assert third.existing == "Журнал № 3, у мастера"
        assert third.evidence == 1
        listed = self.program.services.evidence.listed(self.client, Subject.ANSWER, third.key)
        assert [file.name for file in listed] == [evidence.name]

    def look_at_the_results(self) -> None:
        page = self.program.to(Page.RESULTS, ResultsPage)
        assert page.table.model().rowCount() == GAPS
        self.hands.click(page.plan)
        self.program.page(PlanPage)

    def build_the_plan(self) -> None:
        hands, page, services = self.hands, self.program.page(PlanPage), self.program.services
        hands.click(button_of(page.board.empty, page.buttons.by_name["build"]))
        self.program.rest()
        tasks = services.plan.tasks(self.client, "en")
        gaps = {view.key for view in self.questions() if view.conformity in {Conformity.PARTLY, Conformity.ABSENT}}
        assert {task.question for task in tasks if task.question} == gaps
        assert len(gaps) == GAPS

    def take_the_first_task(self) -> None:
        """An owner, and done."""
        hands, page, services = self.hands, self.program.page(PlanPage), self.program.services
        first = next(task for task in services.plan.tasks(self.client, "en") if task.question)
        model, table = page.board.model, page.board.table
        hands.click_cell(table, model.index(model.row_of(first.id), FIELDS.index("owner_id")))
        hands.press(Qt.Key.Key_Return)
        wait_until(lambda: bool(table.findChildren(QComboBox)), "the list of people")
        editor = table.findChildren(QComboBox)[0]
        wait_until(editor.view().isVisible, "the people")
        hands.pick_in_list(editor, LEADER)
        wait_until(lambda: not table.is_editing(), "the cell to close")
        hands.press(Qt.Key.Key_Return, CONTROL)
        kept = next(task for task in services.plan.tasks(self.client, "en") if task.id == first.id)
        assert (kept.owner_name, kept.done) == (LEADER, 100)

    def plan_an_audit(self) -> None:
        hands, page, services = self.hands, self.program.to(Page.AUDIT_PLAN, AuditPlanPage), self.program.services

        def answer(wizard: NewAuditDialog) -> None:
            wait_until(wizard.scope.isVisible, "the first step")
            for choices in (wizard.scope.processes, wizard.scope.clauses):
                while choices.checked():
                    hands.click(named(choices, "Choose none of those shown"))
            hands.click(wizard.next)
            assert wizard.scope.error(), "an empty scope is refused in place"
            hands.check_line(wizard.scope.processes.list, 0)
            hands.click(wizard.next)
            hands.choose(control(wizard.form, "lead_id", QComboBox), LEADER)
            hands.click(wizard.next)
            hands.click(wizard.next)

        hands.in_dialog(NewAuditDialog, lambda: hands.click(button_of(page, page.new)), answer)
        audit = services.audits.find(self.client)
        assert [name for _key, name, _owner in audit.processes] == [services.team.processes(self.client)[0].name]
        assert audit.lead_name == LEADER
        assert audit.rows > 3
        assert page.table.hasFocus()

    def audit(self) -> None:
        """A verdict for each row by key; the second does not conform."""
        hands, services = self.hands, self.program.services
        page = self.program.to(Page.CHECKLIST, ChecklistPage)
        assert page.sheet.table.hasFocus()
        audit = services.audits.find(self.client)
        for number in range(audit.rows):
            hands.press(DIGIT_KEYS[3 if number == 1 else 1])
        audit = services.audits.find(self.client)
        assert (audit.answered, audit.count(Verdict.NONCONFORMING)) == (audit.rows, 1)
        hands.press(Qt.Key.Key_Home)
        hands.press(Qt.Key.Key_Down)
        hands.press(Qt.Key.Key_Return)
        hands.type_text("Журнал закупок, записи 4 и 9")
        hands.press(Qt.Key.Key_Return)
        assert page.sheet.table.hasFocus()
        hands.press(Qt.Key.Key_N)
        hands.press(Qt.Key.Key_2)
        finding = self.finding()
        assert (finding.grade, finding.audit_number) == (Grade.MINOR, audit.number)
        assert finding.number in services.checklists.rows(audit.id, "en")[1].findings

    def treat_the_nonconformity(self) -> None:
        page = self.program.to(Page.NONCONFORMITIES, NonconformitiesPage)
        form = page.card.form
        for name, text in (
            ("statement", "Оценки поставщиков за 2026 год нет у 3 из 10"),
            ("correction", "Трое оценены"),
            ("cause", "В процедуре не назван срок"),
            ("action", "Срок внесён в процедуру"),
        ):
            self.fill(form, name, text)
        self.hands.choose(control(form, "responsible_id", QComboBox), HEAD)
        for name, text in (
            ("due_on", "30.11.2026"),
            ("done_on", "23.11.2026"),
            ("verification", "Просмотрены все десять"),
            ("verified_by", LEADER),
            ("verified_on", "23.11.2026"),
        ):
            self.fill(form, name, text)
        self.hands.press(Qt.Key.Key_Tab)
        self.hands.choose(control(form, "effective", QComboBox), "yes")
        assert [field.error() for field in form.fields.values() if field.error()] == []
        finding = self.finding()
        assert finding.stage is Stage.CLOSED
        assert (finding.responsible_name, finding.cause) == (HEAD, "В процедуре не назван срок")

    def finish_the_audit(self) -> None:
        page = self.program.to(Page.AUDIT_REPORT, AuditReportPage)
        self.hands.click(page.finish)
        assert page.banner.isVisible(), "without a conclusion it says what is missing"
        self.hands.click(page.form.buttons["conclusion"])
        assert page.form.text("conclusion")
        self.hands.click(page.finish)
        assert self.program.services.audits.find(self.client).state is AuditState.FINISHED

    def questions(self) -> tuple[QuestionView, ...]:
        return self.program.services.assessment.questions(self.client, "en")

    def finding(self) -> FindingView:
        (finding,) = self.program.services.findings.listed(self.client, "en")
        return finding

    def fill(self, form: Form, name: str, text: str) -> None:
        field = form.fields[name].control
        assert isinstance(field, QLineEdit | QPlainTextEdit)
        self.hands.fill(field, text)


def control(form: Form, name: str, kind: type[Control]) -> Control:
    """The control of a field."""
    found = form.fields[name].control
    assert isinstance(found, kind)
    return found


def answered(field: Field) -> bool:
    """Whether something stands in it already."""
    found = field.control
    if isinstance(found, QComboBox):
        return bool(found.currentText())
    assert isinstance(found, QLineEdit | QAbstractSpinBox)
    return bool(found.text())


def button_of(part: QWidget, usual: QPushButton) -> QPushButton:
    """The usual button, or the one that an empty list shows in its place."""
    if usual.isVisible():
        return usual
    offers = [empty for empty in part.findChildren(Empty) if empty.isVisible()]
    (offered,) = [made for empty in offers for made in empty.findChildren(QPushButton) if made.isVisible()]
    return offered


def named(part: QWidget, words: str) -> QAbstractButton:
    """The button that a screen reader calls so."""
    (found,) = [made for made in part.findChildren(QAbstractButton) if made.isVisible() and spoken_name(made) == words]
    return found
