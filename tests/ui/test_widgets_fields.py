"""Fields save themselves once per real change, and never take away what somebody is typing."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from isodesk.ui import speech
from isodesk.ui.widgets import commit
from isodesk.ui.widgets.choice_field import ChoiceField
from isodesk.ui.widgets.date_field import DateField, read_date
from isodesk.ui.widgets.field import Field
from isodesk.ui.widgets.number_field import NumberField
from isodesk.ui.widgets.text_field import TextArea, TextField

TODAY = date(2026, 11, 22)


class Form(QWidget):
    """A field, another place to go to, and what the field told."""

    def __init__(self, qtbot: QtBot, field: TextField | TextArea | DateField) -> None:
        super().__init__()
        qtbot.addWidget(self)
        self.field = field
        self.other = QLineEdit()
        self.told: list[object] = []
        column = QVBoxLayout(self)
        column.addWidget(field)
        column.addWidget(self.other)
        self.show()
        qtbot.waitUntil(self.isActiveWindow)
        field.setFocus()
        signal = field.picked if isinstance(field, DateField) else field.committed
        signal.connect(self.told.append)


@pytest.fixture(params=[TextField, TextArea])
def form(request: pytest.FixtureRequest, qtbot: QtBot) -> Form:
    return Form(qtbot, request.param())


def test_leaving_saves_once(form: Form) -> None:
    QTest.keyClicks(form.field, "abc")
    assert form.told == []
    form.other.setFocus()
    form.field.setFocus()
    form.other.setFocus()
    assert form.told == ["abc"]


def test_stillness_saves_and_leaving_adds_nothing(form: Form, qtbot: QtBot) -> None:
    QTest.keyClicks(form.field, "abc")
    qtbot.waitUntil(lambda: form.told == ["abc"], timeout=commit.STILL_MS + 2000)
    form.other.setFocus()
    assert form.told == ["abc"]


def test_esc_restores_what_was_there(form: Form) -> None:
    form.other.setFocus()
    form.field.set_value("old")
    form.field.setFocus()
    QTest.keyClicks(form.field, "x")
    form.field.commit()
    QTest.keyClick(form.field, Qt.Key.Key_Escape)
    assert form.field.value() == "old"
    assert form.told[-1] == "old"
    told = len(form.told)
    QTest.keyClick(form.field, Qt.Key.Key_Escape)
    assert len(form.told) == told


def test_a_refresh_never_takes_away_what_is_typed(form: Form) -> None:
    QTest.keyClicks(form.field, "abc ")
    form.field.commit()
    form.field.set_value("abc")
    assert form.field.value() == "abc "
    QTest.keyClicks(form.field, "d")
    form.field.set_value("from elsewhere")
    assert form.field.value() == "abc d"
    form.other.setFocus()
    assert form.told == ["abc ", "abc d"]
    form.field.set_value("from elsewhere")
    assert form.field.value() == "from elsewhere"
    assert len(form.told) == 2


def test_a_text_area_grows_with_its_text(qtbot: QtBot) -> None:
    area = TextArea(least=2, most=6)
    form = Form(qtbot, area)
    form.resize(300, 400)
    low = area.height()
    area.set_value("\n".join("12345"))
    assert area.height() > low
    qtbot.waitUntil(lambda: not area.verticalScrollBar().isVisible())
    tall = area.height()
    area.set_value("\n" * 40)
    assert tall < area.height() < 200


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", None),
        (" 15.03.2026 ", date(2026, 3, 15)),
        ("15.3.26", date(2026, 3, 15)),
        ("15.3", date(2026, 3, 15)),
        ("15/03/2026", date(2026, 3, 15)),
        ("2026-03-15", date(2026, 3, 15)),
        ("15 Mar 2026", date(2026, 3, 15)),
        ("15 March 2026", date(2026, 3, 15)),
        ("15 марта 2026 г.", date(2026, 3, 15)),
        ("1 мая", date(2026, 5, 1)),
    ],
)
def test_dates_are_read_as_people_write_them(text: str, expected: date | None) -> None:
    assert read_date(text, TODAY) == expected


@pytest.mark.parametrize("text", ["32.01.2026", "29.02.2026", "tomorrow", "15", "15 foo 2026", "1.2.3.4", "<b>"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        read_date(text, TODAY)


def test_a_date_field_tells_once_and_marks_what_it_cannot_read(qtbot: QtBot) -> None:
    field = DateField()
    form = Form(qtbot, field)
    labelled = Field(field, "&Due")
    qtbot.addWidget(labelled)
    field.setText("15.3.2026")
    field.commit()
    field.commit()
    assert form.told == [date(2026, 3, 15)]
    assert field.text() == "15 Mar 2026"
    field.setText("32.13")
    field.commit()
    assert labelled.error() == "This is no date. Write it like 15 Mar 2026."
    assert (field.text(), field.value()) == ("32.13", date(2026, 3, 15))
    field.setText("")
    field.commit()
    assert (form.told[-1], labelled.error()) == (None, "")


def test_dates_follow_the_language(qtbot: QtBot, qapp: QApplication) -> None:
    field = DateField()
    qtbot.addWidget(field)
    field.set_value(date(2026, 3, 15))
    speech.set_language(qapp, "ru")
    assert field.text() == "15.03.2026"


def test_keys_of_the_date_field(qtbot: QtBot) -> None:
    field = DateField()
    form = Form(qtbot, field)
    field.set_value(date(2026, 2, 28))
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert form.told == [date(2026, 3, 1)]
    QTest.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert field._popup is not None
    assert field._popup.isVisible()
    assert field._popup._calendar.firstDayOfWeek() == Qt.DayOfWeek.Monday
    field._popup._done(field._popup._calendar.selectedDate().addDays(4))
    assert form.told[-1] == date(2026, 3, 5)


def test_a_label_names_its_field_and_shows_what_is_wrong(qtbot: QtBot) -> None:
    control = TextField()
    field = Field(control, "&Name && more", "As registered")
    qtbot.addWidget(field)
    assert control.accessibleName() == "Name & more"
    assert control.accessibleDescription() == "As registered"
    field.set_error("Write a name.")
    assert control.property("invalid") is True
    assert control.accessibleDescription() == "Write a name."
    field.set_error("")
    assert (control.property("invalid"), control.accessibleDescription()) == (False, "As registered")


def test_a_choice_speaks_of_values(qtbot: QtBot) -> None:
    field = ChoiceField(choices=[("a", "A"), (None, "nothing"), (("t", 1), "T")])
    qtbot.addWidget(field)
    told: list[object] = []
    field.picked.connect(told.append)
    field.set_value(("t", 1))
    assert (field.value(), field.currentText(), told) == (("t", 1), "T", [])
    field.set_choices([(("t", 1), "Т"), ("a", "А")])
    assert (field.value(), field.currentText()) == (("t", 1), "Т")
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert (told, field.value()) == (["a"], "a")
    field.set_value("unknown")
    assert field.value() is None


@pytest.mark.parametrize("field", [ChoiceField, NumberField])
def test_the_wheel_scrolls_the_page_not_the_value(qtbot: QtBot, field: type[ChoiceField] | type[NumberField]) -> None:
    made = field()
    qtbot.addWidget(made)
    if isinstance(made, ChoiceField):
        made.set_choices([(1, "a"), (2, "b")])
    made.set_value(1)
    buttons, keys, phase = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    turn = QWheelEvent(QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, -120), buttons, keys, phase, False)
    QApplication.sendEvent(made, turn)
    assert made.value() == 1
    assert not turn.isAccepted()


def test_a_number_is_told_when_it_is_finished(qtbot: QtBot) -> None:
    field = NumberField()
    qtbot.addWidget(field)
    told: list[int] = []
    field.picked.connect(told.append)
    field.set_value(7)
    assert told == []
    field.selectAll()
    QTest.keyClicks(field, "120")
    assert told == []
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert told == [120]
