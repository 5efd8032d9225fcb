"""Every dialog keeps the manners of a page: names, keys, a focus, a safe default, a way out (ux.md 2)."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QWidget,
)
from shown import Shown, controls, spoken_name, words_of

from isodesk.services.assessment import QuestionView
from isodesk.ui import speech
from isodesk.ui.dialogs.about import AboutDialog
from isodesk.ui.dialogs.add_standard import AddStandardDialog
from isodesk.ui.dialogs.assessor import AssessorDialog
from isodesk.ui.dialogs.audit_scope import AuditScopeDialog
from isodesk.ui.dialogs.calendar_days import CalendarDaysDialog
from isodesk.ui.dialogs.counts_for import CountsForDialog
from isodesk.ui.dialogs.earlier_rounds import EarlierRoundsDialog
from isodesk.ui.dialogs.export_dates import ExportDatesDialog
from isodesk.ui.dialogs.keys import KeysDialog
from isodesk.ui.dialogs.move_edition import MoveEditionDialog
from isodesk.ui.dialogs.new_audit import NewAuditDialog
from isodesk.ui.dialogs.new_client import NewClientWizard
from isodesk.ui.dialogs.new_round import NewRoundDialog
from isodesk.ui.dialogs.paste_answers import PasteAnswersDialog
from isodesk.ui.dialogs.plan_templates import UseTemplateDialog
from isodesk.ui.dialogs.preferences import PreferencesDialog
from isodesk.ui.dialogs.preview import PreviewDialog
from isodesk.ui.dialogs.risk_scale import RiskScaleDialog
from isodesk.ui.dialogs.risk_tasks import RiskTasksDialog
from isodesk.ui.dialogs.schedule_plan import SchedulePlanDialog
from isodesk.ui.dialogs.shift_plan import ShiftPlanDialog
from isodesk.ui.dialogs.switcher import SwitcherDialog
from isodesk.ui.dialogs.trash import TrashDialog
from isodesk.ui.dialogs.trouble import TroubleDialog
from isodesk.ui.dialogs.usual_objectives import UsualObjectivesDialog
from isodesk.ui.dialogs.usual_ones import UsualOnesDialog
from isodesk.ui.dialogs.usual_risks import UsualRisksDialog
from isodesk.ui.dialogs.waits_for import WaitsForDialog
from isodesk.ui.dialogs.which_standard import WhichStandardDialog
from isodesk.ui.library.import_wizard import ImportWizard
from isodesk.ui.library.window import LibraryWindow

Make = Callable[[Shown], QDialog]


def _case(shown: Shown):  # type: ignore[no-untyped-def]
    assert shown.desk.view is not None
    return shown.desk.view.case


def _audit(shown: Shown):  # type: ignore[no-untyped-def]
    return shown.services.audits.listed(shown.client)[0]


def _shared(shown: Shown) -> QuestionView:
    """A question as a client with two standards meets it."""
    view = shown.services.assessment.questions(shown.client, speech.speech().language)[0]
    uses = tuple((designation, "4.1", "Факторы природной среды") for designation in ("ISO 9001:2026", "ISO 14001:2026"))
    return replace(view, counts_for=(("iso-9001-2026", "4.1"), ("iso-14001-2026", "4.1")), focus=uses)


def _library(shown: Shown) -> QDialog:
    """With everything read: reading itself shows nothing to act on."""
    shown.services.library.read()
    return LibraryWindow(shown.services.library, shown.desk.jobs, shown.window.preferences, shown.window)


DIALOGS: dict[str, Make] = {
    "about": lambda s: AboutDialog(s.services.folder, s.window),
    "add-standard": lambda s: AddStandardDialog(_case(s), s.window),
    "assessor": lambda s: AssessorDialog(
        ["Анна"], "Пётр", s.window, day=s.services.workshop.today, today=s.services.workshop.today
    ),
    "audit-scope": lambda s: AuditScopeDialog(_case(s), _audit(s), s.window),
    "calendar-days": lambda s: CalendarDaysDialog(_case(s), s.window),
    "counts-for": lambda s: CountsForDialog(_case(s), _shared(s), s.window),
    "earlier-rounds": lambda s: EarlierRoundsDialog(_case(s), s.window),
    "import-standard": lambda s: ImportWizard(s.services.library, s.desk.jobs, Path(), s.window),
    "keys": lambda s: KeysDialog(s.page.key_help(), s.window),
    "library": _library,
    "move-edition": lambda s: MoveEditionDialog(
        _case(s), "iso-9001-2026", s.services.standards.shelf.heading("iso-14001-2026"), s.window
    ),
    "new-audit": lambda s: NewAuditDialog(_case(s), s.window),
    "new-client": lambda s: NewClientWizard(s.services, "ru", s.window),
    "new-round": lambda s: NewRoundDialog(_case(s), s.services.assessment.rounds(s.client)[-1], s.window),
    "paste-answers": lambda s: PasteAnswersDialog(_case(s), "№\tСтатус\n1\tда\n", s.window),
    "preferences": lambda s: PreferencesDialog(s.window.preferences, s.window),
    "preview": lambda s: PreviewDialog(_case(s), "plan", "", s.window),
    "schedule-plan": lambda s: SchedulePlanDialog(_case(s), s.window),
    "export-dates": lambda s: ExportDatesDialog("ru", 3, 5, s.window),
    "plan-templates": lambda s: UseTemplateDialog(s.services.workshop.today, s.window),
    "risk-scale": lambda s: RiskScaleDialog(s.services.risks.scale(s.client), True, s.window),
    "risk-tasks": lambda s: RiskTasksDialog("Станок стоит", [(1, "Ремонт"), (2, "Запчасти")], [2], s.window),
    "usual-objectives": lambda s: UsualObjectivesDialog(s.services.objectives.usual(s.client), {}, s.window),
    "usual-ones": lambda s: UsualOnesDialog(
        "Обычные факторы", "Отметьте нужное.", [(1, "Цены"), (2, "Кадры")], s.window
    ),
    "usual-risks": lambda s: UsualRisksDialog(s.services.risks.proposals(s.client, "ru"), s.window),
    "which-standard": lambda s: WhichStandardDialog(s.services.advice, {}, verb="Выбрать", parent=s.window),
    "shift-plan": lambda s: ShiftPlanDialog(3, s.services.workshop.today, s.window),
    "switcher": lambda s: SwitcherDialog(s.services, s.client, speech.speech().language, s.window),
    "trash": lambda s: TrashDialog(s.services, s.client, s.window.messages, s.window),
    "trouble": lambda _s: TroubleDialog("Traceback: …", Path()),
    "waits-for": lambda s: WaitsForDialog("Закупки", [(1, "A"), (2, "Б")], [2], lambda _keys: "", s.window),
}
OF_THE_LIBRARY = {"import-standard", "library"}
"""They live in isodesk/ui/library, with what they show."""
DANGEROUS = ("remov", "delet", "end isodesk", "reset", "удал", "заверш", "сброс")


@pytest.fixture(params=sorted(DIALOGS))
def dialog(request: pytest.FixtureRequest, sample_window: Shown) -> Iterator[QDialog]:
    """Each of them, shown and active."""
    made = DIALOGS[request.param](sample_window)
    made.setObjectName(request.param)
    made.show()
    assert QTest.qWaitForWindowActive(made)
    yield made
    made.close()
    made.deleteLater()
    QTest.qWait(1)


def test_every_dialog_of_the_program_is_here() -> None:
    """A dialog that is added is tested too."""
    folder = Path(speech.__file__).parent / "dialogs"
    helpers = {"__init__", "accept", "advice_outcome", "advice_questions", "audit_choices", "steps"}
    modules = {module.stem.replace("_", "-") for module in folder.glob("*.py") if module.stem not in helpers}
    assert modules | OF_THE_LIBRARY == set(DIALOGS)


def test_a_dialog_has_a_title_names_and_targets(dialog: QDialog) -> None:
    """U57, U60."""
    assert dialog.windowTitle()
    assert [type(widget).__name__ for widget in controls(dialog) if not spoken_name(widget).strip()] == []
    small = [
        f"{spoken_name(widget)} {widget.width()}x{widget.height()}"
        for widget in controls(dialog)
        if isinstance(widget, QAbstractButton | QComboBox) and min(widget.width(), widget.height()) < 24
    ]
    assert small == []


def test_a_dialog_begins_at_a_field_and_esc_leaves_it(dialog: QDialog) -> None:
    """U35: the keyboard is somewhere useful, Enter is the verb and never destroys anything, Esc changes nothing."""
    here = dialog.focusWidget()
    assert here is not None and here.isVisible()
    inputs = [
        w for w in controls(dialog) if isinstance(w, QLineEdit | QComboBox | QAbstractSpinBox | QAbstractItemView)
    ]
    assert not isinstance(here, QPushButton) or not inputs, f"begins at the button {here.text()}"
    defaults = [button for button in dialog.findChildren(QPushButton) if button.isDefault() and button.isVisible()]
    assert len(defaults) <= 1
    assert [b.text() for b in defaults if any(word in b.text().casefold() for word in DANGEROUS)] == []
    QTest.keyClick(here, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert dialog.result() == QDialog.DialogCode.Rejected


def test_tab_goes_round_a_dialog(dialog: QDialog) -> None:
    """U25: real keys reach every control of it and come back; among radio buttons arrows choose."""
    first = here = dialog.focusWidget()
    wanted = {w for w in controls(dialog) if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.focusProxy() is None}
    wanted -= {w for w in wanted if (isinstance(w, QRadioButton) and not w.isChecked()) or isinstance(w, QScrollArea)}
    reached: set[QWidget] = set()
    while here is not None and here not in reached and len(reached) < 100:
        reached.add(here)
        QTest.keyClick(here, Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
    assert here is first
    assert [spoken_name(widget) for widget in wanted - reached] == []


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("name", sorted(DIALOGS))
def test_access_keys_of_a_dialog_are_unique(
    sample_window: Shown, dressed: QApplication, name: str, language: str
) -> None:
    """U32, U65: in both languages; and a Russian dialog has no English words of ours."""
    speech.set_language(dressed, language)
    made = DIALOGS[name](sample_window)
    made.show()
    said = list(words_of(made))
    keys = Counter(
        text.replace("&&", "")[text.replace("&&", "").index("&") + 1].casefold()
        for widget, text in said
        if "&" in text.replace("&&", "") and (not isinstance(widget, QLabel) or widget.buddy() is not None)
    )
    shared = [key for key, count in keys.items() if count > 1]
    latin = [t for w, t in said if language == "ru" and not isinstance(w, QPlainTextEdit) and _is_english(t)]
    made.close()
    made.deleteLater()
    assert (shared, latin) == ([], [])


def _is_english(text: str) -> bool:
    """Plain words without a single Russian letter; names, versions, paths and keys are not words."""
    words = [word for word in text.replace("&", "").split() if word.isalpha() and word.islower() and len(word) > 3]
    return len(words) > 1 and not any("а" <= letter <= "я" for letter in text.casefold())


@pytest.mark.parametrize("name", ["new-client", "new-audit"])
def test_wizards_are_short_and_every_step_asks_something(sample_window: Shown, name: str) -> None:
    """U10, U11: 2-6 steps, "Step X of Y" with the same Y, the last button a verb; no page that only greets or congratulates."""
    made = DIALOGS[name](sample_window)
    made.show()
    first_line = [field for field in made.findChildren(QLineEdit) if field.isVisible()]
    if name == "new-client":
        first_line[0].setText("Проба")
    forward, counts, verbs = _next(made), [], []
    for _step in range(7):
        counts += [text for _widget, text in words_of(made) if text.startswith("Step ")]
        asked = [
            w
            for w in controls(made)
            if isinstance(w, QLineEdit | QComboBox | QAbstractSpinBox | QPlainTextEdit | QAbstractItemView)
        ]
        assert asked, f"{name}: nothing is asked at {counts[-1]}"
        verbs.append(forward.text())
        if forward.text() != "Next":
            break
        forward.click()
    total = len(counts)
    made.close()
    made.deleteLater()
    assert 2 <= total <= 6
    assert counts == [f"Step {step} of {total}" for step in range(1, total + 1)]
    assert verbs[:-1] == ["Next"] * (total - 1)
    assert verbs[-1].split()[0] in {"Create", "Plan"}, verbs


def _next(dialog: QDialog) -> QPushButton:
    (found,) = [b for b in dialog.findChildren(QPushButton) if b.isDefault() and b.isVisible()]
    return found


def test_the_report_of_a_bug_can_be_copied_and_the_program_left(sample_window: Shown, dressed: QApplication) -> None:
    """U50, U47: versions and the report go to the clipboard, whole; the verb to end closes in order."""
    made = TroubleDialog("Traceback: <b>report</b>", Path())
    made.show()
    buttons = {button.text().replace("&", ""): button for button in made.findChildren(QPushButton)}
    buttons["Copy details"].click()
    copied = dressed.clipboard().text()
    assert copied.startswith("isodesk ")
    assert "Qt" in copied
    assert copied.endswith("Traceback: <b>report</b>")
    assert buttons["Go on"].isDefault()
    assert "End isodesk" in buttons
    made.close()
    made.deleteLater()
