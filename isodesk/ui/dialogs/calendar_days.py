"""A client's own days off and worked weekends, beside the holidays of its country."""

from typing import Final

from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from isodesk.errors import InvalidInput
from isodesk.i18n import N_
from isodesk.services.calendar import OwnDay
from isodesk.ui.case import Case
from isodesk.ui.models.rows import Column, RowsModel
from isodesk.ui.speech import _, speech
from isodesk.ui.widgets.buttons import button
from isodesk.ui.widgets.choice_field import ChoiceField
from isodesk.ui.widgets.data_table import DataTable
from isodesk.ui.widgets.date_field import DateField
from isodesk.ui.widgets.field import Field
from isodesk.ui.widgets.labels import label
from isodesk.ui.widgets.text_field import TextField

_WIDTHS: Final = (130, 170)


class CalendarDaysDialog(QDialog):
    """Each change is written at once and can be undone."""

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case = case
        self.setWindowTitle(_("Own days of the calendar"))
        self.first, self.last = DateField(self), DateField(self)
        self.kind = ChoiceField(self, [(False, _("day off")), (True, _("working day"))])
        self.kind.set_value(False)
        self.name = TextField(self, length=200)
        self.fields = {
            "first": Field(self.first, _("&First day")),
            "last": Field(self.last, _("&Last day")),
            "kind": Field(self.kind, _("&What it is")),
            "name": Field(self.name, _("&Reason for it")),
        }
        self.add = button(_("&Add"), "primary", "plus")
        self.add.setDefault(True)
        self.remove = button(_("Re&move"), "", "trash")
        self.model: RowsModel[OwnDay] = RowsModel(_columns(), lambda own: own.day, self)
        self.table = DataTable(self)
        self._lay_out()
        self._connect()
        self.read()
        self.first.setFocus()

    def _lay_out(self) -> None:
        self.table.setModel(self.model)
        self.table.setAccessibleName(_("Own days"))
        for section, width in enumerate(_WIDTHS):
            self.table.setColumnWidth(section, width)
        lead = label(
            _(
                "Holidays of the country count by themselves. Enter what differs: a shutdown of the firm, "
                "a weekend day that is worked."
            ),
            "muted",
            wrap=True,
        )
        lead.setMinimumWidth(400)
        entry = QGridLayout()
        entry.setSpacing(8)
        for place, name in enumerate(("first", "last", "kind")):
            entry.addWidget(self.fields[name], 0, place)
        entry.addWidget(self.fields["name"], 1, 0, 1, 3)
        close = button(_("Close"))
        close.clicked.connect(self.accept)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self.add)
        below.addWidget(self.remove)
        below.addStretch(1)
        below.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(lead)
        column.addLayout(entry)
        column.addWidget(self.table, 1)
        column.addLayout(below)
        self.resize(600, 480)

    def _connect(self) -> None:
        self.add.clicked.connect(lambda _checked=False: self._add())
        self.remove.clicked.connect(lambda _checked=False: self._remove())
        self.table.command_key.connect(lambda key: self._remove() if key == "Del" else None)
        self.first.picked.connect(lambda _day: self._begin())

    def read(self) -> None:
        """Shows the days that are kept."""
        self.model.set_rows(self._case.services.calendar.own_days(self._case.client))
        read_only = self._case.services.read_only is not None
        self.add.setEnabled(not read_only)
        self.remove.setEnabled(bool(self.model.rowCount()) and not read_only)

    def _begin(self) -> None:
        """One day, until another last one is chosen."""
        if self.last.value() is None:
            self.last.set_value(self.first.value())

    def _add(self) -> None:
        for field in self.fields.values():
            field.set_error("")
        for control in (self.first, self.last):
            control.commit()
        first = self.first.value()
        if first is None:
            self.fields["first"].set_error(_("Enter a day."))
            self.first.setFocus()
            return
        self._case.attempt(self._write)

    def _write(self) -> None:
        first = self.first.value()
        if first is None:
            return
        try:
            self._case.services.calendar.add(
                self._case.client,
                first,
                self.last.value() or first,
                working=self.kind.value() is True,
                name=self.name.text(),
            )
        except InvalidInput as error:
            self.fields[error.field].set_error(error.text(speech()))
            self.fields[error.field].control.setFocus()
            return
        self.first.set_value(None)
        self.last.set_value(None)
        self.name.set_value("")
        self.read()
        self.first.setFocus()

    def _remove(self) -> None:
        rows = {index.row() for index in self.table.selectionModel().selectedIndexes()}
        days = [own.day for row in rows if (own := self.model.at(row)) is not None]
        if days and self._case.attempt(lambda: self._case.services.calendar.remove(self._case.client, days)):
            self.read()


def _columns() -> tuple[Column[OwnDay], ...]:
    return (
        Column(N_("Day"), lambda own: speech().date(own.day), sort=lambda own: own.day),
        Column(N_("What it is"), lambda own: _("working day") if own.working else _("day off")),
        Column(N_("Reason for it"), lambda own: own.name),
    )
