"""A date that may be missing: typed the way people write it, or picked from a calendar."""

import re
from datetime import date, datetime, timedelta
from typing import Final

from PySide6.QtCore import QDate, QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLineEdit, QVBoxLayout, QWidget

from isodesk.ui import icons, speech, theme
from isodesk.ui.speech import _

_NUMBERS: Final = re.compile(r"(\d{1,2})[./\- ](\d{1,2})(?:[./\- ](\d{4}|\d{2}))?\.?")
_ISO: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_WORDS: Final = re.compile(r"(\d{1,2})\s+([^\W\d]{3,})\.?(?:\s+(\d{4}))?.*")
_MONTHS: Final = {
    letters: position // 3 + 1
    for year in ("janfebmaraprmayjunjulaugsepoctnovdec", "янвфевмарапрмаяиюниюлавгсеноктноядек")
    for position in range(0, 36, 3)
    for letters in (year[position : position + 3],)
} | {"май": 5}


def read_date(text: str, today: date) -> date | None:
    """15.03.2026, 15.3.26, 15.3 (this year), 2026-03-15, 15 Mar 2026, 15 марта; ValueError for anything else."""
    text = text.strip()
    if not text:
        return None
    if found := _ISO.fullmatch(text):
        return date(int(found[1]), int(found[2]), int(found[3]))
    if found := _NUMBERS.fullmatch(text):
        return date(_year(found[3], today), int(found[2]), int(found[1]))
    found = _WORDS.fullmatch(text.casefold())
    month = _MONTHS.get(found[2][:3]) if found else None
    if found is None or month is None:
        raise ValueError(text)
    return date(_year(found[3], today), month, int(found[1]))


def _year(digits: str | None, today: date) -> int:
    if not digits:
        return today.year
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


class DateField(QLineEdit):
    """`picked` carries a date or None, once per real change; `refused` the sentence for the field's error line."""

    picked = Signal(object)
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value: date | None = None
        self._popup: _Popup | None = None
        self._open = self.addAction(icons.icon("calendar", "muted"), QLineEdit.ActionPosition.TrailingPosition)
        icons.put(self._open, "calendar", "muted")
        self._open.triggered.connect(self.open_calendar)
        self.returnPressed.connect(self.commit)
        self.textEdited.connect(lambda _text: self.refused.emit(""))
        self.retranslate()

    def value(self) -> date | None:
        """The date last understood."""
        return self._value

    def set_value(self, value: date | None) -> None:
        """Shows a stored date without telling anybody."""
        self._value = value
        self.refused.emit("")
        self._show()

    def commit(self) -> None:
        """Reads what is typed; what cannot be read stays, marked."""
        try:
            value = read_date(self.text(), datetime.now().astimezone().date())
        except ValueError:
            example = speech.speech().date(date(2026, 3, 15))
            self.refused.emit(_("This is no date. Write it like {example}.").format(example=example))
            return
        self._take(value)

    def _take(self, value: date | None) -> None:
        changed = value != self._value
        self.set_value(value)
        if changed:
            self.picked.emit(value)

    def _show(self) -> None:
        self.setText(speech.speech().date(self._value))
        self.setCursorPosition(0)

    def retranslate(self) -> None:
        """The date as this language writes it."""
        self._open.setText(_("Calendar"))
        self._open.setToolTip(f"{_('Calendar')}  Alt+↓")
        self.setPlaceholderText(_("no date"))
        if self._value is not None:
            self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Dates are written otherwise in the other language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+Down opens the calendar, Up and Down move by a day, Esc shows the stored date again."""
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
        elif step is not None and self._value is not None:
            self._take(self._value + timedelta(days=step))
        elif event.key() == Qt.Key.Key_Escape and self.text() != speech.speech().date(self._value):
            self.set_value(self._value)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving is saving."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.commit()

    def open_calendar(self) -> None:
        """A month to pick from, at the stored date or today."""
        if self._popup is None:
            self._popup = _Popup(self)
            self._popup.picked.connect(self._take)
        self._popup.show_at(self.mapToGlobal(QPoint(0, self.height() + 4)), self._value)


class _Popup(QFrame):
    picked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        self._calendar = QCalendarWidget(self)
        self._calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self._calendar.setMinimumSize(296, 256)
        self._calendar.activated.connect(self._done)
        self._calendar.clicked.connect(self._done)
        column.addWidget(self._calendar)

    def show_at(self, place: QPoint, value: date | None) -> None:
        """Dressed in today's language and theme each time."""
        self._calendar.setLocale(speech.locale())
        self._calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        weekend = QTextCharFormat()
        weekend.setForeground(theme.colour("muted"))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self._calendar.setWeekdayTextFormat(day, weekend)
        head = QTextCharFormat()
        head.setForeground(theme.colour("muted"))
        head.setBackground(theme.colour("surface"))
        self._calendar.setHeaderTextFormat(head)
        shown = QDate(value.year, value.month, value.day) if value else QDate.currentDate()
        self._calendar.setSelectedDate(shown)
        self.move(place)
        self.show()
        self._calendar.setFocus()

    def _done(self, day: QDate) -> None:
        self.hide()
        self.picked.emit(date(day.year(), day.month(), day.day()))
