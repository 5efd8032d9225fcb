"""What a state is said by (ux.md U21, U59, U67): letters and drawings, not colours; time to take back; weeks from Monday."""

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QCalendarWidget
from pytestqt.qtbot import QtBot
from shown import Shown, settled

from isodesk import wording
from isodesk.domain.audits import Verdict
from isodesk.domain.conformity import Conformity
from isodesk.domain.journey import Page, PageState
from isodesk.services import trash
from isodesk.ui import icons, signs, speech, theme
from isodesk.ui.widgets import toast
from isodesk.ui.widgets.date_field import DateField

PACKAGE = Path(icons.__file__).parent


def grey(name: str, token: str) -> QImage:
    return icons.icon(name, token).pixmap(QSize(32, 32), 1.0).toImage().convertToFormat(QImage.Format.Format_Alpha8)


@pytest.mark.parametrize("table", [signs.ANSWERS, signs.STATES], ids=["answers", "states"])
@pytest.mark.parametrize("name", ["light", "dark"])
def test_signs_differ_without_their_colours(dressed: QApplication, table: dict[object, signs.Sign], name: str) -> None:
    """U59: the drawings alone, as a person sees them who sees no colours, are all different."""
    theme.apply(dressed, name)
    try:
        drawn = {key: grey(sign.icon, "text") for key, sign in table.items()}
    finally:
        theme.apply(dressed, "light")
    shapes = [bytes(image.constBits()) for image in drawn.values()]
    for index, one in enumerate(shapes):
        for other in shapes[index + 1 :]:
            assert sum(abs(a - b) > 96 for a, b in zip(one, other, strict=True)) > 20


@pytest.mark.parametrize("language", ["ru", "en"])
def test_each_state_has_its_own_word(language: str) -> None:
    """U59, U05: beside the sign stands a word; on paper a letter that no other verdict has."""
    words = speech.i18n.speech(language)
    for table, values in ((wording.CONFORMITY, Conformity), (wording.VERDICT, Verdict), (wording.STATE, PageState)):
        said = [words(table[value]) for value in values]
        assert len(set(said)) == len(said)
        assert all(said)
    letters = [words(wording.VERDICT_LETTER[verdict]) for verdict in Verdict]
    assert len(set(letters)) == len(letters)


@pytest.mark.parametrize("page", [Page.GAP, Page.PLAN, Page.CHECKLIST, Page.NONCONFORMITIES])
def test_states_in_tables_are_signs_with_words(sample_window: Shown, page: Page) -> None:
    """U59: a cell that is coloured says in words what its colour says."""
    from isodesk.ui.models.rows import SIGN
    from isodesk.ui.widgets.data_table import DataTable

    found = 0
    for table in settled(sample_window, page).findChildren(DataTable):
        model = table.model()
        for row in range(model.rowCount()):
            for column in range(model.columnCount()):
                index = model.index(row, column)
                if index.data(SIGN) is not None:
                    found += 1
                    words = index.data(Qt.ItemDataRole.DisplayRole) or index.data(Qt.ItemDataRole.AccessibleTextRole)
                    assert str(words or "").strip() or index.data(Qt.ItemDataRole.ToolTipRole), (row, column)
    assert found


def test_there_is_time_to_take_back() -> None:
    """U21: ten seconds in the notice, thirty days in the trash; a question is asked only where undo cannot help."""
    assert toast.SECONDS >= 10
    assert trash.DAYS == 30
    asked = [
        module.name
        for module in sorted(PACKAGE.rglob("*.py"))
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "confirm"
    ]
    # Removing a standard of one's own deletes its file, which no undo and no trash brings back.
    assert asked == ["exchange.py"]


def test_weeks_begin_on_monday_in_both_languages(qtbot: QtBot, dressed: QApplication) -> None:
    """U67: in the calendar of a date field."""
    for language in ("ru", "en"):
        speech.set_language(dressed, language)
        field = DateField()
        qtbot.addWidget(field)
        field.show()
        field.open_calendar()
        (calendar,) = field.findChildren(QCalendarWidget)
        assert calendar.firstDayOfWeek() is Qt.DayOfWeek.Monday
        assert field._popup is not None
        field._popup.hide()
