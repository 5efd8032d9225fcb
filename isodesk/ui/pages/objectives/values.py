"""What was measured of an objective: a picture, the values, and a line to note the next one."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from isodesk.domain.objectives import Measured
from isodesk.services.objectives import ObjectiveView
from isodesk.ui.models.objectives import value_columns
from isodesk.ui.models.rows import RowsModel
from isodesk.ui.speech import _
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.date_field import DateField
from isodesk.ui.widgets.form import Form
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.short_table import ShortTable
from isodesk.ui.widgets.spoken import Spoken
from isodesk.ui.widgets.text_field import TextField
from isodesk.ui.widgets.trend import TrendView


class _ValueField(TextField):
    """Enter notes the value."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter once; anything else is typing."""
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()


class ValuesPanel(Spoken):
    """`record_requested` carries the day, the value as it was typed, and the note; `forget_requested` a day."""

    record_requested = Signal(object, str, str)
    forget_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._read_only = False
        self._heading = label(role="eyebrow")
        self._nothing = label(role="muted", wrap=True)
        self.trend = TrendView(self)
        self.table = ShortTable(self, shares=(5, 4, 6), most=6)
        self.model: RowsModel[Measured] = RowsModel(value_columns(), lambda value: value.day, self)
        self.table.setModel(self.model)
        self.form = Form(self)
        self.day, self.value, self.note = DateField(), _ValueField(length=40), _ValueField()
        self.form.add_row(("day", self.day, 1), ("value", self.value, 1))
        self.form.add_row(("note", self.note, 1))
        self.record_button = button("", "", "plus")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self._heading, self._nothing, self.trend, self.table, self.form):
            column.addWidget(part)
        column.addWidget(self.record_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.record_button.clicked.connect(lambda _checked=False: self.record())
        self.value.entered.connect(self.record)
        self.note.entered.connect(self.record)
        self.table.command_key.connect(self._command)
        self.retranslate()

    def show_view(self, view: ObjectiveView) -> None:
        """The values of one objective, the newest on top."""
        self.trend.set_trend(view.trend)
        self.model.set_rows(reversed(view.values))
        self.table.setVisible(bool(view.values))
        self._nothing.setVisible(not view.values)

    def start_anew(self, today: date) -> None:
        """An empty line for today's value."""
        self.form.clear_errors()
        self.day.set_value(today)
        self.value.set_value("")
        self.note.set_value("")

    def record(self) -> None:
        """Hands on what was typed; nothing typed is nothing measured."""
        if self._read_only:
            return
        self.day.commit()
        if not self.value.text().strip():
            self.form.fields["value"].set_error(_("Type the value that was measured."))
        elif self.day.value() is None:
            self.form.fields["day"].set_error(_("Say on which day it was measured."))
        elif not self.form.fields["day"].error():
            self.record_requested.emit(self.day.value(), self.value.text(), self.note.text())

    def set_read_only(self, read_only: bool) -> None:
        """Values can be read, none noted."""
        self._read_only = read_only
        self.form.set_read_only(read_only)
        self.record_button.setEnabled(not read_only)

    def _command(self, key: str) -> None:
        value = self.model.at(self.table.currentIndex())
        if key == "Del" and value is not None and not self._read_only:
            self.forget_requested.emit(value.day)

    def retranslate(self) -> None:
        """Every word."""
        self._heading.setText(_("Measured"))
        self._nothing.setText(_("Nothing was measured yet. Note the first value here."))
        self.table.setAccessibleName(_("What was measured"))
        self.form.set_words("day", _("Da&y"))
        self.form.set_words("value", _("Va&lue"))
        self.form.set_words("note", _("&Note"))
        self.record_button.setText(_("Note the value"))
